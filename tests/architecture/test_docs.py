"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, committed

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
MENTION = re.compile(
    r"`((?:\./)?(?:app|db|reports|ui|docs|tests|benchmarks|installer|requirements)/[\w./-]+)`"
)
DOCUMENTS = sorted(path for path in committed() if path.suffix == ".md")


def anchors(document: Path) -> set[str]:
    """Make the anchors that a forge makes of a document's headings."""
    headings = re.findall(r"^#+\s+(.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.as_posix())
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    lost = []
    for target in LINK.findall((ROOT / document).read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        file = (ROOT / document).parent / name if name else ROOT / document
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.as_posix())
def test_every_file_mentioned_is_there(document: Path) -> None:
    mentioned = MENTION.findall((ROOT / document).read_text(encoding="utf-8"))
    assert [name for name in mentioned if not (ROOT / name).exists()] == []


def test_the_scan_sees_the_readme() -> None:
    assert Path("README.md") in DOCUMENTS


def test_every_decision_stands_in_the_index_in_order() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = sorted(page.name for page in folder.glob("[0-9]*.md"))
    assert pages
    assert re.findall(r"^\| \[\d{4}\]\((.+?)\)", index, re.MULTILINE) == pages


def test_the_readme_leads_to_every_page_of_the_guide() -> None:
    front = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (ROOT / "docs" / "guide").glob("*.md")]
    assert pages
    assert [name for name in pages if f"(docs/guide/{name})" not in front] == []

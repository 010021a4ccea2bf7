"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

from app.cli.args import build
from tests.architecture.source import ROOT, committed
from tests.cli.test_each_role import commands_of

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
MENTION = re.compile(
    r"`((?:\./)?(?:app|db|reports|ui|docs|tests|benchmarks|installer|requirements)/[\w./-]+)`"
)
COMMAND = re.compile(r"`(?:forumdesk|\./run) ([a-z]+(?: [a-z][a-z-]*)?)([^`\n]*)`")
NEEDS = re.compile(r"\bneeds? [A-Z]\d+(?:(?:, | and | to )[A-Z]\d+)*\b")
OF_THE_HOUSE = frozenset({"test", "check", "bench"})
"""What `./run` does by itself."""
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


@pytest.mark.parametrize("package", ["docs", "app", "db", "ui"])
def test_every_command_that_is_named_whole_can_be_typed(package: str) -> None:
    known = set(commands_of(build()))
    named = [
        (path.as_posix(), found[1])
        for path in committed()
        if (path.parts[0] == package and path.suffix == ".py") or (package == "docs" and path.suffix == ".md")
        for found in COMMAND.finditer((ROOT / path).read_text(encoding="utf-8"))
        if not found[2].startswith(("|", " …"))
    ]
    assert named
    assert [each for each in named if each[1] not in known and each[1].split()[0] not in OF_THE_HOUSE] == []


def test_every_need_that_is_cited_stands_in_the_list_of_needs() -> None:
    listed = set(
        re.findall(r"^\| ([A-Z]\d+) \|", (ROOT / "docs/needs.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    cited = {
        need
        for path in committed()
        if path.suffix in (".md", ".py")
        for found in NEEDS.finditer((ROOT / path).read_text(encoding="utf-8"))
        for need in re.findall(r"[A-Z]\d+", found[0])
    }
    assert len(cited) > 50
    assert cited - listed == set()


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

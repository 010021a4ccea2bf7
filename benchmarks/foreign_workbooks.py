"""Other people's workbooks: every file under a folder is read behind the gate, or refused in one sentence.

`foreign_workbooks.py FOLDER [--list] [--json]`: meant for the test files that well-known spreadsheet libraries carry in
their packages. Nothing of them is kept here. Each is read in a process of its own under the worker's limits. POSIX.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.domain.errors import Refused
from benchmarks.fuzz_workbooks import WORST_MIB, WORST_SECONDS, Tally, judge
from tests.hostile import make
from tests.hostile.server import Readers

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
    asked.add_argument("folder", type=Path)
    asked.add_argument("--list", action="store_true", help="one line for each file")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    tally, sentences, unexpected = Tally(), Counter[str](), []
    with Readers() as readers:
        for path in workbooks(given.folder):
            data = path.read_bytes()
            name = str(path.relative_to(given.folder))
            if wrong := judge(readers, name, data, None, tally):
                unexpected.append({"file": name, "what": wrong})
            said = what_became(readers, data)
            sentences["read" if said.startswith("read: ") else said.partition(";")[0]] += 1
            if given.list:
                print(f"{name}: {said}")
    told = {
        "tried": tally.tried,
        "outcomes": dict(tally.outcomes),
        "unexpected": unexpected,
        "worst_seconds": round(tally.seconds, 3),
        "slowest": tally.slowest,
        "worst_mib": round(tally.mib, 1),
        "limits": {"unexpected": 0, "worst_seconds": WORST_SECONDS, "worst_mib": WORST_MIB},
        "sentences": dict(sentences.most_common()),
    }
    if given.json:
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

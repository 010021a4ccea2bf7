"""The Police workbook of 5,000 rows: writing it beside XlsxWriter, reading it beside openpyxl (figures 7 and 8).

Both peers are in the same rounds. XlsxWriter makes the same workbook, each cell written through the library.
openpyxl reads the same file, every cell of Cross-reference filled in by an officer, in its read-only mode. Ours
is read twice: in the worker's own steps (gate, cells, meaning of each), and whole, with the start of a process
and the hand-over of what it read. `--rows N` measures another size. Times are processor seconds.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.domain.police import ColumnKind, OutgoingCase, SentRow, Sheet, columns_of, seal_rows
from benchmarks._measure import finish, interleaved, report
from benchmarks.police_exchange import GIVEN, NAMES, officer, processor, read_all
from reports import police_workbook, reader, reading_process
from tests.hostile import make

ROWS = 5_000
WRITING, READING = 1.0, 1 / 9


def cases(rows: int) -> tuple[OutgoingCase, ...]:
    """Made-up people as a large forum would send them."""
    born = date(1960, 1, 1)
    return tuple(
        OutgoingCase(
            f"c{number}",
            f"{10_000_000 + number * 37:08}",
            f"{NAMES[number % len(NAMES)]}-{NAMES[number // 7 % len(NAMES)]}",
            GIVEN[number % len(GIVEN)],
            born + timedelta(days=number * 7 % 14_000),
            f"{NAMES[number % 3]}, {GIVEN[number % 5]}",
            "Rolleston",
            "Hearing 14/05/2027",
            date(2027, 5, 14),
            "HR, CSO",
            "Y",
        )
        for number in range(rows)
    )


def by_library(outgoing: Any, rows: list[SentRow]) -> bytes:
    """The same workbook with every cell written through XlsxWriter."""
    frame = police_workbook.write_frame

    def whole(sheet: Any, name: Sheet, count: int, formats: Any, *, to_do: bool) -> None:
        frame(sheet, name, count, formats, to_do=to_do)
        looks = [(column, police_workbook.look_of(column, formats)) for column in columns_of(name)]
        mine: Sequence[SentRow | None] = [row for row in rows if row.sheet is name] or [None] * count
        for at, row in enumerate(mine, 1):
            sheet.set_row(at, 29)
            texts = iter((row.seal, *row.cells) if row else ())
            for index, (column, look) in enumerate(looks):
                text = next(texts, "") if column.ours else ""
                if not text:
                    sheet.write_blank(at, index, None, look)
                elif column.kind is ColumnKind.DATE:
                    sheet.write_datetime(at, index, date.fromisoformat(text), look)
                else:
                    sheet.write_string(at, index, text, look)

    with (
        patch.object(police_workbook, "write_frame", whole),
        patch.object(police_workbook, "with_rows", lambda made, *_: made),
    ):
        return police_workbook.write_police_workbook(outgoing, rows, make.MADE)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[sys.argv.index("--rows") + 1]) if "--rows" in sys.argv else ROWS
    outgoing = replace(make.OUTGOING, cases=cases(count), addresses=())
    rows = list(seal_rows(make.KEY, outgoing))
    write = police_workbook.write_police_workbook
    took = interleaved(
        {"ours": lambda: write(outgoing, rows, make.MADE), "peer": lambda: by_library(outgoing, rows)},
        clock=processor,
    )
    written = report(
        f"Police workbook written, {count:,} rows",
        took["ours"] / took["peer"],
        "XlsxWriter with the same features",
        WRITING,
        seconds=round(took["ours"], 3),
        seconds_of_peer=round(took["peer"], 3),
    )
    file = officer(write(outgoing, rows, make.MADE))
    took = interleaved(
        {
            "steps": lambda: reading_process.answer_in_lines(file, {"name": make.FILE}, io.BytesIO()),
            "whole": lambda: reader.read_returned(file, None, make.FILE),
            "peer": lambda: read_all(file),
        },
        clock=processor,
    )
    lines = [
        report(
            f"Police workbook read, {count:,} rows filled in, {how}",
            took[name] / took["peer"],
            "openpyxl read-only",
            READING,
            seconds=round(took[name], 3),
            seconds_of_peer=round(took["peer"], 3),
        )
        for name, how in (("steps", "gate and cells"), ("whole", "with a worker's start and the hand-over"))
    ]
    finish(written, *lines)


if __name__ == "__main__":
    main()

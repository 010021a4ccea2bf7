"""An extract that arrives as a workbook: the first sheet's values, formulas never computed.

It is read as a workbook of Police is: behind the gate, in a process of its own with little memory and little time
(design/trust.md). Where a cell has a formula, it is the value that the spreadsheet computed when the file was saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.errors import Refused
from app.domain.extract import Cell, Table
from app.domain.extract_cells import as_text
from app.domain.police_cells import as_date
from app.domain.raw_cells import CellKind, RawCell, RawSheet
from reports.reader import read_first_sheet

_WORDS = (
    ("nothing was taken over", "nothing was taken in"),
    ("Nothing was taken over", "Nothing was taken in"),
    ("the form", "the extract"),
    ("no form", "no extract"),
)
"""The gate speaks of the form that Police fill in."""


def read_workbook(name: str, data: bytes) -> Table:
    """The first sheet. Raises Refused with one sentence for anything else than a sound workbook."""
    sheet = _first_sheet(name, data)
    rows = [
        (row.number, record)
        for row in sorted(sheet.rows, key=lambda row: row.number)
        if _filled(record := _record(row.cells))
    ]
    if not rows:
        raise Refused(f"{name}: the first sheet is empty; nothing was taken in.")
    headings = rows[0][1]
    while headings[-1] in (None, ""):
        headings.pop()
    for _, record in rows:
        record += [None] * (len(headings) - len(record))
    return Table(tuple(map(as_text, headings)), rows[1:], "xlsx", ())


def _first_sheet(name: str, data: bytes) -> RawSheet:
    try:
        sheet = read_first_sheet(data, name)
    except Refused as refusal:
        sentence = refusal.sentence
        for ours, extracts in _WORDS:
            sentence = sentence.replace(ours, extracts)
        raise Refused(sentence) from None
    if sheet is None:
        raise Refused(f"{name} holds no sheet; nothing was taken in.")
    return sheet


def _filled(record: list[Cell]) -> bool:
    return any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in record)


def _record(cells: Mapping[int, RawCell]) -> list[Cell]:
    record: list[Cell] = [None] * (max(cells) + 1)
    for column, cell in cells.items():
        record[column] = _value(cell)
    return record


def _value(cell: RawCell) -> Cell:
    """A value in one of the forms of `Cell`: whole numbers as int, days as date, everything else as text."""
    if cell.kind is CellKind.NUMBER:
        return int(cell.text) if cell.text.lstrip("-").isdigit() else float(cell.text)
    if cell.kind is CellKind.DATE:
        day: date | None = as_date(cell.text)
        return day or cell.text
    if cell.kind is CellKind.FORMULA:
        return f"={cell.text.removeprefix('=')}"
    return cell.text

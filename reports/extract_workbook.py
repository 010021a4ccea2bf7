"""An extract that arrives as a workbook: the first sheet's values, formulas never computed.

The gate looks first. An extract is read in the program's own process, so by openpyxl: faster readers end the
whole program on some hostile files (design/trust.md).
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from app.domain.errors import Refused
from app.domain.extract import Cell, Table
from app.domain.extract_cells import as_text
from reports.gate import LIMITS, check_workbook

MOST_ROWS, MOST_COLUMNS = LIMITS.rows, LIMITS.columns


def read_workbook(name: str, data: bytes) -> Table:
    """The first sheet. Raises Refused with one sentence for anything else than a sound workbook."""
    check_workbook(data, name)
    records = _sheet_records(name, data)
    first = next((index for index, (_, record) in enumerate(records) if _filled(record)), None)
    if first is None:
        raise Refused(f"{name}: the first sheet is empty; nothing was taken in.")
    headings = list(records[first][1])
    while headings and headings[-1] in (None, ""):
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise Refused(
            f"{name} has more than {MOST_COLUMNS} columns; nothing was taken in. Is it the extract?"
        )
    rows = [(number, record) for number, record in records[first + 1 :] if _filled(record)]
    if len(rows) > MOST_ROWS:
        raise Refused(f"{name} has more than {MOST_ROWS:,} rows; nothing was taken in. Is it the extract?")
    width = len(headings)
    for _, record in rows:
        record += [None] * (width - len(record))
    return Table(tuple(map(as_text, headings)), rows, "xlsx", ())


def _filled(record: list[Cell]) -> bool:
    return any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in record)


def _sheet_records(name: str, data: bytes) -> list[tuple[int, list[Cell]]]:
    import openpyxl  # 0.2 s: only when a workbook arrives
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and validations it drops
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                if not book.worksheets:
                    raise Refused(f"{name} holds no sheet; nothing was taken in.")
                return list(_values(book.worksheets[0]))
            finally:
                book.close()
    except (
        InvalidFileException,
        ParseError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OverflowError,
    ):
        # What openpyxl is known to raise on parts that are missing, cut or of the wrong form.
        raise Refused(
            f"{name} is not a sound .xlsx workbook; nothing was taken in. Save it again, or as CSV."
        ) from None


def _values(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:
    """Rows up to one beyond the limits, so that more than the limit is seen without being read."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(rows, 1):
        record = list(map(_cell, row))
        while record and record[-1] is None:
            record.pop()
        yield number, record


def _cell(value: Any) -> Cell:
    """A value in one of the forms of `Cell`: whole numbers as int, days as date, truth as text."""
    kind = type(value)
    if value is None or kind is str or kind is int:
        return value  # type: ignore[no-any-return]  # one of the three just named
    if kind is float:
        return int(value) if value.is_integer() else float(value)
    if kind is bool:
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return str(value)

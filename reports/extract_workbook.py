"""An extract that arrives as a workbook: the first sheet's values, formulas never computed.

openpyxl rather than calamine, which is faster but ends the whole program on some hostile files
(design/trust.md); an extract is read in the program's own process.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from app.domain.errors import Refused
from app.domain.extract import Cell, Table
from app.domain.extract_cells import as_text

LARGEST_UNPACKED = 50 * 1024 * 1024
MOST_PARTS = 200
MOST_ROWS = 100_000
MOST_COLUMNS = 256
_CHUNK = 1 << 16


def read_workbook(name: str, data: bytes) -> Table:
    """The first sheet. Raises Refused with one sentence for anything else than a sound workbook."""
    check_parts(name, data)
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


def check_parts(name: str, data: bytes) -> None:
    """Refuse a container that is no workbook, unpacks to too much, holds macros or declares a document type.

    Real bytes are counted while they are unpacked; what a zip says about itself is not believed.
    """
    broken = f"{name} is not a sound .xlsx workbook; nothing was taken in. Save it again, or as CSV."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts = container.infolist()
            names = {part.filename for part in parts}
            if len(parts) > MOST_PARTS or len(names) != len(parts) or "xl/workbook.xml" not in names:
                raise Refused(broken)
            if any(part.flag_bits & 1 for part in parts):
                raise Refused(f"{name} is encrypted; nothing was taken in. Save it without a password.")
            if any(part.lower().endswith(("vbaproject.bin", ".bin.exe")) for part in names):
                raise Refused(f"{name} holds macros; nothing was taken in. Save it as .xlsx or CSV.")
            left = LARGEST_UNPACKED
            for part in parts:
                left = _inflate(name, container, part, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, OSError):
        raise Refused(broken) from None


def _inflate(name: str, container: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """What is left of the allowance after this part."""
    tail = b""
    with container.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Refused(f"{name} unpacks to over 50 MiB; nothing was taken in. Is it the extract?")
            window = (tail + chunk).replace(b"\0", b"")
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                raise Refused(
                    f"{name} declares a document type, which no workbook does; nothing was taken in."
                )
            tail = chunk[-32:]
    return left


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

"""Opening an extract as it arrives: CSV in any of the stated encodings, or a workbook's first sheet.

Only cells come out of here; what they mean is `app.domain.extract`'s business (formats.md section 1).
"""

from __future__ import annotations

import csv
import io
import re

from app.domain.errors import Refused
from app.domain.extract import Cell, Table

__all__ = ["LARGEST_FILE", "MOST_COLUMNS", "MOST_ROWS", "Table", "read_table"]

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 256

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_ODS = b"mimetypeapplication/vnd.oasis.opendocument"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)
_DELIMITERS = (",", ";", "\t")
# A record of our own after the last one: where it is swallowed, a quotation mark was never closed.
_SENTINEL = "\uf8ff end of file \uf8ff"


def read_table(name: str, data: bytes) -> Table:
    """The cells of an extract. `name` is only for the sentence of a refusal; the bytes tell what it is.

    Raises Refused with one sentence for anything that is not a readable CSV or XLSX file.
    """
    if not data:
        raise Refused(f"{name} is empty; nothing was taken in. Save the extract again and try again.")
    if len(data) > LARGEST_FILE:
        raise Refused(f"{name} is over 20 MB; nothing was taken in. Is it the extract?")
    if data.startswith(_OLE):
        raise Refused(
            f"{name} is encrypted or an old .xls workbook; nothing was taken in. "
            "Save it as .xlsx or CSV without a password and try again."
        )
    if data.startswith(_ZIP):
        if _ODS in data[:200]:
            raise Refused(f"{name} is an OpenDocument file; nothing was taken in. Save it as .xlsx or CSV.")
        from reports.extract_workbook import read_workbook  # openpyxl takes 0.2 s to import

        return read_workbook(name, data)
    return _read_csv(name, data)


def _decode(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text, the encoding's name, and warnings."""
    encoding = _encoding_of(data)
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        if encoding != "utf-8-sig" or data.startswith(b"\xef\xbb\xbf"):
            raise Refused(
                f"{name} is damaged: it starts as {encoding.removesuffix('-sig').upper()} and does not go on so; "
                "nothing was taken in. Save it again as CSV UTF-8."
            ) from None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused(
            f"{name} is not text in UTF-8, UTF-16 or Windows-1252; nothing was taken in. Save it as CSV UTF-8."
        ) from None
    return text, "cp1252", (f"{name} was read as Windows-1252, which has no macrons; look at the names.",)


def _encoding_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    # UTF-16 without its mark: headings are mostly plain letters, so mostly every other byte is zero.
    start = data[:64]
    even, odd = start[0::2], start[1::2]
    if odd.count(0) * 2 > len(odd) and 0 not in even:
        return "utf-16-le"
    if even.count(0) * 2 > len(even) and 0 not in odd:
        return "utf-16-be"
    return "utf-8-sig"


def _read_csv(name: str, data: bytes) -> Table:
    text, encoding, warnings = _decode(name, data)
    if "\0" in text:
        raise Refused(f"{name} is not a CSV file or workbook (it holds zero bytes); nothing was taken in.")
    delimiter = ""
    if found := _SEPARATOR_LINE.match(text):
        delimiter, text = found[1], text[found.end() :]
    delimiter = delimiter or _sniff(text)
    records = _records(name, text, delimiter)
    first = next((index for index, record in enumerate(records) if "".join(record).strip()), None)
    if first is None:
        raise Refused(f"{name} holds no headings and no rows; nothing was taken in.")
    headings = tuple(records[first])
    width = len(headings)
    rows: list[tuple[int, list[Cell]]] = []
    for number, record in enumerate(records[first + 1 :], first + 2):
        if record and (record[0].strip() or "".join(record).strip()):
            if len(record) < width:
                record += [""] * (width - len(record))
            rows.append((number, record))  # type: ignore[arg-type]  # a list of texts is read as cells, never written
    _check_size(name, len(rows), width)
    return Table(headings, rows, encoding.removesuffix("-sig"), warnings)


def _records(name: str, text: str, delimiter: str) -> list[list[str]]:
    """Every record, blank ones too. Raises Refused for a quotation mark that is never closed."""
    ending = "" if text.endswith(("\n", "\r")) else "\n"
    reader = csv.reader(io.StringIO(f"{text}{ending}{_SENTINEL}\n", newline=""), delimiter=delimiter)
    try:
        records = list(reader)
    except csv.Error:
        raise Refused(
            f"{name}: a cell near line {reader.line_num} is longer than any cell can be; nothing was taken in. "
            "Look for a quotation mark that is never closed."
        ) from None
    if records.pop() != [_SENTINEL]:
        raise Refused(
            f"{name}: a quotation mark in row {len(records) + 1} is never closed; nothing was taken in. "
            "Close it, or save the extract again."
        )
    return records


def _sniff(text: str) -> str:
    """The delimiter that stands most often in the heading line outside quotation marks."""
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = started = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif letter in counts:
            counts[letter] += 1
        elif letter in "\r\n" and started:
            break
        started = started or not letter.isspace()
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def _check_size(name: str, rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise Refused(f"{name} has more than {MOST_ROWS:,} rows; nothing was taken in. Is it the extract?")
    if columns > MOST_COLUMNS:
        raise Refused(
            f"{name} has more than {MOST_COLUMNS} columns; nothing was taken in. Is it the extract?"
        )

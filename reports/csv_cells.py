"""A CSV of the form's first sheet as rows of text (UTF-8, UTF-16 or Windows-1252; `,` `;` or tab)."""

from __future__ import annotations

import codecs
import csv
import io

from app.domain.errors import Refused
from app.domain.raw_cells import CellKind, RawCell, RawRow
from reports.gate import LIMITS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(data: bytes, name: str) -> tuple[list[RawRow], list[str]]:
    """The filled rows and the notes of a CSV. Raises Refused for what is no text, or too much of it."""
    text, notes = _decode(data, name)
    head = text.lstrip()[:200].casefold()
    if head.startswith(("<", "{", "%pdf", "{\\rtf")) or _is_binary(text):
        raise Refused(
            f"{name} is not a workbook; nothing was taken over. Ask for the form saved as .xlsx or as CSV."
        )
    rows = []
    try:
        for number, line in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), 1
        ):
            cells = {at: RawCell(CellKind.TEXT, cell) for at, cell in enumerate(line) if cell.strip()}
            if not cells:
                continue
            if max(cells) >= LIMITS.columns:
                raise Refused(f"{name} has more than {LIMITS.columns} columns; nothing was taken over.")
            rows.append(RawRow(number, cells))
            if len(rows) > LIMITS.rows:
                raise Refused(f"{name} has more than {LIMITS.rows:,} rows; nothing was taken over.")
    except csv.Error as error:
        raise Refused(
            f"{name} is no CSV that can be read; nothing was taken over. Ask for it as .xlsx."
        ) from error
    return rows, notes


def _decode(data: bytes, name: str) -> tuple[str, list[str]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError as error:
                raise Refused(
                    f"{name} is cut off or damaged; nothing was taken over. Ask for it anew."
                ) from error
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        note = "The file is not UTF-8; it was read as Windows-1252: look at macrons before accepting."
        return data.decode("cp1252", errors="replace"), [note]


def _is_binary(text: str) -> bool:
    """Text has no control characters but tab, line and page ends."""
    sample = text[:20_000]
    odd = sum(1 for c in sample if c < " " and c not in "\t\r\n\f\v")
    return "\0" in sample or odd > len(sample) // 100


def _delimiter(text: str) -> str:
    """The sign that parts most headings in the first line with any."""
    first = next((line for line in text.splitlines()[:20] if line.strip()), "")
    return max(",;\t", key=first.count)

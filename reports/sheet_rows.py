"""The rows of the Police workbook, streamed into the frame that the workbook library has made.

A sheet of 5,000 rows is 125,000 cells, and a library asks about each of them what it could ask about a column. Here a
row is one piece of text: our cells as text of their own (`inlineStr`, so that nothing can become a formula) or as a
real date, theirs empty, all in the looks of the frame's second row.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from app.domain.dates import show_date
from app.domain.names import clean
from app.domain.police import FORM_SHEETS, ColumnKind, SentRow, Sheet, columns_of

_FIRST_SPREADSHEET_DAY = date(1900, 3, 1)  # before it Excel and LibreOffice disagree by a day
_DAY_NOUGHT = date(1899, 12, 30).toordinal()
_FRAME_ROW = re.compile(r'<row r="2"[^>]*>.*?</row>', re.DOTALL)
_LOOK = re.compile(r'<c r="[A-Z]+2" s="(\d+)"/>')
_SIZE = re.compile(r'<dimension ref="A1:([A-Z]+)2"/>')
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def with_rows(
    frame: bytes, names: Sequence[str], rows: Mapping[Sheet, Sequence[SentRow]], open_rows: int
) -> bytes:
    """The frame with the sealed rows on their sheets, and `open_rows` white rows on *Aliases and people*.

    `names` are those of its sheets, in order.
    """
    places = {f"xl/worksheets/sheet{at}.xml": name for at, name in enumerate(names, 1)}
    forms = {str(sheet): sheet for sheet in FORM_SHEETS}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(frame)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            body = old.read(part)
            sheet = forms.get(places.get(part.filename, ""))
            if sheet is Sheet.PEOPLE:
                body = _fill(body.decode(), _open_rows(body.decode(), open_rows), open_rows)
            elif sheet is not None and (found := rows.get(sheet)):
                body = _fill(body.decode(), _sealed_rows(sheet, body.decode(), found), len(found))
            new.writestr(part, body)
    return out.getvalue()


def _fill(frame: str, rows: Iterator[str], count: int) -> bytes:
    head, tail = _FRAME_ROW.split(frame, maxsplit=1)
    head = _SIZE.sub(rf'<dimension ref="A1:\g<1>{count + 1}"/>', head)
    return "".join((head, *rows, tail)).encode()


def _looks(frame: str) -> list[str]:
    found = _FRAME_ROW.search(frame)
    return _LOOK.findall(found.group()) if found else []


def _open_rows(frame: str, count: int) -> Iterator[str]:
    looks = enumerate(_looks(frame))
    blank = "".join(f'<c r="{_letter(at)}#" s="{look}"/>' for at, look in looks)
    for number in range(2, count + 2):
        yield f'<row r="{number}">{blank.replace("#", str(number))}</row>'


def _sealed_rows(sheet: Sheet, frame: str, rows: Sequence[SentRow]) -> Iterator[str]:
    columns, looks = columns_of(sheet), _looks(frame)
    as_text = looks[next(at for at, c in enumerate(columns) if c.ours and c.kind is ColumnKind.TEXT)]
    ours = [(_letter(at), looks[at], c.kind is ColumnKind.DATE) for at, c in enumerate(columns) if c.ours]
    theirs = "".join(f'<c r="{_letter(at)}#" s="{looks[at]}"/>' for at, c in enumerate(columns) if not c.ours)
    widths = [column.width for column in columns if column.ours][1:]
    for number, row in enumerate(rows, 2):
        cells = "".join(
            _day(letter, number, text, look, as_text) if is_day else _text(letter, number, text, look)
            for (letter, look, is_day), text in zip(ours, (row.seal, *row.cells), strict=True)
        )
        height = _height(widths, row.cells)
        yield (
            f'<row r="{number}" ht="{height}" customHeight="1">{cells}{theirs.replace("#", str(number))}</row>'
        )


def _height(widths: Sequence[int], cells: Sequence[str]) -> float:
    """Points a row needs for its longest wrapped cell, and never less than two lines: room to write.

    LibreOffice takes a row without a height for one line high and lets wrapped text run into the next.
    """
    lines = 2
    for text, width in zip(cells, widths, strict=True):
        if len(text) * 11 > 20 * width:
            lines = max(lines, -(-len(text) * 11 // (10 * width)))
    return 13.5 * lines + 2


def _text(letter: str, number: int, text: str, look: str) -> str:
    if not text:
        return f'<c r="{letter}{number}" s="{look}"/>'
    return f'<c r="{letter}{number}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{_written(text)}</t></is></c>'


def _day(letter: str, number: int, text: str, look: str, as_text: str) -> str:
    """A date cell; a day that spreadsheets disagree about is written as text."""
    if not text:
        return f'<c r="{letter}{number}" s="{look}"/>'
    day = date.fromisoformat(text)
    if day < _FIRST_SPREADSHEET_DAY:
        return _text(letter, number, show_date(day), as_text)
    return f'<c r="{letter}{number}" s="{look}"><v>{day.toordinal() - _DAY_NOUGHT}</v></c>'


def _written(text: str) -> str:
    """Text as a sheet's XML holds it; what XML cannot hold is not written, and `_x0041_` stays what it says."""
    text = clean(text)
    if text.isascii() and text.isalnum():
        return text
    return escape(_ESCAPED.sub("_x005F_", _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)))


def _letter(index: int) -> str:
    """`A` for 0, `AA` for 26."""
    return chr(65 + index) if index < 26 else f"{_letter(index // 26 - 1)}{_letter(index % 26)}"

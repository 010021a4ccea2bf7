"""Rows of a sheet that are written plainly, taken many at a time instead of an element at a time.

Excel, LibreOffice, openpyxl and ForumDesk itself write nearly every row in one way: numbered, its cells in order and
named, a style, a value. Once a row's columns and styles are known, one pattern takes the next such row whole; what
some hundred rows hold is then looked at a column at a time. That is some ten times faster than meeting each element.
A row that is anything else is left to `SheetScan`, so that both ways read the same; the fuzzer compares them file by
file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reports.plain_texts import TEXT_BEGINS, TEXT_ELEMENT

FROM_BYTES = 60_000
"""A smaller sheet is read sooner without learning its patterns."""

MOST_ROWS_AT_ONCE = 500
_SLICE = 2 * 1024 * 1024
_MOST_SHAPES = 16
_OTHER_ENCODING = re.compile(rb'\s*<\?xml[^>]*?encoding\s*=\s*["\'](?!utf-8["\'])', re.IGNORECASE)
_OPENS = b"<sheetData>"
_ROW_ENDS = b"</row>"

_ROW = (
    r'<row r="([1-9][0-9]{0,6})"(?: spans="[0-9: ]*")?(?: s="[0-9]*")?(?: customFormat="\w*")?(?: ht="[0-9.]*")?'
    r'(?: hidden="\w*")?(?: customHeight="\w*")?(?: outlineLevel="[0-9]*")?(?: collapsed="\w*")?'
    r'(?: thickTop="\w*")?(?: thickBot="\w*")?(?: x14ac:dyDescent="[0-9.]*")?>'
)
# What may stand in a value keeps to signs that need no second look; texts are looked at in `plain_texts`.
INLINE, SHARED, NUMBER = "inlineStr", "s", "n"
_FORMS = {
    INLINE: rf' t="inlineStr"><is>{TEXT_ELEMENT}</is></c>',
    SHARED: r' t="s"><v>([0-9]{1,9}+)</v></c>',
    NUMBER: r'(?: t="n")?><v>([0-9.eE+-]*+)</v></c>',
}
_VALUE = "><v>[0-9a-zA-Z.+-]*+</v></c>"
_INLINE = rf' t="inlineStr"><is>{TEXT_BEGINS}[^<]*+</t></is></c>'
# None of these may match what the usual form matches: a row that fails late would be tried in every combination.
_OTHERS = {
    INLINE: rf'((?: t="[snb]")?{_VALUE})',
    SHARED: rf'((?: t="[nb]")?{_VALUE}|{_INLINE})',
    NUMBER: rf'( t="[sb]"{_VALUE}|{_INLINE})',
}
_ROW_START = re.compile(_ROW, re.ASCII)
_CELL = re.compile(
    rf'<c r="([A-Z]{{1,3}})([0-9]{{1,7}})"(?: s="([0-9]{{1,6}})")?(?:/>|((?: t="[snb]")?{_VALUE}|{_INLINE}))',
    re.ASCII,
)
_KIND = re.compile(r' t="(\w+)"', re.ASCII)
_TAKEN_APART = re.compile(r'(?: t="(\w+)")?><(?:v|is><t[^>]*)>([^<]*)<', re.ASCII)


class Shape:
    """The columns, styles and usual forms of a row's cells, and the pattern that takes another such row whole.

    The pattern's groups are the row's number and for each cell two: its value in the usual form, or all that stands
    in a cell of another form.
    """

    def __init__(self, cells: list[tuple[str, str, str]], column_of: Callable[[str], int]) -> None:
        self.columns = [column_of(letters) for letters, _, _ in cells]
        self.styles = [style or "0" for _, style, _ in cells]
        self.forms = [form for _, _, form in cells]
        inside = "".join(
            rf'<c r="{letters}\1"{_styled(style)}(?:{_FORMS[form]}|/>|{_OTHERS[form]})'
            for letters, style, form in cells
        )
        self.pattern = re.compile(f"{_ROW}{inside}</row>", re.ASCII)


class Taken(NamedTuple):
    """Rows of one shape. `order` is each one's place among all that were taken at once."""

    shape: Shape
    order: list[int]
    numbers: list[int]
    values: list[tuple[str, ...]]
    """For each cell of the shape, down all rows: its value in the usual form, empty where there is none."""

    others: list[tuple[str, ...]]
    """The same for cells in another form: what `take_apart` takes apart."""


def plain_from(data: bytes) -> int:
    """Where a sheet's rows begin, or -1 where it is not plain: another encoding, a comment in front, no rows."""
    start = data.find(_OPENS)
    if start < 0 or _OTHER_ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:500]):
        return -1
    start += len(_OPENS)
    # The opening may stand in a comment, or in what only looks like rows.
    return -1 if data.find(b"<!", 0, start) >= 0 or data.count(b"<?", 0, start) > 1 else start


def slice_from(data: bytes, at: int) -> str:
    """Whole rows from here on, some megabytes of them at most; empty where there is none or they are no text."""
    end = data.rfind(_ROW_ENDS, at, at + _SLICE)
    if end < 0:
        end = data.find(_ROW_ENDS, at, at + 4 * _SLICE)
    try:
        return data[at : end + len(_ROW_ENDS)].decode() if end >= 0 else ""
    except UnicodeDecodeError:
        return ""


class PlainRows:
    """Takes rows from the front of a text as long as they are plain; `at` is where it stopped.

    It keeps what it has learned of the sheet from text to text.
    """

    def __init__(self, most_columns: int, column_of: Callable[[str], int]) -> None:
        self.text = ""
        self.at = 0
        self._most = most_columns
        self._column_of = column_of
        self._shapes: list[Shape] = []
        self._blank = INLINE

    def begin(self, text: str) -> None:
        self.text, self.at = text, 0

    def take(self) -> list[Taken]:
        """The next some hundred rows, by their shapes; empty where the next one is not plain or there is none.

        The last plain one is left where it is: what follows may yet belong to it, so it is met element by element.
        """
        rows: list[tuple[Shape, tuple[str, ...]]] = []
        start = self.at
        while len(rows) <= MOST_ROWS_AT_ONCE and (found := self._next()):
            rows.append(found[1:])
            start = found[0]
        self.at = start
        by_shape: dict[Shape, list[tuple[int, tuple[str, ...]]]] = {}
        for at, (shape, groups) in enumerate(rows[:-1]):
            by_shape.setdefault(shape, []).append((at, groups))
        return [_by_column(shape, each) for shape, each in by_shape.items()]

    def next_row(self) -> str:
        """The next row as it is written, for whoever meets its elements; empty where this text has no more."""
        end = self.text.find("</row>", self.at)
        if end < 0:
            return ""
        start, self.at = self.at, end + len("</row>")
        return self.text[start : self.at]

    def _next(self) -> tuple[int, Shape, tuple[str, ...]] | None:
        for index, shape in enumerate(self._shapes):
            if row := shape.pattern.match(self.text, self.at):
                if index:
                    self._shapes.insert(0, self._shapes.pop(index))
                self.at = row.end()
                return row.start(), shape, row.groups("")
        learned = self._learn() if len(self._shapes) < _MOST_SHAPES else None
        if learned is not None:
            self._shapes.insert(0, learned)
            return self._next()
        return None

    def _learn(self) -> Shape | None:
        """The shape of the row here; None where it is not plain."""
        head = _ROW_START.match(self.text, self.at)
        if head is None:
            return None
        at, cells = head.end(), []
        while cell := _CELL.match(self.text, at):
            letters, number, style, inside = cell.groups("")
            if number != head[1]:
                return None
            cells.append((letters, style, self._form_of(inside)))
            at = cell.end()
        columns = [self._column_of(letters) for letters, _, _ in cells]
        if not self.text.startswith("</row>", at) or len(set(columns)) != len(columns):
            return None
        if any(column >= self._most for column in columns):
            return None
        return Shape(cells, self._column_of)

    def _form_of(self, inside: str) -> str:
        """The form of a cell; an empty one will most likely be filled with a text as the sheet has them."""
        if not inside:
            return self._blank
        kind = _KIND.match(inside)
        form = kind[1] if kind else NUMBER
        if form in (INLINE, SHARED):
            self._blank = form
        return form if form in _FORMS else NUMBER


def _styled(style: str) -> str:
    return f' s="{style}"' if style else ""


def _by_column(shape: Shape, rows: list[tuple[int, tuple[str, ...]]]) -> Taken:
    order, groups = zip(*rows, strict=True)
    numbers, *cells = zip(*groups, strict=True)
    return Taken(shape, list(order), list(map(int, numbers)), cells[0::2], cells[1::2])


def take_apart(inside: str) -> tuple[str, str]:
    """Kind and value of a cell by all that stands in it."""
    found = _TAKEN_APART.match(inside)
    return (found[1] or NUMBER, found[2]) if found else (NUMBER, "")

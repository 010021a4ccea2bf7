"""Rows of a sheet that are written plainly, taken a row at a time instead of an element at a time.

Excel, LibreOffice, openpyxl and ForumDesk itself write nearly every row in one way: numbered, its cells in order and
named, a style, a value. Once a row's columns and styles are known, one pattern takes the next such row whole: that is
ten times faster than meeting each element. A row that is anything else, and all behind it, is left to `SheetScan`,
so that both ways read the same; the fuzzer compares them file by file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

FROM_BYTES, TO_BYTES = 60_000, 12 * 1024 * 1024
"""A smaller sheet is read sooner without learning its patterns; a larger one would take too much memory at once."""

_MOST_SHAPES = 16
_OTHER_ENCODING = re.compile(rb'\s*<\?xml[^>]*?encoding\s*=\s*["\'](?!utf-8["\'])', re.IGNORECASE)
_UNPLAIN = bytes({*range(32)} - {9, 10})
_OPENS = b"<sheetData>"
_CLOSES = b"</sheetData>"

_ROW = (
    r'<row r="([1-9][0-9]{0,6})"(?: spans="[0-9: ]*")?(?: s="[0-9]*")?(?: customFormat="\w*")?(?: ht="[0-9.]*")?'
    r'(?: hidden="\w*")?(?: customHeight="\w*")?(?: outlineLevel="[0-9]*")?(?: collapsed="\w*")?'
    r'(?: thickTop="\w*")?(?: thickBot="\w*")?(?: x14ac:dyDescent="[0-9.]*")?>'
)
_SIGN = r"&(?:amp|lt|gt|quot|apos|#[1-9][0-9]{2,3}|#[1-4][0-9]{4});"  # numbers that are characters, whichever
_WORDS = rf"[^<&]*+(?:{_SIGN}[^<&]*+)*+"
_INSIDE = (
    r'(?: t="(?:s|n|b|str)")?><v>[^<&]*+</v></c>'
    rf'| t="inlineStr"><is><t(?: xml:space="preserve")?>{_WORDS}</t></is></c>'
)
_ROW_START = re.compile(_ROW, re.ASCII)
_CELL = re.compile(rf'<c r="([A-Z]{{1,3}})([0-9]{{1,7}})"(?: s="([0-9]{{1,6}})")?(?:/>|{_INSIDE})', re.ASCII)
_SIGNS = re.compile(r"&([^;]*);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_TAKEN_APART = re.compile(r' t="(\w+)"><v>([^<]*)<', re.ASCII)
_TEXT, _NUMBER = ' t="inlineStr"><is><t', "><v>"


class Inside(NamedTuple):
    """A cell's type and value, as `FoundCell` has them."""

    kind: str
    value: str


class Shape:
    """The columns and styles of a row, and the pattern that takes another such row whole."""

    def __init__(self, cells: list[tuple[str, str]], column_of: Callable[[str], int]) -> None:
        self.columns = [column_of(letters) for letters, _ in cells]
        self.styles = [style or "0" for _, style in cells]
        styles = (f' s="{style}"' if style else "" for _, style in cells)
        inside = "".join(
            rf'<c r="{letters}\1"{style}(/>|{_INSIDE})'
            for (letters, _), style in zip(cells, styles, strict=True)
        )
        self.pattern = re.compile(f"{_ROW}{inside}</row>", re.ASCII)


def split_sheet(data: bytes) -> tuple[bytes, str, bytes] | None:
    """Head with the opening of the rows, the rows, and the rest; None where the sheet is not plain as a whole."""
    start, end = data.find(_OPENS), data.rfind(_CLOSES)
    if start < 0 or end < start or _OTHER_ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:500]):
        return None
    start += len(_OPENS)
    if b"<!" in data[:start] or data.count(b"<?", 0, start) > 1:  # the opening may stand in a comment
        return None
    rows = data[start:end]
    odd = len(rows.translate(None, _UNPLAIN)) != len(rows)
    if odd or b"]]>" in rows or b"\xef\xbf\xbe" in rows or b"\xef\xbf\xbf" in rows:
        return None
    try:
        return data[:start], rows.decode(), data[end:]
    except UnicodeDecodeError:
        return None


class PlainRows:
    """Takes rows from the front of a text as long as they are plain; `at` is where it stopped."""

    def __init__(self, text: str, most_columns: int, column_of: Callable[[str], int]) -> None:
        self.text = text
        self.at = 0
        self._most = most_columns
        self._column_of = column_of
        self._shapes: list[Shape] = []

    def next(self) -> tuple[int, Shape, tuple[str, ...]] | None:
        """The next row's number, shape and the inside of each cell; None where it is not plain or there is none."""
        for index, shape in enumerate(self._shapes):
            if found := shape.pattern.match(self.text, self.at):
                if index:
                    self._shapes.insert(0, self._shapes.pop(index))
                self.at = found.end()
                number, *inside = found.groups()
                return int(number), shape, tuple(inside)
        learned = self._learn() if len(self._shapes) < _MOST_SHAPES else None
        if learned is not None:
            self._shapes.insert(0, learned)
            return self.next()
        return None

    def _learn(self) -> Shape | None:
        """The shape of the row here; None where it is not plain."""
        head = _ROW_START.match(self.text, self.at)
        if head is None:
            return None
        at, cells = head.end(), []
        while found := _CELL.match(self.text, at):
            letters, number, style = found.groups()
            if number != head[1]:
                return None
            cells.append((letters, style or ""))
            at = found.end()
        columns = [self._column_of(letters) for letters, _ in cells]
        if not self.text.startswith("</row>", at) or len(set(columns)) != len(columns):
            return None
        if any(column >= self._most for column in columns):
            return None
        return Shape(cells, self._column_of)


def take_apart(inside: str) -> Inside | None:
    """What a cell holds; None where it is empty."""
    if inside.startswith(_TEXT):
        kind = "inlineStr"
        value = inside[inside.index(">", len(_TEXT)) + 1 : -len("</t></is></c>")]
    elif inside.startswith(_NUMBER):
        kind, value = "n", inside[len(_NUMBER) : -len("</v></c>")]
    else:
        found = _TAKEN_APART.match(inside)
        if found is None:
            return None
        kind, value = found[1], found[2]
    if not value:
        return None
    return Inside(kind, _SIGNS.sub(_sign, value) if "&" in value else value)


@lru_cache(maxsize=1000)
def _meant(name: str) -> str:
    return chr(int(name[1:])) if name[0] == "#" else _NAMED[name]


def _sign(found: re.Match[str]) -> str:
    return _meant(found[1])

"""Reading a workbook's XML with expat: DOCTYPE refused, depth counted, every cell met once.

The gate uses it to look, the reader to take values; so both see the same cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.parsers import expat

from app.domain.errors import Refused


class Limits(NamedTuple):
    rows: int
    columns: int
    depth: int


_ROWS_DEPTH = 2  # worksheet, sheetData
LAST_ROW = 1_048_576
_NOT_XML = (expat.ExpatError, ValueError, LookupError)  # the last for an encoding nobody knows
_REF = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)


def LOCAL(name: str) -> str:  # noqa: N802 (a name that reads as the XML term it is)
    """The local part of a prefixed name: Excel writes none, others write `x:row`."""
    return name.rpartition(":")[2]


class XmlScan:
    """An expat parser that refuses DOCTYPE, depth and damage; keeps the attributes of wanted elements.

    `where` begins each sentence: the file and the part.
    """

    def __init__(self, where: str, depth: int, keep: frozenset[str] = frozenset()) -> None:
        self.where = where
        self.kept: list[tuple[str, dict[str, str]]] = []
        self._most = depth
        self._depth = 0
        self._keep = keep
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def feed(self, chunk: bytes | memoryview) -> None:
        try:
            self.parser.Parse(chunk, False)
        except _NOT_XML as error:
            raise self.broken("is not well-formed") from error

    def close(self) -> None:
        try:
            self.parser.Parse(b"", True)
        except _NOT_XML as error:
            raise self.broken("is not well-formed") from error
        finally:
            # The parser holds our methods and we hold it: part them, or memory waits for the collector.
            self.parser.StartElementHandler = None
            self.parser.EndElementHandler = None
            self.parser.CharacterDataHandler = None
            self.parser.StartDoctypeDeclHandler = None
            self.parser.EntityDeclHandler = None

    def broken(self, what: str) -> Refused:
        return Refused(f"{self.where} {what}; nothing was taken over. Ask for the form saved anew as .xlsx.")

    def _doctype(self, *_: object) -> None:
        raise self.broken("declares a document type, which no workbook needs")

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.deeper()
        if self._keep and LOCAL(name) in self._keep:
            self.kept.append((LOCAL(name), {LOCAL(key): value for key, value in given.items()}))

    def deeper(self) -> None:
        self._depth += 1
        if self._depth > self._most:
            raise self.broken(f"is nested deeper than {self._most}")

    def _end(self, _name: str) -> None:
        self._depth -= 1


class FoundCell(NamedTuple):
    """A filled cell as the sheet's XML has it. `formula` is None where there is none."""

    row: int
    column: int
    kind: str
    style: str
    value: str
    formula: str | None


class SheetScan(XmlScan):
    """Walks a worksheet: calls `take` for each filled cell, in order, and refuses what no form has."""

    def __init__(self, where: str, limits: Limits, take: Callable[[FoundCell], None] | None) -> None:
        super().__init__(where, limits.depth)
        self.limits = limits
        self.take = take
        self.filled_rows = 0
        self.rows_open = False
        self._row = 0
        self._rows_seen: set[int] = set()
        self._row_filled = False
        self._columns_seen: set[int] = set()
        self._column = -1
        self._kind = self._style = ""
        self._filled = False
        self._formula: str | None = None
        self._in_cell = False
        self._phonetic = 0
        self._into: list[str] | None = None
        self._value: list[str] = []
        self._formula_text: list[str] = []

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.deeper()
        name = LOCAL(name)
        if name == "c":
            self._start_cell(given)
        elif self._in_cell:
            self._start_inside(name)
        elif name == "row":
            self._start_row(given)
        elif name == "sheetData":
            self.rows_open = self._depth == _ROWS_DEPTH
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))

    def _start_inside(self, name: str) -> None:
        if name == "rPh":
            self._phonetic += 1
        elif name == "f":
            self._formula = ""
            self._filled = True
            self._listen(self._formula_text)
        elif name in ("v", "t") and not self._phonetic:
            self._filled = True
            self._listen(self._value)

    def _listen(self, into: list[str]) -> None:
        self._into = into
        self.parser.CharacterDataHandler = into.append

    def _start_row(self, given: dict[str, str]) -> None:
        text = given.get("r")
        if text is None:
            self._row += 1
        elif text.isascii() and text.isdigit() and len(text) <= 7:
            self._row = int(text)
        else:
            self._row = 0
        self._enter_row()

    @property
    def between_rows(self) -> bool:
        """Whether the next thing may be a row."""
        return self.rows_open and self._depth == _ROWS_DEPTH and not self._in_cell

    def plain_rows(self, numbers: Sequence[int], filled: int) -> None:
        """Rows that were taken whole (`plain_rows`) are among ours too; `filled` of them hold something."""
        seen = self._rows_seen
        if max(numbers) > LAST_ROW or len(set(numbers)) < len(numbers) or not seen.isdisjoint(numbers):
            for self._row in numbers:
                self._enter_row()  # one of them is refused
        seen.update(numbers)
        self._fill_rows(filled)

    def _enter_row(self) -> None:
        if not 1 <= self._row <= LAST_ROW:
            raise self.broken("numbers a row wrongly")
        if self._row in self._rows_seen:
            raise self.broken(f"holds row {self._row} twice")
        self._rows_seen.add(self._row)
        self._columns_seen = set()
        self._row_filled = False
        self._column = -1

    def _start_cell(self, given: dict[str, str]) -> None:
        if self._in_cell:
            raise self.broken("holds a cell inside a cell")
        ref = given.get("r")
        if ref is None:
            self._column += 1
        else:
            row, self._column = self._place(ref)
            if row != self._row:
                raise self.broken(f"holds cell {ref[:10]} in row {self._row}")
        if self._column in self._columns_seen:
            raise self.broken(f"holds a cell of row {self._row} twice")
        self._columns_seen.add(self._column)
        self._in_cell = True
        self._filled = False
        self._formula = None
        self._phonetic = 0
        self._kind = given.get("t", "n")
        self._style = given.get("s", "0")
        self._value.clear()
        self._formula_text.clear()

    def _place(self, ref: str) -> tuple[int, int]:
        found = _REF.fullmatch(ref)
        if found is None:
            raise self.broken(f"names a cell wrongly ({ref[:20]!r})")
        return int(found.group(2)), column_of(found.group(1))

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._into is not None:
            self.parser.CharacterDataHandler = None
            self._into = None
        if not self._in_cell:
            return
        name = LOCAL(name)
        if name == "rPh":
            self._phonetic -= 1
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        self._in_cell = False
        if not self._filled:
            return
        value = "".join(self._value)
        formula = "".join(self._formula_text) if self._formula is not None else None
        if formula is None and not value:
            return
        if self._column >= self.limits.columns:
            raise self.broken(f"has more than {self.limits.columns} columns")
        if not self._row_filled:
            self._row_filled = True
            self._fill_rows(1)
        if self.take is not None:
            self.take(FoundCell(self._row, self._column, self._kind, self._style, value, formula))

    def _fill_rows(self, more: int) -> None:
        self.filled_rows += more
        if self.filled_rows > self.limits.rows:
            raise self.broken(f"has more than {self.limits.rows:,} rows")

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        (top, left), (bottom, right) = self._place(first), self._place(last or first)
        if top > bottom or left > right or right >= self.limits.columns or bottom - top > self.limits.rows:
            raise self.broken(f"merges cells outside the form ({ref[:20]})")


def column_of(letters: str) -> int:
    """0 for `A`, 26 for `AA`."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def scan_sheet(where: str, limits: Limits) -> SheetScan:
    """A scan that only looks."""
    return SheetScan(where, limits, None)

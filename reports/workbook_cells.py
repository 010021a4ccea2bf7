"""A workbook's cells as values: shared strings, styles that mean dates, sheets in order.

Runs in the worker, behind the gate. Formulas are told, never computed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from app.domain.errors import Refused
from app.domain.raw_cells import CellKind, RawCell, RawRow
from reports import plain_rows
from reports.gate import LIMITS
from reports.plain_texts import one_text, texts_of
from reports.shared_texts import LONGEST_CELL, SharedTexts
from reports.sheet_xml import FoundCell, SheetScan, XmlScan, column_of
from reports.workbook_values import Properties, Styles, index_of, number_cell, serial_date, unescape

MOST_TEXT = 20 * 1024 * 1024
"""Characters of all cells together: one shared string may be named by a million cells."""

_EMPTY = RawCell(CellKind.TEXT, "")
_TEXT_OF = itemgetter(1)
_SHORT = 60  # letters of a cell that is worth remembering
_MOST_ODD_ROWS = 2_000  # each costs a look at every shape; a sheet with more of them is read sooner without


class Block(NamedTuple):
    """Rows of one shape. `order` is each one's place among all that are handed over with it."""

    order: Sequence[int]
    numbers: Sequence[int]
    columns: Sequence[int]
    """Columns of texts; `texts` holds them one after the other, each down all rows, empty where there is none."""

    texts: str | Sequence[str]
    """As one text parted by `APART`, or where one of them holds that sign, apart."""

    cells: Sequence[tuple[int, Sequence[RawCell]]]
    """Columns of cells that are no texts, or not written as the others: `_EMPTY` where there is none."""


class _NotPlain(Exception):
    """A text that is not what it seems: all from here on is met element by element."""


class _Known(dict[str, RawCell]):
    """What stands in a cell of some style, to the cell it is; most numbers and dates stand there many times."""

    def __init__(self, cell_of: Callable[[str], RawCell]) -> None:
        super().__init__()
        self._cell_of = cell_of

    def __missing__(self, held: str) -> RawCell:
        cell = self._cell_of(held) if held else _EMPTY
        if len(held) <= _SHORT:
            self[held] = cell
        return cell


class Book:
    """A workbook that has passed the gate, by its parts. `name` begins each sentence of a refusal.

    `computed` says to take the value that a formula had when the file was saved; else the formula is told.
    """

    def __init__(self, parts: Mapping[str, bytes], name: str, *, computed: bool = False) -> None:
        self.name = name
        self._parts = {part.casefold(): body for part, body in parts.items()}
        self._computed = computed
        self._text = 0
        self._known: dict[tuple[str, bool], _Known] = {}
        base = self._related("", "officeDocument") or ["xl/workbook.xml"]
        self._path = base[0]
        scan = XmlScan(self.name, LIMITS.depth, frozenset({"sheet", "workbookPr"}))
        self._feed(scan, self._path)
        self._listed = [given for element, given in scan.kept if element == "sheet"]
        self.since_1904 = any(
            given.get("date1904", "") in ("1", "true")
            for element, given in scan.kept
            if element == "workbookPr"
        )
        self._strings = self._load_strings()
        self._shared = _Shared(self._strings, self._text_missing)
        self._dates = self._load_styles()

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Name and part of each worksheet, in the order of its tabs; chart sheets are passed over."""
        targets = self._relations(self._path)
        for given in self._listed:
            kind, target = targets.get(given.get("id", ""), ("", ""))
            if kind == "worksheet" and self._has(target):
                yield given.get("name", ""), target

    def read_sheet(
        self, name: str, part: str, take: Callable[[RawRow], None], take_blocks: Callable[[list[Block]], None]
    ) -> None:
        """Call `take` with each filled row of a sheet and `take_blocks` with many, in the file's order."""
        cells: dict[int, RawCell] = {}
        at = [0]

        def flush() -> None:
            if cells:
                take(RawRow(at[0], dict(cells)))
                cells.clear()

        def take_cell(found: FoundCell) -> None:
            if found.row != at[0]:
                flush()
                at[0] = found.row
            cell = self._value(found)
            if cell != _EMPTY:  # a shared text of nothing
                cells[found.column] = cell

        def take_taken(taken: list[plain_rows.Taken]) -> bool:
            letters = self._text
            try:
                blocks = [self._block(each) for each in taken]
            except _NotPlain:
                self._text = letters
                return False
            scan.plain_rows(_in_order(taken), sum(map(_filled, taken)))
            flush()
            take_blocks(blocks)
            return True

        scan = SheetScan(f"{self.name}, sheet '{name[:40]}',", LIMITS, take_cell)
        data = self._body(part)
        if len(data) < plain_rows.FROM_BYTES:
            scan.feed(data)
        else:
            _feed_plainly(scan, data, take_taken)
        scan.close()
        flush()

    def _block(self, taken: plain_rows.Taken) -> Block:
        """What rows of one shape hold. Raises _NotPlain."""
        shape, order, numbers, values, others = taken
        inline = [held for held, form in zip(values, shape.forms, strict=True) if form == plain_rows.INLINE]
        meant, whole = self._inline(list(chain.from_iterable(inline)))
        columns: list[int] = []
        texts: list[str] = []
        cells: list[tuple[int, Sequence[RawCell]]] = []
        at = 0
        for column, style, form, held, other in zip(
            shape.columns, shape.styles, shape.forms, values, others, strict=True
        ):
            if form == plain_rows.NUMBER:
                cells.append((column, list(map(self._cells_of(style, number=True).__getitem__, held))))
            else:
                columns.append(column)
                if form == plain_rows.SHARED:
                    texts += map(self._shared.__getitem__, held)
                else:
                    texts += meant[at : at + len(held)]
                    at += len(held)
            if any(other):
                cells.append((column, list(map(self._cells_of(style, number=False).__getitem__, other))))
        letters = chain.from_iterable(map(_TEXT_OF, held) for _, held in cells)
        self._count(sum(map(len, texts)) + sum(map(len, letters)))
        if len(texts) > len(meant) or not whole:
            whole = one_text(texts) or ""
        return Block(order, numbers, columns, whole or texts, cells)

    def _inline(self, written: list[str]) -> tuple[list[str], str]:
        """Texts that stand in their cells, and the same as one where they may stay so."""
        if not written:
            return [], ""
        found = texts_of(written)
        if found is None:
            raise _NotPlain
        meant, whole = found
        if "_x" in whole or max(map(len, meant)) > LONGEST_CELL:
            return [unescape(text)[:LONGEST_CELL] for text in meant], ""
        return meant, whole

    def _cells_of(self, style: str, *, number: bool) -> _Known:
        """Cells of a style: by their number, or by all that stands in them."""
        known = self._known.get((style, number))
        if known is None:
            known = _Known(partial(self._plain_number if number else self._plain_cell, style))
            self._known[style, number] = known
        return known

    def _plain_number(self, style: str, held: str) -> RawCell:
        return self._number(FoundCell(0, 0, plain_rows.NUMBER, style, held, None))

    def _plain_cell(self, style: str, inside: str) -> RawCell:
        kind, value = plain_rows.take_apart(inside)
        if not value:
            return _EMPTY
        if kind == plain_rows.INLINE:
            return RawCell(CellKind.TEXT, self._inline([value])[0][0])
        cell = self._typed(FoundCell(0, 0, kind, style, value, None))
        return RawCell(cell.kind, cell.text[:LONGEST_CELL])

    def properties(self) -> list[tuple[str, str]]:
        """The custom document properties that are text."""
        if not self._has("docProps/custom.xml"):
            return []
        scan = Properties(self.name)
        self._feed(scan, "docProps/custom.xml")
        return scan.found[:100]

    def _value(self, found: FoundCell) -> RawCell:
        cell = self._typed(found)
        text = cell.text[:LONGEST_CELL]
        self._count(len(text))
        return RawCell(cell.kind, text)

    def _count(self, letters: int) -> None:
        self._text += letters
        if self._text > MOST_TEXT:
            raise Refused(
                f"{self.name} holds more text than the form can; nothing was taken over. Ask for it anew."
            )

    def _typed(self, found: FoundCell) -> RawCell:
        if found.formula is not None and not (self._computed and found.value):
            return RawCell(CellKind.FORMULA, found.formula or found.value)
        match found.kind:
            case "s":
                return RawCell(CellKind.TEXT, self._shared[found.value])
            case "e":
                return RawCell(CellKind.ERROR, found.value)
            case "b":
                return RawCell(CellKind.BOOL, "TRUE" if found.value.strip() in ("1", "true") else "FALSE")
            case "d":
                return RawCell(CellKind.DATE, found.value.strip())
            case "str" | "inlineStr":
                return RawCell(CellKind.TEXT, unescape(found.value))
        return self._number(found)

    def _text_missing(self) -> Refused:
        return Refused(
            f"{self.name} is damaged (a text is missing); nothing was taken over. Ask for it anew."
        )

    def _number(self, found: FoundCell) -> RawCell:
        text = found.value.strip()
        if 0 <= (at := index_of(found.style)) < len(self._dates) and self._dates[at]:
            return serial_date(text, self.since_1904)
        return number_cell(text)

    def _load_strings(self) -> list[str]:
        for part in self._related(self._path, "sharedStrings"):
            strings = SharedTexts(f"{self.name}, shared texts,", LIMITS.depth)
            strings.read(self._body(part))
            return strings.texts
        return []

    def _load_styles(self) -> list[bool]:
        for part in self._related(self._path, "styles"):
            styles = Styles(f"{self.name}, styles,")
            self._feed(styles, part)
            return styles.dates
        return []

    def _has(self, part: str) -> bool:
        return part.casefold() in self._parts

    def _body(self, part: str) -> bytes:
        if not self._has(part):
            raise Refused(
                f"{self.name} is damaged (a part is missing); nothing was taken over. Ask for it anew."
            )
        return self._parts[part.casefold()]

    def _feed(self, scan: XmlScan, part: str) -> None:
        scan.feed(self._body(part))
        scan.close()

    def _related(self, part: str, kind: str) -> list[str]:
        return [
            target for found, target in self._relations(part).values() if found == kind and self._has(target)
        ]

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id to (last word of the type, target as a part's name) of what a part names."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self._has(rels):
            return {}
        scan = XmlScan(self.name, LIMITS.depth, frozenset({"Relationship"}))
        self._feed(scan, rels)
        return {
            given.get("Id", ""): (
                given.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip("/"),
            )
            for _, given in scan.kept
            if given.get("TargetMode", "").casefold() != "external"
        }


class _Shared(dict[str, str]):
    """A shared text by its place as a cell writes it, with `_x000D_` and its like as what they mean."""

    def __init__(self, texts: Sequence[str], missing: Callable[[], Refused]) -> None:
        super().__init__({"": ""})
        self._texts, self._none = texts, missing

    def __missing__(self, place: str) -> str:
        at = index_of(place)
        if not 0 <= at < len(self._texts):
            raise self._none()
        self[place] = text = unescape(self._texts[at])
        return text


def _feed_plainly(scan: SheetScan, data: bytes, take: Callable[[list[plain_rows.Taken]], bool]) -> None:
    """Give `take` what rows can be taken whole, and feed the rest; all of it once `take` declines."""
    at = plain_rows.plain_from(data)
    scan.feed(memoryview(data)[: max(at, 0)])
    rows = plain_rows.PlainRows(LIMITS.columns, column_of)
    odd = 0
    while at > 0 and scan.between_rows and (text := plain_rows.slice_from(data, at)):
        rows.begin(text)
        while scan.between_rows:
            start = rows.at
            if taken := rows.take():
                if take(taken):
                    continue
                rows.at, odd = start, _MOST_ODD_ROWS
            row = rows.next_row()
            odd += 1
            if not row or odd > _MOST_ODD_ROWS or "<!" in row or "<?" in row:
                rows.at -= len(row)
                break
            scan.feed(row.encode())
        at += len(text[: rows.at].encode())
        if rows.at < len(text):
            break
    scan.feed(memoryview(data)[max(at, 0) :])


def _in_order(taken: Sequence[plain_rows.Taken]) -> Sequence[int]:
    """The numbers of all rows, as they stand in the file."""
    if len(taken) == 1:
        return taken[0].numbers
    pairs = chain.from_iterable(zip(each.order, each.numbers, strict=True) for each in taken)
    return [number for _, number in sorted(pairs)]


def _filled(taken: plain_rows.Taken) -> int:
    """How many of the rows hold anything."""
    if any("" not in held for held in taken.values):
        return len(taken.numbers)
    return sum(map(any, zip(*taken.values, *taken.others, strict=True)))

"""A workbook's cells as values: shared strings, styles that mean dates, sheets in order.

Runs in the worker, behind the gate. Formulas are told, never computed.
"""

from __future__ import annotations

import io
import math
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from operator import getitem, itemgetter

from app.domain.errors import Refused
from app.domain.police_cells import CellKind, RawCell
from app.domain.police_return import RawRow
from reports import plain_rows
from reports.gate import LIMITS
from reports.sheet_xml import LOCAL, FoundCell, SheetScan, XmlScan, column_of

LONGEST_CELL = 40_000
MOST_TEXT = 20 * 1024 * 1024
"""Characters of all cells together: one shared string may be named by a million cells."""

_DATE_STYLES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[+-]?[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
_EMPTY = RawCell(CellKind.TEXT, "")
_TEXT_OF = itemgetter(1)
_SHORT = 60  # letters of a cell that is worth remembering
_LONGEST_FORMAT = 255  # what Excel allows, and what keeps a look at it short
_LAST_SERIAL = 2_958_465  # 31/12/9999


class _Strings(XmlScan):
    """xl/sharedStrings.xml: one text for each `si`; phonetic guides are left out."""

    def __init__(self, where: str) -> None:
        super().__init__(where, LIMITS.depth)
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._phonetic = 0

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.deeper()
        match LOCAL(name):
            case "si":
                self._parts.clear()
            case "rPh":
                self._phonetic += 1
            case "t" if not self._phonetic:
                self.parser.CharacterDataHandler = self._parts.append

    def _end(self, name: str) -> None:
        super()._end(name)
        match LOCAL(name):
            case "si":
                self.texts.append("".join(self._parts)[:LONGEST_CELL])
            case "rPh":
                self._phonetic -= 1
            case "t":
                self.parser.CharacterDataHandler = None


class _Styles(XmlScan):
    """xl/styles.xml: which cell styles show a date."""

    def __init__(self, where: str) -> None:
        super().__init__(where, LIMITS.depth)
        self.dates: list[bool] = []
        self._formats: dict[str, str] = {}
        self._in_cells = False

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.deeper()
        match LOCAL(name):
            case "numFmt":
                self._formats[given.get("numFmtId", "")] = given.get("formatCode", "")[:_LONGEST_FORMAT]
            case "cellXfs":
                self._in_cells = True
            case "xf" if self._in_cells:
                self.dates.append(self._is_date(given.get("numFmtId", "0")))

    def _end(self, name: str) -> None:
        super()._end(name)
        if LOCAL(name) == "cellXfs":
            self._in_cells = False

    def _is_date(self, format_id: str) -> bool:
        if format_id in self._formats:
            code = _QUOTED.sub("", self._formats[format_id]).casefold()
            return code != "general" and any(letter in code for letter in "dmyh")
        return format_id.isdigit() and int(format_id) in _DATE_STYLES


class _ByStyle(dict[str, "_Known"]):
    """For each style what is known of plainly written cells."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book

    def __missing__(self, style: str) -> _Known:
        self[style] = known = _Known(self._book, style)
        return known


class _Known(dict[str, RawCell]):
    """What stands in a cell, to the cell it is; most of a sheet's short ones stand there many times."""

    def __init__(self, book: Book, style: str) -> None:
        super().__init__()
        self._book, self._style = book, style

    def __missing__(self, held: str) -> RawCell:
        cell = self._book.plain_cell(self._style, held)
        if len(held) <= _SHORT:
            self[held] = cell
        return cell


class Book:
    """A workbook that has passed the gate. `name` begins each sentence of a refusal."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = {part.casefold(): part for part in self._zip.namelist()}
        self._text = 0
        self._plain = _ByStyle(self)
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
        self._dates = self._load_styles()

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Name and part of each worksheet, in the order of its tabs; chart sheets are passed over."""
        targets = self._relations(self._path)
        for given in self._listed:
            kind, target = targets.get(given.get("id", ""), ("", ""))
            if kind == "worksheet" and self._has(target):
                yield given.get("name", ""), target

    def read_sheet(self, name: str, part: str, take: Callable[[RawRow], None]) -> None:
        """Call `take` with each filled row of a sheet, in the file's order."""
        cells: dict[int, RawCell] = {}
        at = [0]

        def take_cell(found: FoundCell) -> None:
            if found.row != at[0]:
                if cells:
                    take(RawRow(at[0], dict(cells)))
                    cells.clear()
                at[0] = found.row
            cells[found.column] = self._value(found, name)

        scan = SheetScan(f"{self.name}, sheet '{name[:40]}',", LIMITS, take_cell)
        if (
            plain_rows.FROM_BYTES
            <= self._zip.getinfo(self._names[part.casefold()]).file_size
            <= plain_rows.TO_BYTES
        ):
            self._feed_plainly(scan, part, take)
        else:
            self._feed(scan, part)
        if cells:
            take(RawRow(at[0], dict(cells)))

    def _feed_plainly(self, scan: SheetScan, part: str, take: Callable[[RawRow], None]) -> None:
        """Take rows whole from the front as long as they are plain, and feed the rest."""
        data = self._zip.read(self._names[part.casefold()])
        split = plain_rows.split_sheet(data)
        if split is None:
            scan.feed(data)
        else:
            head, rows, tail = split
            scan.feed(head)
            at = self._take_plain_rows(scan, rows, take) if scan.rows_open else 0
            scan.feed(rows[at:].encode())
            scan.feed(tail)
        scan.close()

    def _take_plain_rows(self, scan: SheetScan, text: str, take: Callable[[RawRow], None]) -> int:
        rows = plain_rows.PlainRows(text, LIMITS.columns, column_of)
        while found := rows.next():
            number, shape, inside = found
            scan.plain_row(number)
            known = [self._plain[style] for style in shape.styles]
            held = list(map(getitem, known, inside))
            cells = dict(zip(shape.columns, held, strict=True))
            if _EMPTY in held:
                cells = {column: cell for column, cell in cells.items() if cell is not _EMPTY}
            if cells:
                scan.fill_row()
                self._count(sum(map(len, map(_TEXT_OF, cells.values()))))
                take(RawRow(number, cells))
        return rows.at

    def plain_cell(self, style: str, held: str) -> RawCell:
        """A cell by its style and what stands in it."""
        inside = plain_rows.take_apart(held)
        if inside is None:
            return _EMPTY
        cell = self._typed(FoundCell(0, 0, inside.kind, style, inside.value, None))
        return RawCell(cell.kind, cell.text[:LONGEST_CELL]) if len(cell.text) > LONGEST_CELL else cell

    def properties(self) -> list[tuple[str, str]]:
        """The custom document properties that are text."""
        if not self._has("docProps/custom.xml"):
            return []
        scan = _Properties(self.name)
        self._feed(scan, "docProps/custom.xml")
        return scan.found[:100]

    def _value(self, found: FoundCell, sheet: str) -> RawCell:
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
        if found.formula is not None:
            return RawCell(CellKind.FORMULA, found.formula or found.value)
        match found.kind:
            case "s":
                index = _index(found.value)
                if not 0 <= index < len(self._strings):
                    raise Refused(
                        f"{self.name} is damaged (a text is missing); nothing was taken over. Ask for it anew."
                    )
                return RawCell(CellKind.TEXT, unescape(self._strings[index]))
            case "e":
                return RawCell(CellKind.ERROR, found.value)
            case "b":
                return RawCell(CellKind.BOOL, "TRUE" if found.value.strip() in ("1", "true") else "FALSE")
            case "d":
                return RawCell(CellKind.DATE, found.value.strip())
            case "str" | "inlineStr":
                return RawCell(CellKind.TEXT, unescape(found.value))
        return self._number(found)

    def _number(self, found: FoundCell) -> RawCell:
        text = found.value.strip()
        if self._shows_date(found.style):
            return serial_date(text, self.since_1904)
        if text.isascii() and text.isdigit() and len(text) <= 15:
            return RawCell(CellKind.NUMBER, text)
        number = _float(text)
        if number is None:
            return RawCell(CellKind.ERROR, text)
        return RawCell(CellKind.NUMBER, f"{number:.0f}" if number == int(number) else f"{number:.15g}")

    def _shows_date(self, style: str) -> bool:
        return 0 <= (at := _index(style)) < len(self._dates) and self._dates[at]

    def _load_strings(self) -> list[str]:
        for part in self._related(self._path, "sharedStrings"):
            strings = _Strings(f"{self.name}, shared texts,")
            self._feed(strings, part)
            return strings.texts
        return []

    def _load_styles(self) -> list[bool]:
        for part in self._related(self._path, "styles"):
            styles = _Styles(f"{self.name}, styles,")
            self._feed(styles, part)
            return styles.dates
        return []

    def _has(self, part: str) -> bool:
        return part.casefold() in self._names

    def _feed(self, scan: XmlScan, part: str) -> None:
        if not self._has(part):
            raise Refused(
                f"{self.name} is damaged (a part is missing); nothing was taken over. Ask for it anew."
            )
        with self._zip.open(self._names[part.casefold()]) as stream:
            while chunk := stream.read(65536):
                scan.feed(chunk)
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


class _Properties(XmlScan):
    def __init__(self, where: str) -> None:
        super().__init__(where, LIMITS.depth)
        self.found: list[tuple[str, str]] = []
        self._name = ""
        self._text: list[str] = []

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.deeper()
        if LOCAL(name) == "property":
            self._name = given.get("name", "")
            self._text.clear()
            self.parser.CharacterDataHandler = self._text.append

    def _end(self, name: str) -> None:
        super()._end(name)
        if LOCAL(name) == "property":
            self.found.append((self._name[:200], "".join(self._text).strip()[:200]))
            self.parser.CharacterDataHandler = None


def unescape(text: str) -> str:
    """`_x000D_` and its like are how a sheet writes characters XML cannot hold.

    Half of a character that needs two becomes a replacement character: nothing could store it.
    """
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _index(text: str) -> int:
    """The place that a number names, -1 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else -1


def _float(text: str) -> float | None:
    """A number as XML writes it: none of the other ways in which Python would read one, and finite."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return number + 0 if math.isfinite(number) else None


def serial_date(text: str, since_1904: bool) -> RawCell:
    """A spreadsheet's day number as a date; a number that is no day (0, 60, a time alone) is refused."""
    number = _float(text)
    shown = text if len(text) <= 20 else text[:20]
    if number is None:
        return RawCell(CellKind.BAD_DATE if _NUMBER.fullmatch(text) else CellKind.ERROR, shown)
    if since_1904 and 0 <= number <= _LAST_SERIAL - 1462:
        return RawCell(CellKind.DATE, (date(1904, 1, 1) + timedelta(days=int(number))).isoformat())
    if since_1904 or not 1 <= number < _LAST_SERIAL + 1 or int(number) == 60:
        return RawCell(CellKind.BAD_DATE, shown)
    start = date(1899, 12, 31) if number < 60 else date(1899, 12, 30)
    return RawCell(CellKind.DATE, (start + timedelta(days=int(number))).isoformat())

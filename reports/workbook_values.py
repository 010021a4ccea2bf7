"""What a workbook's parts say of its cells: which styles show a date, what a number is, custom properties."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

from app.domain.raw_cells import CellKind, RawCell
from reports.gate import LIMITS
from reports.sheet_xml import LOCAL, XmlScan

_DATE_STYLES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[+-]?[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
_LONGEST_FORMAT = 255  # what Excel allows, and what keeps a look at it short
_LAST_SERIAL = 2_958_465  # 31/12/9999


class Styles(XmlScan):
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


class Properties(XmlScan):
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


def index_of(text: str) -> int:
    """The place that a number names, -1 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else -1


def number_cell(text: str) -> RawCell:
    """A number, whole ones without a point; what is none is an error of the spreadsheet."""
    if text.isascii() and text.isdigit() and len(text) <= 15:
        return RawCell(CellKind.NUMBER, text)
    number = _float(text)
    if number is None:
        return RawCell(CellKind.ERROR, text)
    return RawCell(CellKind.NUMBER, f"{number:.0f}" if number == int(number) else f"{number:.15g}")


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

"""A workbook or CSV as read, before any meaning: what the reading process hands over.

Apart from the rest, and of the plainest kinds, so that the process that reads a file has little to import.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class CellKind(StrEnum):
    """What the file says a cell is."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    FORMULA = "formula"
    ERROR = "error"
    BAD_DATE = "bad-date"


class RawCell(NamedTuple):
    """A cell as the file has it. A date's text is ISO; a formula's is the formula; a number's has no `.0`."""

    kind: CellKind
    text: str


class RawRow(NamedTuple):
    """One row of the file: its number as a spreadsheet shows it, its filled cells by column (0 is A)."""

    number: int
    cells: dict[int, RawCell]


class RawSheet(NamedTuple):
    name: str
    rows: tuple[RawRow, ...]


class RawWorkbook(NamedTuple):
    """The whole file. `notes` say what was left out (external links, …)."""

    sheets: tuple[RawSheet, ...]
    notes: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()

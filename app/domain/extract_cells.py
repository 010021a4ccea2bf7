"""Reading one cell of the extract: each kind's forms, and nothing guessed (design/formats.md section 1).

A reader takes a cell that is not blank (text already cleaned) and answers the value, or a `Fault`
whose reason fits after the heading. Readers are memoised by text, which is why they hold no state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from app.domain.dates import read_date, show_date
from app.domain.extract_fields import FieldKind, SentenceKind
from app.domain.names import clean, fold
from app.domain.words import RiskWord

Cell = str | date | int | float | None
"""What a file's cell holds. Spreadsheets' true and false arrive as the texts TRUE and FALSE."""


class Fault(NamedTuple):
    """Why a cell's value refuses its row."""

    reason: str


class Length(NamedTuple):
    """A sentence length: the text to show and, where it was readable, its months and kind."""

    text: str
    months: int | None
    kind: SentenceKind | None


NO_LENGTH = Length("", None, None)

_YES_NO = {
    "y": True,
    "yes": True,
    "true": True,
    "1": True,
    "n": False,
    "no": False,
    "false": False,
    "0": False,
}
_RISK = {word.casefold(): word for word in RiskWord}
_RATIO = re.compile(r"(?:[0-9]{1,3}(?:[.,][0-9]*)?|[.,][0-9]+)")
_LENGTH = re.compile(
    r"(?:(?P<years>[0-9]{1,3}) ?(?:y|yrs?|years?))?(?:,| and)? ?(?:(?P<months>[0-9]{1,4}) ?(?:m|mths?|months?))?"
)
# The sign that our own files put before a text a spreadsheet would take for a formula.
_GUARDED = re.compile(r"'(?=[=+\-@])")
_LONGEST_COUNT = 9


def as_text(cell: Cell) -> str:
    """A cell as a person would type it: `60717356` for a number cell, `dd/mm/yyyy` for a date."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, date):
        return show_date(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _shown(cell: Cell) -> str:
    text = as_text(cell)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


def read_text(cell: Cell) -> str:
    """Text as it stands; the guard of a file that was saved by us to be mended is taken off again."""
    text = as_text(cell)
    return _GUARDED.sub("", text, count=1) if text.startswith("'") else text


def read_items(cell: Cell) -> tuple[str, ...]:
    """`Assault; Theft` as its items."""
    return tuple(item for part in read_text(cell).split(";") if (item := part.strip()))


def read_aliases(cell: Cell) -> tuple[tuple[str, str], ...]:
    """`Surname, Given; Surname, Given` as pairs; a single name has an empty second part."""
    pairs = []
    for item in read_items(cell):
        surname, _, given = item.partition(",")
        if surname.strip() or given.strip():
            pairs.append((surname.strip(), given.strip()))
    return tuple(pairs)


def read_day(cell: Cell) -> date | Fault:
    """A real spreadsheet date or one of the three written forms."""
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and (day := read_date(cell)):
        return day
    return Fault(f"{_shown(cell)} is not a date; write dd/mm/yyyy or yyyy-mm-dd with a four-digit year.")


def read_length(cell: Cell) -> Length:
    """Years and months in one form whatever way they were written; other words are kept as text."""
    text = as_text(cell)
    lowered = text.casefold()
    if lowered == SentenceKind.LIFE:
        return Length("life", None, SentenceKind.LIFE)
    if lowered == SentenceKind.PREVENTIVE_DETENTION:
        return Length("preventive detention", None, SentenceKind.PREVENTIVE_DETENTION)
    found = _LENGTH.fullmatch(lowered)
    if not found or (found["years"] is None and found["months"] is None):
        return Length(text, None, None)
    total = int(found["years"] or 0) * 12 + int(found["months"] or 0)
    return Length(show_length(total), total, SentenceKind.DETERMINATE)


def show_length(months: int) -> str:
    """54 as `4y 6m`, 96 as `8y`, 6 as `6m`."""
    years, rest = divmod(months, 12)
    return " ".join(([f"{years}y"] if years else []) + ([f"{rest}m"] if rest or not years else []))


def read_ratio(cell: Cell) -> float | Fault:
    """0 to 1 with a dot or a comma."""
    if isinstance(cell, str) and _RATIO.fullmatch(cell):
        value = float(cell.replace(",", "."))
    elif isinstance(cell, int | float):
        value = float(cell)
    else:
        return Fault(f"{_shown(cell)} is not a number from 0 to 1.")
    return value if 0 <= value <= 1 else Fault(f"{_shown(cell)} is not between 0 and 1.")


def read_count(cell: Cell) -> int | Fault:
    """A whole number from 0, in digits."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isdigit() and len(cell) <= _LONGEST_COUNT:
            return int(cell)
    elif isinstance(cell, int | float) and cell == cell // 1 and 0 <= cell < 10**_LONGEST_COUNT:
        return int(cell)
    return Fault(f"{_shown(cell)} is not a whole number in digits.")


def read_risk(cell: Cell) -> RiskWord | Fault:
    """Low, Medium, High or Very high, in any case."""
    return _RISK.get(as_text(cell).casefold()) or Fault(
        f"{_shown(cell)} is not one of Low, Medium, High, Very high."
    )


def read_yes_no(cell: Cell) -> bool | Fault:
    """Y/N, Yes/No, True/False or 1/0, in any case."""
    answer = _YES_NO.get(as_text(cell).casefold())
    return (
        Fault(f"{_shown(cell)} is neither yes nor no; write Y or N, or leave it blank.")
        if answer is None
        else answer
    )


def forum_reader(forums: Mapping[str, str] | None) -> Callable[[Cell], str | Fault]:
    """A reader that answers the code of a forum the register has, told by its code or its name.

    `forums` is from folded code or name to code (see `forum_keys`); None takes the text as it stands.
    """

    def read_forum(cell: Cell) -> str | Fault:
        if forums is None:
            return read_text(cell)
        code = forums.get(fold(as_text(cell)))
        return (
            Fault(f"{_shown(cell)} is no forum of this register, by code or by name.")
            if code is None
            else code
        )

    return read_forum


def forum_keys(forums: Mapping[str, str]) -> dict[str, str]:
    """From code → name to what `forum_reader` looks up; a code wins over another forum's name."""
    keys = {fold(name): code for code, name in forums.items()}
    keys.update({fold(code): code for code in forums})
    return keys


class CellReader(dict[Cell, Any]):
    """From a raw cell to its value, each distinct cell read once.

    A dictionary because a look-up in one is the cheapest call Python has; 160,000 cells of a large
    extract hold only some thousands of different texts.
    """

    def __init__(self, read: Callable[[Cell], Any], blank: Any, *, required: bool = False) -> None:
        super().__init__()
        self.read = read
        self.blank = Fault("is missing, and every row needs one.") if required else blank
        self.any_fault = False

    def __missing__(self, cell: Cell) -> Any:
        tidy = clean(cell) if isinstance(cell, str) else cell
        value = self.blank if tidy is None or tidy == "" else self.read(tidy)
        if type(value) is Fault:
            self.any_fault = True
        self[cell] = value
        return value


class DateReader(CellReader):
    """Reads the usual written forms straight away: most dates of birth stand in a file once."""

    def __missing__(self, cell: Cell) -> Any:
        day = read_date(cell) if type(cell) is str else None
        if day is None:
            return super().__missing__(cell)
        self[cell] = day
        return day


def is_plain(column: Sequence[Cell]) -> bool:
    """Whether each cell is letters and digits alone, so that reading it as text would change nothing."""
    try:
        joined = "".join(column)  # type: ignore[arg-type]  # asking is quicker than looking at each
    except TypeError:
        return False
    return joined.isascii() and joined.isalnum() and "" not in column


_READERS: Mapping[FieldKind, tuple[Callable[[Cell], Any], Any]] = {
    FieldKind.TEXT: (read_text, ""),
    FieldKind.ALIASES: (read_aliases, ()),
    FieldKind.DATE: (read_day, None),
    FieldKind.LENGTH: (read_length, NO_LENGTH),
    FieldKind.ITEMS: (read_items, ()),
    FieldKind.RATIO: (read_ratio, None),
    FieldKind.RISK: (read_risk, None),
    FieldKind.COUNT: (read_count, None),
    FieldKind.YES_NO: (read_yes_no, None),
}


def cell_readers(forums: Mapping[str, str] | None) -> Callable[[FieldKind, bool], CellReader]:
    """Readers for one file; columns of the same kind share what they have read."""
    made: dict[tuple[FieldKind, bool], CellReader] = {}

    def reader(kind: FieldKind, required: bool) -> CellReader:
        if (kind, required) not in made:
            read, blank = (forum_reader(forums), "") if kind is FieldKind.FORUM else _READERS[kind]
            made_by = DateReader if kind is FieldKind.DATE else CellReader
            made[kind, required] = made_by(read, blank, required=required)
        return made[kind, required]

    return reader

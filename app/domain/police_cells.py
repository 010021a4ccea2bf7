"""What stands in one cell of a returned workbook, and what it means (design/formats.md section 4).

Nothing is guessed: a cell either reads as its column asks, with a note where reading was lenient, or it is
refused in words and cannot be accepted without an edit.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from msgspec import Struct

from app.domain.dates import read_date, show_date
from app.domain.names import clean, fold, fold_prn
from app.domain.police import Column, ColumnKind
from app.domain.raw_cells import CellKind, RawCell
from app.domain.words import SixAnswer


class ReadCell(Struct, frozen=True):
    """A cell after reading. `theirs` is what Police wrote, for people to see; `value` is None when refused.

    Dates in `value` are ISO. `fault` says why it was refused, `note` what reading changed.
    """

    theirs: str
    value: str | None
    fault: str = ""
    note: str = ""


_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202e": "right-to-left override",
    "\ufeff": "byte order mark",
}
_SPEAK_TO = re.compile(r"\(?\s*(speak\s+(?:to|with)\b[^)]*)\)?\s*$", re.IGNORECASE)
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_POINT_ZERO = re.compile(r"(\d+)\.0+", re.ASCII)

MARK = "\N{REPLACEMENT CHARACTER}"
"""What stands in the place of a hidden character, so that nobody reads past one."""


def tidy(text: str) -> tuple[str, str]:
    """The text with hidden characters replaced and shown, and a note naming them (empty when none).

    Lines stay lines; within one, white space is folded. NFC (design/trust.md).
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()), ""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = sorted(set(_HIDDEN.findall(text)))
    shown = _HIDDEN.sub(MARK, text)
    lines = [clean(line) for line in shown.split("\n")]
    names = ", ".join(_NAMES.get(c, f"U+{ord(c):04X}") for c in found)
    note = f"hidden characters replaced by {MARK}: {names}" if found else ""
    return "\n".join(lines).strip("\n"), note


def plain(cell: RawCell) -> str:
    """The cell as one line a person reads: dates as dd/mm/yyyy, hidden characters gone."""
    if cell.kind is CellKind.DATE:
        day = as_date(cell.text)
        return show_date(day) if day else cell.text
    return clean(cell.text)


def as_date(text: str) -> date | None:
    """A date in the forms of section 1; a time of midnight behind an ISO date is let go."""
    text = text.strip()
    if found := _MIDNIGHT.fullmatch(text):
        text = found.group(1)
    return read_date(text)


def is_month_first(sent: str, returned: RawCell | None) -> bool | None:
    """Whether one of our dates came back as mm/dd/yyyy; None where this cell cannot tell.

    A CSV saved on a computer set to American dates turns every date round, the answers too.
    """
    day = as_date(sent)
    if day is None or returned is None or returned.kind is not CellKind.TEXT or day.day == day.month:
        return None
    found = _SLASHED.fullmatch(returned.text.strip())
    if found is None or int(found.group(3)) != day.year:
        return None
    written = (int(found.group(1)), int(found.group(2)))
    return True if written == (day.month, day.day) else False if written == (day.day, day.month) else None


def same_value(column: Column, sent: str, returned: RawCell | None, month_first: bool = False) -> bool:
    """Whether one of our cells came back as it was sent, after normalising.

    Macrons, case, blanks and apostrophes do not count; a date may come in any form; a number may have lost
    its leading zeros. `sent` is as in `SentRow.cells`; `month_first` is what `is_month_first` told of the file.
    """
    text = "" if returned is None else returned.text
    if column.kind is ColumnKind.DATE:
        turned = month_first and is_month_first(sent, returned)
        return bool(turned) or (as_date(sent) == as_date(text) if sent else not clean(text))
    if column.heading == "PRN":
        bare = _POINT_ZERO.fullmatch(text.strip())
        return fold_prn(clean(sent)) == fold_prn(bare.group(1) if bare else clean(text))
    if column.heading == "Rank" and (bare := _POINT_ZERO.fullmatch(text.strip())):
        text = bare.group(1)
    if returned is not None and returned.kind is CellKind.DATE:
        day = as_date(text)
        text = show_date(day) if day else text
    came, was = clean(text), clean(sent)
    # A CSV saved in Windows-1252 has `?` for each macron: that is the computer's doing, not the officer's.
    return fold(came) == fold(was) or came == was.encode("cp1252", "replace").decode("cp1252")


def read_cell(column: Column, cell: RawCell, month_first: bool = False) -> ReadCell | None:
    """One answer cell read as its column asks; None when it is blank.

    In a file whose dates were turned round (`is_month_first`) a date written with slashes is refused.
    """
    theirs, note = tidy(cell.text)
    if cell.kind is CellKind.DATE:
        theirs = plain(cell)
    if not theirs and cell.kind not in (CellKind.FORMULA, CellKind.ERROR):
        return None
    match cell.kind:
        case CellKind.FORMULA:
            shown = theirs if theirs.startswith("=") else f"={theirs}"
            return ReadCell(shown, None, "a formula, which is never computed: type the value instead")
        case CellKind.ERROR:
            return ReadCell(
                theirs or "#ERROR", None, "an error value of the spreadsheet: type the value instead"
            )
        case CellKind.BAD_DATE:
            return ReadCell(theirs, None, f"{theirs} is not a day of any calendar")
    match column.kind:
        case ColumnKind.DATE:
            if month_first and cell.kind is CellKind.TEXT and _SLASHED.fullmatch(theirs):
                return ReadCell(
                    theirs, None, f"{theirs}: this copy writes the month before the day; type the date anew"
                )
            return _read_date(cell, theirs)
        case ColumnKind.CHOICE:
            return _read_choice(column, cell, theirs, note)
    return _read_text(column, cell, theirs, note)


def read_typed(column: Column, text: str) -> ReadCell | None:
    """A value typed here (an edit), read by the same rules as a cell of the workbook."""
    return read_cell(column, RawCell(CellKind.TEXT, text))


def _read_date(cell: RawCell, theirs: str) -> ReadCell:
    if cell.kind is CellKind.NUMBER:
        return ReadCell(theirs, None, f"{theirs} is a number, not a date: write it as dd/mm/yyyy")
    day = as_date(theirs)
    if day is None and _SLASHED.fullmatch(theirs):
        return ReadCell(theirs, None, f"{theirs} is not a date: the calendar has no such day")
    if day is None:
        return ReadCell(
            theirs, None, f"'{_short(theirs)}' is not a date: write it as dd/mm/yyyy, four-digit year"
        )
    if not 1900 <= day.year <= 2199:
        return ReadCell(theirs, None, f"the year {day.year} cannot be right")
    shown = show_date(day)
    note = "" if cell.kind is CellKind.DATE else f"text read as {shown}"
    return ReadCell(theirs, day.isoformat(), note=note)


def _read_choice(column: Column, cell: RawCell, theirs: str, note: str) -> ReadCell:
    folded = fold(theirs.replace(MARK, ""))
    if column.choices == ("Y",):
        if folded in ("y", "yes", "true") or (cell.kind is CellKind.BOOL and folded == "1"):
            return ReadCell(theirs, "Y", note=note)
        return ReadCell(theirs, None, f"'{_short(theirs)}' is not Y: write Y, or leave the cell blank")
    for choice in column.choices:
        if folded == fold(choice):
            return ReadCell(theirs, choice, note=note)
    if SixAnswer.CANNOT_SHARE in column.choices and folded.startswith(fold(SixAnswer.CANNOT_SHARE)):
        whom = speak_to(theirs)
        if whom:
            return ReadCell(theirs, str(SixAnswer.CANNOT_SHARE), note=f"{whom} (written beside the answer)")
    allowed = " · ".join(column.choices)
    return ReadCell(theirs, None, f"'{_short(theirs)}' is not one of: {allowed}")


def speak_to(theirs: str) -> str:
    """`Speak to D/S Moana` out of `held, cannot share (speak to D/S Moana)`; empty where nobody is named."""
    found = _SPEAK_TO.search(clean(theirs))
    if not found:
        return ""
    words = found.group(1).strip()
    return f"Speak{words[5:]}" if len(words.split()) > 2 else ""


def _read_text(column: Column, cell: RawCell, theirs: str, note: str) -> ReadCell:
    if len(theirs) > column.longest:
        fault = f"{len(theirs):,} characters where {column.longest:,} fit: shorten it"
        return ReadCell(theirs[: column.longest], None, fault)
    if cell.kind is CellKind.NUMBER:
        digits = sum(c.isdigit() for c in theirs)
        if digits > 15 or "e" in theirs.lower():
            return ReadCell(theirs, None, "a number too long for a spreadsheet to keep: type it as text")
    if cell.kind is CellKind.DATE and not note:
        note = "the spreadsheet holds a date here"
    return ReadCell(theirs, theirs, note=note)


def _short(text: str) -> str:
    """Enough of what was written to find it by, on one line."""
    line = clean(text)
    return line if len(line) <= 40 else f"{line[:39]}…"

"""The Police workbook: its sheets, columns and sealed rows (design/formats.md section 4).

The table `COLUMNS` is the one column map: what is written, what is recognised on the way back, what
a cell may hold and what the officer is told. Reading back stands in `police_return`.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha384

from msgspec import Struct

from app.domain.names import fold
from app.domain.words import Grade, Handling, SixAnswer


class Sheet(StrEnum):
    """The sheets of the workbook, in order; the values are their names."""

    INSTRUCTIONS = "Instructions"
    CROSS_REFERENCE = "Cross-reference"
    ADDRESSES = "Addresses"
    PEOPLE = "Aliases and people"


SEALED_SHEETS = (Sheet.CROSS_REFERENCE, Sheet.ADDRESSES)
"""The sheets whose rows carry a seal; counts of rows span these two."""

FORM_SHEETS = (*SEALED_SHEETS, Sheet.PEOPLE)

EXCHANGE_LABEL = "Exchange"
"""What stands beside the exchange's name in Instructions: how a returned file says which one it is."""

NIA_NUMBER = "NIA number"
"""Police's own number of a person: shown with the case, on no paper."""

ROW = "Row"
ANSWER = "Police answer"
OFFICER = "Officer"
CHECKED_ON = "Checked on"
WHO_AND_WHEN = (OFFICER, CHECKED_ON)
"""Tell of the other answers of their row who gave them and when. So that these change is no news by itself."""


class ColumnKind(StrEnum):
    SEAL = "seal"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"


class Column(Struct, frozen=True):
    """One column. `ours` are locked and sealed; `longest` is counted in characters; `width` in digits."""

    sheet: Sheet
    heading: str
    ours: bool
    kind: ColumnKind
    width: int
    longest: int = 200
    choices: tuple[str, ...] = ()
    help: str = ""
    identity: bool = False

    @property
    def slug(self) -> str:
        """The heading as one word of a cell's id: `Order expires` is `order-expires`."""
        return fold(self.heading).replace(" ", "-")


POLICE_ANSWERS = (
    SixAnswer.NOTHING_HELD,
    SixAnswer.NOT_RELEVANT,
    SixAnswer.RELEVANT,
    SixAnswer.CANNOT_SHARE,
    SixAnswer.ASKED,
    SixAnswer.NOT_ASKED,
)
"""The six answers in the order an officer needs them."""

PROTECTION_ORDER = ("in force", "none found", "not asked")
SUITABILITY = ("suitable", "concerns", "not suitable")

_ANSWER_HELP = "Choose one of the six answers. For 'held, cannot share' write whom to speak to in {}."
_DATE_HELP = "A date as dd/mm/yyyy, with a four-digit year."


def _ours(sheet: Sheet, heading: str, width: int, kind: ColumnKind = ColumnKind.TEXT) -> Column:
    core = heading in ("PRN", "Surname", "Given names", "Date of birth", "Address")
    return Column(sheet, heading, True, kind, width, identity=core)


def _text(sheet: Sheet, heading: str, width: int, longest: int, tip: str = "") -> Column:
    return Column(sheet, heading, False, ColumnKind.TEXT, width, longest, help=tip)


def _choice(sheet: Sheet, heading: str, width: int, choices: Sequence[str], tip: str) -> Column:
    return Column(
        sheet, heading, False, ColumnKind.CHOICE, width, choices=tuple(str(c) for c in choices), help=tip
    )


def _date(sheet: Sheet, heading: str, width: int = 11) -> Column:
    return Column(sheet, heading, False, ColumnKind.DATE, width, help=_DATE_HELP)


def _cross_reference() -> tuple[Column, ...]:
    s = Sheet.CROSS_REFERENCE
    return (
        _ours(s, ROW, 16, ColumnKind.SEAL),
        _ours(s, "PRN", 11),
        _ours(s, "Surname", 15),
        _ours(s, "Given names", 16),
        _ours(s, "Date of birth", 11, ColumnKind.DATE),
        _ours(s, "Aliases", 20),
        _ours(s, "Prison", 14),
        _ours(s, "Anchor", 18),
        _ours(s, "Board hearing", 11, ColumnKind.DATE),
        _ours(s, "Alerts", 13),
        _ours(s, "VNR", 6),
        _choice(s, ANSWER, 17, POLICE_ANSWERS, _ANSWER_HELP.format("Information")),
        _text(s, NIA_NUMBER, 12, 40),
        _text(s, "Police classification", 14, 200),
        _choice(s, "Protection order", 12, PROTECTION_ORDER, "Blank never means none: say 'none found'."),
        _date(s, "Order expires"),
        _text(s, "Threats", 20, 4000, "Threats made by or against this person."),
        _text(s, "Family and others", 20, 4000, "Family and associates who matter to the release."),
        _text(s, "Physical marks", 16, 1000, "Tattoos, scars."),
        _text(s, "Information", 36, 8000, "For 'held, cannot share': whom to speak to."),
        _choice(s, "Grade", 12, tuple(Grade), "How sure the information is."),
        _choice(s, "Handling", 15, tuple(Handling), "What the forum may do with it."),
        _choice(
            s, "For the Board", 8, ("Y",), "Y when the Parole Board should read it; else leave it blank."
        ),
        _text(s, "Officer", 15, 120, "Who checked."),
        _date(s, "Checked on"),
    )


def _addresses() -> tuple[Column, ...]:
    s = Sheet.ADDRESSES
    return (
        _ours(s, ROW, 16, ColumnKind.SEAL),
        _ours(s, "PRN", 11),
        _ours(s, "Surname", 18),
        _ours(s, "Rank", 6),
        _ours(s, "Address", 40),
        _choice(s, ANSWER, 18, POLICE_ANSWERS, _ANSWER_HELP.format("Comment")),
        _choice(s, "Suitability", 14, SUITABILITY, "Suitable for this person, as Police see it."),
        _text(s, "Comment", 46, 4000),
        _text(s, "Officer", 17, 120, "Who checked."),
        _date(s, "Checked on", 12),
    )


def _people() -> tuple[Column, ...]:
    s = Sheet.PEOPLE
    return (
        _text(s, "About PRN or name", 24, 200, "The listed person this is about: PRN, or surname and names."),
        _text(s, "Surname", 18, 100),
        _text(s, "Given names", 20, 100),
        _date(s, "Date of birth", 12),
        _text(s, "Kind", 18, 100, "Alias, nickname, partner, relative, associate …"),
        _text(s, "Information", 50, 8000),
        _text(s, "Officer", 17, 120, "Who wrote it."),
    )


COLUMNS: tuple[Column, ...] = (*_cross_reference(), *_addresses(), *_people())


@cache
def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """The sheet's columns in the order they are written."""
    return tuple(column for column in COLUMNS if column.sheet is sheet)


@cache
def ours_of(sheet: Sheet) -> tuple[Column, ...]:
    """The locked columns but the seal itself: these the seal is made over."""
    return tuple(c for c in columns_of(sheet) if c.ours and c.kind is not ColumnKind.SEAL)


@cache
def column_named(sheet: Sheet, heading: str) -> Column:
    """The column under a heading as §4 writes it; KeyError where the sheet has none."""
    for column in columns_of(sheet):
        if column.heading == heading:
            return column
    raise KeyError(heading)


# --- what goes out -------------------------------------------------------------------------------


class OutgoingCase(Struct, frozen=True):
    """One listed case. `anchor` reads `Hearing 14/05/2027`; `seal` is filled by `seal_rows`."""

    row_key: str
    prn: str
    surname: str
    given_names: str
    born: date | None
    aliases: str = ""
    prison: str = ""
    anchor: str = ""
    board_hearing: date | None = None
    alerts: str = ""
    vnr: str = ""

    def cells(self) -> tuple[str | date | None, ...]:
        """Our cells in the order of `ours_of(Sheet.CROSS_REFERENCE)`."""
        return (
            self.prn,
            self.surname,
            self.given_names,
            self.born,
            self.aliases,
            self.prison,
            self.anchor,
            self.board_hearing,
            self.alerts,
            self.vnr,
        )


class OutgoingAddress(Struct, frozen=True):
    """One proposed address; `rank` is its place in the order of preference."""

    row_key: str
    prn: str
    surname: str
    rank: int
    address: str

    def cells(self) -> tuple[str | date | None, ...]:
        """Our cells in the order of `ours_of(Sheet.ADDRESSES)`."""
        return (self.prn, self.surname, str(self.rank), self.address)


class SentRow(Struct, frozen=True):
    """A row as it was sent: kept in the register to recognise it by. `cells` are texts, dates as ISO."""

    sheet: Sheet
    row_key: str
    seal: str
    prn: str
    cells: tuple[str, ...]


class Question(Struct, frozen=True):
    """One answer that goes back to Police: where it stood, what they wrote, what we ask (need X4).

    `row_key` says what the row is about, as in `SentRow`.
    """

    sheet: Sheet
    row_key: str
    heading: str
    theirs: str
    asks: str


class OutgoingWorkbook(Struct, frozen=True):
    """All that is written into one workbook. `marking` stands in header and footer of every page.

    `questions` are what a smaller, second workbook asks again; the first one of a meeting has none.
    """

    exchange: str
    forum_name: str
    meeting: str
    meeting_day: date
    due: date
    marking: str
    training: bool
    cases: tuple[OutgoingCase, ...]
    addresses: tuple[OutgoingAddress, ...]
    questions: tuple[Question, ...] = ()


def sent_cells(cells: Sequence[str | date | None]) -> tuple[str, ...]:
    """Our cells as texts: a date as ISO, nothing as an empty text."""
    return tuple(c.isoformat() if isinstance(c, date) else c or "" for c in cells)


def seal_rows(key: bytes, workbook: OutgoingWorkbook) -> tuple[SentRow, ...]:
    """Every row of the workbook with its seal, cases first: what the writer prints and the register keeps."""
    rows = [(Sheet.CROSS_REFERENCE, r.row_key, r.prn, sent_cells(r.cells())) for r in workbook.cases]
    rows += [(Sheet.ADDRESSES, r.row_key, r.prn, sent_cells(r.cells())) for r in workbook.addresses]
    return tuple(
        SentRow(sheet, row_key, seal(key, workbook.exchange, row_key, cells), prn, cells)
        for sheet, row_key, prn, cells in rows
    )


# --- seals ---------------------------------------------------------------------------------------

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to mistake for 1, 1, 0, V
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
SEAL_LENGTH = 14
_SEAL = re.compile(f"[{_ALPHABET}]{{{SEAL_LENGTH}}}")


def seal(key: bytes, exchange: str, row_key: str, cells: Sequence[str]) -> str:
    """The visible code of one row: 70 bits of HMAC-SHA-384 over exchange, row and our cells.

    Parts are counted before they are joined, so that no two different rows make one message.
    The code reads `XXXXX-XXXXX-XXXX`; it starts with a letter or digit, so no program takes it for a formula.
    """
    parts = [part.encode() for part in ("ForumDesk Police row 1", exchange, row_key, *cells)]
    message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    number = int.from_bytes(hmac.new(key, message, sha384).digest(), "big") >> (384 - 5 * SEAL_LENGTH)
    code = "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (SEAL_LENGTH - 1), -1, -5))
    return f"{code[:5]}-{code[5:10]}-{code[10:]}"


def read_seal(text: str) -> str:
    """The seal as it was made, whatever case, blanks or confusable letters it came back with; else empty."""
    bare = re.sub(r"[\s\-‐-―_'’]", "", text).upper().translate(_READ_AS)
    if not _SEAL.fullmatch(bare):
        return ""
    return f"{bare[:5]}-{bare[5:10]}-{bare[10:]}"


TELLS = frozenset({"Threats", "Family and others", "Physical marks", "Information"})
"""Headings whose text somebody told: under *do not attribute* they stand on paper apart from Police."""

STANDS_BESIDE = frozenset({"Officer", "Checked on", "Grade", "Handling"})
"""Headings that are no statement of their own: who, when, how sure and what may be done with it stand beside
each answer, and who not even there where the officer is not to be named (need X7)."""


def attributed_to(officer: str | None, handling: Handling | None) -> str:
    """The officer beside an answer, or nobody: *do not attribute* holds on every screen and paper (need X7)."""
    return "" if handling is Handling.DO_NOT_ATTRIBUTE else officer or ""

"""Forums, people and cases as they leave the register: frozen rows and the drafts that make them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from app.domain.errors import Damaged, Refused
from app.domain.names import clean, fold
from app.domain.row_seals import Outside
from app.domain.words import MILESTONES, Marking, PoliceChecks, Track

REGIONS = {
    "AUK": "Auckland",
    "CAN": "Canterbury",
    "HKB": "Hawke's Bay",
    "MBH": "Marlborough",
    "NTL": "Northland",
    "NSN": "Nelson",
    "OTA": "Otago",
    "STC": "South Canterbury",
    "STL": "Southland",
    "TKI": "Taranaki",
    "WGN": "Wellington",
    "WTC": "Westland",
    "CIT": "Chatham Islands",
}
"""Regions with an anniversary day of their own, by the code of the `holidays` library (need T3)."""

_BY_WORD = {fold(word): code for code, name in REGIONS.items() for word in (code, name)}
_BY_WORD |= {
    "christchurch": "CAN",
    "waikato": "AUK",
    "bay of plenty": "AUK",
    "gisborne": "AUK",
    "manawatu": "WGN",
}
_LONGEST_NAME = 100
"""Characters that the head of every page has room for."""

_CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}")

DEFAULT_MINUTES: Mapping[str, int] = {"table": 8, "paper": 1}
_LONGEST_ITEM = 240
_LONGEST_MEETING = 24 * 60
_LENGTH = "The length of a meeting"


class ForumRow(Struct, frozen=True):
    """A forum as data. `minutes` is by track, and by `track/milestone` where that differs."""

    code: str
    name: str
    region: str
    police_checks: PoliceChecks
    minutes: Mapping[str, int]
    meeting_minutes: int
    marking: Marking
    training: bool

    @property
    def template(self) -> str:
        """The minutes of an item, one a line: `table = 8`, and `table/4 = 12` where a milestone differs."""
        return _template_of(self.minutes)

    @property
    def seen(self) -> dict[str, str]:
        """What somebody who looks at it sees, by field of `ForumChange`."""
        return {
            "name": self.name,
            "region": REGIONS.get(self.region, self.region),
            "marking": self.marking.value,
            "template": self.template,
            "meeting_minutes": str(self.meeting_minutes),
        }


class ForumChange(Struct, frozen=True):
    """What is to be otherwise with a forum, as typed; None stays. Code and training are for good."""

    name: str | None = None
    region: str | None = None
    marking: str | None = None
    template: str | None = None
    meeting_minutes: str | None = None

    def checked(self, row: ForumRow) -> ForumRow:
        """The forum as it will be. Raises `Refused` in words; nothing is changed then."""
        return replace(
            row,
            name=row.name if self.name is None else _read_name(self.name, "changed"),
            region=row.region if self.region is None else read_region(self.region),
            marking=row.marking if self.marking is None else _read_marking(self.marking),
            minutes=row.minutes if self.template is None else read_template(self.template),
            meeting_minutes=row.meeting_minutes
            if self.meeting_minutes is None
            else _read_minutes(self.meeting_minutes, _LENGTH, _LONGEST_MEETING),
        )


class ForumDraft(Struct, frozen=True):
    """A forum about to be added; `checked` refuses in words what cannot be a forum."""

    code: str
    name: str
    region: str
    police_checks: PoliceChecks = PoliceChecks.ON_REQUEST
    minutes: Mapping[str, int] = field(default_factory=lambda: dict(DEFAULT_MINUTES))
    meeting_minutes: int = 180
    marking: Marking = Marking.IN_CONFIDENCE
    training: bool = False

    def checked(self) -> ForumRow:
        code = self.code.strip().upper()
        if not _CODE.fullmatch(code):
            raise Refused(
                f"'{self.code}' cannot be a forum's code: use one to ten letters and digits, a letter first; "
                "nothing was added."
            )
        return ForumRow(
            code,
            _read_name(self.name, "added"),
            read_region(self.region),
            self.police_checks,
            read_template(_template_of(self.minutes)),
            _read_minutes(str(self.meeting_minutes), _LENGTH, _LONGEST_MEETING),
            self.marking,
            self.training,
        )


def read_region(text: str) -> str:
    """The code of a region given by code or name; refuses a region nobody keeps a holiday for."""
    code = _BY_WORD.get(fold(text))
    if code is None:
        known = ", ".join(sorted(REGIONS.values()))
        raise Refused(f"'{text}' is not a region with an anniversary day; choose one of: {known}.")
    return code


def read_template(text: str) -> dict[str, int]:
    """Minutes by track and milestone from lines as `ForumRow.template` writes them; refuses a line that is none."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        key, _, minutes = line.partition("=")
        track, _, milestone = "".join(key.casefold().split()).partition("/")
        if track not in DEFAULT_MINUTES or milestone not in ("", *map(str, MILESTONES)):
            months = ", ".join(map(str, MILESTONES))
            raise Refused(
                f"'{line.strip()}' is no line of the agenda's template; nothing was changed: write table = 8, "
                f"paper = 1, or table/4 = 12 with one of the milestones {months}."
            )
        name = f"{track}/{milestone}" if milestone else track
        if name in found:
            raise Refused(
                f"'{name}' stands twice in the agenda's template; nothing was changed: keep one line."
            )
        found[name] = _read_minutes(minutes, f"The time for {name}", _LONGEST_ITEM)
    if missing := [track for track in DEFAULT_MINUTES if track not in found]:
        raise Refused(
            f"The agenda's template has no line for {missing[0]}; nothing was changed: write "
            f"{missing[0]} = {DEFAULT_MINUTES[missing[0]]}."
        )
    return found


def _template_of(minutes: Mapping[str, int]) -> str:
    return "\n".join(f"{key} = {minutes[key]}" for key in sorted(minutes, key=_in_order))


def _in_order(key: str) -> tuple[int, int]:
    track, _, milestone = key.partition("/")
    return list(Track).index(Track(track)), -int(milestone or 99)


def _read_name(text: str, done: str) -> str:
    name = clean(text)
    if not name:
        raise Refused(f"A forum needs a name; nothing was {done}.")
    if len(name) > _LONGEST_NAME:
        raise Refused(
            f"A forum's name of {len(name):,} characters has no room on paper; nothing was {done}: use "
            f"{_LONGEST_NAME} at most."
        )
    return name


def _read_marking(text: str) -> Marking:
    for each in Marking:
        if fold(each.value) == fold(text):
            return each
    known = " or ".join(each.value for each in Marking)
    raise Refused(f"'{text}' is not a marking; nothing was changed: choose {known}.")


def _read_minutes(text: str, what: str, most: int) -> int:
    said = text.strip()
    if not (said.isascii() and said.isdecimal()) or not 1 <= int(said) <= most:
        raise Refused(
            f"{what} is a whole number of minutes from 1 to {most}, not '{said}'; nothing was changed."
        )
    return int(said)


AS_SEALED = "rows as sealed"
CHECKS = (
    "opening",
    "witness",
    "encryption and integrity",
    "key file",
    "trail",
    AS_SEALED,
    "ledger of copies",
)
"""The standing checks, in the order in which they are made."""


KEY_WAITS = (
    "The change of the register's key is not finished, so that a key from before may still open it with other tools; "
    "it is finished at the next sign-in that can."
)
"""Said while it is so. What hinders it follows (design/trust.md, "Revoke")."""


class CheckRow(Struct, frozen=True):
    """One standing check of a register: what was checked, whether it holds, and a sentence where it does not."""

    check: str
    ok: bool
    sentence: str = ""


def unopened(sentence: str) -> tuple[CheckRow, ...]:
    """The checks of a register that could not even be opened: the first failed, the others could not be made."""
    rest = (CheckRow(check, False, "Not made: the register was not opened.") for check in CHECKS[1:])
    return (CheckRow(CHECKS[0], False, sentence), *rest)


class DamagedRegister(Damaged):
    """Some standing check failed; `rows` has them all."""

    def __init__(self, rows: tuple[CheckRow, ...], outside: Outside | None = None) -> None:
        bad = [row for row in rows if not row.ok]
        self.rows = rows
        self.outside = outside
        """What was changed outside, where that check could be made."""
        then = (
            # As the printing of such a case says it: the rest works on, and a chair may take it as found.
            "tell the chair, who looks at it (forumdesk register outside) and accepts it as found or restores the "
            "last backup."
            if self.marks_alone
            else "stop using it, tell the chair, and restore the last backup."
        )
        self.restorable = not self.marks_alone
        super().__init__(
            f"The register is damaged: {bad[0].check}: {bad[0].sentence} Nothing was written; {then}"
        )

    @property
    def marks_alone(self) -> bool:
        """Whether nothing is wrong but single cases that were changed outside: they are marked, the rest works on."""
        bad = [row.check for row in self.rows if not row.ok]
        return bad == [AS_SEALED] and self.outside is not None and not self.outside.whole_register

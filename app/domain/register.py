"""Forums, people and cases as they leave the register: frozen rows and the drafts that make them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.errors import Damaged, Refused
from app.domain.names import clean, fold
from app.domain.row_seals import Outside
from app.domain.words import Marking, PoliceChecks

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


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A forum as data. `minutes` is by track, and by `track/milestone` where that differs."""

    code: str
    name: str
    region: str
    police_checks: PoliceChecks
    minutes: Mapping[str, int]
    meeting_minutes: int
    marking: Marking
    training: bool


@dataclass(frozen=True, slots=True)
class ForumDraft:
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
        code, name = self.code.strip().upper(), clean(self.name)
        if not _CODE.fullmatch(code):
            raise Refused(
                f"'{self.code}' cannot be a forum's code: use one to ten letters and digits, a letter first; "
                "nothing was added."
            )
        if not name:
            raise Refused("A forum needs a name; nothing was added.")
        if len(name) > _LONGEST_NAME:
            raise Refused(
                f"A forum's name of {len(name):,} characters has no room on paper; nothing was added: use "
                f"{_LONGEST_NAME} at most."
            )
        return ForumRow(
            code,
            name,
            read_region(self.region),
            self.police_checks,
            self.minutes,
            self.meeting_minutes,
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


@dataclass(frozen=True, slots=True)
class CheckRow:
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
        super().__init__(
            f"The register is damaged: {bad[0].check}: {bad[0].sentence} Nothing was written; {then}"
        )

    @property
    def marks_alone(self) -> bool:
        """Whether nothing is wrong but single cases that were changed outside: they are marked, the rest works on."""
        bad = [row.check for row in self.rows if not row.ok]
        return bad == [AS_SEALED] and self.outside is not None and not self.outside.whole_register

"""A backup as told, when the next one is due, and what would be missing after restoring one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import show_date, show_moment
from app.domain.errors import Refused
from app.domain.trail import done_words

SUFFIX = ".fdbackup"
FOLDER = "backup"
"""Where backups lie in a register's own folder."""

EVERY_DAYS = 1
"""How often a register is backed up while nobody has said otherwise."""


class Manifest(NamedTuple):
    """What a backup says of itself in clear: no names. The truth stands encrypted inside."""

    register_id: str
    epoch: int
    made_at: datetime
    build: str
    entries: int
    """The number of the last entry of the trail in it."""
    head: str
    database_bytes: int


class BackupRow(NamedTuple):
    """One backup in a folder. `file` is its whole path."""

    file: str
    made_at: datetime
    entries: int
    size: int

    @property
    def sentence(self) -> str:
        return f"{show_moment(self.made_at)}, to entry {self.entries:,}"


class BackupPlan(Struct, frozen=True):
    """How often this computer backs a register up, and where a second copy goes. Zero days: only when asked.

    `at_close`: again when the window is closed, where something was saved in it since the last backup.
    """

    every_days: int = EVERY_DAYS
    second_place: str = ""
    at_close: bool = False

    def check(self) -> None:
        """Raise Refused for what is no plan."""
        if self.every_days < 0:
            raise Refused(
                "A backup is made every so many days; nothing was changed: give 1 or more, or 0 for never."
            )

    def due(self, newest: date | None, today: date) -> bool:
        """Whether a backup is to be made now; a clock put back makes none due."""
        return self.every_days > 0 and (newest is None or (today - newest).days >= self.every_days)


class Missing(NamedTuple):
    """What came after a backup: how many entries of each kind, or only how many where no more can be known."""

    entries: int
    kinds: Mapping[str, int]
    known_from: str
    """`the present register`, `this computer's witness`, or empty where nothing is known."""
    destroyed: tuple[tuple[int, date], ...] = ()
    """Whose records were destroyed since, by the register's own number, and on which day: the backup has them."""

    def sentences(self) -> tuple[str, ...]:
        """By kind, the most first; what has to be done again by hand stands before all."""
        if not self.known_from:
            return ("What came after the backup is not known: no newer register was at hand.",)
        if not self.entries:
            return (f"Nothing is missing, says {self.known_from}.",)
        one = self.entries == 1
        counted = "1 entry after the backup is" if one else f"{self.entries:,} entries after the backup are"
        if not self.kinds:
            why = "of which kind is not known, for no newer register that opens was at hand"
            return (f"{counted} missing, says {self.known_from}; {why}.",)
        told = [f"{counted} missing, says {self.known_from}:"]
        ordered = sorted(self.kinds.items(), key=lambda each: (each[0] not in _AGAIN, -each[1], each[0]))
        told += [
            f"{count:,} × {done_words(kind)}" + (f" ({_AGAIN[kind]})" if kind in _AGAIN else "")
            for kind, count in ordered
        ]
        told += [
            f"The records of person {number} were destroyed on {show_date(day)}, and the backup has them: destroy them "
            "again, with `forumdesk disposal approve`."
            for number, day in self.destroyed
        ]
        return tuple(told)


_AGAIN = {
    "revoke_person": "revoke again: the backup lets them in",
    "change_passphrase": "the passphrase is the one of before",
    "issue_copy": "these copies are out: count them in on paper",
}


class Foreseen(NamedTuple):
    """What restoring would do, told before anything is restored."""

    made_at: datetime
    kept_to: int
    missing: Missing
    confirmed: bool
    """False where it would wait for a chair."""

    @property
    def sentence(self) -> str:
        return f"The backup of {show_moment(self.made_at)}, to entry {self.kept_to:,}, is whole and opens."


class Restored(NamedTuple):
    """What restoring did."""

    folder: str
    made_at: datetime
    kept_to: int
    lost_to: int
    missing: Missing
    confirmed: bool
    """False where an administrator restored: a chair has to confirm before anything is saved."""


class Proved(NamedTuple):
    """A backup that was opened, walked through and found whole, and of the same past as the register."""

    file: str
    made_at: datetime
    entries: int
    checks: tuple[str, ...]

"""A copy of a register's key file that could take the place of a missing or damaged one. Pure.

The key file is not secret, so copies of it lie beside it, in each person's profile and in each backup. An older one
lacks whoever was let in since, and one from before a change of the key opens nothing (design/trust.md, "Faults").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from app.domain.dates import show_moment

PUT_BACK = "forumdesk register put-back-keys"


class KeyCopy(NamedTuple):
    """One whole copy. `file` is its path; `place` says where it lies, in words; `epoch` is its newest key."""

    file: str
    place: str
    at: datetime
    people: int
    epoch: int

    @property
    def words(self) -> str:
        who = "1 person" if self.people == 1 else f"{self.people:,} people"
        return f"the one {self.place}, of {show_moment(self.at)}, with {who}"


def best(copies: Sequence[KeyCopy], epoch_seen: int) -> KeyCopy | None:
    """The newest key first, then the copy with most people, then the latest; none from before the key seen in force.

    Under one key nobody is taken out, and a folder that was copied gives every file the day of the copying.
    """
    able = [copy for copy in copies if copy.epoch >= epoch_seen]
    return max(able, key=lambda copy: (copy.epoch, copy.people, copy.at), default=None)


def offer(copies: Sequence[KeyCopy], epoch_seen: int) -> str:
    """What is said after a key file that is missing, damaged or too old."""
    found = best(copies, epoch_seen)
    if found is not None:
        return f"A whole copy is at hand: {found.words}. To put it back: `{PUT_BACK}`. The register is not touched."
    if copies:
        return (
            "The copies at hand are from before the register's key was changed, so they open nothing: take the key "
            "file of another computer that opened the register since, or of a newer backup."
        )
    return "No copy was found on this computer: take one from another that opened the register, or from a backup."

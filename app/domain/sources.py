"""Who said something: sealed by whoever records it, opened with a reason by a chair in office or its writer (need D3).

Pure. That nobody else *can* open it is not this file's word but mathematics: db/compartments.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from msgspec import Struct

from app.domain.errors import NotPermitted, Refused
from app.domain.names import clean
from app.domain.people import Office, role_in
from app.domain.words import Role, SourceOf

SHOWN_SECONDS = 60
"""How long an opened source stands in the window before it is covered (design/trust.md, the golden table)."""
LONGEST = 2_000
_WORDS_OF_A_REASON = 3


class Statement(Struct, frozen=True):
    """Something recorded of a case that may have a sealed source, and how to name it: `information:12`."""

    about: SourceOf
    number: int
    sentence: str

    @property
    def ref(self) -> str:
        return f"{self.about.value}:{self.number}"


class SourceRow(Struct, frozen=True):
    """That a source is sealed, by whom and when: never what it says."""

    source: int
    statement: Statement
    writer: str
    at: datetime
    opens: bool
    """Whether whoever asks may open it."""


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """What is shown once, for SHOWN_SECONDS, and kept nowhere."""

    source: int
    statement: Statement
    writer: str
    at: datetime
    text: str = field(repr=False)


def keeps_the_seal(offices: Iterable[Office], forum: str, on: date) -> bool:
    """Whether somebody with these offices holds the key of a forum's sources: its chair in office, or one to come."""
    held = tuple(offices)
    days = [on, *(each.from_date for each in held if each.role is Role.CHAIR and each.from_date > on)]
    return any(role_in(held, forum, day) is Role.CHAIR for day in days)


def may_open(role: Role | None, *, wrote_it: bool) -> bool:
    """A chair in office where the source was sealed, and its writer; nobody else (design/trust.md)."""
    return wrote_it or role is Role.CHAIR


def refuse_reader(role: Role | None, *, wrote_it: bool) -> None:
    """Raises NotPermitted for everybody else."""
    if not may_open(role, wrote_it=wrote_it):
        raise NotPermitted(
            "A source is opened by a chair in office or by whoever sealed it; nothing was opened. Ask a chair."
        )


def checked_reason(reason: str) -> str:
    """The reason as it stands in the trail. Raises Refused where it is no sentence."""
    said = clean(reason)
    if len(said.split()) < _WORDS_OF_A_REASON:
        raise Refused(
            "Say in a sentence why the source must be known; nothing was opened. The reason stands in the trail, "
            "so name nobody in it."
        )
    return said


def checked_text(text: str) -> str:
    """Who said it, as sealed. Raises Refused for nothing and for more than a page."""
    said = text.replace("\r\n", "\n").strip()
    if not said:
        raise Refused("Say who said it; nothing was sealed.")
    if len(said) > LONGEST:
        raise Refused(f"A source has at most {LONGEST:,} characters; nothing was sealed: say it shorter.")
    return said


def read_ref(ref: str) -> tuple[SourceOf, int]:
    """`information:12` as typed. Raises Refused."""
    kind, _, number = ref.strip().lower().partition(":")
    known = {each.value: each for each in SourceOf}
    if kind not in known or not (number.isascii() and number.isdigit()) or len(number) > 15:
        raise Refused(
            f"“{ref}” names no statement; nothing was sealed: `forumdesk source list PRN` lists them, "
            "such as information:12."
        )
    return known[kind], int(number)

"""Papers that are no numbered copies: the count-in sheet of a meeting, and the sheets of the recovery codes. Pure.

Neither names a prisoner. A count-in sheet is kept, because its checkpoint closes the trail's tail (trust.md, "Trail");
a recovery code lies in an envelope. So neither is counted in and destroyed as a copy of a pack is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct

from app.domain.checkpoint import Checkpoint
from app.domain.dates import show_date, show_moment
from app.domain.packs import CopyRow, Ledger, show_code
from app.domain.words import CopyState, Marking

BLANK = ""
"""A cell that a person fills in by hand: a tick and initials."""


class CountInLine(Struct, frozen=True):
    """One numbered copy: whose, its code, and for each thing that may become of it what the register knows already."""

    copy: str
    holder: str
    service: str
    code: str
    out: str
    returned: str
    destroyed: str
    missing: str


class CountInSheet(Struct, frozen=True):
    """Every numbered copy of a meeting with room for a tick and initials, and the checkpoint in full."""

    forum_name: str
    meeting_code: str
    meeting_day: date
    marking: str
    training: bool
    made: str
    checkpoint: Checkpoint
    lines: tuple[CountInLine, ...]
    ledger: Ledger
    title: str = "Count-in sheet"

    @property
    def dated(self) -> str:
        return f"Meeting {show_date(self.meeting_day)}"

    @property
    def full_marking(self) -> str:
        return _marked(self.marking, training=self.training)


def count_in_lines(rows: Sequence[CopyRow]) -> tuple[CountInLine, ...]:
    """A line for each number ever given out, in order of printing; what has happened already stands in it."""
    return tuple(_line(row) for row in rows)


_NEVER = {
    CopyState.VOID: "void: never printed",
    CopyState.RESERVED: "not settled",
}


def _line(row: CopyRow) -> CountInLine:
    never = _NEVER.get(row.state)
    dash = "–" if never else BLANK
    return CountInLine(
        f"{row.contents.value.capitalize()} {row.number} of {row.of}",
        row.holder,
        row.service,
        show_code(row.code),
        never or _done(row.issued_at),
        dash or _done(row.returned_at, row.returned_by),
        dash or _done(row.destroyed_at, row.witness),
        dash or _done(row.missing_at),
    )


def _done(at: datetime | None, by: str = "") -> str:
    return " ".join(part for part in (show_moment(at), by) if part) if at else BLANK


class RecoverySheet(Struct, frozen=True):
    """Three pages for three envelopes: one code on each, whose register it opens and how."""

    register_name: str
    register_id: str
    made_on: date
    codes: tuple[str, ...]
    training: bool = False
    title: str = "Recovery code"
    marking: str = Marking.IN_CONFIDENCE

    @property
    def forum_name(self) -> str:
        return self.register_name

    @property
    def dated(self) -> str:
        return f"Made {show_date(self.made_on)}"

    @property
    def full_marking(self) -> str:
        return _marked(self.marking, training=self.training)


def _marked(marking: str, *, training: bool) -> str:
    return f"TRAINING – {marking}" if training else marking

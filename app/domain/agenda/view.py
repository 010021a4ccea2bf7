"""What a person sees of an agenda: the whole, or for Police liaison the names alone (design/trust.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from app.domain.agenda.facts import Agenda
from app.domain.meeting import MeetingRow
from app.domain.police_no_reply import NoReply
from app.domain.words import MeetingState


class AgendaPerson(Struct, frozen=True):
    """A listed person as Police liaison sees them: names, PRN and date of birth, nothing of the plan."""

    prn: str
    surname: str
    given_names: str
    date_of_birth: date | None
    """None for whoever may not be read by the one who asks (need A4)."""


class AgendaView(Struct, frozen=True):
    """An agenda with its meeting. `agenda` is None for a limited view, `people` None for a whole one.

    `digest` is the SHA-384 of the text as it was issued, empty while it is a draft made anew each time.
    """

    meeting: MeetingRow
    agenda: Agenda | None
    people: tuple[AgendaPerson, ...] | None
    digest: str
    opened: tuple[str, ...] = ()
    """Restricted cases opened by break-glass since the last meeting, each in a sentence (need A4)."""
    leaving: tuple[str, ...] = ()
    """Who leaves the room for which item, because they are excluded from its case: for whoever runs the meeting."""
    no_reply: tuple[NoReply, ...] = ()
    """Listed cases that Police did not answer about: of an issued agenda alone, since nothing is asked before."""
    first: tuple[date, ...] = ()
    """Days of the forum's meetings before a draft that are not closed: what they settle leaves it."""


def not_closed_before(meeting: MeetingRow, rows: Iterable[MeetingRow]) -> tuple[date, ...]:
    """The days of meetings that come before a draft and may still change it; the forecast takes them as held."""
    if meeting.state is not MeetingState.DRAFT:
        return ()
    return tuple(row.date for row in rows if row.date < meeting.date and row.state is not MeetingState.CLOSED)

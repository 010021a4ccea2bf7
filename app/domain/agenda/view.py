"""What a person sees of an agenda: the whole, or for Police liaison the names alone (design/trust.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from app.domain.agenda.facts import Agenda, NotListed
from app.domain.dates import show_date
from app.domain.meeting import MeetingRow
from app.domain.names import full_name
from app.domain.police_no_reply import NoReply
from app.domain.stand_in import is_withheld
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
    reviews: tuple[str, ...] = ()
    """Cases opened for high profile whose review day has come and which no reason lists, each in a sentence (R3)."""


def reviews_unlisted(not_listed: Iterable[NotListed], come: Mapping[int, date]) -> tuple[str, ...]:
    """A sentence for each case that is not listed though its review day for high profile, by case, has come."""
    return tuple(
        f"{full_name(each.surname, each.given_names)}: the review for high profile was set for "
        f"{show_date(come[each.case_id])}, and no reason lists the case. Ask for it, or leave it to a later meeting."
        for each in not_listed
        if each.case_id in come and not is_withheld(each.prn)
    )


def not_closed_before(meeting: MeetingRow, rows: Iterable[MeetingRow]) -> tuple[date, ...]:
    """The days of meetings that come before a draft and may still change it; the forecast takes them as held."""
    if meeting.state is not MeetingState.DRAFT:
        return ()
    return tuple(row.date for row in rows if row.date < meeting.date and row.state is not MeetingState.CLOSED)

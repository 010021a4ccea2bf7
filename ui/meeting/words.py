"""How meetings and agendas are told on their screens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.agenda import Agenda
from app.domain.dates import show_date
from app.domain.meeting import MeetingRow
from app.domain.words import MeetingState, Service
from ui import words
from ui.tongue import tr

_DAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
_SIGNS = {
    MeetingState.DRAFT: tr("○ draft"),
    MeetingState.ISSUED: tr("● issued"),
    MeetingState.CLOSED: tr("✓ closed"),
}


def short_day(day: date) -> str:
    """`Wed 02/12/2026`"""
    return f"{_DAYS[day.weekday()]} {show_date(day)}"


def away(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 9 days`, `3 days ago`."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return (tr("yesterday"), tr("today"), tr("tomorrow"))[days + 1]
    return tr("in {days} days", days=days) if days > 0 else tr("{days} days ago", days=-days)


def state_words(row: MeetingRow) -> str:
    """The state with a sign before it, so that it is not told by colour."""
    return _SIGNS[row.state]


def first_words(days: Sequence[date]) -> str:
    """Which meetings come before a draft and are not closed; empty where none is."""
    if not days:
        return ""
    if len(days) == 1:
        return tr(
            "The meeting of {day} is not closed yet: what it settles leaves this draft.",
            day=short_day(days[0]),
        )
    return tr(
        "The meetings of {days} are not closed yet: what they settle leaves this draft.",
        days=", ".join(map(short_day, days)),
    )


def service_words(service: Service | None) -> str:
    return service.value.capitalize() if service else tr("nobody yet")


def room_words(agenda: Agenda) -> tuple[str, bool]:
    """Minutes against the room's length in words, and whether they are over it."""
    over = agenda.minutes - agenda.length
    told = f"{words.counted(len(agenda.items), 'case')}, {words.counted(agenda.minutes, 'minute')}"
    room = tr("the room is booked for {length}", length=agenda.length)
    if over > 0:
        return tr(
            "{told}; {room}: {minutes} over.", told=told, room=room, minutes=words.counted(over, "minute")
        ), True
    left = (
        tr("no minute to spare")
        if over == 0
        else tr("{minutes} to spare", minutes=words.counted(-over, "minute"))
    )
    return f"{told}; {room}: {left}.", False

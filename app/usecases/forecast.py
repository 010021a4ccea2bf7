"""The coming agendas in cases and minutes, and what two meetings a month would hold (need T4)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.agenda import forecast as rule
from app.domain.agenda.forecast import Forecast
from app.domain.people import Permission
from app.domain.words import MeetingState
from db.queries import agenda as agendas
from db.queries import figures, register
from db.queries import forecast as queries
from db.work import Work


@use_case(Permission.MAKE_AGENDA, looks=True)
def forecast_agendas(work: Work, forum: str, split: bool = False) -> Forecast:
    """The coming eight agendas of a forum, each made by the agenda rule; with `split` each month as two meetings.

    An agenda that is issued counts as it was issued. Raises Refused for a split where meetings are shared already.
    """
    found = _forecast(work, forum, split)
    work.enter(
        f"forecast of {found.forum}", agendas=len(found.lines), over=sum(bool(x.over) for x in found.lines)
    )
    return found


def _forecast(work: Work, forum: str, split: bool) -> Forecast:
    session = work.session
    row = register.forum(session, forum)
    last = agendas.last_closed(session, row.code)
    scheduled = queries.open_meetings(session, row.code, last is not None)
    days = queries.meeting_days(session, row.code)
    meetings = rule.coming_meetings(row.code, scheduled, days, work.today, row.region)
    first = meetings[0][0]
    cases = agendas.cases(session, row, last, first.code, first.day)
    newcomers, settings = queries.newcomers(session, row.code), agendas.settings(row)
    asked = agendas.asked_at(session, row.code, last, [meeting.code for meeting, known in meetings if known])
    issued = figures.coming(session, row.code)
    frozen = agendas.frozen_of(issued) if issued is not None and issued.state is MeetingState.ISSUED else None
    lines = rule.forecast(cases, newcomers, meetings, settings, asked, frozen)
    if not split:
        return Forecast(row.code, lines)
    shared = rule.forecast(cases, newcomers, rule.in_two(meetings, row.region), settings, asked)
    return Forecast(row.code, lines, rule.months_of(lines, shared))

"""The coming agendas in cases and minutes, and what two meetings a month would hold (need T4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.desk import use_case
from app.domain import charts
from app.domain.agenda import forecast as rule
from app.domain.agenda.forecast import Forecast
from app.domain.charts import Chart
from app.domain.people import Permission
from app.domain.words import MeetingState
from db.queries import agenda as agendas
from db.queries import figures, register
from db.queries import forecast as queries
from db.work import Work

if TYPE_CHECKING:
    from reports.preview import Picture


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


@dataclass(frozen=True, slots=True)
class ForecastPictures:
    """A forecast, its pictures' rows, and one page of a PDF for each picture."""

    forecast: Forecast
    charts: tuple[Chart, ...]
    pdf: bytes

    def picture(self, page: int, dots: int) -> Picture:
        """One picture (from 1) at `dots` to the inch."""
        from reports.preview import picture_of

        return picture_of(self.pdf, page, dots)


@use_case(Permission.MAKE_AGENDA, looks=True)
def picture_forecast(work: Work, forum: str, split: bool = False) -> ForecastPictures:
    """The forecast as a picture: minutes by agenda against the room, and one month as one meeting or as two."""
    from reports.charts import draw_charts

    found = _forecast(work, forum, split)
    drawn = (charts.forecast(found), *((charts.shared(found),) if found.split else ()))
    work.enter(f"forecast of {found.forum}", pictures=len(drawn))
    return ForecastPictures(
        found, drawn, draw_charts(drawn, work.at, register.forum(work.session, forum).name)
    )


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

"""Figures without names (needs S1 and S2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from app.desk import use_case
from app.domain import charts
from app.domain.agenda import generate
from app.domain.charts import Chart
from app.domain.dates import add_months
from app.domain.figures import ComingMeeting, ForumFigures, head_office
from app.domain.pace import Spent
from app.domain.people import Permission, role_in
from app.domain.register import ForumRow
from app.domain.run import heard
from app.domain.words import MeetingState, Role
from db.queries import agenda as agendas
from db.queries import figures as queries
from db.queries import meeting as meetings
from db.queries import register
from db.work import Work

LATELY = 6
"""So many meetings tell how long a case takes now: half a year of a monthly forum."""


@use_case(Permission.SEE_FIGURES, looks=True)
def see_figures(work: Work, forum: str = "") -> tuple[ForumFigures, ...]:
    """Counts of one forum, or of every forum where this person may see them; small ones are hidden from an auditor."""
    rows = _figures(work, forum)
    work.enter("figures", forums=len(rows))
    return rows


@use_case(Permission.SEE_FIGURES, looks=True)
def head_office_return(work: Work, forum: str = "") -> str:
    """The head-office return as CSV text: counts only, small numbers suppressed, no row about a person."""
    rows = _figures(work, forum)
    work.enter("head-office return", forums=len(rows))
    return head_office(rows, work.today)


class FigurePictures(Struct, frozen=True):
    """The pictures of one forum: the rows they are drawn from, and where they leave one page of a PDF each."""

    forum: str
    charts: tuple[Chart, ...]
    pdf: bytes = b""


@use_case(Permission.SEE_FIGURES, looks=True)
def picture_figures(
    work: Work, forum: str, leaving: bool = False, keys: Sequence[str] = ()
) -> FigurePictures:
    """Workload, milestones met, Police turnaround, actions with their age, and time per case of a forum (need S1).

    With `leaving`, or for an auditor, counts under five are hidden: what goes into a report may leave the forum.
    Only `leaving` draws pages; on a screen the window draws. `keys` names the pictures asked for, in this order; none
    is all of them, and what is not asked for is not counted.
    """
    row = register.forum(work.session, forum)
    made = _charts(work, row.code)
    drawn = tuple(made[key]() for key in keys or made)
    if leaving or role_in(work.offices, row.code, work.today) is Role.AUDITOR:
        drawn = tuple(chart.leaving() for chart in drawn)
    work.enter("pictures of figures", reason="for a report" if leaving else "", pictures=len(drawn))
    if not leaving:
        return FigurePictures(row.code, drawn)
    from reports.charts import draw_charts

    return FigurePictures(row.code, drawn, draw_charts(drawn, work.at, row.name))


def _charts(work: Work, forum: str) -> dict[str, Callable[[], Chart]]:
    """Each picture by its key: counted when it is called."""
    session, today = work.session, work.today
    return {
        "releases": lambda: charts.releases(queries.by_month_and_address(session, forum)),
        "milestones": lambda: charts.milestones(_met(work, forum)),
        "turnaround": lambda: charts.turnaround(queries.turnaround(session, forum, work.at)),
        "actions": lambda: charts.actions(queries.actions_by_service(session, forum, today)),
        "ages": lambda: charts.ages(queries.actions_given(session, forum), today),
        "times": lambda: charts.times(_heard(work, forum)),
    }


def _met(work: Work, forum: str) -> dict[int, tuple[int, int, int]]:
    """Milestone to how often it was taken in time, taken late and missed."""
    taken = queries.taken(work.session, forum)
    passed = charts.missed((case, milestone) for case, milestone, _, _ in taken)
    met = {k: [0, 0, passed[k]] for k in charts.MILESTONES}
    for _, milestone, day, anchor in taken:
        # A meeting takes what falls due before the next one: a month after its point a milestone is late.
        late = anchor is not None and day >= add_months(anchor, 1 - milestone)
        met[milestone][1 if late else 0] += 1
    return {k: (n[0], n[1], n[2]) for k, n in met.items()}


def _heard(work: Work, forum: str) -> list[Spent]:
    """What cases have used at the table in the last meetings that ran with their clock."""
    found: list[Spent] = []
    for row in queries.run_with_a_clock(work.session, forum, LATELY):
        agenda = agendas.frozen_of(row)
        found += heard(agenda.items, queries.clocks(work.session, agenda))
    return found


def _figures(work: Work, forum: str) -> tuple[ForumFigures, ...]:
    if forum:
        return (_of_forum(work, register.forum(work.session, forum)),)
    mine = register.forums(work.session, work.forums_with(Permission.SEE_FIGURES))
    return tuple(_of_forum(work, row) for row in mine)


def _of_forum(work: Work, forum: ForumRow) -> ForumFigures:
    session = work.session
    months = queries.by_anchor_month(session, forum.code)
    sent, days = queries.police(session, forum.code)
    return ForumFigures(
        forum=forum.code,
        name=forum.name,
        open_cases=sum(months.values()),
        by_flag=queries.by_flag(session, forum.code),
        by_month=months,
        coming=_coming(work, forum.code),
        actions=queries.actions(session, forum.code, work.today),
        police_sent=sent,
        police_days=days,
        copies=queries.copies(session, forum.code),
        is_hidden=role_in(work.offices, forum.code, work.today) is Role.AUDITOR,
    )


def _coming(work: Work, forum: str) -> ComingMeeting | None:
    row = queries.coming(work.session, forum)
    if row is None:
        return None
    if row.state is MeetingState.DRAFT:
        last = agendas.last_closed(work.session, forum)
        agenda = generate(*agendas.facts(work.session, forum, last, meetings.meeting_row(row)))
    else:
        agenda = agendas.frozen_of(row)
    return ComingMeeting(row.meeting, row.day, len(agenda.items), agenda.minutes, agenda.length)

"""Figures without names (needs S1 and S2)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.agenda import generate
from app.domain.figures import ComingMeeting, ForumFigures, head_office
from app.domain.people import Permission, role_in
from app.domain.register import ForumRow
from app.domain.words import MeetingState, Role
from db.queries import agenda as agendas
from db.queries import figures as queries
from db.queries import meeting as meetings
from db.queries import register
from db.work import Work


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

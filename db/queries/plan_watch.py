"""The open cases of a forum that are behind for the milestone in play, or that the calendar warns of (need R12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import AgendaCase, AgendaMeeting, milestone_due
from app.domain.dates import add_months
from app.domain.milestones import SOON, WatchRow, release_warnings, stale, value_days
from app.domain.plan import missing
from app.domain.register import ForumRow
from app.domain.words import MeetingKind
from db.queries import agenda as agendas
from db.queries.plan import plans, policy
from db.tables.register import Case


def watch(session: Session, forum: ForumRow, today: date) -> tuple[WatchRow, ...]:
    """One row a case of which there is something to tell, the nearest milestone first.

    Which milestone is in play is asked of the agenda rule, as if a meeting came a month from today.
    """
    cases = [case for case in agendas.cases(session, forum, None, "", today) if not case.ended]
    found = list(_rows(session, forum, cases, today))
    found.sort(key=lambda row: (row.on or date.max, row.surname, row.prn))
    return tuple(found)


def _rows(session: Session, forum: ForumRow, cases: list[AgendaCase], today: date) -> Iterator[WatchRow]:
    soon = AgendaMeeting("", forum.code, today, MeetingKind.COMBINED, today + SOON + timedelta(days=1), False)
    wants, ids = policy(session, forum.code), [case.case_id for case in cases]
    of_case = plans(session, list(session.scalars(select(Case).where(Case.id.in_(ids)))))
    for case in cases:
        plan, milestone = of_case[case.case_id], milestone_due(case, soon)
        lacks: tuple[str, ...] = ()
        old: tuple[str, ...] = ()
        if milestone is not None:
            lacks = tuple(ask.words for ask in missing(case.plan, milestone))
            old = tuple(each.words for each in stale(wants, value_days(plan), milestone, today))
        release = case.release.day if case.release else None
        near = release is not None and today <= release <= add_months(today, 8)
        warned = release_warnings(case.statutory_release, case.ordered_release, forum.region) if near else ()
        checks = plan.checks_due
        if lacks or old or checks or warned:
            on = add_months(case.anchor.day, -milestone) if case.anchor and milestone is not None else None
            yield WatchRow(
                case.prn, case.surname, case.given_names, milestone, on, lacks, old, checks, warned
            )

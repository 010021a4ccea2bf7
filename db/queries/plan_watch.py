"""The cases that are behind for a milestone, or that the calendar warns of: of a forum, or of a meeting (need R12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda, AgendaCase, AgendaMeeting, milestone_due
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
    soon = AgendaMeeting("", forum.code, today, MeetingKind.COMBINED, today + SOON + timedelta(days=1), False)
    found = list(_rows(session, forum, cases, today, lambda case: milestone_due(case, soon)))
    found.sort(key=lambda row: (row.on or date.max, row.surname, row.prn))
    return tuple(found)


def watch_listed(session: Session, forum: ForumRow, agenda: Agenda, day: date) -> tuple[WatchRow, ...]:
    """The cases on an agenda that are behind on its day for the milestone they are listed at, in its order."""
    cases, at = _listed(session, forum, agenda, day), {item.case_id: item for item in agenda.items}
    rows = _rows(session, forum, cases, day, lambda case: at[case.case_id].milestone)
    return tuple(row for row in rows if row.is_behind)


def as_it_stands(session: Session, forum: ForumRow, agenda: Agenda, day: date) -> Agenda:
    """The agenda with what each plan misses now: what was answered since it was issued is missing no longer."""
    plan_of = {case.case_id: case.plan for case in _listed(session, forum, agenda, day)}
    items = tuple(
        item._replace(missing=tuple(ask.words for ask in missing(plan_of[item.case_id], item.milestone)))
        if item.case_id in plan_of and item.milestone is not None
        else item
        for item in agenda.items
    )
    return replace(agenda, items=items)


def _listed(session: Session, forum: ForumRow, agenda: Agenda, day: date) -> list[AgendaCase]:
    place = {item.case_id: item.position for item in agenda.items if not item.is_destroyed}
    found = [case for case in agendas.cases(session, forum, None, "", day) if case.case_id in place]
    return sorted(found, key=lambda case: place[case.case_id])


def _rows(
    session: Session,
    forum: ForumRow,
    cases: list[AgendaCase],
    today: date,
    milestone_of: Callable[[AgendaCase], int | None],
) -> Iterator[WatchRow]:
    wants, ids = policy(session, forum.code), [case.case_id for case in cases]
    of_case = plans(session, list(session.scalars(select(Case).where(Case.id.in_(ids)))))
    for case in cases:
        plan, milestone = of_case[case.case_id], milestone_of(case)
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

"""Counts for figures: no row here is about a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.dates import AUCKLAND
from app.domain.run import CaseTime, UnderWay
from app.domain.run import ItemMove as MovedItem
from app.domain.words import ActionOutcome, CopyState, FlagCode, MeetingState, Service
from db.tables.meeting import Action, Meeting, MilestoneTaken
from db.tables.packs import Copy
from db.tables.plan import Address
from db.tables.police import Exchange, Return
from db.tables.register import Case, Flag
from db.tables.run import ItemMove, UnderWayCase
from db.tables.trail import Trail


def _open(forum: str) -> tuple[Any, Any]:
    return Case.forum == forum, Case.closed_seq.is_(None)


def by_flag(session: Session, forum: str) -> dict[str, int]:
    """Open cases under each flag that stands; every flag is named, with none where there is none."""
    query = (
        select(Flag.code, func.count(func.distinct(Case.id)))
        .join(Case, Case.person_id == Flag.person_id)
        .where(*_open(forum), Flag.withdrawn_seq.is_(None))
        .group_by(Flag.code)
    )
    found: dict[FlagCode, int] = {row[0]: row[1] for row in session.execute(query)}
    return {code.value: found.get(code, 0) for code in FlagCode}


def by_anchor_month(session: Session, forum: str) -> dict[str, int]:
    """Open cases by the month of their anchor, earliest first, `none` last."""
    found: dict[str, int] = {}
    for day in sorted(
        session.scalars(select(Case.anchor_date).where(*_open(forum))), key=lambda day: day or date.max
    ):
        month = f"{day:%Y-%m}" if day else "none"
        found[month] = found.get(month, 0) + 1
    return found


def coming(session: Session, forum: str) -> Meeting | None:
    """The forum's first meeting that is not closed."""
    query = select(Meeting).where(Meeting.forum == forum, Meeting.state != MeetingState.CLOSED)
    return session.scalar(query.order_by(Meeting.day).limit(1))


def actions(session: Session, forum: str, today: date) -> dict[str, int]:
    """Open, overdue and not done."""
    query = (
        select(Action.outcome, Action.due < today, func.count())
        .join(Case, Case.id == Action.case_id)
        .where(Case.forum == forum)
        .group_by(Action.outcome, Action.due < today)
    )
    found = {"open": 0, "overdue": 0, "not done": 0}
    for outcome, late, count in session.execute(query):
        if outcome is ActionOutcome.OPEN:
            found["open"] += count
            found["overdue"] += count if late else 0
        elif outcome is ActionOutcome.NOT_DONE:
            found["not done"] += count
    return found


def police(session: Session, forum: str) -> tuple[int, tuple[int, ...]]:
    """Workbooks sent, and the days each confirmed one took from sending to confirming."""
    query = (
        select(Exchange.made_at, Exchange.confirmed_at)
        .join(Meeting, Meeting.meeting == Exchange.meeting)
        .where(Meeting.forum == forum)
    )
    rows = session.execute(query).all()
    days = (_days(row.made_at, row.confirmed_at) for row in rows if row.confirmed_at is not None)
    return len(rows), tuple(sorted(days))


def _days(sent: datetime, confirmed: datetime) -> int:
    return (confirmed.astimezone(AUCKLAND).date() - sent.astimezone(AUCKLAND).date()).days


def copies(session: Session, forum: str) -> dict[str, int]:
    """Numbered copies of the forum's meetings by what became of them."""
    query = (
        select(Copy.state, func.count())
        .join(Meeting, Meeting.meeting == Copy.meeting)
        .where(Meeting.forum == forum)
        .group_by(Copy.state)
    )
    found: dict[CopyState, int] = {row[0]: row[1] for row in session.execute(query)}
    return {state.value: found.get(state, 0) for state in CopyState}


def by_month_and_address(session: Session, forum: str) -> dict[str, tuple[int, int]]:
    """Open cases by the anchor's month, earliest first, `none` last: with and without a verified next address."""
    settled = select(Address.case_id).where(
        Address.verified.is_(True), Address.is_next.is_(True), Address.withdrawn_by.is_(None)
    )
    query = select(Case.anchor_date, Case.id.in_(settled).label("settled")).where(*_open(forum))
    found: dict[str, list[int]] = {}
    for row in sorted(session.execute(query), key=lambda row: row.anchor_date or date.max):
        month = f"{row.anchor_date:%Y-%m}" if row.anchor_date else "none"
        found.setdefault(month, [0, 0])[0 if row.settled else 1] += 1
    return {month: (counts[0], counts[1]) for month, counts in found.items()}


def taken(session: Session, forum: str) -> list[tuple[int, int, date, date | None]]:
    """Every milestone that a meeting of the forum took: case, milestone, the meeting's day, the case's anchor."""
    query = (
        select(MilestoneTaken.case_id, MilestoneTaken.milestone, Meeting.day, Case.anchor_date)
        .join(Meeting, Meeting.meeting == MilestoneTaken.meeting)
        .join(Case, Case.id == MilestoneTaken.case_id)
        .where(Meeting.forum == forum)
    )
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(query)]


def turnaround(session: Session, forum: str, now: datetime) -> list[tuple[str, int, int]]:
    """Each workbook that came back, by the day it was sent: days at Police, and from then until its answers were
    applied; until now where they wait still, for a pile that nobody looks at is no quick review."""
    back = (
        select(Return.exchange, func.min(Return.taken_in_at).label("at")).group_by(Return.exchange).subquery()
    )
    query = (
        select(Exchange.exchange, Meeting.day, Exchange.made_at, back.c.at, Exchange.confirmed_at)
        .join(Meeting, Meeting.meeting == Exchange.meeting)
        .join(back, back.c.exchange == Exchange.exchange)
        .where(Meeting.forum == forum)
        .order_by(Exchange.made_at)
    )
    return [
        (
            f"{row.day:%d/%m/%Y}",
            _days(row.made_at, row.at),
            _days(row.at, row.confirmed_at or now),
        )
        for row in session.execute(query)
    ]


def actions_by_service(session: Session, forum: str, today: date) -> dict[str, tuple[int, int, int]]:
    """Each service's actions: open and not due, open and late, ended as not done."""
    query = (
        select(Action.service, Action.outcome, Action.due < today, func.count())
        .join(Case, Case.id == Action.case_id)
        .where(Case.forum == forum, Action.outcome.in_((ActionOutcome.OPEN, ActionOutcome.NOT_DONE)))
        .group_by(Action.service, Action.outcome, Action.due < today)
    )
    found: dict[str, list[int]] = {service.value: [0, 0, 0] for service in Service}
    for service, outcome, late, count in session.execute(query):
        at = 2 if outcome is ActionOutcome.NOT_DONE else 1 if late else 0
        found[service.value][at] += count
    return {service: (n[0], n[1], n[2]) for service, n in found.items() if any(n)}


def actions_given(session: Session, forum: str) -> list[tuple[str, date]]:
    """Each open action's service, and the day it was first given: a transferred one is as old as what it follows."""
    query = (
        select(Action.id, Action.service, Action.outcome, Action.follows_id, Trail.at)
        .join(Case, Case.id == Action.case_id)
        .join(Trail, Trail.seq == Action.seq)
        .where(Case.forum == forum)
    )
    rows = {row.id: row for row in session.execute(query)}
    found = []
    for row in rows.values():
        if row.outcome is ActionOutcome.OPEN:
            first = row
            while first.follows_id in rows:
                first = rows[first.follows_id]
            found.append((row.service.value, datetime.fromisoformat(first.at).astimezone(AUCKLAND).date()))
    return found


def run_with_a_clock(session: Session, forum: str, most: int) -> list[Meeting]:
    """The meetings closed last that ran with their clock, the latest first."""
    timed = select(UnderWayCase.meeting).where(UnderWayCase.seconds > 0)
    query = select(Meeting).where(
        Meeting.forum == forum, Meeting.closed_seq.isnot(None), Meeting.meeting.in_(timed)
    )
    return list(session.scalars(query.order_by(Meeting.closed_seq.desc()).limit(most)))


def clocks(session: Session, agenda: Agenda) -> UnderWay:
    """What each case of a meeting has used and who was moved, without a word of what was typed."""
    code = agenda.meeting.code
    times = select(UnderWayCase.position, UnderWayCase.seconds).where(UnderWayCase.meeting == code)
    moves = select(ItemMove.position, ItemMove.track, ItemMove.at).where(ItemMove.meeting == code)
    return UnderWay(
        cases=tuple(CaseTime(row.position, row.seconds) for row in session.execute(times)),
        moves=tuple(
            MovedItem(row.position, "", row.track, "", row.at)
            for row in session.execute(moves.order_by(ItemMove.id))
        ),
    )

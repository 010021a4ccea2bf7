"""Counts for figures: no row here is about a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.dates import AUCKLAND
from app.domain.words import ActionOutcome, CopyState, FlagCode, MeetingState
from db.tables.meeting import Action, Meeting
from db.tables.packs import Copy
from db.tables.police import Exchange
from db.tables.register import Case, Flag


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

"""Missing copies with what was done about each."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.incidents import Incident, steps_of
from app.domain.words import IncidentStepName
from db.queries.packs import row_of
from db.tables.meeting import Meeting
from db.tables.packs import Copy, IncidentStep
from db.tables.people import User


def incidents(session: Session, forum: str) -> tuple[Incident, ...]:
    """Every copy of a forum's meetings that was ever recorded as missing, the open ones first, then the newest."""
    query = (
        select(Copy)
        .join(Meeting, Meeting.meeting == Copy.meeting)
        .where(Meeting.forum == forum, Copy.missing_at.is_not(None))
    )
    found = [_incident(session, copy) for copy in session.scalars(query)]
    found.sort(key=lambda each: each.opened_at, reverse=True)
    return tuple(sorted(found, key=lambda each: each.closed_at is not None))


def incident(session: Session, code: str) -> tuple[int, Incident] | None:
    """The incident of one copy by the copy's own code, with the copy's number in the register."""
    copy = session.scalars(select(Copy).where(Copy.code == code)).one()
    return (copy.id, _incident(session, copy)) if copy.missing_at is not None else None


def _incident(session: Session, copy: Copy) -> Incident:
    query = (
        select(IncidentStep.step, IncidentStep.at, User.name, IncidentStep.note)
        .join(User, User.user_id == IncidentStep.who)
        .where(IncidentStep.copy_id == copy.id)
    )
    done: dict[IncidentStepName, tuple[datetime, str, str]] = {
        row[0]: (row[1], row[2], row[3]) for row in session.execute(query)
    }
    closed_at, closed_by, closing = done.pop(IncidentStepName.CLOSED, (None, "", ""))
    opened = copy.missing_at
    if opened is None:
        raise ValueError("this copy was never missing")
    return Incident(
        row_of(copy), opened, copy.missing_reason or "", steps_of(opened, done), closed_at, closed_by, closing
    )

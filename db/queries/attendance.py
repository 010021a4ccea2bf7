"""Who is at a meeting as stored, for one case only too, and the readings of the confidentiality statement."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.attendance import (
    HERE,
    AttendanceDraft,
    AttendanceRow,
    AttendanceView,
    Quorum,
    ReadingRow,
    VisitDraft,
    VisitRow,
)
from app.domain.names import fold
from app.domain.words import Service
from db.tables.meeting import Attendance, CaseVisit, ConfidentialityReading, Meeting
from db.tables.register import Case, Forum, Person

_ORDER = list(Service)


def store_attendance(session: Session, code: str, draft: AttendanceDraft, seq: int) -> None:
    """Store who was there; the same name again replaces what was recorded."""
    key = fold(draft.name)
    rows = session.scalars(select(Attendance).where(Attendance.meeting == code))
    row = next((row for row in rows if fold(row.name) == key), None)
    if row is None:
        row = Attendance(meeting=code, name=draft.name)
        session.add(row)
    row.service = draft.service
    row.presence = draft.presence
    row.role = draft.role or None
    row.stands_for = draft.stands_for or None
    row.sent_on = draft.sent_on
    if draft.presence not in HERE:
        row.here_seq = None
    elif row.here_seq is None:
        row.here_seq = seq
    row.seq = seq


def store_visit(session: Session, code: str, case_id: int, draft: VisitDraft, seq: int) -> None:
    """Store who was there for one case; the same name for the same case again replaces."""
    key = fold(draft.name)
    rows = session.scalars(select(CaseVisit).where(CaseVisit.meeting == code, CaseVisit.case_id == case_id))
    row = next((row for row in rows if fold(row.name) == key), None)
    if row is None:
        row = CaseVisit(meeting=code, case_id=case_id, name=draft.name, here_seq=seq)
        session.add(row)
    row.service = draft.service
    row.role = draft.role or None
    row.came = draft.came
    row.left = draft.left
    row.seq = seq


def store_reading(session: Session, code: str, read_by: str, at: datetime, seq: int) -> None:
    """Store one reading of the statement."""
    session.add(ConfidentialityReading(meeting=code, read_by=read_by, at=at, seq=seq))


def person(session: Session, code: str, name: str) -> AttendanceRow:
    """One person of a meeting by name."""
    return next(row for row in view(session, code).people if fold(row.name) == fold(name))


def visitor(session: Session, code: str, prn: str, name: str) -> VisitRow:
    """One visitor of one case by name."""
    visits = view(session, code).visits
    return next(row for row in visits if row.prn == prn and fold(row.name) == fold(name))


def store_quorum(session: Session, forum: str, quorum: Quorum) -> None:
    """Store what a forum asks for."""
    session.get_one(Forum, forum).quorum = quorum.as_data()


def quorum_of(session: Session, forum: str) -> Quorum:
    """What a forum asks for."""
    return Quorum.from_data(session.scalar(select(Forum.quorum).where(Forum.code == forum)))


def view(session: Session, code: str) -> AttendanceView:
    """Everything about who is at a meeting, people by service and name."""
    forum = session.scalar(select(Meeting.forum).where(Meeting.meeting == code)) or ""
    last = session.scalar(
        select(func.max(ConfidentialityReading.seq)).where(ConfidentialityReading.meeting == code)
    )
    readings = session.execute(
        select(ConfidentialityReading.read_by, ConfidentialityReading.at)
        .where(ConfidentialityReading.meeting == code)
        .order_by(ConfidentialityReading.seq)
    )
    return AttendanceView(
        code,
        _people(session, code, last or 0),
        _visits(session, code, last or 0),
        tuple(ReadingRow(row.read_by, row.at) for row in readings),
        quorum_of(session, forum),
    )


def _people(session: Session, code: str, last: int) -> tuple[AttendanceRow, ...]:
    rows = session.scalars(select(Attendance).where(Attendance.meeting == code)).all()
    return tuple(
        AttendanceRow(
            code,
            row.service,
            row.name,
            row.presence,
            row.role or "",
            row.stands_for or "",
            row.sent_on,
            None if row.here_seq is None else row.here_seq < last,
        )
        for row in sorted(rows, key=lambda row: (_ORDER.index(row.service), fold(row.name)))
    )


def _visits(session: Session, code: str, last: int) -> tuple[VisitRow, ...]:
    rows = session.execute(
        select(CaseVisit, Person.prn)
        .join(Case, Case.id == CaseVisit.case_id)
        .join(Person, Person.id == Case.person_id)
        .where(CaseVisit.meeting == code)
        .order_by(CaseVisit.id)
    )
    return tuple(
        VisitRow(code, prn, row.service, row.name, row.role or "", row.came, row.left, row.here_seq < last)
        for row, prn in rows
    )

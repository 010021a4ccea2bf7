"""Hearings before the Parole Board as stored (need B1)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import HearingRow
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.words import DateName
from db.queries.cases import corrections, dates_of
from db.tables.board import Hearing
from db.tables.register import Case

FROM_IOMS = "IOMS: next hearing date"
CORRECTED = "forum: next hearing date"
RECORDED = "forum"
DEFAULT_KIND = "Parole Board hearing"


def hearings(session: Session, person_id: int, case: Case | None) -> tuple[HearingRow, ...]:
    """Every hearing by day. The date in force, IOMS' or the forum's own, counts as one until its result is recorded."""
    rows = (
        session.scalars(select(Hearing).where(Hearing.case_id == case.id).order_by(Hearing.day))
        if case
        else ()
    )
    found = [HearingRow(row.day, row.kind, row.result, row.received, RECORDED) for row in rows]
    day = dates_of(session, person_id)[DateName.HEARING]
    if day is not None and day not in [row.day for row in found]:
        is_ours = FIELD_BY_NAME["next_hearing"].heading in corrections(session, person_id)
        found.append(HearingRow(day, DEFAULT_KIND, None, None, CORRECTED if is_ours else FROM_IOMS))
    return tuple(sorted(found, key=lambda row: row.day))


def hearing(session: Session, case: Case, day: date) -> Hearing | None:
    """The recorded hearing of one day."""
    return session.scalar(select(Hearing).where(Hearing.case_id == case.id, Hearing.day == day))

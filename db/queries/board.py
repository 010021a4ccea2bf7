"""Hearings before the Parole Board as stored (need B1)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import HearingRow
from db.tables.board import Hearing
from db.tables.register import Case, IomsRecord

FROM_IOMS = "IOMS: next hearing date"
RECORDED = "forum"
DEFAULT_KIND = "Parole Board hearing"


def hearings(session: Session, case: Case | None, ioms: IomsRecord | None) -> tuple[HearingRow, ...]:
    """Every hearing by day. The date in IOMS counts as one until somebody records its result."""
    rows = (
        session.scalars(select(Hearing).where(Hearing.case_id == case.id).order_by(Hearing.day))
        if case
        else ()
    )
    found = [HearingRow(row.day, row.kind, row.result, row.received, RECORDED) for row in rows]
    day = ioms.next_hearing if ioms else None
    if day is not None and day not in [row.day for row in found]:
        found.append(HearingRow(day, DEFAULT_KIND, None, None, FROM_IOMS))
    return tuple(sorted(found, key=lambda row: row.day))


def hearing(session: Session, case: Case, day: date) -> Hearing | None:
    """The recorded hearing of one day."""
    return session.scalar(select(Hearing).where(Hearing.case_id == case.id, Hearing.day == day))

"""When a case that was opened for high profile is to be looked at again (need R3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, exists, select

from db.tables.meeting import Decision, Meeting
from db.tables.register import Case


def reviews_come(connection: Connection, forum: str, by: date) -> dict[int, date]:
    """Review days up to a day, by the number of the open case, that no closed meeting has decided on or after them."""
    looked_at = exists(
        select(Decision.id)
        .join(Meeting, Meeting.meeting == Decision.meeting)
        .where(
            Decision.case_id == Case.id,
            Meeting.closed_seq.is_not(None),
            Meeting.day >= Case.high_profile_review,
        )
        .correlate(Case)
    )
    rows = connection.execute(
        select(Case.id, Case.high_profile_review).where(
            Case.forum == forum, Case.closed_seq.is_(None), Case.high_profile_review <= by, ~looked_at
        )
    )
    return {number: day for number, day in rows if day is not None}

"""What a forecast of agendas is made from: coming meetings, and people whose planning starts on a day to come."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import AgendaCase, AgendaMeeting
from app.domain.agenda.forecast import Newcomer
from app.domain.timeline import record_anchor
from app.domain.words import LeftOutReason, MeetingState
from db.tables.extract import LeftOut
from db.tables.meeting import Meeting
from db.tables.register import IomsRecord, Person


def open_meetings(session: Session, forum: str, has_last: bool) -> list[AgendaMeeting]:
    """The scheduled meetings of a forum that are not closed, by day. Their N is not filled in yet."""
    rows = session.scalars(
        select(Meeting)
        .where(Meeting.forum == forum, Meeting.state != MeetingState.CLOSED)
        .order_by(Meeting.day)
    )
    return [AgendaMeeting(row.meeting, forum, row.day, row.kind, row.day, has_last) for row in rows]


def meeting_days(session: Session, forum: str) -> list[date]:
    """The days of all meetings of a forum."""
    return list(session.scalars(select(Meeting.day).where(Meeting.forum == forum)))


def newcomers(session: Session, forum: str) -> list[Newcomer]:
    """The people of whom a criterion fires and whose planning starts later, as the cases they will be.

    They have no case yet, so they go by a number below nought.
    """
    query = (
        select(LeftOut.starts, Person, IomsRecord)
        .join(Person, Person.id == LeftOut.person_id)
        .join(IomsRecord, IomsRecord.person_id == LeftOut.person_id)
        .where(
            LeftOut.forum == forum,
            LeftOut.reason == LeftOutReason.NOT_YET,
            LeftOut.starts.is_not(None),
            IomsRecord.gone_extract_id.is_(None),
        )
        .order_by(LeftOut.starts, Person.prn)
    )
    found = []
    for starts, person, record in session.execute(query):
        case = AgendaCase(
            -person.id,
            person.prn,
            person.surname,
            person.given_names,
            anchor=record_anchor(record, record.as_at),
            statutory_release=record.statutory_release,
            ordered_release=record.ordered_release,
            hearing=record.next_hearing,
            opened_since=True,
        )
        if starts is not None:
            found.append(Newcomer(starts, case))
    return found

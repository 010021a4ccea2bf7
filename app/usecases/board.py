"""Hearings before the Parole Board and their results (need B1)."""

from __future__ import annotations

from datetime import date

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.cases import HearingRow
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.words import Topic
from db.queries import board as queries
from db.queries.cases import episodes, may_open, open_case, person
from db.tables.board import Hearing
from db.work import Work

DEFAULT_KIND = queries.DEFAULT_KIND


@use_case(Permission.OPEN_CASE, looks=True)
def list_hearings(work: Work, prn: str) -> tuple[HearingRow, ...]:
    """Every hearing of the present case. The date in IOMS, or the forum's own word on it, counts as one until its
    result is recorded."""
    who = person(work.session, prn)
    may_open(work, who.id)
    of_person = episodes(work.session, who.id)
    rows = queries.hearings(work.session, who.id, of_person[0] if of_person else None)
    work.enter(work.person(prn), hearings=len(rows))
    return rows


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def record_hearing(work: Work, prn: str, day: date, kind: str = DEFAULT_KIND) -> None:
    """Record a hearing. It moves no anchor: the rule counts with the extract's dates and their corrections."""
    _, case = open_case(work.session, prn)
    if queries.hearing(work.session, case, day) is not None:
        raise Refused(f"A hearing on {show_date(day)} is recorded for {prn} already; nothing was changed.")
    _keep(work, case.id, day, needed(kind, "The kind of hearing"))
    work.enter(work.person(prn))


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def record_result(work: Work, prn: str, day: date, result: str, received: date) -> None:
    """Record what the Board decided and the day it reached the forum; the case comes to the next meeting.

    A hearing that only IOMS names is recorded with it. A result put right keeps what it said in history.
    """
    told = needed(result, "The result")
    who, case = open_case(work.session, prn)
    row = queries.hearing(work.session, case, day)
    if row is None:
        known = [hearing.day for hearing in queries.hearings(work.session, who.id, case)]
        if day not in known:
            days = ", ".join(map(show_date, known)) or "none"
            raise Refused(
                f"No hearing of {prn} on {show_date(day)} is known; nothing was changed: record it first with "
                f"`forumdesk hearing record`. Hearings known: {days}."
            )
        row = _keep(work, case.id, day, DEFAULT_KIND)
    if received < day:
        raise Refused(
            f"A result cannot be received on {show_date(received)}, before the hearing on {show_date(day)}; "
            "nothing was changed."
        )
    row.result, row.received, row.result_seq = told, received, work.seq
    work.enter(work.person(prn))


def _keep(work: Work, case_id: int, day: date, kind: str) -> Hearing:
    row = Hearing(
        case_id=case_id, day=day, kind=clean(kind), result=None, received=None, seq=work.seq, result_seq=None
    )
    work.session.add(row)
    return row

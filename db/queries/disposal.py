"""Disposal as stored: classes, holds, and whose time is up (need A7). What is approved leaves by `erasing`."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.dates import AUCKLAND
from app.domain.disposal import (
    Blanked,
    ClassRow,
    DisposalRow,
    DisposalState,
    Ended,
    HoldRow,
    PersonFacts,
)
from app.domain.errors import NotFound
from app.domain.names import full_name
from app.domain.words import MeetingState
from db.asked_about import number_of
from db.queries.agenda import frozen_of
from db.tables.disposal import Disposal, DisposalClass, DisposalHold
from db.tables.extract import Extract
from db.tables.meeting import Meeting
from db.tables.people import User
from db.tables.register import Case, IomsRecord, Person


def classes(session: Session) -> tuple[ClassRow, ...]:
    """The classes in force, by code: the last version of each."""
    last = select(DisposalClass.code, func.max(DisposalClass.version)).group_by(DisposalClass.code)
    newest = {(code, version) for code, version in session.execute(last)}
    rows = session.scalars(select(DisposalClass).order_by(DisposalClass.code, DisposalClass.version))
    return tuple(
        ClassRow(row.code, row.version, row.name, row.event, row.years, row.source)
        for row in rows
        if (row.code, row.version) in newest
    )


def set_class(session: Session, row: ClassRow, seq: int) -> ClassRow:
    """Store another wording of a class, or a new class; the one before stays as a past version."""
    before = session.scalar(select(func.max(DisposalClass.version)).where(DisposalClass.code == row.code))
    version = (before or 0) + 1
    session.add(
        DisposalClass(
            code=row.code,
            version=version,
            name=row.name,
            event=row.event,
            years=row.years,
            source=row.source,
            seq=seq,
        )
    )
    return ClassRow(row.code, version, row.name, row.event, row.years, row.source)


def people(
    session: Session, forums: frozenset[str] | None = None, number: int | None = None
) -> tuple[PersonFacts, ...]:
    """What decides about each person of some forums, or about one by their number."""
    cases: dict[int, list[Any]] = defaultdict(list)
    of_cases = select(
        Case.person_id, Case.id, Case.forum, Case.closed_seq, Case.closed_at, Case.exit_reason
    ).order_by(Case.id)
    query = select(
        Person.id, Person.prn, Person.surname, Person.given_names, IomsRecord.forum, Extract.as_at,
        Extract.imported_at,
    )  # fmt: skip
    query = query.outerjoin(IomsRecord, IomsRecord.person_id == Person.id)
    query = query.outerjoin(Extract, Extract.id == IomsRecord.gone_extract_id).order_by(Person.id)
    if number is not None:
        query, of_cases = query.where(Person.id == number), of_cases.where(Case.person_id == number)
    for case in session.execute(of_cases):
        cases[case.person_id].append(case)
    held = {row.person_id: row.reason for row in session.scalars(_standing_holds())}
    waits = select(Disposal.person_number, Disposal.id).where(Disposal.state != DisposalState.DONE)
    waiting: dict[int, int] = {
        row.person_number: row.id
        for row in session.execute(waits.where(Disposal.state != DisposalState.DECLINED))
    }
    found = []
    for row in session.execute(query):
        mine = cases.get(row.id, [])
        forum = mine[-1].forum if mine else row.forum
        if forums is not None and forum not in forums:
            continue
        left = row.as_at or (_day(row.imported_at) if row.imported_at else None)
        found.append(
            PersonFacts(
                row.id,
                row.prn,
                row.surname,
                row.given_names,
                forum or "",
                any(case.closed_seq is None for case in mine),
                tuple(
                    Ended(_day(case.closed_at), case.exit_reason)
                    for case in mine
                    if case.closed_at is not None and case.exit_reason is not None
                ),
                left,
                held.get(row.id, ""),
                waiting.get(row.id),
            )
        )
    return tuple(found)


def _day(at: datetime) -> date:
    moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    return moment.astimezone(AUCKLAND).date()


def _standing_holds() -> Any:
    return select(DisposalHold).where(DisposalHold.released_seq.is_(None)).order_by(DisposalHold.id)


def standing_hold(session: Session, person_id: int) -> DisposalHold | None:
    """The hold on somebody that stands, or None."""
    found: DisposalHold | None = session.scalar(
        _standing_holds().where(DisposalHold.person_id == person_id).limit(1)
    )
    return found


def holds(session: Session, forums: frozenset[str] | None) -> tuple[HoldRow, ...]:
    """Every hold, those that stand first."""
    facts = {person.number: person for person in people(session, forums)}
    rows = session.scalars(
        select(DisposalHold).order_by(DisposalHold.released_seq.isnot(None), DisposalHold.id)
    )
    return tuple(
        HoldRow(
            who.prn,
            who.surname,
            who.given_names,
            who.forum,
            row.reason,
            row.held_by,
            row.at,
            row.released_by or "",
            row.released_reason or "",
            row.released_at,
        )
        for row in rows
        if (who := facts.get(row.person_id)) is not None
    )


def disposal(session: Session, number: str) -> Disposal:
    """The mapped disposal. Raises `NotFound`."""
    found = session.get(Disposal, number_of(number))
    if found is None:
        raise NotFound(
            f"There is no disposal number '{number.strip()}'; nothing was changed: `forumdesk disposal list` shows "
            "them."
        )
    return found


def disposals(session: Session, forums: frozenset[str] | None) -> tuple[DisposalRow, ...]:
    """Every disposal of some forums, those that wait first, then the latest."""
    rows = session.scalars(select(Disposal).order_by(Disposal.decided_seq.isnot(None), Disposal.id.desc()))
    return tuple(row_of(session, row) for row in rows if forums is None or row.forum in forums)


def row_of(session: Session, row: Disposal) -> DisposalRow:
    """A disposal as it leaves the register. Of somebody destroyed nothing but the number is known any more."""
    names = {user.user_id: user.name for user in session.scalars(select(User))}
    who = None if row.state is DisposalState.DONE else session.get(Person, row.person_number)
    return DisposalRow(
        id=row.id,
        number=row.person_number,
        forum=row.forum,
        prn=who.prn if who else "",
        name=full_name(who.surname, who.given_names) if who else "",
        class_code=row.class_code,
        class_name=row.class_name,
        years=row.years,
        authority=row.authority,
        event=row.event,
        event_date=row.event_date,
        due=row.due,
        state=row.state,
        proposed_by=names.get(row.proposed_by, row.proposed_by),
        proposed_at=row.proposed_at,
        seq=row.seq,
        decided_by=names.get(row.decided_by or "", row.decided_by or ""),
        decided_at=row.decided_at,
        decided_seq=row.decided_seq,
        decided_reason=row.decided_reason or "",
        counts=dict(row.counts or {}),
        blanked=tuple(Blanked(**each) for each in row.blanked or ()),
        mentions=row.mentions or 0,
        checkpoint=row.checkpoint or "",
    )


def issued_with(session: Session, prn: str) -> str | None:
    """A meeting that is issued, not closed yet, and has the person on its agenda; None where there is none."""
    rows = session.scalars(select(Meeting).where(Meeting.state == MeetingState.ISSUED).order_by(Meeting.day))
    return next((row.meeting for row in rows if any(i.prn == prn for i in frozen_of(row).items)), None)

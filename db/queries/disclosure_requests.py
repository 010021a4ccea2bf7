"""Disclosures that were asked for, as stored (need D1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from app.domain.dates import AUCKLAND
from app.domain.disclosure_request import (
    RequestDraft,
    RequestRow,
    by_clock,
    due_of,
)
from app.domain.errors import NotFound
from app.domain.grounds import ground_on
from app.domain.statements import Statement
from app.domain.words import RequestState
from db.asked_about import number_of
from db.tables.disclosure import DisclosureRequest, DisclosureStatement
from db.tables.people import User
from db.tables.register import Case, Person
from db.work import Work


def mapped_request(session: Session, number: str) -> DisclosureRequest:
    """One request by its number. Raises NotFound."""
    row = session.get(DisclosureRequest, number_of(number))
    if row is None:
        raise NotFound(
            f"There is no request number '{number.strip()}'; nothing was changed: `forumdesk disclosure requests` "
            "shows them."
        )
    return row


def add_request(work: Work, case: Case, draft: RequestDraft) -> DisclosureRequest:
    """Keep what is asked for about a case; it waits for a chair from now on."""
    row = DisclosureRequest(
        case_id=case.id,
        forum=case.forum,
        state=RequestState.WAITS,
        asked_at=work.at,
        asked_by=work.user_id,
        who_asks=draft.who_asks,
        what=draft.what,
        ground=draft.ground.code,
        necessity=draft.necessity,
        needed_by=draft.needed_by,
        due=due_of(work.today, draft.needed_by),
        consent=draft.consent,
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    return row


def add_statements(work: Work, row: DisclosureRequest, statements: Iterable[Statement], after: int) -> None:
    """Propose statements to be told, numbered after those there are."""
    for number, each in enumerate(statements, after + 1):
        work.session.add(
            DisclosureStatement(
                request_id=row.id,
                number=number,
                heading=each.heading,
                text=each.text,
                source=each.source,
                soft=each.soft,
                struck=each.struck,
                seq=work.seq,
            )
        )
    work.session.flush()


def strike(work: Work, row: DisclosureRequest, statements: Sequence[Statement]) -> None:
    """Keep which statements the chair let go and which were struck."""
    struck = {each.number: each.struck for each in statements}
    query = select(DisclosureStatement).where(DisclosureStatement.request_id == row.id)
    for each in work.session.scalars(query):
        each.struck = struck.get(each.number, each.struck)


def request(session: Session, number: int) -> RequestRow:
    """One request with all that became of it."""
    (row,) = _rows(session, DisclosureRequest.id == number)
    return row


def requests(
    session: Session, whole: frozenset[str] | None, asked_by: str, forum: str = ""
) -> tuple[RequestRow, ...]:
    """Every request of the forums in `whole` (None for all), of others those that one person asked, by their clock."""
    narrowed: list[Any] = (
        []
        if whole is None
        else [or_(DisclosureRequest.forum.in_(whole), DisclosureRequest.asked_by == asked_by)]
    )
    if forum:
        narrowed.append(DisclosureRequest.forum == forum)
    return by_clock(_rows(session, *narrowed))


def _rows(session: Session, *narrowed: Any) -> tuple[RequestRow, ...]:
    asker, decider, maker = aliased(User), aliased(User), aliased(User)
    query = (
        select(
            DisclosureRequest,
            Person.prn,
            Person.surname,
            Person.given_names,
            asker.name,
            decider.name,
            maker.name,
        )
        .join(Case, Case.id == DisclosureRequest.case_id)
        .join(Person, Person.id == Case.person_id)
        .outerjoin(asker, asker.user_id == DisclosureRequest.asked_by)
        .outerjoin(decider, decider.user_id == DisclosureRequest.decided_by)
        .outerjoin(maker, maker.user_id == DisclosureRequest.made_by)
        .where(*narrowed)
        .order_by(DisclosureRequest.id)
    )
    found = session.execute(query).all()
    statements = _statements(session, [row[0].id for row in found])
    return tuple(
        RequestRow(
            number=row.id,
            forum=row.forum,
            prn=prn,
            surname=surname,
            given_names=given,
            state=row.state,
            asked_at=row.asked_at,
            asked_by=asked_by or "",
            who_asks=row.who_asks,
            what=row.what,
            ground=ground_on(row.ground, row.asked_at.astimezone(AUCKLAND).date()),
            necessity=row.necessity,
            needed_by=row.needed_by,
            due=row.due,
            consent=row.consent,
            statements=tuple(statements[row.id]),
            decided_at=row.decided_at,
            decided_by=decided_by or "",
            reason=row.reason or "",
            undertaking=row.undertaking or "",
            made_on=row.made_on,
            made_by=made_by or "",
            how=row.how or "",
            disclosure=row.disclosure_id,
        )
        for row, prn, surname, given, asked_by, decided_by, made_by in found
    )


def _statements(session: Session, numbers: Sequence[int]) -> defaultdict[int, list[Statement]]:
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    query = (
        select(DisclosureStatement)
        .where(DisclosureStatement.request_id.in_(numbers))
        .order_by(DisclosureStatement.request_id, DisclosureStatement.number)
    )
    for row in session.scalars(query):
        found[row.request_id].append(
            Statement(row.heading, row.text, row.source, row.soft, row.struck, row.number)
        )
    return found

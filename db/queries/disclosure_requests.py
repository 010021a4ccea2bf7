"""Disclosures that were asked for, as stored (need D1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from app.domain.consent import refuse_unless_in_force
from app.domain.dates import AUCKLAND
from app.domain.disclosure_request import (
    RequestDraft,
    RequestRow,
    by_clock,
    due_of,
)
from app.domain.errors import NotFound, Refused
from app.domain.grounds import ground_on
from app.domain.names import clean
from app.domain.people import Grant, Permission, grant, role_in
from app.domain.statements import Statement
from app.domain.words import RequestState
from db.asked_about import number_of
from db.founding import who_is_now
from db.offices import offices_of
from db.queries.consents import consents
from db.tables.disclosure import DisclosureRequest, DisclosureStatement
from db.tables.people import User
from db.tables.register import Case, Person
from db.tables.trail import Trail
from db.work import Work

Reads = Callable[[str, int], bool]


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


def proposed_by(session: Session, row: DisclosureRequest, user_id: str) -> frozenset[int]:
    """The numbers of the statements of a request that one person proposed, by the entries that brought them."""
    query = (
        select(DisclosureStatement.number, Trail.who)
        .join(Trail, Trail.seq == DisclosureStatement.seq)
        .where(DisclosureStatement.request_id == row.id)
    )
    return frozenset(number for number, who in session.execute(query) if who_is_now(session, who) == user_id)


def decision_entry(session: Session, row: DisclosureRequest) -> str:
    """Who signed the last entry that says of itself that it decided on a request, or on the brief that it is on; empty
    where there is none. A brief bears the number of the entry that its requests stand by."""
    alone = and_(
        Trail.event == "decide_disclosure", Trail.subject.startswith(f"request {row.id},", autoescape=True)
    )
    with_others = and_(
        Trail.event == "decide_front_line", Trail.subject.startswith(f"brief {row.seq},", autoescape=True)
    )
    query = select(Trail.who).where(or_(alone, with_others))
    return session.scalar(query.order_by(Trail.seq.desc()).limit(1)) or ""


def refuse_undecided(work: Work, row: DisclosureRequest) -> None:
    """Refuse what a row alone says was approved: the trail has the decision, signed by who was chair there.

    Whoever handed over on the very day they decided was chair until the day before.
    """
    day = row.decided_at.astimezone(AUCKLAND).date() if row.decided_at else work.today
    offices = offices_of(work.connection, row.decided_by or "")
    roles = {role_in(offices, row.forum, on) for on in (day, day - timedelta(days=1))}
    may = any(role and grant(Permission.APPROVE_DISCLOSURE, role) is Grant.YES for role in roles)
    if not may or decision_entry(work.session, row) != row.decided_by:
        raise Refused(
            f"The trail has no chair's decision on request {row.id}, so nothing may leave by it; nothing was recorded. "
            "Show a chair the trail, and ask anew."
        )


def refuse_lapsed(work: Work, row: DisclosureRequest, day: date) -> None:
    """Refuse what rests on a consent that does not hold on the day (need D2)."""
    if row.consent is not None:
        refuse_unless_in_force(consents(work.session, row.case_id), row.consent, day)


def settle(
    work: Work, row: DisclosureRequest, state: RequestState, reason: str, undertaking: str = ""
) -> None:
    """Keep that a request was decided or withdrawn, by whom and why."""
    row.state = state
    row.decided_at, row.decided_by, row.reason = work.at, work.user_id, reason
    row.undertaking = clean(undertaking) or row.undertaking


def follow(session: Session, case: Case) -> int:
    """Have the requests that are open go with a case to the forum it is in now, whose chair decides on them anew."""
    moved = 0
    for row in session.scalars(
        select(DisclosureRequest).where(
            DisclosureRequest.case_id == case.id,
            DisclosureRequest.state.in_((RequestState.WAITS, RequestState.APPROVED)),
        )
    ):
        row.forum, row.state = case.forum, RequestState.WAITS
        row.decided_at = row.decided_by = row.reason = row.undertaking = None
        for each in session.scalars(
            select(DisclosureStatement).where(DisclosureStatement.request_id == row.id)
        ):
            each.struck = False
        moved += 1
    return moved


def request(session: Session, number: int, reads: Reads = lambda _forum, _person: True) -> RequestRow:
    """One request with all that became of it."""
    (row,) = _rows(session, reads, DisclosureRequest.id == number)
    return row


def requests_of(session: Session, numbers: Collection[int]) -> tuple[RequestRow, ...]:
    """Some requests by their numbers, in that order."""
    return _rows(session, lambda _forum, _person: True, DisclosureRequest.id.in_(list(numbers)))


def requests(
    session: Session, whole: frozenset[str] | None, asked_by: str, forum: str, reads: Reads
) -> tuple[RequestRow, ...]:
    """Every request of the forums in `whole` (None for all), of others those that one person asked, by their clock.

    `reads` says of a forum and a person's number whether the words of the statements are handed out.
    """
    narrowed: list[Any] = (
        []
        if whole is None
        else [or_(DisclosureRequest.forum.in_(whole), DisclosureRequest.asked_by == asked_by)]
    )
    if forum:
        narrowed.append(DisclosureRequest.forum == forum)
    return by_clock(_rows(session, reads, *narrowed))


def _rows(session: Session, reads: Reads, *narrowed: Any) -> tuple[RequestRow, ...]:
    asker, decider, maker = aliased(User), aliased(User), aliased(User)
    query = (
        select(
            DisclosureRequest,
            Person.id,
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
    statements = _statements(session, {row[0].id: row[0].seq for row in found})
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
            statements=tuple(
                each if reads(row.forum, person_id) else each.withheld for each in statements[row.id]
            ),
            decided_at=row.decided_at,
            decided_by=decided_by or "",
            reason=row.reason or "",
            undertaking=row.undertaking or "",
            made_on=row.made_on,
            made_by=made_by or "",
            how=row.how or "",
            disclosure=row.disclosure_id,
        )
        for row, person_id, prn, surname, given, asked_by, decided_by, made_by in found
    )


def _statements(session: Session, asked: Mapping[int, int]) -> defaultdict[int, list[Statement]]:
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    query = (
        select(DisclosureStatement)
        .where(DisclosureStatement.request_id.in_(list(asked)))
        .order_by(DisclosureStatement.request_id, DisclosureStatement.number)
    )
    for row in session.scalars(query):
        found[row.request_id].append(
            Statement(
                row.heading,
                row.text,
                row.source,
                row.soft,
                row.struck,
                row.number,
                asked=row.seq == asked[row.request_id],
            )
        )
    return found

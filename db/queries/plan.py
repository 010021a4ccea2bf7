"""The release plan as stored: addresses with their checks, and answers to what milestones ask."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import AddressRow, AnswerRow, CheckRow
from app.domain.errors import NotFound, Refused
from app.domain.names import fold
from app.domain.plan import QUESTIONS
from app.domain.words import CheckKind, NearnessAnswer, Owner
from db.tables.plan import Address, AddressCheck, PlanAnswer
from db.tables.register import Case
from db.work import Work


def addresses(session: Session, case_id: int) -> tuple[AddressRow, ...]:
    """Every address proposed in a case by rank; the living before the dead of the same rank."""
    checks: dict[int, list[CheckRow]] = defaultdict(list)
    asked = (
        select(AddressCheck)
        .join(Address, Address.id == AddressCheck.address_id)
        .where(Address.case_id == case_id)
        .order_by(AddressCheck.id)
    )
    for row in session.scalars(asked):
        checks[row.address_id].append(
            CheckRow(row.kind.value, row.answer, row.suitability, row.comment, row.officer, row.checked_on)
        )
    query = select(Address).where(Address.case_id == case_id).order_by(Address.rank, Address.id)
    return tuple(
        AddressRow(
            rank=row.rank,
            address=row.address,
            residents=row.residents,
            consent=row.consent,
            verified=row.verified,
            is_next=row.is_next,
            withdrawn_by=row.withdrawn_by,
            withdrawn_reason=row.withdrawn_reason,
            source=row.source,
            as_at=row.as_at,
            checks=tuple(checks[row.id]),
        )
        for row in session.scalars(query)
    )


def answers(session: Session, case_id: int) -> tuple[AnswerRow, ...]:
    """The answers of a case, in the order in which the milestones ask."""
    rows = session.scalars(select(PlanAnswer).where(PlanAnswer.case_id == case_id))
    order = {code: place for place, code in enumerate(QUESTIONS)}
    return tuple(
        AnswerRow(
            row.question,
            QUESTIONS.get(row.question, row.question),
            row.answer,
            row.note,
            row.answered_by,
            row.as_at,
        )
        for row in sorted(rows, key=lambda row: order.get(row.question, len(order)))
    )


def address(session: Session, case: Case, rank: int) -> Address:
    """One address of a case by rank. Raises NotFound."""
    found = session.scalar(select(Address).where(Address.case_id == case.id, Address.rank == rank))
    if found is None:
        raise NotFound(
            f"This case has no address number {rank}; nothing was changed: see `forumdesk address list`."
        )
    return found


def add_address(work: Work, case: Case, text: str, rank: int | None, residents: str, consent: str) -> Address:
    """Keep a proposed address. A rank is never used twice in a case, so that old papers stay true."""
    ranks = set(work.session.scalars(select(Address.rank).where(Address.case_id == case.id)))
    if rank is not None and (rank < 1 or rank in ranks):
        raise Refused(
            f"Number {rank} cannot be given to a new address of this case; nothing was changed: "
            "use a number from 1 that no address of it has had."
        )
    for row in work.session.scalars(
        select(Address).where(Address.case_id == case.id, Address.withdrawn_by.is_(None))
    ):
        if fold(row.address) == fold(text):
            raise Refused(f"That is address number {row.rank} of this case already; nothing was changed.")
    kept = Address(
        case_id=case.id,
        rank=rank if rank is not None else max(ranks, default=0) + 1,
        address=text,
        residents=residents or None,
        consent=consent or None,
        verified=False,
        is_next=False,
        withdrawn_by=None,
        withdrawn_reason=None,
        source=work.source(),
        as_at=work.today,
        seq=work.seq,
    )
    work.session.add(kept)
    work.session.flush()
    return kept


def keep_check(work: Work, place: Address, kind: CheckKind, found: CheckRow, owner: Owner) -> None:
    """The present answer of one partner; what it was before stays in history."""
    row = work.session.scalar(
        select(AddressCheck).where(AddressCheck.address_id == place.id, AddressCheck.kind == kind)
    )
    if row is None:
        row = AddressCheck(address_id=place.id, kind=kind)
        work.session.add(row)
    row.answer, row.suitability, row.comment = found.answer, found.suitability, found.comment
    row.officer, row.checked_on = found.officer, found.checked_on
    row.owner, row.seq = owner, work.seq


def one_next(work: Work, place: Address) -> None:
    """One address at most is the next one."""
    others = select(Address).where(
        Address.case_id == place.case_id, Address.is_next.is_(True), Address.id != place.id
    )
    for other in work.session.scalars(others):
        other.is_next = False
    place.is_next = True


def reopen_nearness(work: Work, case: Case) -> bool:
    """The VNR co-ordinator is asked anew when the address changes (need P3); what was said stays in history."""
    row = work.session.scalar(
        select(PlanAnswer).where(PlanAnswer.case_id == case.id, PlanAnswer.question == "vnr-answer")
    )
    if row is None or row.answer == NearnessAnswer.NOT_ASKED.value:
        return False
    row.answer, row.note = NearnessAnswer.NOT_ASKED.value, "asked anew: the address changed"
    row.answered_by, row.as_at, row.seq = work.user_name, work.today, work.seq
    return True


def keep_answer(work: Work, case: Case, question: str, answer: str, by: str, note: str) -> None:
    """The present answer to one question; what it was before stays in history."""
    row = work.session.scalar(
        select(PlanAnswer).where(PlanAnswer.case_id == case.id, PlanAnswer.question == question)
    )
    if row is None:
        row = PlanAnswer(case_id=case.id, question=question)
        work.session.add(row)
    row.answer, row.note, row.answered_by = answer, note or None, by
    row.as_at, row.seq = work.today, work.seq


def first_living(session: Session, case_id: int) -> int | None:
    """The most preferred address that is still alive: the one the milestones ask about."""
    query = select(Address.id).where(Address.case_id == case_id, Address.withdrawn_by.is_(None))
    return session.scalar(query.order_by(Address.rank, Address.id).limit(1))

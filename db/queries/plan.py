"""The release plan as stored: addresses with consents and checks, needs and other answers, conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.case_drafts import not_ahead
from app.domain.cases import AddressRow, AnswerRow, CheckRow, PlanRow
from app.domain.errors import NotFound, Refused
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.names import fold
from app.domain.plan import QUESTIONS, VNR_ANSWER, is_yes, need_question, says_something
from app.domain.plan_policy import PlanPolicy, policy_of
from app.domain.plan_rows import NeedRow, OccupierConsentRow
from app.domain.plan_words import CheckPolicy, NeedStatus
from app.domain.police import ANSWER
from app.domain.words import CheckKind, FlagCode, NearnessAnswer, NeedDomain, Owner, PoliceChecks, Service
from db.queries.conditions import conditions_of
from db.queries.consents import consents_of
from db.tables.plan import Address, AddressCheck, AddressConsent, PlanAnswer
from db.tables.police import PoliceValue
from db.tables.register import Case, Flag, Forum, ForumValue, IomsRecord
from db.work import Work

_VNR = FIELD_BY_NAME["vnr"].heading
ASKED_ANEW = "asked anew: the address changed"
"""The note beside the co-ordinator's answer when it has re-opened itself."""


class Wanted(NamedTuple):
    """What decides which checks of an address are due: the forum's policy, and the person's flags."""

    policy: PlanPolicy
    flags: frozenset[FlagCode]


def policy(session: Session, forum: str) -> PlanPolicy:
    """The policy of a forum, by its code."""
    row = session.get(Forum, forum)
    return policy_of(row.plan_policy if row else None, row.police_checks if row else PoliceChecks.ON_REQUEST)


def keep_policy(
    session: Session, forum: str, checks: Mapping[CheckKind, CheckPolicy], ages: Mapping[str, int]
) -> None:
    """Lay changes over a forum's policy. Police have a field of their own, which the workbook reads too."""
    row = session.get_one(Forum, forum)
    stored = row.plan_policy or {}
    ours = {kind.value: wants.value for kind, wants in checks.items() if kind is not CheckKind.POLICE}
    row.plan_policy = {
        "checks": {**stored.get("checks", {}), **ours},
        "ages": {**stored.get("ages", {}), **ages},
    }
    if CheckKind.POLICE in checks:
        row.police_checks = PoliceChecks(checks[CheckKind.POLICE].value)
    session.flush()


def wanted(session: Session, cases: Sequence[Case]) -> dict[int, Wanted]:
    """By case: the policy of its forum, and the flags that stand. VNR is also what IOMS or the forum says of it."""
    people = {case.person_id for case in cases}
    flags: dict[int, set[FlagCode]] = defaultdict(set)
    standing = select(Flag.person_id, Flag.code).where(
        Flag.person_id.in_(people), Flag.withdrawn_seq.is_(None)
    )
    for person_id, code in session.execute(standing):
        flags[person_id].add(code)
    said_by_ioms = select(IomsRecord.person_id, IomsRecord.vnr).where(IomsRecord.person_id.in_(people))
    vnr = {person_id: bool(said) for person_id, said in session.execute(said_by_ioms)}
    words = select(ForumValue.person_id, ForumValue.value).where(
        ForumValue.person_id.in_(people), ForumValue.field == _VNR, ForumValue.withdrawn_seq.is_(None)
    )
    for person_id, said in session.execute(words.order_by(ForumValue.id)):
        vnr[person_id] = is_yes(said)
    for person_id, said_yes in vnr.items():
        if said_yes:
            flags[person_id].add(FlagCode.VNR)
    policies = {forum: policy(session, forum) for forum in {case.forum for case in cases}}
    return {case.id: Wanted(policies[case.forum], frozenset(flags[case.person_id])) for case in cases}


def plans(session: Session, cases: Sequence[Case], mark: str = "") -> dict[int, PlanRow]:
    """The whole plans of some cases, by case, in a fixed number of reads however many there are."""
    ids = [case.id for case in cases]
    places = addresses(session, ids, wanted(session, cases))
    found, signed = conditions_of(session, ids), consents_of(session, ids)
    answers: dict[int, list[PlanAnswer]] = defaultdict(list)
    for row in session.scalars(select(PlanAnswer).where(PlanAnswer.case_id.in_(ids))):
        answers[row.case_id].append(row)
    return {
        number: PlanRow(
            tuple(places.get(number, ())),
            _answer_rows(answers[number]),
            mark,
            _need_rows(answers[number]),
            found.get(number, ()),
            signed.get(number, ()),
        )
        for number in ids
    }


def plan(session: Session, case: Case, mark: str = "") -> PlanRow:
    """The whole plan of one case."""
    return plans(session, (case,), mark)[case.id]


def addresses(
    session: Session, case_ids: Sequence[int], due: Mapping[int, Wanted]
) -> dict[int, list[AddressRow]]:
    """Every address proposed in some cases, by case, by rank."""
    checks = _by_address(session, AddressCheck, case_ids)
    consents = _by_address(session, AddressConsent, case_ids)
    by_police = _police_answers(session, case_ids)
    found: dict[int, list[AddressRow]] = defaultdict(list)
    query = select(Address).where(Address.case_id.in_(case_ids)).order_by(Address.rank, Address.id)
    for row in session.scalars(query):
        told = tuple(_check_row(c) for c in checks[row.id])
        said = {check.kind: check.answer for check in told}
        if not says_something(said.get(CheckKind.POLICE.value)) and row.id in by_police:
            said[CheckKind.POLICE.value] = by_police[row.id]
        asked = due[row.case_id]
        found[row.case_id].append(
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
                checks=told,
                consents=tuple(
                    OccupierConsentRow(c.said, c.form, c.said_by, c.day, c.reason, c.source)
                    for c in consents[row.id]
                ),
                standing=asked.policy.standing(said, asked.flags) if row.withdrawn_by is None else (),
            )
        )
    return found


def _by_address(session: Session, table: Any, case_ids: Sequence[int]) -> dict[int, list[Any]]:
    asked = select(table).join(Address, Address.id == table.address_id).where(Address.case_id.in_(case_ids))
    found: dict[int, list[Any]] = defaultdict(list)
    for row in session.scalars(asked.order_by(table.id)):
        found[row.address_id].append(row)
    return found


def _police_answers(session: Session, case_ids: Sequence[int]) -> dict[int, str]:
    """What Police answered on addresses in their workbook, by address."""
    said = select(PoliceValue.address_id, PoliceValue.value).where(
        PoliceValue.case_id.in_(case_ids),
        PoliceValue.heading == ANSWER,
        PoliceValue.address_id.is_not(None),
        PoliceValue.superseded_seq.is_(None),
    )
    return {
        address_id: value
        for address_id, value in session.execute(said)
        if address_id is not None and says_something(value)
    }


def needs(session: Session, case_id: int) -> tuple[NeedRow, ...]:
    """All eight needs of a case."""
    return _need_rows(session.scalars(select(PlanAnswer).where(PlanAnswer.case_id == case_id)))


def _need_rows(rows: Iterable[PlanAnswer]) -> tuple[NeedRow, ...]:
    """All eight needs from the answers of one case; *not asked* where there is none."""
    said = {row.question: row for row in rows}
    found = []
    for domain in NeedDomain:
        row = said.get(need_question(domain))
        if row is None:
            found.append(NeedRow(domain, NeedStatus.NOT_ASKED.value, None, None, None, None, None))
        else:
            found.append(
                NeedRow(domain, row.answer, row.note, row.service, row.owner, row.answered_by, row.as_at)
            )
    return tuple(found)


_ORDER = {code: place for place, code in enumerate(QUESTIONS)}


def _answer_rows(rows: Iterable[PlanAnswer]) -> tuple[AnswerRow, ...]:
    """The answers of one case, in the order in which the milestones ask."""
    return tuple(
        AnswerRow(
            row.question,
            QUESTIONS.get(row.question, row.question),
            row.answer,
            row.note,
            row.answered_by,
            row.as_at,
        )
        for row in sorted(rows, key=lambda row: _ORDER.get(row.question, len(_ORDER)))
    )


def _check_row(c: AddressCheck) -> CheckRow:
    return CheckRow(c.kind.value, c.answer, c.suitability, c.comment, c.officer, c.checked_on)


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
    refuse_same_address(work.session, case, text)
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


def refuse_same_address(session: Session, case: Case, text: str, besides: int | None = None) -> None:
    """Refuse an address that lives in this case already, however it is written."""
    for row in session.scalars(
        select(Address).where(Address.case_id == case.id, Address.withdrawn_by.is_(None))
    ):
        if row.id != besides and fold(row.address) == fold(text):
            raise Refused(f"That is address number {row.rank} of this case already; nothing was changed.")


def check_of(session: Session, place: Address, kind: CheckKind) -> CheckRow | None:
    """What one partner's check of an address says now; None where nobody answered."""
    row = session.scalar(
        select(AddressCheck).where(AddressCheck.address_id == place.id, AddressCheck.kind == kind)
    )
    return _check_row(row) if row else None


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


def next_address(session: Session, case_id: int) -> str:
    """The address that is the next one; blank where none is."""
    coming = select(Address.address).where(Address.case_id == case_id, Address.is_next.is_(True)).limit(1)
    return session.scalar(coming) or ""


class Place(NamedTuple):
    """Which addresses the VNR co-ordinator's answer rests on: the first that lives, and the next one."""

    first: int | None
    next: int | None


def place(session: Session, case_id: int) -> Place:
    """Where a plan would have somebody go, as it stands now."""
    alive = (Address.case_id == case_id, Address.withdrawn_by.is_(None))
    first = select(Address.id).where(*alive).order_by(Address.rank, Address.id).limit(1)
    coming = select(Address.id).where(*alive, Address.is_next.is_(True)).limit(1)
    return Place(session.scalar(first), session.scalar(coming))


def reopen_if_moved(work: Work, case: Case, before: Place) -> bool:
    """Ask the co-ordinator anew where the plan no longer goes where it went (need P3). Returns whether it was."""
    work.session.flush()
    if place(work.session, case.id) == before:
        return False
    return reopen_nearness(work, case)


def reopen_nearness(work: Work, case: Case, address_id: int | None = None) -> bool:
    """The VNR co-ordinator is asked anew when the address changes (need P3); what was said stays in history.

    With `address_id` what was answered for that address is opened too: its text is no longer what was asked about.
    """
    reopened = False
    if address_id is not None:
        check = work.session.scalar(
            select(AddressCheck).where(
                AddressCheck.address_id == address_id, AddressCheck.kind == CheckKind.VICTIM_NEARNESS
            )
        )
        if check is not None and check.answer != NearnessAnswer.NOT_ASKED.value:
            check.answer, check.officer, check.checked_on = NearnessAnswer.NOT_ASKED.value, None, None
            check.seq, reopened = work.seq, True
    row = work.session.scalar(
        select(PlanAnswer).where(PlanAnswer.case_id == case.id, PlanAnswer.question == VNR_ANSWER.code)
    )
    if row is not None and row.answer != NearnessAnswer.NOT_ASKED.value:
        row.answer, row.note = NearnessAnswer.NOT_ASKED.value, ASKED_ANEW
        row.answered_by, row.as_at, row.seq = work.user_name, work.today, work.seq
        reopened = True
    return reopened


def answer_to(session: Session, case: Case, question: str) -> AnswerRow | None:
    """The present answer to one question; None where nobody answered."""
    asked = select(PlanAnswer).where(PlanAnswer.case_id == case.id, PlanAnswer.question == question)
    return next(iter(_answer_rows(session.scalars(asked))), None)


def keep_answer(
    work: Work,
    case: Case,
    question: str,
    answer: str,
    by: str,
    note: str,
    service: Service | None = None,
    owner: str | None = None,
    *,
    on: date | None = None,
    whole: bool = False,
) -> None:
    """The present answer to one question; what it was before stays in history.

    Service and owner belong to needs; left out, they stay as they are, unless this is the `whole` of a need.
    `on` is the day it was said.
    """
    row = work.session.scalar(
        select(PlanAnswer).where(PlanAnswer.case_id == case.id, PlanAnswer.question == question)
    )
    if row is None:
        row = PlanAnswer(case_id=case.id, question=question)
        work.session.add(row)
    row.answer, row.note, row.answered_by = answer, note or None, by
    row.as_at, row.seq = not_ahead(on, work.today), work.seq
    if service is not None or whole:
        row.service = service
    if owner is not None or whole:
        row.owner = owner or None


def keep_consent(work: Work, place: Address, said: OccupierConsentRow) -> None:
    """Keep one word on the occupier's consent; each stays (need P1)."""
    work.session.add(
        AddressConsent(
            address_id=place.id,
            said=said.said,
            form=said.form,
            said_by=said.by,
            day=said.day,
            reason=said.reason,
            source=said.source,
            seq=work.seq,
        )
    )


def consents(session: Session, place: Address) -> list[AddressConsent]:
    """Every word on the occupier's consent to one address, oldest first."""
    query = select(AddressConsent).where(AddressConsent.address_id == place.id)
    return list(session.scalars(query.order_by(AddressConsent.id)))


def re_rank(session: Session, case: Case, moved: Address, to: int) -> None:
    """Give a living address another place in the order of preference; the living ones share their numbers anew.

    Dead ones keep theirs, so that old papers stay true. Raises Refused where no living address has the number.
    """
    alive = list(
        session.scalars(
            select(Address)
            .where(Address.case_id == case.id, Address.withdrawn_by.is_(None))
            .order_by(Address.rank, Address.id)
        )
    )
    numbers = [row.rank for row in alive]
    if to not in numbers:
        known = ", ".join(map(str, numbers))
        raise Refused(f"No address that lives has the number {to}; nothing was changed: use one of {known}.")
    at = numbers.index(to)
    order = [row for row in alive if row.id != moved.id]
    order.insert(at, moved)
    for number, row in zip(numbers, order, strict=True):
        row.rank = number
    session.flush()

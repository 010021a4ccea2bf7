"""The release plan: proposed addresses with their checks, and answers to what milestones ask (needs P1-P4)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.cases import AddressRow, AnswerRow, CheckRow
from app.domain.errors import Refused
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.plan import QUESTIONS, VNR_ANSWER
from app.domain.plan_drafts import CheckDraft, read_answer, read_question
from app.domain.words import CheckKind, Owner, Topic
from db import search
from db.queries import plan as queries
from db.queries.cases import episodes, may_open, open_case, person
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def list_addresses(work: Work, prn: str) -> tuple[AddressRow, ...]:
    """Every address proposed in the present case, the dead ones too."""
    who = person(work.session, prn)
    may_open(work, who.id)
    of_person = episodes(work.session, who.id)
    rows = queries.addresses(work.session, of_person[0].id) if of_person else ()
    work.enter(work.person(prn), addresses=len(rows))
    return rows


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def propose_address(
    work: Work, prn: str, address: str, rank: int | None = None, residents: str = "", consent: str = ""
) -> int:
    """Add a proposed address; without a rank it comes after the others. Returns its rank (need P1)."""
    who, case = open_case(work.session, prn)
    text = needed(address, "The address")
    first_before = queries.first_living(work.session, case.id)
    kept = queries.add_address(work, case, text, rank, clean(residents), clean(consent))
    if queries.first_living(work.session, case.id) != first_before:
        queries.reopen_nearness(work, case)
    search.reindex(work.session, (who.id,))
    work.enter(work.person(prn))
    return kept.rank


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def check_address(work: Work, prn: str, rank: int, draft: CheckDraft) -> CheckRow:
    """Keep one partner's check of an address; what was said before stays in history (need P2)."""
    found = draft.checked()
    _, case = open_case(work.session, prn)
    place = queries.address(work.session, case, rank)
    row = CheckRow(
        found.kind.value,
        found.answer,
        found.suitability or None,
        found.comment or None,
        found.officer or None,
        found.on or work.today,
    )
    owner = Owner.POLICE if found.kind is CheckKind.POLICE else Owner.FORUM
    queries.keep_check(work, place, found.kind, row, owner)
    work.enter(work.person(prn))
    return row


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def set_address(
    work: Work, prn: str, rank: int, verified: bool | None = None, is_next: bool | None = None
) -> None:
    """Answer the two questions of an address apart: is it verified, and is it the next one (need P1)."""
    if verified is None and is_next is None:
        raise Refused("Nothing to set was given; nothing was changed: say whether it is verified, or next.")
    _, case = open_case(work.session, prn)
    place = queries.address(work.session, case, rank)
    if place.withdrawn_by is not None:
        raise Refused(f"Address {rank} was withdrawn; nothing was changed: propose it again.")
    if verified is not None:
        place.verified = verified
    if is_next:
        queries.one_next(work, place)
    elif is_next is False:
        place.is_next = False
    work.enter(work.person(prn))


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def withdraw_address(work: Work, prn: str, rank: int, by: str, reason: str) -> None:
    """A dead address stays, with who withdrew it and why (need P1); the next one asks the VNR question anew."""
    _, case = open_case(work.session, prn)
    place = queries.address(work.session, case, rank)
    if place.withdrawn_by is not None:
        raise Refused(f"Address {rank} was withdrawn already; nothing was changed.")
    first_before = queries.first_living(work.session, case.id)
    place.withdrawn_by, place.withdrawn_reason = needed(by, "Who withdrew it"), needed(reason, "The reason")
    place.is_next = False
    work.session.flush()
    if queries.first_living(work.session, case.id) != first_before:
        queries.reopen_nearness(work, case)
    work.enter(work.person(prn))


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def answer_question(
    work: Work, prn: str, question: str, answer: str, note: str = "", by: str = ""
) -> AnswerRow:
    """Answer one thing a milestone asks for (design/formats.md section 3)."""
    code = read_question(question)
    said, kept_note, who_said = read_answer(code, answer, note, by)
    _, case = open_case(work.session, prn)
    if code == VNR_ANSWER.code and not who_said:
        who_said = work.user_name
    queries.keep_answer(work, case, code, said, who_said or work.user_name, kept_note)
    work.enter(work.person(prn))
    return AnswerRow(code, QUESTIONS[code], said, kept_note or None, who_said or work.user_name, work.today)

"""The release plan: addresses with consents and checks, needs, and answers to what milestones ask (needs P1-P4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.desk import use_case
from app.domain.case_drafts import needed, not_ahead, refuse_if_overtaken, side_by_side
from app.domain.cases import AddressRow, AnswerRow, CheckRow, PlanRow
from app.domain.errors import Refused
from app.domain.milestones import WatchRow
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.plan import QUESTIONS, VNR_ANSWER, need_question
from app.domain.plan_drafts import (
    CheckDraft,
    ConsentDraft,
    NeedDraft,
    PolicyDraft,
    read_answer,
    read_question,
    seen_of_answer,
    seen_of_check,
)
from app.domain.plan_policy import PlanPolicy
from app.domain.plan_rows import NeedRow, OccupierConsentRow
from app.domain.words import CheckKind, Owner, Topic
from db import search
from db.queries import plan as queries
from db.queries.cases import episodes, may_open, open_case, person, prns_on_agendas
from db.queries.plan_watch import watch
from db.queries.register import forum as forum_by_code
from db.tables.plan import Address
from db.tables.register import Case
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def list_addresses(work: Work, prn: str) -> tuple[AddressRow, ...]:
    """Every address proposed in the present case, the dead ones too, each check that is due with it."""
    rows = _plan(work, prn).addresses
    work.enter(work.person(prn), addresses=len(rows))
    return rows


@use_case(Permission.OPEN_CASE, looks=True)
def show_plan(work: Work, prn: str) -> PlanRow:
    """The whole plan of the present case: addresses, checks due, needs, conditions, answers (needs P1-P5)."""
    plan = _plan(work, prn)
    work.enter(work.person(prn), addresses=len(plan.addresses), conditions=len(plan.conditions))
    return plan


@use_case(Permission.OPEN_CASE, looks=True)
def watch_plans(work: Work, forum: str) -> tuple[WatchRow, ...]:
    """The open cases of a forum that miss something for the milestone in play, hold something stale, have a check due,
    or are warned of by the calendar; the nearest milestone first (needs R12, T2, T3).

    A member sees those of people on the last or coming agenda (design/trust.md).
    """
    row = forum_by_code(work.session, forum)
    rows = watch(work.session, row, work.today)
    if work.limited:
        seen = prns_on_agendas(work.session, row.code)
        rows = tuple(each for each in rows if each.prn in seen)
    work.enter(f"plans of {row.code}", cases=len(rows))
    return rows


def _plan(work: Work, prn: str) -> PlanRow:
    who = person(work.session, prn)
    may_open(work, who.id)
    of_person = episodes(work.session, who.id)
    return queries.plan(work.session, of_person[0]) if of_person else PlanRow()


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def propose_address(
    work: Work, prn: str, address: str, rank: int | None = None, residents: str = "", consent: str = ""
) -> int:
    """Add a proposed address; without a rank it comes after the others. Returns its rank (need P1)."""
    who, case = open_case(work.session, prn)
    text = needed(address, "The address")
    before = queries.place(work.session, case.id)
    kept = queries.add_address(work, case, text, rank, clean(residents), clean(consent))
    queries.reopen_if_moved(work, case, before)
    search.reindex(work.session, (who.id,))
    work.enter(work.person(prn))
    return kept.rank


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def edit_address(
    work: Work,
    prn: str,
    rank: int,
    address: str | None = None,
    residents: str | None = None,
    seen: Mapping[str, str] | None = None,
) -> bool:
    """Put right how an address is written, or who lives there. Another place is another address: propose it.

    Other words may mean another place: *verified* is taken back, and the VNR co-ordinator is asked anew (need P3).
    Returns whether they are. `seen` is what stood there when the writer began, by `address` and `residents`: where
    another stands by now, `Overtaken` keeps both texts.
    """
    if address is None and residents is None:
        raise Refused("Nothing to set was given; nothing was changed: give the address or who lives there.")
    who, case = open_case(work.session, prn)
    place = _alive(work, case, rank)
    found = {"address": (place.address, address), "residents": (place.residents or "", residents)}
    refuse_if_overtaken(seen or {}, found)
    if residents is not None:
        place.residents = clean(residents) or None
    reopened = False
    text = needed(address, "The address") if address is not None else place.address
    if text != place.address:
        queries.refuse_same_address(work.session, case, text, besides=place.id)
        place.address, place.verified = text, False
        reopened = queries.reopen_nearness(work, case, place.id)
        search.reindex(work.session, (who.id,))
    work.enter(work.person(prn))
    return reopened


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def rank_address(work: Work, prn: str, rank: int, to: int, seen: Mapping[str, str] | None = None) -> None:
    """Give an address another place in the order of preference; the dead ones keep their numbers (need P1).

    `seen` says which `address` the writer saw under that number: another there by now is refused.
    """
    _, case = open_case(work.session, prn)
    place, before = _alive(work, case, rank, seen), queries.place(work.session, case.id)
    queries.re_rank(work.session, case, place, to)
    queries.reopen_if_moved(work, case, before)
    work.enter(work.person(prn))


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def record_consent(work: Work, prn: str, rank: int, draft: ConsentDraft) -> OccupierConsentRow:
    """Keep one word on the occupier's consent; every earlier one stays (need P1)."""
    _, case = open_case(work.session, prn)
    place = _alive(work, case, rank)
    before = queries.consents(work.session, place)
    kept = draft.checked(work.today, before[-1].said if before else None)
    row = OccupierConsentRow(
        kept.said, kept.form or None, kept.by, kept.on or work.today, kept.reason or None, work.source()
    )
    queries.keep_consent(work, place, row)
    work.enter(work.person(prn))
    return row


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def check_address(
    work: Work, prn: str, rank: int, draft: CheckDraft, seen: Mapping[str, str] | None = None
) -> CheckRow:
    """Keep one partner's check of an address; what was said before stays in history (need P2).

    `seen` is what stood there when the writer began, by field (`seen_of_check`): where another stands by now,
    `Overtaken` keeps both.
    """
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
    before = queries.check_of(work.session, place, found.kind)
    refuse_if_overtaken(seen or {}, side_by_side(seen_of_check(before), seen_of_check(row)))
    owner = Owner.POLICE if found.kind is CheckKind.POLICE else Owner.FORUM
    queries.keep_check(work, place, found.kind, row, owner)
    work.enter(work.person(prn))
    return row


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def set_address(
    work: Work,
    prn: str,
    rank: int,
    verified: bool | None = None,
    is_next: bool | None = None,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Answer the two questions of an address apart: is it verified, and is it the next one (need P1).

    `seen` is what stood when the writer began: which `address` was under that number (another there by now is
    refused), whether it was `verified`, and which was the `next` one; where another answer stands by now, `Overtaken`
    keeps both.
    """
    if verified is None and is_next is None:
        raise Refused("Nothing to set was given; nothing was changed: say whether it is verified, or next.")
    _, case = open_case(work.session, prn)
    place, before = _alive(work, case, rank, seen), queries.place(work.session, case.id)
    coming = queries.next_address(work.session, case.id)
    wanted = None if is_next is None else place.address if is_next else ""
    found = {"next": (coming, wanted)}
    if verified is not None:
        found["verified"] = (_yes(place.verified), _yes(verified))
    refuse_if_overtaken(seen or {}, found)
    if verified is not None:
        place.verified = verified
    if is_next:
        queries.one_next(work, place)
    elif is_next is False:
        place.is_next = False
    queries.reopen_if_moved(work, case, before)
    work.enter(work.person(prn))


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def withdraw_address(
    work: Work, prn: str, rank: int, by: str, reason: str, seen: Mapping[str, str] | None = None
) -> None:
    """A dead address stays, with who withdrew it and why (need P1); the next one asks the VNR question anew.

    `seen` says which `address` the writer saw under that number: another there by now is refused.
    """
    _, case = open_case(work.session, prn)
    place = queries.address(work.session, case, rank)
    _refuse_another(place, seen)
    if place.withdrawn_by is not None:
        raise Refused(f"Address {rank} was withdrawn already; nothing was changed.")
    before = queries.place(work.session, case.id)
    place.withdrawn_by, place.withdrawn_reason = needed(by, "Who withdrew it"), needed(reason, "The reason")
    place.is_next = False
    queries.reopen_if_moved(work, case, before)
    work.enter(work.person(prn))


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def restore_address(
    work: Work, prn: str, rank: int, reason: str, is_next: bool = False, seen: Mapping[str, str] | None = None
) -> None:
    """Take back that an address was withdrawn, with the reason; history keeps that it was (need P1).

    It lives under its number with its consents and checks, and where that changes where the plan goes the VNR question
    is asked anew. `seen` is as for `withdraw_address`.
    """
    _, case = open_case(work.session, prn)
    why, place = needed(reason, "The reason"), queries.address(work.session, case, rank)
    _refuse_another(place, seen)
    if place.withdrawn_by is None:
        raise Refused(f"Address {rank} was not withdrawn; nothing was changed.")
    queries.refuse_same_address(work.session, case, place.address, besides=place.id)
    before = queries.place(work.session, case.id)
    place.withdrawn_by = place.withdrawn_reason = None
    if is_next:
        queries.one_next(work, place)
    queries.reopen_if_moved(work, case, before)
    work.enter(work.person(prn), reason=why)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def set_need(work: Work, prn: str, draft: NeedDraft, seen: Mapping[str, str] | None = None) -> NeedRow:
    """Say how a need stands, what is done about it, with which service and owner; what it was stays (need P4).

    No service and an empty owner leave those that are there. `seen` is what stood there when the writer began, by field
    (`seen_of_need`): where another stands by now, `Overtaken` keeps both.
    """
    _, case = open_case(work.session, prn)
    now = next(row for row in queries.needs(work.session, case.id) if row.domain is draft.domain)
    found = {
        "status": (now.status, draft.status.value),
        "text": (now.text or "", draft.text),
        "service": (now.service or "", draft.service or ("" if draft.whole else None)),
        "owner": (now.owner or "", draft.owner if draft.whole else draft.owner or None),
    }
    refuse_if_overtaken(seen or {}, found)
    by, owner = clean(draft.by) or work.user_name, clean(draft.owner)
    queries.keep_answer(
        work,
        case,
        need_question(draft.domain),
        draft.status.value,
        by,
        clean(draft.text),
        draft.service,
        owner or None,
        on=draft.on,
        whole=draft.whole,
    )
    work.session.flush()
    work.enter(work.person(prn))
    return next(row for row in queries.needs(work.session, case.id) if row.domain is draft.domain)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def answer_question(
    work: Work,
    prn: str,
    question: str,
    answer: str,
    note: str = "",
    by: str = "",
    on: date | None = None,
    seen: Mapping[str, str] | None = None,
) -> AnswerRow:
    """Answer one thing a milestone asks for (design/formats.md section 3). `on` is the day it was said.

    `seen` is what stood there when the writer began, by field (`seen_of_answer`): where another stands by now,
    `Overtaken` keeps both.
    """
    code = read_question(question)
    said, kept_note, who_said = read_answer(code, answer, note, by)
    _, case = open_case(work.session, prn)
    if code == VNR_ANSWER.code and not who_said:
        who_said = work.user_name
    who_said = who_said or work.user_name
    row = AnswerRow(code, QUESTIONS[code], said, kept_note or None, who_said, not_ahead(on, work.today))
    before = queries.answer_to(work.session, case, code)
    refuse_if_overtaken(seen or {}, side_by_side(seen_of_answer(before), seen_of_answer(row)))
    queries.keep_answer(work, case, code, said, who_said, kept_note, on=on)
    work.enter(work.person(prn))
    return row


@use_case(Permission.SEE_FORUM, looks=True)
def see_policy(work: Work, forum: str) -> PlanPolicy:
    """Which checks of an address a forum wants, and how old the values of a plan may be at each milestone (P2, R12)."""
    row = forum_by_code(work.session, forum)
    work.enter(f"forum {row.code}")
    return queries.policy(work.session, row.code)


@use_case(Permission.CHANGE_FORUM, topics=(Topic.FORUMS, Topic.CASES))
def set_policy(
    work: Work, forum: str, draft: PolicyDraft, seen: Mapping[str, str] | None = None
) -> PlanPolicy:
    """Change a forum's policy; what is not named stays. What it was stays in history.

    `seen` is what stood when the writer began, by kind of check and by `ages`, a line each: where another stands by
    now, `Overtaken` keeps both.
    """
    row = forum_by_code(work.session, forum)
    checks, ages = draft.checked()
    now = queries.policy(work.session, row.code)
    found = {
        kind.value: (now.checks[kind].value, checks[kind].value if kind in checks else None)
        for kind in CheckKind
    }
    refuse_if_overtaken(seen or {}, {**found, "ages": (now.ages_text, "" if ages else None)})
    queries.keep_policy(work.session, row.code, checks, ages)
    work.enter(f"forum {row.code}", checks=len(checks), ages=len(ages))
    return queries.policy(work.session, row.code)


def _alive(work: Work, case: Case, rank: int, seen: Mapping[str, str] | None = None) -> Address:
    """An address that lives. Raises NotFound, and Refused for a withdrawn one or another than the writer saw."""
    place = queries.address(work.session, case, rank)
    if place.withdrawn_by is not None:
        raise Refused(f"Address {rank} was withdrawn; nothing was changed: propose it again.")
    _refuse_another(place, seen)
    return place


def _refuse_another(place: Address, seen: Mapping[str, str] | None) -> None:
    """A number that has gone to another address is no way to reach the one that was meant."""
    if seen and place.address != seen.get("address", place.address):
        raise Refused(
            f"Address {place.rank} is another one by now, {place.address}; nothing was changed: choose it anew."
        )


def _yes(said: bool) -> str:
    return "yes" if said else "no"

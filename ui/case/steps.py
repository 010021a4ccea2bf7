"""How what was done on a case is taken back: each act with the act that puts the old value there (decision 0038).

The old value is what the record on the screen said when the act was asked for; where something else stands by the time
it is taken back, the use case says so (`seen`), and both texts are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.case_drafts import OrderDraft, read_correction
from app.domain.cases import AddressRow, FlagRow, seen_of_anchor
from app.domain.consent import ConsentRow
from app.domain.dates import show_date
from app.domain.meeting import ActionRow, tidy
from app.domain.names import clean
from app.domain.plan import QUESTIONS
from app.domain.plan_drafts import CheckDraft, NeedDraft, seen_of_answer, seen_of_check, seen_of_need
from app.domain.plan_rows import ConditionRow, NeedRow
from app.domain.plan_words import ConditionState, NeedStatus
from app.domain.words import (
    ActionOutcome,
    AliasKind,
    CheckKind,
    ExitReason,
    FlagCode,
    NeedDomain,
    OrderKind,
    Owner,
    Service,
    SixAnswer,
)
from app.usecases.agenda import take_off
from app.usecases.board import record_result, take_back_result
from app.usecases.cases import (
    anchor_by_rule,
    close_case,
    raise_flag,
    record_order,
    set_anchor,
    set_case,
    withdraw_alias,
    withdraw_flag,
    withdraw_value,
)
from app.usecases.conditions import step_condition
from app.usecases.consents import withdraw_consent
from app.usecases.meeting import settle_action
from app.usecases.plan import (
    answer_question,
    check_address,
    edit_address,
    rank_address,
    restore_address,
    set_address,
    set_need,
    withdraw_address,
)
from ui.case.overview import HEADINGS
from ui.tongue import tr
from ui.undo import Call, Step
from ui.words import capital

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

MISTAKE = "entered by mistake"
"""The reason that stands where the act that takes something back must have one."""
_NEARNESS = tr("Where the VNR co-ordinator was asked anew, that question stays open.")


def _always(call: Call) -> Callable[[Any], Call]:
    return lambda _result: call


def field(prn: str, key: str, value: str, seen: str) -> Call:
    """One field of the overview set, by somebody who saw what stood there."""
    service = Service(value) if key == "leading_service" else None
    owner, marks = (value if key == each else None for each in ("owner", "physical_marks"))
    # By place: `owner` means another thing to whoever asks the desk.
    return Call(set_case, prn, service, owner, marks, seen={key: seen})


def field_set(prn: str, name: str, key: str, old: str, new: str) -> Step:
    what = tr("{heading} of {name}", heading=HEADINGS[key], name=name)
    if key == "leading_service" and not old:
        return Step(
            what, why=tr("a leading service can be changed, not taken away; choose another on the overview.")
        )
    return Step(what, _always(field(prn, key, old, clean(new))))


def anchor(screen: CaseScreen, chosen: tuple[Any, str] | None) -> Step:
    """The date counted to: by the rule, or chosen by hand with the reason it had."""
    what, prn = tr("Date counted to of {person_name}", person_name=screen.person_name), screen.prn
    case = screen.record.case if screen.record else None
    now = seen_of_anchor(*(chosen or (None, None)))
    if case is None or case.by_hand is None or case.anchor is None:
        return Step(what, _always(Call(anchor_by_rule, prn, seen={"anchor": now})))
    return Step(what, _always(Call(set_anchor, prn, case.anchor.name, case.by_hand, seen={"anchor": now})))


def flag_raised(screen: CaseScreen, code: FlagCode) -> Step:
    return Step(
        tr("Flag {code} of {person_name}", code=code.value, person_name=screen.person_name),
        _always(Call(withdraw_flag, screen.prn, code, MISTAKE)),
    )


def flag_withdrawn(screen: CaseScreen, code: FlagCode) -> Step:
    """Raised anew, by whoever authorised it and from the day it was; the one withdrawn stays in the record too."""
    what = tr("Flag {code} of {person_name}, withdrawn", code=code.value, person_name=screen.person_name)
    flags: tuple[FlagRow, ...] = screen.record.flags if screen.record else ()
    ours = (row for row in flags if row.code is code and row.to_date is None and row.owner is Owner.FORUM)
    stood = next(ours, None)
    if stood is None:
        return Step(what, why=tr("it is not known here as it stood; raise it again on the case."))
    by = stood.authorised_by or screen.desk.name
    call = Call(raise_flag, screen.prn, code, stood.comment or MISTAKE, by, stood.from_date)
    return Step(what, _always(call), note=tr("The one that was withdrawn stays in the record beside it."))


def order(screen: CaseScreen, kind: OrderKind, answered: SixAnswer) -> Step:
    orders = screen.record.orders if screen.record else ()
    stood = next((row for row in orders if row.kind is kind), None)
    if stood is None or stood.as_at is None:
        draft = OrderDraft(kind, SixAnswer.NOT_ASKED)
    else:
        draft = OrderDraft(kind, stood.answer, stood.detail or "", stood.expires, stood.source, stood.as_at)
    call = Call(record_order, screen.prn, draft, seen={"answer": answered.value})
    return Step(
        tr("Answer on {kind} of {person_name}", kind=kind.value, person_name=screen.person_name),
        _always(call),
    )


def corrected(screen: CaseScreen, heading: str, value: str) -> Callable[[Any], Step]:
    """The forum's own word withdrawn; what counted before it counts again."""
    prn, name = screen.prn, screen.person_name

    def step(_anchor: object) -> Step:
        stands = {"value": read_correction(heading, value)[1]}  # it was taken, so it can be read
        return Step(
            tr("{heading} of {name}", heading=heading, name=name),
            _always(Call(withdraw_value, prn, heading, MISTAKE, seen=stands)),
        )

    return step


def named(screen: CaseScreen, kind: AliasKind, surname: str, given: str) -> Step:
    call = Call(withdraw_alias, screen.prn, kind, surname, given, MISTAKE)
    return Step(tr("Another name of {person_name}", person_name=screen.person_name), _always(call))


def withdrawn(screen: CaseScreen, rank: int) -> Step:
    """An address withdrawn by mistake lives again, and is the next one where it was."""
    stood = _address(screen, rank)
    seen = {"address": stood.address} if stood else {}
    call = Call(restore_address, screen.prn, rank, MISTAKE, bool(stood and stood.is_next), seen=seen)
    return Step(
        tr("Withdrawal of address {rank} of {person_name}", rank=rank, person_name=screen.person_name),
        _always(call),
        note=_NEARNESS,
    )


def asked_for(meeting: str, prn: str, reason: str) -> Step:
    """Off the draft again; where somebody has asked otherwise meanwhile, theirs is shown."""
    call = Call(take_off, meeting, prn, MISTAKE, seen={"reason": tidy(reason)})
    return Step(
        tr("PRN {prn} asked for at {meeting}", prn=prn, meeting=meeting),
        _always(call),
        note=tr("What the rule lists stays on the agenda."),
    )


def result(screen: CaseScreen, day: date) -> Step:
    """A Board result taken back, or the one before it put in its place."""
    before = _result_of(screen, day)
    what = tr("Result of {day} of {person_name}", day=show_date(day), person_name=screen.person_name)
    if before is None:
        call = Call(take_back_result, screen.prn, day, MISTAKE)
        return Step(what, _always(call), note=tr("A next hearing that it named stays recorded."))
    return Step(what, _always(before), note=tr("A next hearing that it named stays recorded."))


def result_taken_back(screen: CaseScreen, day: date) -> Step:
    before = _result_of(screen, day)
    what = tr(
        "Result of {day} of {person_name}, taken back", day=show_date(day), person_name=screen.person_name
    )
    return (
        Step(what, _always(before))
        if before
        else Step(what, why=tr("record the result again on the Board tab."))
    )


def _result_of(screen: CaseScreen, day: date) -> Call | None:
    """What records a result as it stands on the screen; None where none stands."""
    rows = screen.record.board.hearings if screen.record else ()
    row = next((each for each in rows if each.day == day and each.result and each.received), None)
    if row is None or row.result is None or row.received is None:
        return None
    return Call(record_result, screen.prn, day, row.result, row.received, row.outcome, row.next_day)


def came_in(prn: str) -> Step:
    """A case opened by mistake ends as that; the person and the episode stay in the record."""
    call = Call(close_case, prn, ExitReason.ERROR, MISTAKE)
    return Step(
        tr("Case opened for PRN {prn}", prn=prn),
        _always(call),
        note=tr("It stays in the record, closed as entered in error."),
    )


def _address(screen: CaseScreen, rank: int) -> AddressRow | None:
    rows = screen.record.plan.addresses if screen.record else ()
    return next((row for row in rows if row.rank == rank), None)


def proposed(screen: CaseScreen, address: str) -> Callable[[int], Step]:
    """An address proposed by mistake is withdrawn; it stays in the case as that."""
    prn, name, me = screen.prn, screen.person_name, screen.desk.name

    def step(rank: int) -> Step:
        def back(now: int) -> Call:
            return Call(withdraw_address, prn, now, me, MISTAKE, seen={"address": clean(address)})

        note = tr("It stays in the case as withdrawn. {nearness}", nearness=_NEARNESS)
        return Step(tr("Address {rank} of {name}", rank=rank, name=name), back, note=note)

    return step


def address_edited(screen: CaseScreen, row: AddressRow, address: str, residents: str) -> Step:
    now = {"address": clean(address), "residents": clean(residents)}
    call = Call(edit_address, screen.prn, row.rank, row.address, row.residents or "", seen=now)
    moved = (
        tr("It counts as not verified. {nearness}", nearness=_NEARNESS)
        if now["address"] != row.address
        else ""
    )
    return Step(
        tr("Address {rank} of {person_name}", rank=row.rank, person_name=screen.person_name),
        _always(call),
        note=moved,
    )


def address_ranked(screen: CaseScreen, rank: int, to: int) -> Step:
    stood = _address(screen, rank)
    seen = {"address": stood.address} if stood else {}
    call = Call(rank_address, screen.prn, to, rank, seen=seen)
    return Step(
        tr("Rank of address {rank} of {person_name}", rank=rank, person_name=screen.person_name),
        _always(call),
        note=_NEARNESS,
    )


def address_set(screen: CaseScreen, rank: int, what: str, on: bool) -> Step:
    """*Verified* or *next*, put back; where another address was the next one, that one is again."""
    stood, rows = _address(screen, rank), screen.record.plan.addresses if screen.record else ()
    address = stood.address if stood else ""
    told = tr(
        "Address {rank} {verified}, of {person_name}",
        rank=rank,
        verified=tr("verified") if what == "verified" else tr("next"),
        person_name=screen.person_name,
    )
    if what == "verified":
        seen = {"address": address, "verified": yes(on)}
        return Step(told, _always(Call(set_address, screen.prn, rank, not on, None, seen=seen)))
    now = {"next": address if on else ""}
    former = next((row for row in rows if row.is_next), None)
    if former is None:
        call = Call(set_address, screen.prn, rank, None, False, seen={"address": address} | now)
    else:
        seen = {"address": former.address} | now
        call = Call(set_address, screen.prn, former.rank, None, True, seen=seen)
    return Step(told, _always(call), note=_NEARNESS)


def yes(on: bool) -> str:
    return "yes" if on else "no"


def checked(screen: CaseScreen, rank: int, kind: CheckKind) -> Step:
    stood = _address(screen, rank)
    before = next((c for c in stood.checks if c.kind == kind.value), None) if stood else None
    said = seen_of_check(before)
    old = CheckDraft(
        kind, said["answer"], said["suits"], said["comment"], said["officer"],
        before.checked_on if before else None,
    )  # fmt: skip
    prn, what = (
        screen.prn,
        tr(
            "{kind} check of address {rank} of {person_name}",
            kind=kind.value,
            rank=rank,
            person_name=screen.person_name,
        ),
    )
    return Step(capital(what), lambda now: Call(check_address, prn, rank, old, seen=seen_of_check(now)))


def answered(screen: CaseScreen, question: str) -> Step:
    rows = screen.record.plan.answers if screen.record else ()
    before = next((row for row in rows if row.question == question), None)
    said = seen_of_answer(before)
    by, on = (before.answered_by, before.as_at) if before else (screen.desk.name, None)
    old = (screen.prn, question, said["answer"], said["note"], by, on)
    what = tr(
        "{capital}, of {person_name}", capital=capital(QUESTIONS[question]), person_name=screen.person_name
    )
    return Step(what, lambda now: Call(answer_question, *old, seen=seen_of_answer(now)))


def need(screen: CaseScreen, domain: NeedDomain) -> Step:
    """A need as it stood. What is left blank in the form stays, so a service or owner first named here is taken off."""
    needs = screen.record.plan.needs if screen.record else ()
    stood = next((row for row in needs if row.domain is domain), None)
    what = tr("Need {domain} of {person_name}", domain=domain.value, person_name=screen.person_name)
    if stood is None or stood.status not in set(NeedStatus):
        return Step(what, why=tr("its words were not of the list then; say how it stands on the plan."))
    old = NeedDraft(
        domain, NeedStatus(stood.status), stood.text or "", stood.service, stood.owner or "", stood.said_by or "",
        stood.as_at, whole=True,
    )  # fmt: skip
    prn = screen.prn

    def back(now: NeedRow) -> Call:
        return Call(set_need, prn, old, seen=seen_of_need(now))

    return Step(what, back)


def condition_added(screen: CaseScreen) -> Callable[[ConditionRow], Step]:
    prn, name = screen.prn, screen.person_name

    def step(row: ConditionRow) -> Step:
        def back(now: ConditionRow) -> Call:
            seen = {"state": now.state.value}
            return Call(
                step_condition, prn, now.number, ConditionState.WITHDRAWN, None, "", MISTAKE, seen=seen
            )

        return Step(
            tr("Condition {number} of {name}", number=row.number, name=name),
            back,
            note=tr("It stays in the plan as withdrawn."),
        )

    return step


def condition_stepped(screen: CaseScreen, row: ConditionRow, state: ConditionState) -> Step:
    """One more step, to where it was; a condition that was withdrawn is proposed anew instead."""
    what = tr(
        "State of condition {number} of {person_name}", number=row.number, person_name=screen.person_name
    )
    if state is ConditionState.WITHDRAWN:
        return Step(what, why=tr("a condition that was withdrawn stays so; propose it anew on the plan."))
    call = Call(
        step_condition, screen.prn, row.number, row.state, None, "", MISTAKE, seen={"state": state.value}
    )
    return Step(what, _always(call), note=tr("Both steps stay in the plan."))


def consent_added(screen: CaseScreen) -> Callable[[ConsentRow], Step]:
    prn, name = screen.prn, screen.person_name

    def step(row: ConsentRow) -> Step:
        return Step(
            tr("Consent {number} of {name}", number=row.number, name=name),
            lambda now: Call(withdraw_consent, prn, now.number, MISTAKE),
            note=tr("It stays in the list as withdrawn."),
        )

    return step


def settled(row: ActionRow, outcome: ActionOutcome) -> Step:
    """What became of an action, as it stood; one that went over goes on with its new owner."""
    what = tr("Outcome of action {id}, {owner}", id=row.id, owner=row.owner)
    if outcome is ActionOutcome.TRANSFERRED:
        return Step(
            what, why=tr("it goes on as an action of its new owner; settle that one under “Actions”.")
        )
    if row.outcome is ActionOutcome.TRANSFERRED:
        return Step(what, why=tr("it had gone over to somebody else; transfer it again under “Actions”."))
    seen = {"outcome": outcome.value}
    call = Call(settle_action, str(row.id), row.outcome, row.outcome_on, row.note or "", seen=seen)
    return Step(what, _always(call))


def action_given(where: str) -> Callable[[ActionRow], Step]:
    """An action given by mistake ends as overtaken, with that reason; it counts as not done nowhere."""

    def step(row: ActionRow) -> Step:
        def back(now: ActionRow) -> Call:
            open_still = {"outcome": ActionOutcome.OPEN.value}
            return Call(settle_action, str(now.id), ActionOutcome.OVERTAKEN, None, MISTAKE, seen=open_still)

        return Step(
            tr("Action {id} on {where}", id=row.id, where=where),
            back,
            note=tr("It stays as overtaken, entered by mistake."),
        )

    return step

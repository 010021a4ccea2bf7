"""Consents, edits and ranks of addresses, checks that are due, needs, conditions: each kept with its history."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.board import BoardTold
from app.domain.conditions import ConditionTextDraft
from app.domain.errors import NotFound, Refused
from app.domain.plan_drafts import CheckDraft, ConsentDraft, NeedDraft
from app.domain.plan_words import ConditionState, ConsentSaid, NeedStatus
from app.domain.words import CheckKind, FlagCode, NeedDomain, Service
from app.usecases import cases, conditions, plan
from app.usecases.case_history import case_history
from db.drifts import told_now
from db.queries.cases import open_case
from db.work import Work
from tests.fixtures.few_people import OCONNOR, TUTAHI, with_people
from tests.fixtures.made_cases import do

TODAY = date(2026, 11, 17)


def _nearness(desk: Desk, prn: str) -> str:
    said = {row.question: row.answer for row in cases.show_case(desk, prn).plan.answers}
    return said.get("vnr-answer", "never asked")


def _two_addresses(register: Path) -> Desk:
    """Two addresses, the co-ordinator's answer given."""
    desk = with_people(register)
    plan.propose_address(desk, OCONNOR, "12 Kōwhai Street")
    plan.propose_address(desk, OCONNOR, "3 Rātā Lane")
    plan.set_address(desk, OCONNOR, 1, verified=True, is_next=True)
    plan.answer_question(desk, OCONNOR, "vnr-answer", "clear", by="P. C.")
    return desk


def _told(desk: Desk, prn: str) -> BoardTold:
    def now(work: Work) -> BoardTold:
        _, case = open_case(work.session, prn)
        return told_now(work.session, [case.id]).get(case.id, BoardTold())

    told: BoardTold = do(desk, now)
    return told


# The occupier's consent.


def test_a_consent_is_kept_with_its_form_and_day_and_its_withdrawal_with_who_and_why(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street", consent="asked by letter")
    (row,) = plan.list_addresses(desk, TUTAHI)
    assert row.consent_words == "noted: asked by letter"
    given = ConsentDraft(ConsentSaid.GIVEN, "A. Tūtahi", date(2026, 11, 3), "in writing")
    plan.record_consent(desk, TUTAHI, 1, given)
    plan.record_consent(
        desk, TUTAHI, 1, ConsentDraft(ConsentSaid.WITHDRAWN, "A. Tūtahi", reason="her sister moves in")
    )
    (row,) = plan.list_addresses(desk, TUTAHI)
    assert [each.words for each in row.consents] == [
        "given 03/11/2026 by A. Tūtahi, in writing",
        "withdrawn 17/11/2026 by A. Tūtahi: her sister moves in",
    ]
    assert row.consent_words == row.consents[-1].words
    assert [line.new for line in case_history(desk, TUTAHI) if line.what == "Consent to address 1"] == [
        "withdrawn 17/11/2026 by A. Tūtahi",
        "given 03/11/2026 by A. Tūtahi, in writing",
    ]


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (ConsentDraft(ConsentSaid.GIVEN, "A. T."), "form of the consent"),
        (ConsentDraft(ConsentSaid.GIVEN, " ", form="in writing"), "Who said it"),
        (ConsentDraft(ConsentSaid.REFUSED, "A. T."), "reason is missing"),
        (ConsentDraft(ConsentSaid.WITHDRAWN, "A. T.", reason="changed her mind"), "No consent stands"),
        (ConsentDraft(ConsentSaid.ASKED, "A. T.", date(2027, 1, 1)), "is not yet"),
    ],
)
def test_a_consent_that_does_not_say_enough_is_refused(register: Path, draft: ConsentDraft, why: str) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    with pytest.raises(Refused, match=why):
        plan.record_consent(desk, TUTAHI, 1, draft)
    assert plan.list_addresses(desk, TUTAHI)[0].consents == ()


# The VNR co-ordinator is asked anew.


def test_the_coordinator_is_asked_anew_when_the_next_address_changes(register: Path) -> None:
    desk = _two_addresses(register)
    assert _nearness(desk, OCONNOR) == "clear"
    plan.set_address(desk, OCONNOR, 1, verified=False)
    assert _nearness(desk, OCONNOR) == "clear"
    plan.set_address(desk, OCONNOR, 2, is_next=True)
    assert _nearness(desk, OCONNOR) == "not asked"


def test_the_coordinator_is_asked_anew_when_addresses_change_their_rank(register: Path) -> None:
    desk = _two_addresses(register)
    plan.rank_address(desk, OCONNOR, 2, 1)
    assert [row.address for row in plan.list_addresses(desk, OCONNOR)] == ["3 Rātā Lane", "12 Kōwhai Street"]
    assert _nearness(desk, OCONNOR) == "not asked"


def test_the_coordinator_is_asked_anew_when_an_address_is_written_otherwise(register: Path) -> None:
    desk = _two_addresses(register)
    plan.check_address(desk, OCONNOR, 1, CheckDraft(CheckKind.VICTIM_NEARNESS, "clear", officer="P. C."))
    assert not plan.edit_address(desk, OCONNOR, 1, residents="an aunt")
    assert _nearness(desk, OCONNOR) == "clear"
    assert plan.edit_address(desk, OCONNOR, 1, "12A Kōwhai Street")
    row = plan.list_addresses(desk, OCONNOR)[0]
    assert (row.address, row.residents, row.verified) == ("12A Kōwhai Street", "an aunt", False)
    assert row.checks[0].answer == "not asked"
    assert _nearness(desk, OCONNOR) == "not asked"
    told = [(line.what, line.old, line.new) for line in case_history(desk, OCONNOR)]
    assert ("Address as written", "12 Kōwhai Street", "12A Kōwhai Street") in told
    assert ("Check of an address", "clear", "not asked") in told


def test_the_answer_for_the_next_address_counts_before_that_for_the_first(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, OCONNOR, "12 Kōwhai Street")
    plan.propose_address(desk, OCONNOR, "3 Rātā Lane")
    plan.check_address(desk, OCONNOR, 1, CheckDraft(CheckKind.VICTIM_NEARNESS, "clear", officer="P. C."))
    asked = "the VNR co-ordinator's answer"
    (last,) = [row for row in cases.show_case(desk, OCONNOR).milestones if row.months == 1]
    assert asked not in last.missing
    plan.set_address(desk, OCONNOR, 2, is_next=True)
    (last,) = [row for row in cases.show_case(desk, OCONNOR).milestones if row.months == 1]
    assert asked in last.missing


# Ranks.


def test_dead_addresses_keep_their_number_when_the_living_change_theirs(register: Path) -> None:
    desk = with_people(register)
    for text in ("1 Tōtara Road", "2 Rimu Road", "3 Mataī Road"):
        plan.propose_address(desk, TUTAHI, text)
    plan.withdraw_address(desk, TUTAHI, 2, "the occupier", "sold")
    plan.rank_address(desk, TUTAHI, 3, 1)
    assert [(row.rank, row.address) for row in plan.list_addresses(desk, TUTAHI)] == [
        (1, "3 Mataī Road"),
        (2, "2 Rimu Road"),
        (3, "1 Tōtara Road"),
    ]
    with pytest.raises(Refused, match="No address that lives has the number 2"):
        plan.rank_address(desk, TUTAHI, 3, 2)
    with pytest.raises(Refused, match="was withdrawn"):
        plan.rank_address(desk, TUTAHI, 2, 1)


def test_an_address_is_not_rewritten_into_another_of_the_case(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "1 Tōtara Road")
    plan.propose_address(desk, TUTAHI, "2 Rimu Road")
    with pytest.raises(Refused, match="address number 1"):
        plan.edit_address(desk, TUTAHI, 2, "1 TOTARA road")
    assert not plan.edit_address(desk, TUTAHI, 1, "1 Tōtara Road")
    with pytest.raises(Refused, match="Nothing to set"):
        plan.edit_address(desk, TUTAHI, 1)


# Checks that are due.


def test_every_check_stands_in_words_whether_it_is_due_or_not_and_why(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    shown = plan.show_plan(desk, TUTAHI)
    assert [check.words for check in shown.addresses[0].standing] == [
        "Probation: not asked (due: this forum wants it for every address)",
        "Police: not asked (not due: this forum asks for it on request alone)",
        "victim nearness: not asked (not due: the flag VNR does not stand)",
        "children's agency: not asked (not due: the flag CSO does not stand)",
        "schools: not asked (not due: the flag CSO does not stand)",
    ]
    assert shown.checks_due == ("address 1: Probation not asked",)
    cases.raise_flag(desk, TUTAHI, FlagCode.CSO, "classified", "Hine")
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.PROBATION, "nothing held", officer="Hine"))
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.SCHOOLS, "asked"))
    assert plan.show_plan(desk, TUTAHI).checks_due == (
        "address 1: children's agency not asked",
        "address 1: schools asked",
    )


def test_nothing_is_due_for_a_dead_address(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.withdraw_address(desk, TUTAHI, 1, "the occupier", "sold")
    shown = plan.show_plan(desk, TUTAHI)
    assert shown.addresses[0].standing == ()
    assert shown.checks_due == ()


# Needs.


def test_all_eight_needs_stand_and_each_has_a_status_a_service_and_an_owner(register: Path) -> None:
    desk = with_people(register)
    assert [row.status for row in plan.show_plan(desk, TUTAHI).needs] == ["not asked"] * 8
    draft = NeedDraft(
        NeedDomain.HOUSING, NeedStatus.IN_HAND, "a flat with an aunt", Service.PROBATION, "S. Merrin"
    )
    plan.set_need(desk, TUTAHI, draft)
    row = plan.set_need(desk, TUTAHI, NeedDraft(NeedDomain.HOUSING, NeedStatus.DECLINED, by="Hine"))
    assert (row.status, row.text, row.service, row.owner, row.said_by) == (
        "declined",
        None,
        Service.PROBATION,
        "S. Merrin",
        "Hine",
    )
    told = [(line.what, line.old, line.new) for line in case_history(desk, TUTAHI)]
    assert ("Answer", "in hand", "declined") in told
    assert ("Note to an answer", "a flat with an aunt", None) in told


def test_a_need_answered_as_a_question_has_the_same_status(register: Path) -> None:
    desk = with_people(register)
    plan.answer_question(desk, TUTAHI, "whānau", "DECLINED")
    plan.answer_question(desk, TUTAHI, "work", "a job at the mill")
    said = {row.domain: row.status for row in plan.show_plan(desk, TUTAHI).needs}
    assert said[NeedDomain.WHANAU] == NeedStatus.DECLINED
    assert said[NeedDomain.WORK] == "a job at the mill"


# Conditions.


def test_a_condition_keeps_every_step_with_its_day(register: Path) -> None:
    desk = with_people(register)
    row = conditions.add_condition(desk, TUTAHI, "spc-reside", day=date(2026, 11, 1))
    assert (row.code, row.state, row.day) == ("SPC-RESIDE", ConditionState.PROPOSED, date(2026, 11, 1))
    conditions.step_condition(desk, TUTAHI, row.number, ConditionState.ASKED, date(2026, 11, 5), "Hine")
    conditions.step_condition(desk, TUTAHI, row.number, ConditionState.REFUSED, note="too far from work")
    (kept,) = conditions.list_conditions(desk, TUTAHI)
    assert [(step.state.value, step.day) for step in kept.steps] == [
        ("proposed", date(2026, 11, 1)),
        ("asked of Board", date(2026, 11, 5)),
        ("refused", TODAY),
    ]
    assert sum(line.what == f"Condition {row.number}" for line in case_history(desk, TUTAHI)) == 3


def test_a_condition_may_be_in_the_forums_own_words(register: Path) -> None:
    desk = with_people(register)
    row = conditions.add_condition(desk, TUTAHI, words="Keeps off the  river path after dark.")
    assert (row.code, row.words) == (None, "Keeps off the river path after dark.")
    with pytest.raises(Refused, match="already"):
        conditions.add_condition(desk, TUTAHI, words="Keeps off the river path after dark.")


def test_a_condition_that_cannot_be_is_refused(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match="not both"):
        conditions.add_condition(desk, TUTAHI)
    with pytest.raises(Refused, match="no condition of the library"):
        conditions.add_condition(desk, TUTAHI, "SPC-NOTHING")
    with pytest.raises(Refused, match="valid from 30/06/2002"):
        conditions.add_condition(desk, TUTAHI, "SPC-RESIDE", day=date(1999, 1, 1))
    with pytest.raises(Refused, match="is not yet"):
        conditions.add_condition(desk, TUTAHI, "SPC-RESIDE", day=date(2027, 1, 1))
    row = conditions.add_condition(desk, TUTAHI, "SPC-RESIDE")
    with pytest.raises(Refused, match="proposed already"):
        conditions.step_condition(desk, TUTAHI, row.number, ConditionState.PROPOSED)
    with pytest.raises(Refused, match="before"):
        conditions.step_condition(desk, TUTAHI, row.number, ConditionState.ASKED, date(2026, 11, 1))
    with pytest.raises(Refused, match="Why it is withdrawn"):
        conditions.step_condition(desk, TUTAHI, row.number, ConditionState.WITHDRAWN)
    conditions.step_condition(desk, TUTAHI, row.number, ConditionState.WITHDRAWN, note="entered twice")
    with pytest.raises(Refused, match="propose it anew"):
        conditions.step_condition(desk, TUTAHI, row.number, ConditionState.ASKED)
    with pytest.raises(NotFound, match="no condition 99"):
        conditions.step_condition(desk, TUTAHI, 99, ConditionState.ASKED)


def test_conditions_are_proposed_where_one_stands_and_the_answer_counts_only_where_there_is_none(
    register: Path,
) -> None:
    desk = with_people(register)

    def missing() -> bool:
        (row,) = [row for row in cases.show_case(desk, TUTAHI).milestones if row.months == 4]
        return "conditions proposed" in row.missing

    plan.answer_question(desk, TUTAHI, "conditions", "yes")
    assert not missing()
    plan.answer_question(desk, TUTAHI, "conditions", "no")
    assert missing()
    row = conditions.add_condition(desk, TUTAHI, "SPC-RESIDE")
    assert not missing()
    plan.answer_question(desk, TUTAHI, "conditions", "yes")
    conditions.step_condition(desk, TUTAHI, row.number, ConditionState.WITHDRAWN, note="entered twice")
    assert missing()


def test_new_words_of_the_library_end_the_old_and_change_no_case(register: Path) -> None:
    desk = with_people(register)
    before = conditions.add_condition(desk, TUTAHI, "SPC-RESIDE")
    draft = ConditionTextDraft("spc-reside", "Live where Probation says.", "the forum", date(2026, 11, 17))
    conditions.add_condition_text(desk, draft)
    texts = [row for row in conditions.condition_library(desk) if row.code == "SPC-RESIDE"]
    assert [(row.valid_from, row.valid_to) for row in texts] == [
        (date(2002, 6, 30), date(2026, 11, 16)),
        (date(2026, 11, 17), None),
    ]
    assert conditions.list_conditions(desk, TUTAHI)[0].words == before.words
    assert conditions.add_condition(desk, OCONNOR, "SPC-RESIDE").words == "Live where Probation says."
    with pytest.raises(Refused, match="begin later"):
        conditions.add_condition_text(desk, draft)
    conditions.end_condition_text(desk, "SPC-RESIDE", date(2026, 12, 31))
    with pytest.raises(Refused, match="ends on"):
        conditions.end_condition_text(desk, "SPC-RESIDE", date(2026, 12, 31))
    with pytest.raises(NotFound, match="no condition"):
        conditions.end_condition_text(desk, "NONE", date(2026, 12, 31))
    codes = [row.code for row in conditions.condition_library(desk, date(2027, 1, 1))]
    assert "SPC-RESIDE" not in codes


# What the Board relies on.


def test_the_boards_part_of_a_plan_is_the_next_address_programmes_and_standing_conditions(
    register: Path,
) -> None:
    desk = with_people(register)
    assert _told(desk, TUTAHI) == BoardTold()
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.propose_address(desk, TUTAHI, "3 Rātā Lane")
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    programmes = NeedDraft(NeedDomain.PROGRAMMES, NeedStatus.IN_HAND, "Saili Matagi;  drug  treatment ;")
    plan.set_need(desk, TUTAHI, programmes)
    conditions.add_condition(desk, TUTAHI, words="Keeps off the river path.")
    gone = conditions.add_condition(desk, TUTAHI, "SPC-MONITOR")
    conditions.step_condition(desk, TUTAHI, gone.number, ConditionState.REFUSED)
    plan.answer_question(desk, TUTAHI, "conditions", "a curfew")
    assert _told(desk, TUTAHI) == BoardTold(
        "3 Rātā Lane", ("Saili Matagi", "drug treatment"), ("Keeps off the river path.",)
    )
    plan.set_need(desk, TUTAHI, NeedDraft(NeedDomain.PROGRAMMES, NeedStatus.DECLINED, "Saili Matagi"))
    plan.withdraw_address(desk, TUTAHI, 2, "the occupier", "sold")
    assert _told(desk, TUTAHI) == BoardTold("", (), ("Keeps off the river path.",))

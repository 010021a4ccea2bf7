"""The release plan: addresses with two answers, checks, and what milestones ask; never a victim's place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.case_list import CaseQuery, PlanState
from app.domain.cases import AddressRow, AnswerRow
from app.domain.errors import NotFound, Refused
from app.domain.plan import QUESTIONS
from app.domain.plan_drafts import CheckDraft
from app.domain.words import CheckKind, FlagCode, NearnessAnswer, NeedDomain, SixAnswer
from app.usecases import cases, plan
from app.usecases.case_list import browse_cases
from tests.fixtures.few_people import OCONNOR, TUTAHI, with_people


def _missing(desk: Desk, prn: str, months: int) -> tuple[str, ...]:
    return next(row.missing for row in cases.show_case(desk, prn).milestones if row.months == months)


def _answers(desk: Desk, prn: str) -> dict[str, AnswerRow]:
    return {row.question: row for row in cases.show_case(desk, prn).plan.answers}


def _only(desk: Desk) -> AddressRow:
    (row,) = plan.list_addresses(desk, TUTAHI)
    return row


def test_verified_and_next_are_two_answers_and_one_address_is_next(register: Path) -> None:
    desk = with_people(register)
    assert plan.propose_address(desk, TUTAHI, "12 Kōwhai Street", residents="an aunt") == 1
    assert plan.propose_address(desk, TUTAHI, "3 Rātā Lane") == 2
    plan.set_address(desk, TUTAHI, 1, verified=True, is_next=True)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    rows = plan.list_addresses(desk, TUTAHI)
    assert [(row.verified, row.is_next) for row in rows] == [(True, False), (False, True)]
    assert rows[0].residents == "an aunt"


def test_a_dead_address_stays_with_who_and_why_and_its_number_is_not_used_again(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.withdraw_address(desk, TUTAHI, 1, "the occupier", "no longer willing")
    assert _only(desk).withdrawn_by == "the occupier"
    assert "a proposed address" in _missing(desk, TUTAHI, 8)
    with pytest.raises(Refused, match="withdrawn already"):
        plan.withdraw_address(desk, TUTAHI, 1, "x", "y")
    with pytest.raises(Refused, match="was withdrawn"):
        plan.set_address(desk, TUTAHI, 1, verified=True)
    with pytest.raises(Refused, match="Number 1 cannot"):
        plan.propose_address(desk, TUTAHI, "3 Rātā Lane", rank=1)
    assert plan.propose_address(desk, TUTAHI, "12 Kōwhai Street") == 2


def test_the_same_address_is_not_proposed_twice_while_it_lives(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    with pytest.raises(Refused, match="address number 1"):
        plan.propose_address(desk, TUTAHI, "12 KOWHAI street")
    with pytest.raises(Refused, match="address is missing"):
        plan.propose_address(desk, TUTAHI, " \u200b")
    with pytest.raises(NotFound, match="no address number 7"):
        plan.set_address(desk, TUTAHI, 7, verified=True)
    with pytest.raises(Refused, match="Nothing to set"):
        plan.set_address(desk, TUTAHI, 1)


def test_a_check_is_one_of_the_six_answers_and_the_last_one_stands(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.PROBATION, "asked"))
    assert "Probation's check of the first address answered" in _missing(desk, TUTAHI, 2)
    draft = CheckDraft(CheckKind.PROBATION, "held, relevant", "Suitable", "quiet street", "Hine")
    plan.check_address(desk, TUTAHI, 1, draft)
    assert _only(desk).checks[0][:5] == (
        "Probation",
        SixAnswer.RELEVANT.value,
        "suitable",
        "quiet street",
        "Hine",
    )
    assert "Probation's check of the first address answered" not in _missing(desk, TUTAHI, 2)


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (CheckDraft(CheckKind.POLICE, "fine"), "six answers"),
        (CheckDraft(CheckKind.POLICE, ""), "six answers"),
        (CheckDraft(CheckKind.POLICE, "asked", "splendid"), "no suitability"),
        (CheckDraft(CheckKind.VICTIM_NEARNESS, "held, relevant", officer="P. C."), "nearness answer"),
        (CheckDraft(CheckKind.VICTIM_NEARNESS, "clear"), "co-ordinator's name"),
        (
            CheckDraft(CheckKind.VICTIM_NEARNESS, "conflict", comment="lives at 5", officer="P. C."),
            "no other word",
        ),
        (CheckDraft(CheckKind.VICTIM_NEARNESS, "conflict", "concerns", officer="P. C."), "no other word"),
    ],
)
def test_a_check_that_says_something_else_is_refused(register: Path, draft: CheckDraft, why: str) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    with pytest.raises(Refused, match=why):
        plan.check_address(desk, TUTAHI, 1, draft)
    assert _only(desk).checks == ()


@pytest.mark.parametrize("answer", list(NearnessAnswer))
def test_nearness_holds_an_answer_a_name_and_a_day_and_nothing_else(
    register: Path, answer: NearnessAnswer
) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    draft = CheckDraft(CheckKind.VICTIM_NEARNESS, answer.value, officer="P. C.", on=date(2026, 11, 3))
    plan.check_address(desk, TUTAHI, 1, draft)
    (check,) = _only(desk).checks
    assert check == ("victim nearness", answer.value, None, None, "P. C.", date(2026, 11, 3))


def test_the_coordinator_is_asked_anew_when_the_first_address_changes(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, OCONNOR, "12 Kōwhai Street")
    plan.answer_question(desk, OCONNOR, "vnr-answer", "clear", by="P. C.")
    assert "the VNR co-ordinator's answer" not in _missing(desk, OCONNOR, 1)
    plan.propose_address(desk, OCONNOR, "3 Rātā Lane")
    assert _answers(desk, OCONNOR)["vnr-answer"].answer == "clear"
    plan.withdraw_address(desk, OCONNOR, 1, "the occupier", "no longer willing")
    assert _answers(desk, OCONNOR)["vnr-answer"].answer == "not asked"
    assert "the VNR co-ordinator's answer" in _missing(desk, OCONNOR, 1)


def test_the_vnr_answer_is_one_of_four_words_with_a_name_and_no_note(register: Path) -> None:
    desk = with_people(register)
    for answer, by, note, why in (
        ("near Mrs Smith", "P. C.", "", "nearness answer"),
        ("clear", "", "", "name is missing"),
        ("clear", "P. C.", "12 Smith Street", "takes no note"),
    ):
        with pytest.raises(Refused, match=why):
            plan.answer_question(desk, OCONNOR, "vnr-answer", answer, note, by)
    assert _answers(desk, OCONNOR) == {}


def test_vnr_is_asked_about_where_the_flag_stands_or_the_forum_says_so(register: Path) -> None:
    desk = with_people(register)
    asked = "the VNR co-ordinator's answer"
    assert asked in _missing(desk, OCONNOR, 1)
    assert asked not in _missing(desk, TUTAHI, 1)
    cases.correct_value(desk, TUTAHI, "VNR", "y", "the co-ordinator rang")
    assert asked in _missing(desk, TUTAHI, 1)
    cases.raise_flag(desk, TUTAHI, FlagCode.VNR, "the co-ordinator rang", "P. C.")
    assert asked in _missing(desk, TUTAHI, 1)


def test_a_milestone_misses_nothing_once_all_it_asks_is_answered(register: Path) -> None:
    desk = with_people(register)
    cases.set_case(desk, TUTAHI, owner="Hine")
    for question in QUESTIONS:
        if question != "vnr-answer":
            plan.answer_question(desk, TUTAHI, question, "declined")
    assert _missing(desk, TUTAHI, 8) == ("a leading service", "a proposed address")
    assert not [words for words in _missing(desk, TUTAHI, 4) if "need" in words or "ESO" in words]


def test_a_question_is_found_by_its_code_or_its_domain(register: Path) -> None:
    desk = with_people(register)
    for text, code in (
        ("ESO-PPO", "eso-ppo"),
        ("whanau", "need:whānau"),
        ("need:money and ID", "need:money and ID"),
    ):
        assert plan.answer_question(desk, TUTAHI, text, "met").question == code
    with pytest.raises(Refused, match="no question"):
        plan.answer_question(desk, TUTAHI, "shoe size", "9")
    with pytest.raises(Refused, match="answer is missing"):
        plan.answer_question(desk, TUTAHI, NeedDomain.HOUSING.value, " ")


def test_a_verified_address_that_a_check_found_not_suitable_is_no_verified_plan_in_the_list(
    register: Path,
) -> None:
    desk = with_people(register)

    def listed() -> str:
        return next(line.plan for line in browse_cases(desk, "CHC", CaseQuery()).lines if line.prn == TUTAHI)

    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.set_address(desk, TUTAHI, 1, verified=True)
    assert listed() == PlanState.VERIFIED
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.POLICE, "held, relevant", "not suitable"))
    assert listed() == PlanState.UNSUITABLE
    plan.propose_address(desk, TUTAHI, "3 Rātā Lane")
    assert listed() == PlanState.PROPOSED

"""What was entered by mistake is taken back by an act of its own: nothing is erased, others' words stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.case_drafts import OrderDraft
from app.domain.errors import Overtaken, Refused
from app.domain.plan_drafts import CheckDraft
from app.domain.timeline import NamedDate
from app.domain.words import AgendaReason, AliasKind, CheckKind, DateName, OrderKind, SixAnswer
from app.usecases import agenda, case_history, cases, meeting, plan, search
from tests.fixtures import desks
from tests.fixtures.few_people import TUTAHI, with_people


def test_the_forums_word_withdrawn_lets_what_was_said_before_count_again(register: Path) -> None:
    desk = with_people(register)
    first = cases.correct_value(desk, TUTAHI, "Next hearing date", "5/3/2027", "a letter")
    cases.correct_value(desk, TUTAHI, "Next hearing date", "6/3/2027", "another letter")
    with pytest.raises(Overtaken) as found:
        cases.withdraw_value(desk, TUTAHI, "Next hearing date", "a mistake", seen={"value": "05/03/2027"})
    assert found.value.theirs == "06/03/2027"
    assert cases.withdraw_value(desk, TUTAHI, "Next hearing date", "a mistake") == first
    assert first == NamedDate(DateName.HEARING, date(2027, 3, 5))
    cases.withdraw_value(desk, TUTAHI, "Next hearing date", "a mistake")
    row = next(row for row in cases.show_case(desk, TUTAHI).values if row.heading == "Next hearing date")
    assert (row.beside, row.in_force) == ((), row.value)
    told = [(line.old, line.why) for line in case_history.case_history(desk, TUTAHI)]
    assert ("06/03/2027", "the forum's own word withdrawn") in told
    with pytest.raises(Refused, match="no word of its own"):
        cases.withdraw_value(desk, TUTAHI, "Next hearing date", "once more")


def test_a_name_the_forum_added_is_withdrawn_and_found_no_more(register: Path) -> None:
    desk = with_people(register)
    cases.add_alias(desk, TUTAHI, AliasKind.NICKNAME, "Whetūrangi")
    assert search.find_people(desk, "Wheturangi").hits
    cases.withdraw_alias(desk, TUTAHI, AliasKind.NICKNAME, "Whetūrangi", reason="another person's")
    assert not search.find_people(desk, "Wheturangi").hits
    with pytest.raises(Refused, match="added no such name"):
        cases.withdraw_alias(desk, TUTAHI, AliasKind.NICKNAME, "Whetūrangi", reason="again")


def test_an_address_withdrawn_by_mistake_lives_again_with_its_checks(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.PROBATION, SixAnswer.NOTHING_HELD.value))
    plan.set_address(desk, TUTAHI, 1, is_next=True)
    before = plan.list_addresses(desk, TUTAHI)
    with pytest.raises(Refused, match="was not withdrawn"):
        plan.restore_address(desk, TUTAHI, 1, "a mistake")
    plan.withdraw_address(desk, TUTAHI, 1, "the occupier", "sold")
    plan.restore_address(desk, TUTAHI, 1, "the wrong line", is_next=True)
    assert plan.list_addresses(desk, TUTAHI) == before
    plan.withdraw_address(desk, TUTAHI, 1, "the occupier", "sold")
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    with pytest.raises(Refused, match="address number 2"):
        plan.restore_address(desk, TUTAHI, 1, "the wrong line")


def test_a_number_that_went_to_another_address_reaches_none(register: Path) -> None:
    desk = with_people(register)
    for place in ("12 Kōwhai Street", "3 Rātā Lane"):
        plan.propose_address(desk, TUTAHI, place)
    plan.rank_address(desk, TUTAHI, 1, 2)
    seen = {"address": "12 Kōwhai Street"}
    for act in (
        lambda: plan.set_address(desk, TUTAHI, 1, verified=True, seen=seen),
        lambda: plan.rank_address(desk, TUTAHI, 1, 2, seen=seen),
        lambda: plan.withdraw_address(desk, TUTAHI, 1, "me", "a mistake", seen=seen),
    ):
        with pytest.raises(Refused, match="another one by now, 3 Rātā Lane"):
            act()
    assert not any(row.verified or row.withdrawn_by for row in plan.list_addresses(desk, TUTAHI))


def test_who_was_made_next_by_somebody_else_stays_the_next(register: Path) -> None:
    desk = with_people(register)
    for place in ("12 Kōwhai Street", "3 Rātā Lane"):
        plan.propose_address(desk, TUTAHI, place)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    with pytest.raises(Overtaken) as found:
        plan.set_address(desk, TUTAHI, 1, is_next=True, seen={"next": ""})
    assert found.value.theirs == "3 Rātā Lane"


def test_a_case_asked_for_is_taken_off_the_draft_and_may_be_asked_for_again(register: Path) -> None:
    desk = with_people(register)
    code = meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2)).meeting

    def asked() -> list[str]:
        shown = agenda.see_agenda(desk, code).agenda
        assert shown is not None
        return [item.prn for item in shown.items if AgendaReason.ASKED_FOR in item.reasons]

    with pytest.raises(Refused, match="Nobody asked"):
        agenda.take_off(desk, code, TUTAHI, "a mistake")
    agenda.ask_for_case(desk, code, TUTAHI, "the chair wants it")
    with pytest.raises(Overtaken):
        agenda.take_off(desk, code, TUTAHI, "a mistake", seen={"reason": "another reason"})
    agenda.take_off(desk, code, TUTAHI, "a mistake")
    assert asked() == []
    agenda.ask_for_case(desk, code, TUTAHI, "the chair wants it")
    assert asked() == [TUTAHI]
    agenda.issue_agenda(desk, code)
    with pytest.raises(Refused):
        agenda.take_off(desk, code, TUTAHI, "a mistake")


def test_an_answer_put_back_keeps_the_day_it_was_given_and_none_to_come(register: Path) -> None:
    desk = with_people(register)
    given, ahead = date(2026, 10, 1), date(2027, 10, 1)
    cases.record_order(desk, TUTAHI, OrderDraft(OrderKind.BAIL, SixAnswer.NOTHING_HELD, as_at=given))
    assert (
        next(row for row in cases.show_case(desk, TUTAHI).orders if row.kind is OrderKind.BAIL).as_at == given
    )
    assert plan.answer_question(desk, TUTAHI, "eso-ppo", "no", on=given).as_at == given
    assert next(row for row in cases.show_case(desk, TUTAHI).plan.answers).as_at == given
    for act in (
        lambda: cases.record_order(desk, TUTAHI, OrderDraft(OrderKind.BAIL, SixAnswer.ASKED, as_at=ahead)),
        lambda: plan.answer_question(desk, TUTAHI, "eso-ppo", "no", on=ahead),
    ):
        with pytest.raises(Refused, match="still to come"):
            act()


def test_the_coming_agenda_of_a_forum_is_that_of_its_next_meeting(register: Path) -> None:
    desk = with_people(register)
    assert agenda.see_coming_agenda(desk, "CHC") is None
    meeting.schedule_meeting(desk, "CHC", date(2027, 1, 13))
    code = meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2)).meeting
    assert agenda.see_coming_agenda(desk, "CHC") == agenda.see_agenda(desk, code)
    assert agenda.see_coming_agenda(desks.sit(register), "HB") is None

"""What is older than a milestone allows, and what the calendar says of a release date."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.cases import AddressRow, AnswerRow, CheckRow, PlanRow
from app.domain.errors import Refused
from app.domain.milestones import release_warnings, stale, value_days
from app.domain.plan_drafts import PolicyDraft
from app.domain.plan_policy import policy_of
from app.domain.plan_rows import ConditionRow, ConditionStep, NeedRow
from app.domain.plan_words import CheckPolicy, ConditionState
from app.domain.words import CheckKind, FlagCode, NeedDomain, PoliceChecks

TODAY = date(2026, 11, 17)
POLICY = policy_of(None, PoliceChecks.EVERY_ADDRESS)


def _check(kind: CheckKind, answer: str, on: date) -> CheckRow:
    return CheckRow(kind.value, answer, None, None, "an officer", on)


def _address(rank: int, *checks: CheckRow, is_next: bool = False, dead: bool = False) -> AddressRow:
    by = "the occupier" if dead else None
    return AddressRow(rank, f"{rank} Rātā Lane", None, None, False, is_next, by, by, "forum", TODAY, checks)


def _need(status: str, as_at: date | None) -> NeedRow:
    return NeedRow(NeedDomain.WORK, status, None, None, None, "Hine", as_at)


def _answer(question: str, answer: str, as_at: date) -> AnswerRow:
    return AnswerRow(question, question, answer, None, "Hine", as_at)


def test_the_oldest_need_and_the_newest_condition_say_how_old_the_value_is() -> None:
    def condition(state: ConditionState, day: date) -> ConditionRow:
        return ConditionRow(1, None, "x", (ConditionStep(state, day, "Hine", None),))

    plan = PlanRow(
        needs=(_need("met", date(2026, 9, 1)), _need("declined", date(2026, 3, 1)), _need("not asked", None)),
        conditions=(
            condition(ConditionState.PROPOSED, date(2026, 5, 1)),
            condition(ConditionState.ASKED, date(2026, 8, 1)),
            condition(ConditionState.WITHDRAWN, date(2026, 11, 1)),
        ),
        answers=(_answer("conditions", "yes", date(2026, 1, 1)), _answer("eso-ppo", "not asked", TODAY)),
    )
    assert value_days(plan) == {"needs": date(2026, 3, 1), "conditions": date(2026, 8, 1)}


def test_checks_are_those_of_the_first_living_address_and_nearness_that_of_the_next() -> None:
    plan = PlanRow(
        (
            _address(1, _check(CheckKind.PROBATION, "nothing held", date(2020, 1, 1)), dead=True),
            _address(2, _check(CheckKind.PROBATION, "nothing held", date(2026, 6, 1))),
            _address(3, _check(CheckKind.VICTIM_NEARNESS, "clear", date(2026, 7, 1)), is_next=True),
        )
    )
    assert value_days(plan) == {"probation-check": date(2026, 6, 1), "vnr-answer": date(2026, 7, 1)}


def test_what_was_only_asked_has_no_age() -> None:
    plan = PlanRow((_address(1, _check(CheckKind.POLICE, "asked", date(2026, 6, 1))),))
    assert value_days(plan) == {}


def test_a_value_is_stale_from_the_day_after_its_age() -> None:
    days = {"probation-check": date(2026, 8, 19)}
    assert stale(POLICY, days, 2, TODAY) == ()
    (old,) = stale(POLICY, {"probation-check": date(2026, 8, 18)}, 2, TODAY)
    assert old.words == "Probation's check of the first address answered: 91 days old, at most 90"


def test_an_age_holds_for_the_milestones_after_it_and_not_for_those_before() -> None:
    days = {"eso-ppo": date(2026, 1, 1), "needs": date(2026, 1, 1)}
    assert [each.allowed for each in stale(POLICY, days, 6, TODAY)] == [180]
    assert [each.allowed for each in stale(POLICY, days, 2, TODAY)] == [180, 90]
    assert stale(POLICY, days, 8, TODAY) == ()


def test_a_forums_own_age_and_policy_are_laid_over_what_a_register_begins_with() -> None:
    stored = {"checks": {"schools": "every address"}, "ages": {"needs/4": 10}}
    policy = policy_of(stored, PoliceChecks.ON_REQUEST)
    assert policy.age("needs", 4) == 10
    assert policy.age("needs", 2) == 90
    assert policy.age("owner", 1) is None
    due = {check.kind: check.due for check in policy.standing({}, {FlagCode.VNR})}
    assert due == {
        CheckKind.PROBATION: True,
        CheckKind.POLICE: False,
        CheckKind.VICTIM_NEARNESS: True,
        CheckKind.CHILDREN: False,
        CheckKind.SCHOOLS: True,
    }


@pytest.mark.parametrize(
    ("checks", "ages", "why"),
    [
        ({"dentist": "every address"}, {}, "a kind of check"),
        ({"schools": "now and then"}, {}, "a policy on checks"),
        ({"Police": "where flagged"}, {}, "goes by no flag"),
        ({}, {"shoes/2": "9"}, "names no value"),
        ({}, {"needs/3": "9"}, "names no value"),
        ({}, {"needs": "9"}, "names no value"),
        ({}, {"needs/4": "many"}, "no number of days"),
        ({}, {"needs/4": "0"}, "no number of days"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(checks: dict[str, str], ages: dict[str, str], why: str) -> None:
    with pytest.raises(Refused, match=why):
        PolicyDraft(checks, ages).checked()


def test_a_policy_is_read_in_any_letters() -> None:
    draft = PolicyDraft({"children": "ON REQUEST"}, {" Needs/4 ": "30"})
    assert draft.checked() == ({CheckKind.CHILDREN: CheckPolicy.ON_REQUEST}, {"needs/4": 30})


# The calendar.


@pytest.mark.parametrize("day", [date(2026, 12, 15), date(2026, 12, 31), date(2027, 1, 5)])
def test_a_statutory_release_over_christmas_may_be_earlier(day: date) -> None:
    told = release_warnings(day, None, "CAN")
    assert "not before 01/12/2026 (Parole Act 2002, section 52)" in told[0]


@pytest.mark.parametrize("day", [date(2026, 12, 14), date(2027, 1, 6)])
def test_a_working_day_outside_christmas_is_not_warned_of(day: date) -> None:
    assert release_warnings(day, None, "CAN") == ()


def test_once_a_date_is_ordered_nothing_is_left_to_move() -> None:
    assert release_warnings(date(2026, 12, 18), date(2026, 12, 11), "CAN") == ()


@pytest.mark.parametrize(
    ("statutory", "ordered", "region", "told"),
    [
        (date(2027, 3, 13), None, "CAN", "Statutory release 13/03/2027 is a Saturday"),
        (date(2027, 3, 1), date(2027, 3, 14), "CAN", "Ordered release 14/03/2027 is a Sunday"),
        (date(2027, 2, 6), None, "CAN", "is a Saturday"),
        (date(2027, 2, 8), None, "CAN", "is a public holiday"),
        (date(2026, 11, 13), None, "CAN", "is a public holiday"),
    ],
)
def test_a_day_on_which_nobody_works_is_warned_of_with_the_working_day_before(
    statutory: date, ordered: date | None, region: str, told: str
) -> None:
    (warning,) = release_warnings(statutory, ordered, region)
    assert told in warning
    assert "the working day before it is" in warning


def test_another_regions_anniversary_is_a_working_day() -> None:
    assert release_warnings(date(2026, 11, 13), None, "AUK") == ()


def test_no_release_date_is_no_warning() -> None:
    assert release_warnings(None, None, "CAN") == ()

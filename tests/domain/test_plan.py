"""What each milestone asks of a release plan (design/formats.md section 3)."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.plan import AddressFacts, PlanFacts, missing, says_something
from app.domain.words import NearnessAnswer, NeedDomain, PoliceChecks, SixAnswer


def replace(plain: Any, **changed: Any) -> Any:
    """The same value with other facts."""
    return plain._replace(**changed)


GOOD = AddressFacts(1, probation_answered=True, police_answered=True, verified=True, is_next=True)
WHOLE = PlanFacts(
    leading_service=True,
    owner=True,
    addresses=(GOOD,),
    eso_ppo_answered=True,
    conditions_proposed=True,
    needs_answered=frozenset(NeedDomain),
    vnr_flag=True,
    vnr_answer=NearnessAnswer.CLEAR,
    probation_officer_told=True,
)


def codes(facts: PlanFacts, milestone: int) -> list[str]:
    return [ask.code for ask in missing(facts, milestone)]


def test_a_whole_plan_misses_nothing_at_any_milestone() -> None:
    assert [codes(WHOLE, k) for k in (8, 6, 4, 2, 1)] == [[], [], [], [], []]


def test_each_milestone_asks_for_all_that_the_ones_before_it_asked() -> None:
    empty = PlanFacts(vnr_flag=True)
    told = [
        "leading-service",
        "owner",
        "address",
        "eso-ppo",
        "conditions",
        "needs",
        "probation-check",
        "police-check",
    ]
    assert codes(empty, 8) == told[:3]
    assert codes(empty, 6) == told[:4]
    assert codes(empty, 4) == told[:6]
    assert codes(empty, 2) == told
    assert codes(empty, 1) == [*told, "verified-address", "vnr-answer", "officer-told"]


def test_a_dead_address_is_no_proposed_address() -> None:
    assert codes(replace(WHOLE, addresses=(replace(GOOD, dead=True),)), 1) == [
        "address",
        "probation-check",
        "police-check",
        "verified-address",
    ]


def test_the_first_address_is_the_most_preferred_living_one() -> None:
    second = AddressFacts(2)
    assert codes(replace(WHOLE, addresses=(second, GOOD)), 2) == []
    assert codes(replace(WHOLE, addresses=(second, replace(GOOD, dead=True))), 2) == [
        "probation-check",
        "police-check",
    ]


def test_police_check_the_first_address_only_where_the_forum_wants_every_one() -> None:
    unchecked = replace(WHOLE, addresses=(replace(GOOD, police_answered=False),))
    assert codes(unchecked, 2) == ["police-check"]
    assert codes(replace(unchecked, police_checks=PoliceChecks.ON_REQUEST), 2) == []


@pytest.mark.parametrize("changed", [{"verified": False}, {"is_next": False}])
def test_verified_and_next_are_two_answers_and_one_address_needs_both(changed: dict[str, bool]) -> None:
    other = AddressFacts(2, verified=True) if "verified" in changed else AddressFacts(2, is_next=True)
    assert codes(replace(WHOLE, addresses=(replace(GOOD, **changed), other)), 1) == ["verified-address"]


def test_the_vnr_answer_is_asked_for_only_where_the_flag_stands() -> None:
    assert codes(replace(WHOLE, vnr_answer=NearnessAnswer.NOT_ASKED), 1) == ["vnr-answer"]
    assert codes(replace(WHOLE, vnr_answer=NearnessAnswer.NOT_ASKED, vnr_flag=False), 1) == []
    assert codes(replace(WHOLE, vnr_answer=NearnessAnswer.CONFLICT), 1) == []


def test_one_need_domain_without_an_answer_is_enough_to_miss() -> None:
    one_short = replace(WHOLE, needs_answered=frozenset(NeedDomain) - {NeedDomain.HOUSING})
    assert codes(one_short, 4) == ["needs"]


def test_asked_is_not_answered() -> None:
    assert [a for a in SixAnswer if not says_something(a.value)] == [SixAnswer.NOT_ASKED, SixAnswer.ASKED]

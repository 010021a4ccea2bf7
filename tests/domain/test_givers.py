"""Whose signature gives an office, and when (needs A1, A4)."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.domain.givers import Held, Signature, ended_before, ends_earlier, last_right, may_give
from app.domain.people import Office
from app.domain.words import Role

DAY, LATER, LAST = date(2026, 11, 16), date(2026, 12, 1), date(2026, 11, 20)


def chair(forum: str | None = "CHC", to: date | None = None, changed: int = 3, *besides: str) -> Held:
    return Held("a", Office(forum, Role.CHAIR, DAY, to, besides), 3, changed)


def there(forum: str | None, *besides: str) -> Office:
    return Office(forum, Role.MEMBER, DAY, None, besides)


def test_a_chair_gives_offices_in_their_own_forum_and_in_no_other() -> None:
    by = Signature("a", 9, LATER)
    assert may_give([chair()], by, there("CHC"))
    assert not may_give([chair()], by, there("HB"))
    assert not may_give([chair()], by, there(None))
    assert may_give([chair(None)], by, there("HB"))
    assert may_give([chair()], by, None)


def test_nobody_gives_by_an_office_of_somebody_else_or_before_they_were_given_it() -> None:
    assert not may_give([chair()], Signature("b", 9, LATER), None)
    assert not may_give([chair()], Signature("a", 2, LATER), None)
    assert not may_give([chair()], Signature("a", 3, LATER), None), "nor by the entry that gives it"
    assert not may_give([chair()], Signature("a", 9, date(2026, 11, 1)), None)


def test_an_office_that_has_ended_gives_nothing_after_its_last_day() -> None:
    assert may_give([chair(to=LAST)], Signature("a", 9, LAST), None)
    assert not may_give([chair(to=LAST)], Signature("a", 9, LATER), None)


def test_what_was_signed_before_an_office_was_ended_holds() -> None:
    """An office handed over today ends yesterday; what was signed this morning was signed by its chair."""
    assert may_give([chair(to=DAY, changed=12)], Signature("a", 9, LATER), None)
    assert not may_give([chair(to=DAY, changed=12)], Signature("a", 13, LATER), None)


def test_a_clock_that_was_set_back_does_not_lead_behind_the_entry_before() -> None:
    assert not may_give([chair(to=LAST)], Signature("a", 9, DAY, before=LATER), None)
    assert may_give([chair(to=LAST)], Signature("a", 9, LAST, before=DAY), None)


@pytest.mark.parametrize(("own", "may"), [((), False), ((chair("CHC"),), True)])
def test_every_forum_but_one_is_every_forum_with_that_one(own: tuple[Held, ...], may: bool) -> None:
    held = [chair(None, None, 3, "CHC"), *own]
    assert may_give(held, Signature("a", 9, LATER), there(None)) is may
    assert may_give(held, Signature("a", 9, LATER), there(None, "CHC"))


@pytest.mark.parametrize(
    ("right", "last"),
    [
        ([True, True], 1),
        ([True, False], 0),
        ([False, False], None),
        ([True, True, False, False], 1),
        ([True, None, False], 1),
    ],
)
def test_the_last_entry_that_may_be_right_is_the_one_that_counts(
    right: list[bool | None], last: int | None
) -> None:
    """Also where nobody knows what it said: it may have ended what stood before it."""
    assert last_right(range(len(right) - 1, -1, -1), right.__getitem__) == last


@pytest.mark.parametrize(
    ("first", "now", "ends"), [(None, LAST, True), (LAST, DAY, True), (LAST, LATER, False)]
)
def test_whoever_may_end_an_office_makes_it_no_longer(first: date | None, now: date, ends: bool) -> None:
    office = chair().office
    assert ends_earlier(replace(office, to_date=first), replace(office, to_date=now)) is ends
    assert not ends_earlier(replace(office, to_date=LAST), office)


def test_an_office_in_whose_place_another_came_ends_the_day_before_and_no_later_than_it_did() -> None:
    assert ended_before(chair().office, LATER).to_date == date(2026, 11, 30)
    assert ended_before(chair(to=LAST).office, LATER).to_date == LAST

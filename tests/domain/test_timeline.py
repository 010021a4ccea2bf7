"""The anchor by rule and by hand (design/formats.md section 2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline import (
    HandAnchor,
    NamedDate,
    anchor,
    before_the_sentence,
    choose_anchor,
    days_lost,
    planning_words,
)
from app.domain.words import DateName

AS_AT = date(2026, 11, 16)
PED, HEARING, SRD = DateName.PAROLE_ELIGIBILITY, DateName.HEARING, DateName.STATUTORY_RELEASE
SED, FRD, ORDERED = DateName.SENTENCE_EXPIRY, DateName.FINAL_RELEASE, DateName.ORDERED_RELEASE

SOME_DATES = st.dictionaries(
    st.sampled_from(DateName), st.none() | st.dates(date(2026, 10, 1), date(2027, 2, 1)), max_size=6
)


def days(offset: int) -> date:
    return AS_AT + timedelta(days=offset)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({ORDERED: 90, HEARING: 10, SRD: 20}, ORDERED),
        ({ORDERED: -1, HEARING: 10, SRD: 20}, HEARING),
        ({HEARING: 20, SRD: 10}, SRD),
        ({HEARING: 20, SRD: 20}, HEARING),
        ({HEARING: 20, SRD: -10}, HEARING),
        ({HEARING: -20, SRD: 30, PED: 10}, SRD),
        ({PED: 50, FRD: 10, SED: 5}, PED),
        ({PED: -50, FRD: 10, SED: 5}, FRD),
        ({PED: -50, FRD: -10, SED: 5}, SED),
        ({PED: -50, FRD: -10, SED: -5}, None),
        ({HEARING: 0}, HEARING),
        ({}, None),
    ],
)
def test_the_first_date_of_the_rule_that_has_not_passed_is_the_anchor(
    dates: dict[DateName, int], expected: DateName | None
) -> None:
    chosen = anchor({name: days(offset) for name, offset in dates.items()}, AS_AT)
    assert chosen == (NamedDate(expected, days(dates[expected])) if expected else None)


@given(SOME_DATES)
def test_the_anchor_does_not_depend_on_the_order_of_the_dates(dates: dict[DateName, date | None]) -> None:
    assert anchor(dict(reversed(dates.items())), AS_AT) == anchor(dates, AS_AT)


@given(SOME_DATES)
def test_there_is_an_anchor_exactly_when_some_date_has_not_passed(dates: dict[DateName, date | None]) -> None:
    chosen = anchor(dates, AS_AT)
    assert (chosen is not None) == any(day is not None and day >= AS_AT for day in dates.values())
    if chosen:
        assert dates[chosen.name] == chosen.day >= AS_AT


def test_a_hand_set_anchor_beats_the_rule_until_its_date_moves() -> None:
    dates: dict[DateName, date | None] = {HEARING: days(10), PED: days(100)}
    by_hand = HandAnchor(PED, days(100), "The hearing will be put off.")
    assert choose_anchor(dates, AS_AT, by_hand) == NamedDate(PED, days(100))
    assert choose_anchor({**dates, HEARING: days(11)}, AS_AT, by_hand) == NamedDate(PED, days(100))
    assert choose_anchor({**dates, PED: days(101)}, AS_AT, by_hand) == NamedDate(HEARING, days(10))
    assert choose_anchor({**dates, PED: None}, AS_AT, by_hand) == NamedDate(HEARING, days(10))
    assert choose_anchor(dates, AS_AT) == NamedDate(HEARING, days(10))


def test_an_earlier_date_loses_days_and_a_later_one_gains_them() -> None:
    assert days_lost(days(30), days(10)) == 20
    assert days_lost(days(10), days(30)) == -20
    assert days_lost(None, days(10)) is None
    assert days_lost(days(10), None) is None


def test_each_date_before_the_sentence_starts_is_told_and_a_hearing_in_it_is_not() -> None:
    dates = {
        DateName.STATUTORY_RELEASE: date(2016, 2, 13),
        DateName.HEARING: date(2016, 2, 14),
        DateName.FINAL_RELEASE: None,
    }
    assert before_the_sentence(date(2016, 2, 14), dates) == (
        "Statutory release date 13/02/2016 is before the sentence starts (14/02/2016).",
    )
    assert before_the_sentence(None, dates) == ()


def test_planning_that_is_gained_is_never_told_as_less_than_nothing_lost() -> None:
    assert planning_words(18) == "18 days of planning lost"
    assert planning_words(-96) == "96 days of planning gained"
    assert planning_words(-1) == "1 day of planning gained"

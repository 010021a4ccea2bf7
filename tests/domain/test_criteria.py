"""Who is on the list, and the first reason why somebody is not (design/formats.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.criteria import (
    DEFAULT_CRITERIA,
    HORIZON_MONTHS,
    Criterion,
    Subject,
    check_criteria,
    describe,
    fired,
    fired_sentences,
    place,
    preview,
    read_criterion,
)
from app.domain.dates import add_months
from app.domain.errors import Refused
from app.domain.timeline import NamedDate
from app.domain.words import DateName, LeftOutReason, RiskWord

AS_AT = date(2026, 11, 16)
LAST_DAY = date(2027, 8, 16)


@dataclass(frozen=True)
class Person:
    psychological_risk: RiskWord | None = None
    roc_roi: float | None = None
    misconducts: int | None = None
    violent_months: int | None = None
    owr_weight: int | None = None
    owr_override: bool | None = None
    cso: bool | None = None
    vnr: bool | None = None
    deportation_liable: bool | None = None
    transfer_restraint: bool | None = None
    staff_safety: bool | None = None
    statutory_release: date | None = None
    next_hearing: date | None = None


RISKY = Person(misconducts=5)


def hearing(day: date) -> NamedDate:
    return NamedDate(DateName.HEARING, day)


@pytest.mark.parametrize(
    ("person", "codes"),
    [
        (Person(psychological_risk=RiskWord.HIGH), ("HR-PSYCH",)),
        (Person(psychological_risk=RiskWord.VERY_HIGH), ("HR-PSYCH",)),
        (Person(psychological_risk=RiskWord.MEDIUM), ()),
        (Person(roc_roi=0.7), ("HR-ROI",)),
        (Person(roc_roi=0.6999), ()),
        (Person(misconducts=5), ("HR-MISC",)),
        (Person(misconducts=4), ()),
        (Person(violent_months=60), ("HR-VIOL",)),
        (Person(violent_months=59), ()),
        (Person(cso=True), ("HR-CSO",)),
        (Person(cso=False), ()),
        (Person(owr_weight=4), ("HR-OWR",)),
        (Person(owr_weight=3, owr_override=True), ("HR-OWR",)),
        (Person(owr_weight=6, owr_override=True), ("HR-OWR",)),
        (Person(owr_weight=3, owr_override=False), ()),
        (Person(cso=True, roc_roi=0.9), ("HR-ROI", "HR-CSO")),
        (Person(), ()),
        (Person(vnr=True, deportation_liable=True), ()),
    ],
)
def test_each_default_criterion_fires_at_its_end_and_not_below(
    person: Person, codes: tuple[str, ...]
) -> None:
    assert fired(person) == codes


@pytest.mark.parametrize(
    ("day", "in_"), [(AS_AT, True), (LAST_DAY, True), (LAST_DAY + timedelta(days=1), False)]
)
def test_the_horizon_includes_both_its_ends(day: date, in_: bool) -> None:
    assert place(RISKY, hearing(day), AS_AT).in_ is in_


def test_beyond_the_horizon_planning_starts_nine_months_before_the_anchor() -> None:
    placed = place(RISKY, hearing(date(2027, 12, 31)), AS_AT)
    assert placed == (False, ("HR-MISC",), LeftOutReason.NOT_YET, date(2027, 3, 31))


LEFT_OUT_IN_ORDER = [
    ("vnr", LeftOutReason.VNR_ONLY),
    ("deportation_liable", LeftOutReason.DEPORTABLE),
    ("statutory_release", LeftOutReason.DIRECT_RELEASE),
    ("transfer_restraint", LeftOutReason.TRANSFER_RESTRAINT),
    ("staff_safety", LeftOutReason.STAFF_SAFETY),
]


@pytest.mark.parametrize("first", range(len(LEFT_OUT_IN_ORDER) + 1))
def test_the_first_reason_that_applies_is_the_one_that_is_told(first: int) -> None:
    person = Person()
    for field, _ in LEFT_OUT_IN_ORDER[first:]:
        value: Any = LAST_DAY if field == "statutory_release" else True
        person = replace(person, **{field: value})
    expected = LEFT_OUT_IN_ORDER[first][1] if first < len(LEFT_OUT_IN_ORDER) else LeftOutReason.NO_CRITERION
    assert place(person, hearing(AS_AT), AS_AT) == (False, (), expected, None)
    assert place(person, None, AS_AT).reason is LeftOutReason.NO_ANCHOR


def test_a_risky_person_without_any_anchor_is_left_out_for_that() -> None:
    assert place(RISKY, None, AS_AT) == (False, ("HR-MISC",), LeftOutReason.NO_ANCHOR, None)


@pytest.mark.parametrize(
    ("release", "next_hearing", "direct"),
    [
        (AS_AT, None, True),
        (LAST_DAY, None, True),
        (LAST_DAY + timedelta(days=1), None, False),
        (AS_AT - timedelta(days=1), None, False),
        (LAST_DAY, AS_AT - timedelta(days=400), False),
        (LAST_DAY, AS_AT, False),
    ],
)
def test_a_direct_release_is_within_the_horizon_and_has_an_empty_hearing_cell(
    release: date, next_hearing: date | None, direct: bool
) -> None:
    person = Person(statutory_release=release, next_hearing=next_hearing)
    placed = place(person, NamedDate(DateName.STATUTORY_RELEASE, LAST_DAY), AS_AT)
    assert placed.reason is (LeftOutReason.DIRECT_RELEASE if direct else LeftOutReason.NO_CRITERION)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 900))
def test_a_risky_person_is_in_exactly_when_the_anchor_is_not_after_the_horizon(
    as_at: date, ahead: int
) -> None:
    day = as_at + timedelta(days=ahead)
    placed = place(RISKY, hearing(day), as_at)
    assert placed.in_ == (day <= add_months(as_at, HORIZON_MONTHS))
    assert placed.starts == (None if placed.in_ else add_months(day, -HORIZON_MONTHS))


@given(st.permutations(DEFAULT_CRITERIA), st.integers(0, 8), st.floats(0, 1), st.none() | st.booleans())
def test_the_order_of_the_criteria_changes_nobodys_place(
    shuffled: list[Criterion], misconducts: int, roc_roi: float, override: bool | None
) -> None:
    person = Person(misconducts=misconducts, roc_roi=roc_roi, owr_override=override)
    assert sorted(fired(person, tuple(shuffled))) == sorted(fired(person))


def test_a_sentence_names_the_criterion_and_the_value_that_fired_it() -> None:
    told = fired_sentences(Person(misconducts=7, cso=True, psychological_risk=RiskWord.HIGH))
    assert told == (
        ("HR-PSYCH", "HR-PSYCH: psychological risk is High or above (Psychological risk: High)."),
        ("HR-MISC", "HR-MISC: five or more misconducts in twelve months (Misconducts 12 months: 7)."),
        ("HR-CSO", "HR-CSO: classified as a child-sex offender by Corrections."),
    )


def test_a_criterion_can_be_read_from_words_and_describes_itself() -> None:
    criterion = read_criterion("HR-X", "roc*roi", "≤", "0,2")
    assert criterion == Criterion("HR-X", "roc_roi", "<=", "0,2")
    assert describe(criterion) == "RoC*RoI is at most 0,2"
    assert fired(Person(roc_roi=0.2), (criterion,)) == ("HR-X",)
    assert fired(Person(roc_roi=0.21), (criterion,)) == ()
    assert fired(Person(), (criterion,)) == ()


@pytest.mark.parametrize(
    ("word", "codes"), [(RiskWord.LOW, ("A",)), (RiskWord.MEDIUM, ("A", "B")), (RiskWord.HIGH, ())]
)
def test_risk_words_compare_by_rank(word: RiskWord, codes: tuple[str, ...]) -> None:
    rules = (
        read_criterion("A", "Psychological risk", "<=", "medium"),
        read_criterion("B", "Psychological risk", "=", "medium"),
    )
    assert fired(Person(psychological_risk=word), rules) == codes


@pytest.mark.parametrize(
    "criterion",
    [
        Criterion("", "misconducts", ">=", "5"),
        Criterion("X", "surname", "=", "Smith"),
        Criterion("X", "nonsense", "=", "1"),
        Criterion("X", "misconducts", ">", "5"),
        Criterion("X", "misconducts", ">=", "five"),
        Criterion("X", "cso", ">=", "yes"),
        Criterion("X", "cso", "=", "maybe"),
        Criterion("X", "roc_roi", ">=", "1.5"),
    ],
)
def test_a_criterion_that_cannot_be_applied_is_refused_in_words(criterion: Criterion) -> None:
    with pytest.raises(Refused, match=r"riteri.*changed"):
        check_criteria((criterion,))


def test_the_preview_names_who_would_come_in_and_who_would_fall_out() -> None:
    stricter = tuple(
        c._replace(value="8") if c.code == "HR-MISC" else c._replace(value="0.5") if c.code == "HR-ROI" else c
        for c in DEFAULT_CRITERIA
    )
    near, far = hearing(LAST_DAY), hearing(date(2030, 1, 1))
    people = [
        Subject("falls out", Person(misconducts=5), near, AS_AT),
        Subject("comes in", Person(roc_roi=0.6), near, AS_AT),
        Subject("stays", Person(misconducts=9), near, AS_AT),
        Subject("too far", Person(roc_roi=0.6), far, AS_AT),
    ]
    assert preview(DEFAULT_CRITERIA, stricter, people) == (("comes in",), ("falls out",))
    assert preview(DEFAULT_CRITERIA, DEFAULT_CRITERIA, people) == ((), ())
    assert preview(DEFAULT_CRITERIA, (), people).leaves == ("falls out", "stays")

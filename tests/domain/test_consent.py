"""A consent holds from the day it was signed to its last day, until it is withdrawn; nothing rests on any other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consent import (
    ConsentRow,
    ConsentStanding,
    in_force,
    refuse_unless_in_force,
    refuse_withdrawal,
    resting_on_none,
)
from app.domain.errors import Refused
from app.domain.plan_drafts import SignedDraft

SIGNED, LAST, BACK = date(2026, 6, 1), date(2026, 12, 31), date(2026, 10, 5)
ONE = timedelta(days=1)
OPEN = ConsentRow(1, "IR-2", "the provider of the flat: the plan", SIGNED)
ENDING = ConsentRow(2, "IR-2", "the employer: the dates", SIGNED, LAST)
TAKEN = ConsentRow(3, "IR-2", "an aunt: the dates", SIGNED, LAST, BACK, "S. Merrin", "changed their mind")


@pytest.mark.parametrize(
    ("row", "on", "standing", "words"),
    [
        (OPEN, SIGNED - ONE, ConsentStanding.NOT_YET, "not yet signed on 31/05/2026"),
        (OPEN, SIGNED, ConsentStanding.IN_FORCE, "in force, without an end"),
        (ENDING, LAST, ConsentStanding.IN_FORCE, "in force until 31/12/2026"),
        (ENDING, LAST + ONE, ConsentStanding.EXPIRED, "expired 31/12/2026"),
        (TAKEN, BACK - ONE, ConsentStanding.IN_FORCE, "in force until 31/12/2026"),
        (TAKEN, BACK, ConsentStanding.WITHDRAWN, "withdrawn 05/10/2026 by S. Merrin: changed their mind"),
        (
            TAKEN,
            LAST + ONE,
            ConsentStanding.WITHDRAWN,
            "withdrawn 05/10/2026 by S. Merrin: changed their mind",
        ),
    ],
)
def test_how_a_consent_stands_is_a_matter_of_the_day(
    row: ConsentRow, on: date, standing: ConsentStanding, words: str
) -> None:
    assert (row.standing(on), row.state(on)) == (standing, words)


def test_what_may_rest_on_a_consent_is_asked_of_the_day() -> None:
    rows = (OPEN, ENDING, TAKEN)
    assert in_force(rows, BACK - ONE) == rows
    assert in_force(rows, BACK) == (OPEN, ENDING)
    assert in_force(rows, LAST + ONE) == (OPEN,)
    assert in_force(rows, SIGNED - ONE) == ()


@pytest.mark.parametrize(
    ("number", "on", "why"),
    [
        (9, BACK, r"has no consent 9; nothing was changed: see"),
        (
            1,
            SIGNED - ONE,
            r"Consent 1 \(IR-2\) was signed on 01/06/2026 and does not hold on 31/05/2026; nothing",
        ),
        (
            2,
            LAST + ONE,
            r"Consent 2 \(IR-2\) expired on 31/12/2026 and does not hold on 01/01/2027; nothing .* signed",
        ),
        (
            3,
            BACK,
            r"Consent 3 \(IR-2\) was withdrawn on 05/10/2026 and does not hold on 05/10/2026; .* another ground",
        ),
    ],
)
def test_nothing_rests_on_a_consent_that_does_not_hold_and_the_sentence_says_why(
    number: int, on: date, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        refuse_unless_in_force((OPEN, ENDING, TAKEN), number, on)


def test_a_consent_in_force_is_given_back_to_whatever_rests_on_it() -> None:
    assert refuse_unless_in_force((OPEN, ENDING, TAKEN), 2, LAST) is ENDING


_DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(_DAYS, st.none() | _DAYS, st.none() | _DAYS, _DAYS)
def test_what_is_not_in_force_is_refused_whatever_the_days(
    signed: date, expires: date | None, withdrawn: date | None, on: date
) -> None:
    row = ConsentRow(1, "F", "S", signed, expires, withdrawn, "B", "R")
    holds = signed <= on and not (expires and expires < on) and not (withdrawn and withdrawn <= on)
    assert bool(in_force((row,), on)) is holds
    if holds:
        assert refuse_unless_in_force((row,), 1, on) is row
    else:
        with pytest.raises(Refused):
            refuse_unless_in_force((row,), 1, on)


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (SignedDraft(" ", "S", SIGNED), "The form that was signed is missing"),
        (SignedDraft("F", " ", SIGNED), "What may be told, and to whom, is missing"),
        (SignedDraft("F", "S", LAST + ONE), "01/01/2027 is not yet"),
        (SignedDraft("F", "S", SIGNED, SIGNED - ONE), "cannot expire on 31/05/2026"),
        (SignedDraft("ir-2", "The employer:  the dates", SIGNED), "consent 2 of this case already"),
    ],
)
def test_a_consent_that_does_not_say_enough_is_refused(draft: SignedDraft, why: str) -> None:
    with pytest.raises(Refused, match=why):
        draft.checked(LAST, (OPEN, ENDING, TAKEN))


def test_a_consent_that_ends_on_its_first_day_or_has_ended_already_may_be_entered() -> None:
    assert SignedDraft(" F ", "S", SIGNED, SIGNED).checked(LAST, ()).form == "F"


def test_what_was_taken_back_may_be_signed_anew() -> None:
    again = SignedDraft(TAKEN.form, TAKEN.scope, TAKEN.signed)
    assert again.checked(LAST, (TAKEN,)) == again


@pytest.mark.parametrize(
    ("row", "day", "why"),
    [
        (TAKEN, LAST, "was withdrawn on 05/10/2026 already"),
        (OPEN, SIGNED - ONE, "cannot be withdrawn before that"),
    ],
)
def test_a_consent_is_withdrawn_once_and_not_before_it_was_signed(
    row: ConsentRow, day: date, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        refuse_withdrawal(row, day)


def test_a_consent_may_be_withdrawn_on_its_first_day() -> None:
    refuse_withdrawal(OPEN, SIGNED)


def test_what_is_open_and_rests_on_a_consent_that_lapsed_is_said_in_words() -> None:
    rows, resting = (OPEN, ENDING, TAKEN), ((11, 1), (12, 2), (13, 3), (14, 99))
    assert resting_on_none(rows, resting, BACK) == (
        "disclosure 13 rests on consent 3, withdrawn",
        "disclosure 14 rests on a consent of another episode",
    )
    assert resting_on_none(rows, resting, LAST + ONE)[0] == "disclosure 12 rests on consent 2, expired"
    assert resting_on_none(rows, resting[:2], BACK) == ()

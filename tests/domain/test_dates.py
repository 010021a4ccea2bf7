"""Calendar months, the written forms of a date, ages, and the days on which clocks change."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import (
    add_months,
    age_at,
    christmas_release,
    is_working_day,
    move_working_days,
    on_working_day,
    read_date,
    read_typed_date,
    show_date,
    show_long_date,
    show_moment,
)
from app.domain.register import REGIONS

USUAL_DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2028, 8, 31), -6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 9, date(2027, 9, 30)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(9999, 12, 31), 9, date.max),
        (date(1, 3, 1), -9, date.min),
    ],
)
def test_months_are_calendar_months_clamped_to_the_end(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(USUAL_DAYS, st.integers(-600, 600))
def test_moving_by_months_keeps_the_day_or_stops_at_the_months_end(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@given(USUAL_DAYS, USUAL_DAYS, st.integers(-24, 24))
def test_moving_by_months_never_changes_the_order_of_two_days(one: date, other: date, months: int) -> None:
    earlier, later = sorted((one, other))
    assert add_months(earlier, months) <= add_months(later, months)


@given(st.dates())
def test_every_written_form_of_a_day_reads_as_that_day(day: date) -> None:
    assert read_date(show_date(day)) == day
    assert read_date(f"{day.day}/{day.month}/{day.year:04d}") == day
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "4/5/88", "31/02/2027", "12/25/2027", "29/02/2027", "2027-2-3", "20270203", "03-02-2027"),
        *(
            "03.02.2027",
            "3 Feb 2027",
            "2027/02/03",
            "0000-01-01",
            "00/01/2027",
            "2027-W01-1",
            "2027-02-03T00:00",
        ),
        *("２027-02-03", "03/02/２027", "+1/02/2027", "1/2/20270", " 1/2/2027", "-1/2/2027", "2027-02-0３"),
    ],
)
def test_any_other_form_is_refused_and_never_guessed(text: str) -> None:
    assert read_date(text) is None


@given(st.text("0123456789/-+ W.:T२", max_size=11))
def test_a_date_is_read_exactly_where_the_forms_say_so(text: str) -> None:
    slashed = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
    dashed = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    parts = slashed.groups()[::-1] if slashed else dashed.groups() if dashed else None
    try:
        expected = date(*map(int, parts)) if parts else None
    except ValueError:
        expected = None
    assert read_date(text) == expected


def test_a_person_born_on_29_february_turns_a_year_older_on_1_march() -> None:
    born = date(2008, 2, 29)
    assert age_at(born, date(2018, 2, 28)) == 9
    assert age_at(born, date(2018, 3, 1)) == 10
    assert age_at(born, date(2028, 2, 29)) == 20


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 9, 26, 13, 59, tzinfo=UTC), "27/09/2026 01:59"),
        (datetime(2026, 9, 26, 14, 0, tzinfo=UTC), "27/09/2026 03:00"),
        (datetime(2027, 4, 3, 13, 30, tzinfo=UTC), "04/04/2027 02:30"),
        (datetime(2027, 4, 3, 14, 30, tzinfo=UTC), "04/04/2027 02:30"),
        (datetime(2026, 12, 1, 21, 42, tzinfo=UTC), "02/12/2026 10:42"),
    ],
)
def test_a_stored_moment_is_shown_as_a_new_zealand_clock_shows_it(moment: datetime, shown: str) -> None:
    assert show_moment(moment) == shown


def test_a_long_date_is_english_whatever_the_computers_language() -> None:
    assert show_long_date(date(2026, 12, 2)) == "Wednesday 2 December 2026"


def test_matariki_and_a_regions_own_anniversary_are_no_working_days() -> None:
    assert not is_working_day(date(2026, 7, 10), "")
    assert not is_working_day(date(2026, 1, 26), "AUK")
    assert is_working_day(date(2026, 1, 26), "CAN")
    assert not is_working_day(date(2026, 11, 14), "")


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_every_region_a_forum_can_have_has_its_own_anniversary(region: str) -> None:
    year = [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]
    own = [day for day in year if is_working_day(day, "") and not is_working_day(day, region)]
    assert len(own) == 1


def test_a_day_off_moves_to_the_first_working_day_after_it_or_before_it() -> None:
    assert on_working_day(date(2027, 1, 2), "CAN") == date(2027, 1, 5)
    assert on_working_day(date(2027, 1, 2), "CAN", -1) == date(2026, 12, 31)
    assert on_working_day(date(2027, 1, 6), "CAN") == date(2027, 1, 6)


def test_working_days_step_over_christmas_both_ways() -> None:
    assert move_working_days(date(2026, 12, 24), 1, "") == date(2026, 12, 29)
    assert move_working_days(date(2026, 12, 29), -1, "") == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("release", "window"),
    [
        (date(2026, 12, 14), None),
        (date(2026, 12, 15), (date(2026, 12, 1), date(2026, 12, 15))),
        (date(2027, 1, 5), (date(2026, 12, 1), date(2027, 1, 5))),
        (date(2027, 1, 6), None),
    ],
)
def test_a_release_around_christmas_may_move_but_not_before_december(
    release: date, window: tuple[date, date] | None
) -> None:
    assert christmas_release(release) == window


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/11/26", date(2026, 11, 5)),
        ("05/11/2026", date(2026, 11, 5)),
        ("4/5/88", date(1988, 5, 4)),
        ("1/1/75", date(2075, 1, 1)),
        ("31/11/26", None),
        ("5/11/6", None),
        ("", None),
    ],
)
def test_a_typed_year_of_two_digits_is_the_one_nearest_to_today(typed: str, day: date | None) -> None:
    assert read_typed_date(typed, date(2026, 11, 16)) == day


@pytest.mark.parametrize("region", ["", "CAN", "AUK", "STC", "NTL", "WGN"])
def test_the_working_days_are_those_of_the_library(region: str) -> None:
    name = {"STC": "South Canterbury"}.get(region, region)
    theirs = holidays.country_holidays("NZ", subdiv=name or None, years=range(2024, 2030))
    day = date(2024, 1, 1)
    while day.year < 2030:
        assert is_working_day(day, region) == (day.weekday() < 5 and day not in theirs), day
        day += timedelta(days=1)


def test_a_working_day_is_told_without_reading_two_hundred_other_countries() -> None:
    """In a process of its own: the test above has read them all."""
    code = (
        "import sys; from datetime import date; from app.domain.dates import is_working_day; "
        "print(is_working_day(date(2026, 11, 13), 'CAN'), is_working_day(date(2026, 11, 13), 'AUK'), "
        "[name for name in sys.modules if name.startswith('holidays.countries')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True,
                          cwd=Path(__file__).parents[2])  # fmt: skip
    assert done.stdout.split("\n")[0] == "False True []"

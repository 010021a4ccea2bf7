"""Time at the table: what the clocks say, and who will not be reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pace import (
    Pace,
    Planned,
    Spent,
    Standing,
    clock_words,
    late_words,
    pace,
    pace_words,
    standing,
)
from app.domain.words import Track

SPENT = st.builds(Spent, st.integers(1, 20), st.integers(0, 3600))
MINUTES = st.integers(0, 20)
WAITING = st.lists(st.tuples(MINUTES, st.sampled_from(Track)), max_size=40).map(
    lambda found: [Planned(number, *each) for number, each in enumerate(found, 1)]
)
DONE = st.lists(SPENT, max_size=20)
LEFT = st.integers(-3600, 5 * 3600)


@pytest.mark.parametrize(
    ("left", "told", "word"),
    [
        (168, "2:48", Standing.IN_TIME),
        (61, "1:01", Standing.IN_TIME),
        (60, "1:00", Standing.LAST_MINUTE),
        (0, "0:00", Standing.LAST_MINUTE),
        (-40, "−0:40", Standing.OVER),
        (4325, "1:12:05", Standing.IN_TIME),
        (-3600, "−1:00:00", Standing.OVER),
    ],
)
def test_a_clock_counts_down_says_one_minute_and_then_counts_up(left: int, told: str, word: Standing) -> None:
    assert clock_words(left) == told
    assert standing(left) is word


def test_the_last_minute_is_said_in_words() -> None:
    assert standing(60) == "1 minute"


def test_the_plan_is_believed_until_three_cases_are_done() -> None:
    waiting = [Planned(number, 10, Track.TABLE) for number in range(1, 5)]
    slow = [Spent(10, 1200)] * 2
    assert pace(slow, None, waiting, 2400).unreached == ()
    assert pace([*slow, Spent(10, 1200)], None, waiting, 2400).unreached == (3, 4)


def test_cases_on_paper_take_their_own_minutes_however_slow_the_table_is() -> None:
    slow = [Spent(10, 1200)] * 3
    waiting = [Planned(1, 10, Track.TABLE), Planned(2, 1, Track.PAPER)]
    assert pace(slow, None, waiting, 1260).needed == 1260
    assert pace(slow, None, waiting, 1259).unreached == (2,)


def test_the_case_in_hand_needs_what_is_left_of_its_time_and_is_late_by_what_is_over() -> None:
    assert pace([], Spent(8, 180), [], 600).needed == 300
    over = pace([], Spent(8, 500), [], 600)
    assert over.needed == 0
    assert over.late == 20


@given(DONE, st.none() | SPENT, WAITING, LEFT)
def test_those_not_reached_are_always_the_last_ones(
    done: list[Spent], hand: Spent | None, waiting: list[Planned], left: int
) -> None:
    unreached = pace(done, hand, waiting, left).unreached
    positions = [each.position for each in waiting]
    assert list(unreached) == positions[len(positions) - len(unreached) :]


@given(DONE, st.none() | SPENT, WAITING, LEFT, st.integers(0, 7200))
def test_more_time_never_leaves_more_cases_out(
    done: list[Spent], hand: Spent | None, waiting: list[Planned], left: int, more: int
) -> None:
    assert {*pace(done, hand, waiting, left + more).unreached} <= {*pace(done, hand, waiting, left).unreached}


@given(DONE, st.none() | SPENT, WAITING, LEFT, st.data())
def test_a_slower_table_never_reaches_more_cases(
    done: list[Spent], hand: Spent | None, waiting: list[Planned], left: int, data: st.DataObject
) -> None:
    slower = [Spent(each.minutes, each.seconds + data.draw(st.integers(0, 900))) for each in done]
    assert {*pace(done, hand, waiting, left).unreached} <= {*pace(slower, hand, waiting, left).unreached}


@given(DONE, st.none() | SPENT, WAITING, LEFT)
def test_everybody_is_reached_exactly_where_time_is_not_short(
    done: list[Spent], hand: Spent | None, waiting: list[Planned], left: int
) -> None:
    found = pace(done, hand, waiting, left)
    assert found.spare == left - found.needed
    if waiting:
        assert (found.unreached == ()) == (found.spare >= 0)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            Pace(0, 0, -1, (31, 32, 33, 34)),
            "At this pace cases 31–34 will not be reached: put off, move to paper, or extend.",
        ),
        (Pace(0, 0, -1, (9,)), "At this pace case 9 will not be reached: put off, move to paper, or extend."),
        (
            Pace(0, 0, -1, (12, 31, 32)),
            "At this pace cases 12, 31–32 will not be reached: put off, move to paper, or extend.",
        ),
        (Pace(0, 0, 125, ()), "At this pace every case will be reached, with 2 minutes to spare."),
        (Pace(0, 0, 60, ()), "At this pace every case will be reached, with 1 minute to spare."),
        (Pace(0, 0, 0, ()), "At this pace every case will be reached, just in time."),
    ],
)
def test_the_pace_is_told_in_a_sentence(found: Pace, told: str) -> None:
    assert pace_words(found) == told


@pytest.mark.parametrize(
    ("late", "told"),
    [(240, "4 minutes late"), (60, "1 minute late"), (59, "on time"), (-180, "3 minutes ahead")],
)
def test_late_is_told_in_whole_minutes(late: int, told: str) -> None:
    assert late_words(late) == told

"""Pictures of figures: rows, findings, and what may leave."""

from __future__ import annotations

from datetime import date

from app.domain import charts
from app.domain.pace import Spent


def test_the_finding_counts_the_cases_of_the_next_three_months_without_an_address() -> None:
    chart = charts.releases(
        {"2026-12": (1, 3), "2027-01": (2, 2), "2027-03": (5, 0), "2027-04": (0, 7), "none": (0, 2)}
    )
    assert chart.finding == "5 of 13 cases up to Mar 2027 without a verified address"
    assert chart.rows[0] == ("Dec 2026", "1", "3")
    assert chart.rows[-1] == ("no date yet", "0", "2")


def test_a_milestone_is_missed_where_a_smaller_one_was_taken_without_it_but_not_before_the_first() -> None:
    taken = [(1, 8), (1, 4), (2, 4), (3, 8), (3, 6), (3, 4), (4, 8)]
    assert charts.missed(taken) == {8: 0, 6: 1, 4: 0, 2: 0, 1: 0}


def test_what_leaves_hides_small_counts_and_the_finding_that_tells_them() -> None:
    chart = charts.actions({"prisons": (3, 1, 0), "probation": (7, 5, 0)})
    assert chart.finding == "6 of 16 open actions late, most with probation"
    out = chart.leaving()
    assert out.rows == (("prisons", "<5", "<5", "0"), ("probation", "7", "5", "0"))
    assert "16" not in out.finding
    assert out.as_csv().splitlines()[1] == "prisons,<5,<5,0"


def test_days_are_no_people_and_stay() -> None:
    chart = charts.turnaround([("02/12/2026", 3, 1), ("13/01/2027", 12, 0)])
    assert chart.finding == "Half of the workbooks are back from Police within 7.5 days"
    assert chart.leaving().rows[0] == ("02/12/2026", "3", "1")


def test_nothing_to_draw_is_said_in_words() -> None:
    found = (
        charts.releases({}),
        charts.milestones({}),
        charts.turnaround([]),
        charts.actions({}),
        charts.ages([], date(2026, 11, 28)),
        charts.times([]),
    )
    assert [chart.finding for chart in found] == [
        "No case is open",
        "No milestone was taken or missed yet",
        "No workbook is back from Police yet",
        "No action is open",
        "No action is open",
        "No meeting was closed yet that ran with its clock",
    ]


def test_an_open_action_is_told_by_the_months_since_it_was_given() -> None:
    today = date(2026, 11, 28)
    chart = charts.ages(
        [
            ("prisons", date(2026, 10, 29)),
            ("prisons", date(2026, 10, 28)),
            ("probation", date(2026, 9, 29)),
            ("probation", date(2026, 9, 28)),
            ("probation", today),
        ],
        today,
    )
    assert chart.rows == (("prisons", "1", "1", "0"), ("probation", "1", "1", "1"))
    assert chart.finding == "3 of 5 open actions older than a month, most with probation"
    assert charts.ages([("police", today)], today).finding == "None of 1 open action is older than a month"


def test_the_time_of_a_case_is_told_by_its_minutes_and_against_what_was_planned() -> None:
    chart = charts.times(
        [Spent(4, 120), Spent(4, 121), Spent(4, 240), Spent(4, 241), Spent(1, 90), Spent(15, 601)]
    )
    assert chart.rows == (
        ("up to 2 min", "1", "1"),
        ("2 to 4 min", "2", "0"),
        ("4 to 6 min", "0", "1"),
        ("6 to 8 min", "0", "0"),
        ("8 to 10 min", "0", "0"),
        ("over 10 min", "1", "0"),
    )
    assert chart.finding == "Half of 6 cases took 2:01 or less; 2 ran over the time planned"
    assert chart.leaving().rows[1] == ("2 to 4 min", "<5", "0")


def test_milestones_that_no_meeting_took_are_not_told_as_taken_in_time() -> None:
    taken = {8: (9, 0, 0), 4: (25, 1, 0)}
    assert charts.milestones(taken).finding == "34 of 35 milestones taken by a meeting in time"
    missed = charts.milestones({**taken, 2: (0, 0, 3)})
    assert missed.finding == "34 of 38 milestones were taken in time, 3 missed"

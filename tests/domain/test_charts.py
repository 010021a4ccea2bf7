"""Pictures of figures: rows, findings, and what may leave."""

from __future__ import annotations

from app.domain import charts


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
    found = (charts.releases({}), charts.milestones({}), charts.turnaround([]), charts.actions({}))
    assert [chart.finding for chart in found] == [
        "No case is open",
        "No milestone was taken or missed yet",
        "No workbook is back from Police yet",
        "No action is open",
    ]

"""The chair's own evaluation and its trend (need M9)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.errors import Refused
from app.domain.evaluation import LISTS, EvaluationDraft, EvaluationRow, EvaluationTrend, statements

AT = datetime(2027, 3, 11, tzinfo=UTC)
FOURS = {each.code: 4 for each in statements()}


def row(day: date, **scores: int) -> EvaluationRow:
    given = FOURS | scores
    return EvaluationRow(f"CHC-{day}", day, "The chair", AT, tuple(given.items()), "")


def test_every_statement_is_scored_from_one_to_five_and_nothing_else() -> None:
    assert EvaluationDraft(FOURS, " Fine. ").note == "Fine."
    with pytest.raises(Refused, match="Not scored: time"):
        EvaluationDraft({code: 4 for code in FOURS if code != "time"})
    with pytest.raises(Refused, match="score of time is not from 1 to 5"):
        EvaluationDraft(FOURS | {"time": 6})
    with pytest.raises(Refused, match="“weather” is no statement"):
        EvaluationDraft(FOURS | {"weather": 3})


def test_the_statements_are_data_with_a_code_each() -> None:
    for each in LISTS.values():
        assert len({statement.code for statement in each}) == len(each) <= 8
    assert statements(99) == ()


def test_the_trend_says_where_the_last_meeting_stands_and_what_was_lowest() -> None:
    assert EvaluationTrend("CHC", (), ()).finding == "No meeting is evaluated yet"
    first = row(date(2027, 3, 10))
    assert EvaluationTrend("CHC", (first,), ()).finding == "One meeting is evaluated, 4.0 of 5"
    second = row(date(2027, 4, 7), time=1)
    assert second.mean == 3.5
    told = EvaluationTrend("CHC", (first, second), ()).finding
    assert told == (
        "The last meeting stands at 3.5 of 5, 0.5 below the one before; lowest: every case had the time it needed"
    )
    assert "the same as" in EvaluationTrend("CHC", (second, second), ()).finding

"""A number and its noun agree, in whatever a person reads."""

from __future__ import annotations

import pytest

from app.domain.counting import count
from app.domain.errors import Refused
from app.domain.police_asking import refuse_nothing_asked
from reports.agenda import missed


@pytest.mark.parametrize(
    ("number", "noun", "many", "told"),
    [
        (0, "case", "", "0 cases"),
        (1, "case", "", "1 case"),
        (1200, "case", "", "1,200 cases"),
        (1, "copy", "copies", "1 copy"),
        (2, "person", "people", "2 people"),
    ],
)
def test_one_is_told_as_one(number: int, noun: str, many: str, told: str) -> None:
    assert count(number, noun, many) == told


def test_the_agenda_on_paper_tells_a_milestone_of_one_month_as_one() -> None:
    assert missed((8, 1)) == "Never taken at a meeting: 8 months, 1 month."


def test_one_answer_asked_back_is_told_as_one() -> None:
    with pytest.raises(Refused, match=r"^1 answer asked back in EX-1 stands in a row that nobody has linked"):
        refuse_nothing_asked("EX-1", 1, 0)
    with pytest.raises(Refused, match=r"^2 answers asked back in EX-1 stand in rows that nobody has linked"):
        refuse_nothing_asked("EX-1", 2, 0)

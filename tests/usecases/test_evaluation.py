"""The chair's evaluation through the door: chairs alone, of a closed meeting (need M9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.errors import NotPermitted, Refused
from app.domain.evaluation import EvaluationDraft, statements
from app.usecases import evaluation
from tests.fixtures.at_table import CODE, chair, close, sit_down

FOURS = {each.code: 4 for each in statements()}


@pytest.fixture
def desk(register: Path) -> Desk:
    return sit_down(register)


def test_a_chair_evaluates_a_closed_meeting_and_again_replaces(desk: Desk) -> None:
    head = chair(desk)
    with pytest.raises(Refused, match="not closed"):
        evaluation.evaluate_meeting(head, CODE, EvaluationDraft(FOURS))
    close(desk)
    assert evaluation.see_evaluations(head, "CHC").waiting == (CODE,)
    assert evaluation.evaluate_meeting(head, CODE, EvaluationDraft(FOURS)).mean == 4.0
    row = evaluation.evaluate_meeting(head, CODE, EvaluationDraft(FOURS | {"time": 1}, "Too many cases."))
    assert (row.mean, row.note, row.score("time")) == (3.5, "Too many cases.", 1)
    trend = evaluation.see_evaluations(head, "CHC")
    assert (len(trend.rows), trend.waiting) == (1, ())


def test_the_evaluation_is_the_chairs_own(desk: Desk) -> None:
    close(desk)
    with pytest.raises(NotPermitted):
        evaluation.evaluate_meeting(desk, CODE, EvaluationDraft(FOURS))
    with pytest.raises(NotPermitted):
        evaluation.see_evaluations(desk, "CHC")

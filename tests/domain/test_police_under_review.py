"""What a file that comes back may take the place of, and what stays decided."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.domain.errors import Refused
from app.domain.police import Sheet
from app.domain.police_review import StagedCell, accept, reject
from app.domain.police_under_review import (
    Over,
    UnderReview,
    WouldReplace,
    refuse_replacing,
    same_answers,
    under_review,
)
from app.domain.words import RowState

DAY = date(2027, 2, 24)
DECIDED = UnderReview("back.xlsx", DAY, answers=423, decided=5, applied=False)


def cell(at: str, key: str | None = "case-1", theirs: str = "held, relevant") -> StagedCell:
    return StagedCell(
        id=f"{at}.police-answer",
        sheet=Sheet.CROSS_REFERENCE,
        place="L2",
        heading="Police answer",
        theirs=theirs,
        value=theirs,
        fault="",
        note="",
        row_state=RowState.INTACT,
        row_key=key,
        prn="001",
    )


def test_a_file_without_an_answer_takes_the_place_of_no_reply_whatever_is_said() -> None:
    for over in Over:
        with pytest.raises(
            Refused, match=r"as it was sent.*24/02/2027 stays under review, with 423 answers"
        ) as told:
            refuse_replacing("sent.xlsx", 0, True, DECIDED, over)
        assert not isinstance(told.value, WouldReplace)
    with pytest.raises(Refused, match=r"holds no answer.*stays as it was applied"):
        refuse_replacing("other.xlsx", 0, False, replace(DECIDED, applied=True), Over.ALL)


def test_what_somebody_decided_on_is_asked_about_and_the_window_asks_always() -> None:
    untouched = replace(DECIDED, decided=0)
    refuse_replacing("b.xlsx", 9, False, untouched, Over.UNDECIDED)
    refuse_replacing("b.xlsx", 9, False, DECIDED, Over.ALL)
    for stands, over in ((untouched, Over.NOTHING), (DECIDED, Over.NOTHING), (DECIDED, Over.UNDECIDED)):
        with pytest.raises(WouldReplace, match=r"b.xlsx has 9 answers.*--replace"):
            refuse_replacing("b.xlsx", 9, False, stands, over)


def test_a_reply_without_an_answer_or_one_that_is_applied_is_nothing_to_ask_about() -> None:
    refuse_replacing("b.xlsx", 9, False, replace(DECIDED, answers=0, decided=0), Over.NOTHING)
    refuse_replacing("b.xlsx", 0, True, replace(DECIDED, answers=0, decided=0), Over.NOTHING)
    refuse_replacing("b.xlsx", 9, False, replace(DECIDED, applied=True), Over.NOTHING)


def test_a_file_is_counted_by_its_cells() -> None:
    cells = [accept(cell("x2")), reject(cell("x3", "case-2")), cell("x4", "case-3")]
    assert under_review("back.xlsx", DAY, cells, applied=False) == replace(DECIDED, answers=3, decided=2)


def test_a_decision_holds_for_the_same_answer_of_the_same_row_wherever_it_stands() -> None:
    before = [accept(cell("x2")), cell("x3", "case-2"), accept(cell("x4", "case-3"))]
    after = [cell("x9"), cell("x7", "case-2"), cell("x4", "case-3", "nothing held")]
    assert same_answers(before, after) == [("x2.police-answer", "x9.police-answer")]


def test_a_row_that_stands_twice_or_is_nobodys_has_no_decision_to_keep() -> None:
    decided = [accept(cell("x2"))]
    assert same_answers(decided, [cell("x2"), cell("x3")]) == []
    assert same_answers(decided, [replace(cell("x2"), row_state=RowState.OURS_CHANGED)]) == []
    nobody = replace(cell("x2", None), state=reject(cell("x2")).state)
    assert same_answers([nobody], [cell("x2", None)]) == []

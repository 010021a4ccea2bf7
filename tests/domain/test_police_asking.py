"""What is asked again, by when, and in which words Police are reminded."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from app.domain.errors import Refused
from app.domain.police import Sheet
from app.domain.police_asking import ask_back_due, chase_note, questions, refuse_chase, refuse_nothing_asked
from app.domain.police_exchange import ExchangeLine
from app.domain.police_review import StagedCell
from app.domain.words import CellState, RowState

LINE = ExchangeLine(
    exchange="EX-CHC-2027-03-10-1-7KQM",
    meeting="CHC-2027-03-10",
    forum="CHC",
    sent_at=datetime(2027, 2, 22, 22, 0, tzinfo=UTC),
    due=date(2027, 2, 24),
    rows=63,
    plain=False,
    returned_at=None,
    confirmed_at=None,
    undecided=0,
)


def cell(tag: str, heading: str, state: CellState = CellState.ASKED, **also: object) -> StagedCell:
    made = StagedCell(
        id=f"{tag}.{heading.casefold()}",
        sheet=Sheet.CROSS_REFERENCE,
        place="P2",
        heading=heading,
        theirs="31/11/2026",
        value=None,
        fault="",
        note="",
        row_state=RowState.INTACT,
        row_key=None,
        prn="1",
        state=state,
    )
    return replace(made, **also)


def test_only_what_is_asked_back_becomes_a_question() -> None:
    cells = [cell("x1", "Threats"), cell("x1", "Information", CellState.REJECTED)]
    assert [each.heading for each in questions(cells, {"x1": "case-7"})] == ["Threats"]


def test_a_question_says_what_was_typed_else_what_is_wrong_with_the_answer() -> None:
    typed = cell("x1", "Threats", reason="Who was threatened?", fault="x")
    unread = cell("x1", "Order expires", fault="31/11/2026 is not a date: the calendar has no such day")
    doubled = cell("x1", "Officer", row_state=RowState.DUPLICATE)
    told = [each.asks for each in questions([typed, unread, doubled], {"x1": "case-7"})]
    assert told == [
        "Who was threatened?",
        "This could not be read: 31/11/2026 is not a date: the calendar has no such day.",
        "This row came back more than once. Which answer holds?",
    ]


def test_a_row_that_came_back_twice_asks_once_and_a_row_of_nobody_asks_nothing() -> None:
    cells = [cell("x1", "Threats"), cell("x2", "Threats"), cell("x3", "Threats")]
    assert len(questions(cells, {"x1": "case-7", "x2": "case-7"})) == 1


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2027, 3, 1), date(2027, 3, 4)),  # three working days
        (date(2027, 3, 8), date(2027, 3, 9)),  # the working day before the meeting comes first
        (date(2027, 3, 9), date(2027, 3, 12)),  # no time is left before the meeting
        (date(2027, 3, 24), date(2027, 3, 31)),  # over Easter
    ],
)
def test_answers_are_due_in_three_working_days_and_before_the_meeting_if_they_can_be(
    today: date, due: date
) -> None:
    assert ask_back_due(today, date(2027, 3, 10), "CAN") == due


def test_nothing_to_ask_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match="Ask a cell back in the review first"):
        refuse_nothing_asked("EX-1", 0, 0)
    with pytest.raises(Refused, match="A chair says first whose rows they are"):
        refuse_nothing_asked("EX-1", 2, 0)
    refuse_nothing_asked("EX-1", 2, 1)


def test_a_reminder_says_which_file_is_how_late_and_names_no_prisoner() -> None:
    note = chase_note(LINE, "Christchurch HR/HP Forum", date(2027, 3, 10), date(2027, 3, 1), "M. Ashcombe")
    assert note.subject.startswith("EX-CHC-2027-03-10-1-7KQM: Police workbook was due back on")
    assert "63 rows) went to you on Tuesday 23 February 2027" in note.text
    assert "was due back on Wednesday 24 February 2027, 5 days ago" in note.text
    assert "The meeting is on Wednesday 10 March 2027." in note.text
    assert "do not reply with names" in note.text


def test_a_second_reminder_tells_of_the_first() -> None:
    again = replace(LINE, chased=(datetime(2027, 2, 25, 1, 0, tzinfo=UTC),))
    note = chase_note(again, "the forum", date(2027, 3, 10), date(2027, 3, 1), "M. Ashcombe")
    assert "We have asked before on 25/02/2027." in note.text


def test_what_came_back_cannot_be_chased() -> None:
    with pytest.raises(Refused, match="has come back, so there is nothing to chase"):
        refuse_chase(replace(LINE, returned_at=datetime(2027, 2, 24, tzinfo=UTC)))


def test_an_exchange_is_overdue_from_the_day_after_it_was_due() -> None:
    assert not LINE.is_overdue(date(2027, 2, 24))
    assert LINE.is_overdue(date(2027, 2, 25))
    assert not replace(LINE, returned_at=LINE.sent_at).is_overdue(date(2027, 2, 25))

"""Whom Police did not answer about, by what was sent, came back and was applied."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.police_no_reply import NoReply, SentWorkbook, no_reply

SENT, DUE = date(2027, 2, 22), date(2027, 2, 24)
LATE = DUE + timedelta(days=1)


def workbook(
    *, sent_on: date = SENT, back: bool = False, applied: bool = False, answered: tuple[int, ...] = ()
) -> SentWorkbook:
    return SentWorkbook(sent_on, DUE, frozenset({1, 2}), back or applied, applied, frozenset(answered))


def test_what_has_not_come_back_is_no_reply_from_the_day_after_it_was_due() -> None:
    assert no_reply([workbook()], DUE) == {}
    assert no_reply([workbook()], LATE) == {1: SENT, 2: SENT}


def test_a_case_without_a_row_in_the_applied_reply_is_no_reply_even_before_the_day_it_was_due() -> None:
    assert no_reply([workbook(applied=True, answered=(1,))], SENT) == {2: SENT}


def test_a_reply_that_nobody_has_applied_yet_is_neither_an_answer_nor_no_reply() -> None:
    assert no_reply([workbook(back=True)], LATE) == {}


def test_what_one_workbook_left_open_another_may_answer_and_the_last_one_sent_is_named() -> None:
    again = SENT + timedelta(days=3)
    first = workbook(applied=True, answered=(1,))
    assert no_reply([first, workbook(sent_on=again, applied=True, answered=(2,))], LATE) == {}
    assert no_reply([workbook(sent_on=again), first], LATE) == {2: again}


def test_no_reply_is_said_in_the_words_of_the_design_with_the_day_the_workbook_was_sent() -> None:
    assert NoReply(1, 7, "04512345", SENT).words == "Police: no reply (workbook sent 22/02/2027)"

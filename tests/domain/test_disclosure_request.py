"""What is asked to be told outside the forum: grounds, clock, what may be told, and who decides (need D1)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from app.domain.dates import move_statutory_days, statutory_days_until
from app.domain.disclosure_request import (
    RequestDraft,
    RequestRow,
    by_clock,
    decided,
    due_of,
    refuse_making,
)
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.grounds import grounds_on, read_ground
from app.domain.statements import Statement, chosen
from app.domain.words import RequestState

DAY = date(2026, 11, 30)
HARD = Statement("Prison", "Rolleston", "IOMS, as at 16/11/2026", number=1)
SOFT = Statement("Prison says", "talked of moving north", "A. PCO", soft=True, number=2)


def _row(**changes: object) -> RequestRow:
    row = RequestRow(
        number=7,
        forum="CHC",
        prn="0012345",
        surname="Tūtahi",
        given_names="Xiuying",
        state=RequestState.WAITS,
        asked_at=datetime(2026, 11, 30, 1, tzinfo=UTC),
        asked_by="Mere Ashcombe",
        who_asks="Kāinga Ora, Christchurch",
        what="where they will live",
        ground=read_ground("f", DAY),
        necessity="a tenant next door was threatened",
        needed_by=None,
        due=due_of(DAY, None),
        statements=(HARD, SOFT),
    )
    return replace(row, **changes)


@pytest.mark.parametrize("typed", ["f", "(F)", "11(1)(f)", "IPP 11(1)(f)", " ipp 11 (1) (f) "])
def test_a_ground_is_read_however_people_write_it(typed: str) -> None:
    assert read_ground(typed, DAY).paragraph == "IPP 11(1)(f)"


@pytest.mark.parametrize("typed", ["", "j", "12(1)(a)", "because", "f or g"])
def test_what_is_no_ground_is_refused_with_where_they_are_listed(typed: str) -> None:
    with pytest.raises(Refused, match="disclosure grounds"):
        read_ground(typed, DAY)


def test_grounds_are_the_law_of_their_day() -> None:
    assert [ground.code.value for ground in grounds_on(DAY)] == list("abcdefghi")
    assert grounds_on(date(2020, 11, 30)) == (), "the Act of 2020 began on 1 December 2020"
    assert "imminent" not in read_ground("f", DAY).words


def test_the_clock_counts_statutory_working_days() -> None:
    # screens.md, checklist 22: 20 days after 30/11/2026 is 19/01/2027, since 25 December to 15 January stop it.
    assert move_statutory_days(DAY, 20) == date(2027, 1, 19)
    assert statutory_days_until(DAY, date(2027, 1, 19)) == 20
    assert move_statutory_days(date(2026, 11, 12), 1) == date(2026, 11, 13), (
        "Canterbury's anniversary does not stop it"
    )
    assert due_of(DAY, None) == date(2027, 1, 19)
    assert due_of(DAY, date(2026, 12, 4)) == date(2026, 12, 4)
    assert due_of(DAY, date(2027, 3, 1)) == date(2027, 1, 19), "never later than the law allows"


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (DAY, "20 working days left"),
        (date(2027, 1, 18), "1 working day left"),
        (date(2027, 1, 19), "due today"),
        (date(2027, 1, 20), "1 working day late"),
    ],
)
def test_the_clock_is_told_in_words(today: date, told: str) -> None:
    assert _row().clock(today) == told


def test_an_answered_request_has_no_clock() -> None:
    assert _row(state=RequestState.DECLINED).clock(date(2028, 1, 1)) == ""


def test_what_waits_comes_first_by_its_day_and_what_is_done_last() -> None:
    rows = (
        _row(number=1, state=RequestState.MADE),
        _row(number=2, due=date(2027, 1, 10)),
        _row(number=3, due=date(2026, 12, 10), state=RequestState.APPROVED),
        _row(number=4, state=RequestState.DECLINED),
    )
    assert [row.number for row in by_clock(rows)] == [3, 2, 4, 1]


def test_a_chair_lets_go_what_is_documented_and_not_what_was_only_said() -> None:
    after = decided(_row(), own=False, approve=True, strike=(), let=())
    assert [(each.number, each.struck) for each in after] == [(1, False), (2, True)]


def test_a_chair_strikes_a_line_and_lets_another_go() -> None:
    after = decided(_row(), own=False, approve=True, strike=(1,), let=(2,))
    assert [(each.number, each.struck) for each in after] == [(1, True), (2, False)]


def test_nobody_decides_on_what_they_asked_for() -> None:
    for approve in (True, False):
        with pytest.raises(NotPermitted, match="your own"):
            decided(_row(), own=True, approve=approve, strike=(), let=())


def test_an_approval_leaves_something_to_tell() -> None:
    with pytest.raises(Refused, match="Nothing is left to tell"):
        decided(_row(), own=False, approve=True, strike=(1,), let=())
    with pytest.raises(Refused, match="Nothing is left to tell"):
        decided(_row(statements=()), own=False, approve=True, strike=(), let=())


def test_a_statement_that_is_not_there_cannot_be_struck() -> None:
    with pytest.raises(NotFound, match="no statement 9"):
        decided(_row(), own=False, approve=True, strike=(9,), let=())


def test_what_is_decided_is_not_decided_again() -> None:
    with pytest.raises(Refused, match="is declined"):
        decided(_row(state=RequestState.DECLINED), own=False, approve=True, strike=(), let=())


def test_only_what_a_chair_approved_is_made_and_on_a_day_that_can_be() -> None:
    with pytest.raises(Refused, match="ask a chair to decide first"):
        refuse_making(_row(), DAY, DAY)
    approved = _row(state=RequestState.APPROVED, decided_at=datetime(2026, 12, 1, 1, tzinfo=UTC))
    refuse_making(approved, date(2026, 12, 2), date(2026, 12, 3))
    for day in (date(2026, 11, 30), date(2026, 12, 4)):
        with pytest.raises(Refused, match="cannot be made on"):
            refuse_making(approved, day, date(2026, 12, 3))


def test_a_statement_is_named_by_its_heading_or_written() -> None:
    found = chosen((HARD, SOFT), ["prison"], ["He starts work on Monday."])
    assert [(each.text, each.soft) for each in found] == [
        ("Rolleston", False),
        ("He starts work on Monday.", True),
    ]
    with pytest.raises(Refused, match=r"nothing under “Cell”; nothing was changed\. It could tell: Prison"):
        chosen((HARD, SOFT), ["Cell"], [])


def test_the_persons_own_word_rests_on_a_consent_and_nothing_else_does() -> None:
    own = RequestDraft("Kāinga Ora", "the address", read_ground("c", DAY), "to let a flat")
    with pytest.raises(Refused, match="consent list"):
        own.checked(DAY)
    assert replace(own, consent=1).checked(DAY).consent == 1
    with pytest.raises(Refused, match=r"goes with IPP 11\(1\)\(c\)"):
        replace(own, ground=read_ground("f", DAY), consent=1).checked(DAY)


@pytest.mark.parametrize("name", ["who_asks", "what", "necessity"])
def test_nothing_is_asked_without_who_what_and_why(name: str) -> None:
    draft = RequestDraft("Kāinga Ora", "the address", read_ground("f", DAY), "a threat")
    with pytest.raises(Refused):
        replace(draft, **{name: "  "}).checked(DAY)
    with pytest.raises(Refused, match="past"):
        replace(draft, needed_by=date(2026, 11, 29)).checked(DAY)

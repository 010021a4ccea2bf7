"""What a meeting still needs, told a step at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec.structs import replace

from app.domain.meeting import MeetingRow
from app.domain.meeting_needs import Need, Standing, Step, needs_of, working_days_between
from app.domain.packs import balance
from app.domain.police_exchange import ExchangeLine
from app.domain.words import MeetingKind, MeetingState, Service

NOVEMBER = datetime(2026, 11, 10, 1, 0, tzinfo=UTC)
DRAFT = MeetingRow(
    "CHC-2026-12-02",
    "CHC",
    date(2026, 12, 2),
    MeetingKind.COMBINED,
    MeetingState.DRAFT,
    Service.PRISONS,
    date(2026, 11, 18),
)
ISSUED = replace(DRAFT, state=MeetingState.ISSUED, issued_at=NOVEMBER)
SENT = ExchangeLine(
    "EX-1", DRAFT.meeting, "CHC", NOVEMBER, date(2026, 11, 18), 9, False, None, None, undecided=0
)
NO_COPIES = balance(())


def _found(
    meeting: MeetingRow, today: date, *lines: ExchangeLine, copies: object = NO_COPIES
) -> dict[Step, Need]:
    ledger = copies if isinstance(copies, type(NO_COPIES)) else NO_COPIES
    return {need.step: need for need in needs_of(meeting, lines, ledger, today, "CAN")}


def test_before_the_police_day_a_draft_is_to_be_issued_and_the_rest_waits() -> None:
    found = _found(DRAFT, date(2026, 11, 10))
    assert [found[step].standing for step in (Step.AGENDA, Step.POLICE, Step.PACKS)] == [
        Standing.TO_DO,
        Standing.LATER,
        Standing.LATER,
    ]


def test_a_draft_on_the_police_day_is_late() -> None:
    assert _found(DRAFT, date(2026, 11, 18))[Step.AGENDA].standing is Standing.LATE


def test_a_workbook_not_back_is_late_in_working_days() -> None:
    need = _found(ISSUED, date(2026, 11, 23), SENT)[Step.POLICE]
    assert need.standing is Standing.LATE
    assert "3 working days ago" in need.sentence


def test_a_workbook_that_came_back_says_how_many_answers_wait() -> None:
    back = replace(SENT, returned_at=NOVEMBER, undecided=1)
    assert "1 answer to decide" in _found(ISSUED, date(2026, 11, 17), back)[Step.POLICE].sentence


def test_another_meetings_workbook_is_not_this_ones() -> None:
    other = replace(SENT, meeting="CHC-2026-11-04")
    assert "not sent" in _found(ISSUED, date(2026, 11, 12), other)[Step.POLICE].sentence


def test_copies_out_are_late_the_day_after_the_meeting() -> None:
    ledger = replace(NO_COPIES, printed=2, issued=2, out=2, numbers=2)
    assert _found(ISSUED, date(2026, 12, 2), copies=ledger)[Step.COPIES].standing is Standing.LATER
    late = _found(ISSUED, date(2026, 12, 3), copies=ledger)[Step.COPIES]
    assert (late.standing, late.sentence) == (Standing.LATE, "2 copies still out; count them back in.")


def test_what_may_not_be_seen_is_left_out() -> None:
    steps = [need.step for need in needs_of(ISSUED, None, None, date(2026, 11, 12), "CAN")]
    assert steps == [Step.AGENDA, Step.CLOSING]


def test_working_days_leave_out_the_regions_holiday() -> None:
    # Friday 13 November 2026 is Canterbury's show day.
    assert working_days_between(date(2026, 11, 12), date(2026, 11, 16), "CAN") == 1
    assert working_days_between(date(2026, 11, 16), date(2026, 11, 12), "CAN") == 0

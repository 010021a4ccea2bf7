"""A meeting's name and what is decided at it (design/formats.md section 5, needs M1, M6, M7)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.meeting import (
    ActionDraft,
    DecisionDraft,
    match_service,
    meeting_code,
    police_due_day,
    propose_chair_service,
    read_meeting_code,
    read_service,
    refuse_unless_draft,
    refuse_unless_issued,
)
from app.domain.words import DecisionKind, MeetingState, Service


def test_a_meeting_is_named_by_its_forum_and_day_and_read_back() -> None:
    assert meeting_code("CHC", date(2027, 3, 10)) == "CHC-2027-03-10"
    assert read_meeting_code(" CHC-2027-03-10 ") == ("CHC", date(2027, 3, 10))
    assert read_meeting_code("A-B-2028-02-29") == ("A-B", date(2028, 2, 29))


@pytest.mark.parametrize(
    "text", ["", "CHC", "2027-03-10", "CHC-2027-02-29", "CHC-10/03/2027", "CHC-2027-3-1"]
)
def test_what_is_not_a_meetings_name_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refused, match="such as CHC-2027-03-10"):
        read_meeting_code(text)


def test_police_are_due_ten_working_days_before_counting_the_regions_holidays() -> None:
    assert police_due_day(date(2026, 12, 2), "CAN") == date(2026, 11, 18)
    assert police_due_day(date(2027, 4, 7), "CAN") == date(2027, 3, 22)  # Easter: 26 and 29 March
    assert police_due_day(date(2026, 11, 18), "CAN") == date(2026, 11, 3)  # Canterbury's day: 13 November
    assert police_due_day(date(2026, 11, 18), "AUK") == date(2026, 11, 4)


def test_the_chair_goes_round_the_three_corrections_services() -> None:
    turns: list[Service] = []
    previous: Service | None = None
    for _ in range(4):
        previous = propose_chair_service(previous)
        turns.append(previous)
    assert turns == [Service.PRISONS, Service.PROBATION, Service.PSYCHOLOGICAL, Service.PRISONS]
    assert propose_chair_service(Service.POLICE) is Service.PRISONS


def test_only_a_draft_can_be_issued_and_only_an_issued_meeting_recorded() -> None:
    refuse_unless_draft("X", MeetingState.DRAFT)
    refuse_unless_issued("X", MeetingState.ISSUED)
    for state in (MeetingState.ISSUED, MeetingState.CLOSED):
        with pytest.raises(Refused):
            refuse_unless_draft("X", state)
    with pytest.raises(Refused, match="issue it first"):
        refuse_unless_issued("X", MeetingState.DRAFT)
    with pytest.raises(Refused, match="closed"):
        refuse_unless_issued("X", MeetingState.CLOSED)


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\u200b"])
def test_a_decision_cannot_be_saved_without_its_reason(blank: str) -> None:
    with pytest.raises(Refused, match="reason"):
        DecisionDraft(DecisionKind.AGREED, blank)


def test_a_reason_keeps_its_paragraphs_and_loses_what_cannot_be_seen() -> None:
    assert DecisionDraft(DecisionKind.AGREED, " One.\u200b \n\nTwo  words. ").reason == "One.\n\nTwo words."


def test_an_action_needs_words_and_an_owner() -> None:
    due = date(2027, 4, 1)
    kept = ActionDraft(" find a bed ", Service.PROBATION, " S.  Merrin ", due)
    assert (kept.text, kept.owner) == ("find a bed", "S. Merrin")
    with pytest.raises(Refused, match="text of the action"):
        ActionDraft(" ", Service.PROBATION, "S. Merrin", due)
    with pytest.raises(Refused, match="owner of the action"):
        ActionDraft("find a bed", Service.PROBATION, " ", due)


@pytest.mark.parametrize(
    "text", ["psychological services", "Psychological Services", " PSYCHOLOGICAL  services"]
)
def test_a_service_is_matched_whatever_its_case(text: str) -> None:
    assert match_service(text) is read_service(text) is Service.PSYCHOLOGICAL


def test_an_unknown_service_is_refused_with_the_four_named() -> None:
    assert match_service("customs") is None
    with pytest.raises(Refused, match="prisons, probation, psychological services, police"):
        read_service("customs")

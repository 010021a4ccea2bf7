"""What of a discussion may reach the minutes (needs M6, D3, X7)."""

from __future__ import annotations

from app.domain.discussion import NOT_MINUTED, DiscussionRow, for_minutes
from app.domain.documents import Said
from app.domain.words import Grade, Handling, Service


def said(service: Service, text: str, handling: Handling, grade: Grade = Grade.REPORTED) -> DiscussionRow:
    return DiscussionRow("CHC-2027-03-10", "001", service, text, handling, grade)


def test_what_may_be_minuted_is_told_by_service_with_its_grade() -> None:
    rows = [
        said(Service.POLICE, "Seen in town.", Handling.MINUTED),
        said(Service.PRISONS, "No misconducts.", Handling.FOR_THE_BOARD, Grade.RECORDED),
    ]
    assert for_minutes(rows) == (
        Said("No misconducts.", "prisons (recorded)"),
        Said("Seen in town.", "police (reported)"),
    )


def test_what_is_not_to_be_attributed_never_reaches_the_minutes_with_its_source() -> None:
    rows = [
        said(Service.POLICE, "Zealous friends wait outside.", Handling.DO_NOT_ATTRIBUTE, Grade.INTELLIGENCE),
        said(Service.PROBATION, "A cousin is worried.", Handling.DO_NOT_ATTRIBUTE),
    ]
    told = for_minutes(rows)
    assert [each.text for each in told] == ["A cousin is worried.", "Zealous friends wait outside."]
    assert {each.source for each in told} == {""}


def test_what_is_for_members_only_is_not_minuted_but_that_there_was_something_is() -> None:
    rows = [
        said(Service.POLICE, "An informant said so.", Handling.MEMBERS_ONLY),
        said(Service.PRISONS, "So did another.", Handling.MEMBERS_ONLY),
    ]
    assert for_minutes(rows) == (Said(NOT_MINUTED),)


def test_what_was_taken_back_leaves_no_trace_in_the_minutes() -> None:
    assert for_minutes([said(Service.POLICE, "", Handling.MEMBERS_ONLY)]) == ()

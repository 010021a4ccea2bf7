"""What stands in the way of closing a meeting (need M8)."""

from __future__ import annotations

import pytest

from app.domain.closing import (
    CaseName,
    Check,
    Checklist,
    CopyOut,
    DecidedItem,
    LooseAction,
    closing_faults,
    closing_warnings,
    has_owner,
    milestones_taken,
)
from app.domain.words import DecisionKind, MeetingState


def checklist(**said: object) -> Checklist:
    """A meeting with everything in order, but for what is said."""
    order: dict[str, object] = {
        "meeting": "CHC-2027-03-10",
        "state": MeetingState.ISSUED,
        "items": 2,
        "undecided": (),
        "reserved": (),
        "out": (),
        "not_considered": (),
        "quorum_lacks": (),
        "confidentiality_read": True,
        "not_read_to": (),
        "without_owner": (),
    }
    return Checklist(**(order | said))  # type: ignore[arg-type]  # one line a test beats eleven


def test_a_meeting_with_a_copy_out_an_undecided_item_or_a_reserved_copy_cannot_close() -> None:
    assert closing_faults([], [], []) == ()
    assert len(closing_faults(["001"], ["4"], ["7"])) == 3
    (fault,) = closing_faults([], [], ["CHC-7", "CHC-9"])
    assert "CHC-7, CHC-9" in fault
    assert "holder and reason" in fault


def test_quorum_confidentiality_disclosures_and_owners_warn_and_do_not_stop_the_closing() -> None:
    assert closing_warnings([], confidentiality_read=True, disclosures_not_considered=[]) == ()
    warnings = closing_warnings(["nobody was present from police"], False, ["001"], ["A. Rei"], ["7"])
    words = ("police", "not recorded as read", "001", "owns: 7")
    assert [word in warning for word, warning in zip(words, warnings, strict=True)] == [True] * 4
    (late,) = closing_warnings([], True, [], ["A. Rei"])
    assert "came later: A. Rei" in late


def test_everything_in_order_may_close_and_every_check_is_told() -> None:
    ready = checklist()
    assert ready.may_close
    assert [line.check for line in ready.lines] == list(Check)
    assert {line.state for line in ready.lines} == {"in order"}
    assert not checklist(state=MeetingState.CLOSED).may_close


def test_a_copy_out_stops_the_closing_until_its_reason_is_recorded() -> None:
    kept = CopyOut("ABCD2345", "pack 1 of 2", "S. Merrin", "At court until Friday")
    bare = CopyOut("ABCD2346", "pack 2 of 2", "W. Rei", "")
    stopped = checklist(out=(kept, bare))
    assert not stopped.may_close
    [line] = [line for line in stopped.lines if line.check is Check.COPIES_OUT]
    assert line.state == "stops closing"
    assert line.details == (
        "pack 1 of 2, ABCD-2345, with S. Merrin: At court until Friday",
        "pack 2 of 2, ABCD-2346, with W. Rei",
    )
    assert checklist(out=(kept,)).may_close


def test_what_only_warns_is_told_in_words_and_does_not_stop() -> None:
    loose = LooseAction(7, "001", "Find a bed", "TBC")
    warned = checklist(not_considered=(CaseName("001", "Ngata, Hēmi"),), without_owner=(loose,))
    assert warned.may_close
    told = {line.check: line for line in warned.lines if not line.in_order}
    assert told[Check.DISCLOSURES].details == ("Ngata, Hēmi (PRN 001)",)
    assert told[Check.ACTIONS].details == ("7: Find a bed (TBC)",)
    assert {line.state for line in told.values()} == {"warning, will be recorded"}


@pytest.mark.parametrize(
    ("owner", "is_somebody"),
    [
        ("S. Merrin", True),
        ("TBC", False),
        ("probation", False),
        (" ?", False),
        ("Psychological  Services", False),
    ],
)
def test_a_service_alone_owns_nothing(owner: str, is_somebody: bool) -> None:
    assert has_owner(owner) is is_somebody


def test_closing_takes_the_milestone_of_every_item_decided_and_not_put_off() -> None:
    kinds = [*DecisionKind, None]
    items = [DecidedItem(n, 4, kind) for n, kind in enumerate(kinds)]
    assert milestones_taken(items) == ((0, 4), (1, 4), (2, 4))
    assert milestones_taken([DecidedItem(9, None, DecisionKind.AGREED)]) == ()

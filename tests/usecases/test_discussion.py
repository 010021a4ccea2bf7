"""What is said and decided about a case, through the door (need M6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.discussion import DiscussionDraft
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.meeting import DecisionDraft
from app.domain.words import DecisionKind, DisclosureConsidered, Handling, Service
from app.usecases import discussion, meeting
from tests.fixtures.at_table import AGREED, CODE, chair, close, decide_all, member, sit_down
from tests.fixtures.made_cases import do


@pytest.fixture
def desk(register: Path) -> Desk:
    return sit_down(register)


def test_a_services_word_is_kept_by_handling_and_said_again_it_replaces(desk: Desk) -> None:
    def say(text: str, handling: Handling = Handling.MINUTED) -> None:
        discussion.record_discussion(desk, CODE, "001", DiscussionDraft(Service.POLICE, text, handling))

    say("Nothing new")
    say("Nothing new since March.")
    say("A friend was seen.", Handling.MEMBERS_ONLY)
    first, second = discussion.see_records(desk, CODE)
    assert [(row.text, row.handling) for row in first.discussion] == [
        ("Nothing new since March.", Handling.MINUTED),
        ("A friend was seen.", Handling.MEMBERS_ONLY),
    ]
    assert second.discussion == ()
    say("", Handling.MEMBERS_ONLY)
    assert len(discussion.see_records(desk, CODE)[0].discussion) == 1


def test_what_was_recorded_of_an_item_is_read_back_whole(desk: Desk) -> None:
    draft = DecisionDraft(
        DecisionKind.WITH_CHANGES,
        "The flat fell through.",
        "Too early.",
        DisclosureConsidered.DEFERRED,
        date(2027, 4, 7),
        "Psychological services",
        "Until the address is known.",
    )
    discussion.decide_item(desk, CODE, "001", draft)
    row = discussion.see_records(desk, CODE)[0]
    assert (row.decision, row.reason, row.dissent, row.dissent_by) == (
        DecisionKind.WITH_CHANGES,
        "The flat fell through.",
        "Too early.",
        "Psychological services",
    )
    assert (row.disclosure, row.disclosure_note) == (
        DisclosureConsidered.DEFERRED,
        "Until the address is known.",
    )
    assert row.next_review == date(2027, 4, 7)


def test_disclosure_starts_at_not_considered_and_once_considered_stays_so(desk: Desk) -> None:
    with pytest.raises(Refused, match="record the decision first"):
        discussion.consider_disclosure(desk, CODE, "001", DisclosureConsidered.YES)
    bare = DecisionDraft(DecisionKind.AGREED, "As discussed.")
    assert discussion.decide_item(desk, CODE, "001", bare).disclosure is DisclosureConsidered.NOT_CONSIDERED
    discussion.consider_disclosure(desk, CODE, "001", DisclosureConsidered.YES, "To the provider.")
    assert discussion.decide_item(desk, CODE, "001", bare).disclosure is DisclosureConsidered.YES
    assert discussion.see_records(desk, CODE)[0].disclosure_note == "To the provider."
    with pytest.raises(Refused, match="yes, no or deferred"):
        discussion.consider_disclosure(desk, CODE, "001", DisclosureConsidered.NOT_CONSIDERED)
    with pytest.raises(Refused, match="say which it is"):
        DecisionDraft(DecisionKind.AGREED, "As discussed.", disclosure_note="To the provider.")


def test_the_checklist_names_what_closing_would_refuse_and_what_it_would_warn_of(desk: Desk) -> None:
    before = meeting.see_checklist(desk, CODE)
    assert ([case.prn for case in before.undecided], before.may_close) == (["001", "002"], False)
    with pytest.raises(Refused) as refused:
        meeting.close_meeting(chair(desk), CODE)
    assert all(fault in refused.value.sentence for fault in before.faults)
    decide_all(desk)
    ready = meeting.see_checklist(desk, CODE)
    assert ready.may_close
    assert meeting.close_meeting(chair(desk), CODE).warnings == ready.warnings
    assert not meeting.see_checklist(desk, CODE).may_close


def test_what_is_said_at_the_table_is_for_those_who_record_it(desk: Desk) -> None:
    draft = DiscussionDraft(Service.POLICE, "Nothing new")
    reader = member(desk)
    for act in (
        lambda: discussion.record_discussion(reader, CODE, "001", draft),
        lambda: discussion.see_records(reader, CODE),
        lambda: meeting.see_checklist(reader, CODE),
        lambda: discussion.decide_item(reader, CODE, "001", AGREED),
    ):
        with pytest.raises(NotPermitted):
            act()
    with pytest.raises(NotFound, match="not on the agenda"):
        discussion.record_discussion(desk, CODE, "404", draft)
    close(desk)
    with pytest.raises(Refused, match="is closed"):
        discussion.record_discussion(desk, CODE, "001", draft)


def test_what_was_said_never_stands_in_the_trail(desk: Desk) -> None:
    discussion.record_discussion(desk, CODE, "001", DiscussionDraft(Service.POLICE, "Zealous friends"))
    from db.tables.trail import Trail

    bodies = do(desk, lambda work: [row.body for row in work.session.query(Trail)])
    assert not any("Zealous" in body for body in bodies)

"""Minutes through the door: frozen at closing, confirmed, reopened, corrected, printed with their hash."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from app.desk import Desk
from app.domain.attendance import AttendanceDraft, VisitDraft
from app.domain.discussion import NOT_MINUTED, DiscussionDraft
from app.domain.errors import Damaged, NotFound, NotPermitted, Refused
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.packs import HolderDraft
from app.domain.words import (
    ActionOutcome,
    Contents,
    DecisionKind,
    DisclosureConsidered,
    ExitReason,
    Handling,
    Presence,
    Role,
    Service,
)
from app.usecases import agenda, attendance, discussion, meeting, minutes, packs, trail
from db.tables.minutes import MinutesVersion
from tests.fixtures.at_table import AGREED, CODE, chair, close, decide_all, member, sit_down
from tests.fixtures.made_cases import add_case, do, end_case, take_away

NEXT = "CHC-2027-04-07"


@pytest.fixture
def desk(register: Path) -> Desk:
    return sit_down(register)


def hold_the_next(desk: Desk) -> None:
    """The meeting after, held and closed."""
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7))
    issued = agenda.issue_agenda(desk, NEXT).agenda
    assert issued is not None
    for item in issued.items:
        discussion.decide_item(desk, NEXT, item.prn, AGREED)
    meeting.close_meeting(chair(desk), NEXT)


def test_the_minutes_hold_what_somebody_who_was_not_there_asks(desk: Desk) -> None:
    do(desk, lambda work: end_case(work, add_case(work, "003", surname="Hāre"), ExitReason.MOVED))
    do(desk, lambda work: add_case(work, "004", surname="Later"))
    attendance.attend_meeting(desk, CODE, AttendanceDraft(Service.PRISONS, "One Person", Presence.PRESENT))
    attendance.read_confidentiality(desk, CODE, "The chair")
    attendance.visit_case(desk, CODE, "001", VisitDraft(Service.POLICE, "A guest"))
    for text, handling in (
        ("Seen in town.", Handling.MINUTED),
        ("Somebody is worried.", Handling.DO_NOT_ATTRIBUTE),
        ("An informant said so.", Handling.MEMBERS_ONLY),
    ):
        discussion.record_discussion(desk, CODE, "001", DiscussionDraft(Service.POLICE, text, handling))
    draft = DecisionDraft(
        DecisionKind.WITH_CHANGES,
        "The flat fell through.",
        "Too early.",
        DisclosureConsidered.YES,
        date(2027, 5, 5),
        "Police",
        "To the provider.",
    )
    discussion.decide_item(desk, CODE, "001", draft)
    discussion.decide_item(desk, CODE, "002", DecisionDraft(DecisionKind.DEFERRED, "No report."))
    meeting.add_action(
        desk, CODE, "001", ActionDraft("Find a bed", Service.PROBATION, "S. Merrin", date(2027, 3, 31))
    )
    meeting.close_meeting(chair(desk), CODE)
    view = minutes.see_minutes(desk, CODE)
    first, second = view.document.decisions
    assert first.why[0].startswith("The Board hearing on 20/03/2027")
    assert first.visitors == ("A guest (police), for this case",)
    assert [(said.source, said.text) for said in first.discussion] == [
        ("police (reported)", "Seen in town."),
        ("", "Somebody is worried."),
        ("", NOT_MINUTED),
    ]
    assert (first.reason, first.dissent_by, first.dissent) == (
        "The flat fell through.",
        "Police",
        "Too early.",
    )
    assert (first.disclosure, first.disclosure_note) == ("yes", "To the provider.")
    assert (first.next_on, first.next_reason) == (date(2027, 5, 5), "review set by a meeting")
    assert (second.next_on, second.next_reason) == (date(2027, 4, 10), "put off to the next meeting")
    assert [action.text for action in first.actions] == ["Find a bed"]
    assert [line.name for line in view.document.ended] == ["Hāre, Hēmi"]
    assert [(line.prn, line.reason) for line in view.document.not_listed] == [
        ("004", "review at the next meeting")
    ]
    assert "read by The chair" in view.document.confidentiality
    assert "Not read to: A guest." in view.document.confidentiality
    assert "informant" not in view.text


def test_the_text_is_frozen_at_closing_and_its_hash_is_that_of_its_bytes(desk: Desk) -> None:
    number = str(
        meeting.add_action(
            desk, CODE, "001", ActionDraft("Find a bed", Service.PROBATION, "S. Merrin", date(2027, 3, 31))
        ).id
    )
    decide_all(desk)
    closed = meeting.close_meeting(chair(desk), CODE)
    meeting.settle_action(desk, number, ActionOutcome.DONE)
    view = minutes.see_minutes(desk, CODE)
    assert view.document.decisions[0].actions[0].outcome == "open"
    assert view.shown.sha384 == closed.minutes_sha384 == hashlib.sha384(view.text.encode()).hexdigest()
    do(desk, lambda work: work.session.execute(update(MinutesVersion).values(text=view.text + " ")))
    with pytest.raises(Damaged, match="not the text that was frozen"):
        minutes.see_minutes(desk, CODE)


def test_an_action_carried_over_is_told_at_the_next_meeting_with_what_became_of_it(desk: Desk) -> None:
    meeting.add_action(
        desk, CODE, "001", ActionDraft("Find a bed", Service.PROBATION, "S. Merrin", date(2027, 3, 31))
    )
    close(desk)
    hold_the_next(desk)
    item = next(each for each in minutes.see_minutes(desk, NEXT).document.decisions if each.prn == "001")
    assert [(action.text, action.outcome) for action in item.carried] == [("Find a bed", "open")]


def test_a_chair_confirms_and_the_signed_entry_bears_the_hash(desk: Desk) -> None:
    close(desk)
    with pytest.raises(NotPermitted):
        minutes.confirm_minutes(desk, CODE)
    view = minutes.confirm_minutes(chair(desk), CODE)
    assert view.shown.is_confirmed
    [entry] = [row for row in trail.list_trail(chair(desk)) if row.event == "confirm_minutes"]
    assert view.shown.sha384 in entry.sentence
    with pytest.raises(Refused, match="confirmed already"):
        minutes.confirm_minutes(chair(desk), CODE)


def test_minutes_open_again_with_a_reason_and_not_once_the_next_meeting_is_closed(desk: Desk) -> None:
    close(desk)
    head = chair(desk)
    minutes.confirm_minutes(head, CODE)
    with pytest.raises(NotPermitted):
        minutes.reopen_minutes(desk, CODE, "a name is wrong")
    with pytest.raises(Refused, match="reason for reopening"):
        minutes.reopen_minutes(head, CODE, " ")
    view = minutes.reopen_minutes(head, CODE, "a name is wrong")
    assert "a name is wrong" in view.shown.state
    minutes.confirm_minutes(head, CODE)
    hold_the_next(desk)
    with pytest.raises(Refused, match=f"{NEXT}, is closed"):
        minutes.reopen_minutes(head, CODE, "another name")
    assert minutes.see_minutes(desk, CODE).is_final


def test_a_correction_makes_a_new_version_with_what_changed_and_the_old_one_stays(desk: Desk) -> None:
    close(desk)
    before = minutes.see_minutes(desk, CODE)
    after = minutes.correct_minutes(desk, CODE, "1.reason", "As agreed at the table.", "misheard")
    assert (after.shown.version, len(after.versions)) == (2, 2)
    [change] = after.shown.changes
    assert (change.old, change.new, after.shown.reason) == (
        "As discussed.",
        "As agreed at the table.",
        "misheard",
    )
    assert after.shown.sha384 != before.shown.sha384
    old = minutes.see_minutes(desk, CODE, 1)
    assert (old.text, old.is_latest) == (before.text, False)
    with pytest.raises(NotFound, match="versions are 1 to 2"):
        minutes.see_minutes(desk, CODE, 3)
    with pytest.raises(Refused, match="reason of the correction"):
        minutes.correct_minutes(desk, CODE, "1.reason", "Otherwise.", " ")


def test_signed_minutes_are_corrected_by_a_chair_and_the_administrator_asks(desk: Desk) -> None:
    close(desk)
    head = chair(desk)
    with pytest.raises(Refused, match="not signed yet"):
        minutes.ask_correction(desk, CODE, "note", "Item 2 came first.", "order")
    minutes.confirm_minutes(head, CODE)
    with pytest.raises(Refused, match="reopens them first"):
        minutes.correct_minutes(head, CODE, "note", "Item 2 came first.", "order")
    asked = minutes.ask_correction(desk, CODE, "note", "Item 2 came first.", "order")
    with pytest.raises(NotPermitted):
        minutes.answer_correction(desk, CODE, str(asked.number), True)
    minutes.reopen_minutes(head, CODE, "a correction was asked for")
    with pytest.raises(NotPermitted, match="ask-correction"):
        minutes.correct_minutes(desk, CODE, "note", "Item 2 came first.", "order")
    made = minutes.answer_correction(head, CODE, str(asked.number), True)
    assert (made.shown.version, made.document.note) == (2, "Item 2 came first.")
    assert [row.made for row in made.asked] == [True]
    with pytest.raises(NotFound, match="No correction number"):
        minutes.answer_correction(head, CODE, str(asked.number), True)
    left = minutes.ask_correction(desk, CODE, "chair", "Somebody else", "who chaired")
    after = minutes.answer_correction(head, CODE, str(left.number), False)
    assert (after.shown.version, [row.made for row in after.asked]) == (2, [True, False])


def test_copies_of_the_minutes_bear_the_hash_of_their_version_and_say_draft_until_confirmed(
    desk: Desk,
) -> None:
    close(desk)
    holders = [HolderDraft("S. Merrin", "probation")]

    def ordered() -> tuple[str, str]:
        order = packs.reserve_copies(desk, CODE, Contents.MINUTES, holders)
        [document] = order.documents.values()
        return document.full_marking, document.content_hash

    marking, digest = ordered()
    assert marking == "DRAFT – IN CONFIDENCE"
    assert digest == minutes.see_minutes(desk, CODE).shown.sha384
    minutes.correct_minutes(desk, CODE, "note", "Item 2 came first.", "order")
    assert ordered()[1] == minutes.see_minutes(desk, CODE).shown.sha384 != digest
    minutes.confirm_minutes(chair(desk), CODE)
    assert ordered()[0] == "IN CONFIDENCE"


def test_minutes_bear_a_full_checkpoint_that_agrees_with_the_trail_and_an_agenda_its_short_form(
    desk: Desk,
) -> None:
    holders = [HolderDraft("S. Merrin", "probation")]
    close(desk)
    [listed] = packs.reserve_copies(desk, CODE, Contents.AGENDA, holders).documents.values()
    [printed] = packs.reserve_copies(desk, CODE, Contents.MINUTES, holders).documents.values()
    groups, _, about = printed.checkpoint.partition(" · ")
    assert about.startswith("entry ")
    for typed in (groups, listed.checkpoint):
        assert "is the one on the paper" in trail.verify_trail(desk, typed).sentence


def test_minutes_are_for_the_administrator_and_the_chair_and_of_a_closed_meeting(desk: Desk) -> None:
    with pytest.raises(Refused, match="not closed"):
        minutes.see_minutes(desk, CODE)
    close(desk)
    for role, name in ((Role.MEMBER, "Wiremu Pōtiki"), (Role.AUDITOR, "Hana Rei")):
        with pytest.raises(NotPermitted):
            minutes.see_minutes(member(desk, role, name), CODE)


def test_a_meeting_closed_before_versions_were_kept_has_its_minutes_composed_and_can_be_confirmed(
    desk: Desk,
) -> None:
    close(desk)
    before = minutes.see_minutes(desk, CODE)
    take_away(chair(desk), lambda work: work.session.execute(delete(MinutesVersion)))
    assert minutes.see_minutes(desk, CODE).shown.version == 1
    view = minutes.confirm_minutes(chair(desk), CODE)
    assert (view.shown.is_confirmed, view.shown.sha384) == (True, before.shown.sha384)


def test_a_case_comes_back_at_the_first_meeting_on_or_after_the_review_that_was_set(desk: Desk) -> None:
    far = DecisionDraft(DecisionKind.AGREED, "Quiet.", next_review=date(2028, 5, 3))
    do(desk, lambda work: add_case(work, "005"))
    meeting.schedule_meeting(desk, "HB", date(2028, 1, 5))
    for day in (date(2028, 4, 5), date(2028, 5, 3)):
        meeting.schedule_meeting(desk, "CHC", day)
    discussion.decide_item(desk, CODE, "001", far)
    discussion.decide_item(desk, CODE, "002", AGREED)
    meeting.close_meeting(chair(desk), CODE)

    def sentences(code: str) -> str:
        made = agenda.see_agenda(desk, code).agenda
        assert made is not None
        return " ".join(next((item.sentences for item in made.items if item.prn == "001"), ()))

    assert "review" not in sentences("CHC-2028-04-05")
    assert f"Asked for by the meeting {CODE}: its review was set for 03/05/2028." in sentences(
        "CHC-2028-05-03"
    )

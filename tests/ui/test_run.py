"""Running a meeting in the window: its keys, its clocks, what a room may see, and what a lost share leaves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.attendance import AttendanceDraft
from app.domain.case_drafts import InformationDraft
from app.domain.discussion import DiscussionDraft, ItemRecord
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.names import fold
from app.domain.words import DecisionKind, Grade, Handling, Presence, Role, Service
from app.usecases import agenda, attendance, cases, meeting
from app.usecases.discussion import decide_item, record_discussion, see_records
from app.usecases.meeting import add_action
from app.usecases.run import see_table
from tests.fixtures import desks
from tests.fixtures.at_the_table import CONTROL, MEETING, SURNAMES, AtTheTable, new_table
from tests.ui import rules
from tests.ui.conftest import SignIn
from ui.case import steps
from ui.case.fields import BothTexts
from ui.main import Program
from ui.run.course import Course
from ui.run.keys import KEYS, foot
from ui.run.screen import RunScreen

SOFT, POLICE = "zebrafish", "axolotl"
"""Words that stand only in soft information, and only in what Police said."""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Four cases for the table, two on paper; on one of them something soft and a word of Police."""
    folder = new_table(tmp_path / "register", 4, 2)
    desk = desks.sit(folder)
    day = desk.now().date()
    for service, text, grade in (
        (Service.PROBATION, f"Said at the gate: {SOFT}", Grade.REPORTED),
        (Service.POLICE, f"Known for {POLICE}", Grade.PROVEN),
        (Service.PRISONS, "Whaitiri's own visit book", Grade.RECORDED),
    ):
        draft = InformationDraft(service, text, "S. Merrin", day, grade, Handling.MINUTED)
        cases.add_information(desk, "00001", draft)
    desk.close()
    return folder


@pytest.fixture
def hand(program: Program, enter: SignIn) -> AtTheTable:
    """A chair who has begun to run the meeting."""
    made = AtTheTable(program, enter(Role.CHAIR))
    made.run()
    return made


def _decided(hand: AtTheTable) -> dict[int, DecisionKind]:
    rows = see_records(hand.window.desk.door, MEETING)
    return {row.position: row.decision for row in rows if row.decision is not None}


def _course(hand: AtTheTable) -> Course:
    assert hand.screen.course is not None
    return hand.screen.course


# Keys.


def test_every_key_that_acts_is_shown_beneath_and_listed(hand: AtTheTable) -> None:
    listed = dict(hand.screen.more_keys())
    for line in KEYS:
        assert listed[line.shown] == line.words
        assert line.shown in "1234" or f"{line.shown} {line.words}" in foot()
    for told in ("Ctrl+Enter", "Esc leave (asks)", "Ctrl+/"):
        assert told in foot()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, DecisionKind.AGREED),
        (Qt.Key.Key_2, DecisionKind.WITH_CHANGES),
        (Qt.Key.Key_3, DecisionKind.MORE_TO_DO),
        (Qt.Key.Key_4, DecisionKind.DEFERRED),
        (Qt.Key.Key_D, DecisionKind.DEFERRED),
    ],
)
def test_a_decision_is_a_key_its_reason_and_ctrl_enter(
    hand: AtTheTable, key: Qt.Key, kind: DecisionKind
) -> None:
    hand.decide(key, "The plan was looked at.")
    assert _decided(hand) == {1: kind}
    assert _course(hand).position == 2
    assert hand.screen.page.panel.decision is None
    assert hand.screen.page.panel.reason.toPlainText() == ""


def test_a_decision_without_its_reason_is_not_recorded_and_stays_chosen(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "reason of the decision is missing" in hand.screen.notice.text
    assert hand.screen.page.panel.decision is DecisionKind.WITH_CHANGES
    assert hand.screen.page.panel.reason.hasFocus()
    assert _decided(hand) == {}


def test_letters_are_text_where_a_text_box_has_the_keyboard(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_1)
    hand.write("Dam 2 paid + more")
    assert hand.screen.page.panel.reason.toPlainText() == "Dam 2 paid + more"
    assert hand.screen.front.safe
    assert hand.screen.page.panel.decision is DecisionKind.AGREED
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_P)
    assert not hand.screen.front.safe


def test_an_action_is_read_back_before_it_is_kept(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_A)
    hand.write("Probation S. Merrin by 1 Apr: find another address")
    assert "Thursday 1 April 2027" in hand.screen.page.panel.action_told.text()
    hand.press(Qt.Key.Key_Return)
    assert hand.screen.page.panel.action.text() == ""
    assert "find another address (S. Merrin, by 01/04/2027)" in hand.screen.page.panel.given.text()
    [action] = see_records(hand.window.desk.door, MEETING)[0].actions
    assert (action.owner, action.service) == ("S. Merrin", Service.PROBATION)


def test_an_action_that_cannot_be_read_is_said_and_stays(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_A)
    hand.write("find another address")
    hand.press(Qt.Key.Key_Return)
    assert "does not say" in hand.screen.page.panel.action_told.text()
    assert hand.screen.page.panel.action.text() == "find another address"


def test_what_a_service_said_is_recorded_with_the_decision(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_M)
    hand.write("The unit has no concerns.")
    _may_be_minuted(hand)
    hand.press(Qt.Key.Key_Escape)
    hand.decide(Qt.Key.Key_1, "As discussed.")
    [said] = see_records(hand.window.desk.door, MEETING)[0].discussion
    assert (said.service, said.text) == (Service.PRISONS, "The unit has no concerns.")
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hand.screen.page.panel.discussion.toPlainText() == "The unit has no concerns."


def _may_be_minuted(hand: AtTheTable) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down):
        hand.press(key)


def test_words_at_the_table_go_nowhere_until_somebody_says_how_far_they_may_go(hand: AtTheTable) -> None:
    panel = hand.screen.page.panel
    assert panel.handling.value is None
    hand.press(Qt.Key.Key_M)
    hand.write("The aunt rang twice.")
    hand.press(Qt.Key.Key_Escape)
    hand.decide(Qt.Key.Key_1, "As discussed.")
    assert "how far what prisons said may go" in hand.screen.notice.text
    assert _decided(hand) == {}
    assert panel.handling.hasFocus()
    assert panel.discussion.toPlainText() == "The aunt rang twice."
    for _ in range(2):
        hand.press(Qt.Key.Key_Down)
    assert (panel.handling.value, panel.discussion.toPlainText()) == (
        Handling.MEMBERS_ONLY,
        "The aunt rang twice.",
    )
    hand.press(Qt.Key.Key_Return, CONTROL)
    [said] = see_records(hand.window.desk.door, MEETING)[0].discussion
    assert (said.text, said.handling) == ("The aunt rang twice.", Handling.MEMBERS_ONLY)
    assert panel.handling.value is None  # the next case begins anew


def test_words_stay_under_no_handling_that_the_arrow_keys_go_through(hand: AtTheTable) -> None:
    said = "The unit has no concerns."
    hand.press(Qt.Key.Key_M)
    hand.write(said)
    _may_be_minuted(hand)
    hand.press(Qt.Key.Key_Escape)
    hand.decide(Qt.Key.Key_1, "As discussed.")
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    panel = hand.screen.page.panel
    panel.handling.setFocus()
    hand.press(Qt.Key.Key_Up)  # to none, where new words begin
    assert panel.discussion.toPlainText() == ""
    panel.discussion.setFocus()
    hand.write("The aunt rang twice.")
    _may_be_minuted(hand)
    hand.press(Qt.Key.Key_Down)
    assert panel.handling.value is Handling.MEMBERS_ONLY
    hand.press(Qt.Key.Key_Return, CONTROL)
    found = {row.handling: row.text for row in see_records(hand.window.desk.door, MEETING)[0].discussion}
    assert found == {Handling.MINUTED: said, Handling.MEMBERS_ONLY: "The aunt rang twice."}


def test_words_without_a_handling_are_kept_when_the_meeting_is_left(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_M)
    hand.write("Half of what")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hand.screen.page.panel.discussion.toPlainText() == ""
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hand.screen.page.panel.discussion.toPlainText() == "Half of what"


def test_a_decided_case_is_changed_by_deciding_it_again(hand: AtTheTable) -> None:
    hand.decide(Qt.Key.Key_1, "As discussed.")
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Recorded: plan agreed" in hand.screen.page.panel.decided.text()
    hand.decide(Qt.Key.Key_3, " No, wait.")
    assert _decided(hand) == {1: DecisionKind.MORE_TO_DO}


def test_a_case_on_paper_is_not_decided_by_itself(hand: AtTheTable) -> None:
    hand.screen.go_to(5)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "on paper" in hand.screen.notice.text
    assert not hand.screen.page.panel.isEnabled()
    assert _decided(hand) == {}


def test_the_case_in_hand_is_moved_to_paper_with_a_name(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_O)
    hand.write("S. Merrin")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "S. Merrin asked for it" in hand.screen.notice.text
    assert "moved there by S. Merrin" in hand.screen.page.sheet.track.text()


def test_escape_asks_before_it_leaves_and_a_second_one_stays(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_Escape)
    assert hand.screen.leaving.isVisible()
    assert not _course(hand).running
    hand.press(Qt.Key.Key_Escape)
    assert not hand.screen.leaving.isVisible()
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Return)
    assert hand.window.screen_now.name == "meeting-agenda"  # type: ignore[union-attr]  # a screen is always shown
    assert hand.window.side.isVisible()


# Clocks.


def test_the_clock_counts_only_while_it_runs_warns_in_words_and_then_counts_up(hand: AtTheTable) -> None:
    ring = hand.screen.page.sheet.ring
    hand.wait_seconds(300)
    assert (ring.time, ring.word) == ("8:00", "paused")
    hand.press(Qt.Key.Key_Space)
    hand.wait_seconds(312)
    assert (ring.time, ring.word) == ("2:48", "in time")
    hand.wait_seconds(108)
    assert (ring.time, ring.word) == ("1:00", "1 minute")
    hand.wait_seconds(100)
    assert (ring.time, ring.word) == ("−0:40", "over time")
    assert _course(hand).position == 1
    assert _decided(hand) == {}
    hand.press(Qt.Key.Key_Plus)
    assert (ring.time, ring.word) == ("0:20", "1 minute")


def test_the_meetings_clock_is_extended_by_hand_and_the_pace_follows(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.wait_seconds(176 * 60)
    assert "Meeting 4:00 left" in hand.screen.front.clock.text()
    assert (
        "cases 2–6 will not be reached: put off, move to paper, or extend"
        in hand.screen.page.agenda.pace.text()
    )
    assert "! not reached" in hand.screen.page.agenda.words()
    for _ in range(4):
        hand.press(Qt.Key.Key_E)
    assert "every case will be reached" in hand.screen.page.agenda.pace.text()


def test_each_case_has_its_own_time(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.wait_seconds(60)
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hand.wait_seconds(30)
    assert hand.screen.page.sheet.ring.time == "7:30"
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hand.screen.page.sheet.ring.time == "7:00"
    stands = see_table(hand.window.desk.door, MEETING).under_way
    assert (stands.seconds, stands.time_of(1).seconds, stands.time_of(2).seconds) == (90, 60, 30)


def test_a_running_clock_is_kept_once_a_minute_by_itself(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.wait_seconds(59)
    assert see_table(hand.window.desk.door, MEETING).under_way.seconds == 0
    hand.wait_seconds(1)
    assert see_table(hand.window.desk.door, MEETING).under_way.seconds == 60


# What a room may see.


def test_the_screen_is_safe_for_a_projector_from_the_start_and_by_one_key(hand: AtTheTable) -> None:
    names = {part for name in SURNAMES for part in fold(name).split()}
    texts = (hand.screen.page.sheet.words, hand.screen.page.agenda.words)
    for text in texts:
        assert names & set(fold(text()).split()) == set()
    assert "Projector-safe" in hand.screen.front.told.text()
    hand.press(Qt.Key.Key_P)
    for text in texts:
        assert names & set(fold(text()).split())
    assert POLICE in _walk(hand, hand.screen.page.sheet.words)


def test_what_is_taken_back_from_elsewhere_names_nobody_while_it_is_safe(
    program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    hand = AtTheTable(program, enter(Role.ADMINISTRATOR))
    hand.run()
    desk, told = hand.window.desk, list[str]()
    elsewhere = desks.sit(desk.door.folder)
    who = "Whaitiri, Hana"
    call = steps.field("00001", "owner", "S. Merrin", "")
    desk.ask(call.case, *call.args, undo=steps.field_set("00001", who, "owner", "", "S. Merrin"))
    hand.rest()
    cases.set_case(elsewhere, "00001", owner=who)
    gate = threading.Event()
    desk.ask(lambda _door: gate.wait(60))
    QTest.keyClick(hand.focus, Qt.Key.Key_Z, CONTROL)
    desk.tasks.shown.connect(lambda job: told.append(job.saying))
    qtbot.waitUntil(lambda: len(told) > 1)
    gate.set()
    hand.rest()
    assert not [each for each in hand.window.findChildren(BothTexts) if each.isVisible()]
    told += [hand.screen.notice.text, hand.window.notice.text, hand.window.count_label.text()]
    assert not any("Whaitiri" in each for each in told), told
    assert "leave this screen first" in hand.screen.notice.text
    hand.press(Qt.Key.Key_P)
    hand.press(Qt.Key.Key_Z, CONTROL)
    [both] = [each for each in hand.window.findChildren(BothTexts) if each.isVisible()]
    assert both.theirs_box.toPlainText() == who


def test_the_room_has_its_own_window_which_never_shows_what_is_not_safe(
    program: Program, enter: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = QGuiApplication.primaryScreen()
    monkeypatch.setattr(RunScreen, "room", staticmethod(lambda: (one, one)))
    hand = AtTheTable(program, enter(Role.CHAIR))
    before = _windows(program)
    hand.run()
    room = hand.screen.front.audience
    assert room is not None
    assert room.isVisible()
    assert room in _windows(program)
    seen = _walk(hand, room.words)
    hand.press(Qt.Key.Key_P)
    seen += _walk(hand, room.words)
    parts = set(fold(seen).split())
    assert {SOFT, POLICE, "hemi"} & parts == set()
    assert {part for name in SURNAMES for part in fold(name).split()} & parts == set()
    assert "Case 4" in seen
    assert "own visit book" in seen
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Return)
    assert hand.screen.name == "meeting-agenda"
    assert _windows(program) <= before


def _windows(program: Program) -> set[QWidget]:
    return {each for each in program.app.topLevelWidgets() if each.isVisible()}


def _walk(hand: AtTheTable, words: Callable[[], str]) -> str:
    """What can be read over all cases and pages."""
    seen = []
    for _ in range(6):
        hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        seen.append(words())
    for key in (Qt.Key.Key_V, Qt.Key.Key_C):
        hand.press(key)
        seen.append(words())
        hand.press(Qt.Key.Key_Escape)
    return "\n".join(seen)


def test_with_one_screen_the_room_has_no_window_of_its_own(hand: AtTheTable) -> None:
    assert hand.screen.front.audience is None


def test_the_checklist_names_nobody_while_it_is_safe(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_C)
    told = hand.screen.others.closing.details.text()
    assert "Case 1 (PRN" in told
    hand.press(Qt.Key.Key_P)
    assert "Hēmi" in hand.screen.others.closing.details.text()


# Keeping, and a share that is gone.


def test_what_is_typed_is_there_again_when_the_meeting_is_taken_up(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hand.press(Qt.Key.Key_3)
    hand.write("Half a reason")
    hand.pause_typing()
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_R, CONTROL)
    assert _course(hand).position == 2
    assert not _course(hand).running
    assert hand.screen.page.panel.reason.toPlainText() == "Half a reason"
    assert hand.screen.page.panel.decision is DecisionKind.MORE_TO_DO


def test_reading_the_table_anew_loses_no_letter_and_stops_no_clock(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_3)
    hand.write("Half a reason")
    hand.press(Qt.Key.Key_F5)
    assert hand.screen.page.panel.reason.toPlainText() == "Half a reason"
    assert _course(hand).running


@pytest.fixture
def gone(hand: AtTheTable, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """The share is gone; calling what this gives brings it back."""
    register, away = tmp_path / "register", tmp_path / "away"
    register.rename(away)

    def back() -> None:
        if away.exists():
            away.rename(register)

    yield back
    back()
    hand.screen.recorder.outbox.send()
    hand.rest()


def test_a_share_that_is_gone_stops_nobody_and_loses_nothing(
    hand: AtTheTable, gone: Callable[[], None]
) -> None:
    hand.decide(Qt.Key.Key_1, "Decided while it was gone.")
    assert _course(hand).position == 2
    assert hand.screen.page.sheet.words()
    assert "Not saved since" in hand.screen.share.text()
    assert "1 thing recorded waits" in hand.screen.share.text()
    assert "not saved" in hand.screen.page.agenda.words()
    hand.press(Qt.Key.Key_2)
    hand.write("And half of the next")
    assert not hand.screen.may_leave()
    kept = hand.screen.draft()
    assert "Decided while it was gone." in kept["waiting"]
    assert kept["text:reason"] == "And half of the next"
    gone()
    hand.wait_seconds(6)
    assert hand.screen.share.isHidden()
    assert _decided(hand) == {1: DecisionKind.AGREED}
    assert hand.screen.page.panel.reason.toPlainText() == "And half of the next"
    assert "not saved" not in hand.screen.page.agenda.words()


def test_what_waited_when_the_program_stopped_is_recorded_at_the_next_sign_in(
    hand: AtTheTable, gone: Callable[[], None]
) -> None:
    hand.decide(Qt.Key.Key_4, "Put off while it was gone.")
    hand.press(Qt.Key.Key_2)
    hand.write("And half of the next")
    kept = dict(hand.screen.draft())
    hand.screen.recorder.outbox.acts.clear()
    gone()
    hand.wait_seconds(6)
    assert _decided(hand) == {}
    hand.screen.restore(kept)
    hand.rest()
    assert _decided(hand) == {1: DecisionKind.DEFERRED}
    assert _course(hand).position == 2
    assert hand.screen.page.panel.reason.toPlainText() == "And half of the next"


# The same thing recorded on two computers: side by side, both texts kept, and nobody is interrupted.


def _elsewhere(hand: AtTheTable, reason: str, said: str = "") -> None:
    desk = desks.sit(hand.window.desk.door.folder)
    decide_item(desk, MEETING, "00001", DecisionDraft(DecisionKind.MORE_TO_DO, reason))
    if said:
        record_discussion(desk, MEETING, "00001", DiscussionDraft(Service.PRISONS, said))


def _see_both(hand: AtTheTable) -> BothTexts:
    button = next(b for b in hand.screen.notice.findChildren(QPushButton) if b.text() == "See both texts")
    button.click()
    hand.rest()
    return next(each for each in hand.window.findChildren(BothTexts) if each.isVisible())


def _stands(hand: AtTheTable) -> ItemRecord:
    return see_records(hand.window.desk.door, MEETING)[0]


def test_a_decision_recorded_elsewhere_meanwhile_is_not_written_over_and_the_meeting_goes_on(
    hand: AtTheTable,
) -> None:
    _elsewhere(hand, "Decided on the other computer.")
    hand.decide(Qt.Key.Key_1, "Decided at this one.")
    assert _stands(hand).reason == "Decided on the other computer."
    assert _course(hand).position == 2, "nobody is taken away from the case in hand"
    assert "Case 1: another computer recorded the decision meanwhile" in hand.screen.notice.text
    hand.decide(Qt.Key.Key_1, "The next case.")
    assert "Case 1" in hand.screen.notice.text, "it is still said"
    dialog = _see_both(hand)
    assert "Decided on the other computer." in dialog.theirs_box.toPlainText()
    assert "Decided at this one." in dialog.mine_box.toPlainText()
    dialog.mine.click()
    hand.rest()
    assert _stands(hand).reason == "Decided at this one."
    assert not hand.screen.recorder.is_half_typed


def test_theirs_is_kept_and_shown_where_it_is_chosen(hand: AtTheTable) -> None:
    _elsewhere(hand, "Decided on the other computer.")
    hand.decide(Qt.Key.Key_1, "Decided at this one.")
    _see_both(hand).theirs.click()
    hand.rest()
    hand.screen.go_to(1)
    assert hand.screen.page.panel.reason.toPlainText() == "Decided on the other computer."
    assert _stands(hand).reason == "Decided on the other computer."
    hand.decide(Qt.Key.Key_1, "Looked at again. ")
    assert _stands(hand).reason == "Looked at again. Decided on the other computer.", "it was seen now"


def test_ones_own_text_stays_half_written_where_nothing_is_chosen(hand: AtTheTable) -> None:
    _elsewhere(hand, "Decided on the other computer.")
    hand.decide(Qt.Key.Key_1, "Decided at this one.")
    _see_both(hand).reject()
    hand.rest()
    hand.screen.go_to(1)
    assert hand.screen.page.panel.reason.toPlainText() == "Decided at this one."
    assert "more to do" in hand.screen.page.panel.decided.text()
    assert _stands(hand).reason == "Decided on the other computer."


def test_what_a_service_said_on_two_computers_is_kept_twice_until_one_is_chosen(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_1)
    hand.write("A reason.")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_M)
    hand.write("He asked for a transfer.")
    _may_be_minuted(hand)
    desk = desks.sit(hand.window.desk.door.folder)
    record_discussion(desk, MEETING, "00001", DiscussionDraft(Service.PRISONS, "He wants to stay."))
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert [row.text for row in _stands(hand).discussion] == ["He wants to stay."]
    dialog = _see_both(hand)
    assert (dialog.theirs_box.toPlainText(), dialog.mine_box.toPlainText()) == (
        "He wants to stay.",
        "He asked for a transfer.",
    )
    dialog.mine.click()
    hand.rest()
    assert [row.text for row in _stands(hand).discussion] == ["He asked for a transfer."]
    assert _stands(hand).reason == "A reason."


def test_what_waited_for_a_share_asks_too_before_it_writes_over_anothers(
    hand: AtTheTable, gone: Callable[[], None]
) -> None:
    hand.decide(Qt.Key.Key_4, "Put off while it was gone.")
    kept = dict(hand.screen.draft())
    hand.screen.recorder.outbox.acts.clear()
    gone()
    _elsewhere(hand, "Decided on the other computer.")
    hand.screen.restore(kept)
    hand.rest()
    assert _stands(hand).reason == "Decided on the other computer."
    assert "another computer" in hand.screen.notice.text


# The pages around.


def test_who_is_here_is_told_by_service_with_the_quorum_and_newcomers_in_words(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_H)
    pane = hand.screen.others.attendance
    hand.write("Kiri Tamaki")
    hand.press(Qt.Key.Key_Return)
    assert "nobody was present from probation" in pane.quorum.text()
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert "was read at" in pane.statement.text()
    pane.name.setFocus()
    hand.write("Sefo Leavasa")
    hand.press(Qt.Key.Key_Return)
    assert "Read it again for the newcomers: Sefo Leavasa" in pane.statement.text()


def test_whoever_was_invited_is_recorded_by_one_press_and_nobody_types_their_name(
    program: Program, enter: SignIn, register: Path
) -> None:
    other, sitters = (
        "CHC-2027-04-07",
        (("Kiri Tamaki", Service.PRISONS), ("Sefo Leavasa", Service.PROBATION)),
    )
    desk = desks.sit(register)
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7))
    agenda.issue_agenda(desk, other)
    for name, service in sitters:
        attendance.attend_meeting(desk, other, AttendanceDraft(service, name, Presence.PRESENT))
    desk.close()
    hand = AtTheTable(program, enter(Role.CHAIR))
    hand.run()
    hand.press(Qt.Key.Key_H)
    pane = hand.screen.others.attendance
    assert [row.words for row in pane.model.rows] == ["○ invited, not recorded"] * 2
    assert pane.names() == (), "who is only invited asks for nothing"
    pane.table.setFocus()
    hand.press(Qt.Key.Key_Return)
    assert pane.names() == ("Kiri Tamaki",)
    assert pane.table.current().name == "Sefo Leavasa"
    hand.press(Qt.Key.Key_Return)
    assert [(row.name, row.words) for row in pane.model.rows] == [
        ("Kiri Tamaki", "present"), ("Sefo Leavasa", "present"),
    ]  # fmt: skip
    hand.press(Qt.Key.Key_Return)
    assert len(pane.model.rows) == 2


def test_who_was_invited_to_one_meeting_is_not_expected_at_the_next_that_is_run(
    program: Program, enter: SignIn, register: Path
) -> None:
    other = "CHC-2027-04-07"
    desk = desks.sit(register)
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7))
    agenda.issue_agenda(desk, other)
    attendance.attend_meeting(desk, other, AttendanceDraft(Service.PRISONS, "Kiri Tamaki", Presence.PRESENT))
    desk.close()
    hand = AtTheTable(program, enter(Role.CHAIR))
    hand.run()
    hand.press(Qt.Key.Key_H)
    pane = hand.screen.others.attendance
    assert [row.name for row in pane.model.rows] == ["Kiri Tamaki"], "invited to this one"
    hand.window.open("run", meeting=other)
    hand.rest()
    assert [(row.name, row.words) for row in pane.model.rows] == [("Kiri Tamaki", "present")]
    assert pane.expected == ()


def test_a_visitor_for_one_case_comes_in_and_goes_out(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_H)
    pane = hand.screen.others.attendance
    hand.write("Dr A. Whaitiri")
    pane.one_case.setFocus()
    hand.press(Qt.Key.Key_Space)
    pane.add.setFocus()
    hand.press(Qt.Key.Key_Space)
    [row] = pane.model.rows
    assert row.words == "for this case, in 10:00"
    hand.wait_seconds(900)
    pane.table.setFocus()
    hand.press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert pane.model.rows[0].words == "for this case, in 10:00, out 10:15"


def test_the_checklist_stops_an_undecided_meeting_and_leads_to_the_case(hand: AtTheTable) -> None:
    hand.press(Qt.Key.Key_C)
    page = hand.screen.others.closing
    assert "cannot close yet: 6 things" in page.told.text()
    assert not page.close_button.isEnabled()
    page.decide_button.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert hand.screen.stack.currentWidget() is hand.screen.page
    assert _course(hand).position == 1


def test_an_administrator_sees_the_checklist_and_a_chair_closes(program: Program, enter: SignIn) -> None:
    hand = AtTheTable(program, enter(Role.ADMINISTRATOR))
    hand.run()
    hand.press(Qt.Key.Key_C)
    assert "A chair closes it." in hand.screen.others.closing.told.text()
    assert not hand.screen.others.closing.may_close


PAGES = ("page", "paper", "attendance", "closing")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_meeting_is_reached_read_and_seen(
    hand: AtTheTable, program: Program, qtbot: QtBot, page: str
) -> None:
    _show(hand, page)
    hand.window.resize(1366, 768)
    hand.rest()
    rules.a_window_holds(hand.window, program, qtbot)


def _show(hand: AtTheTable, page: str) -> None:
    {
        "page": lambda: None,
        "paper": hand.screen.show_paper,
        "attendance": hand.screen.show_attendance,
        "closing": hand.screen.show_closing,
    }[page]()
    hand.rest()


def test_every_model_of_a_meeting_holds_under_qts_tester(hand: AtTheTable) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [
        QAbstractItemModelTester(view.model(), mode, hand.screen)
        for view in hand.screen.findChildren(QAbstractItemView)
        if view.model() is not None and not isinstance(view.parentWidget(), QComboBox)
    ]
    for page in PAGES[1:]:
        _show(hand, page)
    hand.screen.go_to(1)
    hand.decide(Qt.Key.Key_1, "As discussed.")
    hand.screen.refresh()
    hand.rest()
    del testers


def test_what_is_for_members_only_is_not_put_on_a_projector_unasked(hand: AtTheTable) -> None:
    door = hand.window.desk.door
    record_discussion(door, MEETING, "00001", DiscussionDraft(Service.POLICE, POLICE, Handling.MEMBERS_ONLY))
    add_action(
        door,
        MEETING,
        "00001",
        ActionDraft("Ring Whaitiri's aunt", Service.PRISONS, "S. Merrin", date(2027, 4, 1)),
    )
    hand.press(Qt.Key.Key_F5)
    panel = hand.screen.page.panel
    assert panel.discussion.toPlainText() == ""
    assert "Whaitiri" not in panel.given.text()
    assert "aunt" in panel.given.text()
    panel.service.set_value(Service.POLICE)
    panel.handling.set_value(Handling.MEMBERS_ONLY)
    assert panel.discussion.toPlainText() == POLICE

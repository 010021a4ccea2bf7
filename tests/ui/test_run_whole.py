"""A meeting of forty-five cases run in the window by key presses alone, from its opening to its closing."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from app.domain.words import DecisionKind, MeetingState, Presence, Role, Service, Track
from app.usecases import attendance, meeting, trail
from app.usecases.run import see_under_way
from db.tables.meeting import Action, Decision
from db.tables.run import UnderWayCase
from db.tables.trail import Trail
from tests.fixtures import desks
from tests.fixtures.at_the_table import ALT, CONTROL, KEYS, MEETING, AtTheTable, new_table, reason_of
from tests.fixtures.extracts import read
from tests.ui.conftest import SignIn
from ui.main import Program
from ui.run.screen import RunScreen


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Thirty-six cases for the table, nine on paper."""
    return new_table(tmp_path / "register")


def _attend(hand: AtTheTable) -> None:
    """Four people of four services, one visitor, the statement read."""
    hand.press(Qt.Key.Key_H)
    for name in ("Kiri Tamaki", "Mere Ashcombe", "Ngaio Whittock", "Sefo Leavasa"):
        hand.write(name)
        hand.press(Qt.Key.Key_Tab)
        if name != "Kiri Tamaki":
            hand.press(Qt.Key.Key_Down)
        hand.press(Qt.Key.Key_Tab)
        hand.press(Qt.Key.Key_Tab)
        hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_S, ALT)
    hand.press(Qt.Key.Key_Escape)


def _decide_the_table(hand: AtTheTable, screen: RunScreen) -> None:
    """Every case of the table in one of the four ways; every fifth with an action, every seventh with a minute."""
    assert screen.course is not None
    for number in range(36):
        position = screen.course.position
        assert position == number + 1
        hand.wait_seconds(240)
        if number % 5 == 0:
            hand.press(Qt.Key.Key_A)
            hand.write(f"Probation S. Merrin by 1 Apr: action of case {position}")
            hand.press(Qt.Key.Key_Return)
            hand.press(Qt.Key.Key_Escape)
        if number % 7 == 0:
            hand.press(Qt.Key.Key_M)
            hand.write("The occupant was spoken to.")
            for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down):  # it may be minuted
                hand.press(key)
            hand.press(Qt.Key.Key_Escape)
        hand.decide(KEYS[number % 4], reason_of(position))


def _vote(hand: AtTheTable, screen: RunScreen) -> None:
    """One case pulled from paper by name, the rest agreed in one vote, the one pulled decided."""
    assert screen.course is not None
    assert screen.stack.currentWidget() is screen.others.paper
    hand.press(Qt.Key.Key_T)
    hand.write("Ngaio Whittock")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "8 cases" in screen.notice.text
    assert screen.course.position == 37
    hand.decide(Qt.Key.Key_1, reason_of(37))


def test_forty_five_cases_from_the_first_key_to_the_closing_of_the_meeting(
    register: Path, program: Program, enter: SignIn
) -> None:
    hand = AtTheTable(program, enter(Role.CHAIR))
    screen = hand.run()
    assert isinstance(screen, RunScreen)
    assert screen.course is not None
    assert len(screen.course.cases) == 45
    _attend(hand)
    hand.press(Qt.Key.Key_Space)
    _decide_the_table(hand, screen)
    _vote(hand, screen)
    assert screen.stack.currentWidget() is screen.others.closing
    assert "may close" in screen.others.closing.told.text()
    door = hand.window.desk.door
    moves = see_under_way(door, MEETING).under_way.moves
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert "is closed" in screen.others.closing.told.text()
    [row] = [each for each in meeting.list_meetings(door, "CHC") if each.meeting == MEETING]
    assert row.state is MeetingState.CLOSED
    assert [(each.position, each.track, each.by) for each in moves] == [(37, Track.TABLE, "Ngaio Whittock")]
    _holds(register)
    there = attendance.see_attendance(door, MEETING)
    assert [(each.service, each.presence) for each in there.people] == [
        (each, Presence.PRESENT) for each in Service
    ]
    assert there.not_read_to == ()
    assert trail.verify_trail(door).ok


def _holds(register: Path) -> None:
    """What the register has of it, and what its trail says."""
    desk = desks.sit(register)
    decisions = read(desk, select(Decision.decision, Decision.reason))
    assert Counter(kind for kind, _ in decisions) == {
        DecisionKind.AGREED: 9 + 9,
        DecisionKind.WITH_CHANGES: 9,
        DecisionKind.MORE_TO_DO: 9,
        DecisionKind.DEFERRED: 9,
    }
    assert {reason_of(number) for number in range(1, 38)} <= {reason for _, reason in decisions}
    ((actions,),) = read(desk, select(func.count()).select_from(Action))
    assert actions == 8
    assert {frozenset(texts) for (texts,) in read(desk, select(UnderWayCase.texts))} == {frozenset()}
    events = Counter(event for (event,) in read(desk, select(Trail.event)))
    kept, recorded = (
        events["keep_under_way"],
        events["decide_item"] + events["add_action"] + events["record_discussion"],
    )
    sys.stdout.write(f"45 cases: {recorded} entries of what was recorded, {kept} of what was under way\n")
    assert kept <= 45 * 6

"""After the meeting in the window: minutes, actions by one key each, the chair's evaluation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.domain.evaluation import statements
from app.domain.meeting import ActionDraft, TransferDraft
from app.domain.words import ActionOutcome, Role, Service
from app.usecases import copy_ledger, meeting
from tests.fixtures import at_table, desks
from tests.ui.conftest import SignIn, form_of, rest
from ui.main import Program
from ui.packs.slips import SlipsScreen
from ui.widgets.pick import Pick
from ui.window import Window


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A meeting that is closed, with two actions given at it."""
    folder = desks.new_register(tmp_path / "register")
    desk = at_table.sit_down(folder)
    for text in ("Find a bed", "Ask the provider"):
        draft = ActionDraft(text, Service.PROBATION, "S. Merrin", date(2027, 3, 31))
        meeting.add_action(desk, at_table.CODE, "001", draft)
    at_table.close(desk)
    return folder


def at(window: Window, name: str, program: Program, qtbot: QtBot) -> Any:
    window.open(name)
    rest(program, qtbot)
    return window.screen_now


def test_a_chair_corrects_confirms_and_opens_the_minutes_again(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    screen = at(window, "meeting-minutes", program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert "Decision: agreed, because As discussed." in screen.page.toPlainText()
    assert screen.standing.text().startswith("Draft")
    screen.correct()
    form = form_of(window)
    where = form.field("where")
    assert isinstance(where, Pick)
    where.set_value("note")
    form.field("text").setPlainText("Item 2 came first.")  # type: ignore[attr-defined]  # it is a text field
    form.field("reason").setText("order")  # type: ignore[attr-defined]  # it is a line
    form.done_asking()
    rest(program, qtbot)
    assert "Item 2 came first." in screen.page.toPlainText()
    screen.confirm()
    rest(program, qtbot)
    assert screen.standing.text().startswith("Confirmed")
    assert not screen.confirm_button.isEnabled()
    screen.reopen()
    form = form_of(window)
    form.done_asking()
    rest(program, qtbot)
    assert "reason for reopening is missing" in form.notice.text
    form.field("reason").setText("a name is wrong")  # type: ignore[attr-defined]  # it is a line
    form.done_asking()
    rest(program, qtbot)
    assert screen.standing.text().startswith("Reopened")


def test_an_administrator_cannot_sign_minutes(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    screen = at(enter(), "meeting-minutes", program, qtbot)
    assert not screen.confirm_button.isEnabled()
    assert screen.correct_button.isEnabled()
    assert screen.print_button.isEnabled()


def test_one_letter_says_what_became_of_an_action(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    screen = at(window, "meeting-actions", program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert screen.model.rowCount() == 2
    qtbot.keyClick(screen.table, Qt.Key.Key_N)
    rest(program, qtbot)
    assert screen.model.rowCount() == 1
    assert "not done" in screen.notice.text
    qtbot.keyClick(screen.table, Qt.Key.Key_T)
    form = form_of(window)
    form.done_asking()
    assert "new owner of the action is missing" in form.notice.text
    form.field("owner").setText("Hana Rei")  # type: ignore[attr-defined]  # it is a line
    form.done_asking()
    rest(program, qtbot)
    assert [row.owner for row in screen.model.rows] == ["Hana Rei"]
    assert sorted(row.outcome for row in screen.rows) == sorted(
        (ActionOutcome.NOT_DONE, ActionOutcome.TRANSFERRED, ActionOutcome.OPEN)
    )


def hand_over(desk: Desk) -> None:
    """One of the two actions goes on with somebody else."""
    first = meeting.list_actions(desk, "CHC")[0]
    to = TransferDraft("Hēmi Ngātoro", Service.PRISONS)
    meeting.settle_action(desk, str(first.id), ActionOutcome.TRANSFERRED, None, "", to)


def test_each_owner_gets_a_numbered_slip_from_the_actions(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    desk = window.desk.door
    hand_over(desk)
    screen = at(window, "meeting-actions", program, qtbot)
    qtbot.mouseClick(screen.slips_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    slips = window.screen_now
    assert isinstance(slips, SlipsScreen)
    QAbstractItemModelTester(slips.model)
    assert [rows[0].owner for rows in slips.model.rows] == ["Hēmi Ngātoro", "S. Merrin"]
    assert slips.make_button.text().replace("&", "") == "Make 2 slips"
    slips.folder.setText(str(tmp_path / "out"))
    qtbot.mouseClick(slips.make_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        f"slip-{at_table.CODE}-copy-01-of-02.pdf",
        f"slip-{at_table.CODE}-copy-02-of-02.pdf",
    ]
    lines = slips.result.model.rows
    assert [(line.holder.name, line.state) for line in lines] == [
        ("Hēmi Ngātoro", "✓ out"),
        ("S. Merrin", "✓ out"),
    ]
    assert all(line.passphrase for line in lines)
    assert not window.open("trail"), "passphrases that nobody has stay on the page"
    counted = copy_ledger.show_ledger(desk, at_table.CODE)
    assert (counted.ledger.out, counted.ledger.balanced) == (2, True)


def test_only_the_chosen_owner_gets_a_slip(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    hand_over(window.desk.door)
    slips = at(window, "packs-slips", program, qtbot)
    slips.folder.setText(str(tmp_path / "out"))
    slips.table.setCurrentIndex(slips.model.index(1, 0))
    qtbot.mouseClick(slips.one_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert [row.holder for row in copy_ledger.show_ledger(window.desk.door, at_table.CODE).copies] == [
        "S. Merrin"
    ]


def test_a_member_prints_no_slips(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    assert not at(enter(Role.MEMBER), "meeting-actions", program, qtbot).slips_button.isEnabled()


def test_a_chair_scores_a_meeting_and_sees_the_trend(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.CHAIR)
    screen = at(window, "meeting-evaluation", program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert "No meeting is evaluated yet" in screen.empty.words
    assert screen.empty.isVisibleTo(screen)
    qtbot.mouseClick(screen.empty.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    form = form_of(window)
    form.done_asking()
    assert "Not scored" in form.notice.text
    for each in statements():
        field = form.field(each.code)
        assert isinstance(field, Pick)
        field.set_value(4)
    form.done_asking()
    rest(program, qtbot)
    assert "4.0 of 5" in screen.finding.text()
    assert screen.picture.isVisibleTo(screen)
    assert not screen.empty.isVisibleTo(screen)
    assert "4.0" in screen.picture.accessibleName()
    assert not any(each.isVisible() for each in window.findChildren(QDialog))

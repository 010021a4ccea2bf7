"""The criteria in the window: tried out by name, put in force with a reason, put back with Ctrl+Z (needs R2, R6)."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.criteria import Criterion
from app.domain.words import Role
from app.usecases.criteria import adopt_criteria, show_criteria
from tests.fixtures import desks, months
from tests.ui.conftest import SignIn, form_of, rest
from ui.case.fields import BothTexts
from ui.main import Program
from ui.register.criteria import CriteriaScreen
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return months.new_month(tmp_path / "register")


@pytest.fixture
def window(program: Program, enter: SignIn, qtbot: QtBot) -> Window:
    made = enter()
    made.open("cases-criteria")
    made.activateWindow()
    rest(program, qtbot)
    return made


@pytest.fixture
def screen(window: Window) -> CriteriaScreen:
    assert isinstance(window.screen_now, CriteriaScreen)
    return window.screen_now


def in_force(register: Path) -> tuple[Criterion, ...]:
    return show_criteria(desks.sit(register), "CHC")[0].criteria


def make_stricter(screen: CriteriaScreen, window: Window, program: Program, qtbot: QtBot) -> None:
    """Have RoC*RoI fire at 0.99 alone, by keys."""
    row = next(at for at, each in enumerate(screen.rows) if each.code == "HR-ROI")
    screen.table.setCurrentIndex(screen.model.index(row, 0))
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_F2)
    value = form_of(window).field("value")
    assert isinstance(value, QLineEdit)
    assert value.text() == "0.70"
    value.selectAll()
    qtbot.keyClicks(value, "0.99")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    rest(program, qtbot)


def test_a_changed_criterion_is_compared_by_name_and_changes_nothing_yet(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    before = in_force(register)
    make_stricter(screen, window, program, qtbot)
    assert "Not in force yet." in screen.told.text()
    would_not = [row for row in screen.moved.rows if not row.comes_in]
    assert f"{len(would_not)} would no longer" in screen.told.text()
    assert would_not
    assert all(row.name and row.prn for row in would_not)
    assert in_force(register) == before
    screen.undo_button.click()
    rest(program, qtbot)
    assert screen.rows == before
    assert not screen.people.isVisible()


def test_criteria_are_put_in_force_with_a_reason_and_back_with_ctrl_z(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    before = in_force(register)
    make_stricter(screen, window, program, qtbot)
    screen.adopt_button.click()
    form = form_of(window)
    form.act.click()
    rest(program, qtbot)
    assert "Say why" in form.notice.text
    reason = form.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClicks(reason, "Agreed by the region")
    form.act.click()
    rest(program, qtbot)
    assert "is in force for CHC from the next extract on" in screen.notice.text
    assert {each.value for each in in_force(register) if each.code == "HR-ROI"} == {"0.99"}
    window.activateWindow()
    screen.table.setFocus()
    rest(program, qtbot)
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, CONTROL)
    rest(program, qtbot)
    assert in_force(register) == before
    assert "stays in, with the version that took them in" in screen.notice.text
    assert show_criteria(desks.sit(register), "CHC")[0].forum is None  # it follows those of every forum again
    qtbot.keyClick(screen.table, Qt.Key.Key_Y, CONTROL)
    rest(program, qtbot)
    assert {each.value for each in in_force(register) if each.code == "HR-ROI"} == {"0.99"}


def put_in_force(screen: CriteriaScreen, window: Window, program: Program, qtbot: QtBot) -> None:
    make_stricter(screen, window, program, qtbot)
    screen.adopt_button.click()
    form = form_of(window)
    reason = form.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClicks(reason, "Agreed by the region")
    form.act.click()
    rest(program, qtbot)


def test_criteria_that_somebody_else_changed_are_not_taken_back_unseen(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    put_in_force(screen, window, program, qtbot)
    theirs = in_force(register)[:2]
    adopt_criteria(desks.sit(register), theirs, "theirs", "CHC")
    window.activateWindow()
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, CONTROL)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText().startswith("For CHC alone")
    assert dialog.mine_box.toPlainText().startswith("For every forum without its own")
    assert in_force(register) == theirs
    qtbot.mouseClick(dialog.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert show_criteria(desks.sit(register), "CHC")[0].forum is None


def test_criteria_put_in_force_elsewhere_meanwhile_are_shown_before_ours_count(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    theirs = in_force(register)[:2]
    adopt_criteria(desks.sit(register), theirs, "theirs", "CHC")
    put_in_force(screen, window, program, qtbot)
    assert "Somebody else put other criteria in force" in screen.notice.text
    assert in_force(register) == theirs
    assert screen.tried is not None
    screen.adopt_button.click()
    form_of(window).act.click()  # the reason is still in it
    rest(program, qtbot)
    assert {each.value for each in in_force(register) if each.code == "HR-ROI"} == {"0.99"}


def test_a_forum_gives_up_its_own_criteria_with_a_reason_and_has_them_back_with_ctrl_z(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    assert not screen.share_button.isVisible()
    put_in_force(screen, window, program, qtbot)
    assert screen.share_button.isVisible()
    screen.share_button.click()
    form = form_of(window)
    reason = form.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClicks(reason, "as everybody")
    form.act.click()
    rest(program, qtbot)
    assert "CHC has no criteria of its own any more" in screen.notice.text
    assert show_criteria(desks.sit(register), "CHC")[0].forum is None
    window.activateWindow()
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, CONTROL)
    rest(program, qtbot)
    assert show_criteria(desks.sit(register), "CHC")[0].forum == "CHC"
    assert {each.value for each in in_force(register) if each.code == "HR-ROI"} == {"0.99"}


def test_a_value_that_a_criterion_cannot_have_is_said_in_the_form(
    screen: CriteriaScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    form = form_of(window)
    for key, text in (("code", "HR-NEW"), ("value", "often")):
        field = form.field(key)
        assert isinstance(field, QLineEdit)
        qtbot.keyClicks(field, text)
    form.act.click()
    rest(program, qtbot)
    assert "Criterion HR-NEW, RoC*RoI" in form.notice.text
    assert form.isVisible()
    assert screen.tried is None


def test_what_is_tried_out_is_there_again_after_a_lock(
    screen: CriteriaScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    make_stricter(screen, window, program, qtbot)
    kept, tried = screen.draft(), screen.tried
    screen.put_back()
    rest(program, qtbot)
    screen.restore(kept)
    rest(program, qtbot)
    assert screen.tried == tried


def test_what_is_tried_out_for_one_forum_is_not_shown_for_another(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    make_stricter(screen, window, program, qtbot)
    tried, kept = screen.tried, screen.draft()
    window.desk.choose_forum("HB")
    rest(program, qtbot)
    assert screen.tried is None
    assert screen.rows == show_criteria(desks.sit(register), "HB")[0].criteria
    assert not screen.people.isVisible()
    assert not screen.adopt_button.isEnabled()
    screen.restore(kept)
    rest(program, qtbot)
    assert screen.tried is None
    window.desk.choose_forum("CHC")
    rest(program, qtbot)
    assert screen.tried == tried
    assert "Not in force yet." in screen.told.text()


def test_what_is_tried_out_for_another_forum_outlives_the_answer_about_the_one_before(
    screen: CriteriaScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    window.desk.choose_forum("HB")
    rest(program, qtbot)
    make_stricter(screen, window, program, qtbot)
    beside = screen.tried
    window.desk.choose_forum("CHC")
    rest(program, qtbot)
    make_stricter(screen, window, program, qtbot)
    gate = threading.Event()
    window.desk.ask(lambda _door: gate.wait())
    screen.adopt_button.click()
    reason = form_of(window).field("reason")
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClicks(reason, "Agreed by the region")
    form = form_of(window)
    form.act.click()
    form.reject()
    window.desk.choose_forum("HB")
    gate.set()
    rest(program, qtbot)
    assert beside is not None
    assert screen.tried == beside
    assert {each.value for each in in_force(register) if each.code == "HR-ROI"} == {"0.99"}
    window.desk.choose_forum("CHC")
    rest(program, qtbot)
    assert screen.tried is None


def test_a_chair_tries_criteria_out_and_cannot_put_them_in_force(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    window.open("cases-criteria")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CriteriaScreen)
    screen.drop_chosen()
    rest(program, qtbot)
    assert "Not in force yet." in screen.told.text()
    assert not screen.adopt_button.isEnabled()

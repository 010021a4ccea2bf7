"""A lock covers every window, saves nothing that is half-typed, and what two people wrote waits for a choice."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.usecases.cases import correct_value, set_case, show_case
from tests.fixtures import desks, months
from tests.ui.conftest import PRN, SignIn, form_of, rest
from ui import places
from ui.case import acts
from ui.case.fields import BothTexts
from ui.case.forms import put_text
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.run.audience import AudienceWindow
from ui.widgets.ask import AskForm
from ui.window import Window

REGISTER = months.new_month
CTRL = Qt.KeyboardModifier.ControlModifier


def stored(register: Path) -> str | None:
    """The owner as somebody else reads it."""
    record = show_case(desks.sit(register), PRN)
    assert record.case is not None
    return record.case.owner


def half_type(case: CaseScreen, text: str, qtbot: QtBot) -> None:
    """Type an owner in place of the one that stands there, and stay in the field."""
    owner = case.tabs.overview.owner
    owner.setFocus()
    owner.selectAll()
    qtbot.keyClicks(owner, text)


def both(window: Window) -> BothTexts:
    return next(each for each in window.findChildren(BothTexts) if each.isVisible())


def uncovered(window: Window) -> list[QWidget]:
    """What somebody who walks past the screen sees of this window's work: itself, and whatever it opened."""

    def opened_by_it(widget: QWidget | None) -> bool:
        return widget is not None and (widget is window or opened_by_it(widget.parentWidget()))

    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and opened_by_it(each)]


def test_a_lock_saves_nothing_of_a_half_typed_field_and_brings_it_back(
    case: CaseScreen, window: Window, program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    set_case(desks.sit(register), PRN, owner="J. Merrin")
    case.refresh()
    rest(program, qtbot)
    half_type(case, "Half", qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: program.window is None)
    rest(program, qtbot)
    assert stored(register) == "J. Merrin"
    again = enter().screen_now
    assert isinstance(again, CaseScreen)
    rest(program, qtbot)
    qtbot.waitUntil(lambda: again.tabs.overview.owner.text() == "Half")
    assert stored(register) == "J. Merrin"


def test_what_somebody_else_wrote_during_a_lock_stands_beside_the_half_typed_text(
    case: CaseScreen, window: Window, program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    set_case(desks.sit(register), PRN, owner="J. Merrin")
    case.refresh()
    rest(program, qtbot)
    half_type(case, "Half", qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: program.window is None)
    set_case(desks.sit(register), PRN, owner="Written elsewhere")
    window = enter()
    again = window.screen_now
    assert isinstance(again, CaseScreen)
    rest(program, qtbot)
    qtbot.waitUntil(lambda: again.tabs.overview.owner.text() == "Half")
    qtbot.keyClick(again.tabs.overview.owner, Qt.Key.Key_Tab)
    rest(program, qtbot)
    assert both(window).theirs_box.toPlainText() == "Written elsewhere"
    assert stored(register) == "Written elsewhere"


def test_a_lock_covers_every_window_at_once_while_something_is_still_written(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    form = form_of(window)
    put_text(form.field("text"), "What nobody else may read")
    AudienceWindow(window, "IN CONFIDENCE").show()
    assert len(uncovered(window)) == 3
    gate = threading.Event()
    seen: list[object] = []
    told: list[object] = []

    def look() -> None:
        seen.append(uncovered(window))
        gate.set()

    window.desk.ask_long(lambda _door, _progress: gate.wait(), then=told.append, owner=window)
    QTimer.singleShot(0, look)  # in the loop in which the lock waits for what is being written
    program.lock()
    assert seen == [[]]
    assert told == []


class Shown(QObject):
    """Notes every form that is shown, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[str] = []

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(widget, AskForm):
            self.forms.append(widget.windowTitle())
        return False


@pytest.mark.parametrize("locks", [False, True])
def test_a_form_that_waits_for_its_screen_does_not_open_over_a_lock(
    locks: bool, window: Window, program: Program, qtbot: QtBot
) -> None:
    seen, gate = Shown(), threading.Event()
    program.app.installEventFilter(seen)
    window.desk.ask(lambda _door: gate.wait(60))
    place = next(each for each in places.places(window) if each.act == "cases.new")
    places.go_to(window, place)
    QTimer.singleShot(0, gate.set)  # with a lock, in the loop in which it waits for what is asked
    if locks:
        program.lock()
    rest(program, qtbot)
    for _ in range(3):
        QApplication.processEvents()
    program.app.removeEventFilter(seen)
    assert seen.forms == ([] if locks else ["Open a case for high profile"])


def test_esc_chooses_neither_of_two_texts_and_the_case_is_not_left_before_one_is_chosen(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    set_case(desks.sit(register), PRN, owner="Written elsewhere")
    half_type(case, "Typed here", qtbot)
    qtbot.keyClick(case.tabs.overview.owner, Qt.Key.Key_Tab)
    rest(program, qtbot)
    qtbot.keyClick(both(window), Qt.Key.Key_Escape)
    case.refresh()
    rest(program, qtbot)
    assert case.tabs.overview.owner.text() == "Typed here"
    assert "yours is not" in case.notice.text
    assert case.draft()["owner"] == "Typed here"
    assert not window.open("cases")
    dialog = both(window)
    assert dialog.mine_box.toPlainText() == "Typed here"
    assert stored(register) == "Written elsewhere"
    qtbot.mouseClick(dialog.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert stored(register) == "Typed here"
    assert window.open("cases")


def test_esc_in_two_texts_leaves_mine_in_its_form_and_saving_shows_both_again(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    row = next(row for row in case.tabs.values.model.rows if row.heading == "Prison")
    acts.correction(case, row)
    form = form_of(window)
    put_text(form.field("value"), "Rolleston")
    put_text(form.field("reason"), "told by prisons")
    correct_value(desks.sit(register), PRN, "Prison", "Paparua", "heard elsewhere")
    form.act.click()
    rest(program, qtbot)
    qtbot.keyClick(both(window), Qt.Key.Key_Escape)
    assert form.values()["value"] == "Rolleston"
    assert "Yours stays here" in form.notice.text
    form.act.click()
    rest(program, qtbot)
    assert both(window).theirs_box.toPlainText() == "Paparua"


def test_copied_details_name_nobody_and_go_with_a_lock(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    away = register.rename(register.with_name("away"))
    half_type(case, "S. Merrin", qtbot)
    qtbot.keyClick(case.tabs.overview.owner, Qt.Key.Key_Tab)
    rest(program, qtbot)
    assert case.notice.isVisible()
    copy = next(each for each in case.notice.findChildren(QPushButton) if "details" in each.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    away.rename(register)
    assert copied.splitlines()[:2] == ["ForumDesk", "case"]
    assert "Unreachable at " in copied
    assert not any(word in copied for word in ("Merrin", "Sharma", "José", PRN, "Owner"))
    program.lock()
    assert QApplication.clipboard().text() == ""


def test_a_field_that_was_not_saved_is_not_shown_with_another_person(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    half_type(case, "Typed here", qtbot)
    other = next(prn for prn in case.order if prn != PRN)
    case.go(prn=other)
    case.refresh()
    rest(program, qtbot)
    assert case.tabs.overview.owner.text() != "Typed here"
    assert "owner" not in case.draft()

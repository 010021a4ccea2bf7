"""What is copied lies on the clipboard for ten seconds, in no history, and goes at once with a lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.words import Role
from app.usecases.trail import list_trail
from tests.fixtures import desks, months
from tests.ui.conftest import SignIn, rest
from ui.main import Program
from ui.registry import all_screens
from ui.table import Table
from ui.widgets import clipboard

REGISTER = months.new_month


class Wait:
    """Waits until a test says that the time has come."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, Callable[[], None]]] = []

    def __call__(self, after: int, do: Callable[[], None]) -> None:
        self.asked.append((after, do))


@pytest.fixture
def wait(qapp: QApplication) -> Iterator[Wait]:
    yield Wait()
    clipboard.take_back()
    qapp.clipboard().clear()


def test_it_is_cleared_after_ten_seconds(wait: Wait) -> None:
    clipboard.lend("five unrelated words", later=wait)
    ((after, do),) = wait.asked
    assert after == 10_000
    assert QApplication.clipboard().text() == "five unrelated words"
    do()
    assert QApplication.clipboard().text() == ""


def test_what_somebody_copied_meanwhile_is_left_alone(wait: Wait) -> None:
    clipboard.lend("five unrelated words", later=wait)
    QApplication.clipboard().setText("a line of a letter")
    wait.asked[0][1]()
    assert QApplication.clipboard().text() == "a line of a letter"


def test_the_time_of_an_earlier_copy_does_not_end_a_later_one(wait: Wait) -> None:
    clipboard.lend("first", later=wait)
    clipboard.lend("second", later=wait)
    wait.asked[0][1]()
    assert QApplication.clipboard().text() == "second"
    wait.asked[1][1]()
    assert QApplication.clipboard().text() == ""


def test_it_is_marked_for_no_history_and_no_cloud(wait: Wait) -> None:
    clipboard.lend("five unrelated words", later=wait)
    carried = QApplication.clipboard().mimeData()
    for name in ("ExcludeClipboardContentFromMonitorProcessing", "CanUploadToCloudClipboard"):
        assert any(name in kind for kind in carried.formats())
    history = 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
    assert carried.data(history).data() == bytes(4)


@pytest.mark.parametrize("how", ["copied", "cut"])
def test_what_is_copied_from_a_field_is_marked_and_cleared_like_the_rest(
    how: str, wait: Wait, qtbot: QtBot
) -> None:
    """A field's own keys put it there for good, and in the looks of four formats."""
    heard = clipboard.watch(owns=lambda: True, later=wait)
    field = QPlainTextEdit("Kererū Canary\nlives at 12 Totara Street")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy() if how == "copied" else field.cut()
    QObject.disconnect(heard)
    board = QApplication.clipboard()
    assert board.text() == "Kererū Canary\nlives at 12 Totara Street"
    assert set(board.mimeData().formats()) == {"text/plain", *clipboard.NOT_KEPT}
    ((after, do),) = wait.asked
    assert after == 10_000
    do()
    assert board.text() == ""


def test_the_same_words_copied_twice_lie_there_for_the_whole_of_the_second_time(wait: Wait) -> None:
    clipboard.lend("five unrelated words", later=wait)
    clipboard.lend("five unrelated words", later=wait)
    wait.asked[0][1]()
    assert QApplication.clipboard().text() == "five unrelated words"
    wait.asked[1][1]()
    assert QApplication.clipboard().text() == ""


def test_what_another_program_puts_there_is_left_to_it(wait: Wait) -> None:
    heard = clipboard.watch(owns=lambda: False, later=wait)
    QApplication.clipboard().setText("a line of a letter")
    QObject.disconnect(heard)
    assert not wait.asked


def test_what_was_copied_from_a_field_goes_with_the_lock(wait: Wait, program: Program, enter: SignIn) -> None:
    window = enter()
    field = QLineEdit("Kererū Canary", window)
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == "Kererū Canary"
    program.lock()
    assert QApplication.clipboard().text() == ""


def test_a_lock_does_not_wait_for_the_time(wait: Wait, program: Program, enter: SignIn) -> None:
    enter()
    clipboard.lend("five unrelated words", later=wait)
    program.lock()
    assert QApplication.clipboard().text() == ""


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR, Role.POLICE_LIAISON])
def test_rows_copied_from_any_list_are_entered_by_screen_and_number_before_they_can_be_pasted(
    role: Role, register: Path, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    """And by nothing else: no name of a row stands in the entry."""
    window = enter(role)
    rest(program, qtbot)
    reader = desks.sit(register)
    untold, copied = [], 0
    for kind in all_screens():
        if kind.needs is not None and not window.desk.may(kind.needs):
            continue
        window.open(kind.name, **kind.example(window.desk))
        rest(program, qtbot)
        screen = window.screen_now
        assert screen is not None
        for table in screen.findChildren(Table):
            if not table.isVisible() or not table.model().rowCount() or not table._of_people:
                continue
            table.selectAll()
            many = len(table.chosen())
            qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            rest(program, qtbot)
            copied += 1
            told = [row.sentence for row in list_trail(reader) if row.event == "copied_rows"]
            if len(told) != copied or not told[-1].endswith(
                f" copied rows of the list {kind.name} CHC (copied {many})"
            ):
                untold.append((kind.name, table.accessibleName(), told[-1:]))
    assert untold == []
    assert copied

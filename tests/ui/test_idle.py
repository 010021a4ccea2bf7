"""The idle lock warns, stays when somebody comes, and locks when nobody does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import SignIn
from ui.idle import Idle
from ui.main import Program


@dataclass
class Watch:
    """A stop watch that a test moves."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_minute_before_it_warns_and_a_key_stops_it(program: Program, qtbot: QtBot) -> None:
    watch = Watch()
    idle = Idle(program.app, 600, program, watch)
    warned: list[int] = []
    idle.warns.connect(warned.append)
    watch.seconds = 539
    idle.look()
    assert warned == []
    watch.seconds = 550
    idle.look()
    assert warned == [50]
    box = QLineEdit()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    with qtbot.waitSignal(idle.stays):
        qtbot.keyClick(box.windowHandle(), Qt.Key.Key_Shift)  # as the system gives it
    watch.seconds = 1_000
    idle.look()
    assert warned == [50]
    idle.stop()


def test_a_key_that_only_a_menu_takes_and_a_click_count_too(program: Program, qtbot: QtBot) -> None:
    watch = Watch()
    idle = Idle(program.app, 600, program, watch)
    box = QLineEdit()
    qtbot.addWidget(box)
    done: list[bool] = []
    QShortcut(QKeySequence("Ctrl+D"), box).activated.connect(lambda: done.append(True))
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    for act in (
        lambda: qtbot.keyClick(box.windowHandle(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
        lambda: qtbot.mouseClick(box.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4)),
    ):
        watch.seconds += 550
        idle.look()
        with qtbot.waitSignal(idle.stays):
            act()
    assert done == [True]
    idle.stop()


def test_without_anybody_it_locks(program: Program, qtbot: QtBot) -> None:
    watch = Watch()
    idle = Idle(program.app, 60, program, watch)
    watch.seconds = 60
    with qtbot.waitSignal(idle.locks):
        idle.look()


def test_the_warning_stands_in_the_window_in_words(program: Program, enter: SignIn) -> None:
    window = enter()
    program.warn(45)
    assert window.soon.isVisible()
    assert "45 seconds" in window.soon.text

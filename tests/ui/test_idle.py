"""The idle lock warns, stays when somebody comes, and locks when nobody does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
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
    with qtbot.waitSignal(idle.stays):
        qtbot.keyClick(box, Qt.Key.Key_Shift)
    watch.seconds = 1_000
    idle.look()
    assert warned == [50]
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
    assert window.notice.isVisible()
    assert "45 seconds" in window.notice.text

"""Closing the window: with the backup that the plan asks for, or without it where the person does not wait."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.backup import BackupPlan
from app.usecases import meeting
from tests.ui.conftest import SignIn, rest
from ui import words
from ui.main import Program
from ui.window import Window


def _button(window: Window, text: str) -> QPushButton | None:
    return next((each for each in window.notice.findChildren(QPushButton) if each.text() == text), None)


def _plan_a_backup_at_close(window: Window) -> Path:
    door = window.desk.door
    door.plan_backups(BackupPlan(at_close=True))
    meeting.schedule_meeting(door, "CHC", date(2027, 1, 13))
    return door.folder / "backup"


def test_closing_after_a_save_waits_for_its_backup_where_the_plan_says_so(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    place = _plan_a_backup_at_close(window)
    rest(program, qtbot)
    with qtbot.waitSignal(window.left):
        window.close()
        assert window.isVisible()
        assert words.BACKING_UP in window.state_label.text()
    assert [file.suffix for file in place.iterdir()] == [".fdbackup"]


def test_closing_again_leaves_without_the_backup_and_leaves_no_piece_of_it(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    place = _plan_a_backup_at_close(window)
    rest(program, qtbot)
    with qtbot.waitSignal(window.left):
        window.close()
        window.close()
        assert window.isVisible()
    assert not place.exists() or [file.suffix for file in place.iterdir()] in ([], [".fdbackup"])


def test_a_backup_that_fails_at_closing_is_told_before_the_window_goes(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    place = _plan_a_backup_at_close(window)
    place.write_bytes(b"a file where the folder should be")
    rest(program, qtbot)
    window.close()
    qtbot.waitUntil(lambda: "No backup was made" in window.notice.text)
    button = _button(window, "Close without a backup")
    assert button is not None
    with qtbot.waitSignal(window.left):
        button.click()


def test_closing_without_a_save_makes_no_backup(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    window.desk.door.plan_backups(BackupPlan(at_close=True))
    with qtbot.waitSignal(window.left):
        window.close()
    assert not (window.desk.door.folder / "backup").exists()

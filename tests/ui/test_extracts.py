"""Extracts that were taken in, looked at again: what each changed, what it refused, saved to be mended."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import made_up
from app.domain.words import Role
from app.usecases.extract import extract_differences, import_extract, list_extracts, save_rejections
from tests.fixtures import desks, months
from tests.ui.conftest import SignIn, rest
from ui.main import Program
from ui.register.taken_in import ExtractsScreen
from ui.register.taking_in import ImportScreen
from ui.window import Window

LATER = date(2026, 11, 17)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A month's register whose second extract moves somebody to another prison and holds a row that is refused."""
    folder = months.new_month(tmp_path / "register")
    desk = desks.sit(folder)
    people = made_up.made_up_people(7, 14, "CHC", months.AS_AT)
    lines = made_up.write_extract(people, LATER).decode("utf-8-sig").splitlines()
    first, second = lines[1].split(","), lines[2].split(",")
    lines[1] = lines[1].replace(first[3], "31/02/1980")
    prison = lines[0].split(",").index("Prison")
    lines[2] = ",".join((*second[:prison], "Elsewhere", *second[prison + 1 :]))
    import_extract(desk, "ioms-CHC-2026-12.csv", "\n".join(lines).encode())
    desk.close()
    return folder


def extracts(window: Window, program: Program, qtbot: QtBot) -> ExtractsScreen:
    window.open("cases-extracts")
    rest(program, qtbot)
    assert isinstance(window.screen_now, ExtractsScreen)
    return window.screen_now


def test_the_last_extract_opens_with_what_it_changed_and_refused(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    door = window.desk.door
    screen = extracts(window, program, qtbot)
    rows = list_extracts(door)
    assert tuple(screen.model.rows) == rows
    assert [each.file_name for each in rows] == ["ioms-CHC-2026-12.csv", "ioms-CHC-2026-11.csv"]
    assert "ioms-CHC-2026-12.csv, as at 17/11/2026" in screen.about.text()
    assert tuple(screen.differences.rows) == extract_differences(door, rows[0].extract)
    assert "Elsewhere" in {each.new for each in screen.differences.rows}
    assert tuple(screen.rejections.rows) == save_rejections(door, rows[0].extract).rejections
    assert screen.tabs.tabText(1) == "Refused rows (1)"
    assert window.count_label.text() == "2 extracts"


def test_enter_opens_an_earlier_extract_that_refused_nothing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = extracts(enter(), program, qtbot)
    assert screen.save_button.isEnabled()
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "ioms-CHC-2026-11.csv" in screen.about.text()
    assert screen.rejections.rowCount() == 0
    assert screen.tabs.tabText(1) == "Refused rows (0)"
    assert not screen.save_button.isEnabled()


def test_the_refused_rows_of_an_extract_taken_in_before_are_saved_to_be_mended(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = enter()
    screen = extracts(window, program, qtbot)
    out = tmp_path / "mend.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    qtbot.mouseClick(screen.save_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert out.read_bytes() == save_rejections(window.desk.door).as_csv()
    assert screen.notice.text == "Saved the rejected rows as mend.csv."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out / "m.csv"), ""))
    qtbot.mouseClick(screen.save_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert "The refused rows could not be written" in screen.notice.text


def test_the_import_leads_to_the_extracts_and_a_chair_is_not_led_there(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.open("cases-import")
    rest(program, qtbot)
    shown = window.screen_now
    assert isinstance(shown, ImportScreen)
    qtbot.mouseClick(shown.before_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert isinstance(window.screen_now, ExtractsScreen)
    chair = enter(Role.CHAIR)
    chair.open("cases-import")
    rest(program, qtbot)
    shown = chair.screen_now
    assert isinstance(shown, ImportScreen)
    assert not shown.before_button.isEnabled()

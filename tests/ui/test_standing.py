"""What the window says while an older copy of the register lies in its place, or a fault is found behind it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app import desk as desk_door
from app.domain.errors import Unreachable
from app.domain.words import Role
from app.usecases import meeting, people
from db import connect
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.process import say
from tests.ui.conftest import SignIn, rest
from ui import standing
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.people.screen import PeopleScreen
from ui.register.screen import CasesScreen
from ui.settings.screen import SettingsScreen
from ui.widgets.ask import AskForm
from ui.window import Window


def _put_an_older_copy_in_place(register: Path, tmp_path: Path) -> None:
    shutil.copytree(register, tmp_path / "kept")
    meeting.schedule_meeting(desks.sit(register), "CHC", date(2027, 1, 13))
    for file in (tmp_path / "kept").iterdir():
        shutil.copy(file, register / file.name)


def _button(window: Window, text: str) -> QPushButton | None:
    return next((each for each in window.notice.findChildren(QPushButton) if each.text() == text), None)


def test_an_older_copy_is_told_in_red_with_both_numbers_and_an_administrator_cannot_decide(
    enter: SignIn, register: Path, tmp_path: Path
) -> None:
    _put_an_older_copy_in_place(register, tmp_path)
    window = enter()
    behind = window.desk.door.behind
    assert behind is not None
    assert (
        f"ends with entry {behind.seq}, but this computer has seen entry {behind.seen.seq}"
        in window.band.text
    )
    assert window.band.property("look") == "band-alarm"
    assert "until a chair decides" in window.notice.text
    assert _button(window, "Keep the older copy…") is None


@pytest.mark.parametrize("found", [False, True])
def test_a_chair_keeps_the_older_copy_with_a_reason_and_the_band_is_as_ever(
    found: bool, enter: SignIn, register: Path, tmp_path: Path, program: Program, qtbot: QtBot
) -> None:
    """Also where a check had found a fault: about the older copy it is decided first, and then it is checked."""
    _put_an_older_copy_in_place(register, tmp_path)
    if found:
        desks.sit(register).take_fault("The register is damaged: trail: entry 3 does not hold.")
    window = enter(Role.CHAIR)
    button = _button(window, "Keep the older copy…")
    assert button is not None
    button.click()
    form = next(each for each in window.findChildren(QDialog) if isinstance(each, AskForm))
    form.act.click()
    rest(program, qtbot)
    assert "Say why" in form.notice.text
    why = form.field("reason")
    assert isinstance(why, QLineEdit)
    why.setText("the disk failed")
    form.act.click()
    rest(program, qtbot)
    assert window.band.property("look") == "band"
    assert window.desk.may(meeting.schedule_meeting)


def test_a_fault_found_behind_the_window_is_said_and_nothing_more_is_saved(
    enter: SignIn, register: Path, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    standing.check(window.desk, window)
    rest(program, qtbot)
    assert not window.desk.door.reading_only
    keys = register / "register.keys"
    keys.write_text(
        keys.read_text(encoding="utf-8").replace('"kind": "person"', '"kind": "parson"', 1), encoding="utf-8"
    )
    standing.check(window.desk, window)
    rest(program, qtbot)
    assert "key file" in window.notice.text
    assert not window.desk.may(meeting.schedule_meeting)
    assert window.band.property("look") == "band-alarm"


def test_damage_that_a_check_found_before_is_said_from_the_first_moment_until_one_finds_none(
    enter: SignIn, register: Path, program: Program, qtbot: QtBot
) -> None:
    file = register / "register.fdb"
    whole = file.read_bytes()
    file.write_bytes(
        whole[: len(whole) // 2] + bytes([whole[len(whole) // 2] ^ 1]) + whole[len(whole) // 2 + 1 :]
    )
    assert say(register, "register", "check").code == 4
    window = enter()
    assert "The register is damaged" in window.notice.text
    assert window.band.property("look") == "band-alarm"
    assert not window.desk.may(meeting.schedule_meeting)
    file.write_bytes(whole)
    standing.check(window.desk, window)
    rest(program, qtbot)
    assert window.band.property("look") == "band"
    assert window.desk.may(meeting.schedule_meeting)


def test_a_change_of_key_that_waits_for_room_is_said_and_everything_works_on(
    enter: SignIn, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise Unreachable("The disk is full.")

    name, passphrase = "Wiremu Pōtiki", "a kettle sings on the stove"
    desk_door.request_access(register, name, passphrase, Role.MEMBER, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), name)
    monkeypatch.setattr(connect, "change_key", full)
    with pytest.raises(Unreachable):
        people.revoke_person(desks.sit(register, Role.CHAIR), name, "left")
    window = enter()
    assert "change of the register's key is not finished" in window.notice.text
    assert window.desk.may(meeting.schedule_meeting)


def test_settings_make_prove_and_plan_a_backup(
    enter: SignIn, register: Path, tmp_path: Path, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.open("settings")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, SettingsScreen)
    card = screen.backups
    assert "No backup yet" in card.told.text()
    assert not card.proof.isEnabled()
    card.every.set_value(7)
    card.second.setText(str(tmp_path / "stick"))
    card.keep.click()
    card.now.click()
    rest(program, qtbot)
    assert "verified as a copy" in screen.notice.text
    assert "Newest: 17/11/2026" in card.told.text()
    assert [file.name for file in (tmp_path / "stick").iterdir()] == [
        file.name for file in (register / "backup").iterdir()
    ]
    card.proof.click()
    rest(program, qtbot)
    assert "trail and signatures" in screen.notice.text


def test_a_backup_that_is_due_is_made_behind_the_window_once(
    enter: SignIn, register: Path, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    for _time in range(2):
        standing.check(window.desk, window)
        rest(program, qtbot)
    assert len(list((register / "backup").iterdir())) == 1


def test_a_chair_ends_somebodys_access_with_a_reason(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.CHAIR)
    window.open("people")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, PeopleScreen)
    screen.turn_to(next(row for row in screen.model.rows if row.name == desks.ADMINISTRATOR[0]))
    screen.revoke_button.click()
    form = next(each for each in window.findChildren(QDialog) if isinstance(each, AskForm))
    why, emergency = form.field("reason"), form.field("emergency")
    assert isinstance(why, QLineEdit)
    assert isinstance(emergency, QCheckBox)
    why.setText("left the service")
    form.act.click()
    rest(program, qtbot)
    assert "Nobody else is administrator" in form.notice.text
    emergency.setChecked(True)
    form.act.click()
    rest(program, qtbot)
    assert "has no access any more" in screen.notice.text


def _own_tools(folder: Path, statement: str) -> None:
    desk = desks.sit(folder)
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as connection:
        connection.execute(text(statement))


def test_a_case_changed_outside_is_marked_in_list_and_case_and_a_chair_settles_it(
    enter: SignIn, register: Path, program: Program, qtbot: QtBot
) -> None:
    do(desks.sit(register), lambda work: [add_case(work, prn, surname=f"N{prn}") for prn in ("001", "002")])
    _own_tools(register, "UPDATE cases SET owner = 'x' WHERE id = 2")
    window = enter(Role.CHAIR)
    standing.check(window.desk, window)
    rest(program, qtbot)
    assert "1 case was changed outside ForumDesk (PRN 002)" in window.notice.text
    assert window.band.property("look") == "band"
    assert window.desk.may(meeting.schedule_meeting), "the rest works on"
    window.open("cases")
    rest(program, qtbot)
    table = window.screen_now
    assert isinstance(table, CasesScreen)
    marked = [
        line.prn
        for line in table.model.rows
        if "changed outside ForumDesk" in table.model.columns[0].text(line)
    ]
    assert marked == ["002"]
    window.open("case", prn="002")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CaseScreen)
    assert screen.outside.isVisible()
    assert "Changed outside ForumDesk: cases 1; last sealed by entry" in screen.outside.told.text()
    screen.outside.accept.click()
    form = next(each for each in window.findChildren(QDialog) if isinstance(each, AskForm))
    why = form.field("reason")
    assert isinstance(why, QPlainTextEdit)
    why.setPlainText("the owner told me")
    form.act.click()
    rest(program, qtbot)
    assert not screen.outside.isVisible()
    assert window.desk.door.outside is None


def test_an_administrator_sees_the_mark_and_cannot_settle_it(
    enter: SignIn, register: Path, program: Program, qtbot: QtBot
) -> None:
    do(desks.sit(register), lambda work: add_case(work, "001"))
    _own_tools(register, "UPDATE cases SET owner = 'x' WHERE id = 1")
    window = enter()
    standing.check(window.desk, window)
    window.open("case", prn="001")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CaseScreen)
    assert screen.outside.isVisible()
    assert not screen.outside.accept.isVisible()


def test_records_about_no_one_case_stop_everything_until_a_chair_accepts_them(
    enter: SignIn, register: Path, program: Program, qtbot: QtBot
) -> None:
    _own_tools(register, "UPDATE forums SET meeting_minutes = 10 WHERE code = 'HB'")
    window = enter(Role.CHAIR)
    standing.check(window.desk, window)
    rest(program, qtbot)
    assert "of the table forums was changed outside ForumDesk" in window.notice.text
    assert window.band.property("look") == "band-alarm"
    assert not window.desk.may(meeting.schedule_meeting)
    button = _button(window, "Accept as found…")
    assert button is not None
    button.click()
    form = next(each for each in window.findChildren(QDialog) if isinstance(each, AskForm))
    why = form.field("reason")
    assert isinstance(why, QLineEdit)
    why.setText("the forum's meetings are shorter now")
    form.act.click()
    rest(program, qtbot)
    assert window.band.property("look") == "band"
    assert window.desk.may(meeting.schedule_meeting)

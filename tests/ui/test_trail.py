"""The trail's filters: whoever asks for a kind of entry finds every entry of it."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

import app.usecases
from app.desk import all_use_cases
from app.domain.trail_kinds import KINDS, kind_of
from app.domain.words import Role, Service
from app.usecases.cases import set_case
from app.usecases.trail import list_trail, verify_trail
from db import connect
from tests.fixtures import desks, months
from tests.ui.conftest import SignIn, rest
from ui.main import Program
from ui.tasks import Stopped
from ui.trail.screen import TrailScreen
from ui.widgets.ask import AskForm

PRN = "88868884"
OF_THE_DOOR = (
    "sign_in",
    "create_register",
    "bring_forward",
    "restore_register",
    "recover_access",
    "ask_restore",
)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return months.new_month(tmp_path / "register")


def every_event() -> set[str]:
    for room in pkgutil.iter_modules(app.usecases.__path__):
        importlib.import_module(f"app.usecases.{room.name}")
    return {case.name for case in all_use_cases() if case.function.__module__.startswith("app.")}


def test_every_act_of_the_program_is_of_one_kind_of_the_trail() -> None:
    events = every_event()
    assert len(events) > 150
    assert [event for event in sorted((*events, *OF_THE_DOOR)) if not kind_of(event)] == []


def test_no_act_that_changes_something_is_called_looking() -> None:
    every_event()
    changing = {
        case.name
        for case in all_use_cases()
        if not case.looks and case.function.__module__.startswith("app.")
    }
    assert [event for event in sorted(changing) if kind_of(event) == "looking"] == []


def test_no_kind_is_empty_of_acts_of_the_program() -> None:
    told = {kind_of(event) for event in (*every_event(), *OF_THE_DOOR, "refused: set_case")}
    assert told == set(KINDS)


def test_whoever_asks_for_what_was_done_to_cases_sees_that_alone(
    register: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    set_case(desks.sit(register), PRN, Service.PRISONS, "Wirihana Tamatea")
    window.open("trail")
    rest(program, qtbot)
    trail = window.screen_now
    assert isinstance(trail, TrailScreen)
    trail.kind.set_value("cases")
    trail.filter()
    assert "set_case" in {row.event for row in trail.model.rows}
    assert {kind_of(row.event) for row in trail.model.rows} == {"cases"}


def test_a_verification_that_is_cancelled_says_that_nothing_is_verified(
    program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    window.open("trail")
    rest(program, qtbot)
    trail = window.screen_now
    assert isinstance(trail, TrailScreen)
    before_it = Event()
    window.desk.tasks.run_long(lambda _progress: before_it.wait())
    trail.verify_button.click()
    assert not trail.verify_button.isEnabled()
    window.desk.tasks.stop_all()
    before_it.set()
    rest(program, qtbot)
    assert trail.notice.text == "Cancelled: the trail is not verified."
    assert trail.verify_button.isEnabled()


def test_verifying_tells_how_far_it_is_and_may_be_stopped(register: Path) -> None:
    desk = desks.sit(register)
    told: list[tuple[int, int]] = []
    verdict = verify_trail(desk, tell=lambda done, of: told.append((done, of)))
    assert told == [(done, verdict.entries) for done in range(1, verdict.entries + 1)]

    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        verify_trail(desk, tell=stop)


def _trail(enter: SignIn, program: Program, qtbot: QtBot, role: Role = Role.ADMINISTRATOR) -> TrailScreen:
    window = enter(role)
    window.open("trail")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, TrailScreen)
    return screen


def test_the_entries_that_are_shown_are_exported_with_why_and_the_trail_says_so(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "trail.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    screen = _trail(enter, program, qtbot)
    qtbot.keyClicks(screen.box, "issued agenda")
    shown = len(screen.model.rows)
    screen.export_button.setFocus()
    qtbot.keyClick(screen.export_button, Qt.Key.Key_Return)
    form = next(each for each in screen.window().findChildren(AskForm) if each.isVisible())
    assert "with “issued agenda”" in form.intro
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    assert "what the file is for" in form.notice.text
    qtbot.keyClicks(form.field("reason"), "for the audit")
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    rest(program, qtbot)
    text = out.read_text(encoding="utf-8-sig")
    assert text.startswith("IN CONFIDENCE")
    assert text.count("issue_agenda") == shown
    assert f"{shown} of " in screen.notice.text
    assert "exported the trail to a file" in list_trail(screen.desk.door)[-1].sentence


def test_an_export_that_finds_no_place_says_what_became_of_it(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _trail(enter, program, qtbot, Role.AUDITOR)
    taken = tmp_path / "taken"
    taken.write_text("a file, no folder", encoding="utf-8")
    for chosen, said in (("", "no file was written"), (str(taken / "trail.csv"), "could not be written")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: (chosen, ""))
        screen.export()
        form = next(each for each in screen.window().findChildren(AskForm) if each.isVisible())
        qtbot.keyClicks(form.field("reason"), "for the audit")
        qtbot.keyClick(form.act, Qt.Key.Key_Return)
        rest(program, qtbot)
        assert said in screen.notice.text


def test_a_row_of_the_trail_changed_with_tools_of_ones_own_is_named_in_red_with_what_to_do(
    register: Path, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _trail(enter, program, qtbot, Role.AUDITOR)
    screen.verify_button.click()
    rest(program, qtbot)
    assert "The chain is whole" in screen.notice.text
    desk = desks.sit(register)
    raw = connect.bare(desk.path, desk.opened.register_key)
    raw.execute("DROP TRIGGER trail_no_update")
    raw.execute("UPDATE trail SET subject = 'forum XYZ' WHERE seq = 2")
    raw.close()
    screen.verify_button.setFocus()
    qtbot.keyClick(screen.verify_button, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert screen.notice.text.startswith("Entry 2 of the trail does not hold: ")
    assert "the one entry before it does" in screen.notice.text
    assert screen.notice.text.endswith("Stop using this register and tell the chair.")
    assert screen.notice.findChildren(QLabel)[0].property("look") == "bad"
    assert screen.verify_button.isEnabled()

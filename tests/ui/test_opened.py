"""Sign-in lists the registers this computer has opened: by keys, with when, without names, and says which are gone."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fixtures import desks
from tests.ui.conftest import SignIn, rest
from ui.main import Program
from ui.signin.enter import SignInPage
from ui.signin.opened import keep


def _opened_two(program: Program, enter: SignIn, qtbot: QtBot, other: Path) -> SignInPage:
    """Two registers unlocked one after the other, then locked."""
    enter()
    program.lock()
    rest(program, qtbot)
    form = program.signin.enter  # type: ignore[union-attr]
    desks.new_register(other)
    form.folder.setText(str(other))
    enter()
    program.lock()
    rest(program, qtbot)
    return program.signin.enter  # type: ignore[union-attr]


def test_a_register_is_chosen_by_arrows_and_the_keyboard_goes_on_to_the_name(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    other = tmp_path / "a-much-longer-way" / "to-where-the-forum-of-hawkes-bay" / "keeps-its" / "register-hb"
    form = _opened_two(program, enter, qtbot, other)
    told = [form.opened.list.item(number).text() for number in range(form.opened.list.count())]
    assert len(told) == 2
    assert all("Last unlocked Tue 17/11/2026 10:00" in each for each in told)
    assert told[0].startswith("register-hb")
    assert "…" in told[0]
    assert str(other) not in told[0]
    assert form.opened.list.item(0).toolTip() == str(other)
    assert form.folder.text() == str(other)
    form.opened.list.setFocus()
    qtbot.keyClick(form.opened.list, Qt.Key.Key_Down)
    assert form.folder.text() == str(register)
    qtbot.keyClick(form.opened.list, Qt.Key.Key_Return)
    assert form.name.hasFocus()


def test_a_register_that_is_gone_says_so_and_is_taken_off_the_list_by_a_key(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    form = _opened_two(program, enter, qtbot, other)
    away = register.rename(tmp_path / "away")
    form.opened.fill()
    rest(program, qtbot)
    assert "gone: no register lies there now" in form.opened.list.item(1).text()
    assert "lies there" not in form.opened.list.item(0).text()
    form.opened.list.setFocus()
    qtbot.keyClick(form.opened.list, Qt.Key.Key_Down)
    qtbot.keyClick(form.opened.list, Qt.Key.Key_Delete)
    assert form.opened.list.count() == 1
    assert form.folder.text() == str(other)
    form.opened.fill()
    rest(program, qtbot)
    assert form.opened.list.count() == 1
    assert (away / "register.fdb").exists()
    qtbot.mouseClick(form.opened.off, Qt.MouseButton.LeftButton)
    assert not form.opened.isVisible()
    assert program.settings.value("register") == ""


def test_no_name_of_a_person_is_kept_with_the_list(
    program: Program, enter: SignIn, qtbot: QtBot, tmp_path: Path
) -> None:
    _opened_two(program, enter, qtbot, tmp_path / "other")
    program.settings.sync()
    kept = (program.edges.profile / "window.ini").read_text(encoding="utf-8")
    assert "registers=" in kept
    for name in (*desks.ADMINISTRATOR[0].split(), *desks.CHAIR[0].split()):
        assert name not in kept


def test_a_share_that_is_away_keeps_nobody_waiting_who_signs_in_elsewhere(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, is_file = threading.Event(), Path.is_file

    def slow(path: Path) -> bool:
        return gate.wait() if "away-share" in str(path) else is_file(path)

    monkeypatch.setattr(Path, "is_file", slow)
    keep(program.settings, Path("/away-share/forum"), desks.START)
    form = program.start().enter
    form.name.setText(desks.ADMINISTRATOR[0])
    form.passphrase.setText(desks.ADMINISTRATOR[1])
    qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    try:
        qtbot.waitUntil(lambda: program.window is not None)
    finally:
        gate.set()
    rest(program, qtbot)

"""What left the forum has a place in the window: filtered, in full, on a past day, and closed to who may not see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.words import Role
from app.usecases import disclosure, police
from tests.fixtures import desks, months
from tests.ui.conftest import SignIn, form_of, rest
from ui.disclosure.screen import DisclosureScreen
from ui.keeping.past import PastScreen
from ui.main import Program
from ui.widgets.blank import Blank

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A month whose workbook has gone to Police."""
    folder = months.new_month(tmp_path / "register")
    desk = desks.sit(folder)
    police.export_police(desk, "CHC-2026-12-02", None, lambda _data: None)
    desk.close()
    return folder


def _ledger(enter: SignIn, program: Program, qtbot: QtBot, role: Role = Role.CHAIR) -> DisclosureScreen:
    window = enter(role)
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL_SHIFT)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, DisclosureScreen)
    return screen


def test_what_left_is_found_by_words_and_shown_in_full(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    screen = _ledger(enter, program, qtbot)
    assert [each.what for each in screen.model.rows] == ["Police workbook"]
    assert not screen.card.isVisible()
    qtbot.keyClicks(screen.box, "POLICE workbook chc")
    assert len(screen.model.rows) == 1
    qtbot.keyClick(screen.box, Qt.Key.Key_Return)
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    (line,) = disclosure.list_disclosures(screen.desk.door)
    told = screen.whole.text()
    assert screen.card.isVisible()
    for part in (*line.recipients, *line.fields, line.ground):
        assert part in told
    assert line.sha256
    assert line.sha256 in told.replace(" ", "")


def test_filters_that_hide_everything_say_how_much_and_are_cleared_by_a_key(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _ledger(enter, program, qtbot)
    screen.until.setFocus()
    qtbot.keyClicks(screen.until, "1/1/2026")
    qtbot.keyClick(screen.until, Qt.Key.Key_Return)
    assert not screen.model.rows
    assert "1 disclosure hidden by: until 01/01/2026." in screen.listing.said
    assert screen.showing.text() == "Showing what left until 01/01/2026"
    screen.clear.setFocus()
    qtbot.keyClick(screen.clear, Qt.Key.Key_Return)
    assert len(screen.model.rows) == 1
    screen.kind.set_value(False)
    screen.filter()
    assert not screen.model.rows
    assert "decided for itself" in screen.showing.text()


def test_a_chair_gives_out_the_ledger_of_a_day_and_that_stands_in_it_too(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ledger.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    screen = _ledger(enter, program, qtbot)
    window = screen.window()
    screen.past_button.setFocus()
    qtbot.keyClick(screen.past_button, Qt.Key.Key_Return)
    rest(program, qtbot)
    past = window.screen_now  # type: ignore[attr-defined]
    assert isinstance(past, PastScreen)
    assert past.subject.text() == "What had left CHC"
    qtbot.keyClick(past.give_button, Qt.Key.Key_Return)
    form = form_of(window)
    qtbot.keyClicks(form.field("recipient"), "Office of the Ombudsman")
    qtbot.keyClicks(form.field("reason"), "asked on 12 November")
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert out.read_bytes().startswith(b"%PDF")
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL_SHIFT)
    rest(program, qtbot)
    assert screen.model.rows[0].to_words == "Office of the Ombudsman"
    assert [each.standing for each in screen.model.rows] == [False, True]


def test_who_may_not_see_the_ledger_is_told_so(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.MEMBER)
    window.open("disclosure")
    rest(program, qtbot)
    blank = window.stack.currentWidget()
    assert isinstance(blank, Blank)
    assert "You may not see" in blank.empty.words

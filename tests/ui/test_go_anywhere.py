"""Ctrl+K from anywhere: every screen and every act that the role may do, by its words and by those people use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.domain.words import Role
from tests.fixtures import months
from tests.ui.conftest import PRN, SignIn, form_of, rest, shown
from ui import places
from ui.main import Program
from ui.meeting.agenda import AgendaScreen
from ui.meeting.screen import MeetingsScreen
from ui.palette import Palette
from ui.registry import all_screens
from ui.window import Window

REGISTER = months.new_month
CONTROL = Qt.KeyboardModifier.ControlModifier


def _found(window: Window, qtbot: QtBot, words: str) -> tuple[Palette, list[str]]:
    """What Ctrl+K finds by typing, before anybody is looked for."""
    window.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = next(each for each in window.findChildren(Palette) if each.isVisible())
    qtbot.keyClicks(palette.box, words)
    return palette, [palette.list.item(number).text() for number in range(palette.list.count())]


def _choose(window: Window, program: Program, qtbot: QtBot, words: str, line: str) -> None:
    palette, found = _found(window, qtbot, words)
    palette.list.setCurrentRow(next(number for number, told in enumerate(found) if told.startswith(line)))
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    rest(program, qtbot)
    rest(program, qtbot)
    if not [each for each in window.findChildren(QDialog) if each.isVisible()]:
        window.activateWindow()
    QApplication.processEvents()


ASKED = {
    "left out": "Left out of the list",
    "import": "Take in an extract",
    "look ahead": "Coming agendas",
    "forecast": "Coming agendas",
    "schedule": "Schedule a meeting",
    "count": "Count copies back in",
    "incident": "Missing copies",
    "export": "Export the workbook for Police",
    "review": "Review of the Police reply",
    "new case": "New case",
    "slips": "Print slips of actions",
    "keeping": "Keeping and disposal",
    "agenda": "Agenda",
    "preview": "Preview",
    "access": "People",
    "backup": "Settings",
}


def test_what_people_type_from_home_finds_its_screen_or_act(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("home")
    rest(program, qtbot)
    missed = {}
    for words, line in ASKED.items():
        palette, found = _found(window, qtbot, words)
        if not any(told.startswith(line) for told in found):
            missed[words] = found
        palette.reject()
        QApplication.processEvents()
    assert missed == {}


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MEMBER, Role.AUDITOR])
def test_every_screen_that_a_role_may_open_is_found_by_its_title_and_no_other(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(role)
    window.open("home")
    rest(program, qtbot)
    reached = {place.screen for place in places.places(window) if not place.act}
    reached |= {each.key.removeprefix("go.") for each in window.table.actions if each.key.startswith("go.")}
    for kind in all_screens():
        short = kind.name.removeprefix("meeting-")
        found = kind.name in reached or short in reached
        may = kind.needs is None or window.desk.may(kind.needs)
        assert found or not may, kind.name
        if not may:
            assert not any(place.screen == kind.name for place in places.places(window)), kind.name
    for place in places.places(window):
        assert place.needs is None or window.desk.may(place.needs), place


def test_what_is_read_of_a_screen_without_it_is_what_it_does_once_it_is_there(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    for kind in all_screens():
        if kind.needs is not None and not window.desk.may(kind.needs):
            continue
        window.open(kind.name, **kind.example(window.desk))
        rest(program, qtbot)
        there = [(act.key, act.text, act.needs) for act in window.screen_now.acts()]  # type: ignore[union-attr]
        assert [(act.key, act.text, act.needs) for act in places.acts_of(kind)] == there, kind.name


def test_an_act_of_another_screen_goes_there_and_begins(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("home")
    rest(program, qtbot)
    _choose(window, program, qtbot, "new case", "New case")
    assert window.here[0] == "cases"
    form_of(window).reject()
    QApplication.processEvents()
    window.activateWindow()
    window.open("home")
    rest(program, qtbot)
    _choose(window, program, qtbot, "schedule", "Schedule a meeting")
    assert shown(window, MeetingsScreen).form.day.hasFocus()


def test_the_agenda_of_the_next_meeting_is_two_words_away_and_a_case_is_chosen_first(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("home")
    rest(program, qtbot)
    assert window.coming
    _choose(window, program, qtbot, "agenda", "Agenda")
    assert shown(window, AgendaScreen).meeting == window.coming
    window.open("home")
    rest(program, qtbot)
    _choose(window, program, qtbot, "add information", "Add information")
    assert window.here[0] == "cases"
    assert window.status.currentMessage() == "Add information: choose a case first."
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_an_act_that_would_write_at_once_is_not_done_from_afar(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    begins = {place.act: place.asks for place in places.places(window) if place.act}
    assert not begins["actions.done"]
    assert begins["cases.new"]
    assert not any(act.startswith(("review.", "run.")) for act in begins)


def test_whole_words_come_before_parts_of_words_and_a_number_before_everything(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("home")
    rest(program, qtbot)
    palette, found = _found(window, qtbot, "case")
    first = {
        each: next(n for n, told in enumerate(found) if told.startswith(each))
        for each in ("New case", "Cases")
    }
    assert first["New case"] < first["Cases"]
    palette.box.selectAll()
    qtbot.keyClicks(palette.box, PRN)
    palette._pause.timeout.emit()
    rest(program, qtbot)
    assert PRN in palette.list.item(0).text()
    assert palette.list.currentRow() == 0

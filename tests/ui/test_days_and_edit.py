"""Days that are typed, and F2: what is read back is seen, today is one key, and what has the keyboard is edited."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.cases import CaseRecord
from app.domain.dates import show_long_date
from tests.fixtures import months
from tests.ui.conftest import form_of, rest
from ui.case.screen import CaseScreen
from ui.case.tabs import FLAGS_TAB
from ui.main import Program
from ui.widgets.ask import AskForm
from ui.widgets.pick import DayEdit
from ui.window import Window

REGISTER = months.new_month
CONTROL = Qt.KeyboardModifier.ControlModifier


def _form(window: Window) -> AskForm:
    """The form in view, with the keyboard as a desktop gives it."""
    form = form_of(window)
    form.activateWindow()
    QApplication.processEvents()
    return form


def _shut(form: AskForm, qtbot: QtBot) -> None:
    form.reject()
    QApplication.processEvents()


def _press(widget: QWidget, key: Qt.Key, qtbot: QtBot) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, key)


def test_a_day_in_any_form_is_today_by_one_key_and_read_back_beneath_its_field(
    case: CaseScreen, window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    day = cast("DayEdit", _form(window).field("as_at"))
    day.setFocus()
    day.clear()
    qtbot.keyClick(day, Qt.Key.Key_Semicolon, CONTROL)
    assert day.day == case.desk.today
    assert day.said.isVisible()
    assert day.said.text() == show_long_date(case.desk.today)
    day.selectAll()
    qtbot.keyClicks(day, "5/11/26")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert day.text() == "05/11/2026"
    assert day.said.text() == "Thursday 5 November 2026"
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "31/11/26")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert "not a day" in day.said.text()


@pytest.mark.parametrize("name", ["trail", "people", "keeping", "cases-import"])
def test_a_day_beside_a_list_is_today_by_the_same_key(
    name: str, window: Window, program: Program, qtbot: QtBot
) -> None:
    window.open(name)
    rest(program, qtbot)
    days = [each for each in window.screen_now.findChildren(DayEdit) if each.isVisible()]  # type: ignore[union-attr]
    assert days
    for day in days:
        if not day.isEnabled():
            continue
        day.setFocus()
        day.clear()
        qtbot.keyClick(day, Qt.Key.Key_Semicolon, CONTROL)
        assert day.day == window.desk.today
        assert day.said.isVisible()


def test_f2_edits_the_field_or_the_row_that_has_the_keyboard(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    owner = case.tabs.overview.owner
    _press(owner, Qt.Key.Key_F2, qtbot)
    assert owner.hasFocus()
    assert owner.selectedText() == owner.text()
    assert not [each for each in window.findChildren(AskForm) if each.isVisible()]
    _press(case.tabs.overview.milestones.table, Qt.Key.Key_F2, qtbot)
    assert _form(window).windowTitle().startswith("Answer what a milestone asks")
    _shut(_form(window), qtbot)
    titles = {}
    for tab in range(case.tabs.count()):
        case.tabs.setCurrentIndex(tab)
        rest(program, qtbot)
        for each in case.tabs.listings():
            if not (each.is_built and each.table.isVisible()):
                continue
            window.activateWindow()
            QApplication.processEvents()
            each.table.setFocus()
            case.notice.hide()
            qtbot.keyClick(each.table, Qt.Key.Key_F2)
            rest(program, qtbot)
            asked = [form for form in window.findChildren(AskForm) if form.isVisible()]
            name = each.table.accessibleName()
            titles[name] = asked[0].windowTitle().partition(":")[0] if asked else case.notice.text
            for form in asked:
                _shut(form, qtbot)
    assert titles["Values of the extract"] == "The forum's own word"
    assert "never edited" in titles["Everything that changed, newest first"]
    assert titles["Needs"] == "Need"
    assert titles["Flags"] == "Withdraw the flag HR"
    assert titles["External orders"].startswith("Answer on ")


def test_f2_with_the_keyboard_on_no_value_says_so(case: CaseScreen, window: Window, qtbot: QtBot) -> None:
    case.tabs.setCurrentIndex(FLAGS_TAB)
    case.tabs.tabBar().setFocus()
    qtbot.keyClick(case.tabs.tabBar(), Qt.Key.Key_F2)
    assert "Choose a field or a row first" in case.notice.text


def test_the_forums_own_word_under_a_day_is_read_like_every_other_day(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    case.tabs.setCurrentIndex(1)
    rest(program, qtbot)
    heading = "Next hearing date"
    numbers = {row.heading: number for number, row in enumerate(case.tabs.values.model.rows)}
    case.tabs.values.table.setCurrentIndex(case.tabs.values.model.index(numbers[heading], 0))
    _press(case.tabs.values.table, Qt.Key.Key_F2, qtbot)
    form = _form(window)
    value = form.field("value")
    assert isinstance(value, DayEdit)
    value.setFocus()
    value.selectAll()
    qtbot.keyClicks(value, "5/11/27")
    qtbot.keyClick(value, Qt.Key.Key_Tab)
    assert value.text() == "05/11/2027"
    assert value.said.text() == "Friday 5 November 2027"
    qtbot.keyClicks(form.field("reason"), "The Board wrote")
    form.act.click()
    rest(program, qtbot)
    assert cast("CaseRecord", case.record).values[numbers[heading]].in_force == "05/11/2027"

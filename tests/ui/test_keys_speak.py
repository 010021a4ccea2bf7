"""No key is dead without a word: finding on any screen, what a key says where it does nothing, and Ctrl+/'s truth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.domain.names import fold
from app.domain.words import Role
from tests.fixtures import months
from tests.fixtures.allowed_screens import allowed_screens
from tests.ui.conftest import SignIn, rest, shown
from ui import places
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.palette import KeyList
from ui.register.screen import CasesScreen
from ui.registry import all_screens
from ui.widgets.find import FindBar
from ui.window import Window

REGISTER = months.new_month
NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def _go(window: Window, name: str, program: Program, qtbot: QtBot) -> None:
    kind = next(each for each in all_screens() if each.name == name)
    assert window.open(name, **kind.example(window.desk))
    rest(program, qtbot)
    window.activateWindow()
    QApplication.processEvents()


def _find_bar(window: Window) -> FindBar:
    return next(each for each in window.findChildren(FindBar) if each.isVisible())


def test_esc_takes_away_what_was_said_on_every_screen(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.ADMINISTRATOR)
    stays = []
    for kind in allowed_screens(window):
        _go(window, kind.name, program, qtbot)
        screen = shown(window, kind)
        screen.notice.say("Nothing was changed.")
        for _ in range(2):  # a page, a form or a picked row may lie over it
            qtbot.keyClick(window, Qt.Key.Key_Escape)
            rest(program, qtbot)
        if window.screen_now is screen and screen.notice.isVisible():
            stays.append(kind.name)
    assert stays == []


def test_ctrl_f_has_something_to_search_or_says_that_there_is_nothing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    silent = []
    for kind in allowed_screens(window):
        _go(window, kind.name, program, qtbot)
        window.setFocus()
        window.tell_count("")
        qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
        focus = QApplication.focusWidget()
        taken = focus is not None and focus is not window and window.screen_now.isAncestorOf(focus)  # type: ignore[union-attr]
        if not taken and "Nothing to search" not in window.status.currentMessage():
            silent.append(kind.name)
        qtbot.keyClick(window, Qt.Key.Key_Escape) if isinstance(focus, FindBar) else None
    assert silent == []


@pytest.mark.parametrize("name", ["meeting-agenda", "people", "meetings", "keeping"])
def test_words_are_found_in_a_list_row_by_row_and_esc_gives_the_keyboard_back(
    name: str, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    _go(window, name, program, qtbot)
    if name == "keeping":
        window.screen_now.show_classes()  # type: ignore[union-attr]
        rest(program, qtbot)
    searched = window.screen_now.searched()  # type: ignore[union-attr]
    assert isinstance(searched, QTableView)
    model = searched.model()
    last = model.rowCount() - 1
    words = next(
        str(model.index(last, column).data())
        for column in range(model.columnCount())
        if str(model.index(last, column).data() or "").strip(" –0123456789")
    )
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    bar = _find_bar(window)
    assert bar.box.hasFocus()
    qtbot.keyClicks(bar.box, fold(words).upper())
    of = int(bar.told.text().partition(" of ")[2])
    assert of >= 1
    for _ in range(of):
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
        told = [str(model.index(searched.currentIndex().row(), c).data()) for c in range(model.columnCount())]
        assert words in told
    qtbot.keyClick(bar.box, Qt.Key.Key_X)
    assert "Nothing here has" in bar.told.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert searched.hasFocus()
    assert window.here[0] == name


def test_the_history_of_a_case_is_searched_where_it_is_shown(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    _go(window, "case", program, qtbot)
    tabs = shown(window, CaseScreen).tabs
    tabs.setCurrentIndex(7)
    rest(program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    row = tabs.history.model.rows[-1]
    qtbot.keyClicks(_find_bar(window).box, fold(row.what))
    assert " of " in _find_bar(window).told.text()
    assert fold(row.what) in fold(tabs.history.current().what)


def test_what_is_found_is_what_stands_there_now(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    """A list that was emptied, or filled anew, or another tab: nothing of before is gone to."""
    window = enter(Role.ADMINISTRATOR)
    _go(window, "case", program, qtbot)
    tabs = shown(window, CaseScreen).tabs
    tabs.setCurrentIndex(7)
    rest(program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    bar, model = _find_bar(window), tabs.history.model
    rows = list(model.rows)
    assert len(rows) > 1
    qtbot.keyClicks(bar.box, fold(rows[-1].what))
    assert " of " in bar.told.text()
    model.set_rows(rows[:-1] if all(row.what != rows[-1].what for row in rows[:-1]) else [])
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert "Nothing here has" in bar.told.text()
    model.set_rows([rows[-1]])
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert bar.told.text() == "1 of 1"
    tabs.setCurrentIndex(0)
    rest(program, qtbot)
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert "Nothing here has" in bar.told.text()


KEYS = {
    "Ctrl+S": (Qt.Key.Key_S, CONTROL),
    "Ctrl+N": (Qt.Key.Key_N, CONTROL),
    "Ctrl+P": (Qt.Key.Key_P, CONTROL),
    "Ctrl+Shift+P": (Qt.Key.Key_P, CONTROL | SHIFT),
    "F2": (Qt.Key.Key_F2, NONE),
    "F4": (Qt.Key.Key_F4, NONE),
    "F8": (Qt.Key.Key_F8, NONE),
}


def test_a_key_that_everybody_expects_says_so_where_it_does_nothing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    silent = []
    for kind in allowed_screens(window):
        _go(window, kind.name, program, qtbot)
        for told, (key, held) in KEYS.items():
            if any(told in act.all_keys for act in window.table.actions):
                continue
            window.tell_count("")
            qtbot.keyClick(window, key, held)
            if not window.status.currentMessage():
                silent.append(f"{kind.name} {told}")
    assert silent == []
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    rest(program, qtbot)
    window.wrote()
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert window.status.currentMessage().startswith("Saved ")
    assert "every field is saved as you leave it" in window.status.currentMessage()


def test_a_greyed_key_says_that_it_is_not_possible_or_not_in_the_role(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.MEMBER)
    _go(window, "cases", program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    assert window.status.currentMessage() == "New case: not in your role."


ALIKE = {
    "Alt+Left": {"Case before", "Previous case"},
    "Alt+Right": {"Case after", "Next case"},
    "Ctrl+N": {
        "Add a criterion", "Ask for a disclosure", "Evaluate a meeting", "New case",
        "Prepare a brief to an office or others", "Schedule a meeting",
    },
    "Ctrl+O": {"Open an extract", "Open the agenda"},
    "Ctrl+P": {
        "Make packs", "Make the copies", "Make the slips", "Print copies of the minutes", "Print packs", "Print slips",
    },
    "Ctrl+Shift+A": {"Add to an agenda", "Ask for a case", "Ask for the chosen at a meeting"},
    "Ctrl+Shift+P": {"Preview the agenda", "Preview the pack"},
    "F2": {"Change the criterion", "Correct a passage", "Edit the value", "Rename this view"},
}  # fmt: skip
"""Keys with one meaning that each screen says in its own words."""


def test_a_key_means_one_thing_and_clearing_filters_is_not_asking_for_a_case(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    meant: dict[str, set[str]] = {}
    for kind in all_screens():
        for act in places.acts_of(kind):
            for keys in act.all_keys:
                meant.setdefault(keys, set()).add(act.plain)
    assert {keys: told for keys, told in meant.items() if len(told) > 1} == ALIKE
    window = enter(Role.ADMINISTRATOR)
    _go(window, "cases", program, qtbot)
    cases = shown(window, CasesScreen)
    flag = next(iter(cases.filters.flags.values()))
    flag.click()
    rest(program, qtbot)
    assert cases.query.narrowed
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    rest(program, qtbot)
    assert not cases.query.narrowed


def test_the_list_of_keys_has_those_that_act_here_and_no_others(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.MEMBER)
    for name in ("home", "cases"):
        _go(window, name, program, qtbot)
        qtbot.keyClick(window, Qt.Key.Key_Slash, CONTROL)
        listed: QWidget | None = next(each for each in window.findChildren(KeyList) if each.isVisible())
        assert isinstance(listed, KeyList)
        model = listed.table.model()
        told = {str(model.index(number, 1).data()) for number in range(model.rowCount())}
        assert "New case" not in told
        assert ("Find on this screen" in told) is (name == "cases")
        keys = {str(model.index(number, 0).data()) for number in range(model.rowCount())}
        assert not any("Return" in each for each in keys), "it is Enter in every hint"
        assert ("Enter" in keys) is (name == "cases")
        listed.accept()
        QApplication.processEvents()


@pytest.mark.parametrize("role", [Role.CHAIR, Role.MEMBER])
def test_adding_information_where_a_case_is_only_read_says_why_not(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(role)
    _go(window, "case", program, qtbot)
    case = shown(window, CaseScreen)
    for part in (case.tabs.tabBar(), case.tabs.overview.owner, case.tabs.overview.leading):
        window.tell_count("")
        part.setFocus()
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_E, CONTROL)
        assert window.status.currentMessage() == "Add information: not in your role.", part

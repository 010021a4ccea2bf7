"""What design/screens.md asks of every window, as rules that any test may ask of the window it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.words import Role
from tests.ui.conftest import SignIn, rest
from ui.main import Program
from ui.registry import all_screens
from ui.table import Table
from ui.widgets.flow import FlowLayout

PAGES = ("welcome", "enter", "maker", "asker", "restorer", "recoverer")
SCREENS = tuple(screen.name for screen in all_screens())
ALL = (*(f"signin/{page}" for page in PAGES), *SCREENS)


ADMINISTRATORS = frozenset({"cases-extracts"})
"""Screens that are closed to a chair."""


def show_screen(name: str, program: Program, enter: SignIn, qtbot: QtBot) -> QWidget:
    """A window that shows the screen of a name, as its example is."""
    if name.startswith("signin/"):
        window = program.start()
        window.show_page(getattr(window, name.partition("/")[2]))
        window.activateWindow()
        rest(program, qtbot)
        return window
    frame = enter(Role.ADMINISTRATOR if name in ADMINISTRATORS else Role.CHAIR)
    kind = next(screen for screen in all_screens() if screen.name == name)
    frame.open(name, **kind.example(frame.desk))
    frame.activateWindow()
    rest(program, qtbot)
    return frame


def stops(window: QWidget) -> Iterator[QWidget]:
    """What the Tab key can reach now."""
    for each in window.findChildren(QWidget):
        policy = each.focusPolicy()
        if (
            each.isVisible()
            and each.isEnabled()
            and policy & Qt.FocusPolicy.TabFocus
            and each.focusProxy() is None
            and not isinstance(each, (QScrollBar, QHeaderView))
            and each.window() is window
        ):
            yield each


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a part."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def everything_that_takes_the_keyboard_has_a_name(shown: QWidget) -> None:
    nameless = []
    for each in stops(shown):
        name = each.accessibleName() if isinstance(each, QComboBox) else name_of(each)
        if not name.strip():
            nameless.append(f"{type(each).__name__} {each.objectName()}")
    assert nameless == []


def no_label_hides_its_words_behind_another_name(shown: QWidget) -> None:
    assert [each.text() for each in shown.findChildren(QLabel) if each.text() and each.accessibleName()] == []


def tab_visits_every_control_once_and_comes_back(shown: QWidget, qtbot: QtBot) -> None:
    around = set(stops(shown))
    groups = {each for each in around if isinstance(each, QAbstractButton) and each.autoExclusive()}
    first = next(iter(around - groups))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(len(around) + 2):
        now = QApplication.focusWidget()
        assert now is not None
        if seen and now is seen[0]:
            break
        assert now not in seen, f"Tab comes twice to {name_of(now)}"
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    missed = [f"{type(each).__name__} {name_of(each)}" for each in around - groups - set(seen)]
    assert missed == []


def a_mnemonic_stands_once_in_the_window(shown: QWidget) -> None:
    found: dict[str, list[str]] = {}
    for each in shown.findChildren(QWidget):
        if not each.isVisible() or not isinstance(each, (QAbstractButton, QLabel)):
            continue
        if isinstance(each, QLabel) and each.buddy() is None:
            continue
        for letter in re.findall(r"&([^&\s])", each.text()):
            found.setdefault(letter.lower(), []).append(each.text())
    bars = shown.findChildren(QMenuBar)
    for action in (action for bar in bars for action in bar.actions() if action.isVisible()):
        for letter in re.findall(r"&([^&\s])", action.text()):
            found.setdefault(letter.lower(), []).append(action.text())
    assert {letter: texts for letter, texts in found.items() if len(texts) > 1} == {}


def targets_are_at_least_24_pixels_high_and_wide(shown: QWidget) -> None:
    small = []
    for each in shown.findChildren(QWidget):
        inner = isinstance(each.parentWidget(), (QComboBox, QLineEdit, QAbstractItemView, QHeaderView))
        if each.isVisible() and not inner and isinstance(each, (QAbstractButton, QComboBox, QLineEdit)):
            small += [f"{type(each).__name__} {name_of(each)} {each.size()}"] * (
                min(each.height(), each.width()) < 24
            )
        if isinstance(each, QAbstractItemView) and each.isVisible():
            model = each.model()
            if (
                model is not None
                and model.rowCount()
                and 0 < each.visualRect(model.index(0, 0)).height() < 24
            ):
                small.append(f"rows of {name_of(each)}")
    assert small == []


def no_words_are_cut_off_at_any_text_size(
    shown: QWidget, program: Program, qtbot: QtBot, percent: int
) -> None:
    program.settings.setValue("text-size", percent)
    program.apply()
    shown.resize(1366, 768)
    QApplication.processEvents()
    rest(program, qtbot)
    assert cut_off(shown) == []


def cut_off(shown: QWidget) -> list[str]:
    """What of the words in a window does not stand there whole, and in no tool tip either."""
    cut = []
    for each in shown.findChildren(QWidget):
        if not each.isVisible() or each.window() is not shown:
            continue
        if isinstance(each, QAbstractButton) and each.text():
            words = re.sub("&(?!&)", "", each.text())
            room = each.width()
        elif isinstance(each, QLabel) and each.text() and not each.wordWrap():
            words, room = re.sub("&(?!&)", "", each.text()) if each.buddy() else each.text(), each.width()
        elif isinstance(each, QLabel) and each.text():
            if each.heightForWidth(each.width()) > each.height() + 1:
                cut.append(f"label of {each.height()} px: {each.text()[:50]}")
            continue
        else:
            continue
        if each.fontMetrics().horizontalAdvance(words) > room and not each.toolTip():
            cut.append(f"{words[:50]} needs {each.fontMetrics().horizontalAdvance(words)}, has {room}")
    tables = [each for each in shown.findChildren(QTableView) if each.isVisible() and each.window() is shown]
    return [
        *cut,
        *(told for table in tables for told in _cut_in(table)),
        *_squashed(shown),
        *_sideways(shown),
    ]


def _squashed(shown: QWidget) -> Iterator[str]:
    """What is given less height than it needs: a line of buttons, a field, a list that is a slit."""
    for each in shown.findChildren(QWidget):
        if not each.isVisible() or each.window() is not shown:
            continue
        layout = each.layout()
        if isinstance(layout, FlowLayout) and each.height() < (needs := layout.heightForWidth(each.width())):
            words = [part.text() for part in each.findChildren(QAbstractButton)]
            yield f"a line with {words} has {each.height()}, needs {needs}"
        inner = isinstance(each.parentWidget(), (QAbstractItemView, QTabBar, QComboBox))
        needs = each.minimumSizeHint().height()
        if (
            isinstance(each, (QAbstractButton, QComboBox, QLineEdit))
            and not inner
            and each.height() < needs - 1
        ):
            yield f"{type(each).__name__} {name_of(each)} has {each.height()}, needs {needs}"
        if isinstance(each, QTableView) and each.model() is not None:
            needs = min(2, each.model().rowCount()) * each.verticalHeader().defaultSectionSize()
            if each.viewport().height() < needs:
                yield f"the rows of {name_of(each)} have {each.viewport().height()}, need {needs}"


def _sideways(shown: QWidget) -> Iterator[str]:
    """Pages that have to be scrolled sideways: half of each line is out of sight."""
    for area in shown.findChildren(QScrollArea):
        if area.isVisible() and area.window() is shown and area.horizontalScrollBar().maximum() > 0:
            inside = area.widget()
            yield f"{type(inside).__name__} is wider than its room by {area.horizontalScrollBar().maximum()}"


def _cut_in(table: QTableView) -> Iterator[str]:
    """The heads that are cut off, and cells in view that are, where nothing tells them whole: our own table does."""
    head, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount()):
        if head.isSectionHidden(column) or not head.isVisible():
            continue
        needs = head.sectionSizeFromContents(column).width()
        if needs > head.sectionSize(column):
            yield f"head {model.headerData(column, Qt.Orientation.Horizontal)} needs {needs}"
        for row in range(0 if isinstance(table, Table) else min(model.rowCount(), 12)):
            index = model.index(row, column)
            wide = table.fontMetrics().horizontalAdvance(str(index.data() or ""))
            if wide > table.columnWidth(column) and not index.data(Qt.ItemDataRole.ToolTipRole):
                yield f"cell {str(index.data())[:50]} needs {wide}, has {table.columnWidth(column)}"


def the_window_fits_a_full_screen_at_200_per_cent_scale(shown: QWidget) -> None:
    shown.resize(960, 540)
    QApplication.processEvents()
    assert (shown.width(), shown.height()) <= (960, 540)
    assert shown.minimumSizeHint().width() <= 960
    QApplication.processEvents()
    tables = [each for each in shown.findChildren(Table) if each.isVisible() and each.window() is shown]
    assert [name_of(each) for each in tables if each.horizontalScrollBar().maximum() > 0] == []
    assert list(_sideways(shown)) == []


def controls_do_not_lie_over_each_other(shown: QWidget) -> None:
    over = []
    buttons = [
        each for each in shown.findChildren(QAbstractButton) if each.isVisible() and each.window() is shown
    ]
    buttons = [
        each for each in buttons if not isinstance(each.parentWidget(), (QLineEdit, QAbstractItemView))
    ]
    boxes = [
        (each, each.visibleRegion().boundingRect().translated(each.mapTo(shown, QPoint(0, 0))))
        for each in buttons
    ]
    for number, (one, first) in enumerate(boxes):
        over += [
            (one.text(), other.text()) for other, second in boxes[number + 1 :] if first.intersects(second)
        ]
    assert over == []


def one_button_at_most_is_the_first(shown: QWidget) -> None:
    """Two that stand out say nothing about what comes next."""
    buttons = [
        each for each in shown.findChildren(QAbstractButton) if each.isVisible() and each.window() is shown
    ]
    first = [each.text() for each in buttons if each.property("look") == "first"]
    assert len(first) <= 1, first


OF_EVERY_WINDOW = (
    one_button_at_most_is_the_first,
    everything_that_takes_the_keyboard_has_a_name,
    no_label_hides_its_words_behind_another_name,
    a_mnemonic_stands_once_in_the_window,
    targets_are_at_least_24_pixels_high_and_wide,
    controls_do_not_lie_over_each_other,
)
"""What holds of any window and of any form over it, as it stands."""


def a_window_holds(window: QWidget, program: Program, qtbot: QtBot) -> None:
    """Every rule of this room, asked of a window in turn; it is small at the end, its text as it was."""
    for rule in OF_EVERY_WINDOW:
        rule(window)
    tab_visits_every_control_once_and_comes_back(window, qtbot)
    for percent in (100, 200):
        no_words_are_cut_off_at_any_text_size(window, program, qtbot, percent)
    program.look("", 0)
    rest(program, qtbot)
    the_window_fits_a_full_screen_at_200_per_cent_scale(window)

"""What design/screens.md asks of every screen, asked of every screen that is registered, by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import rules
from tests.ui.conftest import SignIn, rest
from ui import guide
from ui.main import Program
from ui.registry import all_screens
from ui.tones import contrast
from ui.window import Window


@pytest.mark.parametrize("name", rules.ALL)
def test_a_screen_holds_to_the_rules_of_every_window(
    name: str, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    rules.a_window_holds(rules.show_screen(name, program, enter, qtbot), program, qtbot)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    "kind", ["enter.button", "enter.passphrase", "enter.show_typed", "enter.folder.choose"]
)
def test_the_focus_is_seen(program: Program, qtbot: QtBot, theme: str, kind: str) -> None:
    program.look(theme, None)
    window = program.start()
    window.show_page(window.enter)
    window.activateWindow()
    widget: QWidget = window
    for part in kind.split("."):
        widget = getattr(widget, part)
    other = window.enter.name
    other.setFocus()
    QApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = widget.grab().toImage()
    seen = sum(
        contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name()) >= 3
        for x in range(before.width())
        for y in (*range(6), *range(before.height() - 6, before.height()))
    )
    assert seen >= 2 * before.width()


@pytest.mark.parametrize("name", rules.SCREENS)
def test_every_model_holds_under_qts_tester_while_its_rows_come(
    name: str, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = rules.show_screen(name, program, enter, qtbot)
    assert isinstance(window, Window)
    screen = window.screen_now
    assert screen is not None
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [
        QAbstractItemModelTester(view.model(), mode, screen)
        for view in screen.findChildren(QAbstractItemView)
        if view.model() is not None and not isinstance(view.parentWidget(), QComboBox)
    ]
    screen.refresh()
    rest(program, qtbot)
    del testers


@pytest.mark.parametrize("name", rules.SCREENS)
def test_every_screen_names_a_page_of_the_guide_and_keeps_its_words(name: str) -> None:
    kind = next(screen for screen in all_screens() if screen.name == name)
    assert kind.title
    assert kind.section
    assert isinstance(guide.GUIDE, Path)
    assert (guide.GUIDE / f"{kind.help_page}.md").is_file(), f"docs/guide/{kind.help_page}.md is missing"

"""F6 and the sections' numbers: where the keyboard goes, on every screen, for whoever may do much or little there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import desk as door
from app.domain.words import Role
from tests.fixtures import months
from tests.fixtures.cheap import CheapStretcher
from tests.ui import rules
from tests.ui.conftest import PASSPHRASE, SignIn, rest, shown
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.people.screen import ASKED
from ui.registry import SECTIONS, all_screens
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A month with nine open cases, and somebody who asks to be let in."""
    folder = months.new_month(tmp_path / "register")
    door.request_access(folder, "Ana Taufa", PASSPHRASE, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    return folder


def _walk(
    window: Window, qtbot: QtBot, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> list[QWidget]:
    """Where F6 goes from the sections, or from the first pane of a screen that stands alone, until it is back."""
    window.activateWindow()
    window.nav.setFocus()
    if not window.nav.isVisible():
        qtbot.keyClick(window, Qt.Key.Key_F6, held)
    seen = [QApplication.focusWidget()]
    for _ in range(20):
        qtbot.keyClick(window, Qt.Key.Key_F6, held)
        now = QApplication.focusWidget()
        if now is seen[0]:
            break
        assert now not in seen, f"F6 stays among {[rules.name_of(each) for each in seen if each]}"
        seen.append(now)
    else:
        pytest.fail("F6 never came back")
    return [each for each in seen if each is not None]


def _faults(window: Window, qtbot: QtBot) -> list[str]:
    """What is wrong with the walk by F6 on the screen in view."""
    now = window.screen_now
    assert now is not None
    seen = _walk(window, qtbot)
    stops = set(rules.stops(window))
    found = [f"no stop: {type(each).__name__}" for each in seen if each not in stops]
    found += [f"no name: {type(each).__name__}" for each in seen if not rules.name_of(each)]
    for pane in now.panes():
        inside = [each for each in stops if each is pane or pane.isAncestorOf(each)]
        if inside and not any(each in inside for each in seen):
            found.append(f"never comes to {type(pane).__name__} {pane.accessibleName()}")
    if set(_walk(window, qtbot, SHIFT)) != set(seen):
        found.append("Shift+F6 goes elsewhere")
    return found


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.MEMBER])
def test_f6_walks_every_pane_of_every_screen_and_comes_back(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(role)
    window.resize(1366, 768)
    faults = {}
    for kind in all_screens():
        if kind.needs is not None and not window.desk.may(kind.needs):
            continue
        assert window.open(kind.name, **kind.example(window.desk))
        rest(program, qtbot)
        if found := _faults(window, qtbot):
            faults[kind.name] = found
    assert faults == {}


def test_f6_goes_on_where_nothing_may_be_done_for_whoever_is_chosen(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("people")
    rest(program, qtbot)
    people = window.screen_now
    assert people.chosen.state == ASKED  # type: ignore[union-attr]
    assert not people.role.isEnabled()  # type: ignore[union-attr]
    walked = [rules.name_of(each) for each in _walk(window, qtbot)]
    assert walked[:2] == ["Sections", "People with access, and those who ask for it"]
    window.open("packs-missing")
    rest(program, qtbot)
    assert _walk(window, qtbot)[0] is window.nav


def test_f6_on_the_overview_of_a_case_comes_to_its_date_its_milestones_and_its_fields(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    kind = next(each for each in all_screens() if each.name == "case")
    window.open("case", **kind.example(window.desk))
    rest(program, qtbot)
    overview = shown(window, CaseScreen).tabs.overview
    walked = _walk(window, qtbot)
    assert [window.nav, overview.choose_button, overview.leading] == [
        each for each in walked if each in (window.nav, overview.choose_button, overview.leading)
    ]
    assert any(overview.milestones.isAncestorOf(each) for each in walked)


def test_letters_after_a_sections_number_are_for_its_screen(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.activateWindow()
    for number, each in enumerate(SECTIONS, 1):
        window.nav.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
        rest(program, qtbot)
        focus = QApplication.focusWidget()
        assert focus is not None, each.key
        assert window.screen_now.isAncestorOf(focus), each.key  # type: ignore[union-attr]
    window.nav.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, CONTROL)
    rest(program, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "po")
    rest(program, qtbot)
    assert window.here[0] == "cases"
    assert window.screen_now.search().text() == "po"  # type: ignore[union-attr]

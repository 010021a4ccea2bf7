"""Every screen and state in the made-up tongue; `test_tongue.py` walks them in a process of its own that chose it.

One frame after the other for one person who is signed in, so that the whole walk costs no more than its drawing. The
register is the demo's, whose lists are as long as a forum's.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app import demo
from app import desk as door
from app.desk import Desk
from app.domain.words import Role
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.ui import rules
from tests.ui.conftest import rest
from ui.main import Program
from ui.pseudo import longer
from ui.registry import all_screens
from ui.shoot import seen_by
from ui.tongue import tr

FULL, LEAST = (1366, 768), (960, 540)


@pytest.fixture(scope="session")
def month(tmp_path_factory: pytest.TempPathFactory) -> demo.Report:
    """A made-up forum's whole month, and the next one begun."""
    place = tmp_path_factory.mktemp("demo") / "month"
    return demo.run(place, desks.Clock(), CheapStretcher(), goes_on=True)


@pytest.fixture
def register(month: demo.Report, tmp_path: Path) -> Path:
    return shutil.copytree(month.register, tmp_path / "register")


def _sit(month: demo.Report, register: Path, role: Role) -> Desk:
    who = next(player for player in month.players if player.role is role)
    return door.sign_in(register, who.name, who.passphrase, now=desks.Clock(), stretcher=CheapStretcher())


def _wrong(window: QWidget, program: Program, qtbot: QtBot) -> Iterator[str]:
    """What is cut off in a window or in what it asks, and whether it fits the smallest screen."""
    window.resize(*FULL)
    QApplication.processEvents()
    rest(program, qtbot)
    asked = [each for each in window.findChildren(QDialog) if each.isVisible()]
    for part in (window, *asked):
        yield from rules.cut_off(part)
        if part.width() > FULL[0] or part.height() > FULL[1]:
            yield f"a dialog of {part.width()} × {part.height()}"
    window.resize(*LEAST)
    QApplication.processEvents()
    if (window.width(), window.height()) > LEAST or window.minimumSizeHint().width() > LEAST[0]:
        yield f"needs {window.minimumSizeHint().width()} × {window.minimumSizeHint().height()}"
    for part in asked:
        part.close()


def _walk(role: Role, desk: Desk, program: Program, qtbot: QtBot) -> dict[str, list[str]]:
    program.enter(desk, first="")
    found = {}
    for kind in all_screens():
        for state in ("", *kind.states) if seen_by(kind.name) is role else ():
            window = program.frame_anew()
            window.open(kind.name, **kind.example(window.desk))
            rest(program, qtbot)
            if state:
                assert window.screen_now is not None
                getattr(window.screen_now, kind.states[state])()
                rest(program, qtbot)
            found[f"{kind.name} {state}".strip()] = list(_wrong(window, program, qtbot))
    return found


def _cut(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: wrong for name, wrong in found.items() if wrong}


def test_the_window_says_the_made_up_tongue() -> None:
    assert tr("Home") == longer("Home") != "Home"


def test_nothing_of_an_administrators_screens_is_cut_off(
    month: demo.Report, register: Path, program: Program, qtbot: QtBot
) -> None:
    found = _walk(Role.ADMINISTRATOR, _sit(month, register, Role.ADMINISTRATOR), program, qtbot)
    assert len(found) > 60
    assert _cut(found) == {}


def test_nothing_of_a_chairs_screens_is_cut_off(
    month: demo.Report, register: Path, program: Program, qtbot: QtBot
) -> None:
    assert _cut(_walk(Role.CHAIR, _sit(month, register, Role.CHAIR), program, qtbot)) == {}


def test_nothing_at_the_sign_in_is_cut_off(program: Program, qtbot: QtBot) -> None:
    window = program.start()
    found = {}
    for page in rules.PAGES:
        window.show_page(getattr(window, page))
        found[page] = list(_wrong(window, program, qtbot))
    assert _cut(found) == {}

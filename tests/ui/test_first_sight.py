"""What the first sight of every screen costs on the window's thread: printed, never asserted (run with `-rP`)."""

from __future__ import annotations

import sys

from pytestqt.qtbot import QtBot

from app.domain.words import Role
from tests.fixtures import months
from tests.ui.conftest import SignIn, rest
from tests.ui.watchdog import Watchdog
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.registry import all_screens

REGISTER = months.new_month


def test_every_screen_and_every_tab_of_a_case_comes_at_first_sight(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    window.resize(1366, 768)
    walked = [kind for kind in all_screens() if kind.needs is None or window.desk.may(kind.needs)]
    seen = []
    with Watchdog() as watchdog:
        for kind in walked:
            window.open(kind.name, **kind.example(window.desk))
            rest(program, qtbot)
            shown = window.screen_now
            assert shown is not None, kind.name
            seen.append(shown.name)
            if isinstance(shown, CaseScreen):
                for tab in range(shown.tabs.count()):
                    shown.tabs.setCurrentIndex(tab)
                    rest(program, qtbot)
                    assert shown.tabs.currentIndex() == tab
    sys.stdout.write(watchdog.told())
    assert seen == [kind.name for kind in walked]
    assert watchdog.samples > 0

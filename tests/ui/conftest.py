"""A window on a real register, with cheap key stretching and a clock that stands."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from app import desk as door
from app.domain.case_list import CaseQuery
from app.domain.words import Role
from app.usecases import people
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from ui import registry
from ui.case.screen import CaseScreen
from ui.main import Program, application
from ui.screen import Screen
from ui.signin.window import Edges
from ui.widgets.ask import AskForm
from ui.widgets.ticks import Ticks
from ui.window import Window

SignIn = Callable[..., Window]
PASSPHRASE = "a kettle sings on the stove"
PRN = "88868884"
"""Whose case a test of a case opens, in a register of a month."""

PATIENCE = 60_000
"""Milliseconds after which what should come counts as lost. A guard and no wait: a busy computer is not a fault."""


class PatientBot(QtBot):
    """pytest-qt's own hand, which would give up after five seconds."""

    def waitUntil(  # noqa: N802 - pytest-qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - pytest-qt's name
        self, signal: SignalInstance, *, timeout: int = PATIENCE, **how: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Everybody's hand at the window, patient in one place for all."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def stands(qapp: QApplication) -> None:
    """What all windows of this process share is read and let stand, so that a test's own rubbish is found quickly.

    Where each test's window let stand what there was, it let stand the windows of the tests before, and none ever went.
    """
    for _ in registry.pieces():
        pass
    gc.collect()
    gc.freeze()


def _windows_of(app: QApplication) -> list[QWidget]:
    """The windows that are left. PySide6 wraps one after the other, and rubbish collected meanwhile takes some away."""
    gc.collect()
    was = gc.isenabled()
    gc.disable()
    try:
        return app.topLevelWidgets()
    finally:
        if was:
            gc.enable()


@pytest.fixture
def program(qapp: QApplication, stands: None, tmp_path: Path, register: Path) -> Iterator[Program]:
    """The whole program, nobody signed in, the register's folder known; the window of the test before is gone."""
    gc.collect()
    app = application()
    # Without a display nobody says whose the clipboard is: of this process it is the program's.
    edges = Edges(tmp_path / "window-profile", desks.Clock(), CheapStretcher(), owns_clipboard=lambda: True)
    made = Program(app, edges)
    made.settings.setValue("register", str(register))
    made.settings.setValue("theme", "light")
    made.apply()
    yield made
    made.close()
    # What a question or two texts kept open: each window more is styled again with every test that follows.
    for left in _windows_of(app):
        left.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def enter(program: Program, qtbot: QtBot, register: Path) -> SignIn:
    """Sign in by hand as a role; a member, liaison or auditor is let in by the chair first."""

    def sign_in(role: Role = Role.ADMINISTRATOR) -> Window:
        name, passphrase = {Role.ADMINISTRATOR: desks.ADMINISTRATOR, Role.CHAIR: desks.CHAIR}.get(
            role, ("Wiremu Pōtiki", PASSPHRASE)
        )
        if role not in (Role.ADMINISTRATOR, Role.CHAIR):
            door.request_access(register, name, passphrase, role, None, stretcher=CheapStretcher())
            chair = desks.sit(register, Role.CHAIR)
            people.approve_person(chair, name)
            chair.close()
        form = (program.signin or program.start()).enter
        form.name.setText(name)
        form.passphrase.setText(passphrase)
        qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: program.window is not None)
        assert program.window is not None
        rest(program, qtbot)
        return program.window

    return sign_in


@pytest.fixture
def window(program: Program, enter: SignIn, qtbot: QtBot) -> Window:
    """An administrator's window with somebody's case in it, in a register of a month."""
    made = enter()
    made.open("case", prn=PRN, among=CaseQuery())
    made.activateWindow()
    rest(program, qtbot)
    return made


@pytest.fixture
def case(window: Window) -> CaseScreen:
    return shown(window, CaseScreen)


def form_of(window: QWidget) -> AskForm:
    """The form that is open over a window."""
    return next(each for each in window.findChildren(AskForm) if each.isVisible())


W = TypeVar("W", bound=QWidget)


def field_of(form: AskForm, key: str, kind: type[W]) -> W:
    """A field of a form, which is one of its kind."""
    found = form.field(key)
    assert isinstance(found, kind)
    return found


S = TypeVar("S", bound=Screen)


def write_in(form: AskForm, qtbot: QtBot, **texts: str) -> None:
    """Type into a form's fields, by their keys."""
    for key, text in texts.items():
        field = form.field(key)
        field.setFocus()
        qtbot.keyClicks(field, text)


def ticks_of(form: AskForm) -> Ticks:
    """What is ticked in a form."""
    field = form.field("ticks")
    assert isinstance(field, Ticks)
    return field


def shown(window: Window, kind: type[S]) -> S:
    """The screen in view, which is one of its kind."""
    assert isinstance(window.screen_now, kind)
    return window.screen_now


def opened(kind: type[S], window: Window, program: Program, qtbot: QtBot, **where: object) -> S:
    """Go to a screen, and wait until what it shows has come."""
    window.open(kind.name, **where)
    rest(program, qtbot)
    return shown(window, kind)


def rest(program: Program, qtbot: QtBot) -> None:
    """Wait until nothing is under way and what came is shown."""
    qtbot.waitUntil(lambda: not program.tasks.busy)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not program.tasks.busy)

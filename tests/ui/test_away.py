"""The computer is locked or goes to sleep, and the window locks with it: told on a real message bus of our own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from tests.ui.conftest import SignIn
from ui.away import LOGIN, Away, is_gone, path_word
from ui.main import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
PLACE = "/org/freedesktop/login1"


@pytest.fixture
def address() -> Iterator[str]:
    """A bus of our own, with nobody else on it."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not on this computer")
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, encoding="utf-8"
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    """Where we listen."""
    yield QDBusConnection.connectToBus(address, "forumdesk-ear")
    QDBusConnection.disconnectFromBus("forumdesk-ear")


@pytest.fixture
def system(address: str) -> Iterator[QDBusConnection]:
    """Where the system speaks."""
    made = QDBusConnection.connectToBus(address, "forumdesk-system")
    for name in (LOGIN, "org.gnome.ScreenSaver"):
        assert made.registerService(name)
    yield made
    QDBusConnection.disconnectFromBus("forumdesk-system")


def _say(system: QDBusConnection, path: str, interface: str, name: str, *values: object) -> None:
    told = QDBusMessage.createSignal(path, interface, name)
    told.setArguments(list(values))
    assert system.send(told)


@pytest.mark.parametrize(
    ("path", "interface", "name", "values"),
    [
        (PLACE, f"{LOGIN}.Manager", "PrepareForSleep", (True,)),
        (f"{PLACE}/session/_32", f"{LOGIN}.Session", "Lock", ()),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,)),
    ],
    ids=["sleep", "session", "locker"],
)
def test_the_window_locks_when_the_computer_is_left(
    program: Program, enter: SignIn, qtbot: QtBot, bus: QDBusConnection, system: QDBusConnection,
    path: str, interface: str, name: str, values: tuple[object, ...],
) -> None:  # fmt: skip
    enter()
    program.away.listen_to_login(bus, "2")
    program.away.listen_to_lockers(bus)
    _say(system, path, interface, name, *values)
    qtbot.waitUntil(lambda: program.window is None)
    assert program.signin is not None
    assert program.signin.isVisible()


def test_waking_up_and_the_lock_of_somebody_else_are_no_reason(
    program: Program, qtbot: QtBot, bus: QDBusConnection, system: QDBusConnection
) -> None:
    away = Away(program)
    heard: list[bool] = []
    away.leaves.connect(lambda: heard.append(True))
    away.listen_to_login(bus, "2")
    _say(system, PLACE, f"{LOGIN}.Manager", "PrepareForSleep", False)
    _say(system, f"{PLACE}/session/_33", f"{LOGIN}.Session", "Lock")
    _say(system, PLACE, f"{LOGIN}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [True]


def test_without_a_bus_nothing_happens(program: Program) -> None:
    Away(program).listen_to_login(QDBusConnection("nobody-of-this-name"))


def test_a_session_is_named_in_a_path_as_the_login_service_names_it() -> None:
    assert path_word("2") == "_32"
    assert path_word("c2") == "c2"
    assert path_word("a-b") == "a_2db"


def test_windows_messages_that_say_that_somebody_is_away() -> None:
    assert is_gone(0x02B1, 0x7), "the session is locked"
    assert is_gone(0x0218, 0x4), "the computer goes to sleep"
    assert not is_gone(0x02B1, 0x8), "the session is unlocked"
    assert not is_gone(0x0218, 0x12), "the computer woke up"
    assert not is_gone(0x0100, 0x7), "a key"

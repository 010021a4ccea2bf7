"""The computer is locked or goes to sleep: so does ForumDesk, at once (design/trust.md, "Locking, memory").

On Linux the login service and the screen lockers say so on D-Bus; on Windows the system sends its windows a message.
Where neither is there, the idle lock is what remains.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

LOGIN = "org.freedesktop.login1"
LOCKERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)

_CHANGED, _LOCKED = SLOT("changed(bool)"), SLOT("locked()")
_SESSION_CHANGE, _POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
_GONE = {
    (_SESSION_CHANGE, 0x2),  # WTS_CONSOLE_DISCONNECT: somebody else uses the screen
    (_SESSION_CHANGE, 0x4),  # WTS_REMOTE_DISCONNECT
    (_SESSION_CHANGE, 0x7),  # WTS_SESSION_LOCK
    (_POWER, 0x4),  # PBT_APMSUSPEND
}


class Away(QObject):
    """`leaves` is emitted when the person locks the computer or it goes to sleep."""

    leaves = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waits: list[int] = []
        self._ear: _Ear | None = None
        self._asked: QDBusPendingCallWatcher | None = None

    def listen(self) -> None:
        """To whatever this system says it by."""
        if sys.platform == "win32":
            self._ear = _Ear(self)
        elif sys.platform == "linux":
            from PySide6.QtDBus import QDBusConnection

            self.listen_to_login(QDBusConnection.systemBus(), os.environ.get("XDG_SESSION_ID", ""))
            self.listen_to_lockers(QDBusConnection.sessionBus())

    def listen_to_login(self, bus: QDBusConnection, session: str = "") -> None:
        """Sleep, which waits a moment for us, and the lock of our own session (of any, where ours is not known)."""
        if not bus.isConnected():
            return
        place = f"/{LOGIN.replace('.', '/')}"
        here = f"{place}/session/{path_word(session)}" if session else ""
        self._hear(bus, (LOGIN, place, f"{LOGIN}.Manager", "PrepareForSleep"), _CHANGED)
        self._hear(bus, (LOGIN, here, f"{LOGIN}.Session", "Lock"), _LOCKED)
        self._ask_to_wait(bus, place)

    def listen_to_lockers(self, bus: QDBusConnection) -> None:
        """The screen locker of the desktop, whichever it is."""
        if bus.isConnected():
            for name in LOCKERS:
                self._hear(bus, (name, "", name, "ActiveChanged"), _CHANGED)

    def _hear(self, bus: QDBusConnection, whom: tuple[str, str, str, str], slot: str) -> None:
        bus.connect(*whom, self, slot)  # type: ignore[call-overload]  # the stubs ask for bytes, the call for what SLOT gives

    def _ask_to_wait(self, bus: QDBusConnection, place: str) -> None:
        """Have sleep wait (five seconds at most, as systemd has it) until this process has ended or let go."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        asked = QDBusMessage.createMethodCall(LOGIN, place, f"{LOGIN}.Manager", "Inhibit")
        asked.setArguments(["sleep", "ForumDesk", "wipes what is open", "delay"])
        self._asked = QDBusPendingCallWatcher(bus.asyncCall(asked), self)
        self._asked.finished.connect(self._may_wait)

    @Slot("QDBusPendingCallWatcher*")
    def _may_wait(self, answered: QDBusPendingCallWatcher) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusUnixFileDescriptor

        said = answered.reply()
        if said.type() == QDBusMessage.MessageType.ReplyMessage:
            self._waits += [
                os.dup(each.fileDescriptor())
                for each in said.arguments()
                if isinstance(each, QDBusUnixFileDescriptor) and each.isValid()
            ]
        answered.deleteLater()

    @Slot(bool)
    def changed(self, gone: bool) -> None:
        """A locker or sleep begins (true) or ends."""
        if gone:
            self.leaves.emit()

    @Slot()
    def locked(self) -> None:
        self.leaves.emit()

    def let_go(self) -> None:
        """What is open is wiped: sleep need not wait any longer. A process that ends has let go too."""
        while self._waits:
            os.close(self._waits.pop())


def path_word(text: str) -> str:
    """A word as the login service writes it in a path: `2` is `_32`."""
    return "".join(
        each if each.isascii() and (each.isalpha() or (each.isdigit() and at)) else f"_{ord(each):02x}"
        for at, each in enumerate(text)
    )


def is_gone(message: int, about: int) -> bool:
    """Whether a message of Windows says that the person is away or the computer goes to sleep."""
    return (message, about) in _GONE


class _Ear(QWidget):
    """A window nobody sees: Windows tells windows, and an ear at every window's messages would slow each of them."""

    def __init__(self, away: Away) -> None:
        super().__init__()
        self._away = away
        if sys.platform == "win32":
            import ctypes

            this_session = 0
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(self.winId()), this_session)

    def nativeEvent(self, kind: QByteArray | bytes | bytearray | memoryview[int], message: int) -> object:  # noqa: N802 - Qt calls it
        if sys.platform == "win32":
            from ctypes import wintypes

            said = wintypes.MSG.from_address(int(message))
            if is_gone(said.message, said.wParam):
                self._away.leaves.emit()
        return super().nativeEvent(kind, message)

"""Idle lock: a warning a minute before, that any key or click stops (design/trust.md, "Locking, memory")."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

LEAST, MOST = 1, 10
WARN_SECONDS = 60
_ACTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,  # all that comes of a key that a menu line takes
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """Counts while nobody uses the window. `warns` says how many seconds are left, `stays` that somebody came.

    It listens where keys and clicks come in, at the windows of the system: every widget's own events, thousands
    while a screen is built, would cost a fifth of the building.
    """

    warns = Signal(int)
    stays = Signal()
    locks = Signal()

    def __init__(
        self,
        app: QApplication,
        seconds: int,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self.seconds = seconds
        self._clock = clock
        self._last = clock()
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app.focusWindowChanged.connect(self._listen)
        self._listen()

    def _listen(self, _focus: QWindow | None = None) -> None:
        """At every window there is by now; to listen twice at one is to listen once."""
        for window in self._app.topLevelWindows():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        if event.type() in _ACTS:
            self._last = self._clock()
            if self._warned:
                self._warned = False
                self.stays.emit()
        return False

    def look(self) -> None:
        """Has it been long enough?"""
        self._listen()  # lists and menus that dropped down since
        left = self.seconds - int(self._clock() - self._last)
        if left <= 0:
            self.stop()
            self.locks.emit()
        elif left <= min(WARN_SECONDS, self.seconds // 2):
            self._warned = True
            self.warns.emit(left)

    def stop(self) -> None:
        self._timer.stop()
        self._app.focusWindowChanged.disconnect(self._listen)
        for window in self._app.topLevelWindows():
            window.removeEventFilter(self)

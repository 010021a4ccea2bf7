"""Closing the window: the backup that the plan asks for comes first, and can be done without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui import words
from ui.tasks import Job, Stopped
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.window import Window


class Leaving:
    """What a window that is being closed still waits for."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._backup: Job | None = None

    def backs_up_first(self) -> bool:
        """Whether closing waits for the backup that the plan asks for; to close again is to leave without it."""
        from ui.settings import backups

        window = self._window
        if self._backup is not None:
            self._backup.stop()
            return not self._backup.over
        app = QGuiApplication.instance()
        ending = isinstance(app, QGuiApplication) and app.isSavingSession()  # the system itself is being left
        if ending or not backups.wanted_at_close(window.desk):
            return False
        window.notice.say(words.BACKUP_FIRST, "good")
        window.backup_words = words.BACKING_UP
        window.fit()
        self._backup = backups.make(
            window.desk, window, lambda _row: self._go(), self._not_backed_up, tr("Backing up before closing")
        )
        return True

    def _go(self) -> None:
        self._window.close()

    def _not_backed_up(self, error: Exception) -> None:
        """Stopped by closing again or by Cancel: gone without one. Anything else is for the person to know first."""
        if isinstance(error, Stopped):
            self._window.close()
            return
        self._window.notice.say(
            words.sentence_of(error), "bad", (tr("Close without a backup"), self._window.close)
        )

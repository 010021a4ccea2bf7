"""The program with a window: one application, sign-in, the frame, lock, and back to sign-in."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLocale,
    QMessageLogContext,
    QObject,
    QSettings,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme, words
from ui.icons import PICTURE
from ui.signin.window import Edges, Lock, SignInWindow
from ui.tasks import Tasks
from ui.tones import Theme
from ui.widgets import clipboard

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.away import Away
    from ui.desk import QtDesk
    from ui.drafts import Drafts
    from ui.idle import Idle
    from ui.window import Window

PAUSE = 3_000
"""Milliseconds between two looks at what is half-typed."""
_TITLE_BAR = 32
"""Pixels, as on Windows: to ask the style would make its class first, a twentieth of the start."""
_AT_REST = 300
"""Milliseconds after which the system is listened to: the first screen comes first."""
_QT_FUNCTION = re.compile(r"Q\w+::\w+")


def application(argv: Sequence[str] = ()) -> QApplication:
    """The one application, in New Zealand English whatever the computer speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.NewZealand))
    made = QApplication.instance()
    if isinstance(made, QApplication):
        made.setStyle("Fusion")
    else:
        # By words, not by `setStyle`: that gives the style back, and its class takes a twentieth of the start to make.
        made = QApplication([words.PROGRAM, "-style", "Fusion", *argv])
    made.setApplicationName(words.PROGRAM)
    made.setApplicationDisplayName(words.PROGRAM)
    made.setQuitOnLastWindowClosed(False)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("ForumDesk.ForumDesk")
    made.setWindowIcon(QIcon(QPixmap.fromImage(QImage.fromData(PICTURE.encode()))))
    return made


class Program(QObject):
    """What lives as long as the process: settings, tasks, and whichever window is shown."""

    def __init__(self, app: QApplication, edges: Edges) -> None:
        super().__init__()
        self.app = app
        self.edges = edges
        self.settings = QSettings(str(edges.profile / "window.ini"), QSettings.Format.IniFormat)
        self.tasks = Tasks()
        self.signin: SignInWindow | None = None
        self.window: Window | None = None
        self.idle: Idle | None = None
        self._listens = False
        self._pause = QTimer(self)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep_drafts)
        self.look("", None)
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self._heard = [
            self._hints.colorSchemeChanged.connect(self._follow),
            self._access.contrastPreferenceChanged.connect(self._follow),
            clipboard.watch(edges.owns_clipboard),
        ]

    # What serves whoever is in is made once somebody is: the first window comes first.

    @cached_property
    def away(self) -> Away:
        from ui.away import Away

        made = Away(self)
        made.leaves.connect(self.lock)
        return made

    @cached_property
    def drafts(self) -> Drafts:
        from ui.drafts import Drafts

        return Drafts(self.edges.profile / "drafts")

    # Looks.

    @property
    def theme_chosen(self) -> Theme:
        kept = str(self.settings.value("theme", Theme.SYSTEM.value))
        return Theme(kept) if kept in set(Theme) else Theme.SYSTEM

    @property
    def percent(self) -> int:
        kept = str(self.settings.value("text-size", 100))
        return int(kept) if kept.isdigit() else 100

    def look(self, name: str, step: int | None) -> None:
        """Another theme, or (name empty) a step of text size where 0 is 100 %, or what the settings say. At once."""
        if name == "other":
            name = "light" if theme.wanted(self.theme_chosen, self.app) is Theme.DARK else "dark"
        if name in set(Theme):
            self.settings.setValue("theme", name)
        elif not name and step is not None:
            size = 100 if step == 0 else self.percent + step * theme.STEP
            self.settings.setValue("text-size", max(theme.SMALLEST, min(theme.LARGEST, size)))
        self.apply()

    def _follow(self) -> None:
        """The computer was set to dark, light or high contrast while the program runs."""
        if theme.wanted(self.theme_chosen, self.app) is not theme.in_force():
            self.apply()

    def apply(self) -> None:
        """Draw by the settings as they are now."""
        theme.apply(self.app, self.theme_chosen, self.percent)
        if self.window is not None:
            self.window.fit()
            self._set_idle()

    # Windows.

    def start(self, locked: Lock = Lock.NONE) -> SignInWindow:
        """Show sign-in, or first run where no register is known."""
        made = self.signin = SignInWindow(self.tasks, self.settings, self.edges, locked)
        made.signed_in.connect(self.enter)
        made.looks_asked.connect(self.look)
        self._show(made)
        QTimer.singleShot(
            0, made, made.stands
        )  # once the events of showing it are done with, its painting among them
        made.left.connect(self._signin_left)
        made.destroyed.connect(self._maybe_quit)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    def _signin_left(self) -> None:
        self.signin = None

    def enter(self, door: Desk, first: str = "home") -> Window:
        """Somebody has signed in: show the frame, and in it the screen called `first` (empty: none yet)."""
        from ui import standing
        from ui.desk import QtDesk

        window = self._frame(QtDesk(door, self.tasks, self.edges.stretcher), first)
        if self.signin is not None:
            self.signin.close()
            self.signin = None
        self._pause.start()
        standing.tell(window.desk, window)
        standing.check_at_rest(window.desk, window)
        if not self._listens:
            self._listens = True
            QTimer.singleShot(_AT_REST, self, self.away.listen)
        if kept := self.drafts.take(door):
            from ui.widgets.half_typed import FORMS

            offered = window.half_way.put_back(kept.drafts)
            if not kept.locked and not offered and any(name != FORMS for name, *_ in kept.drafts):
                from app.domain.dates import show_moment

                window.notice.say(words.TEXT_BACK.format(at=show_moment(kept.at)), "warn")
        self._set_idle()
        return window

    def _frame(self, desk: QtDesk, first: str) -> Window:
        from ui.window import Window

        window = self.window = Window(desk, self.settings, first)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(self._maybe_quit)
        window.lock_asked.connect(self.lock)
        window.looks_asked.connect(self.look)
        window.left.connect(self._window_left)
        self._show(window)
        return window

    def _show(self, window: QWidget) -> None:
        """As large as it was made; over the whole screen where that would not hold it: its status bar lay beneath."""
        if self.edges.room is not None:
            room = self.edges.room() - QSize(0, _TITLE_BAR)
            if window.size().boundedTo(room) != window.size():
                window.resize(window.size().boundedTo(room))
                window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
        window.show()

    def frame_anew(self) -> Window:
        """Another frame for whoever is signed in, as if they had just come; the one before goes."""
        if self.window is None:
            raise AssertionError("nobody is signed in")
        from ui.desk import QtDesk

        before = self.window
        window = self._frame(QtDesk(before.desk.door, self.tasks, self.edges.stretcher), "")
        before.leave()
        return window

    def _set_idle(self) -> None:
        from ui.idle import MOST, Idle

        if self.idle is not None:
            self.idle.stop()
            self.idle.deleteLater()
        minutes = int(str(self.settings.value("idle-minutes", MOST)))
        self.idle = Idle(self.app, minutes * 60, self)
        self.idle.warns.connect(self.warn)
        self.idle.stays.connect(self._stay)
        self.idle.locks.connect(self.lock)

    def warn(self, seconds: int) -> None:
        if self.window is not None:
            self.window.soon.say(words.LOCK_SOON.format(seconds=seconds), "warn")

    def _stay(self) -> None:
        if self.window is not None:
            self.window.soon.hide()

    def _window_left(self) -> None:
        self._pause.stop()
        if self.window is not None:
            door, kept = self.window.desk.door, self.window.half_way.left()
            self.drafts.forget(door)
            if kept:
                self.drafts.keep(door, kept, locked=True)
            self.window = None

    def keep_drafts(self) -> None:
        """At a pause in typing: what a stop of the computer would lose."""
        if self.window is None:
            return
        typed = [each for each in self.window.half_way.drafts() if each[2]]
        if typed:
            self.drafts.keep(self.window.desk.door, typed, locked=False)
        else:  # saved, or taken away: after a stop it is offered to nobody
            self.drafts.forget(self.window.desk.door)

    def lock(self) -> None:
        """Cover everything, keep what is half-typed for the same person, and begin anew as another process.

        Ending the process is the only wipe that can be promised (design/trust.md, "Locking, memory"). Where another
        cannot be begun, this one overwrites the key and asks for the passphrase itself.
        """
        if self.window is None:
            return
        window, self.window = self.window, None
        self._pause.stop()
        if self.idle is not None:
            self.idle.stop()
            self.idle = None
        typed = window.half_way.drafts()
        kept = self.drafts.keep(window.desk.door, typed, locked=True) or not any(each[2] for each in typed)
        told = Lock.KEPT if kept else Lock.LOST
        self._cover(window)
        clipboard.take_back()
        anew = self.edges.restart is not None and not self.tasks.busy and self.edges.restart(told)
        if not anew:
            self.start(locked=told)
        window.desk.close()
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.leave()
        self.away.let_go()
        if anew:
            self.app.quit()

    def _cover(self, window: Window) -> None:
        """Every window of the program at once: forms, the room's screen, a menu that is open.

        Nothing is asked of the door from here on, since a field that is covered loses the keyboard and would save what
        is half-typed in it; and what is still under way tells nobody, or its answer would open a window over the lock.
        """
        window.desk.ask_no_more()
        self.tasks.tell_nobody()
        for each in self.app.topLevelWidgets():
            if each.isVisible():
                each.hide()

    def _maybe_quit(self) -> None:
        QTimer.singleShot(0, self, self._quit_if_alone)

    def _quit_if_alone(self) -> None:
        if not any(each.isVisible() for each in self.app.topLevelWidgets()):
            self.app.quit()

    def close(self) -> None:
        """End: every window, then every thread."""
        self._pause.stop()
        while self._heard:
            QObject.disconnect(self._heard.pop())
        clipboard.take_back()
        for each in (self.window, self.signin):
            if each is not None:
                each.close()
        if self.idle is not None:
            self.idle.stop()
        self.settings.sync()
        self.tasks.close()


def heard(kind: QtMsgType, about: QMessageLogContext, said: str) -> None:
    """What Qt says by itself: kept by its kind and the function that said it, since its words may quote a text."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        from app import logs

        function = _QT_FUNCTION.match(said)
        logs.enter_message(kind.name, function[0] if function else about.category or "")


def open_window(edges: Edges, cannot_open: Callable[[], None]) -> int:
    """Run until the last window is closed. Returns the exit code; `cannot_open` says so where nothing can be drawn."""
    from app import logs

    logs.watch_stops()

    def heard_at_start(kind: QtMsgType, about: QMessageLogContext, said: str) -> None:
        heard(kind, about, said)
        if kind is QtMsgType.QtFatalMsg:  # Qt would end the process next, by a signal and without a word
            cannot_open()
            os._exit(1)

    qInstallMessageHandler(heard_at_start)
    app = application()
    qInstallMessageHandler(heard)
    program = Program(app, edges._replace(room=lambda: app.primaryScreen().availableSize()))

    def last_resort(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of ours: a sentence without values on the screen, never a traceback."""
        del kind, trace
        said = words.sentence_of(error) if isinstance(error, Exception) else words.CLOSING
        if program.window is not None:
            program.window.notice.say(said)
        elif program.signin is not None:
            program.signin.enter.notice.say(said)

    sys.excepthook = last_resort
    program.start(locked=edges.locked)
    code = app.exec()
    program.close()
    return code

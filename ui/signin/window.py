"""The window before sign-in: welcome, make a register, sign in. One narrow column that fits any screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import theme, words
from ui.tasks import Tasks
from ui.tongue import tr
from ui.widgets.band import Band
from ui.widgets.labels import button
from ui.widgets.strip import Strip

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.desk import Desk, Stretcher
    from app.domain.backup import Restored
    from ui.signin.ask import AskPage
    from ui.signin.codes import CodesPage
    from ui.signin.create import CreatePage
    from ui.signin.enter import SignInPage
    from ui.signin.recover import RecoverPage
    from ui.signin.restore import RestorePage
    from ui.signin.welcome import WelcomePage


class Lock(StrEnum):
    """Whether a lock opened this window, and what became of half-typed text."""

    NONE = ""
    KEPT = "kept"
    LOST = "lost"


class Edges(NamedTuple):
    """The true edges: this person's settings, the clock, key stretching, another process. Tests bring their own."""

    profile: Path
    now: Callable[[], datetime] | None = None
    stretcher: Stretcher | None = None
    restart: Callable[[Lock], bool] | None = None
    """Begin anew as another process that asks for the passphrase; False where that cannot be."""
    locked: Lock = Lock.NONE
    """Whether this process was begun by a lock."""
    owns_clipboard: Callable[[], bool] | None = None
    """Whether this program put there what lies on the clipboard; the system is asked where none is given."""
    room: Callable[[], QSize] | None = None
    """What the screen has for a window besides the system's own bars; where none is given, windows keep their size."""


Page = TypeVar("Page", bound=QWidget)

_AT_REST = 150
"""Milliseconds after which what comes after this window is read."""


class SignInWindow(QWidget):
    """Shown until somebody has signed in, and again after a lock."""

    signed_in = Signal(object)
    looks_asked = Signal(str, int)
    left = Signal()
    """Closed by hand, and nobody is in."""

    def __init__(self, tasks: Tasks, settings: QSettings, edges: Edges, locked: Lock = Lock.NONE) -> None:
        super().__init__()
        theme.dress(self)
        self.tasks = tasks
        self.settings = settings
        self.edges = edges
        self._locked = locked
        self._over = False
        self._came_from = 0
        self.setWindowTitle(words.PROGRAM)
        self.resize(1100, 700)
        self.band, self.strip = Band(), Strip()
        self.band.say("IN CONFIDENCE", words.PROGRAM, tr("nobody is signed in"))
        tasks.shown.connect(self.strip.show_job)
        self.pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(self.strip)
        layout.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(button(tr("Lar&ger text"), lambda: self.looks_asked.emit("", 1), look="link"))
        foot.addWidget(button(tr("S&maller text"), lambda: self.looks_asked.emit("", -1), look="link"))
        foot.addWidget(button(tr("Light or &dark"), lambda: self.looks_asked.emit("other", 100), look="link"))
        foot.addWidget(
            button(tr("&High contrast"), lambda: self.looks_asked.emit("contrast", 100), look="link")
        )
        foot.addStretch(1)
        foot.addWidget(button(tr("Help"), self.help, look="link"))
        layout.addLayout(foot)
        self.show_page(self.enter if self.folder() else self.welcome)

    # Each page is made when it is asked for: most people never see more than one.

    @cached_property
    def enter(self) -> SignInPage:
        """Folder, name, passphrase."""
        from ui.signin.enter import SignInPage

        return self.add(SignInPage(self, self._locked))

    @cached_property
    def welcome(self) -> WelcomePage:
        """First run: begin, open or try."""
        from ui.signin.welcome import WelcomePage

        return self.add(WelcomePage(self))

    @cached_property
    def maker(self) -> CreatePage:
        """Two people make a register."""
        from ui.signin.create import CreatePage

        return self.add(CreatePage(self))

    @cached_property
    def asker(self) -> AskPage:
        """Somebody asks for access."""
        from ui.signin.ask import AskPage

        return self.add(AskPage(self))

    @cached_property
    def restorer(self) -> RestorePage:
        """A backup becomes a register again."""
        from ui.signin import opened
        from ui.signin.restore import Around, RestorePage

        def known() -> list[str]:
            return [each.folder for each in opened.kept(self.settings)]

        page = RestorePage(Around(self.tasks, self.edges.now, self.edges.stretcher, known))
        page.left.connect(self._back)
        page.restored.connect(self._restored)
        return self.add(page)

    def restore(self, copy: str = "", present: Path | None = None, name: str = "") -> None:
        """Offer to go back to a backup: which one and of which register, where that is known."""
        self._came_from = self.pages.currentIndex()
        page = self.restorer
        page.about(copy, present, name)
        self.show_page(page)

    def _back(self) -> None:
        self.pages.setCurrentIndex(self._came_from)

    def _restored(self, done: Restored) -> None:
        from ui.signin.restore import restored_words

        self.enter.folder.setText(done.folder)
        self.enter.name.setText(self.restorer.name.text())
        self.show_page(self.enter)
        self.enter.notice.say(restored_words(done), "good")

    @cached_property
    def recoverer(self) -> RecoverPage:
        """Somebody forgot their passphrase."""
        from ui.signin.recover import RecoverPage

        return self.add(RecoverPage(self))

    def add(self, page: Page) -> Page:
        """Put a page, in the middle, among those that can be shown."""
        area, holder = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = QHBoxLayout(holder)
        across.addStretch(1)
        across.addStretch(1)
        self.pages.addWidget(area)
        area.setWidget(holder)
        across.insertWidget(
            1, page, 4
        )  # last of all: what moves with parts in it is styled again, with them all
        return page

    def folder(self) -> str:
        return str(self.settings.value("register", "") or "")

    def show_page(
        self,
        page: WelcomePage | SignInPage | CreatePage | AskPage | RecoverPage | CodesPage | RestorePage,
    ) -> None:
        for number in range(self.pages.count()):
            area = self.pages.widget(number)
            if isinstance(area, QScrollArea) and area.isAncestorOf(page):
                self.pages.setCurrentIndex(number)
        page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, door: Desk, folder: Path) -> None:
        """Somebody is signed in: remember where, never who."""
        from ui.signin import opened

        opened.keep(self.settings, folder, door.now())
        self.settings.setValue("register", str(folder))
        self._over = True
        self.signed_in.emit(door)

    def help(self) -> None:
        from ui import guide

        guide.show(self, "signin")

    def stands(self) -> None:
        """It is shown: have what comes after it read while the person types. Sooner would hold it up."""
        QTimer.singleShot(_AT_REST, self, self._read_ahead)

    def _read_ahead(self) -> None:
        from ui.registry import pieces, read_packages

        self.tasks.read_ahead(read_packages, pieces(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Help, text size and leaving by the keys they have in the frame, whose table of actions is not read yet."""
        keys: dict[str, Callable[[], object]] = {
            "F1": self.help,
            "Ctrl++": lambda: self.looks_asked.emit("", 1),
            "Ctrl+=": lambda: self.looks_asked.emit("", 1),
            "Ctrl+-": lambda: self.looks_asked.emit("", -1),
            "Ctrl+0": lambda: self.looks_asked.emit("", 0),
            "Ctrl+Q": self.close,
        }
        if (do := keys.get(QKeySequence(event.keyCombination()).toString())) is not None:
            do()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt calls it
        """Wait for what is under way, such as a register being made; not where somebody is in: that is the frame's."""
        if not self._over:
            self.tasks.stop_all()
            self.tasks.wait()
            self.left.emit()
        super().closeEvent(event)

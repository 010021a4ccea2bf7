"""The frame: band, navigation, screens, status bar. No data code; screens ask for their own rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.words import Topic
from app.usecases.case_list import copied_rows
from ui import facts, words
from ui.actions import ActionTable
from ui.commands import frame_actions, words_for_keys
from ui.desk import QtDesk
from ui.half_way import HalfWay
from ui.leaving import Leaving
from ui.making import screen_of
from ui.registry import screen_class
from ui.screen import Screen
from ui.theme import dress, scaled
from ui.tongue import tr
from ui.turning import Turning
from ui.widgets.band import Band
from ui.widgets.labels import row
from ui.widgets.notice import Notice, announce
from ui.widgets.panes import move_border, stop_in, walk
from ui.widgets.sections import Sections
from ui.widgets.status import StatusBar
from ui.widgets.strip import Strip


class Window(QMainWindow):
    """One signed-in person's window."""

    lock_asked = Signal()
    looks_asked = Signal(str, int)
    """A theme (empty: as it is) and a step of text size (0: back to 100 %)."""
    left = Signal()
    """Closed by hand, with nothing half-typed to keep."""

    def __init__(self, desk: QtDesk, settings: QSettings, first: str = "home") -> None:
        super().__init__()
        dress(self)
        self.desk = desk
        self.settings = settings
        self.screens: dict[str, Screen] = {}
        self._back: list[tuple[str, dict[str, object]]] = []
        self.here: tuple[str, dict[str, object]] = ("", {})
        self._left = False
        self._leaving, self.turning = Leaving(self), Turning(self)
        self.reads_ahead = bool(first)
        self._where: dict[str, dict[str, object]] = {}
        self.coming = ""
        """The next meeting of the forum in view, by its code."""
        self._build()
        self.table = ActionTable(self, self.menuBar(), desk.may, self.say)
        self.half_way = HalfWay(self)
        desk.changed.connect(self._topics)
        desk.failed.connect(self._failed)
        desk.forum_changed.connect(self._forum_changed)
        desk.tasks.shown.connect(self.strip.show_job)
        self.strip.lasting.connect(self.tell_title)
        self.resize(1366, 768)
        if (kept := settings.value("window")) is not None:
            self.restoreGeometry(kept)
        facts.forums(desk, self)
        if first:
            self.open(first)

    # Building.

    def _build(self) -> None:
        self.setWindowTitle(words.PROGRAM)
        self.menuBar().setNativeMenuBar(False)
        self.band, self.strip, self.notice = Band(), Strip(), Notice()
        self.soon = Notice()
        """That it locks soon: by itself, so that what else is said, and what can be done about it, stays."""
        self.side = Sections()
        self.nav, self.forum_box = self.side.list, self.side.forums
        self.side.asked.connect(self._section_asked)
        self.side.forum_asked.connect(self.desk.choose_forum)
        self.stack = QStackedWidget()
        middle = row(self.side, self.stack)
        middle.setSpacing(0)
        middle.setStretch(1, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.band, self.strip, self.soon, self.notice):
            layout.addWidget(part)
        layout.addLayout(middle, 1)
        self.setCentralWidget(whole)
        self.status = StatusBar()
        self.count_label, self.state_label = self.status.count, self.status.state
        self.setStatusBar(self.status)
        self._saved, self.backup_words = tr("Nothing changed yet"), ""
        self.fit()

    def fit(self) -> None:
        """Set widths by the text size: again whenever it changes."""
        self.side.fit()
        self.setMinimumSize(640, 400)
        minutes = int(str(self.settings.value("idle-minutes", 10)))
        self.status.tell_state(
            (self._saved, self.backup_words, tr("locks after {minutes} min idle ", minutes=minutes))
        )

    # Going somewhere.

    @property
    def screen_now(self) -> Screen | None:
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def open(self, name: str, /, **where: object) -> bool:
        """Show a section or another screen. Stays where it is when the present screen keeps unsaved text."""
        now = self.screen_now
        if now is not None and not now.may_leave():
            return False
        widget = screen_of(self, name)
        self._where[name] = where
        if (name, where) != self.here:
            self._back = [*self._back[-20:], self.here] if self.here[0] else []
            self.here = (name, where)
        kind = screen_class(name)
        self.side.show_chosen(kind.section if kind and kind.section else name)
        self.side.setVisible(not (isinstance(widget, Screen) and widget.alone))
        if now is not None and now is not widget:
            now.close_finding()
        self.stack.setCurrentWidget(widget)
        self.tell_count("")
        if isinstance(widget, Screen):
            widget.go(**where)
            self.tell_count(widget.status_words)
            if widget.of_forum and not self.desk.forums_known:
                widget.wait_for_forum()  # asked for now, all of it would be asked for again once the forum is known
            elif widget.stale:
                widget.refresh()
        acts = widget.acts() if isinstance(widget, Screen) else ()
        self.table.fill((*frame_actions(self), *acts), words_for_keys(self))
        self.tell_title("")
        return True

    def enter(self, name: str, /, **where: object) -> bool:
        """Open by a key: the keyboard goes where the screen's work begins, so that letters are for it."""
        if not self.open(name, **where):
            return False
        if (now := self.screen_now) is not None:
            taken = self._go_in(now)
            # Where rows came meanwhile, the list may have taken the place of what stood there; unless one went on.
            now.when_settled(lambda: self._go_in(now) if taken.hasFocus() or not taken.isVisible() else None)
        return True

    def _go_in(self, screen: Screen) -> QWidget:
        stop = next(
            (stop for pane in (*screen.panes(), screen) if (stop := stop_in(pane)) is not None), screen
        )
        if screen is self.screen_now:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return stop

    def last_about(self, name: str) -> dict[str, object]:
        """What a screen was about when it was last opened."""
        return self._where.get(name, {})

    @property
    def can_find(self) -> bool:
        """Whether there is something on the screen to search."""
        return self.screen_now is not None and self.screen_now.can_find

    def tell_count(self, text: str) -> None:
        self.status.tell_count(text)

    def say(self, sentence: str) -> None:
        """A sentence in the status bar about a key that does nothing here, until something else is told there."""
        self.status.say(sentence)
        announce(self, sentence)

    @property
    def saved_words(self) -> str:
        """`Saved 10:42`, or that nothing was changed."""
        return self._saved

    def tell_title(self, saying: str) -> None:
        """What takes very long stands in the title; else the screen's own."""
        self.setWindowTitle(f"{saying or getattr(self.stack.currentWidget(), 'title', '')} – {words.PROGRAM}")

    def back(self) -> None:
        """To where one came from."""
        if self._back:
            name, where = self._back.pop()
            here, self.here = self.here, (name, where)
            if not self.open(name, **where):
                self.here = here

    def _section_asked(self, key: str) -> None:
        if not self.open(key):
            before = screen_class(self.here[0])
            self.side.show_chosen(before.section if before and before.section else self.here[0])

    # What comes from the desk.

    def _topics(self, topics: frozenset[Topic]) -> None:
        for made in self.screens.values():
            if topics & made.topics:
                made.stale = True
                if made is self.screen_now:
                    made.refresh()
        self.wrote()
        facts.after(self.desk, self, topics)

    def _failed(self, error: Exception) -> None:
        self.notice.say(words.sentence_of(error))

    def wrote(self) -> None:
        """Something was written: the status bar says when."""
        self._saved = words.saved_at(self.desk.door.now())
        self.fit()
        announce(self, self._saved)

    def _forum_changed(self) -> None:
        for made in self.screens.values():
            made.stale = made.stale or made.of_forum
        facts.about_forum(self.desk, self)
        if (now := self.screen_now) and now.of_forum:
            now.refresh()
        self.table.regrey()

    # Actions.

    def do_find(self) -> None:
        if now := self.screen_now:
            now.search_here()

    def do_reload(self) -> None:
        if now := self.screen_now:
            now.refresh()

    def walk_panes(self, step: int) -> None:
        """F6: navigation, then the screen's panes, then round again; a pane that nothing can be done in is passed."""
        now = self.screen_now
        walk((self.nav, *(now.panes() if now else ())), self.focusWidget(), step)

    def move_border(self, steps: int) -> None:
        if (now := self.screen_now) and not move_border(now, self.focusWidget(), steps * scaled(40)):
            now.notice.say(tr("This screen has no border to move."), "warn")

    def do_escape(self) -> None:
        if self.strip.can_stop:
            self.strip.stop()
        elif (now := self.screen_now) and (now.close_finding() or now.close_innermost()):
            return
        elif self.here[0] not in self.side:
            self.back()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """A key that neither a part of the screen nor an action took: it is not dead without a word."""
        if not self.table.speak(QKeySequence(event.keyCombination()).toString()):
            super().keyPressEvent(event)

    def copy_rows_of(self, rows: int, copy: Callable[[], None]) -> None:
        """Rows of any list in this window or its dialogs: first the trail is told, then they go to the clipboard."""
        now = self.screen_now
        self.desk.ask(
            copied_rows, self.desk.forum, rows, self.here[0], then=lambda _none: copy(),
            otherwise=now.say_error if now else self._failed, owner=self,
        )  # fmt: skip

    # Coming and going.

    def leave(self) -> None:
        """Go without asking and without ending the desk a second time: what locking does."""
        self._left = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt calls it
        """Wait for what is being written; then wipe the key."""
        if self._left:
            super().closeEvent(event)
            return
        if self.screen_now is not None and not self.screen_now.may_leave():
            event.ignore()
            return
        if self._leaving.backs_up_first():
            event.ignore()
            return
        self.settings.setValue("window", self.saveGeometry())
        if self.desk.tasks.busy:
            self.state_label.setText(words.CLOSING)
        self.left.emit()
        self.desk.close()
        super().closeEvent(event)

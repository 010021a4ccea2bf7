"""Ctrl+Z and Ctrl+Y of the frame: what is said of them, and where (docs/decisions/0038)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.case.fields import BothTexts
from ui.tongue import tr
from ui.widgets.notice import Act

if TYPE_CHECKING:
    from ui.window import Window


class TypedFirst(QObject):
    """A text box keeps Ctrl+Z while something typed in it can be taken back; else it is the record's.

    Qt's own boxes keep the key always, and a person in an untouched box would press it in vain.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Only the box one is in is listened to: a filter on every event would slow the window."""
        if isinstance(old, (QLineEdit, QPlainTextEdit)):
            old.removeEventFilter(self)
        if isinstance(new, (QLineEdit, QPlainTextEdit)):
            new.installEventFilter(self)

    def eventFilter(self, box: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        typed = box.document() if isinstance(box, QPlainTextEdit) else box
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(typed, (QLineEdit, QTextDocument)):
            return False
        passes = (event.matches(QKeySequence.StandardKey.Undo) and not typed.isUndoAvailable()) or (
            event.matches(QKeySequence.StandardKey.Redo) and not typed.isRedoAvailable()
        )
        if passes:
            event.ignore()
        return bool(passes)


class Turning:
    """Takes back what was done last, wherever it was done, and tells it on the screen in view."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._undo = window.desk.undo
        self._typed_first = TypedFirst(window)
        self._undo.done.connect(self._done)
        self._undo.cannot.connect(self._cannot)
        self._undo.overtaken.connect(self._both)

    def back(self) -> None:
        """What the screen has decided and not written yet goes first."""
        now = self._window.screen_now
        if now is None or not now.take_back_first():
            self._undo.turn(True)

    def again(self) -> None:
        self._undo.turn(False)

    def back_words(self) -> str:
        return self._undo.back_words if self._may_name else tr("&Undo")

    def again_words(self) -> str:
        return self._undo.again_words if self._may_name else tr("&Redo")

    @property
    def _may_name(self) -> bool:
        now = self._window.screen_now
        return now is None or not now.keeps_names

    def _done(self, sentence: str) -> None:
        self._tell(
            sentence if self._may_name else tr("It is done; whom it is about is kept from this screen."),
            "good",
        )
        if (now := self._window.screen_now) is not None:
            now.saved()

    def _cannot(self, sentence: str) -> None:
        told = tr(
            "That is not taken back here, where others may read whom it is about; leave this screen first."
        )
        self._tell(sentence if self._may_name else told, "warn")

    def _tell(self, sentence: str, look: str, *acts: Act) -> None:
        """In the status bar, and across the screen where it has room; what is not saved keeps its place there."""
        now = self._window.screen_now
        self._window.tell_count(sentence)
        shown = (
            self._window.notice
            if now is None or (now.notice.keeps and now.notice.isVisible())
            else now.notice
        )
        shown.say(sentence, look, *acts)

    def _both(
        self, what: str, theirs: str, ours: str, write: Callable[[], None], leave: Callable[[], None]
    ) -> None:
        """Both texts; closed by Esc, neither is chosen and both are shown again by the same key, or from the notice.

        Two texts are about somebody: where others may read them they wait.
        """
        if not self._may_name:
            self._cannot(what)
            return
        chosen: list[bool] = []

        def choose(do: Callable[[], None]) -> None:
            chosen.append(True)
            do()

        def undecided() -> None:
            if not chosen:
                told = tr("{what}: theirs is saved, yours is not. Both are kept until you choose.", what=what)
                again = partial(self._both, what, theirs, ours, write, leave)
                self._tell(told, "warn", (tr("See both texts"), again))

        dialog = BothTexts(self._window, what, theirs, ours, partial(choose, write))
        dialog.kept_theirs.connect(partial(choose, leave))
        dialog.rejected.connect(undecided)
        dialog.open()

"""A line that finds words in a list or a text of the screen in view: Enter goes on, Shift+Enter back, Esc closes it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.domain.names import fold
from ui.tongue import tr
from ui.widgets.labels import button, label, row
from ui.widgets.notice import announce


class FindBar(QFrame):
    """Neither case, macrons nor the kind of an apostrophe matter; in a list all words must stand in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched: Callable[[], QWidget | None] = lambda: None
        self._target: QWidget | None = None
        self._places: list[tuple[int, int]] = []
        """Where it was found: rows of a list, or where words begin and end in a text."""
        self.box = QLineEdit()
        self.box.setAccessibleName(tr("Find on this screen"))
        self.box.setPlaceholderText(tr("Find"))
        self.told = label("", "muted", wrap=False)
        self.setLayout(
            row(
                self.box, self.told, button(tr("Find before"), lambda: self.step(-1)),
                button(tr("Find next"), lambda: self.step(1)), button(tr("Close"), self.close_bar),
            )
        )  # fmt: skip
        self.box.textChanged.connect(lambda _text: self._look())
        self.box.installEventFilter(self)
        self.hide()

    def look_in(self, searched: Callable[[], QWidget | None]) -> None:
        """Take the keyboard; what was looked for last is chosen, to be written over.

        `searched` is what is in view: asked anew at each step, since a list is filled again and a tab is turned.
        """
        self._searched = searched
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._look()

    def close_bar(self) -> bool:
        """Give the keyboard back to what was searched; whether there was anything to close."""
        if not self.isVisible():
            return False
        self.hide()
        if (target := self._searched()) is not None:
            target.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Enter finds the next, Shift+Enter the one before."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def step(self, by: int) -> None:
        """To the next place, or the one before; round at the end."""
        self._find()
        starts = [first for first, _ in self._places]
        here = self._here()
        if not self._places:
            self._tell_none()
        elif by > 0:
            self._show(bisect_right(starts, here))
        else:
            self._show(bisect_left(starts, here) - 1)

    def _look(self) -> None:
        self._find()
        if self._places:
            self._show(bisect_left([first for first, _ in self._places], self._here()))
        else:
            self._tell_none()

    def _find(self) -> None:
        """Where it stands now: what was found before may be gone."""
        asked = fold(self.box.text())
        self._target = self._searched()
        self._places = []
        if asked and isinstance(self._target, QAbstractItemView):
            self._places = [(number, number) for number in _rows(self._target, asked.split())]
        elif asked and isinstance(self._target, (QTextEdit, QPlainTextEdit)):
            self._places = _spans(self._target.toPlainText(), asked)

    def _tell_none(self) -> None:
        words = self.box.text().strip()
        self._tell(tr("Nothing here has “{box}”.", box=words) if fold(words) else "")

    def _here(self) -> int:
        """The row, or the place in the text, from which is looked."""
        if isinstance(self._target, QAbstractItemView):
            return self._target.currentIndex().row()
        if isinstance(self._target, (QTextEdit, QPlainTextEdit)):
            return self._target.textCursor().selectionStart()
        return 0

    def _show(self, at: int) -> None:
        at %= len(self._places)
        first, last = self._places[at]
        if isinstance(self._target, QAbstractItemView):
            self._target.setCurrentIndex(self._target.model().index(first, 0))
        elif isinstance(self._target, (QTextEdit, QPlainTextEdit)):
            cursor = self._target.textCursor()
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            self._target.setTextCursor(cursor)
            self._target.ensureCursorVisible()
        self._tell(tr("{at:,} of {places:,}", at=at + 1, places=len(self._places)))

    def _tell(self, words: str) -> None:
        if words != self.told.text():
            self.told.setText(words)
            announce(self, words)


def _rows(view: QAbstractItemView, asked: list[str]) -> list[int]:
    """Rows in which every word stands, in whichever column."""
    model = view.model()
    columns = range(model.columnCount())
    found = []
    for number in range(model.rowCount()):
        told = fold(" ".join(str(model.index(number, column).data() or "") for column in columns))
        if all(word in told for word in asked):
            found.append(number)
    return found


def _spans(text: str, asked: str) -> list[tuple[int, int]]:
    """Where the folded words stand in a text: letter by letter, since a letter may fold to none or to two."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for each in fold(letter) or (" " if not letter.isalnum() and letter not in "'’ʻ`" else ""):
            if each != " " or (folded and folded[-1] != " "):
                folded.append(each)
                places.append(place)
    whole = "".join(folded)
    found, at = [], whole.find(asked)
    while at >= 0:
        found.append((places[at], places[at + len(asked) - 1] + 1))
        at = whole.find(asked, at + len(asked))
    return found

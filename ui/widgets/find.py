"""A line that finds words in a list or a text of the screen in view: Enter goes on, Shift+Enter back, Esc closes it."""

from __future__ import annotations

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
        self._target: QWidget | None = None
        self._places: list[tuple[int, int]] = []
        """Where it was found: rows of a list, or where words begin and end in a text."""
        self._at = 0
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

    def look_in(self, target: QWidget) -> None:
        """Take the keyboard; what was looked for last is chosen, to be written over."""
        self._target = target
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._look()

    def close_bar(self) -> bool:
        """Give the keyboard back to what was searched; whether there was anything to close."""
        if not self.isVisible():
            return False
        self.hide()
        if self._target is not None:
            self._target.setFocus()
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
        if self._places:
            self._show(self._at + by)

    def _look(self) -> None:
        asked = fold(self.box.text())
        self._places = []
        if asked and isinstance(self._target, QAbstractItemView):
            self._places = [(number, number) for number in _rows(self._target, asked.split())]
        elif asked and isinstance(self._target, (QTextEdit, QPlainTextEdit)):
            self._places = _spans(self._target.toPlainText(), asked)
        here = self._here()
        if self._places:
            self._show(next((at for at, (first, _) in enumerate(self._places) if first >= here), 0))
        else:
            self._tell(tr("Nothing here has “{box}”.", box=self.box.text().strip()) if asked else "")

    def _here(self) -> int:
        """The row, or the place in the text, from which is looked."""
        if isinstance(self._target, QAbstractItemView):
            return self._target.currentIndex().row()
        if isinstance(self._target, (QTextEdit, QPlainTextEdit)):
            return self._target.textCursor().selectionStart()
        return 0

    def _show(self, at: int) -> None:
        self._at = at % len(self._places)
        first, last = self._places[self._at]
        if isinstance(self._target, QAbstractItemView):
            self._target.setCurrentIndex(self._target.model().index(first, 0))
        elif isinstance(self._target, (QTextEdit, QPlainTextEdit)):
            cursor = self._target.textCursor()
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            self._target.setTextCursor(cursor)
            self._target.ensureCursorVisible()
        self._tell(tr("{at:,} of {places:,}", at=self._at + 1, places=len(self._places)))

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

"""One sentence across a screen: what happened, what is safe, what to do; with details to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from ui.theme import relook
from ui.widgets.labels import button, label


class Notice(QWidget):
    """Hidden until something is to be said. `look` is bad, warn or good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("", "bad")
        self._copy = button("Copy details", self._copied, look="link")
        self._act: QPushButton | None = None
        self._close = button("Dismiss", self.hide, look="link")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._copy)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(
        self, sentence: str, look: str = "bad", act: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a sentence and read it aloud where a screen reader listens."""
        self._label.setText(sentence)
        relook(self._label, look)
        self._copy.setVisible(look == "bad")
        if self._act is not None:
            self._act.hide()
            self._act.setParent(None)
            self._act = None
        if act is not None:
            self._act = button(act[0], act[1])
            self._row.insertWidget(1, self._act)
        self.show()
        announce(self, sentence)

    def _copied(self) -> None:
        QApplication.clipboard().setText(self._label.text())


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))

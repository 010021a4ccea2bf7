"""What the pages of a meeting are made of: tables that leave letters to its keys, and room that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.table import Table
from ui.theme import scaled
from ui.widgets.panes import Scrolled


def _is_ours(event: QKeyEvent) -> bool:
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and (bool(event.text().strip()) or event.key() == Qt.Key.Key_Space)


class LetterTable(Table):
    """A table that leaves letters, digits and the blank to the screen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        if _is_ours(event) and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """At least four rows are seen, however large the text."""
        super().fit()
        self.setMinimumHeight(self.verticalHeader().defaultSectionSize() * 4 + scaled(30))


def scrolling(page: QWidget) -> QVBoxLayout:
    """The layout of a page that scrolls where the window is small or the text large."""
    inner = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(Scrolled(inner))
    return QVBoxLayout(inner)

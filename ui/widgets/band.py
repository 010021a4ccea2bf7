"""The marking band: marking, forum, who is here in which role, the next meeting. In words, not only a colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import relook
from ui.widgets.labels import label

BETWEEN = "  ·  "


class Band(QFrame):
    """One line across the top of everything, also over sign-in and lock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "band")
        self._words = label("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 14, 5)
        layout.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, *parts: str) -> None:
        """Show what is true now; empty parts are left out."""
        self._words.setText(BETWEEN.join(part for part in parts if part))

    def alarm(self, on: bool) -> None:
        """Red while the register is not as it should be; the words say what is wrong."""
        relook(self, "band-alarm" if on else "band")
        relook(self._words, "")

"""What stands where there is nothing to show: why, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.labels import button, clear, label
from ui.widgets.scroll import TallPage


class EmptyState(TallPage):
    """A title, a sentence and up to a few things to do, in the middle of where rows would stand.

    As high as its lines take at the width there is, and while the rows stand in its place no height at all.
    """

    def __init__(self, title: str = "", sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(title, "heading")
        self._sentence = label(sentence)
        for each in (self._title, self._sentence):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._acts = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addLayout(self._acts)
        layout.addStretch(3)

    def say(self, title: str, sentence: str, *acts: tuple[str, Callable[[], object]]) -> None:
        """Say something else. Each act is the words of a button and what it does."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        clear(self._acts)
        # One under the other: side by side they would need more room than a list at large text has.
        for words, do in acts:
            self._acts.addWidget(button(words, do, look="link"), 0, Qt.AlignmentFlag.AlignHCenter)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt calls it
        super().hideEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self.isHidden():
            self.setMinimumHeight(0)
        else:
            super()._ask()

    @property
    def words(self) -> str:
        return f"{self._title.text()} {self._sentence.text()}"

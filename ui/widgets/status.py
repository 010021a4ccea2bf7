"""The status bar: what the screen counts, and how saving, backup and lock stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui import words
from ui.theme import scaled

_BETWEEN = "  ·  "
_LONG_ENOUGH = 20_000
"""Milliseconds for which a passing sentence stands; nothing depends on having read it."""


class StatusBar(QStatusBar):
    """A count on the left, and a state on the right that gives way to it down to its first part.

    Where that and the count do not fit, the count ends in an ellipsis: its tool tip has it whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[str, ...] = ()
        self._counted = ""
        self.count, self.state = QLabel(), QLabel()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.addWidget(self.count, 1)
        self.addPermanentWidget(self.state)

    def tell_count(self, text: str) -> None:
        self.clearMessage()
        text = self._counted = words.capital(text)
        self.count.setToolTip(text)
        self._fit()

    def say(self, sentence: str) -> None:
        """A passing sentence over the count, which comes back once it is told anew or the sentence was read."""
        self.showMessage(sentence, _LONG_ENOUGH)

    def tell_state(self, parts: Sequence[str]) -> None:
        """The parts of the state, the most needed first; empty ones are left out."""
        self._parts = tuple(part for part in parts if part)
        self._fit()

    def _fit(self) -> None:
        """Of the state, the last is left out where there is no room beside the count; the tool tip has it whole."""
        self.state.setToolTip(_BETWEEN.join(self._parts))
        wide, whole = self.state.fontMetrics().horizontalAdvance, self.width() - scaled(48)
        room = whole - wide(self._counted)
        shown = list(self._parts)
        while len(shown) > 1 and wide(_BETWEEN.join(shown)) > room:
            shown.pop()
        told = _BETWEEN.join(shown)
        self.state.setText(told)
        left = max(0, whole - wide(told))
        self.count.setText(
            self.count.fontMetrics().elidedText(self._counted, Qt.TextElideMode.ElideRight, left)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._fit()

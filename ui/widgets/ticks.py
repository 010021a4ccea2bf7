"""Sentences with a box to tick before each: what is let go, what is proposed. Read whole, however long they are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from ui.theme import scaled

_AT_MOST = 4
"""Sentences of two lines that are in view before the list scrolls by itself."""


class Ticks(QListWidget):
    """Space or a click ticks the line under the keyboard. Values stand behind the lines."""

    def __init__(self, name: str, lines: Iterable[tuple[str, object, bool]]) -> None:
        """`lines` are words, value and whether it is ticked at first."""
        super().__init__()
        self.setObjectName("ticks")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._values: list[object] = []
        for words, value, ticked in lines:
            item = QListWidgetItem(words, self)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._values.append(value)
        if self.count():
            self.setCurrentRow(0)
        shown = min(_AT_MOST, max(1, self.count()))
        self.setFixedHeight(shown * (2 * self.fontMetrics().lineSpacing() + scaled(12)) + scaled(8))

    @property
    def ticked(self) -> tuple[object, ...]:
        """The values of the lines that are ticked, in their order."""
        return tuple(
            value
            for number, value in enumerate(self._values)
            if self.item(number).checkState() is Qt.CheckState.Checked
        )

    def tick(self, value: object, on: bool = True) -> None:
        """Tick the line of a value, or take its tick away."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self.item(self._values.index(value)).setCheckState(state)

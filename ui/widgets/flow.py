"""A row that goes on in the next line where it is too long: filters and buttons at large text."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme import scaled


class FlowLayout(QLayout):
    """Its widgets one after the other, each as wide as it wants, in as many lines as it takes.

    Where it `grows`, what may grow shares the room that is left in its line.
    """

    def __init__(self, parent: QWidget | None = None, grows: bool = False) -> None:
        super().__init__(parent)
        self._grows = grows
        self._items: list[QLayoutItem] = []
        self._heights: dict[tuple[int, int], int] = {}
        """By width and gap. Qt asks some hundred times while a screen is built, for the same few widths."""
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt calls it
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt calls it
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt calls it
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt calls it
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        asked = (width, scaled(8))
        if asked not in self._heights:
            self._heights[asked] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[asked]

    def invalidate(self) -> None:
        """A part wants another size, or is hidden or shown: Qt calls it."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt calls it
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt calls it
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        gap, top, used = scaled(8), rect.y(), 0
        line: list[tuple[QLayoutItem, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = QSize(min(hint.width(), rect.width()), hint.height())
            if line and used + size.width() > rect.width():
                top += self._place_line(line, QPoint(rect.x(), top), rect.width(), move) + gap
                line, used = [], 0
            line.append((item, size))
            used += size.width() + gap
        return top + self._place_line(line, QPoint(rect.x(), top), rect.width(), move) - rect.y()

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], at: QPoint, width: int, move: bool) -> int:
        """One line from a corner on, each part in the middle of its height; returns that height."""
        gap, left = scaled(8), at.x()
        tallest = max((size.height() for _, size in line), default=0)
        growing = [
            item for item, _ in line if self._grows and item.expandingDirections() & Qt.Orientation.Horizontal
        ]
        spare = max(0, width - sum(size.width() for _, size in line) - gap * (len(line) - 1))
        for item, size in line:
            wide = size.width() + (spare // len(growing) if item in growing else 0)
            if move:
                above = (tallest - size.height()) // 2
                item.setGeometry(QRect(left, at.y() + above, wide, size.height()))
            left += wide + gap
        return tallest


def flow(*parts: QWidget | tuple[QWidget, ...], grows: bool = False) -> QWidget:
    """Widgets that wrap; those in a tuple (a label and its field) stay together in one line."""
    holder = QWidget()
    layout = FlowLayout(holder, grows)
    for part in parts:
        if isinstance(part, tuple):
            pair = QWidget()
            across = QHBoxLayout(pair)
            across.setContentsMargins(0, 0, 0, 0)
            for number, each in enumerate(part, 1):
                across.addWidget(each, 1 if grows and number == len(part) else 0)
            if grows:
                pair.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout.addWidget(pair)
        else:
            layout.addWidget(part)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder

"""A layout that goes on in the next line where a line is full, for chips at any text size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme import scaled


class Flow(QLayout):
    """Widgets side by side, and under one another where the width ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt calls it
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt calls it
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt calls it
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt calls it
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt calls it
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt calls it
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        gap = scaled(6)
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._items:
            hint = item.sizeHint()
            if lines[-1] and used + hint.width() > rect.width():
                lines.append([])
                used = 0
            lines[-1].append((item, hint))
            used += hint.width() + gap
        top = rect.top()
        for line in lines:
            top += self._lay_line(line, rect.left(), top, rect.width(), move=move) + gap
        return top - gap - rect.top()

    @staticmethod
    def _lay_line(
        line: list[tuple[QLayoutItem, QSize]], left: int, top: int, width: int, *, move: bool
    ) -> int:
        """One line; what may grow shares the room that is left. Returns its height."""
        gap = scaled(6)
        tall = max((hint.height() for _, hint in line), default=0)
        spare = max(0, width - sum(hint.width() for _, hint in line) - gap * (len(line) - 1))
        growing = [item for item, _ in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        for item, hint in line:
            more = spare // len(growing) if item in growing else 0
            if move:
                size = QSize(min(hint.width() + more, width), hint.height())
                item.setGeometry(QRect(QPoint(left, top + (tall - hint.height()) // 2), size))
            left += hint.width() + more + gap
        return tall


def pair(told: QWidget, field: QWidget) -> QWidget:
    """A label and its field, which stay together and grow with their line."""
    both = QWidget()
    both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(told)
    layout.addWidget(field, 1)
    return both


def flowing(*parts: QWidget) -> QWidget:
    """Parts in lines as wide as there is room."""
    holder = QWidget()
    flow = Flow(holder)
    for part in parts:
        flow.addWidget(part)
    return holder

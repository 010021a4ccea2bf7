"""The side of the window: the forum in view, and the sections with what waits in each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.registry import SECTIONS, section
from ui.theme import scaled, tones
from ui.tongue import tr


class Sections(QWidget):
    """A box of forums over a list of sections."""

    asked = Signal(str)
    """The key of the section that somebody chose."""
    forum_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setObjectName("sections")
        self.list.setAccessibleName(tr("Sections"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: dict[str, QListWidgetItem] = {}
        for each in SECTIONS:
            line = QListWidgetItem(each.title, self.list)
            line.setData(Qt.ItemDataRole.UserRole, each.key)
            line.setToolTip(each.purpose)
            self._lines[each.key] = line
        self.list.currentItemChanged.connect(self._moved)
        self.forums = QComboBox()
        self.forums.setAccessibleName(tr("Forum in view"))
        self.forums.activated.connect(lambda: self.forum_asked.emit(self.forums.currentData()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.forums)
        column.addWidget(self.list, 1)

    def fit(self) -> None:
        """Set widths by the text size, and inks by the theme: again whenever they change."""
        widest = max(self.fontMetrics().horizontalAdvance(f"{each.title}  (88)") for each in SECTIONS)
        self.setFixedWidth(widest + scaled(36))
        for line in self._lines.values():
            line.setSizeHint(QSize(0, scaled(38)))
            self._dim(line)

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def show_chosen(self, key: str) -> None:
        """Make a section the present line, and ask for nothing.

        Some line is always the present one: a list without any opens its first when the keyboard comes to it.
        """
        if line := self._lines.get(key):
            self.list.blockSignals(True)
            self.list.setCurrentItem(line)
            self.list.blockSignals(False)

    def tell_waiting(self, key: str, count: int) -> None:
        """The number beside a section; none where nothing waits."""
        self._lines[key].setText(section(key).title + (f"  ({count})" if count else ""))

    def tell_closed(self, key: str, closed: str) -> None:
        """Why a section is closed to whoever is signed in, empty where it is open; its page says so too."""
        line = self._lines[key]
        line.setToolTip(closed or section(key).purpose)
        line.setData(Qt.ItemDataRole.AccessibleDescriptionRole, closed)
        self._dim(line)

    def _dim(self, line: QListWidgetItem) -> None:
        """A closed section is grey and slants: the colour alone would say nothing where colours are few."""
        closed = bool(line.data(Qt.ItemDataRole.AccessibleDescriptionRole))
        font = QFont()
        font.setItalic(closed)
        line.setFont(font)
        line.setForeground(QColor(tones().muted if closed else tones().text))

    def _moved(self, line: QListWidgetItem | None) -> None:
        if line is not None:
            self.asked.emit(line.data(Qt.ItemDataRole.UserRole))

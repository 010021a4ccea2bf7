"""The table: agenda at the side, case in the middle, what is decided on the right; folded where it is narrow."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.run.agenda_list import AgendaList
from ui.run.course import Course
from ui.run.deciding import DecidePanel
from ui.run.sheet import CaseSheet
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.labels import column, label

_WITH_AGENDA = 1100
"""From this width (at 100 %) the agenda stands at the side. Without it one line says how the meeting stands, and
Alt+Left and Right reach every case."""


class TablePage(QWidget):
    """Three parts side by side."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = AgendaList(self)
        self.sheet = CaseSheet(tr("The case"), self)
        self.panel = DecidePanel(today, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        layout.addWidget(self.agenda)
        self.stands = label("", "strong")
        middle = column(self.stands, self.sheet)
        layout.addLayout(middle, 3)
        layout.addWidget(self.panel, 2)
        self.agenda.setFixedWidth(scaled(300))
        self.panel.setMinimumWidth(scaled(300))

    def show_course(self, course: Course, safe: bool, waiting: Collection[int]) -> None:
        """How the meeting stands: in the list, and in a line where the list is folded away."""
        self.agenda.show_course(course, safe, waiting)
        self.stands.setText(self.agenda.in_short)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """That of the case and the decision: the agenda is folded away before they lack room."""
        whole = super().minimumSizeHint()
        folds = 0 if self.agenda.isHidden() else self.agenda.width() + scaled(12)
        return QSize(whole.width() - folds, whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self.agenda.setFixedWidth(scaled(300))
        self.agenda.setVisible(self.width() >= scaled(_WITH_AGENDA))
        self.stands.setVisible(self.agenda.isHidden())
        room = self.width() - (self.agenda.width() if self.agenda.isVisible() else 0)
        self.panel.setMinimumWidth(min(scaled(330), room // 2 - scaled(12)))

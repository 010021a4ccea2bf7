"""The table: agenda at the side, case in the middle, what is decided on the right; folded where it is narrow."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.run.agenda_list import AgendaList
from ui.run.deciding import DecidePanel
from ui.run.sheet import CaseSheet
from ui.theme import scaled

_WITH_AGENDA = 1100
"""From this width (at 100 %) the agenda stands at the side; F6 and Alt+Left and Right reach every case without it."""


class TablePage(QWidget):
    """Three parts side by side."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = AgendaList(self)
        self.sheet = CaseSheet("The case", self)
        self.panel = DecidePanel(today, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        layout.addWidget(self.agenda)
        layout.addWidget(self.sheet, 3)
        layout.addWidget(self.panel, 2)
        self.agenda.setFixedWidth(scaled(300))
        self.panel.setMinimumWidth(scaled(300))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self.agenda.setFixedWidth(scaled(300))
        self.agenda.setVisible(self.width() >= scaled(_WITH_AGENDA))
        room = self.width() - (self.agenda.width() if self.agenda.isVisible() else 0)
        self.panel.setMinimumWidth(min(scaled(330), room // 2 - scaled(12)))

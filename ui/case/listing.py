"""A titled table with the buttons that belong to it, and a sentence where it has no rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.case.provenance import Provenance
from ui.models import Column, RowTable, Table
from ui.register.flow import flowing
from ui.theme import scaled
from ui.widgets.labels import button, label

Row = TypeVar("Row")
Act = tuple[str, Callable[[], object], bool]
"""Words, what it does, and whether this person may."""


class Listing(QWidget, Generic[Row]):
    """One part of a tab. `origin` says for F4 where a row's value comes from."""

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Row]],
        none: str,
        origin: Callable[[Row], Provenance],
        acts: Sequence[Act] = (),
        opened: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.origin = origin
        self.model = RowTable(columns, self)
        self.table = Table(self.model, title)
        self.none = label(none)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = label(title, "heading", wrap=False)
        self.buttons: list[QPushButton] = []
        for words, do, may in acts:
            made = button(words, do)
            made.setEnabled(may)
            if not may:
                made.setToolTip("Not in your role; ask an administrator.")
            self.buttons.append(made)
        if opened is not None:
            self.table.opened.connect(lambda _row: opened())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(4), 0, 0)
        layout.addWidget(flowing(self.title, *self.buttons))
        layout.addWidget(self.none)
        layout.addWidget(self.table, 1)
        self.table.setMinimumHeight(scaled(130))
        self.fill(())

    def fill(self, rows: Sequence[Row]) -> None:
        """Show rows; the one chosen before stays chosen by its place."""
        place = self.table.currentIndex().row()
        self.model.set_rows(rows)
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.setCurrentIndex(self.model.index(max(0, min(place, len(rows) - 1)), 0))

    def fit_rows(self) -> None:
        """As tall as its rows, for a short table in a longer page."""
        lines = max(1, len(self.model.rows))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + lines * self.table.verticalHeader().defaultSectionSize() + scaled(8))

    def current(self) -> Any:
        return self.table.current()

    def about_current(self) -> Provenance | None:
        """Where the value under the keyboard comes from."""
        chosen = self.table.current()
        return None if chosen is None else self.origin(chosen)

"""A titled table with the buttons that belong to it, and a sentence where it has no rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.case.provenance import Provenance
from ui.models import Column, RowTable
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label

Row = TypeVar("Row")
Act = tuple[str, Callable[[], object], bool]
"""Words, what it does, and whether this person may."""


class Listing(QWidget, Generic[Row]):
    """One part of a tab. `origin` says for F4 where a row's value comes from.

    `edited` is what F2 does with a row, where it is not what Enter does.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Row]],
        none: str,
        origin: Callable[[Row], Provenance],
        acts: Sequence[Act] = (),
        opened: Callable[[], object] | None = None,
        edited: Callable[[], object] | None = None,
        dress: Callable[[Table], None] | None = None,
    ) -> None:
        super().__init__()
        self.origin = origin
        self.model = RowTable(columns, self)
        self.buttons: list[QPushButton] = []
        self._filled = False
        self._told = title, none
        self._acts, self._opened, self._dress = acts, opened, dress
        self.edited = edited or opened
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, scaled(4), 0, 0)

    # A case has many of these, most on tabs that nobody opens: each is built when it is first seen with what it is to
    # show, or asked for.

    @cached_property
    def none(self) -> QLabel:
        """The sentence where there are no rows."""
        made = label(self._told[1])
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        return made

    @cached_property
    def table(self) -> Table:
        """The table, under its title and buttons."""
        made = Table(self.model, self._told[0])
        for words, do, may in self._acts:
            one = button(words, do)
            one.setEnabled(may)
            if not may:
                one.setToolTip(tr("Not in your role; ask an administrator."))
            self.buttons.append(one)
        if opened := self._opened:
            made.opened.connect(lambda _row: opened())
        self._head = flow(label(self._told[0], "heading", wrap=False), *self.buttons)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self.none)
        self._layout.addWidget(made, 1)
        if self._dress is not None:
            self._dress(made)
        made.hug()
        made.picked.connect(lambda _row: _keep_in_view(made))
        made.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit(made))
        self._show_rows(made, 0)
        return made

    @property
    def is_built(self) -> bool:
        return "table" in vars(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        if self._filled:
            self.table.ensurePolished()
        super().showEvent(event)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show rows; the one chosen before stays chosen by its place."""
        place = self.table.currentIndex().row() if self.is_built else 0
        self._filled = True
        self.model.set_rows(rows)
        if self.is_built:
            self._show_rows(self.table, place)
        elif self.isVisible():
            self.table.ensurePolished()

    def _show_rows(self, table: Table, place: int) -> None:
        rows = self.model.rows
        self.none.setVisible(not rows)
        table.setVisible(bool(rows))
        self._fit(table)
        if rows:
            table.setCurrentIndex(self.model.index(max(0, min(place, len(rows) - 1)), 0))

    def _fit(self, table: Table) -> None:
        """No taller than its heading and its rows: what is below follows at once."""
        body = table.maximumHeight() if self.model.rows else self.none.heightForWidth(self.width())
        head = self._head.heightForWidth(self.width())
        around = self._layout.contentsMargins().top() + self._layout.contentsMargins().bottom()
        self.setMaximumHeight(head + self._layout.spacing() + body + around)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        if self.is_built:
            self._fit(self.table)

    def current(self) -> Any:
        return self.table.current() if self.is_built else None

    def about_current(self) -> Provenance | None:
        """Where the value under the keyboard comes from."""
        chosen = self.current()
        return None if chosen is None else self.origin(chosen)


def _keep_in_view(table: Table) -> None:
    """The row that the arrows come to is seen: a list without a bar of its own leaves the scrolling to the page."""
    above = table.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    box = table.visualRect(table.currentIndex())
    page = above.widget() if above is not None else None
    if above is not None and page is not None and table.hasFocus() and box.isValid():
        at = table.viewport().mapTo(page, box.center())
        above.ensureVisible(at.x(), at.y(), 0, box.height())

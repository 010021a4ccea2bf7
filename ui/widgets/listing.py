"""A list, and what is said where it has no rows: one place on the screen for both, never a bare head of columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.empty import EmptyState
from ui.widgets.scroll import takes_the_rest


class Listing(QStackedWidget):
    """Shows `rows`, the table or what else holds it, or in its place why there are none and what to do about it.

    A list that is empty for one reason only is given its words at once; others `say` theirs each time.
    """

    def __init__(self, rows: QWidget, title: str = "", sentence: str = "") -> None:
        super().__init__()
        self.rows = rows
        self.empty = EmptyState(title, sentence)
        self.addWidget(rows)
        self.addWidget(self.empty)
        takes_the_rest(self)

    def show_rows(self, there: object = True) -> None:
        """Show the rows; where there are none, what was last said about that."""
        self.setCurrentWidget(self.rows if there else self.empty)

    def say(self, title: str, sentence: str, *acts: tuple[str, Callable[[], object]]) -> None:
        """Say in place of the rows why there are none. Each act is the words of a button and what it does."""
        self.empty.say(title, sentence, *acts)
        self.setCurrentWidget(self.empty)

    @property
    def said(self) -> str:
        """What stands in place of the rows; empty while they are shown."""
        return self.empty.words if self.currentWidget() is self.empty else ""

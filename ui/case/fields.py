"""Fields that are saved when they are left, and what happens when somebody else was there meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.dates import show_date
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.labels import button, column, label, row
from ui.widgets.pick import DayEdit, Pick


class SavedLine(QLineEdit):
    """A line that says `left` with old and new text once it is left and something else stands in it."""

    left = Signal(str, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.shown = ""
        self.editingFinished.connect(self._finished)

    def show_value(self, text: str) -> None:
        """Show what is stored, but leave alone what is typed and not saved."""
        if not self.unsaved:
            self.put(text)

    def put(self, text: str) -> None:
        """Show what is stored, whatever was typed here."""
        self.shown = text
        self.setText(text)
        self.setCursorPosition(0)

    @property
    def unsaved(self) -> bool:
        return self.text() != self.shown

    def save(self) -> bool:
        """Say `left` now where something else stands in it; whether it did."""
        unsaved = self.unsaved
        if unsaved:
            self.left.emit(self.shown, self.text())
        return unsaved

    def _finished(self) -> None:
        self.save()


class OwnWord(DayEdit):
    """The forum's word under a heading: read and read back as a day where the heading keeps days, else as it stands."""

    def __init__(self, today: date, keeps_days: Callable[[], bool]) -> None:
        self._keeps_days = keeps_days
        super().__init__(tr("Value"), today)
        self.setPlaceholderText("")

    @property
    def day(self) -> date | None:
        return super().day if self._keeps_days() else None

    @property
    def value(self) -> object:
        """The day written out, else the text."""
        return show_date(self.day) or self.text()

    @property
    def wrong(self) -> bool:
        return self._keeps_days() and super().wrong


class SavedPick(Pick):
    """A choice that says `left` as soon as another is made."""

    left = Signal(str, str)

    def __init__(self, name: str, choices: list[tuple[str, object]]) -> None:
        super().__init__(name, choices)
        self.shown = ""
        self.activated.connect(self._chosen)

    def show_value(self, text: str) -> None:
        self.shown = text
        self.set_value(text)

    def _chosen(self, _index: int) -> None:
        if str(self.value or "") != self.shown:
            self.left.emit(self.shown, str(self.value or ""))


class BothTexts(QDialog):
    """Two people wrote the same field: both texts side by side, neither lost until one is chosen."""

    kept_theirs = Signal()
    """The other's text is chosen; closed by Esc, nothing is."""

    def __init__(
        self, parent: QWidget, heading: str, theirs: str, mine: str, write: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("{heading}: two texts", heading=heading))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._write = write
        self.theirs_box, self.mine_box = (
            _read_only(tr("Their text"), theirs),
            _read_only(tr("Your text"), mine),
        )
        self.theirs = button(tr("Keep &theirs"), self._theirs)
        self.mine = button(tr("Write &mine over it"), self._mine, look="first")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(18), scaled(14), scaled(18), scaled(14))
        layout.addWidget(
            label(tr("Somebody else changed {heading} while you typed", heading=heading), "heading")
        )
        layout.addWidget(
            label(
                tr(
                    "Theirs is saved. Yours is kept here until you choose; what is saved stays in the history."
                )
            )
        )
        layout.addLayout(
            row(
                column(label(tr("Theirs, saved"), "strong"), self.theirs_box, self.theirs),
                column(label(tr("Yours, not saved"), "strong"), self.mine_box, self.mine),
            )
        )
        self.resize(min(letters(self, 84), parent.width() - 20), scaled(260))

    def _theirs(self) -> None:
        self.kept_theirs.emit()
        self.reject()

    def _mine(self) -> None:
        self.accept()
        self._write()


def _read_only(name: str, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made

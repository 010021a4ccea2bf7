"""Choosing: a combo box of words with values behind them, and a day that is typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.dates import read_typed_date, show_date, show_long_date
from ui.theme import letters
from ui.tongue import tr
from ui.widgets.labels import label
from ui.widgets.notice import announce


class Pick(QComboBox):
    """A combo box by its values, kept here: Qt would give an enum's member back as bare text."""

    def __init__(
        self, name: str, choices: Iterable[tuple[str, object]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.set_choices(choices)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def set_choices(self, choices: Iterable[tuple[str, object]]) -> None:
        """Other choices; what was chosen stays where it still is one."""
        kept = self.value
        self.blockSignals(True)
        self.clear()
        given = tuple(choices)
        self._values = [value for _words, value in given]
        self.addItems(
            [words for words, _value in given]
        )  # at once: one by one costs a long form ten milliseconds
        self.set_value(kept)
        self.blockSignals(False)

    @property
    def value(self) -> object:
        number = self.currentIndex()
        return self._values[number] if 0 <= number < len(self._values) else None

    def set_value(self, value: object) -> None:
        first = 0 if self._values else -1
        self.setCurrentIndex(self._values.index(value) if value in self._values else first)


class DayEdit(QLineEdit):
    """A day as `dd/mm/yyyy`, written out and read back in words when the field is left; `Ctrl+;` types today.

    What is read back stands in `said`, which whoever lays the field out puts beneath or beside it.
    """

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.said = label("", "muted", wrap=False)
        self.said.hide()
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("dd/mm/yyyy"))
        self.setMinimumWidth(letters(self, 14))
        self.editingFinished.connect(self._read_back)
        self.textChanged.connect(lambda _text: self._tell())

    @property
    def day(self) -> date | None:
        """The day typed; None where there is none or it is no day (see `wrong`)."""
        return read_typed_date(self.text().strip(), self._today)

    @property
    def value(self) -> object:
        """What a form hands over."""
        return self.day

    @property
    def wrong(self) -> bool:
        return bool(self.text().strip()) and self.day is None

    @property
    def is_today(self) -> bool:
        return self.day == self._today

    def set_today(self) -> None:
        self.setText(f"{self._today:%d/%m/%Y}")
        self._read_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Ctrl+; types today, as in a spreadsheet."""
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_today()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        super().showEvent(event)
        self._tell()

    def _tell(self, left: bool = False) -> None:
        """Read the day back; not while it is being typed, when it would be another with each figure."""
        before = self.said.text()
        day = self.day if left or not self.hasFocus() else None
        wrong = left and self.wrong
        said = show_long_date(day) if day else tr("This is not a day; write dd/mm/yyyy.") if wrong else ""
        self.said.setText(said)
        if self.said.parentWidget() is not None:  # by itself it would be a window
            self.said.setVisible(bool(said))
        if left and said and said != before:
            announce(self, said)

    def _read_back(self) -> None:
        day = self.day
        if day and self.text() != show_date(day):
            self.setText(show_date(day))
        self._tell(left=True)
        self.setProperty("wrong", "true" if self.wrong else "false")
        style = self.style()
        style.unpolish(self)
        style.polish(self)

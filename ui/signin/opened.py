"""The registers this computer has opened: chosen by keys, with when each was last unlocked, and never by whom."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.domain.opened import OpenedRow, opened, read_opened, short_path, taken_off, write_opened
from ui.tasks import Progress, Tasks
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.labels import buddy, button, column, row

_KEPT = "registers"
_LETTERS = 44
_TALL = 3
GONE = tr("gone: no register lies there now")


def kept(settings: QSettings) -> tuple[OpenedRow, ...]:
    """What this computer remembers, with the register known from before there was a list."""
    rows = read_opened(str(settings.value(_KEPT, "") or ""))
    last = str(settings.value("register", "") or "")
    if last and all(each.folder != last for each in rows):
        rows = (*rows, OpenedRow(last, None))
    return rows


def keep(settings: QSettings, folder: Path, at: datetime) -> None:
    """A register was unlocked at a moment."""
    settings.setValue(_KEPT, write_opened(opened(kept(settings), str(folder), at)))


class _List(QListWidget):
    """Enter chooses, Delete takes off."""

    chosen = Signal()
    off = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.off.emit()
        else:
            super().keyPressEvent(event)


class OpenedList(QWidget):
    """Arrows choose a register, Enter goes on to the name, Delete takes one off. Hidden while there is none."""

    picked = Signal(str)
    """The folder that was chosen."""
    entered = Signal()

    def __init__(self, settings: QSettings, tasks: Tasks) -> None:
        super().__init__()
        self._settings, self._tasks = settings, tasks
        self.rows: tuple[OpenedRow, ...] = ()
        self._gone: set[str] = set()
        self.list = _List()
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.off = button(tr("Ta&ke off the list"), self.take_off, look="link")
        self.off.setToolTip(tr("The register itself stays as it is."))
        # Beside the heading: under the list it would push what comes after out of a low window.
        layout = column(row(buddy(tr("Regis&ters opened here"), self.list), None, self.off), self.list)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.list.currentRowChanged.connect(self._moved)
        self.list.chosen.connect(self.entered.emit)
        self.list.itemClicked.connect(lambda _item: self._moved(self.list.currentRow()))
        self.list.off.connect(self.take_off)
        self.fill()

    def fill(self) -> None:
        """Show what is remembered, and look where each lies.

        A share that is away may take minutes to say so: away from the window, and in nobody's way who signs in.
        """
        self.rows = kept(self._settings)
        self._show()
        folders = [each.folder for each in self.rows]

        def look(progress: Progress) -> set[str]:
            from app.desk import holds_register

            gone: set[str] = set()
            for folder in folders:
                progress.check()
                if not holds_register(Path(folder)):
                    gone.add(folder)
            return gone

        def looked(gone: set[str]) -> None:
            self._gone = gone
            self._show()

        if folders:
            self._tasks.run_long(
                look, then=looked, owner=self, saying=tr("Looking where the registers lie"), can_stop=False
            )

    def _show(self) -> None:
        at = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for each in self.rows:
            said = GONE if each.folder in self._gone else each.words
            name = Path(each.folder).name
            place = "" if each.folder == name else f"   {short_path(each.folder, _LETTERS)}"
            item = QListWidgetItem(f"{name}{place}\n{said}")
            item.setToolTip(each.folder)
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(self.rows) - 1))
        self.list.blockSignals(False)
        tall = sum(self.list.sizeHintForRow(number) for number in range(min(len(self.rows), _TALL)))
        self.list.setFixedHeight(tall + scaled(8))
        self.list.setMinimumWidth(letters(self, 30))
        self.setVisible(bool(self.rows))
        self.off.setEnabled(bool(self.rows))

    def _moved(self, number: int) -> None:
        if 0 <= number < len(self.rows):
            self.picked.emit(self.rows[number].folder)

    def take_off(self) -> None:
        """Forget where a register lies. The register is not touched."""
        number = self.list.currentRow()
        if not 0 <= number < len(self.rows):
            return
        folder = self.rows[number].folder
        self.rows = taken_off(self.rows, folder)
        self._settings.setValue(_KEPT, write_opened(self.rows))
        if str(self._settings.value("register", "") or "") == folder:
            self._settings.setValue("register", self.rows[0].folder if self.rows else "")
        self._show()
        self._moved(self.list.currentRow())

    def pretend(self, here: str, gone: str) -> None:
        """As if two had been opened on this computer and one were gone, for a picture."""
        at = datetime(2026, 11, 20, 3, 2, tzinfo=UTC)
        self.rows, self._gone = (OpenedRow(here, at), OpenedRow(gone, at)), {gone}
        self._show()

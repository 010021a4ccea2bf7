"""Refused rows of an extract, saved as CSV where somebody says: from the import, and of one taken in long ago."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.extract_result import RejectedRows
from app.files import write_whole
from ui.tasks import Progress
from ui.tongue import tr

if TYPE_CHECKING:
    from app.desk import Desk


def ask_where(parent: QWidget, file: str) -> Path | None:
    """Where the refused rows of a file go: beside it, unless another place is chosen. None where nobody wants them."""
    proposed = str(Path(file).with_suffix("")) + "-rejected.csv"
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save the rejected rows"), proposed, tr("CSV (*.csv)"))
    return Path(chosen) if chosen else None


def writing(path: Path, rows: RejectedRows) -> Callable[[Desk, Progress], None]:
    """The work of writing them, for a thread of its own: as they stood, with heading and reason beside each."""
    content = rows.as_csv()

    def work(_door: Desk, _progress: Progress) -> None:
        write_whole(path, content, tr("The refused rows"))

    return work


def saved_words(path: Path) -> str:
    return tr("Saved the rejected rows as {name}.", name=path.name)

"""A paper that was made, into a file where somebody says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.domain.errors import ForumDeskError
from app.files import write_whole
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.screen import Screen


def save_pdf(
    screen: Screen, title: str, name: str, pdf: bytes, saved: Callable[[str], str], unsaved: str = ""
) -> None:
    """Ask where it goes, and write it whole. `saved` tells of the file; `unsaved` is said where none was chosen."""
    file, _ = QFileDialog.getSaveFileName(screen.window(), title, name, tr("PDF (*.pdf)"))
    if not file:
        if unsaved:
            screen.notice.say(unsaved, "warn")
        return
    try:
        write_whole(Path(file), pdf)
    except ForumDeskError as error:
        screen.say_error(error)
        return
    screen.notice.say(saved(file), "good")

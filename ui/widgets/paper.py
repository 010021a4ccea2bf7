"""Pages that are no numbered copy, on their way out: to a printer, or into a file where somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.files import write_whole
from ui.packs.queue import Queue, SystemQueue
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button
from ui.widgets.pick import Pick

ON_PAPER, AS_FILE = "on paper", "as a file"
NO_PRINTER = "No printer is there"

Make = Callable[[str, Callable[[bytes], None]], None]
"""Makes the pages: given how they leave, for the trail, and what to do with them then."""


class PaperOut(QWidget):
    """Which printer, *Print* and *Save as PDF*. Nothing is written to a disk unless the second is pressed."""

    queue: ClassVar[Queue] = SystemQueue()

    def __init__(self, what: str, name: str, make: Make, say: Callable[[str, str], None]) -> None:
        super().__init__()
        self._what, self._name, self._make, self._say = what, name, make, say
        self.printer = Pick("Printer")
        self.print_button = button("Pr&int", self.to_printer)
        self.save_button = button("Save as PDF…", self.to_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            flow((buddy("&On", self.printer), self.printer, self.print_button), (self.save_button,))
        )
        self.offer()

    def offer(self) -> None:
        """The printers there are now."""
        names = self.queue.names()
        self.printer.set_choices([(name, name) for name in names] or [(NO_PRINTER, "")])
        self.print_button.setEnabled(bool(names))

    def to_printer(self) -> None:
        """Print the pages, straight from memory."""
        name = str(self.printer.value or "")

        def send(pdf: bytes) -> None:
            try:
                self.queue.send(name, self._what, pdf)
            except Refused:
                self._say(
                    f"The printer {name} did not take {self._what}; see whether a page came out, and print it again.",
                    "warn",
                )
                return
            self._say(f"Sent {self._what} to {name}.", "good")

        self._make(ON_PAPER, send)

    def to_file(self) -> None:
        """Save them where somebody says."""
        file = self.where()
        if file is None:
            return

        def save(pdf: bytes) -> None:
            try:
                write_whole(file, pdf)
            except Refused as error:
                self._say(error.sentence, "warn")
                return
            self._say(f"Saved {self._what} as {file}.", "good")

        self._make(AS_FILE, save)

    def where(self) -> Path | None:
        """Ask for a file; None where somebody thought better of it."""
        name, _kind = QFileDialog.getSaveFileName(self, "Save as PDF", self._name, "PDF (*.pdf)")
        return Path(name) if name else None

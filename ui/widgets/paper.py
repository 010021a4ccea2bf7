"""Pages that are no numbered copy, on their way out: to a printer, or into a file where somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.files import write_whole
from app.usecases.packs import Pages
from ui.packs.queue import Queue, SystemQueue
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, row
from ui.widgets.pick import Pick

ON_PAPER, AS_FILE = "on paper", "as a file"
LOOK_DOTS = 90
"""To the inch: enough to read a page at a screen's size."""
NO_PRINTER = tr("No printer is there")

Make = Callable[[str, Callable[[bytes], None]], None]
"""Makes the pages: given how they leave, for the trail, and what to do with them then."""


class PagesDialog(QDialog):
    """Pages under one another, drawn from memory; gone when it is closed."""

    def __init__(self, parent: QWidget, what: str, pdf: bytes) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(what[:1].upper() + what[1:])
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window = parent.window()
        inner = QWidget()
        column = QVBoxLayout(inner)
        self.pages: list[QLabel] = []
        for number, page in enumerate(Pages(pdf).pictures(LOOK_DOTS), 1):
            image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
            shown = QLabel()
            shown.setPixmap(QPixmap.fromImage(image.copy()))
            shown.setAccessibleName(tr("Page {number}", number=number))
            column.addWidget(shown)
            self.pages.append(shown)
        area = QScrollArea()
        area.setWidget(inner)
        area.setAccessibleName(tr("Pages"))
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addLayout(row(None, button(tr("Close"), self.accept, look="first")))
        width = inner.sizeHint().width() + scaled(60)
        self.resize(min(width, window.width() - 20), window.height() - 20)


class PaperOut(QWidget):
    """Which printer, *Print* and *Save as PDF*. Nothing is written to a disk unless the second is pressed."""

    queue: ClassVar[Queue] = SystemQueue()

    def __init__(
        self, what: str, name: str, make: Make, say: Callable[[str, str], None], *, look: bool = False
    ) -> None:
        super().__init__()
        self._what, self._name, self._make, self._say = what, name, make, say
        self.printer = Pick(tr("Printer"))
        self.print_button = button(tr("Pr&int"), self.to_printer)
        self.save_button = button(tr("Save as PDF…"), self.to_file)
        self.look_button = button(tr("Look at the pages…"), self.to_look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            flow(
                (buddy(tr("&On"), self.printer), self.printer, self.print_button),
                self.save_button, *((self.look_button,) if look else ()),
            )
        )  # fmt: skip
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
                    tr(
                        "The printer {name} did not take {what}; see whether a page came out, and print it again.",
                        name=name,
                        what=self._what,
                    ),
                    "warn",
                )
                return
            self._say(tr("Sent {what} to {name}.", what=self._what, name=name), "good")

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
            self._say(tr("Saved {what} as {file}.", what=self._what, file=file), "good")

        self._make(AS_FILE, save)

    def to_look(self) -> None:
        """Show the pages under one another, from memory."""
        self._make("", lambda pdf: PagesDialog(self, self._what, pdf).open())

    def where(self) -> Path | None:
        """Ask for a file; None where somebody thought better of it."""
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save as PDF"), self._name, tr("PDF (*.pdf)"))
        return Path(name) if name else None

"""The computer's printers: the one place where pages leave as paper (need K1, design/trust.md "Printing and copies").

The bytes that were issued are drawn page by page as pictures, in memory: no file of a pack lies on disk, and what
is printed is what was looked at. A printer is a true edge; tests bring a stand-in, or a printer that is a PDF file.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.domain.errors import Refused
from app.usecases.packs import Pages
from ui.tongue import tr

DOTS = 300
"""To the inch: sharp enough for the smallest print and for the code in the corner of a page."""


class Queue(Protocol):
    """What prints. `send` takes one whole copy or raises Refused."""

    def names(self) -> tuple[str, ...]:
        """Printers there are now, the computer's own choice first."""

    def refuse_unready(self, name: str) -> None:
        """Before a number is used: refuse a printer that is not there."""

    def send(self, name: str, title: str, pdf: bytes) -> None:
        """Print one copy. `title` names the job and nobody."""


class SystemQueue:
    """Printers as this computer knows them."""

    def names(self) -> tuple[str, ...]:
        own = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != own, name)))

    def refuse_unready(self, name: str) -> None:
        if QPrinterInfo.printerInfo(name).isNull():
            raise Refused(
                tr(
                    "The printer {name} is not there any more; no number was used. Choose another printer, or files.",
                    name=name,
                )
            )

    def send(self, name: str, title: str, pdf: bytes) -> None:
        self.refuse_unready(name)
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        paint(printer, title, pdf)


def paint(printer: QPrinter, title: str, pdf: bytes) -> None:
    """Draw every page of a plain PDF on a printer. Raises Refused where the printer takes no job."""
    printer.setDocName(title)
    printer.setCreator("ForumDesk")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused(_FAILED.format(title=title))
    try:
        for number, page in enumerate(Pages(pdf).pictures(DOTS)):
            if number and not printer.newPage():
                raise Refused(_FAILED.format(title=title))
            image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
    finally:
        painter.end()


_FAILED = tr(
    "The printer did not take {title}; see whether any page of it came out, then settle that number. "
    "Numbers after it are void; those before it are out."
)

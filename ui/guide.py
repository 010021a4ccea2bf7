"""F1: the page of the guide for a screen, from docs/guide beside the program. Nothing is fetched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui.tongue import tr
from ui.widgets.labels import button, row
from ui.widgets.panes import fit_dialog

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide"


def page(name: str) -> str:
    """The text of a page, or an honest word that there is none."""
    file = GUIDE / f"{name}.md"
    if not name or not file.is_file():
        return tr(
            "# No page yet\n\nThis screen has no page in the guide yet. Ctrl+/ lists every key that works here."
        )
    return file.read_text(encoding="utf-8")


class Page(QTextBrowser):
    """A page with its pictures, each no wider than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Help page"))
        self.setOpenLinks(False)
        self.setSearchPaths([str(GUIDE)])

    def show_page(self, name: str) -> None:
        self.setMarkdown(page(name))
        self._fit_pictures()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        room = self.viewport().width() - 4 * int(self.document().documentMargin())
        block = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                part = parts.fragment()
                if (shape := part.charFormat()).isImageFormat():
                    image = shape.toImageFormat()
                    size = QImageReader(str(GUIDE / image.name())).size()
                    image.setWidth(room)
                    image.setHeight(room * size.height() / max(1, size.width()))
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(part.position())
                    cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(image)
                    break  # a picture stands alone in its line, and the walk ends with what it changed
                parts += 1
            block = block.next()


class Help(QDialog):
    """One page of the guide."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 860, 620)
        self.browser = Page()
        self.browser.anchorClicked.connect(lambda url: self.turn_to(url.fileName().removesuffix(".md")))
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser, 1)
        layout.addLayout(row(None, button(tr("&Close"), self.accept, look="first")))
        self.turn_to(name)

    def turn_to(self, name: str) -> None:
        self.browser.show_page(name)


def show(parent: QWidget, name: str) -> Help:
    """Open the page over a window, without stopping it."""
    made = Help(parent, name)
    made.open()
    return made

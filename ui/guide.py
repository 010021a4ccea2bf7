"""F1: the page of the guide for a screen, from docs/guide beside the program. Nothing is fetched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui.widgets.labels import button, row
from ui.widgets.panes import fit_dialog

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide"


def page(name: str) -> str:
    """The text of a page, or an honest word that there is none."""
    file = GUIDE / f"{name}.md"
    if not name or not file.is_file():
        return "# No page yet\n\nThis screen has no page in the guide yet. Ctrl+/ lists every key that works here."
    return file.read_text(encoding="utf-8")


class Help(QDialog):
    """One page of the guide."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 680, 560)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Help page")
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(lambda url: self.turn_to(url.fileName().removesuffix(".md")))
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser, 1)
        layout.addLayout(row(None, button("&Close", self.accept, look="first")))
        self.turn_to(name)

    def turn_to(self, name: str) -> None:
        self.browser.setMarkdown(page(name))


def show(parent: QWidget, name: str) -> Help:
    """Open the page over a window, without stopping it."""
    made = Help(parent, name)
    made.open()
    return made

"""About: which program this is, for whoever asks for help, and each library with its licence in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QWidget

from app.desk.about import about
from app.domain.about import About, LibraryRow
from app.domain.words import Topic
from ui import words
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.widgets.labels import label

COLUMNS = (
    Column[LibraryRow](tr("Library"), lambda each: each.name, width=19),
    Column[LibraryRow](tr("Version"), lambda each: each.version, width=10),
    Column[LibraryRow](tr("Licence"), lambda each: each.licence, width=22, stretch=True),
)


class AboutScreen(Screen):
    """Works without a network: all of it is read from what is installed."""

    name: ClassVar[str] = "settings-about"
    title: ClassVar[str] = tr("About ForumDesk")
    section: ClassVar[str] = "settings"
    help_page: ClassVar[str] = "settings"
    topics: ClassVar[frozenset[Topic]] = frozenset()
    of_forum: ClassVar[bool] = False

    def build(self) -> None:
        self.told = label("")
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Libraries and their licences"), of_people=False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The licence in full"))
        self.body.addWidget(self.told)
        self.body.addWidget(label(tr("Libraries"), "heading"))
        parts = QSplitter()
        parts.addWidget(self.table)
        parts.addWidget(self.text)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        self.body.addWidget(parts, 1)

    def connect_up(self) -> None:
        self.table.picked.connect(self.show_text)

    def refresh(self) -> None:
        self.ask(lambda _door: about(), then=self.fill, saying=tr("Reading what is installed"))

    def fill(self, found: About) -> None:
        """What is installed; the first library is chosen."""
        self.told.setText("\n".join(found.lines))
        self.model.set_rows(found.libraries)
        self.table.setCurrentIndex(self.model.index(0, 0))
        count = words.counted(len(found.libraries), "library", "libraries")
        self.tell_status(count)

    def show_text(self, chosen: LibraryRow | None) -> None:
        """The licence of one library, as it came with it."""
        if chosen is None:
            self.text.clear()
            return
        none = tr(
            "No text came with {name}; it names its licence: {licence}.",
            name=chosen.name,
            licence=chosen.licence,
        )
        self.text.setPlainText(chosen.text or none)

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.text)

    def searched(self) -> QWidget:
        return self.table

"""F4: whose a value is, where it comes from, how old it is, and everything it was before (needs R9, R12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.case_history import HistoryLine
from app.domain.dates import AUCKLAND, show_date, show_moment
from ui.models import Column, RowTable
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.labels import button, label, row


class Provenance(Struct, frozen=True):
    """What F4 tells of one value. `headings` are the headings under which its history is kept."""

    heading: str
    value: str
    owner: str = ""
    source: str = ""
    as_at: date | None = None
    more: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

    def known_from(self, history: Sequence[HistoryLine]) -> Provenance:
        """A value of the forum's own of which no day is kept: by its history it is of whoever set it last, and when."""
        if self.owner != "forum" or self.as_at is not None:
            return self
        set_last = max((line for line in history if line.at), key=lambda line: line.seq, default=None)
        if set_last is None or set_last.at is None:
            return self if self.value else replace(self, source=tr("nobody has set it yet"))
        day = set_last.at.astimezone(AUCKLAND).date()
        return replace(self, as_at=day, more=(tr("Who: {who}", who=set_last.who), *self.more))

    def lines(self) -> list[str]:
        """Sentences, the value first."""
        found = [tr("Value: {value}", value=self.value or tr("blank"))]
        if self.owner:
            found.append(tr("Whose: {owner}", owner=self.owner))
        if self.source:
            found.append(tr("Source: {source}", source=self.source))
        found.append(tr("As at: {as_at}", as_at=show_date(self.as_at) or tr("no day is kept")))
        return [*found, *self.more]


def moment_words(line: HistoryLine) -> str:
    return show_moment(line.at) if line.at else tr("not known")


HISTORY = (
    Column[HistoryLine](tr("When"), moment_words, width=17),
    Column[HistoryLine](tr("Who"), lambda line: line.who, width=15),
    Column[HistoryLine](tr("What"), lambda line: line.what, width=21),
    Column[HistoryLine](tr("Old"), lambda line: line.old or "–", width=17),
    Column[HistoryLine](tr("New"), lambda line: line.new or "–", width=24, stretch=True),
    Column[HistoryLine](tr("Why"), lambda line: line.why, width=20, stretch=True, goes=1),
)


class ProvenanceDialog(QDialog):
    """Closed by Esc, F4 or its button."""

    def __init__(self, parent: QWidget, about: Provenance, history: Sequence[HistoryLine] | None) -> None:
        """`history` is None where it was not read: then nothing is said of it."""
        super().__init__(parent)
        self.setWindowTitle(tr("{heading}: source and history", heading=about.heading))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = about.headings or (about.heading,)
        lines = [line for line in history or () if line.what in wanted]
        about = about.known_from(lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(18), scaled(14), scaled(18), scaled(14))
        layout.addWidget(label(about.heading, "heading"))
        self.told = label("\n".join(about.lines()))
        layout.addWidget(self.told)
        if lines:
            model = RowTable(HISTORY, self)
            model.set_rows(lines)
            table = Table(model, tr("History of {heading}", heading=about.heading))
            layout.addWidget(table, 1)
        elif history is not None:
            layout.addWidget(label(tr("It has not changed since it came in."), "muted"))
        close = button(tr("Close"), self.accept, look="first")
        layout.addLayout(row(None, close))
        self.resize(
            min(letters(self, 140 if lines else 64), parent.width() - 20),
            min(scaled(400 if lines else 220), parent.height() - 20),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """F4 closes what F4 opened."""
        if event.key() == Qt.Key.Key_F4:
            self.accept()
        else:
            super().keyPressEvent(event)

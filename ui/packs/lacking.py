"""What is missing or stale in the cases of a pack, told before it prints (need R12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.milestones import WatchRow
from app.domain.names import full_name
from ui import words
from ui.case.timeline import months_words
from ui.home.plans import lacks_words
from ui.models import Column, RowTable
from ui.table import Table
from ui.tongue import tr
from ui.widgets.labels import button, label

FEW = 2
"""How many cases are told beside the holders; the table has them all."""

COLUMNS = (
    Column[WatchRow](tr("Name"), lambda each: full_name(each.surname, each.given_names), width=20),
    Column[WatchRow](
        tr("Milestone"), lambda each: f"{months_words(each.milestone or 0)}, {show_date(each.on)}", width=20
    ),
    Column[WatchRow](
        tr("Missing"), lambda each: ", ".join(each.missing) or "–", width=36, stretch=True,
        told=lambda each: "; ".join((full_name(each.surname, each.given_names), *each.missing, *each.stale)),
    ),
    Column[WatchRow](tr("Too old"), lambda each: "; ".join(each.stale) or "–", width=26),
)  # fmt: skip


class Lacking(QFrame):
    """How many cases of the pack are behind, the first of them, and a way to them all."""

    wanted = Signal(bool)
    """Whether the table of them all is to stand where the holders do."""

    def __init__(self, opened: Callable[[WatchRow], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.told = label("", "strong")
        self.few = label("")
        self.all_button = button("", self._turn)
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Cases of the pack that miss something, or hold it too old"))
        self.table.opened.connect(opened)
        self.table.picked.connect(lambda _row: self._tell())
        side = QVBoxLayout()
        side.addWidget(self.told)
        side.addWidget(self.few)
        across = QHBoxLayout(self)
        across.addLayout(side, 1)
        across.addWidget(self.all_button)
        self._open = self._short = False
        self.show_rows(())
        self.hide()

    @property
    def shows_all(self) -> bool:
        return self._open

    def show_rows(self, rows: Sequence[WatchRow]) -> None:
        """Tell of these cases; of none as well, so that silence never stands for an answer."""
        self.model.set_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        old = sum(bool(row.stale) for row in rows)
        self.told.setText(
            tr(
                "! {cases} behind for the milestone they are listed at{tail}. The pack says so too.",
                cases=words.counted(len(rows), "case is", "cases are"),
                tail=tr(", {old} with something too old", old=old) if old else "",
            )
            if rows
            else tr(
                "✓ Every case of this pack has what its milestone asks for, and nothing of it is too old."
            )
        )
        self.all_button.setVisible(bool(rows))
        self.turn_to(all_of_them=self._open and bool(rows))

    def turn_to(self, *, all_of_them: bool) -> None:
        """The table of them all, or the holders again."""
        self._open = all_of_them
        many = self.model.rowCount()
        self.all_button.setText(
            tr("Back to the holders") if all_of_them else tr("Show all {many}", many=many)
        )
        self._tell()
        self.wanted.emit(all_of_them)

    def be_short(self, short: bool) -> None:
        """In a low window the holders have the room of the first few; the button still leads to them all."""
        self._short = short
        self._tell()

    def _tell(self) -> None:
        """The first few; beside the table of them all, the one it stands on in full."""
        rows, at = self.model.rows, self.table.current()
        self.few.setVisible(bool(rows) and (self._open or not self._short))
        if self._open and at is not None:
            self.few.setText(lacks_words(at, whole=True))
            return
        lines = [lacks_words(row) for row in rows[:FEW]]
        if len(rows) > FEW:
            lines[-1] += tr("  And {cases}.", cases=words.counted(len(rows) - FEW, "more case", "more cases"))
        self.few.setText("\n".join(lines))

    def _turn(self) -> None:
        self.turn_to(all_of_them=not self._open)

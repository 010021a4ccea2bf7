"""Counting copies back in: type or scan a code, Enter, next (need K2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QSplitter, QWidget

from app.domain.dates import show_moment
from app.domain.packs import CopyRow, show_code
from app.domain.words import CopyState, Topic
from app.usecases import copy_ledger
from app.usecases.meeting import list_meetings
from ui.actions import Action
from ui.models import Column, RowTable
from ui.packs.words import back_words, balance_words, copies, copy_words, out_first, state_words
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.scroll import takes_the_rest

if TYPE_CHECKING:
    from ui.desk import QtDesk


def example_with(desk: QtDesk, *states: CopyState) -> Mapping[str, object]:
    """A meeting with a copy in one of these states and that copy's code; else any meeting with copies."""
    found: dict[str, object] = {}
    for row_ in list_meetings(desk.door, desk.forum):
        for copy in copy_ledger.show_ledger(desk.door, row_.meeting).copies:
            if copy.state in states:
                return {"meeting": row_.meeting, "code": copy.code}
            found = {"meeting": row_.meeting}
    return found


COUNTED = (Column[CopyRow](tr("Counted in now"), lambda each: f"✓ {each.words}", width=30, stretch=True),)


class CountScreen(Screen):
    """One big box, what is back, and who still has a copy."""

    name: ClassVar[str] = "packs-count"
    title: ClassVar[str] = tr("Count copies back in")
    section: ClassVar[str] = "packs"
    help_page: ClassVar[str] = "packs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PACKS})
    needs = copy_ledger.return_copies
    states: ClassVar[Mapping[str, str]] = {"mistyped": "show_mistyped"}

    def build(self) -> None:
        self.meeting = ""
        self.seen: list[CopyRow] = []
        self.rows: tuple[CopyRow, ...] = ()
        self.box = QLineEdit()
        self.box.setProperty("look", "code")
        self._grow()
        self.box.setPlaceholderText(tr("ABCD-1234"))
        self.button = button(tr("Cou&nt in"), self.count, look="first")
        self.back = label("", "heading")
        self.body.addWidget(
            label(tr("Type the eight characters at the foot of any page, or scan them; then Enter."), "muted")
        )
        self.body.addLayout(row(buddy(tr("C&ode"), self.box), self.box, self.button, None))
        self.body.addWidget(self.back)
        self.out_model = RowTable(self._columns(), self)
        self.out = Table(self.out_model, tr("Copies that are not back"))
        self.counted_model = RowTable(COUNTED, self)
        self.counted = Table(
            self.counted_model,
            tr("Copies counted in now, the last one first"),
            none=tr("Nothing is counted in yet."),
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.out)
        splitter.addWidget(self.counted)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        takes_the_rest(splitter)
        self.body.addWidget(splitter, 1)
        self.balance = label("", "muted")
        self.missing_button = button(tr("This one is m&issing…"), self.to_missing)
        self.done_button = button(tr("To the led&ger"), lambda: self.open("packs", meeting=self.meeting))
        self.body.addWidget(self.balance)
        self.body.addLayout(row(None, self.missing_button, self.done_button))

    def _grow(self) -> None:
        """The box is read from a step away, at any text size."""
        font = QFont(QApplication.font())
        font.setPixelSize(scaled(26))
        self.box.setFont(font)
        self.box.setFixedWidth(letters(self.box, 18))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "box"):
            self._grow()

    def _columns(self) -> tuple[Column[CopyRow], ...]:
        return (
            Column[CopyRow](tr("Not back"), copy_words, width=16, told=lambda each: each.words),
            Column[CopyRow](tr("Holder"), lambda each: each.holder, width=22, stretch=True),
            Column[CopyRow](tr("Service"), lambda each: each.service, width=20, goes=1),
            Column[CopyRow](tr("State"), lambda each: state_words(each, self.desk.today), width=16),
        )

    def connect_up(self) -> None:
        self.box.returnPressed.connect(self.count)
        self.out.picked.connect(lambda _row: self._buttons())

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        return example_with(desk, CopyState.OUT)

    def go(self, **where: object) -> None:
        meeting = str(where.get("meeting", "")) or self.meeting
        if meeting != self.meeting:
            self.meeting = meeting
            self.seen = []
            self.counted_model.set_rows(())
            self.stale = True
        self.box.setFocus()

    def refresh(self) -> None:
        if self.meeting:
            self.ask(copy_ledger.show_ledger, self.meeting, then=self.fill, saying=tr("Reading the ledger"))
        else:
            self.stale = False
            self.back.setText(tr("Choose a meeting in the ledger first."))
            self._buttons()

    def fill(self, counted: copy_ledger.Counted) -> None:
        if counted.meeting != self.meeting:
            return
        self.rows = counted.copies
        self.back.setText(back_words(counted.copies))
        self.balance.setText(balance_words(counted.ledger))
        away = [each for each in counted.copies if each.state in (CopyState.OUT, CopyState.MISSING)]
        kept = self.out.current()
        self.out_model.set_rows(sorted(away, key=out_first))
        if away:
            number = next(
                (i for i, each in enumerate(self.out_model.rows) if kept and each.code == kept.code), 0
            )
            self.out.setCurrentIndex(self.out_model.index(number, 0))
        self._buttons()
        self.tell_status(tr("{copies} not back", copies=copies(len(away))))

    def _buttons(self) -> None:
        chosen: CopyRow | None = self.out.current()
        self.missing_button.setEnabled(chosen is not None and chosen.state is CopyState.OUT)
        self.button.setEnabled(bool(self.meeting))

    def count(self) -> None:
        """Count the copy of the code typed; the box is empty again at once, for the next scan."""
        typed = self.box.text().strip()
        if not typed or not self.meeting:
            self.box.setFocus()
            return
        self.box.clear()
        self.box.setFocus()
        self.ask(
            copy_ledger.return_copies, (typed,), self.meeting,
            then=self._counted, otherwise=lambda error: self._not_counted(typed, error), saying=tr("Counting in"),
        )  # fmt: skip

    def _counted(self, counted: copy_ledger.Counted) -> None:
        self.seen = [*counted.copies, *self.seen]
        self.counted_model.set_rows(self.seen)
        each = counted.copies[0]
        at = (
            tr(" at {time}", time=show_moment(each.returned_at).rpartition(" ")[2])
            if each.returned_at
            else ""
        )
        self.notice.say(tr("Back{at}: {copy}.", at=at, copy=each.words), "good")
        self.saved()

    def _not_counted(self, typed: str, error: Exception) -> None:
        self.say_error(error)
        if not self.box.text():
            self.box.setText(typed)
            self.box.selectAll()

    def to_missing(self) -> None:
        """The page for a copy that will not come back."""
        if self.missing_button.isEnabled():
            self.open("packs-missing", meeting=self.meeting, code=self.out.current().code)

    def show_mistyped(self) -> None:
        known = next((each.code for each in self.rows if each.state is CopyState.OUT), tr("ABCD1234"))
        self.box.setText(show_code(f"{known[:6]}{known[7]}{known[6]}"[:7] + "0"))
        self.count()

    def acts(self) -> Sequence[Action]:
        return (
            Action("count.missing", "Meeting", tr("Mi&ssing copy…"), self.to_missing, needs=copy_ledger.lose_copy,
                   enabled=lambda: self.missing_button.isEnabled()),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.out, self.counted)

    def search(self) -> QWidget:
        return self.box

    def draft(self) -> Mapping[str, str]:
        return {"meeting": self.meeting, "code": self.box.text()} if self.box.text() else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.go(meeting=kept["meeting"])
        self.refresh()
        self.box.setText(kept["code"])

"""What becomes of copies: missing (an incident), destroyed before a witness, settled after a stopped print (K2, K3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.dates import show_moment
from app.domain.packs import CopyRow, Settlement, show_code
from app.domain.words import Contents, CopyState, Topic
from app.usecases import copy_ledger
from ui.models import Column, RowTable
from ui.packs.count import example_with
from ui.packs.words import copies, copy_words, state_told
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from ui.desk import QtDesk


class CopyAct(Screen):
    """A page about copies of one meeting in one state; Esc goes back to the ledger."""

    section: ClassVar[str] = "packs"
    help_page: ClassVar[str] = "packs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PACKS})
    state: ClassVar[CopyState]

    meeting = ""

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        return example_with(desk, cls.state)

    def go(self, **where: object) -> None:
        self.meeting = str(where.get("meeting", "")) or self.meeting
        self.stale = True
        self.notice.hide()

    def refresh(self) -> None:
        if self.meeting:
            self.ask(copy_ledger.show_ledger, self.meeting, then=self.take, saying=tr("Reading the ledger"))
        else:
            self.stale = False
            self.fill(())

    def take(self, counted: copy_ledger.Counted) -> None:
        if counted.meeting == self.meeting:
            self.fill([each for each in counted.copies if each.state is self.state])

    def fill(self, rows: Sequence[CopyRow]) -> None:
        """Show the copies this page is about."""
        raise NotImplementedError

    def to_ledger(self) -> None:
        self.open("packs", meeting=self.meeting)


class MissingScreen(CopyAct):
    """An interruption page before a copy is recorded as missing."""

    name: ClassVar[str] = "packs-missing"
    title: ClassVar[str] = tr("Is this copy missing?")
    needs = copy_ledger.lose_copy
    state = CopyState.OUT
    states: ClassVar[Mapping[str, str]] = {"no-reason": "lose"}

    def build(self) -> None:
        self.code = ""
        self.copy: CopyRow | None = None
        self.who = label("", "heading")
        self.about = label("")
        self.steps = label(
            tr(
                "Before you record it:\n"
                "1.  Ask the holder once more, and look where the meeting was held.\n"
                "2.  Tell the chair now, whatever the hour.\n"
                "3.  Recording it makes an incident: the clock of a privacy breach starts, and the trail keeps it."
            )
        )
        self.seen = QLineEdit()
        self.told = QLineEdit()
        self.more = QPlainTextEdit()
        self.more.setTabChangesFocus(True)
        self.more.setMaximumHeight(scaled(90))
        self.yes = button(tr("&Record as missing"), self.lose, look="danger")
        self.no = button(tr("&Not missing, go back"), self.to_ledger, look="first")
        self.body.addWidget(card(self.who, self.about, self.steps))
        for text, field in (
            (tr("&Last seen: where, when, by whom"), self.seen),
            (tr("&Who was told, and when"), self.told),
            (tr("What else is &known"), self.more),
        ):
            self.body.addWidget(buddy(text, field))
            self.body.addWidget(field)
        self.body.addLayout(row(self.yes, self.no, None))
        self.body.addStretch(1)

    def go(self, **where: object) -> None:
        code = str(where.get("code", "")) or self.code
        if code != self.code:
            self.code = code
            for field in (self.seen, self.told):
                field.clear()
            self.more.clear()
        super().go(**where)
        self.seen.setFocus()

    def fill(self, rows: Sequence[CopyRow]) -> None:
        self.copy = next((each for each in rows if each.code == self.code), None)
        self.yes.setEnabled(self.copy is not None)
        if self.copy is None:
            self.who.setText(tr("No copy chosen"))
            self.about.setText(tr("Choose a copy that is out in the ledger first."))
            return
        each = self.copy
        self.tell_status(each.words)
        holds = {
            Contents.PACK: tr("The agenda and every listed person's case sheet are in it."),
            Contents.AGENDA: tr("The names and reasons of everybody on the agenda are in it."),
            Contents.MINUTES: tr("What was decided on everybody on the agenda is in it."),
            Contents.SLIP: tr("Its owner's own actions, and whom each is about, are in it."),
        }[each.contents]
        issued = tr("issued {issued_at}", issued_at=show_moment(each.issued_at)) if each.issued_at else ""
        self.who.setText(f"{copy_words(each).capitalize()}: {each.holder}, {each.service}")
        self.about.setText(
            tr(
                "Code {code}, {issued}, {pages} pages, {state}. {holds}",
                code=show_code(each.code),
                issued=issued,
                pages=each.pages,
                state=state_told(each, self.desk.today),
                holds=holds,
            )
        )

    def lose(self) -> None:
        """Record the copy as missing with what is known."""
        lines = [
            f"{what}: {text.strip()}"
            for what, text in (
                (tr("Last seen"), self.seen.text()),
                (tr("Told"), self.told.text()),
                (tr("Known"), self.more.toPlainText()),
            )
            if text.strip()
        ]
        if not self.seen.text().strip() or not self.told.text().strip():
            field = self.told if self.seen.text().strip() else self.seen
            self.notice.say(
                tr("Write where it was last seen and who was told; nothing is recorded yet."), "warn"
            )
            field.setFocus()
            return
        if self.copy is not None:
            self.yes.setEnabled(False)
            self.ask(
                copy_ledger.lose_copy, self.code, "; ".join(lines), then=self._lost, otherwise=self._not_lost
            )

    def _lost(self, _counted: copy_ledger.Counted) -> None:
        self.saved()
        code = self.code
        for field in (self.seen, self.told):
            field.clear()
        self.more.clear()
        self.open("packs-incident", code=code)

    def _not_lost(self, error: Exception) -> None:
        self.yes.setEnabled(True)
        self.say_error(error)

    def panes(self) -> Sequence[QWidget]:
        return (self.seen, self.yes)

    def draft(self) -> Mapping[str, str]:
        if not (self.seen.text() or self.told.text() or self.more.toPlainText()):
            return {}
        return {
            "meeting": self.meeting, "code": self.code, "seen": self.seen.text(), "told": self.told.text(),
            "more": self.more.toPlainText(),
        }  # fmt: skip

    def restore(self, kept: Mapping[str, str]) -> None:
        self.go(meeting=kept["meeting"], code=kept["code"])
        self.refresh()
        self.seen.setText(kept["seen"])
        self.told.setText(kept["told"])
        self.more.setPlainText(kept["more"])


def _columns(which: str) -> tuple[Column[CopyRow], ...]:
    return (
        Column[CopyRow](which, copy_words, width=18, told=lambda each: each.words),
        Column[CopyRow](tr("Holder"), lambda each: each.holder, width=24, stretch=True),
        Column[CopyRow](tr("Code"), lambda each: show_code(each.code), width=12),
        Column[CopyRow](
            tr("Back"), lambda each: show_moment(each.returned_at) if each.returned_at else "—", width=18
        ),
    )


class DestroyScreen(CopyAct):
    """Returned copies, recorded as destroyed by one person and seen by another."""

    name: ClassVar[str] = "packs-destroy"
    title: ClassVar[str] = tr("Record copies as destroyed")
    needs = copy_ledger.destroy_copies
    state = CopyState.RETURNED
    states: ClassVar[Mapping[str, str]] = {"no-witness": "record"}

    def build(self) -> None:
        self.told = label("", "strong")
        self.model = RowTable(_columns(tr("Counted in")), self)
        self.table = Table(self.model, tr("Copies counted in and not destroyed"))
        self.listing = Listing(
            self.table,
            tr("Nothing to destroy"),
            tr("Every copy of this meeting that came back is destroyed."),
        )
        self.witness = QLineEdit()
        self.witness.setMinimumWidth(letters(self, 26))
        self.method = QLineEdit("shredded")
        self.yes = button(tr("&Record as destroyed"), self.record, look="first")
        self.body.addWidget(
            label(
                tr("Only copies counted in can be destroyed, and two people are named: you, and who saw it.")
            )
        )
        self.body.addWidget(self.told)
        self.body.addWidget(self.listing, 1)
        self.body.addWidget(
            flow(
                (buddy(tr("&Witness"), self.witness), self.witness),
                (buddy(tr("H&ow"), self.method), self.method),
            )
        )
        self.body.addLayout(row(self.yes, button(tr("To the led&ger"), self.to_ledger), None))

    def connect_up(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell())
        self.witness.returnPressed.connect(self.record)

    def fill(self, rows: Sequence[CopyRow]) -> None:
        self.model.set_rows(rows)
        self.listing.show_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.selectAll()
        self._tell()

    def _tell(self) -> None:
        chosen = len(self.table.chosen())
        self.told.setText(
            tr("{copies} of {all} chosen", copies=copies(chosen), all=self.model.rowCount())
            if self.model.rowCount()
            else ""
        )
        self.yes.setEnabled(chosen > 0)
        self.tell_status(tr("{copies} chosen", copies=copies(chosen)))

    def record(self) -> None:
        """Record the chosen copies as destroyed before the witness named."""
        codes = tuple(each.code for each in self.table.chosen())
        if not self.witness.text().strip():
            self.notice.say(
                tr("Name the person who saw the copies destroyed; nothing is recorded yet."), "warn"
            )
            self.witness.setFocus()
        elif codes:
            self.yes.setEnabled(False)
            self.ask(
                copy_ledger.destroy_copies, codes, self.witness.text(), self.method.text().strip() or "shredded",
                then=self._done, otherwise=self._not_done, saying=tr("Saving"),
            )  # fmt: skip

    def _done(self, counted: copy_ledger.Counted) -> None:
        self.notice.say(tr("{copies} recorded as destroyed.", copies=copies(len(counted.copies))), "good")
        self.saved()

    def _not_done(self, error: Exception) -> None:
        self.yes.setEnabled(True)
        self.say_error(error)
        self.witness.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.witness)

    def draft(self) -> Mapping[str, str]:
        if not self.witness.text():
            return {}
        return {"meeting": self.meeting, "witness": self.witness.text(), "method": self.method.text()}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.go(meeting=kept["meeting"])
        self.witness.setText(kept["witness"])
        self.method.setText(kept["method"])


class SettleScreen(CopyAct):
    """Copies that a stopped computer left reserved: did they come out?"""

    name: ClassVar[str] = "packs-settle"
    title: ClassVar[str] = tr("Settle copies left reserved")
    needs = copy_ledger.settle_copy
    state = CopyState.RESERVED
    states: ClassVar[Mapping[str, str]] = {}

    def build(self) -> None:
        self.model = RowTable(_columns(tr("Reserved")), self)
        self.table = Table(self.model, tr("Copies reserved and not settled"))
        self.listing = Listing(
            self.table, tr("Nothing to settle"), tr("Every number of this meeting is accounted for.")
        )
        self.body.addWidget(
            label(
                tr(
                    "The computer stopped while these were made. Look in the folder and at the printer, "
                    "then say for each "
                    "what became of it. When nobody is sure it counts as issued and missing: the safe "
                    "reading is that it "
                    "exists."
                )
            )
        )
        self.body.addWidget(self.listing, 1)
        self.said = tuple(
            button(text, lambda said=said: self.settle(said), look=look)  # type: ignore[misc]
            for text, said, look in (
                (tr("It c&ame out"), Settlement.CAME_OUT, "first"),
                (tr("It did &not"), Settlement.DID_NOT, ""),
                (tr("Nobod&y is sure"), Settlement.UNSURE, "danger"),
            )
        )
        self.body.addWidget(flow(*self.said, button(tr("To the led&ger"), self.to_ledger)))

    def fill(self, rows: Sequence[CopyRow]) -> None:
        self.model.set_rows(rows)
        self.listing.show_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        for each in self.said:
            each.setEnabled(bool(rows))
        self.tell_status(tr("{copies} to settle", copies=copies(len(rows))))

    def settle(self, said: Settlement) -> None:
        """Say what became of the copy chosen."""
        current: CopyRow | None = self.table.current()
        if current is not None:
            self.ask(copy_ledger.settle_copy, current.code, said, then=self._done, saying=tr("Saving"))

    def _done(self, counted: copy_ledger.Counted) -> None:
        each = counted.copies[0]
        self.notice.say(
            tr("Settled: {copy}, {state}.", copy=each.words, state=state_told(each, self.desk.today)),
            "good",
        )
        self.saved()

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.said[0])

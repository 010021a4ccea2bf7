"""Copies being made, one line each, and what came of them; the passphrases made for them stand here this once."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.domain.packs import CopyRow, HolderDraft, show_code
from ui.models import Column, RowTable
from ui.packs.printing import Printed, PrintWish
from ui.packs.words import copies
from ui.table import Table
from ui.tasks import Job
from ui.theme import relook
from ui.tongue import tr
from ui.widgets.clipboard import lend
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.scroll import takes_the_rest


class Line(Struct, frozen=True):
    """One copy on its way: whose, how it stands, and its passphrase where one was made."""

    holder: HolderDraft
    state: str
    copy: CopyRow | None = None
    passphrase: str = ""


COLUMNS = (
    Column[Line](tr("Holder"), lambda each: each.holder.name, width=24, stretch=True),
    Column[Line](
        tr("Copy"),
        lambda each: tr("{number} of {of}", number=each.copy.number, of=each.copy.of) if each.copy else "",
        width=10,
    ),
    Column[Line](tr("State"), lambda each: each.state, width=16),
    Column[Line](tr("Code"), lambda each: show_code(each.copy.code) if each.copy else "", width=12, goes=1),
    Column[Line](
        tr("Pages"),
        lambda each: str(each.copy.pages) if each.copy and each.copy.pages else "",
        width=8,
        right=True,
    ),
    Column[Line](tr("Passphrase, shown this once"), lambda each: each.passphrase, width=36),
)


class ResultPage(QWidget):
    """Progress by copy with Cancel, then the result."""

    again = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish: PrintWish | None = None
        self._job: Job | None = None
        self.running = False
        self.has_unread = False
        """Whether passphrases stand here that nobody has confirmed to have."""
        self.head = label("", "heading")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Copies made"))
        self.bar.setTextVisible(False)
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Copies being made, one line each"))
        self.how = label("")
        self.said = label("", "warn")
        self.cancel = button(tr("Cancel; the rest becomes void"), self.stop)
        self.copy_button = button(tr("Copy the passphrases"), self.copy_passphrases)
        self.have_button = button(tr("I have them"), self.have_them)
        self.ledger_button = button(tr("To the ledger"), self.done.emit, look="first")
        self.again_button = button(tr("Make more copies"), self.again.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.head, self.bar, self.how, self.said):
            layout.addWidget(part)
        takes_the_rest(self.table)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            flow(self.cancel, self.copy_button, self.have_button, self.again_button, self.ledger_button)
        )

    def begin(self, wish: PrintWish) -> None:
        """Nothing is made yet."""
        self._wish = wish
        self.running = True
        self.has_unread = False
        self.head.setText(tr("Making {copies}", copies=copies(len(wish.holders))))
        self.how.setText(tr("Laying out the pages …"))
        self.bar.setRange(0, len(wish.holders))
        self.bar.setValue(0)
        self.model.set_rows([Line(holder, tr("waiting")) for holder in wish.holders])
        self._buttons()

    def follow(self, job: Job) -> None:
        """Show how far a job is."""
        self._job = job
        job.told.connect(self._told)
        self.cancel.setEnabled(True)
        self.cancel.setFocus()

    @Slot(int, int, str)
    def _told(self, done: int, total: int, words: str) -> None:
        if not self.running or self._wish is None:
            return
        self.how.setText(f"{words[:1].upper()}{words[1:]}")
        self.bar.setValue(done)
        laying = "of" not in words
        self.model.set_rows(
            [
                Line(
                    holder,
                    tr("✓ made")
                    if at < done
                    else tr("being made …")
                    if at == done and not laying
                    else tr("waiting"),
                )
                for at, holder in enumerate(self._wish.holders)
            ]
        )

    def stop(self) -> None:
        """Stop between two copies."""
        if self._job is not None and self.running:
            self._job.stop()
            self.cancel.setEnabled(False)
            self.how.setText(tr("Stopping after this copy …"))

    def show_made(self, made: Printed) -> None:
        """What came of it."""
        if self._wish is None:
            return
        self.running = False
        self._job = None
        self.has_unread = bool(made.passphrases)
        by_holder: Mapping[str, CopyRow] = {row.holder: row for row in (*made.issued, *made.void)}
        lines = []
        for holder in self._wish.holders:
            copy = by_holder.get(holder.name)
            is_void = copy in made.void
            state = tr("– void, never made") if is_void or copy is None else tr("✓ out")
            if any(each.holder == holder.name for each in made.unsettled):
                state = tr("? to be settled: did it come out?")
            lines.append(Line(holder, state, copy, made.passphrases.get(copy.code, "") if copy else ""))
        self.model.set_rows(lines)
        self.bar.setValue(len(made.issued))
        self.head.setText(
            tr("{copies} made", copies=copies(len(made.issued))) if made.issued else tr("No copy was made")
        )
        where = (
            tr("On {printer}. ", printer=self._wish.printer)
            if self._wish.printer
            else tr("In {folder}. ", folder=self._wish.folder)
        )
        where = where if made.issued else ""
        void = (
            tr("{copies} void: those numbers are never used again. ", copies=copies(len(made.void)))
            if made.void
            else ""
        )
        ended = tr("You stopped it. ") if made.stopped else f"{made.fault} " if made.fault else ""
        once = tr("Write the passphrases down now: they are kept nowhere.") if self.has_unread else ""
        self._say(
            f"{ended}{where}{void}{once}".strip(),
            "bad" if made.fault else "warn" if made.void or once else "good",
        )
        self._buttons()
        (self.copy_button if self.has_unread else self.ledger_button).setFocus()

    def _say(self, sentence: str, look: str) -> None:
        relook(self.said, look)  # before the words: a label measures itself with its words
        self.said.setText(sentence)

    def _buttons(self) -> None:
        self.bar.setVisible(self.running)
        self.how.setVisible(self.running)
        self.said.setVisible(not self.running)
        self.cancel.setVisible(self.running)
        self.copy_button.setVisible(self.has_unread)
        self.have_button.setVisible(self.has_unread)
        for each in (self.again_button, self.ledger_button):
            each.setVisible(not self.running)
            each.setEnabled(not self.has_unread)

    def copy_passphrases(self) -> None:
        """Names and passphrases as a table, for a letter or a safe."""
        lines = [f"{each.holder.name}\t{each.passphrase}" for each in self.model.rows if each.passphrase]
        lend("\n".join(lines))
        self.have_button.setFocus()

    def have_them(self) -> None:
        """Wipe the passphrases from the page."""
        self.has_unread = False
        self.model.set_rows([Line(each.holder, each.state, each.copy) for each in self.model.rows])
        self._say(tr("The passphrases are gone from here."), "good")
        self._buttons()
        self.ledger_button.setFocus()

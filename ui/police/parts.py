"""Parts of the review: one answer in full with the row it stands on, and the page before applying."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.linkage import Proposal
from app.domain.police_exchange import Confirmed, Review, ReviewCell, ReviewRow
from app.domain.words import RowState
from ui import words
from ui.models import Column, RowTable
from ui.police.words import (
    WHO_ASKS,
    WHO_LINKS,
    decided,
    decision_words,
    person_words,
    place_words,
    shown,
    state_words,
)
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label, row

PROPOSALS = (
    Column[Proposal](
        tr("Person no."),
        lambda each: each.prn,
        width=10,
        told=lambda each: f"{each.name}, {each.prn}, {each.why}",
    ),
    Column[Proposal](
        tr("How likely"),
        lambda each: each.likely if each.asked_by else f"{each.likely}, {each.score:.0%}",
        width=15,
        stretch=True,
    ),
)


class CellCard(QFrame):
    """An answer in full; for a row nobody knows, who it may be about and why."""

    linked = Signal(str, str)
    """A row's tag and the person number somebody picked."""
    unlinked = Signal(str)
    passed = Signal()
    """None of the proposed people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: ReviewRow | None = None
        self.setProperty("look", "card")
        self.setMinimumWidth(scaled(290))
        self.who = label("", "heading")
        self.about = label("")
        self.changed = label("", "warn")
        self.ask_title = label(tr("Whose row is this?"), "strong")
        self.told = label("")
        self.said = label("")
        self.model = RowTable(PROPOSALS, self)
        self.proposals = Table(self.model, tr("People this row may be about"))
        self.whom = label("", "strong")
        self.why = label("")
        self.prn = QLineEdit()
        self.prn.setMaxLength(12)
        self.pick_button = button(tr("It is this person"), self._pick)
        self.none_button = button(tr("None of them"), self.passed.emit)
        self.prn_line = flow((buddy(tr("Another person n&o."), self.prn), self.prn))
        self.pick_line = flow(self.pick_button, self.none_button)
        self.unlink_button = button(tr("Not this person: take the link back"), self._unlink)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for part in (
            self.who, self.about, self.changed, self.ask_title, self.told, self.proposals, self.whom, self.why,
            self.pick_line, self.prn_line, self.unlink_button, self.said,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.proposals.picked.connect(self._say_why)
        self.proposals.opened.connect(lambda _row: self._pick())
        self.prn.returnPressed.connect(self._pick)
        self.show_cell(None, None, may_link=False, settled=False)

    def show_cell(
        self,
        cell: ReviewCell | None,
        of_row: ReviewRow | None,
        *,
        may_link: bool,
        settled: bool,
        may_ask: bool = False,
    ) -> None:
        """Another answer, or none. Who may not say whose row it is may have a chair asked."""
        if of_row is None or self.row is None or of_row.tag != self.row.tag:
            self.prn.clear()
        self.row = of_row
        unknown = of_row is not None and of_row.prn is None and not settled
        by_hand = of_row is not None and of_row.linked and may_link
        self.unlink_button.setVisible(by_hand)
        self.ask_title.setVisible(unknown)
        self.told.setVisible(unknown)
        proposals = of_row.proposals if of_row is not None and unknown else ()
        self.model.set_rows(proposals)
        if proposals:
            self.proposals.setCurrentIndex(self.model.index(0, 0))
            self._fit_proposals(len(proposals))
        self.whom.setVisible(bool(proposals))
        self.why.setVisible(bool(proposals))
        self.proposals.setVisible(bool(proposals))
        for part in (self.prn_line, self.pick_line):
            part.setVisible(unknown and (may_link or may_ask))
        self.pick_button.setText(tr("It is this person") if may_link else tr("Ask the chair to link"))
        self.none_button.setVisible(may_link)
        self.told.setText(_told(proposals, may_link) if may_link or not may_ask else WHO_ASKS)
        self.changed.setVisible(of_row is not None and bool(of_row.changed))
        tells = of_row is not None and (unknown or of_row.state is RowState.OURS_CHANGED)
        said = of_row.ours if of_row is not None and tells else ()
        self.said.setText(
            "\n".join([tr("The row says:"), *(f"•  {heading}: {value}" for heading, value in said if value)])
        )
        self.said.setVisible(bool(said))
        if cell is None or of_row is None:
            self.who.setText(tr("No answer chosen"))
            self.about.setText(tr("Choose a line to see it in full."))
            return
        if of_row.changed:
            headings = ", ".join(of_row.changed)
            self.changed.setText(
                tr(
                    "Police changed cells of ours on this row: {headings}. Those are not taken.",
                    headings=headings,
                )
            )
        self.who.setText(place_words(cell, begins=True) if cell.prn is None else person_words(cell))
        self.about.setText("\n".join(_lines(cell)))

    def _pick(self) -> None:
        chosen: Proposal | None = self.proposals.current() if self.model.rowCount() else None
        prn = self.prn.text().strip() or (chosen.prn if chosen else "")
        if self.row is not None and prn and self.pick_line.isVisible():
            self.linked.emit(self.row.tag, prn)
        else:
            self.prn.setFocus()

    def _fit_proposals(self, count: int) -> None:
        """As high as the people it lists, four at most: why, and the buttons, are then seen without scrolling."""
        table = self.proposals
        rows = min(count, 4) * table.verticalHeader().defaultSectionSize()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows + scaled(6))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """At another text size, once the list's head is styled for it too: it is after what it stands in."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "model"):
            QTimer.singleShot(0, self, lambda: self._fit_proposals(self.model.rowCount()))

    def _say_why(self, chosen: Proposal | None) -> None:
        self.whom.setText(f"{chosen.name}  {chosen.prn}" if chosen else "")
        self.why.setText(tr("Why:  {why}", why=chosen.why) if chosen else "")

    def _unlink(self) -> None:
        if self.row is not None:
            self.unlinked.emit(self.row.tag)


def _told(proposals: tuple[Proposal, ...], may_link: bool) -> str:
    if not may_link:
        return WHO_LINKS
    if proposals:
        return tr("Pick the person, or none of them; a row without a person is not taken.")
    return tr("Nobody on the list is like it. Type the person number, or leave it: it is then not taken.")


def _lines(cell: ReviewCell) -> list[str]:
    lines = [
        f"{cell.heading}  ({cell.sheet} {cell.place})",
        tr("Now in ForumDesk:  {ours}", ours=shown(cell.ours))
        + (f"  ({cell.ours_by})" if cell.ours_by else ""),
        tr("From Police:  {theirs}", theirs=cell.theirs or "—"),
    ]
    if cell.value is not None and shown(cell.value) != shown(cell.theirs):
        lines.append(tr("Read as:  {cell}", cell=shown(cell.value)))
    lines += [
        tr("State:  {state}", state=state_words(cell)),
        tr("Decision:  {decision}", decision=decision_words(cell)),
    ]
    if cell.reason and cell.reason not in lines[-1]:
        lines.append(tr("Told to Police:  {reason}", reason=cell.reason))
    return lines


class ApplyPage(QFrame):
    """What applying does, read before it is done, and what came of it."""

    agreed = Signal(str)
    declined = Signal()
    chosen = Signal()
    left = Signal()
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.head = label("", "heading")
        self.counts = label("")
        self.open_ones = label("", "warn")
        self.file = QLineEdit()
        self.file_buddy = buddy(tr("Receipt for Police, save &as"), self.file)
        self.choose = button(tr("Choose…"), self.chosen.emit)
        self.yes = button(
            tr("Appl&y and write the receipt"), lambda: self.agreed.emit(self.file.text()), look="first"
        )
        self.no = button(tr("&Not yet"), self.declined.emit)
        self.done = button(tr("To the exchan&ges"), self.left.emit, look="first")
        self.back = button(tr("&Take it all back"), self.taken_back.emit)
        layout = QVBoxLayout(self)
        for part in (self.head, self.counts, self.open_ones, self.file_buddy):
            layout.addWidget(part)
        layout.addLayout(row(self.file, self.choose))
        layout.addLayout(row(self.yes, self.no, self.done, self.back, None))
        layout.addStretch(1)

    def ask(self, review: Review, file: Path) -> None:
        """Say what would be written."""
        taken, rejected, asked, undecided = decided(review.cells)
        made = taken + rejected + asked
        self.head.setText(
            tr(
                "Apply {decisions} on {exchange}?",
                decisions=words.counted(made, "decision"),
                exchange=review.exchange,
            )
            if made
            else tr("Settle {exchange} without taking anything?", exchange=review.exchange)
        )
        lines = []
        if taken:
            lines.append(
                tr(
                    "•  {answers} written beside what Corrections hold, each with source and day",
                    answers=words.counted(taken, "answer"),
                )
            )
        for count, told in ((rejected, tr("not taken")), (asked, tr("asked back"))):
            if count:
                lines.append(
                    tr(
                        "•  {answers} {told}: the receipt tells Police which and why",
                        answers=words.counted(count, "answer"),
                        told=told,
                    )
                )
        lines.append(
            tr("•  The receipt opens with the passphrase that the workbook was sent with, if it had one")
        )
        self.counts.setText("\n".join(lines))
        self.open_ones.setText(
            tr(
                "{answers} still undecided: if you apply now, what is undecided is not taken.",
                answers=words.counted(undecided, "answer"),
            )
        )
        self.open_ones.setVisible(undecided > 0)
        if not self.file.text():
            self.file.setText(str(file))
        self._asking(True)
        self.yes.setEnabled(True)
        self.no.setFocus()

    def tell(self, done: Confirmed) -> None:
        """What applying did."""
        self._asking(False)
        self.back.setEnabled(True)
        self.open_ones.hide()
        self.head.setText(tr("✓ {exchange} is applied", exchange=done.exchange))
        self.counts.setText(
            tr(
                "{taken} taken as Police wrote them, {changed} taken corrected, {not_taken} not taken, "
                "{asked} asked back; {people} touched.\n"
                "The receipt for Police is {file}. Send it to the liaison.\n"
                "Until something else is recorded, all of it can be taken back (Ctrl+Z).",
                taken=done.taken,
                changed=done.changed,
                not_taken=done.not_taken,
                asked=done.asked,
                people=words.counted(done.people, "person", "people"),
                file=self.file.text(),
            )
        )
        self.file.clear()
        self.done.setFocus()

    def _asking(self, on: bool) -> None:
        for part in (self.file_buddy, self.file, self.choose, self.yes, self.no):
            part.setVisible(on)
        self.done.setVisible(not on)
        self.back.setVisible(not on)

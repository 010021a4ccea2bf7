"""Theirs beside ours, cell by cell: conflicts first, decided by single keys, nothing written until Apply (X4 to X8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from app.domain.police import ColumnKind, Sheet, column_named
from app.domain.police_exchange import Confirmed, Linked, Review, ReviewCell, TakenBack, Verdict
from app.domain.words import CellState, Topic
from app.usecases import police_links as links
from app.usecases import police_review as reviews
from ui import words
from ui.actions import Action
from ui.police.files import apply_to, put_back
from ui.police.listing import ReviewList
from ui.police.words import (
    person_words,
    place_words,
    repeats,
    shown,
    simple,
)
from ui.tongue import tr
from ui.undo import cannot
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.pick import Pick


class ReviewScreen(ReviewList):
    """One returned file under review."""

    name: ClassVar[str] = "police-review"
    title: ClassVar[str] = tr("Review of the Police reply")
    section: ClassVar[str] = "police"
    help_page: ClassVar[str] = "police"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.POLICE})
    needs = reviews.review_police
    states: ClassVar[Mapping[str, str]] = {
        "undecided": "show_undecided", "apply": "to_apply", "edit": "edit", "unknown": "show_unknown",
    }  # fmt: skip

    def connect_up(self) -> None:
        self.table.picked.connect(lambda _row: self._show_card())
        self.table.opened.connect(lambda _row: self.edit())
        for keys, do in (
            ("A", self.accept), ("R", self.reject), ("Shift+R", self.reject_why), ("E", self.edit),
            ("K", self.ask_back), ("N", self.to_next),
        ):  # fmt: skip
            made = QShortcut(QKeySequence(keys), self.table, do)
            made.setContext(Qt.ShortcutContext.WidgetShortcut)
        for each, act in (
            (self.accept_button, self.accept), (self.reject_button, self.reject), (self.edit_button, self.edit),
            (self.ask_button, self.ask_back), (self.next_button, self.to_next), (self.undo_button, self.undo),
            (self.apply_button, self.to_apply), (self.simple_button, self.accept_simple),
        ):  # fmt: skip
            each.clicked.connect(act)
        self.card.linked.connect(self._link)
        self.card.unlinked.connect(self._unlink)
        self.card.passed.connect(self._pass)
        self.apply_page.agreed.connect(self.apply)
        self.apply_page.declined.connect(self._not_yet)
        self.apply_page.chosen.connect(self._choose_file)
        self.apply_page.taken_back.connect(self.take_back)
        self.apply_page.left.connect(lambda: self.open("police", exchange=self.exchange))

    # Deciding.

    def _decided(self, review: Review) -> None:
        before = {cell.id: cell for cell in self.order}
        changed = tuple(
            before[cell.id]
            for cell in review.cells
            if cell.id in before and _mark(before[cell.id]) != _mark(cell)
        )
        past = self.past
        self.notice.hide()
        self.fill(review)
        if changed:
            self.past = [*past, changed]
        self.saved()
        self._buttons()

    def _decide(self, verdict: Verdict, reason: str = "") -> None:
        cells: list[ReviewCell] = self.table.chosen() or ([self.cell] if self.cell else [])
        if not cells or not self.open_to_me:
            return
        if len(cells) > 1 and any(cell.conflict for cell in cells):
            self.notice.say(
                tr("Conflicts are decided one by one; nothing was changed. Choose one line."), "warn"
            )
            return
        if verdict is Verdict.ACCEPT and any(cell.prn is None for cell in cells):
            self.notice.say(
                tr("Nobody has said yet whose row this is; nothing was changed. A chair says so first."),
                "warn",
            )
            return
        self.notice.hide()
        self.ask(
            reviews.decide_police, self.exchange, [cell.id for cell in cells], verdict, "", reason,
            then=self._decided, saying=tr("Deciding"),
        )  # fmt: skip

    def accept(self) -> None:
        self._decide(Verdict.ACCEPT)

    def reject(self) -> None:
        self._decide(Verdict.REJECT)

    def _form(
        self,
        title: str,
        intro: str,
        field: QWidget,
        told: str,
        act: str,
        do: Callable[[Values, AskForm], None],
    ) -> None:
        if self.cell is not None and self.open_to_me:
            form = AskForm(self.window(), title, intro, (("text", told, field),), act, do, about=self.cell.id)
            form.open()
            field.setFocus()

    def reject_why(self) -> None:
        """Reject the current answer with a reason that Police read in the receipt."""
        self._with_words(Verdict.REJECT, tr("Reject"), tr("&Reason, told to Police"), "")

    def ask_back(self) -> None:
        """Send the current answer back with a question."""
        cell = self.cell
        self._with_words(Verdict.ASK, tr("Ask back"), tr("&Question to Police"), cell.fault if cell else "")

    def _with_words(self, verdict: Verdict, act: str, told: str, text: str) -> None:
        cell = self.cell
        if cell is None:
            return
        field = QLineEdit(text)

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self, reviews.decide_police, self.exchange, [cell.id], verdict, "", str(values["text"]),
                then=self._decided,
            )  # fmt: skip

        self._form(act, _about(cell), field, told, act, do)

    def edit(self) -> None:
        """Correct the current answer, then accept it; Police are told what was taken in its place."""
        cell = self.cell
        if cell is None:
            return
        field = _field_for(cell)

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self, reviews.decide_police, self.exchange, [cell.id], Verdict.EDIT, str(values["text"] or ""),
                then=self._decided,
            )  # fmt: skip

        self._form(
            tr("Edit, then accept"),
            _about(cell),
            field,
            tr("&Value to be taken"),
            tr("Accept this value"),
            do,
        )

    def accept_simple(self) -> None:
        """Accept what is new and contradicts nothing, after saying how many that are."""
        plain, same = sum(simple(cell) for cell in self.order), sum(repeats(cell) for cell in self.order)
        if not self.open_to_me:
            return
        also = QCheckBox()
        also.setChecked(plain == 0)

        def do(values: Values, form: AskForm) -> None:
            repeated = bool(values.get("also"))
            form.asking(self, reviews.accept_intact, self.exchange, repeated, then=self._decided)

        intro = tr(
            "{answers} where ForumDesk has nothing yet, on rows that came back intact. "
            "Conflicts, unknown rows and what cannot be read stay as they are.",
            answers=words.counted(plain, "answer"),
        )
        told = tr("&Also the {same} that say again what stands here; they then bear the new day", same=same)
        fields = (("also", told, also),) if same else ()
        AskForm(self.window(), tr("Accept all simple additions?"), intro, fields, tr("Accept"), do).open()

    def undo(self) -> None:
        """Take the last act of deciding back."""
        if self.past and self.open_to_me and not self.busy:
            last = self.past.pop()
            self.ask(put_back, self.exchange, last, then=self._undone, saying=tr("Taking it back"))

    def _undone(self, review: Review) -> None:
        past = self.past
        self.fill(review)
        self.past = past
        self.saved()
        self._buttons()

    def to_next(self) -> None:
        """The next undecided line after this one, from the top again at the end."""
        rows = self.model.rows
        at = self.table.currentIndex().row()
        order = [*range(at + 1, len(rows)), *range(at + 1)]
        found = next((i for i in order if 0 <= i < len(rows) and rows[i].state is CellState.UNDECIDED), None)
        if found is None:
            self.notice.say(tr("Every line shown is decided. Apply writes what was accepted."), "good")
        else:
            self._go_to(found)
            self.table.setFocus()

    # Whose row.

    def _link(self, tag: str, prn: str) -> None:
        """Say whose row it is; who may not asks a chair for it."""
        if not self.desk.may(links.link_row):
            self.ask(
                links.ask_link,
                self.exchange,
                tag,
                prn,
                then=self._chair_asked,
                saying=tr("Asking the chair"),
            )
            return
        self.ask(
            links.link_row, self.exchange, tag, prn, then=self._linked, saying=tr("Saving whose row it is")
        )

    def _row_words(self, linked: Linked) -> str:
        cell = next((each for each in self.order if each.row == linked.row), None)
        return place_words(cell, begins=True) if cell else tr("Row {row}", row=linked.row)

    def _chair_asked(self, asked: Linked) -> None:
        self.notice.say(
            tr(
                "{row}: a chair is asked to say that it is {name}, {prn}.",
                row=self._row_words(asked),
                name=asked.name,
                prn=asked.prn,
            ),
            "good",
        )
        self.saved()
        self.refresh()

    def _linked(self, linked: Linked) -> None:
        row = self._row_words(linked)
        what = tr("{row} is about {name}, {prn}.", row=row, name=linked.name, prn=linked.prn) if linked.prn else (
            tr("{row} is no longer about {name}.", row=row, name=linked.name)
        )  # fmt: skip
        moved = (
            tr(" {values} left the record.", values=words.counted(linked.values, "value"))
            if linked.values
            else ""
        )
        self.notice.say(what + moved, "good")
        self.saved()
        self.refresh()

    def _unlink(self, tag: str) -> None:
        self.ask(links.unlink_row, self.exchange, tag, then=self._linked, saying=tr("Taking the link back"))

    def _pass(self) -> None:
        """None of the people proposed: kept, so that a later file does not propose them first again."""
        of_row = self.card.row
        if of_row is None or not of_row.proposals:
            self._passed(None)
            return
        self.ask(
            links.link_to_nobody,
            self.exchange,
            of_row.tag,
            then=self._passed,
            saying=tr("Keeping what you said"),
        )

    def _passed(self, kept: Linked | None) -> None:
        self.notice.say(
            tr("The row stays without a person; nothing of it is taken when this is applied."), "good"
        )
        if kept is not None:
            self.refresh()
        self.to_next()

    # Applying.

    def to_apply(self) -> None:
        """The page before applying."""
        if self.review is None or not self.open_to_me:
            return
        folder = Path(str(self.settings.value("police-folder", "") or Path.home() / "ForumDesk Police"))
        self.notice.hide()
        self.steps.set_step(6)
        self.turn_to(self.apply_area)
        self.apply_page.ask(self.review, folder / f"Receipt-{self.exchange}.xlsx")

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the receipt"), self.apply_page.file.text(), tr("Excel (*.xlsx)")
        )
        if name:
            self.apply_page.file.setText(name)

    def apply(self, file: str) -> None:
        """Write what was accepted, and the receipt."""
        if not file.strip():
            self.notice.say(tr("Say where the receipt is saved; nothing was written."), "warn")
            self.apply_page.file.setFocus()
            return
        self.apply_page.yes.setEnabled(False)
        self.ask(
            apply_to, self.exchange, Path(file.strip()).expanduser(), undo=cannot(reviews.confirm_police),
            then=self._applied, otherwise=self._not_applied, saying=tr("Applying the decisions"),
        )  # fmt: skip

    def _applied(self, done: Confirmed) -> None:
        self.past = []
        self.notice.hide()
        self.steps.set_step(7)
        self.apply_page.tell(done)
        self.saved()

    def take_back(self) -> None:
        """Undo the whole Apply, while nothing else was recorded since."""
        self.apply_page.back.setEnabled(False)
        self.ask(
            reviews.take_back_police, self.exchange,
            then=self._taken_back, otherwise=self._not_taken_back, saying=tr("Taking back what was applied"),
        )  # fmt: skip

    def _taken_back(self, back: TakenBack) -> None:
        self.saved()
        self._not_yet()
        self.refresh()
        self.notice.say(
            tr(
                "Taken back: {values} left the record, what they replaced stands again. "
                "The receipt no longer holds: if Police have it, tell them.",
                values=words.counted(back.values, "value"),
            ),
            "good",
        )

    def _not_taken_back(self, error: Exception) -> None:
        self.apply_page.back.setEnabled(True)
        self.say_error(error)

    def take_back_first(self) -> bool:
        """Ctrl+Z: the last decision, or the whole Apply once that was the last thing done."""
        if self.stack.currentWidget() is self.apply_area and self.apply_page.back.isVisible():
            self.take_back()
            return True
        if self.undo_button.isEnabled():
            self.undo()
            return True
        return False

    def _not_applied(self, error: Exception) -> None:
        self.apply_page.yes.setEnabled(True)
        self.say_error(error)

    def _not_yet(self) -> None:
        self.turn_to(self.panes_now)
        self.steps.set_step(5)
        self.table.setFocus()

    # The frame.

    def show_undecided(self) -> None:
        self.choose_filter(1)

    def show_unknown(self) -> None:
        number = next((i for i, cell in enumerate(self.model.rows) if cell.prn is None), 0)
        self._go_to(number)

    def acts(self) -> Sequence[Action]:
        may = reviews.decide_police
        return (
            Action("review.accept", "Police", tr("&Accept"), self.accept, needs=may,
                   enabled=lambda: self.accept_button.isEnabled()),
            Action("review.reject", "Police", tr("&Reject"), self.reject, needs=may,
                   enabled=lambda: self.reject_button.isEnabled()),
            Action("review.why", "Police", tr("Re&ject with a reason…"), self.reject_why, needs=may,
                   enabled=lambda: self.reject_button.isEnabled()),
            Action("review.edit", "Police", tr("&Edit, then accept…"), self.edit, needs=may,
                   enabled=lambda: self.edit_button.isEnabled()),
            Action("review.ask", "Police", tr("As&k back…"), self.ask_back, needs=may,
                   enabled=lambda: self.ask_button.isEnabled()),
            Action("review.next", "Police", tr("&Next undecided"), self.to_next,
                   enabled=lambda: self.next_button.isEnabled()),
            Action("review.simple", "Police", tr("Accept all &simple additions…"), self.accept_simple, needs=may,
                   enabled=lambda: self.simple_button.isEnabled(), after_line=True),
            Action("review.apply", "Police", tr("Appl&y…"), self.to_apply, needs=reviews.confirm_police,
                   enabled=lambda: self.apply_button.isEnabled()),
        )  # fmt: skip

    def more_keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("A", tr("Accept")),
            ("R", tr("Reject")),
            ("Shift+R", tr("Reject with a reason")),
            ("E", tr("Edit, then accept")),
            ("K", tr("Ask back")),
            ("N", tr("Next undecided")),
        )

    def panes(self) -> Sequence[QWidget]:
        return (
            self.filter_pick if self.is_low else self.chips[self.filter],
            self.table,
            self.card.proposals,
            self.accept_button,
            self.apply_page.file,
        )

    def searched(self) -> QWidget | None:
        return self.table if self.table.isVisible() else None

    def close_innermost(self) -> bool:
        if super().close_innermost():
            return True
        if self.stack.currentWidget() is self.apply_area and self.apply_page.no.isVisible():
            self._not_yet()
            return True
        return False


def _mark(cell: ReviewCell) -> tuple[object, ...]:
    return cell.state, cell.edited, cell.reason


def _about(cell: ReviewCell) -> str:
    return tr(
        "{person}, {heading}\nNow in ForumDesk: {ours}\nFrom Police: {theirs}",
        person=person_words(cell),
        heading=cell.heading,
        ours=shown(cell.ours),
        theirs=shown(cell.theirs),
    )


def _field_for(cell: ReviewCell) -> QWidget:
    """A field of the column's kind, holding what would be taken now."""
    column = column_named(Sheet(cell.sheet), cell.heading)
    now = cell.edited or cell.value or cell.theirs
    if column.choices:
        field = Pick(tr("Value to be taken"), [(choice, str(choice)) for choice in column.choices])
        field.set_value(str(now))
        return field
    if column.kind is ColumnKind.TEXT and column.longest > 200:
        text = long_text()
        text.setPlainText(now)
        return text
    line = QLineEdit(shown(now) if now else "")
    if column.kind is ColumnKind.DATE:
        line.setPlaceholderText(tr("dd/mm/yyyy"))
    return line

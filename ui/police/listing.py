"""The returned file as a list: its order, its filters, what is chosen, and which acts stand open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.dates import show_date
from app.domain.police_exchange import Review, ReviewCell
from app.domain.words import CellState
from app.usecases import police
from app.usecases import police_links as links
from app.usecases import police_review as reviews
from ui import words
from ui.models import Column, RowTable
from ui.police.parts import ApplyPage, CellCard
from ui.police.words import (
    ALWAYS,
    FILTERS,
    WHO_DECIDES,
    StepsBar,
    decided,
    decision_short,
    decision_words,
    head_words,
    note_lines,
    person_words,
    pressing,
    repeats,
    shown,
    simple,
    state_short,
    state_words,
)
from ui.screen import Screen
from ui.table import Table
from ui.theme import relook, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.listing import Listing
from ui.widgets.panes import Panes, Scrolled
from ui.widgets.pick import Pick
from ui.widgets.scroll import takes_the_rest

if TYPE_CHECKING:
    from ui.desk import QtDesk

COLUMNS = (
    Column[ReviewCell](tr("Person"), person_words, width=14, stretch=True,
                       told=lambda each: f"{person_words(each)}, {each.heading}, {state_words(each)}, "
                       f"{decision_words(each)}"),
    Column[ReviewCell](tr("Field"), lambda each: each.heading, width=17),
    Column[ReviewCell](tr("In ForumDesk"),
                       lambda each: shown(each.ours) + (f" ({each.ours_by})" if each.ours_by else ""), width=17),
    Column[ReviewCell](tr("From Police"), lambda each: shown(each.theirs), width=19,
                       strong=lambda each: each.conflict),
    Column[ReviewCell](tr("State"), state_short, width=12, told=state_words,
                       strong=lambda each: each.conflict or bool(each.fault)),
    Column[ReviewCell](tr("Decision"), decision_short, width=11, told=decision_words),
)  # fmt: skip


class ReviewList(Screen):
    """One returned file as it stands; `ReviewScreen` adds what is done with it."""

    of_forum: ClassVar[bool] = False

    def build(self) -> None:
        self.exchange = ""
        self.review: Review | None = None
        self.order: tuple[ReviewCell, ...] = ()
        self.past: list[tuple[ReviewCell, ...]] = []
        self.filter = 0
        self.steps = StepsBar(5)
        self.head = label("", "heading")
        self.notes = label("", "muted")
        self.body.addWidget(self.steps)
        self.body.addWidget(self.head)
        self.body.addWidget(self.notes)
        self._filters()
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Answers of Police, conflicts first"))
        self.table.setMinimumHeight(scaled(150))
        self.listing = Listing(self.table)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self.card = CellCard()
        self.card.setMinimumHeight(scaled(110))  # some lines of an answer, however low the window is
        self.panes_now = Panes(self.listing, self.card, (5, 2))
        self.panes_now.setMinimumHeight(scaled(280))
        self.stack.addWidget(self.panes_now)
        self.apply_page = ApplyPage()
        self.apply_area = Scrolled(self.apply_page)
        self.stack.addWidget(self.apply_area)
        takes_the_rest(self.stack)
        self._acts_line()

    def _filters(self) -> None:
        self.chips: list[QPushButton] = []
        holder = self.filters = QWidget()
        for number, (title, _) in enumerate(FILTERS):
            chip = button(title, lambda number=number: self.choose_filter(number), look="chip")  # type: ignore[misc]
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.chips.append(chip)
        self.filter_pick = Pick(tr("Answers shown"))
        self.filter_pick.activated.connect(
            lambda _index: self.choose_filter(int(str(self.filter_pick.value)))
        )
        self.simple_button = button(tr("Accept all simple additions…"))
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(flow(*self.chips, self.filter_pick, self.simple_button))
        self.body.addWidget(holder)

    def _acts_line(self) -> None:
        self.accept_button = button(tr("Accept (A)"))
        self.reject_button = button(tr("Reject (R)"))
        self.edit_button = button(tr("Edit, then accept (E)…"))
        self.ask_button = button(tr("Ask back (K)…"))
        self.next_button = button(tr("Next undecided (N)"))
        self.undo_button = button(tr("Undo"))
        self.apply_button = button(tr("Appl&y…"), look="first")
        self.who = label(WHO_DECIDES)
        self.rule = label(
            tr("Shift+R rejects with a reason. Nothing is written into a case until you apply."), "muted"
        )
        self.acts_line = QWidget()
        column = QVBoxLayout(self.acts_line)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            flow(
                self.accept_button, self.reject_button, self.edit_button, self.ask_button, self.next_button,
                self.undo_button, self.apply_button,
            )
        )  # fmt: skip
        column.addWidget(self.rule)
        column.addWidget(self.who)
        if (whole := self.layout()) is not None:
            whole.addWidget(
                self.acts_line
            )  # under what scrolls: the buttons are seen however low the window is

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the window is low, what only explains stands back, the filters are one box, and the head is one line;
        an answer in full keeps its lines by scrolling."""
        low = self.is_low
        self.title_label.setVisible(not low)
        self.steps.setVisible(not low)
        self.filter_pick.setVisible(low)
        self._show_chips()
        self.rule.setVisible(self.open_to_me and not low)
        relook(self.head, "strong" if low else "heading")
        if self.review is not None:
            self.head.setText(f"{self.exchange}:  {head_words(self.review, brief=low)}")
        narrow = self.panes_now.orientation() == Qt.Orientation.Vertical
        self.panes_now.setMinimumHeight(scaled(400 if narrow else 240))

    def _show_chips(self) -> None:
        """The filters under which something stands: as chips, or in one box where there is little height."""
        offered = [
            number
            for number, (_title, belongs) in enumerate(FILTERS)
            if number in (*ALWAYS, self.filter) or any(belongs(cell) for cell in self.order)
        ]
        for number, chip in enumerate(self.chips):
            chip.setVisible(number in offered and not self.is_low)
        self.filter_pick.set_choices([(self.chips[number].text(), number) for number in offered])
        self.filter_pick.set_value(self.filter)

    def turn_to(self, page: QWidget) -> None:
        """The answers with what can be done with them, or the page before applying."""
        self.stack.setCurrentWidget(page)
        for each in (self.filters, self.acts_line):
            if each.isHidden() == (
                page is self.panes_now
            ):  # to show what is shown has all of it laid out anew
                each.setVisible(page is self.panes_now)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """An exchange that waits for review, else any that came back."""
        rows = [each for each in police.list_exchanges(desk.door) if each.forum == (desk.forum or each.forum)]
        back = [each for each in rows if each.returned_at is not None]
        found = next((each for each in back if each.state == "returned"), back[-1] if back else None)
        return {"exchange": found.exchange} if found else {}

    def go(self, **where: object) -> None:
        exchange = str(where.get("exchange", "")) or self.exchange
        if exchange != self.exchange:
            self.exchange, self.review, self.order, self.past = exchange, None, (), []
            self.apply_page.file.clear()
        self.turn_to(self.panes_now)
        self.stale = True

    def refresh(self) -> None:
        if self.exchange:
            self.ask(
                reviews.review_police, self.exchange,
                then=self.fill, otherwise=self._not_read, saying=tr("Reading the review"),
            )  # fmt: skip
        else:
            self.stale = False
            self._none(tr("No exchange chosen"), tr("Choose one that came back in the list of exchanges."))

    def _not_read(self, error: Exception) -> None:
        self._none(tr("Nothing to review"), words.sentence_of(error))

    def _none(self, title: str, sentence: str) -> None:
        self.review, self.order = None, ()
        self.model.set_rows(())
        self.head.setText(self.exchange)
        self.notes.hide()
        self.listing.say(title, sentence, (tr("To the exchanges"), lambda: self.open("police")))
        self._buttons()

    # What is shown.

    def fill(self, review: Review) -> None:
        """Show a review. The order is made once, so that no line moves while one decides."""
        if review.exchange != self.exchange:
            return
        before = {cell.id: cell for cell in self.order}
        cells = {cell.id: cell for cell in review.cells}
        if before.keys() == cells.keys():
            self.order = tuple(cells[number] for number in before)
        else:
            self.order = tuple(sorted(review.cells, key=pressing))
            self.past = []
        self.review = review
        self.head.setText(f"{review.exchange}:  {head_words(review, brief=self.is_low)}")
        self.notes.setText(note_lines(review))
        self.notes.setVisible(bool(self.notes.text()))
        here = 6 if self.stack.currentWidget() is self.apply_area else 5
        self.steps.set_step(7 if review.confirmed_on else here)
        self._show_rows()

    def _show_rows(self) -> None:
        kept = self.table.current()
        at = max(self.table.currentIndex().row(), 0)
        for number, (chip, (title, belongs)) in enumerate(zip(self.chips, FILTERS, strict=True)):
            count = sum(belongs(cell) for cell in self.order)
            chip.setText(f"{title} {count}")
            chip.setChecked(number == self.filter)
        self._show_chips()
        rows = [cell for cell in self.order if FILTERS[self.filter][1](cell)]
        self.model.set_rows(rows)
        if rows:
            self.listing.show_rows()
            beside = min(at, len(rows) - 1)
            self._go_to(next((i for i, each in enumerate(rows) if kept and each.id == kept.id), beside))
        elif not self.order:
            self.listing.say(
                tr("Police wrote no answer"),
                tr("Every row came back as it was sent; applying settles the exchange."),
            )
        else:
            title = FILTERS[self.filter][0].lower()
            self.listing.say(
                tr("No line under “{title}”", title=title),
                tr("{answers} in all.", answers=words.counted(len(self.order), "answer")),
                (tr("Show all"), lambda: self.choose_filter(0)),
            )
        self._show_card()
        left = sum(cell.state is CellState.UNDECIDED for cell in self.order)
        self.tell_status(
            tr(
                "{answers}, {left} undecided",
                answers=words.of(len(rows), len(self.order), "answer"),
                left=left,
            )
        )

    def choose_filter(self, number: int) -> None:
        self.filter = number
        self._show_rows()

    def _go_to(self, number: int) -> None:
        """This line alone, also while Ctrl is still held after Ctrl+Z."""
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(
            self.model.index(number, 0), flag.ClearAndSelect | flag.Rows
        )

    @property
    def cell(self) -> ReviewCell | None:
        """The answer the keyboard is on."""
        found: ReviewCell | None = self.table.current() if self.model.rowCount() else None
        return found

    def _show_card(self) -> None:
        cell, review = self.cell, self.review
        of_row = (
            next((each for each in review.rows if cell and each.tag == cell.row), None) if review else None
        )
        settled = review is not None and review.confirmed_on is not None
        self.card.show_cell(
            cell,
            of_row,
            may_link=self.desk.may(links.link_row),
            may_ask=self.desk.may(links.ask_link),
            settled=settled,
        )
        self._buttons()

    @property
    def open_to_me(self) -> bool:
        """Whether this person may decide on what is shown."""
        return (
            self.review is not None
            and self.review.confirmed_on is None
            and self.desk.may(reviews.decide_police)
        )

    def _buttons(self) -> None:
        mine, cell = self.open_to_me, self.cell
        for each in (self.reject_button, self.edit_button, self.ask_button):
            each.setEnabled(mine and cell is not None)
        self.accept_button.setEnabled(mine and cell is not None and cell.prn is not None and not cell.fault)
        taken, rejected, asked, undecided = decided(self.order)
        self.next_button.setEnabled(undecided > 0)
        self.undo_button.setEnabled(mine and bool(self.past))
        self.apply_button.setEnabled(mine)
        made = taken + rejected + asked
        self.apply_button.setText(
            tr("Appl&y {decisions}…", decisions=words.counted(made, "decision")) if made else tr("Appl&y…")
        )
        plain = sum(simple(cell) for cell in self.order)
        self.simple_button.setText(tr("Accept all simple additions ({plain})…", plain=plain))
        self.simple_button.setEnabled(mine and plain + sum(repeats(cell) for cell in self.order) > 0)
        settled = self.review.confirmed_on if self.review else None
        self.who.setVisible(self.review is not None and not mine)
        self.rule.setVisible(mine and not self.is_low)
        self.who.setText(
            tr("This file was applied on {settled}; it stays to be read.", settled=show_date(settled))
            if settled
            else WHO_DECIDES
        )

"""The tabs of a case and the tables in them; each built once it is seen, filled with each record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.domain.case_history import HistoryLine
from app.domain.cases import CaseRecord, FlagRow, OrderRow, ValueRow
from app.domain.meeting import ActionRow
from app.domain.names import full_name
from app.domain.risks import RatingLine, side_by_side
from app.domain.words import Owner
from app.usecases.cases import add_information
from app.usecases.meeting import settle_action
from app.usecases.sources import list_sources
from ui.case import acts, columns
from ui.case.board import BoardParts
from ui.case.information import SilentServices
from ui.case.listing import Listing
from ui.case.overview import Overview
from ui.case.plan import PlanParts
from ui.case.provenance import Provenance
from ui.case.told import SaidRow, said
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.chips import ChipDelegate
from ui.widgets.labels import label
from ui.widgets.panes import bring_into_view, stop_in

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

PLAN_TAB, FLAGS_TAB, ACTIONS_TAB, BOARD_TAB, HISTORY_TAB = 3, 4, 5, 6, 7
TITLES = (
    tr("Overview"),
    tr("Information"),
    tr("Addresses"),
    tr("Plan"),
    tr("Flags and orders"),
    tr("Actions"),
    tr("Board"),
    tr("History"),
)


class CaseTabs(QTabWidget):
    """Every tab with its listings."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """A tab's first lines: under that the whole page scrolls, the bar over it too."""
        return QSize(super().minimumSizeHint().width(), scaled(176))

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__()
        self.case = screen
        self.tabBar().setAccessibleName(tr("Parts of the case"))
        self.setUsesScrollButtons(True)
        may = screen.desk.may(add_information)
        self.overview = Overview(
            screen.desk.today, lambda: acts.anchor(screen), screen.by_rule, lambda: acts.answer(screen, None)
        )
        self.values: Listing[ValueRow] = Listing(
            tr("Values of the extract"),
            columns.VALUES,
            tr("Entered by hand: no extract names this person."),
            columns.of_value,
            ((tr("Forum's own word… (F2)"), self.correct, may),),
            opened=self.correct,
        )
        self.said: Listing[SaidRow] = Listing(
            tr("What services say"),
            columns.SAID,
            tr("No service has said anything yet."),
            columns.of_said,
            (
                (tr("Add information…"), lambda: acts.information(screen), may),
                (tr("Sealed sources…"), screen.show_sources, screen.desk.may(list_sources)),
            ),
        )
        self.silent = SilentServices(screen)
        self.ratings: Listing[RatingLine] = Listing(
            tr("Risk ratings, side by side"),
            columns.RATINGS,
            tr("No service has rated the risk yet."),
            columns.of_rating,
            ((tr("Add rating…"), lambda: acts.rating(screen), may),),
        )
        self.names = label("")
        self.plan = PlanParts(screen)
        self._make_flags(may)
        self.todo: Listing[ActionRow] = Listing(
            tr("Actions"), columns.actions(screen.desk.today), tr("No action on this case."), columns.of_action,
            ((tr("What became of it…"), self.settle, screen.desk.may(settle_action)),), opened=self.settle,
        )  # fmt: skip
        self.board = BoardParts(screen)
        self.history: Listing[HistoryLine] = Listing(
            tr("Everything that changed, newest first"),
            columns.CHANGES,
            tr("Nothing has changed."),
            columns.of_change,
        )
        pages = (
            self.overview, _Page(self.said, self.silent, self.ratings, self.values, self.names),
            _Page(*self.plan.of_addresses), _Page(*self.plan.of_plan),
            _Page(self.flags, self.orders), _Page(self.todo), _Page(*self.board.page),
            _Page(self.history),
        )  # fmt: skip
        for title, page in zip(TITLES, pages, strict=True):
            self.addTab(page, title)

    def _make_flags(self, may: bool) -> None:
        screen = self.case
        self.flags: Listing[FlagRow] = Listing(
            tr("Flags"), columns.FLAGS, tr("No flag stands or stood."), columns.of_flag,
            ((tr("Raise a flag…"), lambda: acts.flag(screen), may), (tr("Withdraw…"), self.unflag, may)),
            opened=screen.show_origin, edited=self.unflag,
            dress=self._dress_flags,
        )  # fmt: skip
        self.orders: Listing[OrderRow] = Listing(
            tr("External orders"), columns.ORDERS, "", columns.of_order,
            ((tr("Record an answer…"), self.order, may),), opened=self.order,
        )  # fmt: skip

    def _dress_flags(self, table: Table) -> None:
        chips = ChipDelegate(table)
        chips.opened.connect(lambda _row, _code: self.case.show_origin())
        table.setItemDelegateForColumn(0, chips)

    def fill(self, record: CaseRecord, may_edit: bool) -> None:
        """Show a record in every tab."""
        self.overview.fill(record, may_edit)
        rows = said(record)
        self.said.fill(rows)
        self.silent.fill(record)
        self.values.fill(record.values)
        names = "; ".join(
            f"{full_name(a.surname, a.given_names)} ({a.kind.value}, {a.owner.value})" for a in record.aliases
        )
        self.names.setText(tr("Other names: {names}", names=names or tr("none known")))
        self.plan.fill(record.plan)
        self.flags.fill(record.flags)
        self.orders.fill(record.orders)
        self.board.fill(record.board)
        self.ratings.fill(side_by_side(record.risks, record.values, record.changes))
        living = sum(row.withdrawn_by is None for row in record.plan.addresses)
        waiting = sum(row.outcome == "open" for row in record.actions)
        counts = (None, len(rows), living, None, None, waiting, len(record.board.hearings), None)
        for number, (title, count) in enumerate(zip(TITLES, counts, strict=True)):
            self.setTabText(number, title if count is None else f"{title} ({count})")

    def fill_actions(self, rows: Sequence[ActionRow]) -> None:
        self.todo.fill(sorted(rows, key=lambda row: (row.outcome.value != "open", row.due)))

    def listings(self) -> tuple[Listing[Any], ...]:
        return (
            self.said, self.ratings, self.values, *self.plan.of_addresses, *self.plan.of_plan, self.flags, self.orders,
            self.todo, *self.board.listings, self.history,
        )  # fmt: skip

    def panes(self) -> tuple[QWidget, ...]:
        """The lists of the part shown; of the overview, its date, milestones and fields."""
        if self.currentWidget() is self.overview:
            return self.overview.panes()
        return tuple(each.table for each in self.listings() if each.is_built)

    def searched(self) -> QWidget | None:
        """The list that has the keyboard, else the first one of the part shown that has rows."""
        shown = [each.table for each in self.listings() if each.is_built and each.table.isVisible()]
        return next((each for each in shown if each.hasFocus()), next(iter(shown), None))

    def show_consents(self) -> None:
        """Go to what the person signed: it stands low on its tab, and it is asked for by itself when somebody rings."""
        self.setCurrentIndex(PLAN_TAB)
        QTimer.singleShot(0, self, self._to_consents)  # once the parts stand where they belong

    def _to_consents(self) -> None:
        consents = self.plan.consents
        if stop := stop_in(consents.table) or stop_in(consents):
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_view(consents)

    def about_focus(self) -> Provenance | None:
        """What F4 is about: the row or field under the keyboard, else the first row of the tab shown."""
        if self.currentWidget() is self.overview:
            return self.overview.about_focus() or self.overview.milestones.about_current()
        shown = [each for each in self.listings() if self.currentWidget().isAncestorOf(each)]
        held = [each for each in shown if each.is_built and each.table.hasFocus()]
        return next((about for each in (*held, *shown) if (about := each.about_current())), None)

    def edit(self) -> None:
        """F2: edit the field or the row that has the keyboard."""
        if self.currentWidget() is self.overview and self.overview.edit():
            return
        held = next((each for each in self.listings() if each.is_built and each.table.hasFocus()), None)
        if held is None:
            self.case.notice.say(tr("Choose a field or a row first; F2 then edits it."), "warn")
        elif held.edited is None:
            self.case.notice.say(
                tr("A row of this list is never edited: what was said stays, and what is new is added."),
                "warn",
            )
        elif held.current() is not None:
            held.edited()

    def correct(self) -> None:
        acts.correction(self.case, self.values.current())

    def settle(self) -> None:
        if (action := self.todo.current()) is not None:
            acts.settle(self.case, action)

    def unflag(self) -> None:
        chosen = self.flags.current()
        if chosen is not None and chosen.owner is Owner.FORUM and chosen.to_date is None:
            acts.unflag(self.case, chosen.code)
        elif chosen is not None:
            self.case.notice.say(
                tr(
                    "The flag {code} is not the forum's to withdraw: a flag of IOMS goes when an extract "
                    "no longer has it, and a withdrawn one stays withdrawn.",
                    code=chosen.code.value,
                ),
                "warn",
            )

    def order(self) -> None:
        if (chosen := self.orders.current()) is not None:
            acts.order(self.case, chosen.kind)


class _Page(QScrollArea):
    """Parts under one another, put together when the tab is first shown; where the window is too low for them they are
    scrolled, not squeezed."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._waiting = parts
        for part in parts:
            part.hide()
            part.setParent(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        if self._waiting:
            parts, self._waiting = self._waiting, ()
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, scaled(6), 0, 0)
            for part in parts:
                layout.addWidget(part, 1 if isinstance(part, Listing) else 0)
                part.show()
            layout.addStretch(0)
            self.setWidget(page)
        super().showEvent(event)

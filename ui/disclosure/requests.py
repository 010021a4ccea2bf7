"""Disclosures that were asked for, by their clock, each with its statements and what is to be done next (need D1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.domain.dates import show_date, show_moment
from app.domain.disclosure_request import RequestRow
from app.domain.statements import Statement
from app.domain.words import RequestState, Topic
from app.usecases.disclosure import list_disclosures
from app.usecases.disclosure_requests import (
    ask_disclosure,
    decide_disclosure,
    list_disclosure_requests,
    print_letter,
    propose_statements,
    record_disclosure,
    withdraw_request,
)
from ui import words
from ui.actions import Action
from ui.disclosure import asking
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, card, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from datetime import date

STATES = {
    RequestState.WAITS: tr("● waits for a chair"),
    RequestState.APPROVED: tr("◐ approved, to be made"),
    RequestState.MADE: tr("✓ made"),
    RequestState.DECLINED: tr("✗ declined"),
    RequestState.WITHDRAWN: tr("– withdrawn"),
}
_OPEN, _ALL = "open", "all"
_NOT_TOLD = tr("not told")


def _columns(today: date) -> tuple[Column[RequestRow], ...]:
    return (
        Column[RequestRow](tr("No."), lambda row: str(row.number), width=5, right=True),
        Column[RequestRow](tr("About"), lambda row: row.person, width=24),
        Column[RequestRow](tr("For"), lambda row: row.who_asks, width=26, stretch=True),
        Column[RequestRow](tr("Ground"), lambda row: row.ground.paragraph, width=12, goes=1),
        Column[RequestRow](tr("Due"), lambda row: show_date(row.due), width=12, goes=2),
        Column[RequestRow](tr("Clock"), lambda row: row.clock(today), width=21),
        Column[RequestRow](tr("State"), lambda row: STATES[row.state], width=22),
    )


def _fate(each: Statement) -> str:
    if each.struck:
        return tr("✗ struck")
    return tr("only said: not told unless the chair lets it") if each.soft else tr("✓ told")


class RequestsScreen(Screen):
    """The list by its clock; under it the chosen request as a chair sees it, statement by statement."""

    name: ClassVar[str] = "disclosure-requests"
    title: ClassVar[str] = tr("Disclosures asked for")
    section: ClassVar[str] = "home"  # where they are told of, and open to all who may ask
    help_page: ClassVar[str] = "disclosures"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.DISCLOSURES})
    needs = list_disclosure_requests
    states: ClassVar[Mapping[str, str]] = {"ask": "show_ask", "decide": "show_decide", "none": "show_none"}

    def build(self) -> None:
        self.rows: tuple[RequestRow, ...] = ()
        self.chosen_number = 0
        self._ask_about = ""
        self.which = Pick(tr("Show"), [(tr("what waits"), _OPEN), (tr("all"), _ALL)])
        self.ask_button = button(tr("&Ask…"), self.do_ask)
        self.propose_button = button(tr("&Propose…"), partial(self._do, asking.propose))
        self.decide_button = button(tr("&Decide…"), partial(self._do, asking.decide), look="first")
        self.record_button = button(tr("&Record as made…"), partial(self._do, asking.record), look="first")
        self.letter_button = button(tr("&Letter…"), partial(self._do, asking.save_letter))
        self.withdraw_button = button(tr("&Withdraw…"), partial(self._do, asking.withdraw))
        self.ledger_button = button(tr("What left"), partial(self.open, "disclosure"))
        self.body.addWidget(
            flow(
                (label(tr("Show"), wrap=False), self.which),
                self.ask_button, self.decide_button, self.record_button, self.letter_button, self.propose_button,
                self.withdraw_button, self.ledger_button,
            )
        )  # fmt: skip
        self.model = RowTable(_columns(self.desk.today), self)
        self.table = Table(self.model, tr("Disclosures asked for, by their clock"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)
        self.whole = label("")
        self.told = RowTable(
            (
                Column[Statement]("#", lambda each: str(each.number), width=4, right=True),
                Column[Statement](tr("What"), lambda each: each.heading, width=22),
                Column[Statement](tr("Information"), lambda each: each.text, width=40, stretch=True),
                Column[Statement](tr("Who says so"), lambda each: each.source, width=26, goes=1),
                Column[Statement](tr("Told?"), _fate, width=20),
            ),
            self,
        )
        self.statements = Table(
            self.told,
            tr("Statements of this request"),
            none=tr("No statement is proposed yet: “Propose…” adds one."),
        )
        self.card = card(self.whole, self.statements)
        self.card.hide()
        self.body.addWidget(self.card, 1)

    def connect_up(self) -> None:
        self.which.activated.connect(lambda _index: self.narrow())
        self.table.picked.connect(self.show_whole)

    def go(self, **where: object) -> None:
        """With `prn`, ask about that person once the list has come; with `request`, show that one."""
        self._ask_about = str(where.get("prn", "") or "")
        if number := str(where.get("request", "") or ""):
            self.chosen_number = int(number)
            self.which.set_value(_ALL)
        self.stale = self.stale or bool(self._ask_about or number)

    def refresh(self) -> None:
        self.ask_button.setEnabled(self.desk.may(ask_disclosure))
        self.ledger_button.setEnabled(self.desk.may(list_disclosures))
        self.ask(
            list_disclosure_requests, self.desk.forum, then=self.fill, saying=tr("Reading what was asked for")
        )

    def fill(self, rows: tuple[RequestRow, ...]) -> None:
        """The requests have come; the one that was chosen stays chosen."""
        self.rows = rows
        self.narrow()
        if about := self._ask_about:
            self._ask_about = ""
            asking.ask(self, about)

    def narrow(self) -> None:
        """Show what waits, or all."""
        shown = [row for row in self.rows if row.is_open or self.which.value == _ALL]
        self.model.set_rows(shown)
        numbers = [row.number for row in shown]
        if shown:
            self.listing.show_rows()
            first = next((at for at, row in enumerate(shown) if self._falls_here(row)), 0)
            at = numbers.index(self.chosen_number) if self.chosen_number in numbers else first
            self.table.setCurrentIndex(self.model.index(at, 0))
            self.show_whole(shown[at])
        else:
            self._say_none()
            self.show_whole(None)
        self.tell_status(words.of(len(shown), len(self.rows), tr("request"), tr("requests")))

    def _falls_here(self, row: RequestRow) -> bool:
        """Whether it is this person's turn: a chair's for what others asked, an administrator's to make what is let."""
        if row.state is RequestState.WAITS:
            return self.desk.may(decide_disclosure) and row.asked_by != self.desk.name
        return row.state is RequestState.APPROVED and self.desk.may(record_disclosure)

    def _say_none(self) -> None:
        done = len(self.rows)
        if done:
            told = words.counted(done, tr("request is answered"), tr("requests are answered"))
            self.listing.say(tr("Nothing waits"), f"{told}.", (tr("Show all"), self.show_all))
        else:
            self.listing.say(
                tr("Nothing was asked for yet"),
                tr("What leaves the forum, but packs for its members and the Police workbook, is asked for here, and a "
                   "chair decides."),
                *([(tr("Ask for a disclosure"), self.do_ask)] if self.desk.may(ask_disclosure) else []),
            )  # fmt: skip

    def show_all(self) -> None:
        self.which.set_value(_ALL)
        self.narrow()

    def show_whole(self, row: RequestRow | None) -> None:
        """The chosen request in full, and what may be done with it."""
        self.card.setVisible(row is not None)
        self.offer(row)
        if row is None:
            return
        self.chosen_number = row.number
        self.whole.setText("\n".join(_lines(row)))
        self.told.set_rows(list(row.statements))

    def offer(self, row: RequestRow | None) -> None:
        """Show what comes next for the chosen request, and to whom it falls; nobody decides on their own."""
        waits = row is not None and row.state is RequestState.WAITS
        approved = row is not None and row.state is RequestState.APPROVED
        own = row is not None and row.asked_by == self.desk.name
        may = self.desk.may
        for widget, shown, enabled in (
            (self.decide_button, may(decide_disclosure), waits and not own),
            (self.record_button, may(record_disclosure), approved),
            (self.letter_button, may(print_letter), row is not None and row.disclosure is not None),
            (self.propose_button, may(propose_statements), waits),
            (self.withdraw_button, may(withdraw_request), waits or approved),
        ):
            widget.setVisible(shown)
            widget.setEnabled(enabled)
        self.decide_button.setToolTip(tr("Nobody decides on what they asked for") if waits and own else "")

    def did(self, sentence: str) -> None:
        """Say what was done."""
        self.notice.say(sentence, "good")

    def do_ask(self) -> None:
        asking.ask(self)

    def _do(self, act: object) -> None:
        row = self.table.current()
        if isinstance(row, RequestRow) and callable(act):
            act(self, row)

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "requests.ask",
                "Tools",
                tr("As&k for a disclosure…"),
                self.do_ask,
                keys="Ctrl+N",
                needs=ask_disclosure,
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.which, self.table, self.statements)

    def searched(self) -> QWidget | None:
        return self.table if self.model.rowCount() else None

    # States for pictures.

    def show_ask(self) -> None:
        asking.ask(self, self.rows[0].prn if self.rows else "")

    def show_decide(self) -> None:
        if self.rows:
            asking.decide(self, self.rows[0])

    def show_none(self) -> None:
        self.fill(())


def _lines(row: RequestRow) -> list[str]:
    lines = [
        tr("Request {number} about {person}, PRN {prn}: asked by {who} on {at}",
           number=row.number, person=row.person, prn=row.prn, who=row.asked_by, at=show_moment(row.asked_at)),
        tr("For {who}: {what}", who=row.who_asks, what=row.what),
        tr("Ground: {ground}", ground=row.ground.full),
        tr("Necessary because: {why}", why=row.necessity),
    ]  # fmt: skip
    if row.consent:
        lines.append(tr("Rests on consent {number} of the case", number=row.consent))
    if row.decided_by:
        said = {RequestState.DECLINED: tr("Declined"), RequestState.WITHDRAWN: tr("Withdrawn")}
        lines.append(
            tr(
                "{did} by {who}: {reason}",
                did=said.get(row.state, tr("Approved")),
                who=row.decided_by,
                reason=row.reason,
            )
        )
    if row.undertaking:
        lines.append(tr("Undertaking: {undertaking}", undertaking=row.undertaking))
    if row.disclosure:
        lines.append(
            tr("Made on {day}, {how}: disclosure {number} of the ledger",
               day=show_date(row.made_on), how=row.how, number=row.disclosure)
        )  # fmt: skip
    return lines

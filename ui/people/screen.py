"""People with access: a list, and beside it what a chair may do for the one chosen (need A1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.people import Office, UserRow, could_propose
from app.domain.words import ProposalKind, Role, Topic
from app.usecases.people import (
    approve_person,
    give_role,
    hand_over,
    list_proposals,
    list_users,
    propose_reset,
    propose_role,
    revoke_person,
)
from ui import words
from ui.models import Column, RowTable
from ui.people.proposals import Proposals
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.panes import Panes, Scrolled, card_column
from ui.widgets.pick import DayEdit, Pick

ASKED = "asked for"


def office_words(office: Office) -> str:
    """`chair in every forum from 16/11/2026`."""
    until = tr(" until {to_date}", to_date=show_date(office.to_date)) if office.to_date else ""
    return tr(
        "{role} in {where} from {from_date}{until}",
        role=office.role.value,
        where=office.where,
        from_date=show_date(office.from_date),
        until=until,
    )


def state_words(each: UserRow) -> str:
    """The state with a sign before it, so that it is not told by colour."""
    return {"active": tr("✓ has access"), ASKED: tr("● asks for access"), "revoked": tr("✕ revoked")}.get(
        each.state, each.state
    )


class Offer(NamedTuple):
    """What this person may do for the one chosen: the button's words, what is done, and what is said after."""

    words: str
    case: Callable[..., Any]
    said: str
    office: bool = True
    """Whether role, forum and days are chosen for it."""


COLUMNS = (
    Column[UserRow](tr("Name"), lambda each: each.name, width=26, strong=lambda each: each.state == ASKED),
    Column[UserRow](tr("State"), state_words, width=20),
    Column[UserRow](
        tr("Role"), lambda each: "; ".join(map(office_words, each.offices)), width=40, stretch=True
    ),
)


class PeopleScreen(Screen):
    """Who has access, who asks, and what a chair may do about it."""

    name: ClassVar[str] = "people"
    title: ClassVar[str] = tr("People")
    section: ClassVar[str] = "people"
    help_page: ClassVar[str] = "people"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PEOPLE})
    needs = list_users
    states: ClassVar[Mapping[str, str]] = {"access": "show_access"}

    def build(self) -> None:
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("People with access, and those who ask for it"))
        self.who = label("", "heading")
        self.told = label("")
        self.print_label = label("", "strong")
        self.role = Pick(tr("Role"), [(role.value, role) for role in Role])
        self.forum = Pick(tr("Forum"))
        self.since = DayEdit(tr("From day"), self.desk.today)
        self.until = DayEdit(tr("Until day, empty for no end"), self.desk.today)
        self.act = button("", self.do, look="first")
        self.form = QFrame()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        for text, field in (
            (tr("&Role"), self.role),
            (tr("F&orum"), self.forum),
            (tr("From day"), self.since),
            (tr("Until day"), self.until),
        ):
            form.addWidget(buddy(text, field))
            form.addWidget(field)
            if isinstance(field, DayEdit):
                form.addWidget(field.said)
        self.revoke_button = button(tr("End a&ccess…"), self.ask_revoke, look="danger")
        self.hand_button = button(tr("Hand over the chair…"), self.ask_hand_over)
        form.addWidget(flow(self.act, self.hand_button, self.revoke_button))
        self.waits = Proposals(self)
        self.side = card_column(self.waits, self.who, self.told, self.print_label, self.form)
        self.body.addWidget(
            label(
                tr(
                    "A person asks for access at the sign-in window; a chair lets them in, never themselves. An "
                    "administrator proposes another role, a chair approves it."
                ),
                "muted",
            )
        )
        self.body.addWidget(Panes(self.table, Scrolled(self.side)), 1)
        self.rows: tuple[UserRow, ...] = ()
        self.turn_to(None)

    def connect_up(self) -> None:
        self.table.picked.connect(self.turn_to)

    def refresh(self) -> None:
        every = [(tr("every forum"), None)] if len(self.desk.forums) != 1 else []
        self.forum.set_choices([*((each.name, each.code) for each in self.desk.forums), *every])
        self.ask(list_proposals, then=self.waits.fill)
        self.ask(list_users, then=self.fill, saying=tr("Reading who has access"))

    def fill(self, rows: tuple[UserRow, ...]) -> None:
        self.rows = rows
        kept = self.table.current()
        ordered = sorted(rows, key=lambda each: each.state != ASKED)
        self.model.set_rows(ordered)
        if ordered:
            name = kept.name if kept else ordered[0].name
            number = next((i for i, each in enumerate(ordered) if each.name == name), 0)
            self.table.setCurrentIndex(self.model.index(number, 0))
        asking = sum(each.state == ASKED for each in rows)
        waits = tr(", {requests} waiting", requests=words.counted(asking, "request")) if asking else ""
        self.tell_status(
            tr(
                "{people} with access{waits}",
                people=words.counted(len(rows) - asking, "person", "people"),
                waits=waits,
            )
        )

    def turn_to(self, each: UserRow | None) -> None:
        """Show what may be done for the person chosen."""
        self.chosen = each
        self.offer: Offer | str = ""
        self.form.setVisible(each is not None)
        if each is None:
            self.who.setText(tr("Nobody chosen"))
            self.told.setText(tr("Choose a person on the left."))
            self.print_label.setText("")
            return
        asks = each.state == ASKED
        self.who.setText(each.name)
        verb = tr("Asks to be") if asks else tr("Is")
        none = tr("Asks for a new passphrase.") if asks else tr("No role in force.")
        self.told.setText("\n".join(f"{verb} {office_words(office)}" for office in each.offices) or none)
        compare = (
            tr("Compare these groups with the person, by voice or on paper:")
            if asks
            else tr("Fingerprint of their keys:")
        )
        self.print_label.setText(f"{compare}\n{each.fingerprint}")
        if each.offices:
            self.role.set_value(each.offices[0].role)
            self.forum.set_value(each.offices[0].forum)
        offer = self.offer = self._offer(each)
        may = isinstance(offer, Offer)
        otherwise = tr("Let &in") if asks else tr("&Give this role")
        self.act.setText(offer.words if isinstance(offer, Offer) else otherwise)
        self.act.setEnabled(may)
        for field in (self.role, self.forum, self.since, self.until):
            field.setEnabled(isinstance(offer, Offer) and offer.office)
        self.act.setToolTip("" if isinstance(offer, Offer) else offer)
        own, active = each.name == self.desk.name, each.state == "active"
        ends = self.desk.may(revoke_person) and not own and active
        self.revoke_button.setEnabled(ends)
        self.revoke_button.setToolTip(
            "" if ends else tr("An administrator or a chair may, for somebody else.")
        )
        self.hand_button.setVisible(self.desk.may(hand_over) and not own and active)
        if not isinstance(offer, Offer):
            self.told.setText(f"{self.told.text()}\n\n{offer}")

    def _offer(self, each: UserRow) -> Offer | str:
        """What may be done for somebody by whoever is signed in, or why nothing may."""
        if each.name == self.desk.name:
            return tr("Nobody changes their own role.")
        if each.state == ASKED and not each.offices:
            if self.desk.may(propose_reset):
                return Offer(
                    tr("&Propose it"), propose_reset, tr("Proposed; a chair lets them in."), office=False
                )
            proposed = {row.name for row in self.waits.rows if row.kind is ProposalKind.RESET}
            if each.name not in proposed:
                return tr("An administrator proposes a new passphrase first; then a chair lets them in.")
            if self.desk.may(approve_person):
                return Offer(
                    tr("Let &in"),
                    approve_person,
                    tr("{name} has the new passphrase.", name=each.name),
                    office=False,
                )
        elif each.state == ASKED and self.desk.may(approve_person):
            return Offer(tr("Let &in"), approve_person, tr("{name} now has access.", name=each.name))
        elif each.state == "active" and self.desk.may(propose_role):
            return Offer(tr("&Propose this role"), propose_role, tr("Proposed; it waits for a chair."))
        elif each.state == "active" and self.desk.may(give_role):
            if could_propose(self.rows, {each.name, self.desk.name}, self.desk.today):
                return tr("An administrator proposes another role; you approve it here.")
            return Offer(tr("&Give this role"), give_role, tr("{name} has the new role.", name=each.name))
        return tr("Only a chair may change this.")

    def do(self) -> None:
        """Do what is offered for the person chosen."""
        each, offer = self.chosen, self.offer
        if each is None or not isinstance(offer, Offer):
            return
        for day in (self.since, self.until):
            if day.wrong and offer.office:
                self.notice.say(tr("“{day}” is not a day; write dd/mm/yyyy.", day=day.text()), "warn")
                day.setFocus()
                return
        chosen: dict[str, Any] = {}
        if offer.office:
            chosen = {"role": self.role.value, "forum": self.forum.value, "from_date": self.since.day,
                      "to_date": self.until.day}  # fmt: skip
        self.act.setEnabled(False)
        self.ask(
            offer.case, each.name, then=lambda _row: self._did(offer.said), otherwise=self._not_done,
            saying=tr("Saving"), **chosen,
        )  # fmt: skip

    def ask_hand_over(self) -> None:
        """Name who is chair next, or deputy for some days; they take the office up themselves."""
        each = self.chosen
        if each is None:
            return
        forum = Pick(tr("Forum"))
        every = [(tr("every forum"), None)] if len(self.desk.forums) != 1 else []
        forum.set_choices([*((known.name, known.code) for known in self.desk.forums), *every])
        since, until = DayEdit(tr("From day"), self.desk.today), DayEdit(tr("Last day"), self.desk.today)

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self,
                hand_over,
                each.name,
                forum=values["forum"],
                from_date=values["since"],
                to_date=values["until"],
                then=lambda number: self.notice.say(
                    tr(
                        "Proposed, number {number}. {name} takes the office up themselves.",
                        number=number,
                        name=each.name,
                    ),
                    "good",
                ),
            )

        AskForm(
            self.window(),
            tr("Hand over the chair to {name}", name=each.name),
            tr(
                "Nothing changes before they take it up. Your own office then ends the day before; with "
                "a last day they "
                "are your deputy, and it goes on."
            ),
            (
                ("forum", tr("&Forum"), forum),
                ("since", tr("From &day, empty for today"), since),
                ("until", tr("&Last day, for a deputy only"), until),
            ),
            tr("&Hand over"),
            do,
        ).open()

    def ask_revoke(self) -> None:
        """Ask why, then end the access and change the register's key."""
        each = self.chosen
        if each is None:
            return

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self,
                revoke_person,
                each.name,
                values["reason"],
                values["emergency"],
                then=lambda _row: self.notice.say(
                    tr("{name} has no access any more, and the register has a new key.", name=each.name),
                    "good",
                ),
            )

        AskForm(
            self.window(),
            tr("End the access of {name}", name=each.name),
            tr(
                "It ends at once, and every page is encrypted anew. What they could read before they can still read in "
                "copies and backups made before now."
            ),
            (
                ("reason", tr("&Why does it end?"), QLineEdit()),
                ("emergency", tr("An e&mergency: also the last administrator or chair"), QCheckBox()),
            ),
            tr("&End access"),
            do,
            grave=True,
        ).open()

    def _did(self, sentence: str) -> None:
        self.notice.say(sentence, "good")
        self.saved()

    def _not_done(self, error: Exception) -> None:
        self.act.setEnabled(True)
        self.say_error(error)

    def show_access(self) -> None:
        """Somebody who has access already, below those who ask."""
        self.table.selectRow(self.model.rowCount() - 1)

    def searched(self) -> QWidget | None:
        return self.table

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.side)

"""People with access: a list, and beside it what a chair may do for the one chosen (need A1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.people import Office, UserRow, could_propose, waiting_for
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
from ui.models import Column, RowTable, Table
from ui.people.proposals import Proposals
from ui.screen import Screen
from ui.widgets.ask import AskForm, Values
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.panes import Panes, card_column, scrolled
from ui.widgets.pick import DayEdit, Pick

if TYPE_CHECKING:
    from app.desk import Desk

ASKED = "asked for"


def office_words(office: Office) -> str:
    """`chair in every forum from 16/11/2026`."""
    until = f" until {show_date(office.to_date)}" if office.to_date else ""
    return f"{office.role.value} in {office.where} from {show_date(office.from_date)}{until}"


def state_words(each: UserRow) -> str:
    """The state with a sign before it, so that it is not told by colour."""
    return {"active": "✓ has access", ASKED: "● asks for access", "revoked": "✕ revoked"}.get(
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
    Column[UserRow]("Name", lambda each: each.name, width=26, strong=lambda each: each.state == ASKED),
    Column[UserRow]("State", state_words, width=20),
    Column[UserRow]("Role", lambda each: "; ".join(map(office_words, each.offices)), width=40, stretch=True),
)


class PeopleScreen(Screen):
    """Who has access, who asks, and what a chair may do about it."""

    name: ClassVar[str] = "people"
    title: ClassVar[str] = "People"
    section: ClassVar[str] = "people"
    help_page: ClassVar[str] = "people"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PEOPLE})
    needs = list_users
    states: ClassVar[Mapping[str, str]] = {"access": "show_access"}

    def build(self) -> None:
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, "People with access, and those who ask for it")
        self.who = label("", "heading")
        self.told = label("")
        self.print_label = label("", "strong")
        self.role = Pick("Role", [(role.value, role) for role in Role])
        self.forum = Pick("Forum")
        self.since = DayEdit("From day", self.desk.today)
        self.until = DayEdit("Until day, empty for no end", self.desk.today)
        self.act = button("", self.do, look="first")
        self.form = QFrame()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        for text, field in (
            ("&Role", self.role),
            ("F&orum", self.forum),
            ("From day", self.since),
            ("Until day", self.until),
        ):
            form.addWidget(buddy(text, field))
            form.addWidget(field)
            if isinstance(field, DayEdit):
                form.addWidget(field.said)
        self.revoke_button = button("End a&ccess…", self.ask_revoke, look="danger")
        self.hand_button = button("Hand over the chair…", self.ask_hand_over)
        form.addWidget(flow(self.act, self.hand_button, self.revoke_button))
        self.waits = Proposals(self)
        self.side = card_column(self.waits, self.who, self.told, self.print_label, self.form)
        self.body.addWidget(
            label(
                "A person asks for access at the sign-in window; a chair lets them in, never themselves. An "
                "administrator proposes another role, a chair approves it.",
                "muted",
            )
        )
        self.body.addWidget(Panes(self.table, scrolled(self.side)), 1)
        self.rows: tuple[UserRow, ...] = ()
        self.turn_to(None)

    def connect_up(self) -> None:
        self.table.picked.connect(self.turn_to)

    @classmethod
    def waiting(cls, door: Desk, forum: str) -> int:
        """Requests and proposals that wait for this person's own word."""
        return waiting_for(
            door.name,
            list_users(door),
            list_proposals(door),
            may_approve=door.may(approve_person, forum or None),
            may_propose=door.may(propose_reset, forum or None),
        )

    def refresh(self) -> None:
        every = [("every forum", None)] if len(self.desk.forums) != 1 else []
        self.forum.set_choices([*((each.name, each.code) for each in self.desk.forums), *every])
        self.ask(list_proposals, then=self.waits.fill)
        self.ask(list_users, then=self.fill, saying="Reading who has access")

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
        waits = f", {words.counted(asking, 'request')} waiting" if asking else ""
        self.tell_status(f"{words.counted(len(rows) - asking, 'person', 'people')} with access{waits}")

    def turn_to(self, each: UserRow | None) -> None:
        """Show what may be done for the person chosen."""
        self.chosen = each
        self.offer: Offer | str = ""
        self.form.setVisible(each is not None)
        if each is None:
            self.who.setText("Nobody chosen")
            self.told.setText("Choose a person on the left.")
            self.print_label.setText("")
            return
        asks = each.state == ASKED
        self.who.setText(each.name)
        verb = "Asks to be" if asks else "Is"
        none = "Asks for a new passphrase." if asks else "No role in force."
        self.told.setText("\n".join(f"{verb} {office_words(office)}" for office in each.offices) or none)
        compare = (
            "Compare these groups with the person, by voice or on paper:"
            if asks
            else "Fingerprint of their keys:"
        )
        self.print_label.setText(f"{compare}\n{each.fingerprint}")
        if each.offices:
            self.role.set_value(each.offices[0].role)
            self.forum.set_value(each.offices[0].forum)
        offer = self.offer = self._offer(each)
        may = isinstance(offer, Offer)
        otherwise = "Let &in" if asks else "&Give this role"
        self.act.setText(offer.words if isinstance(offer, Offer) else otherwise)
        self.act.setEnabled(may)
        for field in (self.role, self.forum, self.since, self.until):
            field.setEnabled(isinstance(offer, Offer) and offer.office)
        self.act.setToolTip("" if isinstance(offer, Offer) else offer)
        own, active = each.name == self.desk.name, each.state == "active"
        ends = self.desk.may(revoke_person) and not own and active
        self.revoke_button.setEnabled(ends)
        self.revoke_button.setToolTip("" if ends else "An administrator or a chair may, for somebody else.")
        self.hand_button.setVisible(self.desk.may(hand_over) and not own and active)
        if not isinstance(offer, Offer):
            self.told.setText(f"{self.told.text()}\n\n{offer}")

    def _offer(self, each: UserRow) -> Offer | str:
        """What may be done for somebody by whoever is signed in, or why nothing may."""
        if each.name == self.desk.name:
            return "Nobody changes their own role."
        if each.state == ASKED and not each.offices:
            if self.desk.may(propose_reset):
                return Offer("&Propose it", propose_reset, "Proposed; a chair lets them in.", office=False)
            proposed = {row.name for row in self.waits.rows if row.kind is ProposalKind.RESET}
            if each.name not in proposed:
                return "An administrator proposes a new passphrase first; then a chair lets them in."
            if self.desk.may(approve_person):
                return Offer("Let &in", approve_person, f"{each.name} has the new passphrase.", office=False)
        elif each.state == ASKED and self.desk.may(approve_person):
            return Offer("Let &in", approve_person, f"{each.name} now has access.")
        elif each.state == "active" and self.desk.may(propose_role):
            return Offer("&Propose this role", propose_role, "Proposed; it waits for a chair.")
        elif each.state == "active" and self.desk.may(give_role):
            if could_propose(self.rows, {each.name, self.desk.name}, self.desk.today):
                return "An administrator proposes another role; you approve it here."
            return Offer("&Give this role", give_role, f"{each.name} has the new role.")
        return "Only a chair may change this."

    def do(self) -> None:
        """Do what is offered for the person chosen."""
        each, offer = self.chosen, self.offer
        if each is None or not isinstance(offer, Offer):
            return
        for day in (self.since, self.until):
            if day.wrong and offer.office:
                self.notice.say(f"“{day.text()}” is not a day; write dd/mm/yyyy.", "warn")
                day.setFocus()
                return
        chosen: dict[str, Any] = {}
        if offer.office:
            chosen = {"role": self.role.value, "forum": self.forum.value, "from_date": self.since.day,
                      "to_date": self.until.day}  # fmt: skip
        self.act.setEnabled(False)
        self.ask(
            offer.case, each.name, then=lambda _row: self._did(offer.said), otherwise=self._not_done,
            saying="Saving", **chosen,
        )  # fmt: skip

    def ask_hand_over(self) -> None:
        """Name who is chair next, or deputy for some days; they take the office up themselves."""
        each = self.chosen
        if each is None:
            return
        forum = Pick("Forum")
        every = [("every forum", None)] if len(self.desk.forums) != 1 else []
        forum.set_choices([*((known.name, known.code) for known in self.desk.forums), *every])
        since, until = DayEdit("From day", self.desk.today), DayEdit("Last day", self.desk.today)

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self,
                hand_over,
                each.name,
                forum=values["forum"],
                from_date=values["since"],
                to_date=values["until"],
                then=lambda number: self.notice.say(
                    f"Proposed, number {number}. {each.name} takes the office up themselves.", "good"
                ),
            )

        AskForm(
            self.window(),
            f"Hand over the chair to {each.name}",
            "Nothing changes before they take it up. Your own office then ends the day before; with a last day they "
            "are your deputy, and it goes on.",
            (
                ("forum", "&Forum", forum),
                ("since", "From &day, empty for today", since),
                ("until", "&Last day, for a deputy only", until),
            ),
            "&Hand over",
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
                    f"{each.name} has no access any more, and the register has a new key.", "good"
                ),
            )

        AskForm(
            self.window(),
            f"End the access of {each.name}",
            "It ends at once, and every page is encrypted anew. What they could read before they can still read in "
            "copies and backups made before now.",
            (
                ("reason", "&Why does it end?", QLineEdit()),
                ("emergency", "An e&mergency: also the last administrator or chair", QCheckBox()),
            ),
            "&End access",
            do,
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


SCREENS = (PeopleScreen,)

"""What left the forum: the disclosure ledger, with filters, each line in full, and its past days (need D1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import wrap
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import show_date, show_moment
from app.domain.disclosure import DisclosureAsk, DisclosureRow
from app.domain.words import Topic
from app.usecases.disclosure import list_disclosures
from app.usecases.disclosure_requests import list_disclosure_requests
from app.usecases.known import list_disclosures_as_known
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label
from ui.widgets.listing import Listing
from ui.widgets.pick import DayEdit, Pick

STANDING, DECIDED = tr("standing"), tr("decided for itself")

COLUMNS = (
    Column[DisclosureRow](tr("When"), lambda each: show_moment(each.at), width=16),
    Column[DisclosureRow](tr("What"), lambda each: each.what, width=26),
    Column[DisclosureRow](tr("About"), lambda each: each.subject, width=26, stretch=True),
    Column[DisclosureRow](tr("To"), lambda each: each.to_words, width=26),
    Column[DisclosureRow](tr("People"), lambda each: f"{each.people:,}", width=7, right=True, goes=2),
    Column[DisclosureRow](tr("Decision"), lambda each: STANDING if each.standing else DECIDED, width=15),
    Column[DisclosureRow](tr("By"), lambda each: each.who, width=16, goes=1),
)


class DisclosureScreen(Screen):
    """The ledger, the latest first. Nothing is entered here: whatever lets a thing leave enters it."""

    name: ClassVar[str] = "disclosure"
    title: ClassVar[str] = tr("Disclosures")
    section: ClassVar[str] = "trail"
    help_page: ClassVar[str] = "disclosures"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.DISCLOSURES, Topic.PACKS, Topic.POLICE})
    needs = list_disclosures
    states: ClassVar[Mapping[str, str]] = {"no-match": "show_no_match", "chosen": "show_first"}

    def build(self) -> None:
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Words, a name, a number"))
        self.what = Pick(tr("What left"), [(tr("everything"), "")])
        self.kind = Pick(tr("Decision"), [(tr("standing or not"), None), (STANDING, True), (DECIDED, False)])
        self.since = DayEdit(tr("From day"), self.desk.today)
        self.until = DayEdit(tr("Until day"), self.desk.today)
        self.clear = button(tr("Clear &all"), self.clear_filters)
        self.past_button = button(tr("A past day, or as PDF…"), self.to_past)
        self.requests_button = button(tr("Asked for…"), partial(self.open, "disclosure-requests"))
        self.body.addWidget(
            flow(
                (buddy(tr("&Search"), self.box), self.box), self.requests_button, self.past_button, grows=True
            )
        )
        self.body.addWidget(
            flow(
                (buddy(tr("&What"), self.what), self.what),
                (buddy(tr("&Decision"), self.kind), self.kind),
                (label(tr("From"), wrap=False), self.since, self.since.said),
                (label(tr("until"), wrap=False), self.until, self.until.said),
                self.clear,
            )
        )
        self.showing = label("", "muted")
        self.body.addWidget(self.showing)
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("What left the forum, the latest first"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)
        self.whole = label("")
        self.card = card(self.whole)
        self.card.hide()
        self.body.addWidget(self.card)
        self.rows: tuple[DisclosureRow, ...] = ()

    def connect_up(self) -> None:
        self.box.textChanged.connect(self.filter)
        self.box.returnPressed.connect(self.table.setFocus)
        for each in (self.what, self.kind):
            each.activated.connect(self.filter)
        for day in (self.since, self.until):
            day.editingFinished.connect(self.filter)
        self.table.picked.connect(self.show_whole)

    def refresh(self) -> None:
        self.requests_button.setEnabled(self.desk.may(list_disclosure_requests))
        self.past_button.setEnabled(bool(self.desk.forum) and self.desk.may(list_disclosures_as_known))
        self.ask(list_disclosures, self.desk.forum, then=self.fill, saying=tr("Reading the ledger"))

    def fill(self, rows: tuple[DisclosureRow, ...]) -> None:
        """The ledger has come; what was asked for stays."""
        self.rows = rows
        kinds = sorted({each.what for each in rows})
        self.what.set_choices([(tr("everything"), ""), *((each, each) for each in kinds)])
        self.filter()

    @property
    def asked(self) -> DisclosureAsk:
        """The filters in force."""
        kind = self.kind.value
        return DisclosureAsk(
            self.box.text(),
            str(self.what.value or ""),
            kind if isinstance(kind, bool) else None,
            self.since.day,
            self.until.day,
        )

    def filter(self) -> None:
        """Show what the filters ask for, and say so with counts."""
        asked = self.asked
        shown = [each for each in self.rows if asked.holds(each)]
        told = _told(asked)
        self.model.set_rows(shown)
        self.show_whole(None)
        self.clear.setEnabled(bool(told))
        self.showing.setText(
            tr("Showing what left {told}", told=told) if told else tr("No filters in force; the latest first")
        )
        if shown:
            self.listing.show_rows()
        elif told and self.rows:
            hidden = words.counted(len(self.rows), "disclosure", "disclosures")
            self.listing.say(
                tr("No disclosure matches"),
                tr("{hidden} hidden by: {told}.", hidden=hidden, told=told),
                (tr("Clear all filters"), self.clear_filters),
            )
        else:
            self.listing.say(
                tr("Nothing has left the forum yet"),
                tr(
                    "Each numbered copy, Police workbook, transfer, print of a past day and decided disclosure will "
                    "stand here by itself: what, to whom, on what ground."
                ),
            )
        self.tell_status(words.of(len(shown), len(self.rows), "disclosure", "disclosures"))

    def show_whole(self, chosen: DisclosureRow | None) -> None:
        """One line in full: every recipient, which fields, the ground, the file's hash."""
        self.card.setVisible(chosen is not None)
        if chosen is not None:
            self.whole.setText(
                tr(
                    "To: {to}\nFields: {fields}\nGround: {ground}\nSHA-256 of the file: {sha256}",
                    to=", ".join(chosen.recipients),
                    fields=", ".join(chosen.fields) or tr("none named"),
                    ground=chosen.ground,
                    sha256=" ".join(wrap(chosen.sha256 or "", 16)) or tr("none, no file was made"),
                )
            )

    def clear_filters(self) -> None:
        for box in (self.box, self.since, self.until):
            box.clear()
        self.what.set_value("")
        self.kind.set_value(None)
        self.filter()
        self.box.setFocus()

    def to_past(self) -> None:
        """The ledger as it stood on a day, and from there as a PDF with its own number."""
        self.open("keeping-past", forum=self.desk.forum, on=f"{self.desk.today:%d/%m/%Y}")

    def show_no_match(self) -> None:
        self.box.setText(tr("nothing like this"))

    def show_first(self) -> None:
        self.table.setCurrentIndex(self.model.index(0, 0))

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "disclosure.past",
                "Tools",
                tr("What had left by a past &day, or as PDF…"),
                self.to_past,
                needs=list_disclosures_as_known,
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.table)

    def search(self) -> QWidget:
        return self.box


def _told(asked: DisclosureAsk) -> str:
    """The filters in force, in the window's tongue; empty where there are none."""
    decided = {True: STANDING, False: DECIDED}
    parts = (
        tr("with “{text}”", text=asked.text.strip()) if asked.text.strip() else "",
        tr("as {what}", what=asked.what) if asked.what else "",
        decided[asked.standing] if asked.standing is not None else "",
        tr("from {since}", since=show_date(asked.since)) if asked.since else "",
        tr("until {until}", until=show_date(asked.until)) if asked.until else "",
    )
    return ", ".join(part for part in parts if part)

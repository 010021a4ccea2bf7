"""Not on the list, because: everybody the criteria left out, and taking one in (need R5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.case_list import Hidden
from app.domain.dates import show_date
from app.domain.extract_result import LeftOutRow
from app.domain.names import fold, full_name
from app.domain.words import LeftOutReason, Topic
from app.usecases.cases import take_in
from app.usecases.criteria import preview_criteria
from app.usecases.extract import left_out
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.register import acts
from ui.register.empty import hidden_words
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

REASONS = {
    LeftOutReason.NOT_YET: tr("eight months out is still ahead"),
    LeftOutReason.NO_ANCHOR: tr("no date to count from"),
    LeftOutReason.VNR_ONLY: tr("victim notification alone"),
    LeftOutReason.DEPORTABLE: tr("liable to deportation"),
    LeftOutReason.DIRECT_RELEASE: tr("short sentence, released at once"),
    LeftOutReason.TRANSFER_RESTRAINT: tr("a restraint on transfer"),
    LeftOutReason.STAFF_SAFETY: tr("staff safety alone"),
    LeftOutReason.NO_CRITERION: tr("answers no criterion"),
}


def reason_words(line: LeftOutRow) -> str:
    """`eight months out is still ahead, from 12/03/2027`."""
    starts = tr(", from {starts}", starts=show_date(line.starts)) if line.starts else ""
    return f"{REASONS[line.reason]}{starts}"


COLUMNS = (
    Column[LeftOutRow](tr("Name"), lambda line: full_name(line.surname, line.given_names), width=30),
    Column[LeftOutRow](tr("PRN"), lambda line: line.prn, width=11),
    Column[LeftOutRow](tr("Not on the list, because"), reason_words, width=41, stretch=True),
    Column[LeftOutRow](
        tr("Watch list"), lambda line: tr("● on it") if line.watch_list else "–", width=12,
        told=lambda line: tr("on the watch list") if line.watch_list else tr("not on the watch list"),
    ),
)  # fmt: skip


class LeftOutScreen(Screen):
    """Who was left out and why, the watch list first."""

    name: ClassVar[str] = "cases-left-out"
    title: ClassVar[str] = tr("Left out of the list")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "cases"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CASES})
    needs = left_out
    states: ClassVar[Mapping[str, str]] = {"take-in": "take_in_chosen", "no-match": "show_no_match"}

    def build(self) -> None:
        self.rows: tuple[LeftOutRow, ...] = ()
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Name or number"))
        self.reason = Pick(
            tr("Because"), [(tr("any reason"), None), *((REASONS[r], r) for r in LeftOutReason)]
        )
        self.only = QCheckBox(tr("&Watch list only"))
        self.back = button(tr("All cases"), partial(self.open, "cases"))
        self.rules = button(tr("Crite&ria…"), partial(self.open, "cases-criteria"))
        self.act = button(tr("Take &in…"), self.take_in_chosen, look="first")
        self.box.setMinimumWidth(letters(self, 20))
        self.body.addWidget(
            flow(
                (buddy(tr("&Search"), self.box), self.box), (buddy(tr("&Because"), self.reason), self.reason),
                self.only, self.back, self.rules, self.act, grows=True,
            )
        )  # fmt: skip
        self.showing = label("", "muted")
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("People left out of the list"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.showing)
        self.body.addWidget(self.listing, 1)

    def connect_up(self) -> None:
        self.box.textChanged.connect(self.narrow)
        self.box.returnPressed.connect(self.table.setFocus)
        self.reason.activated.connect(lambda _index: self.narrow())
        self.only.toggled.connect(lambda _on: self.narrow())
        self.table.opened.connect(lambda _line: self.take_in_chosen())
        self.table.picked.connect(
            lambda line: self.act.setEnabled(line is not None and self.desk.may(take_in))
        )

    def refresh(self) -> None:
        self.act.setEnabled(False)
        self.rules.setEnabled(self.desk.may(preview_criteria))
        self.ask(left_out, self.desk.forum, then=self.fill, saying=tr("Reading who is left out"))

    def fill(self, rows: tuple[LeftOutRow, ...]) -> None:
        self.rows = tuple(sorted(rows, key=lambda line: not line.watch_list))
        self.narrow()

    def narrow(self) -> None:
        """Show who answers what is asked; a month's list is a few hundred people."""
        filters = self._filters()
        shown = [line for line in self.rows if all(holds(line) for _words, holds in filters)]
        self.model.set_rows(shown)
        watched = sum(line.watch_list for line in self.rows)
        counted = words.of(len(shown), len(self.rows), "person", "people")
        self.showing.setText(
            tr(
                "Showing {counted}; {watched:,} on the watch list. Take in whom the criteria should not have left out.",
                counted=counted,
                watched=watched,
            )
        )
        if shown:
            self.listing.show_rows()
            self.table.setCurrentIndex(self.model.index(0, 0))
        elif self.rows:
            self.listing.say(
                tr("Nobody matches these filters"),
                hidden_words(len(self.rows), "person", self._hidden(filters), "people"),
                (tr("Clear all filters"), self.clear_filters),
            )
        else:
            self.listing.say(
                tr("Nobody is left out"),
                tr("The last extract put everybody on the list, or none was taken in yet."),
            )
        self.tell_status(tr("{counted} left out", counted=counted))

    def _filters(self) -> list[tuple[str, Callable[[LeftOutRow], bool]]]:
        """The filters in force, each in words."""
        found: list[tuple[str, Callable[[LeftOutRow], bool]]] = []
        if asked := fold(self.box.text()).split():
            found.append(
                (
                    f"“{self.box.text().strip()}”",
                    lambda line: all(
                        w in fold(f"{line.surname} {line.given_names} {line.prn}") for w in asked
                    ),
                )
            )
        if (reason := self.reason.value) is not None:
            found.append((self.reason.currentText(), lambda line: line.reason is reason))
        if self.only.isChecked():
            found.append((tr("watch list only"), lambda line: line.watch_list))
        return found

    def _hidden(self, filters: list[tuple[str, Callable[[LeftOutRow], bool]]]) -> list[Hidden]:
        """How many each filter leaves out by itself."""
        return [Hidden(told, sum(not holds(line) for line in self.rows)) for told, holds in filters]

    def clear_filters(self) -> None:
        self.box.clear()
        self.reason.set_value(None)
        self.only.setChecked(False)
        self.narrow()

    def take_in_chosen(self) -> None:
        """Ask for the reason and take in the person chosen."""
        line: LeftOutRow | None = self.table.current()
        if line is not None and self.desk.may(take_in):
            acts.take_in_one(self, line.prn, full_name(line.surname, line.given_names))

    def show_no_match(self) -> None:
        self.box.setText("nobody like this")

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "left-out.take-in", "Case", tr("&Take in…"), self.take_in_chosen, keys="Ctrl+T", needs=take_in
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.listing)

    def search(self) -> QWidget:
        return self.box

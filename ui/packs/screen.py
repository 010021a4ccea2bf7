"""The ledger of a meeting's numbered copies, OUT first, and the way to everything done with them (K1 to K5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.meeting import MeetingRow
from app.domain.packs import CopyRow, anew
from app.domain.words import MEETING_PAPERS, Contents, CopyState, MeetingState, Topic
from app.usecases import copy_ledger, packs
from app.usecases.known import show_ledger_as_known
from app.usecases.meeting import list_meetings
from ui.actions import Action
from ui.meeting.words import short_day
from ui.models import Column, RowTable
from ui.packs.count import example_with
from ui.packs.preview import COUNT_IN
from ui.packs.words import back_words, balance_words, copies, copy_words, out_first, state_words, trace_words
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters, relook
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk


class PacksScreen(Screen):
    """One meeting's copies and where each is."""

    name: ClassVar[str] = "packs"
    comes_next = ("packs-make",)
    title: ClassVar[str] = tr("Packs and copies")
    section: ClassVar[str] = "packs"
    help_page: ClassVar[str] = "packs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PACKS, Topic.MEETINGS})
    needs = copy_ledger.show_ledger
    states: ClassVar[Mapping[str, str]] = {"traced": "show_traced", "unknown-code": "show_unknown"}

    def build(self) -> None:
        self.meetings: tuple[MeetingRow, ...] = ()
        self.rows: tuple[CopyRow, ...] = ()
        self.wanted = ""
        self.pick = Pick(tr("Meeting"))
        self.trace_box = QLineEdit()
        self.trace_box.setPlaceholderText(tr("Code on a page"))
        self.trace_box.setMinimumWidth(letters(self, 20))
        self.trace_box.setClearButtonEnabled(False)
        self.trace_button = button(tr("Look it up"), self.trace)
        self.body.addWidget(
            flow(
                (buddy(tr("Meetin&g"), self.pick), self.pick),
                (buddy(tr("T&race a code"), self.trace_box), self.trace_box, self.trace_button),
            )
        )
        self.balance = label("")
        self.back = label("", "strong")
        self.make_button = button(tr("M&ake packs…"), self.to_make, look="first")
        self.preview_button = button(tr("Previe&w"), self.to_preview)
        self.count_button = button(tr("Count &back in"), self.to_count)
        self.sheet_button = button(tr("Co&unt-in sheet…"), self.to_sheet)
        self.missing_button = button(tr("M&issing…"), self.to_missing)
        self.incident_button = button(tr("Incident…"), self.to_incident, look="danger")
        self.destroy_button = button(tr("&Destroy…"), self.to_destroy)
        self.anew_button = button(
            tr("Print a&new…"),
            self.to_anew,
            tip=tr("The same for the same holder, under a number of its own"),
        )
        self.settle_button = button(tr("&Settle…"), self.to_settle, look="danger")
        self.body.addWidget(self.back)
        self.body.addWidget(
            flow(
                self.make_button, self.preview_button, self.count_button, self.sheet_button,
                self.settle_button, self.missing_button, self.incident_button, self.destroy_button,
                self.anew_button,
            )
        )  # fmt: skip
        self.model = RowTable(self._columns(), self)
        self.table = Table(self.model, tr("Copies of the meeting, those out first"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)
        self.body.addWidget(self.balance)

    def _columns(self) -> tuple[Column[CopyRow], ...]:
        def out(each: CopyRow) -> bool:
            return each.state in (CopyState.OUT, CopyState.MISSING, CopyState.RESERVED)

        def state(each: CopyRow) -> str:
            return state_words(each, self.desk.today)

        return (
            Column[CopyRow](
                tr("Copy"), copy_words, width=17, told=lambda each: f"{each.words}, {state(each)}"
            ),
            Column[CopyRow](tr("Holder"), lambda each: each.holder, width=22),
            Column[CopyRow](tr("Service"), lambda each: each.service, width=20, goes=2),
            Column[CopyRow](
                tr("Print"), lambda each: tr("large") if each.large else tr("normal"), width=8, goes=3
            ),
            Column[CopyRow](tr("Issued"), lambda each: _moment(each.issued_at), width=16, goes=4),
            Column[CopyRow](tr("Back"), lambda each: _moment(each.returned_at), width=16),
            Column[CopyRow](tr("Destroyed"), lambda each: _moment(each.destroyed_at), width=16, goes=1),
            Column[CopyRow](tr("State"), state, width=22, stretch=True, strong=out),
        )

    def connect_up(self) -> None:
        self.pick.activated.connect(self._meeting_chosen)
        self.trace_box.returnPressed.connect(self.trace)
        self.table.picked.connect(lambda _row: self._buttons())

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        return example_with(desk, CopyState.OUT)

    def go(self, **where: object) -> None:
        if (meeting := str(where.get("meeting", ""))) and meeting != self.pick.value:
            self.wanted = meeting
            self.stale = True

    def refresh(self) -> None:
        self.ask(list_meetings, self.desk.forum, then=self._meetings, saying=tr("Reading the meetings"))

    def _meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        self.meetings = rows
        kept = self.wanted or self.pick.value
        self.pick.set_choices(
            (f"{short_day(each.date)}, {each.kind.value}", each.meeting) for each in reversed(rows)
        )
        if any(each.meeting == kept for each in rows):
            self.pick.set_value(kept)
        elif (first := self._first()) is not None:
            self.pick.set_value(first.meeting)
        self.wanted = ""
        self._read()

    def _first(self) -> MeetingRow | None:
        """The meeting to look at: the one that is issued and not closed, else the last one closed."""
        open_ones = [each for each in self.meetings if each.state is MeetingState.ISSUED]
        closed = [each for each in self.meetings if each.state is MeetingState.CLOSED]
        return next(iter(open_ones or closed[-1:] or self.meetings[:1]), None)

    def _read(self) -> None:
        if self.meeting is None:
            self._show(())
            self.balance.setText("")
            return
        self.ask(
            copy_ledger.show_ledger, self.meeting.meeting, then=self.fill, saying=tr("Reading the ledger")
        )

    def _meeting_chosen(self) -> None:
        self.model.set_rows(())
        self._read()

    @property
    def meeting(self) -> MeetingRow | None:
        """The meeting in view."""
        return next((each for each in self.meetings if each.meeting == self.pick.value), None)

    def fill(self, counted: copy_ledger.Counted) -> None:
        if self.meeting is None or counted.meeting != self.meeting.meeting:
            return
        relook(self.balance, "" if counted.ledger.balanced else "bad")
        self.balance.setText(balance_words(counted.ledger) if counted.copies else "")
        self._show(counted.copies)

    def _show(self, rows: tuple[CopyRow, ...]) -> None:
        kept = self.table.current()
        self.rows = tuple(sorted(rows, key=out_first))
        self.model.set_rows(self.rows)
        self.back.setText(back_words(self.rows) if rows else "")
        if rows:
            self.listing.show_rows()
            number = next((i for i, each in enumerate(self.rows) if kept and each.code == kept.code), 0)
            self.table.setCurrentIndex(self.model.index(number, 0))
        else:
            self._say_empty()
        self._buttons()
        out = sum(each.state is CopyState.OUT for each in rows)
        self.tell_status(tr("{copies}, {out} out", copies=copies(len(rows)), out=out))

    def _say_empty(self) -> None:
        if self.meeting is None:
            self.listing.say(tr("No meeting yet"), tr("Numbered copies are made for a meeting."),
                           (tr("Meetings"), lambda: self.open("meetings")))  # fmt: skip
        elif self.meeting.state is MeetingState.DRAFT:
            self.listing.say(
                tr("No pack yet for this meeting"), tr("Its agenda is a draft; packs are printed once it is issued."),
                (tr("Open the agenda"), lambda: self.open("meeting-agenda", meeting=self.pick.value)),
            )  # fmt: skip
        else:
            self.listing.say(
                tr("No pack yet for this meeting"), tr("Name the holders and make their numbered copies."),
                (tr("Make packs"), self.to_make),
            )  # fmt: skip

    def _has(self, *states: CopyState) -> bool:
        return any(each.state in states for each in self.rows)

    def _buttons(self) -> None:
        issued = self.meeting is not None and self.meeting.state is not MeetingState.DRAFT
        current: CopyRow | None = self.table.current() if self.rows else None
        self.make_button.setEnabled(issued and self.desk.may(packs.reserve_copies))
        self.preview_button.setEnabled(self.meeting is not None and self.desk.may(packs.preview_pages))
        self.count_button.setEnabled(self._has(CopyState.OUT, CopyState.MISSING))
        self.sheet_button.setEnabled(bool(self.rows) and self.desk.may(packs.count_in_sheet))
        self.missing_button.setEnabled(current is not None and current.state is CopyState.OUT)
        self.destroy_button.setEnabled(
            self._has(CopyState.RETURNED) and self.desk.may(copy_ledger.destroy_copies)
        )
        self.anew_button.setEnabled(current is not None and self.desk.may(packs.reserve_copies))
        self.settle_button.setVisible(self._has(CopyState.RESERVED))
        self.incident_button.setVisible(any(each.missing_at is not None for each in self.rows))

    # Going on.

    def to_make(self) -> None:
        if self.make_button.isEnabled():
            self.open("packs-make", meeting=self.pick.value)

    def to_preview(self) -> None:
        if self.meeting is not None:
            draft = self.meeting.state is MeetingState.DRAFT
            contents = Contents.AGENDA if draft else Contents.PACK
            self.open("packs-preview", meeting=self.pick.value, contents=contents.value)

    def to_count(self) -> None:
        if self.count_button.isEnabled():
            self.open("packs-count", meeting=self.pick.value)

    def to_sheet(self) -> None:
        """Every numbered copy on a sheet for ticks and initials, to look at and to print."""
        if self.sheet_button.isEnabled():
            self.open("packs-preview", meeting=self.pick.value, contents=COUNT_IN)

    def to_missing(self) -> None:
        if self.missing_button.isEnabled():
            self.open("packs-missing", meeting=self.pick.value, code=self.table.current().code)

    def to_past(self) -> None:
        """The copies of this meeting as they stood on a past day."""
        if self.meeting is not None:
            self.open("keeping-past", copies=self.meeting.meeting)

    def to_incident(self) -> None:
        """What is done about a copy that was recorded as missing: the chosen one, else the first."""
        current: CopyRow | None = self.table.current()
        gone = [each for each in self.rows if each.missing_at is not None]
        chosen = (
            current if current is not None and current.missing_at is not None else gone[0] if gone else None
        )
        self.open("packs-incident", **({"code": chosen.code} if chosen else {}))

    def to_destroy(self) -> None:
        if self.destroy_button.isEnabled():
            self.open("packs-destroy", meeting=self.pick.value)

    def to_settle(self) -> None:
        self.open("packs-settle", meeting=self.pick.value)

    def to_anew(self) -> None:
        """The chosen copy once more for its holder; where that may not be yet, why, and what comes first."""
        current: CopyRow | None = self.table.current()
        if current is None or not self.anew_button.isEnabled():
            return
        try:
            holder, reason = anew(current)
        except Refused as refused:
            self.notice.say(refused.sentence, "warn")
            return
        if current.contents in MEETING_PAPERS:
            self.open(
                "packs-make",
                meeting=self.pick.value,
                contents=current.contents.value,
                holder=holder,
                reason=reason,
            )
        else:
            self.open("packs-slips", meeting=self.pick.value)

    def trace(self) -> None:
        """Which copy a code is of."""
        if self.trace_box.text().strip():
            self.ask(
                copy_ledger.trace_code,
                self.trace_box.text(),
                then=self._traced,
                saying=tr("Looking the code up"),
            )
        else:
            self.trace_box.setFocus()

    def _traced(self, found: copy_ledger.Traced) -> None:
        self.notice.say(trace_words(found), "warn" if found.copy.state is CopyState.MISSING else "good")
        self.trace_box.selectAll()

    def show_traced(self) -> None:
        if self.rows:
            self.trace_box.setText(self.rows[0].code)
            self.trace()

    def show_unknown(self) -> None:
        self.trace_box.setText(f"{self.rows[0].code[:6]}00" if self.rows else tr("ABCD-1234"))
        self.trace()

    def acts(self) -> Sequence[Action]:
        return (
            Action("packs.make", "Meeting", tr("&Make packs…"), self.to_make, keys="Ctrl+P", needs=packs.reserve_copies,
                   enabled=lambda: self.make_button.isEnabled()),
            Action("packs.preview", "Meeting", tr("&Preview the pack"), self.to_preview, keys="Ctrl+Shift+P",
                   needs=packs.preview_pages, enabled=lambda: self.preview_button.isEnabled()),
            Action("packs.count", "Meeting", tr("&Count copies back in"), self.to_count, keys="Ctrl+B",
                   needs=copy_ledger.return_copies, enabled=lambda: self.count_button.isEnabled()),
            Action("packs.sheet", "Meeting", tr("Count-in s&heet…"), self.to_sheet, needs=packs.count_in_sheet,
                   enabled=lambda: self.sheet_button.isEnabled()),
            Action("packs.destroy", "Meeting", tr("&Destroy copies…"), self.to_destroy,
                   needs=copy_ledger.destroy_copies, enabled=lambda: self.destroy_button.isEnabled(), after_line=True),
            Action("packs.anew", "Meeting", tr("Print the chosen copy ane&w…"), self.to_anew,
                   needs=packs.reserve_copies, enabled=lambda: self.anew_button.isEnabled()),
            Action("packs.incident", "Meeting", tr("I&ncident of a missing copy…"), self.to_incident,
                   needs=copy_ledger.lose_copy, enabled=lambda: self.incident_button.isVisibleTo(self)),
            Action("packs.past", "Meeting", tr("The copies as &known on a past day…"), self.to_past,
                   needs=show_ledger_as_known, enabled=lambda: self.meeting is not None),
            Action("packs.missing", "Meeting", tr("Mi&ssing copy…"), self.to_missing, needs=copy_ledger.lose_copy,
                   enabled=lambda: self.missing_button.isEnabled()),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.pick, self.listing)

    def search(self) -> QWidget:
        return self.trace_box


def _moment(moment: datetime | None) -> str:
    return show_moment(moment) if moment else "—"

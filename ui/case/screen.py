"""One case: the identity bar that stays, completeness in words, and the tabs (needs R1-R9, R12, T1, T2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.case_history import HistoryLine
from app.domain.case_list import CaseQuery, PlanState
from app.domain.cases import CaseRecord
from app.domain.dates import show_date
from app.domain.errors import NotFound
from app.domain.meeting import ActionRow, MeetingRow
from app.domain.names import full_name
from app.domain.words import MeetingState, Topic
from app.usecases.agenda import ask_for_case
from app.usecases.case_history import case_history
from app.usecases.case_list import browse_cases, order_of_cases
from app.usecases.cases import anchor_by_rule, set_case, show_case
from app.usecases.meeting import list_actions, list_meetings
from app.usecases.plan import set_address
from app.usecases.sources import list_sources
from ui import words
from ui.actions import Action
from ui.case import acts, kept, steps
from ui.case.columns import of_flag_code
from ui.case.identity import Identity
from ui.case.kept import KeptBar
from ui.case.menu import menu
from ui.case.outside import OutsideBar
from ui.case.pictures import STATES, OneCasePictures
from ui.case.provenance import Provenance, ProvenanceDialog
from ui.case.sources import SourcesDialog
from ui.case.tabs import ACTIONS_TAB, FLAGS_TAB, HISTORY_TAB, CaseTabs
from ui.case.texts import FieldTexts
from ui.case.transfer import TransferBar
from ui.screen import Screen
from ui.tongue import tr
from ui.widgets.ask import AskForm
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from ui.desk import QtDesk


class CaseScreen(OneCasePictures, Screen):
    """Goes through the list it was opened from, in that list's order."""

    name: ClassVar[str] = "case"
    title: ClassVar[str] = tr("Case")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "case"
    headed: ClassVar[bool] = False
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CASES, Topic.REGISTER})
    needs = show_case
    states: ClassVar[Mapping[str, str]] = STATES

    def build(self) -> None:
        self.prn = ""
        self.among: CaseQuery | None = None
        self.order: tuple[str, ...] = ()
        self.record: CaseRecord | None = None
        self.changes: tuple[HistoryLine, ...] = ()
        self._have_actions = self._have_history = False
        self.texts = FieldTexts(self)
        self.identity = Identity()
        self.tabs = CaseTabs(self)
        self.transfer = TransferBar(self)
        self.outside = OutsideBar(self)
        self.kept = KeptBar(self)
        self.body.addWidget(self.identity)
        self.body.addWidget(self.kept)
        self.body.addWidget(self.outside)
        self.body.addWidget(self.transfer)
        self.body.addWidget(self.tabs, 1)
        self.empty = EmptyState()
        self.empty.hide()
        self.body.addWidget(self.empty, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self.identity.fit(self.is_low)

    def connect_up(self) -> None:
        self.identity.moved.connect(self.step)
        self.identity.flags_asked.connect(partial(self.tabs.setCurrentIndex, FLAGS_TAB))
        self.identity.chips.opened.connect(self.tell_flag)
        self.identity.agenda_asked.connect(self.to_agenda)
        self.tabs.overview.left.connect(self.texts.save_field)
        self.tabs.currentChanged.connect(self.read_tab)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """The case with most to show: actions, an address, flags; of several the one that comes first by date."""
        lines = browse_cases(desk.door, desk.forum, CaseQuery(), 0, 100).lines
        fullest = max(
            lines, key=lambda line: (line.plan != PlanState.NONE, line.actions, len(line.codes)), default=None
        )
        return {"prn": fullest.prn if fullest else "", "among": CaseQuery()}

    @property
    def person_name(self) -> str:
        record = self.record if self.record and self.record.prn == self.prn else None
        return full_name(record.surname, record.given_names) if record else self.prn

    def go(self, **where: object) -> None:
        """Another case (`prn`), and the list it stands in (`among`); without one the bar shows no place."""
        prn, given = str(where.get("prn", "")), where.get("among")
        among = given if isinstance(given, CaseQuery) else None
        if prn and prn != self.prn:
            self.texts.leave()  # first: a field that is hidden is left, and would be saved with whoever is in view
            self.prn, self.stale = prn, True
            self._close_forms()
            self._blank()
            self.texts.refused.arrive()
        if (among is not None and among != self.among) or (prn and among is None and prn not in self.order):
            self.among, self.order, self.stale = among, (), True

    def _close_forms(self) -> None:
        """A form saves to the case in view: one about another case is closed, as by Esc, and keeps what is typed."""
        for form in self.window().findChildren(AskForm):
            if form.isVisible():
                form.reject()

    def _blank(self) -> None:
        """What is known about one person is never shown with another: not while that is read."""
        self.record = None
        self.identity.show_none(self.prn)
        for part in (self.kept, self.outside, self.transfer, self.tabs):
            part.hide()

    def refresh(self) -> None:
        if not self.prn:
            self.stale = False
            self.notice.say(
                tr("No case is chosen."), "warn", (tr("See the list"), partial(self.open, "cases"))
            )
            return
        if kept.stand_in_words(self.prn):
            self.show_hidden(None)
            return
        if self.among is not None and not self.order:
            self.ask(order_of_cases, self.desk.forum, self.among, then=self._ordered)
        self._have_actions = self._have_history = False
        self.ask(show_case, self.prn, then=self.fill, otherwise=self._not_read, saying=tr("Reading the case"))
        self.read_tab(self.tabs.currentIndex())

    def show_hidden(self, refused: Exception | None) -> None:
        """A case that is not open to whoever asks, or is so no longer: nothing of it stays on the screen."""
        self.stale, self.record = False, None
        for bar in (self.identity, self.kept, self.outside, self.transfer, self.tabs):
            bar.hide()
        self.empty.show()
        if refused is None:
            kept.say_kept(self)
        else:
            self.empty.say(
                tr("No such case is open to you"),
                words.sentence_of(refused),
                (tr("To the list"), self.to_list),
            )

    def to_list(self) -> None:
        self.open("cases")

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self.show_hidden(error)
        else:
            self.say_error(error)

    def read_tab(self, number: int) -> None:
        """Actions and history are read when somebody looks, so that the trail tells what was looked at."""
        if number == ACTIONS_TAB and not self._have_actions and self.prn:
            self._have_actions = True
            self.ask(list_actions, self.desk.forum, then=self._acted)
        elif number == HISTORY_TAB:
            self.with_history(lambda: None)

    def with_history(self, then: Callable[[], object]) -> None:
        """Do something once the history is there."""
        if self._have_history or not self.prn:
            then()
            return

        def came(lines: tuple[HistoryLine, ...]) -> None:
            self._have_history = True
            self.changes = lines
            self.tabs.history.fill(lines)
            then()

        self.ask(case_history, self.prn, then=came, saying=tr("Reading the history"))

    def _ordered(self, order: tuple[str, ...]) -> None:
        self.order = order
        self._show_place()

    def _show_place(self) -> None:
        place = self.order.index(self.prn) + 1 if self.prn in self.order else 0
        self.identity.show_place(place, len(self.order) if place else 0)
        if place:
            self.tell_status(tr("{place} of {order:,} cases", place=place, order=len(self.order)))

    def fill(self, record: CaseRecord) -> None:
        """Show a record. An answer about a case one has left is dropped."""
        if record.prn != self.prn:
            return
        self.record = record
        self.empty.hide()
        self.identity.show()
        self.tabs.show()
        self.identity.show_case(record, self.desk.today)
        self.kept.show_case(record)
        self.outside.show_case(record.prn)
        self.transfer.show_case(record)
        is_open = record.case is not None and record.case.closed is None
        self.identity.agenda_button.setEnabled(self.desk.may(ask_for_case) and is_open)
        self.tabs.fill(record, self.desk.may(set_case))
        self.texts.refused.put_back()
        self._show_place()

    def _acted(self, rows: tuple[ActionRow, ...]) -> None:
        self.tabs.fill_actions([row for row in rows if row.prn == self.prn])

    def did(self, sentence: str) -> None:
        """A form has saved something; the topic brings the record anew."""
        self.notice.say(sentence, "good")

    # Going through the list.

    def step(self, by: int) -> None:
        """The case before or after in the list's order; what is typed is saved by leaving its field."""
        if self.prn not in self.order:
            return
        place = self.order.index(self.prn) + by
        if 0 <= place < len(self.order):
            self.setFocus()
            self.open("case", prn=self.order[place], among=self.among)

    def set_address(self, rank: int, what: str, on: bool) -> None:
        """Answer one of an address's two questions."""
        verified, is_next = (on, None) if what == "verified" else (None, on)
        self.ask(
            set_address, self.prn, rank, verified, is_next, then=lambda _none: self.saved(), saying=tr("Saving"),
            undo=steps.address_set(self, rank, what, on),
        )  # fmt: skip

    def by_rule(self) -> None:
        """Let the rule choose the date again."""
        self.ask(
            anchor_by_rule, self.prn, then=lambda _anchor: self.did(tr("The rule chooses the date again.")),
            undo=steps.anchor(self, None),
        )  # fmt: skip

    def to_agenda(self) -> None:
        """Ask for the case at a coming meeting that is still a draft."""
        self.ask(list_meetings, self.desk.forum, then=self._with_meetings)

    def _with_meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        drafts: list[tuple[str, object]] = [
            (f"{show_date(row.date)}, {row.kind.value}", row.meeting)
            for row in rows
            if row.state is MeetingState.DRAFT and row.date >= self.desk.today
        ]
        if drafts:
            acts.to_agenda(self, drafts)
        else:
            self.notice.say(tr("No coming meeting has a draft agenda; schedule one first."), "warn")

    # Keys.

    def show_origin(self) -> None:
        """F4: source, as-at, who, and history of the value under the keyboard."""
        about = self.tabs.about_focus()
        if about is None:
            self.notice.say(tr("Choose a value first; F4 then tells where it comes from."), "warn")
        else:
            self._tell_origin(about)

    def tell_flag(self, code: str) -> None:
        """A chip of the bar: whose the flag is, since when, and what it means for the forum."""
        if self.record is not None and (about := of_flag_code(self.record, code)) is not None:
            self._tell_origin(about)

    def _tell_origin(self, about: Provenance) -> None:
        self.with_history(lambda: ProvenanceDialog(self.window(), about, self.changes).open())

    def turn_tab(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self.tabs.tabBar().setFocus()

    def acts(self) -> Sequence[Action]:
        return menu(self)

    def panes(self) -> Sequence[QWidget]:
        return (
            self.identity,
            self.tabs.tabBar(),
            *self.tabs.panes(),
        )

    def searched(self) -> QWidget | None:
        return self.tabs.searched()

    def may_leave(self) -> bool:
        """Not before one of two texts is chosen."""
        return self.texts.all_chosen()

    def draft(self) -> Mapping[str, str]:
        return self.texts.draft()

    def refused_draft(self) -> Mapping[str, str]:
        return self.draft() if self.texts.refused.some else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        """The case first, then what was typed in it."""

        def put() -> None:
            self.settled.disconnect(put)
            self.texts.restore(kept)

        self.settled.connect(put)
        self.go(prn=kept.get("prn", ""))
        self.refresh()

    def show_sources(self) -> None:
        """What is sealed of who said it; sealing and opening."""
        if self.prn and self.desk.may(list_sources):
            SourcesDialog(self).open()

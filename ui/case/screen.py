"""One case: the identity bar that stays, completeness in words, and the tabs (needs R1-R9, R12, T1, T2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QDialog, QWidget

from app.domain.case_history import HistoryLine
from app.domain.case_list import CaseQuery, PlanState
from app.domain.cases import CaseRecord
from app.domain.dates import show_date
from app.domain.errors import NotFound, Overtaken
from app.domain.meeting import ActionRow, MeetingRow
from app.domain.names import full_name
from app.domain.words import MeetingState, Topic
from app.usecases.agenda import ask_for_case
from app.usecases.case_history import case_history
from app.usecases.case_list import browse_cases, order_of_cases
from app.usecases.cases import add_information, anchor_by_rule, set_case, show_case
from app.usecases.known import show_case_as_known
from app.usecases.meeting import list_actions, list_meetings
from app.usecases.plan import set_address
from app.usecases.restricted import exclude_person, restrict_case
from app.usecases.sources import list_sources
from app.usecases.transfers import propose_transfer
from ui import words
from ui.actions import Action
from ui.case import acts, kept, plan_acts, steps
from ui.case.columns import of_flag_code
from ui.case.fields import BothTexts, SavedLine
from ui.case.identity import Identity
from ui.case.kept import KeptBar
from ui.case.outside import OutsideBar
from ui.case.overview import HEADINGS
from ui.case.provenance import Provenance, ProvenanceDialog
from ui.case.refused import RefusedTexts, Typed
from ui.case.sources import SourcesDialog
from ui.case.tabs import ACTIONS_TAB, BOARD_TAB, FLAGS_TAB, HISTORY_TAB, PLAN_TAB, CaseTabs
from ui.case.transfer import TransferBar, propose
from ui.screen import Screen
from ui.tongue import tr
from ui.widgets.ask import AskForm
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from ui.desk import QtDesk


class CaseScreen(Screen):
    """Goes through the list it was opened from, in that list's order."""

    name: ClassVar[str] = "case"
    title: ClassVar[str] = tr("Case")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "case"
    headed: ClassVar[bool] = False
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CASES, Topic.REGISTER})
    needs = show_case
    states: ClassVar[Mapping[str, str]] = {
        "information": "show_information",
        "addresses": "show_addresses",
        "plan": "show_plan",
        "condition": "show_condition",
        "flags": "show_flags",
        "actions": "show_actions",
        "hearings": "show_hearings",
        "history": "show_history",
        "origin": "show_origin",
        "two-texts": "show_two_texts",
        "form": "show_form",
        "add-information": "show_add_information",
        "sources": "show_sources",
        "changed-outside": "show_changed_outside",
        "restricted": "show_restricted",
        "exclude": "show_exclude",
        "not-open": "show_not_open",
        "break-glass": "show_break_glass",
    }

    def build(self) -> None:
        self.prn = ""
        self._visit = 0
        """Counts how often another case was turned to: an answer to what was asked before finds other fields."""
        self.among: CaseQuery | None = None
        self.order: tuple[str, ...] = ()
        self.record: CaseRecord | None = None
        self.changes: tuple[HistoryLine, ...] = ()
        self._have_actions = self._have_history = False
        self._yours: dict[str, tuple[str, str]] = {}
        """Fields somebody else wrote meanwhile: theirs, and the text of ours that waits for a choice."""
        self.refused = RefusedTexts(self)
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

    def connect_up(self) -> None:
        self.identity.moved.connect(self.step)
        self.identity.flags_asked.connect(partial(self.tabs.setCurrentIndex, FLAGS_TAB))
        self.identity.chips.opened.connect(self.tell_flag)
        self.identity.agenda_asked.connect(self.to_agenda)
        self.tabs.overview.left.connect(self.save_field)
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
            self._blank_fields()  # first: a field that is hidden is left, and would be saved with whoever is in view
            self.prn, self.stale = prn, True
            self._visit += 1
            self._close_forms()
            self._blank()
            self.refused.arrive()
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

    def _blank_fields(self) -> None:
        """What is typed about one person is never shown, nor saved, with another."""
        self._yours.clear()
        for field in self.tabs.overview.fields.values():
            if isinstance(field, SavedLine):
                field.put("")

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
        self.refused.put_back()
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

    # Fields, saved when they are left.

    def save_field(self, key: str, old: str, new: str) -> None:
        """Write one field as it is left."""
        self.write(self.prn, self.person_name, key, old, new)

    def write(self, prn: str, name: str, key: str, old: str, new: str) -> None:
        """Write a field of the case it was typed in, which may be in view no more when the answer comes."""
        if key == "leading_service" and not new:
            self.notice.say(tr("A leading service can be changed, not taken away."), "warn")
            self.tabs.overview.leading.show_value(old)
            return

        visit = self._visit

        def saved(_none: None) -> None:
            self.saved()
            if visit == self._visit:  # come back to, its fields are read anew
                self.tabs.overview.fields[key].shown = new
                self._yours.pop(key, None)

        def refused(error: Exception) -> None:
            away = visit != self._visit
            shows = isinstance(error, Overtaken) and self._may_show(prn)
            if shows and prn != self.prn:
                self.open("case", prn=prn, among=self.among)
            if shows and prn == self.prn and isinstance(error, Overtaken):
                if away:
                    self.when_settled(partial(self.tabs.overview.put_typed, key, old, new))
                self.two_texts(key, error.theirs, new)
            else:
                self.refused.keep(Typed(prn, name, key, old, new), error)

        self.refused.forget(prn, key)
        self.refused.tell()
        call = steps.field(prn, key, new, old)
        self.ask(
            call.case, *call.args, **call.kwargs, then=saved, otherwise=refused, saying=tr("Saving"),
            undo=steps.field_set(prn, name, key, old, new),
        )  # fmt: skip

    def _may_show(self, prn: str) -> bool:
        """Whether both texts of a case may be shown now: not over another screen, where others may read along, and of
        another case not in the middle of something, which would be lost or saved with the wrong person."""
        if not self.isVisible():
            return False
        over = any(each.isVisible() for each in self.window().findChildren(QDialog))
        return prn == self.prn or not (over or self._typed)

    def two_texts(self, key: str, theirs: str, mine: str) -> None:
        """Both texts side by side; theirs is saved, ours stays in its field until one is chosen; Esc chooses none."""
        field = self.tabs.overview.fields[key]
        self._yours[key] = (theirs, mine)
        dialog = BothTexts(
            self.window(), HEADINGS[key], theirs, mine,
            partial(self.save_field, key, theirs, mine),
        )  # fmt: skip

        def show_theirs() -> None:
            self._yours.pop(key, None)
            field.put(theirs) if isinstance(field, SavedLine) else field.show_value(theirs)

        def undecided() -> None:
            if key in self._yours:
                self.notice.say(
                    tr(
                        "{headings}: theirs is saved, yours is not. Yours stays in its field until you choose.",
                        headings=HEADINGS[key],
                    ),
                    "warn",
                    (tr("See both texts"), partial(self.two_texts, key, theirs, mine)),
                )

        dialog.kept_theirs.connect(show_theirs)
        dialog.rejected.connect(undecided)
        dialog.open()

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

    def save_now(self) -> None:
        """Ctrl+S: what is typed is saved without leaving its field."""
        lines = [each for each in self.tabs.overview.fields.values() if isinstance(each, SavedLine)]
        if not any(each.save() for each in lines):
            self.notice.say(tr("Everything in this case is saved."), "good")

    def turn_tab(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self.tabs.tabBar().setFocus()

    def acts(self) -> Sequence[Action]:
        edit = add_information
        return (
            Action("case.save", "File", tr("&Save now"), self.save_now, keys="Ctrl+S", needs=set_case),
            Action("case.correct", "Edit", tr("&Edit the value…"), self.tabs.edit, keys="F2", needs=edit),
            Action(
                "case.origin",
                "View",
                tr("&Source and history of the value"),
                self.show_origin,
                keys="F4",
                after_line=True,
            ),
            Action("case.before", "Case", tr("&Previous case"), partial(self.step, -1), keys="Alt+Left"),
            Action("case.after", "Case", tr("&Next case"), partial(self.step, 1), keys="Alt+Right"),
            Action(
                "case.tab.next",
                "View",
                tr("Next &part of the case"),
                partial(self.turn_tab, 1),
                keys="Ctrl+PgDown",
            ),
            Action(
                "case.tab.before",
                "View",
                tr("Previous pa&rt of the case"),
                partial(self.turn_tab, -1),
                keys="Ctrl+PgUp",
            ),
            Action(
                "case.information",
                "Case",
                tr("Add &information…"),
                partial(acts.information, self),
                keys="Ctrl+E",
                needs=edit,
                after_line=True,
            ),
            Action("case.sources", "Case", tr("Sealed so&urces…"), self.show_sources, needs=list_sources),
            Action(
                "case.address",
                "Case",
                tr("Propose an a&ddress…"),
                partial(acts.address, self),
                keys="Ctrl+D",
                needs=edit,
            ),
            Action("case.alias", "Case", tr("Add another na&me…"), partial(acts.alias, self), needs=edit),
            Action(
                "case.agenda",
                "Case",
                tr("Add to an &agenda…"),
                self.to_agenda,
                keys="Ctrl+Shift+A",
                needs=ask_for_case,
            ),
            Action(
                "case.transfer",
                "Case",
                tr("Propose to an&other forum…"),
                partial(propose, self),
                needs=propose_transfer,
                after_line=True,
            ),
            Action(
                "case.restrict",
                "Case",
                tr("&Restrict to named readers…"),
                partial(kept.ask_readers, self),
                needs=restrict_case,
                after_line=True,
            ),
            Action(
                "case.exclude",
                "Case",
                tr("E&xclude somebody…"),
                partial(kept.ask_exclude, self),
                needs=exclude_person,
            ),
            Action(
                "case.past",
                "Case",
                tr("As &known on a past day…"),
                lambda: self.open("keeping-past", prn=self.prn),
                needs=show_case_as_known,
                after_line=True,
            ),
            Action(
                "case.close",
                "Case",
                tr("&Close the case…"),
                partial(acts.close, self),
                needs=edit,
                after_line=True,
            ),
        )

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
        for key, (theirs, mine) in self._yours.items():
            self.two_texts(key, theirs, mine)
            return False
        return True

    @property
    def _typed(self) -> list[Typed]:
        """What stands in the fields of the case in view and is not saved."""
        return [
            Typed(self.prn, self.person_name, key, each.shown, each.text())
            for key, each in self.tabs.overview.fields.items()
            if isinstance(each, SavedLine) and each.unsaved
        ]

    def draft(self) -> Mapping[str, str]:
        return self.refused.draft(self._typed)

    def refused_draft(self) -> Mapping[str, str]:
        return self.draft() if self.refused.some else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        """Put half-typed text back once the case is there; it is saved when its field is left.

        What stood there when it was typed comes with it: where somebody else wrote meanwhile, both texts are shown.
        """

        def put() -> None:
            self.settled.disconnect(put)
            for key, text in kept.items():
                field = self.tabs.overview.fields.get(key)
                if isinstance(field, SavedLine):
                    field.setFocus()
                    self.tabs.overview.put_typed(key, kept.get(f"{key}:stood", ""), text)
            self.refused.restore(kept)

        self.settled.connect(put)
        self.go(prn=kept.get("prn", ""))
        self.refresh()

    def show_sources(self) -> None:
        """What is sealed of who said it; sealing and opening."""
        if self.prn and self.desk.may(list_sources):
            SourcesDialog(self).open()

    # States for pictures.

    def show_information(self) -> None:
        self.tabs.setCurrentIndex(1)

    def show_addresses(self) -> None:
        self.tabs.setCurrentIndex(2)

    def show_plan(self) -> None:
        self.tabs.setCurrentIndex(PLAN_TAB)

    def show_condition(self) -> None:
        self.show_plan()
        plan_acts.own_words(self)

    def show_flags(self) -> None:
        self.tabs.setCurrentIndex(FLAGS_TAB)

    def show_actions(self) -> None:
        self.tabs.setCurrentIndex(ACTIONS_TAB)

    def show_hearings(self) -> None:
        self.tabs.setCurrentIndex(BOARD_TAB)

    def show_history(self) -> None:
        self.tabs.setCurrentIndex(HISTORY_TAB)

    def show_two_texts(self) -> None:
        self.two_texts("owner", "M. Ashcombe, Probation", "S. Merrin, Community Probation")

    def show_changed_outside(self) -> None:
        self.outside.pretend()

    def show_form(self) -> None:
        acts.check(self, 1)

    def show_add_information(self) -> None:
        acts.information(self)

    def show_restricted(self) -> None:
        """As a reader sees it, for a picture."""
        if self.record is not None:
            told = tr("Ana Pōtiki is excluded from 01/11/2026: an aunt of theirs")
            self.kept.show_case(replace(self.record, restricted="Restricted 3", excluded=(told,)))

    def show_exclude(self) -> None:
        kept.ask_exclude(self)

    def show_not_open(self) -> None:
        """As everybody else sees it, for a picture."""
        self.prn = "RESTRICTED-HB-3"
        self.refresh()

    def show_break_glass(self) -> None:
        self.show_not_open()
        kept.ask_glass(self)


SCREENS = (CaseScreen,)

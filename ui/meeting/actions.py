"""Every action by due date, settled by one key each (need M7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.meeting import ActionRow, TransferDraft
from app.domain.names import fold, full_name
from app.domain.words import ActionOutcome, Service, Topic
from app.usecases.meeting import list_actions, settle_action
from app.usecases.packs import reserve_slips
from ui import words
from ui.actions import Action
from ui.case.steps import settled
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.listing import Listing
from ui.widgets.pick import DayEdit, Pick

_KEYS = {
    Qt.Key.Key_D: ActionOutcome.DONE,
    Qt.Key.Key_O: ActionOutcome.OVERTAKEN,
    Qt.Key.Key_N: ActionOutcome.NOT_DONE,
    Qt.Key.Key_T: ActionOutcome.TRANSFERRED,
    Qt.Key.Key_U: ActionOutcome.OPEN,
}
"""One letter an outcome; U makes it open again."""

OPEN, ALL = "open", "all"


class OutcomeTable(Table):
    """A list in which a letter says what became of the row."""

    said = Signal(object)

    def keyPressEvent(self, event: Any) -> None:  # noqa: N802 - Qt calls it
        outcome = _KEYS.get(event.key()) if not event.modifiers() else None
        if outcome is not None and self.current() is not None:
            self.said.emit(outcome)
        else:
            super().keyPressEvent(event)


class ActionsScreen(Screen):
    """The forum's actions; what is carried stands here until it has an outcome."""

    name: ClassVar[str] = "meeting-actions"
    title: ClassVar[str] = tr("Actions")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "actions"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.CASES})
    needs = list_actions
    states: ClassVar[Mapping[str, str]] = {"no-match": "show_no_match", "transfer": "transfer"}

    def build(self) -> None:
        self.rows: tuple[ActionRow, ...] = ()
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Owner, person or words"))
        self.box.setMinimumWidth(letters(self, 26))
        self.which = Pick(tr("Which actions"), [(tr("open ones"), OPEN), (tr("all"), ALL)])
        self.service = Pick(
            tr("Service"), [(tr("every service"), ""), *((each.value, each.value) for each in Service)]
        )
        self.clear = button(tr("Clear &all"), self.clear_filters)
        self.done_button = button(tr("&Done"), partial(self.settle, ActionOutcome.DONE), look="first")
        self.overtaken_button = button(tr("Overta&ken"), partial(self.settle, ActionOutcome.OVERTAKEN))
        self.not_done_button = button(tr("&Not done"), partial(self.settle, ActionOutcome.NOT_DONE))
        self.transfer_button = button(tr("T&ransferred…"), self.transfer)
        self.case_button = button(tr("Open &case"), self.open_case)
        self.slips_button = button(tr("&Print slips…"), self.to_slips)
        self.slips_button.setEnabled(self.desk.may(reserve_slips))
        self.body.addWidget(
            flow(
                (buddy(tr("&Search"), self.box), self.box),
                (buddy(tr("Sho&w"), self.which), self.which),
                (buddy(tr("Fr&om"), self.service), self.service),
                self.clear,
            )
        )
        self.acts_row = flow(
            self.done_button,
            self.overtaken_button,
            self.not_done_button,
            self.transfer_button,
            self.case_button,
            self.slips_button,
        )
        self.body.addWidget(self.acts_row)
        self.showing = label("", "muted")
        self.body.addWidget(self.showing)
        self.model = RowTable(self._columns(), self)
        self.table = OutcomeTable(self.model, tr("Actions by due date"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)

    def _columns(self) -> tuple[Column[ActionRow], ...]:
        return (
            Column[ActionRow](
                tr("Due"), self._due, width=21, whole=True, told=self._told, strong=self._is_late
            ),
            Column[ActionRow](tr("Owner"), lambda each: each.owner, width=20),
            Column[ActionRow](tr("Service"), lambda each: each.service.value, width=21, goes=1),
            Column[ActionRow](tr("Action"), lambda each: each.text, width=30, stretch=True),
            Column[ActionRow](tr("About"), lambda each: full_name(each.surname, each.given_names), width=20),
            Column[ActionRow](tr("Outcome"), self._outcome, width=17),
        )

    def _is_late(self, each: ActionRow) -> bool:
        return each.outcome is ActionOutcome.OPEN and each.due < self.desk.today

    def _due(self, each: ActionRow) -> str:
        late = (self.desk.today - each.due).days if self._is_late(each) else 0
        return show_date(each.due) + (tr(" · {late} d late", late=late) if late else "")

    def _told(self, each: ActionRow) -> str:
        return tr(
            "due {due}, {owner}: {text}, {outcome}",
            due=self._due(each),
            owner=each.owner,
            text=each.text,
            outcome=each.outcome.value,
        )

    def _outcome(self, each: ActionRow) -> str:
        on = f", {show_date(each.outcome_on)}" if each.outcome_on else ""
        return f"{each.outcome.value}{on}"

    def connect_up(self) -> None:
        self.box.textChanged.connect(self.filter)
        self.box.returnPressed.connect(self.table.setFocus)
        for each in (self.which, self.service):
            each.activated.connect(self.filter)
        self.table.said.connect(self.settle)
        self.table.opened.connect(lambda _row: self.open_case())

    def refresh(self) -> None:
        self.ask(list_actions, self.desk.forum, then=self.fill, saying=tr("Reading the actions"))

    def fill(self, rows: tuple[ActionRow, ...]) -> None:
        self.rows = rows
        self.filter()

    def filter(self) -> None:
        """Show what the filters ask for; the row under the keyboard stays, or the one that took its place."""
        place = max(0, self.table.currentIndex().row())
        wanted, service = fold(self.box.text()), str(self.service.value or "")
        shown = [
            each
            for each in self.rows
            if (self.which.value == ALL or each.outcome is ActionOutcome.OPEN)
            and (not service or each.service.value == service)
            and (
                not wanted
                or wanted in fold(f"{each.owner} {each.surname} {each.given_names} {each.prn} {each.text}")
            )
        ]
        self.model.set_rows(shown)
        if shown:
            self.listing.show_rows()
            self.table.setCurrentIndex(self.model.index(min(place, len(shown) - 1), 0))
        filtered = bool(wanted or service)
        self.clear.setEnabled(filtered)
        late = sum(self._is_late(each) for each in shown)
        told = tr(
            "{actions} shown, {late} late", actions=words.of(len(shown), len(self.rows), "action"), late=late
        )
        self.showing.setText(
            tr("{told}. D done · O overtaken · N not done · T transferred · U open again", told=told)
        )
        if not shown and filtered:
            self.listing.say(
                tr("No action matches"),
                tr("{actions} hidden by what is asked for.", actions=words.counted(len(self.rows), "action")),
                (tr("Clear all filters"), self.clear_filters),
            )
        elif not shown:
            self.listing.say(
                tr("No open action"), tr("Actions are given at the table and carried here until they end.")
            )
        may = bool(shown) and self.desk.may(settle_action)
        for each in (self.done_button, self.overtaken_button, self.not_done_button, self.transfer_button):
            each.setEnabled(may)
        self.case_button.setEnabled(bool(shown))
        self.tell_status(told)

    def clear_filters(self) -> None:
        self.service.set_value("")
        self.box.clear()
        self.filter()

    def show_no_match(self) -> None:
        self.box.setText("no such words")

    def settle(self, outcome: ActionOutcome) -> None:
        """What became of the chosen action, today."""
        chosen = self.table.current()
        if chosen is None or not self.desk.may(settle_action):
            return
        if outcome is ActionOutcome.TRANSFERRED:
            self.transfer()
            return
        self.ask(
            settle_action,
            str(chosen.id),
            outcome,
            then=self._settled,
            saying=tr("Saving"),
            undo=settled(chosen, outcome),
        )

    def _settled(self, row: ActionRow) -> None:
        self.saved()
        self.notice.say(
            tr(
                "Action {id}, {owner}: {outcome}. U makes it open again.",
                id=row.id,
                owner=row.owner,
                outcome=row.outcome.value,
            ),
            "good",
        )
        self.rows = tuple(row if each.id == row.id else each for each in self.rows)
        self.filter()

    def transfer(self) -> None:
        """To whom the chosen action goes over."""
        chosen = self.table.current()
        if chosen is None:
            return

        def do(values: Values, form: AskForm) -> None:
            try:
                to = TransferDraft(values["owner"], values["service"], values["due"])
            except Refused as refused:
                form.say(refused.sentence, form.field("owner"))
                return
            form.asking(
                self, settle_action, str(chosen.id), ActionOutcome.TRANSFERRED, None, values["note"], to,
                then=self._transferred, undo=settled(chosen, ActionOutcome.TRANSFERRED),
            )  # fmt: skip

        same: list[tuple[str, object]] = [(tr("as now"), None), *((each.value, each) for each in Service)]
        AskForm(
            self.window(), tr("Transfer the action"), f"{chosen.owner}: {chosen.text}",
            (
                ("owner", tr("New o&wner"), QLineEdit()), ("service", tr("Ser&vice"), Pick(tr("Service"), same)),
                ("due", tr("By, where it is another da&y"), DayEdit(tr("Due"), self.desk.today)),
                ("note", tr("N&ote"), QLineEdit()),
            ),
            tr("Transfer"), do, about=str(chosen.id),
        ).open()  # fmt: skip

    def _transferred(self, row: ActionRow) -> None:
        self.notice.say(tr("Action {id} is transferred and goes on with its new owner.", id=row.id), "good")
        self.refresh()

    def open_case(self) -> None:
        """The case the chosen action is about."""
        if (chosen := self.table.current()) is not None:
            self.open("case", prn=chosen.prn)

    def to_slips(self) -> None:
        """Each owner's own actions leave as a numbered copy of theirs."""
        self.open("packs-slips")

    def acts(self) -> Sequence[Action]:
        def some() -> bool:
            return self.table.current() is not None

        turns = (
            ("actions.done", tr("Action &done"), ActionOutcome.DONE),
            ("actions.overtaken", tr("Action &overtaken"), ActionOutcome.OVERTAKEN),
            ("actions.not-done", tr("Action &not done"), ActionOutcome.NOT_DONE),
            ("actions.transfer", tr("&Transfer the action…"), ActionOutcome.TRANSFERRED),
        )
        return (
            *(
                Action(key, "Meeting", text, partial(self.settle, outcome), needs=settle_action, enabled=some)
                for key, text, outcome in turns
            ),
            Action(
                "actions.slips",
                "Meeting",
                tr("&Print slips…"),
                self.to_slips,
                keys="Ctrl+P",
                needs=reserve_slips,
                after_line=True,
            ),
        )

    def more_keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("D", tr("Done")),
            ("O", tr("Overtaken")),
            ("N", tr("Not done")),
            ("T", tr("Transferred")),
            ("U", tr("Open again")),
        )

    def search(self) -> QWidget | None:
        return self.box

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.listing)

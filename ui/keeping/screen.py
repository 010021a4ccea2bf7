"""Keeping and disposal: whose time is up, what is held, what waits for a chair, and certificates (need A7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.domain.dates import show_date
from app.domain.disposal import ClassRow, DisposalEvent, DisposalRow, DisposalState, DueRow, HoldRow
from app.domain.words import Topic
from app.usecases.disposal import (
    Certificate,
    approve_disposal,
    decline_disposal,
    disposal_classes,
    due_disposals,
    hold,
    list_disposals,
    list_holds,
    print_certificate,
    propose_disposal,
    release_hold,
    set_disposal_class,
)
from ui import words
from ui.case.steps import MISTAKE
from ui.keeping.columns import CLASSES, DISPOSALS, DUE, HOLDS
from ui.models import RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.undo import Call, Step
from ui.widgets.ask import SEALED, AskForm, Values
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pick import DayEdit, Pick
from ui.widgets.saving import save_pdf

_VIEWS = (
    (tr("Whose time is up"), "due"),
    (tr("Holds"), "holds"),
    (tr("Proposed and destroyed"), "disposals"),
    (tr("Classes"), "classes"),
)
_NONE = {
    "due": (tr("Nobody's time is up"), tr("Nothing has to be destroyed on that day.")),
    "holds": (tr("Nobody is held"), tr("A hold keeps everything about a person until it is released.")),
    "disposals": (
        tr("Nothing proposed, nothing destroyed"),
        tr("What is due is proposed from the first list."),
    ),
    "classes": (tr("No class"), tr("A chair adds a class with the authority it rests on.")),
}
_FOR_GOOD = tr(
    "Everything about this person is destroyed for good: their record, history, search words, what Police said, and "
    "their lines in agendas and minutes. Nothing brings it back but a backup made before. Type the PRN to go on."
)


class KeepingScreen(Screen):
    """Four lists, one at a time, each with what may be done there."""

    name: ClassVar[str] = "keeping"
    title: ClassVar[str] = tr("Keeping and disposal")
    section: ClassVar[str] = "settings"
    help_page: ClassVar[str] = "keeping"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.DISPOSALS, Topic.CASES})
    needs = list_disposals
    states: ClassVar[Mapping[str, str]] = {
        "holds": "show_holds",
        "disposals": "show_disposals",
        "classes": "show_classes",
        "confirm": "show_confirm",
    }

    def build(self) -> None:
        self.view = Pick(tr("List"), list(_VIEWS))
        self.on = DayEdit(tr("On day"), self.desk.today)
        self.on_label = label(tr("on"), wrap=False)
        self.propose_button = button(tr("Propose…"), self.propose, look="first")
        self.hold_button = button(tr("Hold…"), self.ask_hold)
        self.release_button = button(tr("Release the hold…"), self.ask_release)
        self.approve_button = button(tr("Destroy…"), self.ask_approve, look="first")
        self.decline_button = button(tr("Decline…"), self.ask_decline)
        self.certificate_button = button(tr("Certificate…"), self.certificate)
        self.class_button = button(tr("Word a class…"), self.ask_class)
        self.body.addWidget(
            flow(
                (label(tr("Show"), wrap=False), self.view),
                (self.on_label, self.on, self.on.said),
                self.propose_button,
                self.hold_button,
                self.release_button,
                self.approve_button,
                self.decline_button,
                self.certificate_button,
                self.class_button,
            )
        )
        self.told = label("", "muted")
        self.body.addWidget(self.told)
        self.tables: dict[str, tuple[RowTable[Any], Table]] = {}
        self.stack = QStackedWidget()
        for columns, (title, key) in zip((DUE, HOLDS, DISPOSALS, CLASSES), _VIEWS, strict=True):
            model: RowTable[Any] = RowTable(columns, self)  # type: ignore[arg-type]  # each its own kind of row
            table = Table(model, title)
            self.tables[key] = model, table
            self.stack.addWidget(table)
        self.empty = EmptyState()
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)

    def connect_up(self) -> None:
        self.view.activated.connect(lambda: self.turn_to(self.key))
        self.on.editingFinished.connect(self.refresh)
        for _, table in self.tables.values():
            table.selectionModel().currentRowChanged.connect(lambda *_: self.offer())

    @property
    def key(self) -> str:
        """Which list is shown."""
        return str(self.view.value or "due")

    def turn_to(self, key: str) -> None:
        """Show another list, and read it."""
        self.view.set_value(key)
        self.refresh()

    def refresh(self) -> None:
        key = self.key
        if key == "due":
            self.ask(
                due_disposals, self.on.day, self.desk.forum, then=self.fill, saying=tr("Reading who is due")
            )
        elif key == "holds":
            self.ask(list_holds, then=self.fill)
        elif key == "classes":
            self.ask(disposal_classes, then=self.fill)
        else:
            self.ask(list_disposals, then=self.fill)

    def fill(self, rows: Sequence[Any]) -> None:
        """Show the rows of the list that was asked for."""
        model, table = self.tables[self.key]
        model.set_rows(list(rows))
        self.stack.setCurrentWidget(table if rows else self.empty)
        if rows and not table.currentIndex().isValid():
            table.setCurrentIndex(model.index(0, 0))
        title, sentence = _NONE[self.key]
        self.empty.say(title, sentence)
        unnamed = self.key == "classes" and any(not row.has_authority for row in rows)
        self.told.setText(
            tr("No authority is named yet: a chair enters the agency's own before the first disposal.")
            if unnamed
            else ""
        )
        self.told.setVisible(unnamed)
        self.tell_status(words.counted(len(rows), "line", "lines"))
        self.offer()

    def chosen(self) -> Any:
        """The row under the keyboard in the list that is shown, or None."""
        _, table = self.tables[self.key]
        return table.current() if self.stack.currentWidget() is table else None

    def offer(self) -> None:
        """Show what may be done in this list, and grey what the chosen row or the rule does not allow."""
        key, row, desk = self.key, self.chosen(), self.desk
        due = row if isinstance(row, DueRow) else None
        held = row if isinstance(row, HoldRow) else None
        one = row if isinstance(row, DisposalRow) else None
        waits = one is not None and one.state.waits
        for widget, where, may in (
            (self.on, "due", True),
            (self.on_label, "due", True),
            (
                self.propose_button,
                "due",
                due is not None and not due.held and not due.proposed and desk.may(propose_disposal),
            ),
            (self.hold_button, "due", desk.may(hold)),
            (
                self.release_button,
                "holds",
                held is not None and not held.released_at and desk.may(release_hold),
            ),
            (
                self.approve_button,
                "disposals",
                waits and one is not None and one.proposed_by != desk.name and desk.may(approve_disposal),
            ),
            (self.decline_button, "disposals", waits and desk.may(decline_disposal)),
            (self.certificate_button, "disposals", one is not None and one.state is DisposalState.DONE),
            (self.class_button, "classes", desk.may(set_disposal_class)),
        ):
            widget.setVisible(key == where)
            widget.setEnabled(may)

    # What is done.

    def propose(self) -> None:
        """Propose the chosen person, under the class their time rests on."""
        row = self.chosen()
        if not isinstance(row, DueRow):
            return

        def do(_values: Values, form: AskForm) -> None:
            form.asking(self, propose_disposal, row.prn, row.class_code, then=self._proposed)

        told = tr(
            "{surname}, {given_names} (PRN {prn}), due {due} under {class_name}.",
            surname=row.surname,
            given_names=row.given_names,
            prn=row.prn,
            due=show_date(row.due),
            class_name=row.class_name,
        )
        AskForm(
            self.window(),
            tr("Propose that records are destroyed"),
            tr("{told} Another chair approves.", told=told),
            (),
            tr("Propose"),
            do,
        ).open()

    def _proposed(self, row: DisposalRow) -> None:
        unnamed = (
            ""
            if row.has_authority
            else tr(" Its class names no authority yet: without one nothing is destroyed.")
        )
        self.notice.say(
            tr("Disposal {id} waits for a chair other than you.{unnamed}", id=row.id, unnamed=unnamed), "good"
        )

    def ask_hold(self) -> None:
        """Hold somebody: the chosen person, or whoever's PRN is typed."""
        prn = QLineEdit()
        row = self.chosen()
        prn.setText(row.prn if isinstance(row, DueRow) else "")

        def do(values: Values, form: AskForm) -> None:
            who = str(values["prn"]).strip()
            form.asking(
                self,
                hold,
                who,
                values["reason"],
                then=lambda _none: self.notice.say(
                    tr("{who} is held: nothing is destroyed.", who=who), "good"
                ),
                undo=Step(tr("Hold on PRN {who}", who=who), lambda _none: Call(release_hold, who, MISTAKE)),
            )

        fields = (("prn", "PRN", prn), ("reason", tr("Why"), QLineEdit()))
        AskForm(
            self.window(), tr("Hold"), tr("Nothing about a person who is held is destroyed."), fields, tr("Hold"), do,
            about=prn.text(),
        ).open()  # fmt: skip

    def ask_release(self) -> None:
        """Release the chosen hold, with the reason."""
        row = self.chosen()
        if not isinstance(row, HoldRow):
            return

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self,
                release_hold,
                row.prn,
                values["reason"],
                then=lambda _none: self.notice.say(tr("The hold on {prn} is released.", prn=row.prn), "good"),
                undo=Step(
                    tr("Release of the hold on PRN {prn}", prn=row.prn),
                    lambda _none: Call(hold, row.prn, row.reason),
                ),
            )

        fields = (("reason", tr("Why is it released"), QLineEdit()),)
        AskForm(
            self.window(),
            tr("Release the hold"),
            tr("Held because: {reason}.", reason=row.reason),
            fields,
            tr("Release"),
            do,
            about=row.prn,
        ).open()

    def ask_approve(self) -> None:
        """Destroy what is proposed, once the PRN is typed: there is no way back."""
        row = self.chosen()
        if isinstance(row, DisposalRow):
            self._confirm(row)

    def _confirm(self, row: DisposalRow) -> None:
        def do(values: Values, form: AskForm) -> None:
            if str(values["number"]).strip() != row.prn:
                form.say(
                    tr("That is not the PRN of disposal {id}; nothing was destroyed.", id=row.id),
                    form.field("number"),
                )
                return
            form.asking(self, approve_disposal, str(row.id), then=self._done)

        told = tr(
            "Disposal {id}: {name} (PRN {prn}), {class_name}. {for_good}",
            id=row.id,
            name=row.name,
            prn=row.prn,
            class_name=row.class_name,
            for_good=_FOR_GOOD,
        )
        number = QLineEdit()
        number.setProperty(
            SEALED, True
        )  # typed each time: a number that came back by itself would be no second look
        fields = (("number", "PRN", number),)
        AskForm(
            self.window(), tr("Destroy for good"), told, fields, tr("Destroy for good"), do, grave=True
        ).open()

    def _done(self, row: DisposalRow) -> None:
        self.notice.say(
            tr(
                "Disposal {id} is done: {total:,} rows are destroyed. Save its certificate.",
                id=row.id,
                total=row.total,
            ),
            "good",
            (tr("Save the certificate"), lambda: self._certificate(row.id)),
        )

    def ask_decline(self) -> None:
        """Leave the records as they are."""
        row = self.chosen()
        if not isinstance(row, DisposalRow):
            return

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self,
                decline_disposal,
                str(row.id),
                values["reason"],
                then=lambda _row: self.notice.say(tr("Declined; the records stay."), "good"),
            )

        fields = (("reason", tr("Why is it declined"), QLineEdit()),)
        AskForm(
            self.window(),
            tr("Decline the disposal"),
            tr("Disposal {id}: {name}.", id=row.id, name=row.name),
            fields,
            tr("Decline"),
            do,
        ).open()

    def certificate(self) -> None:
        """Save the certificate of the chosen disposal."""
        row = self.chosen()
        if isinstance(row, DisposalRow):
            self._certificate(row.id)

    def _certificate(self, number: int) -> None:
        self.ask(print_certificate, str(number), then=self.save, saying=tr("Making the certificate"))

    def save(self, made: Certificate) -> None:
        """Ask where the certificate goes, and write it whole."""
        save_pdf(
            self, tr("Save the certificate"), f"certificate-of-disposal-{made.row.id}.pdf", made.pdf,
            lambda file: tr("The certificate of disposal {id} is in {file}.", id=made.row.id, file=file),
        )  # fmt: skip

    def ask_class(self) -> None:
        """Word the chosen class anew, or another code: a new one."""
        row = self.chosen()
        known = row if isinstance(row, ClassRow) else None
        code, name, years, source = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        event = Pick(tr("Begins when"), [(each.value, each) for each in DisposalEvent])
        if known is not None:
            for box, text in ((code, known.code), (name, known.name), (years, str(known.years))):
                box.setText(text)
            source.setText(known.source if known.has_authority else "")
            event.set_value(known.event)

        def do(values: Values, form: AskForm) -> None:
            if not str(values["years"]).strip().isdigit():
                form.say(tr("Write the years as a number, such as 10."), form.field("years"))
                return
            form.asking(
                self,
                set_disposal_class,
                values["code"],
                values["name"],
                values["event"],
                int(str(values["years"])),
                values["source"],
                then=lambda made: self.notice.say(tr("Class {code} is worded anew.", code=made.code), "good"),
            )

        fields = (
            ("code", tr("Code"), code),
            ("name", tr("Name"), name),
            ("event", tr("Begins when"), event),
            ("years", tr("Years"), years),
            ("source", tr("Source of the rule"), source),
        )
        intro = tr("What was proposed before keeps the words it was proposed under.")
        AskForm(self.window(), tr("Word a class"), intro, fields, tr("Keep"), do).open()

    def panes(self) -> Sequence[QWidget]:
        return (self.view, *(table for _, table in self.tables.values()), self.empty)

    def searched(self) -> QWidget | None:
        shown = self.stack.currentWidget()
        return None if shown is self.empty else shown

    # States for pictures.

    def show_holds(self) -> None:
        self.turn_to("holds")

    def show_disposals(self) -> None:
        self.turn_to("disposals")

    def show_classes(self) -> None:
        self.turn_to("classes")

    def show_confirm(self) -> None:
        """What is asked before anything is destroyed, of somebody made up."""
        today = self.desk.today
        row = DisposalRow(
            id=1, number=7, forum=self.desk.forum, prn="0477315508", name="Brownlie, Corey", class_code="RELEASED",
            class_name="Cases ended by a release", years=10, authority="", event=DisposalEvent.RELEASED,
            event_date=today, due=today, state=DisposalState.PROPOSED, proposed_by="", proposed_at=self.desk.door.now(),
            seq=1, decided_by="", decided_at=None, decided_seq=None, decided_reason="", counts={}, blanked=(),
            mentions=0, checkpoint="",
        )  # fmt: skip
        self._confirm(row)

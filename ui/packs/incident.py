"""A missing copy as an incident: its clock, its steps, and closing it (need K2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.domain.dates import show_moment
from app.domain.incidents import ASKS, Incident, StepRow
from app.domain.packs import show_code
from app.domain.words import IncidentStepName, Topic
from app.usecases.incidents import list_incidents, record_incident_step
from ui import words
from ui.models import Column, RowTable
from ui.packs.words import copy_words
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk


def _named(step: IncidentStepName) -> str:
    return words.capital(step.value)


def columns(each: Incident | None, now: datetime) -> tuple[Column[StepRow], ...]:
    """The columns; what is late of this incident is late as at `now`."""

    def done(step: StepRow) -> str:
        if step.at:
            return f"✓ {show_moment(step.at)}"
        if each is not None and each.closed_at is not None:
            return tr("– closed without it")
        return tr("! late") if step.due < now else tr("○ not yet")

    return (
        Column[StepRow](tr("Step"), lambda step: _named(step.step), width=22),
        Column[StepRow](tr("Due"), lambda step: show_moment(step.due), width=16),
        Column[StepRow](tr("Done"), done, width=19, strong=lambda step: step.at is None),
        Column[StepRow](tr("By"), lambda step: step.who or "—", width=18, goes=1),
        Column[StepRow](
            tr("What was done"), lambda step: step.note or ASKS[step.step], width=40, stretch=True
        ),
    )


class IncidentScreen(Screen):
    """One missing copy at a time."""

    name: ClassVar[str] = "packs-incident"
    title: ClassVar[str] = tr("Missing copies")
    section: ClassVar[str] = "packs"
    help_page: ClassVar[str] = "packs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PACKS})
    needs = list_incidents
    states: ClassVar[Mapping[str, str]] = {"step": "record"}

    def build(self) -> None:
        self.code = ""
        self.rows: tuple[Incident, ...] = ()
        self.pick = Pick(tr("Missing copy"))
        self.step_button = button(tr("&Record the next step…"), self.record, look="first")
        self.close_button = button(tr("C&lose the incident…"), self.close_incident)
        self.ledger_button = button(tr("To the led&ger"), self.to_ledger)
        self.body.addWidget(
            flow(
                (buddy(tr("&Copy"), self.pick), self.pick),
                self.step_button,
                self.close_button,
                self.ledger_button,
            )
        )
        self.clock = label("", "heading")
        self.about = label("")
        self.body.addWidget(card(self.clock, self.about))
        self.model = RowTable(columns(None, self.desk.door.now()), self)
        self.table = Table(self.model, tr("Steps about the missing copy"))
        self.table.setMinimumHeight(scaled(220))
        self.listing = Listing(
            self.table, tr("No copy is missing"), tr("A copy recorded as missing stands here with its clock.")
        )
        self.listing.setMinimumHeight(scaled(220))
        self.body.addWidget(self.listing, 1)

    def connect_up(self) -> None:
        self.pick.activated.connect(lambda _index: self.show_incident(str(self.pick.value)))
        self.table.opened.connect(lambda _row: self.record())

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        del desk
        return {}

    def go(self, **where: object) -> None:
        self.code = str(where.get("code", "")) or self.code
        self.stale = True

    def refresh(self) -> None:
        if self.desk.forum:
            self.ask(list_incidents, self.desk.forum, then=self.fill, saying=tr("Reading the missing copies"))
        else:
            self.stale = False
            self.fill(())

    def fill(self, rows: tuple[Incident, ...]) -> None:
        """Show them, the open ones first."""
        self.rows = rows
        self.pick.set_choices(
            (
                tr(
                    "{copy} of {meeting_code}, {holder}",
                    copy=copy_words(each.copy),
                    meeting_code=each.copy.meeting_code,
                    holder=each.copy.holder,
                ),
                each.copy.code,
            )
            for each in rows
        )
        self.show_incident(self.code if any(each.copy.code == self.code for each in rows) else "")

    @property
    def incident(self) -> Incident | None:
        return next((each for each in self.rows if each.copy.code == self.code), None)

    def show_incident(self, code: str) -> None:
        """One of them, the first where none is named."""
        self.code = code or (self.rows[0].copy.code if self.rows else "")
        if self.code:
            self.pick.set_value(self.code)
        each = self.incident
        for part in (self.clock, self.about, self.pick):
            part.setVisible(each is not None)
        self.listing.show_rows(each)
        may = self.desk.may(record_incident_step)
        self.step_button.setEnabled(each is not None and may and each.next_step() is not None)
        self.close_button.setEnabled(
            each is not None and may and each.closed_at is None and (each.found or each.next_step() is None)
        )
        waiting = sum(one.closed_at is None for one in self.rows)
        self.tell_status(
            tr(
                "{waiting} open of {rows}",
                waiting=waiting,
                rows=words.counted(len(self.rows), "missing copy", "missing copies"),
            )
        )
        if each is None:
            self.clock.setText("")
            return
        now = self.desk.door.now()
        self.clock.setText(words.capital(each.clock(now)))
        found = tr("It was found and counted in. ") if each.found else ""
        closed = (
            tr(
                " Closed {closed_at} by {closed_by}: {closing}",
                closed_at=show_moment(each.closed_at),
                closed_by=each.closed_by,
                closing=each.closing,
            )
            if each.closed_at
            else ""
        )
        self.about.setText(
            tr(
                "{copy} of {meeting_code}, code {code}, "
                "{holder}, {service}. Recorded as missing {opened_at}. "
                "{found}{last_seen}{closed}",
                copy=copy_words(each.copy).capitalize(),
                meeting_code=each.copy.meeting_code,
                code=show_code(each.copy.code),
                holder=each.copy.holder,
                service=each.copy.service,
                opened_at=show_moment(each.opened_at),
                found=found,
                last_seen=each.last_seen,
                closed=closed,
            )
        )
        self.model.set_columns(columns(each, now))
        self.model.set_rows(each.steps)

    def record(self) -> None:
        """Ask what was done about the step that is due next."""
        each = self.incident
        step = each.next_step() if each else None
        if step is not None and self.step_button.isEnabled():
            self._ask(step.step, _named(step.step), ASKS[step.step])

    def close_incident(self) -> None:
        """Ask what the closing says."""
        if self.close_button.isEnabled():
            self._ask(IncidentStepName.CLOSED, tr("Close the incident"), ASKS[IncidentStepName.CLOSED])

    def _ask(self, step: IncidentStepName, title: str, intro: str) -> None:
        def do(values: Values, form: AskForm) -> None:
            form.asking(self, record_incident_step, self.code, step, str(values["note"]), then=self._recorded)

        fields = (("note", tr("&What was done, by whom, when"), long_text(3)),)
        form = AskForm(self.window(), title, intro, fields, tr("Record it"), do)
        form.open()
        form.field("note").setFocus()

    def _recorded(self, _incident: Incident) -> None:
        self.saved()
        self.refresh()

    def to_ledger(self) -> None:
        each = self.incident
        self.open("packs", **({"meeting": each.copy.meeting_code} if each else {}))

    def panes(self) -> Sequence[QWidget]:
        return (self.pick, self.listing)

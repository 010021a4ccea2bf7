"""Who is here: by service, the quorum in words, newcomers, visitors for one case, and the statement (need M5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.attendance import AttendanceDraft, AttendanceView, InvitedRow, VisitDraft, VisitRow
from app.domain.dates import AUCKLAND
from app.domain.errors import Refused
from app.domain.names import fold
from app.domain.words import Presence, Service
from ui.models import Column, RowTable
from ui.run.lists import LetterTable, scrolling
from ui.theme import relook, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.pick import Pick


class _Person(NamedTuple):
    service: str
    name: str
    role: str
    words: str
    heard: str
    visit: VisitRow | None
    expected: Service | None = None
    """The service of somebody who is invited and not recorded yet."""


COLUMNS = (
    Column[_Person](
        tr("Name"), lambda row: row.name, width=24, told=lambda row: f"{row.name}, {row.service}, {row.words}"
    ),
    Column[_Person](tr("Service"), lambda row: row.service, width=22),
    Column[_Person](tr("Role"), lambda row: row.role, width=18),
    Column[_Person](tr("Here"), lambda row: row.words, width=28, stretch=True),
    Column[_Person](tr("Statement"), lambda row: row.heard, width=20),
)


class AttendancePane(QWidget):
    """Asks for one person at a time; the screen asks the door."""

    attend_asked = Signal(object)
    visit_asked = Signal(object)
    expected: tuple[InvitedRow, ...] = ()
    """Who was invited, so that nobody types the names of a list that the program has."""
    read_asked = Signal()
    wrong = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.case = ""
        """How the case in hand is called, where somebody may be here for it alone."""
        self.head = label(tr("Who is here"), "title", wrap=False)
        self.quorum = label("", "warn")
        self.statement = label("", "warn")
        self.read = button(tr("The &statement was read"), self.read_asked.emit)
        self.model = RowTable(COLUMNS, self)
        self.table = LetterTable(
            self.model,
            tr("People at the meeting"),
            none=tr("Nobody is recorded yet: name above who is here."),
        )
        self.name = QLineEdit()
        self.service = Pick(tr("Service"), ((each.value.capitalize(), each) for each in Service))
        self.presence = Pick(tr("Here, or not"), ((each.value, each) for each in Presence))
        self.role = QLineEdit()
        self.one_case = QCheckBox("")
        self.add = button(tr("&Add"), self._add, look="first")
        self.gone = button(tr("&Gone out now"), self._gone)
        self.gone.setEnabled(False)
        self.here = button(tr("&Is here (Enter)"), lambda: self._is_here(self.table.current()))
        self.here.setEnabled(False)
        self.table.picked.connect(self._picked)
        self.table.opened.connect(self._is_here)
        layout = scrolling(self)
        layout.setContentsMargins(0, 0, scaled(8), 0)
        layout.setSpacing(scaled(8))
        for part in (self.head, self.quorum, self.statement):
            layout.addWidget(part)
        layout.addWidget(
            flow(
                buddy(tr("&Name"), self.name), self.name, buddy(tr("Se&rvice"), self.service), self.service,
                self.presence, buddy(tr("R&ole"), self.role), self.role, self.one_case, self.add,
            )
        )  # fmt: skip
        layout.addWidget(flow(self.here, self.read, self.gone))
        layout.addWidget(self.table, 1)  # under what names people, which is seen without scrolling
        for field in (self.name, self.role):
            field.setMinimumWidth(scaled(170))
            field.returnPressed.connect(self._add)

    # What it shows.

    def show_view(self, view: AttendanceView, case: str) -> None:
        """Who is recorded, and what is missing for a quorum and for the statement."""
        self.case = case
        self.one_case.setText(tr("For {case} only", case=case) if case else tr("For one case only"))
        self.one_case.setEnabled(bool(case))
        kept = self.table.current()
        self.model.set_rows(
            [
                *(
                    _Person(row.service.value, row.name, row.role, row.words, _heard(row.read_to), None)
                    for row in view.people
                ),
                *(
                    _Person(row.service.value, row.name, row.role, row.words, _heard(row.read_to), row)
                    for row in view.visits
                ),
                *self._not_recorded(view),
            ]
        )
        number = next((i for i, row in enumerate(self.model.rows) if _is_next(row, kept)), 0)
        self.table.setCurrentIndex(self.model.index(number, 0))
        self.quorum.setText(tr("Quorum. {quorum}", quorum=view.quorum_words or tr("Nobody is recorded yet.")))
        relook(self.quorum, "warn" if view.lacks or not view.people else "good")
        self._say_statement(view)

    def _not_recorded(self, view: AttendanceView) -> Iterator[_Person]:
        """Who was invited for a service and is neither recorded nor has somebody in their stead."""
        told = {fold(name) for row in view.people for name in (row.name, row.stands_for) if name}
        for each in self.expected:
            service = next((one for one in Service if one.value == each.service), None)
            if service is not None and fold(each.name) not in told:
                yield _Person(each.service, each.name, "", tr("○ invited, not recorded"), "", None, service)

    def _say_statement(self, view: AttendanceView) -> None:
        if not view.readings:
            told = tr("The confidentiality statement is not recorded as read.")
        else:
            at = view.readings[-1].at.astimezone(AUCKLAND)
            told = tr(
                "The confidentiality statement was read at {at:%H:%M} by {by}.",
                at=at,
                by=view.readings[-1].read_by,
            )
            if view.not_read_to:
                told += tr(
                    " Read it again for the newcomers: {not_read_to}.",
                    not_read_to=", ".join(view.not_read_to),
                )
        self.statement.setText(told)
        good = bool(view.readings) and not view.not_read_to
        relook(self.statement, "good" if good else "warn")
        self.read.setText(
            tr("The &statement was read again") if view.readings else tr("The &statement was read")
        )

    def names(self) -> tuple[str, ...]:
        """Everybody recorded: who may pull a case to the table."""
        return tuple(dict.fromkeys(row.name for row in self.model.rows if row.expected is None))

    # What it asks for.

    def _time(self) -> time:
        return self._now().astimezone(AUCKLAND).time().replace(second=0, microsecond=0)

    def _picked(self, row: _Person | None) -> None:
        self.gone.setEnabled(bool(row and row.visit))
        self.here.setEnabled(bool(row and row.expected))

    def _is_here(self, row: _Person | None) -> None:
        """Record somebody invited as present; the next of them comes under the keyboard."""
        if row is not None and row.expected is not None:
            self.attend_asked.emit(AttendanceDraft(row.expected, row.name, Presence.PRESENT))

    def _add(self) -> None:
        service, presence = self.service.value, self.presence.value
        if not isinstance(service, Service) or not isinstance(presence, Presence):
            return
        try:
            if self.one_case.isChecked() and self.case:
                self.visit_asked.emit(VisitDraft(service, self.name.text(), self.role.text(), self._time()))
            else:
                self.attend_asked.emit(AttendanceDraft(service, self.name.text(), presence, self.role.text()))
        except Refused as refused:
            self.wrong.emit(refused.sentence)
            self.name.setFocus()

    def added(self) -> None:
        """It is saved: ready for the next name, or the next of those invited."""
        if self.table.hasFocus() or self.here.hasFocus():
            return
        self.name.clear()
        self.role.clear()
        self.one_case.setChecked(False)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self) -> None:
        row = self.table.current()
        if row is None or row.visit is None:
            return
        visit = row.visit
        try:
            self.visit_asked.emit(VisitDraft(visit.service, visit.name, visit.role, visit.came, self._time()))
        except Refused as refused:
            self.wrong.emit(refused.sentence)


def _is_next(row: _Person, kept: _Person | None) -> bool:
    """Where the keyboard goes: to the same row, and from somebody who was recorded to the next who is not."""
    if kept is None:
        return row.expected is not None
    if kept.expected is not None:
        return row.expected is not None and (row.service, fold(row.name)) >= (kept.service, fold(kept.name))
    return row.expected is None and row.name == kept.name


def _heard(read_to: bool | None) -> str:
    if read_to is None:
        return ""
    return tr("✓ has heard it") if read_to else tr("! has not heard it")

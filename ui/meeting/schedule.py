"""The form that puts a meeting into the schedule, with the chair proposed and the Police day worked out (M1, T3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.dates import is_working_day, show_long_date
from app.domain.meeting import CHAIR_SERVICES, MeetingRow, police_due_day, propose_chair_service
from app.domain.register import REGIONS
from app.domain.words import MeetingKind, Service
from ui.desk import QtDesk
from ui.meeting.words import service_words
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.pick import DayEdit, Pick


class ScheduleForm(QFrame):
    """Day, kind and chair. Reads the day back in words and says when Police's workbook is due."""

    asked = Signal(date, object, object)
    closed = Signal()

    def __init__(self, desk: QtDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: Sequence[MeetingRow] = ()
        self._proposed: Service | None = None
        self.setProperty("look", "card")
        self.day = DayEdit(tr("Day of the meeting"), desk.today)
        self.kind = Pick(tr("Kind of meeting"), [(kind.value, kind) for kind in MeetingKind])
        self.chair = Pick(tr("Service that chairs"))
        self.told = label("")
        self.add = button(tr("Add to the s&chedule"), self.ask, look="first")
        self.leave = button(tr("Cancel"), self.closed.emit)
        layout = QVBoxLayout(self)
        layout.addWidget(label(tr("A meeting for the schedule"), "heading"))
        layout.addWidget(
            flow(
                (buddy(tr("&Day"), self.day), self.day), (buddy(tr("&Kind"), self.kind), self.kind),
                (buddy(tr("Chai&r from"), self.chair), self.chair),
            )
        )  # fmt: skip
        layout.addWidget(self.told)
        layout.addLayout(row(self.add, self.leave, None))
        self.day.textChanged.connect(self._day_typed)
        self.day.returnPressed.connect(self.ask)
        self._chairs()

    def know(self, rows: Sequence[MeetingRow]) -> None:
        """The meetings there are: whose turn the chair is follows from the one before."""
        self.rows = rows
        self._chairs()

    def open_for(self, rows: Sequence[MeetingRow]) -> None:
        """Show the form, empty."""
        self.know(rows)
        self.enable(True)
        self.day.clear()
        self._day_typed()
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        self.day.clear()
        self.hide()

    def enable(self, on: bool) -> None:
        self.add.setEnabled(on)

    def ask(self) -> None:
        """Hand over what is chosen, or say what is wrong with the day."""
        day = self.day.day
        if day is None:
            self.told.setText(
                tr("“{day}” is not a day; write dd/mm/yyyy.", day=self.day.text())
                if self.day.text()
                else tr("Write the day of the meeting.")
            )
            self.day.setFocus()
            return
        self.enable(False)
        self.asked.emit(day, self.kind.value, self.chair.value)

    def _chairs(self) -> None:
        day = self.day.day
        earlier = [each for each in self.rows if day is None or each.date < day]
        proposed = propose_chair_service(earlier[-1].chair_service if earlier else None)
        others = [*CHAIR_SERVICES, *(each for each in Service if each not in CHAIR_SERVICES)]
        was = self._proposed
        self.chair.set_choices(
            (service_words(each) + (tr(", whose turn it is") if each is proposed else ""), each)
            for each in others
        )
        if was is None or self.chair.value == was:
            self.chair.set_value(proposed)
        self._proposed = proposed

    def _day_typed(self) -> None:
        self._chairs()
        day = self.day.day
        if day is None:
            self.told.setText(tr("The day the Police workbook is due back follows from the meeting's day."))
            return
        if taken := next((each for each in self.rows if each.date == day), None):
            self.told.setText(
                tr("{day} has a meeting already ({kind}).", day=show_long_date(day), kind=taken.kind.value)
            )
            return
        region = self.desk.forum_row.region if self.desk.forum_row else ""

        def find() -> tuple[date, bool]:
            return police_due_day(day, region), is_working_day(day, region)

        self.desk.tasks.run(find, lambda found: self._tell(day, region, *found), owner=self)

    def _tell(self, day: date, region: str, due: date, works: bool) -> None:
        if day != self.day.day:
            return
        where = REGIONS.get(region, tr("New Zealand"))
        off = "" if works else tr(" That is no working day.")
        self.told.setText(
            tr(
                "{day}.{off} The Police workbook is due back {due}, ten working days before ({where}).",
                day=show_long_date(day),
                off=off,
                due=show_long_date(due),
                where=where,
            )
        )

"""The year's meetings as a list and a calendar, and the schedule (need M1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.meeting import MeetingRow
from app.domain.words import MeetingState, Topic
from app.usecases.agenda import see_agenda
from app.usecases.evaluation import see_evaluations
from app.usecases.forecast import forecast_agendas
from app.usecases.meeting import list_actions, list_meetings, schedule_meeting
from app.usecases.minutes import see_minutes
from app.usecases.plan import set_policy
from ui import words
from ui.actions import Action
from ui.meeting.policy import ask_policy
from ui.meeting.schedule import ScheduleForm
from ui.meeting.words import away, service_words, short_day, state_words
from ui.meeting.year import DUE, MEETING, YearPicture
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, stand_behind
from ui.widgets.listing import Listing
from ui.widgets.scroll import takes_the_rest


class MeetingsScreen(Screen):
    """Every meeting of a year; Enter opens its agenda."""

    name: ClassVar[str] = "meetings"
    comes_next = ("meeting-agenda",)
    title: ClassVar[str] = tr("Meetings")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "meetings"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.FORUMS})
    needs = list_meetings
    states: ClassVar[Mapping[str, str]] = {
        "schedule": "schedule",
        "empty-year": "show_empty_year",
        "policy": "show_policy",
    }

    def build(self) -> None:
        today = self.desk.today
        self.rows: tuple[MeetingRow, ...] = ()
        self.year = 0
        self.before = button("◀", lambda: self.turn(self.year - 1))
        self.before.setAccessibleName(tr("Year before"))
        self.after = button("▶", lambda: self.turn(self.year + 1))
        self.after.setAccessibleName(tr("Year after"))
        self.year_label = label(str(today.year), "heading", wrap=False)
        self.schedule_button = button(tr("&Schedule a meeting…"), self.schedule, look="first")
        self.open_button = button(tr("Open a&genda"), lambda: self.open_agenda(self.table.current()))
        self.minutes_button = button(tr("Mi&nutes"), self.open_minutes)
        self.actions_button = button(tr("&Actions"), self.open_actions)
        self.evaluation_button = button(tr("Eval&uation"), self.open_evaluation)
        self.forecast_button = button(tr("&Look ahead…"), self.look_ahead)
        self.body.addWidget(
            flow(
                (self.before, self.year_label, self.after),
                self.schedule_button,
                self.open_button,
                self.minutes_button,
                self.actions_button,
                self.evaluation_button,
                self.forecast_button,
            )
        )
        self.form = ScheduleForm(self.desk)
        self.form.hide()
        stand_behind(self.schedule_button, self.form)
        self.body.addWidget(self.form)
        self.model = RowTable(self._columns(), self)
        self.table = Table(self.model, tr("Meetings of the year, by day"))
        self.listing = Listing(self.table)
        self.picture = YearPicture(today.year, today)
        self.side = QFrame()
        self.side.setProperty("look", "card")
        column = QVBoxLayout(self.side)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumWidth(self.picture.sizeHint().width() + scaled(16))
        self.area.setWidget(self.picture)
        column.addWidget(self.area, 1)
        column.addWidget(
            label(
                tr("Filled: a meeting. Dashed: a Police workbook is or was due back. Underlined: today."),
                "muted",
            )
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.listing)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        takes_the_rest(splitter)
        self.body.addWidget(splitter, 1)

    def _columns(self) -> tuple[Column[MeetingRow], ...]:
        return (
            Column[MeetingRow](tr("Day"), lambda each: short_day(each.date), width=15, told=self._told),
            Column[MeetingRow](tr("When"), lambda each: away(each.date, self.desk.today), width=11),
            Column[MeetingRow](tr("Agenda"), state_words, width=11),
            Column[MeetingRow](tr("Kind"), lambda each: each.kind.value, width=14),
            Column[MeetingRow](
                tr("Chair from"), lambda each: service_words(each.chair_service), width=21, stretch=True
            ),
            Column[MeetingRow](tr("Police due"), lambda each: short_day(each.police_due), width=15),
        )

    def _told(self, each: MeetingRow) -> str:
        return tr(
            "{short_day}, {kind}, agenda {state}",
            short_day=short_day(each.date),
            kind=each.kind.value,
            state=each.state.value,
        )

    def connect_up(self) -> None:
        self.table.opened.connect(self.open_agenda)
        self.table.picked.connect(self._picked)
        self.picture.day_picked.connect(self._day_clicked)
        self.area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._to_month())
        self.form.asked.connect(self._save)
        self.form.closed.connect(self.close_innermost)

    def refresh(self) -> None:
        for each, case in (
            (self.minutes_button, see_minutes),
            (self.actions_button, list_actions),
            (self.evaluation_button, see_evaluations),
        ):
            each.setEnabled(self.desk.may(case))
        self.schedule_button.setEnabled(bool(self.desk.forum) and self.desk.may(schedule_meeting))
        self.forecast_button.setEnabled(bool(self.desk.forum) and self.desk.may(forecast_agendas))
        self.ask(list_meetings, self.desk.forum, then=self.fill, saying=tr("Reading the meetings"))

    def fill(self, rows: tuple[MeetingRow, ...]) -> None:
        self.rows = rows
        self.form.know(rows)
        coming = self._coming()
        self.turn(self.year or (coming.date if coming else self.desk.today).year)

    def _coming(self) -> MeetingRow | None:
        return next((each for each in self.rows if each.state is not MeetingState.CLOSED), None)

    def turn(self, year: int) -> None:
        """Show another year."""
        kept = self.table.current()
        self.year = year
        shown = [each for each in self.rows if each.date.year == year]
        marks = {each.police_due: DUE for each in self.rows}
        marks |= {each.date: MEETING for each in self.rows}
        self.year_label.setText(str(year))
        self.picture.show_year(year, marks)
        self.model.set_rows(shown)
        if shown:
            self.listing.show_rows()
            wanted = kept.meeting if kept else getattr(self._coming(), "meeting", "")
            self.choose(wanted)
        else:
            self._say_empty(year)
        self._picked(self.table.current())
        self.tell_status(tr("{meetings} in {year}", meetings=words.counted(len(shown), "meeting"), year=year))

    def _say_empty(self, year: int) -> None:
        may = self.schedule_button.isEnabled()
        acts = ((tr("Schedule a meeting"), self.schedule),) if may else ()
        if not self.desk.forum:
            self.listing.say(
                tr("No forum yet"), tr("Meetings belong to a forum; an administrator or a chair adds one.")
            )
        elif may:
            self.listing.say(
                tr("No meeting in {year}", year=year), tr("Put the year's meetings into the schedule."), *acts
            )
        else:
            self.listing.say(
                tr("No meeting in {year}", year=year),
                tr("An administrator or a chair puts meetings into the schedule."),
            )

    def choose(self, meeting: str) -> None:
        """Go to one meeting in the list, the first where it is not there."""
        number = next((i for i, each in enumerate(self.model.rows) if each.meeting == meeting), 0)
        self.table.setCurrentIndex(self.model.index(number, 0))

    def _picked(self, each: MeetingRow | None) -> None:
        self.open_button.setEnabled(each is not None and self.desk.may(see_agenda))
        self._to_month()

    def _to_month(self) -> None:
        """Have the month of the meeting chosen in view, where the calendar has no room for the whole year."""
        if (each := self.table.current()) is not None and each.date.year == self.year:
            place = self.picture.month_place(each.date.month).toRect()
            self.area.ensureVisible(
                place.center().x(), place.center().y(), 0, place.height() // 2 + scaled(4)
            )

    def _day_clicked(self, day: date) -> None:
        if any(each.date == day for each in self.rows):
            self.choose(next(each.meeting for each in self.rows if each.date == day))
            self.table.setFocus()
        elif self.schedule_button.isEnabled():
            self.schedule()
            self.form.day.setText(show_date(day))

    def open_agenda(self, each: MeetingRow | None) -> None:
        """The agenda of the meeting chosen."""
        if each is None:
            return
        if not self.desk.may(see_agenda):
            self.notice.say(
                tr("You may not see this forum's agenda. Ask a chair for another role if you need it.")
            )
            return
        self.open("meeting-agenda", meeting=each.meeting)

    def open_minutes(self) -> None:
        """The minutes of the meeting chosen, where it is closed; else the last ones there are."""
        chosen = self.table.current()
        closed = chosen is not None and chosen.state is MeetingState.CLOSED
        self.open("meeting-minutes", meeting=chosen.meeting if chosen and closed else "")

    def open_actions(self) -> None:
        self.open("meeting-actions")

    def open_evaluation(self) -> None:
        self.open("meeting-evaluation")

    def look_ahead(self) -> None:
        """The coming agendas in cases and minutes."""
        self.open("meeting-forecast")

    def schedule(self) -> None:
        """Open the form for a new meeting."""
        if self.schedule_button.isEnabled():
            self.form.open_for(self.rows)

    def show_policy(self) -> None:
        ask_policy(self)

    def show_empty_year(self) -> None:
        self.turn(self.year + 9)

    def _save(self, day: date, kind: object, chair: object) -> None:
        self.ask(
            schedule_meeting, self.desk.forum, day, kind, chair,
            then=self._saved, otherwise=self._not_saved, saying=tr("Saving the meeting"),
        )  # fmt: skip

    def _saved(self, made: MeetingRow) -> None:
        self.form.close_form()
        self.year = made.date.year
        self.rows = tuple(sorted((*self.rows, made), key=lambda each: each.date))
        self.turn(self.year)
        self.choose(made.meeting)
        self.table.setFocus()
        self.notice.say(
            tr(
                "Scheduled: {short_day}, chair from {service}. "
                "The Police workbook is due back {made_short_day}.",
                short_day=short_day(made.date),
                service=service_words(made.chair_service).lower(),
                made_short_day=short_day(made.police_due),
            ),
            "good",
        )
        self.saved()

    def _not_saved(self, error: Exception) -> None:
        self.form.enable(True)
        self.say_error(error)

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "meetings.open", "Meeting", tr("Open the &agenda"), lambda: self.open_agenda(self.table.current()),
                keys="Ctrl+O", needs=see_agenda, enabled=lambda: self.table.current() is not None,
            ),
            Action(
                "meetings.schedule", "Meeting", tr("&Schedule a meeting…"), self.schedule, keys="Ctrl+N",
                needs=schedule_meeting,
            ),
            Action(
                "meetings.forecast", "Meeting", tr("Look a&head at the coming agendas"), self.look_ahead,
                needs=forecast_agendas,
            ),
            Action(
                "meetings.policy", "Meeting", tr("What the forum wants of &plans…"), lambda: ask_policy(self),
                needs=set_policy,
            ),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.form.day, self.listing)

    def searched(self) -> QWidget | None:
        return self.table if self.table.isVisible() else None

    def close_innermost(self) -> bool:
        if self.form.isVisible():
            self.form.close_form()
            self.table.setFocus()
            return True
        return super().close_innermost()

    def draft(self) -> Mapping[str, str]:
        return {"day": self.form.day.text()} if self.form.isVisible() and self.form.day.text() else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.schedule()
        self.form.day.setText(kept["day"])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= self.picture.sizeHint().width() + scaled(560))

"""The coming agendas in cases and minutes, as a picture and its table; and one meeting a month beside two (need T4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import charts
from app.domain.agenda.forecast import Forecast, ForecastLine, SplitMonth
from app.domain.words import Topic
from app.usecases.forecast import forecast_agendas
from ui import words
from ui.actions import Action
from ui.meeting.words import short_day
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.chart import ChartView
from ui.widgets.flow import flow
from ui.widgets.labels import button, label


def room(line: ForecastLine) -> str:
    """`! 24 min over`, or that it fits."""
    return tr("! {over} min over", over=line.over) if line.over else tr("✓ fits")


def _part(line: ForecastLine) -> str:
    return tr(
        "{cases}, {minutes} min: {room}",
        cases=words.counted(line.cases, "case"),
        minutes=line.minutes,
        room=room(line),
    )


LINES = (
    Column[ForecastLine](tr("Meeting"), lambda r: short_day(r.meeting.day), width=16),
    Column[ForecastLine](
        tr("Kind"), lambda r: r.meeting.kind.value if r.scheduled else tr("not scheduled yet"), width=18
    ),
    Column[ForecastLine](tr("Cases"), lambda r: str(r.cases), width=8, right=True),
    Column[ForecastLine](tr("At the table"), lambda r: str(r.table), width=12, right=True, goes=2),
    Column[ForecastLine](tr("On paper"), lambda r: str(r.paper), width=10, right=True, goes=1),
    Column[ForecastLine](tr("Minutes"), lambda r: str(r.minutes), width=9, right=True),
    Column[ForecastLine](tr("Room"), room, width=16, stretch=True, strong=lambda r: r.over > 0),
    Column[ForecastLine](tr("New by then"), lambda r: str(r.newcomers or "–"), width=12, right=True),
)
MONTHS = (
    Column[SplitMonth](tr("Month"), lambda r: short_day(r.combined.meeting.day), width=16),
    Column[SplitMonth](tr("As one meeting"), lambda r: _part(r.combined), width=30, stretch=True),
    Column[SplitMonth](tr("Preparation (8, 6)"), lambda r: _part(r.preparation), width=30),
    Column[SplitMonth](tr("Sign-off (4, 2, 1)"), lambda r: _part(r.sign_off), width=30),
)


class ForecastScreen(Screen):
    """Eight agendas ahead; nothing here can be changed."""

    name: ClassVar[str] = "meeting-forecast"
    title: ClassVar[str] = tr("Coming agendas")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "meetings"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.CASES, Topic.FORUMS})
    needs = forecast_agendas
    states: ClassVar[Mapping[str, str]] = {"split": "show_split"}

    def build(self) -> None:
        self.is_split = False
        self.split_button = button(tr("What if t&wo meetings shared it"), self.turn)
        self.back_button = button(tr("Meetin&gs"), partial(self.open, "meetings"))
        self.finding = label("", "heading")
        self.told = label(
            tr(
                "Each agenda is made by the agenda rule, as if the milestones named were taken, due "
                "actions settled and "
                "people released on their day. Plans are as they are today; whose planning starts by "
                "then is counted in."
            ),
            "muted",
        )
        self.view = ChartView()
        self.lines_model = RowTable(LINES, self)
        self.lines = Table(self.lines_model, tr("Coming agendas in cases and minutes"))
        self.months_model = RowTable(MONTHS, self)
        self.months = Table(self.months_model, tr("Each month as one meeting and as two"))
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        for table in (self.lines, self.months):
            table.setMinimumHeight(scaled(250))
            inner.addWidget(table)
        self.months.hide()
        self.body.addWidget(flow(self.split_button, self.back_button))
        self.body.addWidget(self.finding)
        self.body.addWidget(self.told)
        self.body.addWidget(self.view)
        self.body.addWidget(below, 1)

    def refresh(self) -> None:
        self.split_button.setEnabled(bool(self.desk.forum))
        if not self.desk.forum:
            self.stale = False
            self.finding.setText(tr("No forum yet"))
            return
        self.ask(
            forecast_agendas, self.desk.forum, self.is_split,
            then=self.fill, otherwise=self._not_split if self.is_split else None, saying=tr("Looking ahead"),
        )  # fmt: skip

    def fill(self, found: Forecast) -> None:
        """Show a forecast."""
        is_split = bool(found.split)
        self.finding.setText(f"{found.split_finding if is_split else found.finding}.")
        self.lines_model.set_rows(found.lines)
        self.months_model.set_rows(found.split)
        self.lines.setVisible(not is_split)
        self.months.setVisible(is_split)
        self.split_button.setText(
            tr("One meeting a mo&nth") if is_split else tr("What if t&wo meetings shared it")
        )
        self.view.show_chart(charts.shared(found) if is_split else charts.forecast(found))
        over = sum(line.over > 0 for line in found.lines)
        self.tell_status(tr("{agendas} over the room's length", agendas=words.counted(over, "coming agenda")))

    def _not_split(self, error: Exception) -> None:
        self.is_split = False
        self.say_error(error)

    def turn(self) -> None:
        """One meeting a month, or two."""
        self.is_split = not self.is_split
        self.refresh()

    def show_split(self) -> None:
        self.is_split = True
        self.refresh()

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "forecast.split", "Meeting", tr("One meeting a month, or t&wo"), self.turn,
                needs=forecast_agendas,
            ),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.split_button, self.months if self.is_split else self.lines)

    def searched(self) -> QWidget | None:
        return self.months if self.is_split else self.lines

    def close_innermost(self) -> bool:
        if super().close_innermost():
            return True
        self.open("meetings")
        return True

"""Pictures with their tables: workload, milestones met, Police turnaround, actions, their age, time (need S1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from app.desk import Desk
from app.domain.charts import Chart
from app.domain.dates import show_date
from app.domain.words import Topic
from app.files import write_whole
from app.usecases.figures import FigurePictures, head_office_return, picture_figures
from ui.actions import Action
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.chart import ChartView
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.listing import Listing
from ui.widgets.notice import announce

Cells = tuple[str, ...]


class FiguresScreen(Screen):
    """One picture at a time, its numbers beneath it."""

    name: ClassVar[str] = "figures"
    title: ClassVar[str] = tr("Figures")
    section: ClassVar[str] = "figures"
    help_page: ClassVar[str] = "figures"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CASES, Topic.MEETINGS, Topic.POLICE})
    needs = picture_figures
    states: ClassVar[Mapping[str, str]] = {
        "milestones": "show_milestones",
        "turnaround": "show_turnaround",
        "actions": "show_actions",
        "ages": "show_ages",
        "times": "show_times",
    }

    def build(self) -> None:
        self.pictures: FigurePictures | None = None
        named = Column[Chart](
            tr("Picture"), lambda chart: chart.name, width=26, stretch=True, told=lambda chart: chart.finding
        )
        self.names_model = RowTable((named,), self)
        self.names = Table(self.names_model, tr("Pictures"), of_people=False)
        self.names.setMinimumWidth(letters(self, 25))
        self.finding = label("", "heading")
        self.view = ChartView()
        self.model: RowTable[Cells] = RowTable(_columns((tr("About"), "", "", "")), self)
        self.table = Table(self.model, tr("The numbers of the picture"), of_people=False)
        self.csv_button = button(tr("Save this ta&ble…"), self.choose_csv)
        self.report_button = button(tr("Put in a &report…"), self.choose_report)
        self.return_button = button(tr("Head-&office return…"), self.choose_return)
        self.told = label(
            tr("Counts only. What is saved for a report or for head office hides counts under five."), "muted"
        )
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(scaled(8), 0, 0, 0)
        for part in (self.finding, self.view, self.table):
            inner.addWidget(part)
        inner.setStretch(2, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.names)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 4)
        self.splitter.setChildrenCollapsible(False)
        self.listing = Listing(self.splitter)
        self.body.addWidget(flow(self.csv_button, self.report_button, self.return_button))
        self.body.addWidget(self.told)
        self.body.addWidget(self.listing, 1)

    def connect_up(self) -> None:
        self.names.picked.connect(lambda _chart: self.show_chart(self.names.currentIndex().row()))

    def refresh(self) -> None:
        if not self.desk.forum:
            self.stale = False
            self.listing.say(tr("No forum yet"), tr("Figures are counted by forum: add one first."))
            self._buttons(False)
            return
        self.ask(picture_figures, self.desk.forum, then=self.fill, saying=tr("Counting"))

    def fill(self, pictures: FigurePictures) -> None:
        """Show what was counted, at the picture that was in view."""
        at = max(0, self.names.currentIndex().row())
        self.pictures = pictures
        self.names_model.set_rows(pictures.charts)
        self.listing.show_rows()
        self._buttons(True)
        self.turn_to(at)

    @property
    def chart(self) -> Chart | None:
        at = self.names.currentIndex().row()
        return self.pictures.charts[at] if self.pictures and 0 <= at < len(self.pictures.charts) else None

    def turn_to(self, at: int) -> None:
        """Have another picture chosen (from 0)."""
        self.names.setCurrentIndex(self.names_model.index(at, 0))

    def show_chart(self, at: int) -> None:
        """One of the pictures (from 0), its finding as title and its numbers as a table."""
        if self.pictures is None or not 0 <= at < len(self.pictures.charts):
            return
        chart = self.pictures.charts[at]
        self.table.setAccessibleName(tr("{finding}: the numbers", finding=chart.finding))
        announce(self, chart.finding)
        self.finding.setText(chart.finding)
        self.view.show_chart(chart)
        self.model.set_columns(_columns(chart.headings))
        self.model.set_rows(chart.rows)
        for number in range(len(self.model.columns)):
            self.table.setColumnHidden(number, number >= len(chart.headings))
        self.table.fit()
        self.tell_status(tr("{name}: {bars} lines", name=chart.name, bars=len(chart.bars)))

    def _buttons(self, on: bool) -> None:
        for each in (self.csv_button, self.report_button, self.return_button):
            each.setEnabled(on)

    # What leaves.

    def choose_csv(self) -> None:
        if chart := self.chart:
            name, _ = QFileDialog.getSaveFileName(
                self, tr("Save the table"), f"{chart.key}-{self.desk.forum}.csv", tr("CSV (*.csv)")
            )
            if name:
                self.save_csv(name)

    def save_csv(self, name: str) -> None:
        """The table in view, as it is read here."""
        if chart := self.chart:
            data = chart.as_csv().encode("utf-8-sig")
            self.desk.tasks.run(
                lambda: write_whole(Path(name), data),
                lambda _none: self._saved(name),
                self.say_error,
                owner=self,
            )

    def choose_report(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the pictures for a report"), f"figures-{self.desk.forum}.pdf", tr("PDF (*.pdf)")
        )
        if name:
            self.save_report(name)

    def save_report(self, name: str) -> None:
        """The pictures as vectors, small counts hidden."""
        forum = self.desk.forum

        def work(door: Desk) -> None:
            write_whole(Path(name), picture_figures(door, forum, leaving=True).pdf)

        self.desk.tasks.run(
            lambda: work(self.desk.door), lambda _none: self._saved(name), self.say_error, owner=self
        )

    def choose_return(self) -> None:
        day = f"{self.desk.today:%Y-%m-%d}"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the head-office return"), f"return-{self.desk.forum}-{day}.csv", tr("CSV (*.csv)")
        )
        if name:
            self.save_return(name)

    def save_return(self, name: str) -> None:
        """Counts only, small ones hidden, the same headings for every forum."""
        forum = self.desk.forum

        def work(door: Desk) -> None:
            write_whole(Path(name), head_office_return(door, forum).encode("utf-8-sig"))

        self.desk.tasks.run(
            lambda: work(self.desk.door), lambda _none: self._saved(name), self.say_error, owner=self
        )

    def _saved(self, name: str) -> None:
        self.notice.say(
            tr(
                "Saved {name}, as counted on {today}.", name=Path(name).name, today=show_date(self.desk.today)
            ),
            "good",
        )

    # The frame.

    def show_milestones(self) -> None:
        self.turn_to(1)

    def show_turnaround(self) -> None:
        self.turn_to(2)

    def show_actions(self) -> None:
        self.turn_to(3)

    def show_ages(self) -> None:
        self.turn_to(4)

    def show_times(self) -> None:
        self.turn_to(5)

    def acts(self) -> Sequence[Action]:
        return (
            Action("figures.csv", "File", tr("Save this ta&ble…"), self.choose_csv),
            Action("figures.report", "File", tr("Put in a &report…"), self.choose_report),
            Action(
                "figures.return",
                "File",
                tr("Head-&office return…"),
                self.choose_return,
                needs=head_office_return,
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.names, self.table)

    def searched(self) -> QWidget | None:
        return self.table if self.table.isVisible() else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        narrow = self.width() < scaled(760)
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self.names.setMinimumHeight(scaled(120))
        self.names.setMaximumHeight(scaled(120) if narrow else 16_777_215)


_MOST = 4
"""Columns of the widest table: what a line is about, and three counts."""


def _columns(headings: Sequence[str]) -> tuple[Column[Cells], ...]:
    titles = [*headings, *[""] * (_MOST - len(headings))]
    first = Column[Cells](titles[0], lambda row: row[0], width=17, stretch=True)
    counts = (
        Column[Cells](title, partial(_cell, number), width=max(10, len(title)), right=True)
        for number, title in enumerate(titles[1:], 1)
    )
    return (first, *counts)


def _cell(number: int, row: Cells) -> str:
    return row[number] if number < len(row) else ""

"""What an extract would do, or did: counts, differences with days lost, refused rows with their reasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.extract import Oddity, Rejection
from app.domain.extract_result import DifferenceRow, ImportResult
from ui import words
from ui.models import Column, RowTable, Table
from ui.widgets.labels import button, label, row

DIFFERENCES = (
    Column[DifferenceRow]("PRN", lambda each: each.prn, width=11),
    Column[DifferenceRow]("Heading", lambda each: each.field, width=24),
    Column[DifferenceRow]("In the register now", lambda each: each.old or "blank", width=26),
    Column[DifferenceRow]("In the file", lambda each: each.new or "blank", width=26, stretch=True),
    Column[DifferenceRow](
        "Days lost", lambda each: f"{each.days_lost:+,}" if each.days_lost else "–", width=10, right=True,
        strong=lambda each: (each.days_lost or 0) > 0,
    ),
)  # fmt: skip
REJECTIONS = (
    Column[Rejection]("Row", lambda each: f"{each.row:,}", width=7, right=True),
    Column[Rejection]("Heading", lambda each: each.heading, width=24),
    Column[Rejection]("Why it was refused", lambda each: each.reason, width=60, stretch=True),
)
WARNINGS = (
    Column[Oddity]("Row", lambda each: f"{each.row:,}" if each.row else "file", width=7, right=True),
    Column[Oddity]("Heading", lambda each: each.heading, width=24),
    Column[Oddity]("What is odd", lambda each: each.text, width=60, stretch=True),
)


def counts_sentence(result: ImportResult) -> str:
    """`63 rows: 5 new, 12 changed, 45 as they were, 1 refused; 4 cases open, 2 dates move, 3 people gone.`"""
    verb = "would " if result.extract is None else ""
    return (
        f"{words.counted(result.rows, 'row')}: {result.added:,} new, {result.changed:,} changed, "
        f"{result.unchanged:,} as they were, {result.rejected:,} refused. "
        f"{words.counted(result.cases_opened, 'case').capitalize()} {verb}open, "
        f"{words.counted(result.anchors_moved, 'date')} {verb}move, "
        f"{words.counted(result.gone, 'person', 'people')} no longer in the file."
    )


class Outcome(QFrame):
    """Shows a result; asks nobody."""

    take_in_asked = Signal()
    columns_asked = Signal()
    save_asked = Signal()
    again_asked = Signal()
    cases_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.title = label("", "heading")
        self.told = label("")
        self.differences = RowTable(DIFFERENCES, self)
        self.rejections = RowTable(REJECTIONS, self)
        self.warnings = RowTable(WARNINGS, self)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName("What the extract does")
        for model, name in (
            (self.differences, "Differences"), (self.rejections, "Refused rows"), (self.warnings, "Oddities"),
        ):  # fmt: skip
            self.tabs.addTab(Table(model, name), name)
        self.take_button = button("Ta&ke in", look="first")
        self.columns_button = button("Other col&umns…", self.columns_asked.emit)
        self.save_button = button("&Save the refused rows…", self.save_asked.emit)
        self.again_button = button("A&nother file", self.again_asked.emit)
        self.cases_button = button("See the &list", self.cases_asked.emit, look="first")
        self.take_button.clicked.connect(self.take_in_asked.emit)
        layout = QVBoxLayout(self)
        for part in (self.title, self.told, self.tabs):
            layout.addWidget(part)
        layout.setStretch(2, 1)
        layout.addLayout(
            row(
                self.take_button,
                self.cases_button,
                self.save_button,
                self.columns_button,
                self.again_button,
                None,
            )
        )
        self.setFocusProxy(self.take_button)

    def show_result(self, result: ImportResult, *, taken_in: bool) -> None:
        """Show a dry run, or what was done."""
        as_at = f", as at {show_date(result.as_at)}" if result.as_at else ""
        if not taken_in:
            self.title.setText(f"Taking in {result.file_name}{as_at} would do this; nothing is written yet")
        else:
            self.title.setText(f"Taken in: {result.file_name}{as_at}, extract {result.extract}")
        told = [counts_sentence(result)]
        if result.unknown_headings:
            told.append(f"Columns left aside: {', '.join(result.unknown_headings)}.")
        if result.rejected:
            told.append("Refused rows change nothing: save them, mend them and send them again.")
        self.told.setText(" ".join(told))
        self.differences.set_rows(result.differences)
        self.rejections.set_rows(result.rejections)
        self.warnings.set_rows(result.warnings)
        for number, (name, count) in enumerate(
            (("Differences", len(result.differences)), ("Refused rows", len(result.rejections)),
             ("Oddities", len(result.warnings)))
        ):  # fmt: skip
            self.tabs.setTabText(number, f"{name} ({count:,})")
        self.tabs.setCurrentIndex(1 if result.rejected else 0)
        self.save_button.setEnabled(bool(result.rejected))
        for each in (self.take_button, self.columns_button):
            each.setVisible(not taken_in)
        self.take_button.setEnabled(True)
        self.cases_button.setVisible(taken_in)
        first = self.cases_button if taken_in else self.take_button
        self.setFocusProxy(first)
        first.setFocus()

"""What an extract would do, or did: counts, differences with days lost, refused rows with their reasons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.extract import Oddity, Rejection
from app.domain.extract_result import DifferenceRow, ImportResult
from ui import words
from ui.models import Column, RowTable
from ui.table import Table
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label


def differences(old: str, new: str) -> tuple[Column[DifferenceRow], ...]:
    """The columns of what an extract changes; `old` and `new` head the two values."""
    return (
        Column[DifferenceRow](tr("PRN"), lambda each: each.prn, width=11),
        Column[DifferenceRow](tr("Heading"), lambda each: each.field, width=24),
        Column[DifferenceRow](old, lambda each: each.old or tr("blank"), width=20),
        Column[DifferenceRow](new, lambda each: each.new or tr("blank"), width=19, stretch=True),
        Column[DifferenceRow](
            tr("For planning"), lambda each: words.lost(each.days_lost) if each.days_lost else "–", width=18,
            strong=lambda each: (each.days_lost or 0) > 0,
        ),
    )  # fmt: skip


REJECTIONS = (
    Column[Rejection](tr("Row"), lambda each: f"{each.row:,}", width=7, right=True),
    Column[Rejection](tr("Heading"), lambda each: each.heading, width=24),
    Column[Rejection](tr("Why it was refused"), lambda each: each.reason, width=60, stretch=True),
)
WARNINGS = (
    Column[Oddity](tr("Row"), lambda each: f"{each.row:,}" if each.row else tr("file"), width=7, right=True),
    Column[Oddity](tr("Heading"), lambda each: each.heading, width=24),
    Column[Oddity](tr("What is odd"), lambda each: each.text, width=60, stretch=True),
)


def counts_sentence(result: ImportResult) -> str:
    """`63 rows: 5 new, 12 changed, 45 as they were, 1 refused; 4 cases open, 2 dates move, 3 people gone.`"""
    verb = tr("would ") if result.extract is None else ""
    return tr(
        "{rows}: {added:,} new, {changed:,} changed, "
        "{unchanged:,} as they were, {rejected:,} refused. "
        "{cases} {verb}open, "
        "{dates} {verb}move, "
        "{people} no longer in the file.",
        rows=words.counted(result.rows, "row"),
        added=result.added,
        changed=result.changed,
        unchanged=result.unchanged,
        rejected=result.rejected,
        cases=words.counted(result.cases_opened, "case").capitalize(),
        verb=verb,
        dates=words.counted(result.anchors_moved, "date"),
        people=words.counted(result.gone, "person", "people"),
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
        self.odd = label("", "warn")
        """What is odd about the whole file: behind its tab it was not read before the file was taken in."""
        self.differences = RowTable(differences(tr("In the register now"), tr("In the file")), self)
        self.rejections = RowTable(REJECTIONS, self)
        self.warnings = RowTable(WARNINGS, self)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(tr("What the extract does"))
        for model, name in (
            (self.differences, tr("Differences")),
            (self.rejections, tr("Refused rows")),
            (self.warnings, tr("Oddities")),
        ):
            self.tabs.addTab(Table(model, name), name)
        self.take_button = button(tr("Ta&ke in"), look="first")
        self.columns_button = button(tr("Other col&umns…"), self.columns_asked.emit)
        self.save_button = button(tr("&Save the refused rows…"), self.save_asked.emit)
        self.again_button = button(tr("A&nother file"), self.again_asked.emit)
        self.cases_button = button(tr("See the &list"), self.cases_asked.emit, look="first")
        self.take_button.clicked.connect(self.take_in_asked.emit)
        layout = QVBoxLayout(self)
        for part in (self.title, self.told, self.odd):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(
            flow(
                self.take_button,
                self.cases_button,
                self.save_button,
                self.columns_button,
                self.again_button,
            )
        )
        self.setFocusProxy(self.take_button)

    def show_result(self, result: ImportResult, *, taken_in: bool) -> None:
        """Show a dry run, or what was done."""
        as_at = tr(", as at {as_at}", as_at=show_date(result.as_at)) if result.as_at else ""
        if not taken_in:
            self.title.setText(
                tr(
                    "Taking in {file_name}{as_at} would do this; nothing is written yet",
                    file_name=result.file_name,
                    as_at=as_at,
                )
            )
        else:
            self.title.setText(
                tr(
                    "Taken in: {file_name}{as_at}, extract {extract}",
                    file_name=result.file_name,
                    as_at=as_at,
                    extract=result.extract,
                )
            )
        told = [counts_sentence(result)]
        if result.unknown_headings:
            told.append(
                tr(
                    "Columns left aside: {unknown_headings}.",
                    unknown_headings=", ".join(result.unknown_headings),
                )
            )
        if result.rejected:
            told.append(tr("Refused rows change nothing: save them, mend them and send them again."))
        self.told.setText(" ".join(told))
        odd = [each.text for each in result.warnings if not each.row]
        self.odd.setText("\n".join(odd))
        self.odd.setVisible(bool(odd))
        self.differences.set_rows(result.differences)
        self.rejections.set_rows(result.rejections)
        self.warnings.set_rows(result.warnings)
        for number, (name, count) in enumerate(
            ((tr("Differences"), len(result.differences)), (tr("Refused rows"), len(result.rejections)),
             (tr("Oddities"), len(result.warnings)))
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

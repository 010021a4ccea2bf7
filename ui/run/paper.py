"""The paper track on one page: agreed in one vote, and any case pulled to the table by whoever asks (need M3)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.projector import projector_safe
from app.domain.run import TableCase
from app.domain.stand_in import is_withheld
from app.domain.words import DisclosureConsidered, Track
from ui import words
from ui.models import Column, RowTable
from ui.run.course import Course
from ui.run.lists import LetterTable, scrolling
from ui.run.told import DECISIONS, listed_name
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.pick import Pick


class _Line(NamedTuple):
    position: int
    prn: str
    name: str
    why: str
    state: str


COLUMNS = (
    Column[_Line](tr("No."), lambda row: str(row.position), width=6, right=True),
    Column[_Line](
        tr("Case"),
        lambda row: row.name,
        width=24,
        told=lambda row: tr("case {position}, {name}", position=row.position, name=row.name),
    ),
    Column[_Line](tr("PRN"), lambda row: "" if is_withheld(row.prn) else row.prn, width=12),
    Column[_Line](tr("State"), lambda row: row.state, width=22),
    Column[_Line](tr("Why it is on paper"), lambda row: row.why, width=40, stretch=True),
)


class PaperPage(QWidget):
    """Says who is on paper; the screen asks the door."""

    vote_asked = Signal(object)
    """With what was said of disclosure outside the forum."""
    pull_asked = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = label("", "title", wrap=False)
        self.told = label("", "large")
        self.model = RowTable(COLUMNS, self)
        self.table = LetterTable(self.model, tr("Cases on paper"), none=tr("No case is on paper."))
        self.table.opened.connect(lambda row: self.opened.emit(row.position))
        self.considered = Pick(
            tr("Disclosure outside the forum considered, for all of them"),
            ((each.value, each) for each in DisclosureConsidered),
        )
        self.vote = button(tr("A&gree them all in one vote"), self._vote, look="first")
        self.vote.setToolTip(tr("Ctrl+Enter"))
        self.pull = button(tr("Pull to the table… (T)"), self._pull)
        layout = scrolling(self)
        layout.setContentsMargins(0, 0, scaled(8), 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.head)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            flow(buddy(tr("Disc&losure outside the forum considered?"), self.considered), self.considered)
        )
        layout.addWidget(flow(self.vote, self.pull))

    @property
    def current(self) -> int:
        """The place of the case the keyboard is on; 0 where there is none."""
        row = self.table.current() or self.model.row(0)
        return row.position if row else 0

    def show_course(self, course: Course, safe: bool) -> None:
        """Who is on paper now, and who was pulled."""
        kept = self.current
        lines = [
            self._line(course, projector_safe(case) if safe else case)
            for case in course.cases.values()
            if course.track_of(case.item) is Track.PAPER or case.item.track is Track.PAPER
        ]
        self.model.set_rows(lines)
        row = next((i for i, line in enumerate(lines) if line.position == kept), 0)
        if lines:
            self.table.setCurrentIndex(self.model.index(row, 0))
        waiting = len(course.undecided(Track.PAPER))
        self.head.setText(tr("On paper: {cases} to agree in one vote", cases=words.counted(waiting, "case")))
        self.told.setText(
            tr(
                "Nothing has changed in these cases and nothing is due. Any member may pull one to the table: T on its "
                "line, and who asked. Enter looks at a case."
            )
            if lines
            else tr(
                "Nothing is on paper at this meeting. O moves the case in hand here, with the name of who asked."
            )
        )
        self.vote.setEnabled(waiting > 0)
        self.pull.setEnabled(waiting > 0)

    def _line(self, course: Course, case: TableCase) -> _Line:
        item = case.item
        moved = course.pulled.get(item.position)
        if case.now is not None:
            state = f"✓ {DECISIONS[case.now.decision].lower()}"
        elif course.track_of(item) is Track.TABLE:
            state = tr("↑ pulled by {by}", by=moved.by) if moved else tr("at the table")
        else:
            state = tr("▢ moved here by {by}", by=moved.by) if moved else tr("▢ on paper")
        return _Line(item.position, item.prn, listed_name(item), " ".join(item.sentences), state)

    def _vote(self) -> None:
        value = self.considered.value
        considered = value if isinstance(value, DisclosureConsidered) else DisclosureConsidered.NOT_CONSIDERED
        self.vote_asked.emit(considered)

    def _pull(self) -> None:
        if self.current:
            self.pull_asked.emit(self.current)

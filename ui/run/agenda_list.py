"""The agenda at the side: what is done, what is now, what will be late, in words and signs."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.pace import late_words, pace_words
from app.domain.projector import safe_name
from app.domain.stand_in import is_withheld
from app.domain.words import DecisionKind, Track
from ui.models import ROW_ROLE, Column, RowTable
from ui.run.course import Course
from ui.run.lists import LetterTable
from ui.run.told import listed_name
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.labels import label

_SIGNS = {
    DecisionKind.AGREED: tr("✓ agreed"),
    DecisionKind.WITH_CHANGES: tr("✓ changes"),
    DecisionKind.MORE_TO_DO: tr("✓ more to do"),
    DecisionKind.DEFERRED: tr("↷ put off"),
}
_NOT_SAVED, _NOT_REACHED = tr("… not saved"), tr("! not reached")
_COUNTED = (
    (_SIGNS[DecisionKind.DEFERRED], tr("put off")), (_NOT_SAVED, tr("not saved")), (_NOT_REACHED, tr("not reached")),
)  # fmt: skip


class _Line(NamedTuple):
    position: int
    name: str
    state: str


COLUMNS = (
    Column[_Line](
        tr("Case"), lambda row: f"{row.position}  {row.name}", width=17, stretch=True,
        told=lambda row: f"{row.position}, {row.name}, {row.state or tr('still to come')}",
    ),
    Column[_Line](tr("State"), lambda row: row.state, width=13),
)  # fmt: skip


class AgendaList(QWidget):
    """Every case with how it stands, and beneath it the pace."""

    chosen = Signal(int)
    """The place of a case that somebody opened by Enter or a click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = label("", "heading")
        self.model = RowTable(COLUMNS, self)
        self.list = LetterTable(self.model, tr("Agenda, with how each case stands"))
        self.list.horizontalHeader().hide()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.opened.connect(lambda row: self.chosen.emit(row.position))
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(ROW_ROLE).position))
        self.late = label("", "strong")
        self.pace = label("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(6))
        for part in (self.head, self.list, self.late, self.pace):
            layout.addWidget(part)
        layout.setStretch(1, 1)

    def show_course(self, course: Course, safe: bool, waiting: Collection[int]) -> None:
        """How the meeting stands. Names are hidden where `safe`; `waiting` are places not saved yet."""
        found = course.pace()
        self.head.setText(
            tr("{decided} of {cases} done", decided=len(course.decided), cases=len(course.cases))
        )
        self.late.setText(
            late_words(found.late).capitalize() + ("" if course.running else tr(" · clock paused"))
        )
        self.pace.setText(pace_words(found))
        late = set(found.unreached)
        lines = [self._line(course, place, safe, waiting, place in late) for place in course.cases]
        row = next((row for row, line in enumerate(lines) if line.position == course.position), -1)
        if lines != list(self.model.rows):
            self.model.set_rows(lines)
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _line(self, course: Course, place: int, safe: bool, waiting: Collection[int], late: bool) -> _Line:
        case = course.cases[place]
        if place in waiting:
            state = _NOT_SAVED
        elif case.now is not None:
            state = _SIGNS[case.now.decision]
        elif place == course.position:
            state = tr("▶ now")
        elif late:
            state = _NOT_REACHED
        elif course.track_of(case.item) is Track.PAPER:
            state = tr("▢ on paper")
        else:
            state = tr("↑ pulled") if place in course.pulled else ""
        by_number = safe and not is_withheld(case.item.prn)
        return _Line(
            place, tr("PRN {prn}", prn=case.item.prn) if by_number else listed_name(case.item), state
        )

    @property
    def in_short(self) -> str:
        """How the meeting stands in one line, for where there is no room for the list."""
        counts = [(sign, sum(line.state == state for line in self.model.rows)) for state, sign in _COUNTED]
        parts = (self.head.text(), *(f"{count} {sign}" for sign, count in counts if count), self.late.text())
        return "  ·  ".join(part for part in parts if part)

    def words(self) -> str:
        """Everything that can be read here."""
        lines = (f"{safe_name(line.position)} {line.name} {line.state}" for line in self.model.rows)
        return "\n".join((self.head.text(), *lines, self.late.text(), self.pace.text()))

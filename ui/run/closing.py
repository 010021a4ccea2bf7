"""The page before a meeting closes: what stops that, what is recorded as not in order, and why copies stay out (M8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.closing import Check, CheckLine, Checklist, ClosedMeeting, CopyOut
from app.domain.packs import show_code
from app.domain.projector import safe_name
from app.domain.stand_in import is_withheld
from ui import words
from ui.models import Column, RowTable
from ui.run.lists import LetterTable, scrolling
from ui.theme import relook, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label

_SIGNS = {"in order": tr("✓ in order"), "stops closing": tr("✕ stops closing")}
CHECKS = (
    Column[CheckLine](tr("Looked at"), lambda row: row.check.value.capitalize(), width=26),
    Column[CheckLine](tr("State"), lambda row: _SIGNS.get(row.state, f"! {row.state}"), width=28),
    Column[CheckLine](tr("Found"), lambda row: row.words, width=40, stretch=True),
)
_ABOUT_PEOPLE = (Check.UNDECIDED, Check.DISCLOSURES, Check.ACTIONS)


MOST = 12
"""So many of what is in the way are named; a wall of sixty names nobody."""


class ClosingPage(QWidget):
    """Shows the checklist; a chair closes. Reasons for copies that stay out are typed here."""

    close_asked = Signal(dict)
    """Reasons by the code of a copy."""
    undecided_asked = Signal()
    minutes_asked = Signal()
    briefs_asked = Signal()
    typed = Signal()

    def __init__(self, may_close: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.may_close = may_close
        self.found: Checklist | None = None
        self.reasons: dict[str, str] = {}
        self._half = 0
        self._places: Mapping[str, int] = {}
        self.safe = True
        self.head = label(tr("Before the meeting closes"), "title", wrap=False)
        self.told = label("", "warn")
        self.model = RowTable(CHECKS, self)
        self.table = LetterTable(self.model, tr("What is looked at before a meeting closes"))
        self.details = label("")
        self.out_model = RowTable(
            (
                Column[CopyOut](tr("Copy"), lambda row: f"{row.words}, {show_code(row.code)}", width=26),
                Column[CopyOut](tr("With"), lambda row: row.holder, width=24),
                Column[CopyOut](tr("Why it stays out"), self._why, width=34, stretch=True),
            ),
            self,
        )
        self.out = LetterTable(self.out_model, tr("Copies out, with their holders"))
        self.reason = QLineEdit()
        self.reason_label = buddy(tr("&Why the copy stays with its holder"), self.reason)
        self.close_button = button(tr("Close the meeting (Ctrl+Enter)"), self.ask_close, look="first")
        self.decide_button = button(tr("Go to the first undecided case"), self.undecided_asked.emit)
        self.minutes_button = button(tr("To the minutes"), self.minutes_asked.emit)
        self.briefs_button = button(tr("To the front-line briefs"), self.briefs_asked.emit)
        self.minutes_button.hide()
        self.briefs_button.hide()
        layout = scrolling(self)
        layout.setContentsMargins(0, 0, scaled(8), 0)
        layout.setSpacing(scaled(8))
        for part in (
            self.head,
            self.told,
            self.table,
            self.details,
            self.out,
            self.reason_label,
            self.reason,
        ):
            layout.addWidget(part)
        layout.setStretch(2, 3)
        layout.setStretch(4, 2)
        layout.addWidget(flow(self.close_button, self.decide_button, self.minutes_button, self.briefs_button))
        self.table.picked.connect(self._picked)
        self.out.picked.connect(self._picked_copy)
        self.reason.returnPressed.connect(self._give_reason)
        self.reason.textEdited.connect(lambda _text: self.typed.emit())

    def show_checklist(
        self, found: Checklist, half_written: int, places: Mapping[str, int], safe: bool
    ) -> None:
        """What was found; `half_written` cases hold text that nobody has recorded.

        `places` are places on the agenda by PRN: where `safe`, a case is told by its place and not by name.
        """
        self.found, self._places, self.safe = found, places, safe
        kept = {copy.code for copy in found.out}
        self.reasons = {code: reason for code, reason in self.reasons.items() if code in kept}
        self.model.set_rows(found.lines)
        self.out_model.set_rows(found.out)
        has_copies = bool(found.out)
        for part in (self.out, self.reason_label, self.reason):
            part.setVisible(has_copies)
        if has_copies and not self.out.currentIndex().isValid():
            self.out.setCurrentIndex(self.out_model.index(0, 0))
        first = next((i for i, line in enumerate(found.lines) if not line.in_order), 0)
        self.table.setCurrentIndex(self.model.index(first, 0))
        self.decide_button.setVisible(bool(found.undecided))
        self.minutes_button.hide()
        self.briefs_button.hide()
        self._half = half_written
        self._say()

    def _say(self) -> None:
        if self.found is None:
            return
        left = [copy for copy in self.found.unexplained if not self.reasons.get(copy.code)]
        stops = len(self.found.undecided) + len(self.found.reserved) + len(left)
        warnings = [line for line in self.found.lines if not line.in_order and not line.stops]
        if stops:
            told = tr(
                "The meeting cannot close yet: {things} in the way, see below.",
                things=words.counted(stops, "thing"),
            )
        elif warnings:
            told = tr(
                "The meeting may close; {warnings} will be recorded with it.",
                warnings=words.counted(len(warnings), "warning"),
            )
        else:
            told = tr("Everything is in order: the meeting may close.")
        if self._half:
            told += tr(
                " In {cases} text stands that nobody has recorded.", cases=words.counted(self._half, "case")
            )
        if not self.may_close:
            told += tr(" A chair closes it.")
        self.told.setText(told)
        relook(self.told, "bad" if stops else "warn" if warnings or self._half else "good")
        self.close_button.setEnabled(self.may_close and not stops)

    def _picked(self, line: CheckLine | None) -> None:
        told = list(self._told(line)) if line else []
        more = tr("and {count} more", count=len(told) - MOST) if len(told) > MOST else ""
        self.details.setText("; ".join([*told[:MOST], *([more] if more else [])]))
        self.details.setVisible(bool(line and line.details and line.check is not Check.COPIES_OUT))

    def _told(self, line: CheckLine) -> Sequence[str]:
        """Each thing that was found, without names where it must be safe for a projector."""
        found = self.found
        if found is None or not self.safe or line.check not in _ABOUT_PEOPLE:
            return line.details
        if line.check is Check.ACTIONS:
            return [
                tr("action {id} of {place}", id=each.id, place=self._place(each.prn))
                for each in found.without_owner
            ]
        cases = found.undecided if line.check is Check.UNDECIDED else found.not_considered
        return [self._place(each.prn) for each in cases]

    def _place(self, prn: str) -> str:
        place = safe_name(self._places.get(prn, 0))
        return place if is_withheld(prn) else tr("{place} (PRN {prn})", place=place, prn=prn)

    def show_safe(self, safe: bool) -> None:
        """Hide or show names in what was found."""
        self.safe = safe
        self._picked(self.table.current())

    # Copies that stay out.

    def _why(self, copy: CopyOut) -> str:
        return copy.reason or self.reasons.get(copy.code, "") or tr("! not said yet")

    def _picked_copy(self, copy: CopyOut | None) -> None:
        self.reason.setText(self.reasons.get(copy.code, copy.reason) if copy else "")

    def _give_reason(self) -> None:
        copy, text = self.out.current(), self.reason.text().strip()
        if copy is None or not text:
            return
        self.reasons[copy.code] = text
        row = self.out.currentIndex().row()
        self.out_model.set_rows(self.out_model.rows)
        following = min(row + 1, self.out_model.rowCount() - 1)
        self.out.setCurrentIndex(self.out_model.index(following, 0))
        self._say()
        self.typed.emit()

    def texts(self) -> Mapping[str, str]:
        """Reasons typed and not recorded yet, by code: kept with what is under way."""
        return dict(self.reasons)

    def ask_close(self) -> None:
        """Close it, where a chair may and nothing is in the way."""
        if self.close_button.isEnabled():
            self.close_button.setEnabled(False)
            self.close_asked.emit(self.reasons)

    def show_closed(self, closed: ClosedMeeting) -> None:
        """It is closed: what was warned of, and the minutes next."""
        taken = words.counted(len(closed.milestones), "milestone")
        lines = [
            tr("{meeting} is closed; {taken} taken.", meeting=closed.meeting.meeting, taken=taken),
            *closed.warnings,
        ]
        self.head.setText(tr("The meeting is closed"))
        self.told.setText("\n".join(lines))
        relook(self.told, "warn" if closed.warnings else "good")
        for part in (
            self.table, self.details, self.out, self.reason_label, self.reason, self.close_button, self.decide_button,
        ):  # fmt: skip
            part.hide()
        self.minutes_button.show()
        self.briefs_button.show()
        self.minutes_button.setFocus()

"""The case beside the list: who it is, the next milestone and what it asks for, what changed, what is to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.cases import CaseRecord, ChangeRow, MilestoneRow
from app.domain.dates import show_date
from app.domain.names import full_name
from app.domain.words import FlagCode
from ui import words
from ui.register.columns import dated_long
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.chips import Chips
from ui.widgets.labels import button, clear, fill, label, row

MOST = 3


def standing_codes(record: CaseRecord) -> tuple[str, ...]:
    """The flags that stand, each once."""
    standing = {flag.code for flag in record.flags if flag.to_date is None}
    return tuple(code.value for code in FlagCode if code in standing)


def change_words(change: ChangeRow) -> str:
    """`Hearing: 20/02/2027 → 10/01/2027, 41 days lost (extract as at 01/11/2026)`."""
    lost = f", {words.lost(change.days_lost)}" if change.days_lost else ""
    return f"{change.what}: {change.old or tr('blank')} → {change.new or tr('blank')}{lost} ({change.why})"


def next_milestone(record: CaseRecord, today: date) -> MilestoneRow | None:
    """The milestone that a meeting has not taken and that comes first; overdue ones before the rest."""
    waiting = [row for row in record.milestones if not (row.taken or row.passed) and row.on is not None]
    reached = [row for row in waiting if row.on is not None and row.on <= today]
    return reached[-1] if reached else waiting[0] if waiting else None


class Preview(QFrame):
    """A card about one case. `opened` asks for the whole case, `flag_asked` what the chip of a flag is about."""

    opened = Signal()
    flag_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        self.open_button = button(tr("Open the case"), self.opened.emit)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addLayout(row(self.open_button, None))
        self.setMinimumWidth(letters(self, 30) + scaled(20))
        self.setFocusProxy(self.open_button)
        self.say_nothing()

    def say_nothing(self) -> None:
        """Nobody is chosen."""
        clear(self._lines)
        self.open_button.setEnabled(False)
        fill(
            self._lines, label(tr("No case chosen"), "heading"), label(tr("Choose a case in the list.")), None
        )

    def show_case(self, record: CaseRecord, today: date) -> None:
        """Show what somebody wants to know before opening the case."""
        clear(self._lines)
        self.open_button.setEnabled(True)
        case = record.case
        chips = Chips(standing_codes(record), opens=True)
        chips.opened.connect(self.flag_asked)
        fill(
            self._lines,
            label(full_name(record.surname, record.given_names), "heading"),
            label(
                tr(
                    "PRN {prn} · born {date_of_birth} · aged {age}",
                    prn=record.prn,
                    date_of_birth=show_date(record.date_of_birth),
                    age=record.age,
                )
            ),
            chips,
            label(dated_long(case.anchor if case else None, today), "strong"),
        )
        for title, lines in self._parts(record, today):
            self._lines.addSpacing(scaled(6))
            fill(self._lines, label(title, "strong"), *(label(line) for line in lines))
        self._lines.addStretch(1)

    def _parts(self, record: CaseRecord, today: date) -> list[tuple[str, list[str]]]:
        found: list[tuple[str, list[str]]] = []
        if record.case is None:
            left = record.left_out.value if record.left_out else tr("nobody opened one")
            found.append((tr("No case"), [tr("Left out: {left}.", left=left)]))
        milestone = next_milestone(record, today)
        if milestone is not None and milestone.on is not None:
            when = tr("due since") if milestone.on <= today else tr("comes")
            months = words.counted(milestone.months, "month")
            asks = [f"○ {told}" for told in milestone.missing] or [tr("✓ nothing is missing")]
            found.append(
                (
                    tr("{months} before: {when} {on}", months=months, when=when, on=show_date(milestone.on)),
                    asks,
                )
            )
        waiting = [action for action in record.actions if action.outcome == "open"]
        told = [
            tr(
                "{late}{text}, {owner}, by {due}",
                late=tr("late: ") if action.due < today else "",
                text=action.text,
                owner=action.owner,
                due=show_date(action.due),
            )
            for action in waiting
        ]
        found.append((tr("Open actions ({waiting})", waiting=len(waiting)), told or [tr("none")]))
        changes = [change_words(change) for change in record.changes[:MOST]]
        found.append((tr("Last changes"), changes or [tr("none since the case came in")]))
        return found

"""What Home tells of release plans: who is behind for the milestone in play, what is due, what the calendar says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from app.domain.dates import show_date
from app.domain.milestones import WatchRow
from app.domain.names import full_name
from ui import words
from ui.case.timeline import months_words
from ui.home.parts import Lead

FEW = 2
"""How many cases are named; the rest are counted."""

Open = Callable[[str], Callable[[], object]]
"""What opens the case of a PRN."""


def told_of(rows: Sequence[WatchRow]) -> str:
    """The line under the card's heading."""
    behind = [row for row in rows if row.is_behind]
    if not behind:
        return "No plan is behind for the milestone in play."
    old = sum(bool(row.stale) for row in behind)
    tail = f", {old:,} with something too old" if old else ""
    return f"{words.counted(len(behind), 'case is', 'cases are')} behind for the milestone in play{tail}."


def lines_of(rows: Sequence[WatchRow], today: date, case: Open) -> list[Lead]:
    """The nearest few by name, then what is due, then the calendar."""
    behind = [row for row in rows if row.is_behind]
    lines = [_behind(row, today, case) for row in behind[:FEW]]
    if len(behind) > FEW:
        lines.append(Lead("", f"{words.counted(len(behind) - FEW, 'more case', 'more cases')} behind."))
    due = sum(len(row.checks_due) for row in rows)
    if due:
        told = words.counted(due, "check of an address is", "checks of addresses are")
        lines.append(Lead("○ to do", f"{told} due and not answered."))
    warned = [(row, warning) for row in rows for warning in row.warnings]
    lines += [
        Lead("! date", f"{full_name(row.surname, row.given_names)}: {warning}", "Case", case(row.prn))
        for row, warning in warned[:FEW]
    ]
    if len(warned) > FEW:
        lines.append(
            Lead("", f"{words.counted(len(warned) - FEW, 'more warning', 'more warnings')} of dates.")
        )
    return lines


def _behind(row: WatchRow, today: date, case: Open) -> Lead:
    late = row.on is not None and row.on < today
    lacks = (
        f"misses {', '.join(row.missing[:2])}{f' and {len(row.missing) - 2} more' if row.missing[2:] else ''}"
    )
    parts = [lacks] if row.missing else []
    parts += [f"too old – {each}" for each in row.stale[:1]]
    at = f"{months_words(row.milestone or 0)}, {show_date(row.on)}"
    return Lead(
        "! late" if late else "○ to do",
        f"{full_name(row.surname, row.given_names)} ({at}) {'; '.join(parts)}.",
        "Case",
        case(row.prn),
        late,
    )

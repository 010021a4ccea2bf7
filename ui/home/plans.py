"""What Home tells of release plans: who is behind for the milestone in play, what is due, what the calendar says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from app.domain.dates import show_date
from app.domain.milestones import WatchRow
from app.domain.names import full_name
from ui import words
from ui.case.timeline import months_words
from ui.home.parts import Lead
from ui.tongue import tr

FEW = 2
"""How many cases are named; the line under the heading counts them all."""

Open = Callable[[str], Callable[[], object]]
"""What opens the case of a PRN."""


def told_of(rows: Sequence[WatchRow]) -> str:
    """The line under the card's heading."""
    behind = [row for row in rows if row.is_behind]
    if not behind:
        return tr("No plan is behind for the milestone in play.")
    old = sum(bool(row.stale) for row in behind)
    tail = tr(", {old:,} with something too old", old=old) if old else ""
    return tr(
        "{cases_are} behind for the milestone in play{tail}.",
        cases_are=words.counted(len(behind), "case is", "cases are"),
        tail=tail,
    )


def lines_of(rows: Sequence[WatchRow], today: date, case: Open) -> list[Lead]:
    """The nearest few by name, then what is due, then the calendar."""
    behind = [row for row in rows if row.is_behind]
    lines = [_behind(row, today, case) for row in behind[:FEW]]
    due = sum(len(row.checks_due) for row in rows)
    if due:
        told = words.counted(due, "check of an address is", "checks of addresses are")
        lines.append(Lead(tr("○ to do"), tr("{told} due and not answered.", told=told)))
    warned = [(row, warning) for row in rows for warning in row.warnings]
    lines += [
        Lead(
            tr("! date"),
            f"{full_name(row.surname, row.given_names)}: {_short(warning)}.",
            tr("Case"),
            case(row.prn),
        )
        for row, warning in warned[:FEW]
    ]
    if len(warned) > FEW:
        lines.append(
            Lead(
                "",
                tr(
                    "{warnings} of dates.",
                    warnings=words.counted(len(warned) - FEW, "more warning", "more warnings"),
                ),
            )
        )
    return lines


def _short(warning: str) -> str:
    """What is odd about a date; its case says what to do about it."""
    return re.split("[,:]", warning, maxsplit=1)[0]


def lacks_words(row: WatchRow, *, whole: bool = False) -> str:
    """`Ng, Tama (2 months, 28/11/2026) still needs …; too old – …`: what a case is behind with, or the first of it."""
    many = len(row.missing) if whole else 2
    lacks = tr(
        "still needs {missing}{more}",
        missing=", ".join(row.missing[:many]),
        more=tr(" and {count} more", count=len(row.missing) - many) if row.missing[many:] else "",
    )
    parts = [lacks] if row.missing else []
    parts += [tr("too old – {each}", each=each) for each in row.stale[: None if whole else 1]]
    at = f"{months_words(row.milestone or 0)}, {show_date(row.on)}"
    return f"{full_name(row.surname, row.given_names)} ({at}) {'; '.join(parts)}."


def _behind(row: WatchRow, today: date, case: Open) -> Lead:
    late = row.on is not None and row.on < today
    return Lead(tr("! late") if late else tr("○ to do"), lacks_words(row), tr("Case"), case(row.prn), late)

"""What waits for the Board's sake, and cases between two forums, as lines of Home (needs B2, B3, R11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from app.domain.hearings import WaitingRow, late_or_due
from app.domain.names import full_name
from app.domain.transfers import TransferRow
from app.domain.words import TransferState
from ui.home.parts import Lead
from ui.words import counted

MOST = 8
"""So many lines of the Board on Home; the rest is counted."""


def board_lines(rows: tuple[WaitingRow, ...], today: date, go: Callable[[str], object]) -> list[Lead]:
    """One line for each thing to tell or send, the gravest first; each leads to its case."""
    lines = []
    for row in rows[:MOST]:
        sign = "! tell" if row.due is None else "! late" if row.is_late(today) else "○ to do"
        when = f" ({late_or_due(row.due, today)})" if row.due is not None else ""
        sentence = f"{full_name(row.surname, row.given_names)}: {row.sentence}{when}."
        lines.append(Lead(sign, sentence, "Case", partial(go, row.prn), sign.startswith("!")))
    if len(rows) > MOST:
        lines.append(
            Lead("", f"And {counted(len(rows) - MOST, 'thing')} more to tell or send, each on its case.")
        )
    return lines


def transfer_lines(rows: tuple[TransferRow, ...], forum: str, go: Callable[[str], object]) -> list[Lead]:
    """The cases that wait for an answer, of this forum or of another."""
    lines = []
    for row in rows:
        if row.state is not TransferState.PROPOSED or forum not in (row.from_forum, row.to_forum):
            continue
        name = full_name(row.surname, row.given_names)
        told = f"{name} is proposed by {row.from_forum}: accept or decline."
        if row.from_forum == forum:
            told = f"{name} is proposed to {row.to_forum}, which has not answered."
        sign = "○ to do" if row.to_forum == forum else "… later"
        lines.append(Lead(sign, told, "Case", partial(go, row.prn)))
    return lines

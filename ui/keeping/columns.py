"""The columns of the lists of keeping and disposal."""

from __future__ import annotations

from app.domain.dates import show_date, show_moment
from app.domain.disposal import ClassRow, DisposalRow, DueRow, HoldRow
from app.domain.names import full_name
from ui.models import Column


def _stands(row: DueRow) -> str:
    if row.held:
        return f"held: {row.held}"
    return f"waits for a chair (disposal {row.proposed})" if row.proposed else ""


DUE = (
    Column[DueRow]("PRN", lambda row: row.prn, width=12),
    Column[DueRow]("Name", lambda row: full_name(row.surname, row.given_names), width=22, stretch=True),
    Column[DueRow]("Class", lambda row: row.class_code, width=12),
    Column[DueRow]("Since", lambda row: f"{row.event.value} {show_date(row.event_date)}", width=30),
    Column[DueRow]("Due", lambda row: show_date(row.due), width=14),
    Column[DueRow]("In the way", _stands, width=32),
)
HOLDS = (
    Column[HoldRow]("PRN", lambda row: row.prn, width=12),
    Column[HoldRow]("Name", lambda row: full_name(row.surname, row.given_names), width=20),
    Column[HoldRow]("Why", lambda row: row.reason, width=26, stretch=True),
    Column[HoldRow]("By", lambda row: f"{row.held_by}, {show_moment(row.at)}", width=36),
    Column[HoldRow](
        "State",
        lambda row: f"released: {row.released_reason}" if row.released_at else "stands",
        width=18,
    ),
)
DISPOSALS = (
    Column[DisposalRow]("No.", lambda row: str(row.id), width=6, right=True),
    Column[DisposalRow](
        "Whose records",
        lambda row: f"{row.name} (PRN {row.prn})" if row.prn else f"person {row.number}",
        width=26,
        stretch=True,
    ),
    Column[DisposalRow]("Class", lambda row: row.class_code, width=12),
    Column[DisposalRow]("State", lambda row: row.state.value, width=18),
    Column[DisposalRow]("Proposed by", lambda row: row.proposed_by, width=18),
    Column[DisposalRow](
        "Decided",
        lambda row: f"{show_moment(row.decided_at)}, {row.decided_by}" if row.decided_at else "",
        width=28,
    ),
)
CLASSES = (
    Column[ClassRow]("Class", lambda row: row.code, width=12),
    Column[ClassRow]("Name", lambda row: row.name, width=30),
    Column[ClassRow]("Begins when", lambda row: row.event.value, width=16),
    Column[ClassRow]("Years", lambda row: str(row.years), width=6, right=True),
    Column[ClassRow]("Source of the rule", lambda row: row.source, width=30, stretch=True),
)

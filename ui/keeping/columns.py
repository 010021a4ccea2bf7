"""The columns of the lists of keeping and disposal."""

from __future__ import annotations

from app.domain.dates import show_date, show_moment
from app.domain.disposal import ClassRow, DisposalRow, DueRow, HoldRow
from app.domain.names import full_name
from ui.models import Column
from ui.tongue import tr


def _stands(row: DueRow) -> str:
    if row.held:
        return tr("held: {held}", held=row.held)
    return tr("waits for a chair (disposal {proposed})", proposed=row.proposed) if row.proposed else ""


DUE = (
    Column[DueRow](tr("PRN"), lambda row: row.prn, width=12),
    Column[DueRow](tr("Name"), lambda row: full_name(row.surname, row.given_names), width=26),
    Column[DueRow](tr("Class"), lambda row: row.class_code, width=12, goes=1),
    Column[DueRow](tr("Since"), lambda row: f"{row.event.value} {show_date(row.event_date)}", width=30),
    Column[DueRow](tr("Due"), lambda row: show_date(row.due), width=14),
    Column[DueRow](tr("In the way"), _stands, width=32, stretch=True),
)
HOLDS = (
    Column[HoldRow](tr("PRN"), lambda row: row.prn, width=12),
    Column[HoldRow](tr("Name"), lambda row: full_name(row.surname, row.given_names), width=20),
    Column[HoldRow](tr("Why"), lambda row: row.reason, width=26, stretch=True),
    Column[HoldRow](tr("By"), lambda row: f"{row.held_by}, {show_moment(row.at)}", width=36),
    Column[HoldRow](
        tr("State"),
        lambda row: (
            tr("released: {released_reason}", released_reason=row.released_reason)
            if row.released_at
            else tr("stands")
        ),
        width=18,
    ),
)
DISPOSALS = (
    Column[DisposalRow](tr("No."), lambda row: str(row.id), width=6, right=True),
    Column[DisposalRow](
        tr("Whose records"),
        lambda row: (
            tr("{name} (PRN {prn})", name=row.name, prn=row.prn)
            if row.prn
            else tr("person {number}", number=row.number)
        ),
        width=26,
        stretch=True,
    ),
    Column[DisposalRow](tr("Class"), lambda row: row.class_code, width=12),
    Column[DisposalRow](tr("State"), lambda row: row.state.value, width=18),
    Column[DisposalRow](tr("Proposed by"), lambda row: row.proposed_by, width=18),
    Column[DisposalRow](
        tr("Decided"),
        lambda row: f"{show_moment(row.decided_at)}, {row.decided_by}" if row.decided_at else "",
        width=28,
    ),
)
CLASSES = (
    Column[ClassRow](tr("Class"), lambda row: row.code, width=12),
    Column[ClassRow](tr("Name"), lambda row: row.name, width=30),
    Column[ClassRow](tr("Begins when"), lambda row: row.event.value, width=16),
    Column[ClassRow](tr("Years"), lambda row: str(row.years), width=6, right=True),
    Column[ClassRow](tr("Source of the rule"), lambda row: row.source, width=30, stretch=True),
)

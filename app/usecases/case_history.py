"""What happened to one person's records, by whom and when (needs R9, R12)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.case_history import HistoryLine
from app.domain.people import Permission
from db.queries import case_history as queries
from db.queries.cases import may_open, person
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def case_history(work: Work, prn: str) -> tuple[HistoryLine, ...]:
    """Every change of a person's values, newest first, old and new side by side."""
    who = person(work.session, prn)
    may_open(work, who.id)
    lines = queries.history(work.session, who.id)
    work.enter(work.person(prn), changes=len(lines))
    return lines

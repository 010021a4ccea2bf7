"""Missing copies: what is done about them, against the clock (need K2)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.errors import Refused
from app.domain.incidents import Incident, refuse_step
from app.domain.people import Permission
from app.domain.words import IncidentStepName, Topic
from db.queries import incidents as queries
from db.queries import packs, register
from db.tables.packs import IncidentStep
from db.work import Work


@use_case(Permission.PRINT_PACKS, looks=True)
def list_incidents(work: Work, forum: str) -> tuple[Incident, ...]:
    """Every copy of this forum that was recorded as missing, with its steps; the open ones first."""
    rows = queries.incidents(work.session, register.forum(work.session, forum).code)
    work.enter("incidents", incidents=len(rows), open=sum(each.closed_at is None for each in rows))
    return rows


@use_case(Permission.PRINT_PACKS, topics=(Topic.PACKS,))
def record_incident_step(work: Work, code: str, step: IncidentStepName, note: str) -> Incident:
    """Record a step about a missing copy, with who and when; closing is the last of them."""
    row, _ = packs.find(work.session, code)
    found = queries.incident(work.session, row.code)
    if found is None:
        raise Refused(f"{row.words.capitalize()} was never recorded as missing; nothing was changed.")
    copy_id, incident = found
    told = refuse_step(incident, step, note)
    work.session.add(
        IncidentStep(copy_id=copy_id, step=step, note=told, at=work.at, who=work.user_id, seq=work.seq)
    )
    work.session.flush()
    work.enter(f"{row.numbered} of {row.meeting_code}", reason=step.value)
    now = queries.incident(work.session, row.code)
    if now is None:
        raise AssertionError("an incident cannot vanish")
    return now[1]

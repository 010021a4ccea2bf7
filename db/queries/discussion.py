"""What was said and decided about each case of a meeting, as stored."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.discussion import DiscussionDraft, DiscussionRow, ItemRecord
from app.domain.words import DisclosureConsidered, Handling, Service
from db.queries import meeting as meetings
from db.tables.meeting import Discussion
from db.tables.register import Case, Person

_ORDER = list(Service)


def said(session: Session, code: str, case_id: int, service: Service, handling: Handling) -> str:
    """What a service said of a case under one handling; empty where it said nothing."""
    row = _said(session, code, case_id, service, handling)
    return row.text if row else ""


def _said(
    session: Session, code: str, case_id: int, service: Service, handling: Handling
) -> Discussion | None:
    return session.scalar(
        select(Discussion).where(
            Discussion.meeting == code,
            Discussion.case_id == case_id,
            Discussion.service == service,
            Discussion.handling == handling,
        )
    )


def store_discussion(
    session: Session, code: str, case_id: int, draft: DiscussionDraft, who: str, seq: int
) -> None:
    """Store what a service said under one handling; said again it replaces, and history keeps."""
    row = _said(session, code, case_id, draft.service, draft.handling)
    if row is None:
        row = Discussion(meeting=code, case_id=case_id, service=draft.service, handling=draft.handling)
        session.add(row)
    row.text = draft.text
    row.grade = draft.grade
    row.who = who
    row.seq = seq


def discussions(session: Session, code: str) -> dict[int, tuple[DiscussionRow, ...]]:
    """What was said at a meeting by case, in order of the services; what was taken back is left out."""
    rows = session.execute(
        select(Discussion, Person.prn)
        .join(Case, Case.id == Discussion.case_id)
        .join(Person, Person.id == Case.person_id)
        .where(Discussion.meeting == code, Discussion.text != "")
        .order_by(Discussion.id)
    ).all()
    found: dict[int, list[DiscussionRow]] = defaultdict(list)
    for row, prn in sorted(rows, key=lambda pair: _ORDER.index(pair[0].service)):
        found[row.case_id].append(DiscussionRow(code, prn, row.service, row.text, row.handling, row.grade))
    return {case_id: tuple(said) for case_id, said in found.items()}


def records(session: Session, code: str, agenda: Agenda) -> tuple[ItemRecord, ...]:
    """What stands recorded for each item of an issued agenda, in its order."""
    decided = meetings.decisions(session, code)
    said = discussions(session, code)
    given = defaultdict(list)
    for action in meetings.actions_of(session, code):
        given[action.prn].append(action)
    made = []
    for item in agenda.items:
        row = decided.get(item.case_id)
        made.append(
            ItemRecord(
                item.position,
                item.prn,
                row.decision if row else None,
                row.reason if row else "",
                (row.dissent or "") if row else "",
                (row.dissent_by or "") if row else "",
                row.disclosure if row else DisclosureConsidered.NOT_CONSIDERED,
                (row.disclosure_note or "") if row else "",
                row.next_review if row else None,
                said.get(item.case_id, ()),
                tuple(given[item.prn]),
            )
        )
    return tuple(made)

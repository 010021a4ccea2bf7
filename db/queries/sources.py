"""Sealed sources as stored: which statements may have one, which have, by whom and when. Never what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.dates import show_date
from app.domain.errors import NotFound
from app.domain.sources import SourceRow, Statement
from app.domain.words import SourceOf
from db.asked_about import number_of
from db.tables.meeting import Discussion
from db.tables.people import User
from db.tables.police import PoliceValue
from db.tables.register import Case, Forum, ServiceInformation
from db.tables.sources import Compartment, Source

_ABOUT_THE_ANSWER = frozenset({"Officer", "Checked on", "Grade", "Handling", "For the Board"})
"""Headings of a Police row that say how the answer stands; nobody said them."""
_CASE_OF = {
    SourceOf.INFORMATION: (ServiceInformation.id, ServiceInformation.case_id),
    SourceOf.DISCUSSION: (Discussion.id, Discussion.case_id),
    SourceOf.POLICE: (PoliceValue.id, PoliceValue.case_id),
}
T = TypeVar("T", ServiceInformation, Discussion, PoliceValue)

_SHOWN = 80


def statements(session: Session, cases: Sequence[Case]) -> dict[tuple[SourceOf, int], Statement]:
    """What is recorded of these cases that may have a sealed source, the newest first of each kind."""
    ids = [case.id for case in cases]
    found = [
        *(
            (SourceOf.INFORMATION, row.id, f"{row.service.value} on {show_date(row.as_at)}: {row.text}")
            for row in _of(session, ServiceInformation, ids)
        ),
        *(
            (SourceOf.DISCUSSION, row.id, f"{row.service.value} at {row.meeting}: {row.text}")
            for row in _of(session, Discussion, ids)
            if row.text
        ),
        *(
            (SourceOf.POLICE, row.id, f"Police, {row.heading}: {row.value}")
            for row in _of(session, PoliceValue, ids)
            if row.heading not in _ABOUT_THE_ANSWER
        ),
    ]
    return {(kind, number): Statement(kind, number, _short(said)) for kind, number, said in found}


def _of(session: Session, table: type[T], ids: list[int]) -> Sequence[T]:
    return session.scalars(select(table).where(table.case_id.in_(ids)).order_by(table.id.desc())).all()


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"


def case_of(session: Session, about: SourceOf, about_id: int) -> int:
    """The case that a statement is about. Raises NotFound."""
    number, case_id = _CASE_OF[about]
    found = session.scalar(select(case_id).where(number == about_id))
    if found is None:
        raise NotFound(
            f"There is no statement {about.value}:{about_id}; nothing was sealed: look at the list again."
        )
    return found


def source(session: Session, number: str) -> Source:
    """One sealed source. Raises NotFound."""
    row = session.get(Source, number_of(number))
    if row is None:
        raise NotFound(
            f"There is no sealed source {number.strip()}; nothing was opened: `forumdesk source list PRN`."
        )
    return row


def of_cases(session: Session, cases: Sequence[Case], reader: str, opens: frozenset[str]) -> list[SourceRow]:
    """That a source is sealed, by whom and when. `opens` are the forums in which the reader is chair."""
    told = statements(session, cases)
    query = (
        select(Source.id, Source.about, Source.about_id, Source.at, Source.writer)
        .add_columns(Compartment.subject, User.name)
        .join(Compartment, Compartment.id == Source.compartment_id)
        .join(User, User.user_id == Source.writer)
        .where(Source.case_id.in_([case.id for case in cases]))
        .order_by(Source.id.desc())
    )
    return [
        SourceRow(
            row.id,
            told.get((row.about, row.about_id), Statement(row.about, row.about_id, "taken back since")),
            row.name,
            row.at,
            row.writer == reader or row.subject in opens,
        )
        for row in session.execute(query)
    ]


class Told(NamedTuple):
    """What may be said of a sealed source: whom it is about in the trail's words, and who sealed it."""

    person: str
    statement: Statement
    writer: str


def row_of(session: Session, row: Source) -> Told:
    """A source without what it says."""
    case = session.get_one(Case, row.case_id)
    missing = Statement(row.about, row.about_id, "taken back since")
    statement = statements(session, [case]).get((row.about, row.about_id), missing)
    return Told(f"person {case.person_id}", statement, session.get_one(User, row.writer).name)


def forums(session: Session) -> list[str]:
    """Every forum's code."""
    return list(session.scalars(select(Forum.code)))

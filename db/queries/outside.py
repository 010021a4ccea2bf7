"""Rows that do not fit their seals, with the case each is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.people import Permission
from app.domain.row_seals import WHAT_TO_DO, MarkedOutside, Outside
from db import seal_checks
from db.tables.register import Case, Person
from db.work import Work


def found(work: Work, *, of_people: bool = False) -> Outside:
    """All of it, or all about people, with the PRN of everybody who is still there.

    Whoever opens no case gets the register's own number.
    """
    rows, faults = seal_checks.outside(work.connection, of_people=of_people)
    people = {row.person for row in rows if row.person is not None}
    named = work.session.execute(select(Person.id, Person.prn).where(Person.id.in_(people)))
    opens = work.forums_with(Permission.OPEN_CASE) != frozenset()
    prns = {row.id: row.prn if opens else f"(person {row.id})" for row in named}
    return Outside(tuple(rows), tuple(faults), prns)


def present(session: Session, people: Iterable[int]) -> list[int]:
    """Those of some people who are still in the register."""
    return list(session.scalars(select(Person.id).where(Person.id.in_(set(people)))))


def refuse_printing(work: Work, agenda: Agenda) -> None:
    """Refuse to print what rests on rows that were changed outside: a case of the agenda, or records about none."""
    cases = [*(item.case_id for item in agenda.items), *(row.case_id for row in agenda.not_listed)]
    refuse_printing_of(work, set(work.session.scalars(select(Case.person_id).where(Case.id.in_(cases)))))


def refuse_printing_of(work: Work, people: Collection[int]) -> None:
    """The same of what is printed about these people; of nobody where it is about the register's own records."""
    outside = found(work)
    if marked := [prn for person, prn in outside.prns.items() if person in people]:
        more = f" and {len(marked) - 1:,} more" if len(marked) > 1 else ""
        raise MarkedOutside(
            f"Not printed: the case of PRN {marked[0]}{more} was changed outside ForumDesk, so that a copy could say "
            f"what nobody entered. {WHAT_TO_DO}"
        )
    if outside.whole_register:
        raise MarkedOutside(
            "Not printed: records of this register that are about no one case were changed outside ForumDesk. "
            f"{WHAT_TO_DO}"
        )

"""Which cases an agenda considers, and the frame of every statement that reads something of all of them at once.

The statements are built once and run as Core, and words are read as they are stored: with a thousand cases the
building of statements and the turning of words into enums would cost more than the reading.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import DateTime, String, and_, bindparam, exists, func, or_, select, type_coerce
from sqlalchemy.engine import Connection

from app.domain.timeline import NamedDate
from app.domain.words import DateName, ExitReason
from db.tables import plan, restricted
from db.tables.register import Case, IomsRecord, Person

_DATE_NAMES = {name.value: name for name in DateName}
_NEVER = 2**62
"""Later than any entry of a trail: what *since* compares with while there is no closed meeting."""
LAST: Any = bindparam("last")
"""The trail number of the last closing, inside a statement; `Considered.since` beside it."""
_ENDED = and_(
    Case.closed_seq > LAST, or_(*(Case.exit_reason == reason for reason in ExitReason if reason.is_release))
)
_CONSIDERED = and_(Case.forum == bindparam("forum"), or_(Case.closed_seq.is_(None), _ENDED))
"""Open cases of a forum, and those that ended since the last closed meeting by a release."""

_FIELD, _ROW = "\x1f", "\x1e"
"""What parts a question from its answer, and one answer from the next, where they are read as one text."""


class Considered(Struct, frozen=True):
    """Which cases are read: those of `_CONSIDERED`. `last` is the trail number at which L was closed, or None."""

    connection: Connection
    forum: str
    last: int | None

    @property
    def since(self) -> int:
        """What a trail number must be above to be *since the last closed meeting*; none is while there was none."""
        return _NEVER if self.last is None else self.last

    def read(self, statement: Any, **more: Any) -> Any:
        """The rows of a statement over these cases; `more` are its own values beside forum and last meeting."""
        return self.connection.execute(statement, {"forum": self.forum, "last": self.since} | more).all()


def of_case(table: Any, *columns: Any) -> Any:
    """Columns of a table that hangs on a case, its case first."""
    return select(table.case_id, *columns).join(Case, Case.id == table.case_id).where(_CONSIDERED)


def of_person(table: Any, *columns: Any) -> Any:
    """Columns of a table that hangs on a person, the person's considered case first."""
    return select(Case.id, *columns).join(table, table.person_id == Case.person_id).where(_CONSIDERED)


def stored(column: Any) -> Any:
    """A word as it is stored."""
    return type_coerce(column, String)


class CaseRow(NamedTuple):
    """One considered case with the dates the rule asks of the extract's record.

    `answers` are all answers of its plan as one text, in no order.
    """

    id: int
    prn: str
    surname: str
    given_names: str
    anchor_name: str | None
    anchor_date: date | None
    opened_seq: int
    """When it came to this forum: by being opened, or from another one."""
    closed_seq: int | None
    closed_at: datetime | None
    """In UTC, without a zone, as it is stored."""
    exit_reason: str | None
    leading_service: str | None
    owner: str | None
    statutory_release: date | None
    ordered_release: date | None
    next_hearing: date | None
    vnr: bool | None
    answers: str | None
    kept: int | None


_ANSWERS = (
    select(func.aggregate_strings(plan.PlanAnswer.question + _FIELD + plan.PlanAnswer.answer, _ROW))
    .where(plan.PlanAnswer.case_id == Case.id)
    .correlate(Case)
    .scalar_subquery()
)
_KEPT = (
    select(restricted.StandInNumber.number)
    .where(
        restricted.StandInNumber.person_id == Case.person_id,
        restricted.StandInNumber.forum == bindparam("forum"),
        or_(
            exists().where(
                restricted.Restriction.person_id == Case.person_id,
                restricted.Restriction.lifted_seq.is_(None),
            ),
            exists().where(
                restricted.Exclusion.person_id == Case.person_id,
                restricted.Exclusion.ended_seq.is_(None),
                restricted.Exclusion.from_date <= bindparam("day"),
                or_(
                    restricted.Exclusion.to_date.is_(None),
                    restricted.Exclusion.to_date >= bindparam("day"),
                ),
            ),
        ),
    )
    .correlate(Case)
    .scalar_subquery()
)
"""N of *Restricted N* where somebody may not read the case on a day: restricted, or with somebody excluded."""
_CASES = (
    select(
        Case.id,
        Person.prn,
        Person.surname,
        Person.given_names,
        stored(Case.anchor_name),
        Case.anchor_date,
        func.coalesce(Case.joined_seq, Case.opened_seq),
        Case.closed_seq,
        type_coerce(Case.closed_at, DateTime),
        stored(Case.exit_reason),
        stored(Case.leading_service),
        Case.owner,
        IomsRecord.statutory_release,
        IomsRecord.ordered_release,
        IomsRecord.next_hearing,
        IomsRecord.vnr,
        _ANSWERS,
        _KEPT,
    )
    .join(Person, Person.id == Case.person_id)
    .outerjoin(IomsRecord, IomsRecord.person_id == Case.person_id)
    .where(_CONSIDERED)
)


def case_rows(considered: Considered, day: date) -> list[CaseRow]:
    """Every considered case, as it is kept on a day."""
    return [CaseRow._make(row) for row in considered.read(_CASES, day=day)]


def case_of(considered: Considered, prn: str) -> int | None:
    """The considered case of one person, an open one before one that ended."""
    statement = select(Case.id).join(Person).where(_CONSIDERED, Person.prn == bindparam("prn"))
    order = statement.order_by(Case.closed_seq.is_not(None), Case.id.desc())
    found = considered.read(order, prn=prn)
    return found[0].id if found else None


def read_answers(text: str | None) -> dict[str, str]:
    """Answers by question (app/domain/plan.py, QUESTIONS)."""
    found = {}
    for one in text.split(_ROW) if text else ():
        question, _, said = one.partition(_FIELD)
        found[question] = said
    return found


def named_date(name: str | None, day: date | None) -> NamedDate | None:
    """A stored name and day as one value; neither stands without the other."""
    return NamedDate(_DATE_NAMES[name], day) if name is not None and day is not None else None

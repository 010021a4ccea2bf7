"""What an extract may touch, read in a few statements; and its plan, stored in bulk.

Lists of thousands go through Core and never become mapped objects (design/speed.md, figure 18). What a bulk
statement changes is told in `changes`, `anchor_moves` and the dated rows of flags and aliases themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.dates import read_date
from app.domain.errors import NotFound
from app.domain.extract import Reading
from app.domain.extract import Rejection as RejectedFault
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.extract_plan import Current, KnownCase, KnownFlag, KnownPerson, LeftOutNow, Rules
from app.domain.extract_result import DifferenceRow, ExtractRow, LeftOutRow, RejectedRows
from app.domain.extract_stored import STORED
from app.domain.timeline import DATE_FIELDS, HandAnchor, NamedDate
from app.domain.words import DateName, Owner
from db.tables.extract import Change, Extract, LeftOut, Rejection
from db.tables.people import User
from db.tables.register import Alias, Case, Flag, Forum, ForumValue, IomsRecord, Person
from db.work import next_person

_CHUNK = 800

_DATE_NAMES: Mapping[str, DateName] = {
    heading: name
    for name, column in DATE_FIELDS.items()
    for heading in (FIELD_BY_NAME[column].heading, column, name.value)
}
"""A date the forum corrected may be named by its heading, its column or its name."""


def forum_names(connection: Connection) -> dict[str, str]:
    """Every forum's name by code."""
    return {row.code: row.name for row in connection.execute(select(Forum.code, Forum.name))}


class Whose(NamedTuple):
    """Everybody the last extracts of some forums had, and others by number besides."""

    connection: Connection
    forums: Sequence[str]
    others: Sequence[int] = ()

    def rows(self, query: Select[*tuple[Any, ...]], person: Any) -> Iterator[Any]:
        """The query's rows about these people; `person` is the column that says whom."""
        theirs = query.join(IomsRecord, IomsRecord.person_id == person)
        yield from self.connection.execute(theirs.where(IomsRecord.forum.in_(self.forums))).all()
        yield from in_chunks(self.connection, query, person, self.others)


def current(connection: Connection, reading: Reading, rules: Mapping[str, Rules]) -> Current:
    """All that the register holds of the people in the file and in its forums' last extracts."""
    people, others = _people(connection, reading)
    whose = Whose(connection, reading.forums, others)
    return Current(
        people=people,
        cases=_cases(whose),
        flags=_flags(whose),
        aliases=_aliases(whose),
        corrections=corrections(whose),
        left_out=_left_out(whose),
        rules=rules,
        next_person=next_person(connection),
        next_case=_next(connection, Case.id),
    )


def _next(connection: Connection, column: InstrumentedAttribute[int]) -> int:
    """The next free number; nobody else can take it while this transaction lasts."""
    return (connection.execute(select(func.max(column))).scalar() or 0) + 1


def in_chunks(
    connection: Connection, query: Select[*tuple[Any, ...]], column: Any, values: Sequence[Any]
) -> Iterator[Any]:
    """The query's rows where `column` is among `values`, however many those are."""
    for start in range(0, len(values), _CHUNK):
        yield from connection.execute(query.where(column.in_(values[start : start + _CHUNK]))).all()


def _people(connection: Connection, reading: Reading) -> tuple[dict[str, KnownPerson], list[int]]:
    """Whom the register knows by PRN, and the numbers of those that no extract of these forums had last."""
    records = IomsRecord.__table__
    columns = [records.c[name] for name in STORED]
    query = select(
        Person.id,
        Person.prn,
        Person.surname,
        Person.given_names,
        Person.date_of_birth,
        records.c.person_id,
        records.c.gone_extract_id,
        records.c.as_at,
        *columns,
    ).outerjoin_from(Person, records, records.c.person_id == Person.id)
    ours = connection.execute(query.where(records.c.forum.in_(reading.forums))).all()
    found = {row[1]: _person(row) for row in ours}
    missing = sorted(reading.prns - found.keys())
    others = [_person(row) for row in in_chunks(connection, query, Person.prn, missing)]
    found.update((known.prn, known) for known in others)
    return found, [known.person_id for known in others]


def _person(row: Any) -> KnownPerson:
    person_id, prn, surname, given_names, born, in_ioms, gone, as_at = row[:8]
    values = None if in_ioms is None else tuple(row[8:])
    return KnownPerson(person_id, prn, surname, given_names, born, gone is not None, as_at, values)


def _cases(whose: Whose) -> dict[int, list[KnownCase]]:
    query = select(
        Case.id,
        Case.person_id,
        Case.forum,
        Case.episode,
        Case.closed_seq,
        Case.anchor_name,
        Case.anchor_date,
        Case.anchor_as_at,
        Case.hand_anchor_name,
        Case.hand_anchor_date,
        Case.hand_anchor_reason,
    )
    found: dict[int, list[KnownCase]] = defaultdict(list)
    for number, person, forum, episode, closed, name, day, as_at, *by_hand in whose.rows(
        query, Case.person_id
    ):
        anchor = NamedDate(name, day) if name and day else None
        hand = HandAnchor(by_hand[0], by_hand[1], by_hand[2] or "") if by_hand[0] and by_hand[1] else None
        found[person].append(KnownCase(number, person, forum, episode, closed is None, anchor, as_at, hand))
    return found


def _flags(whose: Whose) -> dict[int, list[KnownFlag]]:
    query = select(Flag.id, Flag.person_id, Flag.code, Flag.owner, Flag.comment)
    found: dict[int, list[KnownFlag]] = defaultdict(list)
    rows = whose.rows(query.where(Flag.withdrawn_seq.is_(None)), Flag.person_id)
    for number, person, code, owner, comment in rows:
        found[person].append(KnownFlag(number, code, owner is Owner.IOMS, comment))
    return found


def _aliases(whose: Whose) -> dict[int, dict[tuple[str, str], int]]:
    query = select(Alias.id, Alias.person_id, Alias.surname, Alias.given_names)
    query = query.where(Alias.owner == Owner.IOMS, Alias.withdrawn_seq.is_(None))
    found: dict[int, dict[tuple[str, str], int]] = defaultdict(dict)
    for number, person, surname, given_names in whose.rows(query, Alias.person_id):
        found[person][surname, given_names] = number
    return found


def corrections(whose: Whose) -> dict[int, dict[DateName, Any]]:
    """The dates the forum has put right itself, by person; the last word counts."""
    query = select(ForumValue.person_id, ForumValue.field, ForumValue.value).order_by(ForumValue.id)
    query = query.where(ForumValue.withdrawn_seq.is_(None), ForumValue.field.in_(_DATE_NAMES))
    found: dict[int, dict[DateName, Any]] = defaultdict(dict)
    for person, field, value in whose.rows(query, ForumValue.person_id):
        if day := read_date(value):
            found[person][_DATE_NAMES[field]] = day
    return found


def _left_out(whose: Whose) -> dict[int, LeftOutNow]:
    query = select(LeftOut.person_id, LeftOut.forum, LeftOut.reason, LeftOut.starts)
    return {person: LeftOutNow(*told) for person, *told in whose.rows(query, LeftOut.person_id)}


def left_out(session: Session, forums: Iterable[str]) -> tuple[LeftOutRow, ...]:
    """Everybody these forums' last extracts had who is on no list, with why, by surname (need R5).

    Who has gone from the extract or was taken in since is not among them.
    """
    has_case = select(Case.id).where(Case.person_id == Person.id, Case.closed_seq.is_(None)).exists()
    query = (
        select(Person.prn, Person.surname, Person.given_names, LeftOut.reason, LeftOut.starts, LeftOut.forum)
        .join(LeftOut, LeftOut.person_id == Person.id)
        .join(IomsRecord, IomsRecord.person_id == Person.id)
        .where(LeftOut.forum.in_(list(forums)), IomsRecord.gone_extract_id.is_(None), ~has_case)
        .order_by(Person.name_key, Person.prn)
    )
    return tuple(LeftOutRow(*row, row.reason.on_watch_list) for row in session.execute(query))


def extracts(session: Session, forums: frozenset[str] | None = None) -> tuple[ExtractRow, ...]:
    """Every extract taken in, the last one first; only those that named no other forum where `forums` is given."""
    query = (
        select(Extract, User.name).outerjoin(User, User.user_id == Extract.who).order_by(Extract.id.desc())
    )
    return tuple(
        ExtractRow(
            row.id,
            row.file_name,
            row.sha256,
            row.encoding,
            row.as_at,
            row.imported_at,
            name or row.who,
            dict(row.counts),
        )
        for row, name in session.execute(query)
        if forums is None or forums.issuperset(row.forums)
    )


def rejected_rows(session: Session, number: int) -> RejectedRows:
    """The refused rows of one extract. Raises `NotFound` naming the last one there is."""
    taken = session.get(Extract, number)
    if taken is None:
        last = session.scalar(select(func.max(Extract.id)))
        known = f"the last one is {last}" if last else "none has been taken in yet"
        raise NotFound(f"There is no extract {number} in this register; {known}.")
    rows = session.execute(
        select(Rejection.row, Rejection.heading, Rejection.reason, Rejection.cells)
        .where(Rejection.extract_id == number)
        .order_by(Rejection.id)
    ).all()
    headings = tuple(rows[0].cells) if rows else ()
    return RejectedRows(
        taken.file_name,
        headings,
        {row.row: tuple(row.cells.get(heading, "") for heading in headings) for row in rows},
        tuple(RejectedFault(row.row, row.heading, row.reason) for row in rows),
    )


def differences(session: Session, number: int) -> tuple[DifferenceRow, ...]:
    """What one extract changed, as a person reads it."""
    query = (
        select(Person.prn, Change.field, Change.old, Change.new, Change.days_lost)
        .join(Person, Person.id == Change.person_id)
        .where(Change.extract_id == number)
        .order_by(Change.id)
    )
    return tuple(DifferenceRow(*row) for row in session.execute(query))

"""The register as a past day left it: rows with their later changes taken back, put where every query can be asked.

The rule is `app.domain.known`; here its facts are read: rows, what `history`, `changes` and `anchor_moves` keep, and
which entry of the trail was the last of a day (need A6).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Enum,
    Float,
    Integer,
    Table,
    Time,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.domain.dates import AUCKLAND, read_date, show_date
from app.domain.errors import NotFound, Refused
from app.domain.extract_fields import FIELDS
from app.domain.known import Rows, Undo, as_known, end_of
from app.domain.names import fold
from db.about import key_of, key_text, rows_about
from db.scratch import scratch
from db.tables import Base
from db.tables.base import Moment
from db.tables.extract import Change
from db.tables.people import User
from db.tables.register import AnchorMove, Person
from db.tables.seals import RowSeal
from db.tables.trail import History, KeptSince, Trail
from db.trail import moment_text

_WITH_A_CASE = (
    *("forums", "extracts", "meetings", "users", "roles", "returns", "exchanges", "criteria_versions"),
    "condition_texts",
)
"""What the case's own rows are read together with."""

_NOT_OF_AGENDAS = frozenset(
    {
        *(
            "row_seals",
            "extract_people",
            "trail",
            "trail_salts",
            "history",
            "kept_since",
            "meta",
            "recovery",
            "linkage_keys",
            "changes",
        ),
        *("copies", "copy_pages", "print_runs", "incident_steps", "rejections", "minutes_versions"),
        *(
            "minutes_steps",
            "returned_cells",
            "returned_rows",
            "exchange_rows",
            "under_way",
            "under_way_cases",
        ),
    }
)
_MOVES_FIRST = 10**12


class Past(NamedTuple):
    """A day, and the number of the last entry it saw."""

    on: date
    seq: int


def past(connection: Connection, on: date, today: date) -> Past:
    """The last entry made by the end of a day. Raises `Refused` for a day before the register was, or to come."""
    columns = Trail.__table__.c
    if on > today:
        # Nobody knew anything on a day to come; ages and what is late would be told as of then.
        raise Refused(f"{show_date(on)} has not come yet; nothing was changed: give today or a day before.")
    found = connection.execute(select(func.max(columns.seq)).where(columns.at < moment_text(end_of(on))))
    seq = found.scalar()
    if seq is None:
        first = connection.execute(select(columns.at).order_by(columns.seq).limit(1)).scalar_one()
        began = datetime.fromisoformat(first).astimezone(AUCKLAND).date()
        raise Refused(
            f"This register has nothing of {show_date(on)}: it was made on {show_date(began)}; "
            "nothing was changed: give a later day."
        )
    return Past(on, seq)


def not_kept(connection: Connection, seq: int) -> tuple[str, ...]:
    """In words, what cannot be told of a day before all that it needs was kept."""
    since = connection.execute(select(KeptSince.seq).where(KeptSince.what == "past days")).scalar()
    if since is None or seq >= since:
        return ()
    columns = Trail.__table__.c
    at = connection.execute(select(columns.at).where(columns.seq == since)).scalar()
    day = show_date(datetime.fromisoformat(at).date()) if at else "this program"
    words = (
        f"Not kept before {day}: which extract and row a value came from, since when another name stands, and why "
        "somebody was left out of the list."
    )
    return (words,)


def person_then(session: Session, person_id: int, when: Past) -> AbstractContextManager[Session]:
    """A session on one person's rows as they were. Raises `NotFound` where nobody knew them then."""
    connection = session.connection()
    rows = rows_about(connection, person_id)
    for name in _WITH_A_CASE:
        table = Base.metadata.tables[name]
        rows[table] = [dict(row) for row in connection.execute(select(table)).mappings()]
    then = _then(connection, rows, when, only=person_id)
    if not then.get(Base.metadata.tables["persons"]):
        raise NotFound(f"This register did not know them on {show_date(when.on)}; nothing was changed.")
    return scratch(then)


def register_then(session: Session, when: Past) -> AbstractContextManager[Session]:
    """A session on all that an agenda is made of, as it was."""
    connection = session.connection()
    rows = {
        table: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in Base.metadata.sorted_tables
        if table.name not in _NOT_OF_AGENDAS
    }
    return scratch(_then(connection, rows, when))


def tables_then(session: Session, names: Sequence[str], when: Past) -> AbstractContextManager[Session]:
    """A session on some tables as they were: a ledger and what it is read with."""
    connection = session.connection()
    tables = [Base.metadata.tables[name] for name in names]
    rows = {table: [dict(row) for row in connection.execute(select(table)).mappings()] for table in tables}
    return scratch(_then(connection, rows, when))


def _then(
    connection: Connection,
    rows: Mapping[Table, Sequence[dict[str, Any]]],
    when: Past,
    only: int | None = None,
) -> dict[Table, list[dict[str, Any]]]:
    named: Rows = {
        table.name: {key_text(key_of(table, row)): row for row in lines} for table, lines in rows.items()
    }
    if only is not None:
        named.setdefault("left_out", {})  # its rows go and come: history alone may still have one
    optional = {
        name: frozenset(column.name for column in Base.metadata.tables[name].columns if column.nullable)
        for name in named
    }
    steps = [
        *_from_history(connection, named, when.seq, only),
        *_from_extracts(connection, named, when.seq, only),
        *_from_moves(connection, named, when.seq),
    ]
    births = {**_scheduled(connection), **_people_came(named), **_let_in(connection)}
    found = as_known(named, steps, when.seq, births, optional)
    _whole_names(found)
    return {
        Base.metadata.tables[name]: [
            whole for key, row in lines.items() if (whole := _whole(Base.metadata.tables[name], key, row))
        ]
        for name, lines in found.items()
    }


def _from_history(connection: Connection, named: Rows, seq: int, only: int | None) -> Iterator[Undo]:
    wanted: ColumnElement[bool] = History.subject.in_(list(named))
    if only is not None:
        mine = {name: list(lines) for name, lines in named.items()}
        mine["left_out"] = [str(only)]
        wanted = or_(
            *(and_(History.subject == name, History.subject_id.in_(keys)) for name, keys in mine.items())
        )
    query = select(
        History.seq, History.id, History.subject, History.subject_id, History.field, History.old
    ).where(History.seq > seq, wanted)
    for row in connection.execute(query):
        column = Base.metadata.tables[row.subject].columns.get(row.field)
        if column is not None:
            yield Undo(row.seq, row.id, row.subject, row.subject_id, row.field, _typed(column, row.old))


_COLUMN_OF = {field.heading: field.name for field in FIELDS}


def _from_extracts(connection: Connection, named: Rows, seq: int, only: int | None) -> Iterator[Undo]:
    """What extracts changed stands in `changes`, as a person reads it; it reads back without a loss."""
    query = select(Change.seq, Change.id, Change.person_id, Change.field, Change.old).where(Change.seq > seq)
    if only is not None:
        query = query.where(Change.person_id == only)
    for row in connection.execute(query):
        name = _COLUMN_OF.get(row.field, "")
        table = "persons" if name in Person.__table__.c else "ioms_records"
        column = Base.metadata.tables[table].columns.get(name)
        key = str(row.person_id)
        if column is None or key not in named.get(table, {}):
            continue
        try:
            old = _read(column, row.old)
        except ValueError:
            continue  # masked: of somebody whom the person asking may not read, nothing is told anyway
        yield Undo(row.seq, row.id - _MOVES_FIRST, table, key, name, old)


def _from_moves(connection: Connection, named: Rows, seq: int) -> Iterator[Undo]:
    query = select(
        AnchorMove.seq, AnchorMove.id, AnchorMove.case_id, AnchorMove.old_name, AnchorMove.old_date
    ).where(AnchorMove.seq > seq)
    for row in connection.execute(query):
        key = str(row.case_id)
        if key in named.get("cases", {}):
            order = row.id - _MOVES_FIRST
            yield Undo(row.seq, order, "cases", key, "anchor_name", row.old_name)
            yield Undo(row.seq, order, "cases", key, "anchor_date", row.old_date)


def _scheduled(connection: Connection) -> dict[tuple[str, str], int]:
    """Which entry brought a meeting, a forum or a person with access: their rows do not say it, the trail does."""
    columns = Trail.__table__.c
    tables = {"schedule_meeting": "meetings", "add_forum": "forums"}
    query = select(columns.seq, columns.event, columns.subject).where(columns.event.in_(tables))
    return {
        (tables[row.event], row.subject.rpartition(" ")[2]): row.seq
        for row in connection.execute(query.order_by(columns.seq.desc()))
    }


def _let_in(connection: Connection) -> dict[tuple[str, str], int]:
    """Which entry brought somebody with access, by their row's seal: whoever gets new keys has another row, under the
    name that the one before bore until then. What the first seals of all were put under was there before them."""
    first = select(func.min(RowSeal.seq)).scalar_subquery()
    query = (
        select(RowSeal.row, func.min(RowSeal.seq))
        .where(RowSeal.table_name == User.__tablename__)
        .group_by(RowSeal.row)
        .having(func.min(RowSeal.seq) > first)
    )
    return {(User.__tablename__, str(row)): seq for row, seq in connection.execute(query)}


def _people_came(named: Rows) -> dict[tuple[str, str], int]:
    """A person came with the first extract that named them or the first case, whichever was first."""
    came: dict[str, int] = {}
    extracts = named.get("extracts", {})
    for row in named.get("ioms_records", {}).values():
        extract = extracts.get(str(row["first_extract_id"]))
        if extract:
            came[str(row["person_id"])] = extract["seq"]
    for row in named.get("cases", {}).values():
        key = str(row["person_id"])
        came[key] = min(came.get(key, row["opened_seq"]), row["opened_seq"])
    return {("persons", key): seq for key, seq in came.items()}


def _whole_names(rows: Rows) -> None:
    for row in rows.get("persons", {}).values():
        row["name_key"] = fold(f"{row['surname']} {row['given_names']}")


def _whole(table: Table, key: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """The row with its key, or None where too little of it is kept to stand."""
    columns = list(table.primary_key)
    if len(columns) == 1 and columns[0].name not in row:
        row[columns[0].name] = _typed(columns[0], key)
    missing = [
        column.name for column in table.columns if not column.nullable and row.get(column.name) is None
    ]
    return None if missing else {column.name: row.get(column.name) for column in table.columns}


_READERS: tuple[tuple[type[Any], Callable[[str], Any]], ...] = (
    (Moment, datetime.fromisoformat),
    (Boolean, "True".__eq__),
    (Integer, int),
    (Float, float),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
    (JSON, ast.literal_eval),
)


def _typed(column: Column[Any], text: str | None) -> Any:
    """A value from the words in which `history` keeps it."""
    if text is None:
        return None
    if isinstance(column.type, Enum) and column.type.enum_class is not None:
        return column.type.enum_class(text)
    read = next((read for kind, read in _READERS if isinstance(column.type, kind)), None)
    return read(text) if read else text


def _read(column: Column[Any], shown: str | None) -> Any:
    """A value from the words in which a person reads it."""
    if shown is None:
        return None if column.nullable else ""
    if isinstance(column.type, Boolean):
        return shown == "yes"
    if isinstance(column.type, Date):
        return read_date(shown)
    return _typed(column, shown)

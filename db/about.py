"""Every row about one person, found by what points to what, so that no table can be forgotten.

A new table that points to a person, a case, an address or anything of theirs is found by that alone: by the record of
a past day (need A6) and by disposal (need A7).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, or_, select
from sqlalchemy.engine import Connection

from db.tables import Base
from db.tables.register import Person

Key = tuple[Any, ...]

_AT_ONCE = 500


def key_of(table: Table, row: Mapping[str, Any]) -> Key:
    """A row's primary key."""
    return tuple(row[column.name] for column in table.primary_key)


def key_text(key: Key) -> str:
    """A primary key as `history` writes it."""
    return ".".join(map(str, key))


def rows_about(connection: Connection, person_id: int) -> dict[Table, list[dict[str, Any]]]:
    """The person's row and every row that points to it, or to one that does; parents before what hangs on them."""
    persons = Base.metadata.tables[Person.__tablename__]
    found: dict[Table, dict[Key, dict[str, Any]]] = {}
    _take(found, persons, connection.execute(select(persons).where(persons.c.id == person_id)).mappings())
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            parents = found.get(key.column.table)
            if parents is None or key.column.table is table:
                continue
            values = list({row[key.column.name] for row in parents.values()})
            for start in range(0, len(values), _AT_ONCE):
                query = select(table).where(key.parent.in_(values[start : start + _AT_ONCE]))
                _take(found, table, connection.execute(query).mappings())
    return {table: list(rows.values()) for table, rows in found.items() if rows}


def _take(found: dict[Table, dict[Key, dict[str, Any]]], table: Table, rows: Any) -> None:
    lines = found.setdefault(table, {})
    for row in rows:
        lines.setdefault(key_of(table, row), dict(row))


def with_keys(table: Table, keys: Sequence[Key]) -> Any:
    """A condition that only the rows with these primary keys meet."""
    columns = list(table.primary_key)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    matches = []
    for key in keys:
        condition = columns[0] == key[0]
        for column, value in zip(columns[1:], key[1:], strict=True):
            condition &= column == value
        matches.append(condition)
    return or_(*matches)

"""Thousands of rows in one statement: the engine's own `executemany`, with each distinct value converted once.

SQLAlchemy's bulk insert builds a dictionary and converts every value anew for each row, which costs more than
the insert itself (design/speed.md, figure 18). Statements and conversions still come from the mapped tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update
from sqlalchemy.engine import Dialect

from db.tables.base import Base
from db.tables.trail import History

_AT_ONCE = 800


def insert_rows(
    connection: Connection, mapped: type[Base], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert tuples whose values stand in the order of `columns`."""
    if rows:
        table = table_of(mapped)
        statement = insert(table).values({name: bindparam(name) for name in columns})
        _run(connection, table, statement, columns, rows)


def update_rows(
    connection: Connection,
    mapped: type[Base],
    key: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Set `columns` where `key` is the last value of each tuple."""
    if rows:
        table = table_of(mapped)
        statement = update(table).where(table.c[key] == bindparam("key_value"))
        statement = statement.values({name: bindparam(name) for name in columns})
        _run(connection, table, statement, [*columns, key], rows, {"key_value": key})


def keep_old(
    connection: Connection, seq: int, mapped: type[Base], columns: Sequence[str], keys: Sequence[int]
) -> None:
    """Keep in `history` what these columns say, before a statement for many rows changes or removes them.

    For what stands nowhere else afterwards: a past day is told from it (need A6). `keys` are primary keys.
    """
    table = table_of(mapped)
    (key,) = table.primary_key
    kept: list[tuple[Any, ...]] = []
    for start in range(0, len(keys), _AT_ONCE):
        query = select(key, *(table.c[name] for name in columns)).where(
            key.in_(keys[start : start + _AT_ONCE])
        )
        for number, *values in connection.execute(query):
            kept += [
                (seq, table.name, str(number), name, None if value is None else str(value), None)
                for name, value in zip(columns, values, strict=True)
            ]
    insert_rows(connection, History, ("seq", "subject", "subject_id", "field", "old", "new"), kept)


def _run(
    connection: Connection,
    table: Table,
    statement: Any,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    renamed: dict[str, str] | None = None,
) -> None:
    dialect = connection.dialect
    compiled = statement.compile(dialect=dialect)
    order = [(renamed or {}).get(name, name) for name in compiled.positiontup]
    by_name = dict(zip(columns, zip(*rows, strict=True), strict=True))
    ready = [_converted(table, name, by_name[name], dialect) for name in order]
    connection.exec_driver_sql(str(compiled), list(zip(*ready, strict=True)))


def _converted(table: Table, name: str, values: Sequence[Any], dialect: Dialect) -> Iterable[Any]:
    kind = table.c[name].type
    convert: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return values
    try:
        known = {value: convert(value) for value in set(values)}
    except TypeError:  # a value that cannot be looked up, such as a list kept as JSON
        return [convert(value) for value in values]
    return map(known.__getitem__, values)


def table_of(mapped: type[Base]) -> Table:
    """The one table a mapped class is kept in."""
    table = mapped.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{mapped.__name__} is not kept in one table")
    return table

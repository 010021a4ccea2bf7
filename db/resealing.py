"""Rows whose values a schema step rewrites: sealed anew, so that they do not look as if changed outside.

Before the steps each row is compared with its last seal by the columns that the file has then, and what does not fit
is remembered: it was changed by other tools, and no step makes it honest. After the steps, what does not fit and
fitted before was rewritten by a step (docs/decisions/0033).
"""

from __future__ import annotations

from sqlalchemy import Connection

from db.row_seals import was_sealed
from db.seal_checks import last_seals, unlike
from db.sealed_rows import Key, Sealed, sealed_tables

Rows = list[tuple[str, Key]]
"""Rows by table and key."""


def strangers(connection: Connection) -> Rows | None:
    """What does not fit its seal by the tables as they are; None where nothing was ever sealed."""
    if "row_seals" not in _tables(connection) or not was_sealed(connection):
        return None
    return _unlike(connection, [_as_it_is(connection, name) for name in _sealed(connection)])


def rewritten(connection: Connection, before: Rows) -> Rows:
    """What does not fit its seal by the tables of today, and did before the steps."""
    known = set(before)
    found = _unlike(connection, [sealed_tables()[name] for name in _sealed(connection)])
    return [row for row in found if row not in known]


def _tables(connection: Connection) -> set[str]:
    return set(
        connection.exec_driver_sql("SELECT name FROM main.sqlite_schema WHERE type = 'table'").scalars()
    )


def _sealed(connection: Connection) -> list[str]:
    return sorted(_tables(connection) & set(sealed_tables()))


def _as_it_is(connection: Connection, name: str) -> Sealed:
    columns = connection.exec_driver_sql(f'PRAGMA main.table_info("{name}")').all()
    key = next(column.name for column in columns if column.pk)
    return Sealed(name, key, tuple(sorted(column.name for column in columns)), "NULL", "")


def _unlike(connection: Connection, tables: list[Sealed]) -> Rows:
    last = last_seals(connection)
    return [(row.table_name, row.row) for table in tables for row in unlike(connection, table, last)]

"""What the engine itself refuses, whatever statement reaches it (design/trust.md, "Opening").

The guard is set after a connection is ready and after migrations have run. It is the second barrier:
the first is that only the door makes a `Work`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher

TRAIL_TABLE = "trail"

_OK: int = sqlcipher.SQLITE_OK
_DENY: int = sqlcipher.SQLITE_DENY

_LOOKING = frozenset(
    {
        sqlcipher.SQLITE_SELECT,
        sqlcipher.SQLITE_READ,
        sqlcipher.SQLITE_RECURSIVE,
        sqlcipher.SQLITE_TRANSACTION,
        sqlcipher.SQLITE_SAVEPOINT,
    }
)
_WRITING = frozenset({sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE})

_COLLECTING = frozenset({sqlcipher.SQLITE_CREATE_TEMP_TABLE, sqlcipher.SQLITE_CREATE_TEMP_TRIGGER})
_ASKED_FOR_TEMPORARY = frozenset({"sqlite_temp_master", "sqlite_master"})
COLLECTED = "seal_"
"""What the names of the temporary tables begin with that collect touched rows (db/row_seals.py)."""

_PRAGMAS_TO_READ = frozenset(
    {
        "application_id",
        "cipher_integrity_check",
        "data_version",
        "database_list",
        "encoding",
        "foreign_key_check",
        "foreign_keys",
        "freelist_count",
        "page_count",
        "query_only",
        "quick_check",
        "schema_version",
        "table_list",
        "user_version",
    }
)
_PRAGMAS_ABOUT = frozenset(
    {
        "foreign_key_check",
        "foreign_key_list",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "quick_check",
        "table_info",
        "table_xinfo",
    }
)
"""Those whose argument names what is asked about, so that they change nothing."""
_PRAGMAS_OF_OURS = frozenset({"cache_size"})
"""Memory of this one connection: a walk through every page once is quicker with hardly any (db/backup.py)."""

_FUNCTIONS_REFUSED = frozenset(
    {"load_extension", "fts3_tokenizer", "sqlcipher_export", "writefile", "readfile"}
)
_NO_ROWS_OF = frozenset({"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_sequence"})


class _Making(threading.local):
    now = False


_made = _Making()


@contextmanager
def collecting() -> Iterator[None]:
    """While temporary tables and triggers are made that collect touched rows: nothing else may make one."""
    _made.now = True
    try:
        yield
    finally:
        _made.now = False


def reader_guard(
    action: int, first: str | None, second: str | None, _database: str | None, _inside: str | None
) -> int:
    """For a connection that only looks: reading, plain questions, nothing else."""
    if action in _LOOKING:
        return _OK
    if action == sqlcipher.SQLITE_FUNCTION:
        return _function(second)
    if action == sqlcipher.SQLITE_PRAGMA:
        return _pragma(first, second)
    return _DENY


def masked_guard(
    shadowed: frozenset[str],
) -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    """As `reader_guard`, where views stand before some tables: what lies behind them is read by the views alone.

    So a statement that names the register's own schema, by mistake or not, is refused (db/readers_view.py).
    """

    def check(
        action: int, first: str | None, second: str | None, database: str | None, inside: str | None
    ) -> int:
        # A read of no column is the engine counting rows; the views' own reads come with their name.
        behind = action == sqlcipher.SQLITE_READ and database == "main" and bool(second) and inside is None
        return (
            _DENY if behind and first in shadowed else reader_guard(action, first, second, database, inside)
        )

    return check


def writer_guard(
    action: int, first: str | None, second: str | None, database: str | None, inside: str | None
) -> int:
    """For a connection that saves: rows may change, but no entry of the trail, no table, no other file."""
    if action in _WRITING:
        return _row(action, (first or "").casefold(), database)
    if action in _COLLECTING and _made.now:
        return _OK
    return reader_guard(action, first, second, database, inside)


def _row(action: int, table: str, database: str | None) -> int:
    if database == "temp" and table.startswith(COLLECTED):
        return _OK
    if table in _ASKED_FOR_TEMPORARY and _made.now:
        return _OK
    if table == TRAIL_TABLE and action != sqlcipher.SQLITE_INSERT:
        return _DENY
    # Autoincrement writes its table by itself, without asking; nobody else needs to.
    return _DENY if table in _NO_ROWS_OF else _OK


def _function(name: str | None) -> int:
    return _DENY if (name or "").casefold() in _FUNCTIONS_REFUSED else _OK


def _pragma(name: str | None, argument: str | None) -> int:
    asked = (name or "").casefold()
    allowed = _PRAGMAS_TO_READ | _PRAGMAS_ABOUT if argument is None else _PRAGMAS_ABOUT | _PRAGMAS_OF_OURS
    return _OK if asked in allowed else _DENY

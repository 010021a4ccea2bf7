"""Bringing a register's tables up to this program, all of it or none of it.

Alembic as a library: its operations, without its command line, its ini file or its own version table.
The number of the last step stands in the file's `user_version`. Each step is one module
`m0001_words.py` in `db/migrations` with `revision`, `down_revision` and `upgrade(op)`, and imports no
table of today: it must do the same in ten years.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from msgspec import Struct
from sqlalchemy import Connection, Engine

import db.migrations
from app.domain.errors import DamagedFile
from db import linkage, resealing
from db.connect import engine_errors
from db.schema import names, version_of


class Step(Struct, frozen=True):
    """One numbered change of the tables."""

    number: int
    upgrade: Callable[[Operations], None]
    rekeys: bool = False
    """Whether everybody's keys are to be made anew once the tables are today's (db/linkage.py)."""


def steps(package: ModuleType = db.migrations) -> tuple[Step, ...]:
    """The steps of a package in order, from 1 without a gap. Raises ValueError for a step out of line."""
    found: list[Step] = []
    for name in names(package):
        module = importlib.import_module(f"{package.__name__}.{name}")
        number = len(found) + 1
        line = (f"{number:04d}", f"{number - 1:04d}" if number > 1 else None)
        said = (getattr(module, "revision", None), getattr(module, "down_revision", None))
        if not name.startswith(f"m{number:04d}_") or said != line:
            raise ValueError(f"migration {name} is out of line")
        found.append(Step(number, module.upgrade, getattr(module, "rekeys", False)))
    return tuple(found)


def migrate(
    engine: Engine,
    known: Sequence[Step] | None = None,
    path: Path | None = None,
    reseal: Callable[[Connection, resealing.Rows], None] = lambda _connection, _rows: None,
) -> int:
    """Run the steps the file lacks, in one transaction, and give the number it is at now.

    `reseal` is handed the rows whose values a step rewrote, in that transaction: somebody has to sign for them.
    The engine must be a writer's, without a guard. Raises Refused for a file of a newer program and
    Damaged when rows would be left pointing nowhere; then the file is as it was.
    """
    todo = steps() if known is None else known
    with engine_errors(path or Path("register.fdb")), engine.connect() as connection:
        # Before BEGIN, or it has no effect: rebuilding a table with it ON deletes the rows that hang on it.
        raw = connection.connection.dbapi_connection
        if raw is None:
            raise ValueError("a migration needs an open connection")
        raw.cursor().execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            return _upgrade(connection, todo, reseal)


def _upgrade(
    connection: Connection, todo: Sequence[Step], reseal: Callable[[Connection, resealing.Rows], None]
) -> int:
    at = version_of(connection, len(todo))
    if at == len(todo):
        return at
    strangers = resealing.strangers(connection)
    operations = Operations(MigrationContext.configure(connection))
    for step in todo[at:]:
        step.upgrade(operations)
    if any(step.rekeys for step in todo[at:]):
        linkage.rebuild(connection)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise DamagedFile(
            "Some rows of this register point to rows that are gone, so it could not be brought up to date; it is as "
            "it was: restore the last backup."
        )
    connection.exec_driver_sql(f"PRAGMA user_version = {len(todo)}")
    if strangers is not None and (rows := resealing.rewritten(connection, strangers)):
        reseal(connection, rows)
    return len(todo)

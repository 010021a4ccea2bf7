"""Tables in memory that the register's own questions can be put to: how a past day is told (docs/decisions/0031).

Nothing of it reaches a disk, and closing it ends it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Table, insert
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from db.connect import engine_on
from db.tables import Base


@contextmanager
def scratch(rows: Mapping[Table, Sequence[Mapping[str, Any]]]) -> Iterator[Session]:
    """A session over these rows alone, in tables as the register's are."""

    def connect() -> Any:
        connection = sqlcipher.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA foreign_keys = OFF")  # of a person's rows, without all that they point to
        return connection

    engine = engine_on(connect, StaticPool)
    try:
        with Session(engine) as session:
            connection = session.connection()
            Base.metadata.create_all(connection, checkfirst=False)
            for table, lines in rows.items():
                alike: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
                for line in lines:
                    alike[tuple(line)].append(line)
                for same in alike.values():
                    connection.execute(insert(table), [dict(line) for line in same])
            yield session
    finally:
        engine.dispose()

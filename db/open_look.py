"""The connection of a look that goes on: left open from one letter to the next (docs/decisions/0036).

Readying a connection, its first pages and its statements are more work than answering a letter. Between two letters
it holds no transaction, so nothing of the register is locked and nobody's save waits for it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine

from db import readers_view
from db.connect import Opens

_File = tuple[int, int] | None


class _Left(NamedTuple):
    connection: Connection
    file: _File
    """Which file it has open: another may lie in its place by the next letter."""


class OpenLook:
    """At most one connection left open. Several threads ask for it; whoever has it has it alone."""

    def __init__(self) -> None:
        self._left: _Left | None = None
        self._lock = threading.Lock()

    @contextmanager
    def lent(self, engine: Engine, path: Path, who: readers_view.Who, opens: Opens) -> Iterator[Connection]:
        """The connection left open where it still serves, else a fresh one; left open again unless something fails.

        `opens` is the engine's own: keys that were given or taken since count for the next letter.
        """
        lent = self._serving(path, who, opens) or _Left(file=_file(path), connection=engine.connect())
        try:
            yield lent.connection
        except BaseException:
            lent.connection.close()
            raise
        with self._lock:
            other, self._left = self._left, lent
        if other is not None:  # two looked at once
            other.connection.close()

    def let_go(self) -> None:
        """Close it. One that is lent just now is not touched."""
        if (left := self._taken()) is not None:
            left.connection.close()

    def _taken(self) -> _Left | None:
        with self._lock:
            left, self._left = self._left, None
        return left

    def _serving(self, path: Path, who: readers_view.Who, opens: Opens) -> _Left | None:
        """It, if it is of the file that lies there now and hides those who are hidden now."""
        if (left := self._taken()) is None:
            return None
        with suppress(sqlcipher.Error):  # a fresh one tells what is the matter
            if left.file == _file(path) and readers_view.still_hides(left.connection, who):
                opens(left.connection.connection.driver_connection)
                return left
        left.connection.close()
        return None


def _file(path: Path) -> _File:
    try:
        at = path.stat()
    except OSError:
        return None
    return at.st_dev, at.st_ino

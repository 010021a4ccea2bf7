"""What the seal of a row is over: which tables are sealed, whom a row is about, and how its values are written.

As the engine holds them, by no mapped kind, so that a row reads the same for its seal whatever changes above it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from db.tables.base import Base

UNSEALED = frozenset({"trail", "row_seals", "linkage_keys", "trail_salts", "extract_people"})
"""Sealed by its own chain; the seals; remade from what is sealed; held by the signed commitment that it opens; where
in a file somebody stood, which no rule asks."""
HISTORY = "history"
"""Values as they were: what a past day is told from. Sealed later than the rest, see `history_is_sealed`."""
DOMAIN = b"forumdesk row seal 1\x00"

Key = int | str


class Kept(NamedTuple):
    """The last seal of one row. `digest` is empty where the entry took the row away."""

    seq: int
    person: int | None
    salt: bytes
    digest: bytes


NOBODY = "NULL"
"""Whom the rows of a table are about that are about nobody, in SQL."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """How the rows of one table are read for their seals: as the engine holds them, by no mapped kind."""

    name: str
    key: str
    columns: tuple[str, ...]
    person: str
    """SQL for the number of whom a row of `t` is about."""
    joins: str
    written: tuple[str, ...] = field(init=False)
    """The columns as names in JSON."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", tuple(f"{_quoted(column)}:" for column in self.columns))

    def rows(self, connection: Connection, among: str = "") -> Iterator[tuple[Any, ...]]:
        """Key, person and values of each row, of those in the temporary table `among` where one is named."""
        picked = f"WHERE t.{self.key} IN (SELECT sealed FROM temp.{among})" if among else ""
        values = ", ".join(f't."{column}"' for column in self.columns)
        chosen = f"SELECT t.{self.key}, {self.person}, {values} FROM main.{self.name} t"
        return raw_rows(connection, f"{chosen} {self.joins} {picked}")

    def digest(self, salt: bytes, key: Key, values: Sequence[Any]) -> bytes:
        """SHA-384 over salt, table, key and what is not empty, by name: a column added empty changes no seal."""
        kind = _WRITTEN.get
        told = [
            f"{name}{kind(type(value), _encode)(value)}"
            for name, value in zip(self.written, values, strict=True)
            if value is not None
        ]
        over = f'["{self.name}",{kind(type(key), _encode)(key)},{{{",".join(told)}}}]'
        return hashlib.sha384(DOMAIN + salt + over.encode("ascii")).digest()


def raw_rows(connection: Connection, statement: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """Rows as the engine's own driver gives them: there are as many as the register has, and each costs."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement, values)
        yield from cursor  # type: ignore[misc]  # a DBAPI cursor need not be iterable; this driver's is
    finally:
        cursor.close()


_encode = json.JSONEncoder(
    ensure_ascii=True, separators=(",", ":"), check_circular=False, default=lambda value: {"x": value.hex()}
).encode


_quoted = json.encoder.encode_basestring_ascii
_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    str: _quoted,
    int: int.__repr__,
    float: lambda value: repr(value) if isfinite(value) else _encode(value),
}
"""The kinds that nearly all values are of, as JSON writes them, without its walk: half the time of a digest."""


def _json(value: object) -> bytes:
    return _encode(value).encode("ascii")


@cache
def sealed_tables() -> Mapping[str, Sealed]:
    """Every mapped table that holds records, by name: a new one is sealed from its first row on."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    return {table.name: _sealed(table) for table in tables if table.name not in UNSEALED}


def _sealed(table: Table) -> Sealed:
    (key,) = table.primary_key.columns
    joins, person = ("", _whose_history()) if table.name == HISTORY else _path(table, "t", (table.name,))
    columns = tuple(sorted(column.name for column in table.columns))
    return Sealed(table.name, key.name, columns, person or NOBODY, joins)


def _whose_history() -> str:
    """The person whose row a value of `history` stood in: it names table and key, and points nowhere."""
    whose = []
    for name, table in sorted(Base.metadata.tables.items()):
        joins, person = ("", "") if name in UNSEALED or name == HISTORY else _path(table, "h", (name,))
        if person:
            (key,) = table.primary_key.columns
            whose.append(
                f"WHEN '{name}' THEN (SELECT {person} FROM main.{name} h {joins} WHERE h.{key.name} = t.subject_id)"
            )
    return f"CASE t.subject {' '.join(whose)} END"


def _path(table: Table, alias: str, seen: tuple[str, ...]) -> tuple[str, str]:
    """The way from a row to the person it is about, by its foreign keys; the nearest first, none for most."""
    if table.name == "persons":
        return "", f"{alias}.id"
    keys = sorted(
        (key for key in table.foreign_keys if key.column.table.name not in seen),
        key=lambda key: (
            key.column.table.name != "persons",
            key.column.table.name != "cases",
            key.parent.name,
        ),
    )
    for key in keys:
        target = key.column.table
        if target.name == "persons":
            return "", f"{alias}.{key.parent.name}"
        onward = f"{alias}_{key.parent.name}"
        joins, person = _path(target, onward, (*seen, target.name))
        if person:
            on = f"{onward}.{key.column.name} = {alias}.{key.parent.name}"
            return f"LEFT JOIN main.{target.name} {onward} ON {on} {joins}", person
    return "", ""


def part_of(table: str, row: Key, person: int | None, digest: bytes) -> bytes:
    """One row's part of what is signed, as JSON: without the salt, so that disposal can empty it."""
    if type(row) is int:  # put together by hand: most rows have numbers, and nothing to escape
        about = "null" if person is None else person
        return f'["{table}",{row},{about},"{digest.hex()}"]'.encode("ascii")
    return _json([table, row, person, digest.hex()])


def seq_of(kept: Kept | None) -> int | None:
    return kept.seq if kept else None

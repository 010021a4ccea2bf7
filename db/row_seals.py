"""Row seals: each row hangs on the signed entry that last changed it (design/trust.md, "Opening").

Whoever can open the register holds its key, so a seal under that key would prove nothing. Here each row that an
entry touches gets a salted digest, and the entry's signed body holds one digest over all of them: a row changed with
own tools no longer fits its seal, and a seal made anew no longer fits what somebody else has signed.

What a transaction touches is collected by temporary triggers of the writer's own connection, so that bulk
statements and other triggers are caught like the mapped rows; a table gets them before the first statement that names
it. The image of a row before its first change is kept too: a row that did not fit its seal cannot be changed through
the program either, since that would seal a stranger's change under an honest name.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Table, event

from app.domain.errors import Damaged
from app.domain.row_seals import Change, OutsideRow
from db.connect import as_stored
from db.guard import COLLECTED, collecting
from db.tables.base import Base
from db.trail import head, linked, signed_entries

UNSEALED = frozenset({"trail", "row_seals", "linkage_keys", "trail_salts", "extract_people"})
"""Sealed by its own chain; the seals; remade from what is sealed; held by the signed commitment that it opens; where
in a file somebody stood, which no rule asks."""
GIVERS = "users"
"""The table that says whose signature counts: where it is asked about, the entries must be as others found them."""
HISTORY = "history"
"""Values as they were: what a past day is told from. Sealed later than the rest, see `_history_is_sealed`."""
DOMAIN = b"forumdesk row seal 1\x00"
BODY = "seals"
"""Under which word the entry's body holds the digest over its rows."""
SALT_BYTES = 16

_WRITES = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+\"?(\w+)",
    re.I,
)
_MIGHT_WRITE = re.compile(r"\s*(?:WITH|EXPLAIN)\b.*\b(?:INSERT|REPLACE|UPDATE|DELETE)\b", re.I | re.S)
"""Of a statement that begins otherwise it is not told here which table it writes: then every table is watched."""

Key = int | str


class Kept(NamedTuple):
    """The last seal of one row. `digest` is empty where the entry took the row away."""

    seq: int
    person: int | None
    salt: bytes
    digest: bytes


_NOBODY = "NULL"
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
        return _raw(connection, f"{chosen} {self.joins} {picked}")

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


def _raw(connection: Connection, statement: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
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
    return Sealed(table.name, key.name, columns, person or _NOBODY, joins)


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


def watch(engine: Engine) -> None:
    """Have every writing connection of an engine collect what its transaction touches."""

    @event.listens_for(engine, "before_cursor_execute")
    def _before(
        connection: Connection, _cursor: Any, statement: str, _values: Any, _context: Any, _many: bool
    ) -> None:
        named = _WRITES.match(statement)
        if named is None and not _MIGHT_WRITE.match(statement):
            return
        for name in (named[1],) if named else tuple(sealed_tables()):
            _collect(connection, name)

    @event.listens_for(engine, "rollback")
    def _gone(connection: Connection) -> None:
        connection.info.pop("sealing", None)  # the temporary tables went with the transaction
        connection.info.pop("sound", None)

    @event.listens_for(engine, "commit")
    def _stored(connection: Connection) -> None:
        connection.info.pop("sound", None)  # from now on others may write


def _collect(connection: Connection, name: str) -> None:
    watched: set[str] = connection.info.setdefault("sealing", set())
    sealed = sealed_tables().get(name)
    if sealed is None or name in watched:
        return
    watched.add(name)
    raw = connection.connection.cursor()
    old = ", ".join(f'OLD."{column}"' for column in sealed.columns)
    names = ", ".join(f"v{number}" for number in range(len(sealed.columns)))
    held, key = f"{COLLECTED}{name}", sealed.key
    image = f"INSERT INTO {held} (sealed, fresh, {names}) VALUES (OLD.{key}, 0, {old});"
    moved = f"INSERT INTO {held} (sealed, fresh) SELECT NEW.{key}, 1 WHERE NEW.{key} IS NOT OLD.{key};"
    made = f"INSERT INTO {held} (sealed, fresh) VALUES (NEW.{key}, 1);"
    statements = (
        f"CREATE TEMP TABLE {held} (sealed, fresh, {names})",
        f"CREATE TEMP TRIGGER {held}_made AFTER INSERT ON main.{name} BEGIN {made} END",
        f"CREATE TEMP TRIGGER {held}_set AFTER UPDATE ON main.{name} BEGIN {image} {moved} END",
        f"CREATE TEMP TRIGGER {held}_gone AFTER DELETE ON main.{name} BEGIN {image} END",
    )
    with collecting():
        for statement in statements:
            raw.execute(statement)


class _Line(NamedTuple):
    table_name: str
    row: Key
    seq: int
    person: int | None
    salt: bytes
    digest: bytes


_PLACE = attrgetter("table_name", "row")
"""The order in which an entry signs its lines; the keys of one table are all numbers or all words."""


def seal(connection: Connection) -> dict[str, object]:
    """Seal what this transaction touched, under the number of the coming entry; gives what its body says of it.

    Empty where nothing was touched. Raises Damaged where a row that was touched had been changed outside: then
    nothing of the transaction may stand. A register that was never sealed is sealed whole, as found.
    """
    watched = connection.info.pop("sealing", set())
    connection.info.pop("sound", None)
    accepted: set[tuple[str, Key]] = connection.info.pop("sealed_as_found", set())
    if not watched:
        return {}
    with as_stored(connection):
        return _seal(connection, watched, accepted)


def _seal(connection: Connection, watched: set[str], accepted: set[tuple[str, Key]]) -> dict[str, object]:
    seq = head(connection)[0] + 1
    if not was_sealed(connection):
        lines = [line for sealed in sealed_tables().values() for line in _all(connection, sealed, seq)]
        first: dict[str, object] = {"as_found": True} if seq > 1 else {}
        return _store(connection, lines, first | {HISTORY: True})
    more: dict[str, object] = {}
    lines = []
    if not _history_is_sealed(connection):
        more, lines = {HISTORY: True}, list(_all(connection, sealed_tables()[HISTORY], seq))
        watched = watched - {HISTORY}
    lines += [line for name in sorted(watched) for line in _touched(connection, name, seq, accepted)]
    told = _store(connection, lines, more) if lines or more else {}
    _forget(connection)
    return told


def was_sealed(connection: Connection) -> bool:
    """Whether an entry of the trail ever sealed anything: emptying the seals does not make a register new."""
    if connection.exec_driver_sql("SELECT 1 FROM main.row_seals LIMIT 1").first():
        return True
    return bool(
        connection.exec_driver_sql(
            "SELECT 1 FROM main.trail WHERE instr(body, ?) LIMIT 1", (f'"{BODY}":{{',)
        ).first()
    )


def _history_is_sealed(connection: Connection) -> bool:
    """Whether an entry says that it sealed `history`: an older program's seals left it out."""
    if connection.exec_driver_sql(
        "SELECT 1 FROM main.row_seals WHERE table_name = 'history' LIMIT 1"
    ).first():
        return True
    told = connection.exec_driver_sql(
        "SELECT 1 FROM main.trail WHERE instr(body, ?) ORDER BY seq LIMIT 1", (f'"{HISTORY}":true',)
    )
    return bool(told.first())


def _all(connection: Connection, sealed: Sealed, seq: int) -> Iterator[_Line]:
    for key, person, *values in sealed.rows(connection):
        salt = os.urandom(SALT_BYTES)
        yield _Line(sealed.name, key, seq, person, salt, sealed.digest(salt, key, values))


def _touched(connection: Connection, name: str, seq: int, accepted: set[tuple[str, Key]]) -> Iterator[_Line]:
    sealed, held = sealed_tables()[name], f"{COLLECTED}{name}"
    first: dict[Key, bool] = {}
    for key, fresh in _raw(connection, f"SELECT sealed, fresh FROM temp.{held} ORDER BY rowid"):
        first.setdefault(key, bool(fresh))
    if not first:
        return
    kept = _last(connection, sealed, held, first)
    old = {} if all(first.values()) else _images(connection, held, first)
    for key, fresh in first.items() if kept or old else ():
        if (name, key) not in accepted and not _stood(sealed, key, old.get(key), kept.get(key)):
            change = _change(fresh, kept.get(key))
            raise Damaged(OutsideRow(name, key, change, None, _seq(kept.get(key))).refusal)
    salts = os.urandom(SALT_BYTES * len(first))
    at = 0
    for key, person, *values in sealed.rows(connection, held):
        if not first.pop(key) and key in kept and values == old[key] and (name, key) not in accepted:
            continue
        salt = salts[at : at + SALT_BYTES]
        at += SALT_BYTES
        yield _Line(name, key, seq, person, salt, sealed.digest(salt, key, values))
    for key in first:  # what is left was taken away
        was = kept.get(key)
        if was is not None and was.digest:
            yield _Line(name, key, seq, was.person, b"", b"")


def _images(connection: Connection, held: str, first: Mapping[Key, bool]) -> dict[Key, list[Any]]:
    """What stood in each row before its first change, where it was there before."""
    found: dict[Key, list[Any]] = {}
    for key, _fresh, *image in _raw(connection, f"SELECT * FROM temp.{held} WHERE fresh = 0 ORDER BY rowid"):
        if not first[key]:
            found.setdefault(key, image)
    return found


def _stood(sealed: Sealed, key: Key, old: list[Any] | None, kept: Kept | None) -> bool:
    """Whether a row was before its first change as its last seal says: absent, or with these values."""
    if old is None:
        return kept is None or not kept.digest
    return kept is not None and bool(kept.digest) and sealed.digest(kept.salt, key, old) == kept.digest


def _change(fresh: bool, kept: Kept | None) -> Change:
    if fresh:
        return Change.GONE
    return Change.CHANGED if kept is not None and kept.digest else Change.ADDED


def _seq(kept: Kept | None) -> int | None:
    return kept.seq if kept else None


def _last(connection: Connection, sealed: Sealed, held: str, first: Mapping[Key, bool]) -> dict[Key, Kept]:
    """The last seal of each touched row. Rows numbered beyond every seal of the table have none: an import's."""
    newest = connection.exec_driver_sql(
        "SELECT max(row) FROM main.row_seals WHERE table_name = ?", (sealed.name,)
    ).scalar()
    if newest is None or (
        isinstance(newest, int) and all(isinstance(key, int) and key > newest for key in first)
    ):
        return {}
    found = _raw(
        connection,
        "SELECT s.row, max(s.seq), s.person, s.salt, s.digest FROM main.row_seals s "
        f"WHERE s.table_name = ? AND s.row IN (SELECT sealed FROM temp.{held}) GROUP BY s.row",
        (sealed.name,),
    )
    return {row: Kept(*rest) for row, *rest in found}


def _store(connection: Connection, lines: list[_Line], told: dict[str, object]) -> dict[str, object]:
    lines.sort(key=_PLACE)
    connection.connection.cursor().executemany("INSERT INTO row_seals VALUES (?, ?, ?, ?, ?, ?)", lines)
    over = hashlib.sha384(DOMAIN)
    over.update(b"".join([_part(line.table_name, line.row, line.person, line.digest) for line in lines]))
    return {BODY: {"rows": len(lines), "sha384": over.hexdigest()} | told}


def _part(table: str, row: Key, person: int | None, digest: bytes) -> bytes:
    """One row's part of what is signed, as JSON: without the salt, so that disposal can empty it."""
    if type(row) is int:  # put together by hand: most rows have numbers, and nothing to escape
        about = "null" if person is None else person
        return f'["{table}",{row},{about},"{digest.hex()}"]'.encode("ascii")
    return _json([table, row, person, digest.hex()])


def accept(connection: Connection, rows: Iterable[tuple[str, Key]]) -> None:
    """Have rows sealed as they are found now by this transaction's entry: what a chair decides, with a reason."""
    for name, key in rows:
        _collect(connection, name)
        connection.exec_driver_sql(
            f"INSERT INTO temp.{COLLECTED}{name} (sealed, fresh) VALUES (?, 0)", (key,)
        )
        connection.info.setdefault("sealed_as_found", set()).add((name, key))


def forget(connection: Connection, person: int) -> None:
    """Have the salts of all about a person emptied that does not stand any more, once this transaction is sealed.

    For disposal (need A7), which takes the rows away or blanks them in the same transaction: with the salts goes the
    last way to guess what they held. The digests stay, so that each entry still agrees with what was signed.
    """
    connection.info.setdefault("forgotten", set()).add(person)


def forget_row(connection: Connection, table: str, key: Key) -> None:
    """The same for one row that is of several people: its seals before this transaction's lose their salt."""
    connection.info.setdefault("forgotten_rows", set()).add((table, key))


def _forget(connection: Connection) -> None:
    for table, key in connection.info.pop("forgotten_rows", ()):
        connection.exec_driver_sql(
            "UPDATE row_seals SET salt = x'' WHERE table_name = ? AND row = ? AND seq < (SELECT max(seq) FROM "
            "main.row_seals later WHERE later.table_name = row_seals.table_name AND later.row = row_seals.row)",
            (table, key),
        )
    for person in connection.info.pop("forgotten", ()):
        connection.exec_driver_sql(
            "UPDATE row_seals SET salt = x'' WHERE person = ? AND EXISTS (SELECT 1 FROM main.row_seals later WHERE "
            "later.table_name = row_seals.table_name AND later.row = row_seals.row AND later.seq > row_seals.seq)",
            (person,),
        )


def last_seals(connection: Connection, signed: dict[int, Any] | None = None) -> dict[str, dict[Key, Kept]]:
    """The last seal of each row by table. `signed` is given, by entry, the digest over what it sealed."""
    last: dict[str, dict[Key, Kept]] = {}
    for name, row, seq, person, salt, digest in _raw(
        connection,
        "SELECT table_name, row, seq, person, salt, digest FROM main.row_seals ORDER BY table_name, row, seq",
    ):
        if signed is not None:
            over = signed.get(seq)
            if over is None:
                over = signed[seq] = hashlib.sha384(DOMAIN)
            over.update(_part(name, row, person, digest))
        last.setdefault(name, {})[row] = Kept(seq, person, salt, digest)
    return last


def outside(connection: Connection, *, of_people: bool = False) -> tuple[list[OutsideRow], list[str]]:
    """What was changed with other tools: rows that do not fit their seals, and faults of the seals themselves.

    Reads every sealed row once; `of_people` leaves out the tables that are about nobody, since whoever asks about one
    case need not be somebody who reads minutes or evaluations (db/role_guard.py). An entry whose seals are not those
    it signed is a fault: which row it was cannot be told any more.
    """
    with as_stored(connection):
        return _outside(connection, of_people) if was_sealed(connection) else ([], [])


def _outside(connection: Connection, of_people: bool) -> tuple[list[OutsideRow], list[str]]:
    signed: dict[int, Any] = {}
    last = last_seals(connection, signed)
    faults = list(_unsigned(connection, {seq: over.hexdigest() for seq, over in signed.items()}))
    looked_at = [each for each in sealed_tables().values() if each.person != _NOBODY or not of_people]
    rows = [row for sealed in looked_at for row in unlike(connection, sealed, last)]
    strange = sorted(set(last) - set(sealed_tables()))
    faults += [f"Seals stand for a table {name} that holds no records." for name in strange]
    return rows, faults


def strange(connection: Connection, names: Collection[str]) -> list[OutsideRow]:
    """Rows of some tables that do not fit what was signed, of those that this transaction has not touched itself.

    For what must not rest on a stranger's row, such as to whom a key is given. What was touched is asked by `seal`.
    An entry that sealed one of them and does not hold its own seals or signature makes all of its rows strange.
    """
    if not was_sealed(connection):
        return []
    places = ", ".join("?" for _ in names)
    last: dict[str, dict[Key, Kept]] = {}
    with as_stored(connection):
        for name, row, *rest in _raw(
            connection,
            "SELECT table_name, row, seq, person, salt, digest FROM main.row_seals "
            f"WHERE table_name IN ({places}) ORDER BY table_name, row, seq",
            tuple(names),
        ):
            last.setdefault(name, {})[row] = Kept(*rest)
        relied = {kept.seq for rows in last.values() for kept in rows.values()}
        unsound = _unsound(connection, relied)
        if GIVERS in names:
            # An entry that its own signer rewrote would say who was let in while they still might.
            unsound |= relied - linked(connection, signed_entries(connection, relied - unsound))
        found = [
            OutsideRow(name, row, Change.CHANGED, kept.person, kept.seq)
            for name, rows in last.items()
            for row, kept in rows.items()
            if kept.seq in unsound
        ]
        for name in sorted(names):
            touched = keys_touched(connection, name)
            rows = unlike(connection, sealed_tables()[name], last)
            found += [row for row in rows if row.row not in touched]
    return found


def keys_touched(connection: Connection, name: str) -> set[Key]:
    """The rows of a table that this transaction has touched so far."""
    if name not in connection.info.get("sealing", ()):
        return set()
    return {row[0] for row in _raw(connection, f"SELECT sealed FROM temp.{COLLECTED}{name}")}


def _unsound(connection: Connection, seqs: set[int]) -> set[int]:
    """Entries of these whose seals are not those they were signed with, or that their actor did not sign.

    All seals are read for it, since nothing but they tell which rows an entry sealed: the engine picks them, and an
    entry is asked about once in a transaction, at whose end alone seals are written.
    """
    known: dict[int, bool] = connection.info.setdefault("sound", {})
    asked = sorted(seqs - known.keys())
    if asked:
        over = {seq: hashlib.sha384(DOMAIN) for seq in asked}
        places = ", ".join("?" for _ in asked)
        for name, row, seq, person, digest in _raw(
            connection,
            "SELECT table_name, row, seq, person, digest FROM main.row_seals "
            f"WHERE seq IN ({places}) ORDER BY table_name, row, seq",
            asked,
        ):
            over[seq].update(_part(name, row, person, digest))
        known.update(dict.fromkeys(asked, False))
        for entry in signed_entries(connection, asked):
            held = json.loads(entry.body).get(BODY) or {}
            known[entry.seq] = held.get("sha384") == over[entry.seq].hexdigest()
    return {seq for seq in seqs if not known[seq]}


def as_first_sealed(connection: Connection, name: str, since: Collection[str]) -> set[Key]:
    """The rows of a table that are what the first entry sealed, but for some columns that were empty then."""
    sealed, first = sealed_tables()[name], {}
    with as_stored(connection):
        for row, salt, digest in _raw(
            connection,
            "SELECT row, salt, digest FROM main.row_seals WHERE table_name = ? ORDER BY row, seq DESC",
            (name,),
        ):
            first[row] = salt, digest
        return {
            key
            for key, _person, *values in sealed.rows(connection)
            if key in first and _first_digest(sealed, key, values, first[key][0], since) == first[key][1]
        }


def first_sealed_of(
    connection: Connection, name: str, key: Key, guesses: Iterable[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """Of guesses at what stood in a row when it was first sealed the one that did, by column; None where none did."""
    sealed = sealed_tables()[name]
    query = "SELECT salt, digest FROM main.row_seals WHERE table_name = ? AND row = ? ORDER BY seq LIMIT 1"
    for salt, digest in _raw(connection, query, (name, key)):
        for guess in guesses:
            if sealed.digest(salt, key, [guess.get(column) for column in sealed.columns]) == digest:
                return guess
    return None


def _first_digest(sealed: Sealed, key: Key, values: list[Any], salt: bytes, since: Collection[str]) -> bytes:
    named = zip(sealed.columns, values, strict=True)
    return sealed.digest(salt, key, [None if column in since else value for column, value in named])


def unlike(
    connection: Connection, sealed: Sealed, last: Mapping[str, dict[Key, Kept]]
) -> Iterator[OutsideRow]:
    """The rows of one table that do not fit their last seals."""
    if sealed.name == HISTORY and not _history_is_sealed(connection):
        return
    kept = dict(last.get(sealed.name, {}))
    for key, person, *values in sealed.rows(connection):
        was = kept.pop(key, None)
        if was is None or not was.digest:
            yield OutsideRow(sealed.name, key, Change.ADDED, person, _seq(was))
        elif sealed.digest(was.salt, key, values) != was.digest:
            yield OutsideRow(sealed.name, key, Change.CHANGED, was.person or person, was.seq)
    for key, was in kept.items():
        if was.digest:
            yield OutsideRow(sealed.name, key, Change.GONE, was.person, was.seq)


def _unsigned(connection: Connection, signed: dict[int, str]) -> Iterator[str]:
    """Entries whose body tells of other seals than those that stand under their number."""
    told = connection.exec_driver_sql(
        "SELECT seq, body FROM main.trail WHERE instr(body, ?) ORDER BY seq", (f'"{BODY}":{{',)
    )
    for seq, body in told:
        held = json.loads(body).get(BODY)
        if isinstance(held, dict) and signed.pop(seq, "") != held.get("sha384"):
            yield f"The seals of entry {seq:,} are not those it was signed with."
    for seq in sorted(signed):
        yield f"Rows are sealed under entry {seq:,}, which sealed none."

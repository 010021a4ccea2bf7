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
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, event

from app.domain.errors import Damaged
from app.domain.row_seals import Change, OutsideRow
from db.connect import as_stored
from db.guard import COLLECTED, collecting
from db.sealed_rows import DOMAIN, HISTORY, Kept, Key, Sealed, part_of, raw_rows, sealed_tables, seq_of
from db.trail import head

BODY = "seals"
"""Under which word the entry's body holds the digest over its rows."""
SALT_BYTES = 16


_WRITES = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+\"?(\w+)",
    re.I,
)
_MIGHT_WRITE = re.compile(r"\s*(?:WITH|EXPLAIN)\b.*\b(?:INSERT|REPLACE|UPDATE|DELETE)\b", re.I | re.S)
"""Of a statement that begins otherwise it is not told here which table it writes: then every table is watched."""


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
    if not history_is_sealed(connection):
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


def history_is_sealed(connection: Connection) -> bool:
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
    for key, fresh in raw_rows(connection, f"SELECT sealed, fresh FROM temp.{held} ORDER BY rowid"):
        first.setdefault(key, bool(fresh))
    if not first:
        return
    kept = _last(connection, sealed, held, first)
    old = {} if all(first.values()) else _images(connection, held, first)
    for key, fresh in first.items() if kept or old else ():
        if (name, key) not in accepted and not _stood(sealed, key, old.get(key), kept.get(key)):
            change = _change(fresh, kept.get(key))
            raise Damaged(OutsideRow(name, key, change, None, seq_of(kept.get(key))).refusal)
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
    for key, _fresh, *image in raw_rows(
        connection, f"SELECT * FROM temp.{held} WHERE fresh = 0 ORDER BY rowid"
    ):
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


def _last(connection: Connection, sealed: Sealed, held: str, first: Mapping[Key, bool]) -> dict[Key, Kept]:
    """The last seal of each touched row. Rows numbered beyond every seal of the table have none: an import's."""
    newest = connection.exec_driver_sql(
        "SELECT max(row) FROM main.row_seals WHERE table_name = ?", (sealed.name,)
    ).scalar()
    if newest is None or (
        isinstance(newest, int) and all(isinstance(key, int) and key > newest for key in first)
    ):
        return {}
    found = raw_rows(
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
    over.update(b"".join([part_of(line.table_name, line.row, line.person, line.digest) for line in lines]))
    return {BODY: {"rows": len(lines), "sha384": over.hexdigest()} | told}


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


def keys_touched(connection: Connection, name: str) -> set[Key]:
    """The rows of a table that this transaction has touched so far."""
    if name not in connection.info.get("sealing", ()):
        return set()
    return {row[0] for row in raw_rows(connection, f"SELECT sealed FROM temp.{COLLECTED}{name}")}

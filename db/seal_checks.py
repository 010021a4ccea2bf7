"""What is asked of row seals: which rows do not fit theirs, and what a row said when it was first sealed.

A row that does not fit was changed outside. What must not rest on a stranger's row, such as to whom a key is given,
asks here for the entries too that its rows hang on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.domain.row_seals import Change, OutsideRow
from db.connect import as_stored
from db.row_seals import BODY, history_is_sealed, keys_touched, was_sealed
from db.sealed_rows import (
    DOMAIN,
    HISTORY,
    NOBODY,
    Kept,
    Key,
    Sealed,
    part_of,
    raw_rows,
    sealed_tables,
    seq_of,
)
from db.trail import linked, signed_entries

GIVERS = "users"
"""The table that says whose signature counts: where it is asked about, the entries must be as others found them."""


def last_seals(connection: Connection, signed: dict[int, Any] | None = None) -> dict[str, dict[Key, Kept]]:
    """The last seal of each row by table. `signed` is given, by entry, the digest over what it sealed."""
    last: dict[str, dict[Key, Kept]] = {}
    for name, row, seq, person, salt, digest in raw_rows(
        connection,
        "SELECT table_name, row, seq, person, salt, digest FROM main.row_seals ORDER BY table_name, row, seq",
    ):
        if signed is not None:
            over = signed.get(seq)
            if over is None:
                over = signed[seq] = hashlib.sha384(DOMAIN)
            over.update(part_of(name, row, person, digest))
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
    looked_at = [each for each in sealed_tables().values() if each.person != NOBODY or not of_people]
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
        for name, row, *rest in raw_rows(
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
        for name, row, seq, person, digest in raw_rows(
            connection,
            "SELECT table_name, row, seq, person, digest FROM main.row_seals "
            f"WHERE seq IN ({places}) ORDER BY table_name, row, seq",
            asked,
        ):
            over[seq].update(part_of(name, row, person, digest))
        known.update(dict.fromkeys(asked, False))
        for entry in signed_entries(connection, asked):
            held = json.loads(entry.body).get(BODY) or {}
            known[entry.seq] = held.get("sha384") == over[entry.seq].hexdigest()
    return {seq for seq in seqs if not known[seq]}


def as_first_sealed(connection: Connection, name: str, since: Collection[str]) -> set[Key]:
    """The rows of a table that are what the first entry sealed, but for some columns that were empty then."""
    sealed, first = sealed_tables()[name], {}
    with as_stored(connection):
        for row, salt, digest in raw_rows(
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


class Seal(NamedTuple):
    """What a row hung on after one entry, by which a guess at what it said then is known to be right."""

    table: Sealed
    row: Key
    salt: bytes
    digest: bytes

    def is_of(self, guess: Mapping[str, Any]) -> bool:
        """Whether this is what the row said, by column."""
        values = [guess.get(column) for column in self.table.columns]
        return self.table.digest(self.salt, self.row, values) == self.digest


def sealed_under(connection: Connection, name: str, row: Key, seq: int) -> Seal | None:
    """The seal of a row by the entry of that number."""
    query = "SELECT salt, digest FROM main.row_seals WHERE table_name = ? AND row = ? AND seq = ?"
    for salt, digest in raw_rows(connection, query, (name, row, seq)):
        return Seal(sealed_tables()[name], row, salt, digest)
    return None


def _first_digest(sealed: Sealed, key: Key, values: list[Any], salt: bytes, since: Collection[str]) -> bytes:
    named = zip(sealed.columns, values, strict=True)
    return sealed.digest(salt, key, [None if column in since else value for column, value in named])


def unlike(
    connection: Connection, sealed: Sealed, last: Mapping[str, dict[Key, Kept]]
) -> Iterator[OutsideRow]:
    """The rows of one table that do not fit their last seals."""
    if sealed.name == HISTORY and not history_is_sealed(connection):
        return
    kept = dict(last.get(sealed.name, {}))
    for key, person, *values in sealed.rows(connection):
        was = kept.pop(key, None)
        if was is None or not was.digest:
            yield OutsideRow(sealed.name, key, Change.ADDED, person, seq_of(was))
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

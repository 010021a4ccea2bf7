"""Wraps of a restricted case's newest key pair that are not as its holders left them (need A4).

The program gives wraps and never rewrites one, and takes them out only together with a pair that another follows. So
one that was rewritten, taken out, doubled, or given by somebody who does not hold the key themselves was written with
own tools: to take the key from whom it was sealed to, or to hide that somebody holds it. Nobody but that holder could
tell whether it opens, so a holder who saves makes the next pair, sealed to all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from db.tables.seals import RowSeal
from db.tables.sources import CompartmentKey
from db.tables.trail import Trail

_TABLE = CompartmentKey.__tablename__


class Newest(NamedTuple):
    """The newest pair of a case: its number, and the entry that made it."""

    number: int
    seq: int


class Spoilt(NamedTuple):
    """One wrap that is not as a holder left it: its row, and the entry that last sealed it."""

    person_id: int
    row: int
    seq: int


def spoilt(connection: Connection, newest: Mapping[int, Newest]) -> Iterator[Spoilt]:
    """Of the cases of these people, by their newest pairs. What this very change touches is the program's own."""
    pairs = {pair.number: person_id for person_id, pair in newest.items()}
    standing, many = _standing(connection, pairs)
    proven = {row for pair in newest.values() for row in _given_rows(connection, pair)}
    lines = select(RowSeal.row, RowSeal.seq, RowSeal.person, func.length(RowSeal.digest) > 0)
    mine = lines.where(RowSeal.table_name == _TABLE).order_by(RowSeal.row, RowSeal.seq)
    for row, sealed in groupby(connection.execute(mine), key=itemgetter(0)):
        was: int | None = None
        for _row, seq, person_id, stands in sealed:
            if was is not None and was in newest and seq > newest[was].seq:
                yield Spoilt(was, row, seq)
            elif (row in standing and stands and pairs[standing[row].number] == person_id) and (
                row not in proven or many[standing[row]] > 1
            ):
                yield Spoilt(person_id, row, seq)
            was = person_id if stands else None


def given(connection: Connection, pair: Newest) -> dict[str, bytes]:
    """Who holds a pair, with their public halves: as whoever made it left it, or somebody who held it gave it since.

    A wrap that anybody else wrote tells neither that somebody holds the key nor which half is theirs.
    """
    rows = _given_rows(connection, pair)
    query = select(CompartmentKey.user_id, CompartmentKey.public_unwrap).where(CompartmentKey.id.in_(rows))
    return {row.user_id: row.public_unwrap for row in connection.execute(query.order_by(CompartmentKey.id))}


class _Wrap(NamedTuple):
    number: int
    user_id: str


def _standing(connection: Connection, numbers: Iterable[int]) -> tuple[dict[object, _Wrap], Counter[_Wrap]]:
    rows = select(CompartmentKey.id, CompartmentKey.compartment_id, CompartmentKey.user_id)
    found: dict[object, _Wrap] = {
        row.id: _Wrap(row.compartment_id, row.user_id)
        for row in connection.execute(rows.where(CompartmentKey.compartment_id.in_(numbers)))
    }
    return found, Counter(found.values())


def _given_rows(connection: Connection, pair: Newest) -> list[int]:
    standing, _ = _standing(connection, (pair.number,))
    seals = (
        select(RowSeal.row, func.min(RowSeal.seq).label("seq"), Trail.who)
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(RowSeal.table_name == _TABLE, RowSeal.row.in_(standing))
        .group_by(RowSeal.row)
        .having(func.count() == 1)
        .order_by("seq")
    )
    found: dict[object, str] = {}
    for row, seq, who in connection.execute(seals):
        if seq == pair.seq or (seq > pair.seq and who in found.values()):
            found[row] = standing[row].user_id
    return [row for row in found if isinstance(row, int)]

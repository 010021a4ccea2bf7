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
    proven = set(_given_rows(connection, newest.values()))
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


def given(connection: Connection, pairs: Mapping[int, Newest]) -> dict[int, dict[str, bytes]]:
    """Who holds each pair, with their public halves: as whoever made it left it, or somebody who held it gave it since.

    A wrap that anybody else wrote tells neither that somebody holds the key nor which half is theirs.
    """
    if not pairs:
        return {}
    whose = {pair.number: each for each, pair in pairs.items()}
    found: dict[int, dict[str, bytes]] = {each: {} for each in pairs}
    query = select(CompartmentKey.compartment_id, CompartmentKey.user_id, CompartmentKey.public_unwrap)
    mine = query.where(CompartmentKey.id.in_(_given_rows(connection, pairs.values())))
    for number, user_id, public in connection.execute(mine.order_by(CompartmentKey.id)):
        found[whose[number]][user_id] = public
    return found


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


def _given_rows(connection: Connection, pairs: Iterable[Newest]) -> list[int]:
    made = {pair.number: pair.seq for pair in pairs}
    standing, _ = _standing(connection, made)
    seals = (
        select(RowSeal.row, func.min(RowSeal.seq).label("seq"), Trail.who)
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(RowSeal.table_name == _TABLE, RowSeal.row.in_(standing))
        .group_by(RowSeal.row)
        .having(func.count() == 1)
        .order_by("seq")
    )
    found: list[int] = []
    held = set[_Wrap]()
    for row, seq, who in connection.execute(seals):
        wrap = standing[row]
        first = made[wrap.number]
        if isinstance(row, int) and (seq == first or (seq > first and _Wrap(wrap.number, who) in held)):
            found.append(row)
            held.add(wrap)
    return found

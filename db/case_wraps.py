"""Wraps of a restricted case's newest key pair that are not as its holders left them (need A4).

The program gives wraps and never rewrites one, and takes them out only together with a pair that another follows. So
one that was rewritten, taken out, doubled, or given by somebody who does not hold the key themselves was written with
own tools: to take the key from whom it was sealed to, or to hide that somebody holds it. Nobody but that holder could
tell whether it opens, so a holder who saves makes the next pair, sealed to all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
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
    rows = select(CompartmentKey.id, CompartmentKey.compartment_id, CompartmentKey.user_id)
    pairs = {pair.number: person_id for person_id, pair in newest.items()}
    standing = {
        row.id: (row.compartment_id, row.user_id)
        for row in connection.execute(rows.where(CompartmentKey.compartment_id.in_(pairs)))
    }
    many = Counter(standing.values())
    lines = select(RowSeal.row, RowSeal.seq, RowSeal.person, func.length(RowSeal.digest) > 0)
    mine = lines.where(RowSeal.table_name == _TABLE).order_by(RowSeal.row, RowSeal.seq)
    for row, sealed in groupby(connection.execute(mine), key=itemgetter(0)):
        was: int | None = None
        for _row, seq, person_id, stands in sealed:
            if was is not None and was in newest and seq > newest[was].seq:
                yield Spoilt(was, row, seq)
            elif row in standing and stands and pairs[standing[row][0]] == person_id:
                number, user_id = standing[row]
                late = seq > newest[person_id].seq and not _held(connection, seq, number, standing)
                if late or many[number, user_id] > 1:
                    yield Spoilt(person_id, row, seq)
            was = person_id if stands else None


def _held(connection: Connection, seq: int, number: int, standing: Mapping[int, tuple[int, str]]) -> bool:
    """Whether whoever signed an entry holds a pair themselves, as whoever gives it does."""
    who = connection.execute(select(Trail.who).where(Trail.seq == seq)).scalar()
    return (number, who) in standing.values()

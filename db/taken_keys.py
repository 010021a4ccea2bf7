"""What the check of a register tells of rows about access that somebody signed who may not (need A4).

Each of them is as somebody signed it, so that none is a fault of the register; but somebody may have lost by it what is
theirs, and must hear how it comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.domain.taken_keys import How, Taken, lingering_words, taken_words
from db.case_keys import Ring, ring_of
from db.case_seals import lingering
from db.case_words import Counting, counting
from db.case_wraps import Newest, spoilt
from db.connect import as_stored
from db.own_gifts import own_gifts
from db.person_keys import PersonKeys
from db.tables.people import User
from db.tables.restricted import Restriction
from db.tables.sources import CompartmentKey
from db.tables.trail import Meta


def told(session: Session, keys: PersonKeys, today: date, hidden: Collection[int]) -> str:
    """The sentences, empty where every row was signed by who may and every key is where it should be.

    `keys` are those of whoever asks; who holds one still that they should not is told of no case that is `hidden` from
    them, since their own saving would not end it.
    """
    connection = session.connection()
    standing = select(Restriction.person_id, Restriction.id).where(Restriction.lifted_seq.is_(None))
    restricted = dict(connection.execute(standing).all())
    register_id = connection.execute(select(Meta.register_id)).scalar_one()
    with as_stored(connection) as raw:
        said, _doubted = counting(connection, register_id, restricted)
        ring = ring_of(raw.execute, register_id, keys, {})
    gifts = own_gifts(connection, said=said)
    names = dict(connection.execute(select(User.user_id, User.name)).all())
    taken = taken_words([*gifts.taken, *_keys(connection, ring, said)], names)
    mine = restricted.keys() - set(hidden)
    left = lingering_words(names[who] for who in lingering(session, keys, today, mine) if who in names)
    return " ".join(each for each in (gifts.words(today), taken, left) if each)


def _keys(connection: Connection, ring: Ring, said: Mapping[int, Counting]) -> Iterator[Taken]:
    """Keys of restricted cases that are not as a holder left them, or do not open for whoever asks."""
    newest = {who: Newest(each.numbers[-1], each.pairs[-1].seq) for who, each in said.items()}
    whose = dict(connection.execute(select(CompartmentKey.id, CompartmentKey.user_id)).all())
    for each in spoilt(connection, newest):
        yield Taken(How.WRAP, CompartmentKey.__tablename__, each.row, each.seq, whose.get(each.row, ""))
    yield from _not_open(connection, ring, said.values())


def _not_open(connection: Connection, ring: Ring, cases: Iterable[Counting]) -> Iterator[Taken]:
    for said in cases:
        number = said.numbers[-1]
        if ring.places[number].wrap is not None and ring.key(number) is None:
            mine = CompartmentKey.compartment_id == number, CompartmentKey.user_id == ring.keys.user_id
            last = (
                select(CompartmentKey.id, CompartmentKey.seq).where(*mine).order_by(CompartmentKey.id.desc())
            )
            row = connection.execute(last.limit(1)).one()
            yield Taken(How.NOT_OPEN, CompartmentKey.__tablename__, row.id, row.seq, ring.keys.user_id)

"""Rows about access that are gone, and whose they were: the program ends such a row and never takes it away (need A4).

What stood in a row can be told by its first seal: the digest of the right guess fits it, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from sqlalchemy import Connection, select

from db.seal_checks import sealed_under
from db.signed_rows import Signed
from db.tables.people import User
from db.tables.register import Person
from db.tables.restricted import CaseReader, Exclusion, Restriction
from db.tables.seals import RowSeal

SignedRows = Mapping[tuple[str, object], Signed]


class GoneReader(NamedTuple):
    """A reader's name whose row is gone, and of which restriction it was."""

    row: int
    by: Signed
    user_id: str
    restriction: int


def gone_readers(connection: Connection, signed: SignedRows) -> Iterator[GoneReader]:
    """Named readers whose rows somebody took away."""
    numbers = connection.execute(select(Restriction.id)).scalars().all()
    users = connection.execute(select(User.user_id)).scalars().all()
    for row, by in _gone(signed, CaseReader.__tablename__):
        seal = sealed_under(connection, CaseReader.__tablename__, row, by.first.seq)
        told = {"id": row, "seq": by.first.seq}
        for number, user_id in product(numbers, users):
            if seal and seal.is_of(told | {"restriction_id": number, "user_id": user_id}):
                yield GoneReader(row, by, user_id, number)


def gone_exclusions(connection: Connection, signed: SignedRows) -> Iterator[tuple[int, int, Signed]]:
    """Exclusions that somebody took away, with the person, but with everything about a person, as disposal does."""
    gone = dict(_gone(signed, Exclusion.__tablename__))
    lines = select(RowSeal.row, Person.id).join(Person, Person.id == RowSeal.person).distinct()
    mine = lines.where(RowSeal.table_name == Exclusion.__tablename__, RowSeal.row.in_(gone))
    for row, person_id in connection.execute(mine):
        if isinstance(row, int):
            yield row, person_id, gone[row]


def _gone(signed: SignedRows, table: str) -> Iterator[tuple[int, Signed]]:
    for (name, row), by in signed.items():
        if name == table and by.gone and isinstance(row, int):
            yield row, by

"""Rows about access that are gone, and whose they were: the program ends such a row and never takes it away (need A4).

What stood in a row can be told by its first seal: the digest of the right guess fits it, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from app.domain.people import Office
from app.domain.words import Role
from db.seal_checks import first_sealed_of
from db.signed_rows import Signed
from db.tables.people import Proposal, RoleGrant, User
from db.tables.register import Forum, Person
from db.tables.restricted import CaseReader, Exclusion, Restriction
from db.tables.seals import RowSeal

SignedRows = Mapping[tuple[str, object], Signed]


class GoneOffice(NamedTuple):
    """An office whose row is gone; `user_id` is empty where nobody can tell whose it was."""

    row: int
    by: Signed
    user_id: str
    office: Office | None


class GoneReader(NamedTuple):
    """A reader's name whose row is gone, and of which restriction it was."""

    row: int
    by: Signed
    user_id: str
    restriction: int


def gone_offices(connection: Connection, signed: SignedRows) -> Iterator[GoneOffice]:
    """Offices that somebody took away, but those that were given anew since."""
    later = {
        (grant.user_id, by.first.seq)
        for grant in connection.execute(select(RoleGrant.id, RoleGrant.user_id))
        if (by := signed.get((RoleGrant.__tablename__, grant.id)))
    }
    now = {
        grant.user_id
        for grant in connection.execute(select(RoleGrant.id, RoleGrant.user_id))
        if (RoleGrant.__tablename__, grant.id) not in signed
    }
    for row, by in _gone(signed, RoleGrant.__tablename__):
        was = first_sealed_of(connection, RoleGrant.__tablename__, row, _offices(connection, row, by)) or {}
        user_id, office = str(was.get("user_id", "")), None
        if user_id in now or any(who == user_id and seq > by.last.seq for who, seq in later):
            continue
        if was:
            until = date.fromisoformat(was["to_date"]) if was["to_date"] else None
            office = Office(was["forum"], Role(was["role"]), date.fromisoformat(was["from_date"]), until)
        yield GoneOffice(row, by, user_id, office)


def gone_readers(connection: Connection, signed: SignedRows) -> Iterator[GoneReader]:
    """Named readers whose rows somebody took away."""
    numbers = connection.execute(select(Restriction.id)).scalars().all()
    users = connection.execute(select(User.user_id)).scalars().all()
    for row, by in _gone(signed, CaseReader.__tablename__):
        guesses = (
            {"id": row, "restriction_id": number, "user_id": user_id, "seq": by.first.seq}
            for number, user_id in product(numbers, users)
        )
        if was := first_sealed_of(connection, CaseReader.__tablename__, row, guesses):
            yield GoneReader(row, by, was["user_id"], was["restriction_id"])


def gone_exclusions(connection: Connection, signed: SignedRows) -> Iterator[tuple[int, Signed]]:
    """Exclusions that somebody took away, but with everything about a person, as disposal does."""
    gone = dict(_gone(signed, Exclusion.__tablename__))
    lines = select(RowSeal.row).where(RowSeal.table_name == Exclusion.__tablename__, RowSeal.row.in_(gone))
    still = connection.execute(lines.join(Person, Person.id == RowSeal.person).distinct()).scalars().all()
    yield from ((row, by) for row, by in gone.items() if row in still)


def _gone(signed: SignedRows, table: str) -> Iterator[tuple[int, Signed]]:
    for (name, row), by in signed.items():
        if name == table and by.gone and isinstance(row, int):
            yield row, by


def _offices(connection: Connection, row: int, by: Signed) -> Iterator[dict[str, Any]]:
    """What a role's row can have said that an entry gave: what was proposed, or what a new person asked for."""
    told = {"id": row, "granted_seq": by.first.seq}
    for each in connection.execute(select(Proposal).where(Proposal.decided_seq == by.first.seq)):
        says = {"user_id": each.user_id, "forum": each.forum, "role": each.role.value if each.role else None}
        until = each.to_date.isoformat() if each.to_date else None
        for who, since in product((by.first.who, each.proposed_by), (each.from_date, by.first.day)):
            yield told | says | {"from_date": since.isoformat(), "to_date": until, "granted_by": who}
    users = connection.execute(select(User.user_id)).scalars().all()
    forums = [None, *connection.execute(select(Forum.code)).scalars()]
    since = by.first.day.isoformat()
    for user_id, forum, role in product(users, forums, Role):
        says = {"user_id": user_id, "forum": forum, "role": role.value, "to_date": None}
        yield told | says | {"from_date": since, "granted_by": by.first.who}

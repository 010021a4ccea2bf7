"""Rows that must not make anybody the holder of a key, of sources or of a restricted case (needs A4, D3).

Whoever has the register's key can write rows with own tools and sign an entry of their own that seals them. What they
cannot do is sign as somebody else: so nobody holds a key by a row about themselves that they alone have signed. Two
come in by their own signature and rightly so: the founder, by the first entry that seals anything, before which nothing
can be put; and whom the recovery codes let in, by what the codes sign in that entry. What an entry calls itself proves
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from app.domain.words import Role
from db import recovery
from db.tables.people import Proposal, Recovery, RoleGrant, User
from db.tables.restricted import CaseReader, Exclusion
from db.tables.seals import RowSeal
from db.tables.trail import Meta, Trail

DECIDES = frozenset(
    {"users", "roles", "proposals", "recovery", "restrictions", "case_readers", "exclusions"}
    | {"compartments", "compartment_keys"}
)
"""Tables that say who holds a key: a row that somebody wrote with own tools must give nobody one."""


@dataclass(slots=True)
class Gifts:
    """Rows that would make their own signer a holder, by number; of users by theirs."""

    users: set[str] = field(default_factory=set)
    roles: set[int] = field(default_factory=set)
    proposals: set[int] = field(default_factory=set)
    readers: set[int] = field(default_factory=set)
    exclusions: set[int] = field(default_factory=set)
    """These stand, whatever they say of their end."""
    codes: set[int] = field(default_factory=set)
    """Of recovery codes that no codes before them vouch for."""


NOTHING = Gifts()


@dataclass(slots=True)
class _Signed:
    """The entries that sealed one row: who signed the first, and the last, with its number."""

    first: str
    last: str
    seq: int


def own_gifts(connection: Connection) -> Gifts:
    """Rows about somebody that nobody but they have signed: what they gave themselves.

    An office that was handed over counts, since the other one signed the proposal; a reader's own name counts where
    somebody else made them administrator or chair.
    """
    signed = _signed(connection)
    found = Gifts()
    began = connection.execute(select(func.min(RowSeal.seq))).scalar()
    vouched = _vouched(connection, signed, began, found.codes)

    def gave(table: str, row: object, user_id: str) -> bool:
        by = signed.get((table, row))
        return by is not None and by.last == user_id and by.seq not in vouched and by.seq != began

    proposals = connection.execute(select(Proposal.id, Proposal.user_id, Proposal.decided_seq)).all()
    for row in proposals:
        by = signed.get(("proposals", row.id))
        if by is not None and by.first == row.user_id:
            found.proposals.add(row.id)
    accepted = {(row.user_id, row.decided_seq) for row in proposals if row.id not in found.proposals}
    found.users = {each for each in connection.scalars(select(User.user_id)) if gave("users", each, each)}
    run_it = set()
    for grant in connection.execute(select(RoleGrant.id, RoleGrant.user_id, RoleGrant.role)):
        by = signed.get(("roles", grant.id))
        if gave("roles", grant.id, grant.user_id) and by and (grant.user_id, by.seq) not in accepted:
            found.roles.add(grant.id)
        elif grant.role in (Role.ADMINISTRATOR, Role.CHAIR):
            run_it.add(grant.user_id)
    for reader in connection.execute(select(CaseReader.id, CaseReader.user_id)):
        if gave("case_readers", reader.id, reader.user_id) and reader.user_id not in run_it:
            found.readers.add(reader.id)
    for exclusion in connection.execute(select(Exclusion.id, Exclusion.user_id)):
        if gave("exclusions", exclusion.id, exclusion.user_id or ""):
            found.exclusions.add(exclusion.id)
    return found


def _vouched(
    connection: Connection, signed: Mapping[tuple[str, object], _Signed], began: int | None, gone: set[int]
) -> set[int]:
    """Entries by which recovery codes that are the register's let somebody in; `gone` gets the codes that are none.

    The first codes are the founder's. Each later sheet comes with such an entry, which the codes before it signed.
    """
    register_id = connection.execute(select(Meta.register_id)).scalar_one()
    known: list[bytes] = []
    vouched: set[int] = set()
    for row in connection.execute(select(Recovery.id, Recovery.public_unwrap).order_by(Recovery.id)):
        by = signed.get(("recovery", row.id))
        if by is not None and by.seq != began:
            body = connection.execute(select(Trail.body).where(Trail.seq == by.seq)).scalar_one()
            said = json.loads(body).get(recovery.VOUCHED)
            admitted = recovery.Admitted(register_id, by.seq, by.last, row.public_unwrap)
            if not any(recovery.vouches(public, admitted, said) for public in known):
                gone.add(row.id)
                continue
            vouched.add(by.seq)
        known.append(row.public_unwrap)
    return vouched


def _signed(connection: Connection) -> dict[tuple[str, object], _Signed]:
    wanted = ("users", "roles", "proposals", "case_readers", "exclusions", "recovery")
    query = (
        select(RowSeal.table_name, RowSeal.row, Trail.seq, Trail.who)
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(RowSeal.table_name.in_(wanted))
        .order_by(RowSeal.table_name, RowSeal.row, Trail.seq)
    )
    found: dict[tuple[str, object], _Signed] = {}
    for name, row, seq, who in connection.execute(query):
        before = found.get((name, row))
        found[name, row] = _Signed(before.first if before else who, who, seq)
    return found

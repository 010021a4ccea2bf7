"""Rows that must not make anybody the holder of a key, of sources or of a restricted case (needs A4, D3).

Whoever has the register's key can write rows with own tools and sign an entry of their own that seals them. What they
cannot do is sign as somebody else: so nobody holds a key by a row about themselves that they alone have signed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from app.domain.words import Role
from db.tables.people import Proposal, RoleGrant, User
from db.tables.restricted import CaseReader, Exclusion
from db.tables.seals import RowSeal
from db.tables.trail import Trail

_THEIR_OWN = ("create_register", "recover_access")
"""Events by which people rightly come in by their own signature: the founder, and whoever has the recovery codes."""
_CARRIED = "bring_forward"
"""A schema step seals rows anew by whoever opens the register first: such a row is of whoever signed it before that."""


@dataclass(slots=True)
class Gifts:
    """Rows that would make their own signer a holder, by number; of users by theirs."""

    users: set[str] = field(default_factory=set)
    roles: set[int] = field(default_factory=set)
    proposals: set[int] = field(default_factory=set)
    readers: set[int] = field(default_factory=set)
    exclusions: set[int] = field(default_factory=set)
    """These stand, whatever they say of their end."""


NOTHING = Gifts()


@dataclass(slots=True)
class _Signed:
    """The entries that sealed one row: who signed the first, and the last but for steps, by number and event."""

    first: str
    last: str
    seq: int
    event: str


def own_gifts(connection: Connection) -> Gifts:
    """Rows about somebody that nobody but they have signed: what they gave themselves.

    An office that was handed over counts, since the other one signed the proposal; a reader's own name counts where
    somebody else made them administrator or chair.
    """
    signed = _signed(connection)
    found = Gifts()
    began = connection.execute(select(func.min(RowSeal.seq))).scalar()

    def gave(table: str, row: object, user_id: str) -> bool:
        by = signed.get((table, row))
        return by is not None and by.last == user_id and by.event not in _THEIR_OWN and by.seq != began

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


def _signed(connection: Connection) -> dict[tuple[str, object], _Signed]:
    wanted = ("users", "roles", "proposals", "case_readers", "exclusions")
    query = (
        select(RowSeal.table_name, RowSeal.row, Trail.seq, Trail.who, Trail.event)
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(RowSeal.table_name.in_(wanted))
        .order_by(RowSeal.table_name, RowSeal.row, Trail.seq)
    )
    found: dict[tuple[str, object], _Signed] = {}
    for name, row, seq, who, event in connection.execute(query):
        before = found.get((name, row))
        if before is None:
            found[name, row] = _Signed(who, who, seq, event)
        elif event != _CARRIED:
            found[name, row] = _Signed(before.first, who, seq, event)
    return found

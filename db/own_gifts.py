"""Rows that must not make anybody the holder of a key, of sources or of a restricted case (needs A4, D3).

Whoever has the register's key can write rows with own tools and sign an entry of their own that seals them. What they
cannot do is sign as somebody else: so nobody holds a key by a row about themselves that they alone have signed, nor by
one about a person whom they made up, or whose key they put their own in the place of. Two come in by their own
signature and rightly so: the founder, by the first entry that seals anything, before which nothing can be put; and whom
the recovery codes let in, by what the codes sign in that entry. What an entry calls itself proves nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from app.domain.words import ProposalKind, Role
from db import recovery, row_seals
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
    kept_from: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By person: who was the last to change, or to take away, an exclusion that somebody else had made."""
    codes: set[int] = field(default_factory=set)
    """Of recovery codes that no codes before them vouch for."""


NOTHING = Gifts()


@dataclass(slots=True)
class _Signed:
    """The entries that sealed one row: who signed each, with its number, and the first and the last of them."""

    first: str
    first_seq: int
    last: str
    seq: int
    all: list[tuple[str, int]]


_RUN = (Role.ADMINISTRATOR, Role.CHAIR)
"""Who lets people in, and gives and ends offices."""
_HANDED = (ProposalKind.HAND_OVER, ProposalKind.DEPUTY)
"""Offices that the person named accepts by their own signature."""
_DECIDED = frozenset({"outcome", "decided_by", "decided_seq"})
"""What accepting writes into a proposal."""


def own_gifts(connection: Connection) -> Gifts:
    """Rows that nobody has signed who may give what they say: gifts to oneself, by one's own name or by another.

    People and offices count where an administrator or a chair who is not whom they are about signed them last; who that
    is follows from the founder's rows on. An office that was handed over counts, since the other one signed the
    proposal; a reader's own name counts where somebody else made them administrator or chair.
    """
    found, signed = Gifts(), _signed(connection)
    began = connection.execute(select(func.min(RowSeal.seq))).scalar()
    vouched = _vouched(connection, signed, began, found.codes)
    proposals = connection.execute(select(Proposal.id, Proposal.user_id)).all()
    grants = connection.execute(select(RoleGrant).order_by(RoleGrant.id)).all()
    handed = _handed(connection, signed)
    unchanged = row_seals.as_first_sealed(connection, RoleGrant.__tablename__, {"to_date"})
    run_it: set[str] = set()

    def stands(table: str, row: object, about: str) -> bool:
        by = signed.get((table, row))
        if by is None or by.seq in vouched or by.seq == began:
            return True
        return by.last in run_it and by.last != about

    def was_given(grant: Row[Any]) -> bool:
        by = signed[("roles", grant.id)]
        given = by.first_seq == began or (by.first in run_it and by.first != grant.user_id)
        return given and grant.id in unchanged

    def was_theirs(grant: Row[Any], by: _Signed) -> bool:
        """Of an office that its holder handed over, or that goes on elsewhere: before somebody accepted it."""
        for who, seq in reversed(by.all):
            office = handed.get((who, seq))
            if office is not None and office.by == grant.user_id:
                continue
            if office is not None and who == grant.user_id:
                return office.by in run_it and office.began(grant)
            return seq == began or seq in vouched or (who in run_it and who != grant.user_id)
        had = (each for each in grants if each.id < grant.id and each.user_id == grant.user_id)
        return any((each.role, each.forum) == (grant.role, grant.forum) and counts(each) for each in had)

    def counts(grant: Row[Any]) -> bool:
        if stands("roles", grant.id, grant.user_id):
            return True
        by = signed[("roles", grant.id)]
        office = handed.get((by.last, by.seq))
        if office is not None and grant.user_id == office.by:
            return was_theirs(grant, by)
        if office is None or office.by not in run_it or grant.user_id != by.last:
            return False
        if grant.role not in _RUN or office.is_in(grant):
            return True
        # What ends by it, and what goes on after it, is what they had.
        same = (each for each in grants if each.id <= grant.id and each.user_id == grant.user_id)
        return any((each.role, each.forum) == (grant.role, grant.forum) and was_given(each) for each in same)

    while True:
        counted = {grant.id: grant for grant in grants if counts(grant)}
        now = {grant.user_id for grant in counted.values() if grant.role in _RUN}
        if now == run_it:
            break
        run_it = now
    found.roles = {grant.id for grant in grants} - counted.keys()
    found.proposals = {row.id for row in proposals if not stands("proposals", row.id, row.user_id)}
    found.users = {
        each for each in connection.scalars(select(User.user_id)) if not stands("users", each, each)
    }

    def gave(table: str, row: object, user_id: str) -> bool:
        by = signed.get((table, row))
        return by is not None and by.last == user_id and by.seq not in vouched and by.seq != began

    for reader in connection.execute(select(CaseReader.id, CaseReader.user_id)):
        if gave("case_readers", reader.id, reader.user_id) and reader.user_id not in run_it:
            found.readers.add(reader.id)
    for exclusion in connection.execute(select(Exclusion.id, Exclusion.user_id)):
        if gave("exclusions", exclusion.id, exclusion.user_id or ""):
            found.exclusions.add(exclusion.id)
    for person_id, who in _excluding(connection):
        found.kept_from[person_id].add(who)
    return found


def _excluding(connection: Connection) -> Iterator[tuple[int, str]]:
    """Of each exclusion that was signed again by another, also of one that is gone: about whom it was, and who did so.

    It may have been about that very person, and says somebody else's name by now.
    """
    query = (
        select(RowSeal.row, RowSeal.person, Trail.who)
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(RowSeal.table_name == Exclusion.__tablename__)
        .order_by(RowSeal.row, RowSeal.seq)
    )
    for _row, entries in groupby(connection.execute(query), key=attrgetter("row")):
        first, *later = entries
        if first.person is not None and later and later[-1].who != first.who:
            yield first.person, later[-1].who


class _Office(NamedTuple):
    """An office that somebody named somebody for, who accepted it."""

    by: str
    forum: str | None
    from_date: date
    to_date: date | None

    def is_in(self, grant: Row[Any]) -> bool:
        """Whether a row of `roles` says this office and no more."""
        return bool(self.began(grant) and grant.to_date == self.to_date)

    def began(self, grant: Row[Any]) -> bool:
        """The same, whenever it ends: by the next one's accepting it may end earlier."""
        same = (grant.role, grant.forum) == (Role.CHAIR, self.forum)
        return bool(same and grant.from_date >= self.from_date)


def _handed(
    connection: Connection, signed: Mapping[tuple[str, object], _Signed]
) -> dict[tuple[str, int], _Office]:
    """Offices by who accepted them and in which entry, where that is all that was signed since they were proposed."""
    as_proposed = row_seals.as_first_sealed(connection, Proposal.__tablename__, _DECIDED)
    found = {}
    for row in connection.execute(select(Proposal).where(Proposal.kind.in_(_HANDED))):
        by = signed.get(("proposals", row.id))
        if by is None or row.id not in as_proposed or len(by.all) > 2 or by.first == row.user_id:
            continue
        found[row.user_id, row.decided_seq or 0] = _Office(by.first, row.forum, row.from_date, row.to_date)
    return found


def _vouched(
    connection: Connection, signed: Mapping[tuple[str, object], _Signed], began: int | None, gone: set[int]
) -> set[int]:
    """Entries by which recovery codes that are the register's let somebody in; `gone` gets the codes that are none.

    The first codes are the founder's. Each later sheet comes with such an entry, which the codes in force until then
    signed: a sheet that was used is known to whom it let in, and vouches for nobody any more.
    """
    register_id = connection.execute(select(Meta.register_id)).scalar_one()
    in_force: bytes | None = None
    vouched: set[int] = set()
    for row in connection.execute(select(Recovery.id, Recovery.public_unwrap).order_by(Recovery.id)):
        by = signed.get(("recovery", row.id))
        if by is not None and by.seq != began:
            body = connection.execute(select(Trail.body).where(Trail.seq == by.seq)).scalar_one()
            said = json.loads(body).get(recovery.VOUCHED)
            admitted = recovery.Admitted(register_id, by.seq, by.last, row.public_unwrap)
            if in_force is None or not recovery.vouches(in_force, admitted, said):
                gone.add(row.id)
                continue
            vouched.add(by.seq)
        in_force = row.public_unwrap
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
        if (before := found.get((name, row))) is None:
            found[name, row] = _Signed(who, seq, who, seq, [(who, seq)])
        else:
            before.last, before.seq = who, seq
            before.all.append((who, seq))
    return found

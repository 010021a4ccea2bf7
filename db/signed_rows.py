"""Who signed each row that says who holds a key, and what of that is more than a signature (needs A4, D3).

An office that was handed over, and whom the recovery codes let in, stand by their own holder's signature together with
another's word; which signature counts is asked of db/own_gifts.py.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, func, or_, select
from sqlalchemy.orm import aliased

from app.domain.dates import AUCKLAND
from app.domain.givers import Signature
from app.domain.people import Office
from app.domain.words import ProposalKind, Role
from db import recovery, row_seals, seal_checks
from db.case_words import Over
from db.offices import office_in
from db.tables.people import Proposal, Recovery
from db.tables.restricted import Exclusion
from db.tables.seals import RowSeal
from db.tables.trail import Meta, Trail

HANDED = (ProposalKind.HAND_OVER, ProposalKind.DEPUTY)
"""Offices that the person named accepts by their own signature."""
_DECIDED = frozenset({"outcome", "decided_by", "decided_seq"})
"""What accepting writes into a proposal."""
_ENDING = frozenset({"ended_reason", "ended_seq"})
"""What ending an exclusion writes into it."""
_ACCEPTING = "accept_outside"
"""Entries that call themselves so give nothing; whoever calls an own one so takes from themselves."""


@dataclass(slots=True)
class Signed:
    """The entries that sealed one row, the oldest first."""

    all: list[Signature]
    gone: bool = False
    """Whether the last of them took it away."""

    @property
    def first(self) -> Signature:
        return self.all[0]

    @property
    def last(self) -> Signature:
        return self.all[-1]


def began(connection: Connection) -> int | None:
    """The first entry that sealed anything, by what it signed: seals alone could be put before it."""
    told = select(Trail.seq).where(func.instr(Trail.body, f'"{row_seals.BODY}":{{') > 0)
    return connection.execute(told.order_by(Trail.seq).limit(1)).scalar()


def last_signer(connection: Connection, table: str, row: object) -> str:
    """Whose entry sealed a row last; empty where none did."""
    query = (
        select(Trail.who)
        .join(RowSeal, RowSeal.seq == Trail.seq)
        .where(RowSeal.table_name == table, RowSeal.row == row)
        .order_by(RowSeal.seq.desc())
    )
    return connection.execute(query.limit(1)).scalar() or ""


def excluding(
    connection: Connection, sealing: Mapping[int, Collection[int]], over: Mapping[int, Over]
) -> Iterator[tuple[object, int, str]]:
    """Of each exclusion that was signed again by another, also of one that is gone: its row, whose case it keeps
    somebody from, and who did so.

    It may have been about that very person, and says somebody else's name by now. What came before the restriction
    counts by who signed last; after it by everybody, but for entries that made a key of the case (`sealing`, by
    person): they seal every text anew. So it is in restrictions that are lifted (`over`), but that nobody counts who
    held the key when the last was: what they had signed had not kept them out.
    """
    query = (
        select(RowSeal.row, RowSeal.person, RowSeal.seq, Trail.who)
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(RowSeal.table_name == Exclusion.__tablename__)
        .order_by(RowSeal.row, RowSeal.seq)
    )
    for row, entries in groupby(connection.execute(query), key=attrgetter("row")):
        first, *later = entries
        made, was = sealing.get(first.person, ()), over.get(first.person)
        if was is not None:
            later = [each for each in later if each.seq not in was.entries]
            later = [each for each in later if each.seq > was.seq or each.who not in was.held]
        then = [each for each in later if was and min(was.entries) < each.seq < was.seq]
        before = [each for each in later if not made or each.seq < min(made)]
        since = [each for each in later[len(before) :] if each.seq not in made]
        for each in (*then, *before[-1:], *since):
            if first.person is not None and each.who != first.who:
                yield row, first.person, each.who


def excluded_as_made(connection: Connection) -> Set[object]:
    """Exclusions that say what they said when they were made, but for their end: whom they are about is known."""
    return seal_checks.as_first_sealed(connection, Exclusion.__tablename__, _ENDING)


class GivenOffice(NamedTuple):
    """A row of `roles` as an entry left it."""

    id: int
    user_id: str
    forum: str | None
    role: Role
    from_date: date
    to_date: date | None
    besides: str | None
    granted_by: str
    granted_seq: int


Grant = Row[Any] | GivenOffice
"""A row of `roles`, as it stands or as it was."""


class HandedOffice(NamedTuple):
    """An office that somebody named somebody for, who accepted it."""

    by: Signature
    """Under which they named them."""
    forum: str | None
    from_date: date
    to_date: date | None

    def where(self, grant: Grant) -> Office:
        """What whoever named them has to be chair of: of what they hold of every forum, where that is what it is."""
        return Office(self.forum, Role.CHAIR, self.from_date, None, office_in(grant).besides)

    def is_in(self, grant: Grant) -> bool:
        """Whether a row of `roles` says this office and no more."""
        return bool(self.began(grant) and grant.to_date == self.to_date)

    def began(self, grant: Grant) -> bool:
        """The same, whenever it ends: by the next one's accepting it may end earlier."""
        same = (grant.role, grant.forum) == (Role.CHAIR, self.forum)
        return bool(same and grant.from_date >= self.from_date)


def handed(
    connection: Connection, signed: Mapping[tuple[str, object], Signed]
) -> dict[tuple[str, int], HandedOffice]:
    """Offices by who accepted them and in which entry, where that is all that was signed since they were proposed."""
    as_proposed = seal_checks.as_first_sealed(connection, Proposal.__tablename__, _DECIDED)
    found = {}
    for row in connection.execute(select(Proposal).where(Proposal.kind.in_(HANDED))):
        by = signed.get(("proposals", row.id))
        if by is None or row.id not in as_proposed or len(by.all) > 2 or by.first.who == row.user_id:
            continue
        found[row.user_id, row.decided_seq or 0] = HandedOffice(
            by.first, row.forum, row.from_date, row.to_date
        )
    return found


def vouched(
    connection: Connection, signed: Mapping[tuple[str, object], Signed], began: int | None, gone: set[int]
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
        if by is not None and by.last.seq != began:
            body = connection.execute(select(Trail.body).where(Trail.seq == by.last.seq)).scalar_one()
            said = json.loads(body).get(recovery.VOUCHED)
            admitted = recovery.Admitted(register_id, by.last.seq, by.last.who, row.public_unwrap)
            if in_force is None or not recovery.vouches(in_force, admitted, said):
                gone.add(row.id)
                continue
            vouched.add(by.last.seq)
        in_force = row.public_unwrap
    return vouched


def signed_rows(connection: Connection, accepting: set[int]) -> dict[tuple[str, object], Signed]:
    """Who signed each row that decides who holds a key; `accepting` gets the entries that took rows as found."""
    wanted = ("users", "roles", "proposals", "restrictions", "case_readers", "exclusions", "recovery")
    of_sources = and_(RowSeal.table_name.in_(("compartments", "compartment_keys")), RowSeal.person.is_(None))
    earlier = aliased(Trail)
    before = (
        select(earlier.at)
        .where(earlier.seq < Trail.seq, earlier.who != Trail.who)
        .order_by(earlier.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            RowSeal.table_name,
            RowSeal.row,
            Trail.seq,
            Trail.who,
            Trail.at,
            Trail.event,
            before,
            func.length(RowSeal.digest) == 0,
        )
        .join(Trail, Trail.seq == RowSeal.seq)
        .where(or_(RowSeal.table_name.in_(wanted), of_sources))
        .order_by(RowSeal.table_name, RowSeal.row, Trail.seq)
    )
    found: dict[tuple[str, object], Signed] = {}
    for name, row, seq, who, at, called, earlier_at, taken in connection.execute(query):
        by = Signature(who, seq, _day(at), _day(earlier_at) if earlier_at else None)
        signed = found.setdefault((name, row), Signed([]))
        signed.all.append(by)
        signed.gone = taken
        if called == _ACCEPTING:
            accepting.add(seq)
    return found


def _day(at: str) -> date:
    return datetime.fromisoformat(at).astimezone(AUCKLAND).date()

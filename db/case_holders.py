"""Who is to hold the key of a restricted case, and which rows must not make anybody a holder (need A4).

Whoever has the register's key can write rows with own tools and sign an entry of their own that seals them. What they
cannot do is sign as somebody else: so nobody holds a key by a row about themselves that they alone have signed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, func, or_, select
from sqlalchemy.orm import Session

from app.domain.people import Office
from app.domain.restricted import Excluded
from app.domain.words import MeetingState, Role
from db.sources import holders as chairs
from db.tables.meeting import Meeting
from db.tables.people import Proposal, RoleGrant, User
from db.tables.register import Case, Person
from db.tables.restricted import CaseReader, Exclusion
from db.tables.seals import RowSeal
from db.tables.trail import Trail
from db.work import office_in

_THEIR_OWN = ("create_register", "recover_access")
"""Events by which people rightly come in by their own signature: the founder, and whoever has the recovery codes."""


@dataclass(slots=True)
class Gifts:
    """Rows that would make their own signer a holder, by number; of users by theirs."""

    users: set[str] = field(default_factory=set)
    roles: set[int] = field(default_factory=set)
    proposals: set[int] = field(default_factory=set)
    readers: set[int] = field(default_factory=set)
    exclusions: set[int] = field(default_factory=set)
    """These stand, whatever they say of their end."""


def holders(
    session: Session, restricted: Mapping[int, int], today: date, without: Gifts | None = None
) -> dict[int, dict[str, bytes]]:
    """Who holds the key of each restricted case, by their public key as the encrypted file has it.

    Its named readers who have an office in the forum; chairs and administrators of it, who may break the glass; chairs
    of another forum until they have closed a meeting whose agenda it is on; the recovery codes. Never somebody who is
    excluded today. `restricted` are restrictions by person; `without` are rows that count for nothing.
    """
    gone = without or Gifts()
    forums: dict[int, str] = {}
    cases = select(Case.person_id, Case.forum).where(Case.person_id.in_(restricted))
    for person_id, forum in session.execute(cases.order_by(Case.closed_seq.isnot(None), Case.id.desc())):
        forums.setdefault(person_id, forum)
    readers: dict[int, set[str]] = defaultdict(set)
    named = select(CaseReader.restriction_id, CaseReader.user_id).where(
        CaseReader.withdrawn_seq.is_(None), CaseReader.id.not_in(gone.readers)
    )
    for number, user_id in session.execute(named.where(CaseReader.restriction_id.in_(restricted.values()))):
        readers[number].add(user_id)
    offices: dict[str, list[Office]] = defaultdict(list)
    for grant in session.scalars(
        select(RoleGrant).where(RoleGrant.id.not_in(gone.roles)).order_by(RoleGrant.id)
    ):
        offices[grant.user_id].append(office_in(grant))
    excluded = _excluded(session, restricted, today, gone.exclusions)
    users = session.scalars(
        select(User).where(User.revoked_at.is_(None), User.user_id.not_in(gone.users))
    ).all()
    closing = _forums_that_close(session, forums)
    in_chair = {
        forum: chairs(session, forum, today, gone.roles, gone.proposals)
        for forum in {*forums.values(), *(each for many in closing.values() for each in many)}
    }
    found: dict[int, dict[str, bytes]] = {}
    for person_id, forum in forums.items():
        found[person_id] = dict(in_chair[forum])
        for other in closing[person_id]:
            found[person_id] |= in_chair[other]
        for user in users:
            mine = [each for each in offices[user.user_id] if _lasts(each, forum, today)]
            if mine and user.user_id in readers[restricted[person_id]]:
                found[person_id][user.user_id] = user.public_unwrap
            if any(each.role is Role.ADMINISTRATOR for each in mine):
                found[person_id][user.user_id] = user.public_unwrap
            if any(each.is_about(user.user_id, user.name_key) for each in excluded[person_id]):
                found[person_id].pop(user.user_id, None)
    return {
        person_id: {who: public for who, public in held.items() if who not in gone.users}
        for person_id, held in found.items()
    }


def _forums_that_close(session: Session, people: Iterable[int]) -> dict[int, set[str]]:
    """Forums with an issued agenda that each of some people is on: a case that has moved is in its minutes too."""
    found: dict[int, set[str]] = {person_id: set() for person_id in people}
    on = func.instr(Meeting.frozen, '"' + Person.prn + '"') > 0
    query = select(Person.id, Meeting.forum).join(Meeting, on)
    for person_id, forum in session.execute(
        query.where(Person.id.in_(found), Meeting.state == MeetingState.ISSUED)
    ):
        found[person_id].add(forum)
    return found


def _lasts(office: Office, forum: str, today: date) -> bool:
    """Whether it is an office in the forum, in force or to come."""
    return office.covers(forum) and (office.to_date is None or office.to_date >= today)


def _excluded(
    session: Session, people: Mapping[int, int], today: date, standing: set[int]
) -> dict[int, list[Excluded]]:
    found: dict[int, list[Excluded]] = defaultdict(list)
    wanted = or_(Exclusion.ended_seq.is_(None), Exclusion.id.in_(standing))
    for row in session.scalars(select(Exclusion).where(Exclusion.person_id.in_(people), wanted)):
        each = Excluded(row.user_id or "", row.name_key, row.from_date, row.to_date)
        if row.id in standing or each.holds(today):
            found[row.person_id].append(each)
    return found


@dataclass(slots=True)
class _Signed:
    """The entries that sealed one row: who signed the first, and the last with its number and event."""

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
    rows = connection.execute(
        select(RowSeal.table_name, RowSeal.row, func.min(RowSeal.seq), func.max(RowSeal.seq))
        .where(RowSeal.table_name.in_(wanted))
        .group_by(RowSeal.table_name, RowSeal.row)
    ).all()
    seqs = {seq for row in rows for seq in row[2:]}
    entries = {
        row.seq: row
        for row in connection.execute(select(Trail.seq, Trail.who, Trail.event).where(Trail.seq.in_(seqs)))
    }
    return {
        (name, row): _Signed(entries[first].who, entries[last].who, last, entries[last].event)
        for name, row, first, last in rows
        if first in entries and last in entries
    }

"""Rows that must not make anybody the holder of a key, of sources or of a restricted case (needs A4, D3).

Whoever has the register's key can write rows with own tools and sign an entry of their own that seals them. What they
cannot do is sign as somebody else: so nobody holds a key by a row about themselves that they alone have signed, nor by
one about a person whom they made up, or whose key they put their own in the place of. Whoever gives an office was
administrator or chair where it is, on the day they signed (app/domain/givers.py). Two come in by their own signature
and rightly so: the founder, by the first entry that seals anything, before which nothing can be put; and whom the
recovery codes let in, by what the codes sign in that entry. What an entry calls itself proves nothing, but that a
chair took rows as found is no gift: it says what stands, not who may.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.case_place import Place
from app.domain.givers import Held, Signature, may_give
from app.domain.people import Office
from app.domain.taken_keys import How, Taken
from app.domain.words import Role, TransferState
from db import row_seals, seal_checks
from db.gone_rows import gone_exclusions, gone_offices, gone_readers
from db.signed_rows import HANDED, Signed, began, excluding, handed, signed_rows, vouched
from db.source_pairs import newest_pairs
from db.tables.people import Proposal, RoleGrant, User
from db.tables.register import Case
from db.tables.restricted import CaseReader, Exclusion, Restriction
from db.tables.transfers import Transfer
from db.work import office_in

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
    doubtful: set[int] = field(default_factory=set)
    """Exclusions that somebody signed last who may not: they take nobody's key, and give nobody any."""
    still_readers: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By restriction: readers whom somebody took off who may not. They lose nothing by it."""
    offices: dict[str, list[Office]] = field(default_factory=lambda: defaultdict(list))
    """By person: offices whose rows somebody else took away. They lose nothing by it."""
    taken: list[Taken] = field(default_factory=list)
    """What of this is to be told, and what else took access away."""
    codes: set[int] = field(default_factory=set)
    """Of recovery codes that no codes before them vouch for."""
    altered: set[str] = field(default_factory=set)
    """People of whom somebody else changed a row who may not: they gain nothing by it and lose nothing."""
    fallen: set[str] = field(default_factory=set)
    """People whose rows are as they were made, but who made them counts no more: they lose nothing by that either."""
    pairs: dict[str, int] = field(default_factory=dict)
    """By forum, the key pair of its sources that counts: what is not here makes nobody a reader."""

    @property
    def words(self) -> str:
        """A sentence for the check of a register; empty where every row was signed by who may."""
        rows = {"users": len(self.users), "roles": len(self.roles)}
        rows |= {"proposals": len(self.proposals), "case_readers": len(self.readers)}
        where = ", ".join(f"{name} {number}" for name, number in rows.items() if number)
        return where and (
            f"Rows about access were last signed by somebody who may not, or accepted as found: {where}. They give "
            "nobody a key of sources or of a restricted case, and take no restricted case's: give the roles anew, or "
            "end the access."
        )


NOTHING = Gifts()


RUN = (Role.ADMINISTRATOR, Role.CHAIR)
"""Who lets people in, and gives and ends offices."""


def own_gifts(
    connection: Connection,
    places: Mapping[int, Place] | None = None,
    sealing: Mapping[int, Collection[int]] = MappingProxyType({}),
) -> Gifts:
    """Rows that nobody has signed who may give what they say: gifts to oneself, by one's own name or by another.

    People and offices count where an administrator or a chair of that place signed them, who is not whom they are
    about; who that is follows from the founder's rows on. An office that was handed over counts, since the other one
    signed the proposal; a reader's own name counts where they restricted the case, or were administrator or chair where
    it is, by `places`. `sealing` are entries that made a key, by person: they say nothing about the rows of a case that
    they sealed anew.
    """
    judge = _Judge(connection)
    judge.settle()
    found, signed = Gifts(codes=judge.no_codes), judge.signed
    found.roles = {grant.id for grant in judge.grants} - judge.counted
    found.users = judge.strangers()
    for row in connection.execute(select(Proposal).where(Proposal.outcome.is_(None))):
        where = Office(row.forum, Role.CHAIR, row.from_date, None) if row.kind in HANDED else None
        if not judge.stands("proposals", row.id, row.user_id, where):
            found.proposals.add(row.id)
    of = select(CaseReader.id, CaseReader.user_id, CaseReader.restriction_id, Restriction.person_id)
    for reader in connection.execute(of.join(Restriction, Restriction.id == CaseReader.restriction_id)):
        by = judge.own("case_readers", reader.id, reader.user_id)
        made = signed.get(("restrictions", reader.restriction_id))
        place = (places or {}).get(reader.person_id)
        where = Office(place.forum, Role.CHAIR, by.day, None) if by and place else None
        if by and not (made and made.first.seq == by.seq) and not judge.runs(by, where):
            found.readers.add(reader.id)
    exclusions = connection.execute(select(Exclusion.id, Exclusion.person_id, Exclusion.user_id)).all()
    for exclusion in exclusions:
        judge.pass_over("exclusions", exclusion.id, sealing.get(exclusion.person_id, ()))
        if judge.own("exclusions", exclusion.id, exclusion.user_id or ""):
            found.exclusions.add(exclusion.id)
    for person_id, who in excluding(connection, sealing):
        found.kept_from[person_id].add(who)
    found.altered, found.fallen = judge.altered()
    _take_away(connection, judge, places or {}, found)
    rows: dict[str, dict[int, list[Signature]]] = defaultdict(dict)
    for (table, number), signatures in signed.items():
        if isinstance(number, int):
            rows[table][number] = signatures.all
    found.pairs = newest_pairs(
        connection, rows["compartments"], rows["compartment_keys"], judge.makes_pair, judge.was_chair
    )
    return found


def _take_away(connection: Connection, judge: _Judge, places: Mapping[int, Place], found: Gifts) -> None:
    """Rows by which somebody would lose a key, signed by who may not end what they say."""
    excluding_now = connection.execute(
        select(Exclusion.id, Exclusion.person_id, Exclusion.user_id).where(Exclusion.ended_seq.is_(None))
    ).all()
    off_now = CaseReader.withdrawn_seq.is_not(None), Restriction.lifted_seq.is_(None)
    taken_off = connection.execute(
        select(CaseReader.id, CaseReader.user_id, CaseReader.restriction_id, Restriction.person_id)
        .join(Restriction, Restriction.id == CaseReader.restriction_id)
        .where(*off_now)
    ).all()
    people = {row.person_id for row in excluding_now} | {row.person_id for row in taken_off}
    ran = _where_it_was(connection, people, places)
    ended = {name: row_seals.keys_touched(connection, name) for name in ("exclusions", "case_readers")}

    def may_not(table: str, row: int, person_id: int, about: str) -> Signature | None:
        by = judge.signed.get((table, row))
        if by is None or row in ended[table] or by.last.who == about or judge.began_with(by.last):
            return None
        where = (Office(forum, Role.CHAIR, by.last.day, None) for forum in ran[person_id])
        return None if any(judge.runs(by.last, each) for each in where) else by.last

    for each in excluding_now:
        if by := may_not("exclusions", each.id, each.person_id, each.user_id or ""):
            found.doubtful.add(each.id)
            found.taken.append(Taken(How.EXCLUDED, "exclusions", each.id, by.seq, each.user_id or ""))
    for off in taken_off:
        if by := may_not("case_readers", off.id, off.person_id, off.user_id):
            found.still_readers[off.restriction_id].add(off.user_id)
            found.taken.append(Taken(How.WITHDRAWN, "case_readers", off.id, by.seq, off.user_id))
    for reader in gone_readers(connection, judge.signed):
        seq = reader.by.last.seq
        if reader.by.last.who != reader.user_id:
            found.still_readers[reader.restriction].add(reader.user_id)
        found.taken.append(Taken(How.READER_GONE, "case_readers", reader.row, seq, reader.user_id))
    for gone in gone_offices(connection, judge.signed):
        if gone.office and gone.by.last.who != gone.user_id:
            found.offices[gone.user_id].append(gone.office)
        found.taken.append(Taken(How.OFFICE_GONE, "roles", gone.row, gone.by.last.seq, gone.user_id))
    for row, signed in gone_exclusions(connection, judge.signed):
        found.taken.append(Taken(How.NOT_EXCLUDED, "exclusions", row, signed.last.seq))
    for (table, user), signed in judge.signed.items():
        if signed.gone and table == User.__tablename__:
            found.taken.append(Taken(How.PERSON_GONE, table, str(user), signed.last.seq))


def _where_it_was(
    connection: Connection, people: Collection[int], places: Mapping[int, Place]
) -> dict[int, set[str]]:
    """The forums that cases are in or have been in, by rows: who was chair there may have said who reads it."""
    found = {
        person_id: set(places[person_id].forums) if person_id in places else set() for person_id in people
    }
    of = Case.person_id.in_(people)
    came = select(Case.person_id, Transfer.from_forum).join(Case, Case.id == Transfer.case_id)
    for query in (
        select(Case.person_id, Case.forum).where(of),
        came.where(of, Transfer.state == TransferState.ACCEPTED),
    ):
        for person_id, forum in connection.execute(query):
            found[person_id].add(forum)
    return found


class _Judge:
    """Who counts as a person of the register and which office counts, by who signed them."""

    def __init__(self, connection: Connection) -> None:
        self.accepting, self.no_codes = set[int](), set[int]()
        self.signed = signed_rows(connection, self.accepting)
        self.began = began(connection)
        self.vouched = vouched(connection, self.signed, self.began, self.no_codes)
        self.found_now: set[tuple[str, object]] = connection.info.get("sealed_as_found", set())
        self.users = connection.execute(select(User.user_id, User.revoked_at)).all()
        self.grants = connection.execute(select(RoleGrant).order_by(RoleGrant.id)).all()
        self.offices: dict[str, list[Office]] = defaultdict(list)
        for grant in self.grants:
            self.offices[grant.user_id].append(office_in(grant))
        self.handed = handed(connection, self.signed)
        self.touched = row_seals.keys_touched(connection, RoleGrant.__tablename__)
        self.same_users = seal_checks.as_first_sealed(connection, User.__tablename__, {"revoked_at"})
        self.same_roles = seal_checks.as_first_sealed(connection, RoleGrant.__tablename__, {"to_date"})
        self.people, self.counted = set[str](), set[int]()
        self._held: dict[str, list[Held]] = {}

    def settle(self) -> None:
        """From the founder's rows on, until nobody more counts."""
        before = None
        while before != (self.people, self.counted):
            before = self.people, self.counted
            self.people = {
                user.user_id
                for user in self.users
                if self._is_known(user.user_id, revoked=user.revoked_at is not None)
            }
            self.counted = {grant.id for grant in self.grants if self._counts(grant)}
            self._held = defaultdict(list)
            for grant in self.grants:
                by = self.signed.get(("roles", grant.id))
                if by and grant.id in self.counted and grant.role in RUN:
                    # What this very change ended was held until now.
                    changed = sys.maxsize if grant.id in self.touched else by.last.seq
                    held = Held(grant.user_id, office_in(grant), by.first.seq, changed)
                    self._held[grant.user_id].append(held)

    def began_with(self, by: Signature) -> bool:
        """Whether it is the founder's entry, or one that the codes signed too."""
        return by.seq == self.began or by.seq in self.vouched

    def runs(self, by: Signature, where: Office | None) -> bool:
        """Whether somebody who counts signed as an administrator or a chair of that place."""
        known = by.seq not in self.accepting and by.who in self.people
        return known and may_give(self._held.get(by.who, ()), by, where)

    def makes_pair(self, by: Signature, forum: str) -> bool:
        """Whether somebody signed as administrator or chair of that forum, or as one who became it by that entry."""
        became = (held.office for held in self._held.get(by.who, ()) if held.given == by.seq)
        signed = self.began_with(by) or self.runs(by, Office(forum, Role.CHAIR, by.day, None))
        return signed or any(office.covers(forum) for office in became)

    def was_chair(self, by: Signature, forum: str) -> bool:
        """Whether whoever signed has, had, or will have the chair of that forum: its key was sealed to them."""
        return any(each.role is Role.CHAIR and each.covers(forum) for each in self.offices[by.who])

    def gives(self, by: Signature, about: str, where: Office | None) -> bool:
        return self.began_with(by) or (by.who != about and self.runs(by, where))

    def ends(self, by: Signature, about: str) -> bool:
        """Whether somebody may end another's access or office: where they run a place in which the other has any."""
        places = [each if each.forum else None for each in self.offices[about]]
        return self.began_with(by) or (by.who != about and any(self.runs(by, where) for where in places))

    def pass_over(self, table: str, row: int, seqs: Collection[int]) -> None:
        """Let what these entries signed of a row, but its first, say nothing about it."""
        by = self.signed.get((table, row))
        if by is not None:
            by.all[1:] = [each for each in by.all[1:] if each.seq not in seqs]

    def stands(self, table: str, row: object, about: str, where: Office | None) -> bool:
        """Whether who signed a row last may give what it says; one of this very change is the program's own."""
        by = self.signed.get((table, row))
        if (table, row) in self.found_now:
            return False
        return by is None or self.gives(by.last, about, where)

    def own(self, table: str, row: object, user_id: str) -> Signature | None:
        """The last signature under a row where it is that of whom it is about."""
        by = self.signed.get((table, row))
        return by.last if by and by.last.who == user_id and not self.began_with(by.last) else None

    def _is_known(self, user_id: str, *, revoked: bool) -> bool:
        """Whether somebody was let in by who may, and their keys are those they were let in with."""
        by = self.signed.get(("users", user_id))
        if ("users", user_id) in self.found_now:
            return False
        if by is None:
            return True
        if not self.gives(by.first, user_id, None):
            return False
        if len(by.all) == 1 or user_id in self.same_users:
            return True
        return revoked and self.ends(by.last, user_id)

    def _was_given(self, grant: Row[Any]) -> bool:
        by = self.signed[("roles", grant.id)]
        return grant.id in self.same_roles and self.gives(by.first, grant.user_id, office_in(grant))

    def _was_theirs(self, grant: Row[Any], by: Signed) -> bool:
        """Of an office that its holder handed over, or that goes on elsewhere: before somebody accepted it."""
        for one in reversed(by.all):
            office = self.handed.get((one.who, one.seq))
            if office is not None and office.by.who == grant.user_id:
                continue
            if office is not None and one.who == grant.user_id:
                return self.runs(office.by, None) and office.began(grant)
            return self.gives(one, grant.user_id, office_in(grant)) or (
                self.ends(one, grant.user_id) and self._was_given(grant)
            )
        return self._had(grant, self._counts, strictly_before=True)

    def _had(self, grant: Row[Any], which: Callable[[Row[Any]], bool], strictly_before: bool = False) -> bool:
        last = grant.id - 1 if strictly_before else grant.id
        had = (each for each in self.grants if each.id <= last and each.user_id == grant.user_id)
        return any((each.role, each.forum) == (grant.role, grant.forum) and which(each) for each in had)

    def _counts(self, grant: Row[Any]) -> bool:
        if grant.user_id not in self.people:
            return False
        if self.stands("roles", grant.id, grant.user_id, office_in(grant)):
            return True
        by = self.signed.get(("roles", grant.id))
        if by is None or ("roles", grant.id) in self.found_now:
            return False
        if self.ends(by.last, grant.user_id) and self._was_given(grant):
            return True  # somebody who shares another place with them ended it
        office = self.handed.get((by.last.who, by.last.seq))
        if office is not None and grant.user_id == office.by.who:
            return self._was_theirs(grant, by)
        if office is None or grant.user_id != by.last.who or not self.runs(office.by, office.where(grant)):
            return False
        if grant.role not in RUN or office.is_in(grant):
            return True
        # What ends by it, and what goes on after it, is what they had.
        return self._had(grant, lambda each: ("roles", each.id) in self.signed and self._was_given(each))

    def altered(self) -> tuple[set[str], set[str]]:
        """Of whom somebody changed a row last who may not, and whose rows stand as made; never by themselves."""
        rows: list[tuple[str, object, str]] = [("users", each, each) for each in self.strangers()]
        rows += [("roles", grant.id, grant.user_id) for grant in self.grants if grant.id not in self.counted]
        by = [(who, self.signed[table, row]) for table, row, who in rows if (table, row) in self.signed]
        own = {who for who, signed in by if signed.last.who == who}
        changed = {who for who, signed in by if len(signed.all) > 1} - own
        return changed, {who for who, _ in by} - own - changed

    def strangers(self) -> set[str]:
        """People whom nobody let in who may, and whose access somebody ended who may not."""
        return {
            user.user_id
            for user in self.users
            if user.user_id not in self.people or (user.revoked_at and not self._was_revoked(user.user_id))
        }

    def _was_revoked(self, user_id: str) -> bool:
        by = self.signed.get(("users", user_id))
        return by is None or self.ends(by.last, user_id)

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

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection, select

from app.domain.case_place import Place
from app.domain.givers import Signature
from app.domain.people import Office
from app.domain.taken_keys import How, Taken
from app.domain.words import Role, TransferState
from db import row_seals
from db.case_words import Counting, lifted
from db.gone_rows import gone_exclusions, gone_readers
from db.sealed_rows import raw_rows
from db.signed_rows import HANDED, excluded_as_made, excluding
from db.source_pairs import Pairs, pairs_of_sources
from db.tables.people import Proposal, User
from db.tables.register import Case
from db.tables.restricted import CaseReader, Exclusion, Restriction
from db.tables.transfers import Transfer
from db.who_gives import Judge

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
    renewed: dict[str, str] = field(default_factory=dict)
    """Who got new keys after a forgotten passphrase: by whom they were before."""
    unsure: set[int] = field(default_factory=set)
    """People of whom an exclusion was changed or taken away by somebody who may not: nobody knows whom it kept from the
    case, so that nobody gets its key who does not hold it, until its readers are named anew."""
    doubtful: set[int] = field(default_factory=set)
    """Exclusions that somebody signed last who may not: they take nobody's key, and give nobody any."""
    still_readers: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By restriction: readers whom somebody took off who may not. They lose nothing by it."""
    offices: dict[str, list[Office]] = field(default_factory=lambda: defaultdict(list))
    """By person: offices as they were given, whose rows somebody else changed or took away since."""
    taken: list[Taken] = field(default_factory=list)
    """What of this is to be told, and what else took access away."""
    codes: set[int] = field(default_factory=set)
    """Of recovery codes that no codes before them vouch for."""
    altered: set[str] = field(default_factory=set)
    """People whose own row somebody else changed who may not: they gain nothing by it and lose nothing."""
    fallen: set[str] = field(default_factory=set)
    """People whose rows are as they were made, but who made them counts no more: they lose nothing by that either."""
    pairs: Pairs = field(default_factory=lambda: Pairs({}, {}))
    """The key pairs of sources that somebody made who may."""

    answered: dict[int, date] = field(default_factory=dict)
    """Of such roles, those that somebody ended since who may, or gave another in their place: their last days."""
    ended: set[str] = field(default_factory=set)
    """Of such people, those whose access somebody ended who may."""

    def words(self, today: date) -> str:
        """A sentence for the check of a register; empty where every row was signed by who may, or it was put right.

        A role that the program still follows is told, whatever was given beside it.
        """
        roles = {row for row in self.roles if not (row in self.answered and self.answered[row] < today)}
        rows = {"users": len(self.users - self.ended), "roles": len(roles)}
        rows |= {"proposals": len(self.proposals), "case_readers": len(self.readers)}
        where = ", ".join(f"{name} {number}" for name, number in rows.items() if number)
        return where and (
            f"Rows about access were last signed by somebody who may not, or accepted as found: {where}. They give "
            "nobody a key of sources or of a restricted case, and take none: give the roles anew, or end the access."
        )


NOTHING = Gifts()
_ACCESS = ("proposals", "recovery", "roles", "users")
_DOUBTFUL: dict[bytes, bool] = {}


def own_gifts(
    connection: Connection,
    places: Mapping[int, Place] = MappingProxyType({}),
    said: Mapping[int, Counting] = MappingProxyType({}),
) -> Gifts:
    """Rows that nobody has signed who may give what they say: gifts to oneself, by one's own name or by another.

    People and offices count where an administrator or a chair of that place signed them, who is not whom they are
    about; who that is follows from the founder's rows on. An office that was handed over counts, since the other one
    signed the proposal; a reader's name where whoever signed it restricted the case, or was administrator or chair
    where it has been since, by its keys' word (`said`), else by `places` and rows.
    """
    judge = Judge(connection)
    judge.settle()
    found, signed = Gifts(codes=judge.no_codes), judge.signed
    found.roles = {grant.id for grant in judge.grants} - judge.counted
    found.answered = {
        grant.id: grant.to_date
        for grant in judge.grants
        if grant.id in found.roles and grant.to_date is not None and judge.answered(grant)
    }
    found.users = judge.strangers()
    found.ended = {
        user.user_id
        for user in judge.users
        if user.user_id in found.users and user.revoked_at and judge.was_revoked(user.user_id)
    }
    found.altered, found.fallen = judge.altered()
    for row in connection.execute(select(Proposal).where(Proposal.outcome.is_(None))):
        where = Office(row.forum, Role.CHAIR, row.from_date, None) if row.kind in HANDED else None
        if not judge.stands("proposals", row.id, row.user_id, where):
            found.proposals.add(row.id)
    exclusions = connection.execute(select(Exclusion.id, Exclusion.person_id, Exclusion.user_id)).all()
    sealing = {person_id: each.sealing for person_id, each in said.items()}
    over = lifted(connection, {each.person_id for each in exclusions})
    for exclusion in exclusions:
        was = over.get(exclusion.person_id)
        passed = sealing.get(exclusion.person_id, frozenset()) | (was.entries if was else frozenset())
        judge.pass_over("exclusions", exclusion.id, passed)
        if judge.own("exclusions", exclusion.id, exclusion.user_id or ""):
            found.exclusions.add(exclusion.id)
    found.renewed = judge.renewed()
    as_made = excluded_as_made(connection)
    about = {each.id: each.user_id for each in exclusions if each.id in as_made}
    for number, person_id, who in excluding(connection, sealing, over):
        if not _is_another(about.get(number), who, found.renewed):
            found.kept_from[person_id].add(who)
    _readers_and_exclusions(connection, _Here(connection, judge, places, said), found)
    _gone(connection, judge, found)
    rows: dict[str, dict[int, list[Signature]]] = defaultdict(dict)
    for (table, number), signatures in signed.items():
        if isinstance(number, int):
            rows[table][number] = signatures.all
    found.pairs = pairs_of_sources(
        connection, rows["compartments"], rows["compartment_keys"], judge.makes_pair, judge.was_chair
    )
    return found


def _is_another(subject: str | None, who: str, renewed: Mapping[str, str]) -> bool:
    """Whether somebody is known not to be whom an exclusion is about, by earlier or later keys either."""

    def later(each: str) -> set[str]:
        found = set[str]()
        while each and each not in found:
            found.add(each)
            each = renewed.get(each, "")
        return found

    return subject is not None and not later(subject) & later(who)


def is_doubtful(connection: Connection) -> bool:
    """Whether any row that says who has access, and as what, was signed last by somebody who may not.

    Then rows do not say who should hold a key, also where it is just those who hold it. Asked at each save: what was
    found holds until one of these rows is signed again.
    """
    if any(row_seals.keys_touched(connection, name) for name in _ACCESS):
        return True
    over = hashlib.sha384()
    query = "SELECT row, seq, digest FROM main.row_seals WHERE table_name = ? ORDER BY row, seq"
    for name in _ACCESS:
        for row in raw_rows(connection, query, (name,)):
            over.update(repr((name, *row)).encode())
    state = over.digest()
    if state not in _DOUBTFUL:
        judge = Judge(connection)
        judge.settle()
        wrong = {grant.id for grant in judge.grants} - judge.counted
        _DOUBTFUL[state] = bool(wrong or judge.before or judge.strangers())
    return _DOUBTFUL[state]


class _Here:
    """Who may say who reads a case, and who is kept from it: an administrator or a chair of where it is or has been."""

    def __init__(
        self,
        connection: Connection,
        judge: Judge,
        places: Mapping[int, Place],
        said: Mapping[int, Counting],
    ) -> None:
        self.judge, self.said = judge, said
        cases = select(Case.person_id).where(
            Case.person_id.in_(select(Exclusion.person_id).union(select(Restriction.person_id)))
        )
        self.by_rows = _where_it_was(connection, set(connection.execute(cases).scalars()), places)
        self.ended = {
            name: row_seals.keys_touched(connection, name) for name in ("exclusions", "case_readers")
        }

    def may_not(self, table: str, row: int, person_id: int) -> Signature | None:
        """Who signed a row last, where they may not; what this very change touches is the program's own."""
        by = self.judge.signed.get((table, row))
        if by is None or row in self.ended[table] or self.judge.began_with(by.last):
            return None
        said = self.said.get(person_id)
        since = said is not None and said.been and by.last.seq > min(said.sealing)
        forums = said.been if said and since else self.by_rows.get(person_id, ())
        where = (Office(forum, Role.CHAIR, by.last.day, None) for forum in forums)
        return None if any(self.judge.runs(by.last, each) for each in where) else by.last


def _readers_and_exclusions(connection: Connection, here: _Here, found: Gifts) -> None:
    """Rows of who reads a case and of who is kept from it, that somebody signed last who may not."""
    signed = here.judge.signed
    of = select(CaseReader, Restriction.person_id).join(
        Restriction, Restriction.id == CaseReader.restriction_id
    )
    for row in connection.execute(of.where(Restriction.lifted_seq.is_(None))):
        by = here.may_not("case_readers", row.id, row.person_id)
        made = signed.get(("restrictions", row.restriction_id))
        if by is None or (made and made.first.seq == by.seq):
            continue
        if row.withdrawn_seq is None:
            found.readers.add(row.id)
            if by.who in found.altered | found.fallen:
                found.still_readers[row.restriction_id].add(
                    row.user_id
                )  # whoever named them counted until then
        elif by.who != row.user_id:
            found.still_readers[row.restriction_id].add(row.user_id)
            found.taken.append(Taken(How.WITHDRAWN, "case_readers", row.id, by.seq, row.user_id))
    for each in connection.execute(
        select(Exclusion.id, Exclusion.person_id, Exclusion.user_id, Exclusion.ended_seq)
    ).all():
        by = here.may_not("exclusions", each.id, each.person_id)
        if by is None:
            continue
        if len(signed["exclusions", each.id].all) > 1:
            found.unsure.add(each.person_id)
            found.taken.append(Taken(How.NOT_EXCLUDED, "exclusions", each.id, by.seq))
        elif each.ended_seq is None and by.who != each.user_id:
            found.doubtful.add(each.id)
            found.taken.append(Taken(How.EXCLUDED, "exclusions", each.id, by.seq, each.user_id or ""))


def _gone(connection: Connection, judge: Judge, found: Gifts) -> None:
    """Rows that somebody took away, and by which somebody would lose a key."""
    for reader in gone_readers(connection, judge.signed):
        seq = reader.by.last.seq
        if reader.by.last.who != reader.user_id:
            found.still_readers[reader.restriction].add(reader.user_id)
        found.taken.append(Taken(How.READER_GONE, "case_readers", reader.row, seq, reader.user_id))
    counting = set()
    for before, office in judge.offices_before():
        counting.add(before.grant.id)
        if not before.own:
            found.offices[before.grant.user_id].append(office)
    for row, signed in judge.gone.items():
        was = judge.before.get(row)
        if was is None or row in counting:
            whose = was.grant.user_id if was else ""
            found.taken.append(Taken(How.OFFICE_GONE, "roles", row, signed.last.seq, whose))
    for row, person_id, signed in gone_exclusions(connection, judge.signed):
        found.unsure.add(person_id)
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

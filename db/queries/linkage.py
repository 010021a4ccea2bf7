"""Whom a row without a seal may be about: looked up by keys, compared in full, beside what people said (X3, X8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.dates import AUCKLAND
from app.domain.linkage import (
    Candidate,
    Population,
    Proposal,
    RowFacts,
    Said,
    Weighed,
    against_each_other,
    weigh,
)
from app.domain.linkage_keys import counted_for, keys_for
from app.domain.linkage_near import Near, hopeful, nearest
from app.domain.name_habits import as_alike
from app.domain.names import fold_prn, full_name
from db import search
from db.linkage import candidates
from db.tables.linkage import LinkageDecision, LinkageKey
from db.tables.people import User
from db.tables.register import Case, Person
from db.work import Work

MOST_COMPARED = 100
"""People that a row is compared with in full, those whose shared keys promise most first."""

FIRST_COMPARED = 8
"""People that a row is compared with at first, whatever their keys promise. Beyond them only such as could still be
proposed beside the likeliest of these (`hopeful`)."""

MOST_ALIKE, ALIKE = 20, 0.8
"""Where nobody is proposed by keys: how many are compared whose names share pieces with the row's, and how alike both
of their names have to be."""

MOST_SHARED = 1000
"""A key that more people share tells too little to be looked up by."""

_AT_ONCE = 500
"""Rows, keys or people that one statement asks about."""


class Known(NamedTuple):
    """A person of the forum to whom a row may be linked, by their newest case, an open one first."""

    case_id: int
    person_id: int
    prn: str
    name: str


def person_of(session: Session, forum: str, prn: str) -> Known | None:
    """The one person of this PRN with a case in a forum; leading zeros do not count."""
    if not prn.strip():
        return None
    query = (
        select(Case.id, Person.id, Person.prn, Person.surname, Person.given_names)
        .join(Person, Person.id == Case.person_id)
        .join(LinkageKey, LinkageKey.person_id == Person.id)
        .where(LinkageKey.key == f"p:{fold_prn(prn)}", Case.forum == forum)
        .order_by(Case.closed_seq.is_(None), Case.id)
    )
    rows = {
        person_id: Known(case_id, person_id, number, full_name(surname, given))
        for case_id, person_id, number, surname, given in session.execute(query)
    }
    return next(iter(rows.values())) if len(rows) == 1 else None


def names_of(session: Session, prns: Iterable[str]) -> dict[str, str]:
    """The names of people by their PRN."""
    names: dict[str, str] = {}
    for part in _parts(prns):
        query = select(Person.prn, Person.surname, Person.given_names).where(Person.prn.in_(part))
        names.update((prn, full_name(surname, given)) for prn, surname, given in session.execute(query))
    return names


class Finder:
    """Proposals for the rows of one file, among the people with a case in a forum.

    `awaited` are people whose own row was sent and never came back; `read` is whom it compared so far. What the
    register has is asked for many rows at once: a statement a row would cost more than the comparing.
    """

    def __init__(self, session: Session, forum: str, awaited: Iterable[int] = ()) -> None:
        self.session, self.forum, self.awaited = session, forum, frozenset(awaited)
        self.people = session.scalar(select(func.count()).select_from(Person)) or 0
        self.read: dict[int, Candidate] = {}
        self._strangers: set[int] = set()
        self._counts: dict[str, int] = {}
        self._sharing: dict[str, list[int]] = {}

    def propose(self, rows: Sequence[RowFacts]) -> list[tuple[Proposal, ...]]:
        """For each row the likeliest people, best first; pieces of names are looked for where no key finds anybody."""
        found: list[tuple[Proposal, ...]] = []
        for start in range(0, len(rows), _AT_ONCE):
            found += self._propose(rows[start : start + _AT_ONCE])
        return found

    def _propose(self, rows: Sequence[RowFacts]) -> list[tuple[Proposal, ...]]:
        keys = [keys_for(row) for row in rows]
        named = [counted_for(row) for row in rows]
        self._count({key for both in named for some in both for key in some}.union(*keys))
        self._share({key for some in keys for key in some if 0 < self._counts[key] <= MOST_SHARED})
        asked = [
            _Asked(row, self._near(some, known), known)
            for row, some, known in zip(rows, keys, map(self._population, named), strict=True)
        ]
        self._compare((each, [near.person for near in each.near[:FIRST_COMPARED]]) for each in asked)
        self._compare((each, [near.person for near in hopeful(each.near, each.best)]) for each in asked)
        # Names so damaged that no key finds anybody likely.
        self._compare((each, self._alike(each)) for each in asked if not each.proposals())
        return [each.proposals() for each in asked]

    def _population(self, named: tuple[Mapping[str, str], Mapping[str, str]]) -> Population:
        families, givens = ({name: self._counts[key] for key, name in some.items()} for some in named)
        return Population(self.people, families, givens)

    def _compare(self, asked: Iterable[tuple[_Asked, Sequence[int]]]) -> None:
        """Weigh these people for their rows, read in few statements; `MOST_COMPARED` of a row at most."""
        open_rows = [
            (each, [person for person in people if person not in each.weighed]) for each, people in asked
        ]
        self._tell_strangers(person for _, people in open_rows for person in people)
        for each, people in open_rows:
            left = max(MOST_COMPARED - len(each.weighed), 0)
            people[:] = [person for person in people if person not in self._strangers][:left]
        self._load(person for _, people in open_rows for person in people)
        for each, people in open_rows:
            for person in people:
                candidate = self.read[person]
                each.weighed[person] = candidate.prn, weigh(each.row, candidate, each.known)

    def _count(self, keys: Iterable[str]) -> None:
        """How many people have each of these keys."""
        key = LinkageKey.key
        for part in _parts(key for key in keys if key not in self._counts):
            self._counts.update(dict.fromkeys(part, 0))
            rows = self.session.execute(select(key, func.count()).where(key.in_(part)).group_by(key))
            self._counts.update((text, count) for text, count in rows)

    def _share(self, keys: Iterable[str]) -> None:
        """Who has each of these keys."""
        key = LinkageKey
        for part in _parts(key for key in keys if key not in self._sharing):
            self._sharing.update((text, []) for text in part)
            for text, person_id in self.session.execute(
                select(key.key, key.person_id).where(key.key.in_(part))
            ):
                self._sharing[text].append(person_id)

    def _near(self, keys: Iterable[str], known: Population) -> list[Near]:
        """People who share keys with a row, the most promising first."""
        sharing = {key: self._sharing[key] for key in keys if self._sharing.get(key)}
        return nearest(sharing, known, self.awaited)

    def _alike(self, asked: _Asked) -> list[int]:
        """People whose names share pieces with the row's: those that read most alike, whatever their keys."""
        names = asked.row.names
        found = search.alike(self.session.connection(), names)
        rated = {person: as_alike(names, words.split()) for person, words in found.items()}
        kept = [person for person, alike in rated.items() if alike >= ALIKE]
        return sorted(kept, key=lambda person: -rated[person])[:MOST_ALIKE]

    def _tell_strangers(self, people: Iterable[int]) -> None:
        """Who of these has no case in the forum."""
        for part in _parts(each for each in people if each not in self.read and each not in self._strangers):
            # Asked for the forum too, the engine would read every case of the forum for these few.
            query = select(Case.person_id, Case.forum).where(Case.person_id.in_(part))
            inside = {person for person, forum in self.session.execute(query) if forum == self.forum}
            self._strangers.update(set(part) - inside)

    def _load(self, people: Iterable[int]) -> None:
        """What is compared of these people."""
        for part in _parts(each for each in people if each not in self.read):
            for number, person in candidates(self.session.connection(), part).items():
                waited_for = number in self.awaited
                self.read[number] = replace(person, awaited=True) if waited_for else person


class _Asked:
    """One row on its way to proposals: who may be it, and who was weighed so far."""

    def __init__(self, row: RowFacts, near: list[Near], known: Population) -> None:
        self.row, self.near, self.known = row, near, known
        self.weighed: dict[int, tuple[str, Weighed]] = {}

    @property
    def best(self) -> float:
        """The log-odds of the likeliest so far."""
        return max((one.odds for _, one in self.weighed.values()), default=0.0)

    def proposals(self) -> tuple[Proposal, ...]:
        return against_each_other(self.weighed.values())


def _parts(items: Iterable[Any]) -> Iterator[list[Any]]:
    """So many as one statement may name."""
    every = list(dict.fromkeys(items))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]


def sayings(session: Session, forum: str, told: Iterable[str]) -> Mapping[str, tuple[Said, ...]]:
    """What people said of rows that told the same, by what they told; what was taken back does not count."""
    found: dict[str, list[Said]] = defaultdict(list)
    decision = LinkageDecision
    for part in _parts(each for each in told if each):
        query = (
            select(decision.told, Person.prn, decision.is_same, User.name, decision.decided_at)
            .join(Person, Person.id == decision.person_id)
            .outerjoin(User, User.user_id == decision.who)
            .where(decision.forum == forum, decision.told.in_(part), decision.withdrawn_seq.is_(None))
            .order_by(decision.id)
        )
        for text, prn, is_same, who, at in session.execute(query):
            found[text].append(Said(prn, is_same, who or "somebody", at.astimezone(AUCKLAND).date()))
    return {text: tuple(each) for text, each in found.items()}


def keep_saying(work: Work, forum: str, exchange: str, told: str, person_id: int, *, is_same: bool) -> None:
    """Keep a person's say on what a row tells; whatever contradicts it is withdrawn. A row that tells nothing: none."""
    if not told:
        return
    decision = LinkageDecision
    standing = (decision.forum == forum, decision.told == told, decision.withdrawn_seq.is_(None))
    against = standing if is_same else (*standing, decision.person_id == person_id)
    keep_not = (decision.is_same | (decision.person_id == person_id),) if is_same else ()
    for each in work.session.scalars(select(decision).where(*against, *keep_not)):
        each.withdrawn_seq = work.seq
    work.session.add(
        LinkageDecision(
            forum=forum,
            told=told,
            person_id=person_id,
            is_same=is_same,
            exchange=exchange,
            decided_at=work.at,
            who=work.user_id,
            seq=work.seq,
            withdrawn_seq=None,
        )
    )

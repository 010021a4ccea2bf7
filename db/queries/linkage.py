"""Whom a row without a seal may be about: looked up by keys, compared in full, beside what people said (X3, X8)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import log
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.dates import AUCKLAND
from app.domain.linkage import JOIN, Candidate, Population, Proposal, RowFacts, Said, propose
from app.domain.linkage_keys import counted_for, keys_for
from app.domain.names import fold_prn, full_name
from db import search
from db.linkage import candidates
from db.tables.linkage import LinkageDecision, LinkageKey
from db.tables.people import User
from db.tables.register import Case, Person
from db.work import Work

MOST_COMPARED = 200
"""People that a row is compared with in full, those whose shared keys tell most first."""

FIRST_COMPARED = 40
"""People that a row is compared with at first. Where one of them is very likely, nobody further is fetched: whoever
shares fewer and commoner keys with the row than forty others is not more like it than that one."""

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

    `awaited` are people whose own row was sent and never came back. What the register has is asked for many rows at
    once: a statement a row would cost more than the comparing.
    """

    def __init__(self, session: Session, forum: str, awaited: Iterable[int] = ()) -> None:
        self.session, self.forum, self.awaited = session, forum, frozenset(awaited)
        self.people = session.scalar(select(func.count()).select_from(Person)) or 0
        self._candidates: dict[int, Candidate] = {}
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
        near = [self._near(some) for some in keys]
        known = [
            Population(
                self.people,
                {name: self._counts[key] for key, name in families.items()},
                {name: self._counts[key] for key, name in givens.items()},
            )
            for families, givens in named
        ]
        every = range(len(rows))
        found: dict[int, tuple[Proposal, ...]] = {}
        for most in (FIRST_COMPARED, MOST_COMPARED):
            open_rows = [at for at in every if not _is_settled(found.get(at, ()))]
            self._load({person for at in open_rows for person in near[at][: 2 * most]})
            for at in open_rows:
                found[at] = propose(rows[at], self._compared(near[at], most), known[at])
        for at in every:
            if not found[at]:
                more = [*near[at], *search.alike(self.session.connection(), rows[at].names)]
                self._load(more)
                found[at] = propose(rows[at], self._compared(list(dict.fromkeys(more))), known[at])
        return [found[at] for at in every]

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

    def _near(self, keys: Iterable[str]) -> list[int]:
        """People who share keys with a row, those whose keys are rare and many first."""
        weight: Counter[int] = Counter()
        for key in keys:
            sharing = self._sharing.get(key, ())
            for person in sharing:
                weight[person] += round(1000 * log(1 + self.people / len(sharing)))
        return sorted(weight, key=lambda person: (-weight[person], person))[: 2 * MOST_COMPARED]

    def _load(self, people: Iterable[int]) -> None:
        """What is compared of these people, where they have a case in the forum."""
        for part in _parts(
            each for each in people if each not in self._candidates and each not in self._strangers
        ):
            inside = select(Case.person_id).where(Case.person_id.in_(part), Case.forum == self.forum)
            ours = set(self.session.scalars(inside))
            self._strangers.update(each for each in part if each not in ours)
            for number, person in candidates(self.session.connection(), sorted(ours)).items():
                waited_for = number in self.awaited
                self._candidates[number] = replace(person, awaited=True) if waited_for else person

    def _compared(self, people: Iterable[int], most: int = MOST_COMPARED) -> list[Candidate]:
        found = (self._candidates[person] for person in people if person in self._candidates)
        return list(islice(found, most))


def _is_settled(proposals: Sequence[Proposal]) -> bool:
    return bool(proposals) and proposals[0].score >= JOIN


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

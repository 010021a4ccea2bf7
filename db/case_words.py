"""What the key of a restricted case says: which key comes after it, where the case is, and that it is over (need A4).

Whoever has the register's key can write a key pair of their own into the register, or a case into their own forum, and
sign an entry that seals it. What they cannot do is sign with a key that they do not hold. So each key pair is made with
a word in the entry that made it, signed by the private half before it; the first stands in the entry that restricted
the case. Only pairs that lead back to that entry count, and where the case is they alone say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app.domain.case_place import Place
from db.case_keys import CASES
from db.person_keys import PrivateKey, sign_with, verify
from db.row_seals import keys_touched
from db.tables.restricted import Restriction
from db.tables.seals import RowSeal
from db.tables.sources import Compartment
from db.tables.trail import Meta, Trail
from db.trail import head, signed_entries

BODY = "case_keys"
"""Under which word an entry's body holds what keys say."""
_SAYS, _CONFIRMED = "case_words", "case_confirmed"


class Pair(NamedTuple):
    """One key pair, by the entry that made it."""

    seq: int
    public: bytes


class Word(NamedTuple):
    """What is said of one key pair; `public` is empty where the key says that the restriction is lifted."""

    register_id: str
    seq: int
    person_id: int
    public: bytes
    place: Place
    before: Pair | None
    held: tuple[str, ...] = ()
    """Who held the key when it was lifted, by their numbers."""

    def said(self) -> dict[str, object]:
        before = {"seq": self.before.seq, "public": self.before.public.hex()} if self.before else None
        told = {"person": self.person_id, "public": self.public.hex(), "before": before}
        told |= {"forum": self.place.forum, "closing": sorted(self.place.closing)}
        return told | ({"held": list(self.held)} if self.held else {})

    def message(self) -> bytes:
        over = ("forumdesk case key", self.register_id, self.seq, self.said())
        return json.dumps(over, separators=(",", ":"), sort_keys=True).encode("ascii")


class Counting(NamedTuple):
    """The key pairs of a case that count, the newest last, and where it is by their word: None where they say none."""

    numbers: tuple[int, ...]
    pairs: tuple[Pair, ...]
    place: Place | None
    restriction: int | None
    """Of whose readers they are the keys, whatever stands as the restriction: None where none said so."""
    sealing: frozenset[int]
    """The entries that made them and those before them, by somebody who held the key: each sealed every text anew."""
    been: frozenset[str]
    """The forums that had the case since it was restricted, by their word."""


class Over(NamedTuple):
    """Restrictions of a case that are lifted."""

    entries: frozenset[int]
    """That made their keys, and that lifted them: each sealed or opened every text anew, and so signed every row."""
    seq: int
    """The entry that lifted the last of them."""
    held: frozenset[str]
    """Who held its key then, by its word."""


def confirm(session: Session, person_id: int) -> None:
    """Say that whoever acts knows which forum a case is in: where they hold its key, the key says so from now on."""
    session.info.setdefault(_CONFIRMED, set()).add(person_id)


def confirmed(session: Session) -> set[int]:
    """Whose case was said to be where it is by this very change."""
    found: set[int] = session.info.get(_CONFIRMED, set())
    return found


def say(connection: Connection, word: Word, private: PrivateKey | None) -> None:
    """Have the coming entry say a word, signed by the private half of the pair before it."""
    told = word.said() | ({"signature": sign_with(private, word.message()).hex()} if private else {})
    connection.info.setdefault(_SAYS, []).append((word.seq, told))


def words_for(connection: Connection) -> dict[str, object]:
    """What the body of the coming entry says of keys."""
    coming = head(connection)[0] + 1
    told = [each for seq, each in connection.info.pop(_SAYS, ()) if seq == coming]
    return {BODY: told} if told else {}


def counting(
    connection: Connection, register_id: str, restricted: Mapping[int, int]
) -> tuple[dict[int, Counting], set[int]]:
    """The pairs that count, by person, and people of whom none does though there should be one: others wrote theirs.

    `restricted` are restrictions by person as rows say. One that this very change makes has no pair yet.
    """
    rows: dict[int, dict[int, Pair]] = {}
    query = select(Compartment.id, Compartment.person_id, Compartment.public_unwrap, Compartment.seq)
    for number, person_id, public, seq in connection.execute(query.where(Compartment.kind == CASES)):
        if person_id is not None:
            rows.setdefault(person_id, {})[number] = Pair(seq, public)
    people = sorted({*rows, *restricted})
    book = _Book(connection, register_id, restricted)
    new = made_now(connection, restricted)
    found, doubted = {}, set[int]()
    for person_id in people:
        mine, root = rows.get(person_id, {}), book.root(person_id)
        before = root if person_id in new else None
        if person_id in new and before is None:
            root = book.coming(person_id)
            if root is None:
                continue
        path = book.path(person_id, root) if root else _from_before(book, person_id, mine)
        numbers = [each for each, pair in mine.items() if pair in path]
        if path and path[-1] not in mine.values():
            numbers = []  # the newest was taken away: an older one somebody may have kept who left
        numbers.sort(key=lambda each: (mine[each].seq, each))
        if before or (mine and not numbers and (root or person_id in restricted)):
            doubted.add(person_id)
        elif numbers:
            last = book.word(person_id, mine[numbers[-1]])
            pairs = tuple(mine[each] for each in numbers)
            place, made = last.place if last else None, frozenset(pair.seq for pair in path)
            words = [word for pair in path if (word := book.word(person_id, pair))]
            been = frozenset(word.place.forum for word in words)
            found[person_id] = Counting(tuple(numbers), pairs, place, book.restriction(person_id), made, been)
    return found, doubted


def lifted(connection: Connection, people: Iterable[int]) -> dict[int, Over]:
    """By person, what there was of restrictions that their keys have lifted since; nobody of whom there was none."""
    book = _Book(connection, connection.execute(select(Meta.register_id)).scalar_one(), {})
    found = {person_id: book.over(person_id) for person_id in people}
    return {person_id: over for person_id, over in found.items() if over is not None}


def made_now(connection: Connection, restricted: Mapping[int, int]) -> set[int]:
    """Whose restriction this very change makes, so that its entry is the first to seal it."""
    touched = keys_touched(connection, Restriction.__tablename__) & set(restricted.values())
    if not touched:
        return set()
    query = select(RowSeal.row).where(RowSeal.table_name == Restriction.__tablename__)
    sealed = set(connection.execute(query.distinct()).scalars())
    return {person_id for person_id, row in restricted.items() if row in touched - sealed}


def lifted_now(connection: Connection) -> set[int]:
    """Of whom this very change touched a restriction."""
    touched = keys_touched(connection, Restriction.__tablename__)
    query = select(RowSeal.row, RowSeal.person).where(RowSeal.table_name == Restriction.__tablename__)
    return {person for row, person in connection.execute(query) if row in touched and person is not None}


def _from_before(book: _Book, person_id: int, mine: Mapping[int, Pair]) -> list[Pair]:
    """Of a case that was restricted before keys said anything: the oldest pair, and what it vouches for.

    None where a pair leads back to an entry that restricted the case: what tells of that entry is gone.
    """
    if not mine or any(book.leads(person_id, pair) for pair in mine.values()):
        return []
    return book.path(person_id, min(mine.values(), key=lambda pair: pair.seq))


class _Book:
    """The words of a register, read once each."""

    def __init__(self, connection: Connection, register_id: str, restricted: Mapping[int, int]) -> None:
        self.connection, self.register_id, self.restricted = connection, register_id, restricted
        self._entries: dict[int, list[dict[str, Any]]] = {}
        self._roots: dict[int, tuple[Pair, int] | None] = {}

    def _said(self, seq: int) -> list[dict[str, Any]]:
        if seq not in self._entries:
            body = self.connection.execute(select(Trail.body).where(Trail.seq == seq)).scalar()
            told = json.loads(body).get(BODY) if body and BODY in body else None
            coming = [each for at, each in self.connection.info.get(_SAYS, ()) if at == seq]
            self._entries[seq] = [each for each in told or coming if isinstance(each, dict)]
        return self._entries[seq]

    def word(self, person_id: int, pair: Pair) -> Word | None:
        """What the entry that made a pair says of it, unless it was not signed by the pair that it names before it."""
        for told in self._said(pair.seq):
            if told.get("person") != person_id or told.get("public") != pair.public.hex():
                continue
            before = told.get("before")
            place = Place(str(told.get("forum")), frozenset(map(str, told.get("closing") or ())))
            known = Pair(int(before["seq"]), bytes.fromhex(before["public"])) if before else None
            held = tuple(map(str, told.get("held") or ()))
            word = Word(self.register_id, pair.seq, person_id, pair.public, place, known, held)
            if known is None or (
                known.seq < pair.seq and _signed(known.public, word.message(), str(told.get("signature")))
            ):
                return word
        return None

    def leads(self, person_id: int, pair: Pair) -> Pair | None:
        """The first pair that a pair goes back to, None where a word is missing on the way."""
        while (word := self.word(person_id, pair)) is not None:
            if word.before is None:
                return pair
            pair = word.before
        return None

    def path(self, person_id: int, first: Pair) -> list[Pair]:
        """A pair, and what comes after it, one after the other, whether it stands still or was replaced.

        Of two that name the same pair before them the earlier is true: that one was made by who held it until then,
        the other by who had kept it.
        """
        mine = RowSeal.table_name == Compartment.__tablename__, RowSeal.person == person_id
        seqs = {*self.connection.execute(select(RowSeal.seq).where(*mine)).scalars()}
        seqs |= {seq for seq, _ in self.connection.info.get(_SAYS, ())}
        after: dict[Pair, Pair] = {}
        for seq in sorted(seqs):
            for told in self._said(seq):
                if told.get("person") != person_id or not told.get("public"):
                    continue
                word = self.word(person_id, Pair(seq, bytes.fromhex(str(told["public"]))))
                if word and word.before:
                    after.setdefault(word.before, Pair(seq, word.public))
        found = [first]
        while found[-1] in after:
            found.append(after[found[-1]])
        return found

    def root(self, person_id: int) -> Pair | None:
        """The pair made by the entry that first sealed a restriction of somebody which no key has lifted since."""
        if person_id not in self._roots:
            self._roots[person_id] = next(self._standing(person_id), None)
        found = self._roots[person_id]
        return found[0] if found else None

    def restriction(self, person_id: int) -> int | None:
        """The number of that restriction."""
        found = self._roots.get(person_id)
        return found[1] if found else None

    def coming(self, person_id: int) -> Pair | None:
        """The first pair of a restriction that this very change makes."""
        for seq, told in self.connection.info.get(_SAYS, ()):
            if told["person"] == person_id and told["before"] is None:
                return Pair(seq, bytes.fromhex(told["public"]))
        return None

    def over(self, person_id: int) -> Over | None:
        """What there was of restrictions of somebody that are lifted."""
        entries, last = set[int](), None
        for row, seq in self._restrictions(person_id):
            pair = self._first(person_id, seq)
            word = self._lifted(person_id, row, pair) if pair else None
            if pair is not None and word is not None:
                entries |= {word.seq, *(each.seq for each in self.path(person_id, pair))}
                last = word
        return Over(frozenset(entries), last.seq, frozenset(last.held)) if last else None

    def _restrictions(self, person_id: int) -> list[tuple[object, int]]:
        """By row, the entry that first sealed each restriction of somebody, the oldest first."""
        query = select(RowSeal.row, func.min(RowSeal.seq).label("seq")).group_by(RowSeal.row).order_by("seq")
        mine = RowSeal.table_name == Restriction.__tablename__, RowSeal.person == person_id
        return [(row, seq) for row, seq in self.connection.execute(query.where(*mine))]

    def _standing(self, person_id: int) -> Iterator[tuple[Pair, int]]:
        for row, seq in self._restrictions(person_id):
            pair = self._first(person_id, seq)
            if pair is None and row == self.restricted.get(person_id):
                return  # made before keys said anything
            lifted = pair is None or self._lifted(person_id, row, pair) is not None
            if pair is not None and isinstance(row, int) and not lifted:
                yield pair, row

    def _first(self, person_id: int, seq: int) -> Pair | None:
        for told in self._said(seq):
            is_first = told.get("person") == person_id and told.get("before") is None and told.get("public")
            if is_first and signed_entries(self.connection, [seq]):
                return Pair(seq, bytes.fromhex(told["public"]))
        return None

    def _lifted(self, person_id: int, row: object, first: Pair) -> Word | None:
        """The word by which a key lifted the restriction that this pair is the first of."""
        sealed = select(RowSeal.seq).where(
            RowSeal.table_name == Restriction.__tablename__, RowSeal.row == row
        )
        for seq in self.connection.execute(sealed).scalars():
            word = self.word(person_id, Pair(seq, b"")) if seq > first.seq else None
            if word is not None and word.before and self.leads(person_id, word.before) == first:
                return word
        return None


@lru_cache(maxsize=4096)
def _signed(public: bytes, message: bytes, signature: str) -> bool:
    """Asked of the same word at each save: what a key has signed it has signed for good."""
    try:
        return verify(public, message, bytes.fromhex(signature))
    except ValueError:
        return False

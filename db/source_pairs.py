"""Which key pair of a forum's sources is theirs: the newest, made by somebody who gives offices there (need D3).

Whoever has the register's key can write a pair of their own beside the true one, or over it, and sign an entry that
seals it: what is sealed afterwards would be theirs to read. A restricted case has its key say what comes after it
(db/case_words.py); the key of sources cannot, since an administrator who ends a chair's access makes the next pair and
holds none. So a pair counts by whose entry made it, as an office does. No older one ever comes back in the place of one
that does not count, for whoever left may have kept it: a new one is made, which costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from app.domain.givers import Signature
from db.case_wraps import Newest
from db.compartments import SOURCES
from db.tables.sources import Compartment, CompartmentKey

SignedRows = Mapping[int, Sequence[Signature]]
"""By number, the entries that sealed each row that was of nobody's case, the oldest first; what took it away too."""
May = Callable[[Signature, str], bool]
"""Whether somebody signed as one who makes the pair of that forum."""


class Pairs(NamedTuple):
    """The key pairs of the forums' sources that somebody made who may."""

    newest: dict[str, int]
    """By forum, the one that counts: what is not here makes nobody a reader."""
    made: dict[str, list[Newest]]
    """By forum all of them, the oldest first. They tell which half is whose; nothing is sealed to one again."""


def pairs_of_sources(
    connection: Connection, signed: SignedRows, wraps: SignedRows, may: May, was_chair: May
) -> Pairs:
    """By forum, the pairs that somebody made who may; the newest of none where one that they did not was signed since.

    None either where somebody's half of a pair was taken away since, but by an entry that made the next pair: whoever
    left may have hidden that they held it. Of which forum that was, or a pair that is gone or was altered, nobody can
    tell, so that each forum makes its next one. An entry that made a pair takes out halves of the one before it: of
    another forum it may have taken out its signer's own, where they were chair (`was_chair`) and hold no half now.
    """
    query = select(Compartment.id, Compartment.subject)
    query = query.where(Compartment.kind == SOURCES, Compartment.person_id.is_(None))
    standing = {row.id: row.subject for row in connection.execute(query.order_by(Compartment.id))}
    made: dict[str, tuple[int, int]] = {}
    all_made: dict[str, list[tuple[int, int]]] = defaultdict(list)
    doubted, makes = 0, set[int]()
    for number, entries in signed.items():
        last, forum = entries[-1], standing.get(number)
        if forum is not None and may(last, forum):
            made[forum] = max(made.get(forum, (0, 0)), (last.seq, number))
            all_made[forum].append((last.seq, number))
            makes.add(last.seq)
        else:
            doubted = max(doubted, last.seq)
    taken = {by.seq for entries in wraps.values() for by in entries[1:]} - makes
    doubted = max(doubted, *taken, 0)
    counting = {forum: number for forum, (seq, number) in made.items() if seq > doubted}
    covered = [(entries[0], by) for entries in wraps.values() for by in entries[1:] if by.seq in makes]
    held = _held(connection) if covered else set()
    for forum, number in tuple(counting.items()):
        seq = made[forum][0]
        if any(
            given.seq >= seq and by.seq > seq and was_chair(by, forum) and (number, by.who) not in held
            for given, by in covered
        ):
            del counting[forum]
    # What this very change makes is the program's own; `seal_checks.strange` tells of what nobody signed.
    newest = counting | {forum: number for number, forum in standing.items() if number not in signed}
    every = {forum: [Newest(number, seq) for seq, number in sorted(each)] for forum, each in all_made.items()}
    return Pairs(newest, every)


def _held(connection: Connection) -> set[tuple[int, str]]:
    """Pairs by number with who holds a half."""
    query = select(CompartmentKey.compartment_id, CompartmentKey.user_id)
    return {(number, who) for number, who in connection.execute(query)}

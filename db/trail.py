"""The chain of entries: appended by the door, walked by a verifier."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import bindparam, desc, func, insert, select
from sqlalchemy.engine import Connection

from app.domain.checkpoint import Checkpoint, TypedCheckpoint, write_checkpoint
from app.domain.trail import GENESIS, Entry, Verdict, entry_hash
from app.domain.witness import ASKING, EVENTS, Asked, Decision, Seen, Standing
from db.keys import verify
from db.tables.people import User
from db.tables.trail import Meta, Trail, TrailSalt

# Put together once: that takes longer than running one, and several of them belong to every entry.
_COLUMNS = Trail.__table__.c
_HEAD = select(_COLUMNS.seq, _COLUMNS.hash).order_by(desc(_COLUMNS.seq)).limit(1)
_HASH_OF = select(_COLUMNS.hash).where(_COLUMNS.seq == bindparam("seq"))
_DECISIONS = (
    select(_COLUMNS.hash, _COLUMNS.body, _COLUMNS.event)
    .where(_COLUMNS.event.in_((*EVENTS, ASKING)))
    .order_by(_COLUMNS.seq)
)
_EPOCH = select(Meta.epoch)
_APPEND, _KEEP_SALT = insert(Trail), insert(TrailSalt)


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; 0 and zeros where there is none."""
    row = connection.execute(_HEAD).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def moment_text(moment: datetime) -> str:
    """UTC to the millisecond, as an entry holds it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def append(
    connection: Connection,
    sign: Callable[[bytes], bytes],
    *,
    at: datetime,
    who: str,
    role: str,
    host: str,
    build: str,
    event: str,
    subject: str,
    body: str,
) -> int:
    """Add one entry signed by its own actor, in the transaction of what it tells of; returns its number."""
    seq, prev = head(connection)
    entry = Entry(seq + 1, moment_text(at), who, role, host, build, event, subject, body, prev, "", b"")
    entry = entry._replace(hash=entry_hash(entry))
    entry = entry._replace(signature=sign(bytes.fromhex(entry.hash)))
    connection.execute(_APPEND, entry._asdict())
    return entry.seq


def keep_salt(connection: Connection, seq: int, salt: str) -> None:
    """Keep the salt of an entry's commitments beside the chain: without it they say nothing any more."""
    connection.execute(_KEEP_SALT, {"seq": seq, "salt": salt})


def entries(connection: Connection, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
    """Entries in order of their numbers, a thousand at a time."""
    columns = Trail.__table__.c
    query = (
        select(*(columns[name] for name in Entry._fields)).where(columns.seq > after).order_by(columns.seq)
    )
    for row in connection.execute(query.limit(limit)).yield_per(1000):
        yield Entry._make(row)


def verify_chain(
    connection: Connection,
    progress: Callable[[int], None] = lambda _done: None,
    *,
    signatures: bool = True,
    after: Seen | None = None,
    most: int | None = None,
) -> Verdict:
    """Walk the whole chain: numbers without a gap, hashes that follow, and each entry's own signature.

    `after` is an entry up to which it was walked before: where it still stands, only what follows it is walked.
    No more than `most` entries are walked.
    """
    keys = {
        row.user_id: row.public_sign for row in connection.execute(select(User.user_id, User.public_sign))
    }
    prev, expected = GENESIS, 1
    if after is not None and standing(connection, after.seq).at_seen == after.hash:
        prev, expected = after.hash, after.seq + 1
    for entry in entries(connection, expected - 1, most):
        why = _fault(entry, expected, prev, keys, signatures)
        if why:
            return Verdict(False, expected - 1, prev, expected, why)
        prev, expected = entry.hash, expected + 1
        progress(expected - 1)
    return Verdict(True, expected - 1, prev, None, "")


def signed_entries(connection: Connection, seqs: Collection[int]) -> list[Entry]:
    """Of the entries of these numbers, those whose words are what the person they name has signed."""
    keys = {
        row.user_id: row.public_sign for row in connection.execute(select(User.user_id, User.public_sign))
    }
    columns = Trail.__table__.c
    query = select(*(columns[name] for name in Entry._fields)).where(columns.seq.in_(list(seqs)))
    found = [Entry._make(row) for row in connection.execute(query)]
    return [entry for entry in found if not _fault(entry, entry.seq, entry.prev, keys, signatures=True)]


def linked(connection: Connection, found: Collection[Entry]) -> set[int]:
    """Of signed entries those from which the chain leads to its head, by the number.

    Whoever signed an entry can rewrite it and sign it again; what they cannot do again is what others signed after it.
    So from the oldest of them on hashes must follow one another, and what each person has signed last must be theirs.
    An entry that was linked once is so for good, by its hash.
    """
    register_id = connection.execute(select(Meta.register_id)).scalar_one()
    asked = [entry for entry in found if (register_id, entry.seq, entry.hash) not in _LINKED]
    if asked:
        torn = _torn(connection, min(entry.seq for entry in asked))
        _LINKED.update((register_id, entry.seq, entry.hash) for entry in asked if entry.seq >= torn)
    return {entry.seq for entry in found if (register_id, entry.seq, entry.hash) in _LINKED}


_LINKED: set[tuple[str, int, str]] = set()
"""By register: entries that were found linked by this process."""


def _torn(connection: Connection, first: int) -> int:
    """The last entry, from one on, that does not hold: what stands before it may have been rewritten; 0 for none."""
    prev, torn = "", 0
    for expected, entry in enumerate(entries(connection, first - 1), first):
        if _fault(entry, expected, prev or entry.prev, {}, signatures=False):
            torn = entry.seq
        prev = entry.hash
    latest = select(func.max(_COLUMNS.seq)).group_by(_COLUMNS.who)
    wanted = {int(seq) for seq in connection.execute(latest).scalars() if seq >= first}
    unsigned = wanted - {entry.seq for entry in signed_entries(connection, wanted)}
    return max({torn, *unsigned})


def _fault(entry: Entry, expected: int, prev: str, keys: dict[str, bytes], signatures: bool) -> str:
    if entry.seq != expected:
        return f"entry {expected} is missing"
    if entry.prev != prev:
        return "it does not follow the entry before it"
    if entry_hash(entry) != entry.hash:
        return "its words do not match its seal"
    if signatures:
        key = keys.get(entry.who)
        if key is None:
            return "it is signed by nobody this register knows"
        if not _verified(key, entry.hash, entry.signature):
            return "its signature is not of the person it names"
    return ""


@lru_cache(maxsize=4096)
def _verified(key: bytes, digest: str, signature: bytes) -> bool:
    """Asked of the entries that restricted a case at each save: what a key has signed it has signed for good."""
    return verify(key, bytes.fromhex(digest), signature)


def checkpoint_now(connection: Connection) -> Checkpoint:
    """The head as it stands, in the groups that go on paper."""
    point = _checkpoint_at(connection, head(connection)[0])
    if point is None:
        raise LookupError("a register has its first entry from its making")
    return point


def agrees(connection: Connection, typed: TypedCheckpoint) -> bool:
    """Whether the entry a paper tells of stands here as it stood when the paper was printed."""
    point = _checkpoint_at(connection, typed.seq)
    return point is not None and typed.agrees(point.full)


def entry_of(connection: Connection, typed: TypedCheckpoint) -> int | None:
    """Which entry has these groups, whatever number was typed before them: each hangs on its own, so one at most."""
    columns = Trail.__table__.c
    register_id = connection.execute(select(Meta.register_id)).scalar_one()
    rows = connection.execute(select(columns.seq, columns.at, columns.hash).order_by(columns.seq.desc()))
    fits = (row.seq for row in rows if typed.agrees(write_checkpoint(register_id, row.seq, row.at, row.hash)))
    return next(fits, None)


def _checkpoint_at(connection: Connection, seq: int) -> Checkpoint | None:
    columns = Trail.__table__.c
    row = connection.execute(select(columns.at, columns.hash).where(columns.seq == seq)).one_or_none()
    if row is None:
        return None
    register_id = connection.execute(select(Meta.register_id)).scalar_one()
    return Checkpoint(seq, row.at, row.hash, write_checkpoint(register_id, seq, row.at, row.hash))


def standing(connection: Connection, seen: int) -> Standing:
    """What a witness compares: the head, the key in force, and the hash of the entry that bears the number seen."""
    seq, last = head(connection)
    at_seen = connection.execute(_HASH_OF, {"seq": seen}).scalar() if seen else None
    rows = connection.execute(_DECISIONS).all()
    decisions = tuple(Decision(row.hash, _counts(row.body)[1]) for row in rows if row.event in EVENTS)
    asked = _asked(rows[-1].body) if rows and rows[-1].event == ASKING else None
    epoch = connection.execute(_EPOCH).scalar_one()
    return Standing(epoch, seq, last, at_seen, decisions, asked)


def _counts(body: str) -> tuple[int, int]:
    counts = json.loads(body).get("counts", {})
    return int(counts.get("kept_to", 0)), int(counts.get("lost_to", 0))


def _asked(body: str) -> Asked:
    return Asked(*_counts(body), str(json.loads(body).get("commitments", {}).get("lost_head", "")))

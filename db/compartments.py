"""Sealed compartments: what several people open together and nobody else, not even with the register key (need D3).

A compartment is a P-384 key pair. Its public half stands in the register, so that anybody who writes can seal to it;
its private half is sealed to each holder's own public key and to that of the recovery codes, and stands nowhere in
clear (design/trust.md, "Keys"). Whoever acts on the people who hold it calls `settle`, which is the whole rule: every
holder can open every key pair so far, and nothing new is sealed to a pair that somebody else has held.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.errors import Damaged, Refused
from db.person_keys import (
    NONCE_BYTES,
    SEAL_NAME,
    PersonKeys,
    PrivateKey,
    Sealed,
    new_private,
    point,
    private_bytes,
    private_from,
    seal,
    unseal,
    unseal_with,
)
from db.recovery import RECOVERY_ID
from db.tables.sources import Compartment, CompartmentKey

SOURCES = "sources"
"""The kind of a forum's compartment of sources; its subject is the forum's code."""
_TEXT_KEY_BYTES = 32
_BLOCK = 256
"""Texts are padded to whole blocks, so that a length does not tell a name."""
_LENGTH_BYTES = 4


class Named(NamedTuple):
    """Which compartment: of which register, what for, about what."""

    register_id: str
    kind: str
    subject: str


class Settled(Struct, frozen=True):
    """What settling did, for the trail: numbers, no key."""

    compartment_id: int
    public_unwrap: bytes
    made: bool
    given: int
    taken: int


def settle(
    session: Session,
    named: Named,
    holders: Mapping[str, bytes],
    keys: PersonKeys,
    by: str,
    seq: int,
    person_id: int | None = None,
    among: Sequence[int] | None = None,
    fresh: bool = False,
) -> Settled:
    """Bring a compartment into the hands of exactly these holders (number and public key of each).

    A new key pair is made where there is none, or where somebody holds the last one who is no holder any more: what
    they have seen they may have kept, what comes after they cannot open. Whatever `keys` opens is
    sealed to holders who lack it; what is sealed to somebody else is taken out where a holder has it. `by` is who
    acts; `person_id` says whose case a compartment is of, where it is of one. `among` are the key pairs that count,
    the newest last, where not every one does; `fresh` asks for a new one. Raises Refused without holders.
    """
    if not holders:
        raise Refused(
            f"Nobody is chair in {named.subject}, so nobody could open a seal there; nothing was changed. "
            "Have somebody made chair first."
        )
    rows = list(
        session.scalars(
            select(Compartment)
            .where(Compartment.kind == named.kind, Compartment.subject == named.subject)
            .order_by(Compartment.id)
        )
    )
    if among is not None:
        rows = sorted((row for row in rows if row.id in among), key=lambda row: among.index(row.id))
    held = {row.id: _held(session, row.id) for row in rows}
    made = (
        fresh or not rows or any(holders.get(who) != wrap.public for who, wrap in held[rows[-1].id].items())
    )
    given = 0
    if made:
        row, private = _new(session, named, by, seq, person_id)
        given += _give(session, named, row, private, holders, seq)
    for each in rows:
        lacking = {who: key for who, key in holders.items() if _lacks(held[each.id], who, key)}
        opened = open_private(named, each.public_unwrap, held[each.id], keys) if lacking else None
        if opened is not None:
            given += _give(session, named, each, opened, lacking, seq)
    newest = row if made else rows[-1]
    taken = sum(_take(session, each.id, holders) for each in rows)
    return Settled(newest.id, newest.public_unwrap, made, given, taken)


class Wrap(NamedTuple):
    public: bytes
    sealed: bytes


def _held(session: Session, compartment_id: int) -> dict[str, Wrap]:
    """Who holds a key pair: the last wrap of each."""
    rows = session.scalars(
        select(CompartmentKey)
        .where(CompartmentKey.compartment_id == compartment_id)
        .order_by(CompartmentKey.id)
    )
    return {row.user_id: Wrap(row.public_unwrap, row.sealed) for row in rows}


def _lacks(held: Mapping[str, Wrap], who: str, public: bytes) -> bool:
    return who not in held or held[who].public != public


def _new(
    session: Session, named: Named, by: str, seq: int, person_id: int | None
) -> tuple[Compartment, PrivateKey]:
    private = new_private()
    row = Compartment(
        kind=named.kind,
        subject=named.subject,
        person_id=person_id,
        public_unwrap=point(private.public_key()),
        made_by=by,
        seq=seq,
    )
    session.add(row)
    session.flush()
    return row, private


def _give(
    session: Session,
    named: Named,
    row: Compartment,
    private: PrivateKey,
    holders: Mapping[str, bytes],
    seq: int,
) -> int:
    for who, public in holders.items():
        sealed = wrapped(named, private, public, who)
        session.add(
            CompartmentKey(compartment_id=row.id, user_id=who, public_unwrap=public, sealed=sealed, seq=seq)
        )
    session.flush()
    return len(holders)


def wrapped(named: Named, private: PrivateKey, public: bytes, who: str) -> bytes:
    """The private half sealed to one holder's public key."""
    half = point(private.public_key())
    return bytes(seal(public, private_bytes(private), _bound(named, half, who)))


def _take(session: Session, compartment_id: int, holders: Mapping[str, bytes]) -> int:
    """Take out what is sealed to nobody who holds it, unless it would be left to the recovery codes alone."""
    rows = session.execute(
        select(CompartmentKey.id, CompartmentKey.user_id, CompartmentKey.public_unwrap).where(
            CompartmentKey.compartment_id == compartment_id
        )
    ).all()
    kept = {row.id: row.user_id for row in rows if holders.get(row.user_id) == row.public_unwrap}
    if not set(kept.values()) - {RECOVERY_ID}:
        return 0
    stray = [row.id for row in rows if row.id not in kept]
    # Not by the session, which would keep what it removes in `history`.
    gone = delete(CompartmentKey).where(CompartmentKey.id.in_(stray))
    session.execute(gone, execution_options={"synchronize_session": False})
    return len(stray)


def open_private(
    named: Named, public_unwrap: bytes, held: Mapping[str, Wrap], keys: PersonKeys
) -> PrivateKey | None:
    """The private half, where it is sealed to this person, and is that of this public half."""
    wrap = held.get(keys.user_id)
    if wrap is None:
        return None
    secret = unseal(keys, Sealed.of(wrap.sealed), _bound(named, public_unwrap, keys.user_id))
    if secret is None:
        return None
    private = private_from(secret)
    return private if point(private.public_key()) == public_unwrap else None


def opened(session: Session, named: Named, compartment_id: int, keys: PersonKeys) -> PrivateKey | None:
    """The private half of one key pair of a compartment, None where it was never sealed to this person."""
    row = session.get_one(Compartment, compartment_id)
    return open_private(named, row.public_unwrap, _held(session, compartment_id), keys)


class SealedText(Struct, frozen=True):
    """A text under a key of its own, and that key sealed to the compartment and to the writer."""

    sealed: bytes
    for_holders: bytes
    for_writer: bytes


def seal_text(text: str, holders: bytes, writer: bytes, bound_to: bytes) -> SealedText:
    """Seal a text to a compartment's and to its writer's public key. `bound_to` names the statement it is about."""
    said = text.encode("utf-8")
    plain = len(said).to_bytes(_LENGTH_BYTES, "big") + said
    plain += bytes(-len(plain) % _BLOCK)
    key, nonce = secrets.token_bytes(_TEXT_KEY_BYTES), secrets.token_bytes(NONCE_BYTES)
    return SealedText(
        nonce + AESGCM(key).encrypt(nonce, plain, bound_to),
        bytes(seal(holders, key, b"holders" + bound_to)),
        bytes(seal(writer, key, b"writer" + bound_to)),
    )


def text_key(private: PrivateKey, wrapped: bytes, *, writer: bool, bound_to: bytes) -> bytearray | None:
    """A text's key by the compartment's private half or by the writer's own; None where it does not open."""
    who = b"writer" if writer else b"holders"
    return unseal_with(private, Sealed.of(wrapped), who + bound_to)


def seal_key_again(key: bytearray, public: bytes, *, writer: bool, bound_to: bytes) -> bytes:
    """A text's key sealed once more, to the writer's new key or to another compartment."""
    return bytes(seal(public, key, (b"writer" if writer else b"holders") + bound_to))


def open_text(sealed: bytes, key: bytearray, bound_to: bytes) -> str:
    """The text. Raises Damaged where it was edited or moved to another statement."""
    try:
        plain = AESGCM(bytes(key)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):
        raise Damaged(
            "This seal was changed outside the program, or moved to another statement; nothing is shown. "
            "Tell the chair, and look into the last backup."
        ) from None
    length = int.from_bytes(plain[:_LENGTH_BYTES], "big")
    return plain[_LENGTH_BYTES : _LENGTH_BYTES + length].decode("utf-8")


def _bound(named: Named, public_unwrap: bytes, who: str) -> bytes:
    parts = ("forumdesk compartment", *named, public_unwrap.hex(), who, SEAL_NAME)
    return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode("ascii")

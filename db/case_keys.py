"""The keys of restricted cases, each held by who may read it, and what opens a text on its way out of the engine.

A restricted case has a compartment of its own (db/compartments.py). Its texts are sealed under a key made from the
private half, so whoever holds that opens hundreds of them at once; whoever does not can still seal to the public half.
One place opens: the connection's own maker of texts, so that no query, mapped or not, can forget to
(docs/decisions/0037-compartments.md). A register without restricted cases has no such maker and pays nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from app.domain.sealed_text import MARK, TOKEN
from db.compartments import Named, Wrap, open_private
from db.person_keys import NONCE_BYTES, PersonKeys, Sealed, private_bytes, seal, unseal_with

CASES = "restricted case"
"""The kind of a restricted case's compartment; its subject is `person 17`, by the register's own number."""

_MARK = MARK.encode("ascii")
_BLOCK = 64
"""Texts are padded to whole blocks, so that a length does not tell a word."""
_LENGTH_BYTES = 4
_SHORT, _MOST = 40, 4096
_DEEPEST = 3
"""How often a text may have been sealed around one that was sealed already."""

_HELD = """
SELECT c.id, c.subject, c.public_unwrap, k.public_unwrap, k.sealed FROM main.compartments c
LEFT JOIN main.compartment_keys k ON k.compartment_id = c.id AND k.user_id = ?
WHERE c.kind = ? ORDER BY c.id, k.id
"""

Known = dict[tuple[int, bytes], "CaseKey"]
"""Keys that were unsealed before, so that it is done once for each sign-in."""


class CaseKey(NamedTuple):
    """What the private half of a compartment gives."""

    text: bytes
    """Seals and opens texts."""
    nonce: bytes
    """Makes a text's nonce from the text: the same text is the same mark, so that two can still be compared."""
    private: Any


@dataclass(slots=True)
class _Place:
    compartment_id: int
    person_id: int
    public: bytes
    wrap: Wrap | None


@dataclass(eq=False, slots=True)
class Ring:
    """The compartments of restricted cases in a register, and which of them one person's keys open."""

    register_id: str
    keys: PersonKeys
    known: Known = field(repr=False)
    places: dict[int, _Place] = field(default_factory=dict)
    left: bool = False
    """Whether something was read that these keys do not open."""
    sealed_blind: dict[tuple[int, str], str] = field(default_factory=dict, repr=False)
    """Marks made by the public half: the same text gets the same one as long as the ring lasts."""

    def __bool__(self) -> bool:
        return bool(self.places)

    def of_person(self, person_id: int) -> list[int]:
        """The compartments of one person's case, the newest last."""
        return [each.compartment_id for each in self.places.values() if each.person_id == person_id]

    def key(self, compartment_id: int) -> CaseKey | None:
        """The key of a compartment, None where it is not sealed to this person."""
        place = self.places.get(compartment_id)
        if place is None or place.wrap is None:
            return None
        at = (compartment_id, place.wrap.sealed)
        if at not in self.known:
            named = Named(self.register_id, CASES, subject_of(place.person_id))
            private = open_private(named, place.public, {self.keys.user_id: place.wrap}, self.keys)
            if private is None:
                return None
            made = HKDF(hashes.SHA384(), 64, None, b"forumdesk case text").derive(private_bytes(private))
            self.known[at] = CaseKey(made[:32], made[32:], private)
        return self.known[at]

    def open(self, text: str, *, in_json: bool = False) -> str:
        """The text with every mark opened that these keys open; the others stay."""
        for _ in range(_DEEPEST):
            opened = TOKEN.sub(lambda found: self._opened(found, in_json), text)
            if opened == text:
                break
            text = opened
        self.left = self.left or MARK in text
        return text

    def _opened(self, found: Any, in_json: bool) -> str:
        number, public, body = int(found[1]), found[2], found[3]
        key = self.key(number)
        if key is None:
            return str(found[0])
        try:
            sealed = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
            plain = self._plain(number, key, sealed, sealed_to_all=bool(public))
        except (InvalidTag, ValueError, binascii.Error):
            return str(found[0])
        return json.dumps(plain, ensure_ascii=False)[1:-1] if in_json else plain

    def _plain(self, number: int, key: CaseKey, sealed: bytes, *, sealed_to_all: bool) -> str:
        bound = self._bound(number)
        if sealed_to_all:
            opened = unseal_with(key.private, Sealed.of(sealed), bound)
            if opened is None:
                raise ValueError("not sealed to this compartment")
            return _unpadded(bytes(opened))
        return _unpadded(AESGCM(key.text).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound))

    def seal(self, compartment_id: int, text: str) -> str:
        """The mark of a text: by the key where this person holds it, else by the public half."""
        bound, plain = self._bound(compartment_id), _padded(text)
        key = self.key(compartment_id)
        if key is None:
            if (compartment_id, text) not in self.sealed_blind:
                sealed = bytes(seal(self.places[compartment_id].public, plain, bound))
                self.sealed_blind[compartment_id, text] = f"{MARK}{compartment_id}:p.{_text_of(sealed)}>"
            return self.sealed_blind[compartment_id, text]
        nonce = hmac.digest(key.nonce, plain, hashlib.sha256)[:NONCE_BYTES]
        return f"{MARK}{compartment_id}:{_text_of(nonce + AESGCM(key.text).encrypt(nonce, plain, bound))}>"

    def _bound(self, compartment_id: int) -> bytes:
        return f"forumdesk case text\x00{self.register_id}\x00{compartment_id}".encode()


class Texts(dict[bytes, str]):
    """The maker of a connection's texts: opens marks, and keeps short texts that come again and again.

    Most texts of a long list are dates, codes and names that it has seen: looked up, they cost a third of being made.
    """

    def __init__(self, ring: Ring) -> None:
        super().__init__()
        self.ring = ring

    def __missing__(self, raw: bytes) -> str:
        text = raw.decode("utf-8")
        if _MARK in raw:
            # A value that is JSON holds its marks inside its texts; what they open to must be spelled as there.
            return self.ring.open(text, in_json=text[0] in '{["')
        if len(raw) <= _SHORT and len(self) < _MOST:
            self[raw] = text
        return text


def subject_of(person_id: int) -> str:
    """How a compartment names whose it is."""
    return f"person {person_id}"


def ring_of(ask: Callable[..., Any], register_id: str, keys: PersonKeys, known: Known) -> Ring:
    """The compartments of a register's restricted cases as they stand now. `ask` is the driver's own `execute`."""
    ring = Ring(register_id, keys, known)
    if not ask("SELECT 1 FROM main.sqlite_schema WHERE name = 'compartments'").fetchone():
        return ring  # a register that is about to be brought forward
    for number, subject, public, to, sealed in ask(_HELD, (keys.user_id, CASES)):
        wrap = Wrap(to, sealed) if sealed is not None else None
        ring.places[number] = _Place(number, int(subject.rpartition(" ")[2]), public, wrap)
    return ring


def open_on(raw: Any, ring: Ring, hidden: Set[int]) -> None:
    """Have a connection open what it reads; where everybody is hidden whose case is sealed, there is nothing to."""
    if {each.person_id for each in ring.places.values()} - hidden:
        raw.text_factory = Texts(ring).__getitem__


def sealed_from(connection: Connection) -> frozenset[int]:
    """People with a restricted case whose texts a connection does not open."""
    raw: Any = connection.connection.dbapi_connection
    texts = getattr(raw.text_factory, "__self__", None)
    if not isinstance(texts, Texts):
        return frozenset()
    return frozenset(
        each.person_id for each in texts.ring.places.values() if texts.ring.key(each.compartment_id) is None
    )


def left_sealed(connection: Connection) -> bool:
    """Whether something was read on a connection that its person's keys do not open."""
    raw: Any = connection.connection.dbapi_connection
    texts = getattr(raw.text_factory, "__self__", None)
    return isinstance(texts, Texts) and texts.ring.left


def _padded(text: str) -> bytes:
    said = text.encode("utf-8")
    plain = len(said).to_bytes(_LENGTH_BYTES, "big") + said
    return plain + bytes(-len(plain) % _BLOCK)


def _unpadded(plain: bytes) -> str:
    length = int.from_bytes(plain[:_LENGTH_BYTES], "big")
    return plain[_LENGTH_BYTES : _LENGTH_BYTES + length].decode("utf-8")


def _text_of(sealed: bytes) -> str:
    return base64.urlsafe_b64encode(sealed).decode("ascii").rstrip("=")

"""The trail's entry, its hash and its checkpoint (design/trust.md, "Trail"). Pure."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import NamedTuple

DOMAIN = b"forumdesk trail entry 1\x00"
CHECKPOINT_DOMAIN = b"forumdesk checkpoint 1\x00"
GENESIS = "0" * 96


class Entry(NamedTuple):
    """One entry as it stands in the register. `prev` and `hash` are SHA-384 in hex; `at` is UTC to the ms."""

    seq: int
    at: str
    who: str
    role: str
    host: str
    build: str
    event: str
    subject: str
    body: str
    prev: str
    hash: str
    signature: bytes


class TrailRow(NamedTuple):
    """One entry as a person reads it: times as a New Zealand clock shows them."""

    seq: int
    at: str
    who: str
    role: str
    event: str
    subject: str
    sentence: str
    body: str


class Verdict(NamedTuple):
    """What verifying found. `first_bad` is the number of the first entry that does not hold, with why."""

    ok: bool
    entries: int
    head: str
    first_bad: int | None
    why: str


def canonical(value: Mapping[str, object]) -> str:
    """JSON with one spelling: sorted keys, no blanks, no escapes of letters."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry_hash(entry: Entry) -> str:
    """SHA-384 over the domain string, the hash before, and everything but hash and signature."""
    fields = entry._asdict()
    del fields["hash"], fields["signature"], fields["prev"]
    return hashlib.sha384(DOMAIN + bytes.fromhex(entry.prev) + canonical(fields).encode()).hexdigest()


def commitment(salt: bytes, field: str, value: str) -> str:
    """A salted commitment to a value: the trail can later prove it without ever having held it."""
    return hmac.new(salt, f"{field}\x00{value}".encode(), hashlib.sha256).hexdigest()[:32]


def checkpoint(register_id: str, seq: int, at: str, head: str) -> str:
    """Twenty groups of four base32 letters over head, register, number and time, for paper that is kept."""
    digest = hashlib.sha384(CHECKPOINT_DOMAIN + f"{register_id}\x00{seq}\x00{at}\x00{head}".encode()).digest()
    letters = base64.b32encode(digest + hashlib.sha384(digest).digest()[:2]).decode()
    return " ".join(letters[i : i + 4] for i in range(0, 80, 4))


def short_checkpoint(full: str) -> str:
    """The first four groups with nothing lost that paper needs: it stands on each pack cover."""
    return "-".join(full.split()[:4])

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


class Checkpoint(NamedTuple):
    """The head of the trail at a moment, as it stands on paper: twenty groups, or four in short form."""

    seq: int
    at: str
    head: str
    full: str

    @property
    def short(self) -> str:
        """Number and first four groups: what a pack cover bears."""
        return f"{self.seq}-{'-'.join(self.full.split()[:4])}"


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


_SAID = {
    "sign_in": "signed in",
    "create_register": "made this register",
    "add_forum": "added {}",
    "list_forums": "looked at the forums",
    "count_copies": "looked at {}",
    "preview_pages": "looked at {}",
    "list_users": "looked at who has access",
    "approve_person": "approved access of {}",
    "give_role": "gave a role to {}",
    "change_passphrase": "changed the passphrase of {}",
    "check_register": "checked the register",
    "list_trail": "read the trail",
    "verify_trail": "verified the trail",
    "print_checkpoint": "printed a checkpoint of the trail",
}


def sentence(who: str, event: str, subject: str, body: Mapping[str, object]) -> str:
    """One entry as a sentence: who did what to which subject, with counts and reason.

    An event without words of its own is told by its name, so that none is ever left out.
    """
    plain = event.removeprefix("refused: ")
    said = _SAID.get(plain, plain.replace("_", " ") + (": {}" if subject else ""))
    if plain != event:
        said = f"was refused: {plain.replace('_', ' ')}"
    counts = body.get("counts")
    numbers = (
        [f"{key.replace('_', ' ')} {value}" for key, value in counts.items()]
        if isinstance(counts, dict)
        else []
    )
    told = [", ".join(numbers), str(body.get("reason", ""))]
    tail = "; ".join(part for part in told if part)
    return f"{who} {said.format(subject)}" + (f" ({tail})" if tail else "")

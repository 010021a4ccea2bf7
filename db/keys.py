"""Who can open a register: the people's places in its key file (design/trust.md, "Keys").

A passphrase opens the person's own keys; the person's key opens the register key. So a passphrase can
change without touching the register, and access is given by sealing one short key to one public key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct
from msgspec.structs import replace

from app.domain.errors import Damaged, NotFound, Refused, WrongKey
from app.domain.names import clean, fold
from app.domain.passphrase import check_passphrase
from db import person_keys
from db.keyfile import KEYS_NAME, WRAP_NAME, KeyFile, Pending, Slot, read_key_file, write_key_file
from db.lease import file_lease
from db.person_keys import (
    CURVE_NAME,
    NONCE_BYTES,
    REGISTER_KEY_BYTES,
    SCALAR_BYTES,
    SEAL_NAME,
    PersonKeys,
    copy_code_key,
    new_person_keys,
    person_keys_from,
    row_seal_key,
    seal,
    unseal,
    verify,
)
from db.stretch import SALT_BYTES, STRETCH_NAME, PictureStretcher, RealStretcher, Stretch, Stretcher

__all__ = [
    "KEYS_NAME",
    "Opened",
    "PersonKeys",
    "PictureStretcher",
    "RealStretcher",
    "Request",
    "Stretch",
    "Stretcher",
    "approve_slot",
    "copy_code_key",
    "create_key_file",
    "fingerprint",
    "key_file_problems",
    "new_person_keys",
    "open_slot",
    "pending_requests",
    "put_slot",
    "request_slot",
    "rewrapped",
    "row_seal_key",
    "verify",
]

FIRST_EPOCH = 1
RESET = "new passphrase"
"""What stands in place of a role where somebody asks for new keys under the name they have."""
KEYS_LEASE = "register.keys.writer"
_LONGEST_NAME = 120
_NAME_BLOCK = 64

NOT_ACCEPTED = (
    "Name or passphrase not accepted; nothing was changed: check the spelling of both and the Caps Lock key, "
    "and that this is the register you mean."
)
NOT_YET = (
    "For this name access has been asked for but not yet approved; ask a chair to approve it, "
    "then sign in with the passphrase you chose."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a right passphrase gives. `register_key` is wiped by whoever holds it when the register closes."""

    register_id: str
    epoch: int
    register_key: bytearray = field(repr=False)
    keys: PersonKeys = field(repr=False)
    name: str
    held: tuple[tuple[int, bytearray], ...] = field(default=(), repr=False)
    """Every epoch's key that the key file holds for this person, the newest first; more than one while it changes."""

    @property
    def whose(self) -> str:
        """A digest for a file's name: this person at this register, told to nobody."""
        return hashlib.sha256(f"{self.register_id}\x00{self.keys.user_id}".encode()).hexdigest()[:32]

    def seal(self, plain: bytes) -> bytes:
        """Seal what only this person may read again."""
        return person_keys.seal_own(self.keys, self.register_id, plain)

    def unseal(self, sealed: bytes) -> bytes | None:
        """What `seal` sealed, or None."""
        return person_keys.open_own(self.keys, self.register_id, sealed)


class Request(Struct, frozen=True):
    """What a person asks for, as the approver sees it; the fingerprint is compared by voice or on paper."""

    user_id: str
    name: str
    role: str
    forum: str | None
    fingerprint: str
    public_unwrap: bytes
    public_sign: bytes


def create_key_file(
    folder: Path,
    register_id: str,
    people: Sequence[tuple[str, str, PersonKeys]],
    register_key: bytes | bytearray,
    stretcher: Stretcher,
) -> None:
    """Write the first key file: one slot for each (name, passphrase, keys), all at epoch 1.

    Raises Refused when there is one already, a name stands twice or a passphrase is too weak.
    """
    if len({fold(name) for name, _, _ in people}) != len(people) or not people:
        raise Refused("Each person needs a different name; nothing was made: give the people two names.")
    for name, passphrase, _ in people:
        _checked_name(name)
        check_passphrase(passphrase)
    stretch = stretcher.calibrate()
    slots = []
    for name, passphrase, keys in people:
        slot = _wrapped_slot(register_id, name, passphrase, keys, stretcher, stretch)
        sealed = seal(keys.public_unwrap, register_key, seal_bound(register_id, FIRST_EPOCH, keys.user_id))
        slots.append(replace(slot, sealed={FIRST_EPOCH: sealed}))
    with file_lease(folder / KEYS_LEASE):
        if (folder / KEYS_NAME).exists():
            raise Refused(
                f"There is a register in {folder} already; nothing was changed: choose another folder."
            )
        write_key_file(folder, KeyFile(register_id, (FIRST_EPOCH,), tuple(slots)))


def open_slot(folder: Path, name: str, passphrase: str, stretcher: Stretcher) -> Opened:
    """Sign in. An unknown name costs the same work and gives the same sentence as a wrong passphrase.

    Raises WrongKey, Refused for access not yet approved, Damaged for a file or slot that was edited.
    """
    keys_file = read_key_file(folder)
    slot, keys, shown = _opened_slot(keys_file, name, passphrase, stretcher)
    if slot.pending is not None:
        raise Refused(NOT_YET)
    held = held_by(keys_file, slot, keys)
    if not held:
        raise _damaged_slot()
    epoch, register_key = held[0]
    return Opened(keys_file.register_id, epoch, bytearray(register_key), keys, shown, held)


def held_by(keys_file: KeyFile, slot: Slot, keys: PersonKeys) -> tuple[tuple[int, bytearray], ...]:
    """The register keys sealed to a person, the newest epoch first."""
    found = []
    for epoch in sorted(slot.sealed, reverse=True):
        key = unseal(keys, slot.sealed[epoch], seal_bound(keys_file.register_id, epoch, slot.user_id))
        if key is not None and len(key) == REGISTER_KEY_BYTES:
            found.append((epoch, key))
    return tuple(found)


def request_slot(
    folder: Path, name: str, passphrase: str, role: str, forum: str | None, stretcher: Stretcher
) -> Request:
    """Ask for access: a slot that opens nothing until somebody else approves it.

    With RESET in place of a role, somebody who forgot their passphrase asks for new keys under the name they have.
    Raises Refused when the name is taken or the passphrase too weak.
    """
    _checked_name(name)
    check_passphrase(passphrase)
    if not all(0 < len(each) <= _LONGEST_NAME and each.isprintable() for each in (role, forum or "-")):
        raise Refused("The role or the forum cannot be read; nothing was asked for: choose both again.")
    with file_lease(folder / KEYS_LEASE):
        keys_file = read_key_file(folder)
        tag = tag_of(keys_file.register_id, name)
        same = [slot for slot in keys_file.slots if slot.tag == tag]
        if role == RESET and not any(slot.pending is None for slot in same):
            raise Refused("Nobody of this name has access; nothing was asked for: ask for access instead.")
        if role == RESET and len(same) > 1:
            raise Refused(
                "A new passphrase was asked for already; nothing was changed: wait for two people to agree."
            )
        if role != RESET and (tag in keys_file.damaged_tags or same):
            raise Refused(
                "This name is in use in this register already; nothing was asked for: "
                "add a middle name or initial."
            )
        keys = new_person_keys()
        slot = _wrapped_slot(keys_file.register_id, name, passphrase, keys, stretcher, stretcher.calibrate())
        unsigned = replace(slot, pending=Pending(clean(name), role, forum, b""))
        signature = keys.sign_message(_request_message(keys_file.register_id, unsigned))
        asked = replace(unsigned, pending=Pending(clean(name), role, forum, signature))
        write_key_file(folder, replace(keys_file, slots=(*keys_file.slots, asked)))
    return _request(asked)


def pending_requests(folder: Path) -> tuple[Request, ...]:
    """Who waits for approval, in the order they asked. One that was edited after signing is left out;
    `key_file_problems` names it."""
    keys_file = read_key_file(folder)
    return tuple(_request(slot) for slot in keys_file.slots if _soundly_asked(keys_file.register_id, slot))


def approve_slot(
    folder: Path, request: Request, register_id: str, register_key: bytes | bytearray, epoch: int
) -> None:
    """Seal the register key to the person who asked; from now on their passphrase opens the register.

    Raises NotFound when nobody of that id waits, Damaged when the request was edited after it was signed or has other
    keys than those that were agreed to, WrongKey when the key file is another register's.
    """
    with file_lease(folder / KEYS_LEASE):
        keys_file = read_key_file(folder)
        if keys_file.register_id != register_id:
            raise WrongKey(
                f"The key file in {folder} belongs to another register; nothing was changed: "
                "put back the right one."
            )
        user_id = request.user_id
        slot = next((each for each in keys_file.slots if each.user_id == user_id and each.pending), None)
        if slot is None:
            raise NotFound(
                "Nobody of that number waits for access; nothing was changed: look at the list again."
            )
        agreed = (slot.public_unwrap, slot.public_sign) == (request.public_unwrap, request.public_sign)
        if not agreed or not _soundly_asked(register_id, slot) or epoch not in keys_file.epochs:
            raise Damaged(
                "This request for access was changed after it was made; nothing was approved: "
                "have the person ask again."
            )
        sealed = seal(slot.public_unwrap, register_key, seal_bound(register_id, epoch, user_id))
        approved = replace(slot, pending=None, sealed={epoch: sealed})
        # Whoever asked for new keys leaves the old ones.
        others = tuple(each for each in keys_file.slots if each.tag != slot.tag or each is slot)
        write_key_file(folder, _with_slot(replace(keys_file, slots=others), slot, approved))


def rewrapped(folder: Path, name: str, old: str, new: str, stretcher: Stretcher) -> Slot:
    """The person's place with their keys wrapped anew; nothing is written, see `put_slot`.

    Raises WrongKey when the old passphrase does not open, Refused when the new one is too weak.
    """
    check_passphrase(new)
    if new == old:
        raise Refused("That is your passphrase already; nothing was changed: choose another one.")
    keys_file = read_key_file(folder)
    slot, keys, shown = _opened_slot(keys_file, name, old, stretcher)
    fresh = _wrapped_slot(keys_file.register_id, shown, new, keys, stretcher, stretcher.calibrate())
    return replace(fresh, sealed=slot.sealed, pending=slot.pending)


def recovered_slot(
    register_id: str,
    name: str,
    passphrase: str,
    keys: PersonKeys,
    held: Sequence[tuple[int, bytearray]],
    stretcher: Stretcher,
) -> Slot:
    """A place for somebody let in by recovery codes: their new keys, and every register key sealed to them."""
    check_passphrase(passphrase)
    _checked_name(name)
    slot = _wrapped_slot(register_id, name, passphrase, keys, stretcher, stretcher.calibrate())
    sealed = {
        epoch: seal(keys.public_unwrap, key, seal_bound(register_id, epoch, keys.user_id))
        for epoch, key in held
    }
    return replace(slot, sealed=sealed)


def take_place(keys_file: KeyFile, slot: Slot) -> KeyFile:
    """The key file with this person's place, in place of any other of the same name."""
    kept = tuple(each for each in keys_file.slots if each.tag != slot.tag)
    return replace(keys_file, slots=(*kept, slot))


def put_slot(folder: Path, changed: Slot) -> None:
    """Put a person's place back as `rewrapped` made it; what was sealed to them meanwhile stays."""
    with file_lease(folder / KEYS_LEASE):
        keys_file = read_key_file(folder)
        slot = next((each for each in keys_file.slots if each.user_id == changed.user_id), None)
        if slot is None:
            raise Refused("Your place in the key file is gone; nothing was changed. Ask a chair.")
        after = replace(changed, sealed=slot.sealed, pending=slot.pending)
        write_key_file(folder, _with_slot(keys_file, slot, after))


def key_file_problems(folder: Path) -> list[str]:
    """What is wrong with single places of the key file, as sentences; empty when all is well."""
    keys_file = read_key_file(folder)
    problems = list(keys_file.problems)
    problems.extend(
        "A request for access was changed after it was made; it cannot be approved."
        for slot in keys_file.slots
        if slot.pending is not None and not _soundly_asked(keys_file.register_id, slot)
    )
    return problems


def fingerprint(public_unwrap: bytes, public_sign: bytes) -> str:
    """Four groups of five letters and digits over both public keys: 100 bits to compare by voice."""
    digest = hashlib.sha384(b"forumdesk fingerprint" + public_unwrap + public_sign).digest()
    text = base64.b32encode(digest).decode("ascii")[:20]
    return "-".join(text[start : start + 5] for start in range(0, 20, 5))


def _checked_name(name: str) -> str:
    shown = clean(name)
    if not fold(shown) or len(shown) > _LONGEST_NAME or not shown.isprintable():
        raise Refused(
            f"A name needs letters and at most {_LONGEST_NAME} characters; nothing was changed: "
            "type it again."
        )
    return shown


def tag_of(register_id: str, name: str) -> bytes:
    return hmac.digest(bytes.fromhex(register_id), b"name" + fold(clean(name)).encode(), hashlib.sha384)


def _opened_slot(
    keys_file: KeyFile, name: str, passphrase: str, stretcher: Stretcher
) -> tuple[Slot, PersonKeys, str]:
    tag = tag_of(keys_file.register_id, name)
    ordered = sorted(keys_file.slots, key=lambda each: each.pending is not None)
    slot = next((each for each in ordered if hmac.compare_digest(each.tag, tag)), None)
    if slot is None:
        if tag in keys_file.damaged_tags:
            raise _damaged_slot()
        stretcher.derive(passphrase, secrets.token_bytes(SALT_BYTES), _usual(keys_file, stretcher))
        raise WrongKey(NOT_ACCEPTED)
    kek = stretcher.derive(passphrase, slot.salt, slot.stretch)
    try:
        plain = AESGCM(kek).decrypt(slot.nonce, slot.wrapped, _wrap_bound(keys_file.register_id, slot))
    except (InvalidTag, ValueError):
        raise WrongKey(NOT_ACCEPTED) from None
    try:
        keys = person_keys_from(slot.user_id, plain[: 2 * SCALAR_BYTES])
        shown = plain[2 * SCALAR_BYTES :].rstrip(b"\0").decode("utf-8")
    except ValueError:
        raise _damaged_slot() from None
    if (keys.public_unwrap, keys.public_sign) != (slot.public_unwrap, slot.public_sign):
        raise _damaged_slot()
    return slot, keys, shown


def _usual(keys_file: KeyFile, stretcher: Stretcher) -> Stretch:
    """The parameters most people of this file have, so that an unknown name takes as long as a known one."""
    common = Counter(slot.stretch for slot in keys_file.slots).most_common(1)
    return common[0][0] if common else stretcher.calibrate()


def _damaged_slot() -> Damaged:
    return Damaged(
        "This person's place in the key file register.keys is damaged or was edited; the register and the "
        "other people's places are untouched: have a chair put back register.keys.bak or the key file of a backup."
    )


def _wrapped_slot(
    register_id: str,
    name: str,
    passphrase: str,
    keys: PersonKeys,
    stretcher: Stretcher,
    stretch: Stretch,
) -> Slot:
    """A slot with the person's keys under the passphrase, sealed to nothing yet."""
    shown = clean(name)
    empty = Slot(
        tag=tag_of(register_id, shown),
        user_id=keys.user_id,
        stretch=stretch,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
        public_unwrap=keys.public_unwrap,
        public_sign=keys.public_sign,
        sealed={},
        pending=None,
    )
    said = shown.encode("utf-8")
    # Padded, so that the length of the wrapped part does not tell the length of the name.
    plain = keys.secret_bytes() + said + bytes(-len(said) % _NAME_BLOCK)
    kek = stretcher.derive(passphrase, empty.salt, stretch)
    return replace(empty, wrapped=AESGCM(kek).encrypt(empty.nonce, plain, _wrap_bound(register_id, empty)))


def _wrap_bound(register_id: str, slot: Slot) -> bytes:
    stretch = slot.stretch
    return _canonical(
        "forumdesk wrap",
        register_id,
        slot.user_id,
        slot.tag.hex(),
        STRETCH_NAME,
        WRAP_NAME,
        CURVE_NAME,
        [stretch.memory_kib, stretch.passes, stretch.lanes, stretch.rounds],
    )


def seal_bound(register_id: str, epoch: int, user_id: str) -> bytes:
    return _canonical("forumdesk seal", register_id, epoch, user_id, SEAL_NAME)


def _request_message(register_id: str, slot: Slot) -> bytes:
    asked = slot.pending
    if asked is None:
        return b""
    keys = [slot.public_unwrap.hex(), slot.public_sign.hex()]
    parts = [asked.name, asked.role, asked.forum, *keys]
    return _canonical("forumdesk request", register_id, slot.user_id, slot.tag.hex(), *parts)


def _canonical(*parts: object) -> bytes:
    return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _soundly_asked(register_id: str, slot: Slot) -> bool:
    return (
        slot.pending is not None
        and slot.tag == tag_of(register_id, slot.pending.name)
        and verify(slot.public_sign, _request_message(register_id, slot), slot.pending.signature)
    )


def _request(slot: Slot) -> Request:
    asked = slot.pending or Pending("", "", None, b"")
    shown = fingerprint(slot.public_unwrap, slot.public_sign)
    return Request(
        slot.user_id, asked.name, asked.role, asked.forum, shown, slot.public_unwrap, slot.public_sign
    )


def _with_slot(keys_file: KeyFile, before: Slot, after: Slot) -> KeyFile:
    return replace(keys_file, slots=tuple(after if each is before else each for each in keys_file.slots))

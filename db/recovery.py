"""Three paper codes, any two of which open the register: a key pair of its own, wrapped once for each pair of codes.

The register key is sealed to the pair's public key as to any person's, so a change of key needs no codes. Which
public key that is stands inside the encrypted file; the key file, which anybody may edit, only holds the wraps.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from itertools import combinations
from typing import NamedTuple, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Struct
from msgspec.structs import replace

from app.domain.errors import Refused, WrongKey
from app.domain.recovery import CODES, SECRET_BYTES, read_code, write_code
from db.keyfile import (
    KIND_RECOVERY,
    WRAP_NAME,
    Json,
    KeyFile,
    Unsound,
    hex_of,
    list_of,
    object_of,
    point_of,
    said_sealed,
    sealed_of,
)
from db.keys import seal_bound
from db.person_keys import (
    CURVE_NAME,
    NONCE_BYTES,
    REGISTER_KEY_BYTES,
    PersonKeys,
    Sealed,
    new_person_keys,
    person_keys_from,
    seal,
    sign_with,
    unseal,
    verify,
)

RECOVERY_ID = "recovery"
"""Stands where a person's number stands: what is sealed to the codes opens for nobody else."""
VOUCHED = "vouched"
"""Under which word the entry of somebody whom the codes let in holds what the codes signed."""
NOT_ACCEPTED = (
    "These two codes do not open this register; nothing was changed: take two different codes of the newest "
    "sheet."
)


class Place(Struct, frozen=True):
    """The codes' place in the key file: a wrap for each pair, and the register keys sealed to them."""

    public_unwrap: bytes
    wraps: Mapping[tuple[int, int], tuple[bytes, bytes]]
    sealed: Mapping[int, Sealed]


def make(register_id: str) -> tuple[tuple[str, ...], Place]:
    """Three new codes, and their place with nothing sealed to it yet. The codes are kept nowhere."""
    parts = {number: secrets.token_bytes(SECRET_BYTES) for number in range(1, CODES + 1)}
    keys = new_person_keys()
    wraps = {}
    for pair in combinations(parts, 2):
        nonce = secrets.token_bytes(NONCE_BYTES)
        key = _pair_key(register_id, pair, parts)
        bound = _bound(register_id, pair, keys.public_unwrap)
        wraps[pair] = (nonce, AESGCM(key).encrypt(nonce, keys.secret_bytes(), bound))
    codes = tuple(write_code(number, secret) for number, secret in parts.items())
    return codes, Place(keys.public_unwrap, wraps, {})


def open_with(
    keys_file: KeyFile, typed: tuple[str, str]
) -> tuple[PersonKeys, tuple[tuple[int, bytearray], ...]]:
    """The codes' own keys and the register keys sealed to it, the newest first. Raises Refused or WrongKey."""
    parts = dict(read_code(each) for each in typed)
    if len(parts) != 2:
        raise Refused("Two different codes are needed; nothing was changed: type another one.")
    place = place_of(keys_file)
    if place is None:
        raise WrongKey(
            "This register has no recovery codes that can be read; nothing was changed: ask a chair."
        )
    first, second = sorted(parts)
    nonce, wrapped = place.wraps[first, second]
    try:
        plain = AESGCM(_pair_key(keys_file.register_id, (first, second), parts)).decrypt(
            nonce, wrapped, _bound(keys_file.register_id, (first, second), place.public_unwrap)
        )
        keys = person_keys_from(RECOVERY_ID, plain)
    except (InvalidTag, ValueError):
        raise WrongKey(NOT_ACCEPTED) from None
    held = _held(keys_file.register_id, place, keys)
    if keys.public_unwrap != place.public_unwrap or not held:
        raise WrongKey(NOT_ACCEPTED)
    return keys, held


def _held(register_id: str, place: Place, keys: PersonKeys) -> tuple[tuple[int, bytearray], ...]:
    found = []
    for epoch in sorted(place.sealed, reverse=True):
        key = unseal(keys, place.sealed[epoch], seal_bound(register_id, epoch, RECOVERY_ID))
        if key is not None and len(key) == REGISTER_KEY_BYTES:
            found.append((epoch, key))
    return tuple(found)


class Admitted(NamedTuple):
    """Whom the codes let in: in which register, by which entry of the trail, with which new codes in their place."""

    register_id: str
    seq: int
    user_id: str
    new_codes: bytes

    def message(self) -> bytes:
        said = ("forumdesk recovered", self.register_id, self.seq, self.user_id, self.new_codes.hex())
        return json.dumps(said, separators=(",", ":")).encode("ascii")


def vouch(codes: PersonKeys, admitted: Admitted) -> str:
    """What the codes sign for the entry of whom they let in: else it would be their own word alone (db/own_gifts.py).

    By the half that opens, since the register knows no other of theirs; each sheet signs once in its life.
    """
    return sign_with(codes.unwrap, admitted.message()).hex()


def vouches(public: bytes, admitted: Admitted, signature: object) -> bool:
    """Whether the codes with that public half signed exactly this."""
    if not isinstance(signature, str):
        return False
    with suppress(ValueError):
        return verify(public, admitted.message(), bytes.fromhex(signature))
    return False


def place_of(keys_file: KeyFile) -> Place | None:
    """The codes' place as read, strictly; None where there is none or it is damaged."""
    for each in keys_file.others:
        with suppress(Unsound, ValueError):
            return _read(each, keys_file.epochs)
    return None


def with_place(keys_file: KeyFile, place: Place) -> KeyFile:
    """The key file with this place of the codes in place of any other."""
    kept = [each for each in keys_file.others if not _is_recovery(each)]
    return replace(keys_file, others=(*kept, _said(place)))


def sealed_to(
    keys_file: KeyFile, place: Place, epoch: int, register_key: bytes | bytearray, public_unwrap: bytes
) -> KeyFile:
    """The key file with one more epoch's key sealed to the codes, by their public key as the register holds it."""
    sealed = {held: each for held, each in place.sealed.items() if held < epoch}
    bound = seal_bound(keys_file.register_id, epoch, RECOVERY_ID)
    sealed[epoch] = seal(public_unwrap, register_key, bound)
    return with_place(keys_file, replace(place, sealed=sealed))


def only(keys_file: KeyFile, epoch: int) -> KeyFile:
    """The key file with that epoch alone sealed to the codes."""
    place = place_of(keys_file)
    if place is None:
        return keys_file
    kept = {held: each for held, each in place.sealed.items() if held == epoch}
    return with_place(keys_file, replace(place, sealed=kept))


def _is_recovery(each: object) -> bool:
    return isinstance(each, dict) and each.get("kind") == KIND_RECOVERY


def _read(each: object, epochs: tuple[int, ...]) -> Place:
    said = object_of(each, {"kind", "public", "wraps", "sealed"})
    if said["kind"] != KIND_RECOVERY:
        raise Unsound
    public = object_of(said["public"], {"curve", "unwrap"})
    wraps = {}
    for wrap in list_of(said["wraps"]):
        one = object_of(wrap, {"pair", "algorithm", "nonce", "ciphertext"})
        pair = one["pair"]
        if one["algorithm"] != WRAP_NAME or pair not in ([1, 2], [1, 3], [2, 3]):
            raise Unsound
        first, second = cast("list[int]", pair)
        wraps[first, second] = (hex_of(one["nonce"], NONCE_BYTES), hex_of(one["ciphertext"]))
    if public["curve"] != CURVE_NAME or len(wraps) != CODES:
        raise Unsound
    sealed = dict(sealed_of(one, epochs) for one in list_of(said["sealed"]))
    return Place(point_of(public["unwrap"]), wraps, sealed)


def _said(place: Place) -> Json:
    return {
        "kind": KIND_RECOVERY,
        "public": {"curve": CURVE_NAME, "unwrap": place.public_unwrap.hex()},
        "wraps": [
            {
                "pair": list(pair),
                "algorithm": WRAP_NAME,
                "nonce": nonce.hex(),
                "ciphertext": wrapped.hex(),
            }
            for pair, (nonce, wrapped) in sorted(place.wraps.items())
        ],
        "sealed": said_sealed(place.sealed),
    }


def _pair_key(register_id: str, pair: tuple[int, int], parts: Mapping[int, bytes]) -> bytes:
    first, second = pair
    info = f"forumdesk recovery pair {first}{second}".encode()
    secret = parts[first] + parts[second]
    return HKDF(hashes.SHA384(), REGISTER_KEY_BYTES, bytes.fromhex(register_id), info).derive(secret)


def _bound(register_id: str, pair: tuple[int, int], public_unwrap: bytes) -> bytes:
    parts = ("forumdesk recovery", register_id, *pair, public_unwrap.hex())
    return json.dumps(parts, separators=(",", ":")).encode("ascii")

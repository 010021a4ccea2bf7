"""The key file as bytes: strict reading, atomic writing (design/trust.md, "Files of a register").

The file is not secret and anybody may have edited it, so nothing in it is believed: every field is
checked for type, length and form before use, a slot that does not hold is set aside whole, and the
others go on working.
"""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from msgspec import Struct, field

from app.domain.errors import Damaged, Refused
from db.person_keys import CURVE_NAME, NONCE_BYTES, POINT_BYTES, SEAL_NAME, Sealed, is_point
from db.stretch import SALT_BYTES, STRETCH_NAME, Stretch

KEYS_NAME = "register.keys"
FORMAT = "forumdesk-keys-1"
WRAP_NAME = "aes-256-gcm"
KIND_PERSON = "person"
KIND_RECOVERY = "recovery"
"""The place of the paper codes: read where they are used (db/recovery.py), and else left alone."""

LARGEST_BYTES = 1_048_576
_ID_BYTES = 16
_TAG_BYTES = 48
_LONGEST_TEXT = 200
_LONGEST_HEX = 8192
_LARGEST_EPOCH = 1_000_000
_LARGEST_DIGITS = 12
_VALUE = re.compile("[0-9a-f]{24,}")

Json = Mapping[str, object]


class Unsound(Exception):
    """Something in the file is not as this program writes it. Never leaves the key modules."""


class Pending(Struct, frozen=True):
    """What an approver is shown, in clear until the approval, signed by the key it asks for."""

    name: str
    role: str
    forum: str | None
    signature: bytes


class Slot(Struct, frozen=True):
    """One person's place in the key file. `tag` stands for the name, which is not kept in clear."""

    tag: bytes
    user_id: str
    stretch: Stretch
    salt: bytes
    nonce: bytes
    wrapped: bytes
    public_unwrap: bytes
    public_sign: bytes
    sealed: Mapping[int, Sealed]
    pending: Pending | None


class KeyFile(Struct, frozen=True):
    """A key file as read. `others` holds what was not understood, kept as it stood."""

    register_id: str
    epochs: tuple[int, ...]
    slots: tuple[Slot, ...]
    others: tuple[object, ...] = ()
    damaged_tags: frozenset[bytes] = field(default_factory=frozenset)
    problems: tuple[str, ...] = ()


def read_key_file(folder: Path) -> KeyFile:
    """Raises NotFound when it is missing and Damaged for anything else, one sentence each."""
    path = folder / KEYS_NAME
    return parse(_bytes_of(path), path)


def parse(data: bytes, path: Path) -> KeyFile:
    """A key file's bytes, read strictly; `path` is for the sentence. Raises Damaged."""
    try:
        said = json.loads(
            data.decode("utf-8-sig"),  # an editor that saved it puts a mark before it
            object_pairs_hook=_no_key_twice,
            parse_int=_small_int,
            parse_float=str,
            parse_constant=str,
        )
        return _key_file(object_of(said, {"format", "register", "epochs", "slots"}))
    except (Unsound, ValueError, RecursionError):
        raise Damaged(
            f"The key file {path.name} in {path.parent} is damaged; the register itself is untouched: put back "
            f"{path.name}.bak or the key file of a backup."
        ) from None


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Write a whole new file beside the old one and put it in its place; the old one stays as `.bak`.

    Killed at any moment, either the old or the new file is there, whole.
    """
    path = folder / KEYS_NAME
    before: bytes | None = None
    data = written(keys)
    try:
        if path.exists():
            before = _bytes_of(path)
            put_bytes(path.with_name(path.name + ".bak"), before)
        put_bytes(path, data)
    except OSError as error:
        if before is not None:
            _as_it_was(path, before)
        raise not_written(folder, error) from None


def written(keys: KeyFile) -> bytes:
    """The file's bytes. Raises Refused where there are too many."""
    data = json.dumps(_said(keys), indent=1).encode("ascii")
    if len(data) > LARGEST_BYTES:
        raise Refused("The key file is full; nothing was changed: approve or remove waiting requests first.")
    return data


def not_written(folder: Path, error: OSError) -> Refused:
    reason = "the disk is full" if error.errno == errno.ENOSPC else "the folder cannot be written"
    return Refused(
        f"Not saved. In {folder} {reason}; the key file is as it was: put that right and try again."
    )


def about_same(each: object, slot: Slot) -> bool:
    """Whether what could not be read was this person's place, by any of its values that is still whole."""
    return not set(_values(each)).isdisjoint(_values(_said_slot(slot)))


def _values(each: object) -> Iterator[str]:
    """Keys, seals and numbers of a place, wherever they stand in it: no two places share one."""
    if isinstance(each, dict):
        for value in each.values():
            yield from _values(value)
    elif isinstance(each, list):
        for value in each:
            yield from _values(value)
    elif isinstance(each, str) and _VALUE.fullmatch(each):
        yield each


def _as_it_was(path: Path, before: bytes) -> None:
    """After a fault that came once the new file had its name: the folder may not keep it, so the old one goes back."""
    with suppress(OSError, Damaged):
        if _bytes_of(path) != before:
            beside = path.with_name(f"{path.name}.old")
            beside.write_bytes(before)
            beside.replace(path)


def put_bytes(path: Path, data: bytes) -> None:
    """Write beside and put in place, so that a power cut leaves the old file or the new one."""
    beside = path.with_name(f"{path.name}.new")
    with outlasting(path.parent):
        try:
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut; Windows does that by itself."""
    with outlasting(folder):
        pass


@contextmanager
def outlasting(folder: Path) -> Iterator[None]:
    """Make names that are given in the block outlast a power cut; Windows does that by itself.

    The folder is opened first: where it cannot be, nothing has its new name yet, and what is told as not done is not.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield
        os.fsync(handle)
    finally:
        os.close(handle)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise Damaged(
            f"There is no key file {path.name} in {path.parent}; nothing was changed: choose the "
            f"register's folder, or put back {path.name}.bak or the key file of a backup."
        ) from None
    except OSError:
        raise Damaged(
            f"The key file {path.name} in {path.parent} cannot be read; nothing was changed: check that the "
            "folder can be reached and that you may read it."
        ) from None
    if len(data) > LARGEST_BYTES:
        raise Damaged(
            f"The key file {path.name} in {path.parent} is far too large, so it is damaged; the register "
            f"itself is untouched: put back {path.name}.bak or the key file of a backup."
        )
    return data


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unsound
    return found


def _small_int(text: str) -> int | str:
    """A number nobody wrote stays text, which no field takes: one absurd number must not shut everybody out."""
    return int(text) if len(text) <= _LARGEST_DIGITS else text


def _key_file(said: Json) -> KeyFile:
    if said["format"] != FORMAT:
        raise Unsound
    register_id = hex_of(said["register"], _ID_BYTES).hex()
    epochs = tuple(_int(each, 1, _LARGEST_EPOCH) for each in list_of(said["epochs"]))
    if not epochs or list(epochs) != sorted(set(epochs)):
        raise Unsound
    slots: list[Slot] = []
    others: list[object] = []
    damaged: set[bytes] = set()
    problems: list[str] = []
    for number, each in enumerate(list_of(said["slots"]), start=1):
        if isinstance(each, dict) and each.get("kind") == KIND_RECOVERY:
            others.append(each)
            continue
        try:
            slots.append(_slot(each, epochs))
        except (Unsound, Damaged):
            others.append(each)
            damaged |= tag_in(each)
            problems.append(f"Place {number} of the key file is damaged; the other people can still sign in.")
    twice = _twice(slots)
    if twice:
        problems.append("The key file names the same person twice; those places are not used.")
    return KeyFile(
        register_id,
        epochs,
        tuple(slot for slot in slots if slot not in twice),
        (*others, *(_said_slot(slot) for slot in twice)),
        frozenset(damaged | {slot.tag for slot in twice}),
        tuple(problems),
    )


def _twice(slots: Iterable[Slot]) -> list[Slot]:
    """The slots that share a name, a user or a key with another: which is the true one nobody can tell."""
    found = list(slots)
    count: dict[object, int] = {}
    for slot in found:
        for mark in _marks(slot):
            count[mark] = count.get(mark, 0) + 1
    return [slot for slot in found if any(count[mark] > 1 for mark in _marks(slot))]


def _marks(slot: Slot) -> tuple[object, ...]:
    # Somebody who forgot their passphrase asks under the name they have.
    tag = (slot.tag, slot.pending is None)
    return tag, slot.user_id, slot.salt, slot.public_unwrap, slot.public_sign


def is_place(each: object) -> bool:
    """Whether what could not be read was a person's place, and not the recovery codes'."""
    return not (isinstance(each, dict) and each.get("kind") == KIND_RECOVERY)


def tag_in(each: object) -> set[bytes]:
    """Whose place it was, where that much can still be read."""
    if isinstance(each, dict):
        with suppress(Unsound):
            return {hex_of(each.get("tag"), _TAG_BYTES)}
    return set()


def _slot(each: object, epochs: tuple[int, ...]) -> Slot:
    said = object_of(each, {"kind", "tag", "user", "stretch", "wrap", "public", "sealed", "pending"})
    if said["kind"] != KIND_PERSON:
        raise Unsound
    stretched = object_of(said["stretch"], {"algorithm", "memory_kib", "passes", "lanes", "rounds", "salt"})
    wrap = object_of(said["wrap"], {"algorithm", "nonce", "ciphertext"})
    public = object_of(said["public"], {"curve", "unwrap", "sign"})
    if (stretched["algorithm"], wrap["algorithm"], public["curve"]) != (STRETCH_NAME, WRAP_NAME, CURVE_NAME):
        raise Unsound
    numbers = [_int(stretched[name], 0, 10**9) for name in ("memory_kib", "passes", "lanes", "rounds")]
    stretch = Stretch(*numbers)
    stretch.check()
    pending = None if said["pending"] is None else _pending(said["pending"])
    sealed = dict(sealed_of(each, epochs) for each in list_of(said["sealed"]))
    if (pending is None) == (not sealed) or len(sealed) != len(list_of(said["sealed"])):
        raise Unsound
    return Slot(
        tag=hex_of(said["tag"], _TAG_BYTES),
        user_id=hex_of(said["user"], _ID_BYTES).hex(),
        stretch=stretch,
        salt=hex_of(stretched["salt"], SALT_BYTES),
        nonce=hex_of(wrap["nonce"], NONCE_BYTES),
        wrapped=hex_of(wrap["ciphertext"]),
        public_unwrap=point_of(public["unwrap"]),
        public_sign=point_of(public["sign"]),
        sealed=sealed,
        pending=pending,
    )


def sealed_of(each: object, epochs: tuple[int, ...]) -> tuple[int, Sealed]:
    said = object_of(each, {"epoch", "algorithm", "ephemeral", "nonce", "ciphertext"})
    epoch = _int(said["epoch"], 1, _LARGEST_EPOCH)
    if said["algorithm"] != SEAL_NAME or epoch not in epochs:
        raise Unsound
    nonce = hex_of(said["nonce"], NONCE_BYTES)
    return epoch, Sealed(point_of(said["ephemeral"]), nonce, hex_of(said["ciphertext"]))


def _pending(each: object) -> Pending:
    said = object_of(each, {"name", "role", "forum", "signature"})
    forum = None if said["forum"] is None else _text(said["forum"])
    return Pending(_text(said["name"]), _text(said["role"]), forum, hex_of(said["signature"]))


def object_of(each: object, names: set[str]) -> Json:
    if not isinstance(each, dict) or set(each) != names:
        raise Unsound
    return cast("Json", each)


def list_of(each: object) -> list[object]:
    if not isinstance(each, list):
        raise Unsound
    return each


def _int(each: object, least: int, most: int) -> int:
    if type(each) is not int or not least <= each <= most:
        raise Unsound
    return each


def _text(each: object) -> str:
    if not isinstance(each, str) or not 0 < len(each) <= _LONGEST_TEXT or not each.isprintable():
        raise Unsound
    return each


def hex_of(each: object, length: int | None = None) -> bytes:
    """Lower-case hex of exactly that many bytes, one spelling only, so that any edit shows."""
    if not isinstance(each, str) or len(each) > _LONGEST_HEX:
        raise Unsound
    try:
        data = bytes.fromhex(each)
    except ValueError:
        raise Unsound from None
    if data.hex() != each or (length is not None and len(data) != length):
        raise Unsound
    return data


def point_of(each: object) -> bytes:
    data = hex_of(each, POINT_BYTES)
    if not is_point(data):
        raise Unsound
    return data


def _said(keys: KeyFile) -> Json:
    return {
        "format": FORMAT,
        "register": keys.register_id,
        "epochs": list(keys.epochs),
        "slots": [*(_said_slot(slot) for slot in keys.slots), *keys.others],
    }


def _said_slot(slot: Slot) -> Json:
    return {
        "kind": KIND_PERSON,
        "tag": slot.tag.hex(),
        "user": slot.user_id,
        "stretch": {
            "algorithm": STRETCH_NAME,
            "memory_kib": slot.stretch.memory_kib,
            "passes": slot.stretch.passes,
            "lanes": slot.stretch.lanes,
            "rounds": slot.stretch.rounds,
            "salt": slot.salt.hex(),
        },
        "wrap": {"algorithm": WRAP_NAME, "nonce": slot.nonce.hex(), "ciphertext": slot.wrapped.hex()},
        "public": {
            "curve": CURVE_NAME,
            "unwrap": slot.public_unwrap.hex(),
            "sign": slot.public_sign.hex(),
        },
        "sealed": said_sealed(slot.sealed),
        "pending": slot.pending
        and {
            "name": slot.pending.name,
            "role": slot.pending.role,
            "forum": slot.pending.forum,
            "signature": slot.pending.signature.hex(),
        },
    }


def said_sealed(sealed: Mapping[int, Sealed]) -> list[Json]:
    """Sealed keys as the file has them, by epoch."""
    return [
        {
            "epoch": epoch,
            "algorithm": SEAL_NAME,
            "ephemeral": each.ephemeral.hex(),
            "nonce": each.nonce.hex(),
            "ciphertext": each.ciphertext.hex(),
        }
        for epoch, each in sorted(sealed.items())
    ]

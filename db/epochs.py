"""The register's key from one epoch to the next: sealed to everybody who stays, then the only one (need A5).

Each step leaves a key file with which everybody who stays can open the register, whatever key its pages are under:
`add_epoch`, then the register's own transaction and `connect.change_key`, then `keep_epoch`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.engine import Connection

from app.domain.errors import WrongKey
from db import recovery
from db.keyfile import KeyFile, read_key_file, write_key_file
from db.keys import KEYS_LEASE, held_by, seal_bound
from db.lease import file_lease
from db.person_keys import REGISTER_KEY_BYTES, PersonKeys, seal
from db.tables.people import Recovery, User


def new_key() -> bytearray:
    """A fresh register key."""
    return bytearray(secrets.token_bytes(REGISTER_KEY_BYTES))


def who_stays(connection: Connection, without: str | None = None) -> dict[str, bytes]:
    """Each remaining person's public key as the encrypted file holds it: the key file may have been tampered with."""
    table = User.__table__
    rows = connection.execute(
        select(table.c.user_id, table.c.public_unwrap).where(table.c.revoked_at.is_(None))
    )
    stays = {row.user_id: row.public_unwrap for row in rows if row.user_id != without}
    codes = Recovery.__table__
    last = select(codes.c.public_unwrap).order_by(codes.c.id.desc()).limit(1)
    if (public := connection.execute(last).scalar()) is not None:
        stays[recovery.RECOVERY_ID] = public
    return stays


def add_epoch(
    folder: Path, register_id: str, epoch: int, register_key: bytes | bytearray, stays: Mapping[str, bytes]
) -> None:
    """Seal the coming key to those who stay, beside the one in force. An epoch begun earlier is begun anew."""
    with file_lease(folder / KEYS_LEASE):
        keys_file = _of(folder, register_id)
        slots = []
        for slot in keys_file.slots:
            sealed = {held: each for held, each in slot.sealed.items() if held < epoch}
            public = stays.get(slot.user_id)
            if public is not None and slot.pending is None:
                sealed[epoch] = seal(public, register_key, seal_bound(register_id, epoch, slot.user_id))
            slots.append(replace(slot, sealed=sealed))
        epochs = (*(held for held in keys_file.epochs if held < epoch), epoch)
        after = replace(keys_file, epochs=epochs, slots=tuple(slots))
        place = recovery.place_of(keys_file)
        if place is not None and (public := stays.get(recovery.RECOVERY_ID)) is not None:
            after = recovery.sealed_to(after, place, epoch, register_key, public)
        write_key_file(folder, after)


def keep_epoch(folder: Path, register_id: str, epoch: int) -> None:
    """Leave one epoch in the key file; a person it is not sealed to has no place there any more."""
    with file_lease(folder / KEYS_LEASE):
        keys_file = _of(folder, register_id)
        if keys_file.epochs == (epoch,) or epoch not in keys_file.epochs:
            return
        slots = tuple(
            replace(slot, sealed={epoch: slot.sealed[epoch]} if epoch in slot.sealed else {})
            for slot in keys_file.slots
            if slot.pending is not None or epoch in slot.sealed
        )
        after = replace(recovery.only(keys_file, epoch), epochs=(epoch,), slots=slots)
        write_key_file(folder, after)
        # The copy before would still hold a place for whoever left.
        write_key_file(folder, after)


def held_keys(folder: Path, register_id: str, keys: PersonKeys) -> tuple[tuple[int, bytearray], ...]:
    """The register keys that the key file holds for one person now; none for somebody who has no place any more."""
    keys_file = _of(folder, register_id)
    slot = next((slot for slot in keys_file.slots if slot.user_id == keys.user_id), None)
    return held_by(keys_file, slot, keys) if slot is not None and slot.pending is None else ()


def has_left(folder: Path, register_id: str, keys: PersonKeys) -> bool:
    """Whether a whole key file has no place for this person: their access was ended."""
    keys_file = _of(folder, register_id)
    return not keys_file.problems and all(slot.user_id != keys.user_id for slot in keys_file.slots)


def without_place(connection: Connection, folder: Path) -> int:
    """How many people with access the key file has no place for: an older file that was put back knows nobody since."""
    table = User.__table__
    rows = connection.execute(select(table.c.user_id).where(table.c.revoked_at.is_(None)))
    places = {slot.user_id for slot in read_key_file(folder).slots if slot.pending is None}
    return len({row.user_id for row in rows} - places)


def strangers(connection: Connection, folder: Path) -> list[str]:
    """What places in the key file say of people otherwise than the register does: somebody else's keys under a name.

    The key file lies outside the encryption, so that anybody may have edited it; the register counts.
    """
    table = User.__table__
    rows = connection.execute(select(table.c.user_id, table.c.public_unwrap, table.c.public_sign))
    known = {row.user_id: (row.public_unwrap, row.public_sign) for row in rows}
    places = [slot for slot in read_key_file(folder).slots if slot.pending is None]
    wrong = sum(known.get(slot.user_id) != (slot.public_unwrap, slot.public_sign) for slot in places)
    if not wrong:
        return []
    whose = "1 place in the key file has" if wrong == 1 else f"{wrong:,} places in the key file have"
    return [
        f"{whose} other keys than the register: it was edited. Put back register.keys.bak or that of a backup."
    ]


def unsettled(folder: Path, register_id: str) -> bool:
    """Whether a change of key was begun and its old epoch is still there."""
    return len(_of(folder, register_id).epochs) > 1


def _of(folder: Path, register_id: str) -> KeyFile:
    keys_file = read_key_file(folder)
    if keys_file.register_id != register_id:
        raise WrongKey(
            f"The key file in {folder} belongs to another register; nothing was changed: put back the right one."
        )
    return keys_file

"""The first minute of a register: its folder, its keys, its schema, its first two people."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.domain.errors import Damaged, Refused
from app.domain.names import clean, fold
from app.domain.words import Role
from db import connect, epochs, keys
from db.keys import FIRST_EPOCH, Opened, PersonKeys, Stretcher
from db.lease import writer_lease
from db.tables.people import RoleGrant, User
from db.tables.trail import Meta


def found_files(
    folder: Path, administrator: tuple[str, str], chair: tuple[str, str], stretcher: Stretcher
) -> tuple[Opened, PersonKeys]:
    """Make the folder's two files with an empty schema; the register key never leaves memory unwrapped.

    Returns the administrator's opened slot and the chair's keys. What was made is taken away again where
    the rest could not be.
    """
    names = [clean(administrator[0]), clean(chair[0])]
    if not all(names) or fold(names[0]) == fold(names[1]):
        raise Refused(
            "A register needs an administrator and a chair who are two different people; nothing was made. "
            "Give both names."
        )
    file = folder / connect.FILE_NAME
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file, which was not touched; nothing was made: name a folder.")
    if file.exists() or (folder / keys.KEYS_NAME).exists():
        raise Refused(f"{folder} already holds a register, which was not touched; choose another folder.")
    register_id, register_key = secrets.token_hex(16), secrets.token_bytes(32)
    first, second = keys.new_person_keys(), keys.new_person_keys()
    people = [(names[0], administrator[1], first), (names[1], chair[1], second)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        keys.create_key_file(folder, register_id, people, register_key, stretcher)
        connect.create_file(file, register_key)
        bring_forward(file, register_key)
    except OSError as error:
        _take_away(folder)
        raise Refused(
            f"The register could not be made in {folder}: {error.strerror}; nothing was left there. "
            "Choose a folder you may write to."
        ) from None
    except Exception:
        _take_away(folder)
        raise
    return Opened(register_id, FIRST_EPOCH, bytearray(register_key), first, names[0]), second


def bring_forward(file: Path, register_key: bytes | bytearray) -> None:
    """Run the schema's steps that a register lacks. Alembic is loaded here alone: signing in rarely needs it."""
    from db import migrate

    migrate.migrate(connect.engine_for(file, register_key), path=file)


def _take_away(folder: Path) -> None:
    for name in (connect.FILE_NAME, keys.KEYS_NAME):
        (folder / name).unlink(missing_ok=True)


def found_people(
    session: Session, opened: Opened, chair: tuple[str, PersonKeys], at: datetime, today: date, seq: int
) -> None:
    """Enter the register's identity and its first two people, who hold their roles in every forum."""
    session.add(Meta(id=1, register_id=opened.register_id, epoch=opened.epoch, created_at=at))
    first = opened.keys.user_id
    for name, held, role in (
        (opened.name, opened.keys, Role.ADMINISTRATOR),
        (clean(chair[0]), chair[1], Role.CHAIR),
    ):
        session.add(
            User(
                user_id=held.user_id,
                name=name,
                name_key=fold(name),
                public_unwrap=held.public_unwrap,
                public_sign=held.public_sign,
                proposed_by=first,
                approved_by=first,
                approved_at=at,
            )
        )
        session.flush()
        session.add(
            RoleGrant(
                user_id=held.user_id,
                forum=None,
                role=role,
                from_date=today,
                to_date=None,
                granted_by=first,
                granted_seq=seq,
            )
        )


def check_person(connection: Connection, opened: Opened) -> None:
    """The side-car's identity and this person's public keys must be those held inside the encrypted file.

    The key file lies outside the encryption, so what it says about anybody is only believed where the
    register agrees (design/trust.md, "Keys").
    """
    users = User.__table__
    row = connection.execute(users.select().where(users.c.user_id == opened.keys.user_id)).first()
    if row is not None and row.revoked_at is not None:
        raise Refused("Your access to this register has ended; nothing was changed. Ask a chair.")
    table = Meta.__table__
    meta = connection.execute(table.select()).first()
    known = {epoch for epoch, _key in opened.held} | {opened.epoch}
    if meta is None or meta.register_id != opened.register_id or meta.epoch not in known:
        raise Damaged(
            "The key file belongs to another register or another time of this one; nothing was changed. "
            "Put back the register.keys that lay beside this register.fdb."
        )
    if (
        row is None
        or row.public_sign != opened.keys.public_sign
        or row.public_unwrap != opened.keys.public_unwrap
    ):
        raise Damaged(
            "The key file's keys for you are not those in the register; nothing was changed. "
            "Tell a chair: the key file may have been tampered with."
        )


def settle_key(folder: Path, opened: Opened) -> None:
    """Finish a change of key that a stopped computer left half done, or drop one that was never confirmed.

    The register itself says which epoch is in force; whoever stays holds every key that is needed. `opened` gets
    the key in force, in place.
    """
    file = folder / connect.FILE_NAME
    with writer_lease(folder):
        held = dict(epochs.held_keys(folder, opened.register_id, opened.keys))
        under, epoch = _under_which(file, held)
        if epoch not in held:
            return
        if under != epoch:
            connect.change_key(file, held[under], held[epoch])
        epochs.keep_epoch(folder, opened.register_id, epoch)
        opened.register_key[:] = held[epoch]


def _under_which(file: Path, held: dict[int, bytearray]) -> tuple[int, int]:
    """The epoch of the key that the pages are under, and the one that the register says is in force."""
    fault: Damaged | None = None
    for epoch, key in held.items():
        try:
            with (
                connect.engine_errors(file),
                connect.engine_for(file, key, read_only=True).connect() as reading,
            ):
                return epoch, reading.execute(select(Meta.epoch)).scalar_one()
        except Damaged as error:
            fault = fault or error
    raise fault or Damaged("No key opens this register; nothing was changed. Restore the last backup.")

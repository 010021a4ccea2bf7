"""The first minute of a register: its folder, its keys, its schema, its first two people."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.domain.dates import show_date
from app.domain.errors import Damaged, DamagedFile, Refused, Unreachable
from app.domain.names import clean, fold
from app.domain.words import Role
from db import case_seals, connect, epochs, keys, recovery, seal_checks, sources
from db.keyfile import Slot, read_key_file, write_key_file
from db.keys import FIRST_EPOCH, Opened, PersonKeys, Stretcher
from db.lease import file_lease, writer_lease
from db.own_gifts import own_gifts
from db.tables.people import Recovery, RoleGrant, User
from db.tables.restricted import CaseReader, Exclusion
from db.tables.trail import Meta


def found_files(
    folder: Path, administrator: tuple[str, str], chair: tuple[str, str], stretcher: Stretcher
) -> tuple[Opened, PersonKeys, tuple[str, ...], bytes]:
    """Make the folder's two files with an empty schema; the register key never leaves memory unwrapped.

    Returns the administrator's opened slot, the chair's keys, the recovery codes and their public key.
    What was made is taken away again where
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
        codes, public = _found_codes(folder, register_id, register_key)
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
    opened = Opened(register_id, FIRST_EPOCH, bytearray(register_key), first, names[0])
    return opened, second, codes, public


def _found_codes(folder: Path, register_id: str, register_key: bytes) -> tuple[tuple[str, ...], bytes]:
    codes, place = recovery.make(register_id)
    keys_file = read_key_file(folder)
    write_key_file(
        folder, recovery.sealed_to(keys_file, place, FIRST_EPOCH, register_key, place.public_unwrap)
    )
    return codes, place.public_unwrap


Reseal = Callable[[Connection, list[tuple[str, int | str]]], None]
"""Is handed the rows, by table and key, that a schema step rewrote."""


def bring_forward(
    file: Path, register_key: bytes | bytearray, reseal: Reseal = lambda _connection, _rows: None
) -> None:
    """Run the schema's steps that a register lacks. Alembic is loaded here alone: signing in rarely needs it.

    `reseal` enters, in the same transaction, the rows whose values a step rewrote (docs/decisions/0033).
    """
    from db import migrate

    migrate.migrate(connect.engine_for(file, register_key), path=file, reseal=reseal)


def _take_away(folder: Path) -> None:
    for name in (connect.FILE_NAME, keys.KEYS_NAME, f"{keys.KEYS_NAME}.bak"):
        (folder / name).unlink(missing_ok=True)


def found_people(
    session: Session,
    opened: Opened,
    chair: tuple[str, PersonKeys],
    codes: bytes,
    at: datetime,
    today: date,
    seq: int,
) -> None:
    """Enter the register's identity, the recovery codes' public key and the first two people, in every forum."""
    session.add(Meta(id=1, register_id=opened.register_id, epoch=opened.epoch, created_at=at))
    first = opened.keys.user_id
    session.add(Recovery(public_unwrap=codes, made_at=at, made_by=first, seq=seq))
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


def refuse_unready(connection: Connection, file: Path) -> None:
    """Before anything is confirmed: a change of key reads every page, and the disk holds each twice until it is done.

    Raises Damaged or Unreachable.
    """
    if found := connect.page_seals(connection):
        raise DamagedFile(
            f"{found[0]} So its key cannot be changed; nothing was changed, and whoever had access has it still: "
            "restore the last backup first."
        )
    needed = file.stat().st_size * 101 // 100
    if (free := shutil.disk_usage(file.parent).free) < needed:
        raise Unreachable(
            f"Not saved. The disk that holds {file} has {free:,} bytes free, and changing the key needs {needed:,}; "
            "nothing was changed, and whoever had access has it still: free some space, try again."
        )


def settle_key(folder: Path, opened: Opened) -> None:
    """Finish a change of key that a stopped computer left half done, or drop one that was never confirmed.

    The register itself says which epoch is in force; whoever stays holds every key that is needed. `opened` gets
    the key in force, in place. Raises Damaged or Refused where it cannot be finished now: nothing is lost by it.
    """
    file = folder / connect.FILE_NAME
    with writer_lease(folder):
        held = dict(epochs.held_keys(folder, opened.register_id, opened.keys))
        under, epoch = under_which(file, held)
        if epoch not in held:
            return
        if under != epoch:
            connect.change_key(file, held[under], held[epoch])
        opened.register_key[:] = held[epoch]
        epochs.keep_epoch(folder, opened.register_id, epoch)


def under_which(file: Path, held: Mapping[int, bytearray]) -> tuple[int, int]:
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
    raise fault or DamagedFile("No key opens this register; nothing was changed. Restore the last backup.")


def opened_by_codes(
    folder: Path, typed: tuple[str, str], name: str, passphrase: str, stretcher: Stretcher
) -> tuple[Opened, Slot, PersonKeys]:
    """The register opened by two paper codes for somebody with new keys; their coming place, and the codes' keys."""
    keys_file = read_key_file(folder)
    codes, held = recovery.open_with(keys_file, typed)
    new = keys.new_person_keys()
    slot = keys.recovered_slot(keys_file.register_id, name, passphrase, new, held, stretcher)
    opened = Opened(keys_file.register_id, held[0][0], bytearray(held[0][1]), new, clean(name), held)
    return opened, slot, codes


def recover_person(
    session: Session,
    opened: Opened,
    codes: PersonKeys,
    place: recovery.Place,
    at: datetime,
    today: date,
    seq: int,
) -> Role | None:
    """Let the holder of the new keys in: under the roles of their name, or as chair where the name is new.

    Raises Damaged where the codes' public key is none that the register knows and somebody signed, Refused for somebody
    revoked.
    What was sealed to the codes, such as the sources, is sealed to whoever holds it now.
    Returns the role given to a new name, None where the name had roles.
    """
    connection = session.connection()
    if strange := seal_checks.strange(connection, {"recovery"}):
        raise Damaged(strange[0].refusal)
    gone = own_gifts(connection).codes
    mine = select(Recovery.id).where(Recovery.public_unwrap == codes.public_unwrap, Recovery.id.not_in(gone))
    if session.scalar(mine) is None:
        raise Damaged(
            "The recovery codes in the key file are not those of this register; nothing was changed. "
            "The key file may have been tampered with: put back register.keys.bak or that of a backup."
        )
    new = opened.keys
    known = session.scalar(select(User).where(User.name_key == fold(opened.name)))
    if known is not None and known.revoked_at is not None:
        raise Refused("This person's access was ended; nothing was changed: recover under another name.")
    given = Role.CHAIR if known is None else None
    if known is not None:
        renew_keys(
            session, known, new.user_id, new.public_unwrap, new.public_sign, new.user_id, at, today, seq
        )
    else:
        _add_user(session, opened.name, new.user_id, new.public_unwrap, new.public_sign, new.user_id, at)
        session.add(_office(new.user_id, None, Role.CHAIR, today, None, new.user_id, seq))
    session.add(Recovery(public_unwrap=place.public_unwrap, made_at=at, made_by=new.user_id, seq=seq))
    if known is not None:
        sources.renew_writer(session, known.user_id, new.user_id, new.public_unwrap, codes)
    sources.settle(session, codes, today, seq, by=new.user_id)
    case_seals.keep(session, codes, today, seq, {}, by=new.user_id)
    return given


def refuse_written_over(session: Session, user_id: str, today: date) -> None:
    """Raises Refused where somebody changed with own tools what the program would copy: whoever acts would sign it."""
    gone = own_gifts(session.connection())
    roles = select(RoleGrant.id).where(
        RoleGrant.user_id == user_id, or_(RoleGrant.to_date.is_(None), RoleGrant.to_date >= today)
    )
    places = select(CaseReader.id).where(CaseReader.user_id == user_id, CaseReader.withdrawn_seq.is_(None))
    if gone.roles & set(session.scalars(roles)) or gone.readers & set(session.scalars(places)):
        raise Refused(
            "Somebody changed with own tools what this person may here, and it would be given to them by your word; "
            "nothing was changed. Give the role anew, without a last day, and have the readers of restricted cases "
            "named anew; then do this."
        )


def renew_keys(
    session: Session,
    known: User,
    user_id: str,
    public_unwrap: bytes,
    public_sign: bytes,
    approved_by: str,
    at: datetime,
    today: date,
    seq: int,
) -> None:
    """Give a person new keys under their name: the old ones stay for the trail that they signed, and open nothing."""
    name = known.name
    known.name = f"{name} (keys until {show_date(today)} {user_id[:4]})"
    known.name_key, known.revoked_at = fold(known.name), at
    session.flush()
    _add_user(session, name, user_id, public_unwrap, public_sign, approved_by, at)
    for held in session.scalars(select(RoleGrant).where(RoleGrant.user_id == known.user_id)).all():
        if held.to_date is None or held.to_date >= today:
            since = max(held.from_date, today)
            given = _office(user_id, held.forum, held.role, since, held.to_date, approved_by, seq)
            given.besides = held.besides
            session.add(given)
            held.to_date = today
    _renew_readers(session, known.user_id, user_id)


_KEYS_UNTIL = re.compile(r" \(keys until \d\d/\d\d/\d{4} [0-9a-f]{4}\)$")
"""What stands behind the name of somebody's keys before those they have now."""


def who_is_now(session: Session, user_id: str) -> str:
    """Somebody by the keys that they have now: nobody approves what they proposed under the ones before."""
    name = session.scalar(select(User.name).where(User.user_id == user_id)) or ""
    before = _KEYS_UNTIL.search(name)
    if before is None:
        return user_id
    return (
        session.scalar(select(User.user_id).where(User.name_key == fold(name[: before.start()]))) or user_id
    )


def _renew_readers(session: Session, old: str, new: str) -> None:
    """Whoever gets new keys reads what they read before, and is kept from what they were kept from (need A4)."""
    named = select(CaseReader).where(CaseReader.user_id == old, CaseReader.withdrawn_seq.is_(None))
    for reader in session.scalars(named):
        reader.user_id = new
    kept_from = select(Exclusion).where(Exclusion.user_id == old, Exclusion.ended_seq.is_(None))
    for exclusion in session.scalars(kept_from):
        exclusion.user_id = new


def _add_user(
    session: Session,
    name: str,
    user_id: str,
    public_unwrap: bytes,
    public_sign: bytes,
    approved_by: str,
    at: datetime,
) -> None:
    session.add(
        User(
            user_id=user_id,
            name=name,
            name_key=fold(name),
            public_unwrap=public_unwrap,
            public_sign=public_sign,
            proposed_by=user_id,
            approved_by=approved_by,
            approved_at=at,
        )
    )
    session.flush()


def _office(
    user_id: str, forum: str | None, role: Role, since: date, until: date | None, by: str, seq: int
) -> RoleGrant:
    return RoleGrant(
        user_id=user_id,
        forum=forum,
        role=role,
        from_date=since,
        to_date=until,
        granted_by=by,
        granted_seq=seq,
    )


def take_in_recovered(folder: Path, opened: Opened, slot: Slot, place: recovery.Place) -> None:
    """Write the person's new place and the new codes' into the key file, once the register knows of both."""
    with file_lease(folder / keys.KEYS_LEASE):
        after = keys.take_place(read_key_file(folder), slot)
        for epoch, key in sorted(opened.held):
            now = recovery.place_of(after) if epoch != min(held for held, _key in opened.held) else place
            after = recovery.sealed_to(after, now or place, epoch, key, place.public_unwrap)
        write_key_file(folder, after)

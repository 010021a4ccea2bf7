"""Restoring a backup into a new folder: unpacked beside it, verified, given a new key, and only then put in place."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import select, update

from app.domain.backup import BackupRow, Manifest, Missing
from app.domain.dates import AUCKLAND
from app.domain.disposal import DisposalState
from app.domain.errors import Damaged, ForumDeskError, Refused, Unreachable
from app.domain.witness import Seen
from db import backup, connect, epochs, keys
from db.keys import Opened, Stretcher
from db.tables.disposal import Disposal
from db.tables.register import Person
from db.tables.trail import Meta, Trail
from db.work import Session, session_on

PART = ".part"


class Unpacked(Struct, frozen=True):
    """A backup opened in a folder of its own beside the one it will have."""

    part: Path
    opened: Opened
    manifest: Manifest


def refuse_folder(folder: Path) -> None:
    """Restoring never writes over anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(
            f"{folder} is there already and was not touched; nothing was restored: name a new folder."
        )


def register_of(copy: Path) -> str:
    """Which register a backup is of, from what it says of itself. Raises NotFound or Damaged."""
    return backup.read_manifest(copy).register_id


def found_in(folders: list[Path], register_id: str | None) -> tuple[BackupRow, ...]:
    """The backups in some folders, newest first."""
    return backup.found_in(folders, register_id)


def take_away(part: Path) -> None:
    """Leave nothing of a restoring that could not be finished."""
    shutil.rmtree(part, ignore_errors=True)


def unpack(copy: Path, folder: Path, name: str, passphrase: str, stretcher: Stretcher) -> Unpacked:
    """Open a backup as one person and look at all of it. Raises Damaged, WrongKey or Refused; then nothing is left."""
    manifest = backup.read_manifest(copy)
    part = folder.with_name(folder.name + PART)
    shutil.rmtree(part, ignore_errors=True)
    try:
        backup.unpack(copy, part, manifest)
        opened = keys.open_slot(part, name, passphrase, stretcher)
        problems = backup.problems_of(part / connect.FILE_NAME, opened.register_key, manifest.head, deep=True)
        if problems:
            raise Damaged(
                f"The backup {copy} is damaged: {problems[0]} Nothing was restored: choose another one."
            )
    except BaseException:
        take_away(part)
        raise
    return Unpacked(part, opened, manifest)


def what_follows(
    present: Path | None, opened: Opened, kept_to: int, kept: str, furthest: Seen | None
) -> tuple[Seen, Missing]:
    """What came after entry `kept_to`: from the present register where it still opens, else from the witness."""
    if present is not None:
        with suppress(ForumDeskError, OSError):
            for epoch, key in epochs.held_keys(present, opened.register_id, opened.keys):
                with suppress(ForumDeskError):
                    return _read_what_follows(present / connect.FILE_NAME, key, epoch, kept_to, kept)
    if furthest is not None and furthest.seq >= kept_to:
        return furthest, Missing(furthest.seq - kept_to, {}, "this computer's witness")
    return Seen(opened.epoch, kept_to, kept), Missing(0, {}, "")


def _read_what_follows(
    file: Path, key: bytearray, epoch: int, kept_to: int, kept: str
) -> tuple[Seen, Missing]:
    connect.check_file(file)
    table = Trail.__table__
    query = (
        select(table.c.seq, table.c.event, table.c.hash).where(table.c.seq > kept_to).order_by(table.c.seq)
    )
    with (
        connect.engine_errors(file),
        session_on(connect.engine_for(file, key, read_only=True)) as session,
    ):
        rows = session.connection().execute(query).all()
    kinds = Counter(row.event for row in rows)
    last = rows[-1] if rows else None
    seen = Seen(epoch, last.seq, last.hash) if last else Seen(epoch, kept_to, kept)
    return seen, Missing(len(rows), dict(kinds), "the present register")


def destroy_again(
    session: Session, present: Path | None, opened: Opened, kept_to: int
) -> tuple[tuple[int, date], ...]:
    """List what was destroyed after the backup as to be destroyed again, and give it as `destroyed_after` does."""
    rows = _known_to(session, _read_destroyed(present, opened, kept_to))
    _list_again(session, rows, kept_to + 1)
    return _told(rows)


def destroyed_after(
    session: Session, present: Path | None, opened: Opened, kept_to: int
) -> tuple[tuple[int, date], ...]:
    """Whose records were destroyed after the backup, from the present register where it opens.

    Gives the register's own numbers and the days. Of whom the backup does not know nothing is listed (need A7).
    """
    return _told(_known_to(session, _read_destroyed(present, opened, kept_to)))


def _read_destroyed(present: Path | None, opened: Opened, kept_to: int) -> list[dict[str, Any]]:
    if present is None:
        return []
    with suppress(ForumDeskError, OSError):  # its key file may be gone too
        for _epoch, key in epochs.held_keys(present, opened.register_id, opened.keys):
            with suppress(ForumDeskError, OSError):
                return _destroyed_since(present / connect.FILE_NAME, key, kept_to)
    return []


def _known_to(session: Session, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if session.get(Person, row["person_number"]) is not None]


def _told(rows: list[dict[str, Any]]) -> tuple[tuple[int, date], ...]:
    return tuple((row["person_number"], row["decided_at"].astimezone(AUCKLAND).date()) for row in rows)


def _destroyed_since(file: Path, key: bytearray, kept_to: int) -> list[dict[str, Any]]:
    connect.check_file(file)
    table = Disposal.__table__
    query = select(table).where(table.c.state == DisposalState.DONE, table.c.decided_seq > kept_to)
    with (
        connect.engine_errors(file),
        session_on(connect.engine_for(file, key, read_only=True)) as session,
    ):
        return [dict(row) for row in session.connection().execute(query.order_by(table.c.id)).mappings()]


def _list_again(session: Session, rows: list[dict[str, Any]], seq: int) -> None:
    blank = dict.fromkeys(
        ("decided_by", "decided_at", "decided_seq", "counts", "blanked", "mentions", "checkpoint")
    )
    for row in rows:
        known = session.get(Disposal, row["id"])
        if known is None:
            session.add(Disposal(**row | blank | {"state": DisposalState.AGAIN, "seq": seq}))
        else:
            known.state = DisposalState.AGAIN
    session.flush()


def next_epoch(session: Session, *known: int) -> int:
    """An epoch that no key of this register has borne, as far as is known; it stands in the register from here on."""
    present: int = session.connection().execute(select(Meta.epoch)).scalar_one()
    epoch = max(present, *known) + 1
    session.connection().execute(update(Meta).values(epoch=epoch))
    return epoch


def give_new_key(part: Path, opened: Opened, epoch: int, stays: dict[str, bytes]) -> None:
    """Whoever could open what the backup came from cannot open this with that key. In place: `opened` has it."""
    key = epochs.new_key()
    epochs.add_epoch(part, opened.register_id, epoch, key, stays)
    try:
        connect.change_key(part / connect.FILE_NAME, opened.register_key, key)
    except Unreachable as why:
        raise Unreachable(f"Nothing was restored, and nothing is left of it. {why.sentence}") from None
    epochs.keep_epoch(part, opened.register_id, epoch)
    opened.register_key[:] = key
    key[:] = bytes(len(key))


def put_in_place(part: Path, folder: Path) -> None:
    """Give the folder its name."""
    try:
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise Refused(
            f"{folder} could not be made: {error.strerror}; nothing was restored: choose another folder."
        ) from None

"""Backups of the register: made, listed, and proved by opening one (need A5)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from app.desk import BUILD, use_case
from app.domain.backup import BackupRow, Manifest, Proved
from app.domain.errors import Damaged, Refused
from app.domain.people import Permission
from app.domain.words import Topic
from db import backup, connect, trail
from db.work import Work


@use_case(Permission.BACK_UP, looks=True, topics=(Topic.BACKUPS,))
def back_up(
    work: Work,
    to: Path,
    second_place: Path | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> BackupRow:
    """Copy the register into one encrypted file, and verify it before it is called a backup.

    `second_place` is a folder for a second copy; `tell` hears how many pages of how many are copied, and may stop it
    by raising. Raises `Refused` where a place cannot be written or the name is
    taken, `Damaged` where the copy is not whole; then there is no file. The entry names the copy's head.
    """
    seq, head = trail.head(work.connection)
    register_id, epoch = work.register_id(), work.epoch()
    manifest = Manifest(register_id, epoch, work.at, BUILD, seq, head, 0)
    backup.make(work.connection, work.register_key, work.folder / connect.KEYS_NAME, to, manifest, tell)
    work.note.undo.append(lambda: backup.take_away(to))
    places = 1
    if second_place is not None:
        second = backup.copy_to(to, second_place)
        work.note.undo.append(lambda: backup.take_away(second))
        places = 2
    work.enter("register", entries=seq, places=places)
    work.note.commitments |= {"backup_head": head}
    return BackupRow(str(to), work.at, seq, to.stat().st_size)


@use_case(Permission.BACK_UP, looks=True)
def list_backups(work: Work, folders: Sequence[Path]) -> tuple[BackupRow, ...]:
    """The backups of this register in some folders, newest first."""
    rows = backup.found_in(list(folders), work.register_id())
    work.enter("backups", backups=len(rows))
    return rows


@use_case(Permission.BACK_UP, looks=True)
def prove_backup(work: Work, file: Path) -> Proved:
    """Open a backup and walk through all of it: pages, inner order, every signature, copies, and the same past.

    Raises `Damaged` where it does not hold, `Refused` where it was made under an earlier key.
    """
    manifest = backup.read_manifest(file)
    if manifest.register_id != work.register_id():
        raise Refused(f"{file} is a backup of another register; choose one of this register.")
    if manifest.epoch != work.epoch():
        raise Refused(
            f"{file} was made before the register's key was changed, so it cannot be proved from here; "
            "make a new backup now."
        )
    with tempfile.TemporaryDirectory(prefix="forumdesk-", ignore_cleanup_errors=True) as kept:
        folder = Path(kept) / "proof"
        backup.unpack(file, folder, manifest)
        problems = backup.problems_of(folder / connect.FILE_NAME, work.register_key, manifest.head, deep=True)
    if not problems and trail.standing(work.connection, manifest.entries).at_seen != manifest.head:
        problems = ["Its trail is not a part of this register's."]
    if problems:
        raise Damaged(f"The backup {file} is not whole: {problems[0]} Make a new one now.")
    work.enter("register", entries=manifest.entries)
    work.note.commitments |= {"backup_head": manifest.head}
    checks = ("pages", "inner order", "trail and signatures", "ledger of copies", "same past as the register")
    return Proved(str(file), manifest.made_at, manifest.entries, checks)

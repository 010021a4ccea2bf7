"""Backups: one file made by the engine's own backup call, verified before it bears the name, and unpacked again.

A backup is the encrypted register as it is, page for page, and after it a small zip with the key file and a
manifest. So it is never decrypted on its way, any zip tool lists what it says of itself, and the register in it is
its first `database_bytes`. Never `VACUUM INTO`: that rewrites what should be kept as it is.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection

from app.domain.backup import SUFFIX, BackupRow, Manifest
from app.domain.errors import Damaged, ForumDeskError, NotFound, Refused
from db import connect, faults, page_seals, trail
from db.keyfile import KEYS_NAME, sync_folder
from db.queries import packs
from db.work import session_on

MANIFEST = "backup.json"
FORMAT = "forumdesk-backup-1"
_LARGEST_TAIL = 2_097_152
_STEP = 1024
"""Pages copied between two tellings: about 30 ms."""


def make(
    connection: Connection,
    register_key: bytes | bytearray,
    key_file: Path,
    to: Path,
    manifest: Manifest,
    tell: Callable[[int, int], None] | None = None,
) -> Manifest:
    """Copy the register a connection reads, verify the copy, and only then put it under its name.

    `manifest.database_bytes` is set here; what `tell` raises stops it. Raises Refused where the name is taken or the
    place cannot be written, Damaged where the copy is not whole; then nothing is left.
    """
    if to.exists():
        raise Refused(f"{to} is there already and was not touched; no backup was made: choose another name.")
    part = to.with_name(f".{to.name}.part")
    with _written(to, part):
        to.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy_pages(connection, register_key, part, tell)
        if problems := problems_of(part, register_key, manifest.head):
            raise Damaged(f"The copy was not whole, so no backup was made: {problems[0]} Check the register.")
        whole = manifest._replace(database_bytes=part.stat().st_size)
        _append(part, key_file.read_bytes(), whole)
        _put_in_place(part, to)
    return whole


def copy_to(made: Path, second: Path) -> Path:
    """A second copy in another place, compared byte for byte before it bears the name."""
    to = second / made.name
    part = to.with_name(f".{to.name}.part")
    with _written(to, part):
        second.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, part)
        _sync(part)
        if not _same(made, part):
            raise Refused(f"The second copy in {second} did not come out the same, so it was taken away.")
        _put_in_place(part, to)
    return to


def take_away(made: Path) -> None:
    """A backup whose entry could not be written is none."""
    with suppress(OSError):
        made.unlink()


def _put_in_place(part: Path, to: Path) -> None:
    """Give it its name; where that may not outlast a power cut, take it away again, as the sentence says."""
    part.replace(to)
    try:
        sync_folder(to.parent)
    except OSError:
        with suppress(OSError):
            to.unlink()
        raise


@contextmanager
def _written(to: Path, part: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (
            "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or "it cannot be written")
        )
        raise Refused(
            f"No backup was made in {to.parent}: {reason}; the register is as it was. Choose another place."
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy_pages(
    connection: Connection,
    register_key: bytes | bytearray,
    part: Path,
    tell: Callable[[int, int], None] | None,
) -> None:
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with connect.engine_errors(part), closing(connect.bare(part, register_key)) as copy:
        # The copy has no name yet, so nobody needs a journal to save it; it is synced once it is whole.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source: Any = connection.connection.driver_connection
        with connect.little_memory(source), connect.little_memory(copy), faults.copying_errors(part):
            if tell is None:
                source.backup(copy)
            else:
                source.backup(
                    copy, pages=_STEP, progress=lambda _state, left, total: tell(total - left, total)
                )
    _sync(part)


def _sync(part: Path) -> None:
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _append(part: Path, key_file: bytes, manifest: Manifest) -> None:
    said = manifest._asdict() | {"format": FORMAT, "made_at": manifest.made_at.isoformat()}
    with zipfile.ZipFile(part, "a") as tail:
        tail.writestr(MANIFEST, json.dumps(said, indent=1))
        tail.writestr(KEYS_NAME, key_file)
    _sync(part)


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while True:
            a, b = first.read(1 << 20), second.read(1 << 20)
            if a != b:
                return False
            if not a:
                return True


def problems_of(
    file: Path, register_key: bytes | bytearray, head: str | None = None, *, deep: bool = False
) -> list[str]:
    """What is wrong with a copy: pages, length, trail, ledger; with `deep` the inner order and every signature too.

    `head` is the hash its trail must end with.
    """
    try:
        connect.check_file(file)
        if not deep and not page_seals.hold(file, register_key):
            return ["Pages of it are not as they were sealed."]
        engine = connect.engine_for(file, register_key, read_only=True)
        with connect.engine_errors(file), session_on(engine) as session:
            connection = session.connection()
            connect.check_open(connection)
            problems = connect.integrity(connection) if deep else []
            verdict = trail.verify_chain(connection, signatures=deep)
            if not verdict.ok:
                problems.append(f"Entry {verdict.first_bad} of its trail does not hold: {verdict.why}.")
            if head is not None and verdict.head != head:
                problems.append("Its trail does not end where it should.")
            return [*problems, *packs.unbalanced(session)]
    except ForumDeskError as error:
        return [error.sentence]


def read_manifest(file: Path) -> Manifest:
    """What a backup says of itself. Raises NotFound where there is none, Damaged for one that is not whole.

    A file of another kind of name, in which no word of a backup is, is another file: Refused, for nothing is damaged.
    """
    try:
        with zipfile.ZipFile(file) as tail:
            if tail.getinfo(MANIFEST).file_size > _LARGEST_TAIL:
                raise ValueError
            said = json.loads(tail.read(MANIFEST))
        manifest = Manifest(
            str(said["register_id"]),
            int(said["epoch"]),
            datetime.fromisoformat(said["made_at"]),
            str(said["build"]),
            int(said["entries"]),
            str(said["head"]),
            int(said["database_bytes"]),
        )
        if said["format"] != FORMAT or manifest.made_at.tzinfo is None:
            raise ValueError
    except FileNotFoundError:
        raise NotFound(f"There is no backup {file}; nothing was changed: choose another file.") from None
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        zipfile.BadZipFile,
        RecursionError,
        NotImplementedError,
    ) as error:
        if isinstance(error, (OSError, KeyError, zipfile.BadZipFile)) and file.suffix != SUFFIX:
            raise Refused(
                f"{file} is no backup of ForumDesk; nothing was changed: choose a file that ends in {SUFFIX}."
            ) from None
        raise Damaged(
            f"{file} is no backup of ForumDesk, or is damaged; nothing was changed: choose another one."
        ) from None
    if not 0 < manifest.database_bytes < file.stat().st_size or manifest.database_bytes % connect.PAGE_SIZE:
        raise Damaged(f"The backup {file} was cut or added to; nothing was changed: choose another one.")
    return manifest


def key_file_of(file: Path) -> bytes:
    """The key file as a backup holds it. Raises NotFound or Damaged."""
    read_manifest(file)
    try:
        with zipfile.ZipFile(file) as tail:
            if tail.getinfo(KEYS_NAME).file_size > _LARGEST_TAIL:
                raise KeyError
            return tail.read(KEYS_NAME)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, ValueError):
        raise Damaged(f"The backup {file} is damaged; nothing was changed: choose another one.") from None


def unpack(file: Path, folder: Path, manifest: Manifest) -> None:
    """The register's two files in a folder, as the backup holds them. Raises Damaged or Refused."""
    try:
        folder.mkdir(parents=True)
        with file.open("rb") as source, (folder / connect.FILE_NAME).open("xb") as target:
            left = manifest.database_bytes
            while left and (piece := source.read(min(left, 1 << 20))):
                target.write(piece)
                left -= len(piece)
        (folder / KEYS_NAME).write_bytes(key_file_of(file))
    except OSError as error:
        raise Refused(
            f"{folder.parent} cannot be written: {error.strerror}; nothing was restored: choose another folder."
        ) from None


def found_in(folders: list[Path], register_id: str | None) -> tuple[BackupRow, ...]:
    """The backups of one register in some folders, newest first; what cannot be read is left out."""
    rows: list[BackupRow] = []
    for folder in folders:
        with suppress(OSError):
            for file in folder.glob(f"*{SUFFIX}"):
                with suppress(ForumDeskError):
                    manifest = read_manifest(file)
                    if register_id in (None, manifest.register_id):
                        size = file.stat().st_size
                        rows.append(BackupRow(str(file), manifest.made_at, manifest.entries, size))
    return tuple(sorted(rows, key=lambda row: row.made_at, reverse=True))

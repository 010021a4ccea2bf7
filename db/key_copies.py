"""Copies of the key file: found where they lie, judged, and put in the place of one that is missing or damaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import Damaged, ForumDeskError, Refused
from app.domain.key_copies import KeyCopy
from db import backup
from db.keyfile import KEYS_NAME, KeyFile, parse, put_bytes, read_key_file
from db.keys import KEYS_LEASE
from db.lease import file_lease

ASIDE = ".damaged"
_BESIDE = "kept beside it"
_PROFILE = "this computer kept at its last sign-in"
_BACKUP = "in the newest backup"


def found(
    folder: Path, kept: Sequence[Path], backups: Sequence[Path], register_id: str | None
) -> tuple[KeyCopy, ...]:
    """Every whole copy of one register's key file; where the register is not known, of whichever it says."""
    return tuple(
        KeyCopy(str(file), place, at, sum(slot.pending is None for slot in keys.slots), keys.epochs[-1])
        for file, place, keys, at in _read(folder, kept, backups)
        if register_id in (None, keys.register_id) and not keys.problems
    )


def _read(
    folder: Path, kept: Sequence[Path], backups: Sequence[Path]
) -> Iterator[tuple[Path, str, KeyFile, datetime]]:
    beside = folder / f"{KEYS_NAME}.bak"
    for file, place in ((beside, _BESIDE), *((each, _PROFILE) for each in kept)):
        with suppress(OSError, Damaged):
            at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            yield file, place, parse(file.read_bytes(), file), at
    for file in backups:
        with suppress(OSError, ForumDeskError):
            yield file, _BACKUP, parse(backup.key_file_of(file), file), backup.read_manifest(file).made_at


def put_back(folder: Path, copy: KeyCopy) -> None:
    """Put a copy in place, whole or not at all; what lay there stays beside it. The register is not touched.

    Raises Refused where the present key file is whole and no older, or the folder cannot be written.
    """
    file = Path(copy.file)
    data = backup.key_file_of(file) if copy.place == _BACKUP else file.read_bytes()
    with file_lease(folder / KEYS_LEASE):
        path = folder / KEYS_NAME
        with suppress(Damaged):
            if read_key_file(folder).epochs[-1] >= copy.epoch:
                raise Refused(
                    f"The key file {path} is whole and no older than the copy; nothing was changed."
                )
        try:
            if path.exists():
                path.replace(path.with_name(path.name + ASIDE))
            put_bytes(path, data)
        except OSError as error:
            raise Refused(
                f"The key file could not be put into {folder}: {error.strerror}; the register is untouched. "
                "Ask for the right to write there."
            ) from None


def bytes_now(folder: Path) -> bytes:
    """The key file as it stands, to keep a copy of it."""
    return (folder / KEYS_NAME).read_bytes()

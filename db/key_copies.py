"""Copies of the key file: found where they lie, judged, and put in the place of one that is missing or damaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from app.domain.errors import Damaged, ForumDeskError, NotFound, Refused
from app.domain.key_copies import PUT_BACK, KeyCopy
from db import backup
from db.keyfile import (
    KEYS_NAME,
    KeyFile,
    Slot,
    about_same,
    is_place,
    not_written,
    parse,
    put_bytes,
    read_key_file,
    tag_in,
    written,
)
from db.keys import KEYS_LEASE, tag_of
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


def damaged_places(present: KeyFile, copy: KeyFile) -> tuple[Slot, ...]:
    """A copy's places that the present file has damaged: gone where places cannot be read, or changed in part.

    Whoever changes their passphrase gets salt, nonce and wrapped keys anew, all three. A place that has one of them as
    its copy has it and is not the same was not changed by ForumDesk. A copy under another key tells nothing, nor does
    one from the midst of a change of it.
    """
    there = {slot.user_id: slot for slot in present.slots}
    if not _under_one_key(present, copy, there):
        return ()
    tags = {slot.tag for slot in present.slots}
    found = []
    for slot in copy.slots:
        now = there.get(slot.user_id)
        if slot.pending is not None or now == slot:
            continue
        if now is None:
            gone = bool(present.problems) and slot.tag not in tags
        else:
            same = (now.salt == slot.salt, now.nonce == slot.nonce, now.wrapped == slot.wrapped)
            gone = now.pending is None and (any(same) or now.sealed != slot.sealed)
        if gone:
            found.append(slot)
    return tuple(found)


def _under_one_key(present: KeyFile, copy: KeyFile, there: Mapping[str, Slot]) -> bool:
    """By register and epoch; and by most of what is sealed, since two restored registers may bear one epoch."""
    if copy.problems or (copy.register_id, copy.epochs) != (present.register_id, present.epochs):
        return False
    sealed = [there[slot.user_id].sealed == slot.sealed for slot in copy.slots if slot.user_id in there]
    return len(copy.epochs) == 1 and 2 * sum(sealed) >= len(sealed)


def mending(folder: Path, copies: Sequence[KeyCopy]) -> KeyCopy | None:
    """The latest copy that has a place whole which the present file has damaged; None where that cannot be read."""
    with suppress(ForumDeskError, OSError):
        present = read_key_file(folder)
        for copy in sorted(copies, key=lambda each: each.at, reverse=True):
            if damaged_places(present, parse(_bytes_of(copy), Path(copy.file))):
                return copy
    return None


def has_damaged(folder: Path, copy: KeyCopy, name: str) -> bool:
    """Whether one person's place is among those that the present file has damaged and a copy has whole."""
    present = read_key_file(folder)
    tag = tag_of(present.register_id, name)
    return any(slot.tag == tag for slot in damaged_places(present, parse(_bytes_of(copy), Path(copy.file))))


def differing(folder: Path, kept: Path | None) -> list[str]:
    """Places of the key file that are not as the copy beside it or this computer's own has them, as one sentence."""
    present = read_key_file(folder)
    if present.problems:
        return []  # told already
    places: set[str] = set()
    for file in (folder / f"{KEYS_NAME}.bak", kept):
        if file is not None:
            with suppress(OSError, Damaged):
                places |= {slot.user_id for slot in damaged_places(present, parse(file.read_bytes(), file))}
    if not places:
        return []
    which = "1 place in it is" if len(places) == 1 else f"{len(places):,} places in it are"
    return [
        f"{which} damaged, and whole in a copy; the other people can still sign in. To put it back: `{PUT_BACK}`."
    ]


def _bytes_of(copy: KeyCopy) -> bytes:
    file = Path(copy.file)
    return backup.key_file_of(file) if copy.place == _BACKUP else file.read_bytes()


def put_back(folder: Path, copy: KeyCopy) -> None:
    """Put a copy in place, whole or not at all; what lay there is copied beside it first. The register is not touched.

    Of a present file that can be read and is no older the places that are damaged are put back, and no other: somebody
    may have changed their passphrase since. Raises Refused where there is none, or the folder cannot be written.
    """
    data = _bytes_of(copy)
    with file_lease(folder / KEYS_LEASE):
        path = folder / KEYS_NAME
        with suppress(Damaged, NotFound):
            present = read_key_file(folder)
            if present.epochs[-1] >= copy.epoch:
                mended = _mended(present, damaged_places(present, parse(data, Path(copy.file))))
                if mended == present:
                    state = "has no damaged place that a copy has" if present.problems else "is whole"
                    raise Refused(
                        f"The key file {path} {state} and is no older than the copy; nothing was changed."
                    )
                data = written(mended)
        aside = path.with_name(path.name + ASIDE)
        try:
            _keep_aside(path, aside)
            put_bytes(path, data)
        except OSError as error:
            if not path.exists():
                with suppress(OSError):
                    aside.replace(path)
            raise not_written(folder, error) from None


def _keep_aside(path: Path, aside: Path) -> None:
    """A copy of what is there, which stays until another has taken its place; what cannot be read goes itself.

    Another program may hold it, or a right be missing: it may be newer than the copy that takes its place.
    """
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError:
        path.replace(aside)
        return
    put_bytes(aside, before)


def _mended(present: KeyFile, places: Sequence[Slot]) -> KeyFile:
    """The present file with these places in it, in place of what stood there of the same people.

    What cannot be read of anybody else stays as it is: a copy may be from before they came.
    """
    if not places:
        return present
    users, tags = {slot.user_id for slot in places}, {slot.tag for slot in places}
    kept = tuple(slot for slot in present.slots if slot.user_id not in users and slot.tag not in tags)
    others = tuple(each for each in present.others if not (is_place(each) and _is_of(each, places, tags)))
    return replace(
        present, slots=(*kept, *places), others=others, damaged_tags=present.damaged_tags - tags, problems=()
    )


def _is_of(each: object, places: Sequence[Slot], tags: set[bytes]) -> bool:
    named = tag_in(each)
    return named <= tags if named else any(about_same(each, slot) for slot in places)


def bytes_now(folder: Path) -> bytes:
    """The key file as it stands, to keep a copy of it."""
    return (folder / KEYS_NAME).read_bytes()

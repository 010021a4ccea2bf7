"""Going back to a backup: what will be missing is told first, then it is unpacked into a new folder (need A5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.desk.damage import holds_register
from app.desk.desk import Desk, clock
from app.desk.entries import append, told_trail, writing
from app.desk.ways_in import bring_forward
from app.domain.backup import FOLDER, Foreseen, Restored
from app.domain.dates import AUCKLAND
from app.domain.errors import ForumDeskError, NotPermitted, WrongKey
from app.domain.people import Grant, Permission, grant, role_in
from app.domain.witness import ASKING, Seen, next_seen
from app.domain.words import Role
from app.settings import Attempts, KeptFault, Witness
from db import connect, epochs, founding, keyfile, restoring, schema, trail, work
from db.keys import RealStretcher, Stretcher
from db.synced import refuse_synced


def register_of_backup(copy: Path, known: Sequence[Path] = ()) -> Path | None:
    """The register that a backup is of, where it still lies: the folder it was made in, else one that is known.

    A key file tells whose it is; in the backup's own folder a damaged one need not.
    """
    home = copy.parent.parent
    if copy.parent.name == FOLDER and holds_register(home):
        return home
    with suppress(ForumDeskError, OSError):
        register_id = restoring.register_of(copy)
        for folder in known:
            with suppress(ForumDeskError, OSError):
                if keyfile.read_key_file(folder).register_id == register_id and holds_register(folder):
                    return folder
    return None


def foresee(
    copy: Path,
    folder: Path,
    name: str,
    passphrase: str,
    *,
    present: Path | None = None,
    now: Callable[[], datetime] = clock,
    stretcher: Stretcher | None = None,
) -> Foreseen:
    """What a backup does not have, before anything is restored; it is opened and walked through as `restore` does.

    Nothing stays of it. `present` and what it raises: as for `restore`.
    """
    with _unpacked(copy, folder, name, passphrase, now, stretcher or RealStretcher()) as (desk, unpacked):
        opened, manifest = unpacked.opened, unpacked.manifest
        with connect.engine_errors(desk.path), work.session_on(desk.engine(read_only=True)) as session:
            founding.check_person(session.connection(), opened)
            _role, granted = _may_restore(desk)
            kept_to, kept = trail.head(session.connection())
            furthest = Witness(opened.register_id, folder).furthest()
            _lost, missing = restoring.what_follows(present, opened, kept_to, kept, furthest)
            missing = missing._replace(destroyed=restoring.destroyed_after(session, present, opened, kept_to))
        return Foreseen(manifest.made_at, kept_to, missing, granted is Grant.YES)


def restore(
    copy: Path,
    folder: Path,
    name: str,
    passphrase: str,
    *,
    present: Path | None = None,
    now: Callable[[], datetime] = clock,
    stretcher: Stretcher | None = None,
) -> Restored:
    """Unpack a backup into a new folder, verified and under a new key, and say what will be missing.

    `present` is the register it is to stand in for, where that can still be read. A chair's restoring counts at once;
    an administrator's can be read, and saved in once a chair has confirmed (design/trust.md, the golden table).
    Raises as `sign_in` does, and leaves nothing behind where it cannot.
    """
    with _unpacked(copy, folder, name, passphrase, now, stretcher or RealStretcher()) as (desk, unpacked):
        found = _enter_restored(desk, unpacked, present, folder)
        restoring.put_in_place(unpacked.part, folder)
    register_id = unpacked.opened.register_id
    told_trail(desk)
    with connect.engine_errors(desk.path):
        Witness(register_id, folder).write(found.seen)
    KeptFault(register_id, folder).write("")
    return found.told


@contextmanager
def _unpacked(
    copy: Path, folder: Path, name: str, passphrase: str, now: Callable[[], datetime], stretcher: Stretcher
) -> Iterator[tuple[Desk, restoring.Unpacked]]:
    """A backup opened beside its folder by the steps of today; what was not put in place is taken away."""
    refuse_synced(folder)
    restoring.refuse_folder(folder)
    attempts = Attempts(restoring.register_of(copy), name)
    attempts.refuse_while_waiting(now())
    try:
        unpacked = restoring.unpack(copy, folder, name, passphrase, stretcher)
    except WrongKey:
        attempts.count_wrong(now())
        raise
    desk = Desk(unpacked.part, unpacked.opened, now, attempts.take())
    try:
        with work.session_on(desk.engine(read_only=True)) as session:
            behind_program = schema.version_of(session.connection()) < schema.SCHEMA_VERSION
        if behind_program:
            bring_forward(desk)
        yield desk, unpacked
    finally:
        desk.close()
        restoring.take_away(unpacked.part)


def _may_restore(desk: Desk) -> tuple[Role, Grant]:
    """In which role somebody restores, and whether a chair has to confirm it. Raises NotPermitted."""
    role = role_in(desk.offices(), None, desk.now().astimezone(AUCKLAND).date())
    granted = Grant.NO if role is None else grant(Permission.RESTORE, role)
    if role is None or granted is Grant.NO:
        raise NotPermitted("You may not restore a register; nothing was restored. Ask a chair.")
    return role, granted


class _Found(NamedTuple):
    told: Restored
    seen: Seen


def _enter_restored(desk: Desk, unpacked: restoring.Unpacked, present: Path | None, folder: Path) -> _Found:
    """Write what was restored into what was restored, then give it its new key."""
    opened, manifest = unpacked.opened, unpacked.manifest
    furthest = Witness(opened.register_id, folder).furthest()
    with connect.engine_errors(desk.path), writing(desk) as session:
        connection = session.connection()
        founding.check_person(connection, opened)
        role, granted = _may_restore(desk)
        kept_to, kept = trail.head(connection)
        lost, missing = restoring.what_follows(present, opened, kept_to, kept, furthest)
        destroyed = restoring.destroy_again(session, present, opened, kept_to)
        epoch = restoring.next_epoch(session, lost.epoch, furthest.epoch if furthest else 0)
        told: dict[str, object] = {
            "permission": Permission.RESTORE.name,
            "counts": {"kept_to": kept_to, "lost_to": lost.seq},
            "commitments": {"kept_head": kept, "lost_head": lost.hash},
        }
        event = "restore_register" if granted is Grant.YES else ASKING
        append(desk, session.connection(), role.value, event, "register", told)
        now = trail.standing(connection, 0)
        stays = epochs.who_stays(connection)
    restoring.give_new_key(desk.folder, opened, epoch, stays)
    confirmed = granted is Grant.YES
    restored = Restored(
        str(folder), manifest.made_at, kept_to, lost.seq, missing._replace(destroyed=destroyed), confirmed
    )
    return _Found(restored, next_seen(now))

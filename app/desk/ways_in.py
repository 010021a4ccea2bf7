"""The ways in: a register made, opened, or opened again by its paper codes (from a backup: `going_back`).

Each gives back a `Desk`, or leaves things as they were and says in a sentence why not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.desk.damage import newest_backup, offer_backup
from app.desk.desk import Desk, clock
from app.desk.entries import append, remember, sign_in_body, told_trail, writing
from app.domain.dates import AUCKLAND
from app.domain.errors import Damaged, DamagedFile, ForumDeskError, Refused, WrongKey
from app.domain.key_copies import PUT_BACK, KeyCopy, best, offer
from app.domain.passphrase import check_passphrase
from app.domain.register import KEY_WAITS
from app.domain.witness import behind
from app.domain.words import Role
from app.settings import (
    WRONG_BEFORE_WAIT,
    Attempts,
    KeptFault,
    KeptKeyFile,
    KeysPutBack,
    Witness,
    registers_seen_in,
)
from db import (
    connect,
    epochs,
    founding,
    keyfile,
    keys,
    lease,
    recovery,
    row_seals,
    schema,
    trail,
    work,
)
from db import key_copies as key_file_copies
from db.keys import RealStretcher, Stretcher
from db.synced import refuse_synced
from db.work import Session


def key_copies(folder: Path) -> tuple[KeyCopy, ...]:
    """Whole copies of a register's key file: beside it, on this computer, and in the newest backup."""
    ids = registers_seen_in(folder)
    newest = newest_backup(folder)
    backups = [Path(newest.file)] if newest else []
    return key_file_copies.found(
        folder, [KeptKeyFile(each).file for each in ids], backups, ids[0] if len(ids) == 1 else None
    )


def put_back_key_file(folder: Path) -> KeyCopy:
    """Put the best copy in the place of a key file that is missing, damaged or from before a change of the key.

    Of one that can be read, the places alone that are damaged.

    Nobody signs in for this: the file is not secret, opens nothing by itself, and the register is not touched.
    Raises Refused where the present one is whole and no older, or no copy would open anything.
    """
    connect.check_file(folder / connect.FILE_NAME)
    copies, seen = key_copies(folder), _epoch_seen(folder)
    copy = key_file_copies.mending(folder, copies) or best(copies, seen)
    if copy is None:
        raise Refused(f"Nothing was changed. {offer(copies, seen)}")
    key_file_copies.put_back(folder, copy)
    register_id = keyfile.read_key_file(folder).register_id
    KeysPutBack(register_id).add(f"the key file was put back from a copy: {copy.words}")
    return copy


def _epoch_seen(folder: Path) -> int:
    """The newest key that this computer saw in force in a folder; 0 where it has seen none."""
    seen = [Witness(each, folder).seen() for each in registers_seen_in(folder)]
    return max((each.epoch for each in seen if each), default=0)


def _with_key_copy(damage: Damaged, folder: Path) -> Damaged:
    """The same damage of a key file, and which copy there is to put back."""
    copies, seen = key_copies(folder), _epoch_seen(folder)
    told = Damaged(f"{damage.sentence} {offer(copies, seen)}")
    copy = best(copies, seen)
    told.key_copy = copy.words if copy else ""
    return told


def _with_place(folder: Path, name: str) -> Damaged | None:
    """That one person's place in the key file is damaged, where a copy has it whole. Looked at after the passphrase."""
    copy = key_file_copies.mending(folder, key_copies(folder))
    if copy is None or not key_file_copies.has_damaged(folder, copy, name):
        return None
    told = Damaged(
        "This person's place in the key file register.keys is damaged or was edited; the register and the other "
        f"people's places are untouched. A copy has it whole: {copy.words}. To put it back: `{PUT_BACK}`."
    )
    told.key_copy = copy.words
    return told


def _key_file_of(folder: Path) -> keyfile.KeyFile:
    """The key file, or its damage with the copy that could be put back."""
    try:
        return keyfile.read_key_file(folder)
    except Damaged as damage:
        raise _with_key_copy(damage, folder) from None


def create(
    folder: Path,
    administrator: tuple[str, str],
    chair: tuple[str, str],
    *,
    now: Callable[[], datetime] = clock,
    stretcher: Stretcher | None = None,
) -> Desk:
    """A new encrypted register with its first administrator and first chair; the administrator is signed in.

    `administrator` and `chair` are (name, passphrase). Both hold their roles from that day without end in
    every forum (design/formats.md section 5). Raises `Refused` and leaves nothing behind where it cannot.
    """
    for _name, passphrase in (administrator, chair):
        check_passphrase(passphrase)
    refuse_synced(folder)
    opened, chair_keys, codes, public = founding.found_files(
        folder, administrator, chair, stretcher or RealStretcher()
    )
    desk = Desk(folder, opened, now, recovery_codes=codes)
    with connect.engine_errors(desk.path), writing(desk) as session:
        at = now()
        today = at.astimezone(AUCKLAND).date()
        founding.found_people(session, opened, (chair[0], chair_keys), public, at, today, seq=1)
        session.flush()
        append(desk, session.connection(), Role.ADMINISTRATOR.value, "create_register", "", {"people": 2})
        remember(desk, session)
        work.after_commit(session, lambda: told_trail(desk))
    return desk


def sign_in(
    folder: Path,
    name: str,
    passphrase: str,
    *,
    now: Callable[[], datetime] = clock,
    stretcher: Stretcher | None = None,
) -> Desk:
    """Open a register as one person.

    Raises `WrongKey` where name or passphrase is not accepted, `Damaged` where a file is not whole,
    `Refused` while the wait after three wrong passphrases lasts. Writes nothing to the register.
    `Damaged` names the newest backup, where there is one.
    """
    try:
        return _sign_in(folder, name, passphrase, now, stretcher or RealStretcher())
    except Damaged as damage:
        raise offer_backup(damage, folder) from None


def _sign_in(
    folder: Path, name: str, passphrase: str, now: Callable[[], datetime], stretcher: Stretcher
) -> Desk:
    refuse_synced(folder)
    connect.check_file(folder / connect.FILE_NAME)
    keys_file = _key_file_of(folder)
    attempts = Attempts(keys_file.register_id, name)
    attempts.refuse_while_waiting(now())
    try:
        opened = keys.open_slot(folder, name, passphrase, stretcher)
    except Damaged as damage:
        raise _with_place(folder, name) or damage from None
    except WrongKey as error:
        if hurt := _with_place(folder, name):
            raise hurt from None
        error.tries_left = -attempts.count_wrong(now()) % WRONG_BEFORE_WAIT
        raise
    desk = Desk(folder, opened, now, attempts.take())
    desk.keys_put_back = KeysPutBack(opened.register_id).take()
    desk.fault = KeptFault(opened.register_id, folder).read()
    desk.reading_only = bool(desk.fault) or not connect.can_write(desk.path)
    try:
        desk.looks.recall()
        behind = _open_under_its_key(desk)
        if behind and not connect.can_write(desk.path):
            raise Refused(
                "This register was made by an older ForumDesk and must be brought forward once, but its folder gives "
                "no right to write; nothing was changed. Open it once on a computer that may write to it."
            )
        if behind:
            with lease.writer_lease(folder):
                _refuse_unsound(desk)
                bring_forward(desk)
        with connect.engine_errors(desk.path), work.session_on(desk.engine(read_only=True)) as session:
            founding.check_person(session.connection(), opened)
            _look_behind(desk, session)
        if not desk.reading_only and epochs.unsettled(folder, opened.register_id):
            _settle_key(desk)
    except Damaged as damage:
        desk.close()
        if keys_file.epochs[-1] < _epoch_seen(folder):
            raise _with_key_copy(_older(folder, keys_file), folder) from None
        raise damage
    except ForumDeskError:
        desk.close()
        raise
    with suppress(
        OSError, ForumDeskError
    ):  # it was read a moment ago; without a copy nothing is lost but the copy
        kept = KeptKeyFile(opened.register_id)
        if not keys_file.problems and not key_file_copies.differing(folder, kept.file):
            kept.write(key_file_copies.bytes_now(folder))
    return desk


def _refuse_unsound(desk: Desk) -> None:
    """Where a check found a fault, the pages are looked at before a step writes to them.

    What else it found, of rows or the trail, no step hides: once in, a check can find it gone. Raises Damaged.
    """
    if desk.fault:
        engine = connect.engine_for(desk.path, desk.opened.register_key, read_only=True)
        with connect.engine_errors(desk.path), engine.connect() as connection:
            if connect.integrity(connection):
                raise Damaged(desk.fault)


def _settle_key(desk: Desk) -> None:
    """Finish a change of key. Where it cannot be, the key in force opens the register: it is said, and reading goes on.

    Nobody is kept out by it who was not kept out already (design/trust.md, "Revoke").
    """
    try:
        founding.settle_key(desk.folder, desk.opened)
    except Damaged as damage:
        desk.take_fault(f"{KEY_WAITS} {offer_backup(damage, desk.folder).sentence}")
    except Refused as why:
        desk.key_waits = f"{KEY_WAITS} {why.sentence}"


def _older(folder: Path, keys_file: keyfile.KeyFile) -> Damaged:
    return Damaged(
        f"The key file in {folder} is an older one: its newest key is number {keys_file.epochs[-1]}, and this computer "
        f"has seen number {_epoch_seen(folder)} in force, so it does not open the register; nothing was changed."
    )


def bring_forward(desk: Desk) -> None:
    """Run the steps that are missing; whoever opens the register signs for what they rewrote, in one entry."""

    def enter(connection: work.Connection, rows: list[tuple[str, int | str]]) -> None:
        founding.check_person(connection, desk.opened)
        row_seals.accept(connection, rows)
        counts = Counter(name for name, _key in rows)
        append(desk, connection, "", "bring_forward", "register", {"counts": dict(counts)})

    founding.bring_forward(desk.path, desk.opened.register_key, enter)


def _open_under_its_key(desk: Desk) -> bool:
    """Open with the newest key that fits: while a key changes there are two. Returns whether the schema is older."""
    fault: Damaged | None = None
    for _epoch, key in desk.opened.held:
        desk.opened.register_key[:] = key
        try:
            with connect.engine_errors(desk.path), work.session_on(desk.engine(read_only=True)) as session:
                connect.check_open(session.connection())
                return schema.version_of(session.connection()) < schema.SCHEMA_VERSION
        except Damaged as error:
            fault = fault or error
    raise fault or DamagedFile("No key opens this register; nothing was changed. Restore the last backup.")


def _look_behind(desk: Desk, session: Session) -> None:
    """Compare the register with what this computer saw of it; an older copy in its place is only read."""
    witness = Witness(desk.opened.register_id, desk.folder)
    seen, furthest = witness.seen(), witness.furthest()
    desk.behind = behind(seen, trail.standing(session.connection(), seen.seq if seen else 0))
    if furthest not in (None, seen) and furthest is not None and desk.behind is None:
        desk.elsewhere = behind(furthest, trail.standing(session.connection(), furthest.seq))
    desk.reading_only = desk.reading_only or desk.behind is not None


def recover(
    folder: Path,
    codes: tuple[str, str],
    name: str,
    passphrase: str,
    *,
    now: Callable[[], datetime] = clock,
    stretcher: Stretcher | None = None,
) -> Desk:
    """Let somebody in by two of the three paper codes, with new keys and a new passphrase; they are signed in.

    A name that has access keeps its roles; a new name becomes chair in every forum, so that there is somebody again
    who approves. Three new codes take the place of the old, in `recovery_codes` of what is returned.
    Raises `WrongKey` for codes that do not open, `Refused` for a slip in one, `Damaged` where a file is not whole.
    """
    refuse_synced(folder)
    connect.check_file(folder / connect.FILE_NAME)
    attempts = Attempts(keyfile.read_key_file(folder).register_id, "recovery codes")
    attempts.refuse_while_waiting(now())
    try:
        opened, slot, codes_keys = founding.opened_by_codes(
            folder, codes, name, passphrase, stretcher or RealStretcher()
        )
    except WrongKey:
        attempts.count_wrong(now())
        raise
    new_codes, place = recovery.make(opened.register_id)
    desk = Desk(folder, opened, now, attempts.take(), recovery_codes=new_codes)
    desk.keys_put_back = KeysPutBack(opened.register_id).take()
    rewritten: list[tuple[str, int | str]] = []
    if _open_under_its_key(desk):
        with lease.writer_lease(folder):
            founding.bring_forward(
                desk.path, opened.register_key, lambda _connection, rows: rewritten.extend(rows)
            )
    with connect.engine_errors(desk.path), writing(desk) as session:
        at = now()
        today = at.astimezone(AUCKLAND).date()
        seq = trail.head(session.connection())[0] + 1
        given = founding.recover_person(session, opened, codes_keys, place, at, today, seq)
        session.flush()
        # Nobody could sign for the steps before: whoever the codes let in is known to the register from here on.
        row_seals.accept(session.connection(), rewritten)
        who = f"user {opened.keys.user_id}"
        admitted = recovery.Admitted(opened.register_id, seq, opened.keys.user_id, place.public_unwrap)
        told = sign_in_body(desk) | {recovery.VOUCHED: recovery.vouch(codes_keys, admitted)}
        append(desk, session.connection(), given.value if given else "", "recover_access", who, told)
        remember(desk, session)
        work.after_commit(session, lambda: founding.take_in_recovered(folder, opened, slot, place))
    told_trail(desk)
    return desk


def request_access(
    folder: Path,
    name: str,
    passphrase: str,
    role: Role | None,
    forum: str | None,
    *,
    stretcher: Stretcher | None = None,
) -> keys.Request:
    """Ask for access: the person makes their own keys and passphrase; nothing opens until a chair approves.

    `role` None asks for a new passphrase under the name one has: an administrator proposes it, a chair approves.
    """
    refuse_synced(folder)
    connect.check_file(folder / connect.FILE_NAME)
    code = forum.strip().upper() if forum else None
    asked = role.value if role else keys.RESET
    return keys.request_slot(folder, name, passphrase, asked, code, stretcher or RealStretcher())

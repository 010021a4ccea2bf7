"""Whoever is revoked opens the register no longer, and everybody else does, wherever the computer stopped."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import desk as door
from app.domain.errors import Damaged, ForumDeskError, NotPermitted, Refused, WrongKey
from app.domain.words import Role
from app.usecases import meeting, people, trail
from app.usecases import register as forums
from db import connect, epochs, keyfile
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.process import done, kill_along, say
from tests.fixtures.small_disk import NEEDS_A_DISK, fill, small_disk

NORTHLAND = ("NTH", "--name", "Northland HR/HP Forum", "--region", "Northland")
NAME, PASSPHRASE = "Wiremu Pōtiki", "a kettle sings on the stove"


@pytest.fixture
def folder(register: Path) -> Path:
    """A register with a third person, an administrator."""
    door.request_access(register, NAME, PASSPHRASE, Role.ADMINISTRATOR, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    return register


def _sit(folder: Path) -> door.Desk:
    return door.sign_in(folder, NAME, PASSPHRASE, now=desks.Clock(), stretcher=CheapStretcher())


def test_somebody_revoked_is_let_in_no_more_and_everybody_else_works_on(folder: Path) -> None:
    old = bytes(desks.sit(folder).opened.register_key)
    chair = desks.sit(folder, Role.CHAIR)
    people.revoke_person(chair, NAME, "left the service")
    with pytest.raises(WrongKey):
        _sit(folder)
    assert bytes(desks.sit(folder).opened.register_key) != old
    assert all(row.ok for row in forums.check_register(chair))
    assert [row.state for row in people.list_users(chair) if row.name == NAME] == ["revoked"]


def test_the_key_of_whoever_left_opens_nothing_that_is_saved_from_then_on(folder: Path) -> None:
    left = _sit(folder)
    kept = bytes(left.opened.register_key)
    people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left the service")
    with pytest.raises(Damaged), connect.engine_errors(left.path):
        connect.engine_for(left.path, kept, read_only=True).connect().exec_driver_sql("SELECT * FROM cases")
    with pytest.raises(Refused, match="Your access to this register has ended"):
        forums.list_forums(left)
    assert left.opened.keys.user_id not in {slot.user_id for slot in keyfile.read_key_file(folder).slots}
    backup_copy = (folder / "register.keys.bak").read_text(encoding="utf-8")
    assert left.opened.keys.user_id not in backup_copy


def test_whoever_is_at_work_meanwhile_notices_nothing(folder: Path) -> None:
    administrator = desks.sit(folder)
    forums.list_forums(administrator)
    people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left the service")
    assert len(forums.list_forums(administrator)) == 2


def test_a_place_slipped_into_the_key_file_is_not_sealed_to(folder: Path, tmp_path: Path) -> None:
    """The key file can be edited by anybody: who stays is read from the register."""
    door.request_access(folder, "Mal Content", PASSPHRASE, Role.CHAIR, None, stretcher=CheapStretcher())
    before = keyfile.read_key_file(folder)
    waiting = next(slot for slot in before.slots if slot.pending)
    people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left the service")
    after = keyfile.read_key_file(folder)
    assert [slot.sealed for slot in after.slots if slot.user_id == waiting.user_id] == [{}]


def test_the_last_chair_or_administrator_is_revoked_in_an_emergency_alone(register: Path) -> None:
    chair = desks.CHAIR[0]
    with pytest.raises(Refused, match="Nobody else is chair in every forum"):
        people.revoke_person(desks.sit(register), chair, "no reason")
    people.revoke_person(desks.sit(register), chair, "passphrase seen on a note", emergency=True)
    [row] = [row for row in trail.list_trail(desks.sit(register)) if row.event == "revoke_person"]
    assert row.sentence.endswith("(epoch 2, 2 new seals; emergency: passphrase seen on a note)")
    with pytest.raises(WrongKey):
        desks.sit(register, Role.CHAIR)


def test_nobody_revokes_themselves_or_without_a_reason_or_twice(folder: Path) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    with pytest.raises(Refused, match="your own access"):
        people.revoke_person(chair, desks.CHAIR[0], "tired")
    with pytest.raises(Refused, match="Say why"):
        people.revoke_person(chair, NAME, "  ")
    people.revoke_person(chair, NAME, "left the service")
    with pytest.raises(Refused, match="ended already"):
        people.revoke_person(chair, NAME, "left the service")


def test_a_member_revokes_nobody(register: Path) -> None:
    door.request_access(register, NAME, PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    with pytest.raises(NotPermitted):
        people.revoke_person(_sit(register), desks.ADMINISTRATOR[0], "spite")


def test_the_command_revokes_and_says_what_remains_readable(folder: Path) -> None:
    told = done(folder, "user", "revoke", NAME, "--reason", "left the service", role=Role.CHAIR)
    assert told["users"][0]["state"] == "revoked"
    assert done(folder, "register", "check")["ok"]
    assert "has access" in say(folder, "user", "revoke", "Nobody Atall", "--reason", "x").refused()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")
def test_a_revocation_killed_at_any_step_leaves_a_register_that_everybody_else_opens(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv = ("user", "revoke", NAME, "--reason", "left")
    killed = kill_along(folder, tmp_path / "killed", 30, *argv)
    assert len(killed) >= 20
    states = set()
    for each in killed:
        chair = desks.sit(each.folder, Role.CHAIR)
        [row] = [row for row in people.list_users(chair) if row.name == NAME]
        states.add(row.state)
        assert all(row.ok for row in forums.check_register(chair))
        assert len(keyfile.read_key_file(each.folder).epochs) == 1
        if row.state == "revoked":
            with pytest.raises(ForumDeskError):
                _sit(each.folder)
        else:
            assert _sit(each.folder).name == NAME
    assert "active" in states


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")
def test_a_revocation_killed_while_every_page_is_encrypted_anew_leaves_the_one_key_or_the_other(
    folder: Path, tmp_path: Path
) -> None:
    whole = (folder / "register.fdb").stat().st_size
    inside = 0
    for number in range(12):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(folder, copy)
        inside += _killed_in_the_journal(copy, number * whole // 12)
        for role in (Role.ADMINISTRATOR, Role.CHAIR):
            assert all(row.ok for row in forums.check_register(desks.sit(copy, role)))
        with pytest.raises(ForumDeskError):
            _sit(copy)
    assert inside >= 3


def _killed_in_the_journal(folder: Path, size: int) -> bool:
    """Revoke in a process of its own, killed once the journal is larger; whether in time."""
    journal = folder / "register.fdb-journal"
    child = os.fork()
    if child == 0:
        people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left")
        os._exit(0)
    done, status = 0, 0
    while not done:
        epochs_there = b'"epoch": 2' in (folder / "register.keys").read_bytes()
        if epochs_there and journal.exists() and journal.stat().st_size > max(size, 65_536):
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            break
        done, status = os.waitpid(child, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) == -signal.SIGKILL


STEPS = ("add_epoch", "commit", "change_key", "rekeyed", "keep_epoch")


class Died(BaseException):
    """Stands for a power cut between two steps: no clean-up of ours runs but that of the operating system."""


@pytest.mark.parametrize("step", STEPS)
def test_a_revocation_that_stops_after_a_step_is_finished_or_dropped_by_whoever_signs_in_next(
    folder: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each boundary between the key file and the register, where a kill of a statement does not reach."""

    def dies(*_arguments: object) -> None:
        raise Died

    def then_dies(function: object) -> object:
        def run(*arguments: object, **more: object) -> None:
            assert callable(function)
            function(*arguments, **more)
            raise Died

        return run

    with monkeypatch.context() as patched:
        if step == "add_epoch":
            patched.setattr(epochs, "add_epoch", then_dies(epochs.add_epoch))
        elif step in ("commit", "change_key"):
            patched.setattr(connect, "change_key", dies)
        elif step == "rekeyed":
            patched.setattr(connect, "change_key", then_dies(connect.change_key))
        else:
            patched.setattr(epochs, "keep_epoch", then_dies(epochs.keep_epoch))
        with pytest.raises(Died):
            people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left")
    administrator = desks.sit(folder)
    assert all(row.ok for row in forums.check_register(administrator))
    assert len(keyfile.read_key_file(folder).epochs) == 1
    if step == "add_epoch":
        assert _sit(folder).name == NAME
    else:
        with pytest.raises(ForumDeskError):
            _sit(folder)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    assert len(meeting.list_meetings(desks.sit(copy, Role.CHAIR), "CHC")) == 0


def test_a_disk_that_is_full_while_the_key_changes_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise Refused("Not saved. The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(connect, "change_key", full)
        with pytest.raises(Refused, match="Their access has ended, and that is saved"):
            people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left")
    with pytest.raises(Refused, match="has ended"):
        _sit(folder)
    desks.sit(folder)
    with pytest.raises(WrongKey):
        _sit(folder)


def test_a_passphrase_changes_only_with_its_entry(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from db import trail as chain

    desk = desks.sit(register)
    forums.list_forums(desk)

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(chain, "append", full)
        with pytest.raises(OSError, match="no space"):
            people.change_passphrase(
                desk, desks.ADMINISTRATOR[1], "another kettle on a stove", CheapStretcher()
            )
    assert desks.sit(register).name == desks.ADMINISTRATOR[0]


def _flip(file: Path) -> None:
    """Turn one bit in the middle of a register; once more turns it back."""
    with file.open("r+b") as register:
        register.seek(file.stat().st_size // 2)
        there = register.read(1)[0]
        register.seek(-1, os.SEEK_CUR)
        register.write(bytes([there ^ 0x10]))


def _hurt_then(fault: Callable[[], object]) -> Callable[..., None]:
    """The real change of key, after a fault that came once everything was confirmed."""
    change = connect.change_key

    def run(*arguments: Any) -> None:
        fault()
        change(*arguments)

    return run


def test_on_a_damaged_register_nobody_is_revoked_and_it_says_so_with_the_backup(folder: Path) -> None:
    made = done(folder, "register", "backup")["file"]
    _flip(folder / "register.fdb")
    told = say(folder, "user", "revoke", NAME, "--reason", "left", role=Role.CHAIR).refused(4)
    assert "whoever had access has it still" in told
    assert f"forumdesk register restore {made} DIR" in told
    assert _sit(folder).name == NAME
    assert keyfile.read_key_file(folder).epochs == (1,)


@NEEDS_A_DISK
def test_on_a_disk_with_too_little_room_nobody_is_revoked_and_it_says_so(
    folder: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "1500k") as disk:
        there = Path(shutil.copytree(folder, disk / "register"))
        told = say(there, "user", "revoke", NAME, "--reason", "left", role=Role.CHAIR).refused()
        assert told.startswith("Not saved.")
        assert "whoever had access has it still" in told
        assert _sit(there).name == NAME
        assert done(there, "register", "check")["ok"]


def test_a_page_that_breaks_while_the_key_changes_keeps_nobody_out_but_whoever_was_revoked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = done(folder, "register", "backup")["file"]
    file = folder / "register.fdb"
    with monkeypatch.context() as patched:
        patched.setattr(connect, "change_key", _hurt_then(lambda: _flip(file)))
        told = say(folder, "user", "revoke", NAME, "--reason", "left", role=Role.CHAIR).refused(4)
    assert "Their access has ended, and that is saved" in told
    assert "Pages of register.fdb were changed outside ForumDesk or damaged" in told
    assert f"forumdesk register restore {made} DIR" in told
    with pytest.raises(Refused, match="Your access to this register has ended"):
        _sit(folder)
    for role in (Role.ADMINISTRATOR, Role.CHAIR):
        read = say(folder, "forum", "list", role=role)
        assert len(read.data["forums"]) == 2
        assert read.code == 4
        assert "The change of the register's key is not finished" in read.err
        assert f"forumdesk register restore {made} DIR" in read.err
    assert "not finished" in say(folder, "forum", "add", *NORTHLAND).refused(4)
    _flip(file)
    assert done(folder, "register", "check")["ok"]
    assert done(folder, "forum", "add", *NORTHLAND)
    with pytest.raises(WrongKey):
        _sit(folder)


@NEEDS_A_DISK
def test_a_disk_that_fills_while_the_key_changes_keeps_nobody_out_and_the_change_is_finished_later(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        there = Path(shutil.copytree(folder, disk / "register"))
        with monkeypatch.context() as patched:
            patched.setattr(connect, "change_key", _hurt_then(lambda: fill(disk)))
            told = say(there, "user", "revoke", NAME, "--reason", "left", role=Role.CHAIR).refused()
        assert "Their access has ended, and that is saved" in told
        assert "is full" in told
        with pytest.raises(Refused, match="Your access to this register has ended"):
            _sit(there)
        chair = desks.sit(there, Role.CHAIR)
        assert chair.key_waits
        assert [row.state for row in people.list_users(chair) if row.name == NAME] == ["revoked"]
        (disk / "filler").unlink()
        assert not desks.sit(there).key_waits
        assert done(there, "register", "check")["ok"]
        assert "refused: revoke_person" not in {row.event for row in trail.list_trail(desks.sit(there))}
        with pytest.raises(WrongKey):
            _sit(there)


@NEEDS_A_DISK
def test_a_disk_that_fills_while_a_restored_register_gets_its_key_leaves_nothing_there(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = done(folder, "register", "backup")["file"]
    with small_disk(tmp_path / "disk", "8m") as disk:
        with monkeypatch.context() as patched:
            patched.setattr(connect, "change_key", _hurt_then(lambda: fill(disk)))
            told = say(folder, "register", "restore", made, disk / "new", role=Role.CHAIR).refused()
        assert told.startswith("Nothing was restored, and nothing is left of it.")
        assert [each.name for each in disk.iterdir()] == ["filler"]

"""The door: permission, one transaction and a trail entry are one mechanism."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import pytest

from app import desk as door
from app.desk import use_case
from app.domain.errors import Busy, Damaged, NotPermitted, Refused, WrongKey
from app.domain.people import Permission
from app.domain.register import ForumDraft
from app.domain.words import Role
from app.settings import profile_folder
from app.usecases import register as forums
from app.usecases import sources
from app.usecases.trail import list_trail
from db import connect, lease, trail
from db.queries import register as queries
from db.schema import SCHEMA_VERSION
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher


def _events(folder: Path) -> list[str]:
    desk = desks.sit(folder)
    with desk.engine(read_only=True).connect() as connection:
        assert trail.verify_chain(connection).ok
        return [entry.event for entry in trail.entries(connection)]


def test_what_a_person_does_is_entered_with_their_sign_in(register: Path) -> None:
    desk = desks.sit(register)
    forums.add_forum(desk, ForumDraft("WGN", "Wellington HR/HP Forum", "WGN"))
    forums.list_forums(desk)
    assert _events(register)[-3:] == ["sign_in", "add_forum", "list_forums"]


def test_a_use_case_that_fails_halfway_leaves_nothing_but_its_refusal(register: Path) -> None:
    @use_case(Permission.CHANGE_FORUM)
    def add_and_stumble(work: Work) -> None:
        queries.add_forum(work.session, ForumDraft("NTL", "Northland Forum", "NTL").checked())
        work.session.flush()
        raise Refused("No.")

    desk = desks.sit(register)
    with pytest.raises(Refused):
        add_and_stumble(desk)
    assert [row.code for row in forums.list_forums(desk)] == ["CHC", "HB"]
    assert "refused: add_and_stumble" in _events(register)


def test_a_person_without_the_permission_is_refused_and_the_refusal_is_entered(register: Path) -> None:
    @use_case(Permission.EDIT_CASE)
    def edit(work: Work) -> None:
        raise AssertionError("must not be reached")

    with pytest.raises(NotPermitted, match="You may not change cases"):
        edit(desks.sit(register, Role.CHAIR))
    assert _events(register)[-2:] == ["sign_in", "refused: edit"]


def test_a_look_that_is_refused_is_entered_too(register: Path) -> None:
    @use_case(Permission.CLOSE_MEETING, looks=True)
    def peek(work: Work) -> None:
        raise AssertionError("must not be reached")

    @use_case(Permission.SEE_FORUM, looks=True)
    def peek_too_far(work: Work) -> None:
        raise NotPermitted("Not that one.")

    desk = desks.sit(register)
    for looking in (peek, peek_too_far):
        with pytest.raises(NotPermitted):
            looking(desk)
    assert _events(register)[-2:] == ["refused: peek", "refused: peek_too_far"]


def test_a_use_case_that_only_looks_cannot_write(register: Path) -> None:
    @use_case(Permission.SEE_FORUM, looks=True)
    def sneak(work: Work) -> None:
        queries.add_forum(work.session, ForumDraft("NTL", "Northland Forum", "NTL").checked())
        work.session.flush()

    with pytest.raises(NotPermitted):
        sneak(desks.sit(register))
    assert "NTL" not in [row.code for row in forums.list_forums(desks.sit(register))]


def test_nothing_mapped_leaves_a_use_case(register: Path) -> None:
    from db.tables.register import Forum

    @use_case(Permission.SEE_FORUM, looks=True)
    def leak(work: Work) -> tuple[object, ...]:
        return tuple(work.session.query(Forum))

    with pytest.raises(AssertionError, match="mapped Forum"):
        leak(desks.sit(register))


def test_a_disclosing_use_case_that_forgets_the_ledger_fails(register: Path) -> None:
    @use_case(Permission.PRINT_PACKS, discloses=True)
    def forget(work: Work) -> None:
        return None

    with pytest.raises(AssertionError, match="ledger"):
        forget(desks.sit(register))


def test_three_wrong_passphrases_make_the_next_one_wait_a_quarter_of_an_hour(register: Path) -> None:
    clock = desks.Clock()
    for _ in range(3):
        with pytest.raises(WrongKey):
            door.sign_in(
                register, "Mere Ashcombe", "not the passphrase", now=clock, stretcher=CheapStretcher()
            )
    with pytest.raises(Refused, match="wait 15 more minutes"):
        desks.sit(register, clock=clock)
    clock.at = clock.at.replace(hour=clock.at.hour, minute=clock.at.minute + 16)
    forums.list_forums(desks.sit(register, clock=clock))
    desk = desks.sit(register)
    with desk.engine(read_only=True).connect() as connection:
        told = [entry.body for entry in trail.entries(connection) if entry.event == "sign_in"]
    assert told[-1] == '{"wrong_before":3}'
    sentences = [entry.sentence for entry in list_trail(desk)]
    assert "Mere Ashcombe signed in after 3 wrong passphrases" in sentences


def test_kept_looks_that_cannot_be_read_are_said_so_and_nothing_opens(register: Path) -> None:
    desk = desks.sit(register)
    kept = profile_folder() / "looks" / f"{desk.whose}.sealed"
    kept.mkdir(parents=True)
    with pytest.raises(Refused, match=r"Looks kept for the trail .* cannot be read"):
        desks.sit(register)
    kept.rmdir()
    assert forums.list_forums(desks.sit(register)) is not None


def test_a_register_of_a_newer_program_is_refused_in_words(register: Path) -> None:
    desk = desks.sit(register)
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(Refused, match="written by a newer ForumDesk"):
        desks.sit(register)


def test_another_registers_key_file_opens_nothing(register: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    door.create(
        other, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    ).close()
    shutil.copy(other / "register.keys", register / "register.keys")
    with pytest.raises(Damaged, match="key file is an older one or another register"):
        desks.sit(register)


def test_a_missing_key_file_is_said_so_and_the_register_is_untouched(register: Path) -> None:
    before = (register / "register.fdb").read_bytes()
    (register / "register.keys").unlink()
    with pytest.raises(Damaged, match="key"):
        desks.sit(register)
    assert (register / "register.fdb").read_bytes() == before


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for whoever saves."""
    monkeypatch.setattr("db.lease.WAIT_SECONDS", 0)
    monkeypatch.setattr("db.lease.LOOK_WAITS", 0)


@pytest.mark.usefixtures("impatient")
def test_while_somebody_saves_the_register_is_read_and_the_look_entered_afterwards(register: Path) -> None:
    desk = desks.sit(register)
    with lease.writer_lease(register):
        with pytest.raises(Busy):
            forums.add_forum(desk, ForumDraft("NTL", "Northland Forum", "NTL"))
        assert forums.list_forums(desk)
        assert "list_forums" not in _events(register)
    desk.close()
    again = desks.sit(register)
    forums.list_forums(again)
    (entry,) = [row for row in list_trail(again) if row.event == "read_only_looks"]
    assert '"event":"list_forums"' in entry.body


@pytest.mark.usefixtures("impatient")
def test_a_refusal_waits_for_the_trail_too_while_somebody_saves(register: Path) -> None:
    @use_case(Permission.CLOSE_MEETING, looks=True)
    def peek_later(work: Work) -> None:
        raise AssertionError("must not be reached")

    with lease.writer_lease(register), pytest.raises(NotPermitted):
        peek_later(desks.sit(register))
    again = desks.sit(register)
    forums.list_forums(again)
    (entry,) = [row for row in list_trail(again) if row.event == "read_only_looks"]
    assert "refused: peek_later" in entry.body


@pytest.mark.usefixtures("impatient")
def test_what_is_told_first_is_shown_to_nobody_while_its_entry_cannot_be_written(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @use_case(Permission.SEE_FORUM, looks=True, told_first=True)
    def secret(work: Work) -> str:
        work.enter("a secret")
        return "told"

    desk = desks.sit(register)
    with lease.writer_lease(register), pytest.raises(Busy):
        secret(desk)
    assert secret(desk) == "told"
    with monkeypatch.context() as patched:
        patched.setattr(connect, "can_write", lambda _path: False)
        reading = desks.sit(register)
    with pytest.raises(Refused, match="stands in the trail"):
        secret(reading)
    assert sources.open_source.told_first


def test_a_closed_desk_keeps_nothing_of_what_it_read(register: Path) -> None:
    """Whoever still knows it would else keep its connections, and every statement with the words it was asked."""
    desk = desks.sit(register)
    kept = weakref.ref(desk.engine(read_only=True))
    assert kept() is not None
    desk.close()
    gc.collect()
    assert kept() is None

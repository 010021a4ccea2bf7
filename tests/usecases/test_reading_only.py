"""A share that gives only reading: cases are shown, changes refused in words, and no look escapes the trail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.desk import Desk
from app.domain.errors import Damaged, Refused
from app.domain.words import MeetingKind, Role
from app.usecases import cases, meeting, register, trail
from db import connect
from db.schema import SCHEMA_VERSION
from db.tables.trail import History
from tests.fixtures import desks, months


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return months.new_month(tmp_path / "register")


def _read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """As on a share mounted for reading: what the operating system says is the edge."""
    with monkeypatch.context() as patched:
        patched.setattr(connect, "can_write", lambda _path: False)
        return desks.sit(folder)


def test_a_case_is_shown_and_the_file_stays_byte_for_byte(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "register.fdb").read_bytes()
    desk = _read_only(folder, monkeypatch)
    rows = cases.list_cases(desk, "CHC")
    assert cases.show_case(desk, rows[0].prn).prn == rows[0].prn
    assert desk.reading_only
    assert (folder / "register.fdb").read_bytes() == before


def _of_an_older_program(folder: Path) -> Path:
    """As the program before the last step left it; and a check on this computer had found something."""
    desk = desks.sit(folder)
    desk.take_fault("The register is damaged: rows as sealed: row 2 of the table forums.")
    raw = connect.bare(desk.path, desk.opened.register_key)
    for table in ("disclosure_statements", "disclosure_requests"):
        raw.execute(f"DROP TABLE {table}")
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    raw.close()
    return folder / "register.fdb"


def test_a_register_that_a_check_found_damaged_is_brought_forward_where_its_pages_hold_and_checked_then(
    folder: Path,
) -> None:
    """Else nobody could sign in, and without a sign-in no check could find it sound."""
    _of_an_older_program(folder)
    desk = desks.sit(folder)
    assert "row 2 of the table forums" in desk.fault
    assert desk.reading_only
    register.check_register(desk)
    desk.take_check(None)
    assert not desk.reading_only


def test_a_damaged_register_of_an_older_program_is_called_damaged_and_no_right_is_asked_for(
    folder: Path,
) -> None:
    file = _of_an_older_program(folder)
    hurt = bytearray(file.read_bytes())
    hurt[len(hurt) // 2] ^= 1
    file.write_bytes(hurt)
    with pytest.raises(Damaged, match="row 2 of the table forums"):
        desks.sit(folder)
    assert file.read_bytes() == hurt


def test_a_change_is_refused_in_words_and_its_button_is_grey(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _read_only(folder, monkeypatch)
    with pytest.raises(Refused, match="can only be read from here"):
        meeting.schedule_meeting(desk, "CHC", months.AS_AT, MeetingKind.COMBINED, None)
    assert not desk.may(meeting.schedule_meeting, "CHC")
    assert desk.may(cases.list_cases, "CHC")


def test_looks_are_kept_sealed_and_entered_at_the_next_sign_in_that_may_write(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "profile"))
    desk = _read_only(folder, monkeypatch)
    prn = cases.list_cases(desk, "CHC")[0].prn
    cases.show_case(desk, prn)
    desk.close()
    [kept] = list((tmp_path / "profile" / "looks").iterdir())
    assert b"show_case" not in kept.read_bytes()
    again = desks.sit(folder)
    cases.list_cases(again, "CHC")
    entry = next(row for row in trail.list_trail(again) if row.event == "read_only_looks")
    looks = json.loads(entry.body)["looks"]
    assert [look["event"] for look in looks] == ["list_cases", "show_case"]
    assert prn not in entry.body
    assert not kept.exists()
    assert trail.verify_trail(again).ok


def test_a_change_after_kept_looks_knows_its_own_number(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = _read_only(folder, monkeypatch)
    prn = cases.list_cases(desk, "CHC")[0].prn
    desk.close()
    again = desks.sit(folder, Role.ADMINISTRATOR)
    cases.set_case(again, prn, owner="S. Merrin")
    assert trail.verify_trail(again).ok
    entries = trail.list_trail(again)
    [number] = [row.seq for row in entries if row.event == "set_case"]
    with again.engine(read_only=True).connect() as connection:
        seqs = connection.execute(select(History.seq).where(History.field == "owner")).scalars().all()
    assert seqs == [number]

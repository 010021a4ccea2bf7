"""An old copy put back in a register's place is noticed by the computer that saw more of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import Damaged, NotPermitted, Refused
from app.domain.witness import Behind, Decision, Seen, Standing, behind
from app.domain.words import Role
from app.usecases import meeting, outside, trail
from app.usecases import register as forums
from tests.fixtures import desks
from tests.fixtures.process import done, say


def _keep_and_go_on(register: Path, tmp_path: Path) -> Path:
    """The register's two files as they are now, and then one more meeting in the register."""
    kept = tmp_path / "kept"
    shutil.copytree(register, kept)
    meeting.schedule_meeting(desks.sit(register), "CHC", date(2027, 1, 13))
    return kept


def _put_back(kept: Path, register: Path) -> None:
    for file in kept.iterdir():
        shutil.copy(file, register / file.name)


def test_a_register_that_only_goes_on_is_never_called_old(register: Path, tmp_path: Path) -> None:
    _keep_and_go_on(register, tmp_path)
    assert desks.sit(register).behind is None
    assert done(register, "register", "check")["ok"]


def test_an_old_copy_put_back_can_be_read_and_not_changed(register: Path, tmp_path: Path) -> None:
    kept = _keep_and_go_on(register, tmp_path)
    _put_back(kept, register)
    desk = desks.sit(register)
    assert desk.behind is not None
    assert meeting.list_meetings(desk, "CHC") == ()
    assert not desk.may(meeting.schedule_meeting, "CHC")
    before = (register / "register.fdb").read_bytes()
    with pytest.raises(
        Damaged, match=f"ends with entry {desk.behind.seq}, but .* seen entry {desk.behind.seen.seq}"
    ):
        meeting.schedule_meeting(desk, "CHC", date(2027, 1, 13))
    assert (register / "register.fdb").read_bytes() == before


def test_an_old_copy_worked_on_elsewhere_is_told_by_its_other_past(register: Path, tmp_path: Path) -> None:
    kept = _keep_and_go_on(register, tmp_path)
    for day in (20, 21, 22):
        meeting.schedule_meeting(desks.sit(kept), "CHC", date(2027, 1, day))
    _put_back(kept, register)
    desk = desks.sit(register)
    assert desk.behind is not None
    assert "is not the one this computer has seen" in desk.behind.sentence


def test_a_copy_in_another_folder_is_told_as_a_copy_and_works(register: Path, tmp_path: Path) -> None:
    desk = desks.sit(_keep_and_go_on(register, tmp_path))
    assert desk.behind is None
    assert desk.elsewhere is not None
    rows = forums.check_register(desk, desk.behind, desk.elsewhere)
    assert [row.sentence for row in rows if row.sentence] == [
        f"This is a copy: elsewhere, {desk.elsewhere.numbers}."
    ]


def test_only_a_chair_decides_to_go_on_with_an_older_copy_and_both_heads_stand_in_the_trail(
    register: Path, tmp_path: Path
) -> None:
    kept = _keep_and_go_on(register, tmp_path)
    _put_back(kept, register)
    with pytest.raises(NotPermitted):
        _decide(register, Role.ADMINISTRATOR)
    chair = desks.sit(register, Role.CHAIR)
    found = chair.behind
    assert found is not None
    with pytest.raises(Refused, match="Say why"):
        forums.keep_older(chair, " ", found)
    forums.keep_older(chair, "the disk failed on Tuesday", found)
    assert chair.behind is None
    meeting.schedule_meeting(chair, "CHC", date(2027, 1, 13))
    entry = next(row for row in trail.list_trail(chair) if row.event == "keep_older")
    assert found.seen.hash in entry.body
    assert f'"lost_to":{found.seen.seq}' in entry.body
    assert desks.sit(register).behind is None
    with pytest.raises(Refused, match="nothing to decide"):
        _decide(register, Role.CHAIR)


def test_a_fault_that_was_found_here_keeps_no_chair_from_deciding_about_an_older_copy_and_stays_until_a_check(
    register: Path, tmp_path: Path
) -> None:
    kept = _keep_and_go_on(register, tmp_path)
    fault = "The register is damaged: trail: entry 3 does not hold."
    desks.sit(register).take_fault(fault)
    _put_back(kept, register)
    chair = desks.sit(register, Role.CHAIR)
    assert chair.behind is not None
    assert chair.may(forums.keep_older)
    assert not chair.may(outside.accept_outside)
    with pytest.raises(Damaged, match="An older copy"):
        meeting.schedule_meeting(chair, "CHC", date(2027, 1, 13))
    forums.keep_older(chair, "the disk failed on Tuesday", chair.behind)
    assert (chair.behind, chair.fault, chair.reading_only) == (None, fault, True)
    with pytest.raises(Damaged, match="entry 3 does not hold"):
        meeting.schedule_meeting(chair, "CHC", date(2027, 1, 13))
    later = desks.sit(register, Role.CHAIR)
    assert (later.behind, later.fault) == (None, fault)
    forums.check_register(later)
    later.take_check(None)
    meeting.schedule_meeting(later, "CHC", date(2027, 1, 13))


def _decide(register: Path, role: Role) -> None:
    desk = desks.sit(register, role)
    forums.keep_older(desk, "the disk failed", desk.behind)


def test_each_command_on_an_old_copy_ends_with_4_and_both_numbers(register: Path, tmp_path: Path) -> None:
    kept = _keep_and_go_on(register, tmp_path)
    _put_back(kept, register)
    listed = say(register, "meeting", "list")
    assert (listed.code, listed.data["meetings"]) == (4, [])
    assert "An older copy of this register lies in its place" in listed.err
    checked = say(register, "register", "check")
    assert (checked.code, checked.data["ok"]) == (4, False)
    assert [check["check"] for check in checked.data["checks"] if not check["ok"]] == ["witness"]
    assert "forumdesk register keep-older" in say(
        register, "forum", "add", "WGN", "--name", "W", "--region", "WGN"
    ).refused(4)
    done(register, "register", "keep-older", "--reason", "the disk failed", role=Role.CHAIR)
    assert done(register, "register", "check")["ok"]


def test_a_decision_made_elsewhere_covers_what_it_gave_up_and_nothing_later() -> None:
    seen = Seen(1, 50, "h50", ("old",))
    elsewhere = Standing(1, 60, "h60", "x50", (Decision("old", 99), Decision("new", 50)))
    assert behind(seen, elsewhere) is None
    assert behind(seen._replace(seq=51), elsewhere) == Behind(seen._replace(seq=51), 60)
    assert behind(seen, elsewhere._replace(decisions=(Decision("old", 99),))) is not None


def test_an_older_key_is_an_older_register() -> None:
    now = Standing(1, 60, "h60", "h50", ())
    assert behind(Seen(1, 50, "h50"), now) is None
    assert behind(Seen(2, 50, "h50"), now) is not None


def test_a_witness_that_cannot_be_read_notices_nothing_and_harms_nothing(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "profile"))
    kept = _keep_and_go_on(register, tmp_path)
    [file] = (tmp_path / "profile").rglob("witness.json")
    _put_back(kept, register)
    for damage in ("", "{", "[]", '{"folders": {"x": 1}}', '{"folders": 3}'):
        file.write_text(damage, encoding="utf-8")
        assert desks.sit(register).behind is None
    assert done(register, "register", "check")["ok"]

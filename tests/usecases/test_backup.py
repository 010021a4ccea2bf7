"""A backup is a verified copy in one file; restoring says what will be missing, and gives a new key."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import desk as door
from app.domain.backup import BackupPlan, Foreseen, Missing, Restored
from app.domain.errors import Damaged, NotPermitted, Refused, WrongKey
from app.domain.words import Role
from app.usecases import backup, meeting, people, trail
from app.usecases import register as forums
from db import connect
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.process import done, say

FOLDER = connect.FILE_NAME


def _restore(copy: Path, folder: Path, role: Role = Role.CHAIR, present: Path | None = None) -> Restored:
    name, passphrase = desks.CHAIR if role is Role.CHAIR else desks.ADMINISTRATOR
    return door.restore(
        copy, folder, name, passphrase, present=present, now=desks.Clock(), stretcher=CheapStretcher()
    )


@pytest.fixture
def copy(register: Path, tmp_path: Path) -> Path:
    """A backup of a register with one meeting, and a second meeting scheduled after it was made."""
    desk = desks.sit(register)
    meeting.schedule_meeting(desk, "CHC", date(2027, 1, 13))
    file = tmp_path / "elsewhere" / "monday.fdbackup"
    backup.back_up(desk, file)
    meeting.schedule_meeting(desk, "CHC", date(2027, 2, 10))
    return file


def test_a_backup_restored_is_the_register_of_that_moment(copy: Path, tmp_path: Path) -> None:
    _restore(copy, tmp_path / "new")
    desk = desks.sit(tmp_path / "new")
    assert [row.meeting for row in meeting.list_meetings(desk, "CHC")] == ["CHC-2027-01-13"]
    assert all(row.ok for row in forums.check_register(desk, desk.behind))
    meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10))


def test_what_will_be_missing_is_counted_by_kind_from_the_present_register(
    copy: Path, register: Path, tmp_path: Path
) -> None:
    told = _restore(copy, tmp_path / "new", present=register)
    assert told.missing.kinds["schedule_meeting"] == 1
    assert told.missing.entries == told.lost_to - told.kept_to == sum(told.missing.kinds.values())
    assert "1 × scheduled a meeting" in told.missing.sentences()


def test_where_the_present_register_is_gone_the_witness_still_knows_how_many(
    copy: Path, register: Path, tmp_path: Path
) -> None:
    (register / FOLDER).write_bytes(b"")
    told = _restore(copy, tmp_path / "new", present=register)
    assert told.missing.known_from == "this computer's witness"
    assert told.missing.entries == 2


def _foresee(
    copy: Path,
    folder: Path,
    present: Path | None,
    person: tuple[str, str] = desks.CHAIR,
    clock: desks.Clock | None = None,
) -> Foreseen:
    return door.foresee(
        copy, folder, *person, present=present, now=clock or desks.Clock(), stretcher=CheapStretcher()
    )


def test_what_will_be_missing_is_told_before_anything_is_restored_and_is_what_is_missing_then(
    copy: Path, register: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    told = _foresee(copy, tmp_path / "new", register)
    assert "1 × scheduled a meeting" in told.missing.sentences()
    assert sorted(tmp_path.rglob("*")) == before
    done_then = _restore(copy, tmp_path / "new", present=register)
    assert (told.missing, told.confirmed) == (done_then.missing, done_then.confirmed)
    assert not _foresee(copy, tmp_path / "other", register, desks.ADMINISTRATOR).confirmed


def test_with_the_register_gone_and_on_another_computer_it_says_what_is_not_known(
    copy: Path, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(register)
    assert door.register_of_backup(copy, [register]) is None
    [told] = _foresee(copy, tmp_path / "new", None).missing.sentences()
    assert told.startswith(
        "2 entries after the backup are missing, says this computer's witness; of which kind is not"
    )
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "another computer"))
    [told] = _foresee(copy, tmp_path / "new", None).missing.sentences()
    assert "is not known: no newer register was at hand" in told


def test_a_backup_finds_the_register_it_is_of_where_it_was_made_or_among_those_opened_here(
    copy: Path, register: Path, tmp_path: Path
) -> None:
    other = tmp_path / "another"
    door.create(other, desks.ADMINISTRATOR, desks.CHAIR, stretcher=CheapStretcher()).close()
    assert door.register_of_backup(copy, []) is None
    assert door.register_of_backup(copy, [tmp_path / "gone", other, register]) == register
    desk = desks.sit(register)
    made = Path(backup.back_up(desk, desk.next_backup()).file)
    (register / "register.keys").write_bytes(b"damaged")
    assert door.register_of_backup(made, []) == register


def test_a_member_is_not_told_what_the_trail_of_the_register_counts(register: Path, tmp_path: Path) -> None:
    copy, member = _of_a_member(register, tmp_path)
    with pytest.raises(NotPermitted, match="may not restore"):
        _foresee(copy, tmp_path / "new", register, member)
    assert not list(tmp_path.glob("new*"))


def test_a_wrong_passphrase_before_restoring_counts_as_one(copy: Path, tmp_path: Path) -> None:
    clock = desks.Clock()
    for _ in range(3):
        with pytest.raises(WrongKey):
            _foresee(copy, tmp_path / "new", None, (desks.CHAIR[0], "quite wrong"), clock)
    with pytest.raises(Refused, match="wait 15 more minutes"):
        _foresee(copy, tmp_path / "new", None, desks.CHAIR, clock)


def test_both_heads_stand_in_the_trail_of_what_was_restored_and_in_that_of_the_backup(
    copy: Path, register: Path, tmp_path: Path
) -> None:
    made = next(row for row in trail.list_trail(desks.sit(register, Role.CHAIR)) if row.event == "back_up")
    _restore(copy, tmp_path / "new", present=register)
    chair = desks.sit(tmp_path / "new", Role.CHAIR)
    rows = trail.list_trail(chair)
    entry = next(row for row in rows if row.event == "restore_register")
    head = made.body.partition('"backup_head":"')[2].partition('"')[0]
    assert len(head) == 96
    assert f'"kept_head":"{head}"' in entry.body
    assert '"lost_head":"' in entry.body
    assert trail.verify_trail(chair).ok


def test_the_old_key_opens_nothing_of_what_was_restored(copy: Path, register: Path, tmp_path: Path) -> None:
    old = bytes(desks.sit(register).opened.register_key)
    _restore(copy, tmp_path / "new")
    assert bytes(desks.sit(tmp_path / "new").opened.register_key) != old
    shutil.copy(register / "register.keys", tmp_path / "new" / "register.keys")
    with pytest.raises(Damaged, match=r"key file in .* is an older one"):
        desks.sit(tmp_path / "new")


def test_an_administrator_restores_for_a_chair_to_confirm(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert not _restore(copy, folder, Role.ADMINISTRATOR).confirmed
    desk = desks.sit(folder)
    assert len(meeting.list_meetings(desk, "CHC")) == 1
    assert done(folder, "register", "check")["ok"]
    with pytest.raises(Refused, match="waits for a chair"):
        meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10))
    with pytest.raises(NotPermitted):
        forums.keep_older(desk, "the disk failed", desk.behind)
    chair = desks.sit(folder, Role.CHAIR)
    forums.keep_older(chair, "the disk failed", chair.behind)
    meeting.schedule_meeting(desks.sit(folder), "CHC", date(2027, 3, 10))


def _of_a_member(register: Path, folder: Path) -> tuple[Path, tuple[str, str]]:
    """A backup of a register that lets a member in, and who that is."""
    member = ("Hana Rei", "seven herons on the bar")
    desk = desks.sit(register)
    door.request_access(register, *member, Role.MEMBER, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), member[0])
    backup.back_up(desk, folder / "a.fdbackup")
    return folder / "a.fdbackup", member


def test_a_member_restores_nothing(register: Path, tmp_path: Path) -> None:
    file, member = _of_a_member(register, tmp_path)
    with pytest.raises(NotPermitted):
        door.restore(file, tmp_path / "new", *member, stretcher=CheapStretcher())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.fdbackup", "register"]


def test_restoring_never_writes_over_anything_and_leaves_nothing_where_it_fails(
    copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(Refused, match="was not touched"):
        _restore(copy, tmp_path / "full")
    with pytest.raises(WrongKey):
        door.restore(copy, tmp_path / "new", desks.CHAIR[0], "not the passphrase", stretcher=CheapStretcher())
    assert not list(tmp_path.glob("new*"))


def _fault(hurt: Path, folder: Path) -> str:
    """The sentence with which a hurt backup is refused; empty where it was restored, and then it is taken away."""
    try:
        _restore(hurt, folder)
    except (Damaged, WrongKey) as error:
        return error.sentence
    shutil.rmtree(folder)
    return ""


def test_a_flipped_bit_of_a_backup_is_told_in_a_sentence_and_nothing_is_left(
    copy: Path, tmp_path: Path
) -> None:
    whole, hurt = copy.read_bytes(), tmp_path / "hurt.fdbackup"
    pages = len(whole) // 4096 * 4096
    for at in range(40, pages, pages // 60):
        hurt.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert _fault(hurt, tmp_path / "new").endswith("."), at
        assert not list(tmp_path.glob("new*"))


def test_a_backup_that_was_cut_is_told_and_one_with_something_after_it_still_opens(
    copy: Path, tmp_path: Path
) -> None:
    whole, hurt = copy.read_bytes(), tmp_path / "hurt.fdbackup"
    for cut in (b"", whole[:4096], whole[: len(whole) // 2], whole[:-1]):
        hurt.write_bytes(cut)
        assert "choose another one" in _fault(hurt, tmp_path / "new")
    hurt.write_bytes(whole + b"more")
    assert _fault(hurt, tmp_path / "new") == ""


def test_a_backup_is_proved_by_opening_it_and_one_that_was_hurt_is_not(copy: Path, register: Path) -> None:
    desk = desks.sit(register)
    proved = backup.prove_backup(desk, copy)
    assert "trail and signatures" in proved.checks
    data = bytearray(copy.read_bytes())
    data[9000] ^= 1
    copy.write_bytes(data)
    here = desk.next_backup()
    here.parent.mkdir(exist_ok=True)
    shutil.copy(copy, here)
    with pytest.raises(Damaged, match="is not whole") as found:
        backup.prove_backup(desk, here)
    assert "restore" not in found.value.sentence, "it would recommend itself"
    events = [row.event for row in trail.list_trail(desks.sit(register, Role.CHAIR))]
    assert events.count("prove_backup") == 1


def test_a_copy_hurt_on_its_way_to_the_disk_is_never_called_a_backup(register: Path, tmp_path: Path) -> None:
    def hurt(copied: int, total: int) -> None:
        """Once all is copied: what was written first is written no more."""
        if copied == total:
            (part,) = (tmp_path / "safe").iterdir()
            with part.open("r+b") as file:
                file.seek(5 * connect.PAGE_SIZE + 9)
                byte = file.read(1)
                file.seek(-1, 1)
                file.write(bytes([byte[0] ^ 1]))

    with pytest.raises(
        Damaged, match=r"The copy was not whole, so no backup was made: .* as they were sealed"
    ):
        backup.back_up(desks.sit(register), tmp_path / "safe" / "a.fdbackup", tell=hurt)
    assert not list((tmp_path / "safe").iterdir())


def test_a_second_copy_is_the_same_byte_for_byte_and_a_name_is_never_used_twice(
    register: Path, tmp_path: Path
) -> None:
    desk = desks.sit(register)
    row = backup.back_up(desk, desk.next_backup(), tmp_path / "stick")
    [second] = (tmp_path / "stick").iterdir()
    assert second.read_bytes() == Path(row.file).read_bytes()
    with pytest.raises(Refused, match="was not touched"):
        backup.back_up(desk, Path(row.file))
    assert [each.file for each in backup.list_backups(desk, desk.backup_folders)] == [row.file]


def test_a_backup_that_cannot_be_written_is_refused_and_leaves_nothing(
    register: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(Refused, match="No backup was made"):
        backup.back_up(desks.sit(register), tmp_path / "file" / "a.fdbackup")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "register"]


def test_no_word_of_the_register_stands_in_clear_in_a_backup(copy: Path) -> None:
    data = copy.read_bytes()
    for word in ("Christchurch", "CHC-2027", desks.CHAIR[0], desks.ADMINISTRATOR[0], "CREATE TABLE"):
        assert word.encode() not in data


def test_a_damaged_register_names_its_newest_backup_with_its_date(register: Path) -> None:
    desk = desks.sit(register)
    row = backup.back_up(desk, desk.next_backup())
    (register / FOLDER).write_bytes((register / FOLDER).read_bytes()[:8192])
    with pytest.raises(Damaged, match=r"The newest backup is of 17/11/2026 10:00") as found:
        desks.sit(register)
    assert found.value.backup == row.file
    told = say(register, "case", "list").refused(4)
    assert f"forumdesk register restore {row.file} DIR" in told


def test_a_backup_is_due_by_the_plan() -> None:
    today = date(2026, 11, 17)
    assert BackupPlan().due(None, today)
    assert not BackupPlan().due(today, today)
    assert BackupPlan().due(today - timedelta(days=1), today)
    assert not BackupPlan(every_days=2).due(today - timedelta(days=1), today)
    assert not BackupPlan(every_days=2).due(today + timedelta(days=9), today)
    assert not BackupPlan(every_days=0).due(None, today)


def test_what_is_not_known_is_said_so() -> None:
    assert "not known" in Missing(0, {}, "").sentences()[0]
    assert Missing(0, {}, "the present register").sentences() == (
        "Nothing is missing, says the present register.",
    )


def test_a_month_of_commands_backs_up_proves_and_restores(register: Path, tmp_path: Path) -> None:
    plan = done(
        register,
        "register",
        "plan-backups",
        "--every",
        2,
        "--second-place",
        tmp_path / "stick",
        "--at-close",
        "yes",
    )
    assert plan == {"every_days": 2, "second_place": str(tmp_path / "stick"), "at_close": True}
    assert done(register, "register", "plan-backups", "--every", 2)["at_close"]
    assert "every so many days" in say(register, "register", "plan-backups", "--every", -1).refused()
    made = done(register, "register", "backup")
    assert Path(made["file"]).parent == register / "backup"
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert done(register, "register", "prove-backup")["ok"]
    done(register, "meeting", "schedule", "--forum", "CHC", "--date", "13/01/2027")
    seen = done(register, "register", "restore", made["file"], tmp_path / "new", "--look", role=Role.CHAIR)
    assert not (tmp_path / "new").exists()
    told = done(register, "register", "restore", made["file"], tmp_path / "new", role=Role.CHAIR)
    assert (seen["known_from"], seen["missing"]["kinds"]) == (told["known_from"], told["missing"]["kinds"])
    assert told["missing"]["kinds"]["schedule_meeting"] == 1
    assert told["confirmed"]
    assert done(tmp_path / "new", "register", "check")["ok"]
    assert "is no backup" in say(register, "register", "prove-backup", register / "register.keys").refused()
    cut = tmp_path / "cut.fdbackup"
    cut.write_bytes(Path(made["file"]).read_bytes()[:-1])
    assert "or is damaged" in say(register, "register", "prove-backup", cut).refused(4)
    assert (
        "There is no backup" in say(register, "register", "restore", tmp_path / "x", tmp_path / "y").refused()
    )

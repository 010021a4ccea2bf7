"""The table of faults (design/trust.md, "Faults"), row by row: what is seen, and what is kept.

One test a row at the command line, on a real register; the window's halves stand in tests/ui/test_faults.py.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.attendance import Quorum
from app.domain.case_drafts import OrderDraft
from app.domain.cases import ValueRow
from app.domain.discussion import DiscussionDraft
from app.domain.errors import Damaged, Overtaken, Refused, WrongKey
from app.domain.meeting import DecisionDraft
from app.domain.plan_drafts import CheckDraft, PolicyDraft, seen_of_answer, seen_of_check
from app.domain.register import CheckRow
from app.domain.words import (
    CheckKind,
    DecisionKind,
    DisclosureConsidered,
    OrderKind,
    Role,
    Service,
    SixAnswer,
)
from app.usecases import attendance, cases, discussion, minutes, people, plan
from app.usecases import register as registers
from db import keys
from db.synced import refuse_synced
from tests.fixtures import at_table, desks, months
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.extracts import extract_csv, row
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.process import ROOT, done, hold, kill_along, say
from tests.fixtures.small_disk import NEEDS_A_DISK, fill, small_disk
from tests.hostile import make

NORTHLAND = ("NTH", "--name", "Northland HR/HP Forum", "--region", "Northland")
PRN = "001"
PASSPHRASE = "seven herons on the bar"


# Wrong passphrase → "Name or passphrase not accepted", the same time.


def test_a_wrong_passphrase_and_an_unknown_name_cost_the_same_and_say_the_same(register: Path) -> None:
    said = []
    for name, passphrase in ((desks.ADMINISTRATOR[0], "not it at all"), ("Nobody Atall", "not it at all")):
        stretcher = CheapStretcher()
        with pytest.raises(WrongKey) as refused:
            door.sign_in(register, name, passphrase, now=desks.Clock(), stretcher=stretcher)
        said.append((refused.value.sentence, stretcher.derived))
    assert said[0] == said[1]
    assert said[0][0].startswith("Name or passphrase not accepted")
    assert said[0][1] == 1


# Key file missing or damaged → says so, offers the witness copy; register untouched.


@pytest.fixture
def known(register: Path) -> Path:
    """A register that this computer has looked at."""
    done(register, "forum", "list")
    return register


@pytest.mark.parametrize("fault", ["missing", "damaged", "empty"])
def test_a_key_file_that_is_gone_is_put_back_from_this_computers_copy(known: Path, fault: str) -> None:
    file, kept = known / "register.keys", (known / "register.fdb").read_bytes()
    whole = file.read_bytes()
    (known / "register.keys.bak").write_bytes(b"{")
    if fault == "missing":
        file.unlink()
    else:
        file.write_bytes(whole[:-200] if fault == "damaged" else b"")
    told = say(known, "forum", "list")
    assert told.code == 4
    assert "register.keys" in told.err
    assert "this computer kept at its last sign-in" in told.err
    assert "with 2 people" in told.err
    assert "forumdesk register put-back-keys" in told.err
    assert done(known, "register", "put-back-keys")["people"] == 2
    assert file.read_bytes() == whole
    assert (known / "register.fdb").read_bytes() == kept
    assert done(known, "forum", "list")["forums"]


def test_a_key_file_put_back_is_told_to_the_trail_by_whoever_is_there_next_and_once(known: Path) -> None:
    (known / "register.keys").unlink()
    done(known, "register", "put-back-keys")
    for _time in range(2):
        done(known, "forum", "list")
    told = [row["sentence"] for row in done(known, "trail", "list")["entries"] if row["event"] == "sign_in"]
    assert ["put back from a copy: the one" in sentence for sentence in told] == [False, True, False]


def test_a_whole_key_file_is_never_replaced(known: Path) -> None:
    before = (known / "register.keys").read_bytes()
    assert "is whole" in say(known, "register", "put-back-keys").refused()
    assert (known / "register.keys").read_bytes() == before


def test_without_any_copy_it_says_where_to_take_one(register: Path) -> None:
    (register / "register.keys").unlink()
    for file in register.glob("*.bak"):
        file.unlink()
    assert "No copy was found on this computer" in say(register, "forum", "list").refused(4)
    assert "No copy was found" in say(register, "register", "put-back-keys").refused()


def _hurt_place(folder: Path, name: str, hurt: Callable[[dict[str, Any]], None]) -> bytes:
    """Change something in one person's place of the key file, as a disk or an editor might; gives what it was."""
    file = folder / "register.keys"
    whole = file.read_bytes()
    said = json.loads(whole)
    tag = keys.tag_of(said["register"], name).hex()
    hurt(next(each for each in said["slots"] if each.get("tag") == tag))
    file.write_text(json.dumps(said, indent=1), encoding="utf-8")
    return whole


def _too_much_memory(place: dict[str, Any]) -> None:
    place["stretch"]["memory_kib"] = 9


def _another_ciphertext(place: dict[str, Any]) -> None:
    text = place["wrap"]["ciphertext"]
    place["wrap"]["ciphertext"] = ("1" if text[0] == "0" else "0") + text[1:]


@pytest.mark.parametrize("hurt", [_too_much_memory, _another_ciphertext])
def test_one_damaged_place_of_the_key_file_is_put_back_from_a_copy_and_no_other(
    known: Path, hurt: Callable[[dict[str, Any]], None]
) -> None:
    new = "another kettle on a stove"
    chair = desks.sit(known, Role.CHAIR)
    people.change_passphrase(chair, desks.CHAIR[1], new, CheapStretcher())
    chair.close()
    whole = _hurt_place(known, desks.ADMINISTRATOR[0], hurt)
    assert done(known, "forum", "list", role=Role.CHAIR, passphrase=new)["forums"]
    told = say(known, "forum", "list").refused(4)
    assert "This person's place in the key file register.keys is damaged" in told
    assert "forumdesk register put-back-keys" in told
    found = say(known, "register", "check", role=Role.CHAIR, passphrase=new)
    assert found.code == 4
    assert "key file" in found.err
    done(known, "register", "put-back-keys")
    assert _places(known / "register.keys") == _places_in(whole)
    assert done(known, "register", "check", role=Role.CHAIR, passphrase=new)["ok"]
    assert done(known, "forum", "list")["forums"]
    assert "is whole" in say(known, "register", "put-back-keys").refused()


@NEEDS_A_DISK
def test_on_a_full_disk_a_key_file_is_not_put_back_and_the_present_one_stays_in_its_place(
    known: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        folder = Path(shutil.copytree(known, disk / "register"))
        done(folder, "forum", "list")
        whole = _hurt_place(folder, desks.ADMINISTRATOR[0], _too_much_memory)
        hurt = (folder / "register.keys").read_bytes()
        filler = fill(disk)
        os.truncate(filler, filler.stat().st_size - 4096)  # room to say who is writing, and for no key file
        told = say(folder, "register", "put-back-keys").refused()
        assert "the disk is full" in told
        assert (folder / "register.keys").read_bytes() == hurt
        assert sorted(file.name for file in folder.glob("register.keys.*")) == ["register.keys.bak"]
        filler.unlink()
        assert done(folder, "forum", "list", role=Role.CHAIR)["forums"]
        done(folder, "register", "put-back-keys")
        assert _places(folder / "register.keys") == _places_in(whole)
        assert (folder / "register.keys.damaged").read_bytes() == hurt


def test_the_copy_that_a_place_is_put_back_from_stays_as_it_was(known: Path) -> None:
    """A stop in the middle must find it again."""
    whole = _hurt_place(known, desks.ADMINISTRATOR[0], _too_much_memory)
    (known / "register.keys.bak").write_bytes(whole)
    done(known, "register", "put-back-keys")
    assert (known / "register.keys.bak").read_bytes() == whole


@pytest.mark.skipif(sys.platform == "win32", reason="a place that opens for nobody is made of a POSIX socket")
def test_a_key_file_that_cannot_be_read_now_is_kept_beside_the_copy_that_takes_its_place(
    known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may hold it: it may be newer than the copy."""
    done(known, "forum", "list")
    (known / "register.keys").unlink()
    monkeypatch.chdir(known)  # an address has room for a short path
    with socket.socket(socket.AF_UNIX) as held:
        held.bind("register.keys")
        done(known, "register", "put-back-keys")
    assert (known / "register.keys.damaged").is_socket()
    assert done(known, "forum", "list")["forums"]


def _half_a_name(place: dict[str, Any]) -> None:
    place["tag"] = place["tag"][:48]


def test_a_place_that_no_copy_has_stays_in_the_key_file_however_it_is_damaged(known: Path) -> None:
    """Somebody let in since the copy: whoever mends the file by hand still finds what there is of theirs."""
    door.request_access(known, "Hana Rei", PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(known, Role.CHAIR), "Hana Rei")
    file = known / "register.keys"
    _hurt_place(known, "Hana Rei", _half_a_name)
    expected = _places(file)
    _hurt_place(known, desks.ADMINISTRATOR[0], _half_a_name)
    done(known, "register", "put-back-keys")
    assert done(known, "forum", "list")["forums"]
    assert _places(file) == expected
    assert "no damaged place that a copy has" in say(known, "register", "put-back-keys").refused()
    assert _places(file) == expected


def _places(file: Path) -> list[str]:
    return _places_in(file.read_bytes())


def _places_in(data: bytes) -> list[str]:
    return sorted(json.dumps(each, sort_keys=True) for each in json.loads(data)["slots"])


def test_whoever_changed_their_passphrase_has_no_damaged_place(known: Path) -> None:
    desk = desks.sit(known)
    people.change_passphrase(desk, desks.ADMINISTRATOR[1], "another kettle on a stove", CheapStretcher())
    assert done(known, "register", "check", role=Role.CHAIR)["ok"]
    assert "not accepted" in say(known, "forum", "list").refused(4)
    assert "is whole" in say(known, "register", "put-back-keys").refused()


def test_an_older_key_file_that_lost_a_person_is_told(register: Path) -> None:
    older = (register / "register.keys").read_bytes()
    door.request_access(register, "Hana Rei", PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), "Hana Rei")
    assert _key_file_row(register).sentence == ""
    (register / "register.keys").write_bytes(older)
    row = _key_file_row(register)
    assert row.ok
    assert "1 person who has access has no place in the key file" in row.sentence
    assert "Hana" not in row.sentence


def test_a_key_file_from_before_the_key_was_changed_is_told_and_the_newer_copy_offered(
    register: Path,
) -> None:
    door.request_access(register, "Hana Rei", PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, "Hana Rei")
    older = (register / "register.keys").read_bytes()
    people.revoke_person(chair, "Hana Rei", "left the service")
    chair.close()
    desks.sit(register).close()
    (register / "register.keys").write_bytes(older)
    with pytest.raises(Damaged) as damage:
        desks.sit(register)
    assert "is an older one" in damage.value.sentence
    assert damage.value.key_copy
    assert done(register, "register", "put-back-keys")["people"] == 2
    desks.sit(register).close()


def test_the_copy_with_most_people_is_put_back_where_the_folder_was_copied_and_its_days_say_nothing(
    register: Path,
) -> None:
    """Under one key nobody is taken out: the copy kept beside it lacks whoever was let in last."""
    door.request_access(register, "Hana Rei", PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), "Hana Rei")
    desks.sit(register).close()
    (register / "register.keys").unlink()
    later = time.time() + 60
    os.utime(register / "register.keys.bak", (later, later))
    assert done(register, "register", "put-back-keys")["people"] == 3


def test_a_copy_from_before_the_key_was_changed_is_not_offered(register: Path, tmp_path: Path) -> None:
    door.request_access(register, "Hana Rei", PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, "Hana Rei")
    desks.sit(register).close()
    people.revoke_person(chair, "Hana Rei", "left the service")
    shutil.copy(register / "register.keys", tmp_path / "elsewhere.keys")
    for file in register.glob("register.keys*"):
        file.unlink()
    assert "open nothing" in say(register, "forum", "list").refused(4)


def _key_file_row(register: Path) -> CheckRow:
    desk = desks.sit(register)
    rows = registers.check_register(desk)
    desk.close()
    return next(row for row in rows if row.check == "key file")


# Register empty, cut, flipped bit → named, not opened or read-only, restore offered.


@pytest.mark.parametrize("fault", ["empty", "cut", "flipped"])
def test_a_register_that_is_not_whole_is_named_and_its_newest_backup_offered(
    register: Path, fault: str, tmp_path: Path
) -> None:
    made = done(register, "register", "backup")["file"]
    file = register / "register.fdb"
    data = bytearray(file.read_bytes())
    if fault == "flipped":
        data[40] ^= 0x10
    file.write_bytes({"empty": b"", "cut": bytes(data[:-1000])}.get(fault, bytes(data)))
    hurt = file.read_bytes()
    told = say(register, "forum", "list").refused(4)
    assert "register.fdb" in told
    assert f"forumdesk register restore {made} DIR" in told
    assert file.read_bytes() == hurt
    restored = done(register, "register", "restore", made, tmp_path / "new", role=Role.CHAIR)
    assert restored["confirmed"]
    assert done(tmp_path / "new", "register", "check")["ok"]


def test_a_bit_flipped_deep_inside_is_found_by_the_check_and_nothing_more_is_written(register: Path) -> None:
    file = register / "register.fdb"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0x10
    file.write_bytes(data)
    assert say(register, "register", "check").code == 4
    assert file.read_bytes() == data
    read = say(register, "forum", "list")
    assert len(read.data["forums"]) == 2
    assert read.code == 4
    for role in (Role.ADMINISTRATOR, Role.CHAIR):
        assert "The register is damaged" in say(register, "forum", "add", *NORTHLAND, role=role).refused(4)
    assert file.read_bytes() == data
    data[len(data) // 2] ^= 0x10
    file.write_bytes(data)
    assert "The register is damaged" in say(register, "forum", "add", *NORTHLAND).refused(4)
    assert done(register, "register", "check")["ok"]
    assert done(register, "forum", "add", *NORTHLAND)


def test_damage_that_was_found_is_forgotten_where_the_register_is_restored_and_nowhere_else(
    register: Path, tmp_path: Path
) -> None:
    made = done(register, "register", "backup")["file"]
    data = bytearray((register / "register.fdb").read_bytes())
    data[len(data) // 2] ^= 0x10
    (register / "register.fdb").write_bytes(data)
    assert f"forumdesk register restore {made} DIR" in say(register, "register", "check").err
    made = Path(shutil.copy(made, tmp_path))
    shutil.rmtree(register)
    done(register, "register", "restore", made, register, role=Role.CHAIR)
    assert done(register, "forum", "add", *NORTHLAND)


# Old copy put back → both numbers, read-only until the chair decides (tests/usecases/test_witness.py has it all).


def test_an_old_copy_put_back_ends_each_command_with_both_numbers(register: Path, tmp_path: Path) -> None:
    shutil.copytree(register, tmp_path / "old")
    done(register, "forum", "list")
    done(register, "forum", "list")
    shutil.copy(tmp_path / "old" / "register.fdb", register)
    told = say(register, "forum", "list")
    assert told.code == 4
    assert "this computer has seen entry" in told.err
    assert "nothing can be saved" in say(register, "forum", "add", *NORTHLAND).refused(4)


# Disk full, I/O error → "Not saved." The window's "Your text is still here." stands in tests/ui/test_faults.py.


@NEEDS_A_DISK
def test_a_full_disk_saves_nothing_and_says_so(register: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        folder = Path(shutil.copytree(register, disk / "register"))
        filler = fill(disk)
        told = say(folder, "forum", "add", *NORTHLAND).refused()
        assert told.startswith("Not saved.")
        assert "the disk is full" in told
        filler.unlink()
        assert len(done(folder, "forum", "list")["forums"]) == 2
        assert done(folder, "register", "check")["ok"]
        assert done(folder, "forum", "add", *NORTHLAND)


WRITE_ERROR = """
import resource, signal, sys
from pathlib import Path
from tests.fixtures.process import say
folder = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = (folder / "register.fdb").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
told = say(folder, "extract", "import", sys.argv[2])
sys.stderr.write(told.err)
sys.exit(told.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_refuses_a_write_saves_nothing_and_says_so(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(extract_csv([row(f"{number}") for number in range(1, 301)]))
    ended = subprocess.run(
        [sys.executable, "-c", WRITE_ERROR, str(register), str(file)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.startswith("Not saved. The disk")
    assert ended.stderr.count("\n") == 1
    assert done(register, "register", "check")["ok"]
    assert done(register, "case", "list")["cases"] == []


# Killed or power cut → last confirmed save is there (tests/flows/test_kills.py; the draft: tests/ui/test_faults.py).


@pytest.mark.skipif(sys.platform == "win32", reason="a kill is POSIX's")
def test_a_save_killed_anywhere_leaves_all_of_it_or_nothing(register: Path, tmp_path: Path) -> None:
    done(register, "forum", "list")
    for killed in kill_along(register, tmp_path / "killed", 6, "forum", "add", *NORTHLAND):
        assert done(killed.folder, "register", "check")["ok"]
        assert len(done(killed.folder, "forum", "list")["forums"]) == 2


# Same case saved by two → side by side, both texts kept.


@pytest.fixture
def case(register: Path) -> Desk:
    desk = desks.sit(register)
    do(desk, lambda work: add_case(work, PRN, surname="Hāre"))
    return desk


def test_the_forums_own_word_is_not_written_over_anothers_unseen(case: Desk) -> None:
    seen = {"value": _under(case, "Prison").in_force or ""}
    cases.correct_value(case, PRN, "Prison", "Waikeria", "told by prisons", seen)
    with pytest.raises(Overtaken) as both:
        cases.correct_value(case, PRN, "Prison", "Paremoremo", "heard elsewhere", seen)
    assert (both.value.theirs, both.value.field) == ("Waikeria", "value")
    cases.correct_value(case, PRN, "Prison", "Paremoremo", "heard elsewhere", {"value": "Waikeria"})
    assert [word.value for word in _under(case, "Prison").beside] == ["Waikeria", "Paremoremo"], "both stay"


def _under(desk: Desk, heading: str) -> ValueRow:
    return next(row for row in cases.show_case(desk, PRN).values if row.heading == heading)


def test_an_answer_on_an_order_is_not_written_over_anothers_unseen(case: Desk) -> None:
    seen = {"answer": "not asked"}
    cases.record_order(case, PRN, OrderDraft(OrderKind.PROTECTION, SixAnswer.NOTHING_HELD), seen)
    with pytest.raises(Overtaken) as both:
        cases.record_order(case, PRN, OrderDraft(OrderKind.PROTECTION, SixAnswer.ASKED), seen)
    assert both.value.theirs == SixAnswer.NOTHING_HELD.value


def test_a_forums_wishes_are_not_written_over_anothers_unseen(case: Desk) -> None:
    was = plan.see_policy(case, "CHC")
    seen = {kind.value: was.checks[kind].value for kind in CheckKind} | {"ages": was.ages_text}
    plan.set_policy(case, "CHC", PolicyDraft({"schools": "every address"}, {}), seen)
    with pytest.raises(Overtaken) as both:
        plan.set_policy(case, "CHC", PolicyDraft({"schools": "on request"}, {}), seen)
    assert (both.value.field, both.value.theirs) == (CheckKind.SCHOOLS.value, "every address")
    plan.set_policy(case, "CHC", PolicyDraft({"Police": "on request"}, {}), seen)


def test_a_check_of_an_address_is_not_written_over_anothers_unseen(case: Desk) -> None:
    rank = plan.propose_address(case, PRN, "12 Harakeke Street")
    seen, kind = seen_of_check(None), CheckKind.PROBATION
    theirs = CheckDraft(kind, SixAnswer.NOTHING_HELD.value, "suitable", "A quiet street.", "R. Hine")
    plan.check_address(case, PRN, rank, theirs, seen)
    mine = CheckDraft(kind, SixAnswer.NOTHING_HELD.value, "concerns", "", "R. Hine")
    with pytest.raises(Overtaken) as both:
        plan.check_address(case, PRN, rank, mine, seen)
    assert (both.value.field, both.value.theirs) == ("suits", "suitable")
    with pytest.raises(Overtaken) as both:
        plan.check_address(case, PRN, rank, mine, {**seen, "suits": "suitable"})
    assert (both.value.field, both.value.theirs) == ("comment", "A quiet street.")
    assert plan.list_addresses(case, PRN)[0].checks[0].comment == "A quiet street.", "theirs stands"
    plan.check_address(case, PRN, rank, mine, {**seen, "suits": "suitable", "comment": "A quiet street."})
    plan.check_address(case, PRN, rank, CheckDraft(CheckKind.POLICE, SixAnswer.ASKED.value), seen)


def test_an_answer_of_the_plan_is_not_written_over_anothers_unseen(case: Desk) -> None:
    seen = seen_of_answer(None)
    plan.answer_question(case, PRN, "officer-told", "yes", "By telephone.", seen=seen)
    with pytest.raises(Overtaken) as both:
        plan.answer_question(case, PRN, "officer-told", "no", seen=seen)
    assert (both.value.field, both.value.theirs) == ("answer", "yes")
    plan.answer_question(case, PRN, "officer-told", "no", seen={"answer": "yes", "note": "By telephone."})


def test_a_quorum_is_not_written_over_anothers_unseen(register: Path) -> None:
    desk = desks.sit(register)
    seen = attendance.see_quorum(desk, "CHC").seen
    attendance.set_quorum(desk, "CHC", Quorum((Service.POLICE,), 4), seen)
    with pytest.raises(Overtaken) as both:
        attendance.set_quorum(desk, "CHC", Quorum(tuple(Service), 6), seen)
    assert (both.value.field, both.value.theirs) == ("services", "police")
    assert attendance.see_quorum(desk, "CHC") == Quorum((Service.POLICE,), 4)


def test_what_is_recorded_at_the_table_is_not_written_over_anothers_unseen(register: Path) -> None:
    desk = at_table.sit_down(register)
    theirs = DecisionDraft(DecisionKind.AGREED, "As discussed.", disclosure=DisclosureConsidered.NO)
    discussion.decide_item(desk, at_table.CODE, "001", theirs, {"decision": ""})
    mine = DecisionDraft(DecisionKind.MORE_TO_DO, "No address.", "Police")
    with pytest.raises(Overtaken) as both:
        discussion.decide_item(desk, at_table.CODE, "001", mine, {"decision": ""})
    assert both.value.theirs == "agreed\nReason: As discussed.\nDisclosure outside the forum: no"
    same = DecisionDraft(DecisionKind.AGREED, "As discussed.")
    discussion.decide_item(desk, at_table.CODE, "001", same, {"decision": ""})
    discussion.decide_item(desk, at_table.CODE, "001", mine, {"decision": both.value.theirs})

    said = DiscussionDraft(Service.POLICE, "Nothing new.")
    discussion.record_discussion(desk, at_table.CODE, "001", said, {"text": ""})
    discussion.record_discussion(
        desk, at_table.CODE, "001", DiscussionDraft(Service.PRISONS, "Quiet."), {"text": ""}
    )
    with pytest.raises(Overtaken) as both:
        discussion.record_discussion(
            desk, at_table.CODE, "001", DiscussionDraft(Service.POLICE, "Two calls."), {"text": ""}
        )
    assert (both.value.field, both.value.theirs) == ("text", "Nothing new.")


def test_a_passage_of_the_minutes_is_not_written_over_anothers_unseen(register: Path) -> None:
    desk = at_table.sit_down(register)
    at_table.close(desk)
    seen = {"text": ""}
    minutes.correct_minutes(desk, at_table.CODE, "note", "Item 2 came first.", "order", seen)
    with pytest.raises(Overtaken) as both:
        minutes.correct_minutes(desk, at_table.CODE, "note", "Item 3 came first.", "order", seen)
    assert both.value.theirs == "Item 2 came first."


# Share gone → saving waits; reading goes on in the window (tests/ui/test_faults.py).


def test_while_the_share_is_gone_nothing_is_saved_and_nothing_is_lost(register: Path) -> None:
    away = register.rename(register.with_name("away"))
    told = say(register, "forum", "add", *NORTHLAND).refused()
    assert "nothing was changed" in told
    away.rename(register)
    assert done(register, "forum", "add", *NORTHLAND)


# Hostile workbook → one sentence with what and where; nothing taken over (tests/reports/test_gate.py, tests/hostile).


def test_a_hostile_workbook_is_one_sentence_and_takes_nothing_over(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "from-somebody.xlsx"
    file.write_bytes(make.zip_of({"xl/vbaProject.bin": b"macros", "[Content_Types].xml": b"<Types/>"}))
    told = say(register, "extract", "import", file).refused()
    assert "from-somebody.xlsx" in told
    assert done(register, "case", "list")["cases"] == []


# Copy missing → incident with a clock (tests/usecases/test_packs.py, tests/domain/test_incidents.py).


def test_a_missing_copy_is_an_incident_with_a_clock(tmp_path: Path) -> None:
    month, copies = months.new_month(tmp_path / "month"), tmp_path / "copies.csv"
    copies.write_text("name,service\nHana Pool,prisons\n", encoding="utf-8")
    made = done(month, "pack", "print", months.MEETING, "--copies", copies, "--out", tmp_path / "out")
    code = made["copies"][0]["code"]
    done(month, "pack", "missing", code, "--reason", "left on a train")
    (incident,) = done(month, "pack", "incidents", "--forum", "CHC")["incidents"]
    assert incident["code"] == code
    assert any(step["due"] for step in incident["steps"])


# Locks missing on a share → single-writer lease (tests/db/test_lease.py); OneDrive-like folders refused.


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive - Department of Corrections/register", "OneDrive"),
        ("Dropbox/forums/register", "Dropbox"),
        ("Nextcloud/register", "Nextcloud"),
        ("plain/register", "Syncthing"),
    ],
)
def test_a_register_is_neither_made_nor_opened_where_a_service_copies_to_and_fro(
    register: Path, tmp_path: Path, place: str, service: str
) -> None:
    folder = tmp_path / place
    folder.parent.mkdir(parents=True)
    if service == "Syncthing":
        (folder.parent / ".stfolder").mkdir()
    with pytest.raises(Refused, match=f"kept by {service}"):
        door.create(folder, desks.ADMINISTRATOR, desks.CHAIR, stretcher=CheapStretcher())
    assert not folder.exists()
    shutil.copytree(register, folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert f"kept by {service}" in say(folder, "forum", "list").refused()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_folder_that_windows_says_onedrive_keeps_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="OneDrive"):
        refuse_synced(tmp_path / "mine" / "register", {"OneDriveCommercial": str(tmp_path / "mine")})
    refuse_synced(tmp_path / "onedriver" / "Boxes", {"OneDriveCommercial": str(tmp_path / "mine")})


def test_who_writes_holds_the_lease_and_another_process_is_told(register: Path) -> None:
    with hold(register):
        told = say(register, "forum", "add", *NORTHLAND)
    assert "is writing in this register on the computer" in told.refused()
    assert done(register, "forum", "add", *NORTHLAND)

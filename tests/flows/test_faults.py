"""The table of faults (design/trust.md, "Faults"), row by row: what is seen, and what is kept.

One test a row at the command line, on a real register; the window's halves stand in tests/ui/test_faults.py.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app import desk as door
from app.domain.errors import Damaged, Refused, WrongKey
from app.domain.words import Role
from app.usecases import people
from app.usecases import register as registers
from db.synced import refuse_synced
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.process import done, hold, say

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


def _key_file_row(register: Path) -> registers.CheckRow:
    desk = desks.sit(register)
    rows = registers.check_register(desk)
    desk.close()
    return next(row for row in rows if row.check == "key file")


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
        told = say(register, "forum", "add", "NTH", "--name", "Northland", "--region", "Northland")
    assert "is writing in this register on the computer" in told.refused()
    assert done(register, "forum", "add", "NTH", "--name", "Northland", "--region", "Northland")

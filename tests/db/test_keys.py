"""Who can open a register: signing in, asking for access, changing a passphrase, stretching."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.errors import Damaged, NotFound, Refused, WrongKey
from db.keys import (
    RealStretcher,
    Stretch,
    approve_slot,
    copy_code_key,
    create_key_file,
    fingerprint,
    key_file_problems,
    new_person_keys,
    pending_requests,
    put_slot,
    request_slot,
    rewrapped,
    row_seal_key,
    verify,
)
from db.stretch import scaled
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.key_place import (
    ANA,
    ANA_SAYS,
    BEN,
    BEN_SAYS,
    JO,
    JO_SAYS,
    Place,
    make_place,
    opens,
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_place(tmp_path)


def test_each_person_opens_the_register_with_their_own_passphrase(place: Place) -> None:
    opened = place.open(ANA, ANA_SAYS)
    assert opened.register_key == place.register_key
    assert (opened.register_id, opened.epoch, opened.name) == (place.register_id, 1, ANA)
    assert opened.keys.user_id == place.people[ANA].user_id
    assert opens(place, BEN, BEN_SAYS)


def test_a_name_is_matched_without_macrons_case_and_apostrophes(place: Place) -> None:
    assert place.open("BEN o'connor", BEN_SAYS).name == BEN


def test_a_macron_typed_as_two_characters_is_the_same_passphrase(place: Place) -> None:
    assert place.open(ANA, ANA_SAYS.replace("ū", "u\u0304")).name == ANA


def test_signatures_are_the_signers_alone(place: Place) -> None:
    ana, ben = place.people[ANA], place.people[BEN]
    signature = ana.sign_message(b"entry 7")
    assert verify(ana.public_sign, b"entry 7", signature)
    assert not verify(ana.public_sign, b"entry 8", signature)
    assert not verify(ben.public_sign, b"entry 7", signature)
    assert not verify(b"no key at all", b"entry 7", signature)


def test_a_wrong_passphrase_and_an_unknown_name_cannot_be_told_apart(place: Place) -> None:
    work, sentences = [], []
    for name, passphrase in ((ANA, BEN_SAYS), ("Nobody Known", ANA_SAYS), ("", "")):
        before = place.stretcher.derived
        with pytest.raises(WrongKey) as refused:
            place.open(name, passphrase)
        work.append(place.stretcher.derived - before)
        sentences.append(refused.value.sentence)
    assert work == [1, 1, 1]
    assert len(set(sentences)) == 1
    assert sentences[0].startswith("Name or passphrase not accepted")


def test_no_name_stands_in_clear_in_the_key_file(place: Place) -> None:
    text = place.path.read_text(encoding="utf-8").casefold()
    assert not any(
        word in text for word in ("ana", "smith", "connor", ANA_SAYS[:8], place.register_key.hex())
    )


def test_changing_the_passphrase_leaves_the_keys_and_shuts_the_old_one_out(place: Place) -> None:
    put_slot(place.folder, rewrapped(place.folder, ANA, ANA_SAYS, JO_SAYS, place.stretcher))
    assert opens(place, ANA, JO_SAYS)
    assert opens(place, BEN, BEN_SAYS)
    with pytest.raises(WrongKey):
        place.open(ANA, ANA_SAYS)


def test_a_passphrase_changes_only_for_who_knows_the_old_one(place: Place) -> None:
    before = place.path.read_bytes()
    with pytest.raises(WrongKey):
        put_slot(place.folder, rewrapped(place.folder, ANA, BEN_SAYS, JO_SAYS, place.stretcher))
    with pytest.raises(Refused):
        put_slot(place.folder, rewrapped(place.folder, ANA, ANA_SAYS, "too short", place.stretcher))
    assert place.path.read_bytes() == before


def test_who_asks_for_access_opens_nothing_until_it_is_approved(place: Place) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", "Wellington", place.stretcher)
    assert pending_requests(place.folder) == (asked,)
    assert asked.fingerprint == fingerprint(asked.public_unwrap, asked.public_sign)
    with pytest.raises(Refused, match="not yet approved"):
        place.open(JO, JO_SAYS)
    with pytest.raises(WrongKey):
        place.open(JO, ANA_SAYS)
    approve_slot(place.folder, asked, place.register_id, place.register_key, 1)
    opened = place.open(JO, JO_SAYS)
    assert opened.register_key == place.register_key
    assert opened.keys.public_sign == asked.public_sign
    assert pending_requests(place.folder) == ()
    assert JO not in place.path.read_text(encoding="utf-8")


def test_a_name_that_is_taken_cannot_be_asked_for(place: Place) -> None:
    with pytest.raises(Refused, match="in use"):
        request_slot(place.folder, "ana  SMITH", JO_SAYS, "member", None, place.stretcher)


@pytest.mark.parametrize(
    ("part", "value"),
    [("name", "Jo Blogg"), ("role", "chair"), ("forum", "Northland"), ("signature", "00" * 70)],
)
def test_a_request_edited_after_it_was_signed_is_neither_shown_nor_approved(
    place: Place, part: str, value: str
) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", "Wellington", place.stretcher)
    place.edit(lambda said: said["slots"][2]["pending"].update({part: value}))
    assert pending_requests(place.folder) == ()
    assert len(key_file_problems(place.folder)) == 1
    with pytest.raises(Damaged):
        approve_slot(place.folder, asked, place.register_id, place.register_key, 1)


def test_another_persons_public_key_under_a_request_is_not_approved(place: Place) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", None, place.stretcher)
    thief = new_person_keys()
    place.edit(lambda said: said["slots"][2]["public"].update(unwrap=thief.public_unwrap.hex()))
    with pytest.raises(Damaged):
        approve_slot(place.folder, asked, place.register_id, place.register_key, 1)


def test_keys_put_in_place_of_those_that_were_agreed_to_are_not_approved(place: Place) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", None, place.stretcher)
    seen = replace(asked, public_unwrap=new_person_keys().public_unwrap)
    with pytest.raises(Damaged, match="changed after it was made"):
        approve_slot(place.folder, seen, place.register_id, place.register_key, 1)


def test_nobody_is_approved_who_did_not_ask_or_in_another_register(place: Place) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", None, place.stretcher)
    did_not_ask = replace(asked, user_id=place.people[ANA].user_id)
    with pytest.raises(NotFound):
        approve_slot(place.folder, did_not_ask, place.register_id, place.register_key, 1)
    with pytest.raises(WrongKey):
        approve_slot(place.folder, asked, secrets.token_hex(16), place.register_key, 1)


def test_the_keys_derived_for_rows_and_copies_differ_and_are_not_the_register_key() -> None:
    key = bytes(range(32))
    assert row_seal_key(key) == row_seal_key(bytearray(key))
    assert len({key, row_seal_key(key), copy_code_key(key)}) == 3


def test_a_key_file_is_never_made_over_another(place: Place) -> None:
    before = place.path.read_bytes()
    with pytest.raises(Refused, match="already"):
        create_key_file(
            place.folder, place.register_id, [(JO, JO_SAYS, new_person_keys())], bytes(32), CheapStretcher()
        )
    assert place.path.read_bytes() == before


@pytest.mark.parametrize(
    "people", [[], [(ANA, ANA_SAYS), ("ana smith", BEN_SAYS)], [("…", ANA_SAYS)], [(ANA, "x")]]
)
def test_people_without_a_usable_name_or_passphrase_make_no_file(
    tmp_path: Path, people: list[tuple[str, str]]
) -> None:
    with pytest.raises(Refused):
        create_key_file(
            tmp_path,
            secrets.token_hex(16),
            [(name, said, new_person_keys()) for name, said in people],
            bytes(32),
            CheapStretcher(),
        )
    assert list(tmp_path.iterdir()) == []


def test_the_previous_key_file_is_kept_and_no_other_file_is_left(place: Place) -> None:
    before = place.path.read_bytes()
    put_slot(place.folder, rewrapped(place.folder, ANA, ANA_SAYS, JO_SAYS, place.stretcher))
    assert (place.folder / "register.keys.bak").read_bytes() == before
    assert sorted(each.name for each in place.folder.iterdir()) == ["register.keys", "register.keys.bak"]


def test_what_a_killed_writer_left_beside_the_key_file_does_no_harm(place: Place) -> None:
    (place.folder / "register.keys.new").write_bytes(b"half a f")
    assert opens(place, ANA, ANA_SAYS)
    put_slot(place.folder, rewrapped(place.folder, ANA, ANA_SAYS, JO_SAYS, place.stretcher))
    assert sorted(each.name for each in place.folder.iterdir()) == ["register.keys", "register.keys.bak"]
    assert opens(place, ANA, JO_SAYS)


def test_two_who_change_the_key_file_at_once_do_not_undo_each_other(place: Place) -> None:
    names = [f"Person Number {number}" for number in range(8)]

    def ask(name: str) -> None:
        request_slot(place.folder, name, JO_SAYS, "member", None, CheapStretcher())

    with ThreadPoolExecutor(len(names)) as all_at_once:
        list(all_at_once.map(ask, names))
    assert sorted(asked.name for asked in pending_requests(place.folder)) == names


def test_calibration_stays_within_the_limits_on_any_computer() -> None:
    for probe in (0.0, 0.001, 0.02, 0.1, 1.0, 60.0):
        for rounds in (0.0, 0.05, 0.5, 30.0):
            stretch = scaled(probe, rounds)
            stretch.check()
            assert 65_536 <= stretch.memory_kib <= 262_144
            assert (stretch.lanes, stretch.rounds) == (4, 210_000)
            assert stretch.passes >= 3
    assert scaled(probe_seconds=0.25, rounds_seconds=0.2) == Stretch(131_072, 3, 4, 210_000)
    assert scaled(probe_seconds=0.06, rounds_seconds=0.1) == Stretch(262_144, 7, 4, 210_000)


def test_the_real_stretching_depends_on_passphrase_salt_and_every_parameter() -> None:
    least = Stretch(19_456, 1, 1, 210_000)
    real = RealStretcher()
    first = real.derive("kererū", bytes(32), least)
    assert len(first) == 32
    assert first == real.derive("kereru\u0304", bytes(32), least)
    others = {
        real.derive("kereru", bytes(32), least),
        real.derive("kererū", b"\1" * 32, least),
        real.derive("kererū", bytes(32), Stretch(19_464, 1, 1, 210_000)),
        real.derive("kererū", bytes(32), Stretch(19_456, 2, 1, 210_000)),
        real.derive("kererū", bytes(32), Stretch(19_456, 1, 2, 210_000)),
        real.derive("kererū", bytes(32), Stretch(19_456, 1, 1, 210_001)),
    }
    assert len(others | {first}) == 7


def test_a_passphrase_that_cannot_be_written_down_as_text_is_simply_not_accepted(place: Place) -> None:
    with pytest.raises(WrongKey):
        place.open("\ud800", "\ud800" * 20)

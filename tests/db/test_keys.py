"""Who can open a register, and what becomes of a key file that somebody edited."""

from __future__ import annotations

import json
import random
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Damaged, ForumDeskError, NotFound, Refused, WrongKey
from db.keys import (
    KEYS_NAME,
    Opened,
    PersonKeys,
    RealStretcher,
    Stretch,
    approve_slot,
    change_passphrase,
    copy_code_key,
    create_key_file,
    fingerprint,
    key_file_problems,
    new_person_keys,
    open_slot,
    pending_requests,
    request_slot,
    row_seal_key,
    verify,
)
from db.stretch import scaled
from tests.fixtures.cheap import CheapStretcher

ANA, ANA_SAYS = "Ana Smith", "kererū over the old bridge"
BEN, BEN_SAYS = "Ben O’Connor", "seven quiet lanterns in rain"
JO, JO_SAYS = "Jo Bloggs", "copper kettle on the tussock"


@dataclass
class Place:
    """A folder with the key file of two people, and what it should open to."""

    folder: Path
    register_id: str
    register_key: bytes
    people: dict[str, PersonKeys]
    stretcher: CheapStretcher

    @property
    def path(self) -> Path:
        return self.folder / KEYS_NAME

    def open(self, name: str, passphrase: str) -> Opened:
        return open_slot(self.folder, name, passphrase, self.stretcher)

    def read(self) -> Any:
        return json.loads(self.path.read_text(encoding="utf-8"))

    def edit(self, change: Callable[[Any], object]) -> None:
        said = self.read()
        change(said)
        self.path.write_text(json.dumps(said), encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_place(tmp_path)


def make_place(folder: Path) -> Place:
    people = {ANA: new_person_keys(), BEN: new_person_keys()}
    made = Place(folder, secrets.token_hex(16), secrets.token_bytes(32), people, CheapStretcher())
    people_in = [(ANA, ANA_SAYS, people[ANA]), (BEN, BEN_SAYS, people[BEN])]
    create_key_file(folder, made.register_id, people_in, made.register_key, made.stretcher)
    return made


def opens(place: Place, name: str, passphrase: str) -> bool:
    """True when it opens to exactly what was put in; False when it is refused in one sentence."""
    try:
        opened = place.open(name, passphrase)
    except (Damaged, WrongKey, Refused) as error:
        assert_one_sentence(error)
        return False
    assert opened.register_key == place.register_key
    assert opened.register_id == place.register_id
    assert opened.keys.public_sign == place.people[name].public_sign
    return True


def assert_one_sentence(error: ForumDeskError) -> None:
    assert error.sentence[-1] == "."
    assert "\n" not in error.sentence
    assert "Error" not in error.sentence
    assert "Traceback" not in error.sentence


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
    change_passphrase(place.folder, ANA, ANA_SAYS, JO_SAYS, place.stretcher)
    assert opens(place, ANA, JO_SAYS)
    assert opens(place, BEN, BEN_SAYS)
    with pytest.raises(WrongKey):
        place.open(ANA, ANA_SAYS)


def test_a_passphrase_changes_only_for_who_knows_the_old_one(place: Place) -> None:
    before = place.path.read_bytes()
    with pytest.raises(WrongKey):
        change_passphrase(place.folder, ANA, BEN_SAYS, JO_SAYS, place.stretcher)
    with pytest.raises(Refused):
        change_passphrase(place.folder, ANA, ANA_SAYS, "too short", place.stretcher)
    assert place.path.read_bytes() == before


def test_who_asks_for_access_opens_nothing_until_it_is_approved(place: Place) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", "Wellington", place.stretcher)
    assert pending_requests(place.folder) == (asked,)
    assert asked.fingerprint == fingerprint(asked.public_unwrap, asked.public_sign)
    with pytest.raises(Refused, match="not yet approved"):
        place.open(JO, JO_SAYS)
    with pytest.raises(WrongKey):
        place.open(JO, ANA_SAYS)
    approve_slot(place.folder, asked.user_id, place.register_id, place.register_key, 1)
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
        approve_slot(place.folder, asked.user_id, place.register_id, place.register_key, 1)


def test_another_persons_public_key_under_a_request_is_not_approved(place: Place) -> None:
    asked = request_slot(place.folder, JO, JO_SAYS, "member", None, place.stretcher)
    thief = new_person_keys()
    place.edit(lambda said: said["slots"][2]["public"].update(unwrap=thief.public_unwrap.hex()))
    with pytest.raises(Damaged):
        approve_slot(place.folder, asked.user_id, place.register_id, place.register_key, 1)


def test_nobody_is_approved_who_did_not_ask_or_in_another_register(place: Place) -> None:
    with pytest.raises(NotFound):
        approve_slot(place.folder, place.people[ANA].user_id, place.register_id, place.register_key, 1)
    with pytest.raises(WrongKey):
        approve_slot(place.folder, "0" * 32, secrets.token_hex(16), place.register_key, 1)


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
    change_passphrase(place.folder, ANA, ANA_SAYS, JO_SAYS, place.stretcher)
    assert (place.folder / "register.keys.bak").read_bytes() == before
    assert sorted(each.name for each in place.folder.iterdir()) == ["register.keys", "register.keys.bak"]


def test_two_who_change_the_key_file_at_once_do_not_undo_each_other(place: Place) -> None:
    names = [f"Person Number {number}" for number in range(8)]

    def ask(name: str) -> None:
        request_slot(place.folder, name, JO_SAYS, "member", None, CheapStretcher())

    with ThreadPoolExecutor(len(names)) as all_at_once:
        list(all_at_once.map(ask, names))
    assert sorted(asked.name for asked in pending_requests(place.folder)) == names


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{}",
        b"[" * 200_000,
        b'{"format":' * 20_000,
        b'{"format": NaN}',
        b'{"format": 1e400}',
        b"9" * 100_000,
        b'{"format": "forumdesk-keys-1", "register": 5, "epochs": [1], "slots": []}',
        b'{"format": "forumdesk-keys-1", "format": "forumdesk-keys-1"}',
        b"{" + b" " * 1_048_576 + b"}",
    ],
    ids=lambda data: f"{data[:12]!r}…{len(data)}",
)
def test_what_is_no_key_file_is_said_in_one_sentence(place: Place, data: bytes) -> None:
    place.path.write_bytes(data)
    with pytest.raises(Damaged) as damaged:
        place.open(ANA, ANA_SAYS)
    assert_one_sentence(damaged.value)


def test_a_missing_key_file_or_a_folder_in_its_place_is_said_in_one_sentence(place: Place) -> None:
    place.path.unlink()
    with pytest.raises(NotFound):
        place.open(ANA, ANA_SAYS)
    place.path.mkdir()
    with pytest.raises(Damaged) as damaged:
        place.open(ANA, ANA_SAYS)
    assert_one_sentence(damaged.value)


def test_a_bit_flipped_anywhere_never_opens_to_something_else(place: Place) -> None:
    whole = place.path.read_bytes()
    dice = random.Random(20261123)
    outcomes = set()
    for _ in range(500):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        place.path.write_bytes(flipped)
        outcomes.add((opens(place, ANA, ANA_SAYS), opens(place, BEN, BEN_SAYS)))
    assert outcomes == {(False, False), (False, True), (True, False)}


def test_a_key_file_cut_anywhere_is_said_in_one_sentence(place: Place) -> None:
    whole = place.path.read_bytes()
    dice = random.Random(7)
    for length in [0, 1, len(whole) - 1, *(dice.randrange(len(whole)) for _ in range(150))]:
        place.path.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            place.open(ANA, ANA_SAYS)


WRONG_VALUES: list[object] = [
    None,
    1.5,
    float("nan"),
    True,
    -1,
    0,
    10**40,
    "",
    "zz",
    "é",
    "\ud800",
    "a" * 9000,
    [],
    {},
    [[]],
    {"a": 1},
]


def test_a_slot_with_any_value_replaced_leaves_the_other_person_able_to_open(place: Place) -> None:
    original = place.read()
    for steps in _paths_of(original["slots"][0]):
        for wrong in WRONG_VALUES:
            if _value(original["slots"][0], steps) == wrong:
                continue
            said = json.loads(json.dumps(original))
            _value(said["slots"][0], steps[:-1])[steps[-1]] = wrong
            place.path.write_text(json.dumps(said), encoding="utf-8")
            assert not opens(place, ANA, ANA_SAYS), (steps, wrong)
            assert opens(place, BEN, BEN_SAYS), (steps, wrong)


def test_a_number_of_thousands_of_digits_shuts_out_one_person_only(place: Place) -> None:
    text = place.path.read_text(encoding="utf-8")
    place.path.write_text(text.replace("65536", "9" * 5000, 1), encoding="utf-8")
    assert not opens(place, ANA, ANA_SAYS)
    assert opens(place, BEN, BEN_SAYS)


def test_a_field_that_stands_twice_is_not_guessed_at(place: Place) -> None:
    text = place.path.read_text(encoding="utf-8")
    place.path.write_text(text.replace('"register":', '"register": "0", "register":', 1), encoding="utf-8")
    with pytest.raises(Damaged):
        place.open(ANA, ANA_SAYS)


def test_a_slot_with_any_field_missing_leaves_the_other_person_able_to_open(place: Place) -> None:
    original = place.read()
    for steps in _paths_of(original["slots"][0]):
        said = json.loads(json.dumps(original))
        del _value(said["slots"][0], steps[:-1])[steps[-1]]
        place.path.write_text(json.dumps(said), encoding="utf-8")
        assert not opens(place, ANA, ANA_SAYS), steps
        assert opens(place, BEN, BEN_SAYS), steps
        assert key_file_problems(place.folder)


def test_a_damaged_slot_stays_in_the_file_when_another_person_changes_theirs(place: Place) -> None:
    place.edit(lambda said: said["slots"][0]["stretch"].pop("lanes"))
    damaged = place.read()["slots"][0]
    change_passphrase(place.folder, BEN, BEN_SAYS, JO_SAYS, place.stretcher)
    assert damaged in place.read()["slots"]
    assert opens(place, BEN, JO_SAYS)
    with pytest.raises(Damaged):
        place.open(ANA, ANA_SAYS)
    with pytest.raises(Refused, match="in use"):
        request_slot(place.folder, ANA, ANA_SAYS, "member", None, place.stretcher)


def test_recovery_places_are_left_alone(place: Place) -> None:
    place.edit(lambda said: said["slots"].append({"kind": "recovery", "pair": "1+2"}))
    change_passphrase(place.folder, BEN, BEN_SAYS, JO_SAYS, place.stretcher)
    assert {"kind": "recovery", "pair": "1+2"} in place.read()["slots"]
    assert key_file_problems(place.folder) == []


@pytest.mark.parametrize(
    "absurd",
    [
        {"memory_kib": 19_455},
        {"memory_kib": 1_048_577},
        {"passes": 0},
        {"passes": 17},
        {"lanes": 0},
        {"lanes": 17},
        {"rounds": 209_999},
        {"rounds": 10_000_001},
    ],
    ids=str,
)
def test_absurd_stretching_is_refused_before_any_work(place: Place, absurd: dict[str, int]) -> None:
    place.edit(lambda said: said["slots"][0]["stretch"].update(absurd))
    before = place.stretcher.derived
    with pytest.raises(Damaged):
        place.open(ANA, ANA_SAYS)
    assert place.stretcher.derived == before
    usual = {"memory_kib": 65_536, "passes": 3, "lanes": 4, "rounds": 210_000}
    with pytest.raises(Damaged):
        RealStretcher().derive(ANA_SAYS, bytes(32), Stretch(**(usual | absurd)))


def test_swapped_slots_and_swapped_parts_open_for_nobody_else(place: Place) -> None:
    original = place.read()
    for part in ("tag", "user", "stretch", "wrap", "public", "sealed"):
        said = json.loads(json.dumps(original))
        first, second = said["slots"]
        first[part], second[part] = second[part], first[part]
        place.path.write_text(json.dumps(said), encoding="utf-8")
        assert not opens(place, ANA, ANA_SAYS), part
        assert not opens(place, BEN, BEN_SAYS), part


def test_a_slot_that_stands_twice_is_not_used(place: Place) -> None:
    place.edit(lambda said: said["slots"].append(said["slots"][0]))
    with pytest.raises(Damaged):
        place.open(ANA, ANA_SAYS)
    assert opens(place, BEN, BEN_SAYS)
    assert key_file_problems(place.folder)


def test_another_public_key_in_a_slot_is_noticed_at_sign_in(place: Place) -> None:
    for part in ("unwrap", "sign"):
        other = new_person_keys().public_sign.hex()
        said = place.read()
        said["slots"][0]["public"][part] = other
        place.path.write_text(json.dumps(said), encoding="utf-8")
        with pytest.raises(Damaged):
            place.open(ANA, ANA_SAYS)


def test_a_slot_carried_into_another_registers_file_does_not_open(place: Place, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_place(tmp_path / "other")
    slot = place.read()["slots"][0]
    other.edit(lambda said: said["slots"][0].update(slot | {"tag": said["slots"][0]["tag"]}))
    with pytest.raises(WrongKey):
        open_slot(other.folder, ANA, ANA_SAYS, other.stretcher)
    place.edit(lambda said: said.update(register=other.register_id))
    with pytest.raises(WrongKey):
        place.open(ANA, ANA_SAYS)


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


def _paths_of(each: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = each.items() if isinstance(each, dict) else enumerate(each) if isinstance(each, list) else ()
    found = []
    for key, value in pairs:
        found.append((*before, key))
        found += _paths_of(value, (*before, key))
    return found


def _value(each: Any, steps: tuple[Any, ...]) -> Any:
    for step in steps:
        each = each[step]
    return each

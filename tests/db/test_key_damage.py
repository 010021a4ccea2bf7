"""What becomes of a key file that was damaged or edited: one sentence, and the others still open."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Damaged, Refused, WrongKey
from db.keys import (
    RealStretcher,
    Stretch,
    key_file_problems,
    new_person_keys,
    open_slot,
    put_slot,
    request_slot,
    rewrapped,
)
from tests.fixtures.key_place import (
    ANA,
    ANA_SAYS,
    BEN,
    BEN_SAYS,
    JO_SAYS,
    Place,
    assert_one_sentence,
    make_place,
    opens,
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_place(tmp_path)


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


def test_a_key_file_that_an_editor_saved_with_a_mark_before_it_opens(place: Place) -> None:
    place.path.write_bytes(b"\xef\xbb\xbf" + place.path.read_bytes())
    assert place.open(ANA, ANA_SAYS).register_id == place.register_id


def test_a_missing_key_file_or_a_folder_in_its_place_is_said_in_one_sentence(place: Place) -> None:
    place.path.unlink()
    with pytest.raises(Damaged):
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
    put_slot(place.folder, rewrapped(place.folder, BEN, BEN_SAYS, JO_SAYS, place.stretcher))
    assert damaged in place.read()["slots"]
    assert opens(place, BEN, JO_SAYS)
    with pytest.raises(Damaged):
        place.open(ANA, ANA_SAYS)
    with pytest.raises(Refused, match="in use"):
        request_slot(place.folder, ANA, ANA_SAYS, "member", None, place.stretcher)


def test_recovery_places_are_left_alone(place: Place) -> None:
    place.edit(lambda said: said["slots"].append({"kind": "recovery", "pair": "1+2"}))
    put_slot(place.folder, rewrapped(place.folder, BEN, BEN_SAYS, JO_SAYS, place.stretcher))
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

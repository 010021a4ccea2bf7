"""Twelve attacks by somebody who holds the register's key: each must be evident (design/trust.md, "Trail")."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.words import Role
from tests.fixtures import insider
from tests.fixtures.insider import ATTACKS, Told, found, other_computer, stage

NOT_OF_THEM = "its signature is not of the person it names"
AN_OLDER_COPY = "An older copy of this register lies in its place"
NOT_ON_THE_PAPER = "of the trail is not the one on the paper"
OTHER_KEYS = "other keys than the register: it was edited"

EVIDENT: dict[str, dict[str, str]] = {
    "edit": {"trail": "its words do not match its seal", "trail verify": "Stop using this register"},
    "re-chain": {"trail": NOT_OF_THEM, "trail verify": NOT_OF_THEM, "witness": AN_OLDER_COPY},
    "strip signatures": {"trail": NOT_OF_THEM, "trail verify": NOT_OF_THEM, "witness": AN_OLDER_COPY},
    "cut tail": {
        "witness": "it ends with entry",
        "checkpoint": "its tail was cut or an older copy lies here",
    },
    "refill tail": {"witness": "is not the one this computer has seen", "checkpoint": "cut and filled anew"},
    "forge another": {"trail": NOT_OF_THEM, "trail verify": NOT_OF_THEM},
    "change a row without an entry": {
        "rows as sealed": "Row 1 of the table cases was changed outside ForumDesk since entry"
    },
    "delete a row": {"rows as sealed": "are not those it was signed with"},
    "replay a page": {"rows as sealed": "Row 1 of the table cases was changed outside ForumDesk since entry"},
    "put the old file back": {"witness": "it ends with entry", "checkpoint": NOT_ON_THE_PAPER},
    "swap a public key": {
        "trail": NOT_OF_THEM,
        "key file": f"1 place in the key file has {OTHER_KEYS}",
        "rows as sealed": "of the table users was changed outside ForumDesk",
    },
    "swap slots": {
        "key file": f"2 places in the key file have {OTHER_KEYS}",
        "sign-in": "Name or passphrase not accepted",
    },
}
"""By attack: what tells of it to the chair or to an auditor, and words of its sentence."""


def test_a_register_that_nobody_attacked_says_nothing(tmp_path: Path) -> None:
    scene = stage(tmp_path)
    for role in (Role.CHAIR, Role.ADMINISTRATOR, Role.AUDITOR):
        assert found(scene, role) == []
    with other_computer():
        assert found(scene) == []


@pytest.mark.parametrize("name", list(ATTACKS))
def test_each_attack_is_evident(name: str, tmp_path: Path) -> None:
    told = insider.play(name, tmp_path)
    for by, words in EVIDENT[name].items():
        assert [each for each in told if each.by == by and words in each.sentence], (by, told)


def test_twelve_are_played_and_each_has_its_sentence() -> None:
    assert len(ATTACKS) == 12
    assert list(EVIDENT) == list(ATTACKS)


@pytest.mark.parametrize("name", ["cut tail", "refill tail", "put the old file back"])
def test_on_a_computer_that_saw_nothing_the_paper_alone_tells_of_a_tail(name: str, tmp_path: Path) -> None:
    scene = stage(tmp_path)
    ATTACKS[name](scene)
    with other_computer():
        assert found(scene, paper=False) == []
        (told,) = found(scene)
    assert told.by == "checkpoint"
    assert NOT_ON_THE_PAPER in told.sentence


@pytest.mark.parametrize("name", [each for each in ATTACKS if "tail" not in each and "old file" not in each])
def test_all_others_are_evident_on_any_computer_without_paper(name: str, tmp_path: Path) -> None:
    scene = stage(tmp_path)
    ATTACKS[name](scene)
    with other_computer():
        assert _told(found(scene, Role.AUDITOR, paper=False)) & set(EVIDENT[name])


def _told(told: list[Told]) -> set[str]:
    return {each.by for each in told}

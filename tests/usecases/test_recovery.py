"""Any two of the three paper codes let somebody in again; one does not, and neither do codes of another sheet."""

from __future__ import annotations

import json
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from app import desk as door
from app.domain.errors import Damaged, Refused, WrongKey
from app.domain.recovery import read_code, write_code
from app.domain.words import Role
from app.usecases import people, trail
from app.usecases import register as forums
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher

NEW = "a new passphrase for the chair"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A register with its three codes."""
    folder = tmp_path / "made"
    desk = door.create(
        folder, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    return folder, desk.recovery_codes


def _recover(folder: Path, codes: tuple[str, str], name: str = desks.CHAIR[0]) -> door.Desk:
    return door.recover(folder, codes, name, NEW, now=desks.Clock(), stretcher=CheapStretcher())


def test_any_two_codes_in_any_order_let_the_chair_in_with_a_new_passphrase(
    made: tuple[Path, tuple[str, ...]], tmp_path: Path
) -> None:
    folder, codes = made
    assert len(codes) == 3
    for number, (first, second) in enumerate(permutations(codes, 2)):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(folder, copy)
        desk = _recover(copy, (first.lower(), second.replace("-", " ")))
        assert [row.name for row in people.list_users(desk) if row.state == "active"] == sorted(
            [desks.ADMINISTRATOR[0], desks.CHAIR[0]]
        )
        again = door.sign_in(copy, desks.CHAIR[0], NEW, now=desks.Clock(), stretcher=CheapStretcher())
        assert again.may(people.approve_person)
        with pytest.raises(WrongKey):
            desks.sit(copy, Role.CHAIR)
        rows = trail.list_trail(again)
        assert any(row.event == "recover_access" for row in rows)
        assert all(row.ok for row in forums.check_register(again))


def test_one_code_twice_or_a_slip_or_another_registers_codes_open_nothing(
    made: tuple[Path, tuple[str, ...]], tmp_path: Path
) -> None:
    folder, codes = made
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(Refused, match="Two different codes"):
        _recover(folder, (codes[0], codes[0]))
    slip = codes[1][:-1] + ("A" if codes[1][-1] != "A" else "B")
    with pytest.raises(Refused, match="Code 2 has a slip"):
        _recover(folder, (codes[0], slip))
    with pytest.raises(WrongKey, match="do not open this register"):
        _recover(folder, (codes[0], write_code(2, bytes(15))))
    with pytest.raises(Refused, match="1 to 3"):
        _recover(folder, (codes[0], "not a code"))
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_the_codes_are_spent_and_three_new_ones_take_their_place(made: tuple[Path, tuple[str, ...]]) -> None:
    folder, codes = made
    desk = _recover(folder, (codes[0], codes[2]))
    assert not set(desk.recovery_codes) & set(codes)
    with pytest.raises(WrongKey):
        _recover(folder, (codes[0], codes[2]))
    assert _recover(folder, (desk.recovery_codes[1], desk.recovery_codes[2])).name == desks.CHAIR[0]


def test_a_new_name_becomes_chair_so_that_somebody_approves_again(made: tuple[Path, tuple[str, ...]]) -> None:
    folder, codes = made
    people.revoke_person(desks.sit(folder), desks.CHAIR[0], "passphrase seen", emergency=True)
    desk = _recover(folder, (codes[0], codes[1]), "Hana Rei")
    assert desk.may(people.approve_person)
    with pytest.raises(Refused, match="access was ended"):
        _recover(folder, (desk.recovery_codes[0], desk.recovery_codes[1]))


def test_the_codes_outlast_a_change_of_key(made: tuple[Path, tuple[str, ...]]) -> None:
    folder, codes = made
    people.revoke_person(desks.sit(folder, Role.CHAIR), desks.ADMINISTRATOR[0], "left", emergency=True)
    assert _recover(folder, (codes[1], codes[2])).name == desks.CHAIR[0]


def test_a_place_of_codes_put_into_the_key_file_by_somebody_else_is_not_taken(
    made: tuple[Path, tuple[str, ...]], tmp_path: Path
) -> None:
    """Whoever edits the key file can seal nothing to codes of theirs, and a revocation seals to the register's own."""
    folder, _codes = made
    other = door.create(
        tmp_path / "other", desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    theirs = json.loads((tmp_path / "other" / "register.keys").read_text(encoding="utf-8"))
    said = json.loads((folder / "register.keys").read_text(encoding="utf-8"))
    said["slots"] = [
        *(slot for slot in said["slots"] if slot["kind"] != "recovery"),
        *(slot for slot in theirs["slots"] if slot["kind"] == "recovery"),
    ]
    (folder / "register.keys").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises((WrongKey, Damaged)):
        _recover(folder, (other.recovery_codes[0], other.recovery_codes[1]))
    people.revoke_person(desks.sit(folder), desks.CHAIR[0], "left", emergency=True)
    with pytest.raises((WrongKey, Damaged)):
        _recover(folder, (other.recovery_codes[0], other.recovery_codes[1]))


def test_a_code_is_read_as_it_was_written_and_lookalikes_are_forgiven() -> None:
    secret = bytes(range(15))
    code = write_code(3, secret)
    assert read_code(code) == (3, secret)
    assert read_code(code.replace("O", "0").replace("I", "1").replace("B", "8")) == (3, secret)


def test_create_prints_the_codes_once_and_recover_takes_them_from_the_environment(tmp_path: Path) -> None:
    import io
    from contextlib import redirect_stdout

    from app.cli.base import Edges
    from app.main import main

    def run(*argv: object, **environ: str) -> dict[str, list[str]]:
        out = io.StringIO()
        with redirect_stdout(out):
            edges = Edges(now=desks.Clock(), stretcher=CheapStretcher(), environ=environ)
            assert main([*map(str, argv), "--json"], edges) == 0
        told: dict[str, list[str]] = json.loads(out.getvalue())
        return told

    folder = tmp_path / "made"
    names = ("--administrator", desks.ADMINISTRATOR[0], "--chair", desks.CHAIR[0])
    told = run(
        "register",
        "create",
        folder,
        *names,
        FORUMDESK_PASSPHRASE=desks.ADMINISTRATOR[1],
        FORUMDESK_CHAIR_PASSPHRASE=desks.CHAIR[1],
    )
    first, _second, third = told["recovery_codes"]
    again = run(
        "register",
        "recover",
        FORUMDESK_REGISTER=str(folder),
        FORUMDESK_USER=desks.CHAIR[0],
        FORUMDESK_PASSPHRASE=NEW,
        FORUMDESK_RECOVERY_CODE_1=third,
        FORUMDESK_RECOVERY_CODE_2=first,
    )
    assert len(again["recovery_codes"]) == 3

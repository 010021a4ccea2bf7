"""The command line as a whole: where options may stand, what it answers, how it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import forum as forum_commands
from app.cli.base import Edges
from app.main import main
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher


def _run(folder: Path, *argv: str, passphrase: str = desks.ADMINISTRATOR[1]) -> int:
    environ = {
        "FORUMDESK_REGISTER": str(folder),
        "FORUMDESK_USER": desks.ADMINISTRATOR[0],
        "FORUMDESK_PASSPHRASE": passphrase,
    }
    return main(argv, Edges(now=desks.Clock(), stretcher=CheapStretcher(), environ=environ))


@pytest.mark.parametrize(
    "argv", [("--json", "forum", "list"), ("forum", "--json", "list"), ("forum", "list", "--json")]
)
def test_shared_options_may_stand_anywhere(
    register: Path, argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(register, *argv) == 0
    answered = json.loads(capsys.readouterr().out)
    assert [forum["code"] for forum in answered["forums"]] == ["CHC", "HB"]


def test_a_wrong_passphrase_is_exit_4_and_one_sentence(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(register, "forum", "list", passphrase="not the passphrase at all") == 4
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "not accepted" in told.err


def test_a_command_that_does_not_exist_is_exit_2(register: Path) -> None:
    assert _run(register, "forum", "burn") == 2


def test_a_missing_register_is_exit_1_and_says_how_to_name_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forum", "list"], Edges(environ={})) == 1
    assert "FORUMDESK_REGISTER" in capsys.readouterr().err


def test_a_passphrase_may_come_from_a_file(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text(desks.ADMINISTRATOR[1] + "\r\nsecond line\r\n", encoding="utf-8-sig")
    assert _run(register, "forum", "list", "--passphrase-from", str(file), passphrase="wrong") == 0


def test_a_bug_is_told_without_a_traceback_and_without_values(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_call: object) -> None:
        raise KeyError("Hēmi Ngātoro")

    monkeypatch.setattr(forum_commands, "list_", stumble)
    assert _run(register, "forum", "list") == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "KeyError" in told
    assert "Ngātoro" not in told


def test_a_register_is_made_in_a_folder_and_not_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    environ = {
        "FORUMDESK_PASSPHRASE": desks.ADMINISTRATOR[1],
        "FORUMDESK_CHAIR_PASSPHRASE": desks.CHAIR[1],
    }
    edges = Edges(now=desks.Clock(), stretcher=CheapStretcher(), environ=environ)
    argv = ["register", "create", str(folder), "--administrator", "A. One", "--chair", "B. Two", "--json"]
    assert main(argv, edges) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["register"] == str(folder)
    assert len(told["recovery_codes"]) == 3
    before = (folder / "register.keys").read_bytes()
    assert main(argv, edges) == 1
    assert (folder / "register.keys").read_bytes() == before


def test_a_weak_passphrase_makes_no_register(tmp_path: Path) -> None:
    edges = Edges(
        stretcher=CheapStretcher(),
        environ={"FORUMDESK_PASSPHRASE": "short", "FORUMDESK_CHAIR_PASSPHRASE": desks.CHAIR[1]},
    )
    argv = ["register", "create", str(tmp_path / "new"), "--administrator", "A. One", "--chair", "B. Two"]
    assert main(argv, edges) == 1
    assert not (tmp_path / "new").exists()


def test_an_empty_checkpoint_is_not_taken_for_one_that_was_compared(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(register, "trail", "verify") == 0
    capsys.readouterr()
    assert _run(register, "trail", "verify", "--checkpoint", "") == 1
    told = capsys.readouterr()
    assert (told.out, "nothing was compared" in told.err) == ("", True)

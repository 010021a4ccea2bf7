"""The command line as a whole: where options may stand, what it answers, how it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import forum as forum_commands
from app.cli.args import build
from app.cli.base import Call, Edges
from app.main import main
from tests.cli.test_each_role import commands_of
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


@pytest.mark.parametrize("line", list(commands_of(build())))
def test_any_command_misspelt_is_one_sentence_with_the_nearest_and_where_to_find_help(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    *before, last = line.split()
    assert main([*before, f"{last}q"], Edges(environ={})) == 2
    told = capsys.readouterr()
    above = " ".join(("forumdesk", *before))
    assert told.err == (
        f"`{above}` has no command '{last}q': the nearest is '{last}', and `{above} --help` lists them all.\n"
    )
    assert told.out == ""


@pytest.mark.parametrize("line", list(commands_of(build())))
def test_an_option_that_no_command_has_is_one_sentence_of_the_command_it_was_typed_at(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*line.split(), "--regster=x"], Edges(environ={})) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert told.err.startswith(f"`forumdesk {line}` ")
    assert f"`forumdesk {line} --help` shows what it takes" in told.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("case", "list", "--jsn"),
            (
                "`forumdesk case list` takes no '--jsn': the nearest is '--json', and "
                "`forumdesk case list --help` shows what it takes."
            ),
        ),
        (
            ("forum", "list", "CHC"),
            "`forumdesk forum list` takes no 'CHC': `forumdesk forum list --help` shows what it takes.",
        ),
        (
            ("forum", "add", "CHC"),
            "`forumdesk forum add` lacks --name, --region: `forumdesk forum add --help` shows what it takes.",
        ),
        (("forum",), "`forumdesk forum` lacks COMMAND: `forumdesk forum --help` shows what it takes."),
        (
            ("forum", "burn"),
            "`forumdesk forum` has no command 'burn': `forumdesk forum --help` lists them all.",
        ),
        (
            ("meeting", "decide", "M", "--prn", "1", "--reason", "r", "--decision", "agred"),
            (
                "`forumdesk meeting decide` takes no 'agred' for --decision: the nearest is 'agreed', of agreed, "
                "agreed-with-changes, more-to-do, deferred."
            ),
        ),
        (
            ("case", "list", "--user"),
            (
                "`forumdesk case list` cannot be done, argument --user: expected one argument: "
                "`forumdesk case list --help` shows what it takes."
            ),
        ),
    ],
    ids=["option", "word", "lacking", "no-command", "nothing-near", "choice", "value"],
)
def test_a_line_that_cannot_be_read_says_why(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, Edges(environ={})) == 2
    assert capsys.readouterr().err == sentence + "\n"


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
    assert "was not saved" in told


def test_a_bug_after_something_was_saved_does_not_say_that_it_was_not(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add = forum_commands.add

    def stumble(call: Call) -> None:
        add(call)
        raise KeyError("OT")

    monkeypatch.setattr(forum_commands, "add", stumble)
    assert _run(register, "forum", "add", "OT", "--name", "Otago HR/HP Forum", "--region", "OTA") == 1
    told = capsys.readouterr().err
    assert "was not saved" not in told
    assert "is saved: look at it before you do it again" in told
    assert _run(register, "forum", "list") == 0
    assert "Otago" in capsys.readouterr().out


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

"""Sources from a terminal: the text is typed or read from a file, never an argument, and shown once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.base import Edges
from app.main import main
from tests.fixtures import at_table, desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.terminal import Terminal

TEXT = "Kōtukuwhisperer, his cousin"
REASON = "The Board asks how this is known"


@pytest.fixture
def terminal(register: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    at_table.sit_down(register).close()
    told = Terminal(register, capsys)
    said = ("probation", "Means to live with a friend", "--author", "R. Tane")
    told.json("case", "inform", "001", *said)
    return told


def test_a_source_is_sealed_from_a_file_listed_and_opened_once_with_a_reason(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "who.txt"
    file.write_text(TEXT, encoding="utf-8-sig")
    code, out, _ = terminal.run("source", "seal", "001", "--about", "information:1", "--text-from", str(file))
    assert (code, "destroy it" in out, TEXT in out) == (0, True, False)
    listed = terminal.json("source", "list", "001", chair=True)
    assert [(row["source"], row["about"], row["opens"]) for row in listed["sources"]] == [
        (1, "information:1", True)
    ]
    assert "otuku" not in str(listed)
    assert terminal.json("source", "open", "1", "--reason", REASON, chair=True)["text"] == TEXT
    code, out, _ = terminal.run("source", "open", "1", "--reason", REASON)
    assert (code, TEXT in out, "60 seconds" in out) == (0, True, True)
    assert "otuku" not in str(terminal.json("trail", "list"))
    assert "otuku" not in str(terminal.json("case", "show", "001"))


def test_a_source_is_asked_for_without_being_an_argument(terminal: Terminal) -> None:
    name, words = desks.ADMINISTRATOR
    asked: list[str] = []
    environ = {
        "FORUMDESK_REGISTER": str(terminal.folder),
        "FORUMDESK_USER": name,
        "FORUMDESK_PASSPHRASE": words,
    }

    def prompt(question: str) -> str:
        asked.append(question)
        return TEXT

    edges = Edges(
        now=terminal.clock,
        stretcher=CheapStretcher(),
        environ=environ,
        prompt=prompt,
    )
    assert main(["source", "seal", "001", "--about", "information:1"], edges) == 0
    assert asked == ["Who said it (not shown): "]
    assert main(["source", "seal", "001", "--about", "information:1", "--text", TEXT], edges) == 2


def test_what_is_wrong_is_said_in_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.bin"
    wrong.write_bytes(b"\xff\xfe\x00")
    missing = str(tmp_path / "nowhere.txt")
    for argv, chair, exits, says in (
        (("seal", "001", "--about", "information:1", "--text-from", str(wrong)), False, 1, "not UTF-8 text"),
        (("seal", "001", "--about", "information:9", "--text-from", str(wrong)), False, 1, "not UTF-8 text"),
        (("seal", "001", "--about", "information:1", "--text-from", missing), False, 1, "No such file"),
        (("seal", "001", "--about", "information:1"), False, 1, "--text-from FILE"),
        (("open", "1", "--reason", REASON), True, 1, "no sealed source 1"),
        (("open", "x", "--reason", REASON), True, 1, "no sealed source x"),
    ):
        code, out, err = terminal.run("source", *argv, chair=chair)
        assert (code, out, says in err, err.count("\n")) == (exits, "", True, 1), err


def test_a_case_without_seals_says_so_instead_of_showing_an_empty_table(terminal: Terminal) -> None:
    told = terminal.run("source", "list", "001")[1]
    assert told.startswith("No source is sealed in this case.\n")
    assert "information:1" in told
    assert "Nothing is recorded that a source" in terminal.run("source", "list", "002")[1]

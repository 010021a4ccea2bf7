"""A day that is none is refused alike by every command that takes one: one sentence and 1 (formats.md section 5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.terminal import Terminal

WRONG = "31/02/2027"
DAYS = (
    ("user", "hand-over", "Mere Ashcombe", "--forum", "CHC", "--to", WRONG),
    ("user", "propose", "Mere Ashcombe", "--role", "member", "--from", WRONG),
    ("user", "role", "Mere Ashcombe", "--role", "member", "--to", WRONG),
    ("user", "approve", "Mere Ashcombe", "--from", WRONG),
    ("condition", "add", TUTAHI, "--words", "To live there.", "--on", WRONG),
    ("condition", "step", TUTAHI, "1", "imposed", "--on", WRONG),
    ("condition", "library", "--on", WRONG),
    ("condition", "library-add", "X1", "--words", "w", "--source", "s", "--from", WRONG),
    ("condition", "library-add", "X1", "--words", "w", "--source", "s", "--from", "1/1/2027", "--to", WRONG),
    ("condition", "library-end", "X1", "--on", WRONG),
    ("extract", "import", "FILE", "--as-at", WRONG),
    ("case", "exclude", TUTAHI, "--name", "N.", "--reason", "r", "--from", WRONG),
    ("case", "flag", TUTAHI, "VNR", "--raise", "--comment", "c", "--from", WRONG),
    ("meeting", "schedule", "--forum", "CHC", "--date", WRONG),
    ("disposal", "due", "--on", WRONG),
    ("hearing", "record", TUTAHI, "--date", WRONG),
    ("address", "check", TUTAHI, "1", "probation", "suitable", "--on", WRONG),
)


@pytest.fixture
def terminal(register: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with_people(register)
    return Terminal(register, capsys)


def test_a_day_that_is_none_is_one_sentence_and_1_whatever_command_it_was_given_to(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "extract.csv"
    file.write_text("PRN,Surname", encoding="utf-8")
    told = {}
    for typed in DAYS:
        words = [str(file) if word == "FILE" else word for word in typed]
        code, out, said = terminal.run(*words, chair=typed[:2] in (("user", "hand-over"), ("user", "role")))
        told[typed[:2]] = (code, out, f"{WRONG}" in said and "is not a date" in said, said.count("\n"))
    assert set(told.values()) == {(1, "", True, 1)}, told


def test_an_exclusion_that_ends_before_it_begins_says_what_to_give(terminal: Terminal) -> None:
    days = ("--from", "2/12/2026", "--to", "1/12/2026")
    words = ("case", "exclude", TUTAHI, "--name", "N. Elsewhere", "--reason", "a former neighbour", *days)
    code, _, said = terminal.run(*words, chair=True)
    assert code == 1
    assert "give a last day on or after 02/12/2026, or none." in said

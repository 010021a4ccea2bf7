"""`forumdesk disclosure request`, `propose`, `decide`, `made` and what lists them, as typed (need D1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.words import Role
from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.process import done, say

ASK = (
    "disclosure",
    "request",
    TUTAHI,
    "--for",
    "Kāinga Ora",
    "--what",
    "the address",
    "--necessity",
    "a threat",
)


@pytest.fixture
def folder(register: Path) -> Path:
    with_people(register)
    return register


def test_from_request_to_letter_from_the_terminal(folder: Path, tmp_path: Path) -> None:
    row = done(folder, *ASK, "--ground", "f", "--field", "prison", "--statement", "Starts on Monday.")[
        "request"
    ]
    assert (row["number"], row["state"], row["ground"]) == (1, "waiting for a chair", "IPP 11(1)(f)")
    assert [each["soft"] for each in row["statements"]] == [False, True]
    row = done(
        folder, "disclosure", "decide", 1, "--approve", "--reason", "needed", "--let", 2, role=Role.CHAIR
    )["request"]
    assert (row["state"], [each["struck"] for each in row["statements"]]) == ("approved", [False, False])
    letter = tmp_path / "letter.pdf"
    made = done(folder, "disclosure", "made", 1, "--how", "by courier", "--letter", letter)
    assert (made["disclosure"], made["request"]["state"]) == (1, "made")
    assert letter.read_bytes().startswith(b"%PDF")
    listed = done(folder, "disclosure", "list")
    assert listed["disclosures"][0]["recipients"] == ["Kāinga Ora"]
    assert [each["number"] for each in listed["requests"]] == [1]
    assert done(folder, "disclosure", "requests", "--open")["requests"] == []
    assert done(folder, "disclosure", "show", 1)["request"]["disclosure"] == 1


def test_the_grounds_are_the_laws_and_what_could_be_told_is_listed(folder: Path) -> None:
    grounds = done(folder, "disclosure", "grounds")["grounds"]
    assert [each["code"] for each in grounds] == list("abcdefghi")
    assert done(folder, "disclosure", "grounds", "--on", "30/11/2020")["grounds"] == []
    offered = done(folder, "disclosure", "offer", TUTAHI)["statements"]
    assert {"heading": "Prison", "text": "Rolleston"}.items() <= next(
        each for each in offered if each["heading"] == "Prison"
    ).items()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((*ASK, "--ground", "z"), 1, "no ground for a disclosure"),
        ((*ASK, "--ground", "c"), 1, "rests on a consent"),
        ((*ASK, "--ground", "c", "--consent", 9), 1, "no consent 9"),
        ((*ASK, "--ground", "f", "--field", "Cell"), 1, "nothing under “Cell”"),
        ((*ASK, "--ground", "f", "--needed-by", "1/1/2020"), 1, "which is past"),
        (("disclosure", "request", "nobody", *ASK[3:], "--ground", "f"), 1, "nobody of that number"),
        (("disclosure", "decide", 9, "--approve", "--reason", "r"), 3, "You may not decide"),
        (("disclosure", "decide", 9, "--reason", "r"), 2, "--approve"),
        (("disclosure", "made", 9, "--how", "post", "--letter", "OUT/l.pdf"), 1, "no request number '9'"),
        (("disclosure", "letter", 9, "--out", "OUT/l.pdf"), 1, "no request number '9'"),
        (("disclosure", "withdraw", "x", "--reason", "r"), 1, "no request number 'x'"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    words: tuple[object, ...], code: int, told: str, folder: Path, tmp_path: Path
) -> None:
    said = say(folder, *(str(word).replace("OUT", str(tmp_path)) for word in words))
    assert said.code == code
    assert told in said.err
    assert "Tūtahi" not in said.err
    assert done(folder, "disclosure", "requests")["requests"] == []


def test_what_no_chair_decided_on_is_neither_made_nor_has_a_letter(folder: Path, tmp_path: Path) -> None:
    done(folder, *ASK, "--ground", "f", "--field", "prison")
    letter = tmp_path / "letter.pdf"
    for words in (("made", 1, "--how", "post", "--letter", letter), ("letter", 1, "--out", letter)):
        said = say(folder, "disclosure", *words)
        assert (said.code, letter.exists()) == (1, False)
        assert said.err.startswith("Request 1 is waiting for a chair"), said.err


def test_a_letter_never_takes_a_files_place_and_nothing_is_recorded_then(
    folder: Path, tmp_path: Path
) -> None:
    done(folder, *ASK, "--ground", "f", "--field", "prison")
    done(folder, "disclosure", "decide", 1, "--approve", "--reason", "needed", role=Role.CHAIR)
    taken = tmp_path / "letter.pdf"
    taken.write_text("mine", encoding="utf-8")
    said = say(folder, "disclosure", "made", 1, "--how", "post", "--letter", taken)
    assert said.code == 1
    assert taken.read_text(encoding="utf-8") == "mine"
    assert done(folder, "disclosure", "show", 1)["request"]["state"] == "approved"
    assert done(folder, "disclosure", "list")["disclosures"] == []

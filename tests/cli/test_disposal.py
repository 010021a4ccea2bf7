"""`forumdesk disposal …` as typed, from the classes to the certificate."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fixtures import disposed
from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.terminal import Terminal


@pytest.fixture
def terminal(register: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with_people(register)
    typed = Terminal(register, capsys)
    typed.run("case", "close", TUTAHI, "--exit", "released at SRD")
    return typed


def test_from_the_due_list_to_the_certificate(terminal: Terminal, tmp_path: Path) -> None:
    classes = terminal.json("disposal", "classes")["classes"]
    assert {each["code"]: each["years"] for each in classes} == {
        "ENDED": 10,
        "ERROR": 1,
        "LEFT-OUT": 2,
        "RELEASED": 10,
    }
    (due,) = terminal.json("disposal", "due", "--on", "2040-01-01")["due"]
    assert (due["prn"], due["class_code"], due["due"]) == (TUTAHI, "RELEASED", "2036-11-17")
    terminal.clock.go_to(terminal.clock.at + timedelta(days=11 * 366))
    proposed = terminal.run("disposal", "propose", TUTAHI, "--class", "released")
    assert (proposed[0], "names no authority: nothing is destroyed" in proposed[1]) == (0, True)
    code, _, said = terminal.run("disposal", "approve", "1")
    assert (code, "Ask a chair" in said) == (3, True)
    code, _, said = terminal.run("disposal", "approve", "1", chair=True)
    assert (code, "names no disposal authority" in said) == (1, True)
    named = ("--name", "Released", "--event", "released", "--years", "10", "--source", "DA 99")
    terminal.json("disposal", "class", "RELEASED", *named, chair=True)
    done = terminal.json("disposal", "approve", "1", chair=True)
    assert (done["state"], done["rows"] > 10, "name" in done) == ("destroyed", True, False)
    out = tmp_path / "certificate.pdf"
    told = terminal.json("disposal", "certificate", "1", "--out", str(out))
    assert (out.read_bytes()[:5], len(told["sha256"])) == (b"%PDF-", 64)
    assert terminal.run("case", "show", TUTAHI)[0] == 1
    assert "person 1" in terminal.run("disposal", "list")[1]


def test_texts_in_which_lines_were_blanked_are_told_in_json_with_both_hashes(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disposed.lived(register)
    terminal = Terminal(register, capsys)
    terminal.clock.go_to(terminal.clock.at + disposed.LATER)
    terminal.json("disposal", "propose", disposed.PRN, "--class", "released")
    done = terminal.json("disposal", "approve", "1", chair=True)
    assert [each["what"].split()[0] for each in done["blanked"]] == ["agenda", "minutes", "minutes"]
    assert all(len(each["before"]) == len(each["after"]) == 96 for each in done["blanked"])
    assert terminal.json("disposal", "list")["disposals"] == [done]


def test_holds_are_set_listed_and_released(terminal: Terminal) -> None:
    assert terminal.json("disposal", "hold", TUTAHI, "--reason", "the coroner asked")["held"]
    assert terminal.json("disposal", "holds")["holds"][0]["reason"] == "the coroner asked"
    assert not terminal.json("disposal", "release-hold", TUTAHI, "--reason", "over")["held"]
    code, _, said = terminal.run("disposal", "release-hold", TUTAHI, "--reason", "over")
    assert (code, "Nobody holds" in said) == (1, True)


def test_a_class_is_worded_by_a_chair_alone(terminal: Terminal) -> None:
    words = ("disposal", "class", "released", "--name", "Released", "--event", "released", "--years", "7")
    assert terminal.run(*words, "--source", "DA 99")[0] == 3
    assert terminal.json(*words, "--source", "DA 99", chair=True)["version"] == 2
    assert terminal.run(*words[:-1], "0", "--source", "DA 99", chair=True)[0] == 1

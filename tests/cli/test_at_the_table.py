"""Attendance, what is said, minutes and transferred actions from a terminal."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.at_table import CODE, sit_down
from tests.fixtures.terminal import Terminal


@pytest.fixture
def terminal(register: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A register with two cases on an issued agenda."""
    sit_down(register)
    return Terminal(register, capsys)


def run_a_meeting(terminal: Terminal) -> None:
    """Decided and closed."""
    for prn in ("001", "002"):
        said = ("--decision", "agreed", "--reason", "As discussed")
        terminal.json("meeting", "decide", CODE, "--prn", prn, *said)
    terminal.json("meeting", "close", CODE, chair=True)


def test_attendance_with_its_role_its_substitute_and_a_visitor(terminal: Terminal) -> None:
    attend = ("meeting", "attend", CODE, "--service")
    substitute = ("--name", "R. Case", "--substitute", "--for", "S. Merrin", "--role", "manager")
    one = terminal.json(*attend, "probation", *substitute)
    assert [one[key] for key in ("presence", "stands_for", "role", "read_to")] == [
        "substitute",
        "S. Merrin",
        "manager",
        False,
    ]
    sent = ("--name", "Sgt Rākete", "--information-sent", "--sent-on", "3/3/2027")
    terminal.json(*attend, "police", *sent)
    visit = (*attend, "prisons", "--name", "A guest", "--present", "--case", "001")
    assert terminal.json(*visit, "--in", "10:40", "--out", "10.55")["out"] == "10:55"
    heard = terminal.json("meeting", "confidentiality", CODE, "--by", "The chair", "--at", "9.30am")
    assert heard["not_read_to"] == []
    seen = terminal.json("meeting", "attendance", CODE)
    assert [row["name"] for row in seen["people"]] == ["R. Case", "Sgt Rākete"]
    assert seen["readings"][0]["at"] == "2027-03-09T20:30:00+00:00"
    assert "prisons, psychological services, police" in seen["quorum"]
    quorum = terminal.json("forum", "quorum", "CHC", "--service", "probation", "--people", "1")
    assert (quorum["services"], quorum["people"]) == (["probation"], 1)
    assert terminal.json("meeting", "attendance", CODE)["quorum_lacks"] == []
    _, out, _ = terminal.run("meeting", "attendance", CODE)
    assert "substitute for S. Merrin" in out
    assert "information sent on 03/03/2027" in out


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--present", "--in", "10:40"), "--in goes with --case"),
        (("--apologies", "--case", "001"), "--case goes with --present"),
        (("--present", "--case", "001", "--in", "soon"), "is not a time of day"),
        (("--present", "--for", "S. Merrin"), "only a substitute"),
        (("--information-sent", "--sent-on", "March"), "is not a date"),
    ],
)
def test_attendance_that_does_not_go_together_is_one_sentence(
    terminal: Terminal, more: tuple[str, ...], says: str
) -> None:
    code, out, err = terminal.run("meeting", "attend", CODE, "--service", "police", "--name", "A. Rei", *more)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert says in err


def test_what_was_said_and_the_checklist_before_closing(terminal: Terminal) -> None:
    said = ("meeting", "discuss", CODE, "--prn", "001", "--service", "Police", "--text", "Seen in town")
    assert terminal.json(*said, "--handling", "do-not-attribute")["handling"] == "do-not-attribute"
    decide = ("meeting", "decide", CODE, "--prn", "001", "--decision", "agreed", "--reason", "As discussed")
    terminal.json(*decide, "--dissent", "Too early", "--dissent-by", "Police")
    listed = terminal.json("meeting", "checklist", CODE)
    assert (listed["undecided"], listed["may_close"]) == (["002"], False)
    assert listed["disclosures_not_considered"] == ["001"]
    consider = ("meeting", "disclosure", CODE, "--prn", "001", "--considered", "yes", "--note", "Provider")
    told = terminal.json(*consider)
    assert (told["disclosure_considered"], told["note"]) == ("yes", "Provider")
    first, _ = terminal.json("meeting", "records", CODE)["items"]
    assert (first["dissent_by"], first["discussion"][0]["text"]) == ("Police", "Seen in town")
    _, out, _ = terminal.run("meeting", "checklist", CODE)
    assert "Undecided: Ngata, Hēmi (PRN 002)" in out
    assert "stops closing" in out


def test_minutes_are_read_corrected_confirmed_and_opened_again(terminal: Terminal) -> None:
    def correct(text: str, *, chair: bool = False) -> Any:
        words = ("--passage", "1.reason", "--text", text, "--reason", "misheard")
        return terminal.run("meeting", "correct-minutes", CODE, *words, chair=chair)[0]

    run_a_meeting(terminal)
    first = terminal.json("meeting", "minutes", CODE)
    assert hashlib.sha384(first["text"].encode()).hexdigest() == first["sha384"]
    _, out, _ = terminal.run("meeting", "minutes", CODE, "--canonical")
    assert out == first["text"] + "\n"
    keys = [each["passage"] for each in terminal.json("meeting", "minutes", CODE, "--passages")["passages"]]
    assert "1.reason" in keys
    assert correct("Otherwise") == 0
    [change] = terminal.json("meeting", "minutes", CODE)["versions"][1]["changes"]
    assert change == {"passage": "1.reason", "old": "As discussed", "new": "Otherwise"}
    assert terminal.run("meeting", "confirm-minutes", CODE)[0] == 3
    assert terminal.json("meeting", "confirm-minutes", CODE, chair=True)["confirmed"] is True
    assert correct("Again") == 1
    reopened = terminal.json("meeting", "reopen-minutes", CODE, "--reason", "a name", chair=True)
    assert reopened["confirmed"] is False
    assert correct("Again") == 3
    words = ("--passage", "note", "--text", "Item 2 came first", "--reason", "order")
    number = terminal.json("meeting", "ask-correction", CODE, *words)["correction"]
    made = terminal.json("meeting", "answer-correction", CODE, str(number), "--make", chair=True)
    assert made["version"] == 3
    _, out, _ = terminal.run("meeting", "minutes", CODE, "--version", "1")
    assert "Decision: agreed, because As discussed" in out


def test_there_are_no_minutes_of_a_meeting_that_is_not_closed(terminal: Terminal) -> None:
    code, out, err = terminal.run("meeting", "minutes", CODE)
    assert (code, out) == (1, "")
    assert "not closed" in err


def test_a_transferred_action_names_its_new_owner(terminal: Terminal) -> None:
    given = terminal.json(
        *("meeting", "action", CODE, "--prn", "001", "--text", "Ask the provider"),
        *("--service", "Probation", "--owner", "R. Case", "--due", "31/03/2027"),
    )
    done = ("action", "done", str(given["id"]), "--outcome")
    assert terminal.run(*done, "transferred")[0] == 1
    assert terminal.run(*done, "done", "--to-service", "prisons")[0] == 1
    to = ("--to", "S. Merrin", "--to-service", "prisons", "--due", "2/4/2027")
    over = terminal.json(*done, "transferred", *to)
    [left] = terminal.json("action", "list", "--open")["actions"]
    assert (left["id"], left["follows"]) == (over["goes_on_as"], given["id"])
    assert (left["owner"], left["service"], left["due"]) == ("S. Merrin", "prisons", "2027-04-02")


def test_a_slip_for_each_owner_is_a_numbered_file(terminal: Terminal, tmp_path: Path) -> None:
    for owner in ("R. Case", "S. Merrin"):
        terminal.json(
            *("meeting", "action", CODE, "--prn", "001", "--text", "Ask the provider"),
            *("--service", "Probation", "--owner", owner, "--due", "31/03/2027"),
        )
    slips = ("action", "slips", CODE, "--out", str(tmp_path / "slips"))
    assert terminal.run(*slips)[0] == 1
    assert not list((tmp_path / "slips").glob("*.pdf"))
    run_a_meeting(terminal)
    made = terminal.json(*slips)["copies"]
    assert [(row["holder"], row["file"]) for row in made] == [
        ("R. Case", f"slip-{CODE}-copy-01-of-02.pdf"),
        ("S. Merrin", f"slip-{CODE}-copy-02-of-02.pdf"),
    ]
    assert all(len(row["passphrase"]) >= 16 for row in made)
    assert all((tmp_path / "slips" / row["file"]).stat().st_size for row in made)
    ledger = terminal.json("pack", "ledger", CODE)
    assert (ledger["out"], ledger["balanced"]) == (2, True)


def test_the_chair_evaluates_from_a_terminal(terminal: Terminal) -> None:
    run_a_meeting(terminal)
    codes = [each["code"] for each in terminal.json("meeting", "evaluate", CODE, chair=True)["statements"]]
    scores = [word for code in codes for word in ("--score", f"{code}=4")]
    assert terminal.json("meeting", "evaluate", CODE, *scores, "--note", "Fine", chair=True)["mean"] == 4.0
    assert terminal.run("meeting", "evaluate", CODE, *scores)[0] == 3
    assert terminal.run("meeting", "evaluate", CODE, "--score", "time=many", chair=True)[0] == 1
    _, out, _ = terminal.run("meeting", "evaluations", "--forum", "CHC", chair=True)
    assert "One meeting is evaluated, 4.0 of 5." in out

"""Meetings, actions and figures from a terminal: keys, exit codes, and what a person reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.words import DateName
from tests.fixtures import desks
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.terminal import Terminal

CODE = "CHC-2027-03-10"


@pytest.fixture
def terminal(register: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A register with two scheduled meetings and three people, one of them far from everything."""
    desk = desks.sit(register)
    for prn, day in (("001", date(2027, 3, 20)), ("002", date(2027, 9, 20)), ("003", date(2029, 9, 20))):
        do(
            desk,
            lambda work, prn=prn, day=day: add_case(  # bound now, not at the end
                work, prn, surname="Tāwhara", anchor=(DateName.HEARING, day), next_hearing=day
            ),
        )
    sitting = Terminal(register, capsys)
    sitting.json("meeting", "schedule", "--forum", "CHC", "--date", "10/03/2027")
    sitting.json("meeting", "schedule", "--forum", "CHC", "--date", "2027-04-07", "--kind", "sign-off")
    return sitting


def test_meetings_are_listed_under_the_promised_keys(terminal: Terminal) -> None:
    rows = terminal.json("meeting", "list", "--forum", "CHC")["meetings"]
    assert [(row["meeting"], row["date"], row["kind"], row["state"]) for row in rows] == [
        (CODE, "2027-03-10", "combined", "draft"),
        ("CHC-2027-04-07", "2027-04-07", "sign-off", "draft"),
    ]


def test_an_agenda_holds_what_the_contract_says(terminal: Terminal) -> None:
    agenda = terminal.json("meeting", "agenda", CODE)
    assert agenda["considered"] == len(agenda["items"]) + len(agenda["not_listed"]) == 3
    first, second = agenda["items"]
    assert first["reasons"] == ["hearing-before-next", "milestone-1", "address-unsettled"]
    assert len(first["sentences"]) == 3
    assert (first["track"], first["missed"]) == ("table", [8, 6, 4, 2])
    assert first["anchor"] == {"name": "Hearing", "date": "2027-03-20"}
    assert (second["prn"], second["reasons"], second["missed"]) == ("002", ["milestone-6"], [8])
    assert agenda["not_listed"] == [
        {
            "prn": "003",
            "surname": "Tāwhara",
            "given_names": "Hēmi",
            "next": "2029-01-20",
            "reason": "milestone-8",
        }
    ]
    assert agenda["minutes"] == 16


def test_an_agenda_reads_well(terminal: Terminal) -> None:
    _, out, _ = terminal.run("meeting", "agenda", CODE)
    assert out.startswith(f"{CODE} · Wednesday 10 March 2027 · combined · draft\n2 cases, 16 of 180 minutes.")
    assert "At the table: 2 cases, 16 minutes" in out
    assert "  1. Tāwhara, Hēmi · PRN 001 · Hearing 20/03/2027 · 8 min" in out
    assert "     – The Board hearing on 20/03/2027 comes before the next meeting on 07/04/2027." in out
    assert "20/01/2029  003  Tāwhara, Hēmi  eight-month milestone" in out


def test_issuing_twice_is_exit_1_with_one_sentence(terminal: Terminal) -> None:
    assert terminal.json("meeting", "agenda", CODE, "--issue")["state"] == "issued"
    code, out, err = terminal.run("meeting", "agenda", CODE, "--issue")
    assert (code, out) == (1, "")
    assert err == f"The agenda of {CODE} is issued already and stands as it was issued.\n"


def test_a_whole_meeting_from_the_terminal(terminal: Terminal) -> None:
    terminal.json("meeting", "ask", CODE, "--prn", "003", "--reason", "Media interest")
    issued = terminal.json("meeting", "agenda", CODE, "--issue", chair=True)
    assert [item["prn"] for item in issued["items"]] == ["001", "002", "003"]
    for prn, decision in (("001", "agreed"), ("002", "more-to-do"), ("003", "deferred")):
        said = ("--decision", decision, "--reason", "As discussed", "--disclosure-considered", "no")
        told = terminal.json("meeting", "decide", CODE, "--prn", prn, *said)
    assert told["undecided"] == 0
    action = terminal.json(
        *("meeting", "action", CODE, "--prn", "001", "--text", "Ask the provider"),
        *("--service", "Probation", "--owner", "R. Case", "--due", "31/03/2027"),
    )
    assert (action["service"], action["outcome"]) == ("probation", "open")
    for service in ("prisons", "probation", "psychological services", "police"):
        terminal.json("meeting", "attend", CODE, "--service", service, "--name", service, "--present")
    terminal.json("meeting", "confidentiality", CODE)
    assert terminal.run("meeting", "close", CODE)[0] == 3
    closed = terminal.json("meeting", "close", CODE, chair=True)
    assert {each["prn"]: (each["next"], each["reason"]) for each in closed.pop("next")} == {
        "001": ("2027-03-20", "hearing"),
        "002": ("2027-05-20", "four-month milestone"),
        "003": ("2027-04-07", "put off to the next meeting"),
    }
    assert len(closed.pop("minutes_sha384")) == 96
    assert closed == {
        "meeting": CODE,
        "state": "closed",
        "warnings": [],
        "milestones_taken": [{"prn": "001", "milestone": 1}, {"prn": "002", "milestone": 6}],
    }
    following = terminal.json("meeting", "agenda", "CHC-2027-04-07")
    assert {item["prn"]: item["reasons"] for item in following["items"]} == {
        "001": ["action-due", "address-unsettled"],
        "003": ["deferred"],
    }
    assert [row["id"] for row in terminal.json("action", "list", "--open")["actions"]] == [action["id"]]
    done = terminal.json("action", "done", str(action["id"]), "--outcome", "not-done", "--on", "1/4/2027")
    assert (done["outcome"], done["outcome_on"]) == ("not-done", "2027-04-01")
    assert terminal.json("action", "list", "--open")["actions"] == []


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("meeting", "schedule", "--forum", "CHC", "--date", "10/3"), "is not a date"),
        (("meeting", "schedule", "--forum", "CHC", "--date", "2027-03-10"), "scheduled already"),
        (("meeting", "schedule", "--forum", "XX", "--date", "2027-03-10"), "There is no forum"),
        (("meeting", "agenda", "CHC-2027-03-12"), "the nearest of CHC are"),
        (("meeting", "decide", CODE, "--prn", "001", "--decision", "agreed", "--reason", " "), "reason"),
        (("meeting", "close", CODE, "--out-reason", "ABCD"), "write CODE=REASON"),
        (("action", "done", "7", "--outcome", "done"), "no action number"),
    ],
)
def test_what_cannot_be_is_exit_1_and_one_sentence(
    terminal: Terminal, argv: tuple[str, ...], says: str
) -> None:
    code, out, err = terminal.run(*argv, chair=True)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert says in err


def test_figures_are_counts_and_the_return_hides_small_ones(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "return.csv"
    figures = terminal.json("figures", "--forum", "CHC", "--head-office", str(file))["figures"]
    assert [row["open_cases"] for row in figures] == [3]
    assert figures[0]["by_month"] == {"2027-03": 1, "2027-09": 1, "2029-09": 1}
    text = file.read_text(encoding="utf-8-sig")
    assert "CHC,2026-11-17,open cases,,<5" in text
    assert "CHC,2026-11-17,by month,2027-03,<5" in text
    assert not any(word in text for word in ("001", "Tāwhara", "Hēmi"))
    _, out, _ = terminal.run("figures")
    assert "Open cases: 3" in out


def test_an_action_said_in_one_line_is_shown_back_as_it_was_read(terminal: Terminal) -> None:
    terminal.json("meeting", "agenda", CODE, "--issue")
    said = (
        "meeting",
        "action-line",
        CODE,
        "--prn",
        "001",
        "Probation S. Merrin by 17 Mar: find another address",
    )
    code, out, _ = terminal.run(*said)
    assert code == 0
    assert "S. Merrin (probation), by Wednesday 17 March 2027: find another address" in out
    [action] = terminal.json("action", "list", "--forum", "CHC")["actions"]
    assert (action["service"], action["owner"], action["due"]) == ("probation", "S. Merrin", "2027-03-17")
    code, _, err = terminal.run(
        "meeting", "action-line", CODE, "--prn", "001", "S. Merrin by 17 Mar: find it"
    )
    assert code == 1
    assert "the service first" in err
    code, _, err = terminal.run(
        "meeting", "action-line", "CHC-2030-01-01", "--prn", "001", "Police A by 9 Dec: x"
    )
    assert code == 1
    assert "no meeting CHC-2030-01-01" in err

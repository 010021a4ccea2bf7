"""`--as-known-on DATE`: the same commands, marked with the day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.terminal import Terminal


@pytest.fixture
def terminal(register: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with_people(register)
    typed = Terminal(register, capsys)
    typed.run("meeting", "schedule", "--forum", "CHC", "--date", "2027-02-10")
    typed.clock.go_to(typed.clock.at + timedelta(days=1))
    typed.run("case", "set", TUTAHI, "--owner", "A. Later")
    return typed


def test_a_case_an_agenda_and_both_ledgers_are_shown_as_of_a_day_and_say_so(terminal: Terminal) -> None:
    for typed in (
        ("case", "show", TUTAHI),
        ("meeting", "agenda", "CHC-2027-02-10"),
        ("disclosure", "list"),
        ("pack", "ledger", "CHC-2027-02-10"),
    ):
        data = terminal.json(*typed, "--as-known-on", "17/11/2026")
        assert (data["as_known_on"], data["not_kept"]) == ("2026-11-17", [])
        lines = terminal.run(*typed, "--as-known-on", "17/11/2026")[1].splitlines()
        assert lines[0] == lines[-1]
        assert lines[0].startswith("AS KNOWN ON 17 November 2026 – not today's record, read-only (entry ")


def test_a_past_day_does_not_know_what_came_later(terminal: Terminal) -> None:
    assert terminal.json("case", "show", TUTAHI)["case"]["owner"] == "A. Later"
    assert terminal.json("case", "show", TUTAHI, "--as-known-on", "2026-11-17")["case"]["owner"] is None


def test_a_past_day_is_not_issued_and_a_day_is_a_day(terminal: Terminal) -> None:
    code, _, said = terminal.run(
        "meeting", "agenda", "CHC-2027-02-10", "--issue", "--as-known-on", "17/11/2026"
    )
    assert (code, "cannot be issued" in said) == (1, True)
    code, _, said = terminal.run("case", "show", TUTAHI, "--as-known-on", "last week")
    assert (code, "is not a date" in said) == (1, True)
    code, out, said = terminal.run("case", "show", TUTAHI, "--as-known-on", "1/1/2130")
    assert (code, out, "01/01/2130 has not come yet" in said) == (1, "", True)


_ABOUT = {
    "case": ("case", "show", TUTAHI),
    "agenda": ("meeting", "agenda", "CHC-2027-02-10"),
    "disclosures": ("disclosure", "list", "--forum", "CHC"),
    "copies": ("pack", "ledger", "CHC-2027-02-10"),
}


@pytest.mark.parametrize("about", _ABOUT)
def test_a_past_day_is_given_out_as_a_pdf_that_says_so_on_every_page_and_in_the_ledger(
    terminal: Terminal, tmp_path: Path, about: str
) -> None:
    out = tmp_path / "then.pdf"
    asked = (*_ABOUT[about], "--as-known-on", "17/11/2026", "--out", str(out))
    whom = ("--recipient", "Coroner’s office", "--reason", "an inquest")
    assert terminal.run(*asked, *whom)[0] == 3, "a chair decides it"
    assert not out.exists()
    given = terminal.json(*asked, *whom, chair=True)
    assert (given["as_known_on"], given["disclosure"]) == ("2026-11-17", 1)
    with pypdfium2.PdfDocument(out) as pdf:
        told = [page.get_textpage().get_text_bounded() for page in pdf]
    assert told
    for page in told:
        assert "AS KNOWN ON 17 November 2026" in page
        assert "Disclosure 1 to Coroner’s office" in page
    (row,) = terminal.json("disclosure", "list")["disclosures"]
    assert (row["recipients"], row["sha256"]) == (["Coroner’s office"], given["sha256"])
    code, _, said = terminal.run(*asked, *whom, chair=True)
    assert (code, "already and stays as it is" in said) == (1, True)


def test_whose_disclosures_are_given_out_is_asked_where_they_could_be_of_several_forums(
    terminal: Terminal, tmp_path: Path
) -> None:
    asked = (
        "disclosure",
        "list",
        "--as-known-on",
        "17/11/2026",
        "--recipient",
        "N.",
        "--reason",
        "an inquest",
    )
    out = tmp_path / "then.pdf"
    code, _, said = terminal.run(*asked, "--out", str(out), chair=True)
    assert (code, "--forum with one of CHC, HB" in said) == (1, True), said
    assert not out.exists()


def test_a_past_day_is_given_out_to_somebody_for_a_reason_and_only_a_past_day(
    terminal: Terminal, tmp_path: Path
) -> None:
    out = str(tmp_path / "then.pdf")
    shown = ("case", "show", TUTAHI)
    for more, told in (
        (("--out", out), "give --as-known-on too"),
        (("--as-known-on", "17/11/2026", "--out", out, "--reason", "an inquest"), "Who gets it is missing"),
        (("--as-known-on", "17/11/2026", "--out", out, "--recipient", "N."), "The reason is missing"),
        (("--as-known-on", "17/11/2026", "--recipient", "N."), "give --out too"),
    ):
        code, _, said = terminal.run(*shown, *more, chair=True)
        assert (code, told in said) == (1, True), said
    assert list(tmp_path.glob("*.pdf")) == []
    assert terminal.json("disclosure", "list")["disclosures"] == []

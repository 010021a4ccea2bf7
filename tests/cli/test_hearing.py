"""`forumdesk hearing` as typed: results, notices, and what the Board was told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.typed import Run, typist

HELD = ("--date", "20/2/2027")


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands as typed where five people are taken in."""
    with_people(register)
    return typist(register, capsys)


def _told(run: Run) -> None:
    for words in (
        ("address", "add", TUTAHI, "12 Kōwhai Street"),
        ("address", "add", TUTAHI, "3 Rātā Lane"),
        ("address", "set", TUTAHI, "1", "--next"),
        ("hearing", "told", TUTAHI, *HELD, "--by", "Hine Smith"),
        ("address", "set", TUTAHI, "2", "--next"),
    ):
        assert run(*words)[0] == 0, words


def test_a_result_says_how_it_was_read_and_what_it_made(run: Run) -> None:
    words = run("hearing", "result", TUTAHI, *HELD, "--result", "Declined", "--received", "22/2/2027")[1]
    assert "Read as declined: 2 actions made." in words
    assert "Find out and record the next hearing date (prisons, due 01/03/2027)" in words
    code, data, _ = run(
        "hearing", "result", TUTAHI, *HELD, "--result", "see letter", "--outcome", "released", "--json"
    )
    assert (code, data["outcome"], data["actions_made"], data["overtaken"]) == (0, "released", 3, 2)
    back = run("hearing", "result", TUTAHI, *HELD, "--take-back", "another person's")[1]
    assert "3 actions of the earlier result overtaken" in back


def test_a_next_hearing_is_recorded_with_the_result(run: Run) -> None:
    run("hearing", "result", TUTAHI, *HELD, "--result", "declined", "--next", "20/8/2027")
    rows = run("hearing", "list", TUTAHI, "--json")[1]["hearings"]
    assert [(row["date"], row["next"]) for row in rows] == [
        ("2027-02-20", "2027-08-20"),
        ("2027-08-20", None),
    ]


def test_drift_is_listed_told_and_withdrawn(run: Run) -> None:
    _told(run)
    listed = run("hearing", "list", TUTAHI)[1]
    assert "Told on 17/11/2026 by Hine Smith for the hearing of 20/02/2027:" in listed
    assert "address was 12 Kōwhai Street, is now 3 Rātā Lane (since 17/11/2026)" in listed
    [drift] = run("hearing", "list", TUTAHI, "--json")[1]["drifts"]
    waiting = run("hearing", "waiting", "--forum", "chc", "--json")[1]["waiting"]
    assert [(row["prn"], row["what"]) for row in waiting] == [(TUTAHI, "drift")]
    assert "until told or withdrawn" in run("hearing", "waiting")[1]
    assert "Tell the Board" in run("case", "show", TUTAHI)[1]
    done = run("hearing", "withdraw-drift", TUTAHI, str(drift["number"]), "--reason", "same house")[1]
    assert "raised again if the plan changes further" in done
    assert run("hearing", "waiting")[1].startswith("Nothing waits")


def test_notices_and_reports_are_kept(run: Run) -> None:
    run("hearing", "result", TUTAHI, *HELD, "--result", "released", "--received", "22/2/2027")
    said = run("hearing", "notice", TUTAHI, *HELD, "--to", "prison unit", "--how", "telephone")[1]
    assert "prison unit was told of 0012345's result of 20/02/2027, by telephone" in said
    sent = "of the hearing of 20/02/2027: sent 17/11/2026, telephone"
    assert f"prison unit to be told of the result (released) {sent}" in run("case", "show", TUTAHI)[1]
    assert run("hearing", "report", TUTAHI, *HELD, "--report", "prison", "--json")[1]["report"].startswith(
        "prison"
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("hearing", "notice", TUTAHI, *HELD, "--to", "the press", "--how", "x"), "told of hearings"),
        (("hearing", "notice", TUTAHI, *HELD, "--to", "Police", "--how", "x", "--on", "1/1/2030"), "to come"),
        (("hearing", "report", TUTAHI, *HELD, "--report", "weather"), "no report"),
        (("hearing", "told", TUTAHI), "enter the plan first"),
        (("hearing", "withdraw-drift", TUTAHI, "9", "--reason", "x"), "no drift number 9"),
        (("hearing", "result", TUTAHI, *HELD, "--result", "x", "--outcome", "freed"), "not an outcome"),
        (("hearing", "result", TUTAHI, *HELD, "--take-back", "x"), "No result"),
        (("hearing", "result", TUTAHI, *HELD, "--result", "x", "--next", "1/1/2027"), "does not come after"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_1(run: Run, words: tuple[str, ...], why: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert why in err
    assert err.count("\n") == 1

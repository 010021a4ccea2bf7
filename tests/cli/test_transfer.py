"""`forumdesk case transfer` and `case risk` as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.typed import Run, typist


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands as typed where five people are taken in."""
    with_people(register)
    return typist(register, capsys)


def test_a_case_is_proposed_accepted_and_its_receipt_printed(run: Run) -> None:
    told = run("case", "transfer", TUTAHI, "--to", "HB", "--reason", "moved to Mangaroa")[1]
    assert "Proposed 0012345 to HB; it stays CHC's until HB accepts it." in told
    assert "CHC, proposed to HB" in run("case", "list", "--forum", "HB")[1]
    assert run("case", "list", "--forum", "HB", "--json")[1]["cases"][-1]["proposed_to"] == "HB"
    assert "! Proposed to HB on 17/11/2026" in run("case", "show", TUTAHI)[1]
    code, data, _ = run("case", "accept-transfer", TUTAHI, "--json")
    assert (code, data["transfer"]["state"], data["transfer"]["to_forum"]) == (0, "accepted", "HB")
    assert "CHC → HB" in run("case", "transfers")[1]
    receipt = run("case", "transfers", "--receipt", str(data["transfer"]["number"]))[1]
    assert receipt.startswith("Receipt for Tūtahi, Xiuying, PRN 0012345\nCHC → HB, proposed to HB")
    assert "Copies out\n  none\n" in receipt


def test_a_proposal_is_declined_or_taken_back_with_a_reason(run: Run) -> None:
    run("case", "transfer", TUTAHI, "--to", "HB", "--reason", "moved")
    told = run("case", "decline-transfer", TUTAHI, "--reason", "no bed")[1]
    assert "Declined 0012345: it stays with CHC." in told
    run("case", "transfer", TUTAHI, "--to", "HB", "--reason", "moved")
    assert "is taken back" in run("case", "transfer", TUTAHI, "--withdraw", "--reason", "no longer")[1]
    states = [row["state"] for row in run("case", "transfers", "--json")[1]["transfers"]]
    assert states == ["withdrawn", "declined"]


def test_ratings_are_added_and_listed_side_by_side(run: Run) -> None:
    for score, day in (("12", "1/10/2026"), ("9", "1/11/2026")):
        words = ("--service", "probation", "--tool", "DRAOR", "--score", score, "--on", day)
        assert run("case", "risk", "add", TUTAHI, *words)[0] == 0
    rows = run("case", "risk", "list", TUTAHI, "--json")[1]["ratings"]
    assert [(row["whose"], row["score"], row["standing"]) for row in rows] == [
        ("Corrections, in IOMS", "High", "present"),
        ("probation", "9", "present"),
        ("probation", "12", "older"),
    ]
    assert "Corrections, in IOMS  Psychological risk  High" in run("case", "risk", "list", TUTAHI)[1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("case", "transfer", TUTAHI, "--to", "XX", "--reason", "x"), "no forum"),
        (("case", "transfer", TUTAHI, "--withdraw", "--reason", "x"), "not proposed"),
        (("case", "accept-transfer", TUTAHI), "not proposed"),
        (("case", "transfers", "--receipt", "7"), "no transfer number 7"),
        (("case", "risk", TUTAHI), "case risk add PRN"),
        (("case", "risk", "add", TUTAHI, "--on", "1/1/2026"), "not a service"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_1(run: Run, words: tuple[str, ...], why: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert why in err
    assert err.count("\n") == 1

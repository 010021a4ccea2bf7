"""`forumdesk consent`, as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.typed import Run, typist

ADD = ("consent", "add", "--prn", TUTAHI, "--form", "IR-2", "--scope", "the provider: the plan")


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command; gives back exit code, standard output and standard error."""
    with_people(register)
    return typist(register, capsys)


def test_consents_are_kept_withdrawn_and_listed_with_how_each_stands_today(run: Run) -> None:
    assert run("consent", "list", "--prn", TUTAHI) == (0, f"No consent of {TUTAHI} is recorded.\n", "")
    assert run(*ADD, "--signed", "3/11/2026")[0] == 0
    assert run(*ADD, "--signed", "1/5/2026", "--expires", "2026-10-31")[0] == 0
    assert run(*ADD, "--signed", "2/11/2026")[0] == 0
    code, _, err = run(
        "consent", "withdraw", "--prn", TUTAHI, "3", "--reason", "changed their mind", "--on", "16/11/2026"
    )
    assert (code, err) == (0, "")
    code, data, _ = run("consent", "list", "--prn", TUTAHI, "--json")
    assert code == 0
    assert data["consents"][1] == {
        "number": 2,
        "form": "IR-2",
        "scope": "the provider: the plan",
        "signed": "2026-05-01",
        "expires": "2026-10-31",
        "withdrawn": None,
        "withdrawn_by": None,
        "withdrawn_reason": None,
        "state": "expired",
    }
    assert [(row["state"], row["withdrawn"]) for row in data["consents"]] == [
        ("in force", None),
        ("expired", None),
        ("withdrawn", "2026-11-16"),
    ]
    told = run("consent", "list", "--prn", TUTAHI)[1]
    assert "Consent 1, IR-2, signed 03/11/2026: the provider: the plan (in force, without an end)\n" in told
    assert "(withdrawn 16/11/2026 by Mere Ashcombe: changed their mind)" in told
    shown = run("case", "show", TUTAHI)[1]
    assert (
        "Consent 2, IR-2, signed 01/05/2026, until 31/10/2026: the provider: the plan (expired 31/10/2026)"
        in shown
    )
    assert [row["state"] for row in run("plan", "show", TUTAHI, "--json")[1]["consents"]] == [
        "in force",
        "expired",
        "withdrawn",
    ]


@pytest.mark.parametrize(
    "words",
    [
        (*ADD, "--signed", "soon"),
        (*ADD, "--signed", "18/11/2026"),
        (*ADD, "--signed", "3/11/2026", "--expires", "2/11/2026"),
        ("consent", "withdraw", "--prn", TUTAHI, "7", "--reason", "why"),
        ("consent", "list", "--prn", "nobody"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert run("consent", "list", "--prn", TUTAHI, "--json")[1]["consents"] == []


def test_what_is_left_away_is_a_matter_of_usage(run: Run) -> None:
    assert run("consent", "add", "--prn", TUTAHI, "--form", "IR-2", "--signed", "3/11/2026")[0] == 2

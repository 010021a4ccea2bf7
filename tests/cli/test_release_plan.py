"""`forumdesk plan`, `condition` and the new words of `address`, as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.typed import Run, typist


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command; gives back exit code, standard output and standard error."""
    with_people(register)
    return typist(register, capsys)


def test_a_whole_plan_is_entered_and_shown_from_the_terminal(run: Run) -> None:
    for words in (
        ("address", "add", TUTAHI, "12 Kōwhai Street"),
        ("address", "add", TUTAHI, "3 Rātā Lane"),
        ("address", "consent", TUTAHI, "1", "given", "--by", "A. Tūtahi", "--form", "in writing"),
        ("address", "edit", TUTAHI, "1", "--residents", "an aunt"),
        ("address", "rank", TUTAHI, "2", "1"),
        ("plan", "need", TUTAHI, "whanau", "declined", "--service", "probation", "--owner", "S. Merrin"),
        ("condition", "add", TUTAHI, "--code", "SPC-RESIDE", "--on", "1/11/2026"),
        ("condition", "step", TUTAHI, "1", "asked of Board", "--by", "Hine"),
    ):
        code, _, err = run(*words)
        assert (code, err) == (0, ""), words
    told = run("plan", "show", TUTAHI)[1]
    for line in (
        "2. 12 Kōwhai Street (not verified, not next)",
        "    residents: an aunt; occupier's consent: given 17/11/2026 by A. Tūtahi, in writing",
        "    Probation: not asked (due: this forum wants it for every address)",
        "Need, whānau: declined (probation, S. Merrin) [Mere Ashcombe, 17/11/2026]",
        "Need, housing: not asked",
        "    asked of Board 17/11/2026 [Hine]",
    ):
        assert f"{line}\n" in told
    data = run("plan", "show", TUTAHI, "--json")[1]
    assert data["checks_due"] == ["address 1: Probation not asked", "address 2: Probation not asked"]
    assert data["conditions"][0]["steps"][1]["state"] == "asked of Board"
    assert run("condition", "list", TUTAHI, "--json")[1]["conditions"][0]["state"] == "asked of Board"


def test_the_library_is_listed_added_to_and_ended(run: Run) -> None:
    codes = [row["code"] for row in run("condition", "library", "--json")[1]["library"]]
    assert "SPC-RESIDE" in codes
    assert codes == sorted(codes)
    added = ("condition", "library-add", "own-1", "--words", "Says so.", "--source", "the forum")
    assert run(*added, "--from", "1/1/2027")[0] == 0
    assert run("condition", "library-end", "OWN-1", "--on", "31/12/2027")[0] == 0
    rows = run("condition", "library", "--on", "1/6/2027", "--json")[1]["library"]
    assert [row["valid_to"] for row in rows if row["code"] == "OWN-1"] == ["2027-12-31"]
    assert "OWN-1" not in run("condition", "library", "--on", "1/6/2026")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("address", "consent", TUTAHI, "1", "perhaps", "--by", "x"),
        ("address", "rank", TUTAHI, "1", "2"),
        ("plan", "need", TUTAHI, "shoes", "met"),
        ("plan", "need", TUTAHI, "work", "splendid"),
        ("condition", "add", TUTAHI, "--code", "NONE"),
        ("condition", "step", TUTAHI, "7", "imposed"),
        ("condition", "library-end", "NONE", "--on", "1/1/2027"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert "nothing was changed" in err
    assert err.count("\n") == 1

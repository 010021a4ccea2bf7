"""`forumdesk case`, `address` and `hearing` as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.few_people import OCONNOR, TUTAHI, WATCHED, with_people
from tests.fixtures.typed import Run, typist


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command; gives back exit code, standard output and standard error."""
    with_people(register)
    return typist(register, capsys)


def test_a_list_has_the_keys_of_the_contract(run: Run) -> None:
    code, data, _ = run("case", "list", "--json")
    assert code == 0
    assert data["cases"][-1] == {
        "prn": TUTAHI,
        "surname": "Tūtahi",
        "given_names": "Xiuying",
        "forum": "CHC",
        "anchor": {"name": "Hearing", "date": "2027-02-20"},
        "flags": ["HR"],
        "opened": "2026-11-17",
    }


def test_a_list_without_anybody_says_so(run: Run) -> None:
    assert run("case", "list", "--closed")[1] == "No closed case answers that.\n"
    assert run("case", "list", "--closed", "--json")[1] == {"cases": []}


def test_a_hit_says_why_and_no_hit_offers_the_next_rung(run: Run) -> None:
    hits = run("case", "find", "12345", "--json")[1]["hits"]
    assert [(hit["prn"], hit["why"]) for hit in hits] == [(TUTAHI, "PRN 0012345 without its leading zeros")]
    none = run("case", "find", "05/04/1988", "--json")[1]
    assert (none["hits"], none["next"]) == ([], "Look with day and month swapped (04/05/1988).")
    assert run("case", "find", "05/04/1988", "--looser", "--json")[1]["hits"][0]["prn"] == TUTAHI
    code, out, _ = run("case", "find", "zzzzz")
    assert code == 0
    assert out.endswith("(add --looser)\n")


def test_several_words_need_no_quotes(run: Run) -> None:
    assert [hit["prn"] for hit in run("case", "find", "xiuying", "tut", "--json")[1]["hits"]] == [TUTAHI]


def test_a_case_is_shown_with_the_whole_panel_of_orders(run: Run) -> None:
    data = run("case", "show", OCONNOR, "--json")[1]
    assert (data["prn"], data["anchor"]) == (
        OCONNOR,
        {"name": "Statutory release date", "date": "2027-03-31"},
    )
    assert [order["answer"] for order in data["orders"]] == ["not asked"] * 5
    words = run("case", "show", OCONNOR)[1]
    assert "O’Connor, Seán   PRN 00777" in words
    assert "bail conditions" in words
    assert "few.csv, row 3, as at 16/11/2026" in words


def test_a_watch_list_person_is_shown_without_a_case_and_taken_in(run: Run) -> None:
    assert "No case: vnr-only." in run("case", "show", WATCHED)[1]
    assert run("case", "show", WATCHED, "--json")[1]["anchor"] is None
    assert run("case", "take-in", WATCHED, "--reason", "asked")[0] == 0
    assert run("case", "take-in", WATCHED, "--reason", "asked")[0] == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("case", "close", TUTAHI, "--exit", "vanished"), "is not an exit reason"),
        (("case", "flag", TUTAHI, "ZZ", "--raise", "--reason", "x"), "is not a flag"),
        (
            ("case", "open", WATCHED, "--high-profile", "gossip", "--reason", "x", "--review", "1/6/2027"),
            "limb",
        ),
        (
            ("case", "open", WATCHED, "--high-profile", "media", "--reason", "x", "--review", "31/6/2027"),
            "not a date",
        ),
        (("case", "order", TUTAHI, "bail", "none"), "six answers"),
        (("case", "anchor", TUTAHI, "--date-name", "release"), "named date"),
        (("case", "set", TUTAHI), "Nothing to set"),
        (("case", "set", TUTAHI, "--leading-service", "navy"), "is not a service"),
        (("case", "show", "nobody"), "nobody of that number whom you may open"),
        (("address", "check", TUTAHI, "1", "probation", "asked"), "no address number 1"),
        (("hearing", "result", TUTAHI, "--date", "2/2/2027", "--result", "declined"), "No hearing"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_1(run: Run, words: tuple[str, ...], why: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert why in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_plan_is_filled_in_from_the_terminal(run: Run) -> None:
    for words in (
        ("case", "set", TUTAHI, "--leading-service", "probation", "--owner", "Hine Smith"),
        ("address", "add", TUTAHI, "12 Kōwhai Street", "--consent", "yes"),
        ("address", "check", TUTAHI, "1", "probation", "held, not relevant", "--suitability", "suitable"),
        ("address", "set", TUTAHI, "1", "--verified", "--next"),
        ("case", "answer", TUTAHI, "officer-told", "yes"),
        ("case", "alias", TUTAHI, "nickname", "Tiny"),
        ("case", "alias", TUTAHI, "nickname", "Tinny"),
        ("case", "withdraw-alias", TUTAHI, "nickname", "Tinny", "--reason", "a cousin's"),
        ("case", "correct", TUTAHI, "Unit", "Rimu", "--reason", "moved"),
        ("case", "withdraw-value", TUTAHI, "Unit", "--reason", "the wrong unit"),
        ("case", "correct", TUTAHI, "Unit", "Tōtara", "--reason", "moved yesterday"),
        ("address", "withdraw", TUTAHI, "1", "--by", "the occupier", "--reason", "sold"),
        ("address", "restore", TUTAHI, "1", "--reason", "the wrong line", "--next"),
        ("case", "inform", TUTAHI, "prisons", "Works in the kitchen.", "--author", "the PCO"),
        (
            "case",
            "risk",
            "add",
            TUTAHI,
            "--service",
            "probation",
            "--tool",
            "DRAOR",
            "--score",
            "9",
            "--on",
            "1/11/2026",
        ),
        ("case", "order", TUTAHI, "protection", "nothing held", "--source", "Court list"),
        ("case", "flag", TUTAHI, "SS", "--raise", "--reason", "threat", "--authorised-by", "the PCO"),
        ("case", "flag", TUTAHI, "SS", "--withdraw", "--reason", "over"),
        ("hearing", "record", TUTAHI, "--date", "1/6/2027"),
        (
            "hearing",
            "result",
            TUTAHI,
            "--date",
            "20/2/2027",
            "--result",
            "declined",
            "--received",
            "21/2/2027",
        ),
    ):
        assert run(*words)[0] == 0, words
    data = run("case", "show", TUTAHI, "--json")[1]
    assert data["milestones"][0]["missing"] == []
    assert data["plan"]["addresses"][0]["checks"][0]["answer"] == "held, not relevant"
    assert [row["result"] for row in data["hearings"]] == ["declined", None]
    words = run("case", "show", TUTAHI)[1]
    for told in ("Tōtara", "12 Kōwhai Street (verified, next address)", "Works in the kitchen.", "DRAOR"):
        assert told in words
    assert run("hearing", "list", TUTAHI, "--json")[1]["hearings"][0]["received"] == "2027-02-21"
    assert run("address", "list", TUTAHI, "--json")[1]["addresses"][0]["is_next"] is True


def test_a_person_entered_by_hand_with_a_name_of_sixty_letters_is_found(run: Run) -> None:
    name = "Ngātīwhātuakaihakatereorākeiwhakamahuetoatahitekaumārimanui"
    code, _, err = run(
        "case", "new", "X-9", "--surname", name, "--date-of-birth", "29/2/1980", "--forum", "chc"
    )
    assert (code, err) == (0, "")
    assert run("case", "find", name[:50], "--json")[1]["hits"][0]["prn"] == "X-9"
    assert name in run("case", "list")[1]

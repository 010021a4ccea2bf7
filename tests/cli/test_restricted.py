"""Restricted cases from a terminal: what is printed, as JSON and in words, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.restricted import GLASS_IS_TOLD
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import CLOSED, COMING, ISSUED, KEPT, READER
from tests.fixtures.terminal import Terminal
from tests.usecases.test_restricted_leaks import canaries_in

WHY = "The duty chair is ill and the release is tomorrow."
CODE = "RESTRICTED-CHC-1"


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The administrator and the chair at a terminal; the case is not restricted yet."""
    return Terminal(kept.full_register(tmp_path / "register").folder, capsys)


def _restrict(typed: Terminal) -> dict[str, object]:
    made: dict[str, object] = typed.json(
        "case", "restrict", KEPT, "--reader", READER, "--reason", "a witness"
    )
    return made


def test_a_case_is_restricted_read_by_its_readers_and_lifted(typed: Terminal) -> None:
    made = _restrict(typed)
    assert (made["label"], made["code"], made["restricted"]) == ("Restricted 1", CODE, True)
    assert typed.run("case", "show", KEPT)[0] == 1
    told = typed.run("case", "readers", KEPT, chair=True)[1]
    assert f"Readers: {READER} (chair)" in told
    assert "▣ RESTRICTED" in typed.run("case", "show", KEPT, chair=True)[1]
    assert typed.run("case", "lift", KEPT, "--reason", "over")[0] == 3
    assert "ordinary case again" in typed.run("case", "lift", KEPT, "--reason", "over", chair=True)[1]
    assert typed.run("case", "show", KEPT)[0] == 0


def test_everything_printed_for_others_says_the_number_and_no_word_of_the_case(typed: Terminal) -> None:
    _restrict(typed)
    for words in (
        ("case", "list"),
        ("case", "transfers"),
        ("action", "list"),
        ("meeting", "agenda", ISSUED),
        ("meeting", "agenda", COMING),
        ("meeting", "records", CLOSED),
        ("meeting", "minutes", CLOSED),
        ("meeting", "checklist", ISSUED),
        ("meeting", "restricted", ISSUED),
        ("trail", "list"),
        ("figures",),
        ("extract", "left-out"),
    ):
        for more in ((), ("--json",)):
            code, out, err = typed.run(*words, *more)
            assert code == 0, (words, err)
            assert canaries_in(out) == [], words
    assert "Restricted 1" in typed.run("case", "list")[1]
    for meeting in (COMING, ISSUED):
        lines = typed.run("meeting", "agenda", meeting)[1].splitlines()
        assert [line.lstrip(" 1234.") for line in lines if "Restricted" in line] == ["Restricted 1 · 8 min"]
    told = typed.run("meeting", "minutes", CLOSED)[1].splitlines()
    at = next(number for number, line in enumerate(told) if "Restricted 1" in line)
    assert told[at].strip() == "2. Restricted 1"
    assert "3. " in next(line for line in told[at + 1 :] if line.strip()), (
        "the next case, and no word between"
    )
    listed = typed.json("meeting", "agenda", ISSUED)
    row = next(each for each in listed["items"] if each["prn"] == CODE)
    assert (row["surname"], row["reasons"], row["sentences"], row["anchor"]) == ("Restricted 1", [], [], None)


def test_a_search_finds_nobody_and_opening_confirms_nothing(typed: Terminal) -> None:
    _restrict(typed)
    assert typed.json("case", "find", kept.NAME)["hits"] == []
    sentences = {typed.run("case", "show", prn)[2] for prn in (KEPT, CODE, "nobody-has-this")}
    assert len(sentences) == 1


def test_the_glass_is_broken_and_told(typed: Terminal) -> None:
    _restrict(typed)
    for more in ((), ("--reason", "urgent")):
        code, _, said = typed.run("case", "break-glass", CODE, *more)
        assert (code, GLASS_IS_TOLD in said) == (1, True), "who will read it is said before it is done"
    told = typed.json("case", "break-glass", CODE, "--reason", WHY)["opened"]
    assert told["opens"] == KEPT
    assert typed.run("case", "show", KEPT)[0] == 0
    assert WHY in typed.run("case", "restricted", chair=True)[1]
    assert WHY in typed.run("meeting", "restricted", COMING)[1]
    assert [WHY in each for each in typed.json("meeting", "agenda", COMING)["opened"]] == [True]
    assert WHY in typed.run("meeting", "agenda", COMING)[1]


def test_the_minutes_of_the_next_meeting_keep_the_line(typed: Terminal) -> None:
    _restrict(typed)
    typed.run("case", "break-glass", CODE, "--reason", WHY)
    for prn in ("001", "002", "003", KEPT):
        words = ("--decision", "agreed", "--reason", "As discussed.", "--disclosure-considered", "no")
        typed.run("meeting", "decide", ISSUED, "--prn", prn, *words, chair=True)
    code, _, err = typed.run("meeting", "close", ISSUED, chair=True)
    assert code == 0, err
    assert WHY in typed.run("meeting", "minutes", ISSUED)[1]
    assert typed.json("meeting", "agenda", COMING)["opened"] == []


def test_somebody_is_excluded_for_some_days_and_let_in_again(typed: Terminal) -> None:
    days = ("--from", "16/11/2026", "--to", "31/12/2027")
    words = ("case", "exclude", KEPT, "--name", "Ngaire Elsewhere", "--reason", "a former neighbour")
    assert typed.run(*words)[0] == 3
    assert "until 31/12/2027" in typed.run(*words, *days, chair=True)[1]
    told = typed.run("meeting", "restricted", ISSUED)[1]
    assert "Ngaire Elsewhere leaves the room." in told
    draft = typed.run("meeting", "restricted", COMING)[1]
    assert ("is not issued yet" in draft, "Nobody has to leave" in draft) == (True, False)
    assert typed.run(*words, *days, chair=True)[0] == 1
    assert "no longer" in typed.run(*words, "--end", chair=True)[1]
    assert "Nobody has to leave the room." in typed.run("meeting", "restricted", ISSUED)[1]


def test_a_workbook_says_what_it_left_out(typed: Terminal, tmp_path: Path) -> None:
    _restrict(typed)
    out = tmp_path / "out.xlsx"
    made = typed.json("police", "export", ISSUED, "--out", str(out), "--plain")
    assert made["restricted"] == 1
    assert json.dumps(made).find(KEPT) == -1
    again = typed.run("police", "export", ISSUED, "--out", str(tmp_path / "b.xlsx"), "--plain")[1]
    assert "Left out: 1 restricted case." in again


def test_slips_of_the_hand_are_told_in_a_sentence(typed: Terminal) -> None:
    for words, why in (
        (("--reader", "Nobody Here"), "has access"),
        (("--reader", "Mere Ashcombe"), "No chair in office"),
    ):
        code, _, err = typed.run("case", "restrict", KEPT, *words, "--reason", "x")
        assert code == 1
        assert why in err
        assert err.count("\n") == 1
    assert typed.run("case", "restrict", KEPT, "--reason", "x")[0] == 2


def test_entering_a_person_of_a_kept_number_is_refused_without_saying_which_case_it_is(
    typed: Terminal,
) -> None:
    _restrict(typed)
    who = ("--surname", "Elsewhere", "--given-names", "A", "--date-of-birth", "1/1/1980", "--forum", "CHC")
    code, out, err = typed.run("case", "new", KEPT, *who)
    assert (code, out, "Restricted" in err, "cannot be entered by hand" in err) == (1, "", False, True)

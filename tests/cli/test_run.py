"""Running a meeting from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.run import CaseTime, UnderWayDraft
from app.usecases import run
from tests.cli.test_meeting import Terminal
from tests.fixtures import desks, months
from tests.fixtures.process import done, say

REGISTER = months.new_month


def test_where_a_meeting_stands_is_told_as_the_window_left_it(register: Path) -> None:
    assert done(register, "meeting", "under-way", months.MEETING)["begun"] is False
    desk = desks.sit(register)
    run.keep_under_way(
        desk, months.MEETING, UnderWayDraft(2, True, 300, 0, (CaseTime(2, 75, 0, {"reason": "Half a"}),))
    )
    told = done(register, "meeting", "under-way", months.MEETING)
    assert (told["position"], told["running"], told["seconds"]) == (2, True, 300)
    assert told["cases"] == [{"position": 2, "seconds": 75, "half_written": 6}]
    assert told["prn"]


def test_a_case_is_moved_to_paper_and_agreed_there_with_the_rest(register: Path) -> None:
    agenda = done(register, "meeting", "agenda", months.MEETING)
    prn = next(item["prn"] for item in agenda["items"] if item["track"] == "table")
    move = ("meeting", "pull", months.MEETING, "--prn", prn, "--by", "S. Merrin")
    assert "at the table already" in say(register, *move).refused()
    assert done(register, *move, "--to-paper") == {
        "meeting": months.MEETING, "prn": prn, "track": "paper", "by": "S. Merrin",
    }  # fmt: skip
    vote = done(register, "meeting", "vote-paper", months.MEETING, "--disclosure-considered", "no")
    assert prn in vote["agreed"]
    assert vote["undecided"] == len(agenda["items"]) - len(vote["agreed"])
    stands = done(register, "meeting", "under-way", months.MEETING)
    assert [(each["prn"], each["by"]) for each in stands["moves"]] == [(prn, "S. Merrin")]


def test_a_vote_on_a_draft_is_refused_in_a_sentence(register: Path) -> None:
    assert "not issued yet" in say(register, "meeting", "vote-paper", months.NEXT).refused()


def test_where_a_meeting_stands_is_told_in_sentences(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal(register, capsys)
    assert "not under way yet" in terminal.run("meeting", "under-way", months.MEETING)[1]
    desk = desks.sit(register)
    draft = UnderWayDraft(2, True, 300, 0, (CaseTime(2, 75, 0, {"reason": "Half a"}),))
    run.keep_under_way(desk, months.MEETING, draft)
    code, out, _ = terminal.run("meeting", "under-way", months.MEETING)
    assert code == 0
    for told in (
        "at case 2 of 9; the clock ran",
        "2:55:00 of the meeting left",
        "At this pace",
        "1:15",
        "6 characters",
    ):
        assert told in out
    assert "Half a" not in out

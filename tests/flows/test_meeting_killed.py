"""A meeting whose computer stops at any moment: what was confirmed is there, and it is taken up at the same case."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from app.usecases.discussion import see_records
from app.usecases.run import see_table
from tests.fixtures import desks
from tests.fixtures.at_the_table import MEETING, AtTheTable, new_table, program_on, reason_of
from tests.fixtures.process import ROOT, done

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"), reason="needs a system that can kill a process"
)

TIMES = 10
SEED = 20_270_310


@dataclass
class Told:
    """What a process said before it died: acts in the register, the case in hand, and what was kept of it."""

    code: int
    acts: set[tuple[str, int]] = field(default_factory=set)
    hand: int = 0
    kept: dict[int, int] = field(default_factory=dict)
    steps: int = 0


def _run(folder: Path, step: int) -> Told:
    new_table(folder, 6, 1)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fixtures.at_the_table", str(folder), str(step)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )  # fmt: skip
    told = Told(ended.returncode)
    for line in ended.stdout.splitlines():
        match line.split():
            case ["in", kind, position]:
                told.acts.add((kind, int(position)))
            case ["hand", position]:
                told.hand = int(position)
            case ["kept", position, seconds]:
                told.kept[int(position)] = int(seconds)
            case ["steps", steps]:
                told.steps = int(steps)
    assert step or told.code == 0, ended.stderr
    return told


def _holds(folder: Path, told: Told) -> None:
    """Every act that was told as saved is there, with its words."""
    desk = desks.sit(folder)
    for row in see_records(desk, MEETING):
        if ("decide", row.position) in told.acts:
            assert row.reason == reason_of(row.position)
        if ("action", row.position) in told.acts:
            assert [each.text for each in row.actions] == [f"action of case {row.position}"]
    desk.close()


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[list[AtTheTable]]:
    """Windows that a test opens, closed after it."""
    opened: list[AtTheTable] = []
    yield opened
    for each in opened:
        each.program.close()


def test_a_meeting_killed_at_ten_points_is_taken_up_at_the_same_case_with_its_clock_paused(
    tmp_path: Path, windows: list[AtTheTable]
) -> None:
    whole = _run(tmp_path / "whole", 0)
    assert whole.steps > 100
    assert whole.acts == {
        ("decide", 1),
        ("decide", 2),
        ("decide", 3),
        ("decide", 4),
        ("action", 2),
        ("action", 4),
    }
    chosen = sorted(random.Random(SEED).sample(range(whole.steps // 20, whole.steps - 5), TIMES))
    for step in chosen:
        folder = tmp_path / f"killed-{step}"
        told = _run(folder, step)
        assert told.code == -signal.SIGKILL, (step, told)
        assert done(folder, "register", "check")["ok"]
        _holds(folder, told)
        _taken_up(folder, told, windows)


def _taken_up(folder: Path, told: Told, windows: list[AtTheTable]) -> None:
    desk = desks.sit(folder)
    stands = see_table(desk, MEETING).under_way
    desk.close()
    program, hand = program_on(folder, folder.with_name(f"{folder.name}-again"))
    windows.append(hand)
    screen = hand.take_up()
    assert screen.course is not None
    assert not screen.course.running
    assert screen.page.sheet.ring.word == "paused"
    assert screen.course.seconds == stands.seconds >= max(told.kept.values(), default=0)
    # The case in hand is the one that was: or the next, where its keeping was confirmed before it could be told.
    if told.hand:
        assert screen.course.position in (told.hand, told.hand + 1)
    if (
        told.hand in told.kept
        and screen.course.position == told.hand
        and ("decide", told.hand) not in told.acts
    ):
        shown = screen.page.panel.reason.toPlainText()
        assert shown == reason_of(told.hand)
    program.close()
    windows.remove(hand)


def test_a_meeting_killed_in_the_middle_is_run_to_its_end(tmp_path: Path, windows: list[AtTheTable]) -> None:
    whole = _run(tmp_path / "whole", 0)
    folder = tmp_path / "killed"
    told = _run(folder, whole.steps // 2)
    assert told.code == -signal.SIGKILL
    _, hand = program_on(folder, tmp_path / "again")
    windows.append(hand)
    screen = hand.take_up()
    assert screen.course is not None
    while (position := screen.course.position) and screen.course.case and screen.course.undecided():
        if screen.stack.currentWidget() is screen.page:
            panel = screen.page.panel
            if panel.decision is None:
                panel.kinds[0].setChecked(True)
            panel.reason.setPlainText(reason_of(position))
        screen.first_act()
        hand.rest()
    desk = desks.sit(folder)
    records = see_records(desk, MEETING)
    assert all(row.decision for row in records)
    assert [row.reason for row in records[:6]] == [reason_of(row.position) for row in records[:6]]
    assert {row.position for row in records if row.actions} >= {
        place for kind, place in told.acts if kind == "action"
    }
    desk.close()

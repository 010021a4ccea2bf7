"""A picture of each screen from the command line: seconds of the wall's clock and of the processor, the slowest first.

    ./run bench shots [--runs 5] [--screen cases]

Each picture is a process of its own, as a person would call it: `forumdesk shoot --screen … --size 1366x768`, on the
register of made-up people of `forumdesk shoot --prepare`. Medians of `--runs`; the goal is two seconds of the wall's
clock for each, with nothing else running. How fast the computer is today tells a process beside it that reads Qt and
SQLAlchemy, and draws an empty table.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._measure import finish, report, wants_json  # noqa: E402

FORUMDESK = (sys.executable, "-m", "app.main")
LIKE = ("--size", "1366x768", "--theme", "light")
GOAL = 2.0
BARE = """
import sys, sqlalchemy.orm, sqlcipher3
from PySide6.QtWidgets import QApplication, QTableView
app = QApplication([])
table = QTableView()
table.resize(1366, 768)
table.grab().save(sys.argv[1])
"""


def process(*words: str) -> str:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=ROOT, env=environ, check=True, capture_output=True, text=True)
    return done.stdout


def once(*words: str) -> tuple[float, float]:
    """Seconds of a process by the wall's clock and by the processor's, its own children included."""
    before, began = os.times(), time.perf_counter()
    process(*words)
    after, ended = os.times(), time.perf_counter()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return ended - began, spent


def main() -> None:
    words = argparse.ArgumentParser(prog="./run bench shots", description=__doc__)
    words.add_argument("--runs", type=int, default=5, help="processes for each picture (default 5)")
    words.add_argument("--screen", help="one screen alone (default: every one)")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    asked = words.parse_args()
    screens = [asked.screen] if asked.screen else process(*FORUMDESK, "shoot", "--list").split()
    taken: list[tuple[float, float, str]] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "shot.png")
        for screen in screens:
            drawn = []
            for _ in range(asked.runs):
                drawn.append(once(*FORUMDESK, "shoot", "--screen", screen, *LIKE, "--out", out))
                bare.append(once(sys.executable, "-c", BARE, out)[1])
            walls, spent = zip(*drawn, strict=True)
            taken.append((median(walls), median(spent), screen))
    taken.sort(reverse=True)
    if not wants_json():
        print("  wall   processor  screen")
        for wall, processor, screen in taken:
            print(f"{wall:6.2f}  {processor:9.2f}  {screen}")
    wall, processor, slowest = taken[0]
    over = sum(row[0] > GOAL for row in taken)
    finish(
        report(f"the slowest of {len(taken)} shots ({slowest})", wall / GOAL, "two seconds", 1.0, over=over,
               seconds=round(wall, 2), processor_seconds=round(processor, 2),
               beside_an_empty_table=round(processor / median(bare), 2))
    )  # fmt: skip


if __name__ == "__main__":
    main()

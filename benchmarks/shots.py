"""A picture of each screen from the command line: seconds of the wall's clock and of the processor, the slowest first.

    ./run bench shots [--runs 5] [--screen cases]

Each picture is a process of its own, as a person would call it: `forumdesk shoot --screen … --size 1366x768`, on the
register of made-up people of `forumdesk shoot --prepare`. Medians of `--runs`; the goal is two seconds for each.
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
GOAL = 2.0


def forumdesk(*words: str) -> str:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        (*FORUMDESK, *words), cwd=ROOT, env=environ, check=True, capture_output=True, text=True
    )
    return done.stdout


def once(screen: str, out: Path) -> tuple[float, float]:
    """Seconds by the wall's clock and by the processor's, the process's own children included."""
    before, began = os.times(), time.perf_counter()
    forumdesk("shoot", "--screen", screen, "--size", "1366x768", "--theme", "light", "--out", str(out))
    after, ended = os.times(), time.perf_counter()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return ended - began, spent


def main() -> None:
    words = argparse.ArgumentParser(prog="./run bench shots", description=__doc__)
    words.add_argument("--runs", type=int, default=5, help="processes for each picture (default 5)")
    words.add_argument("--screen", help="one screen alone (default: every one)")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    asked = words.parse_args()
    screens = [asked.screen] if asked.screen else forumdesk("shoot", "--list").split()
    taken: list[tuple[float, float, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for screen in screens:
            walls, spent = zip(
                *(once(screen, Path(folder) / "shot.png") for _ in range(asked.runs)), strict=True
            )
            taken.append((median(walls), median(spent), screen))
    taken.sort(key=lambda row: (row[1], row[2]), reverse=True)
    if not wants_json():
        print("  wall   processor  screen")
        for wall, processor, screen in taken:
            print(f"{wall:6.2f}  {processor:9.2f}  {screen}")
    wall, processor, slowest = taken[0]
    over = sum(row[1] > GOAL for row in taken)
    finish(
        report(f"the slowest of {len(taken)} shots ({slowest})", processor / GOAL, "two seconds of the processor", 1.0,
               seconds=round(processor, 2), wall_seconds=round(wall, 2), over=over)
    )  # fmt: skip


if __name__ == "__main__":
    main()

"""`forumdesk --help` beside `python3 -c "import sqlalchemy"`: what a person waits for when asking how (speed.md)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._measure import finish, interleaved, report


def _children() -> float:
    used = os.times()
    return used.children_user + used.children_system


def main() -> None:
    """Measure and print. CPU time of the child processes, bytecode compiled."""

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    taken = interleaved(
        {"help": lambda: run("-m", "app.main", "--help"), "import": lambda: run("-c", "import sqlalchemy")},
        runs=9,
        clock=_children,
    )
    finish(report("forumdesk --help", taken["help"] / taken["import"], "python3 -c 'import sqlalchemy'", 2))


if __name__ == "__main__":
    main()

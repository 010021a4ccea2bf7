"""Figure 14: the first window, beside a process that shows a bare label (design/speed.md).

Each run is a process of its own, offscreen, from the interpreter's start to the first painted window; CPU seconds
of the processes are compared. The second peer reads every package of the program before it shows anything.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._measure import finish, interleaved, report  # noqa: E402

BARE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("ForumDesk")
label.show()
app.processEvents()
label.grab()
"""
OURS = """
from pathlib import Path
from ui.main import Program, application
from ui.signin.window import Edges
app = application()
program = Program(app, Edges(Path({profile!r})))
window = program.start()
app.processEvents()
window.grab()
"""
EVERYTHING = """
import importlib, pkgutil
for top in ("app", "db", "reports", "ui"):
    package = importlib.import_module(top)
    for info in pkgutil.walk_packages(package.__path__, top + "."):
        if not info.name.startswith(("db.migrations.", "app.main")):
            importlib.import_module(info.name)
"""


def process(source: str) -> float:
    """CPU seconds of one process, its own children included."""
    before = _of_children()
    subprocess.run([sys.executable, "-c", source], check=True, cwd=ROOT, env=_ENVIRON)
    return _of_children() - before


def _of_children() -> float:
    """To the microsecond where the system tells it: `os.times` counts in hundredths, a thirteenth of a bare label."""
    if sys.platform == "win32":
        spent = os.times()
        return spent.children_user + spent.children_system
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


_ENVIRON = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}


class _Clock:
    """Sums what the processes took, so that `interleaved` reads their time and not ours."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def main() -> None:
    clock = _Clock()

    def run(source: str) -> None:
        clock.seconds += process(source)

    with tempfile.TemporaryDirectory() as profile:
        ours = OURS.format(profile=profile)
        taken = interleaved(
            {"bare": lambda: run(BARE), "ours": lambda: run(ours), "all": lambda: run(EVERYTHING + ours)},
            runs=7,
            clock=clock,
        )
    finish(
        report("14 first window", taken["ours"] / taken["bare"], "a bare QLabel process", 1.6,
               seconds=round(taken["ours"], 3)),
        report("14 first window, everything read first", taken["ours"] / taken["all"],
               "reading every package first", 1 / 3),
    )  # fmt: skip


if __name__ == "__main__":
    main()

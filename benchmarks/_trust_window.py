"""Somebody at the window, for a look into the memory of the process: signs in, reads, types, waits for a word, locks.

Run as `python -m benchmarks._trust_window FOLDER NAME`; the passphrase is the first line on standard input, and the
next one locks. The lock is the product's own: it begins another process and ends this one (docs/decisions/0012).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.main import _begin_anew
from app.settings import profile_folder
from app.usecases import cases
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from ui.main import Program, application
from ui.signin.window import Edges

SECTIONS = ("cases", "meetings", "police", "people", "trail", "home")
PATIENCE = 120


def until(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents()
        threading.Event().wait(0.003)


def main(folder: Path, name: str) -> None:
    """Sign in, read, lock when told."""
    program = Program(application(), Edges(profile_folder(), desks.Clock(), CheapStretcher(), _begin_anew))
    program.settings.setValue("register", str(folder))
    form = program.start().enter
    form.name.setText(name)
    form.passphrase.setText(sys.stdin.readline().rstrip("\n"))
    QTest.keyClick(form.passphrase, Qt.Key.Key_Return)
    until(lambda: program.window is not None and not program.tasks.busy)
    window = program.window
    if window is None:
        raise TimeoutError("nobody is signed in")
    prn = cases.list_cases(window.desk.door)[0].prn
    for section in SECTIONS:
        window.open(section)
        until(lambda: not program.tasks.busy)
    window.open("case", prn=prn)
    until(lambda: not program.tasks.busy)
    print("ready", flush=True)
    sys.stdin.readline()
    QTimer.singleShot(0, program, program.lock)
    program.app.exec()
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

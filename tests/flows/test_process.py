"""What is left of the process itself: no core, no look into it from beside, and no words of an error anywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CANARY = "Hēmi Ngātoro 0012345"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")

TELL = """
def tell():
    import ctypes
    from pathlib import Path
    limits = Path("/proc/self/limits").read_text(encoding="ascii").splitlines()
    core = next(line for line in limits if line.startswith("Max core file size")).split()
    print("core", core[4], core[5], "dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
"""

COMMAND = """
import gc, sys, threading
from app.cli import forum
from app.main import main

class Unraisable:
    def __del__(self):
        raise ValueError(canary)

def stumble(*_arguments):
    raise KeyError(canary)

def command(_call):
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    Unraisable()
    gc.collect()
    stumble()

forum.list_ = command
sys.argv = ["forumdesk", "forum", "list"]
assert main() == 1
tell()
stumble()
"""

WINDOW = """
import sys
from PySide6.QtCore import QObject, QTimer, qWarning
from app.main import main
from ui.main import Program

def fault():
    raise RuntimeError(canary)

def started(program, locked=False, start=Program.start):
    window = start(program, locked)
    qWarning("QThing::put: " + canary)
    QTimer.singleShot(0, window, fault)
    QTimer.singleShot(0, window, lambda: print("said", window.enter.notice.text, flush=True))
    QTimer.singleShot(0, window, tell)
    QTimer.singleShot(0, window, window.close)
    return window

Program.start = started
sys.argv = ["forumdesk"]
sys.exit(main())
"""


def _run(code: str, tmp_path: Path) -> tuple[str, str, str]:
    """What a process said on both its streams, and all that it left in its profile."""
    profile = tmp_path / "profile"
    done = subprocess.run(
        [sys.executable, "-c", f"canary = {CANARY!r}\n{TELL}{code}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={
            **os.environ,
            "FORUMDESK_PROFILE": str(profile),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONUTF8": "1",
        },
    )
    kept = "".join(
        file.read_text(encoding="utf-8", errors="replace") for file in profile.rglob("*") if file.is_file()
    )
    return done.stdout, done.stderr, kept


@LINUX
@pytest.mark.parametrize("code", [COMMAND, WINDOW], ids=["command", "window"])
def test_no_core_is_written_and_nobody_beside_may_look_in(code: str, tmp_path: Path) -> None:
    out, err, _kept = _run(code, tmp_path)
    assert "core 0 0 dumpable 0" in out, err


@LINUX
def test_a_command_keeps_the_event_and_no_words_of_it(tmp_path: Path) -> None:
    out, err, kept = _run(COMMAND, tmp_path)
    for heard in (out, err, kept):
        assert not any(word in heard for word in CANARY.split())
        assert "Traceback" not in heard
    numbers = re.findall(r"event ([0-9a-f]{8})", err)
    assert len(numbers) == 2, err
    lines = kept.splitlines()
    assert [line.split()[2] for line in lines] == ["KeyError", "ValueError", "KeyError", "KeyError"]
    assert [line.split()[1] for line in lines[2:]] == numbers
    assert all(re.search(r"at \S+ line \d+", line) for line in lines)


def test_the_window_tells_one_sentence_and_keeps_the_event(tmp_path: Path) -> None:
    out, err, kept = _run(WINDOW, tmp_path)
    assert not any(word in heard for word in CANARY.split() for heard in (out, err, kept))
    said = next(line for line in out.splitlines() if line.startswith("said"))
    number = re.search(r"RuntimeError at \S+ line \d+, event ([0-9a-f]{8})\)", said)
    assert number is not None, said + err
    assert f"{number[1]} RuntimeError at" in kept
    assert "QtWarningMsg QThing::put\n" in kept

"""A fault of ours as it is kept and told: a number, what kind it was and where; never a value.

The words of an error carry what was being worked on, names among it. So they are written nowhere: not to the log,
not to standard error, not on the screen (design/trust.md, "Locking, memory"; docs/decisions/0035).
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, TextIO

FAULTS = "faults.log"
STOPS = "stops.log"
_LARGEST = 65_536

_at_a_stop: list[TextIO] = []
"""Open for as long as the process lives: where a fault below Python is written."""


class Event(NamedTuple):
    """One fault of ours."""

    number: str
    kind: str
    place: str

    @property
    def words(self) -> str:
        """`KeyError at cases.py line 120, event 1a2b3c4d`"""
        return f"{self.kind} at {self.place}, event {self.number}"


def enter(error: BaseException) -> Event:
    """Keep an error of ours and give back what a person is told of it."""
    return enter_kind(type(error), error.__traceback__)


def enter_kind(kind: type[BaseException], trace: TracebackType | None) -> Event:
    """The same for a hook, which knows a kind and a place and may know no error."""
    import traceback  # read where it is needed: the first window does not wait for it

    places = [f"{_file(each.filename)} line {each.lineno}" for each in traceback.extract_tb(trace)]
    event = Event(_number(), kind.__name__, places[-1] if places else "an unknown place")
    _write(event.number, event.kind, "at", " < ".join(reversed(places)) or event.place)
    return event


def enter_message(kind: str, about: str) -> None:
    """Something a library said by itself: its kind and the function that said it, without the words."""
    _write(_number(), kind, about)


def _profile() -> Path:
    from app.settings import profile_folder  # so is this: most processes end without a fault

    return profile_folder()


def _number() -> str:
    return os.urandom(4).hex()


def _file(name: str) -> str:
    return name.replace(chr(92), "/").rpartition("/")[2]


def _write(*words: str) -> None:
    """One line. A profile that cannot be written keeps nothing; the person is told of the fault all the same."""
    file = _profile() / FAULTS
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_suffix(".1.log"))
        with file.open("a", encoding="utf-8") as kept:
            kept.write(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {' '.join(words)}\n")


def watch_process() -> None:
    """Wherever Python would print an error's words by itself, the event is kept instead."""
    sys.excepthook = lambda kind, _error, trace: _say(enter_kind(kind, trace))
    threading.excepthook = lambda told: _keep(told.exc_type, told.exc_traceback)
    sys.unraisablehook = lambda told: _keep(told.exc_type, told.exc_traceback)


def _keep(kind: type[BaseException], trace: TracebackType | None) -> None:
    if not issubclass(kind, SystemExit):
        enter_kind(kind, trace)


def _say(event: Event) -> None:
    if sys.stderr is not None:  # a program without a terminal on Windows has none
        sys.stderr.write(f"Something went wrong inside ForumDesk ({event.words}).\n")


def watch_stops() -> None:
    """Where a library brings the whole process down, keep each thread's files, functions and lines: no values."""
    file = _profile() / STOPS
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _at_a_stop[:] = [file.open("a", encoding="utf-8")]
        faulthandler.enable(_at_a_stop[0], all_threads=True)

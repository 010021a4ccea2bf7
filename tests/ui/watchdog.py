"""Which calls held the window's thread longest: looked at from another thread, printed, never asserted.

Run with `-rP` (or `-s`) to read it: `./run test tests/ui/test_whole_month.py -rP`. Of each call stand the processor
time of the window's thread, by which they are ordered, and the wall's clock, which other programs on a busy computer
lengthen. Where the system does not tell the first, both are the wall's.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType

_TOP = Path(__file__).resolve().parents[2]
_UI = str(_TOP / "ui")
_PASSED_THROUGH = {str(_TOP / "ui" / name) for name in ("tasks.py", "shoot.py")}
"""What carries an answer home, and what draws pictures: the call is whatever they call."""
_EVERY = 0.001
_TURN = 0.0005
"""Seconds after which a thread that runs Python lets the watching one look: Python's own five milliseconds are too many
for a call of thirty."""


def _clock_of(thread: int) -> Callable[[], float]:
    """The processor time of one thread in seconds; the wall's clock where the system does not tell it."""
    if sys.platform == "win32":
        return time.perf_counter
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


class Watchdog:
    """Samples the window's thread every millisecond and keeps how long each call into `ui` lasted."""

    def __init__(self) -> None:
        self.samples = 0
        self.calls: dict[str, tuple[float, float]] = {}
        """The longest call of each place: its seconds by the processor, and by the wall's clock."""
        self._main = threading.get_ident()
        self._clock = _clock_of(self._main)
        self._over = threading.Event()
        self._turn = sys.getswitchinterval()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watchdog:
        sys.setswitchinterval(_TURN)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        sys.setswitchinterval(self._turn)

    def worst(self, many: int = 5) -> list[tuple[float, str]]:
        """Seconds of the processor and place of the longest calls, the longest first, each place once."""
        return sorted(((spent, place) for place, (spent, _wall) in self.calls.items()), reverse=True)[:many]

    def told(self) -> str:
        lines = [
            f"{spent * 1000:6.0f} {self.calls[place][1] * 1000:6.0f}  {place}"
            for spent, place in self.worst()
        ]
        return "The longest calls on the window's thread, ms of the processor and of the wall:\n" + "\n".join(
            lines
        )

    def _watch(self) -> None:
        # A frame is never kept: it would keep alive what it holds, such as a painter.
        held, since, began = (0, ""), 0.0, 0.0
        while not self._over.wait(_EVERY):
            found = self._entry(sys._current_frames().get(self._main))
            now, wall = self._clock(), time.perf_counter()
            self.samples += 1
            if found != held:
                held, since, began = found, now, wall
            elif found[0]:
                self.calls[found[1]] = max(self.calls.get(found[1], (0.0, 0.0)), (now - since, wall - began))

    @staticmethod
    def _entry(frame: FrameType | None) -> tuple[int, str]:
        """The outermost frame of ours by number and place: where Qt, or a test's key, came in."""
        found = (0, "")
        while frame is not None:
            code = frame.f_code
            if code.co_filename.startswith(_UI) and code.co_filename not in _PASSED_THROUGH:
                found = (id(frame), f"{Path(code.co_filename).relative_to(_TOP)}:{code.co_qualname}")
            frame = frame.f_back
        return found

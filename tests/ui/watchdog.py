"""Which calls held the window's thread longest: looked at from another thread, printed, never asserted.

Run with `-rP` (or `-s`) to read it: `./run test tests/ui/test_whole_month.py -rP`.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from types import FrameType, TracebackType

_UI = str(Path(__file__).resolve().parents[2] / "ui")
_EVERY = 0.002


class Watchdog:
    """Samples the window's thread every 2 ms and keeps how long each call into `ui` lasted."""

    def __init__(self) -> None:
        self.samples = 0
        self.calls: dict[str, float] = {}
        self._main = threading.get_ident()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watchdog:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def worst(self, many: int = 5) -> list[tuple[float, str]]:
        """Seconds and place of the longest calls, the longest first, each place once."""
        return sorted(((seconds, place) for place, seconds in self.calls.items()), reverse=True)[:many]

    def told(self) -> str:
        lines = [f"{seconds * 1000:6.0f} ms  {place}" for seconds, place in self.worst()]
        return "The longest calls on the window's thread:\n" + "\n".join(lines)

    def _watch(self) -> None:
        held: FrameType | None = None
        since = 0.0
        while not self._over.wait(_EVERY):
            found = self._entry(sys._current_frames().get(self._main))
            now = time.perf_counter()
            self.samples += 1
            if found is not held:
                held, since = found, now
            elif found is not None:
                place = (
                    f"{Path(found.f_code.co_filename).relative_to(Path(_UI).parent)}:{found.f_code.co_name}"
                )
                self.calls[place] = max(self.calls.get(place, 0.0), now - since)

    @staticmethod
    def _entry(frame: FrameType | None) -> FrameType | None:
        """The outermost frame of ours: where Qt, or a test's key, came in."""
        outermost = None
        while frame is not None:
            if frame.f_code.co_filename.startswith(_UI):
                outermost = frame
            frame = frame.f_back
        return outermost

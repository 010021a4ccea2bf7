"""Looks that wait for the trail: taken while the register can only be read, or letter by letter (decision 0036).

Each is sealed and written to this person's profile before its rows are handed out, and entered in the register with
whatever is entered next.
"""

from __future__ import annotations

import json
import threading
from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.trail import canonical
from app.settings import KeptLooks
from db.keys import Opened

LONGEST = timedelta(seconds=10)
"""How long looks may wait before one is entered at once again, and those that wait with it."""

Look = dict[str, object]


class Spell(NamedTuple):
    """A look that was entered and goes on letter by letter: by whom and at what, and since when."""

    case: str
    forum: str | None
    role: str
    began: datetime

    def holds(self, case: str, forum: str | None, now: datetime) -> bool:
        """Whether a look of this use case at this forum is still part of it."""
        return (self.case, self.forum) == (case, forum) and now - self.began < LONGEST


class WaitingLooks:
    """The looks of one signed-in person that wait. Two threads keep and enter them at once."""

    def __init__(self, opened: Opened) -> None:
        self.spell: Spell | None = None
        self._opened = opened
        self._looks: list[Look] = []
        self._lock = threading.Lock()

    @property
    def now(self) -> tuple[Look, ...]:
        """Those that wait at this moment."""
        return tuple(self._looks)

    def keep(self, look: Look) -> None:
        """Keep one more. Raises Refused where the profile cannot be written: then nothing may be shown."""
        with self._lock:
            kept = [*self._looks, look]
            KeptLooks(self._opened.whose).write(self._opened.seal(canonical({"looks": kept}).encode()))
            self._looks.append(look)

    def recall(self) -> None:
        """Bring back what was kept at an earlier sign-in on this computer."""
        sealed = KeptLooks(self._opened.whose).read()
        plain = self._opened.unseal(sealed) if sealed else None
        if plain is not None:
            self._looks = json.loads(plain)["looks"]

    def entered(self, many: int) -> None:
        """The first so many stand in the trail now; what another thread kept meanwhile still waits."""
        with self._lock:
            del self._looks[:many]
            if not self._looks:
                KeptLooks(self._opened.whose).clear()


def event_of(looks: tuple[Look, ...]) -> str:
    """How the trail calls an entry that lists these."""
    return "looks_as_typed" if all(look.get("as_typed") for look in looks) else "read_only_looks"

"""Looks that wait for the trail: taken while the register can only be read, or letter by letter (decision 0036).

Each is sealed and written to this person's profile before its rows are handed out, and entered in the register with
whatever is entered next.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.trail import canonical
from app.settings import KeptLooks
from db.keys import Opened
from db.open_look import OpenLook

LONGEST = timedelta(seconds=10)
"""How long letters may wait before one is entered at once again, and those that wait with it."""

_LENGTH = 4
"""Bytes that say how long a record is."""

Look = dict[str, object]


class Spell(NamedTuple):
    """What was entered and goes on letter by letter: a room's looks at a forum, and since when letters wait."""

    room: str
    forum: str | None
    role: str
    waiting: datetime | None = None

    def holds(self, room: str, forum: str | None, now: datetime) -> bool:
        """Whether a look of this room at this forum is still part of it."""
        return (self.room, self.forum) == (room, forum) and not self.over(now)

    def waits(self, now: datetime) -> Spell:
        """With one more letter that waits."""
        return self._replace(waiting=self.waiting or now)

    def over(self, now: datetime) -> bool:
        """Whether the next letter is entered at once again. What is begun and has no letter yet waits for its first."""
        return self.waiting is not None and now - self.waiting >= LONGEST


class WaitingLooks:
    """The looks of one signed-in person that wait. Two threads keep and enter them at once."""

    def __init__(self, opened: Opened) -> None:
        self.spell: Spell | None = None
        self.open = OpenLook()
        """The connection of the look that goes on, between two letters."""
        self._opened = opened
        self._looks: list[Look] = []
        self._recalled = False
        self._lock = threading.Lock()

    def end(self) -> None:
        """No look goes on any more."""
        self.spell = None
        self.open.let_go()

    @property
    def now(self) -> tuple[Look, ...]:
        """Those that wait at this moment."""
        return tuple(self._looks)

    def keep(self, look: Look) -> None:
        """Keep one more. Raises Refused where the profile cannot be written: then nothing may be shown."""
        with self._lock:
            if self._recalled:  # what lies there may be cut off at its end, and nothing is read after that
                KeptLooks(self._opened.whose).write(self._sealed((*self._looks, look)))
            else:
                KeptLooks(self._opened.whose).add(self._sealed((look,)))
            self._recalled = False
            self._looks.append(look)

    def _sealed(self, looks: Iterable[Look]) -> bytes:
        """One record of the file: how long it is, then looks that only this person may read."""
        sealed = self._opened.seal(canonical({"looks": list(looks)}).encode())
        return len(sealed).to_bytes(_LENGTH, "big") + sealed

    def recall(self) -> None:
        """Bring back what was kept at an earlier sign-in on this computer."""
        kept = KeptLooks(self._opened.whose).read() or b""
        self._recalled = bool(kept)
        for sealed in (kept, *_records(kept)):  # a file was one record without its length once
            plain = self._opened.unseal(sealed)
            if plain is not None:
                self._looks += json.loads(plain)["looks"]

    def entered(self, many: int) -> None:
        """The first so many stand in the trail now; what another thread kept meanwhile still waits."""
        with self._lock:
            del self._looks[:many]
            if self._looks:
                KeptLooks(self._opened.whose).write(self._sealed(self._looks))
            else:
                KeptLooks(self._opened.whose).clear()
            self._recalled = False


def _records(kept: bytes) -> Iterator[bytes]:
    """The records of a file; one that was cut off while it was written ends it."""
    while kept:
        length = int.from_bytes(kept[:_LENGTH], "big")
        yield kept[_LENGTH : _LENGTH + length]
        kept = kept[_LENGTH + length :]


def event_of(looks: tuple[Look, ...]) -> str:
    """How the trail calls an entry that lists these."""
    return "looks_as_typed" if all(look.get("as_typed") for look in looks) else "read_only_looks"

"""Half-typed text over a lock or a crash: sealed so that only who typed it can read it (docs/decisions/0012)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from app.desk import Desk

Draft = tuple[str, dict[str, object], dict[str, str]]
"""A screen's name, what it was about, and the half-typed text on it."""


class Kept(Struct, frozen=True):
    """What lay there for somebody. `locked` says that a lock left it, not a stop of the computer."""

    locked: bool
    at: datetime
    drafts: tuple[Draft, ...]


class Drafts:
    """One small file a person and register in this computer's profile, named by a digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last = b""

    def keep(self, door: Desk, drafts: Sequence[Draft], *, locked: bool) -> bool:
        """Write what is half-typed, whole or not at all; the same text again is not written again.

        False where the disk does not take it: nobody is kept from locking by that, and is told.
        """
        plain = json.dumps(
            {"locked": locked, "drafts": [list(each) for each in drafts]}, default=str, ensure_ascii=False
        ).encode()
        if plain == self._last:
            return True
        told = json.dumps({"at": door.now().isoformat()}).encode() + b"\n" + plain
        file = self._file(door)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(".new")
            beside.write_bytes(door.seal(told))
            beside.replace(file)
        except OSError:
            return False
        self._last = plain
        return True

    def take(self, door: Desk) -> Kept | None:
        """What lies there for this person; it is gone afterwards. None where nothing does, or nothing legible."""
        file = self._file(door)
        try:
            told = door.unseal(file.read_bytes())
        except OSError:
            return None
        self.forget(door)
        if told is None:
            return None
        head, _, plain = told.partition(b"\n")
        kept = json.loads(plain)
        drafts = tuple((name, where, texts) for name, where, texts in kept["drafts"])
        return Kept(kept["locked"], datetime.fromisoformat(json.loads(head)["at"]), drafts)

    def forget(self, door: Desk) -> None:
        """Nothing is half-typed any more. Where another program holds the file, it goes at the next pause."""
        self._last = b""
        with suppress(OSError):
            self._file(door).unlink(missing_ok=True)

    def _file(self, door: Desk) -> Path:
        return self._folder / f"{door.whose}.draft"

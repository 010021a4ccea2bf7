"""Which registers a computer has opened, and when last: places and moments, never who."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from app.domain.dates import AUCKLAND, show_moment

MOST = 10
"""So many are kept; the one not opened for longest goes first."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class OpenedRow(NamedTuple):
    """A register's folder and the moment somebody last unlocked it here; None where that was not kept."""

    folder: str
    at: datetime | None

    @property
    def words(self) -> str:
        """`Last unlocked Fri 20/11/2026 16:02`."""
        if self.at is None:
            return "Not unlocked since this list is kept"
        return f"Last unlocked {_DAYS[self.at.astimezone(AUCKLAND).weekday()]} {show_moment(self.at)}"


def opened(rows: Sequence[OpenedRow], folder: str, at: datetime | None) -> tuple[OpenedRow, ...]:
    """The list once a register was unlocked: the latest first, each place once."""
    others = [row for row in rows if row.folder != folder]
    return (OpenedRow(folder, at), *others)[:MOST]


def taken_off(rows: Sequence[OpenedRow], folder: str) -> tuple[OpenedRow, ...]:
    """The list without a register; nothing is done to the register itself."""
    return tuple(row for row in rows if row.folder != folder)


def write_opened(rows: Sequence[OpenedRow]) -> str:
    """As this computer's settings keep it."""
    return json.dumps([[row.folder, row.at.isoformat() if row.at else ""] for row in rows])


def read_opened(text: str) -> tuple[OpenedRow, ...]:
    """What the settings kept. What is not readable there is nothing that was opened: no register hangs on it."""
    found: list[OpenedRow] = []
    try:
        for folder, at in json.loads(text or "[]"):
            moment = datetime.fromisoformat(at) if at else None
            if moment is not None and moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)
            if isinstance(folder, str) and folder:
                found.append(OpenedRow(folder, moment))
    except (ValueError, TypeError):
        return ()
    return tuple(found[:MOST])


def short_path(path: str, most: int) -> str:
    """A path no longer than `most` letters, cut in the middle: where it begins and what it is called both stay."""
    if len(path) <= most:
        return path
    tail = most * 3 // 5
    return f"{path[: most - tail - 1]}…{path[-tail:]}"

"""Time at the table: how long a case and a meeting have left, and who will not be reached at this pace (need M4).

The clock only tells. Nothing here ends a case, moves on or decides; who runs the meeting does (design/screens.md,
"Run-the-meeting mode"). All lengths are whole seconds, planned minutes excepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from app.domain.words import Track

WARN_SECONDS = 60
"""From here on a clock says *1 minute*."""

MEASURED_CASES = 3
"""So many cases must be done before their pace counts: until then the planned minutes are believed."""


class Standing(StrEnum):
    """How a clock stands, in the word that is shown beside it."""

    IN_TIME = "in time"
    LAST_MINUTE = "1 minute"
    OVER = "over time"


def standing(left: int) -> Standing:
    """`left` seconds: the last minute includes 60 and 0; below 0 the clock counts up."""
    if left < 0:
        return Standing.OVER
    return Standing.LAST_MINUTE if left <= WARN_SECONDS else Standing.IN_TIME


def clock_words(left: int) -> str:
    """`2:48`, `1:12:05`, and `−0:40` once the time is over."""
    hours, rest = divmod(abs(left), 3600)
    minutes, seconds = divmod(rest, 60)
    told = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"−{told}" if left < 0 else told


class Planned(NamedTuple):
    """One case that waits: its place on the agenda, its planned minutes and its track."""

    position: int
    minutes: int
    track: Track


class Spent(NamedTuple):
    """One case that was heard at the table: planned minutes and seconds used."""

    minutes: int
    seconds: int


class Pace(Struct, frozen=True):
    """What the pace comes to. `late` is negative where the meeting is ahead; `spare` where nobody waits in vain."""

    late: int
    needed: int
    spare: int
    unreached: tuple[int, ...]


def pace(done: Sequence[Spent], in_hand: Spent | None, waiting: Sequence[Planned], left: int) -> Pace:
    """Who will not be heard to the end in the `left` seconds of the meeting, at the pace of the cases done.

    A case at the table is expected to take its planned minutes times the rate of those done (at least three of them,
    else the plan is believed); what is agreed on paper takes its planned minutes. Cases come in the order given, so
    those not reached are always the last ones.
    """
    planned, used = sum(each.minutes for each in done) * 60, sum(each.seconds for each in done)
    measured = len(done) >= MEASURED_CASES and planned > 0

    def expected(minutes: int) -> int:
        return minutes * 60 * used // planned if measured else minutes * 60

    needed = max(expected(in_hand.minutes) - in_hand.seconds, 0) if in_hand else 0
    unreached = []
    for each in waiting:
        needed += expected(each.minutes) if each.track is Track.TABLE else each.minutes * 60
        if needed > left:
            unreached.append(each.position)
    over = max(in_hand.seconds - in_hand.minutes * 60, 0) if in_hand else 0
    return Pace(used - planned + over, needed, left - needed, tuple(unreached))


def late_words(late: int) -> str:
    """`4 minutes late`, `2 minutes ahead`, `on time`: whole minutes, since nobody steers by seconds."""
    minutes = abs(late) // 60
    if minutes == 0:
        return "on time"
    return f"{minutes} {'minute' if minutes == 1 else 'minutes'} {'late' if late > 0 else 'ahead'}"


def pace_words(found: Pace) -> str:
    """The line beneath the agenda: who will not be reached and what may be done about it, or the time to spare."""
    if found.unreached:
        which = _ranges(found.unreached)
        return f"At this pace {which} will not be reached: put off, move to paper, or extend."
    minutes = max(found.spare, 0) // 60
    spare = (
        f"with {minutes} {'minute' if minutes == 1 else 'minutes'} to spare" if minutes else "just in time"
    )
    return f"At this pace every case will be reached, {spare}."


def _ranges(positions: Sequence[int]) -> str:
    """`case 31`, `cases 31–34`, `cases 12, 31–34`."""
    runs: list[list[int]] = []
    for each in sorted(positions):
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{'case' if len(positions) == 1 else 'cases'} {told}"

"""What every act of the demo shares: the days, the clock that walks through them, the desks, the folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from app.demo.cast import REGION, Player
from app.demo.files import DemoFolder, Written
from app.desk import Desk
from app.domain.dates import AUCKLAND, add_months, move_working_days, on_working_day
from app.domain.meeting import police_due_day


class Days(NamedTuple):
    """The days of the demo: a list taken over, then a whole month from extract to extract.

    It ends today, so that the register can be used on from where the demo leaves it.
    """

    opening: date
    taking_over: date
    casework: date
    extract: date
    workbook_out: date
    workbook_back: date
    printing: date
    meeting: date
    after: date
    last_extract: date
    next_meeting: date


def days_up_to(today: date) -> Days:
    """A month of working days that ends on the last one up to today; meetings are on Wednesdays."""
    last = on_working_day(today, REGION, -1)
    opening = on_working_day(add_months(last, -2), REGION, -1)
    taking_over = move_working_days(opening, 2, REGION)
    extract = on_working_day(add_months(last, -1), REGION, -1)
    meeting = on_working_day(_wednesday(extract + timedelta(days=20)), REGION)
    out = move_working_days(extract, 1, REGION)
    return Days(
        opening=opening,
        taking_over=taking_over,
        casework=move_working_days(taking_over, 3, REGION),
        extract=extract,
        workbook_out=out,
        workbook_back=max(police_due_day(meeting, REGION), move_working_days(out, 1, REGION)),
        printing=move_working_days(meeting, -4, REGION),
        meeting=meeting,
        after=move_working_days(meeting, 1, REGION),
        last_extract=last,
        next_meeting=on_working_day(meeting + timedelta(days=28), REGION),
    )


def _wednesday(day: date) -> date:
    return day + timedelta(days=(2 - day.weekday()) % 7)


class WalkingClock:
    """The demo's clock: it is put forward from act to act and never past `end`, which is now."""

    def __init__(self, end: datetime) -> None:
        self.end = end
        self._at = end
        self._reading = 0

    def __call__(self) -> datetime:
        """Each reading is a moment later than the one before, so that the trail stays in order."""
        self._reading += 1
        return self._at + timedelta(milliseconds=self._reading)

    def go_to(self, day: date, hour: int, minute: int = 0) -> None:
        """Put the clock forward to a moment in New Zealand."""
        there = datetime.combine(day, time(hour, minute), AUCKLAND)
        self._at = min(there.astimezone(self.end.tzinfo), self.end)

    @property
    def today(self) -> date:
        return self._at.astimezone(AUCKLAND).date()


class Happening(NamedTuple):
    """One line of the demo's diary."""

    day: date
    what: str


class Report(Struct, frozen=True):
    """What the demo did and wrote. The passphrases are of made-up people in a register made for trying out."""

    folder: Path
    register: Path
    meeting: str
    next_meeting: str
    exchange: str
    written: tuple[Written, ...]
    diary: tuple[Happening, ...]
    players: tuple[Player, ...]
    workbook_passphrase: str


@dataclass
class Stage:
    """The demo while it runs."""

    place: DemoFolder
    clock: WalkingClock
    days: Days
    administrator: Desk
    chair: Desk
    second: Desk
    taking_over: str = ""
    meeting: str = ""
    next_meeting: str = ""
    exchange: str = ""
    diary: list[Happening] = field(default_factory=list)

    def tell(self, what: str) -> None:
        """Write a line into the diary, on the day the clock shows."""
        self.diary.append(Happening(self.clock.today, what))


Now = Callable[[], datetime]

"""Dates as the forum reads them: calendar months, working days, the forms an extract may use.

Pure: today's date always comes in as an argument.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any
from zoneinfo import ZoneInfo

AUCKLAND = ZoneInfo("Pacific/Auckland")

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2})", re.ASCII)


def add_months(day: date, months: int) -> date:
    """`day` moved by calendar months, clamped to the month's end (design/formats.md section 2).

    Clamped to the calendar's own ends too: 31/12/9999 stands in some registers for *never*.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    if day.day <= 28:  # every month has it: nine days in ten need no look at the month's length
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read_date(text: str) -> date | None:
    """A date in one of the forms of design/formats.md section 1, or None. Never guesses."""
    try:
        if len(text) == 10 and text.isascii():  # the two usual forms, without a pattern: four times faster
            if text[4] == text[7] == "-":
                return date.fromisoformat(text)
            if text[2] == text[5] == "/":
                return date.fromisoformat(f"{text[6:]}-{text[3:5]}-{text[:2]}")
        if found := _SLASHED.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return date(year, month, day)
    except ValueError:
        pass
    return None


def read_typed_date(text: str, today: date) -> date | None:
    """A day as somebody types it: also with a year of two digits, which is the year nearest to today's.

    For what is typed and shown again at once (`5/11/26` becomes 05/11/2026), never for a file's cells.
    """
    if found := _SHORT_YEAR.fullmatch(text):
        day, month, short = (int(part) for part in found.groups())
        century = today.year - today.year % 100
        year = min(
            (century - 100 + short, century + short, century + 100 + short), key=lambda y: abs(y - today.year)
        )
        return read_date(f"{day}/{month}/{year}")
    return read_date(text)


def show_date(day: date | None) -> str:
    """`dd/mm/yyyy`, or an empty text."""
    return "%02d/%02d/%04d" % (day.day, day.month, day.year) if day else ""  # noqa: UP031 - twice as fast


def show_long_date(day: date) -> str:
    """`Wednesday 2 December 2026`, whatever the computer's language."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    return f"{weekday} {day.day} {month} {day.year}"


def show_moment(moment: datetime) -> str:
    """A stored UTC moment as a New Zealand clock shows it: `02/12/2026 10:42`."""
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(AUCKLAND)
    return f"{show_date(local.date())} {local:%H:%M}"


def age_at(born: date, on: date) -> int:
    """Whole years lived on the day `on`; a person born on 29 February turns on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


_BY_NAME = {"STC": "South Canterbury"}
"""What the library wants by its name: it warns of the code and means to drop it."""


@cache
def _new_zealand() -> Any:
    """The library's class of one country, read where a working day is first asked for.

    Its package would read those of two hundred others with it, which takes longer than all the rest.
    """
    import holidays

    countries = [f"{place}/countries" for place in holidays.__path__]
    spec = PathFinder.find_spec("holidays.countries.new_zealand", countries)
    if spec is None or spec.loader is None:
        raise ImportError("the holidays of New Zealand are not installed")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.NewZealand


@lru_cache(maxsize=64)
def _holidays(region: str, year: int) -> frozenset[date]:
    return frozenset(_new_zealand()(subdiv=_BY_NAME.get(region, region) or None, years=year).keys())


def is_working_day(day: date, region: str) -> bool:
    """Monday to Friday and neither a national holiday nor the region's anniversary (need T3).

    `region` is a code of the `holidays` library (`CAN`, `AUK`, …) or empty for national days only.
    """
    return day.weekday() < 5 and day not in _holidays(region, day.year)


def move_working_days(day: date, count: int, region: str) -> date:
    """`day` moved by `count` working days of the region; negative counts go back."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        if is_working_day(day, region):
            left -= 1
    return day


def on_working_day(day: date, region: str, step: int = 1) -> date:
    """`day` where it is a working day of the region, else the first one after it (before it with a step of -1)."""
    return day if is_working_day(day, region) else move_working_days(day, step, region)


def is_statutory_day(day: date) -> bool:
    """A working day as the Privacy Act 2020 (section 7) and the Official Information Act count them.

    No regional anniversary stops that clock; 25 December to 15 January does, whatever day of the week.
    """
    closed = (day.month, day.day) >= (12, 25) or (day.month, day.day) <= (1, 15)
    return not closed and is_working_day(day, "")


def move_statutory_days(day: date, count: int) -> date:
    """The day that comes `count` statutory working days after `day`."""
    left = count
    while left:
        day += timedelta(days=1)
        left -= is_statutory_day(day)
    return day


def statutory_days_until(day: date, end: date) -> int:
    """How many statutory working days come after `day`, up to and with `end`; none where `end` is not later."""
    return sum(is_statutory_day(day + timedelta(days=each)) for each in range(1, (end - day).days + 1))


def christmas_release(release: date) -> tuple[date, date] | None:
    """The window a statutory release may move in before Christmas, or None (Parole Act 2002 s 52).

    A statutory release date from 15 December to 5 January may move, not before 1 December.
    """
    if (release.month, release.day) >= (12, 15):
        return date(release.year, 12, 1), release
    if (release.month, release.day) <= (1, 5):
        return date(release.year - 1, 12, 1), release
    return None

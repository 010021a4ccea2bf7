"""Figures without names: counts of a forum, and the head-office return (needs S1 and S2).

A count under five could point at somebody, so outside the forum it is shown as `<5`; and where one hidden
count of a group could be worked out from the group's total, the next smallest is hidden as well.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

SMALL = 5
"""Counts under this, other than none at all, are hidden in what leaves the forum."""
HIDDEN = f"<{SMALL}"


class ComingMeeting(Struct, frozen=True):
    """The first meeting that is not closed, with its agenda's size against the room's minutes."""

    meeting: str
    date: date
    listed: int
    minutes: int
    length: int


class ForumFigures(Struct, frozen=True):
    """One forum's counts. `by_month` is by the anchor's month (`2027-03`, or `none`) and adds up to `open_cases`.

    `by_flag` counts open cases under each flag that stands; a person may have several. *Overdue* actions are open and
    due before today; *not done* ones have that outcome (*overtaken* is not counted, need M7).
    `police_days` are the days from sending a workbook to confirming it, one for each exchange confirmed.
    """

    forum: str
    name: str
    open_cases: int
    by_flag: Mapping[str, int]
    by_month: Mapping[str, int]
    coming: ComingMeeting | None
    actions: Mapping[str, int]
    police_sent: int
    police_days: tuple[int, ...]
    copies: Mapping[str, int]
    is_hidden: bool = False
    """Whether small numbers are to be shown as `<5`: for whoever reads figures from outside the forum."""

    @property
    def police_median_days(self) -> float | None:
        """The middle of `police_days`, None while nothing is confirmed."""
        days = sorted(self.police_days)
        if not days:
            return None
        half = len(days) // 2
        return float(days[half]) if len(days) % 2 else (days[half - 1] + days[half]) / 2


def hide(count: int) -> int | str:
    """A count as it may leave the forum: under `SMALL` it could point at somebody, none at all cannot (need S2)."""
    return HIDDEN if 0 < count < SMALL else count


def hide_parts(parts: Mapping[str, int]) -> dict[str, int | str]:
    """Parts of a total that is shown too: a single hidden part would be total less the rest, so a second is hidden."""
    shown: dict[str, int | str] = {name: hide(count) for name, count in parts.items()}
    hidden = [name for name, count in shown.items() if count == HIDDEN]
    if len(hidden) == 1:
        others = [name for name, count in parts.items() if name not in hidden and count]
        if others:
            shown[min(others, key=lambda name: (parts[name], name))] = "hidden"
    return shown


def as_data(figures: ForumFigures) -> dict[str, Any]:
    """The figures as one object; small numbers hidden where `is_hidden`."""
    one = hide if figures.is_hidden else _as_it_is
    parts = hide_parts if figures.is_hidden else dict
    coming = figures.coming
    return {
        "forum": figures.forum,
        "open_cases": one(figures.open_cases),
        "by_flag": {name: one(count) for name, count in figures.by_flag.items()},
        "by_month": parts(figures.by_month),
        "coming": {
            "meeting": coming.meeting,
            "date": coming.date,
            "listed": one(coming.listed),
            "minutes": hide_minutes(coming) if figures.is_hidden else coming.minutes,
            "length": coming.length,
        }
        if coming
        else None,
        "actions": {name: one(count) for name, count in figures.actions.items()},
        "police": {"sent": figures.police_sent, "confirmed": len(figures.police_days)}
        | {"median_days": figures.police_median_days},
        "copies": dict(figures.copies),
    }


def hide_minutes(coming: ComingMeeting) -> int | str:
    """Planned minutes as they may leave the forum: of a short list they would tell how many are on it (need S2)."""
    return HIDDEN if 0 < coming.listed < SMALL else coming.minutes


def head_office(figures: Iterable[ForumFigures], as_at: date) -> str:
    """The return as CSV: `forum,as at,figure,group,count`, one row a count and none about a person.

    The same headings for every forum, so that eight returns join. Text that a spreadsheet could take for a formula
    cannot occur: `<5` is the only sign beside letters, digits and dates.
    """
    page = io.StringIO(newline="")
    out = csv.writer(page, lineterminator="\r\n")
    out.writerow(("forum", "as at", "figure", "group", "count"))
    for forum in figures:
        data = as_data(replace(forum, is_hidden=True))
        for figure, value in _flat(data):
            out.writerow((forum.forum, as_at.isoformat(), *figure, value))
    return page.getvalue()


def _flat(data: Mapping[str, Any]) -> Iterable[tuple[tuple[str, str], object]]:
    for figure, value in data.items():
        if figure == "forum":
            continue
        if not isinstance(value, Mapping):
            if value is not None:
                yield (figure.replace("_", " "), ""), value
            continue
        for group, count in value.items():
            if count is not None and group not in ("meeting", "date"):
                yield (figure.replace("_", " "), str(group).replace("_", " ")), count


def _as_it_is(count: int) -> int | str:
    return count

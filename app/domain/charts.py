"""The pictures of a forum's work as rows of numbers, each with a title that says the finding (need S1).

A picture, the table under it, the CSV and the page in a report are made of the same rows, so they cannot disagree.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from app.domain.agenda.forecast import Forecast
from app.domain.dates import add_months, show_date
from app.domain.figures import HIDDEN, SMALL
from app.domain.pace import Spent, clock_words
from app.domain.words import Service

MILESTONES = (8, 6, 4, 2, 1)


class Bar(Struct, frozen=True):
    """One bar: what it is about, and its parts in the order of the picture's `parts`."""

    about: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


class Chart(Struct, frozen=True):
    """One picture. `finding` is its title, `unit` what is counted; small counts are hidden where `is_hidden`."""

    key: str
    name: str
    finding: str
    about: str
    parts: tuple[str, ...]
    unit: str
    bars: tuple[Bar, ...]
    is_hidden: bool = False
    limit: int = 0
    """What a bar should not go beyond, drawn as a line; 0 for none."""

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.about, *(part[:1].upper() + part[1:] for part in self.parts))

    def shown(self, count: int) -> str:
        """A count as it may be read; under five people is not told outside the forum."""
        return HIDDEN if self.is_hidden and self.unit != "days" and 0 < count < SMALL else f"{count:,}"

    def long(self, count: int) -> int:
        """How long a part is drawn: a hidden one as long as the largest that is hidden: nobody can measure it."""
        return SMALL - 1 if count and self.shown(count) != f"{count:,}" else count

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return tuple((bar.about, *(self.shown(count) for count in bar.counts)) for bar in self.bars)

    def as_csv(self) -> str:
        """The table as CSV. No cell can start a formula: words of ours, months, codes, numbers."""
        page = io.StringIO(newline="")
        out = csv.writer(page, lineterminator="\r\n")
        out.writerow(self.headings)
        out.writerows(self.rows)
        return page.getvalue()

    def leaving(self) -> Chart:
        """The same picture for somebody outside the forum: small counts, and the finding that tells them, hidden."""
        return replace(self, finding=self.name, is_hidden=True)


def _month(month: str) -> str:
    return f"{date(int(month[:4]), int(month[5:7]), 1):%b %Y}" if month != "none" else "no date yet"


def _are(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def releases(by_month: Mapping[str, tuple[int, int]]) -> Chart:
    """Workload: open cases by the month they count back from, with and without a verified next address.

    `by_month`: month (`2027-03`, or `none`) to (with, without).
    """
    bars = tuple(Bar(_month(month), counts) for month, counts in by_month.items())
    near = [(month, counts) for month, counts in by_month.items() if month != "none"][:3]
    cases, without = sum(sum(counts) for _, counts in near), sum(counts[1] for _, counts in near)
    until = f"up to {_month(near[-1][0])}" if near else ""
    if not bars:
        finding = "No case is open"
    elif not near:
        finding = "No open case has a date to count from"
    elif not without:
        finding = f"Every case {until} has a verified address"
    else:
        finding = f"{without:,} of {_are(cases, 'case', 'cases')} {until} without a verified address"
    return Chart(
        "releases", "Cases by month and address", finding, "Month",
        ("verified address", "no verified address"), "cases", bars,
    )  # fmt: skip


def milestones(taken: Mapping[int, tuple[int, int, int]]) -> Chart:
    """Milestones met: milestone to (taken in time, taken late, missed)."""
    bars = tuple(Bar(f"{k} months" if k > 1 else "1 month", taken.get(k, (0, 0, 0))) for k in MILESTONES)
    total = sum(bar.total for bar in bars)
    timely = sum(bar.counts[0] for bar in bars)
    passed = sum(bar.counts[2] for bar in bars)
    if not total:
        finding = "No milestone was taken or missed yet"
    elif passed:
        finding = f"{timely:,} of {_are(total, 'milestone was', 'milestones were')} taken in time, {passed:,} missed"
    else:  # nothing is said of those that no meeting took: they are due, or from before a case was opened
        finding = f"{timely:,} of {_are(total, 'milestone', 'milestones')} taken by a meeting in time"
    return Chart(
        "milestones", "Milestones met", finding, "Milestone", ("in time", "late", "missed"), "milestones", bars
    )  # fmt: skip


def turnaround(days: Sequence[tuple[str, int, int]]) -> Chart:
    """Police turnaround: exchange to (days until it was back, days from then until it was applied, or until today)."""
    bars = tuple(Bar(name, (back, reviewed)) for name, back, reviewed in days)
    if not bars:
        finding = "No workbook is back from Police yet"
    else:
        middle = median(bar.counts[0] for bar in bars)
        finding = (
            f"Half of the workbooks are back from Police within {middle:g} day{'' if middle == 1 else 's'}"
        )
    return Chart(
        "turnaround", "Police turnaround", finding, "Exchange",
        ("days at Police", "days until applied, or today"), "days", bars,
    )  # fmt: skip


def actions(by_service: Mapping[str, tuple[int, int, int]]) -> Chart:
    """Actions: service to (open and not due, open and late, ended as not done). Overtaken ones do not count (M7)."""
    bars = tuple(Bar(service, counts) for service, counts in by_service.items())
    opened = sum(bar.counts[0] + bar.counts[1] for bar in bars)
    late = sum(bar.counts[1] for bar in bars)
    if not opened:
        finding = "No action is open"
    elif not late:
        finding = f"None of {_are(opened, 'open action', 'open actions')} is late"
    else:
        worst = max(bars, key=lambda bar: bar.counts[1])
        finding = f"{late:,} of {_are(opened, 'open action', 'open actions')} late, most with {worst.about}"
    return Chart(
        "actions", "Actions by service", finding, "Service", ("not due yet", "late", "not done"), "actions", bars
    )  # fmt: skip


OLD_MONTHS = (1, 2)
"""An open action is looked at by whether it was given within one month, within two, or before."""


def ages(given: Iterable[tuple[str, date]], today: date) -> Chart:
    """Open actions by age: service and the day each was first given, whoever has it now (need M7)."""
    found: dict[str, list[int]] = {service.value: [0, 0, 0] for service in Service}
    for service, day in given:
        found[service][sum(add_months(day, months) <= today for months in OLD_MONTHS)] += 1
    bars = tuple(Bar(service, (n[0], n[1], n[2])) for service, n in found.items() if any(n))
    opened, old = sum(bar.total for bar in bars), sum(bar.counts[1] + bar.counts[2] for bar in bars)
    if not opened:
        finding = "No action is open"
    elif not old:
        finding = f"None of {_are(opened, 'open action', 'open actions')} is older than a month"
    else:
        worst = max(bars, key=lambda bar: bar.counts[1] + bar.counts[2])
        all_open = _are(opened, "open action", "open actions")
        finding = f"{old:,} of {all_open} older than a month, most with {worst.about}"
    return Chart(
        "ages", "Age of open actions", finding, "Service",
        ("under a month", "one to two months", "over two months"), "actions", bars,
    )  # fmt: skip


_MINUTES = (2, 4, 6, 8, 10)


def times(heard: Iterable[Spent]) -> Chart:
    """Time per case: how many cases took how many minutes at the table, in their planned time and over it."""
    rows = sorted(heard, key=lambda each: each.seconds)
    counts = [[0, 0] for _ in (*_MINUTES, 0)]
    for each in rows:
        at = sum(each.seconds > minutes * 60 for minutes in _MINUTES)
        counts[at][each.seconds > each.minutes * 60] += 1
    named = [f"up to {_MINUTES[0]} min", *(f"{a} to {b} min" for a, b in pairwise(_MINUTES))]
    bars = tuple(
        Bar(name, (n[0], n[1]))
        for name, n in zip((*named, f"over {_MINUTES[-1]} min"), counts, strict=True)
        if rows
    )
    if not rows:
        finding = "No meeting was closed yet that ran with its clock"
    else:
        half = clock_words(rows[(len(rows) - 1) // 2].seconds)
        over = sum(bar.counts[1] for bar in bars)
        finding = f"Half of {_are(len(rows), 'case', 'cases')} took {half} or less; {over:,} ran over the time planned"
    return Chart(
        "times", "Time per case", finding, "At the table", ("in the time planned", "over it"), "cases", bars
    )  # fmt: skip


def forecast(found: Forecast) -> Chart:
    """The coming agendas: minutes at the table and on paper, against the length of the room."""
    bars = tuple(
        Bar(show_date(line.meeting.day), (line.table_minutes, line.paper_minutes)) for line in found.lines
    )
    return Chart(
        "forecast", "Coming agendas", found.finding, "Meeting", ("at the table", "on paper"), "minutes", bars,
        limit=found.lines[0].length if found.lines else 0,
    )  # fmt: skip


def shared(found: Forecast) -> Chart:
    """Each month as one meeting and as two: minutes of each."""
    bars = tuple(
        bar
        for month in found.split
        for bar in (
            Bar(f"{show_date(month.combined.meeting.day)} as one", (month.combined.minutes, 0, 0)),
            Bar("as two", (0, month.preparation.minutes, month.sign_off.minutes)),
        )
    )
    return Chart(
        "shared", "One meeting or two", found.split_finding, "Month", ("combined", "preparation", "sign-off"),
        "minutes", bars,
    )  # fmt: skip


def missed(taken: Iterable[tuple[int, int]]) -> dict[int, int]:
    """How often each milestone was passed over: (case, milestone) pairs that were taken in.

    A larger one that was never taken where a smaller one was is missed (design/formats.md, section 3).
    """
    by_case: dict[int, set[int]] = {}
    for case, milestone in taken:
        by_case.setdefault(case, set()).add(milestone)
    counts = dict.fromkeys(MILESTONES, 0)
    for mine in by_case.values():
        first = max(mine)  # those before the first one taken may lie before the case was opened
        for milestone in MILESTONES:
            counts[milestone] += min(mine) < milestone < first and milestone not in mine
    return counts

"""What a milestone finds in a plan: what is missing, what is older than it may be, and what the calendar warns of.

Missing is asked by the agenda rule (app/domain/plan.py). What is stale or falls on an awkward day is told and changes
no rule (needs R12, T2, T3; design/formats.md sections 2 and 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.cases import AddressRow, PlanRow
from app.domain.dates import christmas_release, is_working_day, move_working_days, show_date, show_long_date
from app.domain.plan import (
    CONDITIONS,
    ESO_PPO,
    MILESTONE_ASKS,
    NEEDS,
    OFFICER_TOLD,
    POLICE_CHECK,
    PROBATION_CHECK,
    VNR_ANSWER,
    says_something,
)
from app.domain.plan_policy import PlanPolicy
from app.domain.plan_words import ConditionState
from app.domain.words import CheckKind

SOON = timedelta(days=31)
"""A milestone is in play from a month before its day: one cycle of meetings."""


class Stale(NamedTuple):
    """A value that is older than its milestone allows."""

    what: str
    on: date
    days: int
    allowed: int

    @property
    def words(self) -> str:
        """`every need domain answered: 130 days old, at most 120`."""
        return f"{self.what}: {self.days:,} days old, at most {self.allowed:,}"


def value_days(plan: PlanRow) -> dict[str, date]:
    """The day of each value a milestone asks for, by ask; where several make one value, of the oldest.

    A value without a day is not there: nobody can say how old it is.
    """
    said = {row.question: row for row in plan.answers if says_something(row.answer)}
    found = {
        ask.code: said[ask.code].as_at for ask in (ESO_PPO, OFFICER_TOLD, VNR_ANSWER) if ask.code in said
    }
    needs = [row.as_at for row in plan.needs if not row.open and row.as_at is not None]
    if needs:
        found[NEEDS.code] = min(needs)
    proposed = [row.day for row in plan.conditions if row.state is not ConditionState.WITHDRAWN]
    if proposed:
        found[CONDITIONS.code] = max(proposed)
    elif CONDITIONS.code in said:
        found[CONDITIONS.code] = said[CONDITIONS.code].as_at
    alive = [row for row in plan.addresses if row.withdrawn_by is None]
    if alive:
        coming = next((row for row in alive if row.is_next), alive[0])
        checks = {
            PROBATION_CHECK.code: _checked(alive[0], CheckKind.PROBATION),
            POLICE_CHECK.code: _checked(alive[0], CheckKind.POLICE),
        }
        if VNR_ANSWER.code not in found:
            checks[VNR_ANSWER.code] = _checked(coming, CheckKind.VICTIM_NEARNESS)
        found |= {code: day for code, day in checks.items() if day is not None}
    return found


def _checked(row: AddressRow, kind: CheckKind) -> date | None:
    said = next((check for check in row.checks if check.kind == kind.value), None)
    return said.checked_on if said is not None and says_something(said.answer) else None


def stale(policy: PlanPolicy, days: Mapping[str, date], milestone: int, today: date) -> tuple[Stale, ...]:
    """What is older than the forum's policy allows at a milestone, in the order it was asked."""
    found = []
    for months, asks in MILESTONE_ASKS.items():
        for ask in asks if months >= milestone else ():
            allowed, day = policy.age(ask.code, milestone), days.get(ask.code)
            if allowed is not None and day is not None and (today - day).days > allowed:
                found.append(Stale(ask.words, day, (today - day).days, allowed))
    return tuple(found)


def release_warnings(statutory: date | None, ordered: date | None, region: str) -> tuple[str, ...]:
    """What the calendar says of a release date: Christmas, and days on which nobody works.

    A statutory release date from 15 December to 5 January may move, not before 1 December (Parole Act 2002 s 52);
    once a date is ordered nothing is left to move.
    """
    found = []
    window = christmas_release(statutory) if statutory is not None and ordered is None else None
    if window is not None:
        earliest, latest = map(show_date, window)
        found.append(
            f"Statutory release {latest} falls between 15 December and 5 January: it may be brought forward, not "
            f"before {earliest} (Parole Act 2002, section 52)."
        )
    release = ordered or statutory
    if release is not None and not is_working_day(release, region):
        name = "Ordered" if ordered is not None else "Statutory"
        kind = show_long_date(release).split()[0] if release.weekday() >= 5 else "public holiday"
        before = move_working_days(release, -1, region)
        found.append(
            f"{name} release {show_date(release)} is a {kind}, when offices are closed: agree on the day with the "
            f"prison; the working day before it is {show_long_date(before)}."
        )
    return tuple(found)


class WatchRow(NamedTuple):
    """One open case that is behind for the milestone in play, or that the calendar warns of."""

    prn: str
    surname: str
    given_names: str
    milestone: int | None
    on: date | None
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    checks_due: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def is_behind(self) -> bool:
        return bool(self.missing or self.stale)

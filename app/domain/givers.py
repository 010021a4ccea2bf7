"""Whose signature gives an office, and when: of an administrator or a chair there, on that day (needs A1, A4).

What is signed is all there is: an entry's number, whose it is, and the day it says. The end of an office is signed
too, by the entry that last changed its row: what came before that entry was signed while it lasted. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from app.domain.people import Office


class Signature(Struct, frozen=True):
    """Who signed which entry, and on what day.

    `before` is the day of the nearest entry before it that somebody else signed: a clock that was set back does not
    lead behind it.
    """

    who: str
    seq: int
    day: date
    before: date | None = None

    @property
    def days(self) -> tuple[date, ...]:
        return (self.day, self.before) if self.before and self.before > self.day else (self.day,)


class Held(Struct, frozen=True):
    """An office of somebody, with the entry that gave it and the last that changed it."""

    who: str
    office: Office
    given: int
    changed: int

    def when(self, by: Signature) -> bool:
        """Whether they held it when they signed."""
        if by.who != self.who or by.seq <= self.given or by.day < self.office.from_date:
            return False
        return by.seq < self.changed or all(self.office.holds(day) for day in by.days)


def may_give(held: Iterable[Held], by: Signature, where: Office | None) -> bool:
    """Whether somebody who held these signed as one who gives such an office; None asks for any place.

    Whoever has an office in every forum but some gives one in all of them where they hold one in each of those too.
    """
    mine = [each.office for each in held if each.when(by)]
    if where is None:
        return bool(mine)
    if where.forum is not None:
        return any(office.covers(where.forum) for office in mine)
    return any(
        office.forum is None
        and all(
            any(other.covers(code) for other in mine) for code in set(office.besides) - set(where.besides)
        )
        for office in mine
    )


def last_right(newest_first: Iterable[int], right: Callable[[int], bool | None]) -> int | None:
    """Which entry of a row is the last by somebody who might sign what it said; what came after it counts for nothing.

    None where there is none, and where one after it may be right (None): nobody knows what that one said, and it may
    have ended what stood before it.
    """
    for at in newest_first:
        is_right = right(at)
        if is_right is not False:
            return at
    return None


def ends_earlier(first: Office, now: Office) -> bool:
    """Whether an office is what it was at first, or ends before it was to: whoever may end it makes it no longer."""
    return first.to_date is None or (now.to_date is not None and now.to_date <= first.to_date)


def ended_before(office: Office, day: date) -> Office:
    """An office in whose place another one came on a day."""
    last = day - timedelta(days=1)
    return replace(office, to_date=last if office.to_date is None else min(office.to_date, last))

"""The anchor date: the one named date the forum counts back from (design/formats.md section 2, need T1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Protocol

from app.domain.dates import show_date
from app.domain.words import DateName


class NamedDate(NamedTuple):
    """A date that never stands without its name."""

    name: DateName
    day: date


class HandAnchor(NamedTuple):
    """An anchor chosen by a person: the date it names, that date's day when it was chosen, and why."""

    name: DateName
    day: date
    reason: str


class DatedRecord(Protocol):
    """Anything that carries the six dates of the extract."""

    @property
    def parole_eligibility(self) -> date | None: ...
    @property
    def next_hearing(self) -> date | None: ...
    @property
    def statutory_release(self) -> date | None: ...
    @property
    def sentence_expiry(self) -> date | None: ...
    @property
    def final_release(self) -> date | None: ...
    @property
    def ordered_release(self) -> date | None: ...


DATE_FIELDS: Mapping[DateName, str] = {
    DateName.PAROLE_ELIGIBILITY: "parole_eligibility",
    DateName.HEARING: "next_hearing",
    DateName.STATUTORY_RELEASE: "statutory_release",
    DateName.SENTENCE_EXPIRY: "sentence_expiry",
    DateName.FINAL_RELEASE: "final_release",
    DateName.ORDERED_RELEASE: "ordered_release",
}


def named_dates(record: DatedRecord) -> dict[DateName, date | None]:
    """The six dates of a record by name."""
    return {name: getattr(record, field) for name, field in DATE_FIELDS.items()}


def before_the_sentence(start: date | None, dates: Mapping[DateName, date | None]) -> tuple[str, ...]:
    """A sentence for each date of the six that lies before the sentence starts: one of the two is wrong."""
    if start is None:
        return ()
    return tuple(
        f"{name.value} {show_date(day)} is before the sentence starts ({show_date(start)})."
        for name, day in dates.items()
        if day is not None and day < start
    )


def anchor(dates: Mapping[DateName, date | None], as_at: date) -> NamedDate | None:
    """The anchor by rule; only dates on or after `as_at` are candidates. None where none is left."""
    return anchor_of(
        as_at,
        dates.get(DateName.ORDERED_RELEASE),
        dates.get(DateName.HEARING),
        dates.get(DateName.STATUTORY_RELEASE),
        dates.get(DateName.PAROLE_ELIGIBILITY),
        dates.get(DateName.FINAL_RELEASE),
        dates.get(DateName.SENTENCE_EXPIRY),
    )


def anchor_of(
    as_at: date,
    ordered: date | None,
    hearing: date | None,
    statutory: date | None,
    eligibility: date | None,
    final: date | None,
    expiry: date | None,
) -> NamedDate | None:
    """`anchor` without a mapping, for long lists. The order of the arguments is the order of the rule."""
    if ordered is not None and ordered >= as_at:
        return NamedDate(DateName.ORDERED_RELEASE, ordered)
    if hearing is not None and hearing >= as_at:
        if statutory is not None and as_at <= statutory < hearing:
            return NamedDate(DateName.STATUTORY_RELEASE, statutory)
        return NamedDate(DateName.HEARING, hearing)
    if statutory is not None and statutory >= as_at:
        return NamedDate(DateName.STATUTORY_RELEASE, statutory)
    if eligibility is not None and eligibility >= as_at:
        return NamedDate(DateName.PAROLE_ELIGIBILITY, eligibility)
    if final is not None and final >= as_at:
        return NamedDate(DateName.FINAL_RELEASE, final)
    if expiry is not None and expiry >= as_at:
        return NamedDate(DateName.SENTENCE_EXPIRY, expiry)
    return None


def record_anchor(record: DatedRecord, as_at: date) -> NamedDate | None:
    """The anchor of a record by rule (design/formats.md section 2); None where none of its dates can be one."""
    return anchor_of(
        as_at,
        record.ordered_release,
        record.next_hearing,
        record.statutory_release,
        record.parole_eligibility,
        record.final_release,
        record.sentence_expiry,
    )


def hand_anchor_holds(dates: Mapping[DateName, date | None], by_hand: HandAnchor) -> bool:
    """A hand-set anchor stands until the date it names moves (or goes)."""
    return dates.get(by_hand.name) == by_hand.day


def choose_anchor(
    dates: Mapping[DateName, date | None], as_at: date, by_hand: HandAnchor | None = None
) -> NamedDate | None:
    """The hand-set anchor while it holds, even when its day is past; else the anchor by rule."""
    if by_hand is not None and hand_anchor_holds(dates, by_hand):
        return NamedDate(by_hand.name, by_hand.day)
    return anchor(dates, as_at)


def days_lost(old: date | None, new: date | None) -> int | None:
    """Days of planning lost when a date moves from `old` to `new`: positive for an earlier date, negative
    for a later one, None when either is not there (need T2)."""
    return (old - new).days if old is not None and new is not None else None


def planning_words(days: int) -> str:
    """`18 days of planning lost`, `1 day of planning gained`: never a day less than none lost (need T2)."""
    told = f"{abs(days):,} day{'' if abs(days) == 1 else 's'} of planning"
    return f"{told} lost" if days > 0 else f"{told} gained"

"""An action typed in one line at the table and shown back before it is kept (need M7).

    Probation S. Merrin by 9 Dec: find another address

reads as service, owner, due day and text. A day without a year is the next such day after the meeting; the name of a
weekday is the next one after it. What cannot be read is said, never guessed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.domain.dates import read_date, show_long_date
from app.domain.errors import Refused
from app.domain.meeting import ActionDraft
from app.domain.names import clean, fold
from app.domain.words import Service

EXAMPLE = "Probation S. Merrin by 9 Dec: find another address"

_SERVICES = {
    "psychological services": Service.PSYCHOLOGICAL,
    "psychological": Service.PSYCHOLOGICAL,
    "psychology": Service.PSYCHOLOGICAL,
    "psych": Service.PSYCHOLOGICAL,
    "probation": Service.PROBATION,
    "prisons": Service.PRISONS,
    "prison": Service.PRISONS,
    "police": Service.POLICE,
}
"""How a service may be said, the longer ways first."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BY = re.compile(r"\s+(?:by|due)\s+", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")


def read_action(line: str, meeting_day: date) -> ActionDraft:
    """The action a line says. Raises Refused naming the part that is missing or cannot be read."""
    told = clean(line)
    head, colon, text = told.partition(":")
    if not colon or not text.strip():
        raise _missing("what is to be done, behind a colon")
    parts = _BY.split(head)
    if len(parts) < 2:
        raise _missing("the day, such as “by 9 Dec”")
    # A name may hold "by": the last one is the day's.
    who, when = " by ".join(parts[:-1]), parts[-1]
    service, owner = _whose(who)
    due = _day(when, meeting_day)
    if due is None:
        raise Refused(
            f"“{when}” is not a day that can be read; nothing was kept. Write it as 9 Dec, 09/12/2026 or Friday."
        )
    if due < meeting_day:
        raise Refused(
            f"{show_long_date(due)} lies before the meeting; nothing was kept. Write a day after it, with its year."
        )
    return ActionDraft(text.strip(), service, owner, due)


def show_action(draft: ActionDraft) -> str:
    """The action as it was read, to be looked at before it is kept."""
    return f"{draft.owner} ({draft.service.value}), by {show_long_date(draft.due)}: {draft.text}"


def _whose(who: str) -> tuple[Service, str]:
    words = fold(who)
    for said, service in _SERVICES.items():
        if words == said or words.startswith(f"{said} "):
            owner = " ".join(who.split()[len(said.split()) :])
            if not owner:
                raise _missing("who of the service does it")
            return service, owner
    raise _missing("the service first: prisons, probation, psychological services or police")


def _day(text: str, after: date) -> date | None:
    words = fold(text)
    if (exact := read_date(text)) is not None:
        return exact
    named = [number for number, name in enumerate(_DAYS) if len(words) >= 3 and name.startswith(words)]
    if len(named) == 1:
        return after + timedelta(days=(named[0] - after.weekday() - 1) % 7 + 1)
    found = _DAY_MONTH.fullmatch(words)
    if found is None or found[2][:3] not in _MONTHS:
        return None
    day, month, year = int(found[1]), _MONTHS.index(found[2][:3]) + 1, found[3]
    for candidate in (int(year),) if year else range(after.year, after.year + 5):
        try:
            one = date(candidate, month, day)
        except ValueError:
            continue
        if year or one >= after:
            return one
    return None


def _missing(what: str) -> Refused:
    return Refused(f"The line does not say {what}; nothing was kept. Write it as “{EXAMPLE}”.")

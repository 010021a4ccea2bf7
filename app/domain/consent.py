"""Consents of the person a case is about: that something of theirs may be told to somebody (need D2).

The occupier's consent to an address is another thing and stands with the address. A consent says what may be told and
to whom, never anything of a victim and nothing clinical.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.domain.dates import show_date
from app.domain.errors import Refused

_REST_ON = "have a new one signed and add it, or rest on another ground."


class ConsentStanding(StrEnum):
    """How a consent stands on a day. Only one that is in force bears what rests on it."""

    IN_FORCE = "in force"
    NOT_YET = "not yet signed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class ConsentRow(Struct, frozen=True):
    """One consent, by its number; `expires` is the last day on which it holds, None where it has no end.

    `withdrawn_by` is who told that the person takes it back. A row has no state of its own: that is a matter of the
    day on which it is asked about.
    """

    number: int
    form: str
    scope: str
    signed: date
    expires: date | None = None
    withdrawn_on: date | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None

    def standing(self, on: date) -> ConsentStanding:
        """How it stands on a day: withdrawn counts from its day on, expired from the day after the last."""
        if self.withdrawn_on is not None and self.withdrawn_on <= on:
            return ConsentStanding.WITHDRAWN
        if on < self.signed:
            return ConsentStanding.NOT_YET
        if self.expires is not None and self.expires < on:
            return ConsentStanding.EXPIRED
        return ConsentStanding.IN_FORCE

    def state(self, on: date) -> str:
        """How it stands on a day, in words with the day that decides: `expired 30/06/2026`."""
        standing = self.standing(on)
        if standing is ConsentStanding.WITHDRAWN:
            return f"withdrawn {show_date(self.withdrawn_on)} by {self.withdrawn_by}: {self.withdrawn_reason}"
        if standing is ConsentStanding.EXPIRED:
            return f"expired {show_date(self.expires)}"
        if standing is ConsentStanding.NOT_YET:
            return f"not yet signed on {show_date(on)}"
        return f"in force until {show_date(self.expires)}" if self.expires else "in force, without an end"

    @property
    def told(self) -> str:
        """`IR-2, signed 03/11/2026, until 03/05/2027: the provider of the flat, the plan`, as paper has it."""
        until = f", until {show_date(self.expires)}" if self.expires else ""
        return f"{self.form}, signed {show_date(self.signed)}{until}: {self.scope}"


def in_force(consents: Iterable[ConsentRow], on: date) -> tuple[ConsentRow, ...]:
    """The consents that something may rest on, on a day."""
    return tuple(row for row in consents if row.standing(on) is ConsentStanding.IN_FORCE)


def refuse_unless_in_force(consents: Iterable[ConsentRow], number: int, on: date) -> ConsentRow:
    """The consent that something is to rest on. Raises Refused unless it holds on that day (need D2)."""
    row = next((each for each in consents if each.number == number), None)
    if row is None:
        raise Refused(
            f"This case has no consent {number}; nothing was changed: see `forumdesk consent list`, or add the one "
            "that was signed."
        )
    which, standing = f"Consent {row.number} ({row.form})", row.standing(on)
    if standing is ConsentStanding.IN_FORCE:
        return row
    if standing is ConsentStanding.NOT_YET:
        raise Refused(
            f"{which} was signed on {show_date(row.signed)} and does not hold on {show_date(on)}; nothing was "
            "changed: rest on another consent or ground."
        )
    if standing is ConsentStanding.EXPIRED:
        raise Refused(
            f"{which} expired on {show_date(row.expires)} and does not hold on {show_date(on)}; nothing was changed: "
            f"{_REST_ON}"
        )
    raise Refused(
        f"{which} was withdrawn on {show_date(row.withdrawn_on)} and does not hold on {show_date(on)}; nothing was "
        f"changed: {_REST_ON}"
    )


def resting_on_none(
    consents: Iterable[ConsentRow], resting: Iterable[tuple[int, int]], on: date
) -> tuple[str, ...]:
    """What is open and rests on a consent that does not hold on a day, in words; `resting` is request and consent.

    Such a request is refused when it is decided or made; whoever looks at the case is told before that.
    """
    by_number = {row.number: row for row in consents}
    found = []
    for request, number in resting:
        row = by_number.get(number)
        if row is None:
            found.append(f"disclosure {request} rests on a consent of another episode")
        elif row.standing(on) is not ConsentStanding.IN_FORCE:
            found.append(f"disclosure {request} rests on consent {number}, {row.standing(on).value}")
    return tuple(found)


def refuse_withdrawal(row: ConsentRow, day: date) -> None:
    """Refuse a withdrawal of what was withdrawn already, or on a day before it was signed."""
    if row.withdrawn_on is not None:
        raise Refused(
            f"Consent {row.number} was withdrawn on {show_date(row.withdrawn_on)} already; nothing was changed."
        )
    if day < row.signed:
        raise Refused(
            f"Consent {row.number} was signed on {show_date(row.signed)} and cannot be withdrawn before that; nothing "
            "was changed: mend the day."
        )

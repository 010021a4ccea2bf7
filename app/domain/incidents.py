"""A missing copy is an incident with a clock: what is to be done, by when, and when it may be closed (need K2).

The steps are those of the Privacy Commissioner's guidance for a privacy breach; telling the Commissioner and the people
affected is Privacy Act 2020 Part 6 (sections 112 to 119): *as soon as practicable*, by the Commissioner's expectation
within 72 hours of knowing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.names import clean
from app.domain.packs import CopyRow
from app.domain.words import CopyState, IncidentStepName

HOURS = {
    IncidentStepName.CONTAIN: 4,
    IncidentStepName.ASSESS: 24,
    IncidentStepName.COMMISSIONER: 72,
    IncidentStepName.PEOPLE: 72,
    IncidentStepName.PREVENT: 24 * 20,
}
"""Hours after a copy was recorded as missing by which each step is due; `closed` follows when all are answered."""

ASKS = {
    IncidentStepName.CONTAIN: "Look again, ask everybody who was in the room, have it brought back or locked away.",
    IncidentStepName.ASSESS: "Say who could be harmed by what is in it, how badly, and how likely (section 113).",
    IncidentStepName.COMMISSIONER: "Tell the Privacy Commissioner where harm is likely, or why not (section 114).",
    IncidentStepName.PEOPLE: "Tell the people affected, or say which exception holds (sections 115 and 116).",
    IncidentStepName.PREVENT: "Say what changes, so that it does not happen again.",
    IncidentStepName.CLOSED: "The chair has read it, and nothing is left to do.",
}


class StepRow(Struct, frozen=True):
    """One step: when it is due, and who did it when, with what they wrote; not done while `at` is None."""

    step: IncidentStepName
    due: datetime
    at: datetime | None
    who: str
    note: str


class Incident(Struct, frozen=True):
    """A copy that was recorded as missing, found again or not, with its steps in order."""

    copy: CopyRow
    opened_at: datetime
    last_seen: str
    steps: tuple[StepRow, ...]
    closed_at: datetime | None
    closed_by: str
    closing: str

    @property
    def found(self) -> bool:
        return self.copy.state is not CopyState.MISSING

    def next_step(self) -> StepRow | None:
        """The first step that nobody has answered; None where none is left or it is closed."""
        if self.closed_at is not None:
            return None
        return next((each for each in self.steps if each.at is None), None)

    def clock(self, now: datetime) -> str:
        """How long it has been open, and what the next step's day is: `open 2 days 3 h; … due in 69 h`."""
        if self.closed_at is not None:
            return "closed"
        told = f"open {span(now - self.opened_at)}"
        step = self.next_step()
        if step is None:
            return f"{told}; every step is answered, close it"
        left = step.due - now
        when = f"due in {span(left)}" if left >= timedelta() else f"{span(-left)} overdue"
        return f"{told}; {step.step.value}: {when}"


def span(length: timedelta) -> str:
    """`3 h 20 min`, `2 days 3 h`; rounded down."""
    minutes = int(length.total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} day{'' if days == 1 else 's'} {hours} h"
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def steps_of(
    opened: datetime, done: dict[IncidentStepName, tuple[datetime, str, str]]
) -> tuple[StepRow, ...]:
    """Every step that is due, in order, with what was done of it."""
    rows = []
    for step, hours in HOURS.items():
        at, who, note = done.get(step, (None, "", ""))
        rows.append(StepRow(step, opened + timedelta(hours=hours), at, who, note))
    return tuple(rows)


def refuse_step(incident: Incident, step: IncidentStepName, note: str) -> str:
    """What will be written of a step. Refuses one without words, one answered already, and a closing too early."""
    told = clean(note)
    what = f"The incident of {incident.copy.words}"
    if not told:
        raise Refused(
            f"{what}: nothing is said about “{step.value}”; nothing was changed. Write what was done."
        )
    if incident.closed_at is not None:
        raise Refused(f"{what} is closed; nothing was changed. A copy that goes missing again opens it anew.")
    if step is IncidentStepName.CLOSED:
        left = incident.next_step()
        if left is not None and not incident.found:
            raise Refused(
                f"{what} cannot be closed: nobody has answered “{left.step.value}”; nothing was changed. "
                "Record that step, or count the copy in if it was found."
            )
        return told
    if next(each for each in incident.steps if each.step is step).at is not None:
        raise Refused(
            f"{what}: “{step.value}” is answered already; nothing was changed. Record the next step."
        )
    return told

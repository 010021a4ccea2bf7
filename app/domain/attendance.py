"""Who is at a meeting, who is excused, and who has heard the confidentiality statement (need M5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from msgspec import Struct, field
from msgspec.structs import force_setattr

from app.domain.dates import AUCKLAND
from app.domain.errors import Refused
from app.domain.meeting import required_name
from app.domain.names import clean, fold
from app.domain.words import Presence, Service

HERE = (Presence.PRESENT, Presence.SUBSTITUTE)
"""Who counts for the quorum and hears the statement; information sent does neither."""

MOST_PEOPLE = 200
"""More heads than this nobody asks of a meeting."""

_TIME = re.compile(r"(\d{1,2})[:.h]?([0-5]\d)?\s*(am|pm)?", re.ASCII | re.IGNORECASE)


class AttendanceDraft(Struct, frozen=True):
    """One person at, or excused from, a meeting. Refused is raised for what does not go together.

    `stands_for` is whom a substitute stands for, `sent_on` the day on which information was sent instead.
    """

    service: Service
    name: str
    presence: Presence
    role: str = ""
    stands_for: str = ""
    sent_on: date | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "name", required_name(self.name, "The name of the person attending"))
        force_setattr(self, "role", clean(self.role))
        force_setattr(self, "stands_for", clean(self.stands_for))
        if self.stands_for and self.presence is not Presence.SUBSTITUTE:
            raise Refused(
                f"{self.name} is recorded as {self.presence}, and only a substitute stands for somebody; nothing was "
                "saved: record a substitute, or leave the other name away."
            )
        if self.stands_for and fold(self.stands_for) == fold(self.name):
            raise Refused(
                f"{self.name} cannot stand for themselves; nothing was saved: name the one who is away."
            )
        if self.sent_on and self.presence is not Presence.INFORMATION_SENT:
            raise Refused(
                f"{self.name} is recorded as {self.presence}, and only information sent has a day; nothing was "
                "saved: record information sent, or leave the day away."
            )


class VisitDraft(Struct, frozen=True):
    """One person who is there for one case only, with the times they came in and went out, where known."""

    service: Service
    name: str
    role: str = ""
    came: time | None = None
    left: time | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "name", required_name(self.name, "The name of the person attending"))
        force_setattr(self, "role", clean(self.role))
        if self.came is not None and self.left is not None and self.left < self.came:
            raise Refused(
                f"{self.name} cannot go out at {show_time(self.left)} and have come in at {show_time(self.came)}; "
                "nothing was saved: mend one of the two."
            )


def read_time(text: str) -> time | None:
    """A time of day as people type it: `10:40`, `1040`, `9.30am`, `2 pm`; None where it is none."""
    typed = clean(text)
    found = _TIME.fullmatch(typed)
    if found is None or (len(typed) > 2 and found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 else None


def show_time(moment: time | None) -> str:
    """`10:40`, or nothing."""
    return moment.strftime("%H:%M") if moment else ""


def moment_on(day: date, at: time) -> datetime:
    """A time of day on the day of a meeting, as a New Zealand clock shows it."""
    return datetime.combine(day, at, AUCKLAND)


class Quorum(Struct, frozen=True):
    """Which services must have somebody there, and how many people at least; a forum's own, as data."""

    services: tuple[Service, ...] = tuple(Service)
    people: int = 0

    def __post_init__(self) -> None:
        ordered = tuple(service for service in Service if service in self.services)
        force_setattr(self, "services", ordered)
        if not 0 <= self.people <= MOST_PEOPLE:
            raise Refused(
                f"A quorum of {self.people:,} people cannot be met; nothing was saved: write a number from 0 to "
                f"{MOST_PEOPLE}."
            )

    @classmethod
    def from_data(cls, data: Mapping[str, Any] | None) -> Quorum:
        """From what a forum's row keeps; nothing kept is all four services and no number."""
        if data is None:
            return cls()
        return cls(tuple(Service(name) for name in data["services"]), data["people"])

    def as_data(self) -> dict[str, Any]:
        """As a forum's row keeps it."""
        return {"services": [service.value for service in self.services], "people": self.people}

    @property
    def seen(self) -> dict[str, str]:
        """What somebody who looks at it sees, by field."""
        services = ", ".join(service.value for service in self.services) or "none"
        return {"services": services, "people": str(self.people)}

    @property
    def words(self) -> str:
        """`prisons, probation and police, and 5 people or more`."""
        names = [service.value for service in self.services]
        asked = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
        heads = f"{self.people} people or more" if self.people > 1 else ""
        return ", and ".join(part for part in (asked, heads) if part) or "nobody in particular"

    def lacks(self, here: Iterable[Service]) -> tuple[str, ...]:
        """What a meeting with these people lacks, one sentence a lack; none where it has a quorum."""
        present = list(here)
        absent = [service.value for service in self.services if service not in present]
        lacks = [f"nobody was present from {', '.join(absent)}"] if absent else []
        if len(present) < self.people:
            lacks.append(f"{len(present)} of {self.people} people were present")
        return tuple(lacks)


class AttendanceRow(Struct, frozen=True):
    """One person at, or excused from, one meeting. `read_to`: None for somebody who is not there."""

    meeting: str
    service: Service
    name: str
    presence: Presence
    role: str = ""
    stands_for: str = ""
    sent_on: date | None = None
    read_to: bool | None = None

    @property
    def words(self) -> str:
        """`substitute for S. Merrin`, `information sent on 03/03/2027`, else the bare word."""
        if self.stands_for:
            return f"{self.presence.value} for {self.stands_for}"
        if self.sent_on:
            return f"{self.presence.value} on {self.sent_on:%d/%m/%Y}"
        return self.presence.value


class VisitRow(Struct, frozen=True):
    """One person who was there for one case."""

    meeting: str
    prn: str
    service: Service
    name: str
    role: str
    came: time | None
    left: time | None
    read_to: bool

    @property
    def words(self) -> str:
        """`for this case, in 10:40, out 10:55`."""
        parts = [
            f"in {show_time(self.came)}" if self.came else "",
            f"out {show_time(self.left)}" if self.left else "",
        ]
        return ", ".join(["for this case", *(part for part in parts if part)])


class ReadingRow(Struct, frozen=True):
    """One reading of the confidentiality statement: by whom and when (UTC)."""

    read_by: str
    at: datetime


class InvitedRow(Struct, frozen=True):
    """One person who is expected at a meeting, and what they answered; None where nothing is heard from them yet."""

    name: str
    service: str
    answer: AttendanceRow | None = None

    @property
    def words(self) -> str:
        """What they answered, or who comes instead; empty where nothing is heard from them yet."""
        if self.answer is None:
            return ""
        instead = fold(self.answer.name) != fold(self.name)
        return f"{self.answer.name} comes instead" if instead else self.answer.words


def invited(known: Iterable[tuple[str, str]], answers: Iterable[AttendanceRow]) -> tuple[InvitedRow, ...]:
    """Who is expected: everybody `known` to the forum, by name and service, and whoever answered; each once.

    For whom a substitute comes it is an answer too.
    """
    answers = tuple(answers)
    found = {fold(name): InvitedRow(name, service) for name, service in known}
    for row in answers:
        if row.stands_for:
            there = found.get(fold(row.stands_for), InvitedRow(row.stands_for, row.service.value))
            found[fold(row.stands_for)] = InvitedRow(there.name, there.service, row)
    found |= {fold(row.name): InvitedRow(row.name, row.service.value, row) for row in answers}
    return tuple(sorted(found.values(), key=lambda each: (each.service, fold(each.name))))


class AttendanceView(Struct, frozen=True):
    """Everything about who is at a meeting.

    Whoever was recorded as there after the last reading has not heard the statement, until it is read again.
    """

    meeting: str
    people: tuple[AttendanceRow, ...]
    visits: tuple[VisitRow, ...]
    readings: tuple[ReadingRow, ...]
    quorum: Quorum = field(default_factory=Quorum)

    @property
    def here(self) -> tuple[AttendanceRow, ...]:
        """Those present, substitutes among them."""
        return tuple(row for row in self.people if row.presence in HERE)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing for a quorum, one sentence a lack."""
        return self.quorum.lacks(row.service for row in self.here)

    @property
    def quorum_words(self) -> str:
        """Whether there is a quorum, as the minutes say it; blank where nobody's attendance is recorded."""
        if not self.people:
            return ""
        if self.lacks:
            return f"Not met: {'; '.join(self.lacks)}."
        return f"Met: it asks for {self.quorum.words}."

    @property
    def not_read_to(self) -> tuple[str, ...]:
        """Names of those who came after the last reading; everybody who is there while there was none."""
        people = [row.name for row in self.here if not row.read_to]
        visitors = [row.name for row in self.visits if not row.read_to]
        return tuple(dict.fromkeys(people + visitors))

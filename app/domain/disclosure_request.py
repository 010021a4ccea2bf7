"""A disclosure that is asked for: a chair decides, an administrator records it as made (need D1).

Whoever asks says who wants what, on which ground and why it is needed, and which statements would be told, word for
word. A chair sees exactly those. What is documented is let go unless it is struck; what was only said (screens.md:
*soft*) stays out unless the chair lets it. Nobody decides on their own request (design/trust.md, "Who may what").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from app.domain.case_drafts import needed
from app.domain.cases import CaseRecord, InformationRow, ValueRow
from app.domain.dates import AUCKLAND, move_statutory_days, show_date, statutory_days_until
from app.domain.documents import SOMEBODY
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.grounds import Ground
from app.domain.names import clean, fold, full_name
from app.domain.words import FlagCode, Grade, Handling, Owner, RequestState, Service

STATUTORY_DAYS = 20
"""Within which a request is answered where no earlier day is asked for."""
_SOFT = frozenset({Grade.REPORTED, Grade.INTELLIGENCE})
_INSIDE = frozenset({Handling.MEMBERS_ONLY, Handling.FOR_THE_BOARD})
"""What was told to the forum, or for the Board, alone: it is proposed to nobody else."""
_VICTIMS = "VNR"
OWN_WORDS = "In the forum's words"
"""What a statement that somebody typed is headed with."""


class Statement(Struct, frozen=True):
    """One thing that would be told, word for word, and who says so. `number` is its place in the request, from 1."""

    heading: str
    text: str
    source: str
    soft: bool = False
    struck: bool = False
    number: int = 0

    @property
    def line(self) -> str:
        """`Release address: 4 Kōwhai Street (forum: Mere Ashcombe, as at 20/11/2026)`."""
        return (
            f"{self.heading}: {self.text} ({self.source})" if self.source else f"{self.heading}: {self.text}"
        )


class RequestDraft(Struct, frozen=True):
    """What is asked for, before it is kept."""

    who_asks: str
    what: str
    ground: Ground
    necessity: str
    needed_by: date | None = None
    consent: int | None = None
    """The number of the person's consent, where the ground is their own word."""

    def checked(self, today: date) -> RequestDraft:
        """Cleaned, or refused in words."""
        if self.needed_by is not None and self.needed_by < today:
            raise Refused(
                f"It cannot be needed by {show_date(self.needed_by)}, which is past; nothing was changed: mend the day."
            )
        if self.consent is not None and not self.ground.by_consent:
            raise Refused(
                f"A consent goes with IPP 11(1)(c), not with {self.ground.paragraph}; nothing was changed: choose one."
            )
        if self.consent is None and self.ground.by_consent:
            raise Refused(
                f"{self.ground.paragraph} rests on a consent that the person signed; nothing was changed: give its "
                "number, as `forumdesk consent list` shows it."
            )
        return replace(
            self,
            who_asks=needed(self.who_asks, "Who asks"),
            what=needed(self.what, "What is asked for"),
            necessity=needed(self.necessity, "Why it is necessary"),
        )


class RequestRow(Struct, frozen=True):
    """One request with all that became of it."""

    number: int
    forum: str
    prn: str
    surname: str
    given_names: str
    state: RequestState
    asked_at: datetime
    asked_by: str
    who_asks: str
    what: str
    ground: Ground
    necessity: str
    needed_by: date | None
    due: date
    consent: int | None = None
    statements: tuple[Statement, ...] = ()
    decided_at: datetime | None = None
    decided_by: str = ""
    """Who decided, or withdrew it."""
    reason: str = ""
    undertaking: str = ""
    """What the recipient undertook, or must."""
    made_on: date | None = None
    made_by: str = ""
    how: str = ""
    disclosure: int | None = None
    """Its line in the ledger of what left."""

    @property
    def person(self) -> str:
        return full_name(self.surname, self.given_names)

    @property
    def told(self) -> tuple[Statement, ...]:
        """What is told, or would be: every statement that is not struck."""
        return tuple(each for each in self.statements if not each.struck)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in (RequestState.WAITS, RequestState.APPROVED)

    def clock(self, today: date) -> str:
        """How much time is left in statutory working days; empty once it is answered."""
        if not self.is_open:
            return ""
        left = statutory_days_until(today, self.due)
        if self.due < today:
            late = statutory_days_until(self.due, today)
            return f"{_days(late)} late"
        return f"{_days(left)} left" if left else "due today"


def _days(count: int) -> str:
    return f"{count} working day{'' if count == 1 else 's'}"


def due_of(asked: date, needed_by: date | None) -> date:
    """The day by which it is answered: the one asked for, and never later than the statutory twenty working days."""
    last = move_statutory_days(asked, STATUTORY_DAYS)
    return min(last, needed_by) if needed_by else last


def by_clock(rows: Sequence[RequestRow]) -> tuple[RequestRow, ...]:
    """Those that wait first, by the day they are due; then those that are done, the latest first."""
    waits = sorted((row for row in rows if row.is_open), key=lambda row: (row.due, row.number))
    done = sorted((row for row in rows if not row.is_open), key=lambda row: -row.number)
    return (*waits, *done)


# What may be proposed to be told.


def statements_of(record: CaseRecord) -> tuple[Statement, ...]:
    """What the record could tell, each by itself with whose word it is, the documented before what was only said.

    Nothing that a partner told the forum or the Board alone, nothing of Police, which is theirs to tell, no sealed
    source, and never that a victim is registered (need P3). Whose word it is names a service and no member of staff:
    the chair finds who it was in the case, and a letter need not tell it.
    """
    found = [
        Statement(row.heading, row.in_force, _whose(*_said_by(row)))
        for row in record.values
        if row.in_force and row.heading != _VICTIMS
    ]
    found += [
        Statement(f"Flag {row.code.value}", row.meaning, _whose(row.owner, row.as_at))
        for row in record.flags
        if row.to_date is None and row.code is not FlagCode.VNR
    ]
    found += [
        Statement(
            _capital(row.kind.value),
            f"{row.answer.value}{f': {row.detail}' if row.detail else ''}",
            _whose(row.owner, row.as_at),
        )
        for row in record.orders
        if row.owner not in (None, Owner.POLICE)
    ]
    found += [
        Statement(f"Rating by {row.tool}", row.score, _whose(row.service, row.on)) for row in record.risks
    ]
    found += [
        Statement(f"Proposed address {row.rank}", row.address, _whose(Owner.FORUM, row.as_at))
        for row in record.plan.addresses
        if row.withdrawn_by is None
    ]
    found += [_information(row) for row in record.information if row.handling not in _INSIDE]
    return _told_apart(sorted(found, key=lambda each: each.soft))


def _told_apart(found: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each under a heading of its own, by which it can be named: a second one of the same gets its number."""
    seen: Counter[str] = Counter()
    told = []
    for each in found:
        seen[each.heading] += 1
        many = seen[each.heading]
        told.append(replace(each, heading=f"{each.heading} ({many})") if many > 1 else each)
    return tuple(told)


def _information(row: InformationRow) -> Statement:
    """What a service said. One that must not be attributed is told without the service too (need X7)."""
    soft = row.grade in _SOFT
    if row.handling is Handling.DO_NOT_ATTRIBUTE:
        return Statement("Said to the forum", row.text, SOMEBODY, soft=soft)
    return Statement("Said by a service", row.text, _whose(row.service, row.as_at), soft=soft)


def _said_by(row: ValueRow) -> tuple[Owner, date | None]:
    """Whose word is in force: the forum's own, else whose the value is."""
    return (Owner.FORUM, row.beside[-1].as_at) if row.beside else (row.owner, row.as_at)


def _whose(owner: Owner | Service | None, as_at: date | None) -> str:
    said = owner.value if owner else Owner.FORUM.value
    return f"{_capital(said)}, as at {show_date(as_at)}" if as_at else _capital(said)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def chosen(
    offered: Sequence[Statement], headings: Sequence[str], own: Sequence[str]
) -> tuple[Statement, ...]:
    """The statements that somebody names by heading, then those they wrote. Raises Refused for a heading there is not.

    What is written is soft: no paper stands behind it, so a chair lets it go or not.
    """
    found: list[Statement] = []
    for heading in headings:
        asked = fold(heading)
        named = next((each for each in offered if fold(each.heading) == asked), None)
        if named is None:
            known = ", ".join(dict.fromkeys(each.heading for each in offered)) or "nothing"
            raise Refused(
                f"The case has nothing under “{clean(heading)}”; nothing was changed. It could tell: {known}."
            )
        if named not in found:
            found.append(named)
    found += [Statement(OWN_WORDS, needed(text, "A statement"), "Forum", soft=True) for text in own]
    return tuple(found)


# Who decides, and when.


def refuse_unless_waiting(row: RequestRow) -> None:
    """Refuse to change what was asked once somebody decided on it."""
    if row.state is not RequestState.WAITS:
        raise Refused(
            f"Request {row.number} is {row.state.value}; nothing was changed: ask anew where something else is needed."
        )


def decided(
    row: RequestRow, *, own: bool, approve: bool, strike: Collection[int], let: Collection[int]
) -> tuple[Statement, ...]:
    """The statements as they stand after the chair's decision. Raises where it cannot be made.

    Never one's `own` request (design/trust.md). An approval leaves at least one statement to be told.
    """
    refuse_unless_waiting(row)
    if own:
        raise NotPermitted(
            f"Request {row.number} is your own, and nobody decides on what they asked for; nothing was changed. "
            "Ask another chair."
        )
    for number in (*strike, *let):
        if not any(each.number == number for each in row.statements):
            raise NotFound(
                f"Request {row.number} has no statement {number}; nothing was changed: look at it again."
            )
    if not approve:
        return row.statements
    after = tuple(
        replace(each, struck=each.number in strike or (each.soft and each.number not in let))
        for each in row.statements
    )
    if not any(not each.struck for each in after):
        raise Refused(
            f"Nothing is left to tell of request {row.number}; nothing was changed: let a statement go, have one "
            "proposed, or decline the request."
        )
    return after


def refuse_making(row: RequestRow, on: date, today: date) -> None:
    """Refuse to record what no chair approved, what was made already, or a day that cannot be."""
    if row.state is not RequestState.APPROVED:
        waits = (
            "ask a chair to decide first"
            if row.state is RequestState.WAITS
            else "ask anew where it is needed"
        )
        raise Refused(f"Request {row.number} is {row.state.value}; nothing was recorded: {waits}.")
    approved = row.decided_at.astimezone(AUCKLAND).date() if row.decided_at else today
    if not approved <= on <= today:
        raise Refused(
            f"It was approved on {show_date(approved)} and cannot be made on {show_date(on)}; nothing was recorded: "
            "give the day it left."
        )


def refuse_withdrawal(row: RequestRow) -> None:
    """Refuse to withdraw what was answered."""
    if not row.is_open:
        raise Refused(f"Request {row.number} is {row.state.value}; nothing was changed.")

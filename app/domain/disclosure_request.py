"""A disclosure that is asked for: a chair decides, an administrator records it as made (need D1).

Whoever asks says who wants what, on which ground and why it is needed, and which statements would be told, word for
word. A chair sees exactly those. What is documented is let go unless it is struck; what was only said (screens.md:
*soft*) stays out unless the chair lets it. Nobody decides on their own request (design/trust.md, "Who may what").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from app.domain.case_drafts import needed
from app.domain.dates import AUCKLAND, move_statutory_days, show_date, statutory_days_until
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.grounds import Ground
from app.domain.names import full_name
from app.domain.statements import Statement
from app.domain.words import RequestState

STATUTORY_DAYS = 20
"""Within which a request is answered where no earlier day is asked for."""


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


def refuse_unless_waiting(row: RequestRow) -> None:
    """Refuse to change what was asked once somebody decided on it."""
    if row.state is not RequestState.WAITS:
        raise Refused(
            f"Request {row.number} is {row.state.value}; nothing was changed: ask anew where something else is needed."
        )


def refuse_unseen(row: RequestRow, seen: int | None) -> None:
    """Refuse a decision on statements that were proposed after the chair had looked: they would be told unseen."""
    if seen is not None and seen != len(row.statements):
        raise Refused(
            f"Request {row.number} has {len(row.statements)} statements by now, and {seen} were looked at; nothing was "
            "changed: look at it again."
        )


def decided(
    row: RequestRow,
    *,
    own: bool,
    approve: bool,
    strike: Collection[int],
    let: Collection[int],
    proposed: Collection[int] = (),
) -> tuple[Statement, ...]:
    """The statements as they stand after the chair's decision. Raises where it cannot be made.

    Never one's `own` request (design/trust.md), and of somebody else's no statement that one `proposed` oneself. An
    approval leaves at least one statement to be told.
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
    if mine := [each.number for each in after if each.number in proposed and not each.struck]:
        raise NotPermitted(
            f"Statement {mine[0]} of request {row.number} was proposed by you, and nobody lets go what they proposed; "
            "nothing was changed. Strike it, or ask another chair."
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

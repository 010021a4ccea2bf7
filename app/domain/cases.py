"""People and their cases as they leave the register: frozen rows, each value with whose it is (needs R1-R9, R12)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

from msgspec import Struct

from app.domain.board import BoardFile
from app.domain.consent import ConsentRow
from app.domain.plan_rows import CheckStanding, ConditionRow, NeedRow, OccupierConsentRow
from app.domain.timeline import NamedDate
from app.domain.transfers import TransferRow
from app.domain.words import (
    AliasKind,
    DateName,
    ExitReason,
    FlagCode,
    Grade,
    Handling,
    HighProfileLimb,
    LeftOutReason,
    OrderKind,
    Owner,
    Service,
    SixAnswer,
)

NOT_KNOWN = "not known"
NOT_RECHECKED = "not re-checked"
"""How the last episode's plan is marked in a new one (need R1)."""


class CaseRow(NamedTuple):
    """One case in a list, straight from one statement. `flags` are codes parted by blanks.

    Days and moments stay as the register writes them until somebody looks: of ten thousand rows a window
    shows fifty.
    """

    prn: str
    surname: str
    given_names: str
    forum: str
    anchor_name: str | None
    anchor_stored: str | None
    flags: str
    opened_stored: str
    closed_stored: str | None
    proposed_to: str = ""
    """The forum it is proposed to; there it shows too until it is answered (need R11)."""

    @property
    def anchor(self) -> NamedDate | None:
        """The anchor with its name; neither stands without the other."""
        if self.anchor_name is None or self.anchor_stored is None:
            return None
        return NamedDate(DateName(self.anchor_name), date.fromisoformat(self.anchor_stored))

    @property
    def opened(self) -> datetime:
        return datetime.fromisoformat(self.opened_stored).replace(tzinfo=UTC)

    @property
    def closed(self) -> datetime | None:
        if self.closed_stored is None:
            return None
        return datetime.fromisoformat(self.closed_stored).replace(tzinfo=UTC)


class ForumWord(NamedTuple):
    """What the forum itself says of a heading; it stands beside IOMS' value and is never overwritten (R9)."""

    value: str
    reason: str
    source: str
    as_at: date


class ValueRow(NamedTuple):
    """One value of the extract with whose it is, where it is from and how old it is (need R12)."""

    heading: str
    value: str | None
    owner: Owner
    source: str
    as_at: date | None
    beside: tuple[ForumWord, ...] = ()

    @property
    def in_force(self) -> str | None:
        """The forum's own word where there is one, else IOMS' value."""
        return self.beside[-1].value if self.beside else self.value


class AliasRow(NamedTuple):
    kind: AliasKind
    surname: str
    given_names: str
    owner: Owner
    source: str
    as_at: date


class FlagRow(NamedTuple):
    """A dated flag and what it means for the forum (need R4); `to_date` is the day it was withdrawn."""

    code: FlagCode
    meaning: str
    from_date: date
    to_date: date | None
    owner: Owner
    source: str
    as_at: date
    authorised_by: str | None
    comment: str | None


class OrderRow(NamedTuple):
    """One line of the external orders panel: all five kinds always stand there (need R7)."""

    kind: OrderKind
    answer: SixAnswer
    detail: str | None = None
    expires: date | None = None
    owner: Owner | None = None
    source: str = ""
    as_at: date | None = None


class RiskRow(NamedTuple):
    """One service's own rating; nothing combines two of them (need R8)."""

    service: Service
    tool: str
    score: str
    version: str | None
    on: date
    assessor: str | None
    owner: Owner
    source: str


class InformationRow(NamedTuple):
    service: Service
    text: str
    author: str
    as_at: date
    grade: Grade
    handling: Handling
    owner: Owner
    source: str


class PoliceRow(NamedTuple):
    """A confirmed Police answer, beside Corrections' values (need X7)."""

    heading: str
    value: str
    officer: str | None
    checked_on: date | None
    grade: Grade | None
    handling: Handling | None
    police_own: str | None
    address_rank: int | None


class CheckRow(NamedTuple):
    """One partner's check of an address. Victim nearness is an answer, a name and a day, nothing else (P3)."""

    kind: str
    answer: str
    suitability: str | None
    comment: str | None
    officer: str | None
    checked_on: date | None


class AddressRow(Struct, frozen=True):
    """A proposed address; *verified* and *next* are two answers, and a dead one stays (need P1).

    `consent` is what was noted when it was proposed; `consents` are the dated words since, oldest first.
    `standing` has all five kinds of check with whether each is due; it is empty for a dead address.
    """

    rank: int
    address: str
    residents: str | None
    consent: str | None
    verified: bool
    is_next: bool
    withdrawn_by: str | None
    withdrawn_reason: str | None
    source: str
    as_at: date
    checks: tuple[CheckRow, ...] = ()
    consents: tuple[OccupierConsentRow, ...] = ()
    standing: tuple[CheckStanding, ...] = ()

    @property
    def consent_words(self) -> str:
        """The last word on the occupier's consent, else what was noted at first, else that nobody was asked."""
        if self.consents:
            return self.consents[-1].words
        return f"noted: {self.consent}" if self.consent else "not asked"


class AnswerRow(NamedTuple):
    question: str
    words: str
    answer: str
    note: str | None
    answered_by: str
    as_at: date


class MilestoneRow(NamedTuple):
    """A milestone, its day, whether a closed meeting took it, and what it asks for that is not there.

    `passed` says that a smaller one was taken without it: no meeting will name it again (formats section 3).
    `stale` are the values that are there and older than the forum allows, told once the milestone is in play.
    `was` is the day before the anchor last moved; None where it has not.
    """

    months: int
    on: date | None
    taken: bool
    missing: tuple[str, ...]
    passed: bool = False
    stale: tuple[str, ...] = ()
    was: date | None = None


class ActionRow(NamedTuple):
    text: str
    service: Service
    owner: str
    due: date
    outcome: str


class ChangeRow(NamedTuple):
    """Something that changed: old and new side by side, with the days of planning lost (need T2)."""

    what: str
    old: str | None
    new: str | None
    days_lost: int | None
    why: str


class EpisodeRow(Struct, frozen=True):
    """One approach to one release: how it came in, its anchor, and how it ended."""

    forum: str
    episode: int
    opened: datetime
    entry: str
    entry_codes: tuple[str, ...]
    entry_reason: str
    criteria_version: int | None
    limb: HighProfileLimb | None
    review: date | None
    closed: datetime | None
    exit_reason: ExitReason | None
    exit_note: str | None
    leading_service: Service | None
    owner: str | None
    anchor: NamedDate | None
    anchor_as_at: date | None
    by_hand: str | None
    """The reason for an anchor chosen by hand; None where the rule chose it."""


def seen_of_anchor(name: DateName | None, reason: str | None) -> str:
    """What somebody who looks at the choice of the date counted to sees of it; without a reason the rule chose."""
    return f"{name.value if name else ''}, by hand: {reason}" if reason else "by the rule"


class PlanRow(Struct, frozen=True):
    """A release plan. `mark` says that it is an earlier episode's and has not been re-checked.

    `answers` has every answer to what milestones ask, those by need too; `needs` has all eight domains.
    """

    addresses: tuple[AddressRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    mark: str = ""
    needs: tuple[NeedRow, ...] = ()
    conditions: tuple[ConditionRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()
    """What the person signed, which is no part of the plan but shown and carried over with it (need D2)."""

    @property
    def checks_due(self) -> tuple[str, ...]:
        """Each check that is due and that nobody has answered: `address 2: Police not asked`."""
        return tuple(
            f"address {row.rank}: {check.kind.value} {check.answer}"
            for row in self.addresses
            for check in row.standing
            if check.open
        )


class CaseRecord(Struct, frozen=True):
    """Everything recorded of one person and their case."""

    prn: str
    surname: str
    given_names: str
    date_of_birth: date
    age: int
    physical_marks: str | None
    forum: str | None
    case: EpisodeRow | None
    earlier: tuple[EpisodeRow, ...]
    left_out: LeftOutReason | None
    left_out_starts: date | None
    gone: bool
    """No longer in the last extract that covered their forum."""
    aliases: tuple[AliasRow, ...]
    values: tuple[ValueRow, ...]
    flags: tuple[FlagRow, ...]
    orders: tuple[OrderRow, ...]
    risks: tuple[RiskRow, ...]
    information: tuple[InformationRow, ...]
    police: tuple[PoliceRow, ...]
    board: BoardFile
    transfers: tuple[TransferRow, ...]
    plan: PlanRow
    plan_before: PlanRow | None
    milestones: tuple[MilestoneRow, ...]
    actions: tuple[ActionRow, ...]
    changes: tuple[ChangeRow, ...]
    warnings: tuple[str, ...] = ()
    """What the calendar says of the release date: Christmas, and days on which nobody works (need T3); and what is open
    and rests on a consent that does not hold (need D2)."""
    restricted: str = ""
    """`Restricted 3`, what others see where it is kept to named readers; empty for an ordinary case (need A4)."""
    excluded: tuple[str, ...] = ()
    """Who is kept from it, each in a sentence."""

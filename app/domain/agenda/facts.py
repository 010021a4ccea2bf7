"""What the agenda rule is told and what it answers, as plain frozen values (design/formats.md section 3).

What there is one of for each case is a named tuple, as a row that comes straight from a query is (docs/decisions/0044):
an agenda is made of thousands (design/speed.md, figure 19).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from app.domain.counting import count
from app.domain.errors import ForumDeskError
from app.domain.plan import PlanFacts
from app.domain.timeline import NamedDate
from app.domain.words import AgendaReason, DateName, ExitReason, FlagCode, MeetingKind, SixAnswer, Track


class AgendaBalanceError(ForumDeskError):
    """Listed and not listed are not exactly the cases considered; no agenda may leave in that state."""


class ActionDue(NamedTuple):
    """One open action; `owner` is the person or service as written."""

    due: date
    text: str
    owner: str


class AnchorMove(Struct, frozen=True):
    """The anchor before and after; either may be none."""

    old: NamedDate | None
    new: NamedDate | None


class FlagChange(Struct, frozen=True):
    """One flag raised or withdrawn since the last closed meeting, after the case was opened."""

    code: FlagCode
    raised: bool
    on: date | None = None


class PoliceSaid(Struct, frozen=True):
    """One confirmed Police answer since the last closed meeting: which of the six, and when checked."""

    answer: SixAnswer
    on: date | None = None


class AskedFor(Struct, frozen=True):
    """Who asked for the case to be on this agenda, and why."""

    who: str
    reason: str


class AgendaCase(NamedTuple):
    """The facts of one case at the time of generation.

    Fields ending in `_since` speak of what was *entered after the last closed meeting was closed* (order
    of the trail); the rule disregards them, and `deferred_at_last`, while the forum has no closed meeting.
    `hearing` is the next hearing; `ended_since_by` is set when the case ended after that closing.
    `milestones_taken` are those taken by closed meetings; `review_set` is the day the last of them that decided
    the case wanted it back.
    """

    case_id: int
    prn: str
    surname: str
    given_names: str
    anchor: NamedDate | None = None
    statutory_release: date | None = None
    ordered_release: date | None = None
    hearing: date | None = None
    hearing_has_result: bool = False
    plan: PlanFacts = PlanFacts()
    milestones_taken: frozenset[int] = frozenset()
    open_actions: tuple[ActionDue, ...] = ()
    told_drift: tuple[str, ...] = ()
    asked_for: tuple[AskedFor, ...] = ()
    opened_since: bool = False
    board_results_since: tuple[str, ...] = ()
    police_since: tuple[PoliceSaid, ...] = ()
    anchor_moved_since: AnchorMove | None = None
    flags_changed_since: tuple[FlagChange, ...] = ()
    deferred_at_last: bool = False
    ended: bool = False
    ended_since_by: ExitReason | None = None
    ended_on: date | None = None
    review_set: date | None = None
    kept: int = 0
    """N of *Restricted N* where somebody may not read the case on the day, else 0 (need A4)."""

    @property
    def release(self) -> NamedDate | None:
        """The release date the rule counts with: the ordered one if there is one, else the statutory one."""
        if self.ordered_release is not None:
            return NamedDate(DateName.ORDERED_RELEASE, self.ordered_release)
        if self.statutory_release is not None:
            return NamedDate(DateName.STATUTORY_RELEASE, self.statutory_release)
        return None

    @property
    def open_hearing(self) -> date | None:
        """The next hearing, while it has no result."""
        return None if self.hearing_has_result else self.hearing

    @property
    def has_verified_next_address(self) -> bool:
        """Taken from the plan, so that two answers to one question cannot part."""
        return self.plan.has_verified_next_address


class AgendaMeeting(Struct, frozen=True):
    """The meeting the agenda is for: `day` is M, `next_day` is N, `has_last_closed` whether there is an L.

    `next_is_scheduled` says whether a meeting stands in the schedule on N. Where none does, N is what the rule counts
    to and no day that anybody meets on, and nothing calls it one.
    """

    code: str
    forum: str
    day: date
    kind: MeetingKind
    next_day: date
    has_last_closed: bool
    next_is_scheduled: bool = True


DEFAULT_MINUTES: Mapping[Track, int] = {Track.TABLE: 8, Track.PAPER: 1}


class AgendaSettings(Struct, frozen=True):
    """A forum's minutes per track and milestone; `(track, None)` stands for every other item of the track."""

    minutes: Mapping[tuple[Track, int | None], int] = field(default_factory=dict)
    length_minutes: int = 180

    def minutes_for(self, track: Track, milestone: int | None) -> int:
        """The most particular setting there is, else the default (table 8, paper 1)."""
        for key in ((track, milestone), (track, None)):
            if key in self.minutes:
                return self.minutes[key]
        return DEFAULT_MINUTES[track]


class AgendaItem(NamedTuple):
    """A listed case. `position` counts from 1; one sentence a reason, in the same order.

    `milestone` is the one named (and taken if the item is decided), `missed` the larger ones never taken,
    `missing` the words for what the named milestone still asks.
    """

    position: int
    case_id: int
    prn: str
    surname: str
    given_names: str
    track: Track
    reasons: tuple[AgendaReason, ...]
    sentences: tuple[str, ...]
    milestone: int | None
    missed: tuple[int, ...]
    anchor: NamedDate | None
    minutes: int
    missing: tuple[str, ...]

    @property
    def is_destroyed(self) -> bool:
        """Whether it was of somebody whose records were destroyed: then it is of nobody's case (need A7)."""
        return self.case_id < 0


class NextReason(StrEnum):
    """Why a case that is not listed comes up next, in the order in which equal dates are named."""

    MILESTONE_8 = "milestone-8"
    MILESTONE_6 = "milestone-6"
    MILESTONE_4 = "milestone-4"
    MILESTONE_2 = "milestone-2"
    MILESTONE_1 = "milestone-1"
    HEARING = "hearing"
    RELEASE = "release"
    ADDRESS = "address"
    ACTION_DUE = "action-due"
    REVIEW_SET = "review-set"
    REVIEW = "review"

    @property
    def words(self) -> str:
        """The reason as a person reads it after a date."""
        return _NEXT_WORDS[self]


_NEXT_WORDS = {
    NextReason.MILESTONE_8: "eight-month milestone",
    NextReason.MILESTONE_6: "six-month milestone",
    NextReason.MILESTONE_4: "four-month milestone",
    NextReason.MILESTONE_2: "two-month milestone",
    NextReason.MILESTONE_1: "one-month milestone",
    NextReason.HEARING: "hearing",
    NextReason.RELEASE: "release",
    NextReason.ADDRESS: "one month to the anchor without a verified next address",
    NextReason.ACTION_DUE: "action due",
    NextReason.REVIEW_SET: "review set by a meeting",
    NextReason.REVIEW: "review at the next meeting",
}


class NotListed(NamedTuple):
    """An open case that is not on this agenda, the date it comes up next (always after M), and why."""

    case_id: int
    prn: str
    surname: str
    given_names: str
    next: date
    reason: NextReason


class AgendaSection(Struct, frozen=True):
    """The items of one track under their title, for paper and screen."""

    track: Track
    title: str
    items: tuple[AgendaItem, ...]
    minutes: int


_SECTION_TITLES = {Track.TABLE: "At the table", Track.PAPER: "On paper, agreed in one vote"}


class Agenda(Struct, frozen=True):
    """A generated agenda. `considered` = items + not listed; `minutes` stands against `length`."""

    meeting: AgendaMeeting
    items: tuple[AgendaItem, ...]
    not_listed: tuple[NotListed, ...]
    considered: int
    minutes: int
    length: int

    def sections(self) -> tuple[AgendaSection, ...]:
        """The tracks that hold items, table first, each title with its cases and minutes."""
        sections = []
        for track in Track:
            items = tuple(item for item in self.items if item.track is track)
            minutes = sum(item.minutes for item in items)
            if items:
                title = f"{_SECTION_TITLES[track]}: {count(len(items), 'case')}, {count(minutes, 'minute')}"
                sections.append(AgendaSection(track, title, items, minutes))
        return tuple(sections)

    def total_line(self) -> str:
        """Cases and minutes against the meeting's length: `41 cases, 204 of 180 minutes: 24 over`."""
        over = self.minutes - self.length
        tail = f": {over} over" if over > 0 else ""
        return f"{count(len(self.items), 'case')}, {self.minutes} of {count(self.length, 'minute')}{tail}"

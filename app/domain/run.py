"""A meeting while it is run: what the table sees, what is half-written, and where it stands (needs M3, M4).

What is under way is no record: it is what a stopped computer would lose. It holds the case in hand, the seconds used
and text nobody has recorded yet, and says nothing that is not said again by a decision (docs/decisions/0015).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from app.domain.agenda import Agenda, AgendaItem
from app.domain.discussion import DiscussionRow
from app.domain.documents import ActionLine, CaseSheetDocument
from app.domain.errors import NotFound, Refused
from app.domain.meeting import MeetingRow, decision_words
from app.domain.names import clean
from app.domain.pace import Pace, Planned, Spent, pace
from app.domain.words import DecisionKind, DisclosureConsidered, Handling, Service, Track

MOST_CHARACTERS = 20_000
"""Of half-written text for one case: a meeting's draft is no place for a report."""

MOST_FIELDS = 40
MOST_SECONDS = 48 * 3600


class CaseTime(Struct, frozen=True):
    """What one case has used of the meeting's time, and what is half-written for it by field."""

    position: int
    seconds: int = 0
    extra_seconds: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def characters(self) -> int:
        return sum(len(text) for text in self.texts.values())


class UnderWayDraft(Struct, frozen=True):
    """What is under way, as the window hands it over at a pause. Refused is raised where it cannot be.

    `position` is the case in hand, 0 before the first; `seconds` and `extra_seconds` are the meeting's. `cases` are
    those that changed since it was kept last: what is not among them stays as it is.
    """

    position: int
    running: bool = False
    seconds: int = 0
    extra_seconds: int = 0
    cases: tuple[CaseTime, ...] = ()

    def __post_init__(self) -> None:
        clocks = [self.seconds, self.extra_seconds]
        clocks += [number for each in self.cases for number in (each.seconds, each.extra_seconds)]
        if any(not 0 <= number <= MOST_SECONDS for number in clocks):
            raise Refused("A meeting's clock shows between 0 seconds and two days; nothing was saved.")
        for each in self.cases:
            if each.characters > MOST_CHARACTERS or len(each.texts) > MOST_FIELDS:
                raise Refused(
                    f"The half-written text of case {each.position} has {each.characters:,} characters and there is "
                    f"room for {MOST_CHARACTERS:,}; it is still on the screen: record it, or shorten it."
                )

    @property
    def characters(self) -> int:
        return sum(each.characters for each in self.cases)


class ItemMove(Struct, frozen=True):
    """A case pulled to the table by a member, or moved to paper at the meeting: who, by name, and when."""

    position: int
    prn: str
    track: Track
    by: str
    at: dt.datetime


class UnderWay(Struct, frozen=True):
    """Where a meeting stands. `position` is 0 before the first case; `saved_at` None where nobody has begun.

    `seconds` and `extra_seconds` are the meeting's own.
    """

    position: int = 0
    running: bool = False
    seconds: int = 0
    extra_seconds: int = 0
    saved_at: dt.datetime | None = None
    saved_by: str = ""
    cases: tuple[CaseTime, ...] = ()
    moves: tuple[ItemMove, ...] = ()

    def time_of(self, position: int) -> CaseTime:
        """What one case has used so far; nothing yet where it was never in hand."""
        return next((each for each in self.cases if each.position == position), CaseTime(position))

    def track_of(self, item: AgendaItem) -> Track:
        """The track an item is on now: as issued, until somebody moved it."""
        moved = [each for each in self.moves if each.position == item.position]
        return moved[-1].track if moved else item.track


class Decided(Struct, frozen=True):
    """What was decided on a case, at this meeting or at an earlier one (`meeting`), with its actions."""

    meeting: str
    day: dt.date
    decision: DecisionKind
    reason: str
    dissent: str = ""
    disclosure: DisclosureConsidered = DisclosureConsidered.NOT_CONSIDERED
    next_review: dt.date | None = None
    actions: tuple[ActionLine, ...] = ()

    @property
    def words(self) -> str:
        """All of it as one text."""
        return decision_words(self.decision, self.reason, self.dissent, self.disclosure, self.next_review)


class TableCase(Struct, frozen=True):
    """One case as the table sees it. `last` is the decision of the last meeting that had it, `now` this one's."""

    item: AgendaItem
    sheet: CaseSheetDocument
    last: Decided | None = None
    now: Decided | None = None
    said: tuple[DiscussionRow, ...] = ()
    """What the services said of it at this meeting."""
    leaving: tuple[str, ...] = ()
    """Who leaves the room while it is discussed, because they are excluded from it (need A4)."""

    def said_by(self, service: Service, handling: Handling) -> str:
        """What a service said under one handling; empty where it said nothing."""
        asked = (service, handling)
        return next((row.text for row in self.said if (row.service, row.handling) == asked), "")


class TableView(Struct, frozen=True):
    """Everything a meeting is run with, read at once: what is shown needs no share to answer afterwards."""

    meeting: MeetingRow
    length: int
    """Minutes the meeting has."""
    cases: tuple[TableCase, ...]
    under_way: UnderWay
    opened: tuple[str, ...] = ()
    """Restricted cases opened by break-glass since the last meeting, each in a sentence (need A4)."""


class UnderWayRow(Struct, frozen=True):
    """Where a meeting stands, without what anybody wrote: for a terminal, and for whoever asks from afar."""

    meeting: MeetingRow
    items: tuple[AgendaItem, ...]
    decided: frozenset[int]
    """Places on the agenda that have a decision."""
    length: int
    under_way: UnderWay


class PaperVote(Struct, frozen=True):
    """What one vote agreed, and who stayed off it because somebody pulled them to the table."""

    meeting: str
    agreed: tuple[str, ...]
    pulled: tuple[str, ...]
    undecided: int


PAPER_REASON = "Agreed on paper in one vote: nothing has changed and nothing is due."
"""The reason every decision of the one vote carries (needs M3, M6)."""


def moved_reason(move: ItemMove) -> str:
    """The reason where a case of the table was moved to paper at the meeting."""
    return f"Agreed on paper in one vote; moved to paper at the meeting by {move.by}."


def item_at(agenda: Agenda, prn: str) -> AgendaItem:
    """The item about one person. Raises `NotFound`."""
    found = next((item for item in reversed(agenda.items) if item.prn == prn), None)
    if found is None:
        raise NotFound(
            f"PRN '{clean(prn)}' is not on the agenda of {agenda.meeting.code}; nothing was changed: "
            f"`forumdesk meeting agenda {agenda.meeting.code}` shows who is."
        )
    return found


def mover(by: str, track: Track) -> str:
    """Who moves a case; a move without a name is refused (need M3: any member, and it is kept who)."""
    kept = clean(by)
    if not kept:
        what = "pulls the case to the table" if track is Track.TABLE else "moves the case to paper"
        raise Refused(f"The name of who {what} is missing; nothing was changed: write it.")
    return kept


def refuse_move(prn: str, now: Track, wanted: Track, decided: bool) -> None:
    """Raises `Refused` for a case that is decided, or is on that track already (need M3)."""
    if decided:
        raise Refused(
            f"PRN {prn} is decided; nothing was changed: decide it again to change what was decided."
        )
    if now is wanted:
        raise Refused(
            f"PRN {prn} is {'at the table' if now is Track.TABLE else 'on paper'} already; nothing was changed."
        )


def pace_of(
    items: Sequence[AgendaItem],
    decided: Iterable[int],
    under_way: UnderWay,
    length: int,
    in_hand: int | None = None,
) -> Pace:
    """The pace of a meeting: places on the agenda in, who will not be reached out. `length` is in minutes."""
    done, now = frozenset(decided), under_way.position if in_hand is None else in_hand
    waiting, hand = [], None
    for item in items:
        if item.position in done:
            continue
        if item.position == now:
            hand = Spent(item.minutes, under_way.time_of(item.position).seconds)
        else:
            waiting.append(Planned(item.position, item.minutes, under_way.track_of(item)))
    left = length * 60 + under_way.extra_seconds - under_way.seconds
    return pace(heard([item for item in items if item.position in done], under_way), hand, waiting, left)


def heard(items: Iterable[AgendaItem], under_way: UnderWay) -> tuple[Spent, ...]:
    """What each item that was at the table while the clock ran has used, beside what was planned for it."""
    times = ((item, under_way.time_of(item.position).seconds) for item in items)
    return tuple(
        Spent(item.minutes, seconds)
        for item, seconds in times
        if seconds and under_way.track_of(item) is Track.TABLE
    )

"""How a meeting goes: the case in hand, the clocks, what is decided and half-written. No widget, no clock of its own.

Whoever shows it brings the moment (`tick`), so that a test moves time by hand. Nothing here acts by itself: a clock
that has run out counts on (design/screens.md, "Run-the-meeting mode").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from app.domain.agenda import AgendaItem
from app.domain.discussion import DiscussionRow
from app.domain.documents import ActionLine
from app.domain.pace import Pace
from app.domain.run import CaseTime, Decided, ItemMove, TableCase, TableView, UnderWay, UnderWayDraft, pace_of
from app.domain.words import Track

MINUTE = 60
EXTENSION = 10 * MINUTE


class Course:
    """The state of one meeting in the window, taken up where the register says it stood, with its clock paused."""

    def __init__(self, view: TableView) -> None:
        self.meeting = view.meeting
        self.length = view.length
        self.cases = {case.item.position: case for case in view.cases}
        self.running = False
        self._at: datetime | None = None
        self._rest = 0.0
        self._stands = replace(view.under_way, running=False)
        self._position = 0
        kept = view.under_way.position
        self._position = kept if kept in self.cases else self.following(0) or next(iter(self.cases), 0)

    # Where it stands.

    @property
    def position(self) -> int:
        """The place on the agenda of the case in hand; 0 where the agenda is empty."""
        return self._position

    @property
    def case(self) -> TableCase | None:
        return self.cases.get(self._position)

    @property
    def stands(self) -> UnderWay:
        return replace(self._stands, position=self._position, running=self.running)

    def track_of(self, item: AgendaItem) -> Track:
        return self._stands.track_of(item)

    @property
    def decided(self) -> frozenset[int]:
        """Places on the agenda that have a decision."""
        return frozenset(position for position, case in self.cases.items() if case.now is not None)

    def undecided(self, track: Track | None = None) -> tuple[AgendaItem, ...]:
        """Items without a decision, in order; of one track as it is now."""
        waiting = (case.item for case in self.cases.values() if case.now is None)
        return tuple(item for item in waiting if track is None or self.track_of(item) is track)

    @property
    def pulled(self) -> Mapping[int, ItemMove]:
        """Who moved which case, by its place on the agenda."""
        return {move.position: move for move in self._stands.moves}

    # Going on.

    def following(self, position: int) -> int:
        """The next undecided case of the table after a place, round to the first ones; 0 where none is left."""
        waiting = [item.position for item in self.undecided(Track.TABLE) if item.position != position]
        return next((each for each in waiting if each > position), waiting[0] if waiting else 0)

    def go_to(self, position: int) -> None:
        """Take another case in hand; the clock goes on or stays paused as it was."""
        if position in self.cases:
            self._position = position

    def settle(self, prn: str, decided: Decided) -> None:
        """Note what was decided on a person: on every item about them, as the register does."""
        for position, case in self.cases.items():
            if case.item.prn == prn:
                self.cases[position] = replace(case, now=decided)
                self.write(position, {})

    def say(self, position: int, row: DiscussionRow) -> None:
        """Note what a service said; said again under the same handling it replaces."""
        case = self.cases[position]
        others = tuple(
            each for each in case.said if (each.service, each.handling) != (row.service, row.handling)
        )
        self.cases[position] = replace(case, said=(*others, row) if row.text else others)

    def unsettle(self, prn: str) -> None:
        """A decision was refused after all: the case is undecided."""
        for position, case in self.cases.items():
            if case.item.prn == prn:
                self.cases[position] = replace(case, now=None)

    def add_action(self, position: int, line: ActionLine) -> None:
        """Show an action given now among the case's own."""
        case = self.cases[position]
        sheet = replace(case.sheet, actions=(*case.sheet.actions, line))
        self.cases[position] = replace(case, sheet=sheet)

    def move(self, move: ItemMove) -> None:
        """Note that a case was pulled to the table, or moved to paper."""
        self._stands = replace(self._stands, moves=(*self._stands.moves, move))

    # Time.

    def tick(self, now: datetime) -> None:
        """Let the time since the last tick pass, while the clock runs."""
        if self.running and self._at is not None:
            self._rest += max((now - self._at).total_seconds(), 0.0)
            whole = int(self._rest)
            self._rest -= whole
            if whole:
                self._stands = replace(self._stands, seconds=self._stands.seconds + whole)
                self._time(seconds=self._now.seconds + whole)
        self._at = now

    def pause(self, on: bool, now: datetime) -> None:
        """Stop the clock, or let it go on."""
        self.tick(now)
        self.running = not on and self._position > 0

    def give_minute(self) -> None:
        """One minute more for the case in hand."""
        self._time(extra=self._now.extra_seconds + MINUTE)

    def extend(self) -> None:
        """Ten minutes more for the meeting."""
        self._stands = replace(self._stands, extra_seconds=self._stands.extra_seconds + EXTENSION)

    def show_late(self, now: datetime) -> None:
        """For a picture: the clock runs and the case in hand is over its time."""
        self.pause(False, now)
        over = self.case_given + 40
        self._time(seconds=over)
        self._stands = replace(self._stands, seconds=over)

    @property
    def case_given(self) -> int:
        """Seconds the case in hand has been given."""
        return self.case.item.minutes * MINUTE + self._now.extra_seconds if self.case else 0

    @property
    def case_left(self) -> int:
        return self.case_given - self._now.seconds

    @property
    def meeting_left(self) -> int:
        return self.length * MINUTE + self._stands.extra_seconds - self._stands.seconds

    @property
    def seconds(self) -> int:
        """What the meeting has used."""
        return self._stands.seconds

    def pace(self) -> Pace:
        """Who will not be reached at this pace."""
        items = [case.item for case in self.cases.values()]
        return pace_of(items, self.decided, self.stands, self.length)

    # What is half-written.

    @property
    def _now(self) -> CaseTime:
        return self._stands.time_of(self._position)

    def texts(self, position: int) -> Mapping[str, str]:
        """What is half-written for a case."""
        return self._stands.time_of(position).texts

    def write(self, position: int, texts: Mapping[str, str]) -> None:
        """Note what is half-written for a case."""
        self._put(replace(self._stands.time_of(position), texts=dict(texts)))

    def _time(self, seconds: int | None = None, extra: int | None = None) -> None:
        now = self._now
        seconds = now.seconds if seconds is None else seconds
        self._put(replace(now, seconds=seconds, extra_seconds=now.extra_seconds if extra is None else extra))

    def _put(self, time: CaseTime) -> None:
        others = [each for each in self._stands.cases if each.position != time.position]
        cases = tuple(sorted((*others, time), key=lambda each: each.position))
        self._stands = replace(self._stands, cases=cases)

    def draft(self, positions: Iterable[int]) -> UnderWayDraft:
        """What the register is to keep: where the meeting stands, with the time and text of these cases."""
        stands = self._stands
        cases = tuple(
            stands.time_of(position) for position in sorted(set(positions)) if position in self.cases
        )
        return UnderWayDraft(self._position, self.running, stands.seconds, stands.extra_seconds, cases)

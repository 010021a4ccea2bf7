"""What the coming agendas will hold, made by the agenda rule itself and by no second one (need T4).

Each coming meeting is generated as it would be if everything up to it went as it should: the milestones named were
taken, due actions were settled, the Board was told, results came in, and people were released on their day. Plans
stay as they are today, so that a meeting is not made shorter by work that nobody has done yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from app.domain.agenda.facts import (
    Agenda,
    AgendaCase,
    AgendaMeeting,
    AgendaSettings,
    AnchorMove,
    AskedFor,
)
from app.domain.agenda.generate import generate, next_meeting_day
from app.domain.dates import add_months, on_working_day
from app.domain.errors import Refused
from app.domain.words import ExitReason, MeetingKind, Track

COMING = 8
"""How many agendas are looked ahead: from the eight-month milestone to the release."""

PREPARATION_BEFORE = timedelta(days=7)
"""What if two meetings shared the load: the preparation is a week before the sign-off."""


class Newcomer(NamedTuple):
    """Somebody whose planning starts on a day: not on the list yet, and by then they are."""

    starts: date
    case: AgendaCase


class ForecastLine(NamedTuple):
    """One coming agenda in cases and minutes. `scheduled` says whether the meeting stands in the schedule."""

    meeting: AgendaMeeting
    scheduled: bool
    table: int
    paper: int
    table_minutes: int
    paper_minutes: int
    length: int
    newcomers: int

    @property
    def cases(self) -> int:
        return self.table + self.paper

    @property
    def minutes(self) -> int:
        return self.table_minutes + self.paper_minutes

    @property
    def over(self) -> int:
        """Minutes over the room's length; 0 where it fits."""
        return max(0, self.minutes - self.length)


class SplitMonth(NamedTuple):
    """One month held as one meeting, and as two that share the load."""

    combined: ForecastLine
    preparation: ForecastLine
    sign_off: ForecastLine


class Forecast(Struct, frozen=True):
    """The coming agendas of a forum; `split` is empty unless it was asked what two meetings would hold."""

    forum: str
    lines: tuple[ForecastLine, ...]
    split: tuple[SplitMonth, ...] = ()

    @property
    def finding(self) -> str:
        """The warning in a sentence, or that all fits."""
        over = [line for line in self.lines if line.over]
        if not self.lines:
            return "No agenda to look ahead to"
        length = self.lines[0].length
        if not over:
            return f"The coming {len(self.lines)} agendas fit in {length} minutes"
        worst = max(over, key=lambda line: line.over)
        return f"{len(over)} of {len(self.lines)} coming agendas are over {length} minutes, by up to {worst.over}"

    @property
    def split_finding(self) -> str:
        """What two meetings would do for the room, in a sentence."""
        both = [line for month in self.split for line in (month.preparation, month.sign_off)]
        over = sum(line.over > 0 for line in both)
        before = sum(month.combined.over > 0 for month in self.split)
        months = len(self.split)
        return f"Held as two, {over} of {len(both)} meetings over the room's length; as one, {before} of {months}"


def coming_meetings(
    forum: str, scheduled: Sequence[AgendaMeeting], days: Iterable[date], today: date, region: str
) -> tuple[tuple[AgendaMeeting, bool], ...]:
    """The next eight meetings, each with whether it is scheduled: those not closed, then one a month.

    `days` are those of every meeting of the forum, from which each scheduled meeting's N is taken (formats section
    3). A meeting that is not scheduled yet is on a working day of the forum's region: nobody meets on a holiday.
    """
    found = [(meeting, True) for meeting in sorted(scheduled, key=lambda each: each.day)[:COMING]]
    start = found[-1][0].day if found else today
    for number in range(1, COMING - len(found) + 1):
        day = on_working_day(add_months(start, number), region)
        code = f"{forum}-{day.isoformat()}"
        found.append((AgendaMeeting(code, forum, day, MeetingKind.COMBINED, day, True), False))
    in_schedule = {*days, *(meeting.day for meeting in scheduled)}
    all_days = in_schedule | {meeting.day for meeting, _ in found}
    has_last = scheduled[0].has_last_closed if scheduled else True
    return tuple(
        (
            replace(
                meeting,
                next_day=next_meeting_day(meeting.day, in_schedule if is_scheduled else all_days),
                has_last_closed=has_last if number == 0 else True,
                next_is_scheduled=max(in_schedule, default=meeting.day) > meeting.day,
            ),
            is_scheduled,
        )
        for number, (meeting, is_scheduled) in enumerate(found)
    )


def in_two(
    meetings: Sequence[tuple[AgendaMeeting, bool]], region: str
) -> tuple[tuple[AgendaMeeting, bool], ...]:
    """The same months as two meetings each, preparation first. Raises Refused where some are shared already."""
    if any(meeting.kind is not MeetingKind.COMBINED for meeting, _ in meetings):
        raise Refused(
            "Some coming meetings are preparation, sign-off or extraordinary already, so there is no one meeting to "
            "share out; nothing was changed: look at the forecast without it."
        )
    pairs = [
        (day, kind)
        for meeting, _ in meetings
        for day, kind in (
            (on_working_day(meeting.day - PREPARATION_BEFORE, region, -1), MeetingKind.PREPARATION),
            (meeting.day, MeetingKind.SIGN_OFF),
        )
    ]
    ends = [day for day, _ in pairs[1:]] + [meetings[-1][0].next_day - PREPARATION_BEFORE]
    forum, first = meetings[0][0].forum, meetings[0][0].has_last_closed
    return tuple(
        (
            AgendaMeeting(
                f"{forum}-{day.isoformat()}",
                forum,
                day,
                kind,
                max(end, day + timedelta(days=1)),
                first or n > 0,
            ),
            False,
        )
        for n, ((day, kind), end) in enumerate(zip(pairs, ends, strict=True))
    )


def forecast(
    cases: Iterable[AgendaCase],
    newcomers: Sequence[Newcomer],
    meetings: Sequence[tuple[AgendaMeeting, bool]],
    settings: AgendaSettings,
    asked: Mapping[str, Mapping[int, Sequence[AskedFor]]],
    issued: Agenda | None = None,
) -> tuple[ForecastLine, ...]:
    """Each coming agenda in cases and minutes.

    `asked` says by meeting which cases somebody asked to have on it. `issued` is the agenda of the first meeting
    where it is issued already: that one no longer changes.
    """
    present, waiting = list(cases), list(newcomers)
    lines = []
    for number, (meeting, is_scheduled) in enumerate(meetings):
        entering = [each for each in waiting if each.starts <= meeting.day]
        waiting = [each for each in waiting if each.starts > meeting.day]
        present += [each.case for each in entering]
        if number:  # what the first meeting is asked for, the facts of the cases say
            wished = asked.get(meeting.code, {})
            present = [_asked(case, wished.get(case.case_id, ()), meeting) for case in present]
        agenda = issued if issued is not None and number == 0 else generate(present, meeting, settings)
        lines.append(_line(agenda, meeting, is_scheduled, len(entering)))
        named = {item.case_id: item.milestone for item in agenda.items}
        until = meetings[number + 1][0].day if number + 1 < len(meetings) else meeting.next_day
        present = [kept for case in present if (kept := after(case, named.get(case.case_id), meeting, until))]
    return tuple(lines)


def _asked(case: AgendaCase, wished: Sequence[AskedFor], meeting: AgendaMeeting) -> AgendaCase:
    """Who asked for a case: by name, or an earlier meeting that set its review for a day that has come (need M6)."""
    due = case.review_set is not None and case.review_set <= meeting.day
    review = (AskedFor("an earlier meeting", "its review was set"),) if due else ()
    return case._replace(asked_for=(*wished, *review))


def _line(agenda: Agenda, meeting: AgendaMeeting, scheduled: bool, newcomers: int) -> ForecastLine:
    table = [item.minutes for item in agenda.items if item.track is Track.TABLE]
    paper = [item.minutes for item in agenda.items if item.track is Track.PAPER]
    return ForecastLine(
        meeting, scheduled, len(table), len(paper), sum(table), sum(paper), agenda.length, newcomers
    )


def after(case: AgendaCase, milestone: int | None, meeting: AgendaMeeting, until: date) -> AgendaCase | None:
    """The case as the next meeting, on the day `until`, would find it; None once it has been noted as ended.

    A date counted to that has passed by then is followed by the release date; where none is left, the person is
    taken as released.
    """
    if case.ended:
        return None
    plain = case._replace(
        milestones_taken=case.milestones_taken | ({milestone} if milestone is not None else frozenset()),
        open_actions=tuple(action for action in case.open_actions if action.due > meeting.day),
        told_drift=(),
        asked_for=(),
        opened_since=False,
        board_results_since=(),
        police_since=(),
        anchor_moved_since=None,
        flags_changed_since=(),
        deferred_at_last=False,
        review_set=case.review_set if case.review_set and case.review_set > meeting.day else None,
    )
    release, hearing = case.release, case.open_hearing
    if hearing is not None and hearing < until:
        plain = plain._replace(hearing=None, board_results_since=("result expected",))
    if release is not None and release.day < until:
        return plain._replace(ended=True, ended_since_by=ExitReason.SRD, ended_on=release.day)
    if case.anchor is not None and case.anchor.day < until:
        if release is None:
            return plain._replace(ended=True, ended_since_by=ExitReason.PAROLE, ended_on=case.anchor.day)
        return plain._replace(anchor=release, anchor_moved_since=AnchorMove(case.anchor, release))
    return plain


def months_of(combined: Sequence[ForecastLine], shared: Sequence[ForecastLine]) -> tuple[SplitMonth, ...]:
    """Each month as one meeting beside the two that share it."""
    return tuple(
        SplitMonth(one, shared[2 * number], shared[2 * number + 1]) for number, one in enumerate(combined)
    )

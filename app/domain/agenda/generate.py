"""The agenda of a meeting, and the next date of everybody who is not on it (design/formats.md section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from app.domain.agenda.facts import (
    Agenda,
    AgendaBalanceError,
    AgendaCase,
    AgendaItem,
    AgendaMeeting,
    AgendaSettings,
    NextReason,
    NotListed,
)
from app.domain.agenda.rules import (
    milestone_due,
    missed_milestones,
    months_before,
    reason_rank,
    reasons_for,
    track_of,
)
from app.domain.dates import add_months
from app.domain.errors import Refused
from app.domain.names import fold
from app.domain.plan import missing
from app.domain.words import MILESTONES, AgendaReason, Track


def next_meeting_day(day: date, scheduled: Iterable[date]) -> date:
    """N: the forum's first scheduled meeting after `day`, else one calendar month on."""
    later = min((other for other in scheduled if other > day), default=None)
    if later is not None:
        return later
    return add_months(day, 1)


def is_considered(case: AgendaCase, meeting: AgendaMeeting) -> bool:
    """Every open case, and a case that ended since L by a release; other endings are told in the minutes."""
    if not case.ended:
        return True
    return meeting.has_last_closed and case.ended_since_by is not None and case.ended_since_by.is_release


def generate(cases: Iterable[AgendaCase], meeting: AgendaMeeting, settings: AgendaSettings) -> Agenda:
    """The agenda of `meeting` over the forum's cases, whatever order they come in.

    Raises Refused when the next meeting is not after this one, and AgendaBalanceError when listed and not
    listed are not exactly the cases considered.
    """
    if meeting.next_day <= meeting.day:
        raise Refused(
            f"The meeting after {meeting.code} is not later than it; nothing was changed: "
            f"look at the forum's schedule of meetings."
        )
    considered = [case for case in cases if is_considered(case, meeting)]
    listed: list[_Listed] = []
    not_listed: list[NotListed] = []
    for case in considered:
        held = reasons_for(case, meeting)
        if held:
            listed.append(_listed(case, held, meeting))
        else:
            not_listed.append(_not_listed(case, meeting))
    listed.sort(key=_listed_order)
    not_listed.sort(key=lambda row: (row.next, fold(row.surname), row.prn, row.case_id))
    items = tuple(_item(position, row, settings) for position, row in enumerate(listed, start=1))
    _assert_balanced(meeting, considered, items, not_listed)
    return Agenda(
        meeting=meeting,
        items=items,
        not_listed=tuple(not_listed),
        considered=len(considered),
        minutes=sum(item.minutes for item in items),
        length=settings.length_minutes,
    )


_NEXT = tuple(NextReason)
_RANK = {reason: rank for rank, reason in enumerate(_NEXT)}
_COMING_MILESTONES = tuple((k, _RANK[NextReason(f"milestone-{k}")]) for k in MILESTONES)
_ADDRESS, _HEARING, _RELEASE, _ACTION, _REVIEW_SET, _REVIEW = (
    _RANK[reason]
    for reason in (
        NextReason.ADDRESS,
        NextReason.HEARING,
        NextReason.RELEASE,
        NextReason.ACTION_DUE,
        NextReason.REVIEW_SET,
        NextReason.REVIEW,
    )
)


def next_date(case: AgendaCase, meeting: AgendaMeeting) -> tuple[date, NextReason]:
    """When a case that is not listed comes up next, always after M; equal dates name the first reason."""
    later = (coming for coming in _coming(case) if coming[0] > meeting.day)
    day, rank = min(later, default=(meeting.next_day, _REVIEW))
    return day, _NEXT[rank]


def _coming(case: AgendaCase) -> Iterator[tuple[date, int]]:
    """Each date a case comes up on, with the place of its reason among those that share a day."""
    if case.anchor is not None:
        for milestone, rank in _COMING_MILESTONES:
            if milestone not in case.milestones_taken:
                yield months_before(case.anchor, milestone), rank
        if not case.has_verified_next_address:
            yield months_before(case.anchor, 1), _ADDRESS
    if case.open_hearing is not None:
        yield case.open_hearing, _HEARING
    if case.release is not None:
        yield case.release.day, _RELEASE
    for action in case.open_actions:
        yield action.due, _ACTION
    if case.review_set is not None:
        yield case.review_set, _REVIEW_SET


class _Listed(NamedTuple):
    """A case that is listed, before it has its place."""

    case: AgendaCase
    reasons: tuple[AgendaReason, ...]
    sentences: tuple[str, ...]
    milestone: int | None
    missing: tuple[str, ...]
    track: Track


def _listed(case: AgendaCase, held: tuple[tuple[AgendaReason, str], ...], meeting: AgendaMeeting) -> _Listed:
    reasons, sentences = zip(*held, strict=True)
    named = milestone_due(case, meeting)
    asked = tuple([ask.words for ask in missing(case.plan, named)]) if named is not None else ()
    return _Listed(case, reasons, sentences, named, asked, track_of(reasons, asked))


def _item(position: int, row: _Listed, settings: AgendaSettings) -> AgendaItem:
    case = row.case
    return AgendaItem(
        position,
        case.case_id,
        case.prn,
        case.surname,
        case.given_names,
        row.track,
        row.reasons,
        row.sentences,
        row.milestone,
        missed_milestones(case, row.milestone),
        case.anchor,
        settings.minutes_for(row.track, row.milestone),
        row.missing,
    )


def _not_listed(case: AgendaCase, meeting: AgendaMeeting) -> NotListed:
    day, reason = next_date(case, meeting)
    return NotListed(case.case_id, case.prn, case.surname, case.given_names, day, reason)


def _listed_order(row: _Listed) -> tuple[bool, int, int, bool, date, str, str, int]:
    # A kept case stands last in its part: its place would tell others its reason and roughly its date (need A4).
    case = row.case
    return (
        row.track is not Track.TABLE,
        case.kept,
        reason_rank(row.reasons[0]),
        case.anchor is None,
        case.anchor.day if case.anchor else date.max,
        fold(case.surname),
        case.prn,
        case.case_id,
    )


def _assert_balanced(
    meeting: AgendaMeeting,
    considered: list[AgendaCase],
    items: tuple[AgendaItem, ...],
    not_listed: list[NotListed],
) -> None:
    """Nobody is in neither list and nobody in both (need M2)."""
    before = sorted(case.case_id for case in considered)
    after = sorted([item.case_id for item in items] + [row.case_id for row in not_listed])
    if before != after or len(set(after)) != len(after):
        raise AgendaBalanceError(
            f"The agenda of {meeting.code} does not account for every case once ({len(before)} considered, "
            f"{len(items)} listed, {len(not_listed)} not listed); nothing was changed: report this."
        )

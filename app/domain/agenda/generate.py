"""The agenda of a meeting, and the next date of everybody who is not on it (design/formats.md section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

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
from app.domain.words import MILESTONES, Track


def next_meeting_day(day: date, scheduled: Iterable[date]) -> date:
    """N: the forum's first scheduled meeting after `day`, else one calendar month on."""
    later = min((other for other in scheduled if other > day), default=None)
    if later is not None:
        return later
    try:
        return add_months(day, 1)
    except ValueError:
        return date.max


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
    listed: list[AgendaItem] = []
    not_listed: list[NotListed] = []
    for case in considered:
        item = _item(case, meeting, settings)
        if item is not None:
            listed.append(item)
        else:
            not_listed.append(_not_listed(case, meeting))
    listed.sort(key=_item_order)
    not_listed.sort(key=lambda row: (row.next, fold(row.surname), row.prn, row.case_id))
    items = tuple(replace(item, position=position) for position, item in enumerate(listed, start=1))
    _assert_balanced(meeting, considered, items, not_listed)
    return Agenda(
        meeting=meeting,
        items=items,
        not_listed=tuple(not_listed),
        considered=len(considered),
        minutes=sum(item.minutes for item in items),
        length=settings.length_minutes,
    )


def next_date(case: AgendaCase, meeting: AgendaMeeting) -> tuple[date, NextReason]:
    """When a case that is not listed comes up next, always after M; equal dates name the first reason."""
    order = list(NextReason)
    later = ((day, why) for day, why in _coming(case) if day > meeting.day)
    return min(
        later, key=lambda pair: (pair[0], order.index(pair[1])), default=(meeting.next_day, NextReason.REVIEW)
    )


def _coming(case: AgendaCase) -> Iterator[tuple[date, NextReason]]:
    if case.anchor is not None:
        for milestone in MILESTONES:
            if milestone not in case.milestones_taken:
                yield months_before(case.anchor, milestone), NextReason(f"milestone-{milestone}")
        if not case.has_verified_next_address:
            yield months_before(case.anchor, 1), NextReason.ADDRESS
    if case.open_hearing is not None:
        yield case.open_hearing, NextReason.HEARING
    if case.release is not None:
        yield case.release.day, NextReason.RELEASE
    for action in case.open_actions:
        yield action.due, NextReason.ACTION_DUE


def _item(case: AgendaCase, meeting: AgendaMeeting, settings: AgendaSettings) -> AgendaItem | None:
    held = reasons_for(case, meeting)
    if not held:
        return None
    reasons = tuple(reason for reason, _ in held)
    named = milestone_due(case, meeting)
    asked = tuple(ask.words for ask in missing(case.plan, named)) if named is not None else ()
    track = track_of(reasons, asked)
    return AgendaItem(
        position=0,
        case_id=case.case_id,
        prn=case.prn,
        surname=case.surname,
        given_names=case.given_names,
        track=track,
        reasons=reasons,
        sentences=tuple(sentence for _, sentence in held),
        milestone=named,
        missed=missed_milestones(case, named),
        anchor=case.anchor,
        minutes=settings.minutes_for(track, named),
        missing=asked,
    )


def _not_listed(case: AgendaCase, meeting: AgendaMeeting) -> NotListed:
    day, reason = next_date(case, meeting)
    return NotListed(case.case_id, case.prn, case.surname, case.given_names, day, reason)


def _item_order(item: AgendaItem) -> tuple[bool, int, bool, date, str, str, int]:
    return (
        item.track is not Track.TABLE,
        reason_rank(item.reasons[0]),
        item.anchor is None,
        item.anchor.day if item.anchor else date.max,
        fold(item.surname),
        item.prn,
        item.case_id,
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

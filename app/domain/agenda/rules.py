"""Each reason of the agenda rule with its sentence (design/formats.md section 3, the table of reasons).

A rule is a function from a case and a meeting to its sentence, or None where it does not hold, so that
no reason can be listed that nobody can explain.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from app.domain.agenda.facts import AgendaCase, AgendaMeeting
from app.domain.dates import add_months, show_date
from app.domain.timeline import NamedDate
from app.domain.words import MILESTONES, AgendaReason, MeetingKind, SixAnswer, Track

MILESTONE_REASONS = {k: AgendaReason(f"milestone-{k}") for k in MILESTONES}
_MONTH_WORDS = {8: "eight", 6: "six", 4: "four", 2: "two", 1: "one"}
_QUIET = frozenset({*MILESTONE_REASONS.values(), AgendaReason.RELEASED})
_DAY = timedelta(days=1)
_NEVER = 99
"""More months than any milestone's: what stands for the smallest one taken where none was."""
_POLICE_RELEVANT = (SixAnswer.RELEVANT, SixAnswer.CANNOT_SHARE)


_SHORT = {
    AgendaReason.RELEASE_BEFORE_NEXT: "release",
    AgendaReason.HEARING_BEFORE_NEXT: "hearing",
    AgendaReason.ACTION_DUE: "action due",
    AgendaReason.BOARD_RESULT: "Board result",
    AgendaReason.TELL_THE_BOARD: "tell the Board",
    AgendaReason.POLICE_RELEVANT: "Police answer",
    AgendaReason.ADDRESS_UNSETTLED: "address not verified",
    AgendaReason.DATE_MOVED: "date moved",
    AgendaReason.FLAG_CHANGED: "flag changed",
    AgendaReason.NEW_CASE: "new case",
    AgendaReason.DEFERRED: "put off last time",
    AgendaReason.NO_ANCHOR: "no anchor date",
    AgendaReason.RELEASED: "released, to note",
    AgendaReason.ASKED_FOR: "asked for",
}


def months_before(anchor: NamedDate, months: int) -> date:
    """The anchor less calendar months, clamped to the month's end and to the first day there is."""
    return add_months(anchor.day, -months)


@lru_cache(maxsize=256)
def anchors_due(day: date, months: int) -> date:
    """The last anchor that, less calendar months, falls before `day`.

    An earlier anchor never falls later, so one comparison of anchors says what a thousand subtractions would.
    """
    last = add_months(day, months)
    while last > date.min and add_months(last, -months) >= day:
        last -= _DAY
    return last


@lru_cache(maxsize=64)
def _milestones_due(kind: MeetingKind, next_day: date) -> tuple[tuple[int, date], ...]:
    """Each milestone of the kind, smallest first, with the last anchor for which it is due."""
    return tuple((milestone, anchors_due(next_day, milestone)) for milestone in sorted(kind.milestones))


@lru_cache(maxsize=64)
def _last_month_begun(day: date) -> date:
    """The last anchor whose last month has begun on `day`."""
    return date.max if day == date.max else anchors_due(day + _DAY, 1)


def milestone_due(case: AgendaCase, meeting: AgendaMeeting) -> int | None:
    """The milestone this meeting names for the case: the smallest of its kind that is due and untaken."""
    if case.anchor is None:
        return None
    day = case.anchor.day
    smallest_taken = min(case.milestones_taken) if case.milestones_taken else _NEVER
    for milestone, last in _milestones_due(meeting.kind, meeting.next_day):
        if day <= last and milestone < smallest_taken:
            return milestone
    return None


def missed_milestones(case: AgendaCase, named: int | None) -> tuple[int, ...]:
    """The milestones larger than the one named that no closed meeting took, largest first.

    They are counted over the whole list, so that a sign-off meeting also says what preparation missed.
    """
    if named is None or named == MILESTONES[0]:
        return ()
    taken = case.milestones_taken
    return tuple([k for k in MILESTONES if k > named and k not in taken])


def reasons_for(case: AgendaCase, meeting: AgendaMeeting) -> tuple[tuple[AgendaReason, str], ...]:
    """Every reason that holds, in the order of section 3, each with its sentence."""
    held = []
    for row, needs, rule in _RULES if meeting.has_last_closed else _RULES_WITHOUT_LAST:
        if case[needs]:
            sentence = rule(case, meeting)
            if sentence is not None:
                held.append((row or MILESTONE_REASONS[milestone_due(case, meeting) or 0], sentence))
    return tuple(held)


def reason_rank(reason: AgendaReason) -> int:
    """The place of a reason in the table of section 3, where `milestone-K` is one row for every K."""
    return _RANKS[reason]


def in_short(reason: AgendaReason) -> str:
    """A reason in a few words for a list, where its sentence with the dates has no room."""
    return _SHORT.get(reason) or f"{reason.removeprefix('milestone-')}-month"


def track_of(reasons: tuple[AgendaReason, ...], missing: tuple[str, ...]) -> Track:
    """`paper` when milestone and released are the only reasons and nothing asked is missing (need M3)."""
    return Track.PAPER if not missing and _QUIET.issuperset(reasons) else Track.TABLE


def show_named(day: NamedDate | None) -> str:
    """`Hearing 14/05/2027`, or `no anchor date`: a date's name always stands beside it (need T1)."""
    return f"{day.name} {show_date(day.day)}" if day else "no anchor date"


def _release(case: AgendaCase, meeting: AgendaMeeting) -> str | None:
    release = case.release
    if release is None or not meeting.day <= release.day < meeting.next_day:
        return None
    return f"{show_named(release)} comes before the next meeting{_next_words(meeting)}."


def _hearing(case: AgendaCase, meeting: AgendaMeeting) -> str | None:
    hearing = case.open_hearing
    if hearing is None or not meeting.day <= hearing < meeting.next_day:
        return None
    return f"The Board hearing on {show_date(hearing)} comes before the next meeting{_next_words(meeting)}."


def _next_words(meeting: AgendaMeeting) -> str:
    day = show_date(meeting.next_day)
    return f" on {day}" if meeting.next_is_scheduled else f", which is not scheduled yet (counted to {day})"


def _milestone(case: AgendaCase, meeting: AgendaMeeting) -> str | None:
    named = milestone_due(case, meeting)
    if named is None or case.anchor is None:
        return None
    day = show_date(months_before(case.anchor, named))
    missed = missed_milestones(case, named)
    tail = f"; never taken: {_listed([f'{_MONTH_WORDS[k]}-month' for k in missed])}" if missed else ""
    return f"The {_MONTH_WORDS[named]}-month milestone is {day} ({show_named(case.anchor)}){tail}."


def _listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _action_due(case: AgendaCase, meeting: AgendaMeeting) -> str | None:
    due = sorted(
        (a for a in case.open_actions if a.due <= meeting.day), key=lambda a: (a.due, a.text, a.owner)
    )
    if not due:
        return None
    told = "; ".join(f"{a.text} ({a.owner}, due {show_date(a.due)})" for a in due)
    return f"{'An action is' if len(due) == 1 else f'{len(due)} actions are'} due: {told}."


def _board_result(case: AgendaCase, _: AgendaMeeting) -> str | None:
    if not case.board_results_since:
        return None
    told = "; ".join(words for words in case.board_results_since if words)
    return f"A result from the Board came in since the last meeting{f': {told}' if told else ''}."


def _tell_the_board(case: AgendaCase, _: AgendaMeeting) -> str | None:
    if not case.told_drift:
        return None
    return f"Tell the Board, the plan is no longer what it was told: {'; '.join(case.told_drift)}."


def _police_relevant(case: AgendaCase, _: AgendaMeeting) -> str | None:
    said = [f"{s.answer}{_on(s.on)}" for s in case.police_since if s.answer in _POLICE_RELEVANT]
    return f"Police answered since the last meeting: {'; '.join(said)}." if said else None


def _address(case: AgendaCase, meeting: AgendaMeeting) -> str | None:
    if case.anchor is None or case.anchor.day > _last_month_begun(meeting.day):
        return None
    if case.has_verified_next_address:
        return None
    return f"There is no verified next address and the last month before {show_named(case.anchor)} has begun."


def _date_moved(case: AgendaCase, _: AgendaMeeting) -> str | None:
    move = case.anchor_moved_since
    if move is None:
        return None
    return f"The anchor moved since the last meeting: {show_named(move.old)} → {show_named(move.new)}."


def _flag_changed(case: AgendaCase, _: AgendaMeeting) -> str | None:
    if not case.flags_changed_since:
        return None
    told = "; ".join(
        f"{c.code} {'raised' if c.raised else 'withdrawn'}{_on(c.on)}" for c in case.flags_changed_since
    )
    return f"Flags changed since the last meeting: {told}."


def _new_case(case: AgendaCase, _: AgendaMeeting) -> str | None:
    return "The case is new to this forum since the last meeting." if case.opened_since else None


def _deferred(case: AgendaCase, _: AgendaMeeting) -> str | None:
    return "The case was put off at the last meeting." if case.deferred_at_last else None


def _no_anchor(case: AgendaCase, _: AgendaMeeting) -> str | None:
    if case.ended or case.anchor is not None:
        return None
    return "The case is open and has no anchor date to count back from."


def _released(case: AgendaCase, _: AgendaMeeting) -> str | None:
    if not case.ended or case.ended_since_by is None or not case.ended_since_by.is_release:
        return None
    exit_words = str(case.ended_since_by)
    return f"{exit_words[0].upper()}{exit_words[1:]}{_on(case.ended_on)}, for noting."


def _asked_for(case: AgendaCase, _: AgendaMeeting) -> str | None:
    if not case.asked_for:
        return None
    return f"Asked for by {'; '.join(f'{a.who}: {a.reason}' if a.reason else a.who for a in case.asked_for)}."


def _on(day: date | None) -> str:
    return f" on {show_date(day)}" if day else ""


_Rule = Callable[[AgendaCase, AgendaMeeting], str | None]
_FIELD = AgendaCase._fields.index
_ALWAYS = _FIELD("prn")
"""For a rule that rests on no one fact: every case has a PRN."""

_RULES: tuple[tuple[AgendaReason | None, int, _Rule], ...] = (
    (AgendaReason.RELEASE_BEFORE_NEXT, _ALWAYS, _release),
    (AgendaReason.HEARING_BEFORE_NEXT, _FIELD("hearing"), _hearing),
    (None, _FIELD("anchor"), _milestone),
    (AgendaReason.ACTION_DUE, _FIELD("open_actions"), _action_due),
    (AgendaReason.BOARD_RESULT, _FIELD("board_results_since"), _board_result),
    (AgendaReason.TELL_THE_BOARD, _FIELD("told_drift"), _tell_the_board),
    (AgendaReason.POLICE_RELEVANT, _FIELD("police_since"), _police_relevant),
    (AgendaReason.ADDRESS_UNSETTLED, _FIELD("anchor"), _address),
    (AgendaReason.DATE_MOVED, _FIELD("anchor_moved_since"), _date_moved),
    (AgendaReason.FLAG_CHANGED, _FIELD("flags_changed_since"), _flag_changed),
    (AgendaReason.NEW_CASE, _FIELD("opened_since"), _new_case),
    (AgendaReason.DEFERRED, _FIELD("deferred_at_last"), _deferred),
    (AgendaReason.NO_ANCHOR, _ALWAYS, _no_anchor),
    (AgendaReason.RELEASED, _FIELD("ended"), _released),
    (AgendaReason.ASKED_FOR, _FIELD("asked_for"), _asked_for),
)
"""The rows of section 3 in their order: the reason, the fact without which it never holds, and its rule.

None stands for `milestone-K`, whose K the case decides. Most facts are empty in most cases, so most rules need
not be asked.
"""

_SINCE_LAST = frozenset(
    {
        AgendaReason.BOARD_RESULT,
        AgendaReason.POLICE_RELEVANT,
        AgendaReason.DATE_MOVED,
        AgendaReason.FLAG_CHANGED,
        AgendaReason.NEW_CASE,
        AgendaReason.DEFERRED,
        AgendaReason.RELEASED,
    }
)
"""The reasons that say *since L* (or *at L*): none of them holds while there is no L."""

_RULES_WITHOUT_LAST = tuple(rule for rule in _RULES if rule[0] not in _SINCE_LAST)

_RANKS = {
    reason: rank
    for rank, (row, *_) in enumerate(_RULES)
    for reason in ([row] if row is not None else MILESTONE_REASONS.values())
}

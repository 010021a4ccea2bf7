"""One read for each table the agenda rule asks about, over all considered cases of a forum at once.

Every function gives back what it found by case; a case of which nothing is said is simply not there. Which cases
are considered, and how such a statement is framed, stands in db/queries/considered.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import and_, bindparam, exists, or_, select

from app.domain.agenda import ActionDue, AnchorMove, AskedFor, FlagChange, PoliceSaid
from app.domain.dates import read_date, show_date
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.plan import AddressFacts, is_yes, read_nearness, says_something
from app.domain.plan_words import ConditionState
from app.domain.police import ANSWER
from app.domain.timeline import NamedDate
from app.domain.words import (
    ActionOutcome,
    CheckKind,
    DecisionKind,
    FlagCode,
    SixAnswer,
)
from db.queries.considered import LAST, Considered, named_date, of_case, of_person, stored
from db.tables import board, plan, police, register
from db.tables import meeting as meetings
from db.tables.register import Case, Flag, ForumValue

Found = TypeVar("Found")

CORRECTABLE = ("statutory_release", "ordered_release", "next_hearing", "vnr")
"""What the rule takes from the extract's record, unless the forum says otherwise."""
_BY_HEADING = {FIELD_BY_NAME[name].heading: name for name in CORRECTABLE}
_FLAG_CODES = {code.value: code for code in FlagCode}
_SIX_ANSWERS = {answer.value: answer for answer in SixAnswer}

_CORRECTIONS = (
    of_person(ForumValue, ForumValue.field, ForumValue.value)
    .where(or_(*(ForumValue.field == heading for heading in _BY_HEADING)), ForumValue.withdrawn_seq.is_(None))
    .order_by(ForumValue.id)
)


def corrections(considered: Considered) -> dict[int, dict[str, Any]]:
    """The forum's own word on a date or on VNR, by case and field; the last one said counts.

    Stored under the heading of the extract, as text; a blank says that there is no such date.
    """
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for case_id, heading, value in considered.read(_CORRECTIONS):
        name = _BY_HEADING[heading]
        said = value.strip()
        found[case_id][name] = is_yes(said) if name == "vnr" else read_date(said)
    return found


class Hearings(NamedTuple):
    """The Board's hearings of one case: days without a result, days with one, results since the last meeting."""

    waiting: tuple[date, ...]
    settled: tuple[date, ...]
    results: tuple[str, ...]

    def next_open(self, from_ioms: date | None, meeting: date) -> date | None:
        """The next hearing without a result: the earliest not before the meeting, else the last one before.

        The date in IOMS counts as a hearing unless the forum has recorded a result of that day.
        """
        days = set(self.waiting)
        if from_ioms is not None and from_ioms not in self.settled:
            days.add(from_ioms)
        return min((day for day in days if day >= meeting), default=max(days, default=None))


_HEARINGS = of_case(
    board.Hearing, board.Hearing.day, board.Hearing.result, board.Hearing.result_seq
).order_by(board.Hearing.day)


def hearings(considered: Considered) -> dict[int, Hearings]:
    """Hearings by case."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in considered.read(_HEARINGS):
        rows[row[0]].append(row)
    return {
        case_id: Hearings(
            tuple([day for _, day, result, _ in of_case if result is None]),
            tuple([day for _, day, result, _ in of_case if result is not None]),
            tuple(
                [
                    f"{result} (hearing of {show_date(day)})"
                    for _, day, result, seq in of_case
                    if result is not None and seq is not None and seq > considered.since
                ]
            ),
        )
        for case_id, of_case in rows.items()
    }


_MILESTONES = of_case(meetings.MilestoneTaken, meetings.MilestoneTaken.milestone)


def milestones_taken(considered: Considered) -> dict[int, frozenset[int]]:
    """Milestones taken by closed meetings."""
    found = _gather(considered.read(_MILESTONES))
    return {case_id: frozenset(taken) for case_id, taken in found.items()}


_ACTIONS = (
    of_case(meetings.Action, meetings.Action.due, meetings.Action.text, meetings.Action.owner)
    .where(meetings.Action.outcome == ActionOutcome.OPEN)
    .order_by(meetings.Action.due, meetings.Action.id)
)


def open_actions(considered: Considered) -> dict[int, list[ActionDue]]:
    """Actions without an outcome, by due date."""
    rows = considered.read(_ACTIONS)
    return _gather((case_id, ActionDue(due, text, owner)) for case_id, due, text, owner in rows)


_DRIFTS = (
    of_case(board.ToldDrift, board.ToldDrift.field, board.ToldDrift.told, board.ToldDrift.now)
    .where(board.ToldDrift.settled_seq.is_(None))
    .order_by(board.ToldDrift.id)
)


def told_drifts(considered: Considered) -> dict[int, list[str]]:
    """What is no longer as the Board was told, and has not been settled."""
    rows = considered.read(_DRIFTS)
    return _gather((case_id, f"{field}: {told} → {now}") for case_id, field, told, now in rows)


_ASKED = (
    of_case(meetings.AskedFor, meetings.AskedFor.who, meetings.AskedFor.reason)
    .where(meetings.AskedFor.meeting == bindparam("meeting"))
    .order_by(meetings.AskedFor.id)
)


def asked_for(considered: Considered, meeting: str) -> dict[int, list[AskedFor]]:
    """Cases somebody asked to have on this meeting's agenda; what was taken back has no reason any more."""
    rows = considered.read(_ASKED, meeting=meeting)
    return _gather((case_id, AskedFor(who, reason)) for case_id, who, reason in rows if reason)


_MOVES = (
    of_case(
        register.AnchorMove,
        stored(register.AnchorMove.old_name),
        register.AnchorMove.old_date,
        stored(register.AnchorMove.new_name),
        register.AnchorMove.new_date,
    )
    .where(register.AnchorMove.seq > LAST)
    .order_by(register.AnchorMove.seq, register.AnchorMove.id)
)


def anchor_moves(considered: Considered) -> dict[int, AnchorMove]:
    """Where the anchor was at the last closed meeting and where it is now, unless it came back to that day.

    A day that only got another name (a final release on the day of the sentence expiry) has not moved.
    """
    first: dict[int, NamedDate | None] = {}
    final: dict[int, NamedDate | None] = {}
    for case_id, old_name, old, new_name, new in considered.read(_MOVES):
        first.setdefault(case_id, named_date(old_name, old))
        final[case_id] = named_date(new_name, new)
    return {
        case_id: AnchorMove(was, now)
        for case_id, was, now in ((case_id, first[case_id], now) for case_id, now in final.items())
        if (was and was.day) != (now and now.day)
    }


class Flags(NamedTuple):
    """Flags raised or withdrawn since the last closed meeting, after the case was opened; and whether VNR stands."""

    changed: tuple[FlagChange, ...]
    vnr: bool


_FLAGS = (
    of_person(
        Flag,
        Case.opened_seq,
        stored(Flag.code),
        Flag.from_date,
        Flag.to_date,
        Flag.raised_seq,
        Flag.withdrawn_seq,
    )
    .where(
        or_(
            Flag.raised_seq > LAST,
            Flag.withdrawn_seq > LAST,
            and_(Flag.code == FlagCode.VNR, Flag.withdrawn_seq.is_(None)),
        )
    )
    .order_by(Flag.id)
)


def flags(considered: Considered) -> dict[int, Flags]:
    """Flags by case; a person's flags belong to each of their considered cases."""
    changes: dict[int, list[FlagChange]] = defaultdict(list)
    vnr: set[int] = set()
    for case_id, opened, word, from_date, to_date, raised, withdrawn in considered.read(_FLAGS):
        code = _FLAG_CODES[word]
        if code is FlagCode.VNR and withdrawn is None:
            vnr.add(case_id)
        after = max(considered.since, opened)
        if raised > after:
            changes[case_id].append(FlagChange(code, raised=True, on=from_date))
        if withdrawn is not None and withdrawn > after:
            changes[case_id].append(FlagChange(code, raised=False, on=to_date))
    return {
        case_id: Flags(tuple(changes.get(case_id, ())), case_id in vnr) for case_id in vnr | changes.keys()
    }


class Police(NamedTuple):
    """Confirmed Police answers: those since the last closed meeting by case, and the addresses answered for."""

    since: Mapping[int, list[PoliceSaid]]
    addresses: frozenset[int]


_POLICE = (
    of_case(
        police.PoliceValue,
        police.PoliceValue.address_id,
        police.PoliceValue.value,
        police.PoliceValue.checked_on,
        police.PoliceValue.seq,
        police.PoliceValue.superseded_seq,
    )
    .where(
        police.PoliceValue.heading == ANSWER,
        or_(police.PoliceValue.seq > LAST, police.PoliceValue.address_id.is_not(None)),
    )
    .order_by(police.PoliceValue.seq, police.PoliceValue.id)
)


def police_answers(considered: Considered) -> Police:
    """What Police answered, about the person or about an address.

    An answer that a newer one replaced was given all the same; one that was taken back, because its row was
    about somebody else, was not: nothing came in its place.
    """
    since: dict[int, list[PoliceSaid]] = defaultdict(list)
    addresses: set[int] = set()
    rows = considered.read(_POLICE)
    given = {(case_id, address_id, seq) for case_id, address_id, _, _, seq, _ in rows}
    for case_id, address_id, value, checked_on, seq, until in rows:
        answer = _SIX_ANSWERS.get(value)
        stood = until is None or (case_id, address_id, until) in given
        if answer is not None and seq > considered.since and stood:
            since[case_id].append(PoliceSaid(answer, checked_on))
        if address_id is not None and until is None and says_something(value):
            addresses.add(address_id)
    return Police(since, frozenset(addresses))


class LastDecisions(NamedTuple):
    """What closed meetings left standing: cases the last one put off, and the day a case is wanted back, by which."""

    put_off: frozenset[int]
    reviews: Mapping[int, tuple[date, str]]


_LATER = meetings.Decision.__table__.alias("later")
_LATER_MEETING = meetings.Meeting.__table__.alias("later_meeting")
_IS_PUT_OFF = and_(meetings.Meeting.closed_seq == LAST, meetings.Decision.decision == DecisionKind.DEFERRED)
_DECIDED = (
    of_case(
        meetings.Decision,
        meetings.Decision.meeting,
        meetings.Decision.next_review,
        _IS_PUT_OFF.label("put_off"),
    )
    .join(meetings.Meeting, meetings.Meeting.meeting == meetings.Decision.meeting)
    .where(
        meetings.Meeting.forum == bindparam("forum"),
        meetings.Meeting.closed_seq.is_not(None),
        or_(meetings.Decision.next_review.is_not(None), _IS_PUT_OFF),
        ~exists(
            select(_LATER.c.id)
            .join(_LATER_MEETING, _LATER_MEETING.c.meeting == _LATER.c.meeting)
            .where(
                _LATER.c.case_id == meetings.Decision.case_id,
                _LATER_MEETING.c.closed_seq > meetings.Meeting.closed_seq,
            )
        ),
    )
)


def last_decisions(considered: Considered) -> LastDecisions:
    """What the last closed meeting that decided a case said of its return, in one read."""
    rows = considered.read(_DECIDED)
    return LastDecisions(
        frozenset(case_id for case_id, _, _, put_off in rows if put_off),
        {case_id: (review, meeting) for case_id, meeting, review, _ in rows if review is not None},
    )


def _check(kind: CheckKind) -> Any:
    """What one partner answered about the address, if they were asked."""
    check = plan.AddressCheck
    answer = select(check.answer).where(check.address_id == plan.Address.id, check.kind == kind)
    return answer.correlate(plan.Address).scalar_subquery()


_ADDRESSES = of_case(
    plan.Address,
    plan.Address.id,
    plan.Address.rank,
    plan.Address.withdrawn_by,
    plan.Address.verified,
    plan.Address.is_next,
    _check(CheckKind.PROBATION),
    _check(CheckKind.POLICE),
    _check(CheckKind.VICTIM_NEARNESS),
).order_by(plan.Address.rank, plan.Address.id)


def addresses(considered: Considered, police_answered: frozenset[int]) -> dict[int, list[AddressFacts]]:
    """Addresses by case. Police have answered by their workbook or by a check that somebody wrote down."""
    facts: dict[int, list[AddressFacts]] = defaultdict(list)
    rows = considered.read(_ADDRESSES)
    for case_id, address_id, rank, withdrawn_by, verified, is_next, probation, by_police, near in rows:
        has_police = address_id in police_answered or says_something(by_police)
        facts[case_id].append(
            AddressFacts(
                rank,
                withdrawn_by is not None,
                says_something(probation),
                has_police,
                verified,
                is_next,
                read_nearness(near),
            )
        )
    return facts


_TAKEN_BACK = (
    select(plan.ConditionStep.id)
    .where(
        plan.ConditionStep.condition_id == plan.Condition.id,
        plan.ConditionStep.state == ConditionState.WITHDRAWN,
    )
    .exists()
)
_CONDITIONS = of_case(plan.Condition, _TAKEN_BACK)


def conditions(considered: Considered) -> dict[int, bool]:
    """Whether a condition is proposed and not taken back, of each case that has any."""
    found: dict[int, bool] = {}
    for case_id, taken_back in considered.read(_CONDITIONS):
        found[case_id] = found.get(case_id, False) or not taken_back
    return found


def _gather(rows: Iterable[tuple[int, Found]]) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = defaultdict(list)
    for case_id, value in rows:
        found[case_id].append(value)
    return found

"""One read for each table the agenda rule asks about, over all considered cases of a forum at once.

`Considered` says which cases those are; every function gives back what it found by case, and a case of
which nothing is said is simply not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, String, and_, false, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.domain.agenda import ActionDue, AnchorMove, AskedFor, FlagChange, PoliceSaid
from app.domain.dates import read_date, show_date
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.plan import AddressFacts, read_nearness, says_something
from app.domain.timeline import NamedDate
from app.domain.words import (
    ActionOutcome,
    CheckKind,
    DateName,
    DecisionKind,
    ExitReason,
    FlagCode,
    NearnessAnswer,
    SixAnswer,
)
from db.tables import board, plan, police, register
from db.tables import meeting as meetings
from db.tables.register import Case, Flag, ForumValue, IomsRecord, Person

Found = TypeVar("Found")

POLICE_ANSWER = "Police answer"
RELEASES = tuple(reason for reason in ExitReason if reason.is_release)

CORRECTABLE = ("statutory_release", "ordered_release", "next_hearing", "vnr")
"""What the rule takes from the extract's record, unless the forum says otherwise."""
_BY_HEADING = {FIELD_BY_NAME[name].heading: name for name in CORRECTABLE}
_DATE_NAMES = {name.value: name for name in DateName}


@dataclass(frozen=True, slots=True)
class Considered:
    """Open cases of a forum, and those that ended since the last closed meeting by a release."""

    session: Session
    forum: str
    last: int | None
    """The trail number at which the last closed meeting was closed, or None where there is none."""

    @property
    def condition(self) -> ColumnElement[bool]:
        is_open = Case.closed_seq.is_(None)
        if self.last is None:
            return and_(Case.forum == self.forum, is_open)
        ended = and_(Case.closed_seq > self.last, Case.exit_reason.in_(RELEASES))
        return and_(Case.forum == self.forum, or_(is_open, ended))

    def read(self, query: Any, case_id: Any) -> Iterable[Any]:
        """The rows of `query` that belong to a considered case."""
        return self.session.execute(query.join(Case, Case.id == case_id).where(self.condition))

    def since(self, column: Any) -> ColumnElement[bool]:
        """Entered after the last closed meeting was closed; nothing is while there is none."""
        return false() if self.last is None else column > self.last


class CaseRow(NamedTuple):
    """One considered case with the dates the rule asks of the extract's record."""

    id: int
    person_id: int
    prn: str
    surname: str
    given_names: str
    anchor_name: str | None
    anchor_date: date | None
    opened_seq: int
    closed_seq: int | None
    closed_at: Any
    exit_reason: str | None
    leading_service: str | None
    owner: str | None
    statutory_release: date | None
    ordered_release: date | None
    next_hearing: date | None
    vnr: bool | None


def case_rows(considered: Considered) -> list[CaseRow]:
    """Every considered case. Words are read as they are stored: a thousand look-ups would cost more."""
    query = (
        select(
            Case.id,
            Case.person_id,
            Person.prn,
            Person.surname,
            Person.given_names,
            type_coerce(Case.anchor_name, String),
            Case.anchor_date,
            Case.opened_seq,
            Case.closed_seq,
            Case.closed_at,
            type_coerce(Case.exit_reason, String),
            type_coerce(Case.leading_service, String),
            Case.owner,
            IomsRecord.statutory_release,
            IomsRecord.ordered_release,
            IomsRecord.next_hearing,
            IomsRecord.vnr,
        )
        .join(Person, Person.id == Case.person_id)
        .outerjoin(IomsRecord, IomsRecord.person_id == Case.person_id)
        .where(considered.condition)
    )
    return [CaseRow._make(row) for row in considered.session.execute(query)]


def named_date(name: str | None, day: date | None) -> NamedDate | None:
    """A stored name and day as one value; neither stands without the other."""
    return NamedDate(_DATE_NAMES[name], day) if name is not None and day is not None else None


def corrections(considered: Considered) -> dict[int, dict[str, Any]]:
    """The forum's own word on a date or on VNR, by case and field; the last one said counts.

    Stored under the heading of the extract, as text; a blank says that there is no such date.
    """
    query = (
        select(Case.id, ForumValue.field, ForumValue.value)
        .join(ForumValue, ForumValue.person_id == Case.person_id)
        .where(considered.condition, ForumValue.field.in_(_BY_HEADING), ForumValue.withdrawn_seq.is_(None))
        .order_by(ForumValue.id)
    )
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for case_id, heading, value in considered.session.execute(query):
        name = _BY_HEADING[heading]
        said = value.strip()
        yes = said.casefold() in ("y", "yes", "true", "1")
        found[case_id][name] = yes if name == "vnr" else read_date(said)
    return found


class Hearings(NamedTuple):
    """The Board's hearings of one case: days without a result, days with one, results since the last meeting."""

    waiting: tuple[date, ...] = ()
    settled: frozenset[date] = frozenset()
    results: tuple[str, ...] = ()

    def next_open(self, from_ioms: date | None, meeting: date) -> date | None:
        """The next hearing without a result: the earliest not before the meeting, else the last one before.

        The date in IOMS counts as a hearing unless the forum has recorded a result of that day.
        """
        days = set(self.waiting)
        if from_ioms is not None and from_ioms not in self.settled:
            days.add(from_ioms)
        return min((day for day in days if day >= meeting), default=max(days, default=None))


def hearings(considered: Considered) -> dict[int, Hearings]:
    """Hearings by case."""
    table = board.Hearing
    query = select(table.case_id, table.day, table.result, table.result_seq).order_by(table.day)
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in considered.read(query, table.case_id):
        rows[row.case_id].append(row)
    last = considered.last
    return {
        case_id: Hearings(
            tuple(row.day for row in of_case if row.result is None),
            frozenset(row.day for row in of_case if row.result is not None),
            tuple(
                f"{row.result} (hearing of {show_date(row.day)})"
                for row in of_case
                if row.result is not None and last is not None and (row.result_seq or 0) > last
            ),
        )
        for case_id, of_case in rows.items()
    }


def milestones_taken(considered: Considered) -> dict[int, frozenset[int]]:
    """Milestones taken by closed meetings."""
    table = meetings.MilestoneTaken
    found: dict[int, set[int]] = defaultdict(set)
    for case_id, milestone in considered.read(select(table.case_id, table.milestone), table.case_id):
        found[case_id].add(milestone)
    return {case_id: frozenset(taken) for case_id, taken in found.items()}


def open_actions(considered: Considered) -> dict[int, list[ActionDue]]:
    """Actions without an outcome, by due date."""
    table = meetings.Action
    query = (
        select(table.case_id, table.due, table.text, table.owner)
        .where(table.outcome == ActionOutcome.OPEN)
        .order_by(table.due, table.id)
    )
    return _gather(
        (row[0], ActionDue(row[1], row[2], row[3])) for row in considered.read(query, table.case_id)
    )


def told_drifts(considered: Considered) -> dict[int, list[str]]:
    """What is no longer as the Board was told, and has not been settled."""
    table = board.ToldDrift
    query = (
        select(table.case_id, table.field, table.told, table.now)
        .where(table.settled_seq.is_(None))
        .order_by(table.id)
    )
    rows = considered.read(query, table.case_id)
    return _gather((row[0], f"{row[1]}: {row[2]} → {row[3]}") for row in rows)


def asked_for(considered: Considered, meeting: str) -> dict[int, list[AskedFor]]:
    """Cases somebody asked to have on this meeting's agenda."""
    table = meetings.AskedFor
    query = select(table.case_id, table.who, table.reason).where(table.meeting == meeting).order_by(table.id)
    return _gather((row[0], AskedFor(row[1], row[2])) for row in considered.read(query, table.case_id))


def anchor_moves(considered: Considered) -> dict[int, AnchorMove]:
    """Where the anchor was at the last closed meeting and where it is now, unless it came back there."""
    table = register.AnchorMove
    query = (
        select(
            table.case_id,
            type_coerce(table.old_name, String),
            table.old_date,
            type_coerce(table.new_name, String),
            table.new_date,
        )
        .where(considered.since(table.seq))
        .order_by(table.seq, table.id)
    )
    first: dict[int, NamedDate | None] = {}
    final: dict[int, NamedDate | None] = {}
    for case_id, old_name, old, new_name, new in considered.read(query, table.case_id):
        first.setdefault(case_id, named_date(old_name, old))
        final[case_id] = named_date(new_name, new)
    return {
        case_id: AnchorMove(first[case_id], now) for case_id, now in final.items() if first[case_id] != now
    }


class Flags(NamedTuple):
    """Flags raised or withdrawn since the last closed meeting, after the case was opened; and whether VNR stands."""

    changed: tuple[FlagChange, ...] = ()
    vnr: bool = False


def flags(considered: Considered) -> dict[int, Flags]:
    """Flags by case; a person's flags belong to each of their considered cases."""
    changed = or_(considered.since(Flag.raised_seq), considered.since(Flag.withdrawn_seq))
    stands = and_(Flag.code == FlagCode.VNR, Flag.withdrawn_seq.is_(None))
    query = (
        select(
            Case.id,
            Case.opened_seq,
            Flag.code,
            Flag.from_date,
            Flag.to_date,
            Flag.raised_seq,
            Flag.withdrawn_seq,
        )
        .join(Flag, Flag.person_id == Case.person_id)
        .where(considered.condition, or_(changed, stands))
        .order_by(Flag.id)
    )
    changes: dict[int, list[FlagChange]] = defaultdict(list)
    vnr: set[int] = set()
    last = considered.last
    for case_id, opened, code, from_date, to_date, raised, withdrawn in considered.session.execute(query):
        if code is FlagCode.VNR and withdrawn is None:
            vnr.add(case_id)
        if last is None:
            continue
        after = max(last, opened)
        if raised > after:
            changes[case_id].append(FlagChange(code, raised=True, on=from_date))
        if withdrawn is not None and withdrawn > after:
            changes[case_id].append(FlagChange(code, raised=False, on=to_date))
    return {case_id: Flags(tuple(changes[case_id]), case_id in vnr) for case_id in vnr | changes.keys()}


class Police(NamedTuple):
    """Confirmed Police answers: those since the last closed meeting by case, and the addresses answered for."""

    since: Mapping[int, list[PoliceSaid]]
    addresses: frozenset[int]


def police_answers(considered: Considered) -> Police:
    """What Police answered, about the person or about an address."""
    table = police.PoliceValue
    query = (
        select(table.case_id, table.address_id, table.value, table.checked_on, table.seq)
        .where(
            table.heading == POLICE_ANSWER, or_(considered.since(table.seq), table.address_id.is_not(None))
        )
        .order_by(table.seq, table.id)
    )
    since: dict[int, list[PoliceSaid]] = defaultdict(list)
    addresses: set[int] = set()
    answers = {answer.value: answer for answer in SixAnswer}
    for case_id, address_id, value, checked_on, seq in considered.read(query, table.case_id):
        answer = answers.get(value)
        if answer is not None and considered.last is not None and seq > considered.last:
            since[case_id].append(PoliceSaid(answer, checked_on))
        if address_id is not None and says_something(value):
            addresses.add(address_id)
    return Police(since, frozenset(addresses))


def put_off_at_last(considered: Considered) -> frozenset[int]:
    """The cases the last closed meeting put off."""
    if considered.last is None:
        return frozenset()
    query = (
        select(meetings.Decision.case_id)
        .join(meetings.Meeting, meetings.Meeting.meeting == meetings.Decision.meeting)
        .where(
            meetings.Meeting.forum == considered.forum,
            meetings.Meeting.closed_seq == considered.last,
            meetings.Decision.decision == DecisionKind.DEFERRED,
        )
    )
    return frozenset(considered.session.scalars(query))


class Addresses(NamedTuple):
    """Proposed addresses of one case, and the nearness answer for the first that is still alive."""

    facts: tuple[AddressFacts, ...] = ()
    nearness: NearnessAnswer = NearnessAnswer.NOT_ASKED


def addresses(considered: Considered, police_answered: frozenset[int]) -> dict[int, Addresses]:
    """Addresses by case. Police have answered by their workbook or by a check that somebody wrote down."""
    table, check = plan.Address, plan.AddressCheck
    checks: dict[int, dict[CheckKind, str]] = defaultdict(dict)
    asked = select(check.address_id, check.kind, check.answer).join(table, table.id == check.address_id)
    for address_id, kind, answer in considered.read(asked, table.case_id):
        checks[address_id][kind] = answer
    query = select(
        table.case_id, table.id, table.rank, table.withdrawn_by, table.verified, table.is_next
    ).order_by(table.rank, table.id)
    facts: dict[int, list[AddressFacts]] = defaultdict(list)
    nearness: dict[int, NearnessAnswer] = {}
    for case_id, address_id, rank, withdrawn_by, verified, is_next in considered.read(query, table.case_id):
        said = checks.get(address_id, {})
        facts[case_id].append(
            AddressFacts(
                rank,
                dead=withdrawn_by is not None,
                probation_answered=says_something(said.get(CheckKind.PROBATION)),
                police_answered=address_id in police_answered or says_something(said.get(CheckKind.POLICE)),
                verified=verified,
                is_next=is_next,
            )
        )
        if withdrawn_by is None:
            nearness.setdefault(case_id, read_nearness(said.get(CheckKind.VICTIM_NEARNESS)))
    return {
        case_id: Addresses(tuple(of_case), nearness.get(case_id, NearnessAnswer.NOT_ASKED))
        for case_id, of_case in facts.items()
    }


def plan_answers(considered: Considered) -> dict[int, dict[str, str]]:
    """Answers by case and question (app/domain/plan.py, QUESTIONS)."""
    table = plan.PlanAnswer
    found: dict[int, dict[str, str]] = defaultdict(dict)
    query = select(table.case_id, table.question, table.answer)
    for case_id, question, answer in considered.read(query, table.case_id):
        found[case_id][question] = answer
    return found


def _gather(rows: Iterable[tuple[int, Found]]) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = defaultdict(list)
    for case_id, value in rows:
        found[case_id].append(value)
    return found

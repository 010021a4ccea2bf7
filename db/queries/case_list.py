"""The list of cases as a window asks for it: narrowed, counted and sorted by the database (need R10)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy import cast as as_type
from sqlalchemy.orm import Session, aliased

from app.domain.agenda import generate
from app.domain.case_list import (
    PAGE,
    CaseLine,
    CaseOrder,
    CaseQuery,
    CaseView,
    Hidden,
    PlanState,
    stage_bounds,
)
from app.domain.dates import add_months
from app.domain.police import ANSWER
from app.domain.words import ActionOutcome, CheckKind, FlagCode, MeetingState, TransferState
from db.queries import agenda as agendas
from db.queries.cases import proposed_to
from db.queries.meeting import meeting_row
from db.search import Scope, in_order
from db.tables.board import Hearing
from db.tables.extract import Change, LeftOut
from db.tables.meeting import Action, Meeting
from db.tables.plan import Address, AddressCheck
from db.tables.police import PoliceValue
from db.tables.register import AnchorMove, Case, Flag, IomsRecord, Person, ServiceInformation
from db.tables.transfers import Transfer

Condition = ColumnElement[bool]
_NOT_ANSWERED = ("", "not asked", "asked")


class Asked(Struct, frozen=True):
    """A query with all that its conditions need besides: today, the forum, whom one may see, what a text found."""

    query: CaseQuery
    today: date
    forum: str | None
    scope: Scope
    found: tuple[str, ...] | None = None
    """The PRNs a text found, best first; None where nothing was looked for."""
    listed: frozenset[int] = frozenset()
    """The cases on the coming agendas, where the view asks for them."""
    since: int = 0
    """The trail's number after which the view asks for what changed."""

    @property
    def shape(self) -> Asked:
        """The same for whatever text: what a statement is put together from, and kept by."""
        return replace(
            self, query=replace(self.query, text="", looser=0), found=None if self.found is None else ()
        )

    @property
    def bound(self) -> dict[str, str]:
        """What a text found, for the statement's one parameter."""
        return {} if self.found is None else {FOUND: json.dumps(self.found)}


FOUND = "found"
_KEPT = 64
"""Statements kept put together: that takes longer than running one over what a text found."""


def settle(session: Session, asked: Asked) -> Asked:
    """The same with what its view needs to be told from the register first."""
    if asked.query.view is CaseView.NEXT_MEETING:
        return replace(asked, listed=next_agenda(session, asked.forum, asked.today))
    if asked.query.view is CaseView.CHANGED:
        last = select(func.max(Meeting.closed_seq))
        if asked.forum is not None:
            last = last.where(Meeting.forum == asked.forum)
        return replace(asked, since=session.scalar(last) or 0)
    return asked


def _stands(code: FlagCode) -> Condition:
    return Person.id.in_(select(Flag.person_id).where(Flag.code == code, Flag.withdrawn_seq.is_(None)))


def _verified() -> Condition:
    living = select(Address.case_id).where(Address.verified.is_(True), Address.withdrawn_by.is_(None))
    return Case.id.in_(living)


def _police_outstanding() -> Condition:
    """An address that lives and on which Police have not answered, neither by hand nor in a workbook."""
    check = select(AddressCheck.address_id).where(
        AddressCheck.kind == CheckKind.POLICE, AddressCheck.answer.not_in(_NOT_ANSWERED)
    )
    answer = select(PoliceValue.address_id).where(
        PoliceValue.heading == ANSWER,
        PoliceValue.address_id.is_not(None),
        PoliceValue.superseded_seq.is_(None),
        PoliceValue.value.not_in(_NOT_ANSWERED),
    )
    waiting = select(Address.case_id).where(
        Address.withdrawn_by.is_(None), Address.id.not_in(check), Address.id.not_in(answer)
    )
    return Case.id.in_(waiting)


def _changed(since: int) -> Condition:
    """Whatever changed of a case after a trail number: date, flag, extract, information, Police, Board."""
    by_case = (
        select(AnchorMove.case_id).where(AnchorMove.seq > since),
        select(ServiceInformation.case_id).where(ServiceInformation.seq > since),
        select(PoliceValue.case_id).where(PoliceValue.seq > since),
        select(Hearing.case_id).where(Hearing.result_seq > since),
    )
    by_person = (
        select(Change.person_id).where(Change.seq > since),
        select(Flag.person_id).where((Flag.raised_seq > since) | (Flag.withdrawn_seq > since)),
    )
    return or_(
        func.coalesce(Case.joined_seq, Case.opened_seq) > since,
        *(Case.id.in_(each) for each in by_case),
        *(Person.id.in_(each) for each in by_person),
    )


def next_agenda(session: Session, forum: str | None, today: date) -> frozenset[int]:
    """The cases on each coming meeting's agenda: as issued, or as the rules make it today."""
    wanted = select(Meeting).where(Meeting.state != MeetingState.CLOSED, Meeting.day >= today)
    if forum is not None:
        wanted = wanted.where(Meeting.forum == forum)
    first: dict[str, Meeting] = {}
    for row in session.scalars(wanted.order_by(Meeting.day)):
        first.setdefault(row.forum, row)
    listed: set[int] = set()
    for code, row in first.items():
        if row.state is MeetingState.DRAFT:
            last = agendas.last_closed(session, code)
            agenda = generate(*agendas.facts(session, code, last, meeting_row(row)))
        else:
            agenda = agendas.frozen_of(row)
        listed |= {item.case_id for item in agenda.items}
    return frozenset(listed)


def view_conditions(asked: Asked) -> list[Condition]:
    """What the view itself asks, with the forum and whom one may see; no filter is in it."""
    view = asked.query.view
    found: list[Condition] = []
    if view is CaseView.EVERYBODY:
        home = func.coalesce(Case.forum, IomsRecord.forum)
    else:
        home = func.coalesce(Case.forum, "")
        found.append(Case.closed_seq.is_not(None) if view is CaseView.CLOSED else Case.closed_seq.is_(None))
    if asked.forum is not None:
        found.append((home == asked.forum) | Case.id.in_(proposed_to(asked.forum)))
    if asked.scope.forums is not None:
        found.append(home.in_(asked.scope.forums) | Person.id.in_(asked.scope.people))
    if view is CaseView.NEXT_MEETING:
        found.append(Case.id.in_(asked.listed))
    elif view is CaseView.NO_ADDRESS:
        found.append(and_(Case.anchor_date <= add_months(asked.today, 2), ~_verified()))
    elif view is CaseView.POLICE_OUTSTANDING:
        found.append(_police_outstanding())
    elif view is CaseView.VNR_NOT_HR:
        found.append(and_(_stands(FlagCode.VNR), ~_stands(FlagCode.HR)))
    elif view is CaseView.CHANGED:
        found.append(_changed(asked.since))
    if asked.scope.hidden and view not in _TELLS_NOTHING:
        found.append(_not_hidden(asked))
    return found


def filter_conditions(asked: Asked) -> list[tuple[str, Condition]]:
    """Every filter in force with its words."""
    query, today = asked.query, asked.today
    found: list[tuple[str, Condition]] = []
    if asked.found is not None:
        found.append((f"“{query.text.strip()}”", Person.prn.in_(_found())))
    if query.flags:
        words = " or ".join(code.value for code in query.flags)
        found.append((f"flag {words}", or_(*map(_stands, query.flags))))
    if query.within:
        until = add_months(today, query.within)
        months = "1 month" if query.within == 1 else f"{query.within} months"
        found.append((f"release within {months}", Case.anchor_date <= until))
    if query.stage:
        first, last = stage_bounds(query.stage, today)
        months = "1 month" if query.stage == 1 else f"{query.stage} months"
        found.append((f"at {months}", Case.anchor_date.between(first, last)))
    if query.plan:
        found.append((query.plan.value, _plan() == query.plan.value))
    if query.prison:
        found.append((f"held at {query.prison}", _prison() == query.prison))
    if asked.scope.hidden:  # a filter would tell what it filters by
        return [(words, and_(condition, _not_hidden(asked))) for words, condition in found]
    return found


_TELLS_NOTHING = (CaseView.OPEN, CaseView.NEXT_MEETING, CaseView.CLOSED, CaseView.EVERYBODY)
"""Views that people who may not be read stay in, as *Restricted N*: the others would say something of them."""


def _not_hidden(asked: Asked) -> Condition:
    return Person.id.not_in(asked.scope.hidden)


def _found() -> Select[Any]:
    return select(in_order(FOUND).c.value)


def _plan() -> ColumnElement[str]:
    """`PlanState` of a case, in words."""
    living = select(Address.id).where(Address.case_id == Case.id, Address.withdrawn_by.is_(None))
    suits = select(AddressCheck.address_id).where(AddressCheck.suitability == "not suitable")
    return case(
        (
            living.where(Address.verified.is_(True), Address.id.not_in(suits)).exists(),
            PlanState.VERIFIED.value,
        ),
        (living.where(Address.id.not_in(suits)).exists(), PlanState.PROPOSED.value),
        (living.exists(), PlanState.UNSUITABLE.value),
        else_=PlanState.NONE.value,
    )


def _prison() -> ColumnElement[str]:
    held = select(IomsRecord.prison).where(IomsRecord.person_id == Person.id).correlate(Person)
    return func.coalesce(held.scalar_subquery(), "")


def _hearing(today: date) -> ColumnElement[date | None]:
    """The next hearing without a result, not before today; IOMS's counts unless a result of that day is recorded."""
    waiting = select(func.min(Hearing.day)).where(
        Hearing.case_id == Case.id, Hearing.result.is_(None), Hearing.day >= today
    )
    settled = (
        select(Hearing.day).where(Hearing.case_id == Case.id, Hearing.result.is_not(None)).correlate(Case)
    )
    said = (
        select(IomsRecord.next_hearing)
        .where(
            IomsRecord.person_id == Person.id,
            IomsRecord.next_hearing >= today,
            IomsRecord.next_hearing.not_in(settled),
        )
        .correlate(Person, Case)
        .scalar_subquery()
    )
    ours = waiting.correlate(Case).scalar_subquery()
    return func.min(func.coalesce(ours, said), func.coalesce(said, ours))


def _actions() -> ColumnElement[int]:
    return (
        select(func.count())
        .where(Action.case_id == Case.id, Action.outcome == ActionOutcome.OPEN)
        .correlate(Case)
        .scalar_subquery()
    )


def _from(columns: Iterable[Any], view: CaseView) -> Select[Any]:
    """Columns from people and their cases: the case of the view, or for everybody the latest there is."""
    query = select(*columns).select_from(Person)
    if view is not CaseView.EVERYBODY:
        return query.join(Case, Case.person_id == Person.id)
    other = aliased(Case)
    latest = (
        select(func.max(other.id)).where(other.person_id == Person.id).correlate(Person).scalar_subquery()
    )
    return query.outerjoin(Case, Case.id == latest).outerjoin(IomsRecord, IomsRecord.person_id == Person.id)


def _order(asked: Asked, rank: ColumnElement[int] | None) -> tuple[Any, ...]:
    query = asked.query
    keys: tuple[Any, ...]
    if query.order is CaseOrder.FOUND and rank is not None:
        keys = (rank,)
    elif query.order is CaseOrder.NAME:
        keys = (Person.name_key,)
    elif query.order is CaseOrder.PRN:
        keys = (Person.prn,)
    elif query.order is CaseOrder.PLAN:
        keys = (_plan(),)
    elif query.order is CaseOrder.ACTIONS:
        keys = (_actions(),)
    elif query.order is CaseOrder.PRISON:
        keys = (_prison(),)
    elif query.order is CaseOrder.BOARD:
        keys = (_hearing(asked.today),)
    else:
        keys = (Case.anchor_date,)
    sorted_keys = [key.desc() if query.down else key for key in keys]
    undated: tuple[Any, ...] = (Case.anchor_date.is_(None),) if query.order is CaseOrder.DATE else ()
    if query.order is CaseOrder.BOARD:
        undated = (_hearing(asked.today).is_(None),)
    hidden = (Person.id.in_(asked.scope.hidden),) if asked.scope.hidden else ()
    return (*hidden, *undated, *sorted_keys, Case.anchor_date, Person.name_key, Person.prn, Case.episode)


def counts(session: Session, asked: Asked) -> tuple[int, int, tuple[Hidden, ...]]:
    """How many match, how many the view has, and how many each filter leaves out by itself.

    What a text found is counted among those few alone; only another filter has every case of the view read.
    """
    words = [words for words, _ in filter_conditions(asked)]
    if not words:
        total = _total(session, asked)
        return total, total, ()
    if len(words) == 1 and asked.found is not None:
        matching, held = found_counts(session, asked)
        total = _total(session, asked)
        return matching, total, (Hidden(words[0], total - held),)
    matching, total, *kept = session.execute(_counting(asked.shape), asked.bound).one()
    return matching, total, tuple(Hidden(word, total - held) for word, held in zip(words, kept, strict=True))


def found_counts(session: Session, asked: Asked) -> tuple[int, int]:
    """Of those a text found: how many match everything asked, and how many the view has."""
    matching, held = session.execute(_counting_found(asked.shape), asked.bound).one()
    return matching, held


def narrowed_besides(asked: Asked) -> bool:
    """Whether any filter but the text is in force."""
    return bool(filter_conditions(replace(asked, found=None)))


@lru_cache(_KEPT)
def _counting(asked: Asked) -> Select[Any]:
    filters = [condition for _, condition in filter_conditions(asked)]
    sums = (_many(and_(True, *filters)), func.count(), *map(_many, filters))
    return _from(sums, asked.query.view).where(*view_conditions(asked))


@lru_cache(_KEPT)
def _counting_found(asked: Asked) -> Select[Any]:
    others = [condition for _, condition in filter_conditions(replace(asked, found=None))]
    counted = _from((_many(and_(True, *others)), func.count()), asked.query.view)
    return counted.where(Person.prn.in_(_found()), *view_conditions(asked))


def _many(condition: Condition) -> ColumnElement[int]:
    return func.coalesce(func.sum(as_type(func.coalesce(condition, False), Integer)), 0)


def _total(session: Session, asked: Asked) -> int:
    """How many the view has. All cases of one forum, open or closed, are counted by the index alone."""
    view, forum = asked.query.view, asked.forum
    if view not in (CaseView.OPEN, CaseView.CLOSED) or asked.scope.forums is not None or forum is None:
        counted = _from((func.count(),), view).where(*view_conditions(asked))
        return session.scalars(counted).one()  # type: ignore[no-any-return]  # columns are named by whoever asks
    standing = Case.closed_seq.is_not(None) if view is CaseView.CLOSED else Case.closed_seq.is_(None)
    here = select(func.count()).where(Case.forum == forum, standing)
    coming = select(func.count()).where(Case.id.in_(proposed_to(forum)), Case.forum != forum, standing)
    return session.scalars(here).one() + session.scalars(coming).one()


def lines(session: Session, asked: Asked, first: int, many: int = PAGE) -> list[CaseLine]:
    """One window of the list."""
    bound = {**asked.bound, "first": first}
    return list(map(CaseLine._make, session.connection().execute(_telling(asked.shape, many), bound).all()))


def prisons(session: Session, asked: Asked) -> tuple[str, ...]:
    """Where people of the view are held; those one may not read tell nothing here."""
    query = replace(asked.query, prison="", text="", looser=0, flags=(), within=None, stage=None, plan=None)
    whole = replace(asked, query=query, found=None)
    held = _prison().label("held")
    wanted = _from((held,), query.view).where(*view_conditions(whole), held != "").distinct()
    if asked.scope.hidden:
        wanted = wanted.where(_not_hidden(asked))
    return tuple(sorted(session.scalars(wanted)))


def order(session: Session, asked: Asked) -> tuple[str, ...]:
    """Every PRN of the list in its order, for the record bar."""
    bound = {**asked.bound, "first": 0}
    return tuple(row.prn for row in session.execute(_window(asked.shape, -1), bound))


@lru_cache(_KEPT)
def _telling(asked: Asked, many: int) -> Select[Any]:
    """The rows of one window in the order of `CaseLine`'s fields."""
    flags = (
        select(func.aggregate_strings(type_coerce(Flag.code, String), " "))
        .where(Flag.person_id == Person.id, Flag.withdrawn_seq.is_(None))
        .correlate(Person)
        .scalar_subquery()
    )
    home = IomsRecord.forum if asked.query.view is CaseView.EVERYBODY else Case.forum
    left = (
        select(type_coerce(LeftOut.reason, String))
        .where(LeftOut.person_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
    proposed = (
        select(Transfer.to_forum)
        .where(Transfer.case_id == Case.id, Transfer.state == TransferState.PROPOSED)
        .correlate(Case)
        .scalar_subquery()
    )
    columns = (
        Person.prn,
        Person.surname,
        Person.given_names,
        func.coalesce(Case.forum, home),
        type_coerce(Case.anchor_name, String),
        type_coerce(Case.anchor_date, String),
        func.coalesce(flags, ""),
        _plan(),
        _actions(),
        type_coerce(Case.closed_at, String),
        left,
        func.coalesce(proposed, ""),
        _prison(),
        type_coerce(_hearing(asked.today), String),
        literal(""),
    )
    # The window is chosen first and told afterwards: what is told of a row is not computed for all that are sorted.
    window = _window(asked, many).subquery()
    told = (
        select(*columns)
        .select_from(window)
        .join(Person, Person.id == window.c.person_id)
        .outerjoin(Case, Case.id == window.c.case_id)
    )
    if asked.query.view is CaseView.EVERYBODY:
        told = told.outerjoin(IomsRecord, IomsRecord.person_id == Person.id)
    return told.order_by(*_order(asked, None if asked.found is None else window.c.rank))


def _window(asked: Asked, many: int) -> Select[Any]:
    """Whom a window of the list holds: `person_id`, `case_id`, `prn` and, where a text was looked for, `rank`."""
    keys = (Person.id.label("person_id"), Case.id.label("case_id"), Person.prn.label("prn"))
    conditions = [condition for _, condition in filter_conditions(replace(asked, found=None))]
    query = _from(keys, asked.query.view).where(*view_conditions(asked), *conditions)
    rank = None
    if asked.found is not None:
        ranked = in_order(FOUND)
        rank = ranked.c.key
        query = query.join(ranked, ranked.c.value == Person.prn).add_columns(rank.label("rank"))
    # How many as a number in the text: with a bound one the engine plans the statement anew each time.
    return query.order_by(*_order(asked, rank)).limit(literal_column(str(many))).offset(bindparam("first"))

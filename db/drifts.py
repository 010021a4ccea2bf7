"""The drift alarm: after every change, what the Board was told is held against the plan (need B2).

The door calls `watch` in the transaction of every change, whatever use case made it and by whatever statement, so
that no writer of plans can forget it (docs/decisions/0020). It reads in a constant number of statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.domain.board import BoardTold as Told
from app.domain.board import DriftMove, KnownDrift, drift, reconcile
from app.domain.dates import show_date
from app.domain.plan import CONDITIONS, need_question, says_something
from app.domain.plan_rows import need_items
from app.domain.plan_words import ConditionState
from app.domain.words import DriftState, NeedDomain
from db.tables.board import BoardTold, ToldDrift
from db.tables.plan import Address, Condition, ConditionStep, PlanAnswer
from db.tables.register import Case

PROGRAMMES = need_question(NeedDomain.PROGRAMMES)


def told_now(session: Session, cases: Iterable[int] | Select[Any]) -> Mapping[int, Told]:
    """The parts of each case's plan that the Board relies on, as they are now; a case without any is not there."""
    wanted = cases if isinstance(cases, Select) else list(cases)
    addresses = session.execute(
        select(Address.case_id, Address.address).where(
            Address.case_id.in_(wanted), Address.is_next.is_(True), Address.withdrawn_by.is_(None)
        )
    )
    next_address = {row.case_id: row.address for row in addresses}
    said: dict[tuple[int, str], tuple[str, ...]] = {}
    answers = select(PlanAnswer.case_id, PlanAnswer.question, PlanAnswer.answer, PlanAnswer.note).where(
        PlanAnswer.case_id.in_(wanted), PlanAnswer.question.in_((PROGRAMMES, CONDITIONS.code))
    )
    for row in session.execute(answers):
        if row.question == PROGRAMMES:
            said[row.case_id, PROGRAMMES] = need_items(row.answer, row.note)
        elif says_something(row.answer):
            words = f"{row.answer} ({row.note})" if row.note else row.answer
            said[row.case_id, CONDITIONS.code] = (words,)
    for case_id, words_of_conditions in _conditions(session, wanted).items():
        said[case_id, CONDITIONS.code] = words_of_conditions
    return {
        case_id: Told(
            next_address.get(case_id, ""),
            said.get((case_id, PROGRAMMES), ()),
            said.get((case_id, CONDITIONS.code), ()),
        )
        for case_id in next_address.keys() | {case_id for (case_id, _), words in said.items() if words}
    }


def _conditions(session: Session, wanted: Select[Any] | list[int]) -> dict[int, tuple[str, ...]]:
    """The words of the conditions that stand, of each case that has any; the answer in words then no longer counts."""
    last = (
        select(ConditionStep.state)
        .where(ConditionStep.condition_id == Condition.id)
        .order_by(ConditionStep.id.desc())
        .limit(1)
        .correlate(Condition)
        .scalar_subquery()
    )
    query = select(Condition.case_id, Condition.words, last.label("state"))
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for row in session.execute(query.where(Condition.case_id.in_(wanted)).order_by(Condition.id)):
        found[row.case_id] += (row.words,) if ConditionState(row.state).stands else ()
    return found


def watch(session: Session, seq: int, today: date, sealed: Set[int] = frozenset()) -> int:
    """Raise, change and settle drifts so that they say what is so now; gives back how many were raised.

    Only open cases: one that ended keeps what it had. `sealed` are people whose texts the person acting cannot open:
    marks cannot be held against each other as words are, and whoever opens them watches at their next change.
    """
    standing = {
        row.case_id: row
        for row in session.scalars(
            select(BoardTold)
            .join(Case, Case.id == BoardTold.case_id)
            .where(
                BoardTold.id.in_(select(func.max(BoardTold.id)).group_by(BoardTold.case_id)),
                Case.closed_seq.is_(None),
                Case.person_id.not_in(sealed),
            )
        )
    }
    if not standing:
        return 0
    now, known = told_now(session, standing), _known(session)
    raised = 0
    for case_id, told in standing.items():
        was = Told(told.address, tuple(told.programmes), tuple(told.conditions))
        rows = known.get(case_id, {})
        moves = reconcile(
            told.id,
            drift(was, now.get(case_id, Told())),
            [KnownDrift(row.id, row.told_id, row.field, row.now, row.state) for row in rows.values()],
        )
        for move in moves:
            raised += move.known is None
            _keep(session, told, rows.get(move.known or 0), move, seq, today)
    session.flush()
    return raised


def _known(session: Session) -> dict[int, dict[int, ToldDrift]]:
    """Drifts that are open, and those withdrawn, by case and number."""
    found: dict[int, dict[int, ToldDrift]] = defaultdict(dict)
    live = or_(
        ToldDrift.settled_seq.is_(None),
        and_(ToldDrift.state == DriftState.WITHDRAWN, ToldDrift.told_id.is_not(None)),
    )
    query = (
        select(ToldDrift)
        .join(Case, Case.id == ToldDrift.case_id)
        .where(live, Case.closed_seq.is_(None))
        .order_by(ToldDrift.id)
    )
    for row in session.scalars(query):
        if row.told_id is not None:
            found[row.case_id][row.id] = row
    return found


def _keep(
    session: Session, told: BoardTold, row: ToldDrift | None, move: DriftMove, seq: int, today: date
) -> None:
    if row is None:
        row = ToldDrift(case_id=told.case_id, told_id=told.id, seq=seq, raised_on=today)
        session.add(row)
    row.state = move.state
    if move.part is not None:
        row.field, row.told, row.now = move.part
        return
    withdrawn = f"{row.settled_reason}; then " if row.settled_seq is not None else ""
    row.settled_seq, row.settled_on = seq, today
    row.settled_reason = withdrawn + {
        DriftState.TOLD: f"told the Board on {show_date(told.told_on)}, by {told.told_by}",
        DriftState.BACK: "the plan was again what the Board had been told",
    }.get(move.state, "the plan changed further")

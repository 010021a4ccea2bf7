"""The list of Police exchanges: sent, due, chased, back, applied, asked again (need X9)."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from app.domain.police_exchange import ExchangeLine
from app.domain.words import CellState
from db.tables.meeting import Meeting
from db.tables.police import Chase, Exchange, Return, ReturnedCell
from db.work import Work


def exchanges(session: Session, forums: frozenset[str] | None) -> tuple[ExchangeLine, ...]:
    """Every exchange of some forums, the latest first."""
    waiting = (
        select(Return.exchange, func.count().label("cells"))
        .join(ReturnedCell, ReturnedCell.return_id == Return.id)
        .where(
            Return.confirmed_seq.is_(None),
            Return.replaced_seq.is_(None),
            ReturnedCell.state == CellState.UNDECIDED,
        )
        .group_by(Return.exchange)
        .subquery()
    )
    last = (
        select(Return.exchange, func.max(Return.taken_in_at).label("at")).group_by(Return.exchange).subquery()
    )
    asked = (
        select(Return.exchange, func.count().label("cells"))
        .join(ReturnedCell, ReturnedCell.return_id == Return.id)
        .where(
            Return.replaced_seq.is_(None),
            ReturnedCell.state == CellState.ASKED,
            ReturnedCell.seq > func.coalesce(_asked_again(), -1),
        )
        .group_by(Return.exchange)
        .subquery()
    )
    query = (
        select(
            Exchange,
            Meeting.forum,
            last.c.at,
            func.coalesce(waiting.c.cells, 0),
            func.coalesce(asked.c.cells, 0),
        )
        .join(Meeting, Meeting.meeting == Exchange.meeting)
        .outerjoin(last, last.c.exchange == Exchange.exchange)
        .outerjoin(waiting, waiting.c.exchange == Exchange.exchange)
        .outerjoin(asked, asked.c.exchange == Exchange.exchange)
        .order_by(Exchange.seq.desc())
    )
    if forums is not None:
        query = query.where(Meeting.forum.in_(forums))
    chased: dict[str, list[datetime]] = defaultdict(list)
    for exchange, at in session.execute(select(Chase.exchange, Chase.at).order_by(Chase.id)):
        chased[exchange].append(at)
    return tuple(
        ExchangeLine(
            row.exchange,
            row.meeting,
            forum,
            row.made_at,
            row.due,
            row.rows,
            row.passphrase is None,
            returned,
            row.confirmed_at,
            undecided,
            asks,
            row.asks_of,
            tuple(chased[row.exchange]),
        )
        for row, forum, returned, undecided, asks in session.execute(query)
    )


def _asked_again() -> ScalarSelect[int | None]:
    """The trail number at which the answers asked back in a return's exchange last went out again."""
    again = aliased(Exchange)
    return (
        select(func.max(again.seq))
        .where(again.asks_of == Return.exchange)
        .correlate(Return)
        .scalar_subquery()
    )


def keep_chase(work: Work, exchange: str, how: str) -> None:
    """Record that Police were reminded of one exchange."""
    work.session.add(Chase(exchange=exchange, at=work.at, who=work.user_id, how=how, seq=work.seq))
    work.session.flush()

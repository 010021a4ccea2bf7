"""The list of Police exchanges: sent, due, chased, back, applied, asked again (need X9)."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime

from sqlalchemy import Executable, ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from app.domain.agenda import Agenda
from app.domain.dates import AUCKLAND
from app.domain.linkage import Proposal
from app.domain.police import Sheet
from app.domain.police_exchange import ExchangeLine
from app.domain.police_no_reply import NoReply, SentWorkbook, no_reply
from app.domain.stand_in import is_withheld
from app.domain.words import CellState
from db.tables.meeting import Meeting
from db.tables.police import Chase, Exchange, ExchangeRow, Return, ReturnedCell, ReturnedRow
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
    links = _links_asked(session)
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
            links[row.exchange],
        )
        for row, forum, returned, undecided, asks in session.execute(query)
    )


def _links_asked(session: Session) -> Counter[str]:
    """By exchange, how many rows of its file under review somebody asked a chair about."""
    query = (
        select(Return.exchange, ReturnedRow.proposals)
        .join(ReturnedRow, ReturnedRow.return_id == Return.id)
        .where(
            Return.confirmed_seq.is_(None),
            Return.replaced_seq.is_(None),
            ReturnedRow.case_id.is_(None),
        )
    )
    return Counter(
        exchange
        for exchange, proposals in session.execute(query)
        if any(Proposal(*kept).asked_by for kept in proposals)
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


def no_replies(work: Work, meeting: str, agenda: Agenda) -> tuple[NoReply, ...]:
    """The listed cases that Police did not answer about, in the agenda's order; nobody of whom one may not read."""
    found = no_reply(_workbooks(work.session, meeting), work.today)
    return tuple(
        NoReply(item.position, item.case_id, item.prn, found[item.case_id])
        for item in agenda.items
        if item.case_id in found and not is_withheld(item.prn) and not work.hidden.of(item.prn)
    )


def _workbooks(session: Session, meeting: str) -> list[SentWorkbook]:
    """What was asked for a meeting, by its cross-reference rows: an address has a check of its own in the plan."""
    sent = session.execute(
        select(Exchange.exchange, Exchange.made_at, Exchange.due).where(
            Exchange.meeting == meeting, Exchange.asks_of.is_(None)
        )
    ).all()
    if not sent:
        return []
    names = [row.exchange for row in sent]
    asked = _cases_by_exchange(
        session,
        select(ExchangeRow.exchange, ExchangeRow.case_id).where(
            ExchangeRow.exchange.in_(names), ExchangeRow.sheet == Sheet.CROSS_REFERENCE.value
        ),
    )
    answered = _cases_by_exchange(
        session,
        select(Return.exchange, ReturnedRow.case_id)
        .join(ReturnedRow, ReturnedRow.return_id == Return.id)
        .join(ReturnedCell, ReturnedCell.row_id == ReturnedRow.id)
        .where(
            Return.exchange.in_(names),
            Return.confirmed_seq.is_not(None),
            ReturnedRow.sheet == Sheet.CROSS_REFERENCE.value,
            ReturnedRow.case_id.is_not(None),
        )
        .distinct(),
    )
    back: dict[str, bool] = {}
    for exchange, confirmed in session.execute(
        select(Return.exchange, Return.confirmed_seq).where(
            Return.exchange.in_(names), Return.replaced_seq.is_(None)
        )
    ):
        back[exchange] = back.get(exchange, False) or confirmed is not None
    return [
        SentWorkbook(
            row.made_at.astimezone(AUCKLAND).date(),
            row.due,
            frozenset(asked[row.exchange]),
            row.exchange in back,
            back.get(row.exchange, False),
            frozenset(answered[row.exchange]),
        )
        for row in sent
    ]


def _cases_by_exchange(session: Session, query: Executable) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for exchange, case_id in session.execute(query):
        found[exchange].add(case_id)
    return found

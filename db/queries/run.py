"""A meeting while it is run, as stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.domain import run
from app.domain.agenda import Agenda, AgendaItem
from app.domain.documents import ActionLine
from app.domain.run import CaseTime, Decided, UnderWayDraft
from app.domain.words import Track
from db.tables.meeting import Action, Decision, Meeting
from db.tables.people import User
from db.tables.run import ItemMove, UnderWay, UnderWayCase
from db.work import Work


def under_way(session: Session, agenda: Agenda) -> run.UnderWay:
    """Where a meeting stands, with what each case has used and who was moved."""
    code = agenda.meeting.code
    prns = {item.position: item.prn for item in agenda.items}
    cases = tuple(
        CaseTime(row.position, row.seconds, row.extra_seconds, row.texts)
        for row in session.execute(
            select(
                UnderWayCase.position, UnderWayCase.seconds, UnderWayCase.extra_seconds, UnderWayCase.texts
            )
            .where(UnderWayCase.meeting == code)
            .order_by(UnderWayCase.position)
        )
    )
    moves = tuple(
        run.ItemMove(row.position, prns[row.position], row.track, row.moved_by, row.at)
        for row in session.execute(
            select(ItemMove.position, ItemMove.track, ItemMove.moved_by, ItemMove.at)
            .where(ItemMove.meeting == code)
            .order_by(ItemMove.id)
        )
    )
    row = session.execute(
        select(UnderWay, User.name)
        .join(User, User.user_id == UnderWay.who, isouter=True)
        .where(UnderWay.meeting == code)
    ).first()
    if row is None:
        return run.UnderWay(cases=cases, moves=moves)
    stored = row.UnderWay
    return run.UnderWay(
        stored.position,
        stored.running,
        stored.seconds,
        stored.extra_seconds,
        stored.at,
        row.name or "",
        cases,
        moves,
    )


def keep(work: Work, agenda: Agenda, draft: UnderWayDraft) -> None:
    """Write what is under way over what was.

    By statements and not by the session, so that no version of half a sentence stays in `history`.
    """
    session, meeting = work.session, agenda.meeting.code
    stands = {
        "position": draft.position,
        "running": draft.running,
        "seconds": draft.seconds,
        "extra_seconds": draft.extra_seconds,
        "at": work.at,
        "who": work.user_id,
    }
    if session.scalar(select(UnderWay.position).where(UnderWay.meeting == meeting)) is None:
        session.execute(insert(UnderWay).values(meeting=meeting, **stands))
    else:
        session.execute(update(UnderWay).where(UnderWay.meeting == meeting).values(**stands))
    known = set(session.scalars(select(UnderWayCase.position).where(UnderWayCase.meeting == meeting)))
    case_ids = {item.position: item.case_id for item in agenda.items}
    for each in draft.cases:
        values = {
            "seconds": each.seconds,
            "extra_seconds": each.extra_seconds,
            "texts": {name: text for name, text in each.texts.items() if text},
        }
        if each.position in known:
            of = (UnderWayCase.meeting == meeting, UnderWayCase.position == each.position)
            session.execute(update(UnderWayCase).where(*of).values(**values))
        else:
            key = {"meeting": meeting, "case_id": case_ids[each.position], "position": each.position}
            session.execute(insert(UnderWayCase).values(**key, **values))


def forget_texts(session: Session, meeting: str) -> None:
    """Empty what was half-written: once a meeting is closed, what nobody recorded is no record (decision 0015)."""
    session.execute(update(UnderWayCase).where(UnderWayCase.meeting == meeting).values(texts={}))


def store_move(work: Work, meeting: str, item: AgendaItem, track: Track, by: str) -> run.ItemMove:
    """Keep that a case was moved; the last move is the one that counts."""
    work.session.add(
        ItemMove(
            meeting=meeting,
            case_id=item.case_id,
            position=item.position,
            track=track,
            moved_by=by,
            at=work.at,
            who=work.user_id,
            seq=work.seq,
        )
    )
    return run.ItemMove(item.position, item.prn, track, by, work.at)


def decided_at(session: Session, meeting: Meeting) -> dict[int, Decided]:
    """What this meeting has decided so far, with the actions it gave, by case."""
    rows = session.scalars(select(Decision).where(Decision.meeting == meeting.meeting))
    actions = _actions(session, {meeting.meeting})
    return {row.case_id: _decided(row, meeting, actions[row.case_id, meeting.meeting]) for row in rows}


def decided_before(session: Session, meeting: Meeting, case_ids: Iterable[int]) -> dict[int, Decided]:
    """The decision of the last closed meeting that had each case, with the actions it gave."""
    rows = session.execute(
        select(Decision, Meeting)
        .join(Meeting, Meeting.meeting == Decision.meeting)
        .where(
            Decision.case_id.in_(list(case_ids)),
            Meeting.meeting != meeting.meeting,
            Meeting.closed_seq.isnot(None),
        )
        .order_by(Meeting.closed_seq)
    ).all()
    actions = _actions(session, {row.Meeting.meeting for row in rows})
    return {
        row.Decision.case_id: _decided(
            row.Decision, row.Meeting, actions[row.Decision.case_id, row.Meeting.meeting]
        )
        for row in rows
    }


def _actions(session: Session, meetings: set[str]) -> dict[tuple[int, str], list[ActionLine]]:
    found: dict[tuple[int, str], list[ActionLine]] = defaultdict(list)
    for row in session.scalars(select(Action).where(Action.meeting.in_(meetings)).order_by(Action.id)):
        found[row.case_id, row.meeting or ""].append(
            ActionLine(row.text, row.owner, row.service.value, row.due, row.outcome.value)
        )
    return found


def _decided(row: Decision, meeting: Meeting, actions: list[ActionLine]) -> Decided:
    return Decided(
        meeting.meeting,
        meeting.day,
        row.decision,
        row.reason,
        row.dissent or "",
        row.disclosure,
        row.next_review,
        tuple(actions),
    )

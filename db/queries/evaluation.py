"""Evaluations as stored."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.evaluation import NOW, EvaluationDraft, EvaluationRow, EvaluationTrend, statements
from app.domain.words import MeetingState
from db.tables.meeting import Meeting
from db.tables.minutes import Evaluation
from db.tables.people import User
from db.work import Work


def store(work: Work, meeting: str, draft: EvaluationDraft) -> None:
    """Store a meeting's evaluation; done again it replaces, and history keeps."""
    row = work.session.scalar(select(Evaluation).where(Evaluation.meeting == meeting))
    if row is None:
        row = Evaluation(meeting=meeting)
        work.session.add(row)
    row.statements = NOW
    row.scores = dict(draft.scores)
    row.note = draft.note or None
    row.at = work.at
    row.who = work.user_id
    row.seq = work.seq
    work.session.flush()


def trend(session: Session, forum: str) -> EvaluationTrend:
    """A forum's evaluations by day, and the closed meetings without one."""
    found = session.execute(
        select(Meeting.meeting, Meeting.day, Evaluation, User.name)
        .outerjoin(Evaluation, Evaluation.meeting == Meeting.meeting)
        .outerjoin(User, User.user_id == Evaluation.who)
        .where(Meeting.forum == forum, Meeting.state == MeetingState.CLOSED)
        .order_by(Meeting.day)
    ).all()
    rows = tuple(
        EvaluationRow(
            code,
            day,
            name or "",
            row.at,
            tuple(
                (each.code, row.scores[each.code])
                for each in statements(row.statements)
                if each.code in row.scores
            ),
            row.note or "",
        )
        for code, day, row, name in found
        if row is not None
    )
    return EvaluationTrend(forum, rows, tuple(code for code, _, row, _ in found if row is None))

"""The chair's own evaluation of a meeting, and its trend (need M9)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.evaluation import EvaluationDraft, EvaluationRow, EvaluationTrend
from app.domain.people import Permission
from app.domain.words import Topic
from db.queries import evaluation as queries
from db.queries import minutes, register
from db.work import Work


@use_case(Permission.EVALUATE_MEETING, topics=(Topic.MEETINGS,))
def evaluate_meeting(work: Work, meeting: str, draft: EvaluationDraft) -> EvaluationRow:
    """Keep the chair's own scores of a closed meeting; done again it replaces, and history keeps."""
    row = minutes.closed(work.session, meeting)
    queries.store(work, row.meeting, draft)
    work.enter(f"meeting {row.meeting}", statements=len(draft.scores))
    found = queries.trend(work.session, row.forum).rows
    return next(each for each in found if each.meeting == row.meeting)


@use_case(Permission.EVALUATE_MEETING, looks=True)
def see_evaluations(work: Work, forum: str) -> EvaluationTrend:
    """How a forum's chairs saw its meetings, by day: for chairs alone, who learn from each other."""
    found = queries.trend(work.session, register.forum(work.session, forum).code)
    work.enter("evaluations", evaluations=len(found.rows))
    return found

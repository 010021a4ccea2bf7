"""The register itself and the forums in it."""

from __future__ import annotations

from app.desk import use_case
from app.domain.people import Permission
from app.domain.register import ForumDraft, ForumRow
from app.domain.words import Topic
from db.queries import register as queries
from db.work import Work


@use_case(Permission.CHANGE_FORUM, topics=(Topic.FORUMS,))
def add_forum(work: Work, draft: ForumDraft) -> ForumRow:
    """Add a forum as data: its name is never text in code."""
    row = draft.checked()
    queries.add_forum(work.session, row)
    work.enter(f"forum {row.code}")
    return row


@use_case(Permission.SEE_FORUM, looks=True)
def list_forums(work: Work) -> tuple[ForumRow, ...]:
    """The forums this person belongs to."""
    rows = queries.forums(work.session, work.forums)
    work.enter("forums", forums=len(rows))
    return rows

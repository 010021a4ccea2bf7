"""The register itself and the forums in it."""

from __future__ import annotations

from app.desk import use_case
from app.domain.people import Permission
from app.domain.register import CheckRow, DamagedRegister, ForumDraft, ForumRow
from app.domain.words import Topic
from db import connect, keys, trail
from db.queries import packs
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


@use_case(Permission.CHECK_REGISTER, looks=True)
def check_register(work: Work) -> tuple[CheckRow, ...]:
    """Everything that can be told about a register being whole, all of it in the foreground.

    Raises `Damaged` with the checks where one fails, so that nothing is written to a damaged register.
    """
    problems = {
        "encryption and integrity": connect.integrity(work.connection),
        "key file": keys.key_file_problems(work.folder),
        "trail": _trail_problems(work),
        "ledger of copies": packs.unbalanced(work.session),
    }
    rows = tuple(CheckRow(check, not found, " ".join(found)) for check, found in problems.items())
    bad = [row for row in rows if not row.ok]
    if bad:
        raise DamagedRegister(rows)
    work.enter("register", checks=len(rows))
    return rows


def _trail_problems(work: Work) -> list[str]:
    verdict = trail.verify_chain(work.connection)
    return [] if verdict.ok else [f"Entry {verdict.first_bad} does not hold: {verdict.why}."]

"""Forums as stored."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import NotFound, Refused
from app.domain.names import fold
from app.domain.register import ForumRow
from db.asked_about import forum_named
from db.tables.register import Forum


def forums(session: Session, only: frozenset[str] | None = None) -> tuple[ForumRow, ...]:
    """Every forum by code, or those of `only`."""
    query = select(Forum).order_by(Forum.code)
    if only is not None:
        query = query.where(Forum.code.in_(only))
    return tuple(_row(forum) for forum in session.scalars(query))


def forum(session: Session, code: str) -> ForumRow:
    """One forum by code or name. Raises `NotFound` naming those there are."""
    if found := forum_named(session, code):
        return _row(session.get_one(Forum, found))
    known = ", ".join(session.scalars(select(Forum.code).order_by(Forum.code))) or "none yet"
    raise NotFound(f"There is no forum '{code}' in this register; the forums are: {known}.")


def add_forum(session: Session, row: ForumRow) -> None:
    """Store a new forum. Raises `Refused` where its code or name is taken."""
    taken = session.scalar(
        select(Forum.code).where((Forum.code == row.code) | (Forum.name_key == fold(row.name)))
    )
    if taken:
        raise Refused(f"There is a forum {taken} with that code or name already; nothing was added.")
    session.add(
        Forum(
            code=row.code,
            name=row.name,
            name_key=fold(row.name),
            region=row.region,
            police_checks=row.police_checks,
            minutes=dict(row.minutes),
            meeting_minutes=row.meeting_minutes,
            marking=row.marking,
            training=row.training,
        )
    )


def change_forum(session: Session, row: ForumRow) -> None:
    """Store what a forum is from now on. Raises `Refused` where another has its name."""
    taken = session.scalar(select(Forum.code).where(Forum.name_key == fold(row.name), Forum.code != row.code))
    if taken:
        raise Refused(f"The forum {taken} has that name already; nothing was changed: choose another.")
    stored = session.get_one(Forum, row.code)
    stored.name, stored.name_key, stored.region = row.name, fold(row.name), row.region
    stored.minutes, stored.meeting_minutes = dict(row.minutes), row.meeting_minutes
    stored.marking = row.marking


def _row(row: Forum) -> ForumRow:
    return ForumRow(
        row.code,
        row.name,
        row.region,
        row.police_checks,
        row.minutes,
        row.meeting_minutes,
        row.marking,
        row.training,
    )

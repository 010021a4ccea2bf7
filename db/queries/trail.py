"""The trail as a person reads it."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Connection

from app.domain.dates import show_moment
from app.domain.trail import TrailRow, sentence
from db.tables.people import User
from db.trail import entries


def rows(
    connection: Connection, after: int, limit: int | None, forums: frozenset[str] | None
) -> tuple[TrailRow, ...]:
    """Entries after a number, of the forums given, of every forum where None."""
    names = {row.user_id: row.name for row in connection.execute(select(User.user_id, User.name))}
    found: list[TrailRow] = []
    for entry in entries(connection, after):
        body = json.loads(entry.body)
        if forums is not None and body.get("forum") not in (None, *forums):
            continue
        who = names.get(entry.who, "somebody unknown")
        at = show_moment(datetime.fromisoformat(entry.at))
        told = sentence(who, entry.event, entry.subject, body)
        found.append(TrailRow(entry.seq, at, who, entry.role, entry.event, entry.subject, told, entry.body))
        if limit is not None and len(found) >= limit:
            break
    return tuple(found)

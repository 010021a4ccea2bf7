"""The trail as a person reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.domain.dates import show_moment
from app.domain.names import full_name
from app.domain.stand_in import NOBODY_HIDDEN, Hidden
from app.domain.trail import TrailRow, canonical, sentence
from db.tables.people import User
from db.tables.register import Person
from db.tables.trail import Trail
from db.trail import entries

BREAK_GLASS = "break_glass"
_PERSON = re.compile(r"\bperson (\d+)\b")
_USER = re.compile(r"\buser ([0-9a-f]{32})\b")


def rows(
    connection: Connection,
    after: int,
    limit: int | None,
    forums: frozenset[str] | None,
    hidden: Hidden = NOBODY_HIDDEN,
) -> tuple[TrailRow, ...]:
    """Entries after a number, of the forums given, of every forum where None.

    What was said of somebody whom this reader may not read is left out, but for broken glass.
    """
    names = {row.user_id: row.name for row in connection.execute(select(User.user_id, User.name))}
    with_names = named(connection, hidden)
    found: list[TrailRow] = []
    for entry in entries(connection, after):
        body = json.loads(entry.body)
        if forums is not None and body.get("forum") not in (None, *forums):
            continue
        who = names.get(entry.who, "somebody unknown")
        at = show_moment(datetime.fromisoformat(entry.at))
        if hidden and is_about(entry.subject, hidden) and entry.event != BREAK_GLASS:
            body.pop("reason", None)  # somebody's own words about the case
            entry = entry._replace(body=canonical(body))
        subject = _USER.sub(lambda m: names.get(m[1], "somebody unknown"), with_names(entry.subject))
        told = sentence(who, entry.event, subject, body)
        found.append(TrailRow(entry.seq, at, who, entry.role, entry.event, subject, told, entry.body))
        if limit is not None and len(found) >= limit:
            break
    return tuple(found)


def named(connection: Connection, hidden: Hidden = NOBODY_HIDDEN) -> Callable[[str], str]:
    """What puts names into a subject that says `person 27`, on its way to a reader.

    Trail and ledger name people by this register's numbers, for disposal's sake. A reader gets their names, or the
    label that stands for whom this reader may not read.
    """
    people = {
        str(row.id): f"{full_name(row.surname, row.given_names)} (PRN {row.prn})"
        if row.prn
        else f"person {row.id}"  # the engine hands an auditor no name
        for row in connection.execute(select(Person.id, Person.surname, Person.given_names, Person.prn))
    }
    people |= {str(each.person_id): each.label for each in hidden.people}
    return lambda subject: _PERSON.sub(lambda m: people.get(m[1], "somebody disposed of"), subject)


def is_about(subject: str, hidden: Hidden) -> bool:
    """Whether a subject names somebody whom its reader may not read."""
    return any(int(number) in hidden.ids for number in _PERSON.findall(subject))


def first_change_after(session: Session, seq: int) -> int | None:
    """The number of the first entry after one that names changed fields: looks and refusals change nothing."""
    query = select(Trail.seq).where(Trail.seq > seq, Trail.body.contains('"fields":', autoescape=True))
    return session.scalar(query.order_by(Trail.seq).limit(1))

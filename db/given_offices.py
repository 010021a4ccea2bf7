"""What a row of `roles` said when somebody signed it who might, where others changed or took it away since (need A4).

The program ends an office and never takes its row away, nor does anybody move its days who may not. What stood there
before can be told by the seals of that time: the digest of the right guess fits, and no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import product
from typing import Any

from sqlalchemy import Connection, select

from app.domain.people import LONGEST_OFFICE
from app.domain.words import Role
from db.seal_checks import sealed_under
from db.signed_rows import GivenOffice, Signed
from db.tables.people import Proposal, RoleGrant, User
from db.tables.register import Forum
from db.tables.trail import Trail

_known: dict[tuple[int, int, bytes], GivenOffice | None] = {}
"""What was found by row, entry and seal: asked again at each save until the role is given anew."""


def office_at(connection: Connection, row: int, by: Signed, at: int, now: Any) -> GivenOffice | None:
    """What a row said under its entry of that place; None where no guess fits. `now` is what it says, if it stands."""
    seal = sealed_under(connection, RoleGrant.__tablename__, row, by.all[at].seq)
    if seal is None:
        return None
    place = (row, by.all[at].seq, seal.digest)
    if place not in _known:
        _known[place] = next(
            (each for each in _guesses(connection, row, by, at, now) if seal.is_of(_as_stored(each))), None
        )
    return _known[place]


def _as_stored(guess: GivenOffice) -> dict[str, Any]:
    until = guess.to_date.isoformat() if guess.to_date else None
    told = {"role": guess.role.value, "from_date": guess.from_date.isoformat(), "to_date": until}
    return guess._asdict() | told


def _guesses(connection: Connection, row: int, by: Signed, at: int, now: Any) -> Iterator[GivenOffice]:
    """The likely ones first, then every last day of those that are near what is known."""
    given, ended = by.first, by.all[at].day
    proposals = connection.execute(select(Proposal).where(Proposal.decided_seq == given.seq)).all()
    near = list(dict.fromkeys(_near(connection, row, by, now, proposals)))
    likely = [None, *((now.to_date,) if now else ()), *(each.to_date for each in proposals)]
    likely += [ended, ended - timedelta(days=1)]
    users = connection.execute(select(User.user_id)).scalars().all()
    forums = [None, *connection.execute(select(Forum.code)).scalars()]
    anybody = (
        GivenOffice(row, who, forum, role, given.day, None, None, given.who, given.seq)
        for who, forum, role in product(users, forums, Role)
    )
    for each, until in product((*near, *anybody), likely):
        yield each._replace(to_date=until)
    for each, days in product(near, range(-1, LONGEST_OFFICE + 1)):
        yield each._replace(to_date=each.from_date + timedelta(days=days))


def _near(
    connection: Connection, row: int, by: Signed, now: Any, proposals: Iterable[Any]
) -> Iterator[GivenOffice]:
    """What it says but for one thing, what was proposed, and what the entry that gave it tells; of any last day."""
    given = by.first
    forums = [None, *connection.execute(select(Forum.code)).scalars()]
    but = connection.execute(select(RoleGrant.besides).distinct()).scalars().all()
    if now:
        says = GivenOffice(
            row,
            now.user_id,
            now.forum,
            now.role,
            now.from_date,
            None,
            now.besides,
            now.granted_by,
            now.granted_seq,
        )
        yield says
        yield from (says._replace(role=role) for role in Role)
        yield from (says._replace(forum=forum) for forum in forums)
        yield from (says._replace(besides=besides) for besides in {None, *but})
        yield says._replace(from_date=given.day)
        yield says._replace(granted_by=given.who, granted_seq=given.seq)
    for each in proposals:
        told = GivenOffice(
            row, each.user_id, each.forum, each.role, each.from_date, None, None, given.who, given.seq
        )
        for who, since in product((given.who, each.proposed_by), (each.from_date, given.day)):
            yield from (
                told._replace(granted_by=who, from_date=since, besides=besides) for besides in {None, *but}
            )
    entry = connection.execute(select(Trail.subject, Trail.body).where(Trail.seq == given.seq)).one()
    role = next((role for role in Role if role.value == json.loads(entry.body).get("reason")), Role.CHAIR)
    who = entry.subject.removeprefix("user ")
    for forum in forums:
        yield GivenOffice(row, who, forum, role, given.day, None, None, given.who, given.seq)

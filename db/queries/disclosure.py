"""The disclosure ledger as stored."""

from __future__ import annotations

import re
from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.disclosure import DisclosureRow
from db.tables.disclosure import Disclosure
from db.tables.people import User


def next_number(session: Session) -> int:
    """The number the next line of the ledger will have in this transaction."""
    return (session.scalar(select(func.max(Disclosure.id))) or 0) + 1


def disclosures(
    session: Session, forums: frozenset[str] | None, with_names: Callable[[str], str]
) -> tuple[DisclosureRow, ...]:
    """The ledger, the latest first. A line belongs to the forum its subject names.

    `with_names` puts names into a subject (db.queries.trail.named): they are those of today, also on a past day.
    """
    query = (
        select(Disclosure, User.name)
        .outerjoin(User, User.user_id == Disclosure.who)
        .order_by(Disclosure.id.desc())
    )
    mine = None
    if forums is not None:
        codes = "|".join(re.escape(code) for code in sorted(forums)) or "(?!)"
        mine = re.compile(rf"(?<![A-Z0-9])(?:{codes})(?![A-Z0-9])")
    return tuple(
        DisclosureRow(
            row.at,
            row.what,
            with_names(row.subject),
            tuple(row.recipients),
            tuple(row.fields),
            row.ground,
            row.standing,
            row.people,
            row.sha256,
            name or "",
        )
        for row, name in session.execute(query)
        if mine is None or mine.search(row.subject)
    )

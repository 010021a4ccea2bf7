"""The disclosure ledger as stored."""

from __future__ import annotations

import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.disclosure import UNTOLD, DisclosureRow
from db.queries.trail import is_about, named
from db.tables.disclosure import Disclosure
from db.tables.people import User
from db.work import Work


def next_number(session: Session) -> int:
    """The number the next line of the ledger will have in this transaction."""
    return (session.scalar(select(func.max(Disclosure.id))) or 0) + 1


def disclosures(session: Session, forums: frozenset[str] | None, work: Work) -> tuple[DisclosureRow, ...]:
    """The ledger, the latest first. A line belongs to the forum its subject names.

    `work` is whose look it is: names are those of today, also where `session` is on a past day. Of a line about
    somebody whom they may not read they are told that something left, and not to whom: it may be a sister by her name.
    """
    with_names, hidden = named(work.connection, work.hidden), work.hidden
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
            (UNTOLD,) if is_about(row.subject, hidden) else tuple(row.recipients),
            () if is_about(row.subject, hidden) else tuple(row.fields),
            row.ground,
            row.standing,
            row.people,
            row.sha256,
            name or "",
        )
        for row, name in session.execute(query)
        if mine is None or mine.search(row.subject)
    )

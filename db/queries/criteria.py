"""Criteria as stored: versions for every forum, or for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.criteria import DEFAULT_CRITERIA, HORIZON_MONTHS, Criterion, Subject, placer
from app.domain.criteria_file import CriteriaRow, PersonName, criteria_from_stored, stored_criteria
from app.domain.extract_import import dates_and_anchor
from app.domain.extract_plan import Rules
from app.domain.timeline import DATE_FIELDS
from db.queries.extract import Whose, corrections
from db.tables.criteria import CriteriaVersion
from db.tables.people import User
from db.tables.register import IomsRecord, Person

FIRST = CriteriaRow(1, None, DEFAULT_CRITERIA, HORIZON_MONTHS, None, "design/formats.md section 2")
"""In force until another is adopted."""


def in_force(session: Session) -> dict[str | None, CriteriaRow]:
    """The latest version for each forum that has its own, and under None the one for all the others."""
    found: dict[str | None, CriteriaRow] = {None: FIRST}
    query = select(CriteriaVersion, User.name).join(
        User, User.user_id == CriteriaVersion.adopted_by, isouter=True
    )
    for row, name in session.execute(query.order_by(CriteriaVersion.version)):
        if not row.criteria:  # a forum gave up its own
            found.pop(row.forum, None)
            continue
        found[row.forum] = CriteriaRow(
            row.version,
            row.forum,
            criteria_from_stored(row.criteria),
            row.horizon_months,
            row.adopted_at,
            name or row.adopted_by,
        )
    return found


def rules(session: Session, forums: Iterable[str]) -> dict[str, Rules]:
    """The criteria in force in each of these forums, made ready for a long list."""
    known = in_force(session)
    made: dict[int, Rules] = {}
    found: dict[str, Rules] = {}
    for forum in forums:
        row = known.get(forum) or known[None]
        if row.version not in made:
            made[row.version] = Rules(row.version, row.criteria, placer(row.criteria, row.horizon_months))
        found[forum] = made[row.version]
    return found


def adopt(
    session: Session, criteria: tuple[Criterion, ...], forum: str | None, at: datetime, who: str, seq: int
) -> int:
    """Store a new version; its number. Version 1 is the one the program came with.

    No criteria: a forum gives up its own.
    """
    last = session.scalar(select(func.max(CriteriaVersion.version))) or FIRST.version
    session.add(
        CriteriaVersion(
            version=last + 1,
            forum=forum,
            criteria=stored_criteria(criteria),
            horizon_months=HORIZON_MONTHS,
            adopted_at=at,
            adopted_by=who,
            seq=seq,
        )
    )
    return last + 1


class _Facts(NamedTuple):
    """What the criteria look at, in the order of `_COLUMNS`."""

    psychological_risk: Any
    roc_roi: Any
    misconducts: Any
    violent_months: Any
    owr_weight: Any
    owr_override: Any
    cso: Any
    vnr: Any
    deportation_liable: Any
    transfer_restraint: Any
    staff_safety: Any
    parole_eligibility: Any
    next_hearing: Any
    statutory_release: Any
    sentence_expiry: Any
    final_release: Any
    ordered_release: Any


def subjects(session: Session, forums: Sequence[str]) -> dict[str, list[tuple[Subject, PersonName]]]:
    """Everybody the last extracts of these forums had, with their as-at dates, by forum and then by name."""
    connection = session.connection()
    columns = IomsRecord.__table__.c
    query = (
        select(
            Person.id,
            Person.prn,
            Person.surname,
            Person.given_names,
            columns.forum,
            columns.as_at,
            *(columns[name] for name in _Facts._fields),
        )
        .join(IomsRecord, IomsRecord.person_id == Person.id)
        .where(columns.forum.in_(forums), columns.gone_extract_id.is_(None))
        .order_by(Person.name_key, Person.prn)
    )
    rows = connection.execute(query).all()
    put_right = corrections(Whose(connection, forums))
    found: dict[str, list[tuple[Subject, PersonName]]] = {}
    for person_id, prn, surname, given_names, forum, as_at, *values in rows:
        facts = _Facts(*values)
        anchor = dates_and_anchor(facts, as_at, put_right.get(person_id))
        found.setdefault(forum, []).append(
            (Subject(prn, facts, anchor, as_at), PersonName(prn, surname, given_names))
        )
    return found


assert set(DATE_FIELDS.values()) <= set(_Facts._fields)  # noqa: S101 - the two lists must not part

"""Confirmed Police values: they stand beside Corrections' own and never in their place (need X7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.names import fold
from app.domain.police import Sheet
from app.domain.police_cells import as_date
from app.domain.police_exchange import PEOPLE_HEADING, TakenRow, alias_kind, people_sentence
from app.domain.words import CheckKind, Grade, Handling, OrderKind, Owner, SixAnswer
from db.tables.plan import AddressCheck
from db.tables.police import PoliceValue, Return
from db.tables.register import Alias, Case, ExternalOrder
from db.work import Work

ANSWER = "Police answer"
_ORDER = ("Protection order", "Order expires")
_ORDER_ANSWERS = {
    "in force": SixAnswer.RELEVANT,
    "none found": SixAnswer.NOTHING_HELD,
    "not asked": SixAnswer.NOT_ASKED,
}


class Key(NamedTuple):
    """What a Police value is about: a case, or one proposed address of it."""

    case_id: int
    address_id: int | None


def present_values(session: Session, case_ids: Iterable[int]) -> dict[Key, dict[str, str]]:
    """Police values in force, by what they are about and heading."""
    query = (
        select(PoliceValue)
        .where(
            PoliceValue.case_id.in_(list(case_ids)),
            PoliceValue.superseded_seq.is_(None),
            PoliceValue.heading != PEOPLE_HEADING,
        )
        .order_by(PoliceValue.id)
    )
    found: dict[Key, dict[str, str]] = defaultdict(dict)
    for row in session.scalars(query):
        found[Key(row.case_id, row.address_id)][row.heading] = row.value
    return found


def take(work: Work, returned: Return, rows: Iterable[TakenRow]) -> None:
    """Write what was taken, each value with officer, date, grade and handling of its own row."""
    rows = list(rows)
    addresses: set[Key] = set()
    orders: set[int] = set()
    standing = _standing(work.session, {row.case_id for row in rows})
    for row in rows:
        if row.sheet is Sheet.PEOPLE:
            _take_person(work, returned, row)
            continue
        key = Key(row.case_id, row.address_id)
        for heading, value in row.values.items():
            for old in standing.get((key, heading), ()):
                old.superseded_seq = work.seq
            work.session.add(_value(work, returned, row, heading, value, row.own.get(heading)))
        if row.address_id is not None:
            addresses.add(key)
        elif set(_ORDER) & row.values.keys():
            orders.add(row.case_id)
    work.session.flush()
    _tell_plan(work, addresses)
    _tell_orders(work, orders, returned.exchange)


def _value(
    work: Work, returned: Return, row: TakenRow, heading: str, value: str, own: str | None
) -> PoliceValue:
    said = row.values
    return PoliceValue(
        case_id=row.case_id,
        address_id=row.address_id,
        heading=heading,
        value=value,
        police_own=own,
        officer=said.get("Officer"),
        checked_on=_day(said.get("Checked on")),
        grade=Grade(said["Grade"]) if "Grade" in said else None,
        handling=Handling(said["Handling"]) if "Handling" in said else None,
        return_id=returned.id,
        cell=f"{row.tag}.{fold(heading).replace(' ', '-')}",
        seq=work.seq,
    )


def _standing(session: Session, case_ids: Iterable[int]) -> dict[tuple[Key, str], list[PoliceValue]]:
    """The mapped values in force of some cases, all at once: what a new one will replace."""
    query = select(PoliceValue).where(
        PoliceValue.case_id.in_(list(case_ids)), PoliceValue.superseded_seq.is_(None)
    )
    found: dict[tuple[Key, str], list[PoliceValue]] = defaultdict(list)
    for row in session.scalars(query):
        found[Key(row.case_id, row.address_id), row.heading].append(row)
    return found


def _take_person(work: Work, returned: Return, row: TakenRow) -> None:
    """Another name of the person becomes an alias owned by Police; whatever else was said stands as a value."""
    said = dict(row.values)
    kind = alias_kind(said.get("Kind", ""))
    if kind is not None and (said.get("Surname") or said.get("Given names")):
        work.session.add(
            Alias(
                person_id=work.session.scalars(select(Case.person_id).where(Case.id == row.case_id)).one(),
                kind=kind,
                surname=said.get("Surname", ""),
                given_names=said.get("Given names", ""),
                owner=Owner.POLICE,
                source=alias_source(returned, row.tag),
                as_at=work.today,
            )
        )
    if text := people_sentence(said):
        work.session.add(_value(work, returned, row, PEOPLE_HEADING, text, None))


def alias_source(returned: Return, tag: str) -> str:
    """Where an alias from Police came from: it is found by this again when the row is unlinked."""
    return f"Police workbook {returned.exchange}, file {returned.id}, row {tag}"


def _tell_plan(work: Work, addresses: Iterable[Key], *, taken_back: bool = False) -> None:
    """The Police check of an address says what Police last said of it; a comment alone is no new answer."""
    keys = list(addresses)
    present = present_values(work.session, {key.case_id for key in keys})
    query = select(AddressCheck).where(
        AddressCheck.address_id.in_([key.address_id for key in keys]), AddressCheck.kind == CheckKind.POLICE
    )
    checks = {row.address_id: row for row in work.session.scalars(query)}
    for key in keys:
        if key.address_id is None:
            continue
        said = present.get(key, {})
        check = checks.get(key.address_id)
        if check is None:
            asked = SixAnswer.ASKED.value
            check = AddressCheck(address_id=key.address_id, kind=CheckKind.POLICE, answer=asked)
            work.session.add(check)
        if ANSWER in said or taken_back:
            check.answer = said.get(ANSWER, SixAnswer.ASKED.value)
        check.suitability = said.get("Suitability")
        check.comment = said.get("Comment")
        check.officer = said.get("Officer")
        check.checked_on = _day(said.get("Checked on"))
        check.owner = Owner.POLICE
        check.seq = work.seq


def _tell_orders(work: Work, case_ids: Iterable[int], exchange: str) -> None:
    """A line of the external orders panel, owned by Police; older lines stay (need R7)."""
    cases = list(case_ids)
    present = present_values(work.session, cases)
    people = {
        row.id: row.person_id
        for row in work.session.execute(select(Case.id, Case.person_id).where(Case.id.in_(cases)))
    }
    for case_id in cases:
        said = present.get(Key(case_id, None), {})
        order = said.get("Protection order", "")
        work.session.add(
            ExternalOrder(
                person_id=people[case_id],
                kind=OrderKind.PROTECTION,
                answer=_ORDER_ANSWERS.get(order, SixAnswer.NOT_ASKED),
                detail=order or None,
                expires=_day(said.get("Order expires")),
                owner=Owner.POLICE,
                source=f"Police workbook {exchange}",
                as_at=_day(said.get("Checked on")) or work.today,
                seq=work.seq,
            )
        )


def take_back(work: Work, returned: Return, tag: str) -> int:
    """Undo what a confirmed row wrote: its values leave force, what they replaced stands again (need X8).

    A value that a later answer has replaced already is left alone. How many values were moved out.
    """
    session = work.session
    query = select(PoliceValue).where(
        PoliceValue.return_id == returned.id, PoliceValue.cell.startswith(f"{tag}.", autoescape=True)
    )
    addresses: set[Key] = set()
    orders: set[int] = set()
    moved = 0
    for value in session.scalars(query).all():
        if value.superseded_seq is not None:
            continue
        moved += 1
        value.superseded_seq = work.seq
        key = Key(value.case_id, value.address_id)
        if value.heading != PEOPLE_HEADING:
            before = session.scalar(
                select(PoliceValue)
                .where(
                    PoliceValue.case_id == key.case_id,
                    PoliceValue.address_id == key.address_id,
                    PoliceValue.heading == value.heading,
                    PoliceValue.superseded_seq == value.seq,
                )
                .order_by(PoliceValue.id.desc())
            )
            if before is not None:
                before.superseded_seq = None
        if key.address_id is not None:
            addresses.add(key)
        elif value.heading in _ORDER:
            orders.add(key.case_id)
    for alias in session.scalars(
        select(Alias).where(Alias.source == alias_source(returned, tag), Alias.withdrawn_seq.is_(None))
    ):
        alias.withdrawn_seq = work.seq
    session.flush()
    _tell_plan(work, addresses, taken_back=True)
    _tell_orders(work, orders, returned.exchange)
    return moved


def _day(text: str | None) -> date | None:
    return as_date(text) if text else None

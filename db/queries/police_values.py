"""Confirmed Police values: they stand beside Corrections' own and never in their place (need X7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.dates import show_date
from app.domain.names import fold
from app.domain.police import Sheet, attributed_to
from app.domain.police_cells import as_date
from app.domain.police_exchange import PEOPLE_HEADING, TakenRow, alias_kind, people_sentence
from app.domain.words import CheckKind, Grade, OrderKind, Owner, SixAnswer
from db.queries.bulk import table_of
from db.queries.remembered import Change, add_rows, change_rows
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
    v = PoliceValue
    query = (
        select(v.case_id, v.address_id, v.heading, v.value)
        .where(v.case_id.in_(list(case_ids)), v.superseded_seq.is_(None), v.heading != PEOPLE_HEADING)
        .order_by(v.id)
    )
    found: dict[Key, dict[str, str]] = defaultdict(dict)
    for case_id, address_id, heading, value in session.execute(query):
        found[Key(case_id, address_id)][heading] = value
    return found


def said_by(session: Session, case_ids: Iterable[int]) -> dict[tuple[Key, str], str]:
    """Who told each Police value in force and when, `Det. Sgt Hākopa, 20/02/2027`, as its handling allows (X7)."""
    v = PoliceValue
    query = (
        select(v.case_id, v.address_id, v.heading, v.officer, v.checked_on, v.handling)
        .where(v.case_id.in_(list(case_ids)), v.superseded_seq.is_(None), v.heading != PEOPLE_HEADING)
        .order_by(v.id)
    )
    return {
        (Key(row.case_id, row.address_id), row.heading): ", ".join(
            part for part in (attributed_to(row.officer, row.handling), show_date(row.checked_on)) if part
        )
        for row in session.execute(query)
    }


_VALUE = (
    *("case_id", "address_id", "heading", "value", "police_own", "officer", "checked_on", "grade"),
    *("handling", "return_id", "cell", "seq"),
)


def take(work: Work, returned: Return, rows: Iterable[TakenRow]) -> None:
    """Write what was taken, each value with officer, date, grade and handling of its own row."""
    rows = list(rows)
    addresses: dict[Key, None] = {}
    orders: dict[int, None] = {}
    standing = _standing(work.session, {row.case_id for row in rows})
    stood = present_values(work.session, {row.case_id for row in rows})
    people = _people(work.session, {row.case_id for row in rows if row.sheet is Sheet.PEOPLE})
    replaced: dict[int, None] = {}
    new: list[tuple[Any, ...]] = []
    for row in rows:
        if row.sheet is Sheet.PEOPLE:
            new += _take_person(work, returned, row, people[row.case_id])
            continue
        key = Key(row.case_id, row.address_id)
        for heading in row.values:
            replaced |= dict.fromkeys(standing.get((key, heading), ()))
        new += _values(work, returned, row, row.values, stood.get(key, {}))
        if row.address_id is not None:
            addresses[key] = None
        elif set(_ORDER) & row.values.keys():
            orders[row.case_id] = None
    change_rows(
        work, PoliceValue, ("superseded_seq",), [Change(old, (None,), (work.seq,)) for old in replaced]
    )
    add_rows(work, PoliceValue, _VALUE, new)
    _tell_plan(work, addresses)
    _tell_orders(work, orders, returned.exchange)


def _values(
    work: Work, returned: Return, row: TakenRow, values: Mapping[str, str], stood: Mapping[str, str]
) -> Iterator[tuple[Any, ...]]:
    """Rows in the order of `_VALUE`, one a heading; `stood` is what the register had of the same case or address."""
    grade = row.beside("Grade", stood.get("Grade"))
    about = (
        row.beside("Officer", stood.get("Officer")),
        _day(row.beside("Checked on", stood.get("Checked on"))),
        Grade(grade) if grade else None,
        row.handling(stood.get("Handling")),
        returned.id,
    )
    for heading, value in values.items():
        cell = f"{row.tag}.{fold(heading).replace(' ', '-')}"
        whose = (row.case_id, row.address_id, heading, value, row.own.get(heading))
        yield (*whose, *about, cell, work.seq)


def _standing(session: Session, case_ids: Iterable[int]) -> dict[tuple[Key, str], list[int]]:
    """The numbers of the values in force of some cases, all at once: what a new one will replace."""
    v = PoliceValue
    query = select(v.id, v.case_id, v.address_id, v.heading).where(
        v.case_id.in_(list(case_ids)), v.superseded_seq.is_(None)
    )
    found: dict[tuple[Key, str], list[int]] = defaultdict(list)
    for number, case_id, address_id, heading in session.execute(query):
        found[Key(case_id, address_id), heading].append(number)
    return found


def _people(session: Session, case_ids: Iterable[int]) -> dict[int, int]:
    """The person of each case, by its number."""
    rows = session.execute(select(Case.id, Case.person_id).where(Case.id.in_(list(case_ids))))
    return {row.id: row.person_id for row in rows}


def _take_person(work: Work, returned: Return, row: TakenRow, person_id: int) -> list[tuple[Any, ...]]:
    """Another name of the person becomes an alias owned by Police; whatever else was said stands as a value."""
    said = dict(row.values)
    kind = alias_kind(said.get("Kind", ""))
    if kind is not None and (said.get("Surname") or said.get("Given names")):
        work.session.add(
            Alias(
                person_id=person_id,
                kind=kind,
                surname=said.get("Surname", ""),
                given_names=said.get("Given names", ""),
                owner=Owner.POLICE,
                source=alias_source(returned, row.tag),
                as_at=work.today,
                seq=work.seq,
            )
        )
    text = people_sentence(said)
    return list(_values(work, returned, row, {PEOPLE_HEADING: text}, {})) if text else []


def alias_source(returned: Return, tag: str) -> str:
    """Where an alias from Police came from: it is found by this again when the row is unlinked."""
    return f"Police workbook {returned.exchange}, file {returned.id}, row {tag}"


_CHECK = ("answer", "suitability", "comment", "officer", "checked_on", "owner", "seq")


def _tell_plan(work: Work, addresses: Iterable[Key], *, taken_back: bool = False) -> None:
    """The Police check of an address says what Police last said of it; a comment alone is no new answer."""
    keys = [key for key in addresses if key.address_id is not None]
    present = present_values(work.session, {key.case_id for key in keys})
    checks = police_checks(work.session, [key.address_id for key in keys])
    changes, new = [], []
    for key in keys:
        said = present.get(key, {})
        number, old = checks.get(key.address_id or 0, (0, (SixAnswer.ASKED.value,)))
        is_answer = ANSWER in said or taken_back
        after = (
            said.get(ANSWER, SixAnswer.ASKED.value) if is_answer else old[0],
            *(said.get(heading) for heading in ("Suitability", "Comment", "Officer")),
            _day(said.get("Checked on")),
            Owner.POLICE,
            work.seq,
        )
        if number:
            changes.append(Change(number, old, after))
        else:
            new.append((key.address_id, CheckKind.POLICE, *after))
    change_rows(work, AddressCheck, _CHECK, changes)
    add_rows(work, AddressCheck, ("address_id", "kind", *_CHECK), new)


def police_checks(
    session: Session, address_ids: Iterable[int | None]
) -> dict[int, tuple[int, tuple[Any, ...]]]:
    """The Police check of each address: its number, and its values in the order of `_CHECK`."""
    columns = [table_of(AddressCheck).c[name] for name in _CHECK]
    query = select(AddressCheck.address_id, AddressCheck.id, *columns).where(
        AddressCheck.address_id.in_(list(address_ids)), AddressCheck.kind == CheckKind.POLICE
    )
    return {row[0]: (row[1], tuple(row[2:])) for row in session.execute(query)}


_ORDER_LINE = ("person_id", "kind", "answer", "detail", "expires", "owner", "source", "as_at", "seq")


def _tell_orders(work: Work, case_ids: Iterable[int], exchange: str) -> None:
    """A line of the external orders panel, owned by Police; older lines stay (need R7)."""
    cases = list(case_ids)
    present = present_values(work.session, cases)
    people = _people(work.session, cases)
    lines = []
    for case_id in cases:
        said = present.get(Key(case_id, None), {})
        order = said.get("Protection order", "")
        answer = _ORDER_ANSWERS.get(order, SixAnswer.NOT_ASKED)
        expires = _day(said.get("Order expires"))
        as_at = _day(said.get("Checked on")) or work.today
        whose = (people[case_id], OrderKind.PROTECTION, answer, order or None, expires, Owner.POLICE)
        lines.append((*whose, f"Police workbook {exchange}", as_at, work.seq))
    add_rows(work, ExternalOrder, _ORDER_LINE, lines)


def take_back(work: Work, returned: Return, tag: str = "") -> int:
    """Undo what a confirmed row wrote, or the whole file where no row is named (needs X4, X8).

    Values leave force and what they replaced stands again; a value that a later answer has replaced already is left
    alone. How many values were moved out.
    """
    v = PoliceValue
    mine: list[ColumnElement[bool]] = [v.return_id == returned.id, v.superseded_seq.is_(None)]
    aliases: list[ColumnElement[bool]] = [Alias.withdrawn_seq.is_(None)]
    if tag:
        mine.append(v.cell.startswith(f"{tag}.", autoescape=True))
        aliases.append(Alias.source == alias_source(returned, tag))
    else:
        aliases.append(Alias.source.startswith(alias_source(returned, ""), autoescape=True))
    columns = (v.id, v.case_id, v.address_id, v.heading, v.seq)
    taken = work.session.execute(select(*columns).where(*mine)).all()
    before = _replaced(work.session, {row.case_id for row in taken}, {row.seq for row in taken})
    changes = [Change(row.id, (None,), (work.seq,)) for row in taken]
    addresses: dict[Key, None] = {}
    orders: dict[int, None] = {}
    for row in taken:
        key = Key(row.case_id, row.address_id)
        if row.heading != PEOPLE_HEADING and (old := before.get((key, row.heading, row.seq))):
            changes.append(Change(old, (row.seq,), (None,)))
        if key.address_id is not None:
            addresses[key] = None
        elif row.heading in _ORDER:
            orders[key.case_id] = None
    change_rows(work, PoliceValue, ("superseded_seq",), changes)
    for alias in work.session.scalars(select(Alias).where(*aliases)):
        alias.withdrawn_seq = work.seq
    work.session.flush()
    _tell_plan(work, addresses, taken_back=True)
    _tell_orders(work, orders, returned.exchange)
    return len(taken)


def _replaced(
    session: Session, case_ids: Iterable[int], seqs: Iterable[int]
) -> dict[tuple[Key, str, int], int]:
    """The last value of each heading that left force at one of these entries of the trail, by its number."""
    v = PoliceValue
    query = (
        select(v.id, v.case_id, v.address_id, v.heading, v.superseded_seq)
        .where(v.case_id.in_(list(case_ids)), v.superseded_seq.in_(list(seqs)))
        .order_by(v.id)
    )
    return {
        (Key(row.case_id, row.address_id), row.heading, row.superseded_seq): row.id
        for row in session.execute(query)
    }


def _day(text: str | None) -> date | None:
    return as_date(text) if text else None

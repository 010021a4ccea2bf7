"""Keeping the keys by which a damaged row finds its person (needs X3, X8). `db.search.reindex` calls it; nothing else.

What a key is stands in `app.domain.linkage_keys`; here they are only stored, in statements that any engine knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.engine import Connection

from app.domain.linkage import Candidate
from app.domain.linkage_keys import keys_of
from app.domain.names import full_name
from db.tables.linkage import LinkageKey
from db.tables.plan import Address
from db.tables.register import Alias, Case, Person
from db.tables.restricted import Restriction
from db.tables.sources import Compartment

_AT_ONCE = 500
_RESTRICTED = (
    select(Restriction.person_id)
    .where(Restriction.lifted_seq.is_(None))
    .union(select(Compartment.person_id).where(Compartment.person_id.is_not(None)))
)
"""Of whom keys are made of names alone: what else they would be made of is sealed (need A4)."""


def rekey(connection: Connection, person_ids: Iterable[int]) -> int:
    """Bring the keys up to what the register says of these people; returns for how many something changed."""
    ids = sorted(set(person_ids))
    changed = 0
    for start in range(0, len(ids), _AT_ONCE):
        changed += _rekey(connection, ids[start : start + _AT_ONCE])
    return changed


def rebuild(connection: Connection) -> int:
    """Make everybody's keys anew: after a step of the schema that came with other keys."""
    return rekey(connection, connection.execute(select(Person.id)).scalars())


def _rekey(connection: Connection, ids: Sequence[int]) -> int:
    key = LinkageKey
    kept: dict[int, set[str]] = defaultdict(set)
    for person_id, text in connection.execute(select(key.person_id, key.key).where(key.person_id.in_(ids))):
        kept[person_id].add(text)
    new: list[tuple[str, int]] = []
    gone: list[tuple[str, int]] = []
    changed = 0
    sealed = set(connection.execute(_RESTRICTED).scalars())
    for person_id, person in candidates(connection, ids).items():
        if person_id in sealed:
            person = replace(person, addresses=(), marks="")
        keys, before = keys_of(person), kept[person_id]
        changed += keys != before
        new += [(text, person_id) for text in keys - before]
        gone += [(text, person_id) for text in before - keys]
    if gone:
        table: Any = key.__table__
        statement = delete(table).where(table.c.key == bindparam("k"), table.c.person_id == bindparam("p"))
        connection.execute(statement, [{"k": text, "p": person_id} for text, person_id in gone])
    if new:
        # In the order of the table, and past SQLAlchemy's dictionaries: an import brings a hundred thousand.
        statement_text = str(insert(key).compile(dialect=connection.dialect))
        connection.exec_driver_sql(statement_text, sorted(new))
    return changed


def candidates(connection: Connection, ids: Sequence[int]) -> dict[int, Candidate]:
    """What linkage compares of these people, by their number in the register; aliases are those that stand."""
    names: dict[int, list[str]] = defaultdict(list)
    aliases = select(Alias.person_id, Alias.surname, Alias.given_names).where(
        Alias.person_id.in_(ids), Alias.withdrawn_seq.is_(None)
    )
    for person_id, surname, given in connection.execute(aliases.order_by(Alias.id)):
        names[person_id].append(full_name(surname, given))
    places: dict[int, list[str]] = defaultdict(list)
    addresses = (
        select(Case.person_id, Address.address)
        .join(Case, Case.id == Address.case_id)
        .where(Case.person_id.in_(ids))
        .order_by(Address.id)
    )
    for person_id, address in connection.execute(addresses):
        places[person_id].append(address)
    people = select(
        Person.id,
        Person.prn,
        Person.surname,
        Person.given_names,
        Person.date_of_birth,
        Person.physical_marks,
    ).where(Person.id.in_(ids))
    return {
        person_id: Candidate(
            prn, surname, given, born, tuple(names[person_id]), tuple(places[person_id]), marks or ""
        )
        for person_id, prn, surname, given, born, marks in connection.execute(people)
    }

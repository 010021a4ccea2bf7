"""What a looking connection shows of people whom somebody may not read: nothing, whatever statement asks (need A4).

Before the guard is set, every table that holds a person's data is shadowed by a view of the same name in the
connection's own temporary schema, which wins over the register's for a name without one. The views leave rows in
their place and mask their texts, so that lists, counts and the agenda rule still add up; rows that stand for nothing
but their text are gone. Made only where somebody is hidden: the usual connection has no view and costs one question.

Which column is masked is a rule of its type, not a list: a table or column that comes later is masked too, unless
`_SHOWN` says why not (docs/decisions/0029-restricted-cases.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import JSON, Column, Enum, String, Table
from sqlalchemy.engine import Connection

from app.domain.restricted import Excluded, Keeping, Opening
from app.domain.stand_in import NOBODY_HIDDEN, Hidden, StandIn
from db import guard
from db.connect import NARROWED, PREPARED, Authorizer
from db.tables import Base

Ask = Callable[..., Any]
"""The driver's own `execute`: views are made before anything else knows of the connection."""


class Who(NamedTuple):
    """Who is asking, and when. `user_id` is empty for a holder of copies who has no access."""

    user_id: str
    name_key: str
    at: datetime
    today: date


_ANYTHING = """
SELECT EXISTS (SELECT 1 FROM main.restrictions WHERE lifted_seq IS NULL)
    OR EXISTS (SELECT 1 FROM main.exclusions WHERE ended_seq IS NULL)
"""
_READERS = """
SELECT kept.person_id, reader.user_id FROM main.restrictions kept
LEFT JOIN main.case_readers reader ON reader.restriction_id = kept.id AND reader.withdrawn_seq IS NULL
WHERE kept.lifted_seq IS NULL
"""
_EXCLUDED = """
SELECT person_id, user_id, name_key, from_date, to_date FROM main.exclusions WHERE ended_seq IS NULL
"""
_OPENED = "SELECT person_id, who, at, until FROM main.broken_glass WHERE who = ?"
_PERSON = "SELECT prn, surname, given_names FROM main.persons WHERE id = ?"
_ALIASES = "SELECT surname, given_names FROM main.aliases WHERE person_id = ?"
_CASES = "SELECT id, forum FROM main.cases WHERE person_id = ? ORDER BY closed_seq IS NOT NULL, id DESC"
_NUMBERS = "SELECT forum, number FROM main.stand_in_numbers WHERE person_id = ? ORDER BY id"


def kept_people(ask: Ask) -> dict[int, Keeping]:
    """How everybody is kept who is restricted, or from whom somebody is excluded, by the person's number."""
    readers: dict[int, set[str]] = {}
    for person_id, user_id in ask(_READERS):
        readers.setdefault(person_id, set()).update({user_id} if user_id else ())
    excluded: dict[int, list[Excluded]] = defaultdict(list)
    for person_id, user_id, name_key, since, until in ask(_EXCLUDED):
        to_date = date.fromisoformat(until) if until else None
        excluded[person_id].append(Excluded(user_id or "", name_key, date.fromisoformat(since), to_date))
    return {
        person_id: Keeping(
            frozenset(readers[person_id]) if person_id in readers else None, tuple(excluded[person_id])
        )
        for person_id in readers.keys() | excluded.keys()
    }


def hidden_from(ask: Ask, who: Who) -> Hidden:
    """Whom somebody may not read now. Asks main, so that it is the same on every connection."""
    if not ask("SELECT 1 FROM main.sqlite_schema WHERE name = 'restrictions'").fetchone():
        return NOBODY_HIDDEN  # a register that is about to be brought forward
    if not ask(_ANYTHING).fetchone()[0]:
        return NOBODY_HIDDEN
    opened: dict[int, list[Opening]] = defaultdict(list)
    for person_id, user_id, at, until in ask(_OPENED, (who.user_id,)):
        opened[person_id].append(Opening(user_id, _moment(at), _moment(until)))
    kept = kept_people(ask)
    hidden = [
        person_id
        for person_id, keeping in sorted(kept.items())
        if not Keeping(keeping.readers, keeping.excluded, tuple(opened[person_id])).may_read(
            who.user_id, who.name_key, who.at, who.today
        )
    ]
    return _stand_ins(ask, hidden) if hidden else NOBODY_HIDDEN


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _stand_ins(ask: Ask, person_ids: Iterable[int]) -> Hidden:
    people, cases = [], set()
    for person_id in person_ids:
        prn, surname, given = ask(_PERSON, (person_id,)).fetchone()
        names = ((surname, given), *(tuple(row) for row in ask(_ALIASES, (person_id,))))
        of_person = ask(_CASES, (person_id,)).fetchall()
        numbers = dict(ask(_NUMBERS, (person_id,)).fetchall())
        forum = of_person[0][1] if of_person else ""
        if forum not in numbers:
            forum = next(iter(numbers))
        people.append(StandIn(person_id, prn, names, forum, numbers[forum]))
        cases |= {row[0] for row in of_person}
    return Hidden(tuple(people), frozenset(cases))


def hidden_on(connection: Connection, who: Who) -> Hidden:
    """As `hidden_from`, on a connection that is open already: as it was readied, or asked for now."""
    found = connection.info.get(PREPARED)
    if isinstance(found, Hidden):
        return found
    driver: Any = connection.connection.driver_connection
    return hidden_from(driver.execute, who)


def still_hides(connection: Connection, who: Who) -> bool:
    """Whether a connection that was readied for an earlier look hides those who are hidden now."""
    driver: Any = connection.connection.driver_connection
    before = hidden_by(connection)
    driver.text_factory = str  # read as `prepare` reads: what is sealed as it stands
    if before:  # its guard keeps from these questions what lies behind its views
        driver.set_authorizer(None)
        connection.info.pop(NARROWED, None)
    return hidden_from(driver.execute, who) == before


def prepare(connection: Any, who: Who) -> tuple[Hidden, Authorizer]:
    """Ready a connection that will look for somebody: whom it hides, and the guard that goes with its views."""
    hidden = hidden_from(connection.execute, who)
    shadowed = shadow(connection.execute, hidden)
    return hidden, guard.masked_guard(shadowed) if shadowed else guard.reader_guard


def hidden_by(connection: Connection) -> Hidden:
    """Whom a connection hides that was readied by `prepare`; nobody on any other."""
    found = connection.info.get(PREPARED)
    return found if isinstance(found, Hidden) else NOBODY_HIDDEN


def guard_on(connection: Connection) -> Authorizer:
    """The guard that a looking connection was opened with."""
    return guard.masked_guard(frozenset(_views())) if hidden_by(connection) else guard.reader_guard


def shadow(ask: Ask, hidden: Hidden) -> frozenset[str]:
    """Make the views on a connection that will only look; returns the names of the tables that they shadow."""
    if not hidden:
        return frozenset()
    told = {
        "people": ", ".join(map(str, sorted(hidden.ids))),
        "cases": ", ".join(map(str, sorted(hidden.cases))) or "NULL",
        "prns": ", ".join(_text(each.prn) for each in hidden.people),
        "prn": _case("id", {each.person_id: each.code for each in hidden.people}),
        "label": _case("id", {each.person_id: each.label for each in hidden.people}),
        "key": _case("id", {each.person_id: f"{each.label} {each.forum}".lower() for each in hidden.people}),
    }
    made = _views()
    for name, columns in made.items():
        ask(f'CREATE TEMP VIEW "{name}" AS SELECT {columns.format_map(told)}')
    return frozenset(made)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _case(column: str, by_id: dict[int, str]) -> str:
    arms = " ".join(f"WHEN {number} THEN {_text(value)}" for number, value in by_id.items())
    return f"CASE {column} {arms} END"


_GONE = frozenset({"linkage_decisions", "linkage_keys", "exchange_rows", "returned_cells", "returned_rows"})
"""Tables whose rows are nothing without their text: a masked one would be read as a row of somebody else."""

_WHOLE = frozenset({"broken_glass", "stand_in_numbers"})
"""What a meeting is told of everybody: by whom and why *Restricted 3* was opened."""

_SHOWN = frozenset(
    {
        "aliases.kind",
        "board_notices.outcome",
        "cases.entry",
        "cases.entry_codes",
        "exclusions.name",
        "exclusions.name_key",
        "forum_values.field",
        "hearing_reports.code",
        "plan_answers.answer",
        "plan_answers.question",
        "police_values.cell",
        "police_values.heading",
        "result_actions.code",
        "told_drifts.field",
    }
)
"""Words the agenda rule and its balance rest on. No list hands them out without `Hidden.mask` taking their row away;
`exclusions.name` is who leaves the room."""

_OWN_MASK = {
    "persons.prn": "{prn}",
    "persons.surname": "{label}",
    "persons.given_names": "''",
    "persons.name_key": "{key}",
    "police_values.value": "CASE heading WHEN 'Police answer' THEN value ELSE 'Restricted' END",
    "forum_values.value": "CASE WHEN field LIKE '%date' OR field = 'VNR' THEN value ELSE 'Restricted' END",
    "transfers.receipt": "'[]'",
}


@lru_cache(maxsize=1)
def _views() -> dict[str, str]:
    """By table, what its view selects; `{people}` and the like are filled in for each connection."""
    found = {}
    for table in Base.metadata.sorted_tables:
        condition = _about_hidden(table)
        if condition is None or table.name in _WHOLE:
            continue
        if table.name in _GONE:
            found[table.name] = _rows(table, condition)
            continue
        columns = ", ".join(_column(table, column, condition) for column in table.columns)
        found[table.name] = f'{columns} FROM main."{table.name}"'
    found["returned_rows"] = _without_proposals(found["returned_rows"])
    found["rejections"] = (
        '* FROM main."rejections" WHERE NOT EXISTS (SELECT 1 FROM json_each(cells) WHERE value IN ({prns}))'
    )
    found["search_people"] = "* FROM main.search_people WHERE person_id NOT IN ({people})"
    found["history"] = _history()
    return found


def _rows(table: Table, condition: str) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'{columns} FROM main."{table.name}" WHERE ({condition}) IS NOT TRUE'


def about_person(table: Table) -> str | None:
    """The condition that says that a row is about one person, with a place for their number; None as below."""
    condition = _about_hidden(table)
    cases = "SELECT id FROM main.cases WHERE person_id = {person}"
    return condition and condition.format(people="{person}", cases=cases)


@lru_cache(maxsize=1)
def about_people() -> frozenset[str]:
    """The tables whose rows are about one person."""
    return frozenset(table.name for table in Base.metadata.sorted_tables if _about_hidden(table))


def _about_hidden(table: Table) -> str | None:
    """The condition that says that a row is about somebody hidden; None where a table is about nobody."""
    if table.name == "persons":
        return "id IN ({people})"
    if table.name == "cases" or "person_id" in table.columns:
        return "person_id IN ({people})"
    if "case_id" in table.columns:
        return "case_id IN ({cases})"
    for key in sorted(table.foreign_keys, key=lambda each: each.parent.name):
        parent = key.column.table
        of_parent = None if parent is table else _about_hidden(parent)
        if of_parent is not None:
            inner = _ids(parent, key.column.name, of_parent)
            return f'"{key.parent.name}" IN ({inner})'
    return None


def _ids(table: Table, column: str, condition: str) -> str:
    return f'SELECT "{column}" FROM main."{table.name}" WHERE {condition}'  # noqa: S608 - our own names


def _column(table: Table, column: Column[Any], condition: str) -> str:
    mask = _mask(table, column)
    name = f'"{column.name}"'
    return name if mask is None else f"CASE WHEN {condition} THEN {mask} ELSE {name} END AS {name}"


def _mask(table: Table, column: Column[Any]) -> str | None:
    """What stands in the place of a value; None where the value may stay."""
    told = f"{table.name}.{column.name}"
    if told in _OWN_MASK:
        return _OWN_MASK[told]
    if told == "persons.date_of_birth":
        return "NULL"
    if column.primary_key or column.foreign_keys or told in _SHOWN or column.name in ("who", "user_id"):
        return None
    name = f'"{column.name}"'
    if isinstance(column.type, JSON):
        return f"CASE json_type({name}) WHEN 'array' THEN '[]' WHEN 'object' THEN '{{{{}}}}' END"
    if isinstance(column.type, Enum) or not isinstance(column.type, String):
        return None
    return f"CASE WHEN {name} IS NULL THEN NULL WHEN {name} = '' THEN '' ELSE 'Restricted' END"


def _without_proposals(rows: str) -> str:
    """Rows whose seal is lost stay, but nobody hidden is proposed for them."""
    kept = (
        "(SELECT json_group_array(json(each.value)) FROM json_each(proposals) AS each"
        " WHERE json_extract(each.value, '$[0]') NOT IN ({prns})) AS \"proposals\""
    )
    return rows.replace('"proposals"', kept, 1)


def _history() -> str:
    """Values as they were, without those of rows about somebody hidden, and without sealed texts about everybody."""
    arms = []
    for table in Base.metadata.sorted_tables:
        condition = _about_hidden(table)
        keys = list(table.primary_key.columns)
        if condition is not None and len(keys) == 1:
            # Whom rows without a seal may be about is a list of several, so that none of its past is read.
            several = "field = 'proposals' OR " if table.name == "returned_rows" else ""
            mine = f"subject_id + 0 IN ({_ids(table, keys[0].name, condition)})"
            arms.append(f"WHEN {_text(table.name)} THEN {several}{mine}")
    arms.append("WHEN 'meetings' THEN field = 'frozen'")
    return f"* FROM main.history WHERE (CASE subject {' '.join(arms)} ELSE 0 END) IS NOT TRUE"

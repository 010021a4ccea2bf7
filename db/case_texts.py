"""Which texts of the register are about a person, and changing them all: to seal them, or to open them again (need A4).

What is sealed follows from a column's kind, not from a list: a new column of free text in a table about people is
sealed unless `IN_CLEAR` says why not (docs/decisions/0037-compartments.md). Texts are read and written here as the
register holds them.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import JSON, Column, Connection, Table, Text, select

from app.domain import sealed_text
from app.domain.sealed_text import MARK, TOKEN, Change
from db.guard import COLLECTED
from db.readers_view import about_person
from db.tables import Base
from db.tables.register import Person

_NAME = "a name: lists, searches and the join with Police go by it"
_BULK = "what IOMS says; lists filter by it"
IN_CLEAR: Mapping[str, str] = {
    "aliases.given_names": _NAME,
    "aliases.source": "which file or service gave a name",
    "aliases.surname": _NAME,
    "broken_glass.reason": "told to everybody at the forum's meetings",
    "cases.entry_codes": "codes of criteria",
    "exclusions.name": "who leaves the room is told at the meeting",
    "exclusions.name_key": "who leaves the room is told at the meeting",
    "ioms_records.aliases": _NAME,
    "ioms_records.prison": _BULK,
    "ioms_records.sentence_length": _BULK,
    "ioms_records.unit": _BULK,
    "linkage_decisions.told": _NAME,
    "persons.given_names": _NAME,
    "persons.name_key": _NAME,
    "persons.surname": _NAME,
    "returned_rows.proposals": "PRN and score of whom a row may be about",
    "returned_rows.told": _NAME,
}
"""Free text about a person that stays under the register's key alone, and why: the program keeps it, as before."""

_TEXTS_OF_POLICE = (
    *(
        "Police classification",
        "Threats",
        "Family and others",
        "Physical marks",
        "Information",
        "Comment",
        "Officer",
    ),
    *("NIA number", "Address"),
)
_WORDS_OF_POLICE = str(_TEXTS_OF_POLICE)
_WORDS_OF_IOMS = "('Offences', 'Previous offending')"
ALSO = frozenset({"hearings.kind"})
"""A column of codes in which people may write what they like."""

PARTLY: Mapping[str, str] = {
    "changes.new": f"field IN {_WORDS_OF_IOMS}",
    "changes.old": f"field IN {_WORDS_OF_IOMS}",
    "forum_values.value": "NOT (field LIKE '%date' OR field = 'VNR')",
    "plan_answers.answer": "length(answer) > 20",
    "police_values.police_own": f"heading IN {_WORDS_OF_POLICE}",
    "police_values.value": f"heading IN {_WORDS_OF_POLICE}",
    "returned_cells.edited": f"heading IN {_WORDS_OF_POLICE}",
    "returned_cells.ours": f"heading IN {_WORDS_OF_POLICE}",
    "returned_cells.theirs": f"heading IN {_WORDS_OF_POLICE}",
    "returned_cells.value": f"heading IN {_WORDS_OF_POLICE}",
}
"""Columns that hold words in some rows and an answer, a date or a code in others: under which condition they are words.

A sentence of more than twenty letters is no answer that a rule decides by."""

OTHERS: Mapping[str, str] = {
    "corrections_asked": "sealed where the passage is about the person",
    "history": "sealed where the column it is of is sealed",
    "meetings": "the agenda as issued: sealed where it speaks of the person; warnings at closing name no case's text",
    "minutes_versions": "sealed where they speak of the person; the reason of a version is about the whole",
    "attendance": "who was at a meeting",
    "condition_texts": "words that every forum uses",
    "confidentiality_readings": "who read the statement",
    "copies": "papers, by holder",
    "criteria_versions": "rules",
    "disclosures": "what left the forum: fields and ground, no value; to whom stays in clear (0037)",
    "disposal_classes": "rules",
    "disposals": "of somebody whose records are gone",
    "evaluations": "the chair's own, about a meeting",
    "exchanges": "workbooks as a whole",
    "extracts": "files as a whole",
    "forums": "forums",
    "incident_steps": "papers that are missing",
    "minutes_steps": "about minutes as a whole",
    "print_runs": "papers as a whole",
    "rejections": "rows of an extract that could not be read: what IOMS says, by PRN",
    "returns": "files as a whole",
    "roles": "who holds which office",
    "trail": "reasons that people typed; every entry is signed and none can be changed",
    "users": "who has access",
}
"""Tables with free text that are about nobody or about several: how a restricted case fares there."""

_BY_HEADING = frozenset({"exchange_rows.cells", "returned_rows.cells"})
"""Rows of a workbook: their cells by heading, of which the texts alone are sealed. The others are compared with what
comes back by whoever takes it in."""
_JSON_TEXTS = frozenset({"transfers.receipt"})
"""Kept as text, and JSON all the same."""


class Words(Struct, frozen=True):
    """The columns of one table that are sealed for a person whose case is restricted."""

    table: str
    key: str
    condition: str
    """Which rows are about the person: SQL with a place for their number."""
    columns: tuple[str, ...]
    json: frozenset[str]
    partly: Mapping[str, str]


@cache
def sealed_columns() -> Mapping[str, Words]:
    """By table, what is sealed there."""
    found = {}
    for table in Base.metadata.sorted_tables:
        condition = about_person(table)
        columns = [column for column in table.columns if _is_words(table, column)] if condition else []
        if condition and columns:
            (key,) = table.primary_key.columns
            kept = {column.name: f"{table.name}.{column.name}" for column in columns}
            found[table.name] = Words(
                table.name,
                key.name,
                condition,
                tuple(kept),
                frozenset(
                    each.name
                    for each in columns
                    if isinstance(each.type, JSON) or kept[each.name] in _JSON_TEXTS
                ),
                {name: PARTLY[told] for name, told in kept.items() if told in PARTLY},
            )
    return found


def _is_words(table: Table, column: Column[Any]) -> bool:
    """Whether a column holds free text: a word of the field, a code and a key are of other kinds."""
    told = f"{table.name}.{column.name}"
    free = isinstance(column.type, (Text, JSON)) and not column.primary_key and not column.foreign_keys
    return (free and told not in IN_CLEAR) or told in ALSO


class _Row(NamedTuple):
    table: str
    key_name: str
    key: Any
    values: dict[str, str]


def rewrite(connection: Connection, person_id: int, change: Change, *, touched_only: bool) -> int:
    """Change every text about a person; with `touched_only`, what this transaction touched."""
    watched = connection.info.get("sealing", set()) if touched_only else None
    rows = [
        *_own(connection, person_id, change, watched),
        *_shared(connection, person_id, change, watched),
        *_history(connection, person_id, change, watched),
    ]
    return _write(connection, rows)


def let_go(connection: Connection, people: Mapping[int, int], open_mark: Change) -> int:
    """Open what this transaction touched and what is about the person no more by whose key it is sealed.

    A row that Police returned may have been linked to the wrong person; its texts go with it. `people` are persons
    by compartment. What `open_mark` does not open stays.
    """
    watched, rows = connection.info.get("sealing", set()), []
    for words in sealed_columns().values():
        among = _among(words.table, words.key, watched)
        if among is None:
            continue
        marked = " OR ".join(f"instr(\"{column}\", '{MARK}')" for column in words.columns)
        columns = ", ".join(f'"{column}"' for column in words.columns)
        found = connection.exec_driver_sql(
            f'SELECT "{words.key}", {columns} FROM main."{words.table}" WHERE ({marked}){among}'
        )
        for key, *texts in found.all():
            told = dict(zip(words.columns, texts, strict=True))
            numbers = {int(mark[1]) for text in texts for mark in TOKEN.finditer(text or "")} & people.keys()
            gone = {each for each in numbers if not _is_about(connection, words, key, people[each])}
            new = {
                name: made
                for name, text in told.items()
                if text and (made := opened_of(text, gone, open_mark)) != text
            }
            if new:
                rows.append(_Row(words.table, words.key, key, new))
    return _write(connection, rows)


def _is_about(connection: Connection, words: Words, key: Any, person_id: int) -> bool:
    where = words.condition.format(person=person_id)
    asked = f'SELECT 1 FROM main."{words.table}" WHERE "{words.key}" = ? AND ({where})'
    return connection.exec_driver_sql(asked, (key,)).first() is not None


def opened_of(text: str, numbers: Collection[int], open_mark: Change) -> str:
    """A text with the marks of these compartments opened, spelled as JSON where the text is JSON; others stay."""
    in_json = text[0] in '{["'

    def opened(found: re.Match[str]) -> str:
        plain = open_mark(found[0]) if int(found[1]) in numbers else found[0]
        return json.dumps(plain, ensure_ascii=False)[1:-1] if in_json and plain != found[0] else plain

    return TOKEN.sub(opened, text)


def rewrite_marked(connection: Connection, numbers: Collection[int], change: Change) -> int:
    """Change every text that bears a mark of these compartments, whoever it is about: with the key it would be lost."""
    rows = []
    for table, key, columns in (
        *((words.table, words.key, words.columns) for words in sealed_columns().values()),
        ("meetings", "meeting", ("frozen",)),
        ("minutes_versions", "id", ("text", "changes")),
        ("corrections_asked", "id", ("text", "reason")),
        ("history", "id", ("old", "new")),
    ):
        for column in columns:
            marked = " OR ".join(f"instr(\"{column}\", '{MARK}{number:d}:')" for number in numbers)
            found = connection.exec_driver_sql(
                f'SELECT "{key}", "{column}" FROM main."{table}" WHERE {marked}'
            )
            rows += [
                _Row(table, key, number, {column: new})
                for number, text in found.all()
                if (new := change(text)) != text
            ]
    return _write(connection, rows)


def _write(connection: Connection, rows: Sequence[_Row]) -> int:
    for row in rows:
        names = ", ".join(f'"{name}" = ?' for name in row.values)
        connection.exec_driver_sql(
            f'UPDATE "{row.table}" SET {names} WHERE "{row.key_name}" = ?', (*row.values.values(), row.key)
        )
    return len(rows)


_WITH: Mapping[str, tuple[str, str]] = {"returned_cells": ("row_id", "returned_rows")}
"""Rows that are about whomever another row is about: by which column, of which table. Touched is touched with it."""


def _among(table: str, key: str, watched: set[str] | None) -> str | None:
    """The end of a condition that keeps to touched rows; None where none of the table was touched."""
    if watched is None:
        return ""
    asked = [
        f'"{column}" IN (SELECT sealed FROM temp.{COLLECTED}{name})'
        for column, name in ((key, table), _WITH.get(table, (key, "")))
        if name in watched
    ]
    return f" AND ({' OR '.join(asked)})" if asked else None


def _own(connection: Connection, person_id: int, change: Change, watched: set[str] | None) -> Iterator[_Row]:
    for words in sealed_columns().values():
        among = _among(words.table, words.key, watched)
        if among is None:
            continue
        values = ", ".join(_value(words, column) for column in words.columns)
        where = words.condition.format(person=person_id)
        for key, *texts in connection.exec_driver_sql(
            f'SELECT "{words.key}", {values} FROM main."{words.table}" WHERE ({where}){among}'
        ).all():
            new = {
                name: made
                for name, text in zip(words.columns, texts, strict=True)
                if text and (made := _changed(words, name, text, change)) != text
            }
            if new:
                yield _Row(words.table, words.key, key, new)


def _value(words: Words, column: str) -> str:
    partly = words.partly.get(column)
    if partly is None:
        return f'"{column}"'
    return f"""CASE WHEN {partly} OR instr("{column}", '{MARK}') THEN "{column}" END"""


def _changed(words: Words, column: str, text: str, change: Change) -> str:
    if column not in words.json:
        return change(text)
    before = json.loads(text)
    if f"{words.table}.{column}" in _BY_HEADING:
        after = {
            name: sealed_text.leaves(cell, change) if name in _TEXTS_OF_POLICE or MARK in str(cell) else cell
            for name, cell in before.items()
        }
    else:
        after = sealed_text.leaves(before, change)
    # Spelled as whoever wrote it would have, so that lifting a restriction leaves no difference.
    plain = f"{words.table}.{column}" in _JSON_TEXTS
    return text if after == before else json.dumps(after, ensure_ascii=not plain)


def _shared(
    connection: Connection, person_id: int, change: Change, watched: set[str] | None
) -> Iterator[_Row]:
    """Agendas as issued and minutes: of thirty people, so only what speaks of the one is changed."""
    prn = connection.execute(select(Person.prn).where(Person.id == person_id)).scalar_one()
    named = 'instr("{column}", ?)'
    for table, key, column, made in (
        ("meetings", "meeting", "frozen", sealed_text.in_agenda),
        ("minutes_versions", "id", "text", sealed_text.in_minutes),
    ):
        among = _among(table, key, watched)
        if among is None:
            continue
        query = f'SELECT "{key}", "{column}" FROM main."{table}" WHERE {named.format(column=column)}{among}'
        for number, text in connection.exec_driver_sql(query, (prn,)).all():
            if (new := made(text, prn, change)) != text:
                yield _Row(table, key, number, {column: new})
    if watched is None or watched & {"minutes_versions", "corrections_asked"}:
        yield from _corrections(connection, prn, change)


def _corrections(connection: Connection, prn: str, change: Change) -> Iterator[_Row]:
    """What versions of minutes changed, and what was asked to be changed, in the lines of one person."""
    at: dict[str, tuple[str, ...]] = {}
    versions = "SELECT id, meeting, text, changes FROM main.minutes_versions WHERE instr(text, ?) ORDER BY id"
    for number, meeting, text, changes in connection.exec_driver_sql(versions, (prn,)).all():
        at[meeting] = (*at.get(meeting, ()), *sealed_text.positions(text, prn))
        before = json.loads(changes)
        after = sealed_text.in_changes(before, at[meeting], change)
        if after != before:
            yield _Row("minutes_versions", "id", number, {"changes": json.dumps(after)})
    asked = "SELECT id, meeting, passage, text, reason FROM main.corrections_asked"
    for number, meeting, passage, *texts in connection.exec_driver_sql(asked).all():
        if not passage.startswith(at.get(meeting, ()) or ("\0",)):
            continue
        told = dict(zip(("text", "reason"), texts, strict=True))
        new = {name: made for name, text in told.items() if text and (made := change(text)) != text}
        if new:
            yield _Row("corrections_asked", "id", number, new)


def _history(
    connection: Connection, person_id: int, change: Change, watched: set[str] | None
) -> Iterator[_Row]:
    """Values as they were, of the columns that are sealed."""
    among = _among("history", "id", watched)
    if among is None:
        return
    for words in sealed_columns().values():
        columns = (*words.columns, *([sealed_text.REASON] if words.table == Person.__tablename__ else ()))
        fields = ", ".join(f"'{column}'" for column in columns)
        mine = (
            f'SELECT "{words.key}" FROM main."{words.table}" WHERE {words.condition.format(person=person_id)}'
        )
        query = (
            "SELECT id, old, new FROM main.history WHERE subject = ? AND field IN ({fields}) AND subject_id + 0 IN "
            "({mine}){among}"
        )
        rows = connection.exec_driver_sql(query.format(fields=fields, mine=mine, among=among), (words.table,))
        for number, *texts in rows.all():
            yield from _kept(number, texts, change)
    prn = connection.execute(select(Person.prn).where(Person.id == person_id)).scalar_one()
    issued = "SELECT id, old, new FROM main.history WHERE subject = 'meetings' AND field = 'frozen'" + among
    for number, *texts in connection.exec_driver_sql(issued).all():
        yield from _kept(number, texts, lambda text: sealed_text.in_agenda(text, prn, change))
    yield from _history_of_minutes(connection, prn, change, among)


def _history_of_minutes(connection: Connection, prn: str, change: Change, among: str) -> Iterator[_Row]:
    """What versions of minutes and corrections asked for said before, in the lines of one person."""
    at: dict[str, tuple[str, ...]] = {}
    versions = "SELECT meeting, text FROM main.minutes_versions WHERE instr(text, ?) ORDER BY id"
    for meeting, text in connection.exec_driver_sql(versions, (prn,)).all():
        at[meeting] = (*at.get(meeting, ()), *sealed_text.positions(text, prn))
    query = (
        "SELECT h.id, h.field, coalesce(v.meeting, c.meeting), c.passage, h.old, h.new FROM "
        f"(SELECT * FROM main.history WHERE subject IN ('minutes_versions', 'corrections_asked'){among}) h "
        "LEFT JOIN main.minutes_versions v ON h.subject = 'minutes_versions' AND v.id = h.subject_id + 0 "
        "LEFT JOIN main.corrections_asked c ON h.subject = 'corrections_asked' AND c.id = h.subject_id + 0"
    )
    for number, field, meeting, passage, *texts in connection.exec_driver_sql(query).all():
        mine = at.get(meeting) or ("\0",)
        if passage is None:
            yield from _kept(number, texts, partial(_version_changed, field, prn, mine, change))
        elif field in ("text", "reason") and passage.startswith(mine):
            yield from _kept(number, texts, change)


def _version_changed(field: str, prn: str, at: tuple[str, ...], change: Change, text: str) -> str:
    """A past value of a version's column. `history` keeps a list as Python writes it; it reads back without a loss."""
    if field == "text":
        return sealed_text.in_minutes(text, prn, change)
    return str(sealed_text.in_changes(ast.literal_eval(text), at, change)) if field == "changes" else text


def _kept(number: int, texts: Sequence[str | None], change: Change) -> Iterator[_Row]:
    told = dict(zip(("old", "new"), texts, strict=True))
    new = {name: made for name, text in told.items() if text and (made := change(text)) != text}
    if new:
        yield _Row("history", "id", number, new)

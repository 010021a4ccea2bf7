"""An import's plan, stored: each list in one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from app.domain.extract_plan import ImportPlan, PersonIn
from app.domain.extract_result import RejectedRows
from app.domain.extract_stored import STORED
from app.domain.names import fold
from app.domain.words import AliasKind, Owner
from db.queries.bulk import insert_rows, keep_old, table_of, update_rows
from db.tables.extract import Change, Extract, ExtractPerson, LeftOut, Rejection
from db.tables.register import Alias, AnchorMove, Case, Flag, IomsRecord, Person


class Provenance(NamedTuple):
    """Which file, and under which entry of the trail."""

    extract: int
    file_name: str
    seq: int
    at: datetime


def new_extract(
    connection: Connection,
    *,
    file_name: str,
    sha256: str,
    encoding: str,
    as_at: date | None,
    at: datetime,
    who: str,
    seq: int,
    counts: Mapping[str, int],
    forums: Sequence[str],
) -> int:
    """Store where the values come from; the extract's number."""
    number = (connection.execute(select(func.max(Extract.id))).scalar() or 0) + 1
    row = {
        "id": number,
        "file_name": file_name,
        "sha256": sha256,
        "encoding": encoding,
        "as_at": as_at,
        "imported_at": at,
        "who": who,
        "seq": seq,
        "counts": dict(counts),
        "forums": list(forums),
    }
    connection.execute(insert(Extract), row)
    return number


def taken_in_before(connection: Connection, sha256: str) -> tuple[int, Mapping[str, int]] | None:
    """The number and counts of the last extract with exactly these bytes."""
    query = select(Extract.id, Extract.counts).where(Extract.sha256 == sha256).order_by(Extract.id.desc())
    row = connection.execute(query.limit(1)).first()
    return (row.id, row.counts) if row else None


def store(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    """Everything the plan says, in the transaction the connection is in."""
    _people(connection, plan, source)
    _aliases(connection, plan, source)
    _changes(connection, plan, source)
    _cases(connection, plan, source)
    _anchors(connection, plan, source)
    _flags(connection, plan, source)
    _left_out(connection, plan, source)


_PERSON = ("prn", "surname", "given_names", "name_key", "date_of_birth", "id")
_STAMP = ("extract_id", "as_at", "row")


def _people(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    insert_rows(connection, Person, _PERSON, [_person(person) for person in plan.added])
    update_rows(connection, Person, "id", _PERSON[:-1], [_person(person) for person in plan.renamed])
    number = source.extract
    first = [
        (*values, number, number, record.as_at, record.row, person_id)
        for person_id, record, values in (*plan.added, *plan.new_records)
    ]
    insert_rows(connection, IomsRecord, (*STORED, "first_extract_id", *_STAMP, "person_id"), first)
    new = {person.person_id for person in plan.new_records}
    changed = [
        (*values, number, record.as_at, record.row, person_id)
        for person_id, record, values in plan.changed
        if person_id not in new
    ]
    update_rows(connection, IomsRecord, "person_id", (*STORED, *_STAMP), changed)
    confirmed = [(number, record.as_at, record.row, person_id) for person_id, record, _ in plan.unchanged]
    update_rows(connection, IomsRecord, "person_id", _STAMP, confirmed)
    named = [
        (person.person_id, number, person.record.row, person.record.as_at)
        for people in (plan.added, plan.changed, plan.unchanged)
        for person in people
    ]
    insert_rows(connection, ExtractPerson, ("person_id", "extract_id", "row", "as_at"), sorted(named))
    gone: list[tuple[int | None, int]] = [(number, known.person_id) for known in plan.gone]
    gone += [(None, person_id) for person_id in plan.back]
    keep_old(connection, source.seq, IomsRecord, ("gone_extract_id",), [key for _, key in gone])
    update_rows(connection, IomsRecord, "person_id", ("gone_extract_id",), gone)


def _person(person: PersonIn) -> tuple[Any, ...]:
    record = person.record
    key = f"{fold(record.surname)} {fold(record.given_names)}".strip()  # a surname is folded once for all
    return (record.prn, record.surname, record.given_names, key, record.date_of_birth, person.person_id)


def _aliases(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    columns = ("person_id", "surname", "given_names", "as_at", "kind", "owner", "source", "seq")
    rows = [
        (person_id, *alias, as_at, AliasKind.ALIAS, Owner.IOMS, source.file_name, source.seq)
        for person_id, as_at, alias in plan.aliases_new
    ]
    insert_rows(connection, Alias, columns, rows)
    update_rows(
        connection,
        Alias,
        "id",
        ("withdrawn_seq",),
        [(source.seq, alias_id) for alias_id in plan.aliases_gone],
    )


def _changes(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    columns = ("extract_id", "person_id", "seq", "field", "old", "new", "days_lost")
    rows = [(source.extract, person_id, source.seq, *told[1:]) for person_id, told in plan.differences]
    insert_rows(connection, Change, columns, rows)


def _cases(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    columns = (
        *("id", "person_id", "forum", "episode", "entry_codes", "entry_reason", "criteria_version"),
        *("anchor_name", "anchor_date", "anchor_as_at", "opened_at", "opened_seq", "entry", "version"),
    )
    rows = [
        (
            case.case_id,
            case.person_id,
            case.forum,
            case.episode,
            " ".join(case.codes),
            case.reason,
            case.version,
            case.anchor.name,
            case.anchor.day,
            case.as_at,
            source.at,
            source.seq,
            "criterion",
            1,
        )
        for case in plan.cases
    ]
    insert_rows(connection, Case, columns, rows)


def _anchors(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    """Of each case `history` gets what changes here and stands nowhere else: `anchor_moves` keeps name and day."""
    confirmed = [(as_at, case_id) for case_id, as_at in plan.anchors_confirmed]
    touched = [*(case_id for _, case_id in confirmed), *(move.case_id for move in plan.anchors)]
    keep_old(connection, source.seq, Case, ("anchor_as_at",), touched)
    update_rows(connection, Case, "id", ("anchor_as_at",), confirmed)
    columns = ("old_name", "old_date", "new_name", "new_date", "case_id", "seq", "days_lost", "reason")
    moves = [
        (*_parts(move.old), *_parts(move.new), move.case_id, source.seq, move.days_lost, move.reason)
        for move in plan.anchors
    ]
    insert_rows(connection, AnchorMove, columns, moves)
    if plan.anchors:
        query = update(table_of(Case)).where(Case.id == bindparam("case")).values(version=Case.version + 1)
        names = ("anchor_name", "anchor_date", "anchor_as_at")
        moved = [(*_parts(move.new), move.as_at, move.case_id) for move in plan.anchors]
        update_rows(connection, Case, "id", names, moved)
        connection.execute(query, [{"case": move.case_id} for move in plan.anchors])
    ended = [(None, None, None, move.case_id) for move in plan.anchors if move.ends_hand]
    keep_old(connection, source.seq, Case, _BY_HAND, [case_id for *_, case_id in ended])
    update_rows(connection, Case, "id", _BY_HAND, ended)


_BY_HAND = ("hand_anchor_name", "hand_anchor_date", "hand_anchor_reason")


def _parts(anchor: Any) -> tuple[Any, Any]:
    return (anchor.name, anchor.day) if anchor else (None, None)


def _flags(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    columns = ("person_id", "code", "from_date", "as_at", "comment", "owner", "source", "raised_seq")
    rows = [
        (
            flag.person_id,
            flag.code,
            flag.as_at,
            flag.as_at,
            flag.comment,
            Owner.IOMS if flag.by_ioms else Owner.FORUM,
            source.file_name if flag.by_ioms else "criteria",
            source.seq,
        )
        for flag in plan.flags_raised
    ]
    insert_rows(connection, Flag, columns, rows)
    withdrawn = [(source.seq, flag.as_at, flag.flag_id) for flag in plan.flags_withdrawn]
    update_rows(connection, Flag, "id", ("withdrawn_seq", "to_date"), withdrawn)


_LEFT_OUT = ("forum", "reason", "starts", "extract_id")


def _left_out(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    """The list is made anew from each extract; what it said before stays in history, and its rows may go."""
    going = [*plan.left_out_no_more, *plan.left_out_before]
    if going:
        keep_old(connection, source.seq, LeftOut, _LEFT_OUT, going)
        query = delete(table_of(LeftOut)).where(LeftOut.person_id == bindparam("person"))
        connection.execute(query, [{"person": person_id} for person_id in going])
    columns = ("person_id", *_LEFT_OUT)
    rows = [(person_id, *told, source.extract) for person_id, told in plan.left_out]
    insert_rows(connection, LeftOut, columns, rows)


def store_rejections(connection: Connection, extract: int, rejected: RejectedRows) -> None:
    """Every fault with its row's own cells by heading, so that the row can be mended."""
    headings = unique_headings(rejected.headings)
    rows = [
        {
            "extract_id": extract,
            "row": fault.row,
            "heading": fault.heading,
            "reason": fault.reason,
            "cells": dict(zip(headings, rejected.cells[fault.row], strict=False)),
        }
        for fault in rejected.rejections
    ]
    if rows:
        connection.execute(insert(Rejection), rows)


def unique_headings(headings: Sequence[str]) -> tuple[str, ...]:
    """A name for each column, also where a file has none or has it twice."""
    seen: set[str] = set()
    named = []
    for place, heading in enumerate(headings, 1):
        name = heading.strip() or f"column {place}"
        named.append(name if name not in seen else f"{name} (column {place})")
        seen.add(named[-1])
    return tuple(named)

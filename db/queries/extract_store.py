"""An import's plan, stored: each list in one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from app.domain.extract_import import AnchorChange, ImportPlan, PersonIn
from app.domain.extract_result import RejectedRows
from app.domain.extract_stored import STORED
from app.domain.names import fold
from app.domain.words import AliasKind, Owner
from db.tables.base import Base
from db.tables.extract import Change, Extract, LeftOut, Rejection
from db.tables.register import Alias, AnchorMove, Case, Flag, IomsRecord, Person


class Provenance(NamedTuple):
    """Which file, and under which entry of the trail."""

    extract: int
    file_name: str
    seq: int
    at: datetime


def _table(mapped: type[Base]) -> Table:
    table = mapped.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker: every mapped class here is one table
    return table


def _insert(connection: Connection, mapped: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(_table(mapped)), rows)


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
    }
    _insert(connection, Extract, [row])
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


def _people(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    _insert(connection, Person, [_person(person) for person in plan.added])
    fresh = [*plan.added, *plan.new_records]
    _insert(connection, IomsRecord, [_record(person, source.extract) for person in fresh])
    new = {person.person_id for person in plan.new_records}
    changed = [person for person in plan.changed if person.person_id not in new]
    if plan.renamed:
        people = _table(Person)
        rows = [{"b_id": row.pop("id"), **row} for row in map(_person, plan.renamed)]
        connection.execute(update(people).where(people.c.id == bindparam("b_id")), rows)
    _update_records(connection, [*_STAMP, *STORED], [_stamp(p, source.extract, full=True) for p in changed])
    _update_records(connection, _STAMP, [_stamp(person, source.extract) for person in plan.unchanged])
    _update_records(
        connection,
        ("gone_extract_id",),
        [{"b_id": p.person_id, "gone_extract_id": source.extract} for p in plan.gone],
    )
    _update_records(
        connection, ("gone_extract_id",), [{"b_id": i, "gone_extract_id": None} for i in plan.back]
    )


_STAMP = ("extract_id", "as_at", "row")


def _person(person: PersonIn) -> dict[str, Any]:
    record = person.record
    return {
        "id": person.person_id,
        "prn": record.prn,
        "surname": record.surname,
        "given_names": record.given_names,
        "name_key": fold(f"{record.surname} {record.given_names}"),
        "date_of_birth": record.date_of_birth,
    }


def _record(person: PersonIn, extract: int) -> dict[str, Any]:
    row = dict(zip(STORED, person.values, strict=True))
    row |= {
        "person_id": person.person_id,
        "first_extract_id": extract,
        "extract_id": extract,
        "as_at": person.record.as_at,
        "row": person.record.row,
    }
    return row


def _stamp(person: PersonIn, extract: int, *, full: bool = False) -> dict[str, Any]:
    row = dict(zip(STORED, person.values, strict=True)) if full else {}
    return row | {
        "b_id": person.person_id,
        "extract_id": extract,
        "as_at": person.record.as_at,
        "row": person.record.row,
    }


def _update_records(
    connection: Connection, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> None:
    if rows:
        table = _table(IomsRecord)
        query = update(table).where(table.c.person_id == bindparam("b_id"))
        connection.execute(query.values({name: bindparam(name) for name in columns}), rows)


def _aliases(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    rows = [
        {
            "person_id": person_id,
            "kind": AliasKind.ALIAS,
            "surname": surname,
            "given_names": given_names,
            "owner": Owner.IOMS,
            "source": source.file_name,
            "as_at": as_at,
        }
        for person_id, as_at, (surname, given_names) in plan.aliases_new
    ]
    _insert(connection, Alias, rows)
    if plan.aliases_gone:
        table = _table(Alias)
        query = update(table).where(table.c.id == bindparam("b_id")).values(withdrawn_seq=source.seq)
        connection.execute(query, [{"b_id": alias_id} for alias_id in plan.aliases_gone])


def _changes(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    rows = [
        {
            "extract_id": source.extract,
            "person_id": person_id,
            "field": told.field,
            "old": told.old,
            "new": told.new,
            "days_lost": told.days_lost,
            "seq": source.seq,
        }
        for person_id, told in plan.differences
    ]
    _insert(connection, Change, rows)


def _cases(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    rows = [
        {
            "id": case.case_id,
            "person_id": case.person_id,
            "forum": case.forum,
            "episode": case.episode,
            "opened_at": source.at,
            "opened_seq": source.seq,
            "entry": "criterion",
            "entry_codes": " ".join(case.codes),
            "entry_reason": case.reason,
            "criteria_version": case.version,
            "anchor_name": case.anchor.name,
            "anchor_date": case.anchor.day,
            "anchor_as_at": case.as_at,
            "version": 1,
        }
        for case in plan.cases
    ]
    _insert(connection, Case, rows)


def _anchors(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    table = _table(Case)
    if plan.anchors_confirmed:
        query = update(table).where(table.c.id == bindparam("b_id")).values(anchor_as_at=bindparam("as_at"))
        rows = [{"b_id": case_id, "as_at": as_at} for case_id, as_at in plan.anchors_confirmed]
        connection.execute(query, rows)
    if not plan.anchors:
        return
    _insert(connection, AnchorMove, [_move(anchor, source.seq) for anchor in plan.anchors])
    columns = ("anchor_name", "anchor_date", "anchor_as_at")
    query = update(table).where(table.c.id == bindparam("b_id"))
    query = query.values({name: bindparam(name) for name in columns} | {"version": table.c.version + 1})
    connection.execute(
        query,
        [
            {
                "b_id": anchor.case_id,
                "anchor_name": anchor.new.name if anchor.new else None,
                "anchor_date": anchor.new.day if anchor.new else None,
                "anchor_as_at": anchor.as_at,
            }
            for anchor in plan.anchors
        ],
    )
    ended = [{"b_id": anchor.case_id} for anchor in plan.anchors if anchor.ends_hand]
    if ended:
        query = update(table).where(table.c.id == bindparam("b_id"))
        query = query.values(hand_anchor_name=None, hand_anchor_date=None, hand_anchor_reason=None)
        connection.execute(query, ended)


def _move(anchor: AnchorChange, seq: int) -> dict[str, Any]:
    return {
        "case_id": anchor.case_id,
        "seq": seq,
        "old_name": anchor.old.name if anchor.old else None,
        "old_date": anchor.old.day if anchor.old else None,
        "new_name": anchor.new.name if anchor.new else None,
        "new_date": anchor.new.day if anchor.new else None,
        "days_lost": anchor.days_lost,
        "reason": anchor.reason,
    }


def _flags(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    rows = [
        {
            "person_id": flag.person_id,
            "code": flag.code,
            "from_date": flag.as_at,
            "owner": Owner.IOMS if flag.by_ioms else Owner.FORUM,
            "source": source.file_name if flag.by_ioms else "criteria",
            "as_at": flag.as_at,
            "comment": flag.comment,
            "raised_seq": source.seq,
        }
        for flag in plan.flags_raised
    ]
    _insert(connection, Flag, rows)
    if plan.flags_withdrawn:
        table = _table(Flag)
        query = update(table).where(table.c.id == bindparam("b_id"))
        query = query.values(withdrawn_seq=source.seq, to_date=bindparam("day"))
        connection.execute(
            query, [{"b_id": flag.flag_id, "day": flag.as_at} for flag in plan.flags_withdrawn]
        )


def _left_out(connection: Connection, plan: ImportPlan, source: Provenance) -> None:
    """The list is made anew from each extract and records nothing itself: its rows may go."""
    table = _table(LeftOut)
    going = [*plan.left_out_no_more, *(person_id for person_id, _ in plan.left_out)]
    if going:
        connection.execute(
            delete(table).where(table.c.person_id == bindparam("b_id")), [{"b_id": i} for i in going]
        )
    rows = [
        {
            "person_id": person_id,
            "forum": told.forum,
            "reason": told.reason,
            "starts": told.starts,
            "extract_id": source.extract,
        }
        for person_id, told in plan.left_out
    ]
    _insert(connection, LeftOut, rows)


def store_rejections(connection: Connection, extract: int, rejected: RejectedRows) -> None:
    """Every fault with its row's own cells by heading, so that the row can be mended."""
    headings = unique_headings(rejected.headings)
    rows = []
    for rejection in rejected.rejections:
        cells = rejected.cells[rejection.row]
        rows.append(
            {
                "extract_id": extract,
                "row": rejection.row,
                "heading": rejection.heading,
                "reason": rejection.reason,
                "cells": dict(zip(headings, cells, strict=False)),
            }
        )
    _insert(connection, Rejection, rows)


def unique_headings(headings: Sequence[str]) -> tuple[str, ...]:
    """A name for each column, also where a file has none or has it twice."""
    seen: set[str] = set()
    named = []
    for place, heading in enumerate(headings, 1):
        name = heading.strip() or f"column {place}"
        named.append(name if name not in seen else f"{name} (column {place})")
        seen.add(named[-1])
    return tuple(named)

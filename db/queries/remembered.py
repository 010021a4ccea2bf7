"""Thousands of rows changed at once that leave in `history` and in the trail what the session would have left.

A file of 5,000 people settles 70,000 answers: mapped one by one, remembering them costs a hundred times what
the engine needs (design/speed.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from db.queries.bulk import insert_rows, update_rows
from db.tables.base import Base
from db.tables.trail import History
from db.work import Work

_HISTORY = ("seq", "subject", "subject_id", "field", "old", "new")


class Change(NamedTuple):
    """One row by its `id`, with the values it had and those it gets, both in the order of the columns."""

    id: int
    old: Sequence[Any]
    new: Sequence[Any]


def add_rows(work: Work, mapped: type[Base], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert tuples whose values stand in the order of `columns`; the trail names the table."""
    if not rows:
        return
    work.session.flush()
    insert_rows(work.connection, mapped, columns, rows)
    _name(work, mapped.__tablename__)


def change_rows(work: Work, mapped: type[Base], columns: Sequence[str], changes: Sequence[Change]) -> None:
    """Set `columns` of every row that would become another one; `history` keeps each value that changed.

    Not for rows that are also mapped in this work, nor for tables that count their versions.
    """
    real = [change for change in changes if tuple(change.old) != tuple(change.new)]
    if not real:
        return
    work.session.flush()
    subject = mapped.__tablename__
    update_rows(work.connection, mapped, "id", columns, [(*change.new, change.id) for change in real])
    kept: list[tuple[Any, ...]] = []
    for at, column in enumerate(columns):
        mine = [
            (work.seq, subject, str(id_), column, _text(old[at]), _text(new[at]))
            for id_, old, new in real
            if old[at] != new[at]
        ]
        if mine:
            _name(work, f"{subject}.{column}")
            kept += mine
    insert_rows(work.connection, History, _HISTORY, kept)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _name(work: Work, field: str) -> None:
    if field not in work.note.fields:
        work.note.fields.append(field)

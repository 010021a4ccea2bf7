"""The record as it stood on a past day: present rows, with everything that came later taken back (need A6).

*On a day* means at its end by the New Zealand clock, and the order of the trail decides: whatever the last entry of
that day and all before it had entered is known, and nothing after it (docs/decisions/0031). The rule is pure. It is
given rows by table and key, the changes that history keeps, and says what the rows were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from app.domain.dates import AUCKLAND

Row = dict[str, Any]
Rows = MutableMapping[str, dict[str, Row]]
"""By table and key; the key is the row's primary key as history writes it."""

T = TypeVar("T")


class Undo(NamedTuple):
    """One change to take back: the entry that made it, its order within that entry, and the value before."""

    seq: int
    order: int
    table: str
    key: str
    field: str
    old: Any


class AsKnown(Struct, Generic[T], frozen=True):
    """Something as it was known on a day: up to which entry of the trail, and what cannot be told of that day."""

    on: date
    seq: int
    record: T
    not_kept: tuple[str, ...] = ()

    @property
    def band(self) -> str:
        """What stands across every screen and page of it: nobody may take it for today's record."""
        return band(self.on)


def band(on: date) -> str:
    """`AS KNOWN ON 3 March 2027 – not today's record, read-only`."""
    return f"AS KNOWN ON {on.day} {on:%B %Y} – not today's record, read-only"


def end_of(day: date) -> datetime:
    """The first moment after a day of the New Zealand clock, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), AUCKLAND).astimezone(UTC)


BORN: Mapping[str, str] = {"cases": "opened_seq", "flags": "raised_seq", "roles": "granted_seq"}
"""The column that says which entry brought a row, where it is not `seq`."""

PARENT: Mapping[str, tuple[str, str]] = {
    "ioms_records": ("first_extract_id", "extracts"),
    "left_out": ("extract_id", "extracts"),
    "extract_people": ("extract_id", "extracts"),
    "rejections": ("extract_id", "extracts"),
    "result_actions": ("action_id", "actions"),
    "exchange_rows": ("exchange", "exchanges"),
    "returned_rows": ("return_id", "returns"),
    "returned_cells": ("return_id", "returns"),
    "copies": ("run_id", "print_runs"),
    "under_way_cases": ("meeting", "meetings"),
}
"""Rows that came with another row, and which column points to it."""

_WITH_THE_END: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("flags", "withdrawn_seq"): ("to_date",),
    ("disposal_holds", "released_seq"): ("released_by", "released_reason", "released_at"),
}
"""What was set together with the entry that ended a row."""


def as_known(
    rows: Rows,
    undo: Iterable[Undo],
    seq: int,
    births: Mapping[tuple[str, str], int] | None = None,
    optional: Mapping[str, frozenset[str]] | None = None,
) -> Rows:
    """The rows as entry `seq` of the trail left them. `rows` is changed and given back.

    Later changes are taken back from the last to the first; what ended later has not ended; a row that a later entry
    brought is gone. `births` tells of rows whose own columns do not (a meeting's stands in the trail). `optional`
    names the columns that may be empty: only those can be emptied.
    """
    later = sorted((each for each in undo if each.seq > seq), key=lambda each: (-each.seq, -each.order))
    for step in later:
        row = rows.setdefault(step.table, {}).setdefault(step.key, {})
        row[step.field] = step.old
    for table, lines in rows.items():
        for row in lines.values():
            _not_yet_ended(table, row, seq, (optional or {}).get(table, frozenset()))
    born = _Births(rows, births or {})
    _stamp(rows, born, seq)
    gone = [
        (table, key)
        for table, lines in rows.items()
        for key in lines
        if (entry := born.of(table, key)) is not None and entry > seq
    ]
    for table, key in gone:
        del rows[table][key]
    return rows


def _not_yet_ended(table: str, row: Row, seq: int, optional: frozenset[str]) -> None:
    for column, value in list(row.items()):
        is_end = column.endswith("_seq") and column in optional and column != BORN.get(table)
        if is_end and isinstance(value, int) and value > seq:
            row[column] = None
            row.update(dict.fromkeys(_WITH_THE_END.get((table, column), ())))


def _stamp(rows: Rows, born: _Births, seq: int) -> None:
    """What IOMS says of a person bears the file, row and day of the extract that had confirmed it by then."""
    last: dict[str, tuple[int, Row]] = {}
    for row in rows.get("extract_people", {}).values():
        entry = born.of("extracts", str(row["extract_id"])) or 0
        key = str(row["person_id"])
        if entry <= seq and (key not in last or entry > last[key][0]):
            last[key] = entry, row
    for key, record in rows.get("ioms_records", {}).items():
        if key in last:
            named = last[key][1]
            record.update(extract_id=named["extract_id"], row=named["row"], as_at=named["as_at"])
        gone = record.get("gone_extract_id")
        if gone is not None and (born.of("extracts", str(gone)) or 0) > seq:
            record["gone_extract_id"] = None


class _Births:
    """Which entry brought a row: its own column, else that of the row it came with."""

    def __init__(self, rows: Rows, told: Mapping[tuple[str, str], int]) -> None:
        self._rows, self._told = rows, told
        # A row that later entries dropped still tells of what came with it, so births are read before anything goes.
        self._known: dict[tuple[str, str], int | None] = {}

    def of(self, table: str, key: str) -> int | None:
        """The number of the entry; None for what was always there."""
        if (table, key) not in self._known:
            self._known[table, key] = self._find(table, key)
        return self._known[table, key]

    def _find(self, table: str, key: str) -> int | None:
        row = self._rows.get(table, {}).get(key)
        if row is None:
            return self._told.get((table, key))
        if table in PARENT:
            column, parent = PARENT[table]
            return self.of(parent, str(row.get(column)))
        said = row.get(BORN.get(table, "seq"))
        return said if isinstance(said, int) else self._told.get((table, key))

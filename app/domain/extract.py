"""Taking an IOMS extract apart: which rows are people, which are refused and why (design/formats.md section 1).

Reading goes column by column, because a column of 5,000 cells holds few different texts. The clock
plays no part: ages are at each row's *as at*.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import compress
from typing import Any, NamedTuple

from msgspec import Struct

from app.domain.dates import age_at, show_date
from app.domain.errors import Refused
from app.domain.extract_cells import Cell, Fault, as_text, cell_readers, forum_keys, is_plain
from app.domain.extract_fields import (
    FIELD_BY_NAME,
    FIELDS,
    RELEASE_FIELDS,
    ExtractRecord,
    Field,
    FieldKind,
    SentenceKind,
)
from app.domain.extract_headings import Layout, fold_heading, match_headings, read_profile

__all__ = [
    "FIELDS",
    "FIELD_BY_NAME",
    "Cell",
    "ExtractRecord",
    "Field",
    "FieldKind",
    "Oddity",
    "Reading",
    "Rejection",
    "SentenceKind",
    "Table",
    "fold_heading",
    "forum_keys",
    "match_headings",
    "read_profile",
    "read_rows",
    "rejections_csv",
]

YOUNGEST, OLDEST = 10, 110
_ADULT = 18


class Table(NamedTuple):
    """A file as it was found: headings, and rows with the number a person sees beside them.

    The heading is row 1 and every record after it counts, blank ones too, as in a spreadsheet; wholly
    blank records are not among `rows`. Every row is as long as the headings, or longer.
    """

    headings: tuple[str, ...]
    rows: list[tuple[int, list[Cell]]]
    encoding: str
    warnings: tuple[str, ...]


class Rejection(NamedTuple):
    """One fault of one refused row."""

    row: int
    heading: str
    reason: str


class Oddity(NamedTuple):
    """Something worth a look in a row that was taken in all the same."""

    row: int
    heading: str
    text: str


class Reading(Struct, frozen=True):
    """What an extract says. `rows` = records + `repeats` + `rejected_rows`.

    `repeats` are further rows of a PRN that agree with its record, and count as unchanged. `prns` are
    all that stand in the file, refused rows too, so that nobody is called gone for a fault in a row;
    `forums` likewise. `rejected_cells` keeps each refused row as it was written, for mending.
    """

    records: tuple[ExtractRecord, ...]
    rejections: tuple[Rejection, ...]
    rejected_rows: int
    repeats: int
    warnings: tuple[Oddity, ...]
    unknown_headings: tuple[str, ...]
    rows: int
    forums: tuple[str, ...]
    prns: frozenset[str]
    headings: tuple[str, ...]
    rejected_cells: dict[int, tuple[str, ...]]

    @property
    def as_at(self) -> date | None:
        """The latest as-at date among the records."""
        return max((record.as_at for record in self.records), default=None)


_Faults = defaultdict[int, list[tuple[str, str]]]
_Columns = dict[str, list[Any]]


def read_rows(
    headings: Sequence[str],
    rows: Sequence[tuple[int, Sequence[Cell]]],
    profile: Mapping[str, str] | None = None,
    as_at: date | None = None,
    forums: Mapping[str, str] | None = None,
) -> Reading:
    """Read and check every row. `forums` comes from `forum_keys`; without it any forum is taken.

    `as_at` stands in for a blank *As at* cell. Raises Refused for the whole file when a required heading
    is missing or doubled, or when some row has no *As at* and none was given.
    """
    layout = match_headings(headings, profile)
    numbers = [number for number, _ in rows]
    values, faults, faulty = _read_columns(layout, len(headings), rows, forums)
    _fill_as_at(values["as_at"], numbers, as_at)
    as_read = dict(values)
    for name in faulty:
        values[name] = [None if type(value) is Fault else value for value in values[name]]
    _check_ages(values, faults)
    _check_releases(values, faults)
    repeats = _check_repeats(as_read, faults)
    keep = [index not in faults and index not in repeats for index in range(len(rows))]
    records = _records(values, numbers, keep)
    return Reading(
        records=tuple(records),
        rejections=_rejections(faults, numbers),
        rejected_rows=len(faults),
        repeats=len(repeats),
        warnings=(*_profile_oddities(layout), *_oddities(records), *_surplus(rows, keep, len(headings))),
        unknown_headings=layout.unknown,
        rows=len(rows),
        forums=tuple(sorted(set(values["forum"]) - {None})),
        prns=frozenset(values["prn"]) - {None},
        headings=tuple(headings),
        rejected_cells={numbers[i]: tuple(map(as_text, rows[i][1])) for i in sorted(faults)},
    )


def _read_columns(
    layout: Layout, width: int, rows: Sequence[tuple[int, Sequence[Cell]]], forums: Mapping[str, str] | None
) -> tuple[_Columns, _Faults, set[str]]:
    """Every field's column with unreadable cells as their `Fault`, those faults by row, and which fields."""
    blanks: list[Cell] = [None] * width
    cells = [row if len(row) >= width else [*row, *blanks[len(row) :]] for _, row in rows]
    columns = list(zip(*cells, strict=False)) if cells else [()] * width
    readers = cell_readers(forums)
    values: _Columns = {}
    faults: _Faults = defaultdict(list)
    faulty: set[str] = set()
    for field in FIELDS:
        reader = readers(field.kind, field.required)
        if field.name not in layout.columns:
            values[field.name] = [reader.blank] * len(rows)
            continue
        cells_of = columns[layout.columns[field.name]]
        if field.kind is FieldKind.TEXT and is_plain(cells_of):
            values[field.name] = list(cells_of)
            continue
        column = list(map(reader.__getitem__, cells_of))
        values[field.name] = column
        if reader.any_fault:
            for index, value in enumerate(column):
                if type(value) is Fault:
                    faults[index].append((field.heading, value.reason))
                    faulty.add(field.name)
    return values, faults, faulty


def _fill_as_at(column: list[Any], numbers: Sequence[int], as_at: date | None) -> None:
    """Put the asked-for date where a row has none of its own."""
    if None not in column:
        return
    if as_at is None:
        row = numbers[column.index(None)]
        raise Refused(
            f"Row {row} does not say its *As at* date; nothing was taken in. "
            "Say which day the file is from (--as-at dd/mm/yyyy) and try again."
        )
    column[:] = [as_at if value is None else value for value in column]


def _check_ages(values: _Columns, faults: _Faults) -> None:
    heading = FIELD_BY_NAME["date_of_birth"].heading
    for index, (born, on) in enumerate(zip(values["date_of_birth"], values["as_at"], strict=True)):
        if born is not None and on is not None and not YOUNGEST <= (age := age_at(born, on)) <= OLDEST:
            told = f"{show_date(born)} is after" if age < 0 else f"{show_date(born)} makes an age of {age} on"
            faults[index].append(
                (heading, f"{told} {show_date(on)} (as at); an age from {YOUNGEST} to {OLDEST} is needed.")
            )


def _check_releases(values: _Columns, faults: _Faults) -> None:
    reception = values["reception"]
    for name in RELEASE_FIELDS:
        for index, (day, received) in enumerate(zip(values[name], reception, strict=True)):
            if day is not None and received is not None and day < received:
                reason = f"{show_date(day)} is before the reception date, {show_date(received)}."
                faults[index].append((FIELD_BY_NAME[name].heading, reason))


def _check_repeats(as_read: _Columns, faults: _Faults) -> set[int]:
    """Refuse every row of a PRN whose rows do not agree; answer the rows that only repeat a good one.

    A row with a fault counts among its PRN's rows: it stands in the file, and unless every value (an
    unreadable one as it was written) is equal, nobody can say which row is right.
    """
    prns = as_read["prn"]
    twice = {prn for prn, count in Counter(prns).items() if count > 1 and type(prn) is not Fault}
    groups: dict[str, list[int]] = defaultdict(list)
    if twice:
        for index, prn in enumerate(prns):
            if prn in twice:
                groups[prn].append(index)
    repeats: set[int] = set()
    for indexes in groups.values():
        if len({tuple(column[index] for column in as_read.values()) for index in indexes}) > 1:
            for index in indexes:
                reason = f"This PRN stands in {len(indexes)} rows that do not agree."
                faults[index].append((FIELD_BY_NAME["prn"].heading, reason))
        elif indexes[0] not in faults:
            repeats.update(indexes[1:])
    return repeats


def _records(values: _Columns, numbers: Sequence[int], keep: Sequence[bool]) -> list[ExtractRecord]:
    lengths = values["sentence_length"]
    columns = [
        *(
            [length.text for length in lengths] if name == "sentence_length" else column
            for name, column in values.items()
        ),
        [length.months for length in lengths],
        [length.kind for length in lengths],
        numbers,
    ]
    whole = zip(*columns, strict=True)
    return list(map(ExtractRecord._make, whole if all(keep) else compress(whole, keep)))


_ORDER = {field.heading: place for place, field in enumerate(FIELDS)}


def _rejections(faults: _Faults, numbers: Sequence[int]) -> tuple[Rejection, ...]:
    """By row, then by the order of the headings in design/formats.md."""
    return tuple(
        Rejection(numbers[index], heading, reason)
        for index in sorted(faults)
        for heading, reason in sorted(faults[index], key=lambda fault: _ORDER[fault[0]])
    )


def _oddities(records: Sequence[ExtractRecord]) -> list[Oddity]:
    """What is odd but refuses nothing."""
    found: list[Oddity] = []
    for r in records:
        if r.sentence_kind is None and r.sentence_length:
            found.append(Oddity(r.row, "Sentence length", f"“{r.sentence_length}” was kept as text."))
        ped, reception = r.parole_eligibility, r.reception
        if ped is not None and r.sentence_expiry is not None and ped > r.sentence_expiry:
            found.append(Oddity(r.row, "Parole eligibility date", "is after the sentence expiry date."))
        if r.next_hearing is not None and r.next_hearing < r.as_at:
            found.append(Oddity(r.row, "Next hearing date", "is before the as-at date."))
        if reception is None:
            continue
        if reception.year - r.date_of_birth.year <= _ADULT and age_at(r.date_of_birth, reception) < _ADULT:
            found.append(Oddity(r.row, "Reception date", "The person was under 18 on that day."))
        if reception > r.as_at:
            found.append(Oddity(r.row, "Reception date", "is after the as-at date."))
        if ped is not None and ped < reception:
            found.append(Oddity(r.row, "Parole eligibility date", "is before the reception date."))
        if r.next_hearing is not None and r.next_hearing < reception:
            found.append(Oddity(r.row, "Next hearing date", "is before the reception date."))
    return found


def _profile_oddities(layout: Layout) -> list[Oddity]:
    return [
        Oddity(1, ours, f"The profile calls it “{theirs}”, and the file has no such heading.")
        for ours, theirs in layout.not_found
    ]


def _surplus(rows: Sequence[tuple[int, Sequence[Cell]]], keep: Sequence[bool], width: int) -> list[Oddity]:
    """Rows with something beyond the last heading: like an unknown heading it is reported and ignored."""
    return [
        Oddity(number, "", f"{len(cells) - width} more cells than headings; they were ignored.")
        for (number, cells), kept in zip(rows, keep, strict=True)
        if kept and len(cells) > width and any(cell not in (None, "") for cell in cells[width:])
    ]


def rejections_csv(
    headings: Sequence[str], rejected_cells: Mapping[int, Sequence[str]], rejections: Sequence[Rejection]
) -> bytes:
    """The refused rows as they were written, with `Row`, `Heading` and `Reason`, to be mended and read again.

    UTF-8 with a byte order mark, which is how Excel knows it. No cell starts a formula.
    """
    faults: dict[int, list[Rejection]] = defaultdict(list)
    for rejection in rejections:
        faults[rejection.row].append(rejection)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*map(guard_cell, headings), "Row", "Heading", "Reason"])
    for row, cells in sorted(rejected_cells.items()):
        told = [*cells[: len(headings)], *[""] * (len(headings) - len(cells))]
        headings_at_fault = "; ".join(fault.heading for fault in faults[row])
        reasons = " ".join(f"{fault.heading}: {fault.reason}" for fault in faults[row])
        writer.writerow([*map(guard_cell, told), str(row), headings_at_fault, guard_cell(reasons)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def guard_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula; `extract_cells.read_text` takes the guard off."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

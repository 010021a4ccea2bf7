"""Criteria as a person writes them in a file, as the register keeps them, and what a change of them would do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from msgspec import Struct

from app.domain.criteria import Criterion, check_criteria, describe, read_criterion
from app.domain.errors import Refused

FORM = '[{"criterion": "HR-ROI", "field": "RoC*RoI", "comparison": ">=", "value": "0.70"}, …]'
_KEYS = ("criterion", "field", "comparison", "value")


class CriteriaRow(Struct, frozen=True):
    """A version of the criteria and where it is in force. `forum` None is every forum without its own."""

    version: int
    forum: str | None
    criteria: tuple[Criterion, ...]
    horizon_months: int
    adopted_at: datetime | None
    adopted_by: str


def told_criteria(row: CriteriaRow) -> str:
    """A version as somebody sees it who changes it, a line each: whose it is, then each criterion."""
    where = f"For {row.forum} alone" if row.forum else "For every forum without its own"
    lines = (
        f"{one.code}: {one.field} {one.comparison} {one.value} ({describe(one)})" for one in row.criteria
    )
    return "\n".join((where, *lines))


class PersonName(NamedTuple):
    """Who comes in or falls out."""

    prn: str
    surname: str
    given_names: str


class WhatIf(Struct, frozen=True):
    """What adopting other criteria would change, by name (need R6). `looked_at` is how many were compared."""

    enters: tuple[PersonName, ...]
    leaves: tuple[PersonName, ...]
    looked_at: int


def read_criteria(text: str) -> tuple[Criterion, ...]:
    """A criteria file: a JSON list of objects with criterion, field, comparison, value, and words if wanted.

    Raises Refused with the place of the fault.
    """
    try:
        told = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(f"The criteria file is not JSON{where}; nothing was changed. Write {FORM}.") from None
    if not isinstance(told, list) or not told:
        raise Refused(
            f"The criteria file must be a JSON list with at least one row; nothing was changed. Write {FORM}."
        )
    found = tuple(_row(place, row) for place, row in enumerate(told, 1))
    check_criteria(found)
    return found


def _row(place: int, row: Any) -> Criterion:
    if not isinstance(row, dict):
        raise Refused(
            f"Row {place} of the criteria file is not an object; nothing was changed. Write {FORM}."
        )
    unknown = sorted(set(row) - {*_KEYS, "words"})
    missing = [key for key in _KEYS if key not in row]
    if unknown or missing:
        fault = f"has no “{missing[0]}”" if missing else f"has “{unknown[0]}”, which no criterion has"
        raise Refused(f"Row {place} of the criteria file {fault}; nothing was changed. Write {FORM}.")
    values = {key: _text(place, key, row[key]) for key in row}
    code, field, comparison, value = (values[key] for key in _KEYS)
    return read_criterion(code, field, comparison, value, values.get("words", ""))


def _text(place: int, key: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    raise Refused(
        f"Row {place} of the criteria file: “{key}” must be a text or a number; nothing was changed."
    )


def stored_criteria(criteria: Sequence[Criterion]) -> list[list[str]]:
    """Rows as the register keeps them: criterion, field, comparison, value, words."""
    return [list(criterion) for criterion in criteria]


def criteria_from_stored(rows: Sequence[Sequence[str]]) -> tuple[Criterion, ...]:
    """What `stored_criteria` made."""
    return tuple(Criterion(*row) for row in rows)

"""Which column of a file is which heading of ours, with or without a mapping profile (formats section 1)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.extract_fields import FIELDS, Field
from app.domain.names import clean

_MACRON = "\u0304"
_DROPPED = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")


class Layout(NamedTuple):
    """Where each field stands in the file, and what of the file no field takes.

    `not_found` are pairs of the profile (ours, theirs) whose column the file does not have.
    """

    columns: Mapping[str, int]
    unknown: tuple[str, ...]
    not_found: tuple[tuple[str, str], ...]


def fold_heading(text: str) -> str:
    """A heading without regard to case, spaces, hyphens, underscores and macrons."""
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", clean(text)).replace(_MACRON, ""))
    return _DROPPED.sub("", bare).casefold()


_OURS: Mapping[str, Field] = {fold_heading(field.heading): field for field in FIELDS}


def read_profile(text: str) -> dict[str, str]:
    """A mapping profile: JSON, one object, our heading → theirs. Refused with a sentence otherwise."""
    try:
        told = json.loads(text.removeprefix("\ufeff"))
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(
            f"The mapping profile is not JSON{where}; nothing was read. Mend it and try again."
        ) from None
    if not isinstance(told, dict):
        raise Refused(
            'The mapping profile must be one JSON object like {"PRN": "Person number"}; nothing was read.'
        )
    profile: dict[str, str] = {}
    for ours, theirs in told.items():
        field = _OURS.get(fold_heading(ours))
        if field is None:
            raise Refused(
                f"The mapping profile names “{ours}”, which is not a heading of the extract; nothing was read."
            )
        if not isinstance(theirs, str) or not fold_heading(theirs):
            raise Refused(
                f"The mapping profile must give the file's heading for “{ours}” as text; nothing was read."
            )
        if field.heading in profile:
            raise Refused(f"The mapping profile names “{field.heading}” twice; nothing was read.")
        profile[field.heading] = theirs
    return profile


class HeadingMatch(Struct, frozen=True):
    """The headings of a file, which of ours they answer by themselves (ours → theirs), and which are missing."""

    headings: tuple[str, ...]
    matched: Mapping[str, str]
    missing: tuple[str, ...]


def compare_headings(headings: Sequence[str]) -> HeadingMatch:
    """What a file's own headings say without a profile. Refuses nothing: whoever asks may still name columns."""
    matched: dict[str, str] = {}
    for heading in headings:
        if field := _OURS.get(fold_heading(heading)):
            matched.setdefault(field.heading, heading)
    missing = tuple(field.heading for field in FIELDS if field.required and field.heading not in matched)
    return HeadingMatch(tuple(headings), matched, missing)


def match_headings(headings: Sequence[str], profile: Mapping[str, str] | None = None) -> Layout:
    """Find each field's column.

    Raises Refused when a required heading is missing (named), when two columns are the same heading,
    or when the profile gives one column to two headings.
    """
    wanted = _wanted(profile or {})
    columns: dict[str, int] = {}
    unknown: list[str] = []
    for index, heading in enumerate(headings):
        field = wanted.get(fold_heading(heading))
        if field is None:
            unknown.append(clean(heading) or f"column {index + 1} (no heading)")
        elif field.name in columns:
            raise Refused(
                f"The heading “{field.heading}” stands twice in the file (columns {columns[field.name] + 1} and "
                f"{index + 1}); nothing was taken in. Remove one of them and try again."
            )
        else:
            columns[field.name] = index
    missing = [field.heading for field in FIELDS if field.required and field.name not in columns]
    if missing:
        named = ", ".join(
            f"“{heading}”"
            + (f" (“{profile[heading]}” in the profile)" if profile and heading in profile else "")
            for heading in missing
        )
        raise Refused(
            f"The file has no column {named}; nothing was taken in. Add the heading, or give a mapping profile."
        )
    not_found = tuple(
        (ours, theirs)
        for ours, theirs in (profile or {}).items()
        if _OURS[fold_heading(ours)].name not in columns
    )
    return Layout(columns, tuple(unknown), not_found)


def _wanted(profile: Mapping[str, str]) -> dict[str, Field]:
    """From a folded heading of the file to our field; what the profile names stands before our own words."""
    wanted: dict[str, Field] = {}
    told: set[str] = set()
    for ours, theirs in profile.items():
        field = _OURS.get(fold_heading(ours))
        if field is None:
            raise Refused(
                f"The mapping names “{ours}”, which is not a heading of the extract; nothing was read."
            )
        key = fold_heading(theirs)
        if key in wanted:
            raise Refused(f"The mapping gives the column “{theirs}” to two headings; nothing was read.")
        wanted[key] = field
        told.add(field.name)
    for key, field in _OURS.items():
        if field.name not in told:
            wanted.setdefault(key, field)
    return wanted

"""What a record is made of, for whatever walks through answers without knowing them: masks, the leak guard, JSON.

A record is a `msgspec.Struct`, frozen: made in a tenth of the time that a dataclass takes, which a start feels
(docs/decisions/0044). A row that comes straight from a query is a named tuple; a dataclass is what changes as it
goes, or hides a value from its `repr`.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from msgspec import Struct, to_builtins
from msgspec.structs import force_setattr

T = TypeVar("T")


def field_names(value: Any) -> tuple[str, ...]:
    """The names of a record's fields in their order; none for what is no record."""
    if isinstance(value, type):
        return ()
    if isinstance(value, Struct):
        return value.__struct_fields__
    if is_dataclass(value):
        return tuple(field.name for field in fields(value))
    named: tuple[str, ...] = getattr(value, "_fields", ()) if isinstance(value, tuple) else ()
    return named


def with_values(value: T, changed: Mapping[str, Any]) -> T:
    """A copy of a record with other values; checks that a class makes of new values are not asked again."""
    if isinstance(value, tuple):
        replaced: T = value._replace(**changed)  # type: ignore[attr-defined]
        return replaced
    made = copy.copy(value)
    for name, new in changed.items():
        if isinstance(made, Struct):
            force_setattr(made, name, new)
        else:
            object.__setattr__(made, name, new)
    return made


def spelt_out(record: Struct) -> dict[str, Any]:
    """A record and all records in it as mappings and lists, days as they are: what JSON is written from."""
    found: dict[str, Any] = to_builtins(record, builtin_types=(date, datetime))
    return found

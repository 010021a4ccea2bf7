"""A person's values in the form the register keeps them, which is also how two extracts are compared."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from app.domain.dates import show_date
from app.domain.extract_fields import ExtractRecord
from app.domain.names import full_name

STORED: tuple[str, ...] = (
    *("forum", "aliases", "prison", "unit", "reception", "sentence_start", "sentence_length"),
    *("offences", "previous_offending", "parole_eligibility", "next_hearing", "statutory_release"),
    *("sentence_expiry", "final_release", "ordered_release", "roc_roi", "psychological_risk", "misconducts"),
    *("violent_months", "owr_weight", "owr_override", "cso", "vnr", "deportation_liable"),
    *("transfer_restraint", "staff_safety"),
)
"""The values of a person's IOMS record, in the order in which they are kept and compared."""

_DATES = slice(ExtractRecord._fields.index("parole_eligibility"), ExtractRecord._fields.index("as_at"))


def stored_values(record: ExtractRecord) -> tuple[Any, ...]:
    """The record's values in the order of `STORED`; a blank text that may be missing is None."""
    return (
        record.forum,
        "; ".join([full_name(*alias) for alias in record.aliases]) if record.aliases else "",
        record.prison,
        record.unit or None,
        record.reception,
        record.sentence_start,
        record.sentence_length or None,
        "; ".join(record.offences) or None,
        "; ".join(record.previous_offending) or None,
        *tuple(record)[_DATES],
    )


def shown_value(value: Any) -> str | None:
    """A value as a person reads it; None where it is not known."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, StrEnum):
        return value.value
    return str(value)

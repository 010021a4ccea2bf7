"""The timeline: named dates and the anchor among them (design/formats.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.words import DateName


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that carries its name, because a date without one cannot be argued about (need T1)."""

    name: DateName
    day: date

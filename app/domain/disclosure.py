"""The ledger of what left the forum, as it leaves the register (need D1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One disclosure: which fields went to whom on what ground. Its values are never kept here."""

    at: datetime
    what: str
    subject: str
    recipients: tuple[str, ...]
    fields: tuple[str, ...]
    ground: str
    standing: bool
    people: int
    sha256: str | None
    who: str

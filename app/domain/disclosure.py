"""The ledger of what left the forum, as it leaves the register (need D1)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.domain.dates import AUCKLAND, show_date
from app.domain.names import fold

UNTOLD = "told to those who may read the case"
"""Stands for whom something about somebody was told to, where its reader may not read that person."""


class DisclosureRow(Struct, frozen=True):
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

    @property
    def to_words(self) -> str:
        """To whom, for a line of a list: the first of them, and how many more."""
        more = len(self.recipients) - 1
        return f"{self.recipients[0]} and {more:,} more" if more > 0 else "".join(self.recipients)


class DisclosureAsk(Struct, frozen=True):
    """What must hold of a line of the ledger; empty fields ask for nothing. Days are those of a New Zealand clock."""

    text: str = ""
    what: str = ""
    standing: bool | None = None
    since: date | None = None
    until: date | None = None

    def holds(self, row: DisclosureRow) -> bool:
        """Whether a line is asked for. Words are looked for in all that the line says, whatever their macrons."""
        if self.what and row.what != self.what:
            return False
        if self.standing is not None and row.standing is not self.standing:
            return False
        day = row.at.astimezone(AUCKLAND).date()
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        parts = (row.what, row.subject, *row.recipients, *row.fields, row.ground, row.who, row.sha256 or "")
        said = fold(" ".join(parts))
        return all(word in said for word in fold(self.text).split())

    @property
    def words(self) -> str:
        """What is asked for; empty where nothing is."""
        decided = {True: "standing", False: "decided for itself"}
        parts = (
            f"with “{self.text.strip()}”" if self.text.strip() else "",
            f"as {self.what}" if self.what else "",
            decided[self.standing] if self.standing is not None else "",
            f"from {show_date(self.since)}" if self.since else "",
            f"until {show_date(self.until)}" if self.until else "",
        )
        return ", ".join(part for part in parts if part)

"""What was changed outside ForumDesk, as it is told: which row, in what way, since which entry. Pure.

A row is named by its table and its number in this register, never by whose it is: the sentences go to a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from app.domain.errors import Refused

WHAT_TO_DO = "A chair looks at it (forumdesk register outside) and accepts it as found, or the last backup is restored."


UNTIL = "It cannot be printed until a chair accepts it as found, or the last backup is restored."
"""What a mark on a case means, for whoever looks at it."""


class MarkedOutside(Refused):
    """Printing is refused: what would stand on the copy was changed outside. The register is tampered with."""

    exit_code = 4


class Change(StrEnum):
    """What was done to a row with other tools. The value follows `was` in a sentence."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "taken away"


class OutsideRow(Struct, frozen=True):
    """One row that does not fit its seal. `seq` is the entry that sealed it last, None where none ever did."""

    table_name: str
    row: int | str
    change: Change
    person: int | None
    seq: int | None

    @property
    def words(self) -> str:
        """`row 12 of the table cases was changed outside ForumDesk since entry 41`."""
        since = f" since entry {self.seq:,}" if self.seq else ""
        return f"row {self.row} of the table {self.table_name} was {self.change} outside ForumDesk{since}"

    @property
    def refusal(self) -> str:
        """Why a change to it is not saved: it would be sealed as if it had been made here."""
        return f"Not saved: {self.words}. The register is as it was. {WHAT_TO_DO}"


def rows_words(rows: Sequence[OutsideRow], most: int = 3) -> str:
    """A few rows in one sentence, the rest by count."""
    told = "; ".join(row.words for row in rows[:most])
    more = f"; and {len(rows) - most:,} more" if len(rows) > most else ""
    return f"{told[:1].upper()}{told[1:]}{more}."


def mark_words(rows: Sequence[OutsideRow]) -> str:
    """What stands on a case: `Changed outside ForumDesk: flags 2, cases 1; last sealed by entry 41`."""
    counts = Counter(row.table_name.replace("_", " ") for row in rows)
    where = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    since = max((row.seq for row in rows if row.seq), default=None)
    return f"Changed outside ForumDesk: {where}" + (f"; last sealed by entry {since:,}" if since else "")


class Outside(Struct, frozen=True):
    """All that was changed outside. `faults` are of the seals themselves; `prns` names those who are still there."""

    rows: tuple[OutsideRow, ...] = ()
    faults: tuple[str, ...] = ()
    prns: Mapping[int, str] = field(default_factory=dict)

    def about(self, prn: str | None) -> tuple[OutsideRow, ...]:
        """The rows about one person by PRN; for None those about nobody who is still there."""
        return tuple(row for row in self.rows if self.prns.get(row.person or 0) == prn)

    @property
    def marks(self) -> Mapping[str, str]:
        """By PRN what stands on the case."""
        return {prn: mark_words(self.about(prn)) for prn in sorted(set(self.prns.values()))}

    @property
    def whole_register(self) -> bool:
        """Whether more than single cases is concerned: then nothing more is saved."""
        return bool(self.faults or self.about(None))

    @property
    def sentences(self) -> list[str]:
        """For a check: the faults, then a few rows."""
        return [*self.faults, *([rows_words(self.rows)] if self.rows else [])]

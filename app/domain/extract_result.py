"""What taking in an extract answers, as frozen values (design/formats.md sections 1 and 5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from app.domain.errors import ForumDeskError
from app.domain.extract import Oddity, Rejection, rejections_csv
from app.domain.words import LeftOutReason


class ExtractBalanceError(ForumDeskError):
    """The counts do not add up to the rows of the file; nothing may be stored in that state."""


class DifferenceRow(NamedTuple):
    """One value that IOMS now gives otherwise, old and new as a person reads them.

    `days_lost` is for dates: positive where the new one is earlier (need T2).
    """

    prn: str
    field: str
    old: str | None
    new: str | None
    days_lost: int | None


class RejectedRows(Struct, frozen=True):
    """Refused rows as they stood in their file, so that they can be mended and read again."""

    file_name: str
    headings: tuple[str, ...]
    cells: Mapping[int, tuple[str, ...]]
    rejections: tuple[Rejection, ...]

    def as_csv(self) -> bytes:
        """The rows with `Row`, `Heading` and `Reason` beside them, as a spreadsheet opens it."""
        return rejections_csv(self.headings, self.cells, self.rejections)


class ImportResult(Struct, frozen=True):
    """What an extract did to the register, or would do. rows = added + changed + unchanged + rejected.

    `extract` is its number in the register; None for a dry run. Warnings of row 0 are about the whole file.
    """

    file_name: str
    extract: int | None
    as_at: date | None
    rows: int
    added: int
    changed: int
    unchanged: int
    rejected: int
    gone: int
    cases_opened: int
    anchors_moved: int
    flags_raised: int
    flags_withdrawn: int
    rejected_rows: RejectedRows
    warnings: tuple[Oddity, ...]
    unknown_headings: tuple[str, ...]
    differences: tuple[DifferenceRow, ...]
    gone_prns: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.rows != self.added + self.changed + self.unchanged + self.rejected:
            raise ExtractBalanceError(
                f"{self.file_name}: {self.rows} rows are not the {self.added} added, {self.changed} changed, "
                f"{self.unchanged} unchanged and {self.rejected} rejected; nothing was taken in. "
                "Tell whoever looks after ForumDesk."
            )

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """One entry a fault."""
        return self.rejected_rows.rejections

    def counts(self) -> dict[str, int]:
        """What the trail and the extract's own row keep."""
        return {
            "rows": self.rows,
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "gone": self.gone,
            "cases_opened": self.cases_opened,
            "anchors_moved": self.anchors_moved,
            "flags_raised": self.flags_raised,
            "flags_withdrawn": self.flags_withdrawn,
        }


class ExtractRow(Struct, frozen=True):
    """One extract as it was taken in: where it came from and what it did (need R12)."""

    extract: int
    file_name: str
    sha256: str
    encoding: str
    as_at: date | None
    imported_at: datetime
    who: str
    counts: Mapping[str, int]


class LeftOutRow(NamedTuple):
    """Why an imported person is not on the list (need R5); `starts` is for `not-yet` alone."""

    prn: str
    surname: str
    given_names: str
    reason: LeftOutReason
    starts: date | None
    forum: str
    watch_list: bool

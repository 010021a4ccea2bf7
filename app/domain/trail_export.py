"""The trail as a file for an auditor: which entries, told in words, marked, and no formula in any cell (need A3)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import read_date, show_date
from app.domain.errors import Refused
from app.domain.extract import guard_cell
from app.domain.names import fold
from app.domain.register import ForumRow
from app.domain.trail import TrailRow
from app.domain.trail_kinds import KINDS, kind_of
from app.domain.words import Marking

HEADINGS = ("No.", "When", "Who", "As", "Kind", "Event", "About", "What happened")
TRAINING = "TRAINING: made-up people"


class TrailAsk(Struct, frozen=True):
    """What must hold of an entry; empty fields ask for nothing. `kind` is a name of `KINDS`."""

    text: str = ""
    who: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, row: TrailRow) -> bool:
        """Whether an entry is asked for."""
        if self.who and row.who != self.who:
            return False
        if self.kind and kind_of(row.event) != self.kind:
            return False
        if self.since or self.until:
            day = read_date(row.at[:10])
            if day is None or (self.since and day < self.since) or (self.until and day > self.until):
                return False
        said = fold(f"{row.sentence} {row.subject} {row.seq}")
        return all(word in said for word in fold(self.text).split())

    @property
    def words(self) -> str:
        """What is asked for, as the file tells it; it stays English whatever the window speaks."""
        parts = (
            f"with “{self.text.strip()}”" if self.text.strip() else "",
            f"by {self.who}" if self.who else "",
            f"about {self.kind}" if self.kind else "",
            f"from {show_date(self.since)}" if self.since else "",
            f"until {show_date(self.until)}" if self.until else "",
        )
        return ", ".join(part for part in parts if part) or "every entry"

    @property
    def fields(self) -> tuple[str, ...]:
        """The filters in force by name, for the trail: what was searched for may be a person's name."""
        named = {
            "words": self.text.strip(), "person": self.who, "kind": self.kind, "from": self.since, "until": self.until
        }  # fmt: skip
        return tuple(name for name, value in named.items() if value)


def read_kind(text: str) -> str:
    """A kind of entry by its name, without regard to case. Raises `Refused` naming those there are."""
    if not text.strip():
        return ""
    for kind in KINDS:
        if fold(kind) == fold(text):
            return kind
    raise Refused(f"'{text}' is no kind of entry; nothing was written. The kinds are: {', '.join(KINDS)}.")


class Exported(NamedTuple):
    """The file, how many entries of how many stand in it, and the entry up to which the trail was read."""

    data: bytes
    entries: int
    of: int
    head: int
    name: str


class ExportHead(Struct, frozen=True):
    """What stands over the entries."""

    forums: Sequence[ForumRow]
    made_by: str
    made_at: str
    reason: str
    head: int
    hash: str

    @property
    def marking(self) -> str:
        """The gravest of the forums' markings; TRAINING where made-up people are among them."""
        kinds = {row.marking for row in self.forums}
        mark = Marking.SENSITIVE if Marking.SENSITIVE in kinds else Marking.IN_CONFIDENCE
        training = any(row.training for row in self.forums)
        return f"{mark.value} · {TRAINING}" if training else mark.value


def export_file(rows: Iterable[TrailRow], ask: TrailAsk, head: ExportHead) -> bytes:
    """A CSV in UTF-8 with its mark: marked above and below, what it is, then a line an entry as it reads."""
    shown = [row for row in rows if ask.holds(row)]
    page = io.StringIO(newline="")
    out = csv.writer(page, lineterminator="\r\n")
    where = ", ".join(row.name for row in head.forums) or "the register"
    told = (
        (head.marking,),
        ("Trail of", where),
        ("Made", f"{head.made_at} by {head.made_by}"),
        ("For", head.reason),
        ("Entries", f"{ask.words}: {len(shown):,}"),
        ("Read up to entry", str(head.head), head.hash),
    )
    for line in told:
        out.writerow([guard_cell(cell) for cell in line])
    out.writerow(())
    out.writerow(HEADINGS)
    for row in shown:
        cells = (row.seq, row.at, row.who, row.role, kind_of(row.event), row.event, row.subject, row.sentence)
        out.writerow([guard_cell(str(cell)) for cell in cells])
    out.writerow((head.marking,))
    return b"\xef\xbb\xbf" + page.getvalue().encode("utf-8")

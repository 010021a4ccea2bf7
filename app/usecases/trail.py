"""Reading and verifying the trail (need A3)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.checkpoint import Checkpoint, read_checkpoint
from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.people import Permission
from app.domain.trail import TrailRow, Verdict
from app.domain.trail_export import Exported, ExportHead, TrailAsk, export_file
from db import trail
from db.queries import register
from db.queries import trail as queries
from db.work import Work


@use_case(Permission.READ_TRAIL, looks=True)
def list_trail(work: Work, after: int = 0, limit: int | None = None) -> tuple[TrailRow, ...]:
    """Entries in order, as sentences; somebody with an office in one forum reads that forum's."""
    forums = work.forums_with(Permission.READ_TRAIL)
    rows = queries.rows(work.connection, after, limit, forums, work.hidden)
    work.enter("trail", entries=len(rows))
    return rows


@use_case(Permission.VERIFY_TRAIL, looks=True)
def verify_trail(work: Work, checkpoint: str = "", tell: Callable[[int, int], None] | None = None) -> Verdict:
    """Walk the chain: numbers, hashes, signatures. Names the first entry that does not hold.

    `tell` hears how many entries of how many are walked, and may stop it by raising.

    `checkpoint` are groups typed in from paper, full or short: the entry they tell of is compared too, which shows a
    tail that was cut or filled anew. Raises `Refused` for a slip in them, naming the groups, and for one in the number
    before them, which no group can tell.
    """
    typed = read_checkpoint(checkpoint) if checkpoint.strip() else None
    of = trail.head(work.connection)[0]
    verdict = trail.verify_chain(work.connection, lambda done: tell(done, of) if tell else None)
    if typed and verdict.ok:
        same = trail.agrees(work.connection, typed)
        if not same and (other := trail.entry_of(work.connection, typed)):
            raise Refused(
                f"The groups are those of entry {other:,}; {typed.seq:,} was typed before them. Nothing is wrong with "
                "the trail by this: look at the number on the paper again."
            )
        verdict = verdict.against(typed.seq, same)
    work.enter("trail", reason=f"checkpoint {typed.seq}" if typed else "", entries=verdict.entries)
    return verdict


@use_case(Permission.VERIFY_TRAIL, looks=True)
def print_checkpoint(work: Work) -> Checkpoint:
    """Twenty groups that close the tail of the trail on paper that is kept."""
    point = trail.checkpoint_now(work.connection)
    work.enter("trail", reason=f"checkpoint {point.seq}")
    return point


@use_case(Permission.READ_TRAIL, looks=True)
def export_trail(work: Work, reason: str, ask: TrailAsk | None = None) -> Exported:
    """The entries asked for as a file for an auditor, with why it leaves: what this reader may read, and no more.

    The entry that says so stands in the trail before the file is handed out; it names the filters, not what was typed
    in them.
    """
    why, wanted = needed(reason, "The reason"), ask or TrailAsk()
    forums = work.forums_with(Permission.READ_TRAIL)
    # Masked here, before they are looked through: bytes pass the door's own mask as they are.
    rows = work.hidden.mask(queries.rows(work.connection, 0, None, forums, work.hidden))
    seq, digest = trail.head(work.connection)
    head = ExportHead(
        register.forums(work.session, forums), work.user_name, show_moment(work.at), why, seq, digest
    )
    shown = tuple(row for row in rows if wanted.holds(row))
    data = export_file(shown, wanted, head)
    narrowed = f"; by {', '.join(wanted.fields)}" if wanted.fields else ""
    sha256 = hashlib.sha256(data).hexdigest()
    work.enter("trail", reason=f"{why}{narrowed}; SHA-256 {sha256[:16]}", entries=len(shown))
    return Exported(data, len(shown), len(rows), seq, f"trail-{work.today.isoformat()}-to-entry-{seq}.csv")

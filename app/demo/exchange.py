"""The Police workbook: out, filled in elsewhere, in, reviewed, decided, confirmed, answered with a receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.demo import cast
from app.demo.officer import fill_in
from app.demo.stage import Stage
from app.domain.police_exchange import Review, ReviewCell, Verdict
from app.domain.words import CellState, RowState
from app.usecases import police, police_links, police_review


def send(stage: Stage) -> bytes:
    """The workbook of the issued agenda, under its passphrase. Returns what left."""
    sent: list[bytes] = []
    made = police.export_police(stage.administrator, stage.meeting, cast.WORKBOOK_PASSPHRASE, sent.append)
    stage.exchange = made.exchange
    stage.place.write(_file(stage, "sent"), sent[0], "the Police workbook as it went out (encrypted)")
    stage.tell(
        f"The Police workbook {made.exchange} goes out with {made.rows} sealed rows about {made.people} people; the "
        "disclosure ledger has it."
    )
    return sent[0]


def take_in(stage: Stage, sent: bytes) -> None:
    """What the officer sent back: read behind the gate, staged, nothing written yet; and the same file again."""
    name = _file(stage, "returned")
    data = fill_in(
        sent, cast.WORKBOOK_PASSPHRASE, cast.OFFICER, stage.clock.today, cast.POLICE_SAYS, cast.SEED
    )
    file = stage.place.write(name, data, "the same, filled in by Police (encrypted)")
    taken = police.take_in_police(stage.second, data, file.name, cast.WORKBOOK_PASSPHRASE)
    again = police.take_in_police(stage.second, data, file.name, cast.WORKBOOK_PASSPHRASE)
    counts = taken.counts
    stage.tell(
        f"{cast.SECOND.name} takes it in: {counts.rows} rows = {counts.intact} intact + {counts.ours_changed} with our "
        f"cells changed + {counts.unknown_row} unknown + {counts.duplicate} duplicate; {counts.missing} missing; "
        f"{taken.cells} cells wait for a decision, {len(taken.refused)} refused in words. The same file again: "
        f"{again.cells} cells."
    )


def decide(stage: Stage) -> None:
    """Accept all that is intact; then one cell put right, one asked back, one rejected; then confirm."""
    desk, exchange = stage.second, stage.exchange
    police_review.accept_intact(desk, exchange)
    review = police_review.review_police(desk, exchange)
    _link(stage, review)
    _each_once(stage, review.cells)
    receipts: list[bytes] = []
    done = police_review.confirm_police(desk, exchange, receipts.append)
    stage.place.write(_file(stage, "receipt"), receipts[0], "the receipt to Police, cell by cell (encrypted)")
    stage.tell(
        f"Confirmed in one transaction: {done.taken} cells taken, {done.changed} changed, {done.not_taken} not taken, "
        f"{done.asked} asked back, about {done.people} people. The receipt tells Police each of them."
    )


def _link(stage: Stage, review: Review) -> None:
    """The chair says whom the row added by hand is about; one of Police's own rows is accepted with it."""
    unknown = [row for row in review.rows if row.state is RowState.UNKNOWN_ROW and row.proposals]
    for row in unknown[:1]:
        best = row.proposals[0]
        police_links.link_row(stage.chair, stage.exchange, row.tag, best.prn)
        stage.tell(
            f"A row without a seal: linkage proposes a listed person ({best.why.rstrip('.')}). The chair says "
            "that it is them."
        )


def _each_once(stage: Stage, cells: Sequence[ReviewCell]) -> None:
    taken = [cell for cell in cells if cell.state is CellState.ACCEPTED and cell.heading == "Information"]
    verdicts = (
        (Verdict.EDIT, "Known to live near a co-offender; the street is the next one.", ""),
        (Verdict.ASK, "", "Which of the two addresses is meant?"),
        (Verdict.REJECT, "", "This is about the brother, who is not before the forum."),
    )
    done = Counter[str]()
    for cell, (verdict, value, reason) in zip(taken, verdicts, strict=False):
        police_review.decide_police(stage.second, stage.exchange, (cell.id,), verdict, value, reason)
        done[verdict] += 1
    waiting = [
        cell for cell in cells if cell.state is CellState.UNDECIDED and cell.row_state is None and cell.prn
    ]
    if waiting:
        police_review.decide_police(
            stage.second, stage.exchange, tuple(c.id for c in waiting if not c.fault), Verdict.ACCEPT
        )
    stage.tell(
        f"Reviewed side by side: all intact cells accepted; {done[Verdict.EDIT]} corrected, {done[Verdict.ASK]} asked "
        f"back, {done[Verdict.REJECT]} rejected."
    )


def _file(stage: Stage, what: str) -> str:
    return f"police/{stage.exchange}-{what}.xlsx"

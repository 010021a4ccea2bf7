"""Numbered copies from a terminal."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.cli.base import Call, Reply, count, read_bytes, table
from app.cli.case_words import told, watch_lines
from app.cli.known import as_known_reply, give_out, past_day
from app.desk import Desk, clock
from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.holders import read_copies_csv
from app.domain.incidents import Incident
from app.domain.packs import CopyRow, HolderDraft, Ledger, Settlement, read_code, show_code
from app.domain.passphrase import offer_passphrase
from app.domain.words import Contents, CopyState, IncidentStepName
from app.files import refuse_taken, refuse_unwritable, write_whole
from app.usecases import copy_ledger, known, packs
from app.usecases.incidents import list_incidents, record_incident_step


def count_in_sheet(call: Call) -> Reply:
    """The sheet as a plain PDF: it names holders and no prisoner, and it is kept."""
    args = call.args
    file = Path(args.out)
    refuse_taken(file)
    desk = call.desk()
    sheet = packs.count_in_sheet(desk, args.meeting, "as a file")
    write_whole(file, sheet.pdf, "The count-in sheet")
    return Reply(
        {"file": str(file), "meeting": sheet.meeting, "pages": sheet.pages},
        (f"Wrote the count-in sheet of {sheet.meeting} to {file}, {count(sheet.pages, 'page')}.",),
    )


def watch(call: Call) -> Reply:
    rows = packs.watch_pack(call.desk(), call.args.meeting)
    return Reply({"plans": told(rows)}, tuple(watch_lines(rows)) or ("No case of the pack is behind.",))


def print_(call: Call) -> Reply:
    args = call.args
    file = Path(args.copies)
    listed = read_copies_csv(read_bytes(file, "The copies file"), file.name)
    folder = Path(args.out)
    refuse_unwritable(folder, "Copies")
    desk = call.desk()
    order = packs.reserve_copies(
        desk, args.meeting, Contents(args.contents), listed.holders, args.reason, plain=args.plain
    )
    return bring_out(desk, ((order, listed.holders),), folder, plain=args.plain, notes=listed.notes)


Ordered = tuple[packs.PrintOrder, Sequence[HolderDraft]]
"""What was reserved, and its holders in the order of its copies."""


def bring_out(
    desk: Desk, orders: Sequence[Ordered], folder: Path, *, plain: bool, notes: tuple[str, ...] = ()
) -> Reply:
    """Write every copy of some orders; what does not come out is void, and what did is told with its passphrases."""
    shown: dict[str, str] = {}
    issued: list[CopyRow] = []
    stopped = ""
    try:
        for order, holders in orders:
            laid_out = packs.lay_out_pages(desk, order.meeting, order)
            for row, holder in zip(order.copies, holders, strict=True):
                passphrase = None if plain else _passphrase(holder, row, shown)
                issued.append(
                    packs.issue_copy(
                        desk, row.code, laid_out, passphrase, lambda made, data: _write(folder, made, data)
                    )
                )
    except (Refused, KeyboardInterrupt) as stop:
        _take_back(folder, orders, issued)
        for order, _ in orders:
            packs.void_copies(desk, order.meeting, order)
        if not issued:
            raise
        # What was issued is out, so its passphrases are shown although the rest did not come out.
        stopped = stop.sentence if isinstance(stop, Refused) else "it was stopped."
    return _printed(orders, issued, shown, notes, folder, stopped)


def _take_back(folder: Path, orders: Sequence[Ordered], issued: list[CopyRow]) -> None:
    """Remove the file of a copy that was written but could not be confirmed: a void copy has no file."""
    out = {row.code for row in issued}
    for row in (row for order, _ in orders for row in order.copies if row.code not in out):
        with suppress(OSError):
            (folder / row.file).unlink(missing_ok=True)


def _printed(
    orders: Sequence[Ordered],
    issued: list[CopyRow],
    shown: dict[str, str],
    notes: tuple[str, ...],
    folder: Path,
    stopped: str,
) -> Reply:
    asked = sum(len(order.copies) for order, _ in orders)
    lines = [f"Printed {count(len(issued), 'numbered copy', 'numbered copies')} to {folder}."]
    lines += table(
        ("Copy", "Holder", "Code", "Pages", "File"),
        [
            (f"{row.number} of {row.of}", row.holder, show_code(row.code), row.pages, row.file)
            for row in issued
        ],
    )
    lines += [*notes, *_shown_once(issued, shown)]
    copies = [_data(row) | _made(row, shown) for row in issued]
    told = f"Only {len(issued)} of {asked} copies came out, the others are void: {stopped}" if stopped else ""
    return Reply(
        {"meeting": orders[0][0].meeting, "copies": copies},
        tuple(lines),
        exit_code=int(bool(stopped)),
        sentence=told,
    )


def return_(call: Call) -> Reply:
    return _counted(copy_ledger.return_copies(call.desk(), _codes(call), call.args.meeting), "Counted in")


def destroy(call: Call) -> Reply:
    args = call.args
    return _counted(
        copy_ledger.destroy_copies(call.desk(), _codes(call), args.witness, args.method),
        "Recorded as destroyed:",
    )


def missing(call: Call) -> Reply:
    counted = copy_ledger.lose_copy(call.desk(), read_code(call.args.code), call.args.reason)
    reply = _counted(counted, "Recorded as missing:")
    tell = "This is an incident: tell the chair now; the privacy-breach clock has started (`forumdesk pack incidents`)."
    return Reply(reply.data, (*reply.lines, tell))


def incidents(call: Call) -> Reply:
    now = (call.edges.now or clock)()
    rows = list_incidents(call.desk(), call.args.forum)
    lines: list[str] = []
    for each in rows:
        lines.append(
            f"{each.copy.words} of {each.copy.meeting_code}, {show_code(each.copy.code)}: {each.clock(now)}"
        )
        lines.append(f"  {each.copy.holder}. {each.last_seen}")
        for step in each.steps:
            done = f"done {show_moment(step.at)} by {step.who}: {step.note}" if step.at else (
                f"due {show_moment(step.due)}"
            )  # fmt: skip
            lines.append(f"  {step.step.value}: {done}")
    return Reply(
        {"incidents": [_incident(each) for each in rows]}, tuple(lines or ("No copy was ever missing.",))
    )


def incident(call: Call) -> Reply:
    args = call.args
    step = IncidentStepName[args.step.upper()]
    done = record_incident_step(call.desk(), read_code(args.code), step, args.note)
    now = (call.edges.now or clock)()
    return Reply(_incident(done), (f"{done.copy.words}: {step.value} recorded; {done.clock(now)}.",))


def _incident(each: Incident) -> dict[str, object]:
    return {
        "code": each.copy.code,
        "meeting": each.copy.meeting_code,
        "holder": each.copy.holder,
        "opened": each.opened_at,
        "last_seen": each.last_seen,
        "found": each.found,
        "closed": each.closed_at,
        "steps": [
            {"step": row.step.name.lower(), "due": row.due, "done": row.at, "by": row.who, "note": row.note}
            for row in each.steps
        ],
    }


def settle(call: Call) -> Reply:
    counted = copy_ledger.settle_copy(call.desk(), read_code(call.args.code), Settlement(call.args.said))
    return _counted(counted, "Settled:")


def ledger(call: Call) -> Reply:
    args = call.args
    if on := past_day(call):
        if given := give_out(call, on, meeting=args.meeting, ledger=True):
            return given
        then = known.show_ledger_as_known(call.desk(), args.meeting, on)
        return as_known_reply(
            then, _ledger_reply(then.record.meeting, then.record.copies, then.record.ledger)
        )
    counted = copy_ledger.show_ledger(call.desk(), args.meeting)
    return _ledger_reply(counted.meeting, counted.copies, counted.ledger)


def _ledger_reply(meeting: str, copies: Sequence[CopyRow], count: Ledger) -> Reply:
    rows = sorted(copies, key=lambda row: (row.state is not CopyState.OUT, row.contents, row.number))
    data = _ledger(count) | {
        "meeting": meeting,
        "copies": [_data(row) for row in copies],
    }
    if not rows:
        return Reply(data, (f"No copies of {meeting} yet.",))
    lines = table(
        ("Copy", "Holder", "Service", "Code", "Issued", "State"),
        [
            (
                f"{row.contents.value} {row.number} of {row.of}",
                row.holder,
                row.service,
                show_code(row.code),
                show_moment(row.issued_at) if row.issued_at else "",
                row.state.value.upper() if row.state is CopyState.OUT else row.state.value,
            )
            for row in rows
        ],
    )
    return Reply(data, (*lines, _sum(count)))


def trace(call: Call) -> Reply:
    found = copy_ledger.trace_code(call.desk(), read_code(call.args.code))
    row = found.copy
    where = _WHERE[row.state].format(holder=row.holder)
    page = f"Page {found.page} of {row.pages} of " if found.page else ""
    words = f"{row.contents.value} {row.words}, meeting {row.meeting_code}"
    issued = show_moment(row.issued_at) if row.issued_at else "never"
    lines = (
        page + words if page else words[0].upper() + words[1:],
        f"Issued {issued}, printed by {found.printed_by}: {found.reason}",
        where,
    )
    data = _data(row) | {
        "meeting": row.meeting_code,
        "contents": row.contents.value,
        "page": found.page,
        "where": where,
        "issued_at": row.issued_at,
        "printed_by": found.printed_by,
    }
    return Reply(data, lines)


_WHERE = {
    CopyState.RESERVED: "Nobody has confirmed that it came out of the printer: settle it.",
    CopyState.VOID: "It was never printed; a page of it should not exist.",
    CopyState.OUT: "It should be with {holder}.",
    CopyState.RETURNED: "It was counted in and should be in the forum's safe.",
    CopyState.DESTROYED: "It was destroyed; a page of it should not exist.",
    CopyState.MISSING: "It is recorded as missing.",
}


def _codes(call: Call) -> tuple[str, ...]:
    return tuple(read_code(code) for code in call.args.codes)


def _write(folder: Path, row: CopyRow, data: bytes) -> None:
    write_whole(folder / row.file, data, row.words.capitalize())


def _passphrase(holder: HolderDraft, row: CopyRow, shown: dict[str, str]) -> str:
    if holder.passphrase:
        return holder.passphrase
    shown[row.code] = offer_passphrase(secrets.choice)
    return shown[row.code]


def _shown_once(issued: list[CopyRow], shown: dict[str, str]) -> list[str]:
    if not shown:
        return []
    made = [(row.holder, shown[row.code]) for row in issued if row.code in shown]
    return ["Passphrases made for these copies, shown this once:", *table(("Holder", "Passphrase"), made)]


def _made(row: CopyRow, shown: dict[str, str]) -> dict[str, object]:
    return {"passphrase": shown[row.code]} if row.code in shown else {}


def _data(row: CopyRow) -> dict[str, object]:
    return {
        "number": row.number,
        "of": row.of,
        "holder": row.holder,
        "service": row.service,
        "code": row.code,
        "file": row.file,
        "pages": row.pages,
        "state": row.state.value,
    }


def _ledger(count: Ledger) -> dict[str, object]:
    return {
        "printed": count.printed,
        "issued": count.issued,
        "void": count.void,
        "out": count.out,
        "returned": count.returned,
        "destroyed": count.destroyed,
        "missing": count.missing,
        "reserved": count.reserved,
        "balanced": count.balanced,
    }


def _sum(count: Ledger) -> str:
    parts = [
        f"{count.printed} printed = {count.issued} issued + {count.void} void",
        (
            f"{count.issued} issued = {count.out} out + {count.returned} returned "
            f"+ {count.destroyed} destroyed + {count.missing} missing"
        ),
    ]
    if count.reserved:
        parts.append(f"{count.reserved} reserved and to be settled")
    return "; ".join(parts) + (
        ". The ledger balances." if count.balanced else ". THE LEDGER DOES NOT BALANCE."
    )


def _counted(counted: copy_ledger.Counted, did: str) -> Reply:
    data = _ledger(counted.ledger) | {
        "meeting": counted.meeting,
        "copies": [_data(row) for row in counted.copies],
    }
    return Reply(data, (*(f"{did} {row.words}." for row in counted.copies), _sum(counted.ledger)))

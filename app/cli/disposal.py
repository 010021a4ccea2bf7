"""Disposal from a terminal: due lists, holds, proposals, approvals and certificates."""

from __future__ import annotations

from pathlib import Path

from app.cli.base import Call, Reply, count, optional_day, table
from app.domain.case_drafts import read_word
from app.domain.dates import show_date, show_moment
from app.domain.disposal import ClassRow, DisposalEvent, DisposalRow, DisposalState
from app.domain.names import full_name
from app.domain.records import spelt_out
from app.files import write_whole
from app.usecases import disposal


def classes(call: Call) -> Reply:
    rows = disposal.disposal_classes(call.desk())
    lines = table(
        ("Class", "Name", "Begins when", "Years", "Source"),
        [(row.code, row.name, row.event.value, row.years, row.source) for row in rows],
    )
    return Reply({"classes": [spelt_out(row) for row in rows]}, lines)


def class_(call: Call) -> Reply:
    args = call.args
    event = read_word(DisposalEvent, args.event, "an event")
    row = disposal.set_disposal_class(call.desk(), args.code, args.name, event, args.years, args.source)
    return Reply(spelt_out(row), (f"Class {row.code}, version {row.version}: {_kept(row)}.",))


def _kept(row: ClassRow) -> str:
    return f"{row.name}, {count(row.years, 'year')} from {row.event.value} ({row.source})"


def due(call: Call) -> Reply:
    args = call.args
    rows = disposal.due_disposals(call.desk(), optional_day(args.on, "--on"), args.forum)
    if not rows:
        return Reply({"due": []}, ("Nobody's time is up.",))
    shown = [
        (
            row.prn,
            full_name(row.surname, row.given_names),
            row.forum,
            row.class_code,
            f"{row.event.value} {show_date(row.event_date)}",
            show_date(row.due),
            f"held: {row.held}" if row.held else f"proposed ({row.proposed})" if row.proposed else "",
        )
        for row in rows
    ]
    lines = table(("PRN", "Name", "Forum", "Class", "Since", "Due", ""), shown)
    return Reply({"due": [spelt_out(row) for row in rows]}, (*lines, count(len(rows), "person")))


def holds(call: Call) -> Reply:
    rows = disposal.list_holds(call.desk())
    if not rows:
        return Reply({"holds": []}, ("Nobody is held.",))
    shown = [
        (
            row.prn,
            full_name(row.surname, row.given_names),
            row.reason,
            f"{row.held_by}, {show_moment(row.at)}",
            f"released by {row.released_by}: {row.released_reason}" if row.released_at else "stands",
        )
        for row in rows
    ]
    return Reply(
        {"holds": [spelt_out(row) for row in rows]}, table(("PRN", "Name", "Reason", "By", "State"), shown)
    )


def hold(call: Call) -> Reply:
    disposal.hold(call.desk(), call.args.prn, call.args.reason)
    return Reply({"prn": call.args.prn, "held": True}, (f"{call.args.prn} is held: nothing is destroyed.",))


def release_hold(call: Call) -> Reply:
    disposal.release_hold(call.desk(), call.args.prn, call.args.reason)
    return Reply({"prn": call.args.prn, "held": False}, (f"The hold on {call.args.prn} is released.",))


def propose(call: Call) -> Reply:
    row = disposal.propose_disposal(call.desk(), call.args.prn, call.args.class_code)
    line = (
        f"Disposal {row.id}: {row.name} (PRN {row.prn}) under {row.class_code}, due {show_date(row.due)}. "
        f"A chair other than you destroys it with `forumdesk disposal approve {row.id}`."
    )
    return Reply(_data(row), (line, *_unnamed(row)))


def _unnamed(row: DisposalRow) -> tuple[str, ...]:
    if row.has_authority:
        return ()
    return (
        f"Class {row.class_code} names no authority: nothing is destroyed until `forumdesk disposal class` enters it.",
    )


def list_(call: Call) -> Reply:
    rows = disposal.list_disposals(call.desk())
    if not rows:
        return Reply({"disposals": []}, ("Nothing was proposed, and nothing was destroyed.",))
    shown = [
        (
            row.id,
            f"{row.name} (PRN {row.prn})" if row.prn else f"person {row.number}",
            row.class_code,
            row.state.value,
            row.proposed_by,
            row.decided_by,
            show_moment(row.decided_at) if row.decided_at else "",
        )
        for row in rows
    ]
    headings = ("No", "Whose", "Class", "State", "Proposed by", "Decided by", "When")
    return Reply({"disposals": [_data(row) for row in rows]}, table(headings, shown))


def approve(call: Call) -> Reply:
    row = disposal.approve_disposal(call.desk(), call.args.number)
    lines = (
        f"Disposal {row.id} is done: {row.total:,} rows about person {row.number} are destroyed.",
        f"Frozen texts in which the lines about them are blank now: {len(row.blanked)}.",
        "Backups made before keep them until those are deleted.",
        f"Rows of other records that still name them: {row.mentions}.",
        f"The certificate: `forumdesk disposal certificate {row.id} --out FILE.pdf`.",
    )
    return Reply(_data(row), lines)


def decline(call: Call) -> Reply:
    row = disposal.decline_disposal(call.desk(), call.args.number, call.args.reason)
    return Reply(_data(row), (f"Disposal {row.id} is declined; the records stay.",))


def certificate(call: Call) -> Reply:
    out = Path(call.args.out)
    made = disposal.print_certificate(call.desk(), call.args.number)
    write_whole(out, made.pdf)
    data = {"file": str(out), "disposal": made.row.id, "sha256": made.sha256}
    return Reply(data, (f"The certificate of disposal {made.row.id} is in {out}.",))


def _data(row: DisposalRow) -> dict[str, object]:
    data = spelt_out(row) | {"rows": row.total}
    if row.state is DisposalState.DONE:
        del data["prn"], data["name"]
    return data

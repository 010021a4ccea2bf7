"""Actions from a terminal."""

from __future__ import annotations

from pathlib import Path

from app.cli import pack
from app.cli.base import Call, Reply, day_of, optional_day, table
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.meeting import ActionRow, TransferDraft, read_service
from app.domain.names import full_name
from app.domain.packs import HolderDraft
from app.domain.words import ActionOutcome
from app.files import refuse_unwritable
from app.usecases import meeting, packs

_OUTCOMES = {outcome.value.replace(" ", "-"): outcome for outcome in ActionOutcome}


def list_(call: Call) -> Reply:
    rows = meeting.list_actions(call.desk(), call.args.forum, call.args.open)
    data: dict[str, object] = {"actions": [as_json(row) for row in rows]}
    if not rows:
        return Reply(data, ("No open actions." if call.args.open else "No actions.",))
    shown = [
        (
            row.id,
            show_date(row.due),
            row.prn,
            full_name(row.surname, row.given_names),
            row.text,
            _whose(row),
            str(row.outcome),
        )
        for row in rows
    ]
    return Reply(data, table(("No.", "Due", "PRN", "About", "Action", "Owner", "Outcome"), shown))


def done(call: Call) -> Reply:
    args = call.args
    on = day_of(args.on, "--on") if args.on else None
    to = _transfer(call)
    desk = call.desk()
    row = meeting.settle_action(desk, args.id, _OUTCOMES[args.outcome], on, args.note, to)
    lines = [f"Action {row.id} is {row.outcome}, {show_date(row.outcome_on)}: {row.text} ({row.owner})."]
    data = as_json(row)
    if to is not None:
        after = next(each for each in meeting.list_actions(desk, row.forum) if each.follows == row.id)
        lines.append(
            f"It goes on as action {after.id}, {after.owner} ({after.service}), due {show_date(after.due)}."
        )
        data["goes_on_as"] = after.id
    return Reply(data, tuple(lines))


def slips(call: Call) -> Reply:
    args = call.args
    folder = Path(args.out)
    refuse_unwritable(folder, "Copies")
    desk = call.desk()
    orders = packs.reserve_slips(
        desk, args.meeting, (args.owner,) if args.owner else (), args.reason, args.plain
    )
    ordered = [
        (order, tuple(HolderDraft(row.holder, row.service) for row in order.copies)) for order in orders
    ]
    return pack.bring_out(desk, ordered, folder, plain=args.plain)


def _transfer(call: Call) -> TransferDraft | None:
    args = call.args
    if not args.to:
        for given, option in ((args.to_service, "--to-service"), (args.due, "--due")):
            if given:
                raise Refused(f"{option} goes with --to; nothing was changed: name the new owner.")
        return None
    service = read_service(args.to_service) if args.to_service else None
    return TransferDraft(args.to, service, optional_day(args.due, "--due"))


def as_json(row: ActionRow) -> dict[str, object]:
    """One action under the names scripts rely on."""
    return {
        "id": row.id,
        "forum": row.forum,
        "meeting": row.meeting,
        "prn": row.prn,
        "surname": row.surname,
        "given_names": row.given_names,
        "text": row.text,
        "service": row.service,
        "owner": row.owner,
        "due": row.due,
        "outcome": row.outcome.value.replace(" ", "-"),
        "outcome_on": row.outcome_on,
        "note": row.note,
        "follows": row.follows,
    }


def _whose(row: ActionRow) -> str:
    return f"{row.owner}, {row.service}"

"""`forumdesk case transfer …`: cases that go to another forum, with a receipt (need R11)."""

from __future__ import annotations

from app.cli.base import Call, Reply, count, table
from app.cli.case_words import told
from app.domain.dates import show_date
from app.domain.errors import NotFound
from app.domain.names import full_name
from app.domain.transfers import TransferRow
from app.usecases import transfers


def _reply(row: TransferRow, first: str) -> Reply:
    return Reply({"prn": row.prn, "transfer": told(row)}, (first, *row.lines))


def propose(call: Call) -> Reply:
    args = call.args
    if args.withdraw:
        row = transfers.withdraw_transfer(call.desk(), args.prn, args.reason)
        return _reply(row, f"The proposal of {row.prn} to {row.to_forum} is taken back.")
    row = transfers.propose_transfer(call.desk(), args.prn, args.to, args.reason)
    stays = f"it stays {row.from_forum}'s until {row.to_forum} accepts it"
    return _reply(row, f"Proposed {row.prn} to {row.to_forum}; {stays}.")


def accept(call: Call) -> Reply:
    row = transfers.accept_transfer(call.desk(), call.args.prn, call.args.note)
    return _reply(row, f"Accepted {row.prn}: it is {row.to_forum}'s from now on.")


def decline(call: Call) -> Reply:
    row = transfers.decline_transfer(call.desk(), call.args.prn, call.args.reason)
    return _reply(row, f"Declined {row.prn}: it stays with {row.from_forum}.")


def list_(call: Call) -> Reply:
    args = call.args
    rows = transfers.list_transfers(call.desk(), args.forum)
    if args.receipt is not None:
        found = next((row for row in rows if row.number == args.receipt), None)
        if found is None:
            raise NotFound(
                f"There is no transfer number {args.receipt}; `forumdesk case transfers` shows them."
            )
        return Reply({"transfer": told(found)}, found.lines)
    if not rows:
        return Reply({"transfers": []}, ("No case went or is to go between forums.",))
    shown = [
        (
            row.number,
            row.prn,
            full_name(row.surname, row.given_names),
            f"{row.from_forum} → {row.to_forum}",
            row.state.value,
            show_date(row.answered_on or row.proposed_on),
            row.reason,
        )
        for row in rows
    ]
    lines = table(("No.", "PRN", "Person", "Forums", "State", "Since", "Reason"), shown)
    return Reply({"transfers": told(rows)}, (*lines, count(len(rows), "transfer")))

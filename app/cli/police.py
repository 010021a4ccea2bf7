"""The Police exchange from a terminal."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.cli.base import Call, Reply, count, read_bytes, read_passphrase_file, table
from app.cli.police_lines import review_data, review_lines, taken_in_lines
from app.domain.dates import AUCKLAND, show_date
from app.domain.errors import Refused
from app.domain.police_exchange import ExchangeLine, SentExchange, Verdict
from app.domain.police_under_review import Over
from app.files import kept_until_recorded
from app.usecases import police
from app.usecases import police_asking as asking
from app.usecases import police_links as links
from app.usecases import police_review as reviews


def export(call: Call) -> Reply:
    args = call.args
    out = Path(args.out)
    with kept_until_recorded(out, "The Police workbook") as deliver:
        sent = police.export_police(call.desk(), args.meeting, _passphrase(args), deliver)
    return _sent(sent, out)


def ask_back(call: Call) -> Reply:
    args = call.args
    out = Path(args.out)
    with kept_until_recorded(out, "The workbook") as deliver:
        sent = asking.ask_back_police(call.desk(), args.exchange, _passphrase(args), deliver)
    return _sent(sent, out)


def chase(call: Call) -> Reply:
    args = call.args
    if args.only_words:
        note = asking.chase_words(call.desk(), args.exchange)
    else:
        note = asking.chase_police(call.desk(), args.exchange, args.how)
    told = "Nothing was recorded." if args.only_words else f"Recorded: reminded by {args.how.strip()}."
    return Reply(
        {
            "exchange": note.exchange,
            "subject": note.subject,
            "text": note.text,
            "recorded": not args.only_words,
        },
        (f"Subject: {note.subject}", "", *note.text.splitlines(), "", told),
    )


def _passphrase(args: Namespace) -> str | None:
    return None if args.plain else read_passphrase_file(Path(args.workbook_passphrase_from))


def _kept_back(restricted: int) -> str:
    return f"Left out: {count(restricted, 'restricted case')}. Police read one by a disclosure that a chair decides on."


def _sent(sent: SentExchange, out: Path) -> Reply:
    shut = "plain, without a passphrase" if sent.plain else "encrypted"
    return Reply(
        {
            "exchange": sent.exchange,
            "rows": sent.rows,
            "sha256": sent.sha256,
            "people": sent.people,
            "restricted": sent.restricted,
            "due": sent.due,
            "file": out,
        },
        (
            (
                f"Wrote {out} ({shut}): {count(sent.rows, 'row')} about {count(sent.people, 'person', 'people')}. "
                f"Police have it back by {show_date(sent.due)}."
            ),
            *((_kept_back(sent.restricted),) if sent.restricted else ()),
            f"Exchange {sent.exchange}",
            f"SHA-256  {sent.sha256}",
        ),
    )


def import_(call: Call) -> Reply:
    args = call.args
    file = Path(args.file)
    data = read_bytes(file, "The workbook")
    secret = args.workbook_passphrase_from
    taken = police.take_in_police(
        call.desk(),
        data,
        file.name,
        read_passphrase_file(Path(secret)) if secret else None,
        args.exchange,
        Over.ALL if args.replace else Over.UNDECIDED,
    )
    counts = taken.counts
    return Reply(
        {
            "exchange": taken.exchange,
            "rows": counts.rows,
            "intact": counts.intact,
            "ours_changed": counts.ours_changed,
            "unknown_row": counts.unknown_row,
            "duplicate": counts.duplicate,
            "missing": counts.missing,
            "cells": taken.cells,
            "people": taken.added_people,
            "refused": [
                {"id": r.id, "sheet": r.sheet, "cell": r.cell, "heading": r.heading, "reason": r.reason}
                for r in taken.refused
            ],
            "notes": taken.notes,
            "replaced": taken.replaced,
            "kept": taken.kept,
        },
        taken_in_lines(taken),
    )


def review(call: Call) -> Reply:
    found = reviews.review_police(call.desk(), call.args.exchange)
    return Reply(review_data(found), review_lines(found))


def decide(call: Call) -> Reply:
    args = call.args
    verdict = Verdict.EDIT if args.edit is not None else Verdict(args.verdict) if args.verdict else None
    if args.accept_all_intact:
        if verdict is not None:
            raise Refused(
                "--accept-all-intact stands alone; nothing was changed: decide other cells by --cell."
            )
        found = reviews.accept_intact(call.desk(), args.exchange, args.unchanged)
        said = f"Accepted {count(found.decided, 'cell')} of intact rows."
    else:
        if verdict is None:
            raise Refused("Say what is decided: --accept, --reject, --ask, --undo or --edit VALUE.")
        found = reviews.decide_police(
            call.desk(), args.exchange, args.cell, verdict, args.edit or "", args.reason
        )
        said = _decided(found.decided, len(args.cell))
    left = sum(cell.state.value == "undecided" for cell in found.cells)
    return Reply(
        {**review_data(found), "decided": found.decided},
        (
            said,
            (
                f"{count(left, 'cell')} undecided. Confirm with: "
                f"forumdesk police confirm {found.exchange} --receipt FILE"
            ),
        ),
    )


def _decided(done: int, asked: int) -> str:
    if not done:
        return "Nothing new: that was decided already."
    return (
        f"Decided {count(done, 'cell')}." if done == asked else f"Decided {done} of {count(asked, 'cell')}."
    )


def confirm(call: Call) -> Reply:
    args = call.args
    out = Path(args.receipt)
    with kept_until_recorded(out, "The receipt") as deliver:
        done = reviews.confirm_police(call.desk(), args.exchange, deliver)
    return Reply(
        {
            "exchange": done.exchange,
            "taken": done.taken,
            "not_taken": done.not_taken,
            "changed": done.changed,
            "asked": done.asked,
            "receipt": out,
            "sha256": done.receipt_sha256,
        },
        (
            (
                f"Confirmed {done.exchange}: {done.taken} taken, {done.changed} changed, {done.not_taken} not taken, "
                f"{done.asked} asked back; {count(done.people, 'person', 'people')} touched."
            ),
            f"The receipt for Police is {out}",
        ),
    )


def take_back(call: Call) -> Reply:
    done = reviews.take_back_police(call.desk(), call.args.exchange)
    return Reply(
        {"exchange": done.exchange, "values": done.values},
        (
            (
                f"Took back {done.exchange}: {count(done.values, 'value')} left the record, what they replaced "
                "stands again."
            ),
            "Its receipt no longer holds: if Police have it, tell them. The review is open again.",
        ),
    )


def link(call: Call) -> Reply:
    args = call.args
    if args.nobody:
        passed = links.link_to_nobody(call.desk(), args.exchange, args.row)
        said = f"Row {passed.row} is about none of the people proposed; that is kept for later files too."
        return Reply({"exchange": passed.exchange, "row": passed.row, "prn": None}, (said,))
    done = links.link_row(call.desk(), args.exchange, args.row, args.prn, args.rank)
    data: dict[str, object] = {"exchange": done.exchange, "row": done.row, "prn": done.prn}
    return Reply(data, (f"Row {done.row} is about {done.name}, PRN {done.prn}.",))


def ask_link(call: Call) -> Reply:
    args = call.args
    asked = links.ask_link(call.desk(), args.exchange, args.row, args.prn, args.rank)
    data: dict[str, object] = {"exchange": asked.exchange, "row": asked.row, "prn": asked.prn}
    said = f"A chair is asked to say that row {asked.row} is about {asked.name}, PRN {asked.prn}."
    return Reply(data, (f"{said} Nothing of it is taken before.",))


def unlink(call: Call) -> Reply:
    done = links.unlink_row(call.desk(), call.args.exchange, call.args.row)
    moved = f" {done.values} values left the record." if done.values else ""
    return Reply(
        {"exchange": done.exchange, "row": done.row, "values": done.values},
        (f"Row {done.row} is no longer about {done.name}.{moved}",),
    )


def list_(call: Call) -> Reply:
    rows = police.list_exchanges(call.desk())
    data = [
        {
            "exchange": row.exchange,
            "meeting": row.meeting,
            "state": row.state,
            "sent": row.sent_at,
            "due": row.due,
            "rows": row.rows,
            "plain": row.plain,
            "returned": row.returned_at,
            "confirmed": row.confirmed_at,
            "undecided": row.undecided,
            "asked": row.asked,
            "asks_of": row.asks_of,
            "links_asked": row.links_asked,
            "chased": row.chased,
        }
        for row in rows
    ]
    if not rows:
        return Reply(
            {"exchanges": []},
            ("Nothing was sent to Police yet: `forumdesk police export MEETING --out FILE …`.",),
        )
    shown = [
        (
            row.exchange,
            show_date(row.sent_at.astimezone(AUCKLAND).date()),
            show_date(row.due),
            _times(row),
            row.state,
            row.rows,
            row.undecided or "",
            row.asked or "",
            "plain" if row.plain else "",
        )
        for row in rows
    ]
    headings = ("Exchange", "Sent", "Due", "Chased", "State", "Rows", "Undecided", "Asked back", "")
    return Reply({"exchanges": data}, table(headings, shown))


def _times(row: ExchangeLine) -> str:
    """How often Police were reminded, and when last."""
    if not row.chased:
        return ""
    last = show_date(row.chased[-1].astimezone(AUCKLAND).date())
    return last if len(row.chased) == 1 else f"{len(row.chased)} times, {last}"


def passphrase(call: Call) -> Reply:
    kept = police.show_passphrase(call.desk(), call.args.exchange)
    line = kept.passphrase if kept.passphrase is not None else "This workbook went out without a passphrase."
    return Reply({"exchange": kept.exchange, "passphrase": kept.passphrase}, (line,))

"""`forumdesk hearing …`: hearings before the Parole Board and their results."""

from __future__ import annotations

from app.cli.base import Call, Reply, table
from app.cli.case import read_day
from app.domain.dates import AUCKLAND, show_date
from app.usecases import board


def list_(call: Call) -> Reply:
    prn = call.args.prn
    rows = board.list_hearings(call.desk(), prn)
    data = [
        {
            "date": row.day,
            "kind": row.kind,
            "result": row.result,
            "received": row.received,
            "source": row.source,
        }
        for row in rows
    ]
    if not rows:
        return Reply({"hearings": []}, (f"No hearing of {prn} is known.",))
    shown = [
        (show_date(row.day), row.kind, row.result or "no result yet", show_date(row.received), row.source)
        for row in rows
    ]
    return Reply({"hearings": data}, table(("Date", "Kind", "Result", "Received", "Source"), shown))


def record(call: Call) -> Reply:
    args = call.args
    day = read_day(args.date, "the hearing")
    board.record_hearing(call.desk(), args.prn, day, args.kind)
    return Reply({"prn": args.prn, "date": day}, (f"Recorded a hearing of {args.prn} on {show_date(day)}.",))


def result(call: Call) -> Reply:
    args = call.args
    desk = call.desk()
    day = read_day(args.date, "the hearing")
    today = desk.now().astimezone(AUCKLAND).date()
    # A result is never older than its hearing, and the computer's clock is nobody's witness against a hearing.
    received = read_day(args.received, "the day received") if args.received else max(today, day)
    board.record_result(desk, args.prn, day, args.result, received)
    return Reply(
        {"prn": args.prn, "date": day, "result": args.result, "received": received},
        (f"Recorded the result of {args.prn}'s hearing on {show_date(day)}: {args.result}.",),
    )

"""`forumdesk hearing …`: hearings before the Parole Board, their results, and what the Board was told."""

from __future__ import annotations

from datetime import date

from app.cli.base import Call, Reply, count, table
from app.cli.case import read_day
from app.cli.case_words import board_lines, told
from app.domain.case_drafts import read_word
from app.domain.dates import show_date
from app.domain.hearings import late_or_due
from app.domain.names import full_name
from app.domain.words import BoardOutcome, NoticeTo
from app.usecases import board


def list_(call: Call) -> Reply:
    prn = call.args.prn
    found = board.see_board(call.desk(), prn)
    data: dict[str, object] = {
        "hearings": [
            {
                "date": row.day,
                "kind": row.kind,
                "result": row.result,
                "outcome": row.outcome.value if row.outcome else None,
                "received": row.received,
                "next": row.next_day,
                "source": row.source,
            }
            for row in found.hearings
        ],
        **{name: told(getattr(found, name)) for name in ("reports", "notices", "told", "drifts")},
    }
    if not found.hearings:
        return Reply(data, (f"No hearing of {prn} is known.", *board_lines(found, call.today)))
    shown = [
        (
            show_date(row.day),
            row.kind,
            row.result or "no result yet",
            show_date(row.received),
            show_date(row.next_day),
            row.source,
        )
        for row in found.hearings
    ]
    lines = table(("Date", "Kind", "Result", "Received", "Next", "Source"), shown)
    return Reply(data, (*lines, *board_lines(found, call.today)))


def record(call: Call) -> Reply:
    args = call.args
    day = read_day(args.date, "the hearing")
    board.record_hearing(call.desk(), args.prn, day, args.kind)
    return Reply({"prn": args.prn, "date": day}, (f"Recorded a hearing of {args.prn} on {show_date(day)}.",))


def result(call: Call) -> Reply:
    args = call.args
    desk = call.desk()
    day = read_day(args.date, "the hearing")
    if args.take_back:
        overtaken = board.take_back_result(desk, args.prn, day, args.take_back)
        line = f"Took back the result of {args.prn}'s hearing on {show_date(day)}; {_overtaken(overtaken)}."
        return Reply({"prn": args.prn, "date": day, "overtaken": overtaken}, (line,))
    # A result is never older than its hearing, and the computer's clock is nobody's witness against a hearing.
    received = read_day(args.received, "the day received") if args.received else max(call.today, day)
    outcome = read_word(BoardOutcome, args.outcome, "an outcome") if args.outcome else None
    next_day = read_day(args.next_day, "the next hearing") if args.next_day else None
    made = board.record_result(desk, args.prn, day, args.result, received, outcome, next_day)
    data: dict[str, object] = {"prn": args.prn, "date": day, "result": args.result, "received": received}
    data |= {"outcome": made.outcome.value, "next": next_day, "actions": told(made.actions)}
    data |= {"actions_made": made.made, "opened_again": made.again, "overtaken": made.overtaken}
    first = f"Recorded the result of {args.prn}'s hearing on {show_date(day)}: {args.result}."
    lines = [f"  {each.text} ({each.service.value}, due {show_date(each.due)})" for each in made.actions]
    again = f", {made.again} opened again" if made.again else ""
    over = f"; {_overtaken(made.overtaken)}" if made.overtaken else ""
    asks = f"Read as {made.outcome.value}: {count(made.made, 'action')} made{again}{over}."
    return Reply(data, (first, asks, *lines))


def _overtaken(number: int) -> str:
    return f"{count(number, 'action')} of the earlier result overtaken"


def report(call: Call) -> Reply:
    args = call.args
    day = read_day(args.date, "the hearing")
    words = board.send_report(call.desk(), args.prn, day, args.report, _on(call), args.by)
    line = f"Kept that the {words} for {args.prn}'s hearing on {show_date(day)} was sent."
    return Reply({"prn": args.prn, "date": day, "report": words}, (line,))


def notice(call: Call) -> Reply:
    args = call.args
    day = read_day(args.date, "the hearing")
    to = read_word(NoticeTo, args.to, "somebody who is told of hearings")
    about = board.send_notice(call.desk(), args.prn, day, to, args.how, _on(call), args.by)
    what = "hearing" if about.value == "hearing" else "result"
    line = f"Kept that {to.value} was told of {args.prn}'s {what} of {show_date(day)}, by {args.how}."
    return Reply({"prn": args.prn, "date": day, "to": to.value, "about": about.value}, (line,))


def told_(call: Call) -> Reply:
    args = call.args
    day = read_day(args.date, "the hearing") if args.date else None
    row = board.tell_board(call.desk(), args.prn, _on(call), args.by, day)
    first = f"Kept what the Board was told of {args.prn} on {show_date(row.on)} by {row.by}:"
    lines = (first, *(f"  {name}: {words}" for name, words in row.lines))
    return Reply({"prn": args.prn, "told": told(row)}, lines)


def withdraw_drift(call: Call) -> Reply:
    args = call.args
    row = board.withdraw_drift(call.desk(), args.prn, args.number, args.reason)
    line = f"Withdrew drift {row.number} of {args.prn}: {row.words}. It is raised again if the plan changes further."
    return Reply({"prn": args.prn, "drift": told(row)}, (line,))


def waiting(call: Call) -> Reply:
    rows = board.board_waiting(call.desk(), call.args.forum)
    if not rows:
        return Reply({"waiting": []}, ("Nothing waits: the Board and everybody else has been told.",))
    today = call.today
    shown = [
        (
            row.prn,
            full_name(row.surname, row.given_names),
            row.sentence,
            late_or_due(row.due, today) if row.due else "until told or withdrawn",
        )
        for row in rows
    ]
    lines = table(("PRN", "Person", "What", "When"), shown)
    return Reply(
        {"waiting": told(rows)}, (*lines, count(len(rows), "thing to tell or send", "things to tell or send"))
    )


def _on(call: Call) -> date | None:
    return read_day(call.args.on, "the day it was done") if call.args.on else None

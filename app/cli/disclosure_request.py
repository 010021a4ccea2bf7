"""What is asked to be told outside the forum, decided by a chair, from a terminal (need D1)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.cli.base import Call, Reply, optional_day, table
from app.domain.dates import AUCKLAND, show_date
from app.domain.disclosure_request import RequestDraft, RequestRow
from app.domain.errors import NotFound
from app.domain.grounds import grounds_on, read_ground
from app.domain.statements import Statement
from app.files import refuse_taken, refuse_unwritable, write_whole
from app.usecases import disclosure_requests as asked


def ask(call: Call) -> Reply:
    args, desk = call.args, call.desk()
    draft = RequestDraft(
        args.who_asks,
        args.what,
        read_ground(args.ground, _today(call)),
        args.necessity,
        optional_day(args.needed_by, "--needed-by"),
        args.consent,
    )
    return _request_reply(call, asked.ask_disclosure(desk, args.prn, draft, args.field, args.statement))


def propose(call: Call) -> Reply:
    args = call.args
    return _request_reply(
        call, asked.propose_statements(call.desk(), args.request, args.field, args.statement)
    )


def decide(call: Call) -> Reply:
    args = call.args
    row = asked.decide_disclosure(
        call.desk(),
        args.request,
        args.approve,
        args.reason,
        args.strike,
        args.let,
        args.undertaking,
        args.seen,
    )
    return _request_reply(call, row)


def withdraw(call: Call) -> Reply:
    return _request_reply(call, asked.withdraw_request(call.desk(), call.args.request, call.args.reason))


def made(call: Call) -> Reply:
    args = call.args
    out = Path(args.letter)
    refuse_taken(out)
    refuse_unwritable(out.parent, "The letter")
    letter = asked.record_disclosure(
        call.desk(), args.request, args.how, optional_day(args.on, "--on"), args.undertaking
    )
    write_whole(out, letter.pdf, "The letter")
    data = {
        "request": json_of(letter.row),
        "disclosure": letter.number,
        "file": str(out),
        "sha256": letter.sha256,
    }
    told = f"Disclosure {letter.number} is recorded; its letter to {letter.row.who_asks} is in {out}, not encrypted."
    return Reply(data, (told,))


def letter(call: Call) -> Reply:
    out = Path(call.args.out)
    refuse_taken(out)
    refuse_unwritable(out.parent, "The letter")
    again = asked.print_letter(call.desk(), call.args.request)
    write_whole(out, again.pdf, "The letter")
    data = {"disclosure": again.number, "file": str(out), "sha256": again.sha256}
    return Reply(data, (f"The letter of disclosure {again.number} is in {out} once more, not encrypted.",))


def requests(call: Call) -> Reply:
    rows = [
        row
        for row in asked.list_disclosure_requests(call.desk(), call.args.forum)
        if row.is_open or not call.args.open
    ]
    data: dict[str, object] = {"requests": [json_of(row) for row in rows]}
    if not rows:
        return Reply(
            data, ("No disclosure waits." if call.args.open else "No disclosure was asked for yet.",)
        )
    today = _today(call)
    shown = [
        (
            row.number,
            row.person,
            row.who_asks,
            row.ground.paragraph,
            show_date(row.due),
            row.clock(today),
            row.state.value,
        )
        for row in rows
    ]
    return Reply(data, table(("No.", "About", "For", "Ground", "Due", "Clock", "State"), shown))


def show(call: Call) -> Reply:
    number = call.args.request.strip()
    for row in asked.list_disclosure_requests(call.desk()):
        if str(row.number) == number:
            return _request_reply(call, row)
    raise NotFound(
        f"There is no request number '{number}' that you may see: `forumdesk disclosure requests` lists those."
    )


def offer(call: Call) -> Reply:
    rows = asked.offer_statements(call.desk(), call.args.prn)
    if not rows:
        return Reply({"statements": []}, ("The record holds nothing that could be told outside the forum.",))
    shown = [(each.heading, each.text, each.source, "only said" if each.soft else "") for each in rows]
    return Reply(
        {"statements": [statement(each) for each in rows]}, table(("Heading", "Text", "Source", ""), shown)
    )


def grounds(call: Call) -> Reply:
    rows = grounds_on(optional_day(call.args.on, "--on") or _today(call))
    data = [
        {"code": row.code, "paragraph": row.paragraph, "words": row.words, "plain": row.plain} for row in rows
    ]
    lines = [line for row in rows for line in (f"{row.paragraph}  {row.words}.", f"    {row.plain}")]
    return Reply({"grounds": data}, tuple(lines))


def _request_reply(call: Call, row: RequestRow) -> Reply:
    today = _today(call)
    lines = [
        f"Request {row.number}: {row.state.value}{f', {row.clock(today)}' if row.is_open else ''}",
        f"About {row.person}, PRN {row.prn}; asked on {show_date(_day(row.asked_at))} by {row.asked_by}",
        f"For {row.who_asks}: {row.what}",
        f"Ground: {row.ground.full}",
        f"Necessary because: {row.necessity}",
    ]
    lines += [f"  {each.number}. {each.line}{fate(row, each)}" for each in row.statements]
    if not row.statements:
        lines.append(
            f"No statement is proposed yet: `forumdesk disclosure propose {row.number} --field HEADING` adds one."
        )
    if row.decided_by:
        lines.append(f"{row.state.value.capitalize()}: {row.decided_by}, because {row.reason}")
    if row.undertaking:
        lines.append(f"Undertaking: {row.undertaking}")
    if row.disclosure:
        lines.append(f"Made on {show_date(row.made_on)}, {row.how}: disclosure {row.disclosure}")
    return Reply({"request": json_of(row)}, tuple(lines))


def fate(row: RequestRow, each: Statement) -> str:
    if row.decided_at is None:
        return " – only said: not told unless the chair lets it" if each.soft else ""
    return " – struck" if each.struck else ""


def statement(each: Statement) -> dict[str, object]:
    return {
        "number": each.number,
        "heading": each.heading,
        "text": each.text,
        "source": each.source,
        "soft": each.soft,
        "struck": each.struck,
    }


def json_of(row: RequestRow) -> dict[str, object]:
    return {
        "number": row.number,
        "forum": row.forum,
        "prn": row.prn,
        "state": row.state.value,
        "for": row.who_asks,
        "what": row.what,
        "ground": row.ground.paragraph,
        "necessity": row.necessity,
        "asked_at": row.asked_at,
        "asked_by": row.asked_by,
        "needed_by": row.needed_by,
        "due": row.due,
        "consent": row.consent,
        "statements": [statement(each) for each in row.statements],
        "decided_at": row.decided_at,
        "decided_by": row.decided_by or None,
        "reason": row.reason or None,
        "undertaking": row.undertaking or None,
        "made_on": row.made_on,
        "how": row.how or None,
        "disclosure": row.disclosure,
    }


def _day(moment: datetime) -> date:
    return moment.astimezone(AUCKLAND).date()


def _today(call: Call) -> date:
    return _day(call.desk().now())

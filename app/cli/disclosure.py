"""The disclosure ledger from a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from app.cli.base import Call, Reply, optional_day, table
from app.cli.disclosure_request import json_of
from app.cli.known import as_known_reply, give_out, past_day
from app.domain.dates import AUCKLAND, show_date
from app.domain.disclosure import DisclosureAsk, DisclosureRow
from app.usecases import disclosure, known
from app.usecases.disclosure_requests import list_disclosure_requests


def list_(call: Call) -> Reply:
    args = call.args
    if on := past_day(call):
        if given := give_out(call, on, forum=args.forum):
            return given
        then = known.list_disclosures_as_known(call.desk(), on, args.forum)
        return as_known_reply(then, _reply(then.record))
    decided = True if args.standing else False if args.decided else None
    ask = DisclosureAsk(
        args.text, "", decided, optional_day(args.since, "--from"), optional_day(args.until, "--until")
    )
    desk = call.desk()
    rows = disclosure.list_disclosures(desk, args.forum)
    found = [row for row in rows if ask.holds(row)]
    if rows and not found:
        return Reply({"disclosures": []}, (f"None of {len(rows):,} disclosures matches: {ask.words}.",))
    reply = _reply(found)
    if not desk.may(list_disclosure_requests):  # an auditor reads what left, and not what was asked for
        return reply
    asked = list_disclosure_requests(desk, args.forum)
    waits = sum(row.is_open for row in asked)
    told = (f"{waits:,} asked for and not made yet: `forumdesk disclosure requests`.",) if waits else ()
    data = reply.data | {"requests": [json_of(row) for row in asked]}
    return replace(reply, data=data, lines=(*reply.lines, *told))


def _reply(rows: Sequence[DisclosureRow]) -> Reply:
    data = [
        {
            "at": row.at,
            "what": row.what,
            "subject": row.subject,
            "recipients": row.recipients,
            "fields": row.fields,
            "people": row.people,
            "ground": row.ground,
            "standing": row.standing,
            "sha256": row.sha256,
            "who": row.who,
        }
        for row in rows
    ]
    if not rows:
        return Reply({"disclosures": []}, ("Nothing has left the forum yet.",))
    shown = [
        (
            show_date(row.at.astimezone(AUCKLAND).date()),
            row.what,
            row.subject,
            row.to_words,
            row.people,
            "standing" if row.standing else "decided",
            row.who,
            (row.sha256 or "")[:12],
        )
        for row in rows
    ]
    headings = ("Day", "What", "About", "To", "People", "Ground", "By", "SHA-256")
    return Reply({"disclosures": data}, table(headings, shown))

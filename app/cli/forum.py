"""Forums from a terminal."""

from __future__ import annotations

from app.cli.base import Call, Reply, table
from app.domain.errors import NotFound
from app.domain.names import fold
from app.domain.records import spelt_out
from app.domain.register import REGIONS, ForumChange, ForumDraft
from app.domain.words import Marking, PoliceChecks
from app.usecases import register

_POLICIES = {"every": PoliceChecks.EVERY_ADDRESS, "on-request": PoliceChecks.ON_REQUEST}


def add(call: Call) -> Reply:
    args = call.args
    row = register.add_forum(
        call.desk(),
        ForumDraft(
            code=args.code,
            name=args.name,
            region=args.region,
            police_checks=_POLICIES[args.police_checks],
            minutes={"table": args.minutes_table, "paper": args.minutes_paper},
            meeting_minutes=args.meeting_minutes,
            marking=Marking(args.marking),
            training=args.training,
        ),
    )
    return Reply({"forum": row.code}, (f"Added forum {row.code}, {row.name}.",))


def list_(call: Call) -> Reply:
    rows = register.list_forums(call.desk())
    if not rows:
        return Reply(
            {"forums": []}, ("No forums yet: add one with `forumdesk forum add CODE --name … --region …`.",)
        )
    shown = [
        (row.code, row.name, REGIONS.get(row.region, row.region), row.police_checks.value) for row in rows
    ]
    return Reply(
        {"forums": [spelt_out(row) for row in rows]}, table(("Code", "Name", "Region", "Police check"), shown)
    )


def settings(call: Call) -> Reply:
    args, desk = call.args, call.desk()
    change = ForumChange(
        args.name,
        args.region,
        args.marking,
        "\n".join(args.template) if args.template else None,
        args.meeting_minutes,
    )
    if change == ForumChange():
        rows = register.list_forums(desk)
        found = next((row for row in rows if fold(args.forum) in (fold(row.code), fold(row.name))), None)
        if found is None:
            known = ", ".join(row.code for row in rows) or "none"
            raise NotFound(f"You have no forum '{args.forum}'; yours are: {known}.")
    else:
        found = register.set_forum(desk, args.forum, change)
    said = found.seen
    data: dict[str, object] = {"forum": found.code, **said, "template": dict(found.minutes)}
    lines = [(name.replace("_", " "), text.replace("\n", ", ")) for name, text in said.items()]
    return Reply(data, table(("Setting", f"Forum {found.code}"), lines))

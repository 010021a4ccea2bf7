"""Forums from a terminal."""

from __future__ import annotations

from dataclasses import asdict

from app.cli.base import Call, Reply, table
from app.domain.register import REGIONS, ForumDraft
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
        {"forums": [asdict(row) for row in rows]}, table(("Code", "Name", "Region", "Police check"), shown)
    )

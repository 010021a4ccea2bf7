"""`forumdesk plan …`: a whole release plan, and its needs."""

from __future__ import annotations

from app.cli.base import Call, Reply, count
from app.cli.case_words import consent_json, need_line, plan_lines, record_told, told, watch_lines
from app.domain.case_drafts import read_word
from app.domain.errors import Refused
from app.domain.plan_drafts import NeedDraft, PolicyDraft
from app.domain.plan_words import NeedStatus
from app.domain.words import NeedDomain, Service
from app.usecases import plan


def show(call: Call) -> Reply:
    found, today = plan.show_plan(call.desk(), call.args.prn), call.today
    signed = [consent_json(row, today) for row in found.consents]
    return Reply(
        {
            "prn": call.args.prn,
            **record_told(found),
            "consents": signed,
            "checks_due": list(found.checks_due),
        },
        tuple(plan_lines(found, today)),
    )


def need(call: Call) -> Reply:
    args = call.args
    draft = NeedDraft(
        read_word(NeedDomain, args.domain, "a domain of needs"),
        read_word(NeedStatus, args.status, "a status of a need"),
        args.text,
        read_word(Service, args.service, "a service") if args.service else None,
        args.owner,
        args.by,
    )
    row = plan.set_need(call.desk(), args.prn, draft)
    return Reply({"prn": args.prn, "need": told(row)}, (f"{args.prn}, {need_line(row)}",))


def watch(call: Call) -> Reply:
    rows = plan.watch_plans(call.desk(), call.args.forum)
    return Reply({"plans": told(rows)}, tuple(watch_lines(rows)) or ("No plan is behind.",))


def policy(call: Call) -> Reply:
    args, desk = call.args, call.desk()
    if args.check or args.age:
        found = plan.set_policy(desk, args.forum, PolicyDraft(_parts(args.check), _parts(args.age)))
    else:
        found = plan.see_policy(desk, args.forum)
    ages = sorted(found.ages.items(), key=lambda item: (item[0][0], -item[0][1]))
    lines = [f"{kind.value}: {wanted.value}" for kind, wanted in found.checks.items()]
    lines += [
        f"{ask} at {count(months, 'month')}: at most {count(days, 'day')} old" for (ask, months), days in ages
    ]
    data: dict[str, object] = {
        "forum": args.forum.upper(),
        "checks": {kind.value: wanted.value for kind, wanted in found.checks.items()},
        "ages": {f"{ask}/{months}": days for (ask, months), days in ages},
    }
    return Reply(data, tuple(lines))


def _parts(given: list[str]) -> dict[str, str]:
    found = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise Refused(f"“{text}” has no value; nothing was changed: write NAME=VALUE.")
        found[name] = value
    return found

"""`forumdesk plan …`: a whole release plan, and its needs."""

from __future__ import annotations

from app.cli.base import Call, Reply
from app.cli.case_words import need_line, plan_lines, told
from app.domain.case_drafts import read_word
from app.domain.plan_drafts import NeedDraft
from app.domain.plan_words import NeedStatus
from app.domain.words import NeedDomain, Service
from app.usecases import plan


def show(call: Call) -> Reply:
    found = plan.show_plan(call.desk(), call.args.prn)
    data = told(found)
    assert isinstance(data, dict)  # noqa: S101 - a dataclass gives a mapping
    return Reply(
        {"prn": call.args.prn, **data, "checks_due": list(found.checks_due)}, tuple(plan_lines(found))
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

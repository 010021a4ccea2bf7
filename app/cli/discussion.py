"""What is said and decided about a case, from a terminal."""

from __future__ import annotations

from app.cli.base import Call, Reply, optional_day
from app.domain.discussion import DiscussionDraft
from app.domain.meeting import DecisionDraft, read_service
from app.domain.words import DecisionKind, DisclosureConsidered, Grade, Handling
from app.usecases import discussion

_HANDLING = {handling.value.replace(" ", "-").lower(): handling for handling in Handling}


def decide(call: Call) -> Reply:
    args = call.args
    draft = DecisionDraft(
        DecisionKind(args.decision),
        args.reason,
        args.dissent,
        DisclosureConsidered(args.disclosure_considered or DisclosureConsidered.NOT_CONSIDERED),
        optional_day(args.next_review, "--next-review"),
        args.dissent_by,
        args.disclosure_note,
    )
    row = discussion.decide_item(call.desk(), args.meeting, args.prn, draft)
    left = "every item is decided" if not row.undecided else f"{row.undecided} still to decide"
    decided = row.decision.replace("-", " ")
    line = f"PRN {row.prn}: {decided}. Disclosure outside the forum: {row.disclosure}. {row.meeting}: {left}."
    data: dict[str, object] = {
        "meeting": row.meeting,
        "prn": row.prn,
        "decision": row.decision,
        "disclosure_considered": row.disclosure,
        "next_review": row.next_review,
        "undecided": row.undecided,
    }
    return Reply(data, (line,))


def disclosure(call: Call) -> Reply:
    args = call.args
    considered = DisclosureConsidered(args.considered)
    row = discussion.consider_disclosure(call.desk(), args.meeting, args.prn, considered, args.note)
    data: dict[str, object] = {
        "meeting": args.meeting,
        "prn": row.prn,
        "disclosure_considered": row.disclosure,
        "note": row.disclosure_note,
    }
    return Reply(data, (f"PRN {row.prn}: disclosure outside the forum considered: {row.disclosure}.",))


def discuss(call: Call) -> Reply:
    args = call.args
    draft = DiscussionDraft(
        read_service(args.service), args.text, _HANDLING[args.handling], Grade(args.grade)
    )
    row = discussion.record_discussion(call.desk(), args.meeting, args.prn, draft)
    data: dict[str, object] = {
        "meeting": row.meeting,
        "prn": row.prn,
        "service": row.service,
        "handling": args.handling,
        "grade": row.grade,
        "text": row.text,
    }
    said = f"{row.handling}, {row.grade}" if row.text else "taken back"
    return Reply(data, (f"PRN {row.prn}, {row.service}: {said}.",))


def records(call: Call) -> Reply:
    rows = discussion.see_records(call.desk(), call.args.meeting)
    lines: list[str] = []
    for row in rows:
        decided = row.decision.replace("-", " ") if row.decision else "not decided"
        lines.append(
            f"{row.position}. PRN {row.prn}: {decided}" + (f", because {row.reason}" if row.reason else "")
        )
        lines += [f"   {said.service} ({said.handling}): {said.text}" for said in row.discussion]
        if row.dissent or row.dissent_by:
            lines.append(f"   Dissent: {' – '.join(part for part in (row.dissent_by, row.dissent) if part)}")
        lines.append(f"   Disclosure: {row.disclosure}. Actions: {len(row.actions)}.")
    data: dict[str, object] = {
        "meeting": call.args.meeting,
        "items": [
            {
                "position": row.position,
                "prn": row.prn,
                "decision": row.decision,
                "reason": row.reason,
                "dissent": row.dissent,
                "dissent_by": row.dissent_by,
                "disclosure_considered": row.disclosure,
                "disclosure_note": row.disclosure_note,
                "next_review": row.next_review,
                "discussion": [
                    {
                        "service": said.service,
                        "handling": said.handling,
                        "grade": said.grade,
                        "text": said.text,
                    }
                    for said in row.discussion
                ],
                "actions": [action.id for action in row.actions],
            }
            for row in rows
        ],
    }
    return Reply(data, tuple(lines) or ("No item is on the agenda.",))

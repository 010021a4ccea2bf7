"""Meetings from a terminal: the schedule, the agenda, what is recorded, and closing."""

from __future__ import annotations

from app.cli.action import as_json as action_as_json
from app.cli.agenda_lines import agenda_data, agenda_lines
from app.cli.base import Call, Reply, day_of, table
from app.cli.known import as_known_reply, give_out, past_day
from app.domain.action_line import read_action, show_action
from app.domain.dates import show_date, show_long_date
from app.domain.errors import NotFound, Refused
from app.domain.meeting import ActionDraft, MeetingRow, read_service
from app.domain.words import MeetingKind
from app.usecases import agenda as agendas
from app.usecases import known
from app.usecases import meeting as meetings


def schedule(call: Call) -> Reply:
    args = call.args
    service = read_service(args.chair_service) if args.chair_service else None
    row = meetings.schedule_meeting(
        call.desk(), args.forum, day_of(args.date, "--date"), MeetingKind(args.kind), service
    )
    line = (
        f"Scheduled {row.meeting}, {show_long_date(row.date)}: {row.kind}, chaired by {row.chair_service}. "
        f"Police have the workbook back by {show_date(row.police_due)}."
    )
    return Reply(_meeting(row) | {"meetings": [_meeting(row)]}, (line,))


def chair(call: Call) -> Reply:
    row = meetings.set_chair(call.desk(), call.args.meeting, read_service(call.args.service))
    return Reply(_meeting(row), (f"{row.meeting} is chaired by {row.chair_service}.",))


def list_(call: Call) -> Reply:
    rows = meetings.list_meetings(call.desk(), call.args.forum)
    data: dict[str, object] = {"meetings": [_meeting(row) for row in rows]}
    if not rows:
        return Reply(data, ("No meetings yet: add one with `forumdesk meeting schedule`.",))
    shown = [
        (
            row.meeting,
            show_long_date(row.date),
            row.kind,
            row.state,
            row.chair_service,
            show_date(row.police_due),
        )
        for row in rows
    ]
    return Reply(data, table(("Meeting", "Day", "Kind", "State", "Chair", "Police due"), shown))


def _meeting(row: MeetingRow) -> dict[str, object]:
    return {
        "meeting": row.meeting,
        "forum": row.forum,
        "date": row.date,
        "kind": row.kind,
        "state": row.state,
        "chair_service": row.chair_service,
        "police_due": row.police_due,
    }


def agenda(call: Call) -> Reply:
    if on := past_day(call):
        if call.args.issue:
            raise Refused(
                "A past day cannot be issued; nothing was changed: leave --issue or --as-known-on away."
            )
        if given := give_out(call, on, meeting=call.args.meeting):
            return given
        then = known.see_agenda_as_known(call.desk(), call.args.meeting, on)
        return as_known_reply(then, Reply(agenda_data(then.record), agenda_lines(then.record)))
    asked = agendas.issue_agenda if call.args.issue else agendas.see_agenda
    view = asked(call.desk(), call.args.meeting)
    return Reply(agenda_data(view), agenda_lines(view))


def ask(call: Call) -> Reply:
    args = call.args
    row = agendas.ask_for_case(call.desk(), args.meeting, args.prn, args.reason, args.asked_by)
    data: dict[str, object] = {"meeting": row.meeting, "prn": args.prn}
    return Reply(data, (f"PRN {args.prn} is asked for at {row.meeting}.",))


def take_off(call: Call) -> Reply:
    args = call.args
    row = agendas.take_off(call.desk(), args.meeting, args.prn, args.reason)
    told = f"PRN {args.prn} is asked for at {row.meeting} no longer; what the rule lists stays."
    return Reply({"meeting": row.meeting, "prn": args.prn}, (told,))


def action(call: Call) -> Reply:
    args = call.args
    draft = ActionDraft(args.text, read_service(args.service), args.owner, day_of(args.due, "--due"))
    row = meetings.add_action(call.desk(), args.meeting, args.prn, draft)
    line = f"Action {row.id} for {row.owner} ({row.service}), due {show_date(row.due)}: {row.text}"
    return Reply(action_as_json(row), (line,))


def action_line(call: Call) -> Reply:
    args, desk = call.args, call.desk()
    day = next((row.date for row in meetings.list_meetings(desk) if row.meeting == args.meeting), None)
    if day is None:
        raise NotFound(
            f"There is no meeting {args.meeting}; nothing was kept: `forumdesk meeting list` shows them."
        )
    draft = read_action(args.line, day)
    row = meetings.add_action(desk, args.meeting, args.prn, draft)
    return Reply(action_as_json(row), (f"Action {row.id}: {show_action(draft)}",))


def checklist(call: Call) -> Reply:
    found = meetings.see_checklist(call.desk(), call.args.meeting)
    shown = [(line.check.value.capitalize(), line.words, line.state) for line in found.lines]
    lines = list(table(("Check", "Found", "State"), shown))
    for line in found.lines:
        lines += [f"{line.check.value.capitalize()}: {detail}" for detail in line.details]
    lines.append(
        f"{found.meeting} may close." if found.may_close else " ".join(found.faults) or "It is closed."
    )
    data: dict[str, object] = {
        "meeting": found.meeting,
        "state": found.state,
        "may_close": found.may_close,
        "faults": found.faults,
        "warnings": found.warnings,
        "undecided": [case.prn for case in found.undecided],
        "copies_reserved": found.reserved,
        "copies_out": [
            {"code": copy.code, "holder": copy.holder, "reason": copy.reason} for copy in found.out
        ],
        "quorum_lacks": found.quorum_lacks,
        "confidentiality_read": found.confidentiality_read,
        "not_read_to": found.not_read_to,
        "disclosures_not_considered": [case.prn for case in found.not_considered],
        "actions_without_owner": [action.id for action in found.without_owner],
    }
    return Reply(data, tuple(lines))


def close(call: Call) -> Reply:
    reasons = dict(_reason(text) for text in call.args.out_reason)
    closed = meetings.close_meeting(call.desk(), call.args.meeting, reasons)
    taken = len(closed.milestones)
    lines = [f"{closed.meeting.meeting} is closed; {taken} milestone{'' if taken == 1 else 's'} taken."]
    lines += [f"Warning, recorded: {warning}" for warning in closed.warnings]
    lines.append(
        f"{len(closed.next_dates)} open cases have their next date. The minutes are a draft until a chair confirms "
        f"them: `forumdesk meeting minutes {closed.meeting.meeting}`."
    )
    data: dict[str, object] = {
        "meeting": closed.meeting.meeting,
        "state": closed.meeting.state,
        "warnings": closed.warnings,
        "milestones_taken": [{"prn": prn, "milestone": milestone} for prn, milestone in closed.milestones],
        "next": [{"prn": each.prn, "next": each.day, "reason": each.reason} for each in closed.next_dates],
        "minutes_sha384": closed.minutes_sha384,
    }
    return Reply(data, tuple(lines))


def _reason(text: str) -> tuple[str, str]:
    code, equals, reason = text.partition("=")
    if not equals:
        raise Refused(f"--out-reason '{text}' has no reason; nothing was changed: write CODE=REASON.")
    return code, reason

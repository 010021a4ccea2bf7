"""`forumdesk condition …`: release conditions of a case, and the dated library."""

from __future__ import annotations

from app.cli.base import Call, Reply, day_of, optional_day, table
from app.cli.case_words import condition_lines, told
from app.domain.case_drafts import read_word
from app.domain.conditions import ConditionTextDraft
from app.domain.dates import show_date
from app.domain.plan_rows import ConditionRow
from app.domain.plan_words import ConditionState
from app.usecases import conditions


def list_(call: Call) -> Reply:
    prn = call.args.prn
    rows = conditions.list_conditions(call.desk(), prn)
    lines = [line for row in rows for line in condition_lines(row)]
    return Reply(
        {"conditions": [_json(row) for row in rows]},
        tuple(lines) or (f"No condition is proposed for {prn}.",),
    )


def add(call: Call) -> Reply:
    args = call.args
    state = read_word(ConditionState, args.state, "a state of a condition")
    on = optional_day(args.on, "--on")
    row = conditions.add_condition(call.desk(), args.prn, args.code, args.words, state, on, args.by)
    return Reply({"prn": args.prn, "condition": _json(row)}, tuple(condition_lines(row)))


def step(call: Call) -> Reply:
    args = call.args
    state = read_word(ConditionState, args.state, "a state of a condition")
    on = optional_day(args.on, "--on")
    row = conditions.step_condition(call.desk(), args.prn, args.number, state, on, args.by, args.note)
    return Reply({"prn": args.prn, "condition": _json(row)}, tuple(condition_lines(row)))


def library(call: Call) -> Reply:
    rows = conditions.condition_library(call.desk(), optional_day(call.args.on, "--on"))
    shown = [
        (row.code, show_date(row.valid_from), show_date(row.valid_to), row.words, row.source) for row in rows
    ]
    lines = table(("Code", "From", "To", "Words", "Source"), shown) if rows else ("The library is empty.",)
    return Reply({"library": told(rows)}, lines)


def library_add(call: Call) -> Reply:
    args = call.args
    since, until = day_of(args.valid_from, "--from"), optional_day(args.valid_to, "--to")
    draft = ConditionTextDraft(args.entry, args.words, args.source, since, until)
    row = conditions.add_condition_text(call.desk(), draft)
    return Reply({"text": told(row)}, (f"{row.code} says from {show_date(row.valid_from)}: {row.words}",))


def library_end(call: Call) -> Reply:
    row = conditions.end_condition_text(call.desk(), call.args.entry, day_of(call.args.on, "--on"))
    return Reply({"text": told(row)}, (f"{row.code} ends with {show_date(row.valid_to)}.",))


def _json(row: ConditionRow) -> dict[str, object]:
    return {
        "number": row.number,
        "code": row.code,
        "words": row.words,
        "state": row.state.value,
        "on": row.day,
        "steps": told(row.steps),
    }

"""Front-line briefs after a meeting, from a terminal (need D5)."""

from __future__ import annotations

from pathlib import Path

from app.cli.base import Call, Reply, count, optional_day, table
from app.cli.disclosure_request import fate, json_of, statement
from app.domain.dates import AUCKLAND, show_date
from app.domain.front_line import BriefPerson, BriefSheet, read_kind
from app.domain.front_line_briefs import Brief, brief_among, on_brief
from app.domain.grounds import read_ground
from app.files import refuse_taken, refuse_unwritable, write_whole
from app.usecases import front_line


def list_(call: Call) -> Reply:
    view = front_line.see_front_line(call.desk(), call.args.meeting)
    data: dict[str, object] = {
        "meeting": view.meeting,
        "proposed": [
            {"recipient": each.recipient, "people": [row.prn for row in each.people]}
            for each in view.proposed
        ],
        "briefs": [_json(each) for each in view.briefs],
        "left_out": view.left_out,
    }
    lines: list[str] = []
    if view.briefs:
        shown = [(row.number, row.recipient, len(row.rows), row.state.value) for row in view.briefs]
        lines += table(("Brief", "To", "People", "State"), shown)
    for each in view.proposed:
        lines.append(f"Not prepared yet: {each.recipient}, {count(len(each.people), 'person', 'people')}.")
    return Reply(
        data, (*(lines or [f"Nobody of {view.meeting} is in a unit that has no brief."]), *view.left_out)
    )


def offer(call: Call) -> Reply:
    args = call.args
    view, kind = front_line.see_front_line(call.desk(), args.meeting), read_kind(args.kind)
    people = on_brief(view, args.to, kind, args.prn)
    data = [{"prn": each.prn, **_sheet(each.sheet(kind))} for each in people]
    lines = [line for each in people for line in _offered(each, each.sheet(kind))]
    return Reply({"recipient": args.to, "kind": kind.value, "people": data}, tuple(lines))


def prepare(call: Call) -> Reply:
    args, desk = call.args, call.desk()
    kind = read_kind(args.kind)
    ground = read_ground(args.ground, desk.now().astimezone(AUCKLAND).date())
    brief = front_line.prepare_front_line(
        desk, args.meeting, args.to, kind, ground, args.necessity, args.prn, args.off
    )
    return _reply(brief)


def show(call: Call) -> Reply:
    view = front_line.see_front_line(call.desk(), call.args.meeting)
    return _reply(brief_among(view.briefs, view.meeting, call.args.brief))


def preview(call: Call) -> Reply:
    out = _out(call.args.out)
    paper = front_line.preview_front_line(call.desk(), call.args.meeting, call.args.brief)
    write_whole(out, paper.pdf, "The preview")
    told = f"Brief {paper.brief.number} as it would leave is in {out}, not encrypted: destroy it when it was looked at."
    return Reply({"brief": _json(paper.brief), "file": str(out)}, (told,))


def decide(call: Call) -> Reply:
    args = call.args
    brief = front_line.decide_front_line(
        call.desk(), args.meeting, args.brief, args.approve, args.reason,
        args.strike, args.let, args.undertaking, args.seen,
    )  # fmt: skip
    return _reply(brief)


def given(call: Call) -> Reply:
    args = call.args
    out = _out(args.pdf)
    paper = front_line.give_front_line(
        call.desk(), args.meeting, args.brief, args.how, optional_day(args.on, "--on"), args.undertaking
    )
    write_whole(out, paper.pdf, "The brief")
    told = f"Disclosure {paper.number} is recorded; the brief to {paper.brief.recipient} is in {out}, not encrypted."
    return Reply(_given(paper, out), (told,))


def paper(call: Call) -> Reply:
    out = _out(call.args.out)
    again = front_line.print_front_line(call.desk(), call.args.meeting, call.args.brief)
    write_whole(out, again.pdf, "The brief")
    return Reply(
        _given(again, out), (f"The brief of disclosure {again.number} is in {out} once more, not encrypted.",)
    )


def withdraw(call: Call) -> Reply:
    args = call.args
    return _reply(front_line.withdraw_front_line(call.desk(), args.meeting, args.brief, args.reason))


def _out(told: str) -> Path:
    out = Path(told)
    refuse_taken(out)
    refuse_unwritable(out.parent, "The brief")
    return out


def _given(paper: front_line.BriefPaper, out: Path) -> dict[str, object]:
    return {
        "brief": _json(paper.brief),
        "disclosure": paper.number,
        "file": str(out),
        "sha256": paper.sha256,
    }


def _json(brief: Brief) -> dict[str, object]:
    return {
        "number": brief.number,
        "meeting": brief.meeting,
        "recipient": brief.recipient,
        "state": brief.state.value,
        "statements": brief.statements,
        "withheld": brief.withheld,
        "disclosure": brief.disclosure,
        "people": [json_of(row) for row in brief.rows],
    }


def _sheet(sheet: BriefSheet) -> dict[str, object]:
    return {
        "goes": [statement(each) for each in sheet.goes],
        "held": [{"heading": each.heading, "reason": each.reason} for each in sheet.held],
    }


def _offered(person: BriefPerson, sheet: BriefSheet) -> list[str]:
    lines = [f"{person.person}, PRN {person.prn}"]
    lines += [
        f"  goes: {each.line}{' – only where a chair lets it' if each.soft else ''}" for each in sheet.goes
    ]
    return lines + [f"  held back: {each.heading}: {each.reason}" for each in sheet.held]


def _reply(brief: Brief) -> Reply:
    first = brief.rows[0]
    told = count(brief.statements, "statement")
    lines = [
        f"Brief {brief.number} of {brief.meeting} to {brief.recipient}: {brief.state.value}, {told}",
        f"Ground: {first.ground.full}",
        f"Necessary because: {first.necessity}",
    ]
    for row in brief.rows:
        lines.append(f"{row.person}, PRN {row.prn}: {row.state.value}")
        lines += [f"  {row.number}.{each.number}  {each.line}{fate(row, each)}" for each in row.statements]
    if brief.withheld:
        lines.append(f"And {count(brief.withheld, 'person', 'people')} whose case you may not read.")
    if first.decided_by:
        lines.append(f"{first.state.value.capitalize()}: {first.decided_by}, because {first.reason}")
    if first.made_on:
        lines.append(f"Given on {show_date(first.made_on)}, {first.how}: disclosure {brief.disclosure}")
    return Reply({"brief": _json(brief)}, tuple(lines))

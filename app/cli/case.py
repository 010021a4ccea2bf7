"""`forumdesk case …`: looking at cases, opening and closing them, and what the forum says of them."""

from __future__ import annotations

from datetime import date

from app.cli import case_words
from app.cli.base import Call, Reply, count, table
from app.cli.known import as_known_reply, give_out, past_day
from app.domain.case_drafts import InformationDraft, OrderDraft, PersonDraft, RiskDraft, read_word
from app.domain.cases import CaseRow
from app.domain.dates import AUCKLAND, read_date, show_date
from app.domain.errors import Refused
from app.domain.risks import side_by_side
from app.domain.timeline import NamedDate
from app.domain.words import (
    AliasKind,
    DateName,
    ExitReason,
    FlagCode,
    Grade,
    Handling,
    HighProfileLimb,
    LeftOutReason,
    OrderKind,
    Service,
    SixAnswer,
)
from app.usecases import cases, known, outside, plan, search
from app.usecases import meeting as meetings


def read_day(text: str, what: str) -> date:
    """A day as typed. Raises Refused."""
    found = read_date(text.strip())
    if found is None:
        raise Refused(f"“{text}” is not a date for {what}; nothing was changed: write dd/mm/yyyy.")
    return found


def anchor_json(anchor: NamedDate | None) -> dict[str, object] | None:
    """An anchor with its name, or none (design/formats.md section 5)."""
    return {"name": anchor.name.value, "date": anchor.day} if anchor else None


def list_(call: Call) -> Reply:
    args = call.args
    flag = read_word(FlagCode, args.flag, "a flag") if args.flag else None
    rows = cases.list_cases(call.desk(), args.forum, args.closed, flag, args.within)
    data = [
        {
            "prn": row.prn,
            "surname": row.surname,
            "given_names": row.given_names,
            "forum": row.forum,
            "anchor": anchor_json(row.anchor),
            "flags": row.flags.split(),
            "opened": row.opened.astimezone(AUCKLAND).date(),
        }
        | ({"proposed_to": row.proposed_to} if row.proposed_to else {})
        for row in rows
    ]
    what = "closed" if args.closed else "open"
    if not rows:
        return Reply({"cases": []}, (f"No {what} case answers that.",))
    shown = [
        (row.prn, row.surname, row.given_names, _home(row), case_words.anchor(row.anchor), row.flags)
        for row in rows
    ]
    lines = table(("PRN", "Surname", "Given names", "Forum", "Anchor", "Flags"), shown)
    return Reply({"cases": data}, (*lines, count(len(rows), f"{what} case")))


def _home(row: CaseRow) -> str:
    """`CHC`, or `CHC, proposed to HB`."""
    return f"{row.forum}, proposed to {row.proposed_to}" if row.proposed_to else row.forum


def find(call: Call) -> Reply:
    args = call.args
    found = search.find_people(call.desk(), " ".join(args.text), args.looser, max(1, args.limit))
    data: dict[str, object] = {
        "hits": [
            {
                "prn": hit.prn,
                "surname": hit.surname,
                "given_names": hit.given_names,
                "date_of_birth": hit.date_of_birth,
                "why": hit.why,
                "case": hit.case,
                "forum": hit.forum,
                "anchor": anchor_json(hit.anchor),
            }
            for hit in found.hits
        ],
        "rung": found.rung.words,
        "next": found.next_rung,
        "more": found.more,
    }
    offer = (
        f"{found.next_rung} (add {'--looser ' * (args.looser + 1)}".rstrip() + ")" if found.next_rung else ""
    )
    if not found.hits:
        return Reply(data, (f"Nobody found, looking {found.rung.words}.", *([offer] if offer else [])))
    shown = [
        (
            hit.prn,
            hit.surname,
            hit.given_names,
            show_date(hit.date_of_birth),
            _standing(hit.case),
            hit.forum,
            hit.why,
        )
        for hit in found.hits
    ]
    lines = table(("PRN", "Surname", "Given names", "Born", "Case", "Forum", "Why"), shown)
    more = ("There are more; type more of the name, or give --limit.",) if found.more else ()
    return Reply(data, (*lines, *more, *([offer] if offer else [])))


def _standing(case: str) -> str:
    """`no case: not-yet` with its reason in words; the code stands in the JSON."""
    told, colon, code = case.partition(": ")
    return f"{told}: {LeftOutReason(code).words}" if colon else case


def show_(call: Call) -> Reply:
    desk = call.desk()
    if on := past_day(call):
        if given := give_out(call, on, prn=call.args.prn):
            return given
        then = known.show_case_as_known(desk, call.args.prn, on)
        told = case_words.record_lines(then.record, on)
        return as_known_reply(then, Reply(case_words.record_json(then.record), told))
    record = cases.show_case(desk, call.args.prn)
    found = outside.see_case_outside(desk, record.prn)
    today = call.today
    lines = (*case_words.outside_lines(found, record.prn), *case_words.record_lines(record, today))
    return Reply(case_words.record_json(record) | {"changed_outside": found.sentences}, lines)


def open_(call: Call) -> Reply:
    args = call.args
    limb = read_word(HighProfileLimb, args.high_profile, "a limb of high profile")
    review = read_day(args.review, "the review")
    anchor = cases.open_high_profile(call.desk(), args.prn, limb, args.reason, review, args.forum)
    return _opened(args.prn, anchor, f"Opened a high-profile case for {args.prn} ({limb.value})")


def take_in(call: Call) -> Reply:
    prn = call.args.prn
    return _opened(prn, cases.take_in(call.desk(), prn, call.args.reason), f"Took {prn} in by hand")


def new(call: Call) -> Reply:
    args = call.args
    born = read_day(args.date_of_birth, "the date of birth")
    prn = cases.enter_person(
        call.desk(), args.forum, PersonDraft(args.prn, args.surname, args.given_names, born)
    )
    return _opened(prn, None, f"Entered {prn} by hand with a case in {args.forum.upper()}")


def _opened(prn: str, anchor: NamedDate | None, told: str) -> Reply:
    return Reply(
        {"prn": prn, "anchor": anchor_json(anchor)}, (f"{told}; anchor: {case_words.anchor(anchor)}.",)
    )


def close(call: Call) -> Reply:
    args = call.args
    reason = read_word(ExitReason, args.exit, "an exit reason")
    cases.close_case(call.desk(), args.prn, reason, args.note)
    return Reply(
        {"prn": args.prn, "exit": reason.value}, (f"Closed the case of {args.prn}: {reason.value}.",)
    )


def flag(call: Call) -> Reply:
    args = call.args
    code = read_word(FlagCode, args.code, "a flag")
    data: dict[str, object] = {"prn": args.prn, "flag": code.value}
    if args.withdraw:
        cases.withdraw_flag(call.desk(), args.prn, code, args.comment)
        return Reply(data, (f"Withdrew the flag {code.value} of {args.prn}; it stays in the record.",))
    since = read_day(args.from_date, "the flag") if args.from_date else None
    meaning = cases.raise_flag(call.desk(), args.prn, code, args.comment, args.authorised_by, since)
    return Reply(data, (f"Raised {code.value} for {args.prn}. {meaning}",))


def anchor(call: Call) -> Reply:
    args = call.args
    if args.by_rule:
        found = cases.anchor_by_rule(call.desk(), args.prn)
    else:
        name = read_word(DateName, args.date_name, "a named date")
        found = cases.set_anchor(call.desk(), args.prn, name, args.reason)
    return Reply(
        {"prn": args.prn, "anchor": anchor_json(found)},
        (f"The anchor of {args.prn} is {case_words.anchor(found)}.",),
    )


def set_(call: Call) -> Reply:
    args = call.args
    service = read_word(Service, args.leading_service, "a service") if args.leading_service else None
    cases.set_case(call.desk(), args.prn, service, args.owner, args.physical_marks)
    return Reply({"prn": args.prn}, (f"Saved for {args.prn}.",))


def answer(call: Call) -> Reply:
    args = call.args
    row = plan.answer_question(call.desk(), args.prn, args.question, args.answer, args.note, args.by)
    data = {"prn": args.prn, "question": row.question, "answer": row.answer}
    return Reply(data, (f"{args.prn}, {row.words}: {row.answer} (said by {row.answered_by}).",))


def correct(call: Call) -> Reply:
    args = call.args
    found = cases.correct_value(call.desk(), args.prn, args.heading, args.value, args.reason)
    kept = f"The forum's word on {args.heading} of {args.prn} stands beside IOMS' value"
    return Reply(
        {"prn": args.prn, "anchor": anchor_json(found)},
        (f"{kept}; anchor: {case_words.anchor(found)}.",),
    )


def alias(call: Call) -> Reply:
    args = call.args
    kind = read_word(AliasKind, args.kind, "a kind of alias")
    cases.add_alias(call.desk(), args.prn, kind, args.surname, args.given)
    return Reply(
        {"prn": args.prn}, (f"Added to {args.prn}: {kind.value} {args.surname} {args.given}".rstrip() + ".",)
    )


def withdraw_value(call: Call) -> Reply:
    args = call.args
    found = cases.withdraw_value(call.desk(), args.prn, args.heading, args.reason)
    told = (
        f"The forum's word on {args.heading} of {args.prn} is withdrawn; anchor: {case_words.anchor(found)}."
    )
    return Reply({"prn": args.prn, "anchor": anchor_json(found)}, (told,))


def withdraw_alias(call: Call) -> Reply:
    args = call.args
    kind = read_word(AliasKind, args.kind, "a kind of alias")
    cases.withdraw_alias(call.desk(), args.prn, kind, args.surname, args.given, args.reason)
    name = f"{args.surname} {args.given}".rstrip()
    return Reply({"prn": args.prn}, (f"Withdrew from {args.prn}: {kind.value} {name}.",))


def order(call: Call) -> Reply:
    args = call.args
    kind = read_word(OrderKind, args.kind, "a kind of order")
    said = read_word(SixAnswer, args.answer, "one of the six answers")
    expires = read_day(args.expires, "the expiry") if args.expires else None
    cases.record_order(call.desk(), args.prn, OrderDraft(kind, said, args.detail, expires, args.source))
    return Reply({"prn": args.prn}, (f"{args.prn}, {kind.value}: {said.value}.",))


def inform(call: Call) -> Reply:
    args = call.args
    desk = call.desk()
    draft = InformationDraft(
        read_word(Service, args.service, "a service"),
        args.text,
        args.author,
        read_day(args.as_at, "the information") if args.as_at else call.today,
        read_word(Grade, args.grade, "a grade"),
        read_word(Handling, args.handling, "a handling"),
    )
    cases.add_information(desk, args.prn, draft)
    return Reply(
        {"prn": args.prn}, (f"Kept what {draft.service.value} says of {args.prn} ({draft.grade.value}).",)
    )


def ask(call: Call) -> Reply:
    """`case ask PRN SERVICE`: a service that has said nothing, asked by an action."""
    row = meetings.ask_service(call.desk(), call.args.prn, read_word(Service, call.args.service, "a service"))
    return Reply(
        {"action": row.id, "prn": row.prn, "service": row.service, "owner": row.owner, "due": row.due},
        (
            f"Action {row.id}: {row.service.value} are asked what they hold on {row.prn}, by {show_date(row.due)}.",
        ),
    )


def risk(call: Call) -> Reply:
    """`case risk add PRN …` and `case risk list PRN`."""
    args = call.args
    act, prn = args.act if len(args.act) == 2 else ("", "")
    if act == "list":
        record = cases.show_case(call.desk(), prn)
        rows = side_by_side(record.risks, record.values, record.changes)
        none = (f"No rating of {prn} is recorded.",)
        return Reply(
            {"prn": prn, "ratings": [{**row._asdict(), "standing": row.standing} for row in rows]},
            case_words.rating_lines(rows) or none,
        )
    if act != "add":
        raise Refused("Say `case risk add PRN …` or `case risk list PRN`; nothing was changed.")
    draft = RiskDraft(
        read_word(Service, args.service, "a service"),
        args.tool,
        args.score,
        args.tool_version,
        read_day(args.on, "the assessment"),
        args.assessor,
    )
    cases.add_risk(call.desk(), prn, draft)
    return Reply({"prn": prn}, (f"Kept {args.tool} of {prn} by {draft.service.value}.",))

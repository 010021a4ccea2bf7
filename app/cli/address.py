"""`forumdesk address …`: proposed addresses and their checks."""

from __future__ import annotations

from app.cli.base import Call, Reply
from app.cli.case import read_day
from app.cli.case_words import address_lines, told
from app.domain.case_drafts import read_word
from app.domain.plan_drafts import CheckDraft, ConsentDraft
from app.domain.plan_words import ConsentSaid
from app.domain.words import CheckKind
from app.usecases import plan


def list_(call: Call) -> Reply:
    prn = call.args.prn
    rows = plan.list_addresses(call.desk(), prn)
    lines = [line for row in rows for line in address_lines(row)]
    return Reply({"addresses": told(rows)}, tuple(lines) or (f"No address has been proposed for {prn}.",))


def add(call: Call) -> Reply:
    args = call.args
    rank = plan.propose_address(call.desk(), args.prn, args.address, args.rank, args.residents, args.consent)
    return Reply({"prn": args.prn, "rank": rank}, (f"Proposed for {args.prn} as address {rank}.",))


def check(call: Call) -> Reply:
    args = call.args
    kind = read_word(CheckKind, args.kind, "a kind of check")
    on = read_day(args.on, "the check") if args.on else None
    draft = CheckDraft(kind, args.answer, args.suitability, args.comment, args.officer, on)
    row = plan.check_address(call.desk(), args.prn, args.rank, draft)
    return Reply(
        {"prn": args.prn, "rank": args.rank, "check": told(row)},
        (f"Address {args.rank} of {args.prn}, {row.kind}: {row.answer}.",),
    )


def set_(call: Call) -> Reply:
    args = call.args
    plan.set_address(call.desk(), args.prn, args.rank, args.verified, args.is_next)
    return Reply({"prn": args.prn, "rank": args.rank}, (f"Saved for address {args.rank} of {args.prn}.",))


def consent(call: Call) -> Reply:
    args = call.args
    said = read_word(ConsentSaid, args.said, "a word on a consent")
    on = read_day(args.on, "the consent") if args.on else None
    row = plan.record_consent(
        call.desk(), args.prn, args.rank, ConsentDraft(said, args.by, on, args.form, args.reason)
    )
    return Reply(
        {"prn": args.prn, "rank": args.rank, "consent": told(row)},
        (f"Address {args.rank} of {args.prn}, the occupier's consent: {row.words}.",),
    )


def edit(call: Call) -> Reply:
    args = call.args
    reopened = plan.edit_address(call.desk(), args.prn, args.rank, args.address, args.residents)
    tail = " The VNR co-ordinator is to be asked anew." if reopened else ""
    return Reply(
        {"prn": args.prn, "rank": args.rank, "nearness_reopened": reopened},
        (f"Saved for address {args.rank} of {args.prn}.{tail}",),
    )


def rank(call: Call) -> Reply:
    args = call.args
    plan.rank_address(call.desk(), args.prn, args.rank, args.to)
    return Reply(
        {"prn": args.prn, "rank": args.to}, (f"Address {args.rank} of {args.prn} is address {args.to} now.",)
    )


def restore(call: Call) -> Reply:
    args = call.args
    plan.restore_address(call.desk(), args.prn, args.rank, args.reason, args.next)
    return Reply({"prn": args.prn, "rank": args.rank}, (f"Address {args.rank} of {args.prn} lives again.",))


def withdraw(call: Call) -> Reply:
    args = call.args
    plan.withdraw_address(call.desk(), args.prn, args.rank, args.by, args.reason)
    return Reply(
        {"prn": args.prn, "rank": args.rank},
        (f"Withdrew address {args.rank} of {args.prn}; it stays in the record.",),
    )

"""`forumdesk consent …`: consents of the person a case is about."""

from __future__ import annotations

from datetime import date

from app.cli.base import Call, Reply, day_of, optional_day
from app.cli.case_words import consent_json, consent_line
from app.domain.consent import ConsentRow
from app.usecases import consents


def list_(call: Call) -> Reply:
    prn, today = call.args.prn, call.today
    rows = consents.list_consents(call.desk(), prn)
    return Reply(
        {"consents": [consent_json(row, today) for row in rows]},
        tuple(consent_line(row, today) for row in rows) or (f"No consent of {prn} is recorded.",),
    )


def add(call: Call) -> Reply:
    args = call.args
    signed, expires = day_of(args.signed, "--signed"), optional_day(args.expires, "--expires")
    row = consents.add_consent(call.desk(), args.prn, args.form, args.scope, signed, expires)
    return _one(args.prn, row, call.today)


def withdraw(call: Call) -> Reply:
    args = call.args
    on = optional_day(args.on, "--on")
    row = consents.withdraw_consent(call.desk(), args.prn, args.number, args.reason, on, args.by)
    return _one(args.prn, row, call.today)


def _one(prn: str, row: ConsentRow, today: date) -> Reply:
    return Reply({"prn": prn, "consent": consent_json(row, today)}, (consent_line(row, today),))

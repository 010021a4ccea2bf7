"""Consents of the person a case is about, on which what is told about them may rest (need D2)."""

from __future__ import annotations

from datetime import date

from app.desk import use_case
from app.domain.case_drafts import needed, not_ahead
from app.domain.consent import ConsentRow, in_force, refuse_withdrawal
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.plan_drafts import SignedDraft
from app.domain.words import Topic
from db.queries import consents as queries
from db.queries.cases import episodes, may_open, open_case, person
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def list_consents(work: Work, prn: str) -> tuple[ConsentRow, ...]:
    """Every consent of the present case, those that hold no more with them."""
    who = person(work.session, prn)
    may_open(work, who.id)
    of_person = episodes(work.session, who.id)
    rows = queries.consents(work.session, of_person[0].id) if of_person else ()
    work.enter(work.person(prn), consents=len(rows), in_force=len(in_force(rows, work.today)))
    return rows


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def add_consent(
    work: Work, prn: str, form: str, scope: str, signed: date, expires: date | None = None
) -> ConsentRow:
    """Keep a consent that the person signed: on which form, what it lets be told to whom, and until when.

    One that has expired may be entered too: what was told while it held rests on it.
    """
    _, case = open_case(work.session, prn)
    others = queries.consents(work.session, case.id)
    draft = SignedDraft(form, scope, signed, expires).checked(work.today, others)
    row = queries.keep_consent(work, case, draft)
    work.enter(work.person(prn))
    return row


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def withdraw_consent(
    work: Work, prn: str, number: int, reason: str, on: date | None = None, by: str = ""
) -> ConsentRow:
    """Keep that the person takes a consent back: from which day, who told it and why. It stays in the list.

    From that day on nothing rests on it any more; what was told before stays told.
    """
    day, why = not_ahead(on, work.today), needed(reason, "Why it is withdrawn")
    _, case = open_case(work.session, prn)
    row = queries.consent(work.session, case, number)
    refuse_withdrawal(queries.consent_row(row), day)
    kept = queries.withdraw(work, row, day, clean(by) or work.user_name, why)
    work.enter(work.person(prn))
    return kept

"""Consents of the people that cases are about, as stored (need D2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.consent import ConsentRow
from app.domain.errors import NotFound
from app.domain.plan_drafts import SignedDraft
from app.domain.words import RequestState
from db.tables.consents import Consent
from db.tables.disclosure import DisclosureRequest
from db.tables.register import Case
from db.work import Work


def consents_of(session: Session, case_ids: Iterable[int]) -> dict[int, tuple[ConsentRow, ...]]:
    """The consents of some cases, by case, in the order in which they were entered."""
    found: dict[int, list[ConsentRow]] = defaultdict(list)
    asked = select(Consent).where(Consent.case_id.in_(list(case_ids))).order_by(Consent.id)
    for row in session.scalars(asked):
        found[row.case_id].append(consent_row(row))
    return {case_id: tuple(rows) for case_id, rows in found.items()}


def consents(session: Session, case_id: int) -> tuple[ConsentRow, ...]:
    """The consents of one case."""
    return consents_of(session, (case_id,)).get(case_id, ())


def consent(session: Session, case: Case, number: int) -> Consent:
    """One consent of a case by its number. Raises NotFound."""
    row = session.get(Consent, number)
    if row is None or row.case_id != case.id:
        raise NotFound(
            f"This case has no consent {number}; nothing was changed: see `forumdesk consent list`."
        )
    return row


def resting(session: Session, case: Case) -> tuple[tuple[int, int], ...]:
    """What is open and rests on a consent: the request's number and the consent's."""
    asked = select(DisclosureRequest.id, DisclosureRequest.consent).where(
        DisclosureRequest.case_id == case.id,
        DisclosureRequest.consent.is_not(None),
        DisclosureRequest.state.in_((RequestState.WAITS, RequestState.APPROVED)),
    )
    rows = session.execute(asked.order_by(DisclosureRequest.id))
    return tuple((number, consent) for number, consent in rows if consent is not None)


def consent_row(row: Consent) -> ConsentRow:
    """A consent as it leaves the register."""
    return ConsentRow(
        row.id,
        row.form,
        row.scope,
        row.signed,
        row.expires,
        row.withdrawn_on,
        row.withdrawn_by,
        row.withdrawn_reason,
    )


def keep_consent(work: Work, case: Case, draft: SignedDraft) -> ConsentRow:
    """Keep a consent that was signed."""
    row = Consent(
        case_id=case.id,
        form=draft.form,
        scope=draft.scope,
        signed=draft.signed,
        expires=draft.expires,
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    return consent_row(row)


def withdraw(work: Work, row: Consent, on: date, by: str, reason: str) -> ConsentRow:
    """Keep that a consent was taken back; what it said stays."""
    row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason = on, by, reason
    row.withdrawn_seq = work.seq
    work.session.flush()
    return consent_row(row)

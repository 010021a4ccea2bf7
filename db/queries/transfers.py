"""Transfers of cases between forums as stored, and the receipt of what goes (need R11)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda, AgendaItem
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.packs import show_code
from app.domain.transfers import ReceiptPart, TransferRow, not_discussed, read_receipt, refuse_item_of
from app.domain.words import (
    ActionOutcome,
    CopyState,
    DecisionKind,
    DisclosureConsidered,
    MeetingState,
    TransferState,
)
from db.queries.agenda import frozen_of
from db.queries.meeting import decisions, items_of
from db.tables.board import BoardTold, Hearing
from db.tables.consents import Consent
from db.tables.meeting import Action, Decision, Meeting, MilestoneTaken
from db.tables.packs import Copy
from db.tables.plan import Address, Condition, PlanAnswer
from db.tables.police import PoliceValue
from db.tables.register import Case, Flag, Person, RiskRating, ServiceInformation
from db.tables.transfers import Transfer
from db.work import Work


def proposed(session: Session, case_id: int) -> Transfer | None:
    """The transfer of a case that waits for an answer."""
    return session.scalar(
        select(Transfer).where(Transfer.case_id == case_id, Transfer.state == TransferState.PROPOSED)
    )


def proposed_or_refused(session: Session, case: Case, prn: str) -> Transfer:
    """As `proposed`. Raises Refused where there is none."""
    found = proposed(session, case.id)
    if found is None:
        raise Refused(
            f"{prn} is not proposed to another forum; nothing was changed: `forumdesk case transfers` shows who is."
        )
    return found


def transfers(
    session: Session, forums: Collection[str] | None, case_id: int | None = None
) -> tuple[TransferRow, ...]:
    """Transfers from or to one of some forums (None for every one), those that wait first, then the latest."""
    query = (
        select(Transfer, Person.prn, Person.surname, Person.given_names)
        .join(Case, Case.id == Transfer.case_id)
        .join(Person, Person.id == Case.person_id)
        .order_by(Transfer.answered_seq.is_not(None), Transfer.id.desc())
    )
    if forums is not None:
        query = query.where(or_(Transfer.from_forum.in_(forums), Transfer.to_forum.in_(forums)))
    if case_id is not None:
        query = query.where(Transfer.case_id == case_id)
    return tuple(
        TransferRow(
            row.id,
            prn,
            surname,
            given,
            row.from_forum,
            row.to_forum,
            row.state,
            row.reason,
            row.proposed_by,
            row.proposed_on,
            row.answered_by or "",
            row.answered_on,
            row.answer or "",
            read_receipt(row.receipt),
        )
        for row, prn, surname, given in session.execute(query)
    )


def moved_away(
    session: Session, forum: str, since: int, until: int
) -> tuple[tuple[str, str, str, str, date | None], ...]:
    """Cases of a forum that another one accepted between two entries of the trail: name, PRN, where to, when."""
    query = (
        select(Person.surname, Person.given_names, Person.prn, Transfer.to_forum, Transfer.answered_on)
        .join(Case, Case.id == Transfer.case_id)
        .join(Person, Person.id == Case.person_id)
        .where(
            Transfer.from_forum == forum,
            Transfer.state == TransferState.ACCEPTED,
            Transfer.answered_seq > since,
            Transfer.answered_seq < until,
        )
        .order_by(Person.name_key, Person.prn)
    )
    return tuple((row[0], row[1], row[2], row[3], row[4]) for row in session.execute(query))


def leave_agendas(work: Work, case: Case, to_forum: str, reason: str) -> int:
    """Put off, on the forum's issued agendas, what is not decided of a case that has left; the minutes tell it.

    Else no one could decide the item and the meeting could not close. Gives back on how many agendas it stood.
    """
    found = 0
    issued = select(Meeting).where(Meeting.forum == case.forum, Meeting.state == MeetingState.ISSUED)
    for meeting in work.session.scalars(issued):
        listed = any(item.case_id == case.id for item in frozen_of(meeting).items)
        if listed and case.id not in decisions(work.session, meeting.meeting):
            found += 1
            work.session.add(
                Decision(
                    meeting=meeting.meeting,
                    case_id=case.id,
                    decision=DecisionKind.DEFERRED,
                    reason=not_discussed(to_forum, work.today, reason),
                    disclosure=DisclosureConsidered.NO,
                    who=work.user_id,
                    seq=work.seq,
                )
            )
    return found


def items_here(session: Session, agenda: Agenda, prn: str) -> tuple[AgendaItem, ...]:
    """As `items_of`, for whatever is recorded of them. Raises Refused where `leave_agendas` put the item off."""
    items, code = items_of(agenda, prn), agenda.meeting.code
    query = (
        select(Transfer.to_forum, Transfer.answered_on)
        .join(Case, Case.id == Transfer.case_id)
        .join(Decision, and_(Decision.case_id == Transfer.case_id, Decision.seq == Transfer.answered_seq))
        .where(
            Decision.meeting == code,
            Case.forum != Transfer.from_forum,
            Transfer.case_id.in_([item.case_id for item in items]),
        )
    )
    if moved := session.execute(query).first():
        refuse_item_of(prn, code, moved.to_forum, moved.answered_on)
    return items


# The receipt.


def receipt(session: Session, case: Case) -> tuple[ReceiptPart, ...]:
    """What goes with a case, as it stands now: counts of what is recorded, and by line what somebody must act on."""
    return (
        ReceiptPart("What went", _counts(session, case)),
        ReceiptPart("Open actions", _actions(session, case)),
        ReceiptPart("Addresses", _addresses(session, case)),
        ReceiptPart("Flags", _flags(session, case)),
        ReceiptPart("Copies out", _copies(session, case)),
    )


def _counts(session: Session, case: Case) -> tuple[str, ...]:
    def number(query: Select[Any]) -> int:
        return session.scalar(select(func.count()).select_from(query.subquery())) or 0

    of_case = {
        "statements of services": select(ServiceInformation.id).where(ServiceInformation.case_id == case.id),
        "risk ratings": select(RiskRating.id).where(RiskRating.person_id == case.person_id),
        "values from Police": select(PoliceValue.id).where(
            PoliceValue.case_id == case.id, PoliceValue.superseded_seq.is_(None)
        ),
        "answers of the plan": select(PlanAnswer.id).where(PlanAnswer.case_id == case.id),
        "release conditions": select(Condition.id).where(Condition.case_id == case.id),
        "consents of the person": select(Consent.id).where(Consent.case_id == case.id),
        "hearings": select(Hearing.id).where(Hearing.case_id == case.id),
        "tellings of the Board": select(BoardTold.id).where(BoardTold.case_id == case.id),
        "decisions of meetings": select(Decision.id).where(Decision.case_id == case.id),
        "milestones taken": select(MilestoneTaken.id).where(MilestoneTaken.case_id == case.id),
        "actions in all": select(Action.id).where(Action.case_id == case.id),
    }
    return tuple(f"{words}: {number(query)}" for words, query in of_case.items())


def _actions(session: Session, case: Case) -> tuple[str, ...]:
    query = select(Action).where(Action.case_id == case.id, Action.outcome == ActionOutcome.OPEN)
    return tuple(
        f"{row.text} ({row.owner}, {row.service.value}, due {show_date(row.due)})"
        for row in session.scalars(query.order_by(Action.due, Action.id))
    )


def _addresses(session: Session, case: Case) -> tuple[str, ...]:
    lines = []
    for row in session.scalars(select(Address).where(Address.case_id == case.id).order_by(Address.rank)):
        state = "verified" if row.verified else "not verified"
        state += ", next address" if row.is_next else ""
        if row.withdrawn_by is not None:
            state = f"withdrawn by {row.withdrawn_by}"
        lines.append(f"{row.rank}. {row.address} ({state})")
    return tuple(lines)


def _flags(session: Session, case: Case) -> tuple[str, ...]:
    query = select(Flag).where(Flag.person_id == case.person_id, Flag.withdrawn_seq.is_(None))
    return tuple(
        f"{row.code.value} from {show_date(row.from_date)} ({row.owner.value})"
        for row in session.scalars(query.order_by(Flag.id))
    )


def _copies(session: Session, case: Case) -> tuple[str, ...]:
    """Copies out of papers of the forum that list the case: they stay accounted for where they were issued."""
    query = select(Copy, Meeting).join(Meeting, Meeting.meeting == Copy.meeting)
    out = query.where(Meeting.forum == case.forum, Copy.state == CopyState.OUT)
    listed: dict[str, bool] = {}
    lines = []
    for copy, meeting in session.execute(out.order_by(Meeting.day, Copy.contents, Copy.number)):
        if meeting.meeting not in listed:
            listed[meeting.meeting] = any(i.case_id == case.id for i in frozen_of(meeting).items)
        if listed[meeting.meeting]:
            lines.append(
                f"{copy.contents.value} of {meeting.meeting}, copy {copy.number} of {copy.of} with {copy.holder} "
                f"({show_code(copy.code)})"
            )
    return tuple(lines)

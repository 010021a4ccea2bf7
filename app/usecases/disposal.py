"""Disposal: how long records are kept, holds, and destroying by two people (need A7, docs/decisions/0032)."""

from __future__ import annotations

import hashlib
from datetime import date

from msgspec import Struct

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.dates import show_moment
from app.domain.disposal import (
    ClassRow,
    DisposalEvent,
    DisposalRow,
    DisposalState,
    DueRow,
    HoldRow,
    authority_of,
    certificate,
    checked_class,
    due_on,
    refuse_approval,
    refuse_proposal,
)
from app.domain.errors import NotFound, Refused
from app.domain.people import Permission
from app.domain.words import Topic
from db.founding import who_is_now
from db.queries import cases
from db.queries import disposal as queries
from db.queries.erasing import erase
from db.queries.register import forum as forum_by_code
from db.signed_rows import last_signer
from db.tables.disposal import Disposal, DisposalHold
from db.work import Work


@use_case(Permission.SEE_DISPOSALS, looks=True)
def disposal_classes(work: Work) -> tuple[ClassRow, ...]:
    """The classes in force: what begins a record's time, how many years, the source of the rule."""
    rows = queries.classes(work.session)
    work.enter("disposal classes", classes=len(rows))
    return rows


@use_case(Permission.DISPOSE, topics=(Topic.DISPOSALS,))
def set_disposal_class(
    work: Work, code: str, name: str, event: DisposalEvent, years: int, source: str
) -> ClassRow:
    """Add a class, or put another wording in the place of one; what was proposed under it keeps its own words."""
    kept_code, kept_name, kept_source = checked_class(code, name, years, source)
    row = queries.set_class(
        work.session, ClassRow(kept_code, 0, kept_name, event, years, kept_source), work.seq
    )
    work.enter(f"class {row.code}, version {row.version}")
    return row


@use_case(Permission.SEE_DISPOSALS, looks=True)
def due_disposals(work: Work, on: date | None = None, forum: str = "") -> tuple[DueRow, ...]:
    """Whose time is up on a day, today where none is given; the longest overdue first."""
    mine = frozenset({forum.upper()}) if forum else work.forums_with(Permission.SEE_DISPOSALS)
    people = queries.people(work.session, mine)
    rows = due_on(people, queries.classes(work.session), on or work.today)
    work.enter("disposals that are due", people=len(rows))
    return rows


@use_case(Permission.SEE_DISPOSALS, looks=True)
def list_holds(work: Work) -> tuple[HoldRow, ...]:
    """Whose records must not be destroyed, and why; released holds after those that stand."""
    rows = queries.holds(work.session, work.forums_with(Permission.SEE_DISPOSALS))
    work.enter("holds", holds=len(rows))
    return rows


@use_case(Permission.PROPOSE_DISPOSAL, topics=(Topic.DISPOSALS,))
def hold(work: Work, prn: str, reason: str) -> None:
    """Have nothing about a person destroyed until the hold is released, however long their time is up (need A7).

    Raises `Refused` without a reason, and where a hold stands already: its reason is never written over.
    """
    who = cases.person(work.session, prn)
    why = needed(reason, "The reason")
    if (stands := queries.standing_hold(work.session, who.id)) is not None:
        raise Refused(f"{who.prn} is held already ({stands.reason}); nothing was changed.")
    work.session.add(
        DisposalHold(person_id=who.id, reason=why, held_by=work.user_name, at=work.at, seq=work.seq)
    )
    work.enter(work.person(who.prn))


@use_case(Permission.PROPOSE_DISPOSAL, topics=(Topic.DISPOSALS,))
def release_hold(work: Work, prn: str, reason: str) -> None:
    """Release the hold on a person, with the reason; the hold stays in the record with who released it (need A7).

    Raises `Refused` without a reason, and where nobody holds them.
    """
    who = cases.person(work.session, prn)
    why = needed(reason, "The reason")
    row = queries.standing_hold(work.session, who.id)
    if row is None:
        raise Refused(f"Nobody holds {who.prn}; nothing was changed.")
    row.released_by, row.released_reason = work.user_name, why
    row.released_at, row.released_seq = work.at, work.seq
    work.enter(work.person(who.prn))


@use_case(Permission.PROPOSE_DISPOSAL, topics=(Topic.DISPOSALS,))
def propose_disposal(work: Work, prn: str, class_code: str) -> DisposalRow:
    """Propose that everything about a person is destroyed, under the class whose time is up. Another approves."""
    who = cases.person(work.session, prn)
    (facts,) = queries.people(work.session, number=who.id)
    classes = queries.classes(work.session)
    by = next((each for each in classes if each.code == class_code.strip().upper()), None)
    if by is None:
        known = ", ".join(each.code for each in classes)
        raise NotFound(f"There is no class '{class_code}'; nothing was proposed: the classes are {known}.")
    due = refuse_proposal(facts, classes, by.code, work.today)
    row = Disposal(
        person_number=who.id,
        forum=facts.forum,
        class_code=by.code,
        class_name=by.name,
        years=by.years,
        authority=by.source,
        event=due.event,
        event_date=due.event_date,
        due=due.due,
        state=DisposalState.PROPOSED,
        proposed_by=work.user_id,
        proposed_at=work.at,
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    work.enter(work.person(who.prn), fields=(f"class {by.code}",))
    return queries.row_of(work.session, row)


@use_case(Permission.SEE_DISPOSALS, looks=True)
def list_disposals(work: Work) -> tuple[DisposalRow, ...]:
    """What waits for a chair, what was destroyed, and what was declined."""
    rows = queries.disposals(work.session, work.forums_with(Permission.SEE_DISPOSALS))
    work.enter("disposals", disposals=len(rows))
    return rows


@use_case(
    Permission.DISPOSE,
    topics=(Topic.DISPOSALS, Topic.CASES, Topic.MEETINGS, Topic.POLICE, Topic.CRITERIA),
)
def approve_disposal(work: Work, disposal: str) -> DisposalRow:
    """Destroy everything about a person, for good, because two people said so. What is left is the certificate."""
    row = queries.disposal(work.session, disposal)
    _refuse_decided(row)
    number = row.person_number
    facts = queries.people(work.session, number=number)
    if not facts:
        raise Refused(f"Person {number} is in this register no more; nothing was changed: decline it.")
    classes = queries.classes(work.session)
    signer = last_signer(work.connection, Disposal.__tablename__, row.id)
    if row.state is DisposalState.PROPOSED and signer != row.proposed_by:
        # Whoever approves could have written somebody else's name there with own tools, and no record comes back.
        raise Refused(
            "The trail does not say that whoever stands there proposed it; nothing was destroyed: decline it, and have "
            "it proposed anew."
        )
    proposed_by = who_is_now(work.session, row.proposed_by)
    refuse_approval(proposed_by, work.user_id, facts[0], classes, work.today)
    if open_meeting := queries.issued_with(work.session, facts[0].prn):
        raise Refused(
            f"They stand on the agenda of {open_meeting}; nothing was destroyed: close that meeting first."
        )
    authority = authority_of(row.class_code, row.authority, classes)
    erased = erase(work, number)
    row = queries.disposal(work.session, disposal)
    row.state, row.authority = DisposalState.DONE, authority
    row.decided_by, row.decided_at, row.decided_seq = work.user_id, work.at, work.seq
    row.counts, row.mentions, row.checkpoint = erased.counts, erased.mentions, erased.checkpoint
    row.blanked = [{"what": each.what, "before": each.before, "after": each.after} for each in erased.blanked]
    work.session.flush()
    work.enter(
        f"person {number}",
        fields=(f"disposal {row.id}", f"class {row.class_code}"),
        rows=sum(erased.counts.values()),
        texts_blanked=len(erased.blanked),
    )
    return queries.row_of(work.session, row)


@use_case(Permission.DISPOSE, topics=(Topic.DISPOSALS,))
def decline_disposal(work: Work, disposal: str, reason: str) -> DisposalRow:
    """Leave the records as they are: a chair's word on a proposal, with its reason (need A7, decision 0032).

    Raises `Refused` where it is decided already or no reason is given.
    """
    row = queries.disposal(work.session, disposal)
    _refuse_decided(row)
    row.decided_reason = needed(reason, "The reason")
    row.state = DisposalState.DECLINED
    row.decided_by, row.decided_at, row.decided_seq = work.user_id, work.at, work.seq
    work.enter(f"person {row.person_number}", fields=(f"disposal {row.id}",))
    return queries.row_of(work.session, row)


class Certificate(Struct, frozen=True):
    """What is left of somebody whose records were destroyed, ready for the file it is kept in."""

    row: DisposalRow
    pdf: bytes
    sha256: str


@use_case(Permission.SEE_DISPOSALS, looks=True)
def print_certificate(work: Work, disposal: str) -> Certificate:
    """The certificate of a disposal: no name stands on it, so it is no numbered copy."""
    from reports.record import render_record

    row = queries.row_of(work.session, queries.disposal(work.session, disposal))
    forum = forum_by_code(work.session, row.forum)
    made = f"Made {show_moment(work.at)} by {work.user_name}"
    pdf = render_record(certificate(row, forum.name, made, training=forum.training))
    work.enter(f"disposal {row.id}")
    return Certificate(row, pdf, hashlib.sha256(pdf).hexdigest())


def _refuse_decided(row: Disposal) -> None:
    if not row.state.waits:
        raise Refused(f"Disposal {row.id} is {row.state.value} already; nothing was changed.")

"""A case that goes to another forum: proposed by the one, accepted or declined by the other (need R11)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.transfers import Standing, TransferRow, freeze_receipt, refuse_proposal
from app.domain.words import Topic, TransferState
from db import case_words, search
from db.queries import disclosure_requests
from db.queries import transfers as queries
from db.queries.cases import open_case, scope_of
from db.queries.register import forum as forum_by_code
from db.queries.restricted import renumber
from db.tables.register import Case
from db.tables.transfers import Transfer
from db.work import Work

_CHANGES = (Topic.CASES, Topic.MEETINGS, Topic.DISCLOSURES)
_GOES = ["the whole case, with its plan, actions and flags"]


@use_case(Permission.OPEN_CASE, looks=True)
def list_transfers(work: Work, forum: str = "") -> tuple[TransferRow, ...]:
    """Transfers from or to one forum, or every forum whose cases this person may open; those that wait first."""
    mine = scope_of(work).forums
    if forum:
        code = forum_by_code(work.session, forum).code
        mine = frozenset([code] if mine is None or code in mine else [])
    rows = queries.transfers(work.session, mine)
    work.enter("transfers", transfers=len(rows))
    return rows


@use_case(Permission.EDIT_CASE, discloses=True, topics=_CHANGES)
def propose_transfer(work: Work, prn: str, to: str, reason: str) -> TransferRow:
    """Propose a case to another forum, which may look at it from now on. It stays this forum's until accepted."""
    why = needed(reason, "The reason")
    _, case = open_case(work.session, prn)
    other = forum_by_code(work.session, to)
    waits = queries.proposed(work.session, case.id)
    refuse_proposal(Standing(prn, case.forum, waits.to_forum if waits else None), other.code)
    row = Transfer(
        case_id=case.id,
        from_forum=case.forum,
        to_forum=other.code,
        state=TransferState.PROPOSED,
        reason=why,
        proposed_by=work.user_name,
        proposed_on=work.today,
        seq=work.seq,
        receipt=freeze_receipt(queries.receipt(work.session, case)),
    )
    work.session.add(row)
    work.session.flush()
    work.disclose(
        "case proposed to another forum", f"{work.person(prn)} {case.forum}", [other.name], _GOES, 1
    )
    work.enter(work.person(prn), reason=f"to {other.code}")
    return _row(work, case, row)


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def withdraw_transfer(work: Work, prn: str, reason: str) -> TransferRow:
    """Take back a proposal that waits; the other forum sees the case no longer."""
    return _stays(work, prn, reason, TransferState.WITHDRAWN)


@use_case(Permission.EDIT_CASE, discloses=True, topics=_CHANGES)
def accept_transfer(work: Work, incoming: str, note: str = "") -> TransferRow:
    """Accept a case proposed to this person's forum, by PRN: with all that hangs on it, it is this forum's from now.

    On an agenda that the other forum has issued, and not decided yet, the item is put off and the minutes say why.
    The receipt is kept as things stand at this moment.
    """
    who, case = open_case(work.session, incoming)
    row = queries.proposed_or_refused(work.session, case, incoming)
    row.receipt = freeze_receipt(queries.receipt(work.session, case))
    to = forum_by_code(work.session, row.to_forum)
    listed = queries.leave_agendas(work, case, to.code, row.reason)
    case.forum, case.joined_seq = to.code, work.seq
    asked = disclosure_requests.follow(work.session, case)
    case_words.confirm(work.session, who.id)
    renumber(work.session, case, work.seq)
    _answer(work, row, TransferState.ACCEPTED, clean(note))
    search.reindex(work.session, (who.id,))
    about = f"{work.person(incoming)} {row.from_forum}"
    work.disclose("case transferred to another forum", about, [to.name], _GOES, 1)
    work.enter(work.person(incoming), reason=f"{row.from_forum} to {to.code}", agendas=listed, requests=asked)
    return _row(work, case, row)


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def decline_transfer(work: Work, incoming: str, reason: str) -> TransferRow:
    """Decline a case proposed to this person's forum, by PRN; it stays where it was."""
    return _stays(work, incoming, reason, TransferState.DECLINED)


def _stays(work: Work, prn: str, reason: str, state: TransferState) -> TransferRow:
    """Answer a proposal so that the case stays where it is, whoever says so. Raises Refused without a reason."""
    why = needed(reason, "The reason")
    _, case = open_case(work.session, prn)
    row = queries.proposed_or_refused(work.session, case, prn)
    _answer(work, row, state, why)
    work.enter(work.person(prn))
    return _row(work, case, row)


def _answer(work: Work, row: Transfer, state: TransferState, answer: str) -> None:
    row.state, row.answer = state, answer or None
    row.answered_by, row.answered_on, row.answered_seq = work.user_name, work.today, work.seq


def _row(work: Work, case: Case, row: Transfer) -> TransferRow:
    work.session.flush()
    return next(line for line in queries.transfers(work.session, None, case.id) if line.number == row.id)

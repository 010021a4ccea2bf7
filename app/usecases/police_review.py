"""Reviewing what Police sent back, and confirming it in one transaction (needs X4, X5, X7, X8)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from app.desk import use_case
from app.domain.dates import AUCKLAND
from app.domain.errors import NotFound, Refused
from app.domain.linkage import Proposal, Said, told_asked, with_sayings
from app.domain.names import clean, fold
from app.domain.people import Permission
from app.domain.police import OFFICER, SEALED_SHEETS, WHO_AND_WHEN, Sheet, columns_of
from app.domain.police_exchange import (
    RECIPIENTS,
    Confirmed,
    Deliver,
    Review,
    ReviewCell,
    ReviewRow,
    TakenBack,
    Verdict,
    accept_unchanged,
    taken_rows,
)
from app.domain.police_return import ReturnCounts
from app.domain.police_review import (
    ReceiptDocument,
    StagedCell,
    accept,
    accept_all_intact,
    ask,
    reject,
    settle,
    undo,
)
from app.domain.words import CellState, Handling, Role, Topic
from db import search
from db.queries import linkage
from db.queries import police as queries
from db.queries import police_returns as returns
from db.queries import police_values as values
from db.queries import register as forums
from db.queries import trail as trails
from db.queries.meeting import mapped as mapped_meeting
from db.queries.police_returns import KeptRow, Staged
from db.tables.people import User
from db.tables.police import Exchange
from db.work import Work, after_commit

_ANSWER_HEADINGS = tuple(
    dict.fromkeys(c.heading for sheet in SEALED_SHEETS for c in columns_of(sheet) if not c.ours)
)


@use_case(Permission.TAKE_IN_POLICE, looks=True)
def review_police(work: Work, exchange: str) -> Review:
    """Theirs beside ours, cell by cell, for the file that came back last (need X4)."""
    row = queries.mapped(work.session, exchange)
    staged = returns.staged(work.session, returns.latest(work.session, row.exchange))
    work.enter(row.exchange, cells=len(staged.cells))
    return _review(work, row, staged)


@use_case(Permission.DECIDE_POLICE, topics=(Topic.POLICE,))
def decide_police(
    work: Work, exchange: str, cells: Sequence[str], verdict: Verdict, value: str = "", reason: str = ""
) -> Review:
    """Accept, reject, ask back or edit some cells, or take a decision back. Nothing becomes a value yet."""
    row, staged = _open_review(work, exchange)
    by_id = {cell.id: cell for cell in staged.cells}
    wanted = [each.strip().casefold() for each in cells]
    unknown = [each for each in wanted if each not in by_id]
    if unknown:
        raise NotFound(
            f"There is no cell '{clean(unknown[0])}' in the file that came back for {row.exchange}; nothing was "
            f"changed: `forumdesk police review {row.exchange}` shows the cells."
        )
    decided = [_decide(by_id[each], verdict, value, reason) for each in dict.fromkeys(wanted)]
    count = staged.save(decided, work)
    work.enter(row.exchange, fields=("returned_cells",), reason=verdict.value, cells=count)
    return _review(work, row, staged, count)


@use_case(Permission.DECIDE_POLICE, topics=(Topic.POLICE,))
def accept_intact(work: Work, exchange: str, unchanged: bool = False) -> Review:
    """Accept every readable cell of an intact row where the register has nothing yet.

    With `unchanged` also where Police say again what they said before: it then bears the new date.
    """
    row, staged = _open_review(work, exchange)
    decided = accept_all_intact(staged.cells)
    if unchanged:
        decided = accept_unchanged(decided)
    count = staged.save(decided, work)
    work.enter(row.exchange, fields=("returned_cells",), reason="all intact", cells=count)
    return _review(work, row, staged, count)


@use_case(Permission.DECIDE_POLICE, discloses=True, topics=(Topic.POLICE, Topic.CASES, Topic.DISCLOSURES))
def confirm_police(work: Work, exchange: str, deliver: Deliver) -> Confirmed:
    """Settle every cell, write what was taken beside Corrections' own, and make the receipt: all or nothing.

    `deliver` is called last with the receipt, under the passphrase the workbook was sent with (need X5); what it
    gives back is called once everything is recorded.
    """
    from reports.receipt import write_receipt
    from reports.workbook_crypto import encrypt

    row, staged = _open_review(work, exchange)
    staged.save(settle(staged.cells), work)
    staged.keep_ours(work)
    returned = staged.returned
    targets = {each.tag: (each.case_id, each.address_id) for each in staged.rows if each.case_id is not None}
    taken = taken_rows(staged.cells, targets)
    values.take(work, returned, taken)
    data = write_receipt(_receipt(work, row, staged), work.at)
    if row.passphrase is not None:
        data = encrypt(data, row.passphrase)
    digest = hashlib.sha256(data).hexdigest()
    returned.confirmed_seq, returned.receipt_sha256 = work.seq, digest
    row.confirmed_at, row.confirmed_by = work.at, work.user_id
    touched = {staged.people[each.case_id].person_id for each in taken}
    states = Counter(cell.state for cell in staged.cells)
    prns = {cell.prn for cell in staged.cells if cell.prn}
    fields = ["Outcome", "Reason", *_ANSWER_HEADINGS]
    work.disclose("receipt to Police", row.exchange, list(RECIPIENTS), fields, len(prns), sha256=digest)
    search.reindex(work.session, touched)
    result = Confirmed(
        row.exchange,
        taken=states[CellState.TAKEN],
        changed=states[CellState.CHANGED],
        not_taken=states[CellState.NOT_TAKEN],
        asked=states[CellState.ASKED],
        people=len(touched),
        receipt_sha256=digest,
    )
    work.enter(
        row.exchange,
        reason="plain: receipt without a passphrase" if row.passphrase is None else "",
        taken=result.taken,
        changed=result.changed,
        not_taken=result.not_taken,
        asked=result.asked,
    )
    work.session.flush()
    if place := deliver(data):
        after_commit(work.session, place)
    return result


@use_case(Permission.DECIDE_POLICE, topics=(Topic.POLICE, Topic.CASES))
def take_back_police(work: Work, exchange: str) -> TakenBack:
    """Undo a whole confirmation: every value it wrote leaves, what they replaced stands again, the review is open.

    Only until the next change of the register, so that nothing rests on what goes (design/screens.md, section 7).
    """
    row = queries.mapped(work.session, exchange)
    returned = returns.latest(work.session, row.exchange)
    if returned.confirmed_seq is None:
        raise Refused(
            f"{row.exchange} is not applied, so there is nothing to take back; nothing was changed."
        )
    if since := trails.first_change_after(work.session, returned.confirmed_seq):
        raise Refused(
            f"Something else was recorded since {row.exchange} was applied (entry {since} of the trail), so it can no "
            "longer be taken back as a whole; nothing was changed. Correct single answers in a newer file from Police."
        )
    moved = values.take_back(work, returned)
    returns.as_before(work, returned)
    returned.confirmed_seq, returned.receipt_sha256 = None, None
    row.confirmed_at, row.confirmed_by = None, None
    work.session.flush()
    staged = returns.staged(work.session, returned)
    search.reindex(work.session, {each.person_id for each in staged.people.values()})
    work.enter(row.exchange, reason="the receipt no longer holds", values=moved)
    return TakenBack(row.exchange, moved)


def _open_review(work: Work, exchange: str) -> tuple[Exchange, Staged]:
    row, returned = returns.open_return(work.session, exchange)
    return row, returns.staged(work.session, returned)


def _decide(cell: StagedCell, verdict: Verdict, value: str, reason: str) -> StagedCell:
    match verdict:
        case Verdict.REJECT:
            return reject(cell, reason)
        case Verdict.ASK:
            return ask(cell, reason)
        case Verdict.UNDO:
            return undo(cell)
    if cell.prn is None and cell.sheet is Sheet.PEOPLE:
        raise Refused(
            f"{cell.sheet} {cell.place} ({cell.heading}): nobody has said yet whom this row is about; nothing was "
            "changed. A chair says so with `forumdesk police link`, an administrator asks for it with "
            "`forumdesk police ask-link`; then accept it."
        )
    return accept(cell, value if verdict is Verdict.EDIT else None)


def _receipt(work: Work, row: Exchange, staged: Staged) -> ReceiptDocument:
    meeting = mapped_meeting(work.session, row.meeting)
    forum = forums.forum(work.session, meeting.forum)
    sent = queries.kept_rows(work.session, row.exchange)
    gone = {seal for seal, _ in _missing(work, row.exchange, staged)}
    cases = returns.whom(work.session, (each.case_id for each in sent))
    return ReceiptDocument(
        exchange=row.exchange,
        forum_name=forum.name,
        meeting_day=meeting.day,
        marking=forum.marking.value,
        training=forum.training,
        confirmed_on=work.today,
        cells=tuple(staged.cells),
        names={who.prn: who.name for who in (*cases.values(), *staged.people.values())},
        missing=tuple(queries.sent_row(each) for each in sent if each.seal in gone),
    )


def _missing(work: Work, exchange: str, staged: Staged) -> list[tuple[str, str]]:
    """Rows that were sent and did not come back, by seal; one that came without its seal is back once it is linked."""
    missing: list[tuple[str, str]] = staged.returned.counts["missing_rows"]
    linked = {
        (each.sheet, each.case_id, each.address_id) for each in staged.rows if each.linked_seq is not None
    }
    if not missing or not linked:
        return missing
    sent = queries.kept_rows(work.session, exchange)
    back = {each.seal for each in sent if (each.sheet, each.case_id, each.address_id) in linked}
    return [each for each in missing if each[0] not in back]


def _review(work: Work, row: Exchange, staged: Staged, decided: int = 0) -> Review:
    returned = staged.returned
    counts = returned.counts
    missing = _missing(work, row.exchange, staged)
    proposable = None
    if work.role == Role.POLICE_LIAISON.value:
        # Police see the people of the workbook, and nobody else of the register (design/trust.md).
        proposable = {each.cells["PRN"] for each in queries.kept_rows(work.session, row.exchange)}
    forum = queries.forum_of(work.session, row)
    sayings = linkage.sayings(work.session, forum, (each.told or "" for each in staged.rows))
    rows = {each.id: _row(each, staged, sayings.get(each.told or "", ()), proposable) for each in staged.rows}
    rows = _named(work, rows)
    tags = {each.tag: each for each in rows.values()}
    about = {each.tag: values.Key(each.case_id, each.address_id) for each in staged.rows if each.case_id}
    said = values.said_by(work.session, {key.case_id for key in about.values()})
    unnamed = _not_to_be_named(work, staged)
    return Review(
        exchange=row.exchange,
        meeting=row.meeting,
        file_name=returned.file_name,
        taken_in_on=returned.taken_in_at.astimezone(AUCKLAND).date(),
        confirmed_on=(
            row.confirmed_at.astimezone(AUCKLAND).date()
            if returned.confirmed_seq is not None and row.confirmed_at
            else None
        ),
        counts=ReturnCounts(
            **{name: counts[name] for name in ReturnCounts.__struct_fields__} | {"missing": len(missing)}
        ),
        rows=tuple(rows.values()),
        cells=tuple(
            _cell(
                replace(cell, theirs=NOT_NAMED, value=NOT_NAMED, edited=None) if cell.id in unnamed else cell,
                tags[tag],
                said.get((about[tag], cell.heading), "") if tag in about else "",
            )
            for cell in staged.cells
            for tag in (cell.id.partition(".")[0],)
        ),
        notes=tuple(counts["notes"]),
        missing=tuple(who for _, who in missing),
        decided=decided,
    )


def _named(work: Work, rows: dict[int, ReviewRow]) -> dict[int, ReviewRow]:
    """The rows, each proposal with the name of its person, and of whoever asks for it."""
    names = linkage.names_of(work.session, {each.prn for row in rows.values() for each in row.proposals})

    def named(proposal: Proposal) -> Proposal:
        user = work.session.get(User, proposal.asked_by) if proposal.asked_by else None
        told = told_asked(proposal, user.name if user else "somebody")
        return replace(told, name=names.get(proposal.prn, ""))

    return {number: replace(row, proposals=tuple(map(named, row.proposals))) for number, row in rows.items()}


NOT_NAMED = "not to be named"


def _not_to_be_named(work: Work, staged: Staged) -> frozenset[str]:
    """Cells that name an officer under *do not attribute*: once settled, only Police see them again (need X7).

    While they are decided whoever decides has to see them, as in the workbook itself.
    """
    if staged.returned.confirmed_seq is None or work.role == Role.POLICE_LIAISON.value:
        return frozenset()
    rows = {
        cell.id.partition(".")[0]
        for cell in staged.cells
        if cell.heading == "Handling" and cell.taken_value == Handling.DO_NOT_ATTRIBUTE
    }
    named = (cell.id for cell in staged.cells if cell.heading == OFFICER)
    return frozenset(each for each in named if each.partition(".")[0] in rows)


def _row(row: KeptRow, staged: Staged, said: Sequence[Said], proposable: set[str] | None) -> ReviewRow:
    whom = staged.people.get(row.case_id) if row.case_id is not None else None
    proposals = tuple(
        each
        for each in with_sayings([Proposal(*kept) for kept in row.proposals], said)
        if proposable is None or each.prn in proposable
    )
    return ReviewRow(
        tag=row.tag,
        sheet=row.sheet,
        number=row.row,
        state=row.state,
        prn=whom.prn if whom else None,
        about=whom.name if whom else "",
        linked=row.linked_seq is not None,
        changed=tuple(row.cells["changed"]),
        ours=tuple(row.cells["ours"].items()),
        proposals=proposals,
    )


def _cell(cell: StagedCell, row: ReviewRow, said: str) -> ReviewCell:
    is_open = cell.state in (CellState.UNDECIDED, CellState.ACCEPTED, CellState.REJECTED, CellState.ASKED)
    return ReviewCell(
        id=cell.id,
        row=row.tag,
        sheet=cell.sheet.value,
        place=cell.place,
        prn=cell.prn,
        name=row.about,
        heading=cell.heading,
        ours=cell.shown(cell.present),
        theirs=cell.theirs,
        value=cell.value,
        state=cell.state,
        row_state=cell.row_state,
        fault=cell.fault,
        note=cell.note,
        reason=cell.reason,
        edited=cell.edited,
        conflict=(
            bool(cell.present)
            and cell.value is not None
            and cell.heading not in WHO_AND_WHEN
            and fold(cell.present) != fold(cell.value)
        ),
        ours_by=said if is_open and cell.present else "",
    )

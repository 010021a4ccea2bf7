"""The Police exchange: the workbook goes out, comes back, is reviewed cell by cell and confirmed (needs X1-X8).

What a person does with the returned file stands in `police_review`.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from msgspec.structs import asdict

from app.desk import use_case
from app.domain.dates import AUCKLAND, show_date
from app.domain.errors import NotPermitted, Refused
from app.domain.names import clean, fold
from app.domain.passphrase import check_passphrase
from app.domain.people import Permission, may_in
from app.domain.police import ROW, SEALED_SHEETS, OutgoingWorkbook, read_seal, seal_rows
from app.domain.police_cells import plain as shown
from app.domain.police_exchange import (
    OUR_HEADINGS,
    RECIPIENTS,
    Deliver,
    ExchangeLine,
    KeptPassphrase,
    SentExchange,
    TakenIn,
    exchange_name,
    other_exchange,
    tell_missing,
)
from app.domain.police_return import (
    Matched,
    ReturnCounts,
    ReturnedForm,
    match_rows,
    no_form,
    read_form,
)
from app.domain.police_review import refused_cells, stage
from app.domain.police_under_review import (
    Over,
    UnderReview,
    refuse_replacing,
    unanswered,
    under_review,
)
from app.domain.raw_cells import RawWorkbook
from app.domain.words import Topic
from db.keys import row_seal_key
from db.queries import agenda as agendas
from db.queries import linkage, outside
from db.queries import police as queries
from db.queries import police_exchanges as exchanges
from db.queries import police_returns as returns
from db.queries import register as forums
from db.queries.meeting import mapped as mapped_meeting
from db.queries.police_returns import Staged
from db.queries.police_values import Key
from db.queries.restricted import for_police
from db.tables.police import Exchange, Return
from db.work import Work, after_commit


@use_case(
    Permission.MAKE_POLICE_WORKBOOK, discloses=True, topics=(Topic.POLICE, Topic.DISCLOSURES, Topic.CASES)
)
def export_police(work: Work, meeting: str, passphrase: str | None, deliver: Deliver) -> SentExchange:
    """Make the workbook of a meeting's issued agenda; `passphrase` None makes it plain, which the trail tells.

    `deliver` is called last with the finished file: where it raises, nothing is recorded (need X1); what it gives
    back is called once everything is recorded.
    Every living address of a listed case goes out, so that no check is skipped silently (need P2).
    """
    from reports.police_workbook import write_police_workbook
    from reports.workbook_crypto import encrypt

    if passphrase is not None:
        check_passphrase(passphrase)
    row = mapped_meeting(work.session, meeting)
    agenda, kept_back = for_police(work.session, agendas.frozen_of(row))
    outside.refuse_printing(work, agenda)
    forum = forums.forum(work.session, row.forum)
    cases, addresses = queries.outgoing(work.session, agenda, work.today)
    key = row_seal_key(work.register_key)
    name = exchange_name(key, row.meeting, queries.next_number(work.session, row.meeting))
    workbook = OutgoingWorkbook(
        exchange=name,
        forum_name=forum.name,
        meeting=row.meeting,
        meeting_day=row.day,
        due=row.police_due,
        marking=forum.marking.value,
        training=forum.training,
        cases=tuple(cases),
        addresses=tuple(addresses),
    )
    sealed = seal_rows(key, workbook)
    data = write_police_workbook(workbook, sealed, work.at)
    if passphrase is not None:
        data = encrypt(data, passphrase)
    digest = hashlib.sha256(data).hexdigest()
    queries.store_exchange(work, name, row, sealed, passphrase, digest)
    asked = queries.mark_asked(work, [int(a.row_key.rpartition("-")[2]) for a in addresses])
    people = len({case.prn for case in cases})
    work.disclose("Police workbook", name, list(RECIPIENTS), list(OUR_HEADINGS), people, sha256=digest)
    work.enter(
        name,
        reason="plain: made without a passphrase" if passphrase is None else "",
        rows=len(sealed),
        people=people,
        asked=asked,
        restricted=kept_back,
    )
    work.session.flush()
    if place := deliver(data):
        after_commit(work.session, place)
    return SentExchange(name, len(sealed), people, digest, row.police_due, passphrase is None, kept_back)


@use_case(Permission.TAKE_IN_POLICE, looks=True)
def list_exchanges(work: Work) -> tuple[ExchangeLine, ...]:
    """What was sent to Police, what is due and what waits here (need X9)."""
    rows = exchanges.exchanges(work.session, work.forums_with(Permission.TAKE_IN_POLICE))
    work.enter("Police exchanges", exchanges=len(rows))
    return rows


@use_case(Permission.MAKE_POLICE_WORKBOOK, looks=True)
def show_passphrase(work: Work, exchange: str) -> KeptPassphrase:
    """The passphrase a workbook was sent with: the receipt goes out under it too (design/formats.md section 4).

    It is None where the workbook went out plain. The trail keeps who looked.
    """
    row = queries.mapped(work.session, exchange)
    work.enter(row.exchange)
    return KeptPassphrase(row.exchange, row.passphrase)


CAME_BACK = "Police workbook, come back"
ANSWERS_ASKED = "answers of Police to what the forum asked under its standing disclosure"
"""The ledger tells both directions of one exchange: what went out, and what came back for it."""


@use_case(Permission.TAKE_IN_POLICE, topics=(Topic.POLICE, Topic.DISCLOSURES))
def take_in_police(
    work: Work,
    data: bytes,
    file_name: str,
    passphrase: str | None = None,
    exchange: str | None = None,
    over: Over = Over.UNDECIDED,
) -> TakenIn:
    """Read what came back, know each row by its seal, and stage the answers; nothing becomes a value (need X4).

    Without a passphrase those kept with the last exchanges are tried. `exchange` is for a file that has lost
    both its name and its seals. The same bytes again change nothing, unless another file took their place: then they
    are under review again. `over` says what a file may take the place of. Raises `WouldReplace`.
    """
    digest = hashlib.sha256(data).hexdigest()
    name = clean(file_name) or "The file"
    known = returns.same_bytes(work.session, digest)
    if known is not None:
        return _again(work, known, name, over)
    form, seals = _read(work, data, name, passphrase)
    row, notes = _exchange_of(work, form, seals, exchange, name)
    forum = _refuse_other_forum(work, row)
    sent = queries.kept_rows(work.session, row.exchange)
    matched = match_rows(form, [queries.sent_row(each) for each in sent])
    cells = stage(matched)
    notes = (*form.notes, *notes, *_notes(form, matched), *_place(work, row, forum))
    as_sent = matched.counts.intact == matched.counts.rows
    replaced = _replace(work, row.exchange, name, len(cells), as_sent, over)
    missing = [[each.seal, tell_missing(each.cells)] for each in matched.missing]
    returned = Return(
        exchange=row.exchange,
        sha256=digest,
        file_name=name,
        taken_in_at=work.at,
        who=work.user_id,
        counts={
            **asdict(matched.counts),
            "people": len(matched.people),
            "notes": list(notes),
            "missing_rows": missing,
        },
        seq=work.seq,
    )
    targets = {each.row_key: Key(each.case_id, each.address_id) for each in sent}
    awaited = returns.whom(work.session, (targets[each.row_key].case_id for each in matched.missing)).values()
    finder = linkage.Finder(work.session, forum, (each.person_id for each in awaited))
    returns.store_return(work, returned, matched, cells, targets, finder)
    kept = returns.carry_over(work, replaced, returns.staged(work.session, returned)) if replaced else 0
    counts = matched.counts
    answered = list(dict.fromkeys(cell.heading for cell in cells))
    about = len({each.prn for each in matched.rows if each.prn})
    work.disclose(
        CAME_BACK, row.exchange, [f"forum {forum}"], answered, about, ground=ANSWERS_ASKED, sha256=digest
    )
    work.enter(row.exchange, fields=("returned_cells",), cells=len(cells), kept=kept, **asdict(counts))
    return TakenIn(
        row.exchange,
        counts,
        len(cells),
        len(matched.people),
        refused_cells(cells),
        notes,
        replaced=replaced is not None,
        kept=kept,
    )


def _again(work: Work, known: Return, name: str, over: Over) -> TakenIn:
    """The same bytes as before: nothing new, or, where another file took their place, under review again."""
    _refuse_other_forum(work, queries.mapped(work.session, known.exchange))
    staged = returns.staged(work.session, known)
    counts = ReturnCounts(**{each: known.counts[each] for each in ReturnCounts.__struct_fields__})
    notes = list(known.counts["notes"])
    replaced, kept, back = None, 0, False
    if known.replaced_seq is not None:
        if staged.cells:
            replaced, back = _replace(work, known.exchange, name, len(staged.cells), True, over), True
            known.replaced_seq, known.taken_in_at, known.who = None, work.at, work.user_id
            kept = returns.carry_over(work, replaced, staged) if replaced else 0
        elif stands := _stands(work, known.exchange):
            notes.append(unanswered(name, counts.intact == counts.rows, stands[0]))
    reason = "taken in before, under review again" if back else "the same file again"
    work.enter(known.exchange, reason=reason, cells=len(staged.cells) if back else 0, kept=kept)
    return TakenIn(
        known.exchange,
        counts,
        len(staged.cells) if back else 0,
        known.counts["people"],
        refused_cells(staged.cells),
        tuple(notes),
        again=not back,
        replaced=replaced is not None,
        kept=kept,
    )


def _stands(work: Work, exchange: str) -> tuple[UnderReview, Staged] | None:
    """The file under review, or the one applied last, in numbers and whole."""
    returned = returns.last_back(work.session, exchange)
    if returned is None:
        return None
    staged = returns.staged(work.session, returned)
    day = returned.taken_in_at.astimezone(AUCKLAND).date()
    applied = returned.confirmed_seq is not None
    return under_review(returned.file_name, day, staged.cells, applied), staged


def _replace(work: Work, exchange: str, name: str, answers: int, as_sent: bool, over: Over) -> Staged | None:
    """Take the place of the file under review, which is given back; None where there is none."""
    found = _stands(work, exchange)
    if found is None:
        return None
    stands, staged = found
    refuse_replacing(name, answers, as_sent, stands, over)
    if stands.applied:
        return None  # a further file, reviewed by itself
    staged.returned.replaced_seq = work.seq
    return staged


def _read(work: Work, data: bytes, name: str, passphrase: str | None) -> tuple[ReturnedForm, list[str]]:
    """The form and the seals in it. Raises `Refused` for what is no form of ours."""
    raw = _open(work, data, name, passphrase)
    if sentence := no_form(raw, name):
        raise Refused(sentence)
    form = read_form(raw)
    seals = [read_seal(shown(r.cells[ROW])) for r in form.rows if r.sheet in SEALED_SHEETS and ROW in r.cells]
    return form, [seal for seal in seals if seal]


def _open(work: Work, data: bytes, name: str, passphrase: str | None) -> RawWorkbook:
    from reports.gate import OLE_MAGIC
    from reports.reader import read_returned

    if passphrase is not None:
        return read_returned(data, passphrase, name)
    kept = (
        queries.kept_passphrases(work.session, work.forums_with(Permission.TAKE_IN_POLICE))
        if data.startswith(OLE_MAGIC)
        else []
    )
    for each in kept[:-1]:
        try:
            return read_returned(data, each, name)
        except Refused:
            continue  # another workbook's passphrase; the last one's sentence is the one to read
    return read_returned(data, kept[-1] if kept else None, name)


def _exchange_of(
    work: Work, form: ReturnedForm, seals: list[str], wanted: str | None, name: str
) -> tuple[Exchange, tuple[str, ...]]:
    """The exchange a file belongs to: the one it names, else the one that sent most of its seals."""
    sent_by = queries.exchanges_of_seals(work.session, seals)
    if wanted:
        row = queries.mapped(work.session, wanted)
        _refuse_other_exchange(work, row, form, sent_by, name)
    else:
        row_named = work.session.get(Exchange, form.exchange) if form.exchange else None
        if row_named is None and not sent_by:
            raise Refused(_stranger(form, name))
        row = row_named or queries.mapped(work.session, sent_by.most_common(1)[0][0])
    others = [
        f"{'1 row carries' if rows == 1 else f'{rows:,} rows carry'} seals of {other}, unknown here"
        for other, rows in sorted(sent_by.items())
        if other != row.exchange
    ]
    return row, tuple(others)


def _refuse_other_exchange(
    work: Work, wanted: Exchange, form: ReturnedForm, sent_by: Counter[str], name: str
) -> None:
    """Refuse a file that is not of the exchange it is to be taken in for, and say whose it is instead."""
    named = form.exchange if fold(form.exchange) != fold(wanted.exchange) else ""
    if not form.exchange and sent_by and wanted.exchange not in sent_by:
        named = sent_by.most_common(1)[0][0]
    if not named:
        return
    other = work.session.get(Exchange, named)
    if other is None:
        raise Refused(_stranger(form, name))
    raise Refused(
        other_exchange(
            name,
            (other.exchange, other.meeting, queries.forum_of(work.session, other), other.seq),
            (wanted.exchange, wanted.meeting, queries.forum_of(work.session, wanted), wanted.seq),
        )
    )


def _stranger(form: ReturnedForm, name: str) -> str:
    if form.exchange:
        return (
            f"{name} belongs to another register: to exchange {form.exchange}, which this register never sent; "
            "nothing was taken over. Take it in at the register that made it."
        )
    return (
        f"{name} names no exchange and no row of it carries a seal of this register; nothing was taken over. "
        "If it is a damaged copy of one that was sent from here, say which with --exchange."
    )


def _refuse_other_forum(work: Work, row: Exchange) -> str:
    """The forum of an exchange; the door could not know it before the file was read, so it is asked here."""
    forum = queries.forum_of(work.session, row)
    if not may_in(Permission.TAKE_IN_POLICE, work.offices, forum, work.today):
        raise NotPermitted(
            f"This workbook belongs to {row.exchange} of forum {forum}, where you may not "
            f"{Permission.TAKE_IN_POLICE.value}; nothing was taken over. Ask an administrator of {forum}."
        )
    return forum


def _place(work: Work, row: Exchange, forum: str) -> list[str]:
    """What to know of the exchange itself: that it is settled, or that a later one has gone out."""
    notes = []
    if row.confirmed_at is not None:
        day = show_date(row.confirmed_at.astimezone(AUCKLAND).date())
        notes.append(f"{row.exchange} was confirmed on {day}; this is a further file for it")
    later = queries.latest_exchange(work.session, forum)
    if later != row.exchange:
        notes.append(
            f"This is an earlier exchange, {row.exchange} of the meeting {row.meeting}; the latest sent is {later}"
        )
    return notes


def _notes(form: ReturnedForm, matched: Matched) -> list[str]:
    notes = []
    if form.ignored:
        notes.append(f"Columns that are not of the form were left out: {', '.join(form.ignored)}")
    lost = [f"{sheet}: {heading}" for sheet, heading in form.absent]
    if lost:
        notes.append(f"Columns of the form are gone from the file: {', '.join(lost)}")
    if matched.month_first:
        notes.append("This copy writes the month before the day; its dates are not read")
    return notes

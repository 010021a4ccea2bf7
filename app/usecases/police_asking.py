"""Asking Police again: a smaller workbook of questions, and reminders for what is late (needs X4, X9)."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from app.desk import use_case
from app.domain.errors import Refused
from app.domain.names import clean
from app.domain.passphrase import check_passphrase
from app.domain.people import Permission
from app.domain.police import OutgoingWorkbook, seal_rows
from app.domain.police_asking import (
    ChaseNote,
    ask_back_due,
    chase_note,
    questions,
    refuse_chase,
    refuse_nothing_asked,
)
from app.domain.police_exchange import (
    OUR_HEADINGS,
    RECIPIENTS,
    Deliver,
    ExchangeLine,
    SentExchange,
    exchange_name,
    row_key,
)
from app.domain.words import CellState, Topic
from db.keys import row_seal_key
from db.queries import agenda as agendas
from db.queries import outside
from db.queries import police as queries
from db.queries import police_exchanges as exchanges
from db.queries import police_returns as returns
from db.queries import register as forums
from db.queries.meeting import mapped as mapped_meeting
from db.queries.restricted import for_police
from db.work import Work, after_commit

MOST_LETTERS = 60
"""How long `how` of a reminder may be: a way of writing, not the message."""


@use_case(
    Permission.MAKE_POLICE_WORKBOOK, discloses=True, topics=(Topic.POLICE, Topic.DISCLOSURES, Topic.CASES)
)
def ask_back_police(work: Work, exchange: str, passphrase: str | None, deliver: Deliver) -> SentExchange:
    """Make a second, smaller workbook with only the rows that hold a cell asked back, and the questions.

    It is an exchange of its own with seals of its own, due in three working days. `deliver` is called last; where it
    raises, nothing is recorded.
    """
    from reports.police_workbook import write_police_workbook
    from reports.workbook_crypto import encrypt

    if passphrase is not None:
        check_passphrase(passphrase)
    first = queries.mapped(work.session, exchange)
    staged = returns.staged(work.session, returns.latest(work.session, first.exchange))
    about = {each.tag: row_key(each.case_id, each.address_id) for each in staged.rows}
    asked = questions(staged.cells, {tag: key for tag, key in about.items() if key})
    count = sum(cell.state is CellState.ASKED for cell in staged.cells)
    refuse_nothing_asked(first.exchange, count, len(asked))
    meeting = mapped_meeting(work.session, first.meeting)
    forum = forums.forum(work.session, meeting.forum)
    wanted = {question.row_key for question in asked}
    agenda, _ = for_police(work.session, agendas.frozen_of(meeting))
    outside.refuse_printing(work, agenda)
    cases, addresses = queries.outgoing(work.session, agenda, work.today)
    key = row_seal_key(work.register_key)
    workbook = OutgoingWorkbook(
        exchange=exchange_name(key, meeting.meeting, queries.next_number(work.session, meeting.meeting)),
        forum_name=forum.name,
        meeting=meeting.meeting,
        meeting_day=meeting.day,
        due=ask_back_due(work.today, meeting.day, forum.region),
        marking=forum.marking.value,
        training=forum.training,
        cases=tuple(case for case in cases if case.row_key in wanted),
        addresses=tuple(address for address in addresses if address.row_key in wanted),
    )
    sent_keys = {row.row_key for row in workbook.cases} | {row.row_key for row in workbook.addresses}
    workbook = replace(workbook, questions=tuple(each for each in asked if each.row_key in sent_keys))
    refuse_nothing_asked(first.exchange, count, len(workbook.questions))
    sealed = seal_rows(key, workbook)
    data = write_police_workbook(workbook, sealed, work.at)
    if passphrase is not None:
        data = encrypt(data, passphrase)
    digest = hashlib.sha256(data).hexdigest()
    queries.store_exchange(
        work, workbook.exchange, meeting, sealed, passphrase, digest, workbook.due, first.exchange
    )
    people = len({row.prn for row in sealed})
    work.disclose(
        "Police workbook, questions",
        workbook.exchange,
        list(RECIPIENTS),
        [*OUR_HEADINGS, *dict.fromkeys(question.heading for question in workbook.questions)],
        people,
        sha256=digest,
    )
    work.enter(
        workbook.exchange,
        reason="plain: made without a passphrase" if passphrase is None else f"questions of {first.exchange}",
        rows=len(sealed),
        people=people,
        questions=len(workbook.questions),
    )
    work.session.flush()
    if place := deliver(data):
        after_commit(work.session, place)
    return SentExchange(workbook.exchange, len(sealed), people, digest, workbook.due, passphrase is None)


@use_case(Permission.TAKE_IN_POLICE, looks=True)
def chase_words(work: Work, exchange: str) -> ChaseNote:
    """The words of a reminder for a workbook that Police still have, to paste in a mail; records nothing."""
    note = _note(work, exchange)
    work.enter(note.exchange)
    return note


@use_case(Permission.MAKE_POLICE_WORKBOOK, topics=(Topic.POLICE,))
def chase_police(work: Work, exchange: str, how: str = "mail") -> ChaseNote:
    """Record that Police were reminded of a workbook they still have; gives the words for it."""
    told = clean(how)
    if not told or len(told) > MOST_LETTERS:
        raise Refused(
            f"Say in a word how Police were reminded, such as mail or telephone ({MOST_LETTERS} letters at most); "
            "nothing was recorded."
        )
    note = _note(work, exchange)
    exchanges.keep_chase(work, note.exchange, told)
    work.enter(note.exchange, reason=told)
    return note


def _note(work: Work, exchange: str) -> ChaseNote:
    row = queries.mapped(work.session, exchange)
    meeting = mapped_meeting(work.session, row.meeting)
    line = _line(work, row.exchange, meeting.forum)
    refuse_chase(line)
    forum = forums.forum(work.session, meeting.forum)
    return chase_note(line, forum.name, meeting.day, work.today, work.user_name)


def _line(work: Work, exchange: str, forum: str) -> ExchangeLine:
    rows = exchanges.exchanges(work.session, frozenset({forum}))
    return next(line for line in rows if line.exchange == exchange)

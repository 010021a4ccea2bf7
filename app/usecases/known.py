"""The record as it stood on a past day, for an inquiry: read, never changed (need A6, docs/decisions/0031)."""

from __future__ import annotations

import hashlib
from datetime import date

from msgspec import Struct

from app.desk import use_case
from app.domain import packs as pack_rules
from app.domain.agenda import Agenda, generate
from app.domain.agenda.view import AgendaView
from app.domain.case_drafts import needed
from app.domain.cases import CaseRecord
from app.domain.dates import show_date, show_moment
from app.domain.disclosure import DisclosureRow
from app.domain.documents import RecordDocument, RecordSection
from app.domain.errors import NotFound, Refused
from app.domain.known import AsKnown, band
from app.domain.known_words import agenda_sections, case_sections, disclosure_sections, ledger_sections
from app.domain.packs import CopyRow, Ledger
from app.domain.people import Permission
from app.domain.words import MeetingState, Topic
from db.queries import agenda as agendas
from db.queries import cases, outside, packs, register
from db.queries import disclosure as disclosures
from db.queries import known as queries
from db.queries import meeting as meetings
from db.queries.case_record import case_record
from db.tables.meeting import Meeting
from db.tables.register import Person
from db.work import Session, Work


class LedgerThen(Struct, frozen=True):
    """The copies of a meeting as they stood, and their count."""

    meeting: str
    copies: tuple[CopyRow, ...]
    ledger: Ledger


@use_case(Permission.SEE_PAST, looks=True)
def show_case_as_known(work: Work, prn: str, on: date) -> AsKnown[CaseRecord]:
    """Everything recorded of a person by the end of a day, as the case would have shown it then."""
    who = cases.person(work.session, prn)
    cases.may_open(work, who.id)
    when = queries.past(work.connection, on, work.today)
    with queries.person_then(work.session, who.id, when) as then:
        record = case_record(then, then.get_one(Person, who.id), on)
    _entered(work, work.person(prn), on)
    return AsKnown(on, when.seq, record, queries.not_kept(work.connection, when.seq))


@use_case(Permission.SEE_PAST, looks=True, whole=True)
def see_agenda_as_known(work: Work, meeting: str, on: date) -> AsKnown[AgendaView]:
    """A meeting's agenda by the end of a day: as it was issued, or as it would have been made that day."""
    meetings.mapped(work.session, meeting)
    when = queries.past(work.connection, on, work.today)
    view = _agenda_then(work, meeting, when)
    _entered(work, f"agenda {meeting}", on)
    return AsKnown(on, when.seq, view, queries.not_kept(work.connection, when.seq))


def _agenda_then(work: Work, meeting: str, when: queries.Past) -> AgendaView:
    with queries.register_then(work.session, when) as then:
        row = then.get(Meeting, meeting)
        if row is None:
            raise NotFound(f"{meeting} was not scheduled yet on {show_date(when.on)}; nothing was changed.")
        is_draft = row.state is MeetingState.DRAFT
        agenda = _made(then, row) if is_draft else agendas.frozen_of(row)
        return AgendaView(meetings.meeting_row(row), agenda, None, "" if is_draft else row.frozen_hash or "")


def _made(then: Session, row: Meeting) -> Agenda:
    last = agendas.last_closed(then, row.forum)
    return generate(*agendas.facts(then, row.forum, last, meetings.meeting_row(row)))


@use_case(Permission.SEE_PAST, looks=True)
def list_disclosures_as_known(work: Work, on: date, forum: str = "") -> AsKnown[tuple[DisclosureRow, ...]]:
    """What had left the forum by the end of a day, the latest first.

    A past day is put together from values as they were, which an auditor does not read; today's ledger they see.
    """
    mine = (
        frozenset({register.forum(work.session, forum).code})
        if forum
        else work.forums_with(Permission.SEE_PAST)
    )
    when = queries.past(work.connection, on, work.today)
    with queries.tables_then(work.session, ("disclosures", "users"), when) as then:
        rows = disclosures.disclosures(then, mine, work)
    _entered(work, "disclosures", on)
    return AsKnown(on, when.seq, rows)


@use_case(Permission.PRINT_PACKS, looks=True)
def show_ledger_as_known(work: Work, meeting: str, on: date) -> AsKnown[LedgerThen]:
    """Every copy of a meeting by the end of a day, and the count as it was."""
    row = meetings.meeting(work.session, meeting)
    when = queries.past(work.connection, on, work.today)
    with queries.tables_then(work.session, ("copies", "print_runs"), when) as then:
        found = packs.copies(then, row.meeting)
    _entered(work, f"meeting {row.meeting}", on)
    return AsKnown(on, when.seq, LedgerThen(row.meeting, found, pack_rules.balance(found)))


class PastPrint(Struct, frozen=True):
    """A past day's record on paper, for whoever holds the inquiry. `number` is its line in the disclosure ledger."""

    number: int
    pdf: bytes
    sha256: str


@use_case(Permission.PRINT_PAST, discloses=True, topics=(Topic.DISCLOSURES,))
def print_as_known(
    work: Work,
    on: date,
    recipient: str,
    reason: str,
    prn: str = "",
    meeting: str = "",
    ledger: bool = False,
    forum: str = "",
) -> PastPrint:
    """Give out a case (`prn`), an agenda (`meeting`), its copies (`ledger`), or what had left the forum (`forum`).

    The chair decides, the disclosure ledger has to whom and why, and its number and the recipient's name stand on
    every page: no page of it is without a number (needs D1, K3). Raises MarkedOutside where it rests on rows that were
    changed outside: a past day is told by what stands now and by what the history says came after it.
    """
    from reports.record import render_record

    to, why = needed(recipient, "Who gets it"), needed(reason, "The reason")
    when = queries.past(work.connection, on, work.today)
    if meeting and not ledger and (agenda := _agenda_then(work, meeting, when).agenda) is not None:
        outside.refuse_printing(work, agenda)
    else:
        outside.refuse_printing_of(work, {cases.person(work.session, prn).id} if prn else ())
    title, about, sections = _told(work, when, prn, meeting, forum, ledger=ledger)
    row = register.forum(work.session, work.forum or forum or _only_forum(work))
    number = disclosures.next_number(work.session)
    document = RecordDocument(
        title=title,
        forum_name=row.name,
        band=band(on),
        dated=f"Disclosure {number}",
        foot=(band(on), f"Disclosure {number} to {to}"),
        made=f"Made {show_moment(work.at)} by {work.user_name}, from entry {when.seq:,} of the trail and all before it",
        sections=sections,
        notes=queries.not_kept(work.connection, when.seq),
        training=row.training,
    )
    pdf = render_record(document)
    digest = hashlib.sha256(pdf).hexdigest()
    work.disclose(
        f"record as known on {show_date(on)}",
        f"{about} {row.code}",
        [to],
        [section.title for section in sections],
        1 if prn else 0,
        ground=f"for an inquiry: {why}",
        standing=False,
        sha256=digest,
    )
    _entered(work, about, on)
    return PastPrint(number, pdf, digest)


def _told(
    work: Work, when: queries.Past, prn: str, meeting: str, forum: str, *, ledger: bool
) -> tuple[str, str, tuple[RecordSection, ...]]:
    """Title, how the ledger names it, and the tables of what was asked for."""
    if prn:
        who = cases.person(work.session, prn)
        with queries.person_then(work.session, who.id, when) as then:
            record = case_record(then, then.get_one(Person, who.id), when.on)
        return f"Case of {record.prn}", work.person(prn), case_sections(record, when.on)
    if meeting and ledger:
        code = meetings.meeting(work.session, meeting).meeting
        with queries.tables_then(work.session, ("copies", "print_runs"), when) as then:
            found = packs.copies(then, code)
        return (
            f"Copies of {code}",
            f"copies of {code}",
            ledger_sections(code, found, pack_rules.balance(found)),
        )
    if meeting:
        view = work.hidden.mask(_agenda_then(work, meeting, when))
        return f"Agenda of {meeting}", f"agenda {meeting}", agenda_sections(view)
    code = register.forum(work.session, forum or _only_forum(work)).code
    with queries.tables_then(work.session, ("disclosures", "users"), when) as then:
        rows = disclosures.disclosures(then, frozenset({code}), work)
    return f"Disclosures of {code}", f"disclosures of {code}", disclosure_sections(rows)


def _only_forum(work: Work) -> str:
    """The forum meant where none is named. Raises Refused where it could be another one."""
    mine = [row.code for row in register.forums(work.session, work.forums_with(Permission.SEE_DISCLOSURES))]
    if len(mine) != 1:
        raise Refused(
            f"Say whose ledger is given out; nothing was written: --forum with one of {', '.join(mine)}."
        )
    return mine[0]


def _entered(work: Work, subject: str, on: date) -> None:
    work.enter(subject, reason=f"as known on {show_date(on)}")

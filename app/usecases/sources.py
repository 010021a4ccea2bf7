"""Who said something, under seal: sealed by whoever records it, opened by a chair or its writer (need D3)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.errors import NotFound, Refused
from app.domain.people import Permission, role_in
from app.domain.sources import (
    OpenedSource,
    SourceRow,
    Statement,
    checked_reason,
    checked_text,
    read_ref,
    refuse_reader,
)
from app.domain.words import Role, Topic
from db import sources as seals
from db.queries import cases
from db.queries import sources as queries
from db.tables.sources import Compartment
from db.work import Work


@use_case(Permission.SEAL_SOURCE, topics=(Topic.CASES,))
def seal_source(work: Work, prn: str, statement: str, text: str) -> SourceRow:
    """Seal who said a statement of this person's case, `information:12`, to the chairs and to oneself.

    The text leaves this function sealed alone: the trail and `history` get none of it.
    """
    about, number = read_ref(statement)
    said = checked_text(text)
    who = cases.person(work.session, prn)
    episodes = cases.episodes(work.session, who.id)
    told = queries.statements(work.session, episodes).get((about, number))
    if told is None:
        raise NotFound(
            f"{statement} is no statement of {prn}; nothing was sealed: `forumdesk source list {prn}`."
        )
    case_id = queries.case_of(work.session, about, number)
    forum = next(case.forum for case in episodes if case.id == case_id)
    settled = seals.settle(work.session, work.keys, work.today, work.seq, (forum,)).get(forum)
    if settled is None:
        raise Refused(
            f"Nobody is chair in {forum}, who could open it; nothing was sealed. Ask a chair first."
        )
    row = seals.store(work.session, work.keys, settled, (about, number), case_id, said)
    row.at, row.seq = work.at, work.seq
    work.session.add(row)
    work.session.flush()
    work.enter(work.person(prn), sources=1, source=row.id)
    return SourceRow(row.id, told, work.user_name, work.at, opens=True)


@use_case(Permission.SEAL_SOURCE, looks=True)
def list_sources(work: Work, prn: str) -> tuple[SourceRow, ...]:
    """Which statements of a person's cases have a sealed source, by whom and since when, the newest first."""
    who = cases.person(work.session, prn)
    chair_in = frozenset(
        code
        for code in work.forums_with(Permission.OPEN_SOURCE) or queries.forums(work.session)
        if role_in(work.offices, code, work.today) is Role.CHAIR
    )
    rows = tuple(queries.of_cases(work.session, cases.episodes(work.session, who.id), work.user_id, chair_in))
    work.enter(work.person(prn), sources=len(rows))
    return rows


@use_case(Permission.SEAL_SOURCE, looks=True)
def list_statements(work: Work, prn: str) -> tuple[Statement, ...]:
    """What is recorded of a person's cases that a source may be sealed to."""
    who = cases.person(work.session, prn)
    found = tuple(queries.statements(work.session, cases.episodes(work.session, who.id)).values())
    work.enter(work.person(prn), statements=len(found))
    return found


@use_case(Permission.OPEN_SOURCE, looks=True, told_first=True)
def open_source(work: Work, source: str, reason: str) -> OpenedSource:
    """Open one seal, for a reason. The entry with the reason stands in the trail before the text is handed out.

    The forum it is asked in is the one whose chairs hold the seal, wherever the case has gone since.
    """
    why = checked_reason(reason)
    row = queries.source(work.session, source)
    sealed_in = work.session.get_one(Compartment, row.compartment_id).subject
    refuse_reader(role_in(work.offices, sealed_in, work.today), wrote_it=row.writer == work.user_id)
    told = queries.row_of(work.session, row)
    text = seals.text_of(work.session, row, work.keys)
    work.enter(told.person, reason=why, source=row.id)
    return OpenedSource(row.id, told.statement, told.writer, row.at, text)

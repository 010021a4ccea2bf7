"""Cases as stored: lists for many, mapped rows for one, and the one place where an anchor is chosen anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, String, and_, delete, func, select, type_coerce
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.domain.cases import CaseRow
from app.domain.dates import read_date
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.people import Grant, Permission, grant, role_in
from app.domain.restricted import not_open
from app.domain.timeline import (
    DATE_FIELDS,
    HandAnchor,
    NamedDate,
    choose_anchor,
    days_lost,
    hand_anchor_holds,
)
from app.domain.words import AliasKind, DateName, FlagCode, Owner, TransferState
from db.queries.agenda import on_agendas
from db.search import Scope
from db.tables.extract import LeftOut
from db.tables.register import Alias, AnchorMove, Case, Flag, Forum, ForumValue, IomsRecord, Person
from db.tables.transfers import Transfer
from db.work import Work

_HEADING_OF = {name: FIELD_BY_NAME[column].heading for name, column in DATE_FIELDS.items()}


class CaseFilter(Struct, frozen=True):
    """What a list of cases is narrowed to; everything left out narrows nothing."""

    forum: str | None = None
    closed: bool = False
    flag: FlagCode | None = None
    until: date | None = None
    """Only anchors on or before this day."""


def scope_of(work: Work) -> Scope:
    """Whom this person may find or open: everybody of the forums where they may look without limit.

    Where the golden table says *limited*, it is the people on the forum's last or coming agenda alone.
    """
    forums = tuple(work.connection.scalars(_FORUMS))
    whole: set[str] = set()
    people: set[int] = set()
    for code in forums:
        role = role_in(work.offices, code, work.today)
        granted = Grant.NO if role is None else grant(Permission.OPEN_CASE, role)
        if granted is Grant.YES:
            whole.add(code)
        elif granted is Grant.LIMITED:
            people |= people_on_agendas(work.session, code)
    if len(whole) == len(forums):
        return Scope(None, hidden=work.hidden.ids)
    people |= set(work.session.scalars(proposed_to(*whole).with_only_columns(Case.person_id)))
    return Scope(frozenset(whole), frozenset(people), work.hidden.ids)


_FORUMS = select(Forum.code)


def proposed_to(*forums: str) -> Select[Any]:
    """The cases proposed to one of these forums, which may be looked at there until they are answered (R11)."""
    waits = Transfer.state == TransferState.PROPOSED, Transfer.to_forum.in_(forums)
    return select(Case.id).join(Transfer, Transfer.case_id == Case.id).where(*waits)


def people_on_agendas(session: Session, forum: str) -> frozenset[int]:
    """Who stands on the last agenda of a forum or on the coming one, as issued (design/trust.md)."""
    cases = on_agendas(session, (forum,))
    return frozenset(session.scalars(select(Case.person_id).where(Case.id.in_(cases))))


def prns_on_agendas(session: Session, forum: str) -> frozenset[str]:
    """As `people_on_agendas`, by PRN."""
    cases = on_agendas(session, (forum,))
    on = select(Person.prn).join(Case, Case.person_id == Person.id).where(Case.id.in_(cases))
    return frozenset(session.scalars(on))


def _current_flags() -> Any:
    """Codes of the flags that stand, in one text; one statement for the whole list."""
    codes = (
        select(Flag.person_id, type_coerce(Flag.code, String).label("code"))
        .where(Flag.withdrawn_seq.is_(None))
        .distinct()
        .order_by(Flag.person_id, type_coerce(Flag.code, String))
        .subquery()
    )
    return (
        select(codes.c.person_id, func.aggregate_strings(codes.c.code, " ").label("codes"))
        .group_by(codes.c.person_id)
        .subquery()
    )


_BY_NAME = (Person.name_key, Person.prn, Case.episode)


def list_statement(wanted: CaseFilter, scope: Scope) -> Select[Any]:
    """Cases by surname, blind to macrons, in the order of `CaseRow`'s fields."""
    flags = _current_flags()
    query = (
        select(
            Person.prn,
            Person.surname,
            Person.given_names,
            Case.forum,
            type_coerce(Case.anchor_name, String),
            type_coerce(Case.anchor_date, String),
            func.coalesce(flags.c.codes, ""),
            type_coerce(Case.opened_at, String),
            type_coerce(Case.closed_at, String),
            func.coalesce(Transfer.to_forum, ""),
        )
        .join(Person, Person.id == Case.person_id)
        .outerjoin(flags, flags.c.person_id == Case.person_id)
        .outerjoin(Transfer, and_(Transfer.case_id == Case.id, Transfer.state == TransferState.PROPOSED))
        .order_by(*([Person.id.in_(scope.hidden)] if scope.hidden else []), *_BY_NAME)
    )
    query = query.where(Case.closed_seq.is_not(None) if wanted.closed else Case.closed_seq.is_(None))
    if wanted.forum is not None:
        query = query.where((Case.forum == wanted.forum) | Case.id.in_(proposed_to(wanted.forum)))
    if scope.forums is not None:
        query = query.where(Case.forum.in_(scope.forums) | Case.person_id.in_(scope.people))
    if wanted.flag is not None:
        raised = select(Flag.person_id).where(Flag.code == wanted.flag, Flag.withdrawn_seq.is_(None))
        query = query.where(Case.person_id.in_(raised))
    if wanted.until is not None:
        query = query.where(Case.anchor_date <= wanted.until)
    if scope.hidden and (wanted.flag is not None or wanted.until is not None):
        query = query.where(Case.person_id.not_in(scope.hidden))  # a filter would tell what it filters by
    return query


def case_list(connection: Connection, wanted: CaseFilter, scope: Scope) -> list[CaseRow]:
    """Cases as rows: one statement, sorted by the database."""
    return list(map(CaseRow._make, connection.execute(list_statement(wanted, scope))))


def person(session: Session, prn: str) -> Person:
    """One person by PRN exactly as written. Raises NotFound, in the same words for one who may not be read."""
    found = session.scalar(select(Person).where(Person.prn == prn))
    if found is None:
        raise not_open()
    return found


def is_known(session: Session, prn: str) -> bool:
    """Whether the register has a person with this PRN."""
    return session.scalar(select(Person.id).where(Person.prn == prn)) is not None


def has_alias(session: Session, person_id: int, kind: AliasKind, surname: str, given_names: str) -> bool:
    """Whether this name stands among a person's aliases, whoever said it."""
    query = select(Alias.id).where(
        Alias.person_id == person_id,
        Alias.kind == kind,
        Alias.surname == surname,
        Alias.given_names == given_names,
        Alias.withdrawn_seq.is_(None),
    )
    return session.scalar(query) is not None


def forums_alias(
    session: Session, person_id: int, kind: AliasKind, surname: str, given_names: str
) -> Alias | None:
    """A name that the forum itself added and that stands."""
    query = select(Alias).where(
        Alias.person_id == person_id,
        Alias.kind == kind,
        Alias.surname == surname,
        Alias.given_names == given_names,
        Alias.owner == Owner.FORUM,
        Alias.withdrawn_seq.is_(None),
    )
    return session.scalar(query)


def last_word(session: Session, person_id: int, heading: str) -> ForumValue | None:
    """The forum's own word that counts under a heading of the extract."""
    query = select(ForumValue).where(
        ForumValue.person_id == person_id, ForumValue.field == heading, ForumValue.withdrawn_seq.is_(None)
    )
    return session.scalar(query.order_by(ForumValue.id.desc()).limit(1))


def may_open(work: Work, person_id: int) -> None:
    """Refuse a person who may look only at those on an agenda. The door has asked about the forum itself."""
    if work.limited and (work.forum is None or person_id not in people_on_agendas(work.session, work.forum)):
        raise NotPermitted(
            "You may open the cases on your forum's last agenda and on the one that is issued; this is on neither. "
            "A draft lets nobody in: ask an administrator or a chair."
        )


def episodes(session: Session, person_id: int) -> list[Case]:
    """Every episode of a person, the open one first, then the latest."""
    query = select(Case).where(Case.person_id == person_id)
    return list(session.scalars(query.order_by(Case.closed_seq.is_not(None), Case.id.desc())))


def open_case(session: Session, prn: str) -> tuple[Person, Case]:
    """A person and their open case. Raises NotFound where there is none."""
    who = person(session, prn)
    for case in episodes(session, who.id):
        if case.closed_seq is None:
            return who, case
    raise NotFound(
        f"{prn} has no open case; nothing was changed: open one with `forumdesk case open` or "
        "`forumdesk case take-in`."
    )


def new_case(work: Work, who: Person, forum: str, **entry: Any) -> Case:
    """Open an episode, choose its anchor, and take the person off the left-out list. One open case a person."""
    before = episodes(work.session, who.id)
    if before and before[0].closed_seq is None:
        raise Refused(
            f"{who.prn} has an open case in {before[0].forum} already; nothing was changed: "
            "add to it with `forumdesk case flag`."
        )
    case = Case(
        person_id=who.id,
        forum=forum,
        episode=1 + max((case.episode for case in before), default=0),
        opened_at=work.at,
        opened_seq=work.seq,
        **entry,
    )
    ioms = work.session.get(IomsRecord, who.id)
    as_at = ioms.as_at if ioms else work.today
    anchor = choose_anchor(dates_of(work.session, who.id), as_at)
    case.anchor_name, case.anchor_date = anchor if anchor else (None, None)
    case.anchor_as_at = as_at
    work.session.add(case)
    work.session.flush()
    _off_left_out_list(work, who)
    return case


def _off_left_out_list(work: Work, who: Person) -> None:
    """The list is made anew from each extract, so its row may go; the reason stays in history."""
    left = work.session.get(LeftOut, who.id)
    if left is not None:
        work.remember("left_out", who.id, "reason", left.reason.value, None)
        for name in ("forum", "starts", "extract_id"):
            work.remember("left_out", who.id, name, getattr(left, name), None)
        work.session.expunge(left)
        work.connection.execute(delete(LeftOut).where(LeftOut.person_id == who.id))


def corrections(session: Session, person_id: int) -> Mapping[str, str]:
    """The forum's own word by heading; the last one said counts."""
    query = (
        select(ForumValue.field, ForumValue.value)
        .where(ForumValue.person_id == person_id, ForumValue.withdrawn_seq.is_(None))
        .order_by(ForumValue.id)
    )
    return {row.field: row.value for row in session.execute(query)}


def dates_of(session: Session, person_id: int) -> dict[DateName, date | None]:
    """The six dates in force: the forum's own word where there is one, else what IOMS says (need R9).

    A hearing recorded here moves no anchor: the rule counts with the extract's dates (design/formats.md section 2).
    """
    ioms = session.get(IomsRecord, person_id)
    said = corrections(session, person_id)
    return {
        name: read_date(said[_HEADING_OF[name]]) if _HEADING_OF[name] in said else getattr(ioms, column, None)
        for name, column in DATE_FIELDS.items()
    }


def sentence_start(session: Session, person_id: int) -> date | None:
    """The day the sentence starts in force, as `dates_of` tells the six."""
    ioms, said = session.get(IomsRecord, person_id), corrections(session, person_id)
    heading = FIELD_BY_NAME["sentence_start"].heading
    return read_date(said[heading]) if heading in said else getattr(ioms, "sentence_start", None)


def hand_anchor(case: Case) -> HandAnchor | None:
    """The anchor a person chose, as stored."""
    if case.hand_anchor_name is None or case.hand_anchor_date is None:
        return None
    return HandAnchor(case.hand_anchor_name, case.hand_anchor_date, case.hand_anchor_reason or "")


def anchor_of(case: Case) -> NamedDate | None:
    """The anchor as stored; neither name nor day stands without the other."""
    if case.anchor_name is None or case.anchor_date is None:
        return None
    return NamedDate(case.anchor_name, case.anchor_date)


def re_anchor(session: Session, case_id: int, as_at: date, seq: int, reason: str) -> NamedDate | None:
    """Choose a case's anchor anew and keep the move, if it moved, with the days lost (need T2).

    Call it after whatever may move an anchor; an extract has its own way for many at once. A choice by hand
    ends when the date it names has moved.
    """
    session.flush()
    case = session.get_one(Case, case_id)
    dates = dates_of(session, case.person_id)
    by_hand = hand_anchor(case)
    if by_hand is not None and not hand_anchor_holds(dates, by_hand):
        case.hand_anchor_name = case.hand_anchor_date = case.hand_anchor_reason = None
        by_hand = None
    old, new = anchor_of(case), choose_anchor(dates, as_at, by_hand)
    case.anchor_as_at = as_at
    if old == new:
        return new
    case.anchor_name, case.anchor_date = new if new else (None, None)
    session.add(
        AnchorMove(
            case_id=case.id,
            seq=seq,
            old_name=old.name if old else None,
            old_date=old.day if old else None,
            new_name=case.anchor_name,
            new_date=case.anchor_date,
            days_lost=days_lost(old.day if old else None, case.anchor_date),
            reason=reason,
        )
    )
    session.flush()
    return new


def as_at_of(work: Work, person_id: int) -> date:
    """The day an anchor of this person counts from: their extract's *as at*, else today."""
    ioms = work.session.get(IomsRecord, person_id)
    return ioms.as_at if ioms else work.today


def standing_flags(session: Session, person_id: int, code: FlagCode) -> list[Flag]:
    """Flags of one code that stand, whoever owns them."""
    query = select(Flag).where(Flag.person_id == person_id, Flag.code == code, Flag.withdrawn_seq.is_(None))
    return list(session.scalars(query.order_by(Flag.id)))


def raise_flag(work: Work, person_id: int, code: FlagCode, since: date, by: str, comment: str) -> None:
    """Raise a flag the forum owns. Raises Refused where the forum raised it already."""
    if any(flag.owner is Owner.FORUM for flag in standing_flags(work.session, person_id, code)):
        raise Refused(f"The flag {code.value} stands already; nothing was changed: withdraw it first.")
    work.session.add(
        Flag(
            person_id=person_id,
            code=code,
            from_date=since,
            to_date=None,
            owner=Owner.FORUM,
            source=work.source(),
            as_at=work.today,
            authorised_by=by or None,
            comment=comment or None,
            raised_seq=work.seq,
            withdrawn_seq=None,
        )
    )

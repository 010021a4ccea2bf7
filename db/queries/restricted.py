"""Restricted cases as stored: the restriction, its readers, who is excluded, and broken glass (need A4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.dates import AUCKLAND
from app.domain.errors import NotFound, Refused
from app.domain.names import clean, fold, full_name
from app.domain.people import Grant, Office, Permission, grant, role_in
from app.domain.restricted import (
    Candidate,
    ExclusionRow,
    GlassRow,
    Kept,
    LeavingLine,
    ReaderRow,
    not_open,
)
from app.domain.stand_in import LABEL, Hidden, code_of, read_code
from app.domain.words import Role
from db.offices import offices_of
from db.queries.cases import episodes, person
from db.queries.meeting import last_closed_before
from db.readers_view import Who, hidden_on
from db.tables.meeting import Meeting
from db.tables.people import User
from db.tables.register import Case, Person
from db.tables.restricted import BrokenGlass, CaseReader, Exclusion, Restriction, StandInNumber
from db.tables.seals import RowSeal
from db.work import Work


def standing(session: Session, person_id: int) -> Restriction | None:
    """The restriction that stands for a person, whichever episode it was made in."""
    query = select(Restriction).where(Restriction.person_id == person_id, Restriction.lifted_seq.is_(None))
    return session.scalar(query)


def read_by(session: Session, user_id: str) -> list[Restriction]:
    """The restrictions that stand and name this person."""
    mine = select(CaseReader.restriction_id).where(
        CaseReader.user_id == user_id, CaseReader.withdrawn_seq.is_(None)
    )
    query = select(Restriction).where(Restriction.id.in_(mine), Restriction.lifted_seq.is_(None))
    return list(session.scalars(query.order_by(Restriction.id)))


def latest_case(session: Session, prn: str) -> tuple[Person, Case]:
    """A person and their open case, else the latest. Raises `NotFound` where there is neither."""
    who = person(session, prn)
    found = episodes(session, who.id)
    if not found:
        raise NotFound(f"{clean(prn)} has no case; nothing was changed: there is nothing to keep.")
    return who, found[0]


def label_of(session: Session, person_id: int, forum: str) -> str:
    """What others see in a person's place where a restriction stands; empty where none does."""
    if standing(session, person_id) is None:
        return ""
    own = select(StandInNumber.number).where(StandInNumber.person_id == person_id)
    number = session.scalar(own.order_by(StandInNumber.forum != forum, StandInNumber.id).limit(1))
    return f"{LABEL} {number}"


def restrict(work: Work, case: Case, reason: str) -> Restriction:
    """Store a restriction. The readers are named apart."""
    row = Restriction(
        case_id=case.id,
        person_id=case.person_id,
        reason=reason,
        at=work.at,
        who=work.user_id,
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    give_number(work.session, case.forum, case.person_id, work.seq)
    return row


def give_number(session: Session, forum: str, person_id: int, seq: int) -> int:
    """The N of *Restricted N* in a forum: the one the person has had there, else the next that was never used."""
    own = select(StandInNumber.number).where(
        StandInNumber.forum == forum, StandInNumber.person_id == person_id
    )
    number = session.scalar(own)
    if number is None:
        # A row that is gone had a number not above its own: rows are never numbered twice, and each gives one.
        gone = select(func.max(RowSeal.row)).where(
            RowSeal.table_name == StandInNumber.__tablename__, RowSeal.digest == b""
        )
        highest = select(func.max(StandInNumber.number)).where(StandInNumber.forum == forum)
        had: Any = session.scalar(gone)
        number = max(session.scalar(highest) or 0, had or 0) + 1
        session.add(StandInNumber(forum=forum, number=number, person_id=person_id, seq=seq))
        session.flush()
    return number


def renumber(session: Session, case: Case, seq: int) -> None:
    """Give a person who is kept a number in the forum their case came to, so that no two there share one."""
    known = session.scalar(select(StandInNumber.id).where(StandInNumber.person_id == case.person_id).limit(1))
    if known is not None:
        give_number(session, case.forum, case.person_id, seq)


def name_readers(work: Work, row: Restriction, readers: Sequence[Candidate]) -> tuple[int, int]:
    """Have these and no others read a case; returns how many came and how many went."""
    wanted = {each.user_id for each in readers}
    now = {each.user_id: each for each in _readers(work.session, row.id)}
    for user_id, each in now.items():
        if user_id not in wanted:
            each.withdrawn_seq = work.seq
    new = [user_id for user_id in wanted if user_id not in now]
    work.session.add_all(
        CaseReader(restriction_id=row.id, user_id=user_id, seq=work.seq) for user_id in sorted(new)
    )
    work.session.flush()
    return len(new), len(now.keys() - wanted)


def _readers(session: Session, restriction_id: int) -> list[CaseReader]:
    query = select(CaseReader).where(
        CaseReader.restriction_id == restriction_id, CaseReader.withdrawn_seq.is_(None)
    )
    return list(session.scalars(query.order_by(CaseReader.id)))


def candidates(work: Work, names: Iterable[str]) -> tuple[Candidate, ...]:
    """The registered people of these names, each once. Raises `NotFound` for a name nobody with access has."""
    found: dict[str, Candidate] = {}
    for name in names:
        user = work.session.scalar(select(User).where(User.name_key == fold(name), User.revoked_at.is_(None)))
        if user is None:
            raise NotFound(
                f"Nobody called '{clean(name)}' has access to this register; nothing was changed: "
                "`forumdesk user list` shows who has."
            )
        found[user.user_id] = Candidate(user.user_id, user.name, offices_of(work.connection, user.user_id))
    return tuple(found.values())


def present_readers(work: Work, row: Restriction) -> tuple[Candidate, ...]:
    """Who reads a case now and still has access."""
    ids = [each.user_id for each in _readers(work.session, row.id)]
    users = work.session.scalars(select(User).where(User.user_id.in_(ids), User.revoked_at.is_(None)))
    return tuple(
        Candidate(user.user_id, user.name, offices_of(work.connection, user.user_id)) for user in users
    )


def kept(work: Work, who: Person, case: Case) -> Kept:
    """How one case is kept, for somebody who may read it."""
    session = work.session
    row = standing(session, who.id)
    number = session.scalar(
        select(StandInNumber.number).where(
            StandInNumber.forum == case.forum, StandInNumber.person_id == who.id
        )
    )
    readers = present_readers(work, row) if row else ()
    by = session.scalar(select(User.name).where(User.user_id == row.who)) if row else ""
    return Kept(
        prn=who.prn,
        label=f"{LABEL} {number}" if number else "",
        code=code_of(case.forum, number) if number else "",
        restricted=row is not None,
        reason=row.reason if row else "",
        by=by or "",
        since=row.at.astimezone(AUCKLAND).date() if row else None,
        readers=tuple(
            ReaderRow(each.name, _role(each.offices, case.forum, work.today)) for each in _sorted(readers)
        ),
        excluded=exclusions(session, who.id, work.today),
        opened=glass(session, BrokenGlass.person_id == who.id),
    )


def _sorted(readers: Iterable[Candidate]) -> list[Candidate]:
    return sorted(readers, key=lambda each: fold(each.name))


def _role(offices: tuple[Office, ...], forum: str, on: date) -> str:
    role = role_in(offices, forum, on)
    return role.value if role else ""


def exclude(
    work: Work, case: Case, name: str, reason: str, from_date: date, to_date: date | None
) -> Exclusion:
    """Store that somebody is kept from a case; a registered person is known by their number from then on."""
    user = work.session.scalar(select(User).where(User.name_key == fold(name)))
    now = Exclusion.ended_seq.is_(None), Exclusion.person_id == case.person_id
    if work.session.scalar(select(Exclusion.id).where(*now, Exclusion.name_key == fold(name))) is not None:
        raise Refused(
            f"{clean(name)} is excluded already; nothing was changed: end that exclusion first, to give other days."
        )
    row = Exclusion(
        case_id=case.id,
        person_id=case.person_id,
        user_id=user.user_id if user else None,
        name=user.name if user else clean(name),
        name_key=fold(name),
        reason=reason,
        from_date=from_date,
        to_date=to_date,
        who=work.user_id,
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    give_number(work.session, case.forum, case.person_id, work.seq)
    return row


def exclusions(session: Session, person_id: int, today: date) -> tuple[ExclusionRow, ...]:
    """Who is kept from a person's case, today or later."""
    query = (
        select(Exclusion)
        .where(
            Exclusion.person_id == person_id,
            Exclusion.ended_seq.is_(None),
            or_(Exclusion.to_date.is_(None), Exclusion.to_date >= today),
        )
        .order_by(Exclusion.name_key)
    )
    return tuple(
        ExclusionRow(row.id, row.name, row.reason, row.from_date, row.to_date, row.user_id is not None)
        for row in session.scalars(query)
    )


def mapped_exclusion(session: Session, person_id: int, name: str) -> Exclusion:
    """The exclusion of one name that stands. Raises `NotFound`."""
    row = session.scalar(
        select(Exclusion).where(
            Exclusion.person_id == person_id,
            Exclusion.ended_seq.is_(None),
            Exclusion.name_key == fold(name),
        )
    )
    if row is None:
        raise NotFound(f"{clean(name)} is not excluded from this case; nothing was changed.")
    return row


def meant(session: Session, asked: str) -> int:
    """Who a PRN or `RESTRICTED-HB-3` is, if a restriction stands. Raises the `NotFound` of a PRN nobody has."""
    stand_in = read_code(asked)
    if stand_in is None:
        query = select(Person.id).where(Person.prn == asked)
    else:
        query = select(StandInNumber.person_id).where(
            StandInNumber.forum == stand_in[0], StandInNumber.number == stand_in[1]
        )
    found = session.scalar(query)
    if found is None or standing(session, found) is None:
        raise not_open()
    return found


def is_excluded(work: Work, person_id: int) -> bool:
    """Whether the person asking is kept from somebody's case today."""
    rows = exclusions(work.session, person_id, work.today)
    mine = {row.number for row in rows if row.from_date <= work.today}
    query = select(Exclusion.id).where(Exclusion.id.in_(mine))
    own = (Exclusion.user_id == work.user_id) | (Exclusion.name_key == fold(work.user_name))
    return work.session.scalar(query.where(own).limit(1)) is not None


def glass(session: Session, *which: object) -> tuple[GlassRow, ...]:
    """Openings by break-glass, the latest first."""
    query = (
        select(BrokenGlass, User.name)
        .outerjoin(User, User.user_id == BrokenGlass.who)
        .where(*which)  # type: ignore[arg-type]
        .order_by(BrokenGlass.seq.desc())
    )
    return tuple(
        GlassRow(
            f"{LABEL} {row.number}",
            code_of(row.forum, row.number),
            name or "somebody unknown",
            row.role,
            row.at,
            row.until,
            row.reason,
        )
        for row, name in session.execute(query)
    )


def glass_at(session: Session, meeting: Meeting) -> tuple[GlassRow, ...]:
    """What is told at a meeting: openings since its forum's last closed one, until it is closed itself."""
    since, _ = last_closed_before(session, meeting)
    which = [BrokenGlass.forum == meeting.forum, BrokenGlass.seq > (since or 0)]
    if meeting.closed_seq is not None:
        which.append(BrokenGlass.seq < meeting.closed_seq)
    return tuple(reversed(glass(session, *which)))


def hears_who_leaves(work: Work) -> bool:
    """Whether somebody is told who leaves the room: whoever runs the meeting, and asks them to.

    To anybody else a name beside *Restricted 3* would tell whose case it may be.
    """
    return grant(Permission.RECORD_MEETING, Role(work.role)) is Grant.YES


def leaving(work: Work, meeting: Meeting, agenda: Agenda) -> tuple[LeavingLine, ...]:
    """Who leaves the room for which item, in the order of the agenda, for whoever hears that."""
    if not hears_who_leaves(work):
        return ()
    session = work.session
    by_case = {item.case_id: item for item in agenda.items}
    cases = session.execute(select(Case.id, Case.person_id).where(Case.id.in_(by_case)))
    people = {row.id: row.person_id for row in cases}
    day = meeting.day
    rows = session.execute(
        select(Exclusion.person_id, Exclusion.name)
        .where(
            Exclusion.person_id.in_(people.values()),
            Exclusion.ended_seq.is_(None),
            Exclusion.from_date <= day,
            or_(Exclusion.to_date.is_(None), Exclusion.to_date >= day),
        )
        .order_by(Exclusion.name_key)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for person_id, name in rows:
        names[person_id].append(name)
    return tuple(
        LeavingLine(item.position, full_name(item.surname, item.given_names), tuple(names[people[case_id]]))
        for case_id, item in by_case.items()
        if case_id in people and people[case_id] in names
    )


class Listed(NamedTuple):
    """Somebody on an agenda, for a sentence."""

    prn: str
    surname: str
    given_names: str

    @property
    def words(self) -> str:
        return full_name(self.surname, self.given_names)


def people_listed(session: Session, agenda: Agenda) -> dict[int, Listed]:
    """Who is listed on an agenda, by the person's number."""
    items = {item.case_id: Listed(item.prn, item.surname, item.given_names) for item in agenda.items}
    rows = session.execute(select(Case.id, Case.person_id).where(Case.id.in_(items)))
    return {row.person_id: items[row.id] for row in rows}


def standing_people(session: Session) -> frozenset[int]:
    """Everybody of whom a case is restricted now, whoever may read it."""
    return frozenset(session.scalars(select(Restriction.person_id).where(Restriction.lifted_seq.is_(None))))


def for_police(session: Session, agenda: Agenda) -> tuple[Agenda, int]:
    """The agenda as it goes to Police, without restricted cases, and how many those are.

    The workbook is a standing disclosure decided once for everybody listed; a restricted case has its own readers,
    so it goes to Police by a disclosure that the chair decides on (docs/decisions/0029-restricted-cases.md).
    """
    restricted = standing_people(session)
    gone = {
        listed.prn for person_id, listed in people_listed(session, agenda).items() if person_id in restricted
    }
    if not gone:
        return agenda, 0
    items = tuple(item for item in agenda.items if item.prn not in gone)
    return replace(agenda, items=items), len(agenda.items) - len(items)


def hidden_from_holder(work: Work, name: str) -> Hidden:
    """Whom the holder of a copy may not read: by their access where they have it, else as anybody outside."""
    user = work.session.scalar(
        select(User.user_id).where(User.name_key == fold(name), User.revoked_at.is_(None))
    )
    return hidden_on(work.connection, Who(user or "", fold(name), work.at, work.today))


def excluded_holders(work: Work, names: Iterable[str], people: frozenset[int]) -> list[tuple[str, int]]:
    """Which of these names are kept today from one of some people, each with whom."""
    wanted = {fold(name): name for name in names}
    ids = {
        row.user_id: row.name_key
        for row in work.session.execute(select(User.user_id, User.name_key).where(User.name_key.in_(wanted)))
    }
    found = []
    query = select(Exclusion).where(Exclusion.person_id.in_(people), Exclusion.ended_seq.is_(None))
    for row in work.session.scalars(query.order_by(Exclusion.id)):
        key = ids.get(row.user_id or "", row.name_key)
        holds = row.from_date <= work.today and (row.to_date is None or work.today <= row.to_date)
        if holds and key in wanted:
            found.append((wanted[key], row.person_id))
    return found

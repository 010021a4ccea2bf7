"""Who is to hold the key of a restricted case (need A4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.domain.case_place import Place
from app.domain.people import Office
from app.domain.restricted import Excluded
from app.domain.words import MeetingState, TransferState
from db.offices import office_in
from db.own_gifts import NOTHING, Gifts
from db.sources import half_of
from db.sources import holders as chairs
from db.tables.meeting import Meeting
from db.tables.people import RoleGrant, User
from db.tables.register import Case, Person
from db.tables.restricted import CaseReader, Exclusion
from db.tables.seals import RowSeal
from db.tables.trail import Trail
from db.tables.transfers import Transfer
from db.who_gives import RUN


def holders(
    session: Session,
    restricted: Mapping[int, int],
    places: Mapping[int, Place],
    today: date,
    gone: Gifts = NOTHING,
    staying: Mapping[int, Mapping[str, bytes]] | None = None,
    held: Mapping[int, Mapping[str, bytes]] = MappingProxyType({}),
) -> dict[int, dict[str, bytes]]:
    """Who holds the key of each restricted case, by their public key as the encrypted file has it.

    Its named readers who have an office in the forum; chairs and administrators of it, who may break the glass; chairs
    of another forum until they have closed a meeting whose agenda it is on; the recovery codes. Never somebody who is
    excluded today. `restricted` are restrictions and `places` where the cases are, by person; `gone` are rows that
    count for nothing. `staying` are holders who lose nothing, unless they are excluded. `held` are all who hold a key
    now, by their halves: what somebody took away from them who may not, theirs it stays.
    """
    readers: dict[int, set[str]] = defaultdict(set)
    named = select(CaseReader.restriction_id, CaseReader.user_id).where(
        CaseReader.withdrawn_seq.is_(None), CaseReader.id.not_in(gone.readers)
    )
    for number, user_id in session.execute(named.where(CaseReader.restriction_id.in_(restricted.values()))):
        readers[number].add(user_id)
    offices: dict[str, list[Office]] = defaultdict(list)
    for grant in session.scalars(
        select(RoleGrant).where(RoleGrant.id.not_in(gone.roles)).order_by(RoleGrant.id)
    ):
        offices[grant.user_id].append(office_in(grant))
    excluded = _excluded(session, restricted, today, gone.exclusions, set())
    rightly = excluded
    if gone.doubtful:
        rightly = _excluded(session, restricted, today, gone.exclusions, gone.doubtful)
    users = session.scalars(select(User)).all()
    names = {user.user_id: user.name_key for user in users}
    somewhere = {forum for place in places.values() for forum in place.forums}
    in_chair = {forum: chairs(session, forum, today, gone) for forum in somewhere}
    found: dict[int, dict[str, bytes]] = {}
    for person_id, place in places.items():
        forum = place.forum
        found[person_id] = dict(in_chair[forum])
        for other in place.closing:
            found[person_id] |= in_chair[other]
        still = held.get(person_id, {})
        for user in users:
            holds, who = user.user_id in still, user.user_id
            half = half_of(user, gone, still)
            if half is None:
                continue
            own = (*offices[who], *gone.offices.get(who, ()))
            mine = [each for each in own if _lasts(each, forum, today)]
            reads = who in readers[restricted[person_id]]
            reads = reads or (holds and who in gone.still_readers.get(restricted[person_id], ()))
            if (mine and reads) or any(each.role in RUN for each in mine):
                found[person_id][who] = half
            kept_out = (rightly if holds else excluded)[person_id]
            if any(each.is_about(who, user.name_key) for each in kept_out):
                found[person_id].pop(who, None)
    for person_id, holding in found.items():
        # Whoever rightly ends an exclusion holds the key themselves.
        left_out = (gone.users - gone.altered) | _kept_from(gone, person_id, held.get(person_id, {}))
        found[person_id] = {who: public for who, public in holding.items() if who not in left_out}
        for who, public in (staying or {}).get(person_id, {}).items():
            stays = who in names and who not in found[person_id]
            if stays and not any(each.is_about(who, names[who]) for each in rightly[person_id]):
                found[person_id][who] = public
    return found


def _kept_from(gone: Gifts, person_id: int, held: Collection[str]) -> set[str]:
    """Who changed an exclusion of theirs and holds no key, by whatever keys they have since."""
    found: set[str] = set()
    for who in gone.kept_from.get(person_id, ()):
        while who and who not in held and who not in found:
            found.add(who)
            who = gone.renewed.get(who, "")
    return found


def found_places(session: Session, people: Collection[int]) -> dict[int, Place]:
    """Where rows say that the cases of some people are, and which forums have an issued agenda that they are on.

    A case that has moved is in the minutes of the forum it left too.
    """
    forums: dict[int, str] = {}
    cases = select(Case.person_id, Case.forum).where(Case.person_id.in_(people))
    for person_id, forum in session.execute(cases.order_by(Case.closed_seq.isnot(None), Case.id.desc())):
        forums.setdefault(person_id, forum)
    listed: dict[int, set[str]] = defaultdict(set)
    on = func.instr(Meeting.frozen, '"' + Person.prn + '"') > 0
    query = select(Person.id, Meeting.forum).join(Meeting, on)
    for person_id, forum in session.execute(
        query.where(Person.id.in_(people), Meeting.state == MeetingState.ISSUED)
    ):
        listed[person_id].add(forum)
    return {person_id: Place(forum, frozenset(listed[person_id])) for person_id, forum in forums.items()}


def came_from(session: Session, person_id: int, forum: str, gone: Gifts) -> set[str]:
    """From which forums a case came to this one by a transfer that somebody with an office here signed last."""
    rows = session.execute(
        select(Transfer.id, Transfer.from_forum)
        .join(Case, Case.id == Transfer.case_id)
        .where(Case.person_id == person_id, Transfer.state == TransferState.ACCEPTED)
    ).all()
    here = {
        row.user_id
        for row in session.scalars(
            select(RoleGrant).where(RoleGrant.id.not_in(gone.roles), RoleGrant.role.in_(RUN))
        )
        if office_in(row).covers(forum)
    }
    signed = select(RowSeal.row, Trail.who).join(Trail, Trail.seq == RowSeal.seq)
    last = dict(
        session.execute(
            signed.where(RowSeal.table_name == Transfer.__tablename__).order_by(RowSeal.seq)
        ).all()
    )
    return {row.from_forum for row in rows if last.get(row.id) in here}


def _lasts(office: Office, forum: str, today: date) -> bool:
    """Whether it is an office in the forum, in force or to come."""
    return office.covers(forum) and (office.to_date is None or office.to_date >= today)


def _excluded(
    session: Session, people: Mapping[int, int], today: date, standing: set[int], without: set[int]
) -> dict[int, list[Excluded]]:
    found: dict[int, list[Excluded]] = defaultdict(list)
    wanted = or_(Exclusion.ended_seq.is_(None), Exclusion.id.in_(standing))
    wanted = and_(wanted, Exclusion.id.not_in(without))
    for row in session.scalars(select(Exclusion).where(Exclusion.person_id.in_(people), wanted)):
        each = Excluded(row.user_id or "", row.name_key, row.from_date, row.to_date)
        if row.id in standing or each.holds(today):
            found[row.person_id].append(each)
    return found

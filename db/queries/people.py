"""Who has access, as stored inside the encrypted file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import NotFound, Refused
from app.domain.names import fold
from app.domain.people import Office, ProposalRow, UserRow
from app.domain.words import ProposalKind, Role
from db import founding
from db.keys import Request, fingerprint
from db.offices import OFFICE, office_in, offices_of
from db.tables.people import Proposal, RoleGrant, User
from db.tables.trail import Meta


def users(session: Session) -> tuple[UserRow, ...]:
    """Everybody with access or whose access has ended, by name."""
    connection = session.connection()
    return tuple(
        UserRow(
            user.name,
            "active" if user.revoked_at is None else "revoked",
            offices_of(connection, user.user_id),
            fingerprint(user.public_unwrap, user.public_sign),
        )
        for user in session.scalars(select(User).order_by(User.name_key))
    )


def user_id_of(session: Session, name: str) -> str:
    """The person of that name. Raises `NotFound` naming those there are."""
    found = session.scalar(select(User.user_id).where(User.name_key == fold(name)))
    if found is None:
        have = select(User.name).where(User.revoked_at.is_(None)).order_by(User.name_key)
        known = ", ".join(session.scalars(have))
        raise NotFound(f"Nobody called '{name}' has access; nothing was changed: these have: {known}.")
    return found


def name_of(session: Session, user_id: str) -> str:
    """The name of a person of the register."""
    return session.get_one(User, user_id).name


def has_user(session: Session, user_id: str) -> bool:
    return session.get(User, user_id) is not None


def add_user(session: Session, request: Request, approved_by: str, at: datetime) -> None:
    """Take a person's public keys into the encrypted file, where they count."""
    session.add(
        User(
            user_id=request.user_id,
            name=request.name,
            name_key=fold(request.name),
            public_unwrap=request.public_unwrap,
            public_sign=request.public_sign,
            proposed_by=request.user_id,
            approved_by=approved_by,
            approved_at=at,
        )
    )
    session.flush()


def give_office(
    session: Session, user_id: str, office: Office, granted_by: str, seq: int, today: date
) -> None:
    """Give an office; one in force or to come in the same forum ends, so that a person has one role in each.

    Whoever is made chair in every forum is chair in each: their own office in one of them would go before it, and that
    forum had no chair. An office that ends before the new one begins keeps its own last day; one that would outlast an
    office for some days goes on after it.
    """
    last_day = office.from_date - timedelta(days=1)
    for grant in session.scalars(select(RoleGrant).where(RoleGrant.user_id == user_id)).all():
        held = office_in(grant)
        everywhere = office.role is Role.CHAIR and office.forum is None and office.covers(grant.forum)
        same = grant.forum == office.forum or everywhere
        if same and (held.holds(today) or grant.from_date > today):
            goes_on = office.to_date is not None and (held.to_date is None or held.to_date > office.to_date)
            if goes_on:
                founding.refuse_written_over(session, user_id, today)
            grant.to_date = last_day if grant.to_date is None else min(grant.to_date, last_day)
            if office.to_date is not None and goes_on:
                after = replace(held, from_date=max(held.from_date, office.to_date + timedelta(days=1)))
                session.add(_grant(user_id, after, granted_by, seq))
    session.add(_grant(user_id, office, granted_by, seq))


def end_chair(session: Session, user_id: str, forum: str | None, last_day: date, seq: int) -> None:
    """End somebody's chair in a forum on a day; one in every forum goes on in all the others, and in those to come."""
    query = select(RoleGrant).where(RoleGrant.user_id == user_id, RoleGrant.role == Role.CHAIR)
    for grant in session.scalars(query).all():
        held = office_in(grant)
        if not held.covers(forum) or (held.to_date is not None and held.to_date <= last_day):
            continue
        grant.to_date = last_day
        if forum is not None and held.forum is None:
            since = max(held.from_date, last_day + timedelta(days=1))
            but = tuple(sorted({*held.besides, forum}))
            session.add(_grant(user_id, replace(held, from_date=since, besides=but), grant.granted_by, seq))


def chair_besides(session: Session, user_id: str, on: date) -> tuple[str, ...]:
    """The forums that a chair in every forum has handed over already, so that they are not handed over twice."""
    query = select(RoleGrant).where(
        RoleGrant.user_id == user_id, RoleGrant.role == Role.CHAIR, RoleGrant.forum.is_(None)
    )
    held = [office_in(grant) for grant in session.scalars(query)]
    return next((office.besides for office in held if office.holds(on)), ())


def _grant(user_id: str, office: Office, granted_by: str, seq: int) -> RoleGrant:
    return RoleGrant(
        user_id=user_id,
        forum=office.forum,
        role=Role(office.role),
        from_date=office.from_date,
        to_date=office.to_date,
        besides=",".join(office.besides) or None,
        granted_by=granted_by,
        granted_seq=seq,
    )


def propose(
    session: Session,
    kind: ProposalKind,
    user_id: str,
    office: Office,
    by: str,
    at: datetime,
    seq: int,
    fingerprint: str | None = None,
) -> int:
    """Keep a proposal for another person's word. Raises Refused where the same waits already. Returns its number.

    `fingerprint` is that of new keys, as whoever proposes them compared it.
    """
    same = select(Proposal.id).where(
        Proposal.outcome.is_(None),
        Proposal.kind == kind,
        Proposal.user_id == user_id,
        Proposal.forum.is_not_distinct_from(office.forum),
    )
    if session.scalar(same) is not None:
        raise Refused("The same is proposed for them already; nothing was changed. Decide on that first.")
    row = Proposal(
        kind=kind,
        user_id=user_id,
        forum=office.forum,
        role=office.role,
        from_date=office.from_date,
        to_date=office.to_date,
        proposed_by=by,
        proposed_at=at,
        seq=seq,
        fingerprint=fingerprint,
    )
    session.add(row)
    session.flush()
    return row.id


def waiting_proposals(session: Session, waiting: Mapping[str, str]) -> tuple[ProposalRow, ...]:
    """What waits, oldest first. `waiting` names those who have asked and are not in the register yet."""
    names = {user.user_id: user.name for user in session.scalars(select(User))} | dict(waiting)
    return tuple(
        ProposalRow(
            row.id,
            row.kind,
            names.get(row.user_id, "somebody unknown"),
            Office(row.forum, row.role, row.from_date, row.to_date),
            names.get(founding.who_is_now(session, row.proposed_by), "somebody unknown"),
        )
        for row in _waiting(session)
    )


def _waiting(session: Session) -> Sequence[Proposal]:
    return session.scalars(select(Proposal).where(Proposal.outcome.is_(None)).order_by(Proposal.id)).all()


def proposal(session: Session, number: int) -> Proposal:
    """One that waits. Raises NotFound."""
    row = session.get(Proposal, number)
    if row is None or row.outcome is not None:
        raise NotFound(f"Nothing of number {number} waits; nothing was changed: look at `user proposals`.")
    return row


def waiting_reset(session: Session, user_id: str) -> Proposal | None:
    """The proposal to give somebody the new keys they asked for."""
    query = select(Proposal).where(
        Proposal.kind == ProposalKind.RESET, Proposal.user_id == user_id, Proposal.outcome.is_(None)
    )
    return session.scalar(query)


def settle(row: Proposal, outcome: str, by: str, seq: int) -> None:
    """Say what became of a proposal."""
    row.outcome, row.decided_by, row.decided_seq = outcome, by, seq


def overtake(session: Session, accepted: Proposal, by: str, seq: int) -> None:
    """Settle what else was handed over of a chair that somebody accepted: it cannot go to a second person."""
    also = select(Proposal).where(
        Proposal.outcome.is_(None),
        Proposal.id != accepted.id,
        Proposal.kind == ProposalKind.HAND_OVER,
        Proposal.proposed_by == accepted.proposed_by,
        Proposal.forum.is_not_distinct_from(accepted.forum),
    )
    for row in session.scalars(also):
        settle(row, "overtaken", by, seq)


def another_administrator(session: Session, besides: set[str], today: date) -> bool:
    """Whether there is an administrator in office who could propose, besides these."""
    query = (
        select(RoleGrant)
        .join(User, User.user_id == RoleGrant.user_id)
        .where(RoleGrant.role == Role.ADMINISTRATOR, User.revoked_at.is_(None))
    )
    return any(row.user_id not in besides and office_in(row).holds(today) for row in session.scalars(query))


def renew_keys(
    session: Session, request: Request, approved_by: str, at: datetime, today: date, seq: int
) -> None:
    """Give the person of that name the keys they asked for, with the roles they have.

    What waits about them, or was handed over by them, waits no more: it would go to keys that open nothing, or leave
    the chair with them. What they proposed about others waits on.
    """
    known = session.scalars(select(User).where(User.name_key == fold(request.name))).one()
    if known.revoked_at is not None:
        raise Refused("Their access was ended; nothing was changed. Let them in anew under another name.")
    founding.refuse_written_over(session, known.user_id, today)
    for row in _waiting(session):
        handed = row.proposed_by == known.user_id and row.kind in (
            ProposalKind.HAND_OVER,
            ProposalKind.DEPUTY,
        )
        if row.user_id == known.user_id or handed:
            settle(row, "overtaken", approved_by, seq)
    founding.renew_keys(
        session,
        known,
        request.user_id,
        request.public_unwrap,
        request.public_sign,
        approved_by,
        at,
        today,
        seq,
    )


def other_offices(session: Session, user_id: str) -> tuple[Office, ...]:
    """Every office of everybody else who has access."""
    query = (
        select(*OFFICE)
        .join(User, User.user_id == RoleGrant.user_id)
        .where(RoleGrant.user_id != user_id, User.revoked_at.is_(None))
    )
    return tuple(office_in(row) for row in session.execute(query))


def end_access(session: Session, user_id: str, by: str, at: datetime, today: date, seq: int) -> None:
    """End somebody's access, every office with it, and whatever waits that they proposed or that is about them."""
    user = session.get_one(User, user_id)
    if user.revoked_at is not None:
        raise Refused("Their access has ended already; nothing was changed.")
    user.revoked_at = at
    for grant in session.scalars(select(RoleGrant).where(RoleGrant.user_id == user_id)):
        if grant.to_date is None or grant.to_date > today:
            grant.to_date = today
    for row in _waiting(session):
        if user_id in (row.user_id, founding.who_is_now(session, row.proposed_by)):
            settle(row, "overtaken", by, seq)


def set_epoch(session: Session, epoch: int) -> None:
    """Which register key is in force from this transaction on."""
    session.scalars(select(Meta)).one().epoch = epoch

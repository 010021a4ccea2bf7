"""Who has access, as stored inside the encrypted file."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import NotFound, Refused
from app.domain.names import fold
from app.domain.people import Office, UserRow
from app.domain.words import Role
from db.keys import Request, fingerprint
from db.tables.people import RoleGrant, User
from db.tables.trail import Meta
from db.work import offices_of


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
        known = ", ".join(session.scalars(select(User.name).order_by(User.name_key)))
        raise NotFound(f"Nobody called '{name}' has access; these have: {known}.")
    return found


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

    An office that ends before the new one begins keeps its own last day.
    """
    last_day = office.from_date - timedelta(days=1)
    for grant in session.scalars(select(RoleGrant).where(RoleGrant.user_id == user_id)):
        held = Office(grant.forum, grant.role, grant.from_date, grant.to_date)
        if grant.forum == office.forum and (held.holds(today) or grant.from_date > today):
            grant.to_date = last_day if grant.to_date is None else min(grant.to_date, last_day)
    session.add(
        RoleGrant(
            user_id=user_id,
            forum=office.forum,
            role=Role(office.role),
            from_date=office.from_date,
            to_date=office.to_date,
            granted_by=granted_by,
            granted_seq=seq,
        )
    )


def other_offices(session: Session, user_id: str) -> tuple[Office, ...]:
    """Every office of everybody else who has access."""
    query = (
        select(RoleGrant.forum, RoleGrant.role, RoleGrant.from_date, RoleGrant.to_date)
        .join(User, User.user_id == RoleGrant.user_id)
        .where(RoleGrant.user_id != user_id, User.revoked_at.is_(None))
    )
    return tuple(Office(row.forum, row.role, row.from_date, row.to_date) for row in session.execute(query))


def end_access(session: Session, user_id: str, at: datetime, today: date) -> None:
    """End somebody's access and every office with it, and move the register to its next epoch."""
    user = session.get_one(User, user_id)
    if user.revoked_at is not None:
        raise Refused("Their access has ended already; nothing was changed.")
    user.revoked_at = at
    for grant in session.scalars(select(RoleGrant).where(RoleGrant.user_id == user_id)):
        if grant.to_date is None or grant.to_date > today:
            grant.to_date = today


def set_epoch(session: Session, epoch: int) -> None:
    """Which register key is in force from this transaction on."""
    session.scalars(select(Meta)).one().epoch = epoch

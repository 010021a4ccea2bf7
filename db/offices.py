"""Offices as rows of `roles` hold them: who may do what, where and on which days, is a rule of app/domain/people.py."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, select

from app.domain.people import Office
from db.tables.people import RoleGrant


def offices_of(connection: Connection, user_id: str) -> tuple[Office, ...]:
    """The offices of one person as the register holds them now, so that a withdrawn role counts at once."""
    return tuple(office_in(row) for row in connection.execute(_OFFICES, {"user_id": user_id}))


OFFICE = RoleGrant.forum, RoleGrant.role, RoleGrant.from_date, RoleGrant.to_date, RoleGrant.besides
"""The columns that make an office."""
_OFFICES = select(*OFFICE).where(RoleGrant.user_id == bindparam("user_id")).order_by(RoleGrant.id)


def office_in(row: Any) -> Office:
    """The office that a row of `roles`, or of these columns of it, holds."""
    besides = tuple(row.besides.split(",")) if row.besides else ()
    return Office(row.forum, row.role, row.from_date, row.to_date, besides)

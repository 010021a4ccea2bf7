"""Who may open this register, and what each of them is in which forum."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import ProposalKind, Role
from db.tables.base import Base, Short, word


class User(Base):
    """One person with keys. The public keys here are the ones that count: the key file lies outside."""

    __tablename__ = "users"

    user_id: Mapped[str] = mapped_column(Short, primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    public_unwrap: Mapped[bytes]
    public_sign: Mapped[bytes]
    proposed_by: Mapped[str] = mapped_column(Short)
    approved_by: Mapped[str] = mapped_column(Short)
    approved_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class RoleGrant(Base):
    """A role of one person in one forum, or in every forum where `forum` is empty, with its days of office."""

    __tablename__ = "roles"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(Short, ForeignKey("users.user_id"), index=True)
    forum: Mapped[str | None] = mapped_column(Short)
    role: Mapped[Role] = mapped_column(word(Role))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    besides: Mapped[str | None]
    """Of an office in every forum: codes, parted by a comma, of those in which it was handed over."""
    granted_by: Mapped[str] = mapped_column(Short)
    granted_seq: Mapped[int]


class Recovery(Base):
    """The public key that the paper codes open; the last row counts. The codes themselves stand nowhere."""

    __tablename__ = "recovery"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_unwrap: Mapped[bytes]
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class Proposal(Base):
    """What one person proposed about another's role, and what became of it; nothing while it waits."""

    __tablename__ = "proposals"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ProposalKind] = mapped_column(word(ProposalKind))
    user_id: Mapped[str] = mapped_column(Short)
    forum: Mapped[str | None] = mapped_column(Short)
    role: Mapped[Role] = mapped_column(word(Role))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    proposed_by: Mapped[str] = mapped_column(Short)
    proposed_at: Mapped[datetime]
    seq: Mapped[int]
    outcome: Mapped[str | None] = mapped_column(Short)
    decided_by: Mapped[str | None] = mapped_column(Short)
    decided_seq: Mapped[int | None]
    fingerprint: Mapped[str | None] = mapped_column(Short)
    """Of new keys: the groups that whoever proposed them compared with the person."""

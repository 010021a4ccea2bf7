"""The trail, the values as they were, and the register's own facts."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Short


class Meta(Base):
    """One row: which register this is. The epoch moves when somebody's access is revoked."""

    __tablename__ = "meta"

    id: Mapped[int] = mapped_column(primary_key=True)
    register_id: Mapped[str] = mapped_column(Short)
    epoch: Mapped[int]
    created_at: Mapped[datetime]


class Trail(Base):
    """Signed, chained entries (design/trust.md, "Trail"). Triggers forbid change, removal and disorder."""

    __tablename__ = "trail"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(Short)
    who: Mapped[str] = mapped_column(Short)
    role: Mapped[str] = mapped_column(Short)
    host: Mapped[str]
    build: Mapped[str] = mapped_column(Short)
    event: Mapped[str] = mapped_column(Short, index=True)
    subject: Mapped[str]
    body: Mapped[str]
    prev: Mapped[str] = mapped_column(String(96))
    hash: Mapped[str] = mapped_column(String(96))
    signature: Mapped[bytes]


class History(Base):
    """Old and new of a changed value, kept with the record and disposed of with it."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(index=True)
    subject: Mapped[str] = mapped_column(Short)
    subject_id: Mapped[str] = mapped_column(Short)
    field: Mapped[str] = mapped_column(Short)
    old: Mapped[str | None]
    new: Mapped[str | None]


class TrailSalt(Base):
    """The salt of an entry's commitments, kept outside what is signed, so that disposal can destroy it (need A7)."""

    __tablename__ = "trail_salts"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    salt: Mapped[str] = mapped_column(String(64))


class KeptSince(Base):
    """Since which entry of the trail a thing is kept that a register did not keep before (need A6)."""

    __tablename__ = "kept_since"

    what: Mapped[str] = mapped_column(Short, primary_key=True)
    seq: Mapped[int]

"""Extracts taken in, what was rejected in them, what they changed, and who they left out."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import LeftOutReason
from db.tables.base import Base, Short, word


class Extract(Base):
    """One file from IOMS. Its bytes are not kept; its SHA-256 is."""

    __tablename__ = "extracts"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    encoding: Mapped[str] = mapped_column(Short)
    as_at: Mapped[date | None]
    imported_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    counts: Mapped[dict[str, Any]]
    forums: Mapped[list[Any]]
    """Codes of the forums it named: whose administrators may look at what was in it."""


class Rejection(Base):
    """One fault of one row. The row's own cells are kept so that it can be mended and sent again."""

    __tablename__ = "rejections"

    id: Mapped[int] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), index=True)
    row: Mapped[int]
    heading: Mapped[str]
    reason: Mapped[str]
    cells: Mapped[dict[str, Any]]


class Change(Base):
    """A difference between two extracts: old and new as a person reads them, with days lost for a date (R9, T2)."""

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    field: Mapped[str] = mapped_column(Short)
    old: Mapped[str | None]
    new: Mapped[str | None]
    days_lost: Mapped[int | None]
    seq: Mapped[int]


class LeftOut(Base):
    """Why an imported person is not on the list (need R5). One row a person, replaced by each extract."""

    __tablename__ = "left_out"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"), index=True)
    reason: Mapped[LeftOutReason] = mapped_column(word(LeftOutReason))
    starts: Mapped[date | None]
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"))


class ExtractPerson(Base):
    """Whom an extract named, in which row and as at which day: what a value's source was on a past day (need A6)."""

    __tablename__ = "extract_people"
    __table_args__ = ({"sqlite_with_rowid": False},)

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), primary_key=True)
    row: Mapped[int]
    as_at: Mapped[date]

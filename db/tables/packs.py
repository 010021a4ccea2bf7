"""Numbered copies and the codes on their pages (needs K1, K2, K5)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import Contents, CopyState, IncidentStepName
from db.tables.base import Base, Short, word


class PrintRun(Base):
    """One act of printing: who, why, how many pages (need K3)."""

    __tablename__ = "print_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), index=True)
    contents: Mapped[Contents] = mapped_column(word(Contents))
    reason: Mapped[str]
    content_hash: Mapped[str]
    pages: Mapped[int]
    plain: Mapped[bool]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class Copy(Base):
    """One numbered copy. Its number is never used again for that meeting and contents, printed or not."""

    __tablename__ = "copies"
    __table_args__ = (UniqueConstraint("meeting", "contents", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("print_runs.id"), index=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), index=True)
    contents: Mapped[Contents] = mapped_column(word(Contents))
    number: Mapped[int]
    of: Mapped[int]
    holder: Mapped[str]
    holder_key: Mapped[str]
    service: Mapped[str]
    large: Mapped[bool]
    code: Mapped[str] = mapped_column(Short, unique=True)
    pages: Mapped[int | None]
    file_name: Mapped[str]
    sha256: Mapped[str | None]
    state: Mapped[CopyState] = mapped_column(word(CopyState))
    reserved_at: Mapped[datetime]
    issued_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    returned_by: Mapped[str | None] = mapped_column(Short)
    destroyed_at: Mapped[datetime | None]
    destroyed_by: Mapped[str | None] = mapped_column(Short)
    witness: Mapped[str | None]
    method: Mapped[str | None]
    missing_at: Mapped[datetime | None]
    missing_by: Mapped[str | None] = mapped_column(Short)
    missing_reason: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None] = mapped_column(Short)
    kept_reason: Mapped[str | None]
    """Why a copy is still out when its meeting closes (need M8)."""


class CopyPage(Base):
    """The code printed on one page of one copy."""

    __tablename__ = "copy_pages"
    __table_args__ = (Index("ix_copy_pages_copy_id_page", "copy_id", "page", unique=True),)

    code: Mapped[str] = mapped_column(Short, primary_key=True)
    copy_id: Mapped[int] = mapped_column(ForeignKey("copies.id"))
    page: Mapped[int]


class IncidentStep(Base):
    """One step taken about a copy that was recorded as missing; `closed` is the last (need K2)."""

    __tablename__ = "incident_steps"
    __table_args__ = (UniqueConstraint("copy_id", "step"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    copy_id: Mapped[int] = mapped_column(ForeignKey("copies.id"))
    step: Mapped[IncidentStepName] = mapped_column(word(IncidentStepName))
    note: Mapped[str]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]

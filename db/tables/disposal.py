"""What is kept until when, what must not go, and what is left of somebody whose records were destroyed (need A7)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.disposal import DisposalEvent, DisposalState
from db.tables.base import Base, Short, word


class DisposalClass(Base):
    """How long a kind of record is kept and by what rule: data, whose words end and are followed by others."""

    __tablename__ = "disposal_classes"
    __table_args__ = (UniqueConstraint("code", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Short)
    version: Mapped[int]
    name: Mapped[str]
    event: Mapped[DisposalEvent] = mapped_column(word(DisposalEvent))
    years: Mapped[int]
    source: Mapped[str]
    seq: Mapped[int | None]
    """Nothing for what a register begins with."""


class DisposalHold(Base):
    """Why nothing about a person may be destroyed, by whom, and until when. It goes when the person goes."""

    __tablename__ = "disposal_holds"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    reason: Mapped[str]
    held_by: Mapped[str]
    at: Mapped[datetime]
    seq: Mapped[int]
    released_by: Mapped[str | None]
    released_reason: Mapped[str | None]
    released_at: Mapped[datetime | None]
    released_seq: Mapped[int | None]


class Disposal(Base):
    """One disposal from proposal to certificate. It names the person by the register's own number alone.

    The number points nowhere once the disposal is done, and no other person gets it (docs/decisions/0032).
    """

    __tablename__ = "disposals"
    __table_args__ = (Index("ix_disposals_person_number", "person_number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_number: Mapped[int]
    forum: Mapped[str] = mapped_column(Short)
    class_code: Mapped[str] = mapped_column(Short)
    class_name: Mapped[str]
    years: Mapped[int]
    authority: Mapped[str]
    event: Mapped[DisposalEvent] = mapped_column(word(DisposalEvent))
    event_date: Mapped[date]
    due: Mapped[date]
    state: Mapped[DisposalState] = mapped_column(word(DisposalState))
    proposed_by: Mapped[str] = mapped_column(Short)
    proposed_at: Mapped[datetime]
    seq: Mapped[int]
    decided_by: Mapped[str | None] = mapped_column(Short)
    decided_at: Mapped[datetime | None]
    decided_seq: Mapped[int | None]
    decided_reason: Mapped[str | None]
    counts: Mapped[dict[str, Any] | None]
    """Rows destroyed, by table."""
    blanked: Mapped[list[Any] | None]
    """Frozen texts whose lines about the person were blanked: what, and its SHA-384 before and after."""
    mentions: Mapped[int | None]
    checkpoint: Mapped[str | None]

"""Parole Board hearings and what the Board was told."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Short


class Hearing(Base):
    """One hearing; `received` is the day its result reached the forum (need B1)."""

    __tablename__ = "hearings"
    __table_args__ = (UniqueConstraint("case_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(Short)
    result: Mapped[str | None]
    received: Mapped[date | None]
    seq: Mapped[int]
    result_seq: Mapped[int | None]


class ToldDrift(Base):
    """A difference between the plan and what the Board was told; open until told or withdrawn (need B2)."""

    __tablename__ = "told_drifts"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    field: Mapped[str] = mapped_column(Short)
    told: Mapped[str]
    now: Mapped[str]
    seq: Mapped[int]
    settled_seq: Mapped[int | None]
    settled_reason: Mapped[str | None]

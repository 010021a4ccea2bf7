"""A meeting while it is run: what is half-done, and cases moved between the table and paper."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import Track
from db.tables.base import Base, Short, word


class UnderWay(Base):
    """Where a meeting stands: what a stopped computer takes up again, and no record (need M4)."""

    __tablename__ = "under_way"

    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), primary_key=True)
    position: Mapped[int]
    running: Mapped[bool]
    seconds: Mapped[int]
    extra_seconds: Mapped[int]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)


class UnderWayCase(Base):
    """What one case has used of a meeting's time, and its half-written text until that is recorded."""

    __tablename__ = "under_way_cases"
    __table_args__ = (UniqueConstraint("meeting", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    position: Mapped[int]
    seconds: Mapped[int]
    extra_seconds: Mapped[int]
    texts: Mapped[dict[str, Any]]


class ItemMove(Base):
    """A case pulled to the table by a member, or moved to paper at the meeting (need M3)."""

    __tablename__ = "item_moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    position: Mapped[int]
    track: Mapped[Track] = mapped_column(word(Track))
    moved_by: Mapped[str]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]

"""The minutes of closed meetings in their versions, and the chair's own evaluation (needs M8, M9)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import MinutesStepName
from db.tables.base import Base, Short, word


class MinutesVersion(Base):
    """One version of a meeting's minutes, frozen as one canonical text. A correction makes the next one."""

    __tablename__ = "minutes_versions"
    __table_args__ = (UniqueConstraint("meeting", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    version: Mapped[int]
    text: Mapped[str]
    sha384: Mapped[str] = mapped_column(String(96))
    changes: Mapped[list[Any]]
    """What differs from the version before: `{"passage", "old", "new"}` each."""
    reason: Mapped[str | None]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class MinutesStep(Base):
    """A version confirmed by the chair, or reopened with the reason; the last step says how it stands."""

    __tablename__ = "minutes_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("minutes_versions.id"), index=True)
    step: Mapped[MinutesStepName] = mapped_column(word(MinutesStepName))
    reason: Mapped[str | None]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class CorrectionAsked(Base):
    """A correction of signed minutes that an administrator asks for; the chair makes it or leaves it."""

    __tablename__ = "corrections_asked"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), index=True)
    passage: Mapped[str] = mapped_column(Short)
    text: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    settled_seq: Mapped[int | None]
    made: Mapped[bool | None]


class Evaluation(Base):
    """The chair's own evaluation of a meeting: a score from 1 to 5 for each statement of a dated list."""

    __tablename__ = "evaluations"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), unique=True)
    statements: Mapped[int]
    """Which version of the list of statements was scored."""
    scores: Mapped[dict[str, Any]]
    note: Mapped[str | None]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]

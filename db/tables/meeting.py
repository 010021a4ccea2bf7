"""Meetings, agendas as issued, attendance, what was said, decisions and actions."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import (
    ActionOutcome,
    DecisionKind,
    DisclosureConsidered,
    Grade,
    Handling,
    MeetingKind,
    MeetingState,
    Presence,
    Service,
)
from db.tables.base import Base, Short, word


class Meeting(Base):
    """A scheduled meeting, named `CODE-yyyy-mm-dd`. Issuing freezes its agenda as one canonical text."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("forum", "day"),)

    meeting: Mapped[str] = mapped_column(Short, primary_key=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"), index=True)
    day: Mapped[date]
    kind: Mapped[MeetingKind] = mapped_column(word(MeetingKind))
    state: Mapped[MeetingState] = mapped_column(word(MeetingState))
    chair_service: Mapped[Service | None] = mapped_column(word(Service))
    police_due: Mapped[date]
    issued_at: Mapped[datetime | None]
    issued_by: Mapped[str | None] = mapped_column(Short)
    issued_seq: Mapped[int | None]
    frozen: Mapped[str | None]
    frozen_hash: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(Short)
    closed_seq: Mapped[int | None]
    closing_warnings: Mapped[list[Any] | None]


class AskedFor(Base):
    """A case the chair or a member asked to have on a meeting's agenda, with the reason."""

    __tablename__ = "asked_for"
    __table_args__ = (UniqueConstraint("meeting", "case_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    who: Mapped[str]
    reason: Mapped[str]
    seq: Mapped[int]


class Decision(Base):
    """What a meeting decided on a case; it cannot be stored without its reason (need M6)."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("meeting", "case_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    decision: Mapped[DecisionKind] = mapped_column(word(DecisionKind))
    reason: Mapped[str]
    dissent: Mapped[str | None]
    dissent_by: Mapped[str | None]
    disclosure: Mapped[DisclosureConsidered] = mapped_column(word(DisclosureConsidered))
    disclosure_note: Mapped[str | None]
    next_review: Mapped[date | None]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class MilestoneTaken(Base):
    """A milestone that a closed meeting took for a case."""

    __tablename__ = "milestones_taken"
    __table_args__ = (UniqueConstraint("case_id", "milestone"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    milestone: Mapped[int]
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    seq: Mapped[int]


class Action(Base):
    """An action on a case; it is carried until it has an outcome (need M7)."""

    __tablename__ = "actions"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    meeting: Mapped[str | None] = mapped_column(Short, ForeignKey("meetings.meeting"))
    text: Mapped[str]
    service: Mapped[Service] = mapped_column(word(Service))
    owner: Mapped[str]
    due: Mapped[date]
    outcome: Mapped[ActionOutcome] = mapped_column(word(ActionOutcome))
    outcome_on: Mapped[date | None]
    outcome_note: Mapped[str | None]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    seq: Mapped[int]


class Attendance(Base):
    """Who was at a meeting, or what came in their stead (need M5)."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    service: Mapped[Service] = mapped_column(word(Service))
    name: Mapped[str]
    presence: Mapped[Presence] = mapped_column(word(Presence))
    role: Mapped[str | None]
    stands_for: Mapped[str | None]
    sent_on: Mapped[date | None]
    here_seq: Mapped[int | None]
    """Trail entry since which they are there; a reading of the statement after it was to them as well."""
    seq: Mapped[int]


class CaseVisit(Base):
    """Who was there for one case only (need M5)."""

    __tablename__ = "case_visits"
    __table_args__ = (UniqueConstraint("meeting", "case_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    service: Mapped[Service] = mapped_column(word(Service))
    name: Mapped[str]
    role: Mapped[str | None]
    came: Mapped[time | None]
    left: Mapped[time | None]
    here_seq: Mapped[int]
    seq: Mapped[int]


class ConfidentialityReading(Base):
    """One reading of the confidentiality statement; it is read again for newcomers (need M5)."""

    __tablename__ = "confidentiality_readings"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), index=True)
    read_by: Mapped[str]
    at: Mapped[datetime]
    seq: Mapped[int]


class Discussion(Base):
    """What one service said of a case at a meeting, under one handling (needs M6, X7)."""

    __tablename__ = "discussions"
    __table_args__ = (UniqueConstraint("meeting", "case_id", "service", "handling"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"))
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    service: Mapped[Service] = mapped_column(word(Service))
    handling: Mapped[Handling] = mapped_column(word(Handling))
    grade: Mapped[Grade] = mapped_column(word(Grade))
    text: Mapped[str]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]

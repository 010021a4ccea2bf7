"""Parole Board hearings, their reports, results and notices, and what the Board was told."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import BoardOutcome, DriftState, NoticeAbout, NoticeTo
from db.tables.base import Base, Short, one_while, word


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
    outcome: Mapped[BoardOutcome | None] = mapped_column(word(BoardOutcome))
    next_day: Mapped[date | None]


class HearingReport(Base):
    """A report that was sent to the Board for a hearing; which are due is a rule (need B1)."""

    __tablename__ = "hearing_reports"
    __table_args__ = (UniqueConstraint("hearing_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearings.id"))
    code: Mapped[str] = mapped_column(Short)
    sent_on: Mapped[date]
    sent_by: Mapped[str]
    seq: Mapped[int]


class BoardNotice(Base):
    """A notice that was sent of a hearing or of its result; which are due is a rule (need B3)."""

    __tablename__ = "board_notices"
    __table_args__ = (UniqueConstraint("hearing_id", "about", "recipient", "outcome"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearings.id"))
    about: Mapped[NoticeAbout] = mapped_column(word(NoticeAbout))
    recipient: Mapped[NoticeTo] = mapped_column(word(NoticeTo))
    outcome: Mapped[str] = mapped_column(Short)
    """Which result was told, so that one put right is told anew; empty for the hearing itself."""
    sent_on: Mapped[date]
    how: Mapped[str]
    sent_by: Mapped[str]
    seq: Mapped[int]


class ResultAction(Base):
    """Which rule made which action from a hearing's result, so that a result put right doubles none."""

    __tablename__ = "result_actions"
    __table_args__ = (UniqueConstraint("hearing_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearings.id"))
    code: Mapped[str] = mapped_column(Short)
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"))


class BoardTold(Base):
    """What the Board was told of a plan, frozen; the latest telling of a case stands (need B2)."""

    __tablename__ = "board_told"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    hearing: Mapped[date | None]
    told_on: Mapped[date]
    told_by: Mapped[str]
    address: Mapped[str]
    programmes: Mapped[list[Any]]
    conditions: Mapped[list[Any]]
    seq: Mapped[int]


class ToldDrift(Base):
    """A difference between the plan and what the Board was told; open until told or withdrawn (need B2)."""

    __tablename__ = "told_drifts"
    __table_args__ = (one_while("uq_told_drifts_open", "case_id", "field", where="settled_seq IS NULL"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    field: Mapped[str] = mapped_column(Short)
    told: Mapped[str]
    now: Mapped[str]
    seq: Mapped[int]
    settled_seq: Mapped[int | None]
    settled_reason: Mapped[str | None]
    told_id: Mapped[int | None] = mapped_column(ForeignKey("board_told.id"))
    state: Mapped[DriftState] = mapped_column(word(DriftState), default=DriftState.OPEN)
    raised_on: Mapped[date | None]
    settled_on: Mapped[date | None]

"""The release plan: proposed addresses, their checks, and what the milestones ask for.

No column here can hold a victim's name or address: nearness is an answer with a name and a date (need P3).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import CheckKind, Owner
from db.tables.base import Base, Short, word


class Address(Base):
    """One proposed address. *Verified?* and *next?* are two answers; a dead one stays with who and why (P1)."""

    __tablename__ = "addresses"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    rank: Mapped[int]
    address: Mapped[str]
    residents: Mapped[str | None]
    consent: Mapped[str | None]
    verified: Mapped[bool]
    is_next: Mapped[bool]
    withdrawn_by: Mapped[str | None]
    withdrawn_reason: Mapped[str | None]
    source: Mapped[str]
    as_at: Mapped[date]
    seq: Mapped[int]


class AddressCheck(Base):
    """One partner's check of an address. `answer` is one of the six, or the co-ordinator's for nearness."""

    __tablename__ = "address_checks"
    __table_args__ = (UniqueConstraint("address_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    address_id: Mapped[int] = mapped_column(ForeignKey("addresses.id"), index=True)
    kind: Mapped[CheckKind] = mapped_column(word(CheckKind))
    answer: Mapped[str] = mapped_column(Short)
    suitability: Mapped[str | None] = mapped_column(Short)
    comment: Mapped[str | None]
    officer: Mapped[str | None]
    checked_on: Mapped[date | None]
    owner: Mapped[Owner] = mapped_column(word(Owner))
    seq: Mapped[int]


class PlanAnswer(Base):
    """The answer to one question a milestone asks of a case; one row a question, older ones in history."""

    __tablename__ = "plan_answers"
    __table_args__ = (UniqueConstraint("case_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    question: Mapped[str] = mapped_column(Short)
    answer: Mapped[str]
    note: Mapped[str | None]
    answered_by: Mapped[str]
    as_at: Mapped[date]
    seq: Mapped[int]

"""The release plan: proposed addresses, consents and checks, needs and other answers, and conditions.

No column here can hold a victim's name or address: nearness is an answer with a name and a date (need P3).
"""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.plan_words import ConditionState, ConsentSaid
from app.domain.words import CheckKind, Owner, Service
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
    """The answer to one question a milestone asks of a case; one row a question, older ones in history.

    A need by domain is the question `need:housing`: its status is the answer, and it has a service and an owner.
    """

    __tablename__ = "plan_answers"
    __table_args__ = (UniqueConstraint("case_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    question: Mapped[str] = mapped_column(Short)
    answer: Mapped[str]
    note: Mapped[str | None]
    answered_by: Mapped[str]
    service: Mapped[Service | None] = mapped_column(word(Service))
    owner: Mapped[str | None]
    as_at: Mapped[date]
    seq: Mapped[int]


class AddressConsent(Base):
    """One word on the occupier's consent to an address. Each stays; the last one counts (need P1)."""

    __tablename__ = "address_consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    address_id: Mapped[int] = mapped_column(ForeignKey("addresses.id"), index=True)
    said: Mapped[ConsentSaid] = mapped_column(word(ConsentSaid))
    form: Mapped[str | None]
    said_by: Mapped[str]
    day: Mapped[date]
    reason: Mapped[str | None]
    source: Mapped[str]
    seq: Mapped[int]


class ConditionText(Base):
    """The dated library of release conditions: data, whose words end and are followed by others (need P5)."""

    __tablename__ = "condition_texts"
    __table_args__ = (UniqueConstraint("code", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Short)
    words: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    seq: Mapped[int | None]
    """Nothing for what a register begins with."""


class Condition(Base):
    """A release condition of a case, in the words of the day it was entered (need P5)."""

    __tablename__ = "conditions"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    code: Mapped[str | None] = mapped_column(Short)
    words: Mapped[str]
    seq: Mapped[int]


class ConditionStep(Base):
    """What became of a condition, and when. Each stays; the last one counts, and *withdrawn* is the end."""

    __tablename__ = "condition_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    condition_id: Mapped[int] = mapped_column(ForeignKey("conditions.id"), index=True)
    state: Mapped[ConditionState] = mapped_column(word(ConditionState))
    day: Mapped[date]
    said_by: Mapped[str]
    note: Mapped[str | None]
    seq: Mapped[int]

"""Restricted cases: their named readers, who is excluded from them, and every opening by break-glass (need A4)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Short, one_while


class StandInNumber(Base):
    """The N of *Restricted N*: given once to a person in a forum and never to another, also after it was lifted."""

    __tablename__ = "stand_in_numbers"
    __table_args__ = (
        UniqueConstraint("forum", "number"),
        UniqueConstraint("forum", "person_id", name="uq_stand_in_numbers_forum_person"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"))
    number: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    seq: Mapped[int]


class Restriction(Base):
    """A case kept to named readers. It stands until it is lifted, and hides the person with every episode."""

    __tablename__ = "restrictions"
    __table_args__ = (one_while("uq_restrictions_standing", "person_id", where="lifted_seq IS NULL"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str]
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    lifted_reason: Mapped[str | None]
    lifted_by: Mapped[str | None] = mapped_column(Short)
    lifted_seq: Mapped[int | None]


class CaseReader(Base):
    """One named reader of a restricted case; withdrawn, never removed."""

    __tablename__ = "case_readers"

    id: Mapped[int] = mapped_column(primary_key=True)
    restriction_id: Mapped[int] = mapped_column(ForeignKey("restrictions.id"), index=True)
    user_id: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    withdrawn_seq: Mapped[int | None]


class Exclusion(Base):
    """Somebody with a conflict of interest, kept from a case. The reason never says who was harmed."""

    __tablename__ = "exclusions"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    user_id: Mapped[str | None] = mapped_column(Short)
    name: Mapped[str]
    name_key: Mapped[str]
    reason: Mapped[str]
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    ended_reason: Mapped[str | None]
    ended_seq: Mapped[int | None]


class BrokenGlass(Base):
    """A restricted case opened by somebody who is no reader: who, as what, until when, and why."""

    __tablename__ = "broken_glass"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"))
    number: Mapped[int]
    who: Mapped[str] = mapped_column(Short)
    role: Mapped[str] = mapped_column(Short)
    at: Mapped[datetime]
    until: Mapped[datetime]
    reason: Mapped[str]
    seq: Mapped[int]

"""Who said something, under a seal that its writer and the chairs in office can open and nobody else (need D3)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import SourceOf
from db.tables.base import Base, Short, word


class Compartment(Base):
    """A key pair that several people hold together; of those with one kind and subject the last counts.

    The private half stands in no column: only sealed, once for each holder, in `compartment_keys`.
    """

    __tablename__ = "compartments"
    __table_args__ = (Index("ix_compartments_kind_subject", "kind", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(Short)
    subject: Mapped[str] = mapped_column(Short)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Whose restricted case it is of; nothing for a forum's sources."""
    public_unwrap: Mapped[bytes]
    made_by: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class CompartmentKey(Base):
    """A compartment's private half, sealed to the public key of one holder or to that of the recovery codes."""

    __tablename__ = "compartment_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    compartment_id: Mapped[int] = mapped_column(ForeignKey("compartments.id"), index=True)
    user_id: Mapped[str] = mapped_column(Short)
    public_unwrap: Mapped[bytes]
    sealed: Mapped[bytes]
    seq: Mapped[int]


class Source(Base):
    """Who said one statement: text under a key of its own, that key sealed to the chairs and to the writer."""

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    about: Mapped[SourceOf] = mapped_column(word(SourceOf))
    about_id: Mapped[int]
    compartment_id: Mapped[int] = mapped_column(ForeignKey("compartments.id"))
    sealed: Mapped[bytes]
    key_for_chairs: Mapped[bytes]
    key_for_writer: Mapped[bytes]
    writer: Mapped[str] = mapped_column(Short)
    at: Mapped[datetime]
    seq: Mapped[int]

"""By what a damaged row finds its person, and what people said about such rows (needs X3, X8)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Short


class LinkageKey(Base):
    """One key of a person, made by `app.domain.linkage_keys`; kept where the search is kept, and read by nobody."""

    __tablename__ = "linkage_keys"
    __table_args__ = (Index("ix_linkage_keys_person_id", "person_id"), {"sqlite_with_rowid": False})

    key: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)


class LinkageDecision(Base):
    """A person's say on whether what a row tells is about somebody; it beats every score, until it is withdrawn."""

    __tablename__ = "linkage_decisions"
    __table_args__ = (Index("ix_linkage_decisions_forum_told", "forum", "told"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"))
    told: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    is_same: Mapped[bool]
    exchange: Mapped[str] = mapped_column(Short, ForeignKey("exchanges.exchange"))
    decided_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    withdrawn_seq: Mapped[int | None]

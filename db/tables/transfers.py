"""Cases that went, or were to go, from one forum to another."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import TransferState
from db.tables.base import Base, Short, one_while, word


class Transfer(Base):
    """One transfer of a case (need R11). One at most is proposed for a case; the receipt is kept as it was given."""

    __tablename__ = "transfers"
    __table_args__ = (one_while("uq_transfers_proposed", "case_id", where="answered_seq IS NULL"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    from_forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"))
    to_forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"))
    state: Mapped[TransferState] = mapped_column(word(TransferState))
    reason: Mapped[str]
    proposed_by: Mapped[str]
    proposed_on: Mapped[date]
    seq: Mapped[int]
    answered_by: Mapped[str | None]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None]
    answered_seq: Mapped[int | None]
    receipt: Mapped[str]

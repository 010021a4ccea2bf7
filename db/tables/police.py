"""The Police exchange: what went out, what came back, what was decided, what was taken."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import CellState, Grade, Handling, RowState
from db.tables.base import Base, Short, word


class Exchange(Base):
    """One workbook sent for one meeting. Its passphrase is kept so that the receipt can be made (formats section 4)."""

    __tablename__ = "exchanges"

    exchange: Mapped[str] = mapped_column(Short, primary_key=True)
    meeting: Mapped[str] = mapped_column(Short, ForeignKey("meetings.meeting"), index=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(Short)
    due: Mapped[date]
    passphrase: Mapped[str | None]
    sha256: Mapped[str]
    rows: Mapped[int]
    seq: Mapped[int]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None] = mapped_column(Short)
    asks_of: Mapped[str | None] = mapped_column(Short, ForeignKey("exchanges.exchange"))
    """The exchange whose answers this smaller one asks again."""


class Chase(Base):
    """Police were reminded that a workbook is due: when, by whom and how (need X9)."""

    __tablename__ = "exchange_chases"

    id: Mapped[int] = mapped_column(primary_key=True)
    exchange: Mapped[str] = mapped_column(Short, ForeignKey("exchanges.exchange"), index=True)
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    how: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class ExchangeRow(Base):
    """A row as sent: its seal and our cells."""

    __tablename__ = "exchange_rows"
    __table_args__ = (UniqueConstraint("exchange", "seal"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    exchange: Mapped[str] = mapped_column(Short, ForeignKey("exchanges.exchange"), index=True)
    sheet: Mapped[str] = mapped_column(Short)
    row_key: Mapped[str] = mapped_column(Short)
    seal: Mapped[str] = mapped_column(Short, index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    address_id: Mapped[int | None] = mapped_column(ForeignKey("addresses.id"))
    cells: Mapped[dict[str, Any]]


class Return(Base):
    """One file that came back. The same bytes twice are the same return."""

    __tablename__ = "returns"
    __table_args__ = (UniqueConstraint("exchange", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    exchange: Mapped[str] = mapped_column(Short, ForeignKey("exchanges.exchange"), index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    file_name: Mapped[str]
    taken_in_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(Short)
    counts: Mapped[dict[str, Any]]
    confirmed_seq: Mapped[int | None]
    replaced_seq: Mapped[int | None]
    """Set when a newer file for the same exchange came before this one was confirmed."""
    receipt_sha256: Mapped[str | None]
    seq: Mapped[int]


class ReturnedRow(Base):
    """A row as it came back, what became of it, and whom a person said it is about.

    `tag` (`x12`) begins the ids of its cells. `state` is empty on *Aliases and people*, whose rows have no seal.
    """

    __tablename__ = "returned_rows"

    id: Mapped[int] = mapped_column(primary_key=True)
    return_id: Mapped[int] = mapped_column(ForeignKey("returns.id"), index=True)
    sheet: Mapped[str] = mapped_column(Short)
    row: Mapped[int]
    tag: Mapped[str] = mapped_column(Short)
    state: Mapped[RowState | None] = mapped_column(word(RowState))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    address_id: Mapped[int | None] = mapped_column(ForeignKey("addresses.id"))
    cells: Mapped[dict[str, Any]]
    told: Mapped[str | None]
    """What the row tells of its person, folded, where its seal is lost: by this a person's say is found again (X8)."""
    proposals: Mapped[list[Any]]
    """`[prn, score, why]` for rows whose seal is lost; never joined without a person's say (X3). Of one
    whom an administrator asks a chair to say also an empty name, who asks, the day, and the rank of an address."""
    linked_by: Mapped[str | None] = mapped_column(Short)
    linked_seq: Mapped[int | None]


class ReturnedCell(Base):
    """One answer on its way in: theirs beside ours, with its state and reason (X4, X5).

    `value` is what theirs reads as (dates ISO), empty while `fault` says why it cannot be read; `place` is where
    it stands in the file, `ours` what the register had when the cell was settled.
    """

    __tablename__ = "returned_cells"
    __table_args__ = (Index("ix_returned_cells_return_id_cell", "return_id", "cell", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    return_id: Mapped[int] = mapped_column(ForeignKey("returns.id"))
    row_id: Mapped[int] = mapped_column(ForeignKey("returned_rows.id"), index=True)
    cell: Mapped[str] = mapped_column(Short)
    place: Mapped[str] = mapped_column(Short)
    heading: Mapped[str] = mapped_column(Short)
    ours: Mapped[str | None]
    theirs: Mapped[str]
    value: Mapped[str | None]
    fault: Mapped[str | None]
    note: Mapped[str | None]
    state: Mapped[CellState] = mapped_column(word(CellState))
    edited: Mapped[str | None]
    reason: Mapped[str | None]
    who: Mapped[str | None] = mapped_column(Short)
    seq: Mapped[int | None]


class PoliceValue(Base):
    """A confirmed Police answer. It stands beside Corrections' values with officer, date and handling (X7)."""

    __tablename__ = "police_values"
    __table_args__ = (Index("ix_police_values_case_id_heading", "case_id", "heading"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    address_id: Mapped[int | None] = mapped_column(ForeignKey("addresses.id"))
    heading: Mapped[str] = mapped_column(Short)
    value: Mapped[str]
    police_own: Mapped[str | None]
    """What Police wrote, where a person corrected it on the way in."""
    officer: Mapped[str | None]
    checked_on: Mapped[date | None]
    grade: Mapped[Grade | None] = mapped_column(word(Grade))
    handling: Mapped[Handling | None] = mapped_column(word(Handling))
    return_id: Mapped[int] = mapped_column(ForeignKey("returns.id"))
    cell: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    superseded_seq: Mapped[int | None]

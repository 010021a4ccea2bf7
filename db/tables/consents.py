"""Consents of the person a case is about (need D2); the occupier's of an address stand with the release plan."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class Consent(Base):
    """One consent that was signed. Withdrawing it fills its last columns, once; its row is never taken away."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    form: Mapped[str]
    scope: Mapped[str]
    signed: Mapped[date]
    expires: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    withdrawn_by: Mapped[str | None]
    withdrawn_reason: Mapped[str | None]
    seq: Mapped[int]
    withdrawn_seq: Mapped[int | None]

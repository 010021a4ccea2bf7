"""What left the forum, and what was asked for (need D1). Standing disclosures are recorded each time, decided once."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import GroundCode, RequestState
from db.tables.base import Base, Short, word


class Disclosure(Base):
    """One disclosure: fields, recipients, ground and the hash of the file, never its values."""

    __tablename__ = "disclosures"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    what: Mapped[str]
    subject: Mapped[str]
    recipients: Mapped[list[Any]]
    fields: Mapped[list[Any]]
    ground: Mapped[str]
    standing: Mapped[bool]
    people: Mapped[int]
    sha256: Mapped[str | None]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]


class DisclosureRequest(Base):
    """One request: who asks for what about whom, on which ground; a chair's decision; that it was made."""

    __tablename__ = "disclosure_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"), index=True)
    state: Mapped[RequestState] = mapped_column(word(RequestState))
    asked_at: Mapped[datetime]
    asked_by: Mapped[str] = mapped_column(Short)
    who_asks: Mapped[str]
    what: Mapped[str]
    ground: Mapped[GroundCode] = mapped_column(word(GroundCode))
    necessity: Mapped[str]
    needed_by: Mapped[date | None]
    due: Mapped[date]
    consent: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(Short)
    reason: Mapped[str | None]
    undertaking: Mapped[str | None]
    made_on: Mapped[date | None]
    made_by: Mapped[str | None] = mapped_column(Short)
    how: Mapped[str | None]
    disclosure_id: Mapped[int | None] = mapped_column(ForeignKey("disclosures.id"))
    seq: Mapped[int]


class DisclosureStatement(Base):
    """One thing that a request would tell, word for word; a chair strikes it or lets it go."""

    __tablename__ = "disclosure_statements"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("disclosure_requests.id"), index=True)
    number: Mapped[int]
    heading: Mapped[str]
    text: Mapped[str]
    source: Mapped[str]
    soft: Mapped[bool]
    struck: Mapped[bool]
    seq: Mapped[int]

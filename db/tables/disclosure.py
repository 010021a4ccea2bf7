"""What left the forum (need D1). Standing disclosures are recorded each time and decided once."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Short


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

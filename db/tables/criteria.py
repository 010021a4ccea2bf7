"""Criteria as versioned data (need R2)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Short


class CriteriaVersion(Base):
    """A whole set of criteria as adopted. `forum` empty means every forum without one of its own."""

    __tablename__ = "criteria_versions"

    version: Mapped[int] = mapped_column(primary_key=True)
    forum: Mapped[str | None] = mapped_column(Short, ForeignKey("forums.code"))
    criteria: Mapped[list[Any]]
    """Rows of `[criterion, field, comparison, value]`."""
    horizon_months: Mapped[int]
    adopted_at: Mapped[datetime]
    adopted_by: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]

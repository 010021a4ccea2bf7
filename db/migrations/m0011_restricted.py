"""Restricted cases, their named readers, and who is excluded."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0011"
down_revision = "0010"


def upgrade(op: Operations) -> None:
    pass

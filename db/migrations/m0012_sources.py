"""Sources under a seal of their own."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0012"
down_revision = "0011"


def upgrade(op: Operations) -> None:
    pass

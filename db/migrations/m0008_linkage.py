"""Nothing yet."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0008"
down_revision = "0007"


def upgrade(op: Operations) -> None:
    pass

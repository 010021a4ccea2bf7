"""Nothing yet."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0007"
down_revision = "0006"


def upgrade(op: Operations) -> None:
    pass

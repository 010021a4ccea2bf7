"""Nothing yet."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0003"
down_revision = "0002"


def upgrade(op: Operations) -> None:
    pass

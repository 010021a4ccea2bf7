"""Nothing yet."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0009"
down_revision = "0008"


def upgrade(op: Operations) -> None:
    pass

"""Nothing yet."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0010"
down_revision = "0009"


def upgrade(op: Operations) -> None:
    pass

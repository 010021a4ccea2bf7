"""Nothing yet."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0005"
down_revision = "0004"


def upgrade(op: Operations) -> None:
    pass

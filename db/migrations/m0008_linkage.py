"""Keys by which a row without a seal finds its person, and what people said about such rows.

The keys themselves are made by the program of the day, after the last step (`rekeys`).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0008"
down_revision = "0007"
rekeys = True


def upgrade(op: Operations) -> None:
    op.create_table(
        "linkage_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_linkage_keys_person_id")),
        sa.PrimaryKeyConstraint("key", "person_id", name=op.f("pk_linkage_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_linkage_keys_person_id"), "linkage_keys", ["person_id"])
    op.create_table(
        "linkage_decisions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("forum", sa.String(60), nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("is_same", sa.Boolean, nullable=False),
        sa.Column("exchange", sa.String(60), nullable=False),
        sa.Column("decided_at", sa.DateTime, nullable=False),
        sa.Column("who", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("withdrawn_seq", sa.Integer, nullable=True),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_linkage_decisions_forum")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_linkage_decisions_person_id")),
        sa.ForeignKeyConstraint(
            ["exchange"], ["exchanges.exchange"], name=op.f("fk_linkage_decisions_exchange")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkage_decisions")),
    )
    op.create_index(op.f("ix_linkage_decisions_forum_told"), "linkage_decisions", ["forum", "told"])
    op.create_index(op.f("ix_linkage_decisions_person_id"), "linkage_decisions", ["person_id"])
    op.add_column("returned_rows", sa.Column("told", sa.Text, nullable=True))

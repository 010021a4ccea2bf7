"""Workbooks of questions, and reminders to Police."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0010"
down_revision = "0009"


def upgrade(op: Operations) -> None:
    with op.batch_alter_table("exchanges") as exchanges:
        exchanges.add_column(sa.Column("asks_of", sa.String(60), nullable=True))
        exchanges.create_foreign_key(op.f("fk_exchanges_asks_of"), "exchanges", ["asks_of"], ["exchange"])
    op.create_table(
        "exchange_chases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exchange", sa.String(60), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", sa.String(60), nullable=False),
        sa.Column("how", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["exchange"], ["exchanges.exchange"], name=op.f("fk_exchange_chases_exchange")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_chases")),
    )
    op.create_index(op.f("ix_exchange_chases_exchange"), "exchange_chases", ["exchange"])

"""Transfers of cases between forums, and when a case came to the forum it is in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0007"
down_revision = "0006"


def upgrade(op: Operations) -> None:
    op.add_column("cases", sa.Column("joined_seq", sa.Integer()))
    op.create_table(
        "transfers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("from_forum", sa.String(60), nullable=False),
        sa.Column("to_forum", sa.String(60), nullable=False),
        sa.Column("state", sa.String(60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("answered_by", sa.Text()),
        sa.Column("answered_on", sa.Date()),
        sa.Column("answer", sa.Text()),
        sa.Column("answered_seq", sa.Integer()),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_transfers_case_id")),
        sa.ForeignKeyConstraint(["from_forum"], ["forums.code"], name=op.f("fk_transfers_from_forum")),
        sa.ForeignKeyConstraint(["to_forum"], ["forums.code"], name=op.f("fk_transfers_to_forum")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfers")),
    )
    op.create_index(op.f("ix_transfers_case_id"), "transfers", ["case_id"])
    op.create_index(
        "uq_transfers_proposed",
        "transfers",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("answered_seq IS NULL"),
        postgresql_where=sa.text("answered_seq IS NULL"),
    )

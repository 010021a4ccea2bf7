"""What is under way at a meeting, and cases moved between the table and paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0005"
down_revision = "0004"


def upgrade(op: Operations) -> None:
    op.create_table(
        "under_way",
        sa.Column("meeting", sa.String(60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("running", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("extra_seconds", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(60), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_under_way_meeting")),
        sa.PrimaryKeyConstraint("meeting", name=op.f("pk_under_way")),
    )
    op.create_table(
        "under_way_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("extra_seconds", sa.Integer(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_under_way_cases_meeting")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_under_way_cases_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_under_way_cases")),
        sa.UniqueConstraint("meeting", "position", name=op.f("uq_under_way_cases_meeting_position")),
    )
    op.create_table(
        "item_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("track", sa.String(60), nullable=False),
        sa.Column("moved_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_item_moves_meeting")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_item_moves_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_moves")),
    )
    op.create_index(op.f("ix_item_moves_meeting"), "item_moves", ["meeting"])

"""Reports, notices and actions of a hearing, what the Board was told, and how a difference from it was settled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0003"
down_revision = "0002"


def upgrade(op: Operations) -> None:
    op.add_column("hearings", sa.Column("outcome", sa.String(60)))
    op.add_column("hearings", sa.Column("next_day", sa.Date()))
    _of_hearing(
        op,
        "hearing_reports",
        ("code",),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
    )
    _of_hearing(
        op,
        "board_notices",
        ("about", "recipient", "outcome"),
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("recipient", sa.String(60), nullable=False),
        sa.Column("outcome", sa.String(60), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
    )
    _of_hearing(
        op,
        "result_actions",
        ("code",),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_result_actions_action_id")),
    )
    op.create_table(
        "board_told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("hearing", sa.Date()),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_by", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("programmes", sa.JSON(), nullable=False),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_board_told_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_told")),
    )
    op.create_index(op.f("ix_board_told_case_id"), "board_told", ["case_id"])
    with op.batch_alter_table("told_drifts") as drifts:
        drifts.add_column(sa.Column("told_id", sa.Integer()))
        drifts.add_column(sa.Column("state", sa.String(60), nullable=False, server_default="open"))
        drifts.add_column(sa.Column("raised_on", sa.Date()))
        drifts.add_column(sa.Column("settled_on", sa.Date()))
        drifts.create_foreign_key(op.f("fk_told_drifts_told_id"), "board_told", ["told_id"], ["id"])
    op.create_index(
        "uq_told_drifts_open",
        "told_drifts",
        ["case_id", "field"],
        unique=True,
        sqlite_where=sa.text("settled_seq IS NULL"),
        postgresql_where=sa.text("settled_seq IS NULL"),
    )


def _of_hearing(op: Operations, name: str, once: tuple[str, ...], *columns: sa.schema.SchemaItem) -> None:
    """A table of what hangs on a hearing, of each `once` at most one."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["hearing_id"], ["hearings.id"], name=op.f(f"fk_{name}_hearing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("hearing_id", *once, name=op.f(f"uq_{name}_hearing_id_{'_'.join(once)}")),
    )

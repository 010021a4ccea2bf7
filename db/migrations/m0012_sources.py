"""Sources under a seal of their own; the keys that were compared; an office in every forum but some."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0012"
down_revision = "0011"


def upgrade(op: Operations) -> None:
    op.create_table(
        "compartments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("public_unwrap", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compartments")),
    )
    op.create_index(op.f("ix_compartments_kind_subject"), "compartments", ["kind", "subject"])
    op.create_table(
        "compartment_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("compartment_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(60), nullable=False),
        sa.Column("public_unwrap", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["compartment_id"], ["compartments.id"], name=op.f("fk_compartment_keys_compartment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compartment_keys")),
    )
    op.create_index(op.f("ix_compartment_keys_compartment_id"), "compartment_keys", ["compartment_id"])
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("compartment_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key_for_chairs", sa.LargeBinary(), nullable=False),
        sa.Column("key_for_writer", sa.LargeBinary(), nullable=False),
        sa.Column("writer", sa.String(60), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_sources_case_id")),
        sa.ForeignKeyConstraint(
            ["compartment_id"], ["compartments.id"], name=op.f("fk_sources_compartment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_case_id"), "sources", ["case_id"])
    op.add_column("proposals", sa.Column("fingerprint", sa.String(60), nullable=True))
    op.add_column("roles", sa.Column("besides", sa.Text(), nullable=True))

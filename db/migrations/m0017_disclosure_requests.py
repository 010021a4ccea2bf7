"""What is asked to be told outside the forum: the request, its statements, the chair's decision, that it was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0017"
down_revision = "0016"


def upgrade(op: Operations) -> None:
    op.create_table(
        "disclosure_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(60), nullable=False),
        sa.Column("state", sa.String(60), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.String(60), nullable=False),
        sa.Column("who_asks", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("ground", sa.String(60), nullable=False),
        sa.Column("necessity", sa.Text(), nullable=False),
        sa.Column("needed_by", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("consent", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by", sa.String(60), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("undertaking", sa.Text(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("made_by", sa.String(60), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("disclosure_id", sa.Integer(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_disclosure_requests_case_id")),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_disclosure_requests_forum")),
        sa.ForeignKeyConstraint(["consent"], ["consents.id"], name=op.f("fk_disclosure_requests_consent")),
        sa.ForeignKeyConstraint(
            ["disclosure_id"], ["disclosures.id"], name=op.f("fk_disclosure_requests_disclosure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_requests")),
    )
    op.create_index(op.f("ix_disclosure_requests_case_id"), "disclosure_requests", ["case_id"])
    op.create_index(op.f("ix_disclosure_requests_forum"), "disclosure_requests", ["forum"])
    op.create_table(
        "disclosure_statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("soft", sa.Boolean(), nullable=False),
        sa.Column("struck", sa.Boolean(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["disclosure_requests.id"], name=op.f("fk_disclosure_statements_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_statements")),
    )
    op.create_index(op.f("ix_disclosure_statements_request_id"), "disclosure_statements", ["request_id"])

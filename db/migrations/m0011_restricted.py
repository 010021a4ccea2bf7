"""Restricted cases, their named readers, and who is excluded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0011"
down_revision = "0010"


def upgrade(op: Operations) -> None:
    _numbers(op)
    _restrictions(op)
    _exclusions(op)
    _broken_glass(op)


def _numbers(op: Operations) -> None:
    op.create_table(
        "stand_in_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_stand_in_numbers_forum")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_stand_in_numbers_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in_numbers")),
        sa.UniqueConstraint("forum", "number", name=op.f("uq_stand_in_numbers_forum")),
        sa.UniqueConstraint("forum", "person_id", name=op.f("uq_stand_in_numbers_forum_person")),
    )


def _restrictions(op: Operations) -> None:
    op.create_table(
        "restrictions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("lifted_reason", sa.Text()),
        sa.Column("lifted_by", sa.String(60)),
        sa.Column("lifted_seq", sa.Integer()),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_restrictions_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_restrictions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restrictions")),
    )
    op.create_index(
        "uq_restrictions_standing",
        "restrictions",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("lifted_seq IS NULL"),
        postgresql_where=sa.text("lifted_seq IS NULL"),
    )
    op.create_table(
        "case_readers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("restriction_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("withdrawn_seq", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["restriction_id"], ["restrictions.id"], name=op.f("fk_case_readers_restriction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_readers")),
    )
    op.create_index(op.f("ix_case_readers_restriction_id"), "case_readers", ["restriction_id"])


def _exclusions(op: Operations) -> None:
    op.create_table(
        "exclusions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(60)),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date()),
        sa.Column("who", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("ended_reason", sa.Text()),
        sa.Column("ended_seq", sa.Integer()),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_exclusions_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_exclusions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusions")),
    )
    op.create_index(op.f("ix_exclusions_person_id"), "exclusions", ["person_id"])


def _broken_glass(op: Operations) -> None:
    op.create_table(
        "broken_glass",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(60), nullable=False),
        sa.Column("role", sa.String(60), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_broken_glass_person_id")),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_broken_glass_forum")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broken_glass")),
    )
    op.create_index(op.f("ix_broken_glass_person_id"), "broken_glass", ["person_id"])

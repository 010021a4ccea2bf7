"""Disposal classes, holds and disposals; salts outside the trail's entries; what a past day needs to be told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0013"
down_revision = "0012"

_SOURCE = "Public Records Act 2005, ss 18 and 20: enter your agency's disposal authority before the first use"
_CLASSES = (
    ("RELEASED", "Cases ended by a release", "released", 10),
    ("ENDED", "Cases ended otherwise", "ended", 10),
    ("ERROR", "Entered in error", "entered in error", 1),
    ("LEFT-OUT", "Imported and never on the list", "left the extract", 2),
)
"""What a register begins with. The periods are the program's proposal, not law: a forum puts its own in their place."""


def upgrade(op: Operations) -> None:
    op.create_table(
        "disposal_classes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("event", sa.String(60), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposal_classes")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_disposal_classes_code_version")),
    )
    op.create_table(
        "disposal_holds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("held_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("released_by", sa.Text()),
        sa.Column("released_reason", sa.Text()),
        sa.Column("released_at", sa.DateTime()),
        sa.Column("released_seq", sa.Integer()),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_disposal_holds_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposal_holds")),
    )
    op.create_index(op.f("ix_disposal_holds_person_id"), "disposal_holds", ["person_id"])
    op.create_table(
        "disposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_number", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(60), nullable=False),
        sa.Column("class_code", sa.String(60), nullable=False),
        sa.Column("class_name", sa.Text(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("event", sa.String(60), nullable=False),
        sa.Column("event_date", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(60), nullable=False),
        sa.Column("proposed_by", sa.String(60), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.String(60)),
        sa.Column("decided_at", sa.DateTime()),
        sa.Column("decided_seq", sa.Integer()),
        sa.Column("decided_reason", sa.Text()),
        sa.Column("counts", sa.JSON()),
        sa.Column("blanked", sa.JSON()),
        sa.Column("mentions", sa.Integer()),
        sa.Column("checkpoint", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposals")),
    )
    op.create_index("ix_disposals_person_number", "disposals", ["person_number"])
    _kept_from_now_on(op)
    classes = sa.table(
        "disposal_classes",
        *(sa.column(name) for name in ("code", "version", "name", "event", "years", "source")),
    )
    op.bulk_insert(
        classes,
        [
            {"code": code, "version": 1, "name": name, "event": event, "years": years, "source": _SOURCE}
            for code, name, event, years in _CLASSES
        ],
    )


def _kept_from_now_on(op: Operations) -> None:
    op.add_column("aliases", sa.Column("seq", sa.Integer()))
    op.create_table(
        "extract_people",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_extract_people_person_id")),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_extract_people_extract_id")),
        sa.PrimaryKeyConstraint("person_id", "extract_id", name=op.f("pk_extract_people")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "trail_salts",
        sa.Column("seq", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("salt", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_trail_salts")),
    )
    op.create_table(
        "kept_since",
        sa.Column("what", sa.String(60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_kept_since")),
    )
    op.execute("INSERT INTO kept_since SELECT 'past days', coalesce(max(seq), 0) FROM trail")

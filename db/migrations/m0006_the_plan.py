"""The release plan in full: occupiers' consents, service and owner of needs, conditions with their library, policy."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0006"
down_revision = "0005"

_FROM = date(2002, 6, 30)
_LIBRARY = (
    ("STD-REPORT", "s 14", ("Report in person to a probation officer as soon as practicable after release, and not "
     "later than 72 hours after it.")),
    ("STD-CONTACT", "s 14", ("Report to a probation officer as and when required, and tell the officer when asked "
     "the residential address and the nature and place of any employment.")),
    ("STD-MOVE", "s 14", ("Not move to a new residential address without the prior written consent of a probation "
     "officer.")),
    ("STD-ADDRESS", "s 14", "Not live at any address at which a probation officer has directed not to live."),
    ("STD-WORK", "s 14", ("Not engage in any employment or occupation in which a probation officer has directed not "
     "to engage.")),
    ("STD-ASSOCIATE", "s 14", ("Not associate with any person, or class of persons, with whom a probation officer "
     "has directed in writing not to associate.")),
    ("STD-ASSESS", "s 14", ("Take part in a rehabilitative and reintegrative needs assessment if and when directed "
     "by a probation officer.")),
    ("SPC-RESIDE", "s 15", ("Live at an address approved by a probation officer, and not move from it without the "
     "officer's prior written approval.")),
    ("SPC-MONITOR", "s 15", "Submit to electronic monitoring as directed by a probation officer."),
    ("SPC-PEOPLE", "s 15", ("Not have contact, direct or through others, with the people whom a probation officer "
     "names in writing, without prior written approval.")),
    ("SPC-CHILDREN", "s 15", ("Not have contact with any person under 16 years without the prior written approval of "
     "a probation officer and an approved adult present.")),
    ("SPC-PLACES", "s 15", ("Not enter or remain in the places, or at the times, that a probation officer names in "
     "writing.")),
    ("SPC-ALCOHOL-DRUGS", "s 15", "Not possess, use or consume alcohol or controlled drugs."),
    ("SPC-DEVICES", "s 15", ("Not have a device that reaches the internet without prior written approval, and hand "
     "any device over for inspection when asked.")),
    ("SPC-PROGRAMME", "s 16", "Attend, take part in and complete a programme as directed by a probation officer."),
    ("SPC-CURFEW", "s 33", "Keep to residential restrictions at the approved address."),
)  # fmt: skip
"""What a register begins with, in plain words; the Act's own words are in the section named."""


def upgrade(op: Operations) -> None:
    op.add_column("forums", sa.Column("plan_policy", sa.JSON(), nullable=True))
    op.add_column("plan_answers", sa.Column("service", sa.String(60), nullable=True))
    op.add_column("plan_answers", sa.Column("owner", sa.Text(), nullable=True))
    op.create_table(
        "address_consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(60), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name=op.f("fk_address_consents_address_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address_consents")),
    )
    op.create_index(op.f("ix_address_consents_address_id"), "address_consents", ["address_id"])
    library = op.create_table(
        "condition_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_condition_texts")),
        sa.UniqueConstraint("code", "valid_from", name=op.f("uq_condition_texts_code_valid_from")),
    )
    op.bulk_insert(
        library,
        [
            {"code": code, "words": words, "valid_from": _FROM, "source": f"Parole Act 2002, {section}"}
            for code, section, words in _LIBRARY
        ],
    )
    op.create_table(
        "conditions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(60), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_conditions_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conditions")),
    )
    op.create_index(op.f("ix_conditions_case_id"), "conditions", ["case_id"])
    op.create_table(
        "condition_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("condition_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["condition_id"], ["conditions.id"], name=op.f("fk_condition_steps_condition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_condition_steps")),
    )
    op.create_index(op.f("ix_condition_steps_condition_id"), "condition_steps", ["condition_id"])

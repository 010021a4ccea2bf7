"""A compartment may be of one person: that of their restricted case.

The step seals nothing, since it has nobody whose keys would open it again: the first change that anybody makes after it
seals what is restricted (docs/decisions/0037-compartments.md). An older program, which would show marks for texts and
write beside them in clear, refuses the register from here on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0015"
down_revision = "0014"


def upgrade(op: Operations) -> None:
    with op.batch_alter_table("compartments") as compartments:
        compartments.add_column(sa.Column("person_id", sa.Integer(), nullable=True))
        compartments.create_foreign_key(op.f("fk_compartments_person_id"), "persons", ["person_id"], ["id"])
        compartments.create_index(op.f("ix_compartments_person_id"), ["person_id"])

"""Attendance in full, what was said at the table, minutes in versions, and the chair's evaluation."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0004"
down_revision = "0003"

_WORD = sa.String(60)


def _when() -> tuple[sa.Column[Any], ...]:
    """When, by whom, and the entry of the trail."""
    return (
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", _WORD, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
    )


def upgrade(op: Operations) -> None:
    _more_columns(op)
    _attendance(op)
    _minutes(op)
    op.execute("UPDATE attendance SET here_seq = seq WHERE presence IN ('present', 'substitute')")
    _readings_from_a_yes(op)


def _more_columns(op: Operations) -> None:
    op.add_column("forums", sa.Column("quorum", sa.JSON))
    op.add_column("decisions", sa.Column("dissent_by", sa.Text))
    op.add_column("decisions", sa.Column("disclosure_note", sa.Text))
    for name, kind in (
        ("role", sa.Text),
        ("stands_for", sa.Text),
        ("sent_on", sa.Date),
        ("here_seq", sa.Integer),
    ):
        op.add_column("attendance", sa.Column(name, kind))
    # A column that points to its own table can be added as it stands; rebuilding the table would move every row.
    op.execute(
        "ALTER TABLE actions ADD COLUMN follows_id INTEGER CONSTRAINT fk_actions_follows_id REFERENCES actions (id)"
    )


def _readings_from_a_yes(op: Operations) -> None:
    """That the statement was read becomes a reading, at the entry of the trail that said so."""
    op.execute(
        """
        INSERT INTO confidentiality_readings (meeting, read_by, at, seq)
        SELECT m.meeting, '', COALESCE(m.closed_at, m.issued_at),
               COALESCE((SELECT MAX(h.seq) FROM history h WHERE h.subject = 'meetings'
                         AND h.subject_id = m.meeting AND h.field = 'confidentiality_read'), m.issued_seq)
        FROM meetings m WHERE m.confidentiality_read
        """
    )
    op.drop_column("meetings", "confidentiality_read")


def _attendance(op: Operations) -> None:
    op.create_table(
        "case_visits",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting", _WORD, nullable=False),
        sa.Column("case_id", sa.Integer, nullable=False),
        sa.Column("service", _WORD, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("came", sa.Time),
        sa.Column("left", sa.Time),
        sa.Column("here_seq", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_case_visits_meeting")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_visits_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_visits")),
        sa.UniqueConstraint("meeting", "case_id", "name", name=op.f("uq_case_visits_meeting_case_id_name")),
    )
    op.create_table(
        "confidentiality_readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting", _WORD, nullable=False),
        sa.Column("read_by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.meeting"], name=op.f("fk_confidentiality_readings_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confidentiality_readings")),
    )
    op.create_index(op.f("ix_confidentiality_readings_meeting"), "confidentiality_readings", ["meeting"])
    op.create_table(
        "discussions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting", _WORD, nullable=False),
        sa.Column("case_id", sa.Integer, nullable=False),
        sa.Column("service", _WORD, nullable=False),
        sa.Column("handling", _WORD, nullable=False),
        sa.Column("grade", _WORD, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("who", _WORD, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_discussions_meeting")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_discussions_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussions")),
        sa.UniqueConstraint(
            "meeting",
            "case_id",
            "service",
            "handling",
            name=op.f("uq_discussions_meeting_case_id_service_handling"),
        ),
    )
    op.create_index(op.f("ix_discussions_case_id"), "discussions", ["case_id"])


def _minutes(op: Operations) -> None:
    op.create_table(
        "minutes_versions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting", _WORD, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha384", sa.String(96), nullable=False),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("reason", sa.Text),
        *_when(),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_minutes_versions_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_versions")),
        sa.UniqueConstraint("meeting", "version", name=op.f("uq_minutes_versions_meeting_version")),
    )
    op.create_table(
        "minutes_steps",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("step", _WORD, nullable=False),
        sa.Column("reason", sa.Text),
        *_when(),
        sa.ForeignKeyConstraint(
            ["version_id"], ["minutes_versions.id"], name=op.f("fk_minutes_steps_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_steps")),
    )
    op.create_index(op.f("ix_minutes_steps_version_id"), "minutes_steps", ["version_id"])
    op.create_table(
        "corrections_asked",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting", _WORD, nullable=False),
        sa.Column("passage", _WORD, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        *_when(),
        sa.Column("settled_seq", sa.Integer),
        sa.Column("made", sa.Boolean),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_corrections_asked_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections_asked")),
    )
    op.create_index(op.f("ix_corrections_asked_meeting"), "corrections_asked", ["meeting"])
    op.create_table(
        "evaluations",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting", _WORD, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("scores", sa.JSON, nullable=False),
        sa.Column("note", sa.Text),
        *_when(),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_evaluations_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluations")),
        sa.UniqueConstraint("meeting", name=op.f("uq_evaluations_meeting")),
    )

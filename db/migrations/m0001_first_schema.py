"""The first schema. Frozen: it repeats the tables rather than import them, so that it never changes with them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0001"
down_revision = None

GENESIS = "0" * 96

TRIGGERS = (
    """
    CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail
    BEGIN SELECT RAISE(ABORT, 'the trail cannot be changed'); END
    """,
    """
    CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail
    BEGIN SELECT RAISE(ABORT, 'the trail cannot be shortened'); END
    """,
    f"""
    CREATE TRIGGER trail_in_order BEFORE INSERT ON trail
    WHEN NEW.seq <> COALESCE((SELECT MAX(seq) FROM trail), 0) + 1
    OR NEW.prev <> COALESCE((SELECT hash FROM trail ORDER BY seq DESC LIMIT 1), '{GENESIS}')
    BEGIN SELECT RAISE(ABORT, 'the trail cannot skip'); END
    """,  # noqa: S608 - a constant of this file
)

# One row a person: folded names, numbers (PRN, date of birth), places and flags, and words in notes.
# `search_words` answers whole words and beginnings, `search_parts` answers pieces of names. No triggers:
# one statement for many people is seven times faster than one a row, and one room alone writes here.
SEARCH = (
    """
    CREATE TABLE search_people (
        person_id INTEGER PRIMARY KEY REFERENCES persons(id),
        names TEXT NOT NULL,
        numbers TEXT NOT NULL,
        places TEXT NOT NULL,
        notes TEXT NOT NULL
    )
    """,
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        names, numbers, places, notes, content='search_people', content_rowid='person_id',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    """
    CREATE VIRTUAL TABLE search_parts USING fts5(
        names, content='search_people', content_rowid='person_id', tokenize='trigram remove_diacritics 1'
    )
    """,
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_words', 'col')",
    "INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_parts (search_parts, rank) VALUES ('secure-delete', 1)",
)


def upgrade(op: Operations) -> None:
    """Everything a register holds on its first day."""
    _tables(op)
    for statement in TRIGGERS + SEARCH:
        op.execute(statement)


def _tables(op: Operations) -> None:
    op.create_table(
        "disclosures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosures")),
    )
    op.create_table(
        "extracts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("encoding", sa.String(length=60), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("forums", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extracts")),
    )
    op.create_index(op.f("ix_extracts_sha256"), "extracts", ["sha256"], unique=False)
    op.create_table(
        "forums",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("region", sa.String(length=60), nullable=False),
        sa.Column("police_checks", sa.String(length=60), nullable=False),
        sa.Column("minutes", sa.JSON(), nullable=False),
        sa.Column("meeting_minutes", sa.Integer(), nullable=False),
        sa.Column("marking", sa.String(length=60), nullable=False),
        sa.Column("training", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_forums")),
        sa.UniqueConstraint("name_key", name=op.f("uq_forums_name_key")),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.String(length=60), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_seq"), "history", ["seq"], unique=False)
    op.create_table(
        "meta",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.String(length=60), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meta")),
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("prn", sa.String(length=60), nullable=False),
        sa.Column("surname", sa.Text(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("date_of_birth", sa.Date(), nullable=False),
        sa.Column("physical_marks", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint("prn", name=op.f("uq_persons_prn")),
    )
    op.create_index(op.f("ix_persons_name_key"), "persons", ["name_key"], unique=False)
    op.create_table(
        "trail",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=60), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("build", sa.String(length=60), nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("prev", sa.String(length=96), nullable=False),
        sa.Column("hash", sa.String(length=96), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_trail")),
    )
    op.create_index(op.f("ix_trail_event"), "trail", ["event"], unique=False)
    op.create_table(
        "users",
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("public_unwrap", sa.LargeBinary(), nullable=False),
        sa.Column("public_sign", sa.LargeBinary(), nullable=False),
        sa.Column("proposed_by", sa.String(length=60), nullable=False),
        sa.Column("approved_by", sa.String(length=60), nullable=False),
        sa.Column("approved_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_users")),
        sa.UniqueConstraint("name_key", name=op.f("uq_users_name_key")),
    )
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("surname", sa.Text(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("withdrawn_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_aliases_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    op.create_index("ix_aliases_person_id_owner", "aliases", ["person_id", "owner"], unique=False)
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=60), nullable=False),
        sa.Column("episode", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("opened_seq", sa.Integer(), nullable=False),
        sa.Column("entry", sa.String(length=60), nullable=False),
        sa.Column("entry_codes", sa.Text(), nullable=False),
        sa.Column("entry_reason", sa.Text(), nullable=False),
        sa.Column("criteria_version", sa.Integer(), nullable=True),
        sa.Column("high_profile_limb", sa.String(length=60), nullable=True),
        sa.Column("high_profile_review", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("closed_seq", sa.Integer(), nullable=True),
        sa.Column("exit_reason", sa.String(length=60), nullable=True),
        sa.Column("exit_note", sa.Text(), nullable=True),
        sa.Column("leading_service", sa.String(length=60), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("anchor_name", sa.String(length=60), nullable=True),
        sa.Column("anchor_date", sa.Date(), nullable=True),
        sa.Column("anchor_as_at", sa.Date(), nullable=True),
        sa.Column("hand_anchor_name", sa.String(length=60), nullable=True),
        sa.Column("hand_anchor_date", sa.Date(), nullable=True),
        sa.Column("hand_anchor_reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_cases_forum")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_cases_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_index("ix_cases_forum_closed_seq", "cases", ["forum", "closed_seq"], unique=False)
    op.create_index(op.f("ix_cases_person_id"), "cases", ["person_id"], unique=False)
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("days_lost", sa.Integer(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_changes_extract_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_changes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_extract_id"), "changes", ["extract_id"], unique=False)
    op.create_index(op.f("ix_changes_person_id"), "changes", ["person_id"], unique=False)
    op.create_table(
        "criteria_versions",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=60), nullable=True),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("horizon_months", sa.Integer(), nullable=False),
        sa.Column("adopted_at", sa.DateTime(), nullable=False),
        sa.Column("adopted_by", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_criteria_versions_forum")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_criteria_versions")),
    )
    op.create_table(
        "external_orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.String(length=60), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_external_orders_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_orders")),
    )
    op.create_index(op.f("ix_external_orders_person_id"), "external_orders", ["person_id"], unique=False)
    op.create_table(
        "flags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("authorised_by", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("raised_seq", sa.Integer(), nullable=False),
        sa.Column("withdrawn_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_flags_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flags")),
    )
    op.create_index("ix_flags_person_id_code", "flags", ["person_id", "code"], unique=False)
    op.create_table(
        "forum_values",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("withdrawn_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_forum_values_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forum_values")),
    )
    op.create_index("ix_forum_values_person_id_field", "forum_values", ["person_id", "field"], unique=False)
    op.create_table(
        "ioms_records",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=60), nullable=False),
        sa.Column("first_extract_id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("gone_extract_id", sa.Integer(), nullable=True),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("prison", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("reception", sa.Date(), nullable=True),
        sa.Column("sentence_start", sa.Date(), nullable=True),
        sa.Column("sentence_length", sa.Text(), nullable=True),
        sa.Column("offences", sa.Text(), nullable=True),
        sa.Column("previous_offending", sa.Text(), nullable=True),
        sa.Column("parole_eligibility", sa.Date(), nullable=True),
        sa.Column("next_hearing", sa.Date(), nullable=True),
        sa.Column("statutory_release", sa.Date(), nullable=True),
        sa.Column("sentence_expiry", sa.Date(), nullable=True),
        sa.Column("final_release", sa.Date(), nullable=True),
        sa.Column("ordered_release", sa.Date(), nullable=True),
        sa.Column("roc_roi", sa.Double(), nullable=True),
        sa.Column("psychological_risk", sa.String(length=60), nullable=True),
        sa.Column("misconducts", sa.Integer(), nullable=True),
        sa.Column("violent_months", sa.Integer(), nullable=True),
        sa.Column("owr_weight", sa.Integer(), nullable=True),
        sa.Column("owr_override", sa.Boolean(), nullable=True),
        sa.Column("cso", sa.Boolean(), nullable=True),
        sa.Column("vnr", sa.Boolean(), nullable=True),
        sa.Column("deportation_liable", sa.Boolean(), nullable=True),
        sa.Column("transfer_restraint", sa.Boolean(), nullable=True),
        sa.Column("staff_safety", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_ioms_records_extract_id")),
        sa.ForeignKeyConstraint(
            ["first_extract_id"], ["extracts.id"], name=op.f("fk_ioms_records_first_extract_id")
        ),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_ioms_records_forum")),
        sa.ForeignKeyConstraint(
            ["gone_extract_id"], ["extracts.id"], name=op.f("fk_ioms_records_gone_extract_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_ioms_records_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_ioms_records")),
    )
    op.create_index(op.f("ix_ioms_records_forum"), "ioms_records", ["forum"], unique=False)
    op.create_table(
        "left_out",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("forum", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_left_out_extract_id")),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_left_out_forum")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_left_out_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_left_out")),
    )
    op.create_index(op.f("ix_left_out_forum"), "left_out", ["forum"], unique=False)
    op.create_table(
        "meetings",
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("forum", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("chair_service", sa.String(length=60), nullable=True),
        sa.Column("police_due", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=True),
        sa.Column("issued_by", sa.String(length=60), nullable=True),
        sa.Column("issued_seq", sa.Integer(), nullable=True),
        sa.Column("frozen", sa.Text(), nullable=True),
        sa.Column("frozen_hash", sa.Text(), nullable=True),
        sa.Column("confidentiality_read", sa.Boolean(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("closed_by", sa.String(length=60), nullable=True),
        sa.Column("closed_seq", sa.Integer(), nullable=True),
        sa.Column("closing_warnings", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["forum"], ["forums.code"], name=op.f("fk_meetings_forum")),
        sa.PrimaryKeyConstraint("meeting", name=op.f("pk_meetings")),
        sa.UniqueConstraint("forum", "day", name=op.f("uq_meetings_forum_day")),
    )
    op.create_index(op.f("ix_meetings_forum"), "meetings", ["forum"], unique=False)
    op.create_table(
        "rejections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["extract_id"], ["extracts.id"], name=op.f("fk_rejections_extract_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejections")),
    )
    op.create_index(op.f("ix_rejections_extract_id"), "rejections", ["extract_id"], unique=False)
    op.create_table(
        "risk_ratings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=60), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("score", sa.Text(), nullable=False),
        sa.Column("tool_version", sa.Text(), nullable=True),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=True),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_risk_ratings_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_ratings")),
    )
    op.create_index(op.f("ix_risk_ratings_person_id"), "risk_ratings", ["person_id"], unique=False)
    op.create_table(
        "roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("forum", sa.String(length=60), nullable=True),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.Column("granted_by", sa.String(length=60), nullable=False),
        sa.Column("granted_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.user_id"], name=op.f("fk_roles_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
    )
    op.create_index(op.f("ix_roles_user_id"), "roles", ["user_id"], unique=False)
    op.create_table(
        "actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("service", sa.String(length=60), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=60), nullable=False),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("outcome_note", sa.Text(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_actions_case_id")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_actions_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
    )
    op.create_index(op.f("ix_actions_case_id"), "actions", ["case_id"], unique=False)
    op.create_table(
        "addresses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("residents", sa.Text(), nullable=True),
        sa.Column("consent", sa.Text(), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("is_next", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_addresses_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
    )
    op.create_index(op.f("ix_addresses_case_id"), "addresses", ["case_id"], unique=False)
    op.create_table(
        "anchor_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("old_name", sa.String(length=60), nullable=True),
        sa.Column("old_date", sa.Date(), nullable=True),
        sa.Column("new_name", sa.String(length=60), nullable=True),
        sa.Column("new_date", sa.Date(), nullable=True),
        sa.Column("days_lost", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_anchor_moves_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchor_moves")),
    )
    op.create_index(op.f("ix_anchor_moves_case_id"), "anchor_moves", ["case_id"], unique=False)
    op.create_table(
        "asked_for",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_asked_for_case_id")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_asked_for_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_for")),
        sa.UniqueConstraint("meeting", "case_id", name=op.f("uq_asked_for_meeting_case_id")),
    )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("service", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("presence", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_attendance_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("meeting", "name", name=op.f("uq_attendance_meeting_name")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("dissent", sa.Text(), nullable=True),
        sa.Column("disclosure", sa.String(length=60), nullable=False),
        sa.Column("next_review", sa.Date(), nullable=True),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_decisions_case_id")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_decisions_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("meeting", "case_id", name=op.f("uq_decisions_meeting_case_id")),
    )
    op.create_index(op.f("ix_decisions_case_id"), "decisions", ["case_id"], unique=False)
    op.create_table(
        "exchanges",
        sa.Column("exchange", sa.String(length=60), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=60), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("passphrase", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_by", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_exchanges_meeting")),
        sa.PrimaryKeyConstraint("exchange", name=op.f("pk_exchanges")),
    )
    op.create_index(op.f("ix_exchanges_meeting"), "exchanges", ["meeting"], unique=False)
    op.create_table(
        "hearings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("result_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_hearings_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearings")),
        sa.UniqueConstraint("case_id", "day", name=op.f("uq_hearings_case_id_day")),
    )
    op.create_index(op.f("ix_hearings_case_id"), "hearings", ["case_id"], unique=False)
    op.create_table(
        "milestones_taken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("milestone", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_milestones_taken_case_id")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_milestones_taken_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones_taken")),
        sa.UniqueConstraint("case_id", "milestone", name=op.f("uq_milestones_taken_case_id_milestone")),
    )
    op.create_table(
        "plan_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_plan_answers_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_answers")),
        sa.UniqueConstraint("case_id", "question", name=op.f("uq_plan_answers_case_id_question")),
    )
    op.create_index(op.f("ix_plan_answers_case_id"), "plan_answers", ["case_id"], unique=False)
    op.create_table(
        "print_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("contents", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_print_runs_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_runs")),
    )
    op.create_index(op.f("ix_print_runs_meeting"), "print_runs", ["meeting"], unique=False)
    op.create_table(
        "service_information",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("grade", sa.String(length=60), nullable=False),
        sa.Column("handling", sa.String(length=60), nullable=False),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_service_information_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_information")),
    )
    op.create_index(op.f("ix_service_information_case_id"), "service_information", ["case_id"], unique=False)
    op.create_table(
        "told_drifts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("now", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("settled_seq", sa.Integer(), nullable=True),
        sa.Column("settled_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_told_drifts_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told_drifts")),
    )
    op.create_index(op.f("ix_told_drifts_case_id"), "told_drifts", ["case_id"], unique=False)
    op.create_table(
        "address_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.String(length=60), nullable=False),
        sa.Column("suitability", sa.String(length=60), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("officer", sa.Text(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=op.f("fk_address_checks_address_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address_checks")),
        sa.UniqueConstraint("address_id", "kind", name=op.f("uq_address_checks_address_id_kind")),
    )
    op.create_index(op.f("ix_address_checks_address_id"), "address_checks", ["address_id"], unique=False)
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=60), nullable=False),
        sa.Column("contents", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("holder_key", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("large", sa.Boolean(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("reserved_at", sa.DateTime(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=True),
        sa.Column("returned_at", sa.DateTime(), nullable=True),
        sa.Column("returned_by", sa.String(length=60), nullable=True),
        sa.Column("destroyed_at", sa.DateTime(), nullable=True),
        sa.Column("destroyed_by", sa.String(length=60), nullable=True),
        sa.Column("witness", sa.Text(), nullable=True),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("missing_at", sa.DateTime(), nullable=True),
        sa.Column("missing_by", sa.String(length=60), nullable=True),
        sa.Column("missing_reason", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by", sa.String(length=60), nullable=True),
        sa.Column("kept_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.meeting"], name=op.f("fk_copies_meeting")),
        sa.ForeignKeyConstraint(["run_id"], ["print_runs.id"], name=op.f("fk_copies_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copies")),
        sa.UniqueConstraint("code", name=op.f("uq_copies_code")),
        sa.UniqueConstraint("meeting", "contents", "number", name=op.f("uq_copies_meeting_contents_number")),
    )
    op.create_index(op.f("ix_copies_meeting"), "copies", ["meeting"], unique=False)
    op.create_index(op.f("ix_copies_run_id"), "copies", ["run_id"], unique=False)
    op.create_table(
        "exchange_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exchange", sa.String(length=60), nullable=False),
        sa.Column("sheet", sa.String(length=60), nullable=False),
        sa.Column("row_key", sa.String(length=60), nullable=False),
        sa.Column("seal", sa.String(length=60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("address_id", sa.Integer(), nullable=True),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=op.f("fk_exchange_rows_address_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_exchange_rows_case_id")),
        sa.ForeignKeyConstraint(["exchange"], ["exchanges.exchange"], name=op.f("fk_exchange_rows_exchange")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_rows")),
        sa.UniqueConstraint("exchange", "seal", name=op.f("uq_exchange_rows_exchange_seal")),
    )
    op.create_index(op.f("ix_exchange_rows_exchange"), "exchange_rows", ["exchange"], unique=False)
    op.create_index(op.f("ix_exchange_rows_seal"), "exchange_rows", ["seal"], unique=False)
    op.create_table(
        "returns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exchange", sa.String(length=60), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("taken_in_at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("confirmed_seq", sa.Integer(), nullable=True),
        sa.Column("replaced_seq", sa.Integer(), nullable=True),
        sa.Column("receipt_sha256", sa.Text(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["exchange"], ["exchanges.exchange"], name=op.f("fk_returns_exchange")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returns")),
        sa.UniqueConstraint("exchange", "sha256", name=op.f("uq_returns_exchange_sha256")),
    )
    op.create_index(op.f("ix_returns_exchange"), "returns", ["exchange"], unique=False)
    op.create_index(op.f("ix_returns_sha256"), "returns", ["sha256"], unique=False)
    op.create_table(
        "copy_pages",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("copy_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["copies.id"], name=op.f("fk_copy_pages_copy_id")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_copy_pages")),
    )
    op.create_index("ix_copy_pages_copy_id_page", "copy_pages", ["copy_id", "page"], unique=True)
    op.create_table(
        "police_values",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("address_id", sa.Integer(), nullable=True),
        sa.Column("heading", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("police_own", sa.Text(), nullable=True),
        sa.Column("officer", sa.Text(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("grade", sa.String(length=60), nullable=True),
        sa.Column("handling", sa.String(length=60), nullable=True),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("cell", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("superseded_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=op.f("fk_police_values_address_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_police_values_case_id")),
        sa.ForeignKeyConstraint(["return_id"], ["returns.id"], name=op.f("fk_police_values_return_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_police_values")),
    )
    op.create_index("ix_police_values_case_id_heading", "police_values", ["case_id", "heading"], unique=False)
    op.create_table(
        "returned_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(length=60), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("address_id", sa.Integer(), nullable=True),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("proposals", sa.JSON(), nullable=False),
        sa.Column("linked_by", sa.String(length=60), nullable=True),
        sa.Column("linked_seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=op.f("fk_returned_rows_address_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_returned_rows_case_id")),
        sa.ForeignKeyConstraint(["return_id"], ["returns.id"], name=op.f("fk_returned_rows_return_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_rows")),
    )
    op.create_index(op.f("ix_returned_rows_return_id"), "returned_rows", ["return_id"], unique=False)
    op.create_table(
        "returned_cells",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("cell", sa.String(length=60), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.Column("heading", sa.String(length=60), nullable=False),
        sa.Column("ours", sa.Text(), nullable=True),
        sa.Column("theirs", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("edited", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("who", sa.String(length=60), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["return_id"], ["returns.id"], name=op.f("fk_returned_cells_return_id")),
        sa.ForeignKeyConstraint(["row_id"], ["returned_rows.id"], name=op.f("fk_returned_cells_row_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_cells")),
    )
    op.create_index("ix_returned_cells_return_id_cell", "returned_cells", ["return_id", "cell"], unique=True)
    op.create_index(op.f("ix_returned_cells_row_id"), "returned_cells", ["row_id"], unique=False)

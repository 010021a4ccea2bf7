"""Forums, people, cases, flags and what each service said.

A person's values from IOMS stand together in `ioms_records`: their source and *as at* are those of the
extract that last confirmed them. What the forum or Police say stands in rows of its own with its own
source, so no import can overwrite it (needs R1, R9, X7).
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.words import (
    AliasKind,
    DateName,
    ExitReason,
    FlagCode,
    Grade,
    Handling,
    HighProfileLimb,
    Marking,
    OrderKind,
    Owner,
    PoliceChecks,
    RiskWord,
    Service,
    SixAnswer,
)
from db.tables.base import Base, Short, word


class Forum(Base):
    """A forum as data: its name is never text in code."""

    __tablename__ = "forums"

    code: Mapped[str] = mapped_column(Short, primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    region: Mapped[str] = mapped_column(Short)
    police_checks: Mapped[PoliceChecks] = mapped_column(word(PoliceChecks))
    minutes: Mapped[dict[str, Any]]
    """Minutes by track, and by `track/milestone` where they differ: `{"table": 8, "paper": 1, "table/8": 12}`."""
    meeting_minutes: Mapped[int]
    quorum: Mapped[dict[str, Any] | None]
    """Services that must have somebody there, and how many people: `{"services": ["police"], "people": 5}`."""
    plan_policy: Mapped[dict[str, Any] | None]
    """Where the forum differs: checks by kind, and ages in days by `ask/milestone` (app/domain/plan_policy.py)."""
    marking: Mapped[Marking] = mapped_column(word(Marking))
    training: Mapped[bool]


class Person(Base):
    """One person, found by PRN (need R1)."""

    __tablename__ = "persons"

    id: Mapped[int] = mapped_column(primary_key=True)
    prn: Mapped[str] = mapped_column(Short, unique=True)
    surname: Mapped[str]
    given_names: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    """Folded `surname given names`: what lists sort by, blind to macrons."""
    date_of_birth: Mapped[date]
    physical_marks: Mapped[str | None]


class Alias(Base):
    """Another name of a person, typed, with who says so."""

    __tablename__ = "aliases"
    __table_args__ = (Index("ix_aliases_person_id_owner", "person_id", "owner"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[AliasKind] = mapped_column(word(AliasKind))
    surname: Mapped[str]
    given_names: Mapped[str]
    owner: Mapped[Owner] = mapped_column(word(Owner))
    source: Mapped[str]
    as_at: Mapped[date]
    withdrawn_seq: Mapped[int | None]
    seq: Mapped[int | None]
    """Nothing for a name from before this was kept."""


class IomsRecord(Base):
    """What IOMS last said of a person, on the list or not.

    `gone_extract_id` is the first extract that no longer had them; a later one that has them clears it.
    """

    __tablename__ = "ioms_records"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"), index=True)
    first_extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"))
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"))
    gone_extract_id: Mapped[int | None] = mapped_column(ForeignKey("extracts.id"))
    as_at: Mapped[date]
    row: Mapped[int]
    aliases: Mapped[str]
    prison: Mapped[str]
    unit: Mapped[str | None]
    reception: Mapped[date | None]
    sentence_start: Mapped[date | None]
    sentence_length: Mapped[str | None]
    offences: Mapped[str | None]
    previous_offending: Mapped[str | None]
    parole_eligibility: Mapped[date | None]
    next_hearing: Mapped[date | None]
    statutory_release: Mapped[date | None]
    sentence_expiry: Mapped[date | None]
    final_release: Mapped[date | None]
    ordered_release: Mapped[date | None]
    roc_roi: Mapped[float | None]
    psychological_risk: Mapped[RiskWord | None] = mapped_column(word(RiskWord))
    misconducts: Mapped[int | None]
    violent_months: Mapped[int | None]
    owr_weight: Mapped[int | None]
    owr_override: Mapped[bool | None]
    cso: Mapped[bool | None]
    vnr: Mapped[bool | None]
    deportation_liable: Mapped[bool | None]
    transfer_restraint: Mapped[bool | None]
    staff_safety: Mapped[bool | None]


class ForumValue(Base):
    """The forum's own word on something IOMS says; it stands beside and is never overwritten (need R9)."""

    __tablename__ = "forum_values"
    __table_args__ = (Index("ix_forum_values_person_id_field", "person_id", "field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    field: Mapped[str] = mapped_column(Short)
    value: Mapped[str]
    reason: Mapped[str]
    source: Mapped[str]
    as_at: Mapped[date]
    who: Mapped[str] = mapped_column(Short)
    seq: Mapped[int]
    withdrawn_seq: Mapped[int | None]


class Case(Base):
    """An episode: one approach to one release (need R1).

    `opened_seq` and `closed_seq` are trail numbers: *since the last meeting* is an order of the trail, not of
    the calendar (design/formats.md section 3).
    """

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_forum_closed_seq", "forum", "closed_seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    forum: Mapped[str] = mapped_column(Short, ForeignKey("forums.code"))
    episode: Mapped[int]
    opened_at: Mapped[datetime]
    opened_seq: Mapped[int]
    entry: Mapped[str] = mapped_column(Short)
    """`criterion`, `watch-list` or `high-profile`."""
    entry_codes: Mapped[str]
    """Criteria that fired, parted by blanks; empty when taken in by hand."""
    entry_reason: Mapped[str]
    criteria_version: Mapped[int | None]
    high_profile_limb: Mapped[HighProfileLimb | None] = mapped_column(word(HighProfileLimb))
    high_profile_review: Mapped[date | None]
    closed_at: Mapped[datetime | None]
    closed_seq: Mapped[int | None]
    exit_reason: Mapped[ExitReason | None] = mapped_column(word(ExitReason))
    exit_note: Mapped[str | None]
    leading_service: Mapped[Service | None] = mapped_column(word(Service))
    owner: Mapped[str | None]
    anchor_name: Mapped[DateName | None] = mapped_column(word(DateName))
    anchor_date: Mapped[date | None]
    anchor_as_at: Mapped[date | None]
    hand_anchor_name: Mapped[DateName | None] = mapped_column(word(DateName))
    hand_anchor_date: Mapped[date | None]
    hand_anchor_reason: Mapped[str | None]
    version: Mapped[int] = mapped_column()
    joined_seq: Mapped[int | None]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - the base class declares its type


class AnchorMove(Base):
    """An anchor that moved: old and new with their names, and the days of planning lost (need T2)."""

    __tablename__ = "anchor_moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    seq: Mapped[int]
    old_name: Mapped[DateName | None] = mapped_column(word(DateName))
    old_date: Mapped[date | None]
    new_name: Mapped[DateName | None] = mapped_column(word(DateName))
    new_date: Mapped[date | None]
    days_lost: Mapped[int | None]
    reason: Mapped[str]


class Flag(Base):
    """A dated flag about a person (need R4). Withdrawn, never deleted."""

    __tablename__ = "flags"
    __table_args__ = (Index("ix_flags_person_id_code", "person_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    code: Mapped[FlagCode] = mapped_column(word(FlagCode))
    from_date: Mapped[date]
    to_date: Mapped[date | None]
    owner: Mapped[Owner] = mapped_column(word(Owner))
    source: Mapped[str]
    as_at: Mapped[date]
    authorised_by: Mapped[str | None]
    comment: Mapped[str | None]
    raised_seq: Mapped[int]
    withdrawn_seq: Mapped[int | None]


class ExternalOrder(Base):
    """One line of the external orders panel (need R7). A blank is *not asked*, never none."""

    __tablename__ = "external_orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    kind: Mapped[OrderKind] = mapped_column(word(OrderKind))
    answer: Mapped[SixAnswer] = mapped_column(word(SixAnswer))
    detail: Mapped[str | None]
    expires: Mapped[date | None]
    owner: Mapped[Owner] = mapped_column(word(Owner))
    source: Mapped[str]
    as_at: Mapped[date]
    seq: Mapped[int]


class ServiceInformation(Base):
    """What one service contributed to a case. Health is advice to act on and nothing clinical (need D4)."""

    __tablename__ = "service_information"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    service: Mapped[Service] = mapped_column(word(Service))
    text: Mapped[str]
    author: Mapped[str]
    as_at: Mapped[date]
    grade: Mapped[Grade] = mapped_column(word(Grade))
    handling: Mapped[Handling] = mapped_column(word(Handling))
    owner: Mapped[Owner] = mapped_column(word(Owner))
    source: Mapped[str]
    seq: Mapped[int]


class RiskRating(Base):
    """One service's own rating; older ones stay, and nothing combines them (need R8)."""

    __tablename__ = "risk_ratings"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    service: Mapped[Service] = mapped_column(word(Service))
    tool: Mapped[str]
    score: Mapped[str]
    tool_version: Mapped[str | None]
    assessed_on: Mapped[date]
    assessor: Mapped[str | None]
    owner: Mapped[Owner] = mapped_column(word(Owner))
    source: Mapped[str]
    seq: Mapped[int]

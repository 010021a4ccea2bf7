"""The minutes of meetings as stored: versions that never change, and the steps that say how each stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.domain.documents import MinutesDocument
from app.domain.errors import NotFound, Refused
from app.domain.minutes import (
    Change,
    CorrectionRow,
    StepRow,
    VersionRow,
    freeze_minutes,
    minutes_hash,
    passages,
    thaw_minutes,
)
from app.domain.sealed_text import has_sealed, marks_of, refuse_sealed
from app.domain.words import MeetingState, MinutesStepName
from db.queries import agenda as agendas
from db.queries import meeting as meetings
from db.queries import minutes_text
from db.tables.meeting import Meeting
from db.tables.minutes import CorrectionAsked, MinutesStep, MinutesVersion
from db.tables.people import User
from db.work import Work

_MOST_DIGITS = 9
_WHAT = "These minutes"


def closed(session: Session, code: str) -> Meeting:
    """The mapped meeting, closed. Raises `Refused` for one that is not: it has no minutes yet."""
    row = meetings.mapped(session, code)
    if row.state is not MeetingState.CLOSED:
        raise Refused(
            f"{row.meeting} is not closed, so it has no minutes yet; nothing was changed: close it first."
        )
    return row


def first_version(meeting: Meeting, text: str) -> MinutesVersion:
    """Version 1, as the closing of the meeting makes it."""
    return MinutesVersion(
        meeting=meeting.meeting,
        version=1,
        text=text,
        sha384=minutes_hash(text),
        changes=[],
        at=meeting.closed_at,
        who=meeting.closed_by,
        seq=meeting.closed_seq,
    )


def versions(session: Session, meeting: Meeting) -> list[MinutesVersion]:
    """The versions of a closed meeting's minutes, oldest first.

    A meeting closed before minutes were kept in versions has its first composed now; it is stored by whatever
    changes the minutes next (`stored`).
    """
    rows = session.scalars(
        select(MinutesVersion)
        .where(MinutesVersion.meeting == meeting.meeting)
        .order_by(MinutesVersion.version)
    ).all()
    if rows:
        return list(rows)
    coming = minutes_text.next_dates(session, meeting)
    document = minutes_text.compose(session, meeting, agendas.frozen_of(meeting), coming)
    return [first_version(meeting, freeze_minutes(document))]


def latest(session: Session, meeting: Meeting) -> MinutesVersion:
    """The version that counts."""
    return versions(session, meeting)[-1]


def stored(session: Session, meeting: Meeting) -> MinutesVersion:
    """As `latest`, and in the register afterwards, for a use case that changes the minutes."""
    row = latest(session, meeting)
    if inspect(row).transient:
        refuse_sealed(row.text, _WHAT)
    session.add(row)
    session.flush()
    return row


def add_version(
    work: Work, before: MinutesVersion, document: MinutesDocument, changes: Sequence[Change], reason: str
) -> MinutesVersion:
    """Store the next version with what it says otherwise, and why.

    What is sealed from whoever corrects stays as it was; the hash, which is of the text as it reads, is then left to
    the next change of somebody who reads it (db/case_seals.py).
    """
    text = freeze_minutes(document)
    if marks_of(text) - marks_of(before.text):
        refuse_sealed(text, _WHAT)
    row = MinutesVersion(
        meeting=before.meeting,
        version=before.version + 1,
        text=text,
        sha384="" if has_sealed(text) else minutes_hash(text),
        changes=[asdict(change) for change in changes],
        reason=reason,
        at=work.at,
        who=work.user_id,
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    return row


def add_step(work: Work, version: MinutesVersion, step: MinutesStepName, reason: str = "") -> None:
    """Store that a version was confirmed or reopened."""
    work.session.add(
        MinutesStep(
            version_id=version.id,
            step=step,
            reason=reason or None,
            at=work.at,
            who=work.user_id,
            seq=work.seq,
        )
    )
    work.session.flush()


def row_of(session: Session, version: MinutesVersion) -> VersionRow:
    """A version as the rules know it."""
    steps = session.execute(
        select(MinutesStep, User.name)
        .outerjoin(User, User.user_id == MinutesStep.who)
        .where(MinutesStep.version_id == version.id)
        .order_by(MinutesStep.seq, MinutesStep.id)
    ).all()
    by = session.scalar(select(User.name).where(User.user_id == version.who)) or ""
    return VersionRow(
        version.version,
        version.sha384,
        version.at,
        by,
        version.reason or "",
        tuple(Change(**change) for change in version.changes),
        tuple(StepRow(step.step, step.at, name or "", step.reason or "") for step, name in steps),
    )


def ask(work: Work, meeting: str, passage: str, text: str, reason: str) -> CorrectionAsked:
    """Store what somebody asks the chair to correct."""
    row = CorrectionAsked(
        meeting=meeting, passage=passage, text=text, reason=reason, at=work.at, who=work.user_id, seq=work.seq
    )
    work.session.add(row)
    work.session.flush()
    return row


def asked(session: Session, meeting: Meeting) -> tuple[CorrectionRow, ...]:
    """The corrections asked for at a meeting's minutes, in the order of asking."""
    row = latest(session, meeting)
    named = {passage.key: passage.words for passage in passages(thaw_minutes(row.text, row.sha384))}
    rows = session.execute(
        select(CorrectionAsked, User.name)
        .outerjoin(User, User.user_id == CorrectionAsked.who)
        .where(CorrectionAsked.meeting == meeting.meeting)
        .order_by(CorrectionAsked.id)
    )
    return tuple(
        CorrectionRow(
            each.id,
            each.passage,
            named.get(each.passage, each.passage),
            each.text,
            each.reason,
            name or "",
            each.at,
            each.made if each.settled_seq is not None else None,
        )
        for each, name in rows
    )


def mapped_correction(session: Session, meeting: str, number: str) -> CorrectionAsked:
    """One correction asked for and not answered yet. Raises `NotFound`."""
    key = int(number) if number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS else 0
    row = session.get(CorrectionAsked, key)
    if row is None or row.meeting != meeting or row.settled_seq is not None:
        raise NotFound(
            f"No correction number '{number}' is asked for at {meeting}; nothing was changed: "
            f"`forumdesk meeting minutes {meeting}` shows what is."
        )
    return row

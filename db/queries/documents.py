"""What a numbered copy holds, gathered from the register as it stands now."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.agenda import AgendaItem as Listed
from app.domain.dates import AUCKLAND, show_date, show_moment
from app.domain.documents import (
    ActionLine,
    AgendaDocument,
    AgendaItem,
    AgendaSection,
    AttendanceLine,
    EndedLine,
    MinuteItem,
    MinutesDocument,
    NotListedLine,
    PackDocument,
)
from app.domain.errors import Refused
from app.domain.names import full_name
from app.domain.words import (
    Contents,
    DisclosureConsidered,
    ExitReason,
    MeetingState,
    Role,
    Track,
)
from db import trail
from db.queries import agenda as agendas
from db.queries import attendance as attendances
from db.queries import meeting as meetings
from db.queries import register as forums
from db.queries.case_sheets import case_sheets
from db.queries.transfers import moved_away
from db.tables.meeting import Meeting
from db.tables.people import User
from db.tables.register import Case, Person
from db.work import Work

_TITLES = {Contents.PACK: "Meeting pack", Contents.AGENDA: "Agenda", Contents.MINUTES: "Minutes"}
_SECTIONS = {Track.TABLE: "On the table", Track.PAPER: "On paper"}
_NOTES = {
    Track.TABLE: "Discussed one by one.",
    Track.PAPER: "Nothing changed and nothing missing: agreed in one vote. Any member may pull a case to the table.",
}


def document(work: Work, code: str, contents: Contents, draft: Agenda | None = None) -> PackDocument:
    """The document of one meeting. Raises `Refused` without an issued agenda, or minutes of a meeting not closed.

    `draft` stands in for the agenda while none is issued: for looking at, never for printing.
    """
    meeting = meetings.mapped(work.session, code)
    forum = forums.forum(work.session, meeting.forum)
    agenda = agendas.frozen_of(meeting) if draft is None else draft
    if contents is Contents.MINUTES and meeting.state is not MeetingState.CLOSED:
        raise Refused(
            f"The meeting {meeting.meeting} is not closed, so it has no minutes; nothing was printed. Close it first."
        )
    since, last_day = last_closed_before(work.session, meeting)
    point = trail.checkpoint_now(work.connection)
    return PackDocument(
        contents=contents,
        title=_TITLES[contents],
        forum_name=forum.name,
        meeting_code=meeting.meeting,
        meeting_day=meeting.day,
        made=f"Made {show_moment(work.at)} by {work.user_name}",
        marking=forum.marking.value,
        training=forum.training,
        checkpoint=point.short,
        agenda=None if contents is Contents.MINUTES else _agenda(work, meeting, agenda),
        case_sheets=case_sheets(work.session, agenda, since, last_day) if contents is Contents.PACK else (),
        minutes=_minutes(work, meeting, agenda, since) if contents is Contents.MINUTES else None,
    )


def last_closed_before(session: Session, meeting: Meeting) -> tuple[int | None, date | None]:
    """Trail number and day of the meeting closed last before this one; nothing while there is none."""
    query = select(Meeting.closed_seq, Meeting.day).where(
        Meeting.forum == meeting.forum, Meeting.meeting != meeting.meeting, Meeting.closed_seq.isnot(None)
    )
    if meeting.closed_seq is not None:
        query = query.where(Meeting.closed_seq < meeting.closed_seq)
    row = session.execute(query.order_by(Meeting.closed_seq.desc()).limit(1)).first()
    return (row.closed_seq, row.day) if row is not None else (None, None)


def _agenda(work: Work, meeting: Meeting, agenda: Agenda) -> AgendaDocument:
    by = work.session.scalar(select(User.name).where(User.user_id == meeting.issued_by)) or ""
    issued = f"Issued {show_moment(meeting.issued_at)} by {by}" if meeting.issued_at else "Draft, not issued"
    return AgendaDocument(
        sections=tuple(
            AgendaSection(
                _SECTIONS[section.track], _NOTES[section.track], tuple(_item(i) for i in section.items)
            )
            for section in agenda.sections()
        ),
        not_listed=tuple(
            NotListedLine(full_name(row.surname, row.given_names), row.prn, row.next, row.reason.words)
            for row in agenda.not_listed
        ),
        minutes=agenda.minutes,
        length=agenda.length,
        considered=agenda.considered,
        kind=meeting.kind.value,
        chair=f"Chair from {meeting.chair_service.value}" if meeting.chair_service else "",
        state=issued,
    )


def _anchor(item: Listed) -> str:
    return f"{item.anchor.name.value} {show_date(item.anchor.day)}" if item.anchor else "No anchor date"


def _item(item: Listed) -> AgendaItem:
    return AgendaItem(
        item.position,
        full_name(item.surname, item.given_names),
        item.prn,
        _anchor(item),
        item.sentences,
        item.minutes,
    )


def _minutes(work: Work, meeting: Meeting, agenda: Agenda, since: int | None) -> MinutesDocument:
    decisions = meetings.decisions(work.session, meeting.meeting)
    actions = meetings.actions(
        work.session, [meeting.forum], only_open=False, cases=[item.case_id for item in agenda.items]
    )
    by_prn: dict[str, list[ActionLine]] = {}
    for action in actions:
        if action.meeting == meeting.meeting:
            line = ActionLine(
                action.text, action.owner, action.service.value, action.due, action.outcome.value
            )
            by_prn.setdefault(action.prn, []).append(line)
    items = []
    for item in agenda.items:
        decision = decisions[item.case_id]
        items.append(
            MinuteItem(
                position=item.position,
                name=full_name(item.surname, item.given_names),
                prn=item.prn,
                anchor=_anchor(item),
                decision=decision.decision.value.replace("-", " "),
                reason=decision.reason,
                dissent=decision.dissent or "",
                disclosure=""
                if decision.disclosure is DisclosureConsidered.NOT_CONSIDERED
                else decision.disclosure.value,
                track=item.track.value,
                next_review=decision.next_review,
                actions=tuple(by_prn.get(item.prn, ())),
            )
        )
    closed_by = work.session.scalar(select(User.name).where(User.user_id == meeting.closed_by)) or ""
    closed = f"Closed {show_moment(meeting.closed_at)} by {closed_by}" if meeting.closed_at else ""
    there = attendances.view(work.session, meeting.meeting)
    read = "The confidentiality statement was read." if there.readings else ""
    return MinutesDocument(
        kind=meeting.kind.value,
        chair=f"{closed_by} ({Role.CHAIR.value})",
        closed=closed,
        attendance=tuple(
            AttendanceLine(row.service.value, row.name, row.words, row.role) for row in there.people
        ),
        quorum=there.quorum_words,
        decisions=tuple(items),
        confidentiality=read,
        warnings=tuple(str(warning) for warning in meeting.closing_warnings or ()),
        ended=_ended_otherwise(work, meeting, since),
    )


def _ended_otherwise(work: Work, meeting: Meeting, since: int | None) -> tuple[EndedLine, ...]:
    """Cases that ended since the last meeting otherwise than by a release (design/formats.md section 3).

    At a forum's first meeting: every one so far.
    """
    if meeting.closed_seq is None:
        return ()
    rows = work.session.execute(
        select(Person.surname, Person.given_names, Person.prn, Case.exit_reason, Case.closed_at)
        .join(Person, Person.id == Case.person_id)
        .where(
            Case.forum == meeting.forum, Case.closed_seq > (since or 0), Case.closed_seq < meeting.closed_seq
        )
        .order_by(Person.name_key, Person.prn)
    )
    return tuple(
        EndedLine(
            full_name(row.surname, row.given_names),
            row.prn,
            row.exit_reason.value,
            row.closed_at.astimezone(AUCKLAND).date() if row.closed_at else None,
        )
        for row in rows
        if isinstance(row.exit_reason, ExitReason) and not row.exit_reason.is_release
    ) + tuple(
        EndedLine(full_name(surname, given), prn, f"moved to {to_forum}", day)
        for surname, given, prn, to_forum, day in moved_away(
            work.session, meeting.forum, since or 0, meeting.closed_seq
        )
    )

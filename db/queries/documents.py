"""What a numbered copy holds, gathered from the register as it stands now."""

from __future__ import annotations

from sqlalchemy import select

from app.domain.agenda import Agenda
from app.domain.agenda import AgendaItem as Listed
from app.domain.dates import show_moment
from app.domain.documents import AgendaDocument, AgendaItem, AgendaSection, NotListedLine, PackDocument
from app.domain.errors import Refused
from app.domain.minutes import thaw_minutes
from app.domain.names import full_name
from app.domain.words import Contents, MeetingState, Track
from db import trail
from db.queries import agenda as agendas
from db.queries import meeting as meetings
from db.queries import minutes
from db.queries import register as forums
from db.queries.case_sheets import case_sheets
from db.queries.minutes_text import anchor_words
from db.tables.meeting import Meeting
from db.tables.people import User
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
    since, last_day = meetings.last_closed_before(work.session, meeting)
    point = trail.checkpoint_now(work.connection)
    version = minutes.latest(work.session, meeting) if contents is Contents.MINUTES else None
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
        content_hash=version.sha384 if version else "",
        minutes=thaw_minutes(version.text, version.sha384) if version else None,
        standing=minutes.row_of(work.session, version).standing(latest=True) if version else None,
    )


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


def _item(item: Listed) -> AgendaItem:
    return AgendaItem(
        item.position,
        full_name(item.surname, item.given_names),
        item.prn,
        anchor_words(item),
        item.sentences,
        item.minutes,
    )

"""What a numbered copy holds, gathered from the register as it stands now."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from app.domain.agenda import Agenda
from app.domain.agenda import AgendaItem as Listed
from app.domain.closing import actions_by_owner
from app.domain.dates import show_moment
from app.domain.documents import (
    AgendaDocument,
    AgendaItem,
    AgendaSection,
    NotListedLine,
    PackDocument,
    SlipAction,
    SlipDocument,
)
from app.domain.errors import Refused
from app.domain.meeting import ActionRow
from app.domain.minutes import HASH_TO_COME, thaw_minutes
from app.domain.names import fold, full_name
from app.domain.packs import HolderDraft
from app.domain.police_no_reply import NoReply
from app.domain.words import MEETING_PAPERS, Contents, MeetingState, Track
from db import trail
from db.queries import agenda as agendas
from db.queries import meeting as meetings
from db.queries import minutes, police_exchanges, restricted
from db.queries import register as forums
from db.queries.case_sheets import case_sheets
from db.queries.minutes_text import anchor_words
from db.queries.plan_watch import as_it_stands
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
    if contents not in MEETING_PAPERS:
        raise Refused(
            f"A {contents.value} is made for its owner; nothing was printed: `forumdesk action slips` prints them."
        )
    if contents is Contents.MINUTES and meeting.state is not MeetingState.CLOSED:
        raise Refused(
            f"The meeting {meeting.meeting} is not closed, so it has no minutes; nothing was printed. Close it first."
        )
    since, last_day = meetings.last_closed_before(work.session, meeting)
    point = trail.checkpoint_now(work.connection)
    version = minutes.latest(work.session, meeting) if contents is Contents.MINUTES else None
    if version and not version.sha384:
        raise Refused(HASH_TO_COME)
    readable = work.hidden.without(as_it_stands(work.session, forum, agenda, meeting.day))
    silent = police_exchanges.no_replies(work, meeting.meeting, readable)
    made = PackDocument(
        contents=contents,
        title=_TITLES[contents],
        forum_name=forum.name,
        meeting_code=meeting.meeting,
        meeting_day=meeting.day,
        made=f"Made {show_moment(work.at)} by {work.user_name}",
        marking=forum.marking.value,
        training=forum.training,
        checkpoint=point.paper if contents is Contents.MINUTES else point.short,
        agenda=None if contents is Contents.MINUTES else _agenda(work, meeting, agenda, silent),
        case_sheets=case_sheets(work.session, readable, since, last_day, silent)
        if contents is Contents.PACK
        else (),
        content_hash=version.sha384 if version else "",
        minutes=thaw_minutes(version.text, version.sha384) if version else None,
        standing=minutes.row_of(work.session, version).standing(latest=True) if version else None,
    )
    return work.hidden.mask(made)


def _agenda(work: Work, meeting: Meeting, agenda: Agenda, silent: Sequence[NoReply]) -> AgendaDocument:
    marks = {each.case_id: each.words for each in silent}
    by = work.session.scalar(select(User.name).where(User.user_id == meeting.issued_by)) or ""
    issued = f"Issued {show_moment(meeting.issued_at)} by {by}" if meeting.issued_at else "Draft, not issued"
    return AgendaDocument(
        sections=tuple(
            AgendaSection(
                _SECTIONS[section.track],
                _NOTES[section.track],
                tuple(_item(i, marks.get(i.case_id, "")) for i in section.items),
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
        opened=tuple(row.sentence for row in restricted.glass_at(work.session, meeting)),
    )


def _item(item: Listed, no_reply: str) -> AgendaItem:
    return AgendaItem(
        item.position,
        full_name(item.surname, item.given_names),
        item.prn,
        anchor_words(item),
        item.sentences,
        item.minutes,
        no_reply=no_reply,
    )


def slips(
    work: Work, code: str, owners: tuple[str, ...] = ()
) -> tuple[tuple[HolderDraft, PackDocument], ...]:
    """One document for each owner of open actions of a closed meeting's forum, or for some; by service, name.

    Each holds that owner's own actions and nobody else's. Raises `Refused` while the meeting is not closed, since
    its actions are not final, and where one of them owns none.
    """
    meeting = meetings.mapped(work.session, code)
    if meeting.state is not MeetingState.CLOSED:
        raise Refused(
            f"{meeting.meeting} is not closed, so its actions are not final; nothing was printed: close it first."
        )
    owned = actions_by_owner(meetings.actions(work.session, [meeting.forum], only_open=True))
    have = {fold(rows[0].owner) for rows in owned}
    if idle := [owner for owner in owners if fold(owner) not in have]:
        raise Refused(f"{idle[0]} owns no open action in {meeting.forum}; nothing was printed.")
    if not owned:
        raise Refused(f"Nobody owns an open action in {meeting.forum}; nothing was printed.")
    wanted = {fold(owner) for owner in owners} or have
    forum = forums.forum(work.session, meeting.forum)
    point = trail.checkpoint_now(work.connection)
    return tuple(
        (
            HolderDraft(rows[0].owner, rows[0].service.value),
            PackDocument(
                contents=Contents.SLIP,
                title="Actions",
                forum_name=forum.name,
                meeting_code=meeting.meeting,
                meeting_day=meeting.day,
                made=f"Made {show_moment(work.at)} by {work.user_name}",
                marking=forum.marking.value,
                training=forum.training,
                checkpoint=point.short,
                slip=SlipDocument(rows[0].owner, rows[0].service.value, tuple(map(_slip_action, rows))),
            ),
        )
        for rows in owned
        if fold(rows[0].owner) in wanted
    )


def _slip_action(action: ActionRow) -> SlipAction:
    name = full_name(action.surname, action.given_names)
    return SlipAction(
        action.id, action.text, name, action.prn, action.due, action.meeting or "between meetings"
    )

"""The agenda of a meeting: made by rule, asked for, issued (needs M2 and M3)."""

from __future__ import annotations

from collections.abc import Mapping

from app.desk import use_case
from app.domain.agenda import Agenda, agenda_digest, freeze, generate
from app.domain.agenda.view import AgendaView, not_closed_before, reviews_unlisted
from app.domain.case_drafts import needed, refuse_if_overtaken
from app.domain.errors import Refused
from app.domain.meeting import MeetingRow, refuse_unless_draft, tidy
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.words import MeetingState, Topic
from db.queries import agenda as queries
from db.queries import high_profile, register
from db.queries import meeting as meetings
from db.queries import police_exchanges as exchanges
from db.queries import restricted as kept
from db.work import Work


@use_case(Permission.SEE_AGENDA, looks=True)
def see_agenda(work: Work, meeting: str) -> AgendaView:
    """The agenda of a meeting: made anew while it is a draft, as it was issued from then on.

    Police liaison sees the listed people's names, PRN and dates of birth alone (design/trust.md).
    """
    return _seen(work, meeting)


def _seen(work: Work, meeting: str) -> AgendaView:
    row = meetings.mapped(work.session, meeting)
    shown = meetings.meeting_row(row)
    is_draft = row.state is MeetingState.DRAFT
    agenda = _made(work, shown) if is_draft else queries.frozen_of(row)
    digest = "" if is_draft else row.frozen_hash or ""
    work.enter(f"agenda {meeting}", considered=agenda.considered, listed=len(agenda.items))
    opened = tuple(each.sentence for each in kept.glass_at(work.session, row))
    first = not_closed_before(shown, meetings.meetings(work.session, shown.forum)) if is_draft else ()
    if work.limited:
        people = queries.people(work.session, agenda)
        return AgendaView(shown, None, people, digest, opened, first=first)
    leaving = tuple(each.sentence for each in kept.leaving(work, row, agenda))
    silent = () if is_draft else exchanges.no_replies(work, row.meeting, agenda)
    come = high_profile.reviews_come(work.connection, shown.forum, shown.date) if is_draft else {}
    reviews = reviews_unlisted(agenda.not_listed, come)
    return AgendaView(shown, agenda, None, digest, opened, leaving, silent, first, reviews)


@use_case(Permission.SEE_AGENDA, looks=True)
def see_coming_agenda(work: Work, forum: str) -> AgendaView | None:
    """The agenda of a forum's coming meeting, as `see_agenda` shows it; None where no meeting is to come."""
    code = register.forum(work.session, forum).code
    rows = meetings.meetings(work.session, code, None)
    coming = next((row for row in rows if row.state is not MeetingState.CLOSED), None)
    if coming is None:
        work.enter(f"coming agenda of {code}")
        return None
    return _seen(work, coming.meeting)


@use_case(Permission.MAKE_AGENDA, topics=(Topic.MEETINGS,))
def issue_agenda(work: Work, meeting: str) -> AgendaView:
    """Freeze the agenda: from now on it is this text and no other, whatever the register learns (need M2)."""
    row = meetings.mapped(work.session, meeting)
    refuse_unless_draft(row.meeting, row.state)
    agenda = _made(work, meetings.meeting_row(row))
    text = freeze(agenda)
    row.frozen = text.decode()
    row.frozen_hash = agenda_digest(text)
    row.state = MeetingState.ISSUED
    row.issued_at = work.at
    row.issued_by = work.user_id
    row.issued_seq = work.seq
    work.enter(
        f"agenda {meeting}",
        commit={"agenda": row.frozen_hash},
        considered=agenda.considered,
        listed=len(agenda.items),
    )
    return AgendaView(meetings.meeting_row(row), agenda, None, row.frozen_hash)


@use_case(Permission.MAKE_AGENDA, topics=(Topic.MEETINGS,))
def ask_for_case(work: Work, meeting: str, prn: str, reason: str, asked_by: str = "") -> MeetingRow:
    """Have a case on an agenda not yet issued because the chair or a member asked; the reason is kept."""
    row = meetings.mapped(work.session, meeting)
    refuse_unless_draft(row.meeting, row.state)
    kept = tidy(reason)
    if not kept:
        raise Refused("The reason for asking is missing; nothing was saved: write it and ask again.")
    queries.ask_for(work.session, row, prn, clean(asked_by) or work.user_name, kept, work.seq)
    work.enter(f"{work.person(prn)} at meeting {meeting}", asked_for=1)
    return meetings.meeting_row(row)


@use_case(Permission.MAKE_AGENDA, topics=(Topic.MEETINGS,))
def take_off(
    work: Work, meeting: str, prn: str, reason: str, seen: Mapping[str, str] | None = None
) -> MeetingRow:
    """Take back that a case was asked for on an agenda not yet issued; what the rule lists stays on it.

    `seen` is the `reason` that stood when the writer began: where it was asked for otherwise meanwhile, `Overtaken`
    keeps both.
    """
    row = meetings.mapped(work.session, meeting)
    refuse_unless_draft(row.meeting, row.state)
    why = needed(reason, "The reason")
    asked = queries.asked_row(work.session, row, prn)
    if asked is None or not asked.reason:
        raise Refused(f"Nobody asked for PRN {prn} at {meeting}; nothing was changed.")
    refuse_if_overtaken(seen or {}, {"reason": (asked.reason, "")})
    asked.reason, asked.seq = "", work.seq
    work.enter(f"{work.person(prn)} at meeting {meeting}", reason=why)
    return meetings.meeting_row(row)


def _made(work: Work, meeting: MeetingRow) -> Agenda:
    last = queries.last_closed(work.session, meeting.forum)
    return generate(*queries.facts(work.session, meeting.forum, last, meeting))

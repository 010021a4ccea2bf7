"""Who is at a meeting, its quorum, and the confidentiality statement (need M5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from app.desk import use_case
from app.domain.attendance import (
    AttendanceDraft,
    AttendanceRow,
    AttendanceView,
    InvitedRow,
    Quorum,
    VisitDraft,
    VisitRow,
    invited,
    moment_on,
)
from app.domain.case_drafts import refuse_if_overtaken, side_by_side
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.words import MeetingState, Topic
from db.queries import agenda as agendas
from db.queries import attendance as queries
from db.queries import meeting as meetings
from db.queries import packs, register
from db.work import Work


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def attend_meeting(work: Work, meeting: str, draft: AttendanceDraft) -> AttendanceRow:
    """Record who is at a meeting, excused from it, or sent information instead; said again it replaces."""
    agendas.issued(work.session, meeting)
    queries.store_attendance(work.session, meeting, draft, work.seq)
    work.session.flush()
    work.enter(f"meeting {meeting}", attendance=1)
    return queries.person(work.session, meeting, draft.name)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def visit_case(work: Work, meeting: str, prn: str, draft: VisitDraft) -> VisitRow:
    """Record somebody who is there for one case only, and when they came in and went out."""
    _, agenda = agendas.issued(work.session, meeting)
    case_id = meetings.items_of(agenda, prn)[-1].case_id
    queries.store_visit(work.session, meeting, case_id, draft, work.seq)
    work.session.flush()
    work.enter(f"{work.person(prn)} at meeting {meeting}", visits=1)
    return queries.visitor(work.session, meeting, prn, draft.name)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def read_confidentiality(
    work: Work, meeting: str, read_by: str = "", at: time | None = None
) -> AttendanceView:
    """Record that the confidentiality statement was read, or read again for newcomers.

    Everybody recorded as there by now has heard it. `read_by` is otherwise whoever records it, `at` now.
    """
    row, _ = agendas.issued(work.session, meeting)
    moment = moment_on(row.day, at) if at else work.at
    queries.store_reading(work.session, meeting, clean(read_by) or work.user_name, moment, work.seq)
    work.session.flush()
    work.enter(f"meeting {meeting}")
    return queries.view(work.session, meeting)


@use_case(Permission.RECORD_MEETING, looks=True)
def see_attendance(work: Work, meeting: str) -> AttendanceView:
    """Who is at a meeting, who has not heard the statement, and what is missing for a quorum."""
    code = meetings.mapped(work.session, meeting).meeting
    view = queries.view(work.session, code)
    work.enter(f"meeting {code}", attendance=len(view.people), visits=len(view.visits))
    return view


@use_case(Permission.RECORD_MEETING, looks=True)
def see_invited(work: Work, meeting: str) -> tuple[InvitedRow, ...]:
    """Who is expected at a meeting, and who sent apologies, a substitute or information (needs M1, M5).

    Nobody keeps a list: it is who held copies last, who was at the last meetings, and who has access now. Of a closed
    meeting it is whoever was recorded.
    """
    row = meetings.mapped(work.session, meeting)
    known = () if row.state is MeetingState.CLOSED else packs.known_holders(work, row.forum)
    answers = queries.view(work.session, row.meeting).people
    found = invited(((each.name, each.service) for each in reversed(known)), answers)
    work.enter(f"meeting {row.meeting}", invited=len(found), answers=len(answers))
    return found


@use_case(Permission.SEE_FORUM, looks=True)
def see_quorum(work: Work, forum: str) -> Quorum:
    """Which services must have somebody there and how many people, before a meeting of the forum counts (need M5)."""
    code = register.forum(work.session, forum).code
    work.enter(f"forum {code}")
    return queries.quorum_of(work.session, code)


@use_case(Permission.CHANGE_FORUM, topics=(Topic.FORUMS, Topic.MEETINGS))
def set_quorum(work: Work, forum: str, quorum: Quorum, seen: Mapping[str, str] | None = None) -> Quorum:
    """Say which services must have somebody there, and how many people; it holds for open meetings at once.

    `seen` is what stood when the writer began, by field (`Quorum.seen`): where another stands by now, `Overtaken`
    keeps both.
    """
    code = register.forum(work.session, forum).code
    before = queries.quorum_of(work.session, code)
    refuse_if_overtaken(seen or {}, side_by_side(before.seen, quorum.seen))
    queries.store_quorum(work.session, code, quorum)
    work.enter(f"forum {code}", services=len(quorum.services), people=quorum.people)
    return quorum

"""Meetings: their schedule, what is recorded at them, and their closing (needs M1 and M5 to M8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.desk import use_case
from app.domain.agenda import Agenda
from app.domain.errors import NotPermitted, Refused
from app.domain.meeting import (
    ActionDraft,
    ActionRow,
    AttendanceDraft,
    AttendanceRow,
    ClosedMeeting,
    DecidedItem,
    DecisionDraft,
    DecisionRow,
    MeetingRow,
    closing_faults,
    closing_warnings,
    milestones_taken,
    police_due_day,
    refuse_unless_issued,
    services_absent,
    tidy,
)
from app.domain.names import fold
from app.domain.people import Grant, Permission, grant, role_in
from app.domain.words import (
    ActionOutcome,
    DisclosureConsidered,
    MeetingKind,
    MeetingState,
    Service,
    Topic,
)
from db.queries import agenda as agendas
from db.queries import meeting as queries
from db.queries import register
from db.tables.meeting import Meeting
from db.work import Work


@use_case(Permission.CHANGE_FORUM, topics=(Topic.MEETINGS,))
def schedule_meeting(
    work: Work,
    forum: str,
    day: date,
    kind: MeetingKind = MeetingKind.COMBINED,
    chair_service: Service | None = None,
) -> MeetingRow:
    """Put a meeting into the schedule. The day may be any day: no meeting is compared with the clock.

    Police's workbook is due back ten working days of the forum's region before it (need T3).
    """
    row = register.forum(work.session, forum)
    due = police_due_day(day, row.region)
    meeting = queries.schedule(work.session, row.code, day, kind, due, chair_service)
    work.enter(f"meeting {meeting.meeting}")
    return meeting


@use_case(Permission.SEE_FORUM, looks=True)
def list_meetings(work: Work, forum: str = "") -> tuple[MeetingRow, ...]:
    """The meetings of one forum, or of every forum this person belongs to, by day."""
    code = register.forum(work.session, forum).code if forum else None
    rows = queries.meetings(work.session, code, None if code else work.forums)
    work.enter("meetings", meetings=len(rows))
    return rows


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def decide_item(work: Work, meeting: str, prn: str, draft: DecisionDraft) -> DecisionRow:
    """Record what was decided on one item of the issued agenda. Deciding again replaces, and history keeps."""
    _, agenda = _issued(work, meeting)
    for item in queries.items_of(agenda, prn):
        queries.store_decision(work.session, meeting, item.case_id, draft, work.user_id, work.seq)
    work.session.flush()
    decided = queries.decisions(work.session, meeting)
    undecided = sum(item.case_id not in decided for item in agenda.items)
    work.enter(f"{work.person(prn)} at meeting {meeting}", undecided=undecided)
    return DecisionRow(meeting, prn, draft.decision, draft.disclosure, undecided)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS, Topic.CASES))
def add_action(work: Work, meeting: str, prn: str, draft: ActionDraft) -> ActionRow:
    """Give somebody an action on a case of the agenda; it is carried until it has an outcome (need M7)."""
    _, agenda = _issued(work, meeting)
    case_id = queries.items_of(agenda, prn)[-1].case_id
    number = queries.store_action(work.session, meeting, case_id, draft, work.seq)
    work.enter(f"{work.person(prn)} at meeting {meeting}, action {number}")
    return queries.action(work.session, str(number))


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def attend_meeting(work: Work, meeting: str, draft: AttendanceDraft) -> AttendanceRow:
    """Record who is at a meeting, excused from it, or sent information instead (need M5)."""
    _issued(work, meeting)
    queries.store_attendance(work.session, meeting, draft, work.seq)
    work.enter(f"meeting {meeting}", attendance=1)
    return AttendanceRow(meeting, draft.service, draft.name, draft.presence)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def read_confidentiality(work: Work, meeting: str) -> MeetingRow:
    """Record that the confidentiality statement was read (need M5)."""
    row, _ = _issued(work, meeting)
    row.confidentiality_read = True
    work.enter(f"meeting {meeting}")
    return queries.meeting_row(row)


@use_case(Permission.CLOSE_MEETING, topics=(Topic.MEETINGS, Topic.CASES, Topic.PACKS))
def close_meeting(work: Work, meeting: str, out_reasons: Mapping[str, str] | None = None) -> ClosedMeeting:
    """Close a meeting: from here on, *since the last meeting* counts from this entry of the trail.

    Refused for an undecided item, a copy reserved and unsettled, and a copy out without a recorded reason;
    everything else that is not as it should be is a warning, which is recorded (design/formats.md section 5).
    `out_reasons` says by code why copies stay out.
    """
    row, agenda = _issued(work, meeting)
    for code, reason in (out_reasons or {}).items():
        queries.give_reason_for_copy_out(work.session, meeting, code, reason)
    work.session.flush()
    decided = queries.decisions(work.session, meeting)
    undecided = [item.prn for item in agenda.items if item.case_id not in decided]
    if faults := closing_faults(undecided, *queries.copies_in_the_way(work.session, meeting)):
        raise Refused(f"{meeting} cannot close yet; nothing was changed. {' '.join(faults)}")
    not_considered = [
        item.prn
        for item in agenda.items
        if decided[item.case_id].disclosure is DisclosureConsidered.NOT_CONSIDERED
    ]
    present = [(service, presence) for service, _, presence in queries.attendance(work.session, meeting)]
    warnings = closing_warnings(services_absent(present), row.confidentiality_read, not_considered)
    taken = milestones_taken(
        DecidedItem(item.case_id, item.milestone, decided[item.case_id].decision) for item in agenda.items
    )
    queries.take_milestones(work.session, meeting, taken, work.seq)
    row.state = MeetingState.CLOSED
    row.closed_at = work.at
    row.closed_by = work.user_id
    row.closed_seq = work.seq
    row.closing_warnings = list(warnings)
    work.enter(f"meeting {meeting}", items=len(agenda.items), milestones=len(taken), warnings=len(warnings))
    prns = {item.case_id: item.prn for item in agenda.items}
    told = tuple((prns[case_id], milestone) for case_id, milestone in taken)
    return ClosedMeeting(queries.meeting_row(row), warnings, told)


@use_case(Permission.OPEN_CASE, looks=True)
def list_actions(work: Work, forum: str = "", only_open: bool = False) -> tuple[ActionRow, ...]:
    """Actions by due date, of one forum or of every forum in which this person may open cases.

    A member sees those of people on the last or coming agenda (design/trust.md).
    """
    if forum:
        codes = [register.forum(work.session, forum).code]
    else:
        codes = [row.code for row in register.forums(work.session, work.forums)]
    grants = {code: _grant_in(work, Permission.OPEN_CASE, code) for code in codes}
    whole = [code for code in codes if grants[code] is Grant.YES]
    within = [code for code in codes if grants[code] is Grant.LIMITED]
    rows = queries.actions(work.session, whole, only_open=only_open)
    if within:
        cases = agendas.on_agendas(work.session, within)
        rows += queries.actions(work.session, within, only_open=only_open, cases=cases)
    work.enter("actions", actions=len(rows))
    return tuple(sorted(rows, key=lambda row: (row.due, row.id)))


@use_case(Permission.MARK_ACTION, topics=(Topic.MEETINGS, Topic.CASES))
def settle_action(
    work: Work, action: str, outcome: ActionOutcome, on: date | None = None, note: str = ""
) -> ActionRow:
    """Say what became of an action; saying it again replaces, and history keeps.

    Members and Police liaison may say it of an action of their own, by the name that stands as its owner.
    """
    row = queries.mapped_action(work.session, action)
    if work.limited and fold(row.owner) != fold(work.user_name):
        raise NotPermitted(
            f"Action {row.id} is not yours to settle; nothing was changed. Ask an administrator or a chair."
        )
    row.outcome = outcome
    row.outcome_on = None if outcome is ActionOutcome.OPEN else on or work.today
    row.outcome_note = tidy(note) or None
    work.session.flush()
    work.enter(f"action {row.id}")
    return queries.action(work.session, action)


def _issued(work: Work, code: str) -> tuple[Meeting, Agenda]:
    """The mapped meeting and its issued agenda. Raises `Refused` for a draft and for a closed meeting."""
    row = queries.mapped(work.session, code)
    refuse_unless_issued(row.meeting, row.state)
    return row, agendas.frozen_of(row)


def _grant_in(work: Work, permission: Permission, forum: str) -> Grant:
    """What the golden table says of this person in one of several forums a list is about."""
    role = role_in(work.offices, forum, work.today)
    return Grant.NO if role is None else grant(permission, role)

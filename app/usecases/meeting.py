"""Meetings: their schedule, their actions, and their closing (needs M1, M7 and M8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.desk import use_case
from app.domain.agenda import Agenda
from app.domain.case_drafts import refuse_if_overtaken
from app.domain.closing import (
    CaseName,
    Checklist,
    ClosedMeeting,
    DecidedItem,
    LooseAction,
    has_owner,
    milestones_taken,
)
from app.domain.errors import NotPermitted, Refused
from app.domain.information import asking
from app.domain.meeting import (
    ActionDraft,
    ActionRow,
    MeetingRow,
    TransferDraft,
    police_due_day,
    refuse_chair,
    refuse_outcome,
    tidy,
)
from app.domain.minutes import freeze_minutes, minutes_hash
from app.domain.names import fold, full_name
from app.domain.people import Grant, Permission, grant, role_in
from app.domain.sealed_text import refuse_sealed
from app.domain.words import (
    ActionOutcome,
    DisclosureConsidered,
    MeetingKind,
    MeetingState,
    Service,
    Topic,
)
from db.queries import agenda as agendas
from db.queries import attendance as attendances
from db.queries import cases, minutes_text, register, transfers
from db.queries import meeting as queries
from db.queries import minutes as minutes_queries
from db.queries import run as runs
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


@use_case(Permission.CHANGE_FORUM, topics=(Topic.MEETINGS,))
def set_chair(
    work: Work, meeting: str, service: Service, seen: Mapping[str, str] | None = None
) -> MeetingRow:
    """Have another service chair a meeting than its turn was: whose turn comes next follows from it (need M1).

    `seen` is what stood when the writer began (`chair`): where another stands by now, `Overtaken` keeps both.
    """
    row = queries.mapped(work.session, meeting)
    refuse_chair(row.meeting, row.state, service)
    stands = row.chair_service.value if row.chair_service else ""
    refuse_if_overtaken(seen or {}, {"chair": (stands, service.value)})
    row.chair_service = service
    work.session.flush()
    work.enter(f"meeting {row.meeting}", fields=("chair_service",))
    return queries.meeting_row(row)


@use_case(Permission.SEE_FORUM, looks=True)
def list_meetings(work: Work, forum: str = "") -> tuple[MeetingRow, ...]:
    """The meetings of one forum, or of every forum this person belongs to, by day."""
    code = register.forum(work.session, forum).code if forum else None
    rows = queries.meetings(work.session, code, None if code else work.forums)
    work.enter("meetings", meetings=len(rows))
    return rows


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS, Topic.CASES))
def add_action(work: Work, meeting: str, prn: str, draft: ActionDraft) -> ActionRow:
    """Give somebody an action on a case of the agenda; it is carried until it has an outcome (need M7)."""
    _, agenda = agendas.issued(work.session, meeting)
    case_id = transfers.items_here(work.session, agenda, prn)[-1].case_id
    number = queries.store_action(work.session, meeting, case_id, draft, work.seq)
    work.enter(f"{work.person(prn)} at meeting {meeting}, action {number}")
    return queries.action(work.session, str(number))


@use_case(Permission.EDIT_CASE, topics=(Topic.MEETINGS, Topic.CASES))
def ask_service(work: Work, prn: str, service: Service) -> ActionRow:
    """Ask a service what it holds on a case: an action of no meeting, due by working days, carried until it is settled.

    Refused while the same question is open. Once the answer has come it is added as information.
    """
    _, case = cases.open_case(work.session, prn)
    draft = asking(
        service,
        work.today,
        register.forum(work.session, case.forum).region,
        leading=case.leading_service,
        owner=case.owner,
        actions=queries.actions(work.session, [case.forum], only_open=True, cases=[case.id]),
    )
    number = queries.store_action(work.session, None, case.id, draft, work.seq)
    work.enter(f"{work.person(prn)}, action {number}")
    return queries.action(work.session, str(number))


@use_case(Permission.RECORD_MEETING, looks=True)
def see_checklist(work: Work, meeting: str) -> Checklist:
    """How a meeting stands before it closes: what stops that, and what would be recorded as not in order."""
    row = queries.mapped(work.session, meeting)
    found = _checklist(work, row, agendas.frozen_of(row))
    work.enter(f"meeting {row.meeting}", faults=len(found.faults), warnings=len(found.warnings))
    return found


@use_case(Permission.CLOSE_MEETING, topics=(Topic.MEETINGS, Topic.CASES, Topic.PACKS))
def close_meeting(work: Work, meeting: str, out_reasons: Mapping[str, str] | None = None) -> ClosedMeeting:
    """Close a meeting: from here on, *since the last meeting* counts from this entry of the trail.

    Refused for an undecided item, a copy reserved and unsettled, and a copy out without a recorded reason;
    everything else that is not as it should be is a warning, which is recorded (design/formats.md section 5).
    Closing takes the milestones, gives everybody their next date, freezes the first version of the minutes, and
    empties what was half-written.
    `out_reasons` says by code why copies stay out.
    """
    row, agenda = agendas.issued(work.session, meeting)
    for code, reason in (out_reasons or {}).items():
        queries.give_reason_for_copy_out(work.session, meeting, code, reason)
    work.session.flush()
    found = _checklist(work, row, agenda)
    if found.faults:
        raise Refused(f"{meeting} cannot close yet; nothing was changed. {' '.join(found.faults)}")
    decided = queries.decisions(work.session, meeting)
    taken = milestones_taken(
        DecidedItem(item.case_id, item.milestone, decided[item.case_id].decision) for item in agenda.items
    )
    queries.take_milestones(work.session, meeting, taken, work.seq)
    row.state = MeetingState.CLOSED
    row.closed_at = work.at
    row.closed_by = work.user_id
    row.closed_seq = work.seq
    row.closing_warnings = list(found.warnings)
    runs.forget_texts(work.session, row.meeting)
    work.session.flush()
    coming = minutes_text.next_dates(work.session, row)
    minutes = refuse_sealed(
        freeze_minutes(minutes_text.compose(work.session, row, agenda, coming)), "These minutes"
    )
    work.session.add(minutes_queries.first_version(row, minutes))
    work.enter(
        f"meeting {meeting}", items=len(agenda.items), milestones=len(taken), warnings=len(found.warnings)
    )
    prns = {item.case_id: item.prn for item in agenda.items}
    told = tuple((prns[case_id], milestone) for case_id, milestone in taken)
    return ClosedMeeting(
        queries.meeting_row(row), found.warnings, told, tuple(coming.values()), minutes_hash(minutes)
    )


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
    work: Work,
    action: str,
    outcome: ActionOutcome,
    on: date | None = None,
    note: str = "",
    to: TransferDraft | None = None,
    seen: Mapping[str, str] | None = None,
) -> ActionRow:
    """Say what became of an action; saying it again replaces, and history keeps.

    `seen` is the `outcome` it had when the writer began: where it has another by now, `Overtaken` keeps both.
    Members and Police liaison may say it of an action of their own, by the name that stands as its owner.
    Transferred names in `to` who has it now, for whom a new action is made; that one is settled from then on.
    """
    row = queries.mapped_action(work.session, action)
    if work.limited and fold(row.owner) != fold(work.user_name):
        raise NotPermitted(
            f"Action {row.id} is not yours to settle; nothing was changed. Ask an administrator or a chair."
        )
    refuse_if_overtaken(seen or {}, {"outcome": (row.outcome.value, outcome.value)})
    refuse_outcome(
        queries.action(work.session, action), outcome, to, queries.followed_by(work.session, row.id)
    )
    row.outcome = outcome
    row.outcome_on = None if outcome is ActionOutcome.OPEN else on or work.today
    row.outcome_note = tidy(note) or None
    work.session.flush()
    told = f"action {row.id}"
    if to is not None:
        draft = ActionDraft(row.text, to.service or row.service, to.owner, to.due or row.due)
        number = queries.store_action(work.session, row.meeting, row.case_id, draft, work.seq, row.id)
        told = f"action {row.id}, which goes on as action {number}"
    work.enter(told)
    return queries.action(work.session, action)


def _checklist(work: Work, row: Meeting, agenda: Agenda) -> Checklist:
    session = work.session
    decided = queries.decisions(session, row.meeting)
    names = {
        item.case_id: CaseName(item.prn, full_name(item.surname, item.given_names)) for item in agenda.items
    }
    not_considered = DisclosureConsidered.NOT_CONSIDERED
    there = attendances.view(session, row.meeting)
    reserved, out = queries.copies_in_the_way(session, row.meeting)
    return Checklist(
        row.meeting,
        row.state,
        len(agenda.items),
        tuple(name for case_id, name in names.items() if case_id not in decided),
        reserved,
        out,
        tuple(
            name
            for case_id, name in names.items()
            if case_id in decided and decided[case_id].disclosure is not_considered
        ),
        there.lacks,
        bool(there.readings),
        there.not_read_to,
        tuple(
            LooseAction(action.id, action.prn, action.text, action.owner)
            for action in queries.actions_of(session, row.meeting)
            if action.outcome is ActionOutcome.OPEN and not has_owner(action.owner)
        ),
    )


def _grant_in(work: Work, permission: Permission, forum: str) -> Grant:
    """What the golden table says of this person in one of several forums a list is about."""
    role = role_in(work.offices, forum, work.today)
    return Grant.NO if role is None else grant(permission, role)

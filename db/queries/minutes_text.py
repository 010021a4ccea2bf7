"""The minutes of a meeting composed from what was recorded at it, for a reader who was not there (need M8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda, AgendaItem, NextReason, next_date
from app.domain.attendance import AttendanceView
from app.domain.closing import PUT_OFF, NextDate
from app.domain.dates import AUCKLAND, show_date, show_moment
from app.domain.discussion import DiscussionRow, for_minutes
from app.domain.documents import (
    ActionLine,
    AttendanceLine,
    EndedLine,
    MinuteItem,
    MinutesDocument,
    NotListedLine,
)
from app.domain.meeting import ActionRow
from app.domain.names import full_name
from app.domain.words import ActionOutcome, DecisionKind, DisclosureConsidered, ExitReason, Role
from db.queries import agenda as agendas
from db.queries import attendance as attendances
from db.queries import discussion as discussions
from db.queries import meeting as meetings
from db.queries import run as runs
from db.queries.restricted import glass_at
from db.queries.transfers import moved_away
from db.tables.meeting import Decision, Meeting
from db.tables.people import User
from db.tables.register import Case, Person


def anchor_words(item: AgendaItem) -> str:
    """`Hearing 14/05/2027`, or that there is none."""
    return f"{item.anchor.name.value} {show_date(item.anchor.day)}" if item.anchor else "No anchor date"


def next_dates(session: Session, meeting: Meeting) -> dict[int, NextDate]:
    """When every open case of the forum comes up after this meeting, by case: the review it set, else by rule.

    A case put off is back at the next meeting; all else is the rule of design/formats.md section 3.
    """
    row = meetings.meeting_row(meeting)
    last = agendas.last_closed(session, meeting.forum)
    cases, agenda_meeting, _ = agendas.facts(session, meeting.forum, last, row)
    decided = meetings.decisions(session, meeting.meeting)
    found = {}
    for case in cases:
        if case.ended:
            continue
        said = decided.get(case.case_id)
        if said is not None and said.next_review is not None:
            found[case.case_id] = NextDate(case.prn, said.next_review, NextReason.REVIEW_SET.words)
        elif said is not None and said.decision is DecisionKind.DEFERRED:
            found[case.case_id] = NextDate(case.prn, agenda_meeting.next_day, PUT_OFF)
        else:
            day, reason = next_date(case, agenda_meeting)
            found[case.case_id] = NextDate(case.prn, day, reason.words)
    return found


def compose(
    session: Session, meeting: Meeting, agenda: Agenda, coming: Mapping[int, NextDate]
) -> MinutesDocument:
    """All that the minutes say, from the register as it stands; `coming` has everybody's next date by case."""
    since, last_day = meetings.last_closed_before(session, meeting)
    closed_by = session.scalar(select(User.name).where(User.user_id == meeting.closed_by)) or ""
    there = attendances.view(session, meeting.meeting)
    return MinutesDocument(
        kind=meeting.kind.value,
        chair=f"{closed_by} ({Role.CHAIR.value})",
        closed=f"Closed {show_moment(meeting.closed_at)} by {closed_by}" if meeting.closed_at else "",
        attendance=tuple(
            AttendanceLine(row.service.value, row.name, row.words, row.role) for row in there.people
        ),
        quorum=there.quorum_words,
        confidentiality=_confidentiality(there),
        warnings=tuple(str(warning) for warning in meeting.closing_warnings or ()),
        decisions=_items(session, meeting, agenda, coming, there, last_day),
        ended=_ended_otherwise(session, meeting, since),
        not_listed=_not_listed(session, agenda, coming),
        opened=tuple(row.sentence for row in glass_at(session, meeting)),
    )


def _confidentiality(there: AttendanceView) -> str:
    """Each reading with who read it, and who has not heard one."""
    told = [
        f"The statement was read{' again' if at else ''}"
        + (f" by {reading.read_by}" if reading.read_by else "")
        + f", {show_moment(reading.at)}."
        for at, reading in enumerate(there.readings)
    ]
    if told and there.not_read_to:
        told.append(f"Not read to: {', '.join(there.not_read_to)}.")
    return " ".join(told)


def _items(
    session: Session,
    meeting: Meeting,
    agenda: Agenda,
    coming: Mapping[int, NextDate],
    there: AttendanceView,
    last_day: date | None,
) -> tuple[MinuteItem, ...]:
    decisions = meetings.decisions(session, meeting.meeting)
    said = discussions.discussions(session, meeting.meeting)
    stands = runs.under_way(session, agenda)
    cases = [item.case_id for item in agenda.items]
    given: dict[str, list[ActionLine]] = defaultdict(list)
    carried: dict[str, list[ActionLine]] = defaultdict(list)
    for action in meetings.actions_of(
        session, meeting.meeting
    ):  # of a case that has left the forum since, too
        given[action.prn].append(_action(action))
    for action in meetings.actions(session, [meeting.forum], only_open=False, cases=cases):
        if action.meeting != meeting.meeting and _was_carried(action, last_day):
            carried[action.prn].append(_action(action))
    return tuple(
        _item(
            item,
            decisions[item.case_id],
            stands.track_of(item).value,
            said.get(item.case_id, ()),
            coming.get(item.case_id),
            tuple(
                f"{row.name} ({row.service.value}), {row.words}"
                for row in there.visits
                if row.prn == item.prn
            ),
            (tuple(given[item.prn]), tuple(carried[item.prn])),
        )
        for item in agenda.items
    )


def _item(
    item: AgendaItem,
    decision: Decision,
    track: str,
    said: tuple[DiscussionRow, ...],
    coming: NextDate | None,
    visitors: tuple[str, ...],
    actions: tuple[tuple[ActionLine, ...], tuple[ActionLine, ...]],
) -> MinuteItem:
    considered = decision.disclosure
    return MinuteItem(
        position=item.position,
        name=full_name(item.surname, item.given_names),
        prn=item.prn,
        anchor=anchor_words(item),
        decision=decision.decision.value.replace("-", " "),
        reason=decision.reason,
        dissent=decision.dissent or "",
        dissent_by=decision.dissent_by or "",
        disclosure="" if considered is DisclosureConsidered.NOT_CONSIDERED else considered.value,
        disclosure_note=decision.disclosure_note or "",
        track=track,
        why=item.sentences,
        visitors=visitors,
        discussion=for_minutes(said),
        next_review=decision.next_review,
        next_on=coming.day if coming else None,
        next_reason=coming.reason if coming else "",
        actions=actions[0],
        carried=actions[1],
    )


def _action(action: ActionRow) -> ActionLine:
    return ActionLine(action.text, action.owner, action.service.value, action.due, action.outcome.value)


def _was_carried(action: ActionRow, last_day: date | None) -> bool:
    """Whether an action of an earlier meeting was open when this one began: still, or settled since the last."""
    if action.outcome is ActionOutcome.OPEN:
        return True
    return last_day is None or action.outcome_on is None or action.outcome_on >= last_day


def _not_listed(
    session: Session, agenda: Agenda, coming: Mapping[int, NextDate]
) -> tuple[NotListedLine, ...]:
    """Every open case that was not on the agenda, in order of its next date."""
    listed = {item.case_id for item in agenda.items}
    others = {case_id: each for case_id, each in coming.items() if case_id not in listed}
    rows = session.execute(
        select(Case.id, Person.surname, Person.given_names)
        .join(Person, Person.id == Case.person_id)
        .where(Case.id.in_(others))
        .order_by(Person.name_key, Person.prn)
    )
    lines = [
        NotListedLine(
            full_name(row.surname, row.given_names),
            others[row.id].prn,
            others[row.id].day,
            others[row.id].reason,
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: line.next_on or date.max))


def _ended_otherwise(session: Session, meeting: Meeting, since: int | None) -> tuple[EndedLine, ...]:
    """Cases that ended since the last meeting otherwise than by a release (design/formats.md section 3).

    At a forum's first meeting: every one so far. A case that went to another forum is among them.
    """
    if meeting.closed_seq is None:
        return ()
    rows = session.execute(
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
            session, meeting.forum, since or 0, meeting.closed_seq
        )
    )

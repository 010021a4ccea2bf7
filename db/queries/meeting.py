"""Meetings as stored, and what was recorded at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda, AgendaItem
from app.domain.closing import CopyOut
from app.domain.errors import NotFound, Refused
from app.domain.meeting import (
    ActionDraft,
    ActionRow,
    DecisionDraft,
    MeetingRow,
    meeting_code,
    propose_chair_service,
    read_meeting_code,
)
from app.domain.names import clean
from app.domain.packs import read_code, unknown_code
from app.domain.words import (
    ActionOutcome,
    CopyState,
    DisclosureConsidered,
    MeetingKind,
    MeetingState,
    Service,
)
from db.asked_about import number_of
from db.tables.meeting import Action, Decision, Meeting, MilestoneTaken
from db.tables.packs import Copy, CopyPage
from db.tables.register import Case, Person

_NEAR = 3


def meeting(session: Session, code: str) -> MeetingRow:
    """One meeting by its code. Raises `NotFound` naming the meetings nearest in time."""
    return meeting_row(mapped(session, code))


def mapped(session: Session, code: str) -> Meeting:
    """The mapped meeting, for a use case that changes it. Raises `NotFound` as `meeting` does."""
    found = session.get(Meeting, code)
    if found is None:
        raise NotFound(f"There is no meeting '{clean(code)}'; {_near(session, code)}")
    return found


def _near(session: Session, code: str) -> str:
    """Where to look instead: the same forum's meetings nearest to the day that was written."""
    try:
        forum, day = read_meeting_code(code)
    except Refused:
        return (
            "write the forum's code and the day, such as CHC-2027-03-10; `forumdesk meeting list` shows all."
        )
    rows = session.execute(select(Meeting.meeting, Meeting.day).where(Meeting.forum == forum.upper())).all()
    nearest = sorted(rows, key=lambda row: (abs((row.day - day).days), row.day))[:_NEAR]
    if not nearest:
        return f"{clean(forum)} has none yet: add it with `forumdesk meeting schedule`."
    return f"the nearest of {clean(forum.upper())} are {', '.join(sorted(row.meeting for row in nearest))}."


def meeting_row(row: Meeting) -> MeetingRow:
    """A meeting as it leaves the register."""
    return MeetingRow(
        row.meeting,
        row.forum,
        row.day,
        row.kind,
        row.state,
        row.chair_service,
        row.police_due,
        row.issued_at,
        row.closed_at,
    )


def meetings(
    session: Session, forum: str | None = None, only: frozenset[str] | None = None
) -> tuple[MeetingRow, ...]:
    """Meetings of one forum, or of those in `only`, by day."""
    query = select(Meeting).order_by(Meeting.day, Meeting.forum)
    if forum is not None:
        query = query.where(Meeting.forum == forum)
    if only is not None:
        query = query.where(Meeting.forum.in_(only))
    return tuple(meeting_row(row) for row in session.scalars(query))


def schedule(
    session: Session,
    forum: str,
    day: dt.date,
    kind: MeetingKind,
    police_due: dt.date,
    chair_service: Service | None,
) -> MeetingRow:
    """Store a meeting. A forum meets once a day: a second one is refused in words.

    Where no service is named for the chair, the one whose turn it is after the meeting before is proposed.
    """
    taken = session.execute(
        select(Meeting.meeting, Meeting.kind, Meeting.state).where(Meeting.forum == forum, Meeting.day == day)
    ).first()
    if taken:
        raise Refused(
            f"{taken.meeting} is scheduled already ({taken.kind}, {taken.state}); nothing was added: "
            "choose another day."
        )
    if chair_service is None:
        before = select(Meeting.chair_service).where(Meeting.forum == forum, Meeting.day < day)
        chair_service = propose_chair_service(session.scalar(before.order_by(Meeting.day.desc()).limit(1)))
    row = Meeting(
        meeting=meeting_code(forum, day),
        forum=forum,
        day=day,
        kind=kind,
        state=MeetingState.DRAFT,
        chair_service=chair_service,
        police_due=police_due,
    )
    session.add(row)
    return meeting_row(row)


def last_closed_before(session: Session, meeting: Meeting) -> tuple[int | None, dt.date | None]:
    """Trail number and day of the meeting closed last before this one; nothing while there is none."""
    query = select(Meeting.closed_seq, Meeting.day).where(
        Meeting.forum == meeting.forum, Meeting.meeting != meeting.meeting, Meeting.closed_seq.isnot(None)
    )
    if meeting.closed_seq is not None:
        query = query.where(Meeting.closed_seq < meeting.closed_seq)
    row = session.execute(query.order_by(Meeting.closed_seq.desc()).limit(1)).first()
    return (row.closed_seq, row.day) if row is not None else (None, None)


def closed_after(session: Session, meeting: Meeting) -> str | None:
    """The meeting of the same forum closed next after this one, or None."""
    return session.scalar(
        select(Meeting.meeting)
        .where(Meeting.forum == meeting.forum, Meeting.closed_seq > meeting.closed_seq)
        .order_by(Meeting.closed_seq)
        .limit(1)
    )


def items_of(agenda: Agenda, prn: str) -> tuple[AgendaItem, ...]:
    """The items about one person: more than one where an ended case is noted beside a new one.

    Raises `NotFound` where the person is not on the agenda.
    """
    items = tuple(item for item in agenda.items if item.prn == prn)
    if not items:
        raise NotFound(
            f"PRN '{clean(prn)}' is not on the agenda of {agenda.meeting.code}; nothing was saved: "
            f"`forumdesk meeting agenda {agenda.meeting.code}` shows who is."
        )
    return items


def store_decision(
    session: Session, code: str, case_id: int, draft: DecisionDraft, who: str, seq: int
) -> None:
    """Store a decision; one taken before at the same meeting is replaced and stays in history."""
    row = session.scalar(select(Decision).where(Decision.meeting == code, Decision.case_id == case_id))
    if row is None:
        row = Decision(meeting=code, case_id=case_id)
        session.add(row)
    row.decision = draft.decision
    row.reason = draft.reason
    row.dissent = draft.dissent or None
    row.dissent_by = draft.dissent_by or None
    # What was once considered stays so: only the chair's next yes, no or deferred moves it.
    if draft.disclosure is not DisclosureConsidered.NOT_CONSIDERED or row.disclosure is None:
        row.disclosure = draft.disclosure
        row.disclosure_note = draft.disclosure_note or None
    row.next_review = draft.next_review
    row.who = who
    row.seq = seq


def decisions(session: Session, code: str) -> dict[int, Decision]:
    """The mapped decisions of a meeting by case."""
    return {row.case_id: row for row in session.scalars(select(Decision).where(Decision.meeting == code))}


def store_action(
    session: Session, code: str | None, case_id: int, draft: ActionDraft, seq: int, follows: int | None = None
) -> int:
    """Store an action and give back its number; `follows` is the one it was made from by a transfer."""
    row = Action(
        case_id=case_id,
        meeting=code,
        text=draft.text,
        service=draft.service,
        owner=draft.owner,
        due=draft.due,
        outcome=ActionOutcome.OPEN,
        follows_id=follows,
        seq=seq,
    )
    session.add(row)
    session.flush()
    return row.id


_ACTIONS = (
    select(
        Action.id,
        Case.forum,
        Action.meeting,
        Person.prn,
        Person.surname,
        Person.given_names,
        Action.text,
        Action.service,
        Action.owner,
        Action.due,
        Action.outcome,
        Action.outcome_on,
        Action.outcome_note,
        Action.follows_id,
    )
    .join(Case, Case.id == Action.case_id)
    .join(Person, Person.id == Case.person_id)
    .order_by(Action.due, Action.id)
)


def actions(
    session: Session, forums: Iterable[str], *, only_open: bool, cases: Iterable[int] | None = None
) -> tuple[ActionRow, ...]:
    """The actions of some forums by due date; of some cases alone where `cases` is given."""
    query = _ACTIONS.where(Case.forum.in_(list(forums)))
    if only_open:
        query = query.where(Action.outcome == ActionOutcome.OPEN)
    if cases is not None:
        query = query.where(Action.case_id.in_(list(cases)))
    return tuple(_action_row(row) for row in session.execute(query))


def actions_of(session: Session, code: str) -> tuple[ActionRow, ...]:
    """The actions given at one meeting, by due date."""
    return tuple(_action_row(row) for row in session.execute(_ACTIONS.where(Action.meeting == code)))


def action(session: Session, number: str) -> ActionRow:
    """One action by its number. Raises `NotFound`."""
    row = session.execute(_ACTIONS.where(Action.id == number_of(number))).first()
    if row is None:
        raise _no_action(number)
    return _action_row(row)


def mapped_action(session: Session, number: str) -> Action:
    """The mapped action, for a use case that settles it. Raises `NotFound`."""
    found = session.get(Action, number_of(number))
    if found is None:
        raise _no_action(number)
    return found


def followed_by(session: Session, number: int) -> int | None:
    """The action that a transfer made from this one, or None."""
    return session.scalar(select(Action.id).where(Action.follows_id == number))


def _no_action(number: str) -> NotFound:
    return NotFound(
        f"There is no action number '{clean(number)}'; nothing was saved: `forumdesk action list` shows them."
    )


def _action_row(row: Any) -> ActionRow:
    """From a row of `_ACTIONS`, whose columns stand in the order of the record."""
    return replace(ActionRow(*row), note=row.outcome_note or "")


def give_reason_for_copy_out(session: Session, meeting: str, code: str, reason: str) -> None:
    """Record why a copy stays out when its meeting closes (need M8). `code` is the copy's or a page's.

    Raises `NotFound` for a code of no copy of this meeting, `Refused` for one that is not out or no reason.
    """
    wanted = read_code(code)
    pages = select(CopyPage.copy_id).where(CopyPage.code == wanted)
    copy = session.scalar(
        select(Copy).where(Copy.meeting == meeting, (Copy.code == wanted) | Copy.id.in_(pages))
    )
    if copy is None:
        raise NotFound(unknown_code(code, session.scalars(select(Copy.code).where(Copy.meeting == meeting))))
    if copy.state is not CopyState.OUT:
        raise Refused(
            f"Copy {copy.code} is {copy.state}, not out; nothing was changed: leave its reason away."
        )
    if not clean(reason):
        raise Refused(f"The reason why copy {copy.code} stays out is missing; nothing was changed: write it.")
    copy.kept_reason = clean(reason)


def copies_in_the_way(session: Session, code: str) -> tuple[tuple[str, ...], tuple[CopyOut, ...]]:
    """Codes of copies reserved and unsettled, and every copy that is out, with why it stays out where that is said."""
    rows = session.scalars(
        select(Copy)
        .where(Copy.meeting == code, Copy.state.in_((CopyState.RESERVED, CopyState.OUT)))
        .order_by(Copy.contents, Copy.number)
    ).all()
    reserved = tuple(row.code for row in rows if row.state is CopyState.RESERVED)
    out = tuple(
        CopyOut(row.code, f"{row.contents.value} {row.number} of {row.of}", row.holder, row.kept_reason or "")
        for row in rows
        if row.state is CopyState.OUT
    )
    return reserved, out


def take_milestones(session: Session, code: str, taken: Iterable[tuple[int, int]], seq: int) -> None:
    """Store the milestones a closing meeting takes; one that another meeting took meanwhile stays its."""
    wanted = set(taken)
    rows = select(MilestoneTaken.case_id, MilestoneTaken.milestone).where(
        MilestoneTaken.case_id.in_({case_id for case_id, _ in wanted})
    )
    have = {(row.case_id, row.milestone) for row in session.execute(rows)}
    session.add_all(
        MilestoneTaken(case_id=case_id, milestone=milestone, meeting=code, seq=seq)
        for case_id, milestone in sorted(wanted - have)
    )

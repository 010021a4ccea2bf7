"""What the agenda rule is told, and agendas as issued.

Every considered case of a forum is loaded in a constant number of statements (db/queries/agenda_reads.py), so
that an agenda of a thousand cases costs no more of them than one of ten (design/speed.md, figure 19).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, object_session

from app.domain.agenda import (
    Agenda,
    AgendaCase,
    AgendaMeeting,
    AgendaSettings,
    agenda_digest,
    from_frozen,
    next_meeting_day,
)
from app.domain.agenda import AskedFor as Asked
from app.domain.agenda.view import AgendaPerson
from app.domain.dates import AUCKLAND, show_date
from app.domain.errors import Damaged, NotFound, Refused
from app.domain.meeting import MeetingRow, refuse_unless_issued
from app.domain.names import clean
from app.domain.plan import AddressFacts, PlanFacts, answered, of_case
from app.domain.register import ForumRow
from app.domain.sealed_text import has_sealed
from app.domain.stand_in import NOBODY_HIDDEN
from app.domain.words import ExitReason, MeetingState, PoliceChecks, Track
from db.queries import agenda_reads as reads
from db.queries.considered import CaseRow, Considered, case_of, case_rows, named_date, read_answers
from db.queries.meeting import mapped
from db.queries.register import forum as forum_by_code
from db.readers_view import hidden_by
from db.tables.meeting import AskedFor, Meeting
from db.tables.register import Case, Person

AskedAt = Mapping[str, Mapping[int, Sequence[Asked]]]
_EXITS = {reason.value: reason for reason in ExitReason}


def last_closed(session: Session, forum: str) -> int | None:
    """L, as the trail number at which it was closed: the meeting closed last, whatever days meetings bear.

    *Since L* is an order of the trail, so the last closed meeting is the one closed last in it.
    """
    return session.scalar(select(func.max(Meeting.closed_seq)).where(Meeting.forum == forum))


def facts(
    session: Session, forum: str, last_closed_seq: int | None, meeting: MeetingRow
) -> tuple[list[AgendaCase], AgendaMeeting, AgendaSettings]:
    """All that `app.domain.agenda.generate` asks for one meeting of one forum."""
    row = forum_by_code(session, forum)
    days = list(session.scalars(select(Meeting.day).where(Meeting.forum == row.code)))
    agenda_meeting = AgendaMeeting(
        code=meeting.meeting,
        forum=row.code,
        day=meeting.date,
        kind=meeting.kind,
        next_day=next_meeting_day(meeting.date, days),
        has_last_closed=last_closed_seq is not None,
        next_is_scheduled=max(days, default=meeting.date) > meeting.date,
    )
    return (
        cases(session, row, last_closed_seq, meeting.meeting, meeting.date),
        agenda_meeting,
        settings(row),
    )


def cases(
    session: Session, forum: ForumRow, last_closed_seq: int | None, meeting: str, day: date
) -> list[AgendaCase]:
    """The cases considered at a meeting of a forum on a day, as the rule is told of them."""
    considered = Considered(session.connection(), forum.code, last_closed_seq)
    return _cases(considered, forum.police_checks, meeting, day)


def settings(forum: ForumRow) -> AgendaSettings:
    """The forum's minutes by track, and by `track/milestone` where they differ."""
    minutes: dict[tuple[Track, int | None], int] = {}
    for key, value in forum.minutes.items():
        track, _, milestone = key.partition("/")
        minutes[Track(track), int(milestone) if milestone else None] = int(value)
    return AgendaSettings(minutes, forum.meeting_minutes)


def _cases(considered: Considered, checks: PoliceChecks, meeting: str, day: date) -> list[AgendaCase]:
    rows = case_rows(considered, day)
    corrections = reads.corrections(considered)
    hearings = reads.hearings(considered)
    taken = reads.milestones_taken(considered)
    actions = reads.open_actions(considered)
    drifts = reads.told_drifts(considered)
    asked = reads.asked_for(considered, meeting)
    moves = reads.anchor_moves(considered)
    flags = reads.flags(considered)
    police = reads.police_answers(considered)
    put_off, reviews = reads.last_decisions(considered)
    plans = _Plans(checks, reads.addresses(considered, police.addresses), reads.conditions(considered))
    nothing: frozenset[int] = frozenset()
    last = considered.last
    found = []
    for row in rows:
        case_id = row.id
        if said := corrections.get(case_id):
            row = row._replace(**said)
        board = hearings.get(case_id)
        flagged = flags.get(case_id)
        vnr = bool(row.vnr) or (flagged is not None and flagged.vnr)
        ended = row.closed_seq is not None
        found.append(
            AgendaCase(
                case_id,
                row.prn or "",  # the engine hands an auditor no name and no number
                row.surname or "",
                row.given_names or "",
                named_date(row.anchor_name, row.anchor_date),
                row.statutory_release,
                row.ordered_release,
                board.next_open(row.next_hearing, day) if board else row.next_hearing,
                False,
                plans.of(row, vnr),
                taken.get(case_id, nothing),
                tuple(actions.get(case_id, ())),
                tuple(drifts.get(case_id, ())),
                _asked(asked.get(case_id, ()), reviews.get(case_id), day),
                last is not None and row.opened_seq > last,
                board.results if board else (),
                tuple(police.since.get(case_id, ())),
                moves.get(case_id),
                flagged.changed if flagged else (),
                case_id in put_off,
                ended,
                _EXITS.get(row.exit_reason or "") if ended else None,
                row.closed_at.replace(tzinfo=UTC).astimezone(AUCKLAND).date() if row.closed_at else None,
                reviews[case_id][0] if case_id in reviews else None,
                row.kept or 0,
            )
        )
    return found


def _asked(asked: Iterable[Asked], review: tuple[date, str] | None, day: date) -> tuple[Asked, ...]:
    """Who asked for a case: by name, or an earlier meeting that set its review for a day that has come.

    A meeting that says when it wants a case back has asked for it (need M6); the first meeting on or after that
    day has it.
    """
    if review is None or review[0] > day:
        return tuple(asked)
    return (*asked, Asked(f"the meeting {review[1]}", f"its review was set for {show_date(review[0])}"))


class _Plans:
    """Plans of cases as the rule sees them. Many hold the same answers: those are read once."""

    def __init__(
        self,
        checks: PoliceChecks,
        addresses: Mapping[int, list[AddressFacts]],
        conditions: Mapping[int, bool],
    ) -> None:
        self._checks = checks
        self._addresses = addresses
        self._conditions = conditions
        self._said: dict[str | None, PlanFacts] = {}

    def of(self, row: CaseRow, vnr: bool) -> PlanFacts:
        said = self._said.get(row.answers)
        if said is None:
            said = self._said[row.answers] = answered(read_answers(row.answers), self._checks)
        return of_case(
            said,
            row.leading_service is not None,
            bool(row.owner),
            tuple(self._addresses.get(row.id, ())),
            vnr,
            self._conditions.get(row.id),
        )


def asked_at(session: Session, forum: str, last: int | None, meetings: Iterable[str]) -> AskedAt:
    """By meeting and case, who asked to have a case on its agenda."""
    considered = Considered(session.connection(), forum, last)
    return {meeting: reads.asked_for(considered, meeting) for meeting in meetings}


def frozen(session: Session, code: str) -> Agenda:
    """The agenda of a meeting as it was issued.

    Raises `NotFound` for no meeting, `Refused` where it is not issued yet, and `Damaged` where the text kept is
    not the text that was issued.
    """
    return frozen_of(mapped(session, code))


def issued(session: Session, code: str) -> tuple[Meeting, Agenda]:
    """The mapped meeting and its issued agenda. Raises `Refused` for a draft and for a closed meeting."""
    row = mapped(session, code)
    refuse_unless_issued(row.meeting, row.state)
    return row, frozen_of(row)


def frozen_of(row: Meeting) -> Agenda:
    """As `frozen`, for a meeting already loaded; on a connection that only looks, without whom it hides (need A4)."""
    if row.state is MeetingState.DRAFT or row.frozen is None:
        raise Refused(
            f"{row.meeting} has no issued agenda yet; nothing was changed: issue it with "
            f"`forumdesk meeting agenda {row.meeting} --issue`."
        )
    text = row.frozen.encode()
    if not has_sealed(row.frozen) and agenda_digest(text) != row.frozen_hash:
        raise Damaged(
            f"The issued agenda of {row.meeting} is not the text that was issued; nothing was changed: "
            "run `forumdesk register check` and restore a backup."
        )
    session = object_session(row)
    hidden = hidden_by(session.connection()) if session is not None else NOBODY_HIDDEN
    return hidden.mask(from_frozen(text))


def on_agendas(session: Session, forums: Iterable[str]) -> frozenset[int]:
    """The cases on the agenda closed last and on the issued one of the earliest day, of each of some forums.

    What a member may see of the people (design/trust.md: *people on the last or coming agenda*).
    """
    wanted = list(forums)
    with_agenda = select(Meeting).where(Meeting.forum.in_(wanted), Meeting.state != MeetingState.DRAFT)
    by_day = list(session.scalars(with_agenda.order_by(Meeting.day)))
    closed = sorted(
        (row for row in by_day if row.state is MeetingState.CLOSED), key=lambda row: row.closed_seq or 0
    )
    last = {row.forum: row for row in closed}
    coming = {row.forum: row for row in reversed(by_day) if row.state is MeetingState.ISSUED}
    rows = (*last.values(), *coming.values())
    return frozenset(item.case_id for row in rows for item in frozen_of(row).items)


def people(session: Session, agenda: Agenda) -> tuple[AgendaPerson, ...]:
    """The listed people as Police liaison sees them, in the agenda's order."""
    born = {
        row.id: row.date_of_birth
        for row in session.execute(
            select(Case.id, Person.date_of_birth)
            .join(Person, Person.id == Case.person_id)
            .where(Case.id.in_([item.case_id for item in agenda.items]))
        )
    }
    return tuple(
        AgendaPerson(item.prn, item.surname, item.given_names, born[item.case_id])
        for item in agenda.items
        if not item.is_destroyed
    )


def ask_for(session: Session, meeting: Meeting, prn: str, who: str, reason: str, seq: int) -> None:
    """Ask for a case on an agenda not yet issued; asking again replaces what was said, which history keeps.

    Raises `NotFound` where the person has no case that this meeting considers.
    """
    case_id = _considered_case(session, meeting, prn)
    row = _asked_row(session, meeting, case_id)
    if row is None:
        row = AskedFor(meeting=meeting.meeting, case_id=case_id)
        session.add(row)
    row.who = who
    row.reason = reason
    row.seq = seq


def asked_row(session: Session, meeting: Meeting, prn: str) -> AskedFor | None:
    """What was asked for a case at a meeting. Raises `NotFound` as `ask_for` does."""
    return _asked_row(session, meeting, _considered_case(session, meeting, prn))


def _asked_row(session: Session, meeting: Meeting, case_id: int) -> AskedFor | None:
    return session.scalar(
        select(AskedFor).where(AskedFor.meeting == meeting.meeting, AskedFor.case_id == case_id)
    )


def _considered_case(session: Session, meeting: Meeting, prn: str) -> int:
    considered = Considered(session.connection(), meeting.forum, last_closed(session, meeting.forum))
    case_id = case_of(considered, prn)
    if case_id is None:
        raise NotFound(
            f"PRN '{clean(prn)}' has no open case in {meeting.forum}; nothing was saved: "
            "`forumdesk case find` looks for the person."
        )
    return case_id

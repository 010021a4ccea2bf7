"""Hearings before the Parole Board as stored, with their reports, notices and actions, and what the Board was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.board import BoardFile, DriftRow, ToldRow
from app.domain.dates import show_date
from app.domain.errors import NotFound, Refused
from app.domain.extract_cells import read_yes_no
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.hearings import (
    DEFAULT_KIND,
    PUT_RIGHT,
    HearingRow,
    NoticeKey,
    NoticeRow,
    ReportRow,
    Sent,
    WantedAction,
    notices_of,
    reports_of,
)
from app.domain.words import ActionOutcome, DateName, DriftState, FlagCode, NoticeAbout
from db.queries.cases import corrections, dates_of, standing_flags
from db.tables.board import BoardNotice, BoardTold, Hearing, HearingReport, ResultAction, ToldDrift
from db.tables.meeting import Action
from db.tables.register import Case, Forum, IomsRecord
from db.work import Work

FROM_IOMS = "IOMS: next hearing date"
CORRECTED = "forum: next hearing date"
RECORDED = "forum"
_VNR = FIELD_BY_NAME["vnr"].heading


def hearings(session: Session, person_id: int, case: Case | None) -> tuple[HearingRow, ...]:
    """Every hearing by day. The date in force, IOMS' or the forum's own, counts as one until its result is recorded."""
    found = [hearing_row(row) for row in _of_case(session, case.id)] if case else []
    day = dates_of(session, person_id)[DateName.HEARING]
    if day is not None and day not in [row.day for row in found]:
        is_ours = FIELD_BY_NAME["next_hearing"].heading in corrections(session, person_id)
        found.append(HearingRow(day, DEFAULT_KIND, None, None, CORRECTED if is_ours else FROM_IOMS))
    return tuple(sorted(found, key=lambda row: row.day))


def _of_case(session: Session, case_id: int) -> Sequence[Hearing]:
    return session.scalars(select(Hearing).where(Hearing.case_id == case_id).order_by(Hearing.day)).all()


def hearing_row(row: Hearing) -> HearingRow:
    """A recorded hearing as it leaves the register."""
    return HearingRow(row.day, row.kind, row.result, row.received, RECORDED, row.outcome, row.next_day)


def hearing(session: Session, case: Case, day: date) -> Hearing | None:
    """The recorded hearing of one day."""
    return session.scalar(select(Hearing).where(Hearing.case_id == case.id, Hearing.day == day))


def known_hearing(work: Work, case: Case, day: date) -> Hearing:
    """The hearing of one day, recorded now where only the date in force names it. Raises Refused for none."""
    row = hearing(work.session, case, day)
    if row is not None:
        return row
    known = [each.day for each in hearings(work.session, case.person_id, case)]
    if day not in known:
        days = ", ".join(map(show_date, known)) or "none"
        raise Refused(
            f"No hearing on {show_date(day)} is known for this case; nothing was changed: record it first with "
            f"`forumdesk hearing record`. Hearings known: {days}."
        )
    return keep_hearing(work, case.id, day, DEFAULT_KIND)


def keep_hearing(work: Work, case_id: int, day: date, kind: str) -> Hearing:
    """Store a hearing."""
    row = Hearing(case_id=case_id, day=day, kind=kind, seq=work.seq)
    work.session.add(row)
    work.session.flush()
    return row


def region_of(session: Session, case: Case) -> str:
    """The region whose working days count for a case."""
    return session.get_one(Forum, case.forum).region


def has_vnr(session: Session, person_id: int) -> bool:
    """Whether the VNR flag stands, or the date sheet says so, the forum's own word first."""
    if standing_flags(session, person_id, FlagCode.VNR):
        return True
    said = corrections(session, person_id)
    if _VNR in said:
        return read_yes_no(said[_VNR]) is True
    ioms = session.get(IomsRecord, person_id)
    return bool(ioms and ioms.vnr)


# Actions that results make.


def sync_actions(work: Work, row: Hearing, wanted: Iterable[WantedAction], why: str) -> tuple[int, int, int]:
    """Make the actions of a result, once each. Gives back how many were made, opened again and overtaken.

    What an earlier result made and this one does not ask for is overtaken, with `why`; what was overtaken so and is
    asked for again is opened again. What somebody has settled stays settled.
    """
    known = {link.code: (link, action) for link, action in made_actions(work.session, row.id)}
    made = again = overtaken = 0
    for each in wanted:
        if each.code not in known:
            action = Action(
                case_id=row.case_id,
                meeting=None,
                text=each.text,
                service=each.service,
                owner=each.owner,
                due=each.due,
                outcome=ActionOutcome.OPEN,
                seq=work.seq,
            )
            work.session.add(action)
            work.session.flush()
            work.session.add(ResultAction(hearing_id=row.id, code=each.code, action_id=action.id))
            made += 1
            continue
        _, action = known.pop(each.code)
        if action.outcome is ActionOutcome.OVERTAKEN and (action.outcome_note or "").startswith(PUT_RIGHT):
            action.outcome, action.outcome_on, action.outcome_note = ActionOutcome.OPEN, None, None
            again += 1
        if action.outcome is ActionOutcome.OPEN:
            action.due = each.due
    for _, action in known.values():
        overtaken += settle(action, ActionOutcome.OVERTAKEN, work.today, f"{PUT_RIGHT}: {why}")
    work.session.flush()
    return made, again, overtaken


def made_actions(session: Session, hearing_id: int) -> list[tuple[ResultAction, Action]]:
    """The actions a hearing's results made, each with the rule that made it."""
    query = select(ResultAction, Action).join(Action, Action.id == ResultAction.action_id)
    return [
        (link, action) for link, action in session.execute(query.where(ResultAction.hearing_id == hearing_id))
    ]


def settle(action: Action, outcome: ActionOutcome, on: date, note: str) -> bool:
    """Settle an action that is open; one that somebody settled stays as it is."""
    if action.outcome is not ActionOutcome.OPEN:
        return False
    action.outcome, action.outcome_on, action.outcome_note = outcome, on, note
    return True


def settle_made(session: Session, hearings: Iterable[Hearing], code: str, on: date, note: str) -> int:
    """Settle as done the open actions that one rule made from these hearings."""
    return sum(
        settle(action, ActionOutcome.DONE, on, note)
        for row in hearings
        for link, action in made_actions(session, row.id)
        if link.code == code
    )


def hearings_with_result(session: Session, case: Case) -> list[Hearing]:
    """The hearings of a case whose result is known."""
    return [row for row in _of_case(session, case.id) if row.result is not None]


# Reports and notices.


def reports_and_notices(
    session: Session, case: Case, rows: Sequence[HearingRow], region: str, vnr: bool
) -> tuple[tuple[ReportRow, ...], tuple[NoticeRow, ...]]:
    """What is due before each hearing and who is to be told of it or of its result, with what was sent."""
    reports: dict[date, dict[str, Sent]] = defaultdict(dict)
    notices: dict[date, dict[NoticeKey, Sent]] = defaultdict(dict)
    for day, report in _hanging(session, case, HearingReport):
        reports[day][report.code] = Sent(report.sent_on, report.sent_by)
    for day, notice in _hanging(session, case, BoardNotice):
        key = NoticeKey(notice.about, notice.recipient, notice.outcome)
        notices[day][key] = Sent(notice.sent_on, notice.sent_by, notice.how)
    return (
        tuple(line for row in rows for line in reports_of(row, region, reports[row.day])),
        tuple(line for row in rows for line in notices_of(row, region, vnr, notices[row.day])),
    )


def _hanging(session: Session, case: Case, table: Any) -> Iterable[tuple[date, Any]]:
    query = select(Hearing.day, table).join(Hearing, Hearing.id == table.hearing_id)
    return ((day, row) for day, row in session.execute(query.where(Hearing.case_id == case.id)))


def keep_report(work: Work, row: Hearing, code: str, on: date, by: str) -> None:
    """Keep when a report was sent; said again, it replaces and history keeps."""
    query = select(HearingReport).where(HearingReport.hearing_id == row.id, HearingReport.code == code)
    kept = work.session.scalar(query)
    if kept is None:
        kept = HearingReport(hearing_id=row.id, code=code)
        work.session.add(kept)
    kept.sent_on, kept.sent_by, kept.seq = on, by, work.seq


def keep_notice(work: Work, row: Hearing, key: NoticeKey, sent: Sent) -> None:
    """Keep when and how a notice was sent; said again, it replaces and history keeps."""
    query = select(BoardNotice).where(
        BoardNotice.hearing_id == row.id,
        BoardNotice.about == key.about,
        BoardNotice.recipient == key.to,
        BoardNotice.outcome == key.outcome,
    )
    kept = work.session.scalar(query)
    if kept is None:
        kept = BoardNotice(hearing_id=row.id, about=key.about, recipient=key.to, outcome=key.outcome)
        work.session.add(kept)
    kept.sent_on, kept.how, kept.sent_by, kept.seq = sent.on, sent.how, sent.by, work.seq


def key_of(row: Hearing, about: NoticeAbout) -> str:
    """Which result a notice tells of; nothing for the hearing itself."""
    return row.outcome.value if about is NoticeAbout.RESULT and row.outcome else ""


# What the Board was told.


def told(session: Session, case_id: int) -> tuple[ToldRow, ...]:
    """Every telling of a case, the one that stands first."""
    query = select(BoardTold).where(BoardTold.case_id == case_id).order_by(BoardTold.id.desc())
    return tuple(told_row(row) for row in session.scalars(query))


def told_row(row: BoardTold) -> ToldRow:
    """A telling as it leaves the register."""
    return ToldRow(
        row.told_on, row.told_by, row.hearing, row.address, tuple(row.programmes), tuple(row.conditions)
    )


def drift_rows(session: Session, case_id: int) -> tuple[DriftRow, ...]:
    """Every difference of a case from what the Board was told, the open ones first, then the latest."""
    rows = session.scalars(select(ToldDrift).where(ToldDrift.case_id == case_id)).all()
    ordered = sorted(rows, key=lambda row: (row.settled_seq is not None, -row.id))
    return tuple(
        DriftRow(
            row.id,
            row.field,
            row.told,
            row.now,
            row.state,
            row.raised_on,
            row.settled_on,
            row.settled_reason or "",
        )
        for row in ordered
    )


def open_drift(session: Session, case: Case, number: int) -> ToldDrift:
    """One open drift of a case by number. Raises NotFound and Refused."""
    row = session.get(ToldDrift, number)
    if row is None or row.case_id != case.id:
        raise NotFound(
            f"This case has no drift number {number}; nothing was changed: `forumdesk hearing list` shows them."
        )
    if row.state is not DriftState.OPEN or row.settled_seq is not None:
        raise Refused(f"Drift {number} is settled already ({row.settled_reason}); nothing was changed.")
    return row


def board_file(session: Session, person_id: int, case: Case | None) -> BoardFile:
    """All that a case shows of the Board."""
    rows = hearings(session, person_id, case)
    if case is None:
        return BoardFile(rows)
    reports, notices = reports_and_notices(
        session, case, rows, region_of(session, case), has_vnr(session, person_id)
    )
    return BoardFile(rows, reports, notices, told(session, case.id), drift_rows(session, case.id))

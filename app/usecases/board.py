"""The Parole Board: hearings, their reports, results and notices, and what the Board was told (needs B1 to B3)."""

from __future__ import annotations

from datetime import date

from app.desk import use_case
from app.domain.board import BoardFile, DriftRow, ToldRow
from app.domain.case_drafts import needed
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.hearings import (
    DEFAULT_KIND,
    NoticeKey,
    ResultMade,
    Sent,
    WaitingRow,
    actions_of,
    read_outcome,
    read_report,
    rule_of_notice,
)
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.words import BoardOutcome, DriftState, NoticeAbout, NoticeTo, Topic
from db import drifts
from db.queries import board as queries
from db.queries.board_waiting import waiting
from db.queries.cases import episodes, may_open, open_case, person, scope_of
from db.queries.register import forum as forum_by_code
from db.tables.board import BoardTold, Hearing
from db.tables.register import Case
from db.work import Work

_CHANGES = (Topic.CASES, Topic.MEETINGS)


@use_case(Permission.OPEN_CASE, looks=True)
def see_board(work: Work, prn: str) -> BoardFile:
    """Hearings with their reports and notices, what the Board was told, and what has drifted since.

    The date in IOMS, or the forum's own word on it, counts as a hearing until its result is recorded.
    """
    who = person(work.session, prn)
    may_open(work, who.id)
    of_person = episodes(work.session, who.id)
    found = queries.board_file(work.session, who.id, of_person[0] if of_person else None)
    work.enter(work.person(prn), hearings=len(found.hearings), drifts=len(found.open_drifts))
    return found


@use_case(Permission.OPEN_CASE, looks=True)
def board_waiting(work: Work, forum: str = "") -> tuple[WaitingRow, ...]:
    """Whatever waits for the Board's sake in one forum, or in all this person may open cases of: what the Board is
    to be told, notices and reports not sent. The gravest first, then by day due."""
    code = forum_by_code(work.session, forum).code if forum else None
    rows = waiting(work.session, code, scope_of(work), work.today)
    work.enter("what waits for the Board", waiting=len(rows))
    return rows


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def record_hearing(work: Work, prn: str, day: date, kind: str = DEFAULT_KIND) -> None:
    """Record a hearing. It moves no anchor: the rule counts with the extract's dates and their corrections."""
    _, case = open_case(work.session, prn)
    if queries.hearing(work.session, case, day) is not None:
        raise Refused(f"A hearing on {show_date(day)} is recorded for {prn} already; nothing was changed.")
    _hearing_comes(work, case, day, clean(needed(kind, "The kind of hearing")))
    work.enter(work.person(prn))


def _hearing_comes(work: Work, case: Case, day: date, kind: str) -> None:
    """Store a hearing, and settle what asked for its date."""
    queries.keep_hearing(work, case.id, day, kind)
    for earlier in queries.hearings_with_result(work.session, case):
        if earlier.day < day and earlier.outcome is not None:
            code = f"{earlier.outcome.value}: next-hearing"
            queries.settle_made(
                work.session, [earlier], code, work.today, f"hearing on {show_date(day)} recorded"
            )


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def record_result(
    work: Work,
    prn: str,
    day: date,
    result: str,
    received: date,
    outcome: BoardOutcome | None = None,
    next_day: date | None = None,
) -> ResultMade:
    """Record what the Board decided and the day it reached the forum; the case comes to the next meeting.

    The result makes its actions at once (design data: `RESULT_ACTIONS`). Without `outcome` it is read from the
    words. A hearing that only IOMS names is recorded with it. A result put right keeps what it said in history,
    overtakes the open actions of the one before and doubles none. `next_day` records the next hearing.
    """
    told = needed(result, "The result")
    who, case = open_case(work.session, prn)
    row = queries.known_hearing(work, case, day)
    if received < day:
        raise Refused(
            f"A result cannot be received on {show_date(received)}, before the hearing on {show_date(day)}; "
            "nothing was changed."
        )
    if next_day is not None and next_day <= day:
        raise Refused(
            f"The next hearing on {show_date(next_day)} does not come after the one on {show_date(day)}; "
            "nothing was changed."
        )
    read = outcome or read_outcome(told)
    row.result, row.received, row.result_seq, row.outcome = told, received, work.seq, read
    _next_hearing(work, case, row, next_day)
    work.session.flush()
    wanted = actions_of(
        read,
        received,
        queries.region_of(work.session, case),
        next_known=any(h.day > day for h in queries.hearings(work.session, who.id, case) if h.result is None),
        vnr=queries.has_vnr(work.session, who.id),
        leading=case.leading_service,
        owner=case.owner,
    )
    made, again, overtaken = queries.sync_actions(work, row, wanted, f"now {read.value}")
    work.enter(work.person(prn), actions_made=made, opened_again=again, overtaken=overtaken)
    return ResultMade(read, wanted, made, again, overtaken)


def _next_hearing(work: Work, case: Case, row: Hearing, next_day: date | None) -> None:
    """Record the next hearing that a result names. Where the result is put right, the one it named before moves."""
    if next_day is None or next_day == row.next_day:
        return
    named = queries.hearing(work.session, case, row.next_day) if row.next_day else None
    if queries.hearing(work.session, case, next_day) is None:
        if named is not None and named.result is None:
            named.day = next_day
        else:
            _hearing_comes(work, case, next_day, row.kind)
    row.next_day = next_day


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def take_back_result(work: Work, prn: str, day: date, reason: str) -> int:
    """Take back a result that was entered wrongly; it stays in history. Gives back how many actions it overtakes.

    A next hearing that it named stays recorded: only a result of its own ends a hearing.
    """
    why = needed(reason, "The reason")
    _, case = open_case(work.session, prn)
    row = queries.hearing(work.session, case, day)
    if row is None or row.result is None:
        raise Refused(
            f"No result of a hearing on {show_date(day)} is recorded for {prn}; nothing was changed."
        )
    row.result = row.received = row.result_seq = row.outcome = None
    _, _, overtaken = queries.sync_actions(work, row, (), f"taken back, {why}")
    work.enter(work.person(prn), reason=why, overtaken=overtaken)
    return overtaken


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def send_report(work: Work, prn: str, day: date, report: str, on: date | None = None, by: str = "") -> str:
    """Keep that a report went to the Board for a hearing. Gives back the report's words."""
    _, case = open_case(work.session, prn)
    row = queries.known_hearing(work, case, day)
    rule = read_report(report, row.kind)
    queries.keep_report(work, row, rule.code, _not_ahead(work, on), clean(by) or work.user_name)
    work.enter(work.person(prn), reports=1)
    return rule.words


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def send_notice(
    work: Work, prn: str, day: date, to: NoticeTo, how: str, on: date | None = None, by: str = ""
) -> NoticeAbout:
    """Keep when and how somebody was told of a hearing, or of its result once there is one (need B3).

    The action that the result made for it is done with it. A case that ended may still have its notices sent.
    """
    who = person(work.session, prn)
    of_person = episodes(work.session, who.id)
    case = of_person[0] if of_person else open_case(work.session, prn)[1]
    row = queries.known_hearing(work, case, day)
    about = NoticeAbout.HEARING if row.result is None else NoticeAbout.RESULT
    sent = Sent(_not_ahead(work, on), clean(by) or work.user_name, needed(how, "How they were told"))
    queries.keep_notice(work, row, NoticeKey(about, to, queries.key_of(row, about)), sent)
    if row.outcome is not None and (code := rule_of_notice(row.outcome, to)):
        note = f"told {show_date(sent.on)}, {sent.how}"
        queries.settle_made(work.session, [row], code, sent.on, note)
    work.enter(work.person(prn), notices=1)
    return about


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def tell_board(
    work: Work, prn: str, on: date | None = None, by: str = "", hearing: date | None = None
) -> ToldRow:
    """Freeze what the Board was told: the plan's next address, programmes and conditions as they are now (need B2).

    From here on whatever departs from it raises *Tell the Board*; what an earlier telling left open is settled.
    """
    _, case = open_case(work.session, prn)
    if hearing is not None:
        queries.known_hearing(work, case, hearing)
    now = drifts.told_now(work.session, [case.id]).get(case.id)
    if now is None:
        raise Refused(
            f"The plan of {prn} has no next address, no programmes and no conditions, so there is nothing the Board "
            "could have been told; nothing was changed: enter the plan first."
        )
    row = BoardTold(
        case_id=case.id,
        hearing=hearing,
        told_on=_not_ahead(work, on),
        told_by=clean(by) or work.user_name,
        address=now.address,
        programmes=list(now.programmes),
        conditions=list(now.conditions),
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    work.enter(work.person(prn), told=1)
    return queries.told_row(row)


@use_case(Permission.EDIT_CASE, topics=_CHANGES)
def withdraw_drift(work: Work, prn: str, number: int, reason: str) -> DriftRow:
    """Say why the Board need not be told of a difference; it is raised again only when the plan says something else."""
    why = needed(reason, "The reason")
    _, case = open_case(work.session, prn)
    row = queries.open_drift(work.session, case, number)
    row.state, row.settled_seq, row.settled_on = DriftState.WITHDRAWN, work.seq, work.today
    row.settled_reason = f"withdrawn by {work.user_name}: {why}"
    work.session.flush()
    work.enter(work.person(prn), reason=why)
    return next(line for line in queries.drift_rows(work.session, case.id) if line.number == number)


def _not_ahead(work: Work, on: date | None) -> date:
    """The day something was sent or said: today unless told, and never a day to come."""
    if on is not None and on > work.today:
        raise Refused(f"{show_date(on)} is still to come; nothing was changed: give the day it was done.")
    return on or work.today

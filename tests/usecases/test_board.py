"""The Board: results make actions once, notices are kept, and no change of the plan since a telling is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.desk import Desk
from app.domain.board import BoardFile, DriftRow
from app.domain.errors import NotFound, Refused
from app.domain.meeting import ActionRow
from app.domain.plan_words import ConditionState
from app.domain.words import (
    ActionOutcome,
    AgendaReason,
    BoardOutcome,
    DriftState,
    ExitReason,
    NoticeAbout,
    NoticeTo,
    Service,
)
from app.usecases import agenda, board, case_history, cases, conditions, meeting, plan
from db.tables.plan import Address
from db.tables.trail import Trail
from db.work import Work
from tests.fixtures import made_cases
from tests.fixtures.few_people import ELSEWHERE, OCONNOR, TUTAHI, with_people

HELD, RECEIVED = date(2027, 2, 20), date(2027, 2, 22)
TODAY = date(2026, 11, 17)


def _open(desk: Desk, prn: str = TUTAHI) -> list[ActionRow]:
    return [row for row in meeting.list_actions(desk, "CHC", only_open=True) if row.prn == prn]


def _texts(desk: Desk) -> list[str]:
    return sorted(row.text for row in _open(desk))


def _file(desk: Desk, prn: str = TUTAHI) -> BoardFile:
    return board.see_board(desk, prn)


def _drifts(desk: Desk) -> list[DriftRow]:
    return list(_file(desk).open_drifts)


def _released(desk: Desk) -> None:
    board.record_result(desk, TUTAHI, HELD, "Released on parole", RECEIVED)


# Results and what they make.


def test_a_release_makes_its_actions_at_once_for_each_service_with_its_day(register: Path) -> None:
    desk = with_people(register)
    made = board.record_result(desk, TUTAHI, HELD, "Released on parole", RECEIVED)
    assert (made.outcome, made.made, made.overtaken) == (BoardOutcome.RELEASED, 3, 0)
    assert {(row.service, row.due) for row in _open(desk)} == {
        (Service.POLICE, date(2027, 2, 23)),
        (Service.PROBATION, date(2027, 2, 23)),
        (Service.PRISONS, date(2027, 2, 23)),
    }
    assert all(row.meeting is None for row in _open(desk))


def test_the_vnr_co_ordinator_is_told_where_the_flag_stands(register: Path) -> None:
    desk = with_people(register)
    board.record_hearing(desk, OCONNOR, HELD)
    board.record_result(desk, OCONNOR, HELD, "released", RECEIVED)
    assert "Tell the VNR co-ordinator: the Board ordered release" in {r.text for r in _open(desk, OCONNOR)}


def test_the_same_result_again_doubles_no_action(register: Path) -> None:
    desk = with_people(register)
    _released(desk)
    before = _texts(desk)
    made = board.record_result(desk, TUTAHI, HELD, "Released on parole.", date(2027, 2, 24))
    assert (made.made, made.again, made.overtaken) == (0, 0, 0)
    assert _texts(desk) == before
    assert {row.due for row in _open(desk)} == {date(2027, 2, 25)}, "the day due moves with the day received"


def test_a_result_put_right_overtakes_what_it_made_and_put_right_again_opens_it_again(register: Path) -> None:
    desk = with_people(register)
    cases.set_case(desk, TUTAHI, Service.PROBATION, "Hine Smith")
    _released(desk)
    right = board.record_result(desk, TUTAHI, HELD, "declined", RECEIVED)
    assert (right.made, right.overtaken) == (2, 3)
    assert _texts(desk) == [
        "Find out and record the next hearing date",
        "Review the release plan against the Board's reasons",
    ]
    review = next(row for row in _open(desk) if row.text.startswith("Review"))
    assert (review.owner, review.due) == ("Hine Smith", date(2027, 3, 22))
    back = board.record_result(desk, TUTAHI, HELD, "released", RECEIVED)
    assert (back.made, back.again, back.overtaken) == (0, 3, 2)
    assert len(_open(desk)) == 3
    assert len(meeting.list_actions(desk, "CHC")) == 5, "five rows in all, whatever the result said meanwhile"


def test_what_somebody_has_done_stays_done_when_the_result_is_put_right(register: Path) -> None:
    desk = with_people(register)
    _released(desk)
    first = _open(desk)[0]
    meeting.settle_action(desk, str(first.id), ActionOutcome.DONE, date(2027, 2, 23))
    board.record_result(desk, TUTAHI, HELD, "declined", RECEIVED)
    row = next(row for row in meeting.list_actions(desk, "CHC") if row.id == first.id)
    assert row.outcome is ActionOutcome.DONE


def test_a_result_taken_back_is_no_result_and_its_open_actions_are_overtaken(register: Path) -> None:
    desk = with_people(register)
    _released(desk)
    assert board.take_back_result(desk, TUTAHI, HELD, "another person's letter") == 3
    assert _open(desk) == []
    assert _file(desk).hearings[0].result is None
    assert "Released on parole" in {line.old for line in case_history.case_history(desk, TUTAHI)}
    with pytest.raises(Refused, match="No result"):
        board.take_back_result(desk, TUTAHI, HELD, "again")


def test_a_next_date_is_recorded_as_a_hearing_and_moves_when_it_is_put_right(register: Path) -> None:
    desk = with_people(register)
    board.record_result(desk, TUTAHI, HELD, "declined", RECEIVED, next_day=date(2027, 8, 20))
    assert "Find out and record the next hearing date" not in _texts(desk)
    board.record_result(desk, TUTAHI, HELD, "declined", RECEIVED, next_day=date(2027, 8, 27))
    assert [row.day for row in _file(desk).hearings] == [HELD, date(2027, 8, 27)]
    with pytest.raises(Refused, match="does not come after"):
        board.record_result(desk, TUTAHI, HELD, "declined", RECEIVED, next_day=HELD)


def test_recording_the_next_hearing_settles_the_action_that_asked_for_it(register: Path) -> None:
    desk = with_people(register)
    board.record_result(desk, TUTAHI, HELD, "adjourned", RECEIVED)
    board.record_hearing(desk, TUTAHI, date(2027, 4, 9))
    assert _texts(desk) == ["Do what the Board adjourned for"]


# Notices and reports.


def test_a_notice_is_kept_with_its_day_and_manner_and_settles_its_action(register: Path) -> None:
    desk = with_people(register)
    _released(desk)
    assert board.send_notice(desk, TUTAHI, HELD, NoticeTo.POLICE, "e-mail", TODAY) is NoticeAbout.RESULT
    sent = [row for row in _file(desk).notices if row.sent]
    assert [(row.to, row.state(TODAY)) for row in sent] == [(NoticeTo.POLICE, "sent 17/11/2026, e-mail")]
    assert Service.POLICE not in {row.service for row in _open(desk)}
    assert {row.to for row in _file(desk).notices if row.sent is None} == {NoticeTo.PROBATION, NoticeTo.UNIT}
    with pytest.raises(Refused, match="still to come"):
        board.send_notice(desk, TUTAHI, HELD, NoticeTo.UNIT, "telephone", date(2026, 11, 18))
    with pytest.raises(Refused, match="How they were told"):
        board.send_notice(desk, TUTAHI, HELD, NoticeTo.UNIT, " ")


def test_whoever_was_told_another_result_is_to_be_told_anew(register: Path) -> None:
    desk = with_people(register)
    _released(desk)
    board.send_notice(desk, TUTAHI, HELD, NoticeTo.POLICE, "e-mail")
    board.record_result(desk, TUTAHI, HELD, "declined", RECEIVED)
    police = [row for row in _file(desk).notices if row.to is NoticeTo.POLICE]
    assert [(row.outcome, row.sent is None) for row in police] == [("declined", True), ("released", False)]


def test_what_is_outstanding_stands_in_words_and_the_notices_of_a_release_outlast_the_case(
    register: Path,
) -> None:
    desk = with_people(register)
    assert board.board_waiting(desk, "CHC") == (), "the hearing is more than a month away"
    _released(desk)
    cases.close_case(desk, TUTAHI, ExitReason.PAROLE)
    waiting = board.board_waiting(desk, "chc")
    assert [(row.prn, row.what, row.due) for row in waiting] == [
        (TUTAHI, "notice", date(2027, 2, 23)) for _ in range(3)
    ]
    assert waiting[0].sentence == "Police to be told of the result (released) of the hearing of 20/02/2027"
    for to in (NoticeTo.POLICE, NoticeTo.PROBATION, NoticeTo.UNIT):
        board.send_notice(desk, TUTAHI, HELD, to, "e-mail")
    assert board.board_waiting(desk) == ()


def test_reports_and_notices_of_a_hearing_that_only_the_extract_names_are_due(register: Path) -> None:
    desk = with_people(register)
    cases.correct_value(desk, TUTAHI, "Next hearing date", "27/11/2026", "moved up")
    waiting = [row for row in board.board_waiting(desk, "CHC") if row.prn == TUTAHI]
    assert [row.what for row in waiting] == ["notice"] * 3 + ["report"] * 4
    assert all(row.is_late(TODAY) for row in waiting)
    of_case = {sentence for _, sentence, _ in _file(desk).waiting(TODAY)}
    assert of_case == {row.sentence for row in waiting}, "the case says the same as the list"
    assert board.send_report(desk, TUTAHI, date(2026, 11, 27), "prison") == "prison's report on conduct"
    assert len([row for row in board.board_waiting(desk, "CHC") if row.what == "report"]) == 3


# What the Board was told.


def _told(register: Path) -> Desk:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.propose_address(desk, TUTAHI, "3 Rātā Lane")
    plan.set_address(desk, TUTAHI, 1, is_next=True)
    plan.answer_question(desk, TUTAHI, "programmes", "STURP")
    row = board.tell_board(desk, TUTAHI, by="Hine Smith", hearing=HELD)
    assert (row.on, row.by, row.hearing, row.address) == (TODAY, "Hine Smith", HELD, "12 Kōwhai Street")
    assert _drifts(desk) == []
    return desk


def test_a_change_of_the_plan_raises_tell_the_board_with_old_and_new(register: Path) -> None:
    desk = _told(register)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    [row] = _drifts(desk)
    assert row.words == "address was 12 Kōwhai Street, is now 3 Rātā Lane"
    assert board.board_waiting(desk)[0].sentence == f"Tell the Board: {row.words}"
    assert row.since == TODAY


def test_the_same_change_again_raises_nothing_and_a_further_one_updates_it(register: Path) -> None:
    desk = _told(register)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    plan.set_address(desk, TUTAHI, 2, verified=True)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    [first] = _file(desk).drifts
    plan.withdraw_address(desk, TUTAHI, 2, "the occupier", "sold")
    [second] = _file(desk).drifts
    assert (first.number, first.now, second.now) == (second.number, "3 Rātā Lane", "none")


def test_a_change_back_settles_it_by_itself_and_says_so(register: Path) -> None:
    desk = _told(register)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    plan.set_address(desk, TUTAHI, 1, is_next=True)
    [row] = _file(desk).drifts
    assert (row.state, row.reason) == (DriftState.BACK, "the plan was again what the Board had been told")
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    assert [r.state for r in _file(desk).drifts] == [DriftState.OPEN, DriftState.BACK]


def test_telling_anew_settles_every_drift(register: Path) -> None:
    desk = _told(register)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    plan.answer_question(desk, TUTAHI, "programmes", "Kia Mārama")
    assert len(_drifts(desk)) == 2
    board.tell_board(desk, TUTAHI)
    assert {row.state for row in _file(desk).drifts} == {DriftState.TOLD}
    assert [row.address for row in _file(desk).told] == ["3 Rātā Lane", "12 Kōwhai Street"]


def test_a_withdrawn_drift_stays_withdrawn_until_the_plan_changes_further(register: Path) -> None:
    desk = _told(register)
    plan.set_address(desk, TUTAHI, 2, is_next=True)
    [row] = _drifts(desk)
    with pytest.raises(Refused, match="reason is missing"):
        board.withdraw_drift(desk, TUTAHI, row.number, " ")
    with pytest.raises(NotFound, match="no drift number"):
        board.withdraw_drift(desk, OCONNOR, row.number, "x")
    gone = board.withdraw_drift(desk, TUTAHI, row.number, "the same house, another gate")
    assert gone.reason.endswith("the same house, another gate")
    plan.set_address(desk, TUTAHI, 2, verified=True)
    assert _drifts(desk) == []
    with pytest.raises(Refused, match="settled already"):
        board.withdraw_drift(desk, TUTAHI, row.number, "again")
    plan.withdraw_address(desk, TUTAHI, 2, "the occupier", "sold")
    assert [r.now for r in _drifts(desk)] == ["none"]


def test_a_condition_proposed_or_withdrawn_after_the_telling_is_to_be_told(register: Path) -> None:
    desk = _told(register)
    row = conditions.add_condition(desk, TUTAHI, words="No contact with the press")
    assert [drift.words for drift in _drifts(desk)] == [
        "conditions was none, is now No contact with the press"
    ]
    board.tell_board(desk, TUTAHI)
    conditions.step_condition(desk, TUTAHI, row.number, ConditionState.ASKED)
    assert _drifts(desk) == []
    conditions.step_condition(desk, TUTAHI, row.number, ConditionState.WITHDRAWN, note="not needed")
    assert [drift.now for drift in _drifts(desk)] == ["none"]


def test_no_writer_can_pass_the_alarm_even_by_a_bulk_statement(register: Path) -> None:
    desk = _told(register)

    def behind_its_back(work: Work) -> None:
        work.connection.execute(update(Address).where(Address.rank == 1).values(address="elsewhere"))

    made_cases.do(desk, behind_its_back)
    assert [row.now for row in _drifts(desk)] == ["elsewhere"]


def test_drift_brings_the_case_to_the_table_until_it_is_told(register: Path) -> None:
    desk = _told(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    plan.set_address(desk, TUTAHI, 2, is_next=True)

    def reasons() -> tuple[AgendaReason, ...]:
        view = agenda.see_agenda(desk, "CHC-2026-12-02")
        assert view.agenda is not None
        return next((item.reasons for item in view.agenda.items if item.prn == TUTAHI), ())

    assert AgendaReason.TELL_THE_BOARD in reasons()
    board.tell_board(desk, TUTAHI)
    assert AgendaReason.TELL_THE_BOARD not in reasons()


def test_a_plan_with_nothing_in_it_cannot_have_been_told(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match="nothing the Board could have been told"):
        board.tell_board(desk, TUTAHI)
    with pytest.raises(Refused, match="No hearing"):
        board.tell_board(_told_other(desk), ELSEWHERE, hearing=HELD)


def _told_other(desk: Desk) -> Desk:
    plan.answer_question(desk, ELSEWHERE, "programmes", "STURP")
    return desk


def test_the_trail_says_that_a_drift_was_raised_and_never_what(register: Path) -> None:
    desk = _told(register)
    plan.set_address(desk, TUTAHI, 2, is_next=True)

    def bodies(work: Work) -> list[str]:
        rows = select(Trail.body).where(Trail.event == "set_address").order_by(Trail.seq)
        return list(work.session.scalars(rows))

    last = made_cases.do(desk, bodies)[-1]
    assert '"drifts_raised":1' in last
    assert "Rātā" not in last

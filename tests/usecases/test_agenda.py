"""The agenda as the register gives it: what counts as *since the last meeting*, and what an issue freezes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, update

from app import desk as door
from app.desk import Desk
from app.domain.agenda import Agenda, AgendaItem
from app.domain.errors import Damaged, NotFound, NotPermitted, Refused
from app.domain.meeting import DecisionDraft
from app.domain.words import (
    CheckKind,
    DateName,
    DecisionKind,
    ExitReason,
    FlagCode,
    MeetingKind,
    NeedDomain,
    Owner,
    Role,
)
from app.usecases import agenda as agendas
from app.usecases import board, cases, discussion, meeting, people
from db.queries import agenda as queries
from db.queries import meeting as meeting_queries
from db.tables.meeting import Meeting
from db.tables.plan import AddressCheck
from db.tables.register import AnchorMove, Flag
from db.work import Work, session_on
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import add_address, add_case, add_flag, answer, do, end_case

FIRST, SECOND, THIRD = "CHC-2027-02-10", "CHC-2027-03-10", "CHC-2027-04-07"
FAR = (DateName.PAROLE_ELIGIBILITY, date(2029, 6, 15))


@pytest.fixture
def desk(register: Path) -> Desk:
    """An administrator, three meetings, and one case far from everything."""
    sitting = desks.sit(register)
    for day in (date(2027, 2, 10), date(2027, 3, 10), date(2027, 4, 7)):
        meeting.schedule_meeting(sitting, "CHC", day)
    do(sitting, lambda work: add_case(work, "001", anchor=FAR))
    return sitting


def seen(desk: Desk, code: str = SECOND) -> Agenda:
    agenda = agendas.see_agenda(desk, code).agenda
    assert agenda is not None
    return agenda


def item(desk: Desk, prn: str = "001", code: str = SECOND) -> AgendaItem:
    return next(item for item in seen(desk, code).items if item.prn == prn)


def reasons(desk: Desk, prn: str = "001", code: str = SECOND) -> list[str]:
    return [str(r) for listed in seen(desk, code).items if listed.prn == prn for r in listed.reasons]


def hold_first(desk: Desk, decision: DecisionKind = DecisionKind.AGREED) -> None:
    """Issue, decide and close the first meeting."""
    agendas.issue_agenda(desk, FIRST)
    for listed in seen(desk, FIRST).items:
        discussion.decide_item(desk, FIRST, listed.prn, DecisionDraft(decision, "As discussed."))
    meeting.close_meeting(desks.sit(desk.folder, Role.CHAIR), FIRST)


def test_what_is_entered_after_the_last_closing_is_since_whatever_the_calendar_says(desk: Desk) -> None:
    do(desk, lambda work: add_case(work, "002", anchor=FAR))
    assert reasons(desk, "002") == []
    hold_first(desk)
    assert reasons(desk, "002") == []
    do(desk, lambda work: add_case(work, "003", anchor=FAR))
    assert reasons(desk, "003") == ["new-case"]


def test_a_flag_raised_as_the_case_is_opened_is_no_change(desk: Desk) -> None:
    hold_first(desk)

    def both(work: Work) -> None:
        add_flag(work, add_case(work, "004", anchor=FAR), FlagCode.CSO, date(2027, 2, 1))

    do(desk, both)
    assert reasons(desk, "004") == ["new-case"]
    do(desk, lambda work: add_flag(work, 1, FlagCode.VNR, date(2027, 2, 20)))
    assert item(desk).sentences == ("Flags changed since the last meeting: VNR raised on 20/02/2027.",)


def test_a_flag_withdrawn_since_the_last_meeting_is_told(desk: Desk) -> None:
    number = do(desk, lambda work: add_flag(work, 1, FlagCode.CSO, date(2026, 1, 1)))
    hold_first(desk)

    def withdraw(work: Work) -> None:
        row = work.session.get_one(Flag, number)
        row.withdrawn_seq, row.to_date = work.seq, date(2027, 2, 21)

    do(desk, withdraw)
    assert item(desk).sentences == ("Flags changed since the last meeting: CSO withdrawn on 21/02/2027.",)


def _move(work: Work, old: date, new: date) -> None:
    name = DateName.PAROLE_ELIGIBILITY
    work.session.add(
        AnchorMove(
            case_id=1,
            seq=work.seq,
            old_name=name,
            old_date=old,
            new_name=name,
            new_date=new,
            days_lost=0,
            reason="extract",
        )
    )


def test_an_anchor_that_moved_and_came_back_has_not_moved(desk: Desk) -> None:
    there, back = date(2029, 6, 15), date(2029, 8, 1)
    hold_first(desk)
    do(desk, lambda work: _move(work, there, back))
    assert reasons(desk) == ["date-moved"]
    do(desk, lambda work: _move(work, back, there))
    assert reasons(desk) == []


def test_a_move_told_at_the_last_meeting_is_not_told_again(desk: Desk) -> None:
    do(desk, lambda work: _move(work, date(2029, 1, 1), FAR[1]))
    hold_first(desk)
    assert reasons(desk) == []


def test_a_hearing_is_listed_until_its_result_and_then_for_its_result(desk: Desk) -> None:
    do(desk, lambda work: add_case(work, "005", anchor=FAR, next_hearing=date(2027, 3, 20)))
    hold_first(desk)
    assert reasons(desk, "005") == ["hearing-before-next"]
    board.record_result(desk, "005", date(2027, 3, 20), "declined", date(2027, 3, 22))
    assert reasons(desk, "005") == ["board-result"]
    assert "declined (hearing of 20/03/2027)" in item(desk, "005").sentences[0]


def test_the_forums_own_word_on_a_date_beats_the_extract(desk: Desk) -> None:
    do(desk, lambda work: add_case(work, "006", anchor=FAR, statutory_release=date(2028, 5, 5)))
    assert reasons(desk, "006") == []
    cases.correct_value(desk, "006", "Statutory release date", "12/03/2027", "Sentence recalculated")
    assert "release-before-next" in reasons(desk, "006")


def test_a_released_case_is_noted_once_and_other_endings_are_not_considered(desk: Desk) -> None:
    do(desk, lambda work: [add_case(work, prn, anchor=FAR) for prn in ("007", "008")])
    hold_first(desk)
    do(desk, lambda work: end_case(work, 2, ExitReason.PAROLE))
    do(desk, lambda work: end_case(work, 3, ExitReason.DIED))
    agenda = seen(desk)
    assert (agenda.considered, reasons(desk, "007"), reasons(desk, "008")) == (2, ["released"], [])
    assert item(desk, "007").track == "paper"


def test_a_case_put_off_comes_back_and_its_milestone_is_not_taken(desk: Desk) -> None:
    near = (DateName.HEARING, date(2027, 9, 30))
    do(desk, lambda work: add_case(work, "009", anchor=near))
    hold_first(desk, DecisionKind.DEFERRED)
    assert reasons(desk, "009") == ["milestone-6", "deferred"]


def test_a_milestone_agreed_is_taken_and_the_larger_ones_stay_missed(desk: Desk) -> None:
    do(desk, lambda work: add_case(work, "009", anchor=(DateName.HEARING, date(2027, 7, 6))))
    assert item(desk, "009", FIRST).missed == (8, 6)
    hold_first(desk)
    assert reasons(desk, "009") == []
    assert (item(desk, "009", THIRD).milestone, item(desk, "009", THIRD).missed) == (2, (8, 6))


def test_a_plan_with_all_that_its_milestone_asks_goes_on_paper(desk: Desk) -> None:
    def whole(work: Work) -> None:
        record = {"leading_service": "prisons", "owner": "R. Case"}
        case_id = add_case(work, "010", anchor=(DateName.HEARING, date(2027, 8, 6)), vnr=True, case=record)
        add_address(work, case_id)
        answer(work, case_id, eso_ppo="not applied for", conditions="yes")
        for domain in NeedDomain:
            answer(work, case_id, **{f"need_{domain.value}": "met"})

    do(desk, whole)
    assert (item(desk, "010").milestone, item(desk, "010").missing) == (4, ())
    assert item(desk, "010").track == "paper"


def test_checks_count_for_the_first_address_alive_and_no_told_nobody(desk: Desk) -> None:
    def half(work: Work) -> None:
        case_id = add_case(work, "011", anchor=(DateName.HEARING, date(2027, 4, 2)))
        dead = add_address(work, case_id, withdrawn_by="the occupier")
        add_address(work, case_id, rank=2, verified=True, is_next=True)
        work.session.add(
            AddressCheck(
                address_id=dead,
                kind=CheckKind.PROBATION,
                answer="nothing held",
                owner=Owner.FORUM,
                seq=work.seq,
            )
        )
        answer(work, case_id, officer_told="no")

    do(desk, half)
    asked = item(desk, "011").missing
    assert "Probation's check of the first address answered" in asked
    assert "the probation officer told" in asked
    assert "a verified next address" not in asked
    assert "address-unsettled" not in reasons(desk, "011")


def test_the_next_meeting_is_the_forums_next_scheduled_one_of_any_kind(desk: Desk) -> None:
    meeting.schedule_meeting(desk, "HB", date(2027, 3, 12))
    assert seen(desk).meeting.next_day == date(2027, 4, 7)
    meeting.schedule_meeting(desk, "CHC", date(2027, 3, 17), MeetingKind.EXTRAORDINARY)
    assert seen(desk).meeting.next_day == date(2027, 3, 17)
    assert seen(desk, THIRD).meeting.next_day == date(2027, 5, 7)


def test_a_draft_names_the_meetings_before_it_that_are_not_closed_since_they_may_settle_what_is_on_it(
    desk: Desk,
) -> None:
    days = date(2027, 2, 10), date(2027, 3, 10)
    meeting.schedule_meeting(desk, "HB", date(2027, 3, 12))
    assert agendas.see_agenda(desk, THIRD).first == days
    hold_first(desk)
    assert agendas.see_agenda(desk, THIRD).first == days[1:]
    assert agendas.see_agenda(desk, SECOND).first == ()
    agendas.issue_agenda(desk, THIRD)
    assert agendas.see_agenda(desk, THIRD).first == (), "it is this text, whatever the one before settles"


def test_a_case_asked_for_is_listed_with_who_and_why_until_the_agenda_is_issued(desk: Desk) -> None:
    agendas.ask_for_case(desk, SECOND, "001", "Media interest", "Det. Sgt Rākete")
    assert item(desk).sentences == ("Asked for by Det. Sgt Rākete: Media interest.",)
    agendas.ask_for_case(desk, SECOND, "001", "Media interest, again", "Det. Sgt Rākete")
    assert item(desk).sentences == ("Asked for by Det. Sgt Rākete: Media interest, again.",)
    with pytest.raises(NotFound, match="no open case in CHC"):
        agendas.ask_for_case(desk, SECOND, "999", "Why not")
    agendas.issue_agenda(desk, SECOND)
    with pytest.raises(Refused, match="issued already"):
        agendas.ask_for_case(desk, SECOND, "001", "Too late")


def test_a_draft_tells_whose_review_for_high_profile_has_come_where_no_reason_lists_them(desk: Desk) -> None:
    """The day lists nobody (design/formats.md section 3); a meeting that decided the case on or after it ends it."""
    do(desk, lambda work: add_case(work, "020", anchor=FAR, case={"high_profile_review": date(2027, 3, 1)}))
    do(desk, lambda work: add_case(work, "021", anchor=FAR, case={"high_profile_review": date(2029, 3, 1)}))
    hold_first(desk)
    (told,) = agendas.see_agenda(desk, SECOND).reviews
    assert "set for 01/03/2027, and no reason lists the case. Ask for it" in told
    waiting = next(each for each in seen(desk, SECOND).not_listed if each.prn == "020")
    assert waiting.next > date(2028, 1, 1), "the day takes no part in the next date"
    agendas.ask_for_case(desk, SECOND, "020", "Its review has come")
    assert agendas.see_agenda(desk, SECOND).reviews == ()
    agendas.issue_agenda(desk, SECOND)
    for listed in seen(desk, SECOND).items:
        discussion.decide_item(desk, SECOND, listed.prn, DecisionDraft(DecisionKind.AGREED, "As discussed."))
    meeting.close_meeting(desks.sit(desk.folder, Role.CHAIR), SECOND)
    assert agendas.see_agenda(desk, THIRD).reviews == ()


def test_an_issued_agenda_does_not_change_and_cannot_be_issued_again(desk: Desk) -> None:
    issued = agendas.issue_agenda(desk, SECOND)
    do(desk, lambda work: add_case(work, "012"))
    again = agendas.see_agenda(desk, SECOND)
    assert (again.agenda, again.digest) == (issued.agenda, issued.digest)
    assert "no-anchor" in reasons(desk, "012", THIRD)
    with pytest.raises(Refused, match="issued already"):
        agendas.issue_agenda(desk, SECOND)


def test_an_issued_text_that_was_changed_outside_is_noticed(desk: Desk) -> None:
    agendas.issue_agenda(desk, SECOND)
    do(
        desk,
        lambda work: work.session.execute(
            update(Meeting).where(Meeting.meeting == SECOND).values(frozen='{"format":1}')
        ),
    )
    with pytest.raises(Damaged, match="not the text that was issued"):
        agendas.see_agenda(desk, SECOND)


def test_a_meeting_that_is_not_there_is_answered_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(NotFound, match="CHC-2027-02-10, CHC-2027-03-10, CHC-2027-04-07"):
        agendas.see_agenda(desk, "CHC-2027-03-11")
    with pytest.raises(NotFound, match="write the forum's code and the day"):
        agendas.see_agenda(desk, "March")


def test_police_liaison_see_names_prn_and_date_of_birth_and_nothing_else(desk: Desk) -> None:
    do(desk, lambda work: add_case(work, "013", surname="Tāwhara"))
    name, words = "Sgt Rākete", "a kettle sings on the stove"
    door.request_access(desk.folder, name, words, Role.POLICE_LIAISON, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(desk.folder, Role.CHAIR), name)
    liaison = door.sign_in(desk.folder, name, words, now=desks.Clock(), stretcher=CheapStretcher())
    view = agendas.see_agenda(liaison, SECOND)
    assert view.agenda is None
    assert view.people is not None
    assert [(one.prn, one.surname, one.date_of_birth) for one in view.people] == [
        ("013", "Tāwhara", date(1980, 2, 29))
    ]
    with pytest.raises(NotPermitted):
        agendas.issue_agenda(liaison, SECOND)


def test_an_agenda_of_many_cases_takes_no_more_statements_than_one_of_few(desk: Desk) -> None:
    def statements() -> int:
        count = 0

        def counted(*_: object) -> None:
            nonlocal count
            count += 1

        engine = desk.engine(read_only=True)
        event.listen(engine, "before_cursor_execute", counted)
        with session_on(engine) as session:
            row = meeting_queries.meeting(session, SECOND)
            queries.facts(session, "CHC", queries.last_closed(session, "CHC"), row)
        event.remove(engine, "before_cursor_execute", counted)
        return count

    few = statements()
    do(desk, lambda work: [add_case(work, f"9{number:03}") for number in range(60)])
    assert statements() == few < 20

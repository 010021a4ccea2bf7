"""Meetings: their schedule, what is recorded at them, and what stands in the way of closing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app import desk as door
from app.desk import Desk
from app.domain.attendance import AttendanceDraft
from app.domain.dates import AUCKLAND
from app.domain.errors import NotFound, NotPermitted, Overtaken, Refused
from app.domain.meeting import ActionDraft, DecisionDraft, TransferDraft
from app.domain.meeting_needs import working_days_between
from app.domain.words import (
    ActionOutcome,
    Contents,
    CopyState,
    DateName,
    DecisionKind,
    DisclosureConsidered,
    MeetingKind,
    MeetingState,
    Presence,
    Role,
    Service,
)
from app.usecases import agenda as agendas
from app.usecases import attendance, discussion, meeting, people, trail
from app.usecases.cases import set_case, show_case
from db.tables.packs import Copy, PrintRun
from db.tables.trail import History
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.at_table import CODE, chair, member, sit_down
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import add_case, do

AGREED = DecisionDraft(DecisionKind.AGREED, "As discussed.")


@pytest.fixture
def desk(register: Path) -> Desk:
    return sit_down(register)


def decide_all(desk: Desk) -> None:
    for prn in ("001", "002"):
        discussion.decide_item(desk, CODE, prn, AGREED)


def copy_out(desk: Desk, state: CopyState, code: str = "ABCD2345") -> None:
    def put(work: Work) -> None:
        run = PrintRun(
            meeting=CODE,
            contents=Contents.PACK,
            reason="",
            content_hash="",
            pages=1,
            plain=False,
            at=work.at,
            who=work.user_id,
            seq=work.seq,
        )
        work.session.add(run)
        work.session.flush()
        work.session.add(
            Copy(
                run_id=run.id,
                meeting=CODE,
                contents=Contents.PACK,
                number=1,
                of=1,
                holder="A. Holder",
                holder_key="a holder",
                service="prisons",
                large=False,
                code=code,
                pages=1,
                file_name="x.pdf",
                state=state,
                reserved_at=work.at,
            )
        )

    do(desk, put)


def test_a_meeting_is_named_by_forum_and_day_and_police_are_due_ten_working_days_before(desk: Desk) -> None:
    row = meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7), MeetingKind.SIGN_OFF)
    # Easter Friday and Monday 2027 are 26 and 29 March.
    assert (row.meeting, row.police_due) == ("CHC-2027-04-07", date(2027, 3, 22))
    assert row.state is MeetingState.DRAFT


def test_a_forum_meets_once_a_day(desk: Desk) -> None:
    with pytest.raises(Refused, match="CHC-2027-03-10 is scheduled already"):
        meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10), MeetingKind.EXTRAORDINARY)
    assert meeting.schedule_meeting(desk, "HB", date(2027, 3, 10)).meeting == "HB-2027-03-10"


def test_a_meeting_may_lie_in_any_year_since_no_clock_is_asked(desk: Desk) -> None:
    assert meeting.schedule_meeting(desk, "CHC", date(1999, 3, 10)).meeting == "CHC-1999-03-10"


def test_the_chair_rotates_between_the_corrections_services_unless_told(desk: Desk) -> None:
    first = meeting.list_meetings(desk, "CHC")[0].chair_service
    second = meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7)).chair_service
    third = meeting.schedule_meeting(desk, "CHC", date(2027, 5, 5)).chair_service
    assert (first, second, third) == (Service.PRISONS, Service.PROBATION, Service.PSYCHOLOGICAL)
    told = meeting.schedule_meeting(desk, "CHC", date(2027, 6, 2), chair_service=Service.PSYCHOLOGICAL)
    assert told.chair_service is Service.PSYCHOLOGICAL


def test_nothing_is_decided_on_an_agenda_that_is_not_issued(desk: Desk) -> None:
    draft = meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7)).meeting
    with pytest.raises(Refused, match="not issued yet"):
        discussion.decide_item(desk, draft, "001", AGREED)


def test_only_what_is_on_the_agenda_is_decided(desk: Desk) -> None:
    with pytest.raises(NotFound, match="not on the agenda"):
        discussion.decide_item(desk, CODE, "003", AGREED)


def test_deciding_again_replaces_and_history_keeps_what_was_said(desk: Desk) -> None:
    discussion.decide_item(desk, CODE, "001", AGREED)
    row = discussion.decide_item(desk, CODE, "001", DecisionDraft(DecisionKind.DEFERRED, "No report yet."))
    assert (row.decision, row.undecided) == (DecisionKind.DEFERRED, 1)
    told = do(
        desk,
        lambda work: work.session.scalars(
            select(History.old).where(History.subject == "decisions", History.field == "reason")
        ).all(),
    )
    assert told == ["As discussed."]


def test_a_meeting_with_an_undecided_item_cannot_close(desk: Desk) -> None:
    discussion.decide_item(desk, CODE, "001", AGREED)
    with pytest.raises(Refused, match="Not decided: 002"):
        meeting.close_meeting(chair(desk), CODE)


def test_a_meeting_with_a_reserved_copy_cannot_close(desk: Desk) -> None:
    decide_all(desk)
    copy_out(desk, CopyState.RESERVED)
    with pytest.raises(Refused, match="reserved and not settled: ABCD2345"):
        meeting.close_meeting(chair(desk), CODE)


def test_a_meeting_with_a_copy_out_cannot_close_until_a_reason_is_recorded(desk: Desk) -> None:
    decide_all(desk)
    copy_out(desk, CopyState.OUT)
    with pytest.raises(Refused, match="without a recorded holder and reason: ABCD2345"):
        meeting.close_meeting(chair(desk), CODE)
    with pytest.raises(Refused, match="No copy has the code ABCD2346"):
        meeting.close_meeting(chair(desk), CODE, {"ABCD2346": "Kept at home"})
    with pytest.raises(Refused, match="reason"):
        meeting.close_meeting(chair(desk), CODE, {"ABCD-2345": "  "})
    closed = meeting.close_meeting(chair(desk), CODE, {"abcd-2345": "Taken to court, back on Friday"})
    assert closed.meeting.state is MeetingState.CLOSED


@pytest.mark.parametrize(
    "state", [CopyState.RETURNED, CopyState.DESTROYED, CopyState.MISSING, CopyState.VOID]
)
def test_a_copy_accounted_for_stands_in_nobodys_way(desk: Desk, state: CopyState) -> None:
    decide_all(desk)
    copy_out(desk, state)
    assert meeting.close_meeting(chair(desk), CODE).meeting.state is MeetingState.CLOSED


def test_only_a_chair_closes(desk: Desk) -> None:
    decide_all(desk)
    with pytest.raises(NotPermitted):
        meeting.close_meeting(desk, CODE)


def test_what_is_not_as_it_should_be_is_a_warning_and_recorded(desk: Desk) -> None:
    decide_all(desk)
    warned = meeting.close_meeting(chair(desk), CODE).warnings
    assert [words.partition(":")[0] for words in warned] == [
        "No quorum",
        "The confidentiality statement is not recorded as read.",
        "Disclosure outside the forum was not considered for",
    ]


def test_a_meeting_as_it_should_be_closes_without_a_warning_and_takes_its_milestones(desk: Desk) -> None:
    for at, service in enumerate(Service):
        presence = Presence.SUBSTITUTE if at else Presence.PRESENT
        attendance.attend_meeting(desk, CODE, AttendanceDraft(service, f"Person {at}", presence))
    attendance.read_confidentiality(desk, CODE)
    yes = DecisionDraft(DecisionKind.AGREED, "Good plan.", disclosure=DisclosureConsidered.YES)
    no = DecisionDraft(DecisionKind.DEFERRED, "No report.", disclosure=DisclosureConsidered.NO)
    discussion.decide_item(desk, CODE, "001", yes)
    discussion.decide_item(desk, CODE, "002", no)
    closed = meeting.close_meeting(chair(desk), CODE)
    assert (closed.warnings, closed.milestones) == ((), (("001", 1),))


def test_a_closed_meeting_takes_nothing_more(desk: Desk) -> None:
    decide_all(desk)
    meeting.close_meeting(chair(desk), CODE)
    for act in (
        lambda: discussion.decide_item(desk, CODE, "001", AGREED),
        lambda: attendance.read_confidentiality(desk, CODE),
        lambda: meeting.close_meeting(chair(desk), CODE),
    ):
        with pytest.raises(Refused, match="is closed"):
            act()


def test_the_same_name_again_replaces_the_attendance(desk: Desk) -> None:
    first = AttendanceDraft(Service.POLICE, "Sgt Rākete", Presence.APOLOGIES)
    attendance.attend_meeting(desk, CODE, first)
    attendance.attend_meeting(desk, CODE, AttendanceDraft(Service.POLICE, "SGT RAKETE", Presence.PRESENT))
    decide_all(desk)
    (quorum, *_) = meeting.close_meeting(chair(desk), CODE).warnings
    assert "police" not in quorum


def an_action(desk: Desk, owner: str = "Wiremu Potiki", due: date = date(2027, 3, 31)) -> str:
    draft = ActionDraft("Ask the provider", Service.PROBATION, owner, due)
    return str(meeting.add_action(desk, CODE, "001", draft).id)


def test_an_open_action_is_carried_to_the_next_meeting_by_itself_until_it_is_settled(desk: Desk) -> None:
    number = an_action(desk)
    decide_all(desk)
    meeting.close_meeting(chair(desk), CODE)
    later = meeting.schedule_meeting(desk, "CHC", date(2027, 4, 7)).meeting

    def listed() -> list[str]:
        agenda = agendas.see_agenda(desk, later).agenda
        assert agenda is not None
        return [reason for item in agenda.items if item.prn == "001" for reason in item.reasons]

    assert "action-due" in listed()
    meeting.settle_action(desk, number, ActionOutcome.OVERTAKEN)
    assert "action-due" not in listed()
    assert meeting.list_actions(desk, "CHC", only_open=True) == ()


def test_a_service_is_asked_what_it_holds_by_an_action_within_ten_working_days(desk: Desk) -> None:
    row = meeting.ask_service(desk, "001", Service.PSYCHOLOGICAL)
    assert (row.meeting, row.service, row.owner) == (None, Service.PSYCHOLOGICAL, "to be confirmed")
    today = desk.now().astimezone(AUCKLAND).date()
    assert working_days_between(today, row.due, "CAN") == 10
    assert show_case(desk, "001").actions[-1].text == row.text
    (entry,) = [line for line in trail.list_trail(desk) if "asked a service" in line.sentence]
    assert "001" in entry.sentence


def test_a_service_is_not_asked_twice_while_it_has_not_answered(desk: Desk) -> None:
    first = meeting.ask_service(desk, "001", Service.POLICE)
    with pytest.raises(Refused, match="Police were asked already, by"):
        meeting.ask_service(desk, "001", Service.POLICE)
    meeting.ask_service(desk, "001", Service.PRISONS)
    meeting.settle_action(desk, str(first.id), ActionOutcome.DONE)
    assert meeting.ask_service(desk, "001", Service.POLICE).id != first.id


def test_the_owner_of_the_case_is_asked_where_it_is_their_service(desk: Desk) -> None:
    set_case(desk, "001", leading_service=Service.PROBATION, owner="S. Merrin")
    assert meeting.ask_service(desk, "001", Service.PROBATION).owner == "S. Merrin"
    assert meeting.ask_service(desk, "001", Service.PRISONS).owner == "to be confirmed"


def test_a_member_settles_an_action_of_their_own_and_no_other(desk: Desk) -> None:
    mine, other = an_action(desk), an_action(desk, "Somebody Else")
    reader = member(desk)
    assert meeting.settle_action(reader, mine, ActionOutcome.DONE).outcome is ActionOutcome.DONE
    with pytest.raises(NotPermitted, match="not yours"):
        meeting.settle_action(reader, other, ActionOutcome.DONE)


def test_a_member_sees_the_actions_of_people_on_the_agenda_alone(desk: Desk) -> None:
    def elsewhere(work: Work) -> None:
        add_case(work, "003", anchor=(DateName.HEARING, date(2029, 1, 1)))

    do(desk, elsewhere)
    an_action(desk)
    reader = member(desk)
    assert [row.prn for row in meeting.list_actions(reader)] == ["001"]


def test_an_action_of_another_forum_is_nobodys_business(desk: Desk) -> None:
    number = an_action(desk)
    words = "a kettle sings on the stove"
    door.request_access(desk.folder, "Hana Rei", words, Role.ADMINISTRATOR, "HB", stretcher=CheapStretcher())
    people.approve_person(chair(desk), "Hana Rei")
    away = door.sign_in(desk.folder, "Hana Rei", words, now=desks.Clock(), stretcher=CheapStretcher())
    assert meeting.list_actions(away) == ()
    with pytest.raises(NotPermitted):
        meeting.settle_action(away, number, ActionOutcome.DONE)


@pytest.mark.parametrize("number", ["99", "-1", "one", "", "9" * 30])
def test_a_number_that_is_no_actions_is_not_found(desk: Desk, number: str) -> None:
    with pytest.raises(NotFound, match="no action number"):
        meeting.settle_action(desk, number, ActionOutcome.DONE)


def test_a_transferred_action_goes_on_with_its_new_owner_and_is_settled_there(desk: Desk) -> None:
    number = an_action(desk)
    with pytest.raises(Refused, match="name its new owner"):
        meeting.settle_action(desk, number, ActionOutcome.TRANSFERRED)
    with pytest.raises(Refused, match="name another owner"):
        meeting.settle_action(desk, number, ActionOutcome.TRANSFERRED, to=TransferDraft("Wiremu Pōtiki"))
    with pytest.raises(Refused, match="goes with a transferred action alone"):
        meeting.settle_action(desk, number, ActionOutcome.DONE, to=TransferDraft("Hana Rei"))
    over = TransferDraft("Hana Rei", Service.PRISONS, date(2027, 4, 2))
    was = meeting.settle_action(desk, number, ActionOutcome.TRANSFERRED, to=over)
    assert was.outcome is ActionOutcome.TRANSFERRED
    [now] = meeting.list_actions(desk, "CHC", only_open=True)
    assert (now.follows, now.owner, now.service, now.due) == (
        was.id,
        "Hana Rei",
        Service.PRISONS,
        date(2027, 4, 2),
    )
    assert now.text == was.text
    with pytest.raises(Refused, match=f"goes on as action {now.id}"):
        meeting.settle_action(desk, number, ActionOutcome.NOT_DONE)


def test_another_service_chairs_a_meeting_and_the_next_turn_goes_on_from_it(desk: Desk) -> None:
    assert meeting.list_meetings(desk, "CHC")[0].chair_service is Service.PRISONS
    assert meeting.set_chair(desk, CODE, Service.PSYCHOLOGICAL).chair_service is Service.PSYCHOLOGICAL
    assert meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14)).chair_service is Service.PRISONS
    told = [row.sentence for row in trail.list_trail(desk) if row.event == "set_chair"]
    assert told == [f"Mere Ashcombe changed which service chairs meeting {CODE}"]


def test_police_chair_no_forum_and_a_closed_meeting_keeps_the_chair_it_had(desk: Desk) -> None:
    with pytest.raises(Refused, match="Police does not chair"):
        meeting.set_chair(desk, CODE, Service.POLICE)
    decide_all(desk)
    meeting.close_meeting(chair(desk), CODE)
    with pytest.raises(Refused, match="is closed"):
        meeting.set_chair(desk, CODE, Service.PROBATION)
    with pytest.raises(NotPermitted):
        meeting.set_chair(member(desk), CODE, Service.PROBATION)


def test_a_chair_that_somebody_else_changed_meanwhile_is_not_written_over(desk: Desk) -> None:
    meeting.set_chair(desk, CODE, Service.PROBATION)
    with pytest.raises(Overtaken):
        meeting.set_chair(desk, CODE, Service.PSYCHOLOGICAL, seen={"chair": "prisons"})
    assert meeting.list_meetings(desk, "CHC")[0].chair_service is Service.PROBATION

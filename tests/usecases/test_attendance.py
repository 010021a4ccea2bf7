"""Attendance through the door: who is there, the quorum as data, and the statement read again for newcomers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.attendance import AttendanceDraft, Quorum, VisitDraft
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.words import Presence, Service
from app.usecases import attendance, meeting
from tests.fixtures.at_table import CODE, chair, close, decide_all, member, sit_down


@pytest.fixture
def desk(register: Path) -> Desk:
    return sit_down(register)


def test_a_substitute_is_recorded_with_whom_they_stand_for_and_information_with_its_day(desk: Desk) -> None:
    stand_in = AttendanceDraft(
        Service.PROBATION, "R. Case", Presence.SUBSTITUTE, "district manager", "S. Merrin"
    )
    attendance.attend_meeting(desk, CODE, stand_in)
    sent = AttendanceDraft(Service.POLICE, "Sgt Rākete", Presence.INFORMATION_SENT, sent_on=date(2027, 3, 3))
    attendance.attend_meeting(desk, CODE, sent)
    first, second = attendance.see_attendance(desk, CODE).people
    assert (first.words, first.role) == ("substitute for S. Merrin", "district manager")
    assert (second.words, second.read_to) == ("information sent on 03/03/2027", None)


def test_somebody_who_comes_after_the_reading_is_not_read_to_until_it_is_read_again(desk: Desk) -> None:
    def come(name: str, presence: Presence = Presence.PRESENT) -> None:
        attendance.attend_meeting(desk, CODE, AttendanceDraft(Service.PRISONS, name, presence))

    come("Early Bird")
    come("Late Riser", Presence.APOLOGIES)
    assert attendance.see_attendance(desk, CODE).not_read_to == ("Early Bird",)
    assert attendance.read_confidentiality(desk, CODE, "The chair").not_read_to == ()
    come("Late Riser")
    visit = attendance.visit_case(desk, CODE, "001", VisitDraft(Service.POLICE, "A guest"))
    assert visit.read_to is False
    assert attendance.see_attendance(desk, CODE).not_read_to == ("Late Riser", "A guest")
    come("Early Bird")
    assert "Early Bird" not in attendance.see_attendance(desk, CODE).not_read_to
    again = attendance.read_confidentiality(desk, CODE, at=time(10, 40))
    assert again.not_read_to == ()
    assert [row.read_by for row in again.readings] == ["The chair", "Mere Ashcombe"]
    assert again.readings[1].at == datetime(2027, 3, 9, 21, 40, tzinfo=UTC)


def test_a_visitor_is_there_for_one_case_and_makes_no_quorum(desk: Desk) -> None:
    came = VisitDraft(Service.POLICE, "A guest", "case officer", time(10, 40))
    attendance.visit_case(desk, CODE, "001", came)
    attendance.visit_case(
        desk, CODE, "001", VisitDraft(Service.POLICE, "a GUEST", "case officer", time(10, 40), time(10, 55))
    )
    view = attendance.see_attendance(desk, CODE)
    [visit] = view.visits
    assert (visit.prn, visit.name, visit.words) == ("001", "A guest", "for this case, in 10:40, out 10:55")
    assert view.lacks == ("nobody was present from prisons, probation, psychological services, police",)
    with pytest.raises(NotFound, match="not on the agenda"):
        attendance.visit_case(desk, CODE, "404", came)


def test_a_forum_says_itself_what_its_quorum_asks(desk: Desk) -> None:
    assert attendance.see_quorum(desk, "CHC").services == tuple(Service)
    attendance.set_quorum(desk, "chc", Quorum((Service.PRISONS,), 2))
    for name in ("One", "Two"):
        attendance.attend_meeting(desk, CODE, AttendanceDraft(Service.PRISONS, name, Presence.PRESENT))
    attendance.read_confidentiality(desk, CODE)
    assert attendance.see_quorum(desk, "HB").services == tuple(Service)
    decide_all(desk)
    assert meeting.close_meeting(chair(desk), CODE).warnings == ()


def test_attendance_is_for_the_administrator_and_the_chair_at_an_issued_agenda(desk: Desk) -> None:
    draft = AttendanceDraft(Service.PRISONS, "One", Presence.PRESENT)
    reader = member(desk)
    with pytest.raises(NotPermitted):
        attendance.attend_meeting(reader, CODE, draft)
    with pytest.raises(NotPermitted):
        attendance.set_quorum(reader, "CHC", Quorum())
    close(desk)
    with pytest.raises(Refused, match="is closed"):
        attendance.visit_case(desk, CODE, "001", VisitDraft(Service.POLICE, "A guest"))


def test_whoever_is_known_to_the_forum_is_invited_and_what_each_answered_stands_beside(desk: Desk) -> None:
    assert {row.name: row.words for row in attendance.see_invited(desk, CODE)} == {
        "Mere Ashcombe": "", "Tāmati Chairman": "",
    }  # fmt: skip
    away = AttendanceDraft(Service.PRISONS, "mere ashcombe", Presence.APOLOGIES)
    attendance.attend_meeting(desk, CODE, away)
    instead = AttendanceDraft(Service.PROBATION, "R. Case", Presence.SUBSTITUTE, stands_for="Tāmati Chairman")
    attendance.attend_meeting(desk, CODE, instead)
    assert {row.name: row.words for row in attendance.see_invited(desk, CODE)} == {
        "mere ashcombe": "apologies",
        "Tāmati Chairman": "R. Case comes instead",
        "R. Case": "substitute for Tāmati Chairman",
    }
    with pytest.raises(NotPermitted):
        attendance.see_invited(member(desk), CODE)

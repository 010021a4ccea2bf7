"""Who is at a meeting, its quorum, and who has heard the confidentiality statement (need M5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from app.domain.attendance import (
    AttendanceDraft,
    AttendanceRow,
    AttendanceView,
    Quorum,
    ReadingRow,
    VisitDraft,
    VisitRow,
    moment_on,
    read_time,
)
from app.domain.errors import Refused
from app.domain.words import Presence, Service

CODE = "CHC-2027-03-10"


def here(
    service: Service, presence: Presence = Presence.PRESENT, *, read_to: bool | None = True
) -> AttendanceRow:
    return AttendanceRow(CODE, service, f"From {service.value}", presence, read_to=read_to)


def test_somebody_who_attends_has_a_name() -> None:
    with pytest.raises(Refused, match="name"):
        AttendanceDraft(Service.POLICE, " ", Presence.PRESENT)
    with pytest.raises(Refused, match="name"):
        VisitDraft(Service.POLICE, " ")


def test_only_a_substitute_stands_for_somebody_and_only_information_sent_has_a_day() -> None:
    with pytest.raises(Refused, match="only a substitute"):
        AttendanceDraft(Service.POLICE, "A. Rei", Presence.PRESENT, stands_for="B. Rei")
    with pytest.raises(Refused, match="only information sent"):
        AttendanceDraft(Service.POLICE, "A. Rei", Presence.APOLOGIES, sent_on=date(2027, 3, 3))
    with pytest.raises(Refused, match="stand for themselves"):
        AttendanceDraft(Service.POLICE, "A. Rei", Presence.SUBSTITUTE, stands_for=" a. rei ")
    kept = AttendanceDraft(Service.POLICE, "A. Rei", Presence.SUBSTITUTE, stands_for=" B.  Rei ")
    assert kept.stands_for == "B. Rei"


def test_nobody_goes_out_before_they_came_in() -> None:
    with pytest.raises(Refused, match="go out at 10:30 and have come in at 10:40"):
        VisitDraft(Service.PRISONS, "A. Rei", came=time(10, 40), left=time(10, 30))
    row = VisitRow(CODE, "001", Service.PRISONS, "A. Rei", "", time(10, 40), time(10, 55), True)
    assert row.words == "for this case, in 10:40, out 10:55"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:40", time(10, 40)),
        ("1040", time(10, 40)),
        ("9.30am", time(9, 30)),
        ("2 pm", time(14)),
        ("12 am", time(0)),
        ("12:05pm", time(12, 5)),
        ("9", time(9)),
        ("24:00", None),
        ("13 pm", None),
        ("10:60", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, meant: time | None) -> None:
    assert read_time(typed) == meant


def test_a_time_on_a_meetings_day_is_a_new_zealand_one() -> None:
    assert moment_on(date(2027, 3, 10), time(9, 30)).astimezone(UTC) == datetime(
        2027, 3, 9, 20, 30, tzinfo=UTC
    )


def test_a_substitute_makes_quorum_and_information_sent_does_not() -> None:
    people = (
        here(Service.PRISONS),
        here(Service.PROBATION, Presence.SUBSTITUTE),
        here(Service.PSYCHOLOGICAL, Presence.INFORMATION_SENT, read_to=None),
        here(Service.POLICE, Presence.APOLOGIES, read_to=None),
    )
    view = AttendanceView(CODE, people, (), ())
    assert view.quorum_words == "Not met: nobody was present from psychological services, police."
    few = AttendanceView(CODE, people, (), (), Quorum((Service.PRISONS,), 3))
    assert few.lacks == ("2 of 3 people were present",)
    enough = AttendanceView(CODE, people, (), (), Quorum((Service.PROBATION, Service.PRISONS), 2))
    assert enough.quorum_words == "Met: it asks for prisons and probation, and 2 people or more."


def test_a_quorum_is_kept_as_data_and_nothing_kept_is_all_four_services() -> None:
    asked = Quorum((Service.POLICE, Service.PRISONS), 5)
    assert Quorum.from_data(asked.as_data()) == asked
    assert Quorum.from_data(None).services == tuple(Service)
    with pytest.raises(Refused, match="cannot be met"):
        Quorum(people=-1)


def test_whoever_came_after_the_reading_is_told_as_not_read_to() -> None:
    late = here(Service.POLICE, read_to=False)
    guest = VisitRow(CODE, "001", Service.PRISONS, "A guest", "", None, None, False)
    readings = (ReadingRow("The chair", datetime(2027, 3, 9, 20, tzinfo=UTC)),)
    view = AttendanceView(CODE, (here(Service.PRISONS), late), (guest,), readings)
    assert view.not_read_to == ("From police", "A guest")

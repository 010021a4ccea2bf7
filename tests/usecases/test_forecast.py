"""The coming agendas in cases and minutes, through the door."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import desk as door
from app.domain import charts
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.words import DateName, MeetingKind, Role
from app.usecases import agenda, forecast, meeting, people
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import add_case, do

FIRST = date(2026, 12, 2)


def _forum(register: Path, kind: MeetingKind = MeetingKind.COMBINED) -> desks.Desk:
    desk = desks.sit(register)
    meeting.schedule_meeting(desk, "CHC", FIRST, kind)
    for number, day in enumerate((date(2026, 12, 20), date(2027, 3, 1), date(2027, 8, 20))):
        do(
            desk,
            lambda work, n=number, d=day: add_case(
                work, f"0000{n}", anchor=(DateName.STATUTORY_RELEASE, d), statutory_release=d
            ),
        )
    return desk


def test_the_first_line_is_the_agenda_the_command_would_make(register: Path) -> None:
    desk = _forum(register)
    view = agenda.see_agenda(desk, "CHC-2026-12-02").agenda
    assert view is not None
    found = forecast.forecast_agendas(desk, "chc")
    assert (found.lines[0].cases, found.lines[0].minutes) == (len(view.items), view.minutes)
    assert len(found.lines) == 8
    assert found.finding == "The coming 8 agendas fit in 180 minutes"


def test_an_issued_agenda_counts_as_it_was_issued(register: Path) -> None:
    desk = _forum(register)
    agenda.issue_agenda(desk, "CHC-2026-12-02")
    before = forecast.forecast_agendas(desk, "CHC").lines[0]
    do(desk, lambda work: add_case(work, "00009", anchor=(DateName.HEARING, date(2026, 12, 10))))
    lines = forecast.forecast_agendas(desk, "CHC").lines
    assert lines[0] == before


def test_what_somebody_asked_for_at_a_later_meeting_is_on_that_one(register: Path) -> None:
    desk = _forum(register)
    meeting.schedule_meeting(desk, "CHC", date(2027, 1, 6))
    before = forecast.forecast_agendas(desk, "CHC").lines[1].cases
    agenda.ask_for_case(desk, "CHC-2027-01-06", "00002", "the chair wants to hear of it")
    assert forecast.forecast_agendas(desk, "CHC").lines[1].cases == before + 1


def test_each_month_stands_as_one_meeting_beside_two(register: Path) -> None:
    desk = _forum(register)
    found = forecast.forecast_agendas(desk, "CHC", split=True)
    assert [month.combined for month in found.split] == list(found.lines)
    assert charts.forecast(found).limit == 180
    assert len(charts.shared(found).bars) == 2 * len(found.split)


def test_a_forecast_without_a_meeting_begins_with_today(register: Path) -> None:
    lines = forecast.forecast_agendas(desks.sit(register), "HB").lines
    assert [line.scheduled for line in lines] == [False] * 8
    assert lines[0].meeting.day == date(2026, 12, 17)


def test_a_split_of_what_is_shared_already_is_refused(register: Path) -> None:
    desk = _forum(register, MeetingKind.SIGN_OFF)
    with pytest.raises(Refused, match="already"):
        forecast.forecast_agendas(desk, "CHC", split=True)
    with pytest.raises(NotFound, match="no forum"):
        forecast.forecast_agendas(desk, "NOWHERE")


def test_police_see_no_coming_agendas(register: Path) -> None:
    _forum(register)
    words = "four quiet herons by the weir"
    door.request_access(
        register, "Rangi Kōrau", words, Role.POLICE_LIAISON, "CHC", stretcher=CheapStretcher()
    )
    people.approve_person(desks.sit(register, Role.CHAIR), "Rangi Kōrau")
    liaison = door.sign_in(register, "Rangi Kōrau", words, now=desks.Clock(), stretcher=CheapStretcher())
    with pytest.raises(NotPermitted, match="make or issue an agenda"):
        forecast.forecast_agendas(liaison, "CHC")

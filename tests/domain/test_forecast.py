"""The forecast is the agenda rule, applied to each coming meeting in turn."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.agenda import ActionDue, AgendaCase, AgendaMeeting, AgendaSettings, generate
from app.domain.agenda.forecast import (
    COMING,
    Newcomer,
    after,
    coming_meetings,
    forecast,
    in_two,
    months_of,
)
from app.domain.dates import is_working_day
from app.domain.errors import Refused
from app.domain.register import REGIONS
from app.domain.timeline import NamedDate
from app.domain.words import DateName, MeetingKind

TODAY = date(2026, 11, 17)
FIRST = AgendaMeeting(
    "CHC-2026-12-02", "CHC", date(2026, 12, 2), MeetingKind.COMBINED, date(2026, 12, 2), True
)
SETTINGS = AgendaSettings(length_minutes=20)


def case(number: int, day: date | None, name: DateName = DateName.STATUTORY_RELEASE) -> AgendaCase:
    release = day if name is DateName.STATUTORY_RELEASE else None
    anchor = NamedDate(name, day) if day else None
    return AgendaCase(
        number, f"{number:05}", f"Made {number}", "Up", anchor=anchor, statutory_release=release
    )


def meetings() -> tuple[tuple[AgendaMeeting, bool], ...]:
    return coming_meetings("CHC", [FIRST], [FIRST.day], TODAY, "CAN")


def test_eight_meetings_are_looked_ahead_and_those_beyond_the_schedule_are_told_apart() -> None:
    found = meetings()
    assert len(found) == COMING
    assert [known for _, known in found] == [True, *[False] * 7]
    assert [each.day for each, _ in found][:3] == [date(2026, 12, 2), date(2027, 1, 5), date(2027, 2, 2)]
    assert all(one.next_day == two.day for (one, _), (two, _) in pairwise(found[1:]))


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.sampled_from(sorted(REGIONS)))
def test_no_meeting_that_is_only_forecast_falls_on_a_day_off(today: date, region: str) -> None:
    found = coming_meetings("CHC", [], [], today, region)
    assert [each.day for each, _ in found if not is_working_day(each.day, region)] == []
    shared = in_two(found, region)
    assert [each.day for each, _ in shared if not is_working_day(each.day, region)] == []


def test_a_scheduled_meeting_stays_where_it_is_and_counts_to_what_its_agenda_counts_to() -> None:
    (first, _), (second, _), *_ = meetings()
    assert (first.next_day, first.next_is_scheduled) == (date(2027, 1, 2), False), (
        "a month on: formats section 3"
    )
    assert second.day == date(2027, 1, 5), "2 January 2027 is a Saturday, 4 January the holiday kept for it"


def test_somebody_released_between_the_month_and_the_meeting_is_noted_at_that_meeting() -> None:
    one = case(1, date(2027, 1, 3))
    lines = forecast([one], [], meetings(), SETTINGS, {})
    assert [line.cases for line in lines][:4] == [1, 1, 0, 0]


def test_without_a_schedule_the_months_begin_with_today() -> None:
    found = coming_meetings("CHC", [], [], TODAY, "CAN")
    assert [each.day for each, _ in found][:2] == [date(2026, 12, 17), date(2027, 1, 18)]


def test_the_first_line_is_the_agenda_of_the_first_meeting() -> None:
    cases = [case(n, TODAY + timedelta(days=20 * n)) for n in range(1, 12)]
    agenda = generate(cases, meetings()[0][0], SETTINGS)
    line = forecast(cases, [], meetings(), SETTINGS, {})[0]
    assert (line.cases, line.minutes, line.over) == (len(agenda.items), agenda.minutes, agenda.minutes - 20)


def test_a_milestone_is_taken_once_and_the_next_one_comes_in_its_month() -> None:
    one = case(1, date(2027, 8, 20), DateName.FINAL_RELEASE)
    lines = forecast([one], [], meetings(), SETTINGS, {})
    assert [line.cases for line in lines] == [1, 0, 1, 0, 1, 0, 1, 1]


def test_somebody_released_is_noted_once_and_then_gone() -> None:
    one = case(1, date(2026, 12, 20))
    lines = forecast([one], [], meetings(), SETTINGS, {})
    assert [line.cases for line in lines] == [1, 1, *[0] * 6]


def test_a_case_whose_hearing_is_past_counts_to_its_release() -> None:
    one = case(1, date(2026, 12, 20), DateName.HEARING)._replace(
        hearing=date(2026, 12, 20), statutory_release=date(2027, 3, 15)
    )
    kept = after(one, 1, meetings()[0][0], meetings()[1][0].day)
    assert kept is not None
    assert kept.anchor == NamedDate(DateName.STATUTORY_RELEASE, date(2027, 3, 15))
    assert (kept.open_hearing, len(kept.board_results_since)) == (None, 1)


def test_what_is_due_is_settled_at_the_meeting_and_what_is_not_comes_later() -> None:
    actions = (ActionDue(date(2026, 12, 1), "a", "x"), ActionDue(date(2027, 1, 20), "b", "x"))
    one = case(1, date(2029, 1, 1), DateName.FINAL_RELEASE)._replace(open_actions=actions)
    lines = forecast([one], [], meetings(), SETTINGS, {})
    assert [line.cases for line in lines] == [1, 0, 1, 0, 0, 0, 0, 0]


def test_people_whose_planning_starts_come_in_with_the_month() -> None:
    new = Newcomer(date(2027, 1, 20), case(-1, date(2027, 10, 20)))
    lines = forecast([], [new], meetings(), SETTINGS, {})
    assert [(line.newcomers, line.cases) for line in lines][:4] == [(0, 0), (0, 0), (1, 1), (0, 0)]


def test_two_meetings_share_each_month_and_nobody_is_at_both_for_a_milestone_alone() -> None:
    cases = [case(n, date(2027, 8, 1) + timedelta(days=n), DateName.FINAL_RELEASE) for n in range(1, 9)]
    one = forecast(cases, [], meetings(), SETTINGS, {})
    two = forecast(cases, [], in_two(meetings(), "CAN"), SETTINGS, {})
    months = months_of(one, two)
    assert [month.combined for month in months] == list(one)
    assert {month.preparation.meeting.kind for month in months} == {MeetingKind.PREPARATION}
    assert all(month.preparation.meeting.day < month.sign_off.meeting.day for month in months)
    assert sum(line.cases for line in two) == pytest.approx(sum(line.cases for line in one), abs=8)


def test_meetings_that_are_shared_already_are_not_split() -> None:
    found = list(meetings())
    sign_off = AgendaMeeting("CHC-2026-12-02", "CHC", FIRST.day, MeetingKind.SIGN_OFF, FIRST.next_day, True)
    found[0] = (sign_off, True)
    with pytest.raises(Refused, match="already"):
        in_two(found, "CAN")


@given(st.lists(st.dates(TODAY, date(2028, 1, 1)), max_size=12))
def test_every_forecast_agenda_accounts_for_every_case_and_looking_ahead_changes_nothing(
    days: list[date],
) -> None:
    cases = [case(number, day) for number, day in enumerate(days)]
    before = list(cases)
    lines = forecast(cases, [], meetings(), SETTINGS, {})
    assert cases == before
    assert lines == forecast(reversed(cases), [], meetings(), SETTINGS, {})
    assert all(line.cases <= len(days) and line.minutes >= line.cases for line in lines)

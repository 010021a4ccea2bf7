"""Looking ahead at the coming agendas, and what the forum wants of plans, in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.plan_words import CheckPolicy
from app.domain.words import CheckKind
from app.usecases import meeting
from app.usecases.plan import see_policy
from tests.fixtures.few_people import with_people
from tests.ui.conftest import SignIn, field_of, form_of, rest
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.meeting.forecast import ForecastScreen
from ui.meeting.screen import MeetingsScreen
from ui.widgets.pick import Pick
from ui.window import Window


@pytest.fixture
def window(register: Path, enter: SignIn) -> Window:
    """A forum with people and one meeting to come."""
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    return enter()


def test_the_coming_agendas_stand_as_a_picture_with_its_table_and_as_two(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    window.open("meetings")
    rest(program, qtbot)
    meetings = window.screen_now
    assert isinstance(meetings, MeetingsScreen)
    meetings.forecast_button.click()
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, ForecastScreen)
    assert screen.lines_model.rowCount() == 8
    assert screen.finding.text() == "The coming 8 agendas fit in 180 minutes."
    assert screen.view.chart is not None
    assert screen.view.bars[0].about == "02/12/2026"
    screen.split_button.click()
    rest(program, qtbot)
    assert screen.months.isVisibleTo(screen)
    assert screen.months_model.rowCount() == 8
    assert screen.finding.text().startswith("Held as two, 0 of 16")
    screen.split_button.click()
    rest(program, qtbot)
    assert screen.lines.isVisibleTo(screen)


def test_what_the_forum_wants_of_plans_is_set_by_a_form(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    window.open("meetings")
    rest(program, qtbot)
    meetings = window.screen_now
    assert isinstance(meetings, MeetingsScreen)
    meetings.show_policy()
    rest(program, qtbot)
    form = form_of(window)
    field_of(form, "schools", Pick).set_value(CheckPolicy.EVERY_ADDRESS)
    ages = field_of(form, "ages", QPlainTextEdit)
    told = ages.toPlainText()
    assert "every need domain answered, 4 months = 120" in told.splitlines()
    assert "the VNR co-ordinator's answer, 1 month = 30" in told.splitlines()
    assert "/" not in told.replace("ESO/PPO", ""), "no code of a terminal's"
    ages.setPlainText(told.replace("answered, 4 months = 120", "answered, 4 months = soon"))
    form.act.click()
    rest(program, qtbot)
    assert "no number of days" in form.notice.text
    ages.setPlainText(told.replace("answered, 4 months = 120", "answered, 7 months = 30"))
    form.act.click()
    rest(program, qtbot)
    assert "“every need domain answered, 7 months” names no value of a milestone" in form.notice.text
    ages.setPlainText(told.replace("answered, 4 months = 120", "answered, 4 months = 30"))
    form.act.click()
    rest(program, qtbot)
    policy = see_policy(meetings.desk.door, "CHC")
    assert (policy.checks[CheckKind.SCHOOLS], policy.age("needs", 4)) == (CheckPolicy.EVERY_ADDRESS, 30)
    assert policy.age("needs", 2) == 90
    window.desk.undo.turn(back=True)
    rest(program, qtbot)
    assert see_policy(meetings.desk.door, "CHC").age("needs", 4) == 120


def test_home_names_who_is_behind(window: Window, program: Program, qtbot: QtBot) -> None:
    window.open("home")
    rest(program, qtbot)
    home = window.screen_now
    assert isinstance(home, HomeScreen)
    assert "behind for the milestone in play" in home.plans_card.told.text()
    assert any("still needs a leading service" in line.sentence for line in home.plans_card.lines)

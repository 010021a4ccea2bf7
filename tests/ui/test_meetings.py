"""Meetings and agendas in the window: scheduled, asked for, issued, by keys."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.agenda import Agenda, AgendaMeeting, NextReason, NotListed, in_short
from app.domain.meeting import CHAIR_SERVICES, DecisionDraft
from app.domain.words import DecisionKind, MeetingKind, MeetingState, Presence, Role
from app.usecases.agenda import see_agenda
from app.usecases.attendance import see_invited
from app.usecases.discussion import decide_item
from app.usecases.meeting import close_meeting, list_meetings
from tests.fixtures import desks, months
from tests.fixtures.months import MEETING, NEXT
from tests.ui.conftest import SignIn, form_of, rest, shown
from ui.case.forms import put_text
from ui.main import Program
from ui.meeting.agenda import AgendaScreen
from ui.meeting.screen import MeetingsScreen
from ui.meeting.words import room_words
from ui.packs.make import MakeScreen
from ui.window import Window

REGISTER = months.new_month


def _meetings(window: Window, program: Program, qtbot: QtBot) -> MeetingsScreen:
    window.open("meetings")
    rest(program, qtbot)
    return cast("MeetingsScreen", window.screen_now)


def _agenda(window: Window, program: Program, qtbot: QtBot, meeting: str = NEXT) -> AgendaScreen:
    window.open("meeting-agenda", meeting=meeting)
    rest(program, qtbot)
    return cast("AgendaScreen", window.screen_now)


def _states(window: Window) -> dict[str, MeetingState]:
    return {row.meeting: row.state for row in list_meetings(window.desk.door, "CHC")}


def test_the_year_shows_its_meetings_and_turns(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    screen = _meetings(enter(), program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert [row.meeting for row in screen.model.rows] == [MEETING]
    qtbot.mouseClick(screen.after, Qt.MouseButton.LeftButton)
    assert [row.meeting for row in screen.model.rows] == [NEXT]
    qtbot.mouseClick(screen.after, Qt.MouseButton.LeftButton)
    assert "No meeting in 2028" in screen.listing.said


def test_the_day_police_are_due_has_its_weekday_and_is_marked_of_a_closed_meeting_too(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _close(register)
    screen = _meetings(enter(), program, qtbot)
    qtbot.mouseClick(screen.before, Qt.MouseButton.LeftButton)
    row = screen.model.rows[0]
    assert row.state is MeetingState.CLOSED
    assert "Wed 18/11/2026" in [screen.model.index(0, column).data() for column in range(6)]
    image = screen.picture.grab().toImage()

    def is_dashed(day: date) -> bool:
        box = screen.picture.place_of(day).toRect()
        inks = [image.pixelColor(x, box.top() + 1) for x in range(box.left(), box.right())]
        return any(25 <= ink.hsvHue() <= 55 and ink.hsvSaturation() > 60 for ink in inks)

    assert is_dashed(row.police_due)
    assert not is_dashed(row.police_due + timedelta(days=1))


def test_a_day_is_read_back_with_the_police_day_and_the_chair_whose_turn_it_is(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _meetings(window, program, qtbot)
    qtbot.mouseClick(screen.schedule_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.form.day, "10/02/2027")
    qtbot.waitUntil(lambda: "Tuesday 26 January 2027" in screen.form.told.text())
    assert "Wednesday 10 February 2027" in screen.form.told.text()
    assert "psychological services, whose turn it is" in screen.form.chair.currentText().lower()
    qtbot.keyClick(screen.form.day, Qt.Key.Key_Return)
    rest(program, qtbot)
    made = next(row for row in list_meetings(window.desk.door, "CHC") if row.date == date(2027, 2, 10))
    assert made.police_due == date(2027, 1, 26)
    assert "Scheduled: Wed 10/02/2027" in screen.notice.text
    assert screen.table.current().meeting == made.meeting


def test_a_day_that_is_taken_is_refused_and_what_was_typed_stays(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _meetings(enter(), program, qtbot)
    screen.schedule()
    qtbot.keyClicks(screen.form.day, "02/12/2026")
    assert "has a meeting already" in screen.form.told.text()
    qtbot.keyClick(screen.form.day, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "scheduled already" in screen.notice.text
    assert screen.form.day.text() == "02/12/2026"


def test_what_is_no_day_is_not_guessed(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    screen = _meetings(enter(), program, qtbot)
    screen.schedule()
    qtbot.keyClicks(screen.form.day, "31/11/2026")
    qtbot.keyClick(screen.form.day, Qt.Key.Key_Return)
    assert "is not a day" in screen.form.told.text()
    assert screen.form.add.isEnabled()


def test_a_click_on_a_free_day_opens_the_form_with_it(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    window.resize(1366, 768)
    screen = _meetings(window, program, qtbot)
    screen.picture.grab()
    place = screen.picture.place_of(date(2026, 12, 16)).center()
    qtbot.mouseClick(
        screen.picture, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y()))
    )
    assert screen.form.day.text() == "16/12/2026"


def test_the_calendar_keeps_the_month_of_the_meeting_chosen_in_view(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.resize(1366, 768)
    screen = _meetings(window, program, qtbot)
    screen.schedule()
    rest(program, qtbot)
    qtbot.waitUntil(lambda: screen.area.verticalScrollBar().maximum() > 0)
    december = screen.picture.month_place(12).toRect()
    assert screen.area.viewport().rect().contains(december.translated(screen.picture.pos()))


def test_escape_closes_the_form(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    screen = _meetings(enter(), program, qtbot)
    screen.schedule()
    qtbot.keyClick(screen.form.day, Qt.Key.Key_Escape)
    assert not screen.form.isVisible()


def _why(shown: AgendaScreen) -> object:
    """What the list says of the first case, in the column that says why it is there."""
    model = shown.items_model
    return model.index(0, model.columnCount() - 1).data()


def test_enter_opens_the_agenda_with_reasons_and_next_dates(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _meetings(window, program, qtbot)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    rest(program, qtbot)
    shown = cast("AgendaScreen", window.screen_now)
    agenda = see_agenda(window.desk.door, MEETING).agenda
    assert agenda is not None
    assert tuple(shown.items_model.rows) == agenda.items
    assert tuple(shown.not_listed_model.rows) == agenda.not_listed
    assert agenda.items[0].sentences[0] in shown.card.why.text()
    assert _why(shown) == " · ".join(map(in_short, agenda.items[0].reasons))
    assert shown.card.why.text().count("never taken") == 1
    assert "due back Wed 18/11/2026, ten working days before" in shown.about.text()
    assert window.count_label.text() == f"{len(agenda.items)} of {agenda.considered} cases"


def test_where_every_open_case_is_listed_no_empty_list_of_others_stands_beside(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _agenda(window, program, qtbot, MEETING)
    view = screen.view
    assert view is not None
    assert view.agenda is not None
    assert not view.agenda.not_listed
    assert screen.counts.text() == "Every open case is on this agenda."
    assert not screen.not_listed.isVisible()
    other = NotListed(0, "00001", "Hāre", "Hēmi", date(2027, 5, 3), NextReason.REVIEW)
    screen.fill(replace(view, agenda=replace(view.agenda, not_listed=(other,))))
    assert screen.counts.text() == "Not listed: 1 case, each with its next date"
    assert screen.not_listed.isVisible()


@pytest.mark.parametrize(
    ("minutes", "told", "over"),
    [
        (214, "the room is booked for 180: 34 minutes over.", True),
        (181, "1 minute over.", True),
        (180, "no minute to spare.", False),
        (160, "20 minutes to spare.", False),
    ],
)
def test_minutes_stand_against_the_room_in_words(minutes: int, told: str, over: bool) -> None:
    meeting = AgendaMeeting(
        "CHC-2026-12-02", "CHC", date(2026, 12, 2), MeetingKind.COMBINED, date(2027, 1, 2), False
    )
    sentence, is_over = room_words(Agenda(meeting, (), (), 0, minutes, 180))
    assert sentence.endswith(told)
    assert is_over is over


def _close(register: Path) -> None:
    """The first meeting is over, so that the rule has nothing new to list everybody for."""
    desk = desks.sit(register)
    agenda = see_agenda(desk, MEETING).agenda
    assert agenda is not None
    for prn in {item.prn for item in agenda.items}:
        decide_item(desk, MEETING, prn, DecisionDraft(DecisionKind.AGREED, "The plan stands."))
    desk.close()
    chair = desks.sit(register, Role.CHAIR)
    close_meeting(chair, MEETING)
    chair.close()


def test_a_case_asked_for_with_its_reason_comes_on_the_agenda(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _close(register)
    window = enter()
    screen = _agenda(window, program, qtbot)
    asked = screen.not_listed_model.row(0)
    assert asked is not None
    screen.not_listed.setCurrentIndex(screen.not_listed_model.index(0, 0))
    qtbot.keyClick(
        screen.not_listed,
        Qt.Key.Key_A,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert screen.form.isVisible()
    qtbot.keyClick(screen.form.reason, Qt.Key.Key_Return)
    assert screen.form.told.text() == "Write the reason."
    qtbot.keyClicks(screen.form.reason, "The family has written")
    qtbot.keyClick(screen.form.reason, Qt.Key.Key_Return)
    rest(program, qtbot)
    listed = next(item for item in screen.items_model.rows if item.prn == asked.prn)
    assert any("The family has written" in sentence for sentence in listed.sentences)
    assert not screen.form.isVisible()


def test_issuing_asks_first_and_not_yet_changes_nothing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _agenda(window, program, qtbot)
    qtbot.mouseClick(screen.issue_button, Qt.MouseButton.LeftButton)
    assert screen.stack.currentWidget() is screen.issue_page
    assert "cannot be taken back" in screen.issue_page.then.text()
    qtbot.mouseClick(screen.issue_page.no, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert screen.stack.currentWidget() is screen.splitter
    assert _states(window)[NEXT] is MeetingState.DRAFT


def test_a_draft_says_which_meeting_comes_first_and_says_it_again_before_it_is_issued(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _agenda(window, program, qtbot)
    told = "The meeting of Wed 02/12/2026 is not closed yet: what it settles leaves this draft."
    assert screen.first.isVisible()
    assert screen.first.text() == told
    screen.confirm_issue()
    assert screen.issue_page.first.isVisible()
    assert screen.issue_page.first.text() == f"{told} Once it is issued, that stays on it."
    screen = _agenda(window, program, qtbot, MEETING)
    assert not screen.first.isVisible()


def test_an_issued_agenda_says_what_follows_and_leads_to_the_packs(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _agenda(window, program, qtbot)
    screen.confirm_issue()
    qtbot.mouseClick(screen.issue_page.yes, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert _states(window)[NEXT] is MeetingState.ISSUED
    assert "What follows" in screen.notice.text
    assert not screen.issue_button.isVisible()
    assert not screen.ask_button.isVisible()
    qtbot.mouseClick(screen.packs_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert shown(window, MakeScreen)


def test_a_liaison_sees_names_alone_and_nothing_to_press(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _agenda(enter(Role.POLICE_LIAISON), program, qtbot, MEETING)
    assert screen.stack.currentWidget() is screen.people
    assert screen.people_model.rowCount() > 0
    assert screen.items_model.rowCount() == 0
    for each in (screen.ask_button, screen.issue_button, screen.packs_button, screen.police_button):
        assert not each.isVisible()


def test_an_auditor_sees_the_schedule_and_may_change_nothing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.AUDITOR)
    screen = _meetings(window, program, qtbot)
    assert screen.model.rowCount() == 1
    assert not screen.schedule_button.isEnabled()
    assert not screen.open_button.isEnabled()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert window.screen_now is screen
    assert "may not" in screen.notice.text


def test_the_chair_of_a_meeting_is_changed_on_its_agenda_and_taken_back(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _agenda(window, program, qtbot)
    before = next(row.chair_service for row in list_meetings(window.desk.door, "CHC") if row.meeting == NEXT)
    wanted = next(each for each in CHAIR_SERVICES if each is not before)
    qtbot.mouseClick(screen.coming.chair_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    put_text(form.field("chair"), wanted)
    form.act.click()
    rest(program, qtbot)
    assert f"chair from {wanted.value}" in screen.about.text()
    window.activateWindow()
    screen.items.setFocus()
    qtbot.keyClick(screen.items, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert before is not None
    assert f"chair from {before.value}" in screen.about.text()


def test_an_agenda_says_who_is_invited_who_sent_apologies_and_that_no_pack_is_made(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _agenda(window, program, qtbot, MEETING)
    expected = see_invited(window.desk.door, MEETING)
    assert f"{len(expected)} people invited" in screen.coming.told.text()
    assert "packs not made" in screen.coming.told.text()
    qtbot.mouseClick(screen.coming.invited_button, Qt.MouseButton.LeftButton)
    listed = screen.coming.list
    assert listed is not None
    at = next(number for number, row in enumerate(listed.model.rows) if row.answer is None)
    name = listed.model.rows[at].name
    listed.table.setCurrentIndex(listed.model.index(at, 0))
    listed.answer_button.click()
    form = form_of(window)
    assert form.values()["answer"] is Presence.APOLOGIES
    form.act.click()
    rest(program, qtbot)
    assert next(row.words for row in listed.model.rows if row.name == name) == "apologies"
    assert f"apologies from {name}" in screen.coming.told.text()
    assert (
        next(row for row in see_invited(window.desk.door, MEETING) if row.name == name).words == "apologies"
    )

"""Home: what the next meeting still needs, and where each line leads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.meeting import ActionDraft
from app.domain.packs import HolderDraft
from app.domain.words import Contents, IncidentStepName, Role, Service
from app.usecases import copy_ledger, meeting, packs
from app.usecases.agenda import see_agenda
from app.usecases.incidents import record_incident_step
from app.usecases.trail import list_trail
from tests.fixtures import desks, months
from tests.fixtures.months import MEETING
from tests.ui.conftest import SignIn, rest, shown
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.meeting.agenda import AgendaScreen

REGISTER = months.new_month


def _sentences(screen: HomeScreen) -> str:
    return "\n".join(f"{line.sign} {line.sentence}" for card in screen.cards for line in card.lines)


def test_the_next_meeting_says_what_is_done_and_what_it_still_needs(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = cast("HomeScreen", enter().screen_now)
    assert screen.next_card.heading.text() == "Wednesday 2 December 2026, in 15 days"
    told = _sentences(screen)
    assert "✓ done Agenda issued on 17/11/2026." in told
    assert "○ to do The Police workbook is not sent; it is due back 18/11/2026." in told
    assert "○ to do No packs are printed yet." in told
    assert "left out of the list" in told


def test_the_month_with_its_pictures_is_seen_without_scrolling_on_a_small_laptop(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = cast("HomeScreen", window.screen_now)
    for width, height in ((1366, 768), (1920, 1080)):
        window.resize(width, height)
        rest(program, qtbot)
        seen = screen.area.viewport()
        for card in (screen.next_card, screen.changed_card, screen.pictures_card):
            assert card.isVisible()
            bottom = card.mapTo(seen, card.rect().bottomLeft())
            assert seen.rect().contains(bottom), (width, card)
        late = [screen.plans_card, screen.actions_card] + (
            [screen.board_card] if screen.board_card.lines else []
        )
        for card in late:
            bottom = card.mapTo(seen, card.rect().bottomLeft())
            assert seen.rect().contains(bottom), (width, card.heading.text())
    findings = [each.text() for each in screen.pictures_card.found]
    assert all(findings)


def test_one_look_at_home_is_one_entry_of_the_trail(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter()
    chair = desks.sit(register, Role.CHAIR)
    before = len(list_trail(chair))
    window.do_reload()
    rest(program, qtbot)
    # A slow computer comes to the check and the backup at rest, which enter themselves, while this waits.
    at_rest = {"list_trail", "check_register", "list_backups", "back_up"}
    told = [row.event for row in list_trail(chair)[before:] if row.event not in at_rest]
    assert told == ["sign_in", "looks_together"]


def test_a_screen_that_is_opened_before_the_forum_is_known_is_read_once(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    door = desks.sit(register)
    window = program.enter(door, "trail")
    assert not window.desk.forums_known
    rest(program, qtbot)
    assert [row.event for row in list_trail(door)].count("list_trail") == 1


def test_a_line_leads_to_the_screen_where_it_is_done(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    screen = cast("HomeScreen", window.screen_now)
    qtbot.mouseClick(screen.next_card.links[0], Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert shown(window, AgendaScreen)


def test_what_is_done_elsewhere_shows_at_once(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    screen = cast("HomeScreen", window.screen_now)
    desk = window.desk.door
    order = packs.reserve_copies(
        desk, MEETING, Contents.AGENDA, (HolderDraft("Mere", "prisons"),), plain=True
    )
    laid_out = packs.lay_out_pages(desk, MEETING, order)
    packs.issue_copy(desk, order.copies[0].code, laid_out, None, lambda _row, _data: None)
    rest(program, qtbot)
    qtbot.waitUntil(lambda: "1 numbered copy printed" in _sentences(screen))
    assert "1 copy out with their holders" in _sentences(screen)


def test_late_actions_are_told_by_service(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    desk = window.desk.door
    agenda = see_agenda(desk, MEETING).agenda
    assert agenda is not None
    for day in (date(2026, 11, 2), date(2026, 11, 9), date(2027, 2, 1)):
        draft = ActionDraft("Ask for the consent form", Service.PROBATION, "S. Merrin", day)
        meeting.add_action(desk, MEETING, agenda.items[0].prn, draft)
    screen = cast("HomeScreen", window.screen_now)
    qtbot.waitUntil(lambda: "not due yet" in _sentences(screen))
    rest(program, qtbot)
    assert "! late Probation: 2 actions are late, the oldest due 02/11/2026." in _sentences(screen)
    assert "1 open action not due yet" in _sentences(screen)


@pytest.mark.parametrize(("role", "sign", "left"), [
    (Role.ADMINISTRATOR, "○ to do", "2 things to do for the next meeting"),
    (Role.POLICE_LIAISON, "… waits", "Nothing to do for the next meeting"),
])  # fmt: skip
def test_what_somebody_elses_office_does_is_nothing_to_do_for_this_one(
    role: Role, sign: str, left: str, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(role)
    told = _sentences(cast("HomeScreen", window.screen_now))
    assert f"{sign} The Police workbook is not sent; it is due back 18/11/2026." in told
    assert window.count_label.text() == left


def test_an_auditor_sees_no_copies_and_no_people_left_out(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = cast("HomeScreen", enter(Role.AUDITOR).screen_now)
    told = _sentences(screen)
    assert "Agenda issued" in told
    assert "packs" not in told
    assert "left out" not in told
    assert not screen.actions_card.isVisible()


def test_a_forum_without_meetings_says_what_to_do(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    window.desk.choose_forum("HB")
    rest(program, qtbot)
    screen = cast("HomeScreen", window.screen_now)
    assert screen.next_card.heading.text() == "No meeting to come"
    assert "schedule" in _sentences(screen)


def test_a_missing_copy_stands_on_home_with_its_clock_until_it_is_closed(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = cast("HomeScreen", window.screen_now)
    desk = window.desk.door
    order = packs.reserve_copies(
        desk, MEETING, Contents.AGENDA, (HolderDraft("Mere", "prisons"),), plain=True
    )
    laid_out = packs.lay_out_pages(desk, MEETING, order)
    code = order.copies[0].code
    packs.issue_copy(desk, code, laid_out, None, lambda _row, _data: None)
    copy_ledger.lose_copy(desk, code, "On the train; the chair was told")
    rest(program, qtbot)
    qtbot.waitUntil(lambda: "! missing Agenda 1 of 1 of Mere: open" in _sentences(screen))
    copy_ledger.return_copies(desk, (code,))
    record_incident_step(desk, code, IncidentStepName.CLOSED, "Found under the table")
    rest(program, qtbot)
    qtbot.waitUntil(lambda: "! missing" not in _sentences(screen))

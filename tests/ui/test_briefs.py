"""Front-line briefs as a window: prepared, decided, given, by role, with what is held back and why (need D5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.domain.front_line import RecipientKind
from app.domain.front_line_briefs import Brief
from app.domain.grounds import read_ground
from app.domain.words import RequestState, Role
from app.usecases import front_line
from tests.fixtures import at_table, desks
from tests.fixtures.at_table import CODE
from tests.ui.conftest import SignIn, form_of, rest, shown, ticks_of, write_in
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.meeting.briefs import HELD, IF_LET, BriefsScreen
from ui.widgets.paper import PagesDialog
from ui.window import Window


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register whose meeting is closed: two people, both in Rolleston."""
    folder = desks.new_register(tmp_path / "register")
    desk = at_table.sit_down(folder)
    at_table.close(desk)
    desk.close()
    return folder


def _screen(window: Window, program: Program, qtbot: QtBot, **where: object) -> BriefsScreen:
    window.open("meeting-briefs", **where)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, BriefsScreen)
    return screen


def _prepared(desk: Desk) -> Brief:
    return front_line.prepare_front_line(
        desk, CODE, "Rolleston", RecipientKind.UNIT, read_ground("a", date(2026, 11, 17))
    )


def _briefs(desk: Desk) -> tuple[Brief, ...]:
    return front_line.see_front_line(desk, CODE).briefs


def test_a_unit_stands_there_with_its_items_and_why_others_are_held_back(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    screen = _screen(window, program, qtbot)
    assert [(row.name, row.count) for row in screen.model.rows] == [("Rolleston", 2)]
    fates = {(each.person, each.heading): each.fate for each in screen.items.rows}
    assert fates["Ngata, Hēmi", "Reason of the decision"] == IF_LET
    assert all(each.text for each in screen.items.rows if each.fate == HELD)
    assert screen.prepare_button.isVisible()
    assert not screen.decide_button.isVisible(), "an administrator decides nothing here"


def test_it_is_prepared_without_what_was_taken_off(window: Window, program: Program, qtbot: QtBot) -> None:
    screen = _screen(window, program, qtbot)
    qtbot.mouseClick(screen.prepare_button, Qt.MouseButton.LeftButton)
    ticks = ticks_of(form_of(window))
    ticks.setFocus()
    first = ticks.item(0).text()
    assert "Hearing" in first
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    qtbot.mouseClick(form_of(window).act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (brief,) = _briefs(window.desk.door)
    assert (brief.recipient, brief.state, len(brief.rows)) == ("Rolleston", RequestState.WAITS, 2)
    assert "Hearing" not in {each.heading for each in brief.rows[0].statements}
    assert "Hearing" in {each.heading for each in brief.rows[1].statements}
    assert f"Brief {brief.number} to Rolleston waits for a chair." in screen.notice.text
    assert [row.number for row in screen.model.rows] == [str(brief.number)]


def test_nothing_ticked_is_said_in_the_form(window: Window, program: Program, qtbot: QtBot) -> None:
    screen = _screen(window, program, qtbot)
    screen.prepare()
    form = form_of(window)
    ticks = ticks_of(form)
    for value in ticks.ticked:
        ticks.tick(value, False)
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    assert "Nothing is ticked" in form.notice.text
    assert _briefs(window.desk.door) == ()
    form.reject()


def test_an_office_is_written_and_its_people_ticked(window: Window, program: Program, qtbot: QtBot) -> None:
    screen = _screen(window, program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(window)
    write_in(form, qtbot, who="Hornby Probation")
    ticks_of(form).tick("002")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    qtbot.mouseClick(form_of(window).act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (brief,) = _briefs(window.desk.door)
    assert (brief.recipient, brief.kind, [row.prn for row in brief.rows]) == (
        "Hornby Probation",
        RecipientKind.OFFICE,
        ["002"],
    )
    assert [row.name for row in screen.model.rows] == ["Hornby Probation", "Rolleston"]


def test_a_chair_decides_what_is_ticked_and_never_of_their_own(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    brief = _prepared(desks.sit(register))
    window = enter(Role.CHAIR)
    screen = _screen(window, program, qtbot, meeting=CODE)
    assert not screen.prepare_button.isVisible()
    qtbot.mouseClick(screen.decide_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    soft = {f"{row.number}.{each.number}" for row in brief.rows for each in row.statements if each.soft}
    assert soft
    assert not soft & set(ticks_of(form).ticked), "what is in free words is off until the chair ticks it"
    ticks_of(form).tick(sorted(soft)[0])
    write_in(form, qtbot, reason="they look after them", under="kept in the safe")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (after,) = _briefs(window.desk.door)
    assert (after.state, after.rows[0].undertaking) == (RequestState.APPROVED, "kept in the safe")
    told = {f"{row.number}.{each.number}" for row in after.rows for each in row.told}
    assert told & soft == {sorted(soft)[0]}
    assert "Undertaking: kept in the safe" in screen.whole.text()


def test_it_is_looked_at_and_given_and_its_paper_saved_once_more(
    enter: SignIn,
    program: Program,
    qtbot: QtBot,
    register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = enter(Role.ADMINISTRATOR)
    brief = _prepared(window.desk.door)
    screen = _screen(window, program, qtbot)
    qtbot.mouseClick(screen.look_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (pages,) = window.findChildren(PagesDialog)
    assert len(pages.pages) == 2
    pages.accept()
    front_line.decide_front_line(desks.sit(register, Role.CHAIR), CODE, str(brief.number), True, "needed")
    screen.refresh()
    rest(program, qtbot)
    paper = tmp_path / "brief.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(paper), ""))
    qtbot.mouseClick(screen.give_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    write_in(form, qtbot, how="by hand")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert f"The brief of disclosure 1 is in {paper}" in screen.notice.text
    first = paper.read_bytes()
    assert first.startswith(b"%PDF")
    paper.unlink()
    qtbot.mouseClick(screen.paper_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert paper.read_bytes() == first
    assert "disclosure 1 of the ledger" in screen.whole.text()
    assert not screen.withdraw_button.isEnabled()


def test_one_that_waits_is_withdrawn_and_its_unit_stands_to_be_prepared_again(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    brief = _prepared(window.desk.door)
    screen = _screen(window, program, qtbot)
    qtbot.mouseClick(screen.withdraw_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    reason = form.field("reason")
    assert isinstance(reason, QLineEdit)
    qtbot.keyClicks(reason, "the wrong unit")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert f"Brief {brief.number} is withdrawn." in screen.notice.text
    assert [(row.name, row.number) for row in screen.model.rows] == [
        ("Rolleston", ""),
        ("Rolleston", str(brief.number)),
    ]


def test_home_tells_a_meetings_briefs_in_one_line_that_leads_to_them(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    _prepared(window.desk.door)
    window.open("home")
    window.do_reload()
    rest(program, qtbot)
    home = shown(window, HomeScreen)
    (line,) = [each for each in home.asked_for if CODE in each.sentence]
    assert line.sentence == f"After {CODE}: 1 brief waiting for a chair."
    assert not any("asks to be told" in each.sentence for each in home.asked_for)
    assert line.go is not None
    line.go()
    rest(program, qtbot)
    assert [row.name for row in shown(window, BriefsScreen).model.rows] == ["Rolleston"]


def test_two_briefs_to_one_unit_are_told_as_two(window: Window, program: Program, qtbot: QtBot) -> None:
    desk = window.desk.door
    for each in front_line.see_front_line(desk, CODE).people:
        ground = read_ground("a", date(2026, 11, 17))
        front_line.prepare_front_line(desk, CODE, "Rolleston", RecipientKind.UNIT, ground, prns=[each.prn])
    window.open("home")
    window.do_reload()
    rest(program, qtbot)
    told = [each.sentence for each in shown(window, HomeScreen).asked_for]
    assert told == [f"After {CODE}: 2 briefs waiting for a chair."]


def test_where_no_meeting_is_closed_it_says_so_in_words(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    screen = _screen(window, program, qtbot)
    screen.show_none()
    assert "No meeting is closed yet" in screen.listing.said
    assert not screen.card.isVisible()
    assert not screen.others_button.isEnabled()

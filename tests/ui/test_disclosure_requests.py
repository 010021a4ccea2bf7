"""Disclosures asked for, as a window: ask, propose, decide, record, withdraw, by keys and by role (need D1)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.domain.disclosure_request import RequestDraft, RequestRow
from app.domain.grounds import read_ground
from app.domain.words import RequestState, Role
from app.usecases import disclosure_requests as requests
from app.usecases.cases import list_cases
from tests.fixtures import desks, months
from tests.ui.conftest import PRN, SignIn, form_of, rest, shown, ticks_of, write_in
from ui.disclosure.asking import GroundPick
from ui.disclosure.requests import RequestsScreen
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.widgets.pick import Pick
from ui.window import Window

REGISTER = months.new_month
DAY = date(2026, 11, 17)


def _ask(desk: Desk, prn: str = PRN) -> RequestRow:
    draft = RequestDraft("Kāinga Ora", "where they will live", read_ground("f", DAY), "a threat next door")
    return requests.ask_disclosure(desk, prn, draft, ["Prison"], ["Starts work on Monday."])


def _screen(window: Window, program: Program, qtbot: QtBot, **where: object) -> RequestsScreen:
    window.open("disclosure-requests", **where)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, RequestsScreen)
    return screen


def test_a_request_is_asked_for_and_its_statements_are_ticked_from_the_record(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    screen = _screen(window, program, qtbot)
    assert "Nothing was asked for yet" in screen.listing.said
    qtbot.mouseClick(screen.listing.empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    form_of(window).reject()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(window)
    ground = form.field("ground")
    assert isinstance(ground, Pick)
    ground.setFocus()
    for _ in "bcdef":
        qtbot.keyClick(ground, Qt.Key.Key_Down)
    write_in(
        form,
        qtbot,
        person=PRN,
        who="Kainga Ora",
        what="the address",
        why="a threat next door",
        own="He knows.",
    )
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (row,) = requests.list_disclosure_requests(window.desk.door)
    assert (row.who_asks, row.ground.paragraph, row.state) == (
        "Kainga Ora",
        "IPP 11(1)(f)",
        RequestState.WAITS,
    )
    ticks = ticks_of(form_of(window))
    ticks.setFocus()
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    qtbot.mouseClick(form_of(window).act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (row,) = requests.list_disclosure_requests(window.desk.door)
    first = requests.offer_statements(window.desk.door, PRN)[0]
    assert [each.heading for each in row.statements] == ["In the forum's words", first.heading]
    assert [each.heading for each in screen.told.rows] == ["In the forum's words", first.heading]


def test_the_grounds_words_are_read_where_it_is_chosen(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    _screen(window, program, qtbot).do_ask()
    form = form_of(window)
    ground = form.field("ground")
    assert isinstance(ground, GroundPick)
    ground.setCurrentIndex(5)
    said = ground.said
    assert "serious threat" in said.text()
    assert "need not be imminent" in said.text()
    assert said.isVisible()
    assert not form.field("consent").isEnabled()
    ground.setCurrentIndex(2)
    assert form.field("consent").isEnabled()


def test_a_chair_sees_each_statement_and_only_what_is_ticked_is_told(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _ask(desks.sit(register))
    window = enter(Role.CHAIR)
    screen = _screen(window, program, qtbot)
    assert screen.decide_button.isEnabled()
    qtbot.mouseClick(screen.decide_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    assert ticks_of(form).ticked == (1,), "what was only said is off until the chair ticks it"
    write_in(form, qtbot, reason="the threat is real", under="shown to nobody")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    (row,) = screen.rows
    assert (row.state, row.undertaking) == (RequestState.APPROVED, "shown to nobody")
    assert [(each.number, each.struck) for each in row.statements] == [(1, False), (2, True)]
    assert "struck" in screen.told.columns[4].text(screen.told.rows[1])


def test_nobody_is_offered_to_decide_on_their_own(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.CHAIR)
    _ask(window.desk.door)
    screen = _screen(window, program, qtbot)
    assert screen.decide_button.isVisible()
    assert not screen.decide_button.isEnabled()


def test_an_approved_one_is_recorded_and_its_letter_saved(
    enter: SignIn,
    program: Program,
    qtbot: QtBot,
    register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = enter(Role.ADMINISTRATOR)
    row = _ask(window.desk.door)
    requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), True, "needed")
    letter = tmp_path / "letter.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(letter), ""))
    screen = _screen(window, program, qtbot)
    assert not screen.decide_button.isVisible(), "an administrator decides nothing here"
    qtbot.mouseClick(screen.record_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    write_in(form, qtbot, how="by courier")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert letter.read_bytes().startswith(b"%PDF")
    assert f"The letter of disclosure 1 is in {letter}" in screen.notice.text
    assert "Nothing waits" in screen.listing.said
    screen.show_all()
    assert "disclosure 1 of the ledger" in screen.whole.text()
    first = letter.read_bytes()
    letter.unlink()
    qtbot.mouseClick(screen.letter_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert letter.read_bytes() == first, "where it was not saved, it is made once more"


def test_a_withdrawn_request_waits_no_more(window: Window, program: Program, qtbot: QtBot) -> None:
    _ask(window.desk.door)
    screen = _screen(window, program, qtbot)
    qtbot.mouseClick(screen.withdraw_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    field = form.field("reason")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "answered by telephone")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert [row.state for row in screen.rows] == [RequestState.WITHDRAWN]


def test_a_case_leads_to_asking_about_its_person(window: Window, program: Program, qtbot: QtBot) -> None:
    window.open("case", prn=PRN)
    rest(program, qtbot)
    window.table.run("case.disclosure")
    rest(program, qtbot)
    assert isinstance(window.screen_now, RequestsScreen)
    person = form_of(window).field("person")
    assert isinstance(person, QLineEdit)
    assert person.text() == PRN


@pytest.mark.parametrize("role", [Role.MEMBER, Role.POLICE_LIAISON])
def test_a_member_and_the_liaison_see_what_they_asked_and_no_decision(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _screen(enter(role), program, qtbot)
    assert screen.ask_button.isEnabled()
    assert not screen.decide_button.isVisible()
    assert not screen.record_button.isVisible()


@pytest.mark.parametrize(("role", "sign"), [(Role.CHAIR, "○ to do"), (Role.ADMINISTRATOR, "… later")])
def test_home_says_what_waits_for_the_chair_and_leads_there(
    role: Role, sign: str, enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    row = _ask(desks.sit(register))
    window = enter(role)
    window.open("home")
    rest(program, qtbot)
    home = shown(window, HomeScreen)
    (line,) = home.asked_for
    assert line.sign == sign
    assert "Kāinga Ora asks to be told about" in line.sentence
    assert row.clock(DAY) in line.sentence
    assert line.go is not None
    line.go()
    rest(program, qtbot)
    assert shown(window, RequestsScreen).chosen_number == row.number


def _others(register: Path, count: int) -> list[str]:
    """Somebody else's requests, approved by the chair already."""
    admin, chair = desks.sit(register), desks.sit(register, Role.CHAIR)
    prns = [row.prn for row in list_cases(admin, "CHC") if row.prn != PRN][:count]
    for prn in prns:
        requests.decide_disclosure(chair, str(_ask(admin, prn).number), True, "It serves the plan.")
    return prns


@pytest.mark.parametrize("role", [Role.CHAIR, Role.ADMINISTRATOR])
def test_whoever_opens_the_requests_stands_on_the_first_that_falls_to_them(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    if role is Role.CHAIR:
        _others(register, 1)
        _ask(desks.sit(register))
    else:
        _ask(desks.sit(register))
        _others(register, 1)
    screen = _screen(enter(role), program, qtbot)
    wanted = RequestState.WAITS if role is Role.CHAIR else RequestState.APPROVED
    assert [row.state for row in screen.model.rows].index(wanted) == 1
    assert screen.table.current().state is wanted
    act = screen.decide_button if role is Role.CHAIR else screen.record_button
    assert act.isEnabled()


def test_what_falls_to_the_chair_stands_on_home_before_what_others_have_to_make(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _others(register, 3)
    _ask(desks.sit(register))
    home = enter(Role.CHAIR).screen_now
    assert isinstance(home, HomeScreen)
    first, *_, last = [each for each in home.asked_for if "more asked" in each.sentence or each.go]
    assert first.sign == "○ to do"
    assert "a chair decides" in first.sentence
    assert "1 disclosure more asked for" in last.sentence

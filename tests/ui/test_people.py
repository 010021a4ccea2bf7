"""Roles by two, the chair handed over and a forgotten passphrase, in the window: nobody answers what they proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import desk as door
from app.domain.people import role_in
from app.domain.words import Role, Topic
from app.usecases import people
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.ui.conftest import SignIn, form_of, rest
from ui.main import Program
from ui.people.screen import PeopleScreen
from ui.signin.codes import CodesPage
from ui.window import Window

NAME, PASSPHRASE = "Ana Taufa", "a kettle sings on the stove"
NEW = "another kettle, another stove"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with a member beside the administrator and the chair."""
    folder = desks.new_register(tmp_path / "register")
    door.request_access(folder, NAME, PASSPHRASE, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(folder, Role.CHAIR), NAME)
    return folder


def _people(window: Window, program: Program, qtbot: QtBot, name: str = NAME) -> PeopleScreen:
    """The screen, with somebody chosen."""
    window.open("people")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, PeopleScreen)
    screen.refresh()
    rest(program, qtbot)
    number = next(number for number, row in enumerate(screen.model.rows) if row.name == name)
    screen.table.setCurrentIndex(screen.model.index(number, 0))
    return screen


def _press(thing: Any, program: Program, qtbot: QtBot) -> None:
    assert thing.isEnabled()
    thing.click()
    rest(program, qtbot)


def _role(folder: Path, name: str = NAME) -> Role | None:
    desk = desks.sit(folder)
    [row] = [row for row in people.list_users(desk) if row.name == name]
    return role_in(row.offices, "CHC", date(2026, 11, 17))


def test_an_administrator_proposes_a_role_and_may_not_approve_it(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter(Role.ADMINISTRATOR)
    screen = _people(window, program, qtbot)
    assert not screen.waits.isVisible()
    assert "Propose" in screen.act.text()
    screen.role.set_value(Role.AUDITOR)
    _press(screen.act, program, qtbot)
    assert "waits for a chair" in screen.notice.text
    assert screen.waits.isVisible()
    assert "Ana Taufa becomes auditor" in screen.waits.rows[0].sentence
    assert not screen.waits.approve_button.isEnabled()
    assert not screen.waits.decline_button.isEnabled()
    assert _role(register) is Role.MEMBER


def test_a_chair_is_offered_the_proposal_and_no_role_that_would_be_refused(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    people.propose_role(desks.sit(register), NAME, Role.AUDITOR, "CHC")
    window = enter(Role.CHAIR)
    screen = _people(window, program, qtbot)
    assert not screen.act.isEnabled()
    assert "An administrator proposes another role" in screen.told.text()
    _press(screen.waits.approve_button, program, qtbot)
    assert "Approved for Ana Taufa" in screen.notice.text
    assert not screen.waits.isVisible()
    assert _role(register) is Role.AUDITOR


def test_the_number_beside_people_is_what_waits_for_oneself(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    people.propose_role(desks.sit(register), NAME, Role.AUDITOR, "CHC")
    door.request_access(register, "Hone Rei", PASSPHRASE, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    door.request_access(register, NAME, NEW, None, None, stretcher=CheapStretcher())
    window = enter(Role.CHAIR)
    assert window.nav.item(5).text() == "People  (2)", "a role to approve and a newcomer"
    people.approve_proposal(desks.sit(register, Role.CHAIR), 1)
    window.desk.changed.emit(frozenset({Topic.PEOPLE}))
    rest(program, qtbot)
    assert window.nav.item(5).text() == "People  (1)"


def test_an_administrator_has_new_passphrases_to_propose_and_nothing_to_approve(
    enter: SignIn, register: Path
) -> None:
    people.propose_role(desks.sit(register), NAME, Role.AUDITOR, "CHC")
    door.request_access(register, "Hone Rei", PASSPHRASE, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    door.request_access(register, NAME, NEW, None, None, stretcher=CheapStretcher())
    assert enter(Role.ADMINISTRATOR).nav.item(5).text() == "People  (1)"


def test_a_chair_gives_the_only_administrator_a_role_without_a_proposal(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _people(enter(Role.CHAIR), program, qtbot, desks.ADMINISTRATOR[0])
    assert screen.act.isEnabled()
    assert "Give this role" in screen.act.text().replace("&", "")


def test_a_chair_declines_with_a_reason(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    people.propose_role(desks.sit(register), NAME, Role.CHAIR, "CHC")
    window = enter(Role.CHAIR)
    screen = _people(window, program, qtbot)
    screen.waits.decline_button.click()
    form = form_of(window)
    _press(form.act, program, qtbot)
    assert "Say why" in form.notice.text
    reason = form.field("reason")
    assert isinstance(reason, QLineEdit)
    reason.setText("not before March")
    _press(form.act, program, qtbot)
    assert screen.waits.rows == ()
    assert _role(register) is Role.MEMBER


def test_whoever_hands_the_chair_over_neither_approves_nor_takes_it_up(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter(Role.CHAIR)
    screen = _people(window, program, qtbot, desks.ADMINISTRATOR[0])
    screen.hand_button.click()
    _press(form_of(window).act, program, qtbot)
    assert "takes the office up themselves" in screen.notice.text
    assert not screen.waits.approve_button.isEnabled()
    assert not screen.waits.accept_button.isEnabled()
    [row] = people.list_proposals(desks.sit(register))
    assert row.name == desks.ADMINISTRATOR[0]


def test_whom_the_chair_is_handed_to_takes_it_up_under_people(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    people.hand_over(desks.sit(register, Role.CHAIR), desks.ADMINISTRATOR[0])
    screen = _people(enter(Role.ADMINISTRATOR), program, qtbot)
    assert not screen.waits.approve_button.isEnabled()
    _press(screen.waits.accept_button, program, qtbot)
    assert _role(register, desks.ADMINISTRATOR[0]) is Role.CHAIR


def test_a_member_takes_up_an_office_in_settings_by_its_number(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter(Role.MEMBER)
    number = people.hand_over(desks.sit(register, Role.CHAIR), "Wiremu Pōtiki", "CHC")
    window.open("settings")
    rest(program, qtbot)
    screen: Any = window.screen_now
    screen.office.setText("words")
    _press(screen.take_up, program, qtbot)
    assert "number" in screen.notice.text
    screen.office.setText(str(number))
    _press(screen.take_up, program, qtbot)
    assert "You are chair" in screen.notice.text
    assert _role(register, "Wiremu Pōtiki") is Role.CHAIR


def _ask_anew(program: Program, qtbot: QtBot) -> Any:
    window = program.start()
    window.enter.forgotten.click()
    page = window.recoverer
    page.person.name.setText(NAME)
    for box in (page.person.first, page.person.again):
        box.setText(NEW)
    assert page.ask_button.property("look") == "first", "the codes are for where nobody is left who can agree"
    page.ask_button.click()
    qtbot.waitUntil(page.ask_button.isEnabled)
    return page


def test_a_forgotten_passphrase_is_asked_for_at_the_sign_in_window_and_agreed_to_by_two(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    page = _ask_anew(program, qtbot)
    assert "An administrator proposes it and a chair approves it" in page.notice.text
    screen = _people(enter(Role.ADMINISTRATOR), program, qtbot)
    assert screen.told.text().startswith("Asks for a new passphrase.")
    _press(screen.act, program, qtbot)
    assert "a chair lets them in" in screen.notice.text
    assert not screen.waits.approve_button.isEnabled()
    chair = desks.sit(register, Role.CHAIR)
    people.approve_proposal(chair, people.list_proposals(chair)[0].number)
    door.sign_in(register, NAME, NEW, now=desks.Clock(), stretcher=CheapStretcher())


def test_a_chair_waits_for_the_proposal_of_a_new_passphrase_and_then_approves_it(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _ask_anew(program, qtbot)
    screen = _people(enter(Role.CHAIR), program, qtbot)
    assert not screen.act.isEnabled()
    assert "An administrator proposes a new passphrase first" in screen.told.text()
    people.propose_reset(desks.sit(register), NAME)
    screen.refresh()
    rest(program, qtbot)
    _press(screen.act, program, qtbot)
    assert "has the new passphrase" in screen.notice.text
    door.sign_in(register, NAME, NEW, now=desks.Clock(), stretcher=CheapStretcher())


def test_two_codes_let_somebody_in_at_the_sign_in_window_and_three_new_ones_are_typed_back(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    made = door.create(
        folder, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    codes = made.recovery_codes
    made.close()
    program.settings.setValue("register", str(folder))
    window = program.start()
    window.enter.forgotten.click()
    page = window.recoverer
    page.folder.setText(str(folder))
    page.person.name.setText(desks.CHAIR[0])
    for box in (page.person.first, page.person.again):
        box.setText(NEW)
    page.codes[0].setText(codes[0])
    page.button.click()
    assert "1 to 3" in page.notice.text, "one code alone opens nothing"
    page.codes[1].setText(codes[2].lower())
    qtbot.keyClick(page.codes[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(CodesPage)))
    assert [box.text() for box in page.codes] == ["", ""]
    [sheet] = window.findChildren(CodesPage)
    fresh = sheet.shown.text().split()
    assert not set(fresh) & set(codes)
    for typed, code in zip(sheet.boxes, fresh, strict=True):
        typed.setText(code)
    sheet.button.click()
    qtbot.waitUntil(lambda: program.window is not None)
    rest(program, qtbot)
    door.sign_in(folder, desks.CHAIR[0], NEW, now=desks.Clock(), stretcher=CheapStretcher())

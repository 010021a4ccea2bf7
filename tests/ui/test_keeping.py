"""Keeping and disposal in the window: proposed, typed to confirm, destroyed; and a past day under its band."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.errors import NotFound
from app.domain.words import ExitReason, Role
from app.usecases import cases, disclosure, disposal
from tests.fixtures import desks
from tests.fixtures.disposed import LATER, name_authority
from tests.fixtures.few_people import TUTAHI, with_people
from tests.ui.conftest import SignIn, form_of, rest
from ui.keeping.past import PastScreen
from ui.keeping.screen import KeepingScreen
from ui.main import Program
from ui.window import Window


def _screen(window: Window, program: Program, qtbot: QtBot) -> KeepingScreen:
    window.open("keeping")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, KeepingScreen)
    return screen


@pytest.fixture
def due(register: Path, program: Program) -> Path:
    """A register with one person whose time is up by the window's clock."""
    cases.close_case(with_people(register), TUTAHI, ExitReason.SRD)
    name_authority(desks.sit(register, Role.CHAIR))
    assert isinstance(program.edges.now, desks.Clock)
    program.edges.now.go_to(program.edges.now.at + LATER)
    return register


def test_a_proposal_is_confirmed_by_the_prn_and_then_it_is_gone(
    due: Path, enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = desks.Clock()
    clock.go_to(clock.at + LATER)
    proposed = disposal.propose_disposal(desks.sit(due, clock=clock), TUTAHI, "RELEASED")
    window = enter(Role.CHAIR)
    screen = _screen(window, program, qtbot)
    screen.turn_to("disposals")
    rest(program, qtbot)
    assert screen.approve_button.isEnabled()
    screen.ask_approve()
    form = form_of(window)
    assert form.act.property("look") == "danger"
    number = form.field("number")
    assert isinstance(number, QLineEdit)
    number.setText("0000")
    form.act.click()
    assert "nothing was destroyed" in form.notice.text
    assert cases.show_case(window.desk.door, TUTAHI).prn == TUTAHI
    number.setText(TUTAHI)
    qtbot.keyClick(number, Qt.Key.Key_Escape)
    screen.ask_approve()
    form = form_of(window)
    number = form.field("number")
    assert isinstance(number, QLineEdit)
    assert number.text() == ""  # a number that came back by itself would be no second look
    number.setText(TUTAHI)
    form.act.click()
    rest(program, qtbot)
    assert f"Disposal {proposed.id} is done" in screen.notice.text
    with pytest.raises(NotFound):
        cases.show_case(window.desk.door, TUTAHI)
    out = tmp_path / "certificate.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    screen.certificate()
    rest(program, qtbot)
    assert out.read_bytes().startswith(b"%PDF-")


def test_an_administrator_proposes_and_holds_and_cannot_destroy(
    due: Path, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    screen = _screen(window, program, qtbot)
    assert screen.chosen().prn == TUTAHI
    screen.ask_hold()
    form = form_of(window)
    reason = form.field("reason")
    assert isinstance(reason, QLineEdit)
    reason.setText("the coroner asked")
    form.act.click()
    rest(program, qtbot)
    assert not screen.propose_button.isEnabled()
    screen.turn_to("holds")
    rest(program, qtbot)
    assert screen.chosen().reason == "the coroner asked"
    screen.turn_to("disposals")
    rest(program, qtbot)
    assert not screen.approve_button.isEnabled()


def test_a_past_day_stands_under_its_band_and_is_given_out_by_a_chair_alone(
    register: Path,
    enter: SignIn,
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_people(register)
    window = enter(Role.CHAIR)
    day = window.desk.today
    window.open("keeping-past", prn=TUTAHI, on=f"{day:%d/%m/%Y}")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, PastScreen)
    assert screen.band.text.startswith("AS KNOWN ON ")
    assert screen.part.count() == len(screen.sections) > 10
    out = tmp_path / "past.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    screen.give_out()
    form = form_of(window)
    for key, text in (("recipient", "Office of the Ombudsman"), ("reason", "inquiry 12")):
        box = form.field(key)
        assert isinstance(box, QLineEdit)
        box.setText(text)
    form.act.click()
    rest(program, qtbot)
    assert out.read_bytes().startswith(b"%PDF-")
    (line,) = disclosure.list_disclosures(window.desk.door)
    assert (line.recipients, line.standing) == (("Office of the Ombudsman",), False)
    screen.on.setText(f"{date(2020, 1, 1) - timedelta(days=1):%d/%m/%Y}")
    screen.look()
    rest(program, qtbot)
    assert "nothing of 31/12/2019" in screen.notice.text

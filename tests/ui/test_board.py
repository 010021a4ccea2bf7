"""The Board's tab, a case between forums and the ratings, by the window's own forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.domain.case_drafts import RiskDraft
from app.domain.words import Service, TransferState
from app.usecases import board, cases, plan, transfers
from tests.fixtures import desks, months
from tests.ui.conftest import PRN, SignIn, form_of, rest
from ui.case.screen import CaseScreen
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.window import Window

REGISTER = months.new_month
HELD = date(2026, 11, 10)


def test_a_result_is_recorded_and_says_what_it_made(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    board.record_hearing(window.desk.door, PRN, HELD)
    rest(program, qtbot)
    case.show_hearings()
    case.tabs.board.result()
    form = form_of(window)
    qtbot.keyClicks(form.field("result"), "Released on parole")
    form.act.click()
    rest(program, qtbot)
    assert "Read as released" in case.notice.text
    assert case.tabs.board.hearings.model.rows[0].result == "Released on parole"
    waiting = [row for row in case.tabs.board.sends.model.rows if not row.is_sent and row.notice]
    assert "Police to be told of the result (released)" in waiting[0].what
    case.tabs.board.sends.table.setCurrentIndex(case.tabs.board.sends.model.index(0, 0))
    case.tabs.board.sent()
    form_of(window).act.click()
    rest(program, qtbot)
    assert any(row.is_sent for row in case.tabs.board.sends.model.rows)


@pytest.fixture
def drifted(register: Path) -> str:
    """The Board was told of an address that has gone since; what changed, in words."""
    desk = desks.sit(register)
    plan.propose_address(desk, PRN, "12 Harakeke Street")
    plan.set_address(desk, PRN, 1, is_next=True)
    board.tell_board(desk, PRN)
    plan.withdraw_address(desk, PRN, 1, "the occupier", "sold")
    return "address was 12 Harakeke Street, is now none"


def test_a_change_since_the_telling_stands_on_home(
    drifted: str, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    home = cast("HomeScreen", enter().screen_now)
    qtbot.waitUntil(lambda: any(drifted in line.sentence for line in home.board_card.lines))


def test_a_change_since_the_telling_stands_on_the_case_until_it_is_told_or_withdrawn(
    drifted: str, case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    assert f"tell the Board: {drifted}" in case.identity.complete.text()
    assert case.tabs.board.drifts.model.index(0, 3).data() == "! tell the Board, since 17/11/2026"
    case.show_hearings()
    case.tabs.board.drifts.table.setCurrentIndex(case.tabs.board.drifts.model.index(0, 0))
    case.tabs.board.withdraw()
    form = form_of(window)
    qtbot.keyClicks(form.field("reason"), "the Board asked for another one")
    form.act.click()
    rest(program, qtbot)
    assert "tell the Board" not in case.identity.complete.text()


def test_a_proposed_case_says_so_and_is_accepted_in_the_window(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    assert case.transfer.isHidden()
    other = next(row.code for row in window.desk.forums if row.code != window.desk.forum)
    transfers.propose_transfer(window.desk.door, PRN, other, "moved")
    rest(program, qtbot)
    assert not case.transfer.isHidden()
    assert f"Proposed to {other}" in case.transfer.told.text()
    case.transfer.accept.click()
    form_of(window).act.click()
    rest(program, qtbot)
    assert case.transfer.row is not None
    assert case.transfer.row.state is TransferState.ACCEPTED
    assert case.transfer.accept.isHidden()


@pytest.fixture
def rated(register: Path) -> None:
    """Probation rated twice."""
    for score, day in (("12", date(2026, 10, 1)), ("9", date(2026, 11, 1))):
        rating = RiskDraft(Service.PROBATION, "DRAOR", score, "", day)
        cases.add_risk(desks.sit(register), PRN, rating)


def test_ratings_stand_side_by_side_with_those_of_ioms(rated: None, case: CaseScreen) -> None:
    rows = case.tabs.ratings.model.rows
    assert [(row.score, row.standing) for row in rows if row.tool == "DRAOR"] == [
        ("9", "present"),
        ("12", "older"),
    ]
    assert any(row.whose == "Corrections, in IOMS" for row in rows)

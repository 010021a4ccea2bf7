"""The case in hand, whole: whatever the window's size when the meeting is opened, and however large the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.case_drafts import InformationDraft
from app.domain.words import Grade, Handling, Role, Service
from app.usecases import cases
from tests.fixtures import desks
from tests.fixtures.at_the_table import ALT, MEETING, AtTheTable, new_table
from tests.ui.conftest import SignIn
from ui.main import Program
from ui.run.sheet import CaseSheet

LONG = "He asked for the same house again, and nobody has been there since the heating was taken out. " * 6


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Cases of which each service has said much."""
    folder = new_table(tmp_path / "register", 3, 1)
    desk = desks.sit(folder)
    for prn in ("00001", "00002", "00003"):
        for service in (Service.PROBATION, Service.PRISONS, Service.PSYCHOLOGICAL):
            draft = InformationDraft(
                service, LONG, "S. Merrin", desk.now().date(), Grade.RECORDED, Handling.MINUTED
            )
            cases.add_information(desk, prn, draft)
    desk.close()
    return folder


def _cut(sheet: CaseSheet) -> list[str]:
    """How cards begin whose text is not whole in them, or that lie under another."""
    return [
        card.text.text()[:40]
        for card in sheet.cards
        if card.text.isVisible()
        and (
            card.text.height() < card.text.heightForWidth(card.text.width())
            or card.text.geometry().bottom() > card.contentsRect().bottom()
            or any(card.geometry().intersects(other.geometry()) for other in sheet.cards if other is not card)
        )
    ]


@pytest.mark.parametrize(
    ("wide", "high", "text"),
    [
        (960, 540, 100),
        (1024, 768, 100),
        (1280, 720, 100),
        (1366, 768, 100),
        (1366, 768, 125),
        (1366, 768, 200),
        (1920, 1080, 150),
    ],
)
def test_no_card_cuts_its_text_at_the_size_the_meeting_is_opened_with(
    program: Program, enter: SignIn, wide: int, high: int, text: int
) -> None:
    program.settings.setValue("text-size", text)
    program.apply()
    hand = AtTheTable(program, enter(Role.CHAIR))
    hand.window.resize(wide, high)
    hand.window.open("run", meeting=MEETING)
    hand.rest()
    sheet = hand.screen.page.sheet
    assert _cut(sheet) == []
    hand.press(Qt.Key.Key_Right, ALT)
    assert _cut(sheet) == []
    hand.window.resize(wide + 1, high + 1)
    hand.rest()
    assert _cut(sheet) == []
    lowest = max(card.geometry().bottom() for card in sheet.cards)
    assert lowest < sheet.viewport().height() + sheet.verticalScrollBar().maximum()


def test_without_room_for_the_agenda_a_line_says_how_the_meeting_stands(
    program: Program, enter: SignIn
) -> None:
    hand = AtTheTable(program, enter(Role.CHAIR))
    hand.window.resize(960, 540)
    hand.window.open("run", meeting=MEETING)
    hand.rest()
    page = hand.screen.page
    assert not page.agenda.isVisible()
    assert page.stands.text().startswith("0 of 4 done")
    hand.decide(Qt.Key.Key_1, "The plan was looked at.")
    hand.decide(Qt.Key.Key_4, "Nobody was there to say.")
    assert page.stands.isVisible()
    assert page.stands.text().startswith("2 of 4 done  ·  1 put off")
    hand.press(Qt.Key.Key_Space)
    hand.wait_seconds(4 * 3600)
    assert "1 not reached" in page.stands.text()
    assert "late" in page.stands.text().lower()
    hand.window.resize(1366, 768)
    hand.rest()
    assert page.agenda.isVisible()
    assert not page.stands.isVisible()

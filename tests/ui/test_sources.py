"""Sealed sources in the window: sealed, listed, opened with a reason, covered after sixty seconds."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.case_drafts import InformationDraft
from app.domain.sources import LONGEST, SHOWN_SECONDS
from app.domain.words import Role, Service
from app.usecases import cases, sources, trail
from tests.fixtures import at_table
from tests.ui.conftest import SignIn, rest
from ui.case import acts
from ui.case.forms import put_text
from ui.case.screen import CaseScreen
from ui.case.sources import Shown, SourcesDialog
from ui.main import Program
from ui.widgets.ask import AskForm
from ui.window import Window

PRN, TEXT = "001", "Kōtukuwhisperer, his cousin"
REASON = "The Board asks how this is known"


class Seconds:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    made = Seconds()
    monkeypatch.setattr(Shown, "clock", made)
    return made


@pytest.fixture
def register(register: Path) -> Path:
    """A case with one statement."""
    desk = at_table.sit_down(register)
    said = InformationDraft(
        Service.PROBATION, "Means to live with a friend", "R. Tane", at_table.date(2026, 11, 1)
    )
    cases.add_information(desk, PRN, said)
    desk.close()
    return register


def _dialog(window: Window, program: Program, qtbot: QtBot) -> SourcesDialog:
    window.open("case", prn=PRN)
    rest(program, qtbot)
    screen = cast("CaseScreen", window.screen_now)
    screen.show_information()
    screen.tabs.said.table  # noqa: B018 - built when it is first asked for
    [sealed] = [each for each in screen.tabs.said.buttons if each.text() == "Sealed sources…"]
    sealed.click()
    rest(program, qtbot)
    [dialog] = window.findChildren(SourcesDialog)
    return dialog


def _type(dialog: SourcesDialog, key: str, text: str, program: Program, qtbot: QtBot) -> AskForm:
    form = dialog.findChildren(AskForm)[-1]
    cast("QLineEdit", form.field(key)).setText(text)
    form.act.click()
    rest(program, qtbot)
    return form


def test_a_source_is_sealed_opened_with_a_reason_and_covered_after_its_time(
    enter: SignIn, program: Program, qtbot: QtBot, seconds: Seconds
) -> None:
    window = enter()
    dialog = _dialog(window, program, qtbot)
    assert not dialog.open_button.isEnabled()
    dialog.seal_button.click()
    _type(dialog, "text", TEXT, program, qtbot)
    assert dialog.line is not None
    assert dialog.line.seal is not None
    assert dialog.open_button.isEnabled()
    dialog.open_button.click()
    form = _type(dialog, "reason", "because", program, qtbot)
    assert "Say in a sentence why" in form.notice.text
    assert not dialog.shown.isVisible()
    _type(dialog, "reason", REASON, program, qtbot)
    assert dialog.shown.isVisible()
    assert dialog.shown.text.text() == TEXT
    assert dialog.shown.left.text() == f"Covered in {SHOWN_SECONDS} s"
    seconds.now += SHOWN_SECONDS - 1
    dialog.shown.look()
    assert dialog.shown.text.text() == TEXT
    seconds.now += 1
    dialog.shown.look()
    assert not dialog.shown.isVisible()
    assert not any(TEXT in each.text() for each in window.findChildren(QLabel))
    opened = [row for row in trail.list_trail(window.desk.door) if row.event == "open_source"]
    assert [REASON in row.sentence for row in opened] == [True]


def _adding(window: Window, program: Program, qtbot: QtBot) -> tuple[CaseScreen, AskForm]:
    window.open("case", prn=PRN)
    rest(program, qtbot)
    screen = cast("CaseScreen", window.screen_now)
    acts.information(screen)
    [form] = [each for each in window.findChildren(AskForm) if each.isVisible()]
    put_text(form.field("text"), "Means to go north")
    put_text(form.field("author"), "R. Tane")
    put_text(form.field("grade"), "reported")
    put_text(form.field("handling"), "members only")
    return screen, form


def test_who_said_it_is_sealed_from_the_form_that_adds_what_was_said(
    register: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    screen, form = _adding(window, program, qtbot)
    source = form.field("source")
    assert isinstance(source, QLineEdit)
    source.setText(TEXT)
    assert TEXT not in "".join(form.texts().values()), "it is in no copy that could be saved"
    left: list[str] = []
    form.finished.connect(lambda _result: left.append(source.text() + str(source.isUndoAvailable())))
    form.act.click()
    rest(program, qtbot)
    assert "who said it is sealed" in screen.notice.text
    assert left == ["False"], "the field has forgotten it"
    desk = at_table.desks.sit(register)
    [row] = [each for each in sources.list_sources(desk, PRN) if each.opens]
    assert row.statement.sentence.startswith("Probation") or "Means to go north" in row.statement.sentence
    assert sources.open_source(at_table.chair(desk), str(row.source), REASON).text == TEXT


def test_what_was_said_is_added_once_where_the_seal_is_refused_and_tried_again(
    register: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    screen, form = _adding(window, program, qtbot)
    source = form.field("source")
    assert isinstance(source, QLineEdit)
    source.setText("x" * (LONGEST + 1))
    form.act.click()
    rest(program, qtbot)
    assert "The information is added; who said it is not sealed." in form.notice.text
    source.setText(TEXT)
    form.act.click()
    rest(program, qtbot)
    assert "who said it is sealed" in screen.notice.text
    said = [row.text for row in cases.show_case(at_table.desks.sit(register), PRN).information]
    assert said.count("Means to go north") == 1


def test_an_opened_source_cannot_be_marked_or_copied_and_goes_with_its_window(
    enter: SignIn, program: Program, qtbot: QtBot, seconds: Seconds
) -> None:
    window = enter(Role.CHAIR)
    sources.seal_source(window.desk.door, PRN, "information:1", TEXT)
    dialog = _dialog(window, program, qtbot)
    dialog.open_button.click()
    _type(dialog, "reason", REASON, program, qtbot)
    label = dialog.shown.text
    assert label.text() == TEXT
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    QApplication.clipboard().clear()
    qtbot.keyClick(dialog.shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "otuku" not in QApplication.clipboard().text()
    shown = dialog.shown
    dialog.reject()
    assert shown.text.text() == ""


def test_an_administrator_who_did_not_write_it_sees_that_it_is_sealed_and_no_way_in(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    chair = at_table.desks.sit(register, Role.CHAIR)
    sources.seal_source(chair, PRN, "information:1", TEXT)
    chair.close()
    dialog = _dialog(enter(), program, qtbot)
    assert dialog.line is not None
    assert dialog.line.seal is not None
    assert dialog.line.seal.writer == at_table.desks.CHAIR[0]
    assert not dialog.open_button.isEnabled()


def test_what_is_half_typed_in_a_seal_is_in_no_draft(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    dialog = _dialog(window, program, qtbot)
    dialog.seal_button.click()
    form = dialog.findChildren(AskForm)[-1]
    cast("QLineEdit", form.field("text")).setText(TEXT)
    assert not any(TEXT in str(each) for each in window.half_way.drafts())
    form.reject()

"""What is half-typed in a form comes back: after a lock, a crash, Esc, closing the window. Nothing secret does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.case_list import CaseQuery
from tests.fixtures import months
from tests.ui.conftest import PRN, SignIn, form_of, rest, shown
from ui.case import acts
from ui.case.forms import put_text
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.packs.acts import DestroyScreen
from ui.palette import Palette
from ui.register.acts import ask_for_chosen
from ui.signin.fields import PassphraseEdit
from ui.widgets.ask import AskForm
from ui.widgets.notice import Notice
from ui.window import Window

REGISTER = months.new_month
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "A long statement of the prison about conduct"


@pytest.fixture
def window(program: Program, enter: SignIn, qtbot: QtBot) -> Window:
    return opened(enter(), program, qtbot)


def opened(window: Window, program: Program, qtbot: QtBot, prn: str = PRN) -> Window:
    """The case of somebody, with the keyboard in its window."""
    window.open("case", prn=prn, among=CaseQuery())
    window.activateWindow()
    rest(program, qtbot)
    return window


def add_information(window: Window, qtbot: QtBot) -> AskForm:
    """The form that Ctrl+E opens."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    return form_of(window)


def close(form: AskForm, window: Window, qtbot: QtBot) -> None:
    """Esc, and the keyboard is the window's again."""
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def text_of(form: AskForm) -> str:
    field = form.field("text")
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def press(notice: Notice, words: str, qtbot: QtBot) -> None:
    found = next(each for each in notice.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_form_that_was_open_at_a_lock_is_offered_and_opens_with_its_text(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    form = add_information(window, qtbot)
    qtbot.keyClicks(form.field("text"), TEXT)
    qtbot.keyClicks(form.field("source"), "a cousin")
    title = form.windowTitle()
    program.lock()
    window = enter()
    rest(program, qtbot)
    assert title in window.notice.text
    assert "not saved" in window.notice.text
    window.activateWindow()
    press(window.notice, "Open it", qtbot)
    rest(program, qtbot)
    again = form_of(window)
    assert again.windowTitle() == title
    assert text_of(again) == TEXT
    assert "not saved yet" in again.notice.text
    source = again.field("source")
    assert isinstance(source, QLineEdit)
    assert source.text() == ""


def test_a_form_that_was_open_at_a_crash_is_offered_as_at_a_lock(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(add_information(window, qtbot).field("text"), TEXT)
    program.keep_drafts()
    [kept] = list((tmp_path / "window-profile" / "drafts").iterdir())
    left = kept.read_bytes()
    assert TEXT.encode() not in left
    program.lock()
    kept.write_bytes(left)
    window = enter()
    rest(program, qtbot)
    press(window.notice, "Open it", qtbot)
    rest(program, qtbot)
    assert text_of(form_of(window)) == TEXT


def test_a_form_begun_by_ctrl_k_is_offered_and_opens_with_its_text(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = next(each for each in window.findChildren(Palette) if each.isVisible())
    qtbot.keyClicks(palette.box, "add information")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    put_text(form_of(window).field("text"), TEXT)
    program.lock()
    window = enter()
    rest(program, qtbot)
    press(window.notice, "Open it", qtbot)
    rest(program, qtbot)
    assert text_of(form_of(window)) == TEXT


def test_of_a_form_that_a_button_of_a_list_began_the_way_there_is_offered(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    case = shown(window, CaseScreen)
    acts.alias(case)
    put_text(form_of(window).field("surname"), "Te Rangi")
    program.lock()
    window = enter()
    rest(program, qtbot)
    window.open("home")
    press(window.notice, "Go there", qtbot)
    rest(program, qtbot)
    assert shown(window, CaseScreen).prn == PRN
    assert "your text is back in it" in window.status.currentMessage()
    acts.alias(shown(window, CaseScreen))
    assert form_of(window).values()["surname"] == "Te Rangi"


def test_the_warning_before_a_lock_leaves_the_offer_where_it_is(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    put_text(add_information(window, qtbot).field("text"), TEXT)
    program.lock()
    window = enter()
    program.warn(45)
    assert "45 seconds" in window.soon.text
    program._stay()
    assert not window.soon.isVisible()
    press(window.notice, "Open it", qtbot)
    rest(program, qtbot)
    assert text_of(form_of(window)) == TEXT


def test_a_form_that_was_saved_is_offered_to_nobody_after_a_stop(
    window: Window, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    form = add_information(window, qtbot)
    put_text(form.field("text"), TEXT)
    put_text(form.field("author"), "S. Merrin")
    put_text(form.field("grade"), "reported")
    put_text(form.field("handling"), "members only")
    program.keep_drafts()
    drafts = tmp_path / "window-profile" / "drafts"
    assert list(drafts.iterdir())
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    program.keep_drafts()
    assert not list(drafts.iterdir())


@pytest.mark.parametrize("several", [False, True])
def test_what_is_refused_after_esc_is_said_on_the_screen_and_its_text_comes_back(
    several: bool, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    case = shown(window, CaseScreen)

    def begin() -> AskForm:
        if several:
            ask_for_chosen(case, [PRN])
            rest(program, qtbot)
        else:
            acts.to_agenda(case, [("the next", months.NEXT)])
        return form_of(window)

    form = begin()
    put_text(form.field("reason"), TEXT)
    if several:
        put_text(form.field("by"), "S. Merrin")
    away = register.rename(register.with_name("away"))
    form.done_asking()
    qtbot.keyClick(form.field("reason"), Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rest(program, qtbot)
    away.rename(register)
    assert case.notice.isVisible()
    field = begin().field("reason")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == TEXT


def test_esc_asks_nothing_and_the_text_is_back_until_it_is_begun_anew(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    form = add_information(window, qtbot)
    qtbot.keyClicks(form.field("text"), TEXT)
    close(form, window, qtbot)
    assert not [each for each in window.findChildren(AskForm) if each.isVisible()]
    assert "comes back" in window.count_label.text()
    form = add_information(window, qtbot)
    assert text_of(form) == TEXT
    press(form.notice, "Begin anew", qtbot)
    assert text_of(form) == ""
    close(form, window, qtbot)
    assert text_of(add_information(window, qtbot)) == ""


def test_what_was_typed_about_one_person_is_in_no_form_about_another(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    form = add_information(window, qtbot)
    qtbot.keyClicks(form.field("text"), TEXT)
    close(form, window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(program, qtbot)
    form = add_information(window, qtbot)
    assert text_of(form) == ""
    qtbot.keyClick(form.field("text"), Qt.Key.Key_Escape)
    opened(window, program, qtbot)
    assert text_of(add_information(window, qtbot)) == TEXT


def test_what_was_typed_under_one_heading_is_in_no_form_about_another(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    case = shown(window, CaseScreen)

    def correct(heading: str) -> AskForm:
        acts.correction(case, next(row for row in case.tabs.values.model.rows if row.heading == heading))
        return form_of(window)

    form = correct("Prison")
    qtbot.keyClicks(form.field("value"), "Paparua")
    qtbot.keyClick(form.field("value"), Qt.Key.Key_Escape)
    assert correct("Unit").values()["value"] != "Paparua"
    qtbot.keyClick(form_of(window).field("value"), Qt.Key.Key_Escape)
    assert correct("Prison").values()["value"] == "Paparua"


def test_who_saw_the_copies_destroyed_is_back_after_a_lock(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window.open("packs-destroy")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, DestroyScreen)
    screen.witness.setFocus()
    qtbot.keyClicks(screen.witness, "Rangi Hale")
    program.lock()
    screen = enter().screen_now
    rest(program, qtbot)
    assert isinstance(screen, DestroyScreen)
    assert screen.witness.text() == "Rangi Hale"


def test_a_form_that_was_saved_comes_back_empty(window: Window, program: Program, qtbot: QtBot) -> None:
    form = add_information(window, qtbot)
    qtbot.keyClicks(form.field("text"), TEXT)
    close(form, window, qtbot)
    form = add_information(window, qtbot)
    qtbot.keyClicks(form.field("author"), "S. Merrin")
    put_text(form.field("grade"), "reported")
    put_text(form.field("handling"), "members only")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert window.screen_now is not None
    assert "is added" in window.screen_now.notice.text, form.notice.text
    assert window.half_way.forms.draft() == {}
    window.activateWindow()
    assert text_of(add_information(window, qtbot)) == ""


def test_what_was_closed_by_esc_outlives_the_window_that_is_closed_by_hand(
    window: Window, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    form = add_information(window, qtbot)
    qtbot.keyClicks(form.field("text"), TEXT)
    qtbot.keyClick(form.field("text"), Qt.Key.Key_Escape)
    window.close()
    qtbot.waitUntil(lambda: program.window is None)
    window = opened(enter(), program, qtbot)
    assert not window.notice.isVisible()
    assert text_of(add_information(window, qtbot)) == TEXT


def test_no_passphrase_is_ever_in_a_draft_also_while_it_is_shown(window: Window, qtbot: QtBot) -> None:
    secret, word = PassphraseEdit("Passphrase"), QLineEdit()
    form = AskForm(
        window, "Ask", "", (("secret", "&Secret", secret), ("word", "&Word", word)), "Do", lambda *_: None
    )
    form.open()
    secret.show_typed(True)
    qtbot.keyClicks(secret, "five unrelated words")
    qtbot.keyClicks(word, "a word")
    [draft] = window.half_way.forms.draft().values()
    assert "a word" in draft
    assert "unrelated" not in draft


def test_what_somebody_else_wrote_under_a_half_typed_text_is_said_beside_it(
    window: Window, qtbot: QtBot
) -> None:
    def ask(stands: str) -> AskForm:
        form = AskForm(window, "Ask", "", (("owner", "&Owner", QLineEdit(stands)),), "Do", lambda *_: None)
        form.open()
        return form

    form = ask("Merrin")
    qtbot.keyClicks(form.field("owner"), "Typed here")
    qtbot.keyClick(form.field("owner"), Qt.Key.Key_Escape)
    form = ask("Hale")
    assert form.values()["owner"] == "Typed here"
    assert "Owner reads “Hale” by now." in form.notice.text

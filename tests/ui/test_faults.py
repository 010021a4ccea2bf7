"""The table of faults (design/trust.md, "Faults") in the window, row by row; the commands' halves in tests/flows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.fixtures import desks
from tests.fixtures.process import done
from ui import words
from ui.main import Program
from ui.signin.enter import SignInPage
from ui.widgets.notice import Notice


def _try(qtbot: QtBot, form: SignInPage) -> None:
    form.name.setText(desks.ADMINISTRATOR[0])
    form.passphrase.setText(desks.ADMINISTRATOR[1])
    form.unlock()
    qtbot.waitUntil(form.button.isEnabled)


def _button(notice: Notice, text: str) -> QPushButton:
    return next(each for each in notice.findChildren(QPushButton) if each.text() == text)


def test_a_missing_key_file_is_put_back_from_the_sign_in_window(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    done(register, "forum", "list")
    kept = (register / "register.fdb").read_bytes()
    for file in register.glob("register.keys*"):
        file.unlink()
    form = program.start().enter
    _try(qtbot, form)
    assert "no key file" in form.notice.text
    assert "with 2 people" in form.notice.text
    assert "forumdesk" not in form.notice.text
    _button(form.notice, words.PUT_BACK).click()
    qtbot.waitUntil(form.button.isEnabled)
    assert "The key file is back" in form.notice.text
    assert (register / "register.fdb").read_bytes() == kept
    form.passphrase.setText(desks.ADMINISTRATOR[1])
    form.unlock()
    qtbot.waitUntil(lambda: program.window is not None)

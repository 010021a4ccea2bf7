"""First run: start a new forum's register, open one that exists, go back to a backup, or try with made-up people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Refused
from ui import words
from ui.tongue import tr
from ui.widgets.labels import button, card, label, row
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.signin.window import SignInWindow


class WelcomePage(QWidget):
    """Four ways in."""

    def __init__(self, window: SignInWindow) -> None:
        super().__init__()
        self._window = window
        self.notice = Notice()
        self.begin = button(tr("Start a &new register…"), self._create, look="first")
        self.open_one = button(tr("O&pen a register…"), self._open)
        self.go_back = button(words.FROM_BACKUP, window.restore)
        self.try_out = button(tr("&Try it with made-up people"), self._try)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label("ForumDesk", "title"))
        layout.addWidget(label(tr("The HR/HP forum's month in one encrypted file on this computer.")))
        layout.addWidget(self.notice)
        for title, told, *acts in (
            (
                tr("Your forum has no register yet"),
                tr(
                    "Two people are needed now: the first administrator and the first chair, each with a passphrase."
                ),
                self.begin,
            ),
            (
                tr("There is a register already"),
                tr(
                    "Choose its folder: it holds register.fdb and register.keys. Where that is lost, or on a new "
                    "computer, a backup becomes a register again."
                ),
                self.open_one,
                self.go_back,
            ),
            (
                tr("Look round first"),
                tr(
                    "Makes a register of people who do not exist, with a month's work in it. Takes half a minute."
                ),
                self.try_out,
            ),
        ):
            layout.addWidget(card(label(title, "heading"), label(told, "muted"), row(*acts, None)))
        layout.addStretch(2)
        self.first: QWidget = self.begin

    def _create(self) -> None:
        self._window.show_page(self._window.maker)

    def _open(self) -> None:
        self._window.show_page(self._window.enter)
        self._window.enter.folder.choose.click()

    def _try(self) -> None:
        self.try_out.setEnabled(False)
        self.try_out.setText(tr("Making made-up people …"))
        folder = self._window.edges.profile / "try-out"
        self._window.tasks.run_long(
            lambda _progress: make_try_out(folder),
            then=self._tried,
            otherwise=self._not_tried,
            owner=self,
            saying=tr("Making a register of made-up people"),
            can_stop=False,
        )

    def _tried(self, made: tuple[str, str, str]) -> None:
        self._ready()
        folder, name, passphrase = made
        enter = self._window.enter
        self._window.show_page(enter)
        enter.folder.setText(folder)
        enter.name.setText(name)
        enter.passphrase.setText(passphrase)
        enter.notice.say(
            tr(
                "Made-up people, marked TRAINING. {name} is filled in for you; the passphrase is: {passphrase}",
                name=name,
                passphrase=passphrase,
            ),
            "good",
        )

    def _not_tried(self, error: Exception) -> None:
        self._ready()
        self.notice.say(words.sentence_of(error))

    def _ready(self) -> None:
        self.try_out.setEnabled(True)
        self.try_out.setText(tr("&Try it with made-up people"))


def make_try_out(folder: Path) -> tuple[str, str, str]:
    """Have the demo make its register in a process of its own: its folder, a name and that person's passphrase."""
    import json
    import os
    import subprocess
    import sys

    from app.domain.environment import without_secrets

    done = subprocess.run(  # noqa: S603 - our own program, with a folder of our own
        [sys.executable, "-m", "app.main", "demo", str(folder), "--json"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=without_secrets(os.environ),
        cwd=Path(__file__).resolve().parents[2],
    )
    if done.returncode != 0:
        told = done.stderr.strip() or tr("the demo did not say why.")
        raise Refused(tr("The made-up register could not be made: {told}", told=told))
    told_of = json.loads(done.stdout)
    first = told_of["people"][0]
    return str(told_of["register"]), str(first["name"]), str(first["passphrase"])

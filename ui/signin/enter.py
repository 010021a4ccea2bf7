"""Signing in: folder, name, passphrase. Key stretching happens away from the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Damaged, WrongKey
from ui import words
from ui.signin.fields import FolderField, PassphraseEdit
from ui.signin.opened import OpenedList
from ui.signin.window import Lock
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.desk import Desk
    from app.domain.key_copies import KeyCopy
    from ui.signin.window import SignInWindow

UNLOCK = tr("&Unlock")


class SignInPage(QWidget):
    """The form. `button` says "Unlocking…" while it works."""

    def __init__(self, window: SignInWindow, locked: Lock = Lock.NONE) -> None:
        super().__init__()
        self._window = window
        self.notice = Notice()
        self.folder = FolderField(tr("Folder of the register"))
        self.folder.setText(window.folder())
        self.opened = OpenedList(window.settings, window.tasks)
        self.opened.picked.connect(self.folder.setText)
        self.opened.entered.connect(self._go_on)
        self.name = QLineEdit()
        self.passphrase = PassphraseEdit(tr("Passphrase"))
        self.caps = label(words.CAPS_LOCK, "warn", wrap=False)
        self.caps.hide()
        self.show_typed = QCheckBox(tr("&Show"))
        self.button = button(UNLOCK, self.unlock, look="first")
        self._build(locked)
        self.passphrase.caps.connect(self.caps.setVisible)
        self.show_typed.toggled.connect(self.passphrase.show_typed)
        for box in (self.name, self.passphrase, self.folder.box):
            box.returnPressed.connect(self.unlock)

    def _build(self, locked: Lock) -> None:
        form = QGridLayout()
        form.setVerticalSpacing(6)
        form.addWidget(buddy(tr("&Register"), self.folder.box), 0, 0)
        form.addWidget(self.folder, 0, 1, 1, 2)
        form.addWidget(buddy(tr("&Name"), self.name), 1, 0)
        form.addWidget(self.name, 1, 1, 1, 2)
        form.addWidget(buddy(tr("&Passphrase"), self.passphrase), 2, 0)
        form.addWidget(self.passphrase, 2, 1)
        form.addWidget(self.show_typed, 2, 2)
        form.addWidget(self.caps, 3, 1, Qt.AlignmentFlag.AlignLeft)
        form.setColumnStretch(1, 1)
        other = button(tr("&Back"), lambda: self._window.show_page(self._window.welcome))
        box = card(form)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label(tr("Locked") if locked else tr("Sign in"), "title"))
        if locked:
            layout.addWidget(label(words.LOCKED if locked is Lock.KEPT else words.TYPED_LOST))
        layout.addWidget(self.notice)
        layout.addWidget(self.opened)
        layout.addWidget(box)
        asks = button(tr("&Ask for access…"), lambda: self._window.show_page(self._window.asker))
        layout.addLayout(row(other, asks, None, self.button))
        self.forgotten = button(
            tr("Forgotten passphrase?"), lambda: self._window.show_page(self._window.recoverer), look="link"
        )
        self.go_back = button(words.FROM_BACKUP, self.restore, look="link")
        layout.addLayout(row(self.forgotten, self.go_back, None))
        layout.addStretch(2)
        for before, after in (
            (self.folder.choose, self.name),
            (self.name, self.passphrase),
            (self.passphrase, self.show_typed),
        ):
            QWidget.setTabOrder(before, after)

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes: to what is not filled in. No computer keeps a name, so after a lock neither is."""
        return self.passphrase if self.name.text() else self.name

    def _go_on(self) -> None:
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def unlock(self) -> None:
        """Try name and passphrase on the register."""
        if not self.button.isEnabled():
            return
        for box, what in ((self.folder.box, tr("the register's folder")), (self.name, tr("your name")),
                          (self.passphrase, tr("your passphrase"))):  # fmt: skip
            if not box.text().strip():
                self.notice.say(tr("Fill in {what} first.", what=what), "warn")
                box.setFocus()
                return
        folder, name, passphrase = Path(self.folder.text()), self.name.text().strip(), self.passphrase.text()
        edges = self._window.edges
        self.busy(True)

        def work() -> Desk:
            from app import desk as door

            return door.sign_in(
                folder, name, passphrase, now=edges.now or door.clock, stretcher=edges.stretcher
            )

        self._window.tasks.run(
            work,
            then=lambda desk: self._in(desk, folder),
            otherwise=self.say_refused,
            owner=self,
            saying=tr("Unlocking"),
        )

    def restore(self, copy: str = "") -> None:
        """Offer to go back to a backup, in place of a damaged register where `copy` is of one."""
        present = Path(self.folder.text()) if copy else None
        self._window.restore(copy, present, self.name.text())

    def put_back(self) -> None:
        """Put a whole copy of the key file in the place of the one that is not; the register is not touched."""
        folder = Path(self.folder.text())

        def work() -> KeyCopy:
            from app import desk as door

            return door.put_back_key_file(folder)

        self.busy(True)
        self._window.tasks.run(
            work,
            then=self._is_back,
            otherwise=self.say_refused,
            owner=self,
            saying=tr("Putting the key file back"),
        )

    def _is_back(self, copy: KeyCopy) -> None:
        self.busy(False)
        self.passphrase.setFocus()
        self.notice.say(
            tr(
                "The key file is back: {copy}. The register was not touched; sign in as always.",
                copy=copy.words,
            ),
            "good",
        )

    def busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.button.setText(tr("Unlocking…") if busy else UNLOCK)
        for each in (self.folder, self.name, self.passphrase):
            each.setEnabled(not busy)

    def _in(self, desk: Desk, folder: Path) -> None:
        self.passphrase.wipe()
        self.busy(False)
        self.notice.hide()
        self._window.done(desk, folder)

    def say_refused(self, error: Exception) -> None:
        self.busy(False)
        self.passphrase.wipe()
        self.passphrase.setFocus()
        if isinstance(error, WrongKey):
            self.notice.say(words.wrong_key(error, error.tries_left))
        elif isinstance(error, Damaged):
            acts = [(tr("Choose another…"), self.folder.choose.click)]
            if error.key_copy:
                acts.insert(0, (words.PUT_BACK, self.put_back))
            if error.backup:
                acts.insert(0, (words.RESTORE, partial(self.restore, error.backup)))
            self.notice.say(words.sentence_of(error), "bad", *acts)
        else:
            self.notice.say(words.sentence_of(error))

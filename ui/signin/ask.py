"""Asking for access: the person makes their own passphrase; nothing opens until a chair lets them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.passphrase import check_passphrase
from app.domain.words import Role
from ui import words
from ui.signin.create import PersonFields
from ui.signin.fields import FolderField
from ui.tongue import tr
from ui.widgets.labels import button, card, label, row
from ui.widgets.notice import Notice
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.signin.window import SignInWindow

ASK = tr("As&k for access")


class AskPage(QWidget):
    """The form, and after it the groups that the chair compares."""

    def __init__(self, window: SignInWindow) -> None:
        super().__init__()
        self._window = window
        self.notice = Notice()
        self.folder = FolderField(tr("Folder of the register"), tr("Choose…"))
        self.folder.setText(window.folder())
        self.role = Pick(tr("Role"), [(role.value, role) for role in Role])
        self.role.set_value(Role.MEMBER)
        self.forum = QLineEdit()
        self.forum.setPlaceholderText(tr("CHC; empty for every forum"))
        above = ((tr("&Register"), self.folder), (tr("Rol&e"), self.role), (tr("&Forum's code"), self.forum))
        self.person = PersonFields(
            tr("person asking"), tr("&Your name"), tr("Passphrase"), tr("Once more"), above
        )
        self.button = button(ASK, self.ask, look="first")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label(tr("Ask for access"), "title"))
        layout.addWidget(
            label(
                tr("You choose your own passphrase now. It opens nothing until a chair lets you in."), "muted"
            )
        )
        layout.addWidget(self.notice)
        layout.addWidget(card(self.person))
        back = button(tr("&Back"), lambda: window.show_page(window.enter))
        layout.addLayout(row(back, None, self.button))
        layout.addStretch(2)
        self.first: QWidget = self.person.name
        for box in self.findChildren(QLineEdit):
            box.returnPressed.connect(self.ask)

    def ask(self) -> None:
        """Leave the request in the register's folder."""
        if not self.button.isEnabled():
            return
        if not self.folder.text():
            self.notice.say(tr("Choose the register's folder first."), "warn")
            return
        if fault := self.person.fault():
            self.notice.say(fault[0], "warn")
            fault[1].setFocus()
            return
        name, passphrase = self.person.given()
        folder, stretcher = Path(self.folder.text()), self._window.edges.stretcher
        role, forum = Role(str(self.role.value)), self.forum.text().strip() or None
        self.button.setEnabled(False)

        def work() -> Any:
            from app import desk as door

            check_passphrase(passphrase)
            return door.request_access(folder, name, passphrase, role, forum, stretcher=stretcher)

        self._window.tasks.run(
            work, then=self._asked, otherwise=self._refused, owner=self, saying=tr("Making your keys")
        )

    def _asked(self, request: Any) -> None:
        self.button.setEnabled(True)
        self.person.wipe()
        self.notice.say(
            tr(
                "Asked for access as {name}. Tell the chair these groups, to compare: {fingerprint}",
                name=request.name,
                fingerprint=request.fingerprint,
            ),
            "good",
        )

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.notice.say(words.sentence_of(error))

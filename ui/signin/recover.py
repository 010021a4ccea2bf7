"""A forgotten passphrase: ask two others to agree to a new one, or be let in by two of the three recovery codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.passphrase import check_passphrase
from app.domain.recovery import read_code
from ui import words
from ui.signin.create import PersonFields
from ui.signin.fields import FolderField
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.signin.window import SignInWindow

TOLD = tr(
    "Nobody can find the old one out. Choose a new one. Then ask an administrator and a chair to agree to it; or, "
    "where nobody is left who can, type two of the three recovery codes from their papers."
)


class RecoverPage(QWidget):
    """Name and new passphrase, and the two ways to it."""

    def __init__(self, window: SignInWindow) -> None:
        super().__init__()
        self._window = window
        self.notice = Notice()
        self.folder = FolderField(tr("Folder of the register"), tr("Choose…"))
        self.folder.setText(window.folder())
        self.person = PersonFields(
            tr("person coming back"), tr("&Your name"), tr("New passphrase"), tr("Once more"),
            ((tr("&Register"), self.folder),),
        )  # fmt: skip
        self.codes = [QLineEdit(), QLineEdit()]
        self.ask_button = button(tr("As&k two others"), self.ask, look="first")
        self.button = button(tr("&Use the codes"), self.recover)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        for number, (text, box) in enumerate(
            zip((tr("&First code"), tr("&Second code")), self.codes, strict=True)
        ):
            form.addWidget(buddy(text, box), number, 0)
            form.addWidget(box, number, 1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label(tr("Forgotten passphrase"), "title"))
        layout.addWidget(label(TOLD, "muted"))
        layout.addWidget(self.notice)
        layout.addWidget(card(self.person))
        layout.addWidget(card(form))
        back = button(tr("&Back"), lambda: window.show_page(window.enter))
        layout.addLayout(row(back, None, self.button, self.ask_button))
        layout.addStretch(2)
        self.first: QWidget = self.person.name
        for box in self.codes:
            box.returnPressed.connect(self.recover)

    def _given(self) -> tuple[Path, str, str] | None:
        """Folder, name and new passphrase; None where one is missing, which is said."""
        if not self.folder.text():
            self.notice.say(tr("Choose the register's folder first."), "warn")
            return None
        if fault := self.person.fault():
            self.notice.say(fault[0], "warn")
            fault[1].setFocus()
            return None
        return (Path(self.folder.text()), *self.person.given())

    def ask(self) -> None:
        """Leave a request for new keys, which an administrator proposes and a chair approves."""
        if (given := self._given()) is None:
            return
        folder, name, passphrase = given
        stretcher = self._window.edges.stretcher
        self._busy(True)

        def work() -> Any:
            from app import desk as door

            check_passphrase(passphrase)
            return door.request_access(folder, name, passphrase, None, None, stretcher=stretcher)

        self._window.tasks.run(
            work, then=self._asked, otherwise=self._refused, owner=self, saying=tr("Making your keys")
        )

    def _asked(self, request: Any) -> None:
        self._busy(False)
        self.person.wipe()
        self.notice.say(
            tr(
                "Asked for a new passphrase. An administrator proposes it and a chair approves it, under "
                "People. Tell both "
                "these groups, to compare: {fingerprint}",
                fingerprint=request.fingerprint,
            ),
            "good",
        )

    def recover(self) -> None:
        """Be let in by two codes, and get three new ones."""
        if not self.button.isEnabled():
            return
        if (given := self._given()) is None:
            return
        for box in self.codes:
            try:
                read_code(box.text())
            except Refused as error:
                self.notice.say(error.sentence, "warn")
                box.setFocus()
                return
        folder, name, passphrase = given
        one, two = (box.text() for box in self.codes)
        edges = self._window.edges
        self._busy(True)

        def work() -> Desk:
            from app import desk as door

            check_passphrase(passphrase)
            return door.recover(
                folder, (one, two), name, passphrase, now=edges.now or door.clock, stretcher=edges.stretcher
            )

        self._window.tasks.run(
            work,
            then=lambda desk: self._in(desk, folder),
            otherwise=self._refused,
            owner=self,
            saying=tr("Opening by two codes"),
        )

    def _in(self, desk: Desk, folder: Path) -> None:
        from ui.signin.codes import CodesPage

        self._busy(False)
        self.person.wipe()
        for box in self.codes:
            box.clear()
        self._window.show_page(self._window.add(CodesPage(self._window, desk, folder)))

    def _refused(self, error: Exception) -> None:
        self._busy(False)
        self.notice.say(words.sentence_of(error))

    def _busy(self, busy: bool) -> None:
        for each in (self.button, self.ask_button):
            each.setEnabled(not busy)

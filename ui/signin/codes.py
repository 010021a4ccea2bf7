"""The recovery sheet: three codes shown once, and typed back before anything else is done with the register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.recovery import read_code
from app.usecases.register import recovery_sheet
from ui import words
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.notice import Notice
from ui.widgets.paper import PaperOut

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.signin.window import SignInWindow

TOLD = tr(
    "Any two of these three codes let somebody in again when passphrases are forgotten. They are shown this once and "
    "kept nowhere. Write or print each on paper of its own and give them to three people. Then type them in from "
    "the paper."
)
ON_PAGES = tr("Three pages for three envelopes: a code on each, whose register it opens, and how it is used.")


class CodesPage(QWidget):
    """Shows the codes, hides them while they are typed back, and goes on only when all three are right."""

    def __init__(self, window: SignInWindow, desk: Desk, folder: Path) -> None:
        super().__init__()
        self._window, self._desk, self._folder = window, desk, folder
        self.notice = Notice()
        self.shown = label("\n".join(desk.recovery_codes), "heading")
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(tr("Recovery codes"))
        self.boxes = [QLineEdit() for _code in desk.recovery_codes]
        self.peep = button(tr("&Show the codes again"), self.show_codes)
        self.button = button(tr("The codes are &written down"), self.go_on, look="first")
        self.out = PaperOut(
            tr("the recovery sheet"), "recovery-codes.pdf", self._make, self.notice.say, look=True
        )
        form = QGridLayout()
        for number, box in enumerate(self.boxes, 1):
            form.addWidget(buddy(tr("Code &{number}, from the paper", number=number), box), number, 0)
            form.addWidget(box, number, 1)
            box.textEdited.connect(self.hide_codes)
        form.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(tr("Recovery codes"), "title"))
        layout.addWidget(label(TOLD))
        layout.addWidget(self.notice)
        layout.addWidget(card(self.shown, row(self.peep, None)))
        layout.addWidget(card(label(ON_PAGES), self.out))
        layout.addWidget(card(form))
        layout.addLayout(row(None, self.button))
        layout.addStretch(1)
        self.first: QWidget = self.boxes[0]
        for box in self.boxes:
            box.returnPressed.connect(self.go_on)

    def _make(self, leaves_as: str, then: Callable[[bytes], None]) -> None:
        desk, codes = self._desk, self._desk.recovery_codes

        def work() -> bytes:
            return recovery_sheet(desk, codes, leaves_as)

        self._window.tasks.run(
            work,
            then=then,
            otherwise=lambda error: self.notice.say(words.sentence_of(error), "warn"),
            owner=self,
            saying=tr("Making the recovery sheet"),
        )

    def show_codes(self) -> None:
        self.shown.show()

    def hide_codes(self) -> None:
        """What is typed is to come from the paper."""
        self.shown.hide()

    def go_on(self) -> None:
        """Sign in, once each code was typed as it is."""
        for box, code in zip(self.boxes, self._desk.recovery_codes, strict=True):
            try:
                right = read_code(box.text()) == read_code(code)
            except Refused as error:
                self.notice.say(error.sentence, "warn")
                box.setFocus()
                return
            if not right:
                self.notice.say(
                    tr("That is not code {code}; compare it with the sheet.", code=code[0]), "warn"
                )
                box.setFocus()
                return
        for box in self.boxes:
            box.clear()
        self.shown.clear()
        self._desk.recovery_codes = ()
        self._window.done(self._desk, self._folder)

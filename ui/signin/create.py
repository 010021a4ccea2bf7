"""Making a register: the forum, the first administrator and the first chair, both here now."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.passphrase import check_passphrase, offer_passphrase
from app.domain.register import REGIONS, ForumDraft
from ui import words
from ui.signin.fields import FolderField, PassphraseEdit
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.signin.window import SignInWindow

MAKE = tr("Ma&ke the register")


class PersonFields(QWidget):
    """One person's name and passphrase, typed twice, or five words offered and shown.

    `above` are fields of the form it ends, in one column with its own: text and field.
    """

    def __init__(
        self,
        who: str,
        name_key: str,
        pass_key: str,
        repeat_key: str,
        above: Sequence[tuple[str, QWidget]] = (),
    ) -> None:
        super().__init__()
        self._who = who
        self.name = QLineEdit()
        self.first = PassphraseEdit(tr("Passphrase of the {who}", who=who))
        self.again = PassphraseEdit(tr("Passphrase of the {who} once more", who=who))
        self.shown = QCheckBox(tr("Show"))
        self.shown.setAccessibleName(tr("Show the passphrase of the {who}", who=who))
        self.offer = button(tr("Offer five words"), self._offer)
        self.offer.setAccessibleName(tr("Offer five words to the {who}", who=who))
        self.caps = label(words.CAPS_LOCK, "warn", wrap=False)
        self.caps.hide()
        form = QGridLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.name.setAccessibleName(tr("Name of the {who}", who=who))
        for number, (text, field) in enumerate(
            (*above, (name_key, self.name), (pass_key, self.first), (repeat_key, self.again))
        ):
            form.addWidget(buddy(text, getattr(field, "box", field)), number, 0)
            form.addWidget(field, number, 1)
        form.addLayout(row(self.shown, self.offer, self.caps, None), form.rowCount(), 1)
        form.setColumnStretch(1, 1)
        for field in (self.first, self.again):
            self.shown.toggled.connect(field.show_typed)
            field.caps.connect(self.caps.setVisible)

    def _offer(self) -> None:
        words_offered = offer_passphrase(secrets.choice)
        self.first.setText(words_offered)
        self.again.setText(words_offered)
        self.shown.setChecked(True)

    def fault(self) -> tuple[str, QWidget] | None:
        """What is wrong, and where to put it right."""
        if not self.name.text().strip():
            return tr("The {who} needs a name.", who=self._who), self.name
        if self.first.text() != self.again.text():
            return tr("The two passphrases of the {who} differ; type them again.", who=self._who), self.again
        return None

    def given(self) -> tuple[str, str]:
        return self.name.text().strip(), self.first.text()

    def wipe(self) -> None:
        self.first.wipe()
        self.again.wipe()
        self.shown.setChecked(False)


class CreatePage(QWidget):
    """The whole form; nothing is written before the button is pressed, and nothing stays if it fails."""

    def __init__(self, window: SignInWindow) -> None:
        super().__init__()
        self._window = window
        self.notice = Notice()
        self.folder = FolderField(tr("Folder for the new register"), tr("Choose…"))
        self.forum_name, self.forum_code = QLineEdit(), QLineEdit()
        self.forum_name.setPlaceholderText(tr("Christchurch HR/HP Forum"))
        self.forum_code.setPlaceholderText(tr("CHC"))
        self.region = QComboBox()
        for code, name in sorted(REGIONS.items(), key=lambda each: each[1]):
            self.region.addItem(name, code)
        self.region.setCurrentIndex(self.region.findData("CAN"))
        self.administrator = PersonFields(
            tr("first administrator"), tr("&Administrator"), tr("Passphrase"), tr("Once more")
        )
        self.chair = PersonFields(tr("first chair"), tr("&Chair"), tr("Passphrase"), tr("Once more"))
        self.button = button(MAKE, self.make, look="first")
        self._build()
        self.first: QWidget = self.folder.box
        for box in self.findChildren(QLineEdit):
            box.returnPressed.connect(self.make)

    def _build(self) -> None:
        form = QGridLayout()
        for number, (text, field) in enumerate(
            (
                (tr("New &folder"), self.folder),
                (tr("&Name of the forum"), self.forum_name),
                (tr("Short c&ode"), self.forum_code),
                (tr("&Region, for its holidays"), self.region),
            )
        ):
            form.addWidget(buddy(text, getattr(field, "box", field)), number, 0)
            form.addWidget(field, number, 1)
        form.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(tr("Start a new register"), "title"))
        layout.addWidget(
            label(
                tr(
                    "Both people are needed at this computer. A passphrase has at least 16 characters; five "
                    "unrelated words are best. Nobody can find out a passphrase that was forgotten."
                ),
                "muted",
            )
        )
        layout.addWidget(self.notice)
        layout.addWidget(card(label(tr("The forum"), "heading"), form))
        layout.addWidget(card(label(tr("First administrator"), "heading"), self.administrator))
        layout.addWidget(card(label(tr("First chair"), "heading"), self.chair))
        back = button(tr("&Back"), lambda: self._window.show_page(self._window.welcome))
        layout.addLayout(row(back, None, self.button))
        layout.addStretch(1)

    def _fault(self) -> tuple[str, QWidget] | None:
        for box, told in (
            (self.folder.box, tr("Choose a new folder for the register.")),
            (self.forum_name, tr("The forum needs a name.")),
            (self.forum_code, tr("The forum needs a short code, such as CHC.")),
        ):
            if not box.text().strip():
                return told, box
        return self.administrator.fault() or self.chair.fault()

    def make(self) -> None:
        """Make it, add the forum, and sign the administrator in."""
        if not self.button.isEnabled():
            return
        if fault := self._fault():
            self.notice.say(fault[0], "warn")
            fault[1].setFocus()
            return
        folder, edges = Path(self.folder.text()), self._window.edges
        people = (self.administrator.given(), self.chair.given())
        draft = ForumDraft(self.forum_code.text(), self.forum_name.text(), self.region.currentData())
        self.button.setEnabled(False)
        self.button.setText(tr("Making it…"))

        def work() -> Desk:
            from app import desk as door
            from app.usecases.register import add_forum

            draft.checked()
            for _name, passphrase in people:
                check_passphrase(passphrase)
            made = door.create(folder, *people, now=edges.now or door.clock, stretcher=edges.stretcher)
            add_forum(made, draft)
            return made

        self._window.tasks.run(
            work, then=lambda desk: self._made(desk, folder), otherwise=self._refused, owner=self,
            saying=tr("Making an encrypted register"),
        )  # fmt: skip

    def _made(self, desk: Desk, folder: Path) -> None:
        self._ready()
        self.administrator.wipe()
        self.chair.wipe()
        from ui.signin.codes import CodesPage

        self._window.show_page(self._window.add(CodesPage(self._window, desk, folder)))

    def _refused(self, error: Exception) -> None:
        self._ready()
        self.notice.say(words.sentence_of(error))

    def _ready(self) -> None:
        self.button.setEnabled(True)
        self.button.setText(MAKE)

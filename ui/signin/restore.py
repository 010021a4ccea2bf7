"""Going back to a backup where the register is damaged: into a new folder, under a new key (need A5)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.backup import SUFFIX, Restored
from app.domain.dates import show_moment
from app.domain.errors import WrongKey
from ui import words
from ui.signin.fields import FolderField, PassphraseEdit
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.signin.window import SignInWindow

RESTORE = tr("&Restore it")


class RestorePage(QWidget):
    """Backup, new folder, and whose passphrase opens the backup: the one that held on its day."""

    def __init__(self, window: SignInWindow) -> None:
        super().__init__()
        self._window = window
        self._present: Path | None = None
        self.notice = Notice()
        self.copy = FolderField(tr("Backup file"), tr("Choose…"))
        self.copy.pick = lambda parent, at: QFileDialog.getOpenFileName(
            parent, tr("Backup file"), at, tr("Backups (*{suffix})", suffix=SUFFIX)
        )[0]
        self.folder = FolderField(tr("New folder for the register"), tr("Choose…"))
        self.name = QLineEdit()
        self.passphrase = PassphraseEdit(tr("Passphrase"))
        self.button = button(RESTORE, self.restore, look="first")
        form = QGridLayout()
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("&Backup"), self.copy), (tr("N&ew folder"), self.folder), (tr("&Name"), self.name),
            (tr("&Passphrase"), self.passphrase),
        )  # fmt: skip
        for number, (text, field) in enumerate(fields):
            form.addWidget(buddy(text, getattr(field, "box", field)), number, 0)
            form.addWidget(field, number, 1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label(tr("Restore a backup"), "title"))
        layout.addWidget(
            label(
                tr(
                    "It is unpacked into a new folder, verified, and given a new key; the damaged "
                    "register stays as it is. "
                    "The passphrase is the one that held when the backup was made. A chair's restoring "
                    "counts at once; an "
                    "administrator's can be read, and a chair confirms it before anything is saved."
                ),
                "muted",
            )
        )
        layout.addWidget(self.notice)
        layout.addWidget(card(form))
        back = button(tr("Bac&k"), lambda: window.show_page(window.enter))
        layout.addLayout(row(back, None, self.button))
        layout.addStretch(2)
        self.first: QWidget = self.name
        for box in (self.copy.box, self.folder.box, self.name, self.passphrase):
            box.returnPressed.connect(self.restore)

    def about(self, copy: Path, present: Path) -> None:
        """Which backup of which damaged register; the new folder is proposed beside that."""
        self._present = present
        self.copy.setText(str(copy))
        self.folder.setText(str(_free_beside(present)))

    def restore(self) -> None:
        """Unpack and verify it away from the window's thread; where that fails nothing is left behind."""
        if not self.button.isEnabled():
            return
        for box, what in ((self.copy.box, tr("the backup file")), (self.folder.box, tr("a new folder")),
                          (self.name, tr("your name")), (self.passphrase, tr("your passphrase"))):  # fmt: skip
            if not box.text().strip():
                self.notice.say(tr("Fill in {what} first.", what=what), "warn")
                box.setFocus()
                return
        copy, folder = Path(self.copy.text()), Path(self.folder.text())
        name, passphrase = self.name.text().strip(), self.passphrase.text()
        edges, present = self._window.edges, self._present
        self._busy(True)

        def work() -> Restored:
            from app import desk as door

            return door.restore(
                copy, folder, name, passphrase,
                present=present, now=edges.now or door.clock, stretcher=edges.stretcher,
            )  # fmt: skip

        self._window.tasks.run(
            work, then=self._restored, otherwise=self._refused, owner=self, saying=tr("Restoring the backup")
        )

    def _busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.button.setText(tr("Restoring…") if busy else RESTORE)

    def _restored(self, done: Restored) -> None:
        self._busy(False)
        self.passphrase.wipe()
        self.notice.hide()
        enter = self._window.enter
        enter.folder.setText(done.folder)
        enter.name.setText(self.name.text())
        self._window.show_page(enter)
        enter.notice.say(restored_words(done), "good")

    def _refused(self, error: Exception) -> None:
        self._busy(False)
        self.passphrase.wipe()
        self.passphrase.setFocus()
        wrong = isinstance(error, WrongKey)
        self.notice.say(
            tr("{not_accepted} Nothing was restored.", not_accepted=words.NOT_ACCEPTED)
            if wrong
            else words.sentence_of(error)
        )


def restored_words(done: Restored) -> str:
    """What was restored, what is missing, and who has to confirm it."""
    told = [
        tr(
            "Restored the backup of {made_at} into {folder}, under a new key. Sign in to it.",
            made_at=show_moment(done.made_at),
            folder=done.folder,
        ),
        *done.missing.sentences(),
    ]
    if not done.confirmed:
        told.append(tr("It can be read; a chair confirms it after signing in, before anything is saved."))
    return " ".join(told)


def _free_beside(present: Path) -> Path:
    """A name beside the damaged register that no folder has: `christchurch-restored`, `christchurch-restored-2`."""
    found = present.with_name(f"{present.name}-restored")
    number = 2
    while found.exists():
        found = present.with_name(f"{present.name}-restored-{number}")
        number += 1
    return found

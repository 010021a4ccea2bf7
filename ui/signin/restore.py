"""Going back to a backup: into a new folder, under a new key, after its gaps were told (need A5).

Reached from the first window, from sign-in, from a damaged register, and from Settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.backup import FOLDER, SUFFIX, Foreseen, Restored
from app.domain.dates import show_moment
from app.domain.errors import WrongKey
from ui import words
from ui.signin.fields import FolderField, PassphraseEdit
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.notice import Notice, announce

if TYPE_CHECKING:
    from datetime import datetime

    from app.desk import Stretcher
    from ui.tasks import Tasks

TITLE = tr("Restore from a backup")
SEE = tr("&See what will be missing")
RESTORE = tr("&Restore it")


class Around(NamedTuple):
    """What the page needs of the window it stands in."""

    tasks: Tasks
    now: Callable[[], datetime] | None
    stretcher: Stretcher | None
    known: Callable[[], Sequence[str]]
    """Folders in which the present register may lie."""


class RestorePage(QWidget):
    """Backup, new folder, and whose passphrase opens the backup: the one that held on its day.

    The button first tells what will be missing, then restores; another backup, folder or person begins anew.
    """

    left = Signal()
    restored = Signal(object)
    """A `Restored`."""

    def __init__(self, around: Around, headed: bool = True) -> None:
        super().__init__()
        self._around = around
        self._present: Path | None = None
        self._foreseen = False
        self.notice = Notice()
        self.copy = FolderField(tr("Backup file"), tr("Choose…"))
        self.copy.pick = lambda parent, at: QFileDialog.getOpenFileName(
            parent, tr("Backup file"), at, tr("Backups (*{suffix})", suffix=SUFFIX)
        )[0]
        self.folder = FolderField(tr("New folder for the register"), tr("Choose…"))
        self.name = QLineEdit()
        self.passphrase = PassphraseEdit(tr("Passphrase"))
        self.missing = label("", "warn")
        self.missing.hide()
        self.button = button(SEE, self.go_on, look="first")
        self._build(headed)
        self.first: QWidget = self.copy.box
        for box in (self.copy.box, self.folder.box, self.name, self.passphrase):
            box.returnPressed.connect(self.go_on)
            box.textChanged.connect(self._anew)
        self.copy.changed.connect(self._propose)

    def _build(self, headed: bool) -> None:
        form = QGridLayout()
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("&Backup"), self.copy), (tr("Ne&w folder"), self.folder), (tr("&Name"), self.name),
            (tr("P&assphrase"), self.passphrase),
        )  # fmt: skip
        for number, (text, field) in enumerate(fields):
            form.addWidget(buddy(text, getattr(field, "box", field)), number, 0)
            form.addWidget(field, number, 1)
        layout = QVBoxLayout(self)
        if headed:
            layout.addStretch(1)
            layout.addWidget(label(TITLE, "title"))
        layout.addWidget(
            label(
                tr(
                    "It is unpacked into a new folder, verified, and given a new key; the present register, damaged or "
                    "not, stays as it is. What came after the backup is told first. "
                    "The passphrase is the one that held when the backup was made. A chair's restoring "
                    "counts at once; an "
                    "administrator's can be read, and a chair confirms it before anything is saved."
                ),
                "muted",
            )
        )
        layout.addWidget(self.notice)
        layout.addWidget(card(form))
        layout.addWidget(self.missing)
        back = button(tr("Bac&k"), self.leave)
        layout.addLayout(row(back, None, self.button))
        layout.addStretch(2)

    def about(self, copy: str, present: Path | None, name: str) -> None:
        """Which backup of which damaged register; the new folder is proposed beside that."""
        self.folder.setText("" if present is None else str(_free_beside(present)))
        self.copy.setText(copy)
        self._present = present
        self.name.setText(name)
        self.first = self.name if copy else self.copy.box

    def leave(self) -> None:
        """Back to where one came from; the passphrase does not stay."""
        self.passphrase.wipe()
        self.left.emit()

    def _propose(self, copy: str) -> None:
        """The register of a backup that lies in its folder is known by that, and a new folder beside it."""
        file = Path(copy)
        self._present = None
        if copy and not self.folder.text() and file.parent.name == FOLDER and file.suffix == SUFFIX:
            self.folder.setText(str(_free_beside(file.parent.parent)))

    def _anew(self) -> None:
        """What was told was of another backup, folder or person."""
        self._foreseen = False
        self.missing.hide()
        if self.button.isEnabled():
            self.button.setText(SEE)

    def go_on(self) -> None:
        """Tell what will be missing; once that is told, restore. Away from the window's thread."""
        if not self.button.isEnabled():
            return
        for box, what in ((self.copy.box, tr("the backup file")), (self.folder.box, tr("a new folder")),
                          (self.name, tr("your name")), (self.passphrase, tr("your passphrase"))):  # fmt: skip
            if not box.text().strip():
                self.notice.say(tr("Fill in {what} first.", what=what), "warn")
                box.setFocus()
                return
        if self._foreseen:
            self._restore()
        else:
            self._foresee()

    def _foresee(self) -> None:
        copy, folder = Path(self.copy.text()), Path(self.folder.text())
        name, passphrase = self.name.text().strip(), self.passphrase.text()
        present, known, around = self._present, [Path(each) for each in self._around.known()], self._around
        self._busy(tr("Looking at the backup…"))

        def work() -> tuple[Foreseen, Path | None]:
            from app import desk as door

            found = present or door.register_of_backup(copy, known)
            return (
                door.foresee(
                    copy, folder, name, passphrase,
                    present=found, now=around.now or door.clock, stretcher=around.stretcher,
                ),
                found,
            )  # fmt: skip

        around.tasks.run(
            work, then=self.told, otherwise=self._refused, owner=self, saying=tr("Looking at the backup")
        )

    def told(self, seen: tuple[Foreseen, Path | None]) -> None:
        """Show the list, and let the same button restore."""
        foreseen, self._present = seen
        self._foreseen = True
        self._busy("")
        self.notice.hide()
        self.missing.setText("\n".join(foreseen_words(foreseen)))
        self.missing.show()
        self.button.setFocus()
        announce(self, self.missing.text())

    def _restore(self) -> None:
        copy, folder = Path(self.copy.text()), Path(self.folder.text())
        name, passphrase = self.name.text().strip(), self.passphrase.text()
        present, around = self._present, self._around
        self._busy(tr("Restoring…"))

        def work() -> Restored:
            from app import desk as door

            return door.restore(
                copy, folder, name, passphrase,
                present=present, now=around.now or door.clock, stretcher=around.stretcher,
            )  # fmt: skip

        around.tasks.run(
            work, then=self._restored, otherwise=self._refused, owner=self, saying=tr("Restoring the backup")
        )

    def _busy(self, said: str) -> None:
        """`said` is what the button says while it works; empty once it is done."""
        for each in (self.button, self.copy, self.folder, self.name, self.passphrase):
            each.setEnabled(not said)
        self.button.setText(said or (RESTORE if self._foreseen else SEE))

    def _restored(self, done: Restored) -> None:
        self.passphrase.wipe()
        self._busy("")
        self.notice.hide()
        self.restored.emit(done)

    def _refused(self, error: Exception) -> None:
        self.passphrase.wipe()
        self._busy("")
        self.passphrase.setFocus()
        wrong = isinstance(error, WrongKey)
        self.notice.say(
            tr("{not_accepted} Nothing was restored.", not_accepted=words.NOT_ACCEPTED)
            if wrong
            else words.sentence_of(error)
        )


def foreseen_words(foreseen: Foreseen) -> tuple[str, ...]:
    """What will be missing, line by line, and what restoring it asks for."""
    told = [foreseen.sentence, *foreseen.missing.sentences()]
    if not foreseen.confirmed:
        told.append(tr("A chair has to confirm it before anything is saved in it."))
    told.append(tr("Nothing is restored yet."))
    return tuple(told)


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
    """A name beside a register that no folder has: `christchurch-restored`, `christchurch-restored-2`."""
    found = present.with_name(f"{present.name}-restored")
    number = 2
    while found.exists():
        found = present.with_name(f"{present.name}-restored-{number}")
        number += 1
    return found

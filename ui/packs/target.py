"""Where numbered copies go: to a printer or into a folder, why, and with or without passphrases (needs K1, K3)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.packs import HolderDraft
from app.domain.words import Contents
from ui.packs.printing import PrintWish
from ui.packs.queue import Queue
from ui.tongue import tr
from ui.widgets.labels import buddy, button, row
from ui.widgets.pick import Pick


class Target(QWidget):
    """The lower part of a form that prints. `out`, the choice of file or printer, stands where the form puts it."""

    def __init__(self, settings: QSettings, reason: str) -> None:
        super().__init__()
        self._settings = settings
        self.out = Pick(tr("Where the copies go"))
        kept = str(settings.value("packs-folder", "") or Path.home() / "ForumDesk packs")
        self.folder = QLineEdit(kept)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Leave empty for “{reason}”", reason=reason))
        self.plain = QCheckBox(tr("Without passphrases; the trail tells it"))
        self.choose_button = button(tr("Choose…"), self.choose_folder)
        self.folder_buddy = buddy(tr("Fol&der"), self.folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(self.folder_buddy, self.folder, self.choose_button))
        layout.addLayout(row(buddy(tr("Reaso&n"), self.reason), self.reason))
        layout.addWidget(self.plain)
        self.out.activated.connect(lambda _index: self._out_chosen())

    def offer(self, queue: Queue) -> None:
        """Files, and the printers there are now; what was chosen stays chosen."""
        now = self.out.value
        printers = [(tr("printer {name}", name=name), name) for name in queue.names()]
        self.out.set_choices(((tr("numbered PDF files"), ""), *printers))
        self.out.set_value(now or "")
        self._out_chosen()

    def _out_chosen(self) -> None:
        """A folder and passphrases belong to files; paper has neither."""
        files = not self.out.value
        for part in (self.folder_buddy, self.folder, self.choose_button, self.plain):
            part.setVisible(files)

    def choose_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, tr("Folder for the copies"), self.folder.text()):
            self.folder.setText(name)

    def wish(self, meeting: str, contents: Contents, holders: tuple[HolderDraft, ...]) -> PrintWish:
        """What is asked for here; the folder is remembered."""
        folder = Path(self.folder.text()).expanduser()
        self._settings.setValue("packs-folder", str(folder))
        return PrintWish(
            meeting, contents, holders, folder, self.reason.text(), self.plain.isChecked(),
            str(self.out.value or ""),
        )  # fmt: skip

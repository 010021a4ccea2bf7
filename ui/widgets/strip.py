"""The strip under the band while something takes long: what, how far, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui.tasks import STRIP_AFTER, TITLE_AFTER, Job
from ui.tongue import tr
from ui.widgets.labels import button, label
from ui.widgets.notice import announce


class Strip(QFrame):
    """Shows one job, the one that began last; hidden while none takes long."""

    lasting = Signal(str)
    """What has taken very long, for the window's title; empty once it has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self._words = label("", "strong", wrap=False)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("How far it is"))
        self._bar.setMaximumWidth(360)
        self._bar.setTextVisible(False)
        self.cancel = button(tr("Cancel"), self.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.cancel)
        layout.addStretch(1)
        self._jobs: list[Job] = []
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    @Slot(object)
    def show_job(self, job: Job) -> None:
        """Show a job until it has ended."""
        self._jobs.append(job)
        job.told.connect(self._tell)
        job.ended.connect(self._ended)
        self._turn_to(job)
        QTimer.singleShot(TITLE_AFTER - STRIP_AFTER, self, lambda: self._last(job))

    def _last(self, job: Job) -> None:
        if not job.over:
            self.lasting.emit(job.saying or tr("Working …"))

    def _turn_to(self, job: Job) -> None:
        self._words.setText(job.saying or tr("Working …"))
        self._bar.setRange(0, 0)
        self.cancel.setVisible(job.can_stop)
        self.cancel.setEnabled(True)
        self.show()
        announce(self, self._words.text())

    @Slot(int, int, str)
    def _tell(self, done: int, total: int, words: str) -> None:
        job = self.sender()
        if not self._jobs or job is not self._jobs[-1]:
            return
        said = self._jobs[-1].saying
        count = tr("{done} of {total}", done=done, total=total) if total else ""
        self._words.setText(": ".join(part for part in (said, words or count) if part))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot()
    def _ended(self) -> None:
        self._jobs = [job for job in self._jobs if not job.over]
        if self._jobs:
            self._turn_to(self._jobs[-1])
        else:
            self.hide()
            self.lasting.emit("")

    def stop(self) -> None:
        """What Cancel and Esc do."""
        if self._jobs and self._jobs[-1].can_stop:
            self._jobs[-1].stop()
            self.cancel.setEnabled(False)
            self._words.setText(tr("{saying}: stopping after this one …", saying=self._jobs[-1].saying))

    @property
    def can_stop(self) -> bool:
        return self.isVisible() and bool(self._jobs) and self._jobs[-1].can_stop

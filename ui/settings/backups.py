"""Backups in Settings: the newest one, making one now, proving it, how often, and a second place (need A5)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout

from app.domain.backup import BackupPlan, BackupRow, Proved
from app.domain.dates import AUCKLAND, show_moment
from app.domain.errors import ForumDeskError
from app.usecases.backup import back_up, list_backups, prove_backup
from ui import words
from ui.signin.fields import FolderField
from ui.tongue import tr
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.desk import QtDesk
    from ui.screen import Screen
    from ui.tasks import Job, Progress
    from ui.window import Window

TITLE = tr("Backups")
WHEN = tr(
    "Takes effect at the next sign-in on this computer, for closing at once. Old backups are not removed: whoever had "
    "access when one was made can still read it."
)
NONE = tr("No backup yet. Make one now.")
_EVERY = ((1, tr("every day")), (2, tr("every 2 days")), (7, tr("every week")), (0, tr("only when asked")))


class BackupCard(QFrame):
    """The card; `screen` asks the door and says what came of it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._screen = screen
        self._newest: BackupRow | None = None
        self.told = label("")
        self.every = Pick(
            tr("How often this computer backs the register up"), [(told, days) for days, told in _EVERY]
        )
        self.at_close = QCheckBox(tr("Also on closin&g, where something was saved"))
        self.second = FolderField(tr("Folder for a second copy"), tr("Choose &place…"))
        self.now = button(tr("&Back up now"), self.make)
        self.proof = button(tr("Prove the &newest"), self.prove)
        self.go_back = button(
            words.FROM_BACKUP.replace("&", ""), lambda: self._screen.open("settings-restore")
        )
        self.keep = button(tr("&Keep this plan"), self.keep_plan)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        form.addWidget(buddy(tr("Ho&w often"), self.every), 0, 0)
        form.addWidget(self.every, 0, 1)
        form.addWidget(self.at_close, 2, 1)
        form.addWidget(buddy(tr("Second pl&ace"), self.second.box), 1, 0)
        form.addWidget(self.second, 1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(TITLE, "heading"))
        layout.addWidget(self.told)
        layout.addLayout(row(self.now, self.proof, self.go_back, None))
        layout.addLayout(form)
        layout.addLayout(row(self.keep, None))
        layout.addWidget(label(WHEN, "muted"))

    def refresh(self) -> None:
        """Read the plan and find the newest backup."""
        desk = self._screen.desk
        may = desk.may(back_up)
        self.go_back.setEnabled(desk.may(list_backups))
        for each in (self.now, self.proof, self.every, self.second, self.at_close, self.keep):
            each.setEnabled(may)
        plan = desk.door.backup_plan
        self.every.set_value(plan.every_days)
        self.second.setText(plan.second_place)
        self.at_close.setChecked(plan.at_close)
        if may:
            self._screen.ask(list_backups, desk.door.backup_folders, then=self.fill)
        else:
            self.told.setText(tr("Backups are for administrators and chairs."))

    def fill(self, rows: tuple[BackupRow, ...]) -> None:
        self._newest = rows[0] if rows else None
        self.proof.setEnabled(bool(rows))
        self.told.setText(
            tr("Newest: {sentence}\n{file}", sentence=rows[0].sentence, file=rows[0].file) if rows else NONE
        )

    def make(self) -> None:
        """Make one now, where the plan says."""
        self.now.setEnabled(False)
        make(self._screen.desk, self._screen, self._made, self._not_made)

    def _made(self, made: BackupRow) -> None:
        self._screen.notice.say(
            tr("Backed up to entry {entries:,} and verified as a copy.", entries=made.entries), "good"
        )
        self.refresh()

    def _not_made(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self._screen.say_error(error)

    def prove(self) -> None:
        """Open the newest and walk through all of it."""
        if self._newest is not None:
            file = Path(self._newest.file)
            self._screen.ask(prove_backup, file, then=self._proved, saying=tr("Proving the backup"))

    def _proved(self, proved: Proved) -> None:
        self._screen.notice.say(
            tr(
                "The backup of {made_at} holds: {checks}.",
                made_at=show_moment(proved.made_at),
                checks=", ".join(proved.checks),
            ),
            "good",
        )

    def keep_plan(self) -> None:
        """Keep how often and where, for this computer."""
        try:
            days = int(str(self.every.value))
            plan = BackupPlan(days, self.second.text(), self.at_close.isChecked())
            self._screen.desk.door.plan_backups(plan)
        except ForumDeskError as error:
            self._screen.say_error(error)
            return
        self._screen.notice.say(tr("The plan for backups is kept on this computer."), "good")


def make(
    desk: QtDesk,
    owner: QObject,
    then: Callable[[BackupRow], None] | None = None,
    otherwise: Callable[[Exception], None] | None = None,
    saying: str = tr("Backing up"),
) -> Job:
    """One backup where the plan says, away from the quick lane, with how far it is; Cancel leaves no file."""
    place = desk.door.backup_plan.second_place

    def work(door: Desk, progress: Progress) -> BackupRow:
        def tell(done: int, total: int) -> None:
            progress(done, total, f"{done * 100 // max(total, 1)} %")

        return back_up(door, door.next_backup(), Path(place) if place else None, tell)

    return desk.ask_long(work, then=then, otherwise=otherwise, owner=owner, saying=saying)


def wanted_at_close(desk: QtDesk) -> bool:
    """Whether the plan asks for one before this window closes."""
    plan = desk.door.backup_plan
    return plan.at_close and desk.saved_since_backup and not desk.door.reading_only and desk.may(back_up)


def when_due(desk: QtDesk, window: Window) -> None:
    """Back up behind the window where the plan says that one is due; what fails is said."""
    door = desk.door
    if not desk.may(back_up) or door.backup_plan.every_days == 0:
        return

    def found(rows: tuple[BackupRow, ...]) -> None:
        newest = rows[0].made_at.astimezone(AUCKLAND).date() if rows else None
        if door.backup_plan.due(newest, desk.today):
            make(desk, window, otherwise=lambda error: window.notice.say(words.sentence_of(error), "warn"))

    desk.ask(list_backups, door.backup_folders, then=found, owner=window)

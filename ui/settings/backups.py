"""Backups in Settings: the newest one, making one now, proving it, how often, and a second place (need A5)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from app.domain.backup import BackupPlan, BackupRow, Proved
from app.domain.dates import AUCKLAND, show_moment
from app.domain.errors import ForumDeskError
from app.usecases.backup import back_up, list_backups, prove_backup
from ui.signin.fields import FolderField
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk
    from ui.screen import Screen
    from ui.window import Window

TITLE = "Backups"
WHEN = (
    "Takes effect at the next sign-in on this computer. Old backups are not removed: whoever had access when one "
    "was made can still read it."
)
NONE = "No backup yet. Make one now."
_EVERY = ((1, "every day"), (2, "every 2 days"), (7, "every week"), (0, "only when asked"))


class BackupCard(QFrame):
    """The card; `screen` asks the door and says what came of it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._screen = screen
        self._newest: BackupRow | None = None
        self.told = label("")
        self.every = Pick(
            "How often this computer backs the register up", [(told, days) for days, told in _EVERY]
        )
        self.second = FolderField("Folder for a second copy", "Choose &place…")
        self.now = button("&Back up now", self.make)
        self.proof = button("Prove the &newest", self.prove)
        self.keep = button("&Keep this plan", self.keep_plan)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        form.addWidget(buddy("Ho&w often", self.every), 0, 0)
        form.addWidget(self.every, 0, 1)
        form.addWidget(buddy("Second pl&ace", self.second.box), 1, 0)
        form.addWidget(self.second, 1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(label(TITLE, "heading"))
        layout.addWidget(self.told)
        layout.addLayout(row(self.now, self.proof, None))
        layout.addLayout(form)
        layout.addLayout(row(self.keep, None))
        layout.addWidget(label(WHEN, "muted"))

    def refresh(self) -> None:
        """Read the plan and find the newest backup."""
        desk = self._screen.desk
        may = desk.may(back_up)
        for each in (self.now, self.proof, self.every, self.second, self.keep):
            each.setEnabled(may)
        plan = desk.door.backup_plan
        self.every.set_value(plan.every_days)
        self.second.setText(plan.second_place)
        if may:
            self._screen.ask(list_backups, desk.door.backup_folders, then=self.fill)
        else:
            self.told.setText("Backups are for administrators and chairs.")

    def fill(self, rows: tuple[BackupRow, ...]) -> None:
        self._newest = rows[0] if rows else None
        self.proof.setEnabled(bool(rows))
        self.told.setText(f"Newest: {rows[0].sentence}\n{rows[0].file}" if rows else NONE)

    def make(self) -> None:
        """Make one now, where the plan says."""
        door = self._screen.desk.door
        place = door.backup_plan.second_place
        self.now.setEnabled(False)
        self._screen.ask(
            back_up,
            door.next_backup(),
            Path(place) if place else None,
            then=self._made,
            otherwise=self._not_made,
            saying="Backing up",
        )

    def _made(self, made: BackupRow) -> None:
        self._screen.notice.say(f"Backed up to entry {made.entries:,} and verified as a copy.", "good")
        self.refresh()

    def _not_made(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self._screen.say_error(error)

    def prove(self) -> None:
        """Open the newest and walk through all of it."""
        if self._newest is not None:
            file = Path(self._newest.file)
            self._screen.ask(prove_backup, file, then=self._proved, saying="Proving the backup")

    def _proved(self, proved: Proved) -> None:
        self._screen.notice.say(
            f"The backup of {show_moment(proved.made_at)} holds: {', '.join(proved.checks)}.", "good"
        )

    def keep_plan(self) -> None:
        """Keep how often and where, for this computer."""
        try:
            days = int(str(self.every.value))
            self._screen.desk.door.plan_backups(BackupPlan(days, self.second.text()))
        except ForumDeskError as error:
            self._screen.say_error(error)
            return
        self._screen.notice.say("The plan for backups is kept on this computer.", "good")


def when_due(desk: QtDesk, window: Window) -> None:
    """Back up behind the window where the plan says that one is due; what fails is said."""
    door = desk.door
    if not desk.may(back_up) or door.backup_plan.every_days == 0:
        return

    def found(rows: tuple[BackupRow, ...]) -> None:
        newest = rows[0].made_at.astimezone(AUCKLAND).date() if rows else None
        if door.backup_plan.due(newest, desk.today):
            place = door.backup_plan.second_place
            desk.ask(
                back_up,
                door.next_backup(),
                Path(place) if place else None,
                otherwise=lambda error: window.notice.say(str(error), "warn"),
                owner=window,
                saying="Backing up",
            )

    desk.ask(list_backups, door.backup_folders, then=found, owner=window)

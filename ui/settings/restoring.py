"""Going back to a backup from Settings: a second register comes to be, and the present one stays as it is (need A5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.desk import UseCase
from app.domain.backup import Restored
from app.domain.words import Topic
from app.usecases.backup import list_backups
from ui.screen import Screen
from ui.signin.restore import TITLE, Around, RestorePage, restored_words
from ui.tongue import tr


class RestoreScreen(Screen):
    """The page of the sign-in window, also while nothing can be saved; who may restore the backup says itself."""

    name: ClassVar[str] = "settings-restore"
    title: ClassVar[str] = TITLE
    section: ClassVar[str] = "settings"
    help_page: ClassVar[str] = "settings"
    topics: ClassVar[frozenset[Topic]] = frozenset()
    needs: ClassVar[UseCase[Any, Any] | None] = list_backups
    of_forum: ClassVar[bool] = False

    def build(self) -> None:
        door = self.desk.door
        around = Around(self.desk.tasks, door.now, self.desk.stretcher, lambda: [str(door.folder)])
        self.page = RestorePage(around, headed=False)
        self.page.name.setText(self.desk.name)
        self.body.addWidget(self.page, 1)

    def connect_up(self) -> None:
        self.page.left.connect(lambda: self.open("settings"))
        self.page.restored.connect(self._restored)

    def refresh(self) -> None:
        self.tell_status("")
        self.settled.emit()

    def _restored(self, done: Restored) -> None:
        self.notice.say(
            tr(
                "{told} This register goes on as it was: to work in the other, lock (Ctrl+L) and choose its folder.",
                told=restored_words(done),
            ),
            "good",
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.page.copy.box, self.page.button)

"""What every form for numbered copies shares: it gives way to the page on which they are made, and comes back."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.desk import UseCase
from app.domain.words import Topic
from ui.packs.printing import Printed, PrintWish, as_if_made, printing
from ui.packs.queue import Queue, SystemQueue
from ui.packs.result import ResultPage
from ui.packs.words import copies
from ui.screen import Screen
from ui.tongue import tr
from ui.undo import cannot
from ui.widgets.pick import Pick


class MakingScreen(Screen):
    """A form, and in its place the page that tells how far the making is and shows passphrases once.

    `needs` is the use case that reserves the numbers: a number that was reserved cannot be undone.
    """

    section: ClassVar[str] = "packs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.CASES})
    queue: ClassVar[Queue] = SystemQueue()
    """The computer's printers; a test brings its own."""

    needs: ClassVar[UseCase[Any, Any]]
    meeting: Pick
    first: QWidget
    """Where the keyboard goes in the form."""

    def lay_out(self, form: QWidget) -> None:
        """Put the form and the page behind it in place, before the form is filled: filled elsewhere, every part
        would be styled twice."""
        self.form, self.result = form, ResultPage()
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self.form)
        self.stack.addWidget(self.result)

    def connect_up(self) -> None:
        self.result.again.connect(self.back_to_form)
        self.result.done.connect(lambda: self.open("packs", meeting=self.meeting.value))

    @property
    def at_form(self) -> bool:
        return self.stack.currentWidget() is self.form

    def make(self, wish: PrintWish, saying: str) -> None:
        """Make the copies away from the window's thread."""
        self.notice.hide()
        self.result.begin(wish)
        self.stack.setCurrentWidget(self.result)
        job = self.desk.ask_long(
            printing(wish, self.queue), then=self._made, otherwise=self._not_made, owner=self,
            saying=saying, undo=cannot(self.needs),
        )  # fmt: skip
        self.result.follow(job)

    def _made(self, made: Printed) -> None:
        self.result.show_made(made)
        self.saved()
        self.tell_status(tr("{copies} made", copies=copies(len(made.issued))))

    def _not_made(self, error: Exception) -> None:
        self.back_to_form()
        self.say_error(error)

    def back_to_form(self) -> None:
        self.stack.setCurrentWidget(self.form)
        self.first.setFocus()

    def pretend(self, wish: PrintWish) -> None:
        """The page after printing, for a picture: nothing is printed or reserved."""
        self.result.begin(wish)
        self.result.show_made(as_if_made(wish.holders, wish.contents))
        self.stack.setCurrentWidget(self.result)

    def may_leave(self) -> bool:
        if self.result.has_unread:
            self.notice.say(
                tr("The passphrases on this page are shown this once. Write them down or copy them, then press "
                "“I have them”."), "warn",
            )  # fmt: skip
            return False
        if not self.at_form and not self.result.running:
            self.back_to_form()
        return True

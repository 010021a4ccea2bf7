"""What every screen is: build, connect, show.

How to add a screen
-------------------
1. Make `ui/<room>/screen.py` with a class of `Screen`, and in `ui/<room>/__init__.py` a line of
   `SCREENS = {"my-name": "screen"}`, so that it is read when it is opened and not before. One whose
   `name` is a section of `ui.registry` (cases, meetings, …) takes the place of that section's empty
   state; any other name (`case`, `meeting-agenda`) is opened by `self.open("case", prn="0012345")` and
   is found in the room of its name's first word (or of `ui.registry.ROOMS`).
2. Set `name`, `title`, `section`, `help_page` (a page of docs/guide), `topics` (refreshed when one changes),
   `needs` (the use case without which the section is greyed), and in `states` what `forumdesk shoot` may show.
3. `build` makes widgets and no data; `connect` joins signals; `refresh` asks the door for rows:

       def refresh(self) -> None:
           self.ask(list_meetings, self.desk.forum, then=self.fill, saying="Reading the meetings")

   `go(**where)` says what it is about before `refresh`. Use `self.notice.say(sentence)` for what a person must
   read, `self.tell_status("41 of 63 cases")` for the status bar, `self.saved()` after a write.
4. Tables: `ui.models` and `ui.table`. Words: through `ui.tongue.tr`; `ui.words` where two screens share them.
   Looks: `ui.theme` (never a colour).
5. Everything focusable has an accessible name, lists do not trap Tab, a mnemonic stands once in a window:
   `tests/ui/test_accessible.py` walks every registered screen by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.words import Topic
from ui import words
from ui.actions import Action
from ui.tasks import Job, Stopped
from ui.theme import scaled
from ui.widgets.find import FindBar
from ui.widgets.labels import label
from ui.widgets.notice import Notice, announce
from ui.widgets.scroll import scroll_body

if TYPE_CHECKING:
    from app.desk import UseCase
    from ui.desk import QtDesk
    from ui.undo import Step

R = TypeVar("R")
_LOW = 480
"""Below this height (at 100 %) what only explains stands back, so that the first rows are seen."""


class Screen(QWidget):
    """One screen of the frame. Made once for each person signed in, refreshed when shown or when a topic changed."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    section: ClassVar[str] = ""
    help_page: ClassVar[str] = ""
    topics: ClassVar[frozenset[Topic]] = frozenset()
    needs: ClassVar[UseCase[Any, Any] | None] = None
    states: ClassVar[Mapping[str, str]] = {}
    """Further pictures of this screen: `{"no-match": "show_no_match"}`, a method called once rows are there."""
    opened: ClassVar[Mapping[str, Mapping[str, object]]] = {}
    """With what such a picture is opened, where its rows would have to be read once more by its method."""
    headed: ClassVar[bool] = True
    """Whether the title stands over the screen; a screen with an identity bar of its own says no."""

    of_forum: ClassVar[bool] = True
    """Whether it shows the forum in view. One that shows a thing it was named, such as a meeting's pages, is not read
    again for another forum, nor when the first becomes known."""
    scrolls: ClassVar[bool] = True
    """Whether what stands under the title scrolls as a whole where the window is too small for it; a screen that
    keeps more than the title in its place says no, and calls `scroll_body` or scrolls in its parts."""
    comes_next: ClassVar[Sequence[str]] = ()
    """The screens that most likely come next: they are made while what stands here is read, so that opening one shows
    it at once."""
    alone: ClassVar[bool] = False
    """Whether it takes the whole window: the navigation at the side stands back while it is shown."""

    status = Signal(str)
    wrote = Signal()
    leads = Signal(str, dict)
    restyled = Signal()
    """Theme, text size or idle time were set anew."""
    settled = Signal()
    """All that `refresh` asked for has come: what pictures and tests wait for."""

    def __init__(self, desk: QtDesk, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.settings = settings
        self.stale = True
        self.status_words = ""
        self._asked = 0
        self.find_bar: FindBar | None = None
        self.notice = Notice()
        self.body = QVBoxLayout(self)
        margin = scaled(16)
        self.body.setContentsMargins(margin, scaled(12), margin, scaled(12))
        self.body.setSpacing(scaled(10))
        self.title_label = label(self.title, "title", wrap=False)
        if self.headed:
            self.body.addWidget(self.title_label)
        self.body.addWidget(self.notice)
        if self.scrolls:
            scroll_body(self)
        self.build()
        self.connect_up()

    @property
    def is_low(self) -> bool:
        """Whether there is little height for the size of the text: twice that size, or a low window."""
        return self.height() < scaled(_LOW)

    def build(self) -> None:
        """Make the widgets and put them into `self.body`. No data."""
        raise NotImplementedError

    def connect_up(self) -> None:
        """Join the widgets' signals to what they do."""

    def go(self, **_where: object) -> None:
        """What the screen is to be about; called before it is shown. Sets `stale` where it is about another thing."""

    def refresh(self) -> None:
        """Ask the door for what is shown."""

    def wait_for_forum(self) -> None:
        """Shown before the forums are known; `refresh` follows as soon as they are."""

    def acts(self) -> Sequence[Action]:
        """What this screen adds to the table of actions while it is shown."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes inside this screen, in order: filters, list, preview."""
        return ()

    def search(self) -> QWidget | None:
        """Where Ctrl+F goes."""
        return None

    def searched(self) -> QWidget | None:
        """The list or text that Ctrl+F looks through, where the screen has no box of its own."""
        return None

    @property
    def can_find(self) -> bool:
        """Whether Ctrl+F has something to search."""
        return self.search() is not None or self.searched() is not None

    def search_here(self) -> bool:
        """Ctrl+F; False where there is nothing on this screen to search."""
        if (box := self.search()) is not None:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.searched() is not None and (whole := self.layout()) is not None:
            if self.find_bar is None:
                self.find_bar = FindBar()
                whole.addWidget(self.find_bar)
            self.find_bar.look_in(self.searched)
        else:
            return False
        return True

    def when_settled(self, do: Callable[[], object]) -> None:
        """Do something once all that was asked for has come; at once where nothing is under way."""
        if not self.busy:
            do()
            return

        def once() -> None:
            self.settled.disconnect(once)
            do()

        self.settled.connect(once)

    def close_finding(self) -> bool:
        """Whether a line for finding was open, and is closed now."""
        return self.find_bar is not None and self.find_bar.close_bar()

    def close_innermost(self) -> bool:
        """What Esc closes here first, what was said before all; False where nothing is open."""
        if not self.notice.isVisible():
            return False
        self.notice.hide()
        return True

    def take_back_first(self) -> bool:
        """What Ctrl+Z takes back here before any record: what is decided and not written yet. False: nothing."""
        return False

    @property
    def keeps_names(self) -> bool:
        """Whether others look on, so that nothing from elsewhere may bring a name onto this screen."""
        return False

    def may_leave(self) -> bool:
        """Whether what was typed is kept; a screen that says no has said why."""
        return True

    def draft(self) -> Mapping[str, str]:
        """Half-typed text, kept (in memory, for the same person) over a lock."""
        return {}

    def refused_draft(self) -> Mapping[str, str]:
        """As `draft`, where the register refused a text that stands here still: it outlives the window."""
        return {}

    def restore(self, kept: Mapping[str, str]) -> None:
        """Put half-typed text back."""

    def more_keys(self) -> Sequence[tuple[str, str]]:
        """Keys that act in one list alone, with what they do: no menu has them, the list of keys tells them."""
        return ()

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """What `go` is given when the screen is opened for a picture or a test, such as the first case's PRN."""
        del desk
        return {}

    # What screens use.

    def ask(
        self,
        case: Callable[..., R],
        *args: object,
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        saying: str = "",
        undo: Step | Callable[[R], Step] | None = None,
        **kwargs: Any,
    ) -> Job:
        """One use case through the door; an error nobody answers for is shown in this screen's notice."""
        self._asked += 1
        job = self.desk.ask(
            case,
            *args,
            then=then,
            otherwise=otherwise or self.say_error,
            owner=self,
            saying=saying,
            undo=undo,
            **kwargs,
        )
        job.ended.connect(self._one_came)
        return job

    def _one_came(self) -> None:
        self._asked -= 1
        if self._asked == 0:
            self.stale = False
            # After the answer has been shown, and only if that did not ask for more.
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Nothing follows once the desk asks no more: what waits for it would open over the lock."""
        if self._asked == 0 and not self.desk.asks_no_more:
            self.settled.emit()

    @property
    def busy(self) -> bool:
        return self._asked > 0

    def say_error(self, error: Exception, about: str = "") -> None:
        """The error's own sentence; a fault of ours goes to the last-resort handler.

        `about` is what it answers, where that is no more to be seen.
        """
        if isinstance(error, Stopped):
            return
        if self.notice.keeps and self.notice.isVisible():
            self.desk.failed.emit(error)
        else:
            self.notice.say(f"{about}. {words.sentence_of(error)}".removeprefix(". "), "bad")

    def tell_status(self, sentence: str) -> None:
        """Put a count into the status bar and have a screen reader say it."""
        if sentence != self.status_words:
            self.status_words = sentence
            self.status.emit(sentence)
            if self.isVisible():
                announce(self, sentence)

    def saved(self) -> None:
        """Something was written: the status bar says when."""
        self.wrote.emit()

    def open(self, name: str, **where: object) -> None:
        """Go to another screen."""
        self.leads.emit(name, where)

"""How the list of cases asks for its rows: letter by letter while somebody types, and in full once the typing rests.

One question at a time is under way. Whatever is asked meanwhile is asked once, at its end, as it stands then; an
answer to another question than the one that stands is dropped.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.domain.case_list import CasePage, CaseQuery, CaseView
from app.usecases.case_list import begin_search, browse_cases, find_as_typed
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.register.screen import CasesScreen

RESTS_AFTER = 400
"""Milliseconds without a key after which a search is read and counted in full (docs/decisions/0036)."""


class Asking(QObject):
    """The questions of one list, and how many cases the last answer in full counted in its view."""

    def __init__(self, screen: CasesScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._under_way = False
        self._next: bool | None = None
        self._totals: tuple[str, CaseView, int] | None = None
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_AFTER)
        self._rests.timeout.connect(self.in_full)

    @property
    def resting(self) -> bool:
        """Whether a search was typed that has not been read in full."""
        return self._rests.isActive()

    def begin(self) -> None:
        """The keyboard came to the search: have its beginning entered, unless what was read last is one."""
        desk = self._screen.desk
        if desk.forum and not desk.door.goes_on(find_as_typed, desk.forum):
            self._screen.ask(begin_search, desk.forum)

    def in_full(self) -> None:
        """Read the first window of the list as it is asked for now, and count."""
        self._rests.stop()
        self._ask(typed=False)

    def as_typed(self) -> None:
        """A letter was typed: the first rows at once, the rest when no other follows."""
        self._rests.start()
        self._ask(typed=True)

    def total(self, query: CaseQuery) -> int | None:
        """How many cases the view has, as counted last; None where another was."""
        known = self._totals
        same = known is not None and known[:2] == (self._screen.desk.forum, query.view)
        return known[2] if known and same else None

    def _ask(self, *, typed: bool) -> None:
        if self._under_way:
            self._next = typed
            return
        self._under_way = True
        screen, asked = self._screen, self._screen.query
        most: dict[str, Any] = {"many": screen.table.room} if typed else {}
        case = find_as_typed if typed else browse_cases
        screen.ask(
            case, screen.desk.forum, asked, saying=tr("Reading the cases"), **most,
            then=partial(self._came, asked, typed), otherwise=self._not_read,
        )  # fmt: skip

    def _came(self, asked: CaseQuery, typed: bool, page: CasePage) -> None:
        self._under_way = False
        following, self._next = self._next, None
        if following is not None:
            self._ask(typed=following)
        if asked != self._screen.query:
            return
        if not typed:
            self.take(asked, page)
        elif page.lines:
            self._screen.fill(page)
        elif following is None:
            self.in_full()  # nobody: why not is told by the counts

    def take(self, asked: CaseQuery, page: CasePage) -> None:
        """Show an answer in full, by whose count of the view what is typed next is told."""
        self._totals = (self._screen.desk.forum, asked.view, page.total)
        self._screen.fill(page)

    def _not_read(self, error: Exception) -> None:
        self._under_way, self._next = False, None
        self._rests.stop()
        screen = self._screen
        screen.say_instead(
            tr("The cases could not be read"),
            tr("Nothing is known of them yet."),
            (tr("Try again"), screen.read),
        )
        screen.say_error(error)

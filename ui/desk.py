"""The Qt face of the door: calls use cases away from the window's thread and tells what changed.

A screen never calls a use case itself. It says

    self.desk.ask(list_meetings, self.desk.forum, then=self.fill, owner=self)          # looks
    self.desk.ask(issue_agenda, code, then=self.issued, owner=self, saying="Issuing…") # changes
    self.desk.ask_long(print_all, then=…, owner=self, saying="Making packs")           # print_all(door, progress)

and greys its buttons by `self.desk.may(issue_agenda)`. What went wrong arrives at `otherwise`, or as a
sentence in the strip where the screen gives none. `changed` carries the topics of what was written,
by any screen; the frame refreshes the screens that show one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.desk import UseCase, look_together
from app.domain.dates import AUCKLAND
from app.domain.errors import Busy, Unconfirmed
from app.domain.people import Office, role_in
from app.domain.words import Role, Topic
from ui.tasks import Job, Progress, Stopped, Tasks
from ui.undo import Call, Step, Undo

if TYPE_CHECKING:
    from app.desk import Desk, Stretcher
    from app.domain.register import ForumRow

P = ParamSpec("P")
R = TypeVar("R")


class QtDesk(QObject):
    """One signed-in person at one open register, for the window."""

    changed = Signal(object)
    """A frozenset of topics, on the window's thread."""
    failed = Signal(object)
    """An error that no screen answered for."""
    forum_changed = Signal()
    closed = Signal()

    def __init__(
        self,
        door: Desk,
        tasks: Tasks,
        stretcher: Stretcher | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.door = door
        self.tasks = tasks
        self.stretcher = stretcher
        """The edge that a change of passphrase needs; None for the real one."""
        self.forums: tuple[ForumRow, ...] = ()
        self.forums_known = False
        """Whether the forums were read: until then nobody can say that there is nothing."""
        self._forum: ForumRow | None = None
        self._may: dict[tuple[str, str | None], bool] = {}
        self._offices: tuple[Office, ...] | None = None
        self.saved_since_backup = False
        """Something was saved here since the last backup."""
        self.undo = Undo(self)
        """What was done in this window since sign-in, for Ctrl+Z."""
        self._asks_no_more = False
        self._told = _Told(self)
        door.changed.append(self._told.came.emit)
        self.changed.connect(self._on_changed)

    @property
    def name(self) -> str:
        return self.door.name

    @property
    def today(self) -> date:
        """The day as the door's clock and a New Zealand calendar have it."""
        return self.door.now().astimezone(AUCKLAND).date()

    @property
    def forum(self) -> str:
        """The code of the forum in view; empty while the register has none."""
        return self._forum.code if self._forum else ""

    @property
    def forum_row(self) -> ForumRow | None:
        return self._forum

    def choose_forum(self, code: str) -> None:
        """Look at another forum of this register."""
        found = next((row for row in self.forums if row.code == code), None)
        if found is not None and found != self._forum:
            self._forum = found
            self.forum_changed.emit()

    def take_forums(self, rows: tuple[ForumRow, ...]) -> None:
        """The forums this person belongs to, as the register has them now."""
        first, self.forums, self.forums_known = not self.forums_known, rows, True
        kept = next((row for row in rows if row.code == self.forum), rows[0] if rows else None)
        if first or kept != self._forum:
            self._forum = kept
            self.forum_changed.emit()

    @property
    def role(self) -> Role | None:
        """The role this person has in the forum in view."""
        return role_in(self.offices, self.forum or None, self.today)

    @property
    def offices(self) -> tuple[Office, ...]:
        """This person's offices, read once and again after people, forums or the register changed."""
        if self._offices is None:
            self._offices = self.door.offices()
        return self._offices

    def may(self, case: UseCase[Any, Any], forum: str | None = None) -> bool:
        """Whether this person may, by the rule the door will ask; in the forum in view unless told otherwise."""
        where = (self.forum or None) if forum is None else forum
        key = (f"{case.room}.{case.name}", where)
        if key not in self._may:
            self._may[key] = self.door.may(case, where, self.offices)
        return self._may[key]

    def changed_outside(self, prn: str) -> bool:
        """Whether the last check behind the window found this person's case changed outside."""
        return self.door.outside is not None and prn in self.door.outside.marks

    def ask(
        self,
        case: Callable[Concatenate[Desk, P], R],
        *args: Any,
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        saying: str = "",
        undo: Step | Callable[[R], Step] | None = None,
        **kwargs: Any,
    ) -> Job:
        """One use case with its arguments, in order with the others. `saying` stands in the strip if it takes long.

        `undo` says how a change is taken back with Ctrl+Z; without it, Ctrl+Z says why it is not (decision 0038).

        A look that must stand in the trail before it is shown cannot be entered while this window's own long work reads
        the register (the check at rest, a backup): it is taken again when it is refused for that, and waits. A change
        is refused at once, and its form keeps what was typed.
        """
        if self._asks_no_more:
            return self.tasks.run(_nothing)

        def work() -> R:
            while True:
                ours = self.tasks.long_at_work
                try:
                    done = case(self.door, *args, **kwargs)
                    if self.door.unconfirmed:
                        self.door.unconfirmed = False
                        self._told.unconfirmed.emit()
                    return done
                except Busy:
                    looks = case is look_together or getattr(case, "looks", False)
                    if not looks or not (ours or self.tasks.long_at_work):
                        raise

        changes = undo is not None or (isinstance(case, UseCase) and not case.looks)

        def came(result: R) -> None:
            if changes:
                self.undo.did(Call(case, *args, **kwargs), undo, result)
            if then is not None:
                then(result)

        job = self.tasks.run(work, came, self._answering(otherwise), owner=owner, saying=saying)
        if changes:
            self.undo.asks(job)
        return job

    def ask_long(
        self,
        work: Callable[[Desk, Progress], R],
        *,
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        saying: str = "",
        can_stop: bool = True,
        undo: Step | None = None,
    ) -> Job:
        """A function that calls many use cases with the door it is given and tells its progress between them.

        `undo` says what it changes, for Ctrl+Z, also where it is stopped half way; work that changes no record says
        nothing.
        """

        if self._asks_no_more:
            return self.tasks.run(_nothing)

        def told(progress: Progress) -> R:
            wrote: list[frozenset[Topic]] = []
            self.door.changed.append(wrote.append)
            try:
                return work(self.door, progress)
            finally:
                self.door.changed.remove(wrote.append)
                if undo is not None and wrote:
                    again = Call(lambda door: work(door, Progress(lambda *_told: None)))
                    self._told.acted.emit(again, undo)

        job = self.tasks.run_long(
            told, then, self._answering(otherwise), owner=owner, saying=saying, can_stop=can_stop
        )
        if undo is not None:
            self.undo.asks(job)
        return job

    def _answering(self, otherwise: Callable[[Exception], None] | None) -> Callable[[Exception], None]:
        if otherwise is not None:
            return otherwise

        def say(error: Exception) -> None:
            if not isinstance(error, Stopped):
                self.failed.emit(error)

        return say

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        self.saved_since_backup = topics != {Topic.BACKUPS}
        if topics & {Topic.PEOPLE, Topic.FORUMS, Topic.REGISTER}:
            self._may.clear()
            self._offices = None

    @property
    def asks_no_more(self) -> bool:
        """Whether a lock has covered whoever asked."""
        return self._asks_no_more

    def ask_no_more(self) -> None:
        """Pass nothing on to the door any more: what is asked from now on is not done, and nobody is told."""
        self._asks_no_more = True

    def close(self) -> None:
        """Wait for what is under way, then wipe the key."""
        self.tasks.stop_all()
        self.tasks.wait()
        self.door.close()
        self.closed.emit()


def _nothing() -> None:
    """What is done where nothing is asked of the door any more."""


class _Told(QObject):
    """Carries topics from the worker's thread to the window's."""

    came = Signal(object)
    acted = Signal(object, object)
    unconfirmed = Signal()

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk)
        self.unconfirmed.connect(lambda: desk.failed.emit(Unconfirmed()), Qt.ConnectionType.QueuedConnection)
        self.acted.connect(
            lambda call, step: desk.undo.did(call, step, None), Qt.ConnectionType.QueuedConnection
        )
        self.came.connect(desk.changed.emit, Qt.ConnectionType.QueuedConnection)

"""The one place where work leaves the window's thread.

`Tasks.run(work, then=…)` does `work` on a thread of its own and calls `then` back on the window's thread.
Quick work (one use case) keeps its order in one lane; long work (many use cases, with `Progress`) has a
second lane, so that lists still load while packs are printed. Work that takes longer than 0.4 s is told
to the strip. A callback whose owner has died is dropped.

Rubbish is collected here too, on the window's thread by timer: a collection on another thread destroys
Qt objects there (design/architecture.md, "Facts that shape it").
"""

from __future__ import annotations

import gc
import queue
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from app.domain.errors import ForumDeskError

R = TypeVar("R")
STRIP_AFTER = 400
"""Milliseconds after which work shows itself (design/screens.md, "Long work")."""
TITLE_AFTER = 10_000
_COLLECT_EVERY = 1_000


class Stopped(Exception):
    """Somebody pressed Cancel; what was done before stays done."""


class Progress:
    """What long work tells of itself. Passed to work that takes one; safe to call from its thread."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def __call__(self, done: int, total: int, words: str = "") -> None:
        """Tell how far it is, and stop here with `Stopped` where Cancel was pressed: call it between items."""
        self.check()
        self._tell(done, total, words)

    def check(self) -> None:
        if self._stop.is_set():
            raise Stopped

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        self._stop.set()


class Job(QObject):
    """One piece of work under way. Lives on the window's thread; its signals arrive there."""

    told = Signal(int, int, str)
    ended = Signal()
    _came = Signal(object, object)

    def __init__(self, work: Callable[[Progress], object], saying: str, can_stop: bool) -> None:
        super().__init__()
        self.saying = saying
        self.can_stop = can_stop
        self.over = False
        self._work = work
        self._then: Callable[[object], None] | None = None
        self._otherwise: Callable[[Exception], None] | None = None
        self._pieces: Iterator[None] = iter(())
        self.progress = Progress(self.told.emit)
        self._came.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def answer(
        self, then: Callable[[object], None] | None, otherwise: Callable[[Exception], None] | None
    ) -> None:
        self._then, self._otherwise = then, otherwise

    def goes_on(self, pieces: Iterator[None]) -> None:
        """What is left to do on the window's thread once the work is done: piece by piece, keys and clicks between."""
        self._pieces = pieces

    @Slot()
    def forget(self) -> None:
        """Nobody is left to be told. The work itself still finishes; what was to follow on this thread does not."""
        self._then = self._otherwise = None
        self._pieces = iter(())

    @Slot()
    def stop(self) -> None:
        self.progress.stop()

    def do(self) -> None:
        """On the worker's thread: do it, and send what came of it home."""
        try:
            self.progress.check()
            result = self._work(self.progress)
        except Exception as error:  # noqa: BLE001 - carried to the window's thread, which names or re-raises it
            self._came.emit(None, error)
        else:
            self._came.emit(result, None)

    @Slot(object, object)
    def _arrive(self, result: object, error: Exception | None) -> None:
        if error is None and not self.progress.stopping:
            try:
                next(self._pieces)
            except StopIteration:
                pass
            except Exception as fault:  # noqa: BLE001 - told as the work's own would be
                error = fault
            else:
                QTimer.singleShot(0, self, lambda: self._arrive(result, None))
                return
        self.over = True
        then, otherwise = self._then, self._otherwise
        self.forget()
        self.ended.emit()
        if error is None:
            if then is not None:
                then(result)
        elif otherwise is not None:
            otherwise(error)
        elif not isinstance(error, (Stopped, ForumDeskError)):
            raise error


class _Lane:
    """One thread that does its jobs in order."""

    def __init__(self, name: str) -> None:
        self.at_work = False
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        self._jobs.put(job)

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self.at_work = True
            job.do()
            self.at_work = False
            del job  # the last name of a Qt object may not fall on this thread


class Tasks(QObject):
    """All work under way. `shown` tells of a job that takes long enough to show itself."""

    shown = Signal(object)
    broken = Signal(object)
    """An error nobody answered for: a fault of ours, for the last-resort handler."""
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quick = _Lane("forumdesk-quick")
        self._long = _Lane("forumdesk-long")
        self._jobs: set[Job] = set()
        self._done: list[Job] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_EVERY)
        self._timer.timeout.connect(self.collect)
        self._was_collecting = gc.isenabled()
        self._froze = False
        gc.disable()
        self._timer.start()

    def run(
        self,
        work: Callable[[], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        *,
        owner: QObject | None = None,
        saying: str = "",
    ) -> Job:
        """Do one quick thing, in order with other quick things; `then` gets what it returned."""
        return self._start(self._quick, lambda _progress: work(), then, otherwise, owner, saying, False)

    def run_long(
        self,
        work: Callable[[Progress], R],
        then: Callable[[R], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        *,
        owner: QObject | None = None,
        saying: str = "",
        can_stop: bool = True,
    ) -> Job:
        """Do many things one after another; `work` calls its `Progress` between them, where Cancel stops it."""
        return self._start(self._long, work, then, otherwise, owner, saying, can_stop)

    def read_ahead(
        self, read: Callable[[Callable[[], None]], None], pieces: Iterator[None], owner: QObject
    ) -> Job:
        """Read packages before they are needed: by `read` those without Qt on a worker's thread, then by `pieces` the
        window's on its own, because two threads that make Qt's classes at once are one too many.

        It is nobody's work: no strip shows it. Closing stops it between two pieces, and where `read` calls what it is
        given.
        """
        return self._start(
            self._quick,
            lambda progress: read(progress.check),
            lambda _none: self._stands(),
            None,
            owner,
            "",
            False,
            shows=False,
            pieces=pieces,
        )

    def _start(
        self,
        lane: _Lane,
        work: Callable[[Progress], R],
        then: Callable[[R], None] | None,
        otherwise: Callable[[Exception], None] | None,
        owner: QObject | None,
        saying: str,
        can_stop: bool,
        shows: bool = True,
        pieces: Iterator[None] = iter(()),  # noqa: B008 - an empty one stays empty
    ) -> Job:
        job = Job(work, saying, can_stop)
        job.answer(then, otherwise)  # type: ignore[arg-type]  # one job has one result type, Job does not name it
        job.goes_on(pieces)
        self._jobs.add(job)
        job.ended.connect(self._ended)
        if owner is not None:
            owner.destroyed.connect(job.forget)
        if shows:
            QTimer.singleShot(STRIP_AFTER, job, lambda: self._show(job))
        lane.put(job)
        return job

    def _show(self, job: Job) -> None:
        if not job.over:
            self.shown.emit(job)

    @Slot()
    def _ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)
            self._done.append(job)  # kept until the next collection, so that it dies on this thread
        if not self._jobs:
            self.idle.emit()

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    @property
    def long_at_work(self) -> bool:
        """Whether long work is being done at this moment. Safe to ask from any thread."""
        return self._long.at_work

    def tell_nobody(self) -> None:
        """What is under way finishes, and nobody is told: whoever asked is covered by a lock."""
        for job in self._jobs:
            job.forget()

    def stop_all(self) -> None:
        """Press every Cancel."""
        for job in self._jobs:
            job.stop()

    def wait(self) -> None:
        """Stay until nothing is under way, with the window alive: what closing does."""
        while self._jobs:
            QCoreApplication.processEvents()
            threading.Event().wait(0.005)

    def close(self) -> None:
        """Stop what can stop, wait for the rest, end the threads, and give rubbish back to Python."""
        self.stop_all()
        self.wait()
        self._timer.stop()
        self._quick.close()
        self._long.close()
        self._done.clear()
        if self._froze:
            gc.unfreeze()
        if self._was_collecting:
            gc.enable()

    def _stands(self) -> None:
        """What has been read by now stays for good, so rubbish is looked for in the rest alone.

        To walk through every package of the program takes longer than a call on the window's thread may.
        """
        if not self._froze and not gc.get_freeze_count():  # which walks all that stands to count it
            self._froze = True
            gc.freeze()

    @Slot()
    def collect(self) -> None:
        """Collect what Python would have collected by now, youngest first, on this thread."""
        self._done.clear()
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

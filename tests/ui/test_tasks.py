"""Work leaves the window's thread in one place, in order, and can be stopped between items."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from ui import tasks as task_room
from ui.tasks import Job, Progress, Stopped, Tasks
from ui.widgets.strip import Strip


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def nothing_stands() -> Iterator[None]:
    """As in a process of the program that has just begun; afterwards it is as it was."""
    stood = bool(gc.get_freeze_count())
    gc.unfreeze()
    yield
    gc.unfreeze()
    if stood:
        gc.collect()
        gc.freeze()


def test_work_is_done_elsewhere_and_its_answer_comes_back_here(tasks: Tasks, qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    came: list[threading.Thread] = []
    tasks.run(
        lambda: where.append(threading.current_thread()), lambda _r: came.append(threading.current_thread())
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came == [threading.main_thread()]
    assert where[0] is not threading.main_thread()


def test_quick_things_keep_their_order(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: number, told.append)
    qtbot.waitUntil(lambda: len(told) == 20)
    assert told == list(range(20))


def test_an_error_comes_to_whoever_answers_for_it(tasks: Tasks, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refused("Not today; nothing was changed.")

    told: list[Exception] = []
    tasks.run(refuse, otherwise=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Refused)


def test_nobody_is_told_once_the_owner_has_died(tasks: Tasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    told: list[object] = []
    owner = QObject()
    job = tasks.run(gate.wait, told.append, owner=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    with qtbot.waitSignal(job.ended):
        gate.set()
    assert told == []


def _counting(gate: threading.Event, done: list[int], progress: Progress) -> None:
    for number in range(1_000):
        progress(number, 1_000)
        done.append(number)
        if number == 2:
            gate.wait()


def test_cancel_stops_between_items_and_what_was_done_stays(tasks: Tasks, qtbot: QtBot) -> None:
    gate, done, told = threading.Event(), list[int](), list[Exception]()
    job = tasks.run_long(lambda progress: _counting(gate, done, progress), otherwise=told.append)
    qtbot.waitUntil(lambda: len(done) == 3)
    job.stop()
    gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Stopped)
    assert done == [0, 1, 2]


def test_what_takes_long_shows_in_the_strip_with_how_far_it_is_and_cancel(tasks: Tasks, qtbot: QtBot) -> None:
    gate, done = threading.Event(), list[int]()
    strip = Strip()
    qtbot.addWidget(strip)
    tasks.shown.connect(strip.show_job)
    assert not strip.isVisible()

    def work(progress: Progress) -> None:
        progress(0, 12)
        gate.wait()
        progress(5, 12)
        done.append(5)

    with qtbot.waitSignal(tasks.shown):
        job = tasks.run_long(work, saying="Making 12 packs")
    assert strip.isVisible()
    assert strip.cancel.isVisible()
    job.told.connect(lambda *_told: told.append(strip.text))
    told: list[str] = []
    gate.set()
    qtbot.waitUntil(lambda: bool(done) and not tasks.busy)
    assert told == ["Making 12 packs: 5 of 12"]
    assert not strip.isVisible()


def test_what_is_quick_never_shows(tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task_room, "STRIP_AFTER", 60_000)  # so that quick is quick on a busy computer too
    shown: list[Job] = []
    tasks.shown.connect(shown.append)
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1)
    assert shown == []


def test_closing_waits_for_what_is_being_written(qtbot: QtBot) -> None:
    tasks = Tasks()
    written: list[str] = []
    begun = threading.Event()

    def write() -> None:
        begun.set()
        threading.Event().wait(0.05)
        written.append("whole")

    tasks.run(write)
    begun.wait()
    tasks.close()
    assert written == ["whole"]


def test_rubbish_is_collected_on_this_thread_only(qtbot: QtBot) -> None:
    before = gc.isenabled()
    tasks = Tasks()
    assert not gc.isenabled()
    tasks.collect()
    tasks.close()
    assert gc.isenabled() == before


def test_rubbish_is_not_looked_for_in_what_was_read_ahead(
    nothing_stands: None, tasks: Tasks, qtbot: QtBot
) -> None:
    read: list[list[str]] = []
    owner = QObject()
    tasks.read_ahead(lambda between: (between(), read.append(["a package"]))[1], iter(()), owner)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not any(each is read[0] for each in gc.get_objects())
    later = ["made later"]
    assert any(each is later for each in gc.get_objects())
    tasks.close()
    assert gc.get_freeze_count() == 0


def test_what_somebody_else_let_stand_stands_on_and_the_rubbish_of_a_window_before_is_found(
    nothing_stands: None, tasks: Tasks, qtbot: QtBot
) -> None:
    """Let stand anew by each of many windows, the rubbish of those before would stand with it and never go."""
    gc.freeze()
    before = QObject()
    vars(before)["itself"] = before  # a ring: only a collection ends it
    gone = weakref.ref(before)
    del before
    tasks.read_ahead(lambda _between: None, iter(()), tasks)
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.close()
    gc.collect()
    assert gone() is None
    assert gc.get_freeze_count()


def test_what_is_made_of_qt_is_read_on_the_windows_thread_with_keys_and_clicks_between(
    tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[tuple[str, bool]] = []

    def tell(what: str) -> None:
        told.append((what, threading.current_thread() is threading.main_thread()))

    def pieces() -> Iterator[None]:
        for number in (1, 2):
            tell(f"piece {number}")
            QTimer.singleShot(0, lambda: tell("a click"))
            yield

    job = tasks.read_ahead(lambda _between: tell("packages"), pieces(), QObject(tasks))
    job.ended.connect(lambda: tell("over"))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [what for what, _where in told] == ["packages", "piece 1", "a click", "piece 2", "a click", "over"]
    assert [where for _what, where in told] == [False, *[True] * 5]


def test_reading_ahead_ends_between_two_pieces_with_the_window_it_is_for(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()
    read: list[int] = []

    def pieces() -> Iterator[None]:
        for number in range(3):
            read.append(number)
            owner.deleteLater()
            yield

    tasks.read_ahead(lambda _between: None, pieces(), owner)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert read == [0]


def test_reading_ahead_shows_in_no_strip_and_stops_for_whoever_closes(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(task_room, "STRIP_AFTER", 0)
    shown: list[Job] = []
    tasks.shown.connect(shown.append)
    begun, gate, rooms = threading.Event(), threading.Event(), []

    def read(between: Callable[[], None]) -> None:
        begun.set()
        gate.wait()
        for number in range(3):
            between()
            rooms.append(number)

    tasks.read_ahead(read, iter(()), QObject(tasks))
    told: list[str] = []
    tasks.run_long(
        lambda _progress: begun.wait(), lambda _set: told.append("it began"), saying="Somebody's own work"
    )
    qtbot.waitUntil(lambda: bool(told))
    tasks.stop_all()
    gate.set()
    tasks.close()
    assert rooms == []
    assert "" not in [job.saying for job in shown]

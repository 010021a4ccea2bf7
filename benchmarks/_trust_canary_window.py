"""A person at the window for the figure of canaries: what a window leaves on a disk is no command's to leave.

Screens with lists and a case, a preview, rows on the clipboard, a half-typed sentence that becomes a draft while nobody
types and again at the lock, and the lock itself. All in the process that is watched: its profile, Qt's own caches, its
temporary files and whatever a preview or a clipboard might put somewhere (design/trust.md, "Locking, memory").
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import demo
from app.domain.words import Contents
from app.settings import profile_folder
from app.usecases import cases
from benchmarks._trust_window import SECTIONS, until
from tests.fixtures.cheap import CheapStretcher
from ui.main import Program, application
from ui.meeting.agenda import AgendaScreen
from ui.register.screen import CasesScreen
from ui.signin.window import Edges
from ui.window import Window

HALF_TYPED = "the grandmother of the heron asked for it on the telephone"


def work(report: demo.Report) -> list[str]:
    """Somebody's quarter of an hour; gives back what was typed there and nowhere else."""
    player = report.players[0]
    # Another process is no part of this one: it begins with nothing that was typed here.
    program = Program(application(), Edges(profile_folder(), None, CheapStretcher(), lambda _told: True))
    program.settings.setValue("register", str(report.register))
    form = program.start().enter
    form.name.setText(player.name)
    form.passphrase.setText(player.passphrase)
    QTest.keyClick(form.passphrase, Qt.Key.Key_Return)
    until(lambda: program.window is not None and not program.tasks.busy)
    window = program.window
    if window is None:
        raise RuntimeError("nobody is signed in")
    _read(program, window, report)
    _copy(program, window)
    _type(program, window, report)
    program.lock()
    until(lambda: not program.tasks.busy)
    if not list(Path(profile_folder()).rglob("*.draft")):
        raise RuntimeError("the lock kept no draft, so it was not looked at")
    program.close()
    return [HALF_TYPED]


def _read(program: Program, window: Window, report: demo.Report) -> None:
    prn = cases.list_cases(window.desk.door)[0].prn
    for section in SECTIONS:
        window.open(section)
        until(lambda: not program.tasks.busy)
    for name, where in (
        ("case", {"prn": prn}),
        ("packs-preview", {"meeting": report.meeting, "contents": Contents.PACK.value}),
    ):
        window.open(name, **where)
        until(lambda: not program.tasks.busy)


def _copy(program: Program, window: Window) -> None:
    window.open("cases")
    until(lambda: not program.tasks.busy)
    screen = window.screen_now
    if not isinstance(screen, CasesScreen):
        raise RuntimeError("the list of cases does not stand there")
    screen.table.selectAll()
    QTest.keyClick(screen.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    until(lambda: not program.tasks.busy)
    if not QApplication.clipboard().text():
        raise RuntimeError("nothing was copied, so it was not looked at")


def _type(program: Program, window: Window, report: demo.Report) -> None:
    """A sentence in a form that nobody saves: it is kept in a pause, and again at the lock."""
    window.open("meeting-agenda", meeting=report.next_meeting)
    until(lambda: not program.tasks.busy)
    screen = window.screen_now
    if not isinstance(screen, AgendaScreen):
        raise RuntimeError("the agenda does not stand there")
    screen.ask_for()
    QTest.keyClicks(screen.form.reason, HALF_TYPED)
    until(lambda: bool(list(Path(profile_folder()).rglob("*.draft"))))

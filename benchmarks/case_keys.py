"""Figure 6: from a key press in the list of cases to its painted rows, beside a plain repaint (design/speed.md).

    ./run bench case_keys [--rows 100000] [--register DIR]

The window is real and offscreen, the register too. *Page* is Page Down in the list, with the rows it has to fetch.
*First letter* is the first after Ctrl+F, whose signed entry is made safe in the register while the hand goes to the
letter; *letter* is one that follows it; both are kept sealed for the trail (docs/decisions/0036). *Late letter* is one
after ten seconds without a rest: it is entered by itself before its rows. The window's thread sleeps until an answer
comes, as it does under a person's hands. Milliseconds are those of the wall's clock; *processor* is the same ratio by
the processor time of the whole process, which a busy computer lengthens less.

The reading in full that follows when the typing rests is not counted: it comes after the rows are painted.

`--register` keeps the made-up register in a folder, and takes it from there the next time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from app.domain.names import fold
from app.domain.words import DateName
from benchmarks._measure import finish, interleaved, report
from db import linkage, search
from db.tables.register import Case, Person
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import do
from ui.main import Program, application
from ui.register.screen import CasesScreen
from ui.signin.window import Edges

FIRST = date(2026, 12, 1)
AT_ONCE = 20_000
SLEEP = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(
        description="From a key press in the list of cases to its painted rows, beside a plain repaint."
    )
    words.add_argument("--rows", type=int, default=100_000, help="cases in the made-up register (100,000)")
    words.add_argument(
        "--register", help="keep the made-up register in this folder, and take it from there again"
    )
    words.add_argument("--json", action="store_true")
    return words.parse_args()


def fill(work: Work, first: int, many: int) -> None:
    """Everybody bears one name's beginning: the hardest search there is."""
    numbers = range(first, first + many)
    work.connection.execute(
        insert(Person),
        [
            {
                "id": n,
                "prn": f"{n:08}",
                "surname": f"Ngata-{n % 9973}",
                "given_names": f"Hēmi {n % 61}",
                "name_key": fold(f"Ngata-{n % 9973} Hēmi {n % 61}"),
                "date_of_birth": date(1980, 2, 29),
            }
            for n in numbers
        ],
    )
    work.connection.execute(
        insert(Case),
        [
            {
                "person_id": n,
                "forum": "CHC",
                "episode": 1,
                "opened_at": work.at,
                "opened_seq": work.seq,
                "entry": "criterion",
                "entry_codes": "HR-ROI",
                "entry_reason": "made",
                "anchor_name": DateName.HEARING,
                "anchor_date": FIRST + timedelta(days=n % 400),
                "version": 1,
            }
            for n in numbers
        ],
    )
    search.reindex(work.session, list(numbers))


def made(folder: Path, rows: int) -> Path:
    """The register, made where it is not there yet. Keys of linkage are left out: no list asks for them."""
    if folder.exists():
        return folder
    linkage.rekey = lambda *_asked: None  # type: ignore[assignment]
    search._REBUILD_SHARE = 0  # the index grows with each piece and is not made anew for it
    part = desks.new_register(folder.with_name(folder.name + ".part"))
    desk = desks.sit(part)
    for first in range(1, rows + 1, AT_ONCE):
        do(desk, lambda work, first=first: fill(work, first, min(AT_ONCE, rows + 1 - first)))
    desk.close()
    return part.rename(folder)


def main() -> None:
    given = asked()
    app: QApplication = application()
    with tempfile.TemporaryDirectory() as kept:
        os.environ["FORUMDESK_PROFILE"] = kept
        register = made(Path(given.register or f"{kept}/register"), given.rows)
        program = Program(app, Edges(Path(kept) / "profile", desks.Clock(), CheapStretcher()))
        window = program.enter(desks.sit(register), first="cases")
        window.resize(1366, 768)

        def rest() -> None:
            while program.tasks.busy:
                app.processEvents(SLEEP)
            app.processEvents()

        ready = time.monotonic() + 3  # what is read once everything stands comes and goes
        while time.monotonic() < ready:
            app.processEvents()
            time.sleep(0.01)
        rest()
        screen = window.screen_now
        if not isinstance(screen, CasesScreen):
            raise SystemExit("the list of cases did not open")
        measure(app, screen, rest, given.rows)
        rest()
        program.close()


def measure(app: QApplication, screen: CasesScreen, rest: Callable[[], None], rows: int) -> None:
    table, box = screen.table, screen.box
    keys = cycle((Qt.Key.Key_Backspace, Qt.Key.Key_A))
    shown: list[int] = []

    def repaint() -> None:
        table.viewport().update()
        app.processEvents()

    def page() -> None:
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        rest()

    def letter() -> None:
        QTest.keyClick(box, next(keys))
        rest()
        shown.append(len(screen.model.rows))

    def begin() -> None:
        """Something else was looked at; then Ctrl+F, which is not timed."""
        table.setFocus()
        screen.desk.door.looks.end()
        QTest.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(box, Qt.Key.Key_End)  # else the letter would take the place of the whole text
        rest()

    def late_letter() -> None:
        screen.desk.door.looks.end()
        letter()

    taken = interleaved({"repaint": repaint, "page": page}, runs=31, clock=time.perf_counter)
    figures = [
        report(f"6 page key at {rows:,} cases", taken["page"] / taken["repaint"], "a plain repaint", 1.6,
               milliseconds=round(taken["page"] * 1000, 1))
    ]  # fmt: skip
    screen.asking._rests.setInterval(600_000)  # the reading in full is not the letter's
    box.setText("ngata")
    rest()
    for clock, told in ((time.perf_counter, ""), (time.process_time, ", processor")):
        took = interleaved({"repaint": repaint, "letter": letter}, runs=31, clock=clock)
        began = interleaved({"repaint": repaint, "letter": letter}, runs=15, clock=clock, before=begin)
        late = interleaved({"repaint": repaint, "letter": late_letter}, runs=15, clock=clock)
        for name, each in (
            ("letter typed", took),
            ("first letter typed", began),
            ("late letter typed", late),
        ):
            figures.append(
                report(f"6 {name} at {rows:,} cases{told}", each["letter"] / each["repaint"], "a plain repaint", 1.6,
                       milliseconds=round(each["letter"] * 1000, 1), repaint=round(each["repaint"] * 1000, 1))
            )  # fmt: skip
    on_thread = interleaved({"letter": letter}, runs=31, clock=time.thread_time)["letter"]
    on_thread_alone = interleaved({"repaint": repaint}, runs=31, clock=time.thread_time)["repaint"]
    figures.append(
        report("6 the window's thread alone, a letter", on_thread / on_thread_alone, "a plain repaint", 1.6,
               milliseconds=round(on_thread * 1000, 1))
    )  # fmt: skip
    if min(shown) == 0:
        raise SystemExit("a letter found nobody: what was painted is no list")
    finish(*figures)


if __name__ == "__main__":
    main()

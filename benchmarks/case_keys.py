"""Figure 6: from a key press in the list of cases to its painted rows, beside a plain repaint (design/speed.md).

    ./run bench case_keys [--rows 100000]

The window is real and offscreen, the register too. *Page* is Page Down in the list, with the rows it has to fetch;
*letter* is a letter typed into the search, through the door with its signed entry, to the rows it finds.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from app.domain.names import fold
from app.domain.words import DateName
from benchmarks._measure import finish, interleaved, report
from db import search
from db.tables.register import Case, Person
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import do
from ui.main import Program, application
from ui.register.screen import CasesScreen
from ui.signin.window import Edges

FIRST = date(2026, 12, 1)
AT_ONCE = 10_000


def rows() -> int:
    words = sys.argv[1:]
    return int(words[words.index("--rows") + 1]) if "--rows" in words else 100_000


def fill(work: Work, first: int, many: int) -> None:
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


def main() -> None:
    app: QApplication = application()
    with tempfile.TemporaryDirectory() as folder:
        register = desks.new_register(Path(folder) / "register")
        desk = desks.sit(register)
        for first in range(1, rows() + 1, AT_ONCE):
            do(desk, lambda work, first=first: fill(work, first, min(AT_ONCE, rows() + 1 - first)))
        desk.close()
        program = Program(app, Edges(Path(folder) / "profile", desks.Clock(), CheapStretcher()))
        window = program.enter(desks.sit(register), first="cases")
        window.resize(1366, 768)

        def rest() -> None:
            while program.tasks.busy:
                app.processEvents()
                time.sleep(0)
            app.processEvents()

        rest()
        screen = window.screen_now
        if not isinstance(screen, CasesScreen):
            raise SystemExit("the list of cases did not open")
        table = screen.table
        texts = cycle(("ngata", "ngat"))

        def repaint() -> None:
            table.viewport().update()
            app.processEvents()

        def page() -> None:
            QTest.keyClick(table, Qt.Key.Key_PageDown)
            rest()

        def letter() -> None:
            screen.box.setText(next(texts))
            rest()

        taken = interleaved({"repaint": repaint, "page": page}, runs=31, clock=time.perf_counter)
        typed = interleaved({"repaint": repaint, "letter": letter}, runs=7, clock=time.perf_counter)
        finish(
            report(f"6 page key at {rows():,} cases", taken["page"] / taken["repaint"], "a plain repaint", 1.6,
                   milliseconds=round(taken["page"] * 1000, 1)),
            report(f"6 letter typed at {rows():,} cases", typed["letter"] / typed["repaint"], "a plain repaint", 1.6,
                   milliseconds=round(typed["letter"] * 1000, 1)),
        )  # fmt: skip
        program.close()


if __name__ == "__main__":
    main()

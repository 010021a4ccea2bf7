"""The Police exchange of a large forum, step by step, beside the least that its files and rows can cost.

Every listed case has all 14 answer cells filled in. Peers, on the same machine in the same rounds: openpyxl
writing as many cells (export), openpyxl reading the same file and storing nothing (import, review), and bare
inserts of every answer, value and line of history into an encrypted file (decide, confirm). Times are
processor seconds, those of the reading worker included. `--rows 5000` measures another size.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import openpyxl

from app.desk import Desk
from app.domain.police import ColumnKind, Sheet, columns_of
from app.domain.words import DateName
from app.usecases import agenda, meeting, police, police_review
from benchmarks._measure import finish, interleaved, report
from db import connect
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.made_cases import add_address, add_case, do

ROWS = 1_000
DAY = date(2027, 3, 10)
MEETING = "CHC-2027-03-10"
NAMES = ("Ngatā", "O’Connor", "Tūhoe", "Smith", "Fa’asavalu", "van der Berg", "Paewai", "Brown")
GIVEN = ("Hēmi", "Aniwa Rose", "Seán", "John Paul", "Māia", "Rangi", "Peter")
ANSWERS = tuple(column for column in columns_of(Sheet.CROSS_REFERENCE) if not column.ours)


def processor() -> float:
    """Processor seconds of this process and of the workers it has waited for."""
    taken = os.times()
    return taken.user + taken.system + taken.children_user + taken.children_system


def fill(desk: Desk, rows: int) -> None:
    """A forum of `rows` listed cases, every other one with a proposed address; the agenda is issued."""
    do(desk, lambda work: add_people(work, rows))
    meeting.schedule_meeting(desk, "CHC", DAY)
    agenda.issue_agenda(desk, MEETING)


def add_people(work: Work, rows: int) -> None:
    for number in range(rows):
        day = DAY + timedelta(days=number % 60)
        case_id = add_case(
            work,
            f"{10_000_000 + number * 37:08}",
            surname=f"{NAMES[number % len(NAMES)]}-{NAMES[number // 7 % len(NAMES)]}",
            given_names=GIVEN[number % len(GIVEN)],
            born=date(1960, 1, 1) + timedelta(days=number * 7 % 14_000),
            anchor=(DateName.HEARING, day),
            next_hearing=day,
        )
        if number % 2 == 0:
            add_address(work, case_id)


def officer(data: bytes) -> bytes:
    """The workbook with every answer of *Cross-reference* filled in."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book[Sheet.CROSS_REFERENCE.value]
    first = len(columns_of(Sheet.CROSS_REFERENCE)) - len(ANSWERS) + 1
    for row in range(2, page.max_row + 1):
        for at, column in enumerate(ANSWERS, first):
            page.cell(row, at).value = answer(column, row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def answer(column: Any, row: int) -> Any:
    if column.kind is ColumnKind.CHOICE:
        return column.choices[row % len(column.choices)]
    if column.kind is ColumnKind.DATE:
        return date(2027, 2, 1) + timedelta(days=row % 28)
    return f"{column.heading} {row}: seen in Ōpāwaho"


def read_all(data: bytes) -> int:
    """Every cell of every sheet, as openpyxl reads fastest."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def write_all(rows: int) -> bytes:
    """As many cells as an exchange has, as openpyxl writes fastest."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(rows):
        sheet.append([f"{number} {at}" for at in range(len(columns_of(Sheet.CROSS_REFERENCE)))])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def insert_all(folder: Path, confirmed: Desk) -> Callable[[], None]:
    """Every answer, value and line of history that an exchange leaves, ready made, into a fresh encrypted file."""
    rows: dict[str, list[Any]] = {}
    key = bytes(confirmed.opened.register_key)
    with closing(connect._connect(confirmed.path, key)) as connection:
        for name in ("returned_cells", "police_values", "history"):
            rows[name] = connection.execute(f"SELECT * FROM {name}").fetchall()
    names = count()

    def insert() -> None:
        path = folder / f"bare-{next(names)}.db"
        connect.create_file(path, key)
        with closing(connect._connect(path, key)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for name, told in rows.items():
                columns = ", ".join(f"c{at}" for at in range(len(told[0])))
                connection.execute(f"CREATE TABLE {name} ({columns})")
                connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(told[0]))})", told)
            connection.execute("COMMIT")

    return insert


class Exchange:
    """One exchange through the door, kept after each step, so that a step can be done again on a copy."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder, self.names = folder, count()
        self.before: dict[str, Path] = {}
        desk = desks.sit(desks.new_register(folder / "register"))
        fill(desk, rows)
        self._keep("export", desk)
        out: list[bytes] = []
        self.name = police.export_police(desk, MEETING, None, out.append).exchange
        self._keep("import", desk)
        self.file = officer(out[0])
        assert self.take_in(desk).cells == rows * len(ANSWERS)
        self._keep("review", desk)
        self._keep("decide", desk)
        assert police_review.accept_intact(desk, self.name).decided == rows * len(ANSWERS)
        self._keep("confirm", desk)
        assert self.confirm(desk).taken == rows * len(ANSWERS)
        self.done = desk

    def _keep(self, step: str, desk: Desk) -> None:
        self.before[step] = self.folder / step
        shutil.copytree(desk.folder, self.before[step])

    def take_in(self, desk: Desk) -> Any:
        return police.take_in_police(desk, self.file, "reply.xlsx")

    def confirm(self, desk: Desk) -> Any:
        return police_review.confirm_police(desk, self.name, lambda _: None)

    def step(self, name: str) -> Callable[[], object]:
        """One step anew, on a copy of the register as it was before; copying and signing in cost little."""
        doing: dict[str, Callable[[Desk], object]] = {
            "export": lambda desk: police.export_police(desk, MEETING, None, lambda _: None),
            "import": self.take_in,
            "review": lambda desk: police_review.review_police(desk, self.name),
            "decide": lambda desk: police_review.accept_intact(desk, self.name),
            "confirm": self.confirm,
        }

        def run() -> object:
            copy = self.folder / f"{name}-{next(self.names)}"
            shutil.copytree(self.before[name], copy)
            return doing[name](desks.sit(copy))

        return run


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[sys.argv.index("--rows") + 1]) if "--rows" in sys.argv else ROWS
    folder = Path(tempfile.mkdtemp(prefix="forumdesk-bench-"))
    os.environ["FORUMDESK_PROFILE"] = str(folder / "profile")
    exchange = Exchange(folder, rows)
    bare = insert_all(folder, exchange.done)
    peers: dict[str, tuple[str, Callable[[], object], float]] = {
        "export": ("openpyxl writing as many cells", lambda: write_all(rows), 3),
        "import": ("openpyxl reading the same file", lambda: read_all(exchange.file), 3),
        "review": ("openpyxl reading the same file", lambda: read_all(exchange.file), 2),
        "decide": ("bare inserts of what an exchange leaves", bare, 5),
        "confirm": ("bare inserts of what an exchange leaves", bare, 10),
    }
    lines = []
    for step, (peer, doing, limit) in peers.items():
        taken = interleaved({"ours": exchange.step(step), "peer": doing}, clock=processor)
        lines.append(
            report(
                f"Police {step}, {rows:,} cases",
                taken["ours"] / taken["peer"],
                peer,
                limit,
                seconds_per_1000=round(taken["ours"] / rows * 1000, 2),
                seconds_of_peer=round(taken["peer"] / rows * 1000, 2),
            )
        )
    finish(*lines)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

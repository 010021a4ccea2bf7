"""Figure 5: list 10,000 rows through the door, beside a raw cursor (design/speed.md).

The peer runs the very statement the list runs, on a connection opened with the raw key for the occasion, and
fetches its rows as the driver gives them. Ours goes through the door: permission, a fresh connection, rows with
their dates and moments as values, the leak guard, and a signed entry made safe on disk.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.dialects import sqlite

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.desk import Desk
from app.domain.names import fold
from app.domain.words import DateName, FlagCode, Owner
from app.usecases import cases
from benchmarks._measure import finish, interleaved, report
from db import connect, search
from db.queries.cases import CaseFilter, list_statement
from db.tables.register import Case, Flag, Person
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.made_cases import do

ROWS = 10_000
FIRST = date(2026, 12, 1)


def fill(work: Work) -> None:
    """Far more open cases than any forum has, most with two flags."""
    numbers = range(1, ROWS + 1)
    names = [(f"Ngata-{number % 977}", f"Hēmi {number % 61}") for number in numbers]
    people = [
        {
            "id": number,
            "prn": f"{number:08}",
            "surname": surname,
            "given_names": given,
            "name_key": fold(f"{surname} {given}"),
            "date_of_birth": date(1980, 2, 29),
        }
        for number, (surname, given) in zip(numbers, names, strict=True)
    ]
    opened = [
        {
            "person_id": number,
            "forum": "CHC",
            "episode": 1,
            "opened_at": work.at,
            "opened_seq": work.seq,
            "entry": "criterion",
            "entry_codes": "HR-ROI",
            "entry_reason": "made",
            "anchor_name": DateName.HEARING,
            "anchor_date": FIRST + timedelta(days=number % 400),
            "version": 1,
        }
        for number in numbers
    ]
    flags = [
        {
            "person_id": number,
            "code": code,
            "from_date": FIRST,
            "owner": Owner.IOMS,
            "source": "made",
            "as_at": FIRST,
            "raised_seq": work.seq,
        }
        for number in numbers
        for code in (FlagCode.HR, FlagCode.OWR)
        if number % 3 or code is FlagCode.HR
    ]
    for table, rows in ((Person, people), (Case, opened), (Flag, flags)):
        work.connection.execute(insert(table), rows)


def raw(desk: Desk) -> object:
    """The same statement, from a connection opened for it, as the driver gives it."""
    statement = list_statement(CaseFilter(), search.EVERYBODY).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    with closing(connect._connect(desk.path, desk.opened.register_key)) as connection:
        return connection.execute(str(statement)).fetchall()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMDESK_PROFILE"] = folder
        desk = desks.sit(desks.new_register(Path(folder) / "register"))
        do(desk, fill)
        assert len(cases.list_cases(desk)) == len(raw(desk)) == ROWS  # type: ignore[arg-type]
        taken = interleaved({"door": lambda: cases.list_cases(desk), "raw": lambda: raw(desk)}, 9)
    finish(
        report(
            f"figure 5: list {ROWS:,} rows through the door",
            taken["door"] / taken["raw"],
            "a raw cursor",
            1.3,
            door_ms=round(taken["door"] * 1000),
            raw_ms=round(taken["raw"] * 1000),
        )
    )


if __name__ == "__main__":
    main()

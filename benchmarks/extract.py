"""Figure 18: take in a 5,000-row extract, against `csv` and bare inserts of the same columns.

The peer reads the same bytes with `csv` and puts its columns as they are into one encrypted table of one
fresh file with the register's own settings, in one transaction. Ours goes through the door: every cell read
and checked, everybody placed, cases, flags and anchors, the search brought up to it, a signed trail entry.

A second peer puts every row the import leaves, ready made, into the register's own tables and search: what
the engine alone needs for the same outcome.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app import desk as door
from app.domain.register import ForumDraft
from app.made_up import a_month_later, made_up_people, write_extract
from app.usecases import extract, register
from benchmarks._measure import finish, interleaved, report
from db import connect
from db.stretch import Stretch

ROWS = 5_000
AS_AT, MONTH_LATER = date(2026, 11, 16), date(2026, 12, 16)
PASSPHRASES = (("Administrator", "made for a benchmark alone"), ("Chair", "another one for the benchmark"))


class Unstretched:
    """Signing in is not what is measured here."""

    def calibrate(self) -> Stretch:
        return Stretch(memory_kib=65_536, passes=3, lanes=4, rounds=210_000)

    def derive(self, passphrase: str, salt: bytes, _stretch: Stretch) -> bytes:
        return (passphrase.encode() + salt)[:32].ljust(32)


def peer(folder: Path, data: bytes) -> Callable[[], None]:
    """`csv` and `executemany`, with the pragmas of a register."""
    names = count()

    def take_in() -> None:
        path = folder / f"bare-{next(names)}.db"
        key = os.urandom(32)
        connect.create_file(path, key)
        with closing(connect._connect(path, key)) as connection:
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
            headings = next(rows)
            columns = ", ".join(f'"{heading}"' for heading in headings)
            places = ", ".join("?" * len(headings))
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"CREATE TABLE extract ({columns})")
            connection.executemany(f"INSERT INTO extract VALUES ({places})", rows)
            connection.execute("COMMIT")

    return take_in


TABLES = (
    *("extracts", "persons", "ioms_records", "extract_people", "aliases", "cases", "flags", "left_out"),
    *("search_people", "linkage_keys"),
)
SEALS = "row_seals"
"""Beside them: the entries that made the register sealed theirs, and those stand there already."""


def whole_peer(folder: Path, empty: Path, filled: Path, key: bytes, data: bytes) -> Callable[[], None]:
    """`csv` and bare inserts of every row the import leaves, ready made, into the register's own tables."""
    names = count()
    rows: dict[str, list[tuple[object, ...]]] = {}
    with closing(connect._connect(filled / connect.FILE_NAME, key)) as connection:
        for table in TABLES:
            rows[table] = connection.execute(f"SELECT * FROM {table}").fetchall()
        last = f"SELECT * FROM {SEALS} WHERE seq = (SELECT max(seq) FROM {SEALS})"
        rows[SEALS] = connection.execute(last).fetchall()

    def take_in() -> None:
        copy = folder / f"whole-{next(names)}"
        shutil.copytree(empty, copy)
        with closing(connect._connect(copy / connect.FILE_NAME, key)) as connection:
            list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
            connection.execute("BEGIN IMMEDIATE")
            for table, told in rows.items():
                places = ", ".join("?" * len(told[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({places})", told)
            for index in ("search_words", "search_parts"):
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
            connection.execute("COMMIT")

    return take_in


def ours(folder: Path, template: Path, data: bytes, name: str) -> Callable[[], None]:
    """Through the door, into a fresh copy of a register each time."""
    names = count()

    def take_in() -> None:
        copy = folder / f"{name}-{next(names)}"
        shutil.copytree(template, copy)
        desk = door.sign_in(copy, *PASSPHRASES[0], now=_now, stretcher=Unstretched())
        result = extract.import_extract(desk, "made-up.csv", data)
        assert result.rows == len(data.splitlines()) - 1, result.rows

    return take_in


def _now() -> datetime:
    return datetime(2026, 11, 16, 21, tzinfo=UTC)


def main() -> None:
    """Print figure 18 and, beside it, the two imports that follow in a forum's life."""
    people = made_up_people(18, ROWS, "CHC", AS_AT)
    first = write_extract(people)
    later = write_extract(a_month_later(18, people, MONTH_LATER))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FORUMDESK_PROFILE"] = str(folder / "profile")
        empty, filled = folder / "empty", folder / "filled"
        desk = door.create(empty, *PASSPHRASES, now=_now, stretcher=Unstretched())
        register.add_forum(desk, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
        shutil.copytree(empty, filled)
        desk = door.sign_in(filled, *PASSPHRASES[0], now=_now, stretcher=Unstretched())
        extract.import_extract(desk, "made-up.csv", first)
        taken = interleaved(
            {
                "bare": peer(folder, first),
                "whole": whole_peer(folder, empty, filled, bytes(desk.opened.register_key), first),
                "first": ours(folder, empty, first, "first"),
                "again": ours(folder, filled, first, "again"),
                "later": ours(folder, filled, later, "later"),
            }
        )
    told = f"csv and bare inserts into SQLCipher {sqlcipher.sqlite_version}, {ROWS:,} rows"
    finish(
        report(
            "18 take in an extract", taken["first"] / taken["bare"], told, 4, ms=round(taken["first"] * 1000)
        ),
        report(
            "18 against bare inserts of every row it leaves",
            taken["first"] / taken["whole"],
            "those inserts",
            4,
        ),
        report("18 the same bytes again", taken["again"] / taken["bare"], told, 4),
        report("18 the next month's extract", taken["later"] / taken["bare"], told, 4),
    )


if __name__ == "__main__":
    main()

"""Search at 20,000 people, and figure 2: the same questions of the same engine without a key (design/speed.md).

Search: each of some two hundred texts (surnames, beginnings, reversed names, PRNs without zeros, dates of
birth, pieces of names, units) is asked through the whole search, reading, explaining and ordering included, and
beside it as one bare FTS5 statement that fetches the same columns of as many people from the same connection.
The figure is the ratio under which 95 of 100 texts stay; beside it stands the one against a statement that
fetches names alone. The door's own price (a signed entry, made safe on disk)
is the same for every look and is printed apart.

Figure 2: a look-up by PRN, a search and a list, warm, on the encrypted register and on a copy of it without a key.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool

from app import desk as door

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.desk import Desk
from app.domain.dates import show_date
from app.domain.register import ForumDraft
from app.domain.search import Query, Rung, day_token, read_query
from app.made_up import made_up_people, write_extract
from app.usecases import extract, register
from app.usecases import search as finding
from benchmarks._measure import finish, interleaved, report
from db import connect, search
from db.queries.cases import CaseFilter, case_list
from db.stretch import Stretch
from db.tables.register import IomsRecord, Person

PEOPLE = 20_000
TEXTS = 200
RUNS = 5
AS_AT = date(2026, 11, 16)
PASSPHRASES = (("Administrator", "made for a benchmark alone"), ("Chair", "another one for the benchmark"))
NAMES = """
    SELECT p.prn, p.surname, p.given_names FROM {index} s JOIN persons p ON p.id = s.rowid
    WHERE {index} MATCH ? ORDER BY s.rowid DESC LIMIT 51
"""
SAME_COLUMNS = (
    search._SELECT.format(source="{index} s") + " WHERE {index} MATCH ? ORDER BY s.rowid DESC LIMIT 51"
)


class Unstretched:
    """Signing in is not what is measured here."""

    def calibrate(self) -> Stretch:
        return Stretch(memory_kib=65_536, passes=3, lanes=4, rounds=210_000)

    def derive(self, passphrase: str, salt: bytes, _stretch: Stretch) -> bytes:
        return (passphrase.encode() + salt)[:32].ljust(32)


def filled(folder: Path) -> Desk:
    """A register of many people, taken in from one extract through the door."""
    desk = door.create(folder, *PASSPHRASES, stretcher=Unstretched())
    register.add_forum(desk, ForumDraft("CHC", "Christchurch Forum", "CAN"))
    data = write_extract(made_up_people(2, PEOPLE, "CHC", AS_AT), AS_AT)
    extract.import_extract(desk, "made-up.csv", data)
    return desk


def without_key(desk: Desk, file: Path) -> Engine:
    """The same register in a file that anybody can read, on the same engine with the same settings."""
    with closing(connect._connect(desk.path, desk.opened.register_key)) as connection:
        connection.execute("ATTACH DATABASE ? AS bare KEY ''", (str(file),))
        connection.execute("SELECT sqlcipher_export('bare')")

    def opened() -> Any:
        connection = sqlcipher.connect(str(file), isolation_level=None)
        for setting in connect._SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        return connection

    return create_engine("sqlite://", module=sqlcipher, creator=opened, poolclass=NullPool)


def texts(connection: Connection) -> list[str]:
    """What people type: every kind in turn, from people who are there."""
    chance = random.Random(10)
    people = connection.execute(
        select(Person.prn, Person.surname, Person.given_names, Person.date_of_birth, IomsRecord.unit)
        .join(IomsRecord, IomsRecord.person_id == Person.id)
        .order_by(Person.id)
    ).all()
    kinds: tuple[Callable[[Any], str], ...] = (
        lambda row: row.surname,
        lambda row: row.surname[:3],
        lambda row: row.surname[:1],
        lambda row: f"{row.given_names} {row.surname}",
        lambda row: f"{row.surname}, {row.given_names[:2]}",
        lambda row: row.prn,
        lambda row: row.prn.lstrip("0"),
        lambda row: show_date(row.date_of_birth),
        lambda row: row.surname[1:5],
        lambda row: row.unit or row.surname,
    )
    return [kinds[number % len(kinds)](chance.choice(people)) for number in range(TEXTS)]


def bare_match(query: Query, rung: Rung) -> tuple[str, str]:
    """The plainest statement for the same words: each begins some word, or is a piece of one."""
    if rung is Rung.PARTS:
        return "search_parts", " AND ".join(f'"{word}"' for word in query.words if len(word) >= 3)
    words = [f'"{word}" *' for word in query.words]
    words += [f'"{day_token(asked.day)}"' for asked in query.days if asked.day]
    return "search_words", " AND ".join(words)


def seconds(function: Callable[[], object]) -> float:
    start = time.process_time()
    function()
    return time.process_time() - start


def beside_bare(connection: Connection) -> dict[str, Any]:
    """Each text in turn, ours and bare, the middle of five runs of each."""
    cursor = connection.connection.cursor()
    ratios, to_names, ours_ms, bare_ms = [], [], [], []
    for text in texts(connection):
        query = read_query(text, AS_AT)
        index, match = bare_match(query, search.search(connection, query).rung)
        ask: tuple[Callable[[], object], ...] = (
            lambda query=query: search.search(connection, query),
            lambda index=index, match=match: cursor.execute(
                SAME_COLUMNS.format(index=index), (match,)
            ).fetchall(),
            lambda index=index, match=match: cursor.execute(NAMES.format(index=index), (match,)).fetchall(),
        )
        taken = zip(*[[seconds(one) for one in ask] for _ in range(RUNS + 1)][1:], strict=True)
        mine, same, names = map(median, taken)
        ratios.append(mine / same)
        to_names.append(mine / names)
        ours_ms.append(mine * 1000)
        bare_ms.append(same * 1000)
    return report(
        f"search at {PEOPLE:,} people, 95 % of {len(ratios)} texts",
        quantiles(ratios, n=20)[-1],
        "one bare FTS5 statement of the same columns",
        10,
        median_ratio=round(median(ratios), 2),
        worst_ratio=round(max(ratios), 1),
        to_names_alone=round(quantiles(to_names, n=20)[-1], 1),
        ours_ms=round(median(ours_ms), 2),
        bare_ms=round(median(bare_ms), 2),
    )


def beside_no_key(keyed: Connection, bare: Connection) -> list[dict[str, Any]]:
    """Figure 2, one row each for look-up, search and list; 200 look-ups and 20 searches a run."""
    prns = list(keyed.execute(select(Person.prn).order_by(Person.id).limit(200)).scalars())
    queries = [read_query(text, AS_AT) for text in texts(keyed)[:20]]
    kinds: dict[str, Callable[[Connection], object]] = {
        "look-up": lambda on: [on.execute(select(Person).where(Person.prn == prn)).all() for prn in prns],
        "search": lambda on: [search.search(on, query) for query in queries],
        "list": lambda on: case_list(on, CaseFilter(), search.EVERYBODY),
    }
    rows = []
    for name, ask in kinds.items():
        taken = interleaved({"keyed": lambda ask=ask: ask(keyed), "bare": lambda ask=ask: ask(bare)}, 9)
        rows.append(
            report(
                f"figure 2: warm {name}",
                taken["keyed"] / taken["bare"],
                "the same without a key",
                1.2,
                keyed_ms=round(taken["keyed"] * 1000, 1),
            )
        )
    return rows


def through_the_door(desk: Desk) -> None:
    """What one search costs with permission, connection, signature and a safe trail."""
    taken = interleaved({"door": lambda: finding.find_people(desk, "tut")}, clock=time.perf_counter)
    report("one search through the door, in seconds", taken["door"], "a second", 1)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMDESK_PROFILE"] = folder
        desk = filled(Path(folder) / "register")
        plain = without_key(desk, Path(folder) / "bare.db")
        with desk.engine(read_only=True).connect() as keyed, plain.connect() as bare:
            rows = [beside_bare(keyed), *beside_no_key(keyed, bare)]
        through_the_door(desk)
        desk.close()
    finish(*rows)


if __name__ == "__main__":
    main()

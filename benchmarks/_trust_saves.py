"""Real saves through the door, one after another, each told as saved on a page that is no part of the register.

Run as `python -m benchmarks._trust_saves FOLDER MARKS SAVES SEED [JOURNAL SYNC]`, under the shim or not. The last two
are for a run that must lose something: settings of the engine weaker than the product's.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app import desk as door
from app import made_up
from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.words import AliasKind, Role, Service
from app.usecases import cases, extract, people
from db import connect
from tests.fixtures import desks, months
from tests.fixtures.cheap import CheapStretcher

LEAVER = "Wiremu Goes {number}"
LEAVER_SAYS = "eight lanterns along the breakwater {number}"
SERVICES = tuple(Service)


@dataclass
class Office:
    """The people at work, and what the chair's passphrase is by now."""

    folder: Path
    chance: random.Random
    chair_says: str = desks.CHAIR[1]
    clock: desks.Clock = field(default_factory=desks.Clock)
    prns: tuple[str, ...] = ()
    seats: dict[Role, Desk] = field(default_factory=dict)

    def desk(self, role: Role = Role.ADMINISTRATOR) -> Desk:
        """Who of the two is asked for, signed in once."""
        if role not in self.seats:
            name, says = (
                desks.ADMINISTRATOR if role is Role.ADMINISTRATOR else (desks.CHAIR[0], self.chair_says)
            )
            self.seats[role] = door.sign_in(
                self.folder, name, says, now=self.clock, stretcher=CheapStretcher()
            )
        return self.seats[role]

    def prn(self) -> str:
        """Somebody with an open case."""
        if not self.prns:
            self.prns = tuple(row.prn for row in cases.list_cases(self.desk()))
        return self.chance.choice(self.prns)

    # What is saved.

    def information(self, number: int) -> None:
        length = self.chance.choice((40, 400, 4_000, 20_000))
        words = " ".join(f"statement {number} {self.chance.randrange(10**6)}" for _ in range(length // 20))
        draft = InformationDraft(self.chance.choice(SERVICES), words, "A made-up officer", date(2026, 11, 1))
        cases.add_information(self.desk(), self.prn(), draft)

    def alias(self, number: int) -> None:
        cases.add_alias(self.desk(), self.prn(), AliasKind.NICKNAME, f"Nickname {number}")

    def case(self, number: int) -> None:
        cases.set_case(self.desk(), self.prn(), self.chance.choice(SERVICES), f"Owner {number}")

    def whole_extract(self, number: int) -> None:
        found = made_up.made_up_people(7 + number, 14, "CHC", months.AS_AT)
        data = made_up.write_extract(found, months.AS_AT)
        extract.import_extract(self.desk(), f"ioms-{number}.csv", data)

    def passphrase(self, number: int) -> None:
        new = f"seven quiet ferns at dusk {number}"
        people.change_passphrase(self.desk(Role.CHAIR), self.chair_says, new, CheapStretcher())
        self.chair_says = new

    def asks(self, number: int) -> None:
        name, says = LEAVER.format(number=number), LEAVER_SAYS.format(number=number)
        door.request_access(self.folder, name, says, Role.MEMBER, "CHC", stretcher=CheapStretcher())

    def comes(self, number: int) -> None:
        people.approve_person(self.desk(Role.CHAIR), LEAVER.format(number=number - 1))

    def goes(self, number: int) -> None:
        people.revoke_person(self.desk(), LEAVER.format(number=number - 2), "they left")

    def save(self, number: int) -> None:
        """The save of a number: mostly a case, now and then an extract, a passphrase, somebody who comes and goes."""
        round_of: tuple[Callable[[int], None], ...] = (
            self.information, self.alias, self.case, self.information, self.passphrase, self.information, self.case,
            self.whole_extract, self.information, self.asks, self.comes, self.goes,
        )  # fmt: skip
        round_of[(number - 1) % len(round_of)](number)


def digest(connection: Connection) -> str:
    """Every row of every table, as one number: what must be the same where nothing was lost."""
    from hashlib import blake2b

    made = blake2b(digest_size=16)
    tables = connection.execute(
        text(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        )
    ).scalars()
    for table in tables.all():
        made.update(table.encode())
        for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').cursor.fetchall():
            made.update(repr(row).encode())
    return made.hexdigest()


def main(argv: list[str]) -> None:
    """Save, tell, save again."""
    folder, marks, saves, seed, *weak = argv
    if weak:
        kept = tuple(
            each for each in connect._SETTINGS if not each.startswith(("journal_mode", "synchronous"))
        )
        connect._SETTINGS = (f"journal_mode = {weak[0]}", f"synchronous = {weak[1]}", *kept)
    office = Office(Path(folder), random.Random(seed))
    told = os.open(marks, os.O_WRONLY | os.O_APPEND)
    for number in range(int(saves) + 1):
        if number:
            office.save(number)
        else:
            office.prn()  # a look has an entry of its own in the trail, so it is taken before the first save
        os.write(told, json.dumps({"save": number, "chair": office.chair_says}).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Ending somebody's access at 200 MB beside a plain rekey of the same file (design/trust.md: at most 5 s).

Both write every page of a register anew under another key. Ours is through the door: the person's access ended, the
coming key sealed to everybody who stays, the sources settled, the entry of the trail, the key file written before and
after. The peer is the engine's `rekey` alone, with a register's settings, of a file that is as large; each is told
in seconds of the wall too, since the goal is a person's waiting. `--people N` and `--megabytes M` set the size.
"""

from __future__ import annotations

import argparse
import gc
import os
import secrets
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from shutil import copyfile
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app import desk as door
from app import made_up
from app.domain.register import ForumDraft
from app.domain.words import Role
from app.usecases import extract, people, register
from benchmarks._measure import finish, interleaved, report
from benchmarks.backup import grow
from db import connect
from db.keys import PictureStretcher

ADMINISTRATOR = ("Mere Ashcombe", "kererū over the long harbour")
CHAIR = ("Tāmati Chairman", "seven quiet ferns at dusk")
SECRET = "a kettle sings on the stove"
AS_AT = date(2026, 11, 16)
MOST_SECONDS = 5


def _now() -> datetime:
    return datetime(2026, 11, 16, 21, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=2000)
    words.add_argument("--megabytes", type=int, default=200, help="history is added until it is so large")
    words.add_argument("--json", action="store_true")
    told = words.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["FORUMDESK_PROFILE"] = str(folder / "profile")
        home, copy = folder / "register", folder / "peer.fdb"
        desk = door.create(home, ADMINISTRATOR, CHAIR, now=_now, stretcher=PictureStretcher())
        register.add_forum(desk, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
        made = made_up.made_up_people(7, told.people, "CHC", AS_AT)
        extract.import_extract(desk, "made-up.csv", made_up.write_extract(made, AS_AT))
        grow(desk, told.megabytes)
        chair = door.sign_in(home, *CHAIR, now=_now, stretcher=PictureStretcher())
        names, here = count(), list[str]()

        def somebody() -> None:
            """Somebody whose access can be ended, and a file for the peer; neither is timed."""
            if not here:
                here.append(f"Leaver {next(names)}")
                door.request_access(home, here[0], SECRET, Role.MEMBER, "CHC", stretcher=PictureStretcher())
                people.approve_person(chair, here[0])
            copyfile(chair.path, copy)
            gc.collect()

        taken: dict[str, list[float]] = {"ours": [], "theirs": []}

        def ours() -> None:
            began = time.perf_counter()
            people.revoke_person(chair, here.pop(), "left the service")
            taken["ours"].append(time.perf_counter() - began)

        def theirs() -> None:
            began = time.perf_counter()
            with closing(connect.bare(copy, chair.opened.register_key)) as connection:
                connection.reset_key(bytearray(f"x'{secrets.token_hex(32)}'".encode()))
            taken["theirs"].append(time.perf_counter() - began)

        cpu = interleaved({"ours": ours, "theirs": theirs}, before=somebody)
        wall = {name: median(times[1:]) for name, times in taken.items()}
        megabytes = round(chair.path.stat().st_size / 1e6, 1)
    finish(
        report(
            "revoke, with the register's new key",
            cpu["ours"] / cpu["theirs"],
            "rekey of the same file, alone",
            1.5,
            wall_ratio=round(wall["ours"] / wall["theirs"], 2),
            megabytes=megabytes,
            seconds=round(wall["ours"], 2),
            seconds_of_the_peer=round(wall["theirs"], 2),
            at_most_seconds=MOST_SECONDS,
        )
    )


if __name__ == "__main__":
    main()

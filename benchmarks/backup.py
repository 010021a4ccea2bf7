"""Figure 16: a verified backup beside `VACUUM INTO`, which verifies nothing (design/speed.md).

The peer flushes as ours does and gets as little memory for pages, which makes it a sixth quicker than the settings a
register is opened with; beside it stands what it takes with those.
`--people N` and `--megabytes M` set the size of the made-up register. Ours is through the door:
copied, verified as a copy, synced, with its entry in the trail.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app import desk as door
from app import made_up
from app.domain.register import ForumDraft
from app.usecases import backup, extract, register
from benchmarks._measure import finish, interleaved, report
from db import connect
from db.keys import PictureStretcher

PEOPLE = (
    ("Mere Ashcombe", "kererū over the long harbour"),
    ("Tāmati Chairman", "seven quiet ferns at dusk"),
)
AS_AT = date(2026, 11, 16)


def _now() -> datetime:
    return datetime(2026, 11, 16, 21, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=2000)
    words.add_argument("--megabytes", type=int, default=60, help="history is added until it is so large")
    words.add_argument("--json", action="store_true")
    told = words.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["FORUMDESK_PROFILE"] = str(folder / "profile")
        desk = door.create(folder / "register", *PEOPLE, now=_now, stretcher=PictureStretcher())
        register.add_forum(desk, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
        people = made_up.made_up_people(7, told.people, "CHC", AS_AT)
        extract.import_extract(desk, "made-up.csv", made_up.write_extract(people, AS_AT))
        grow(desk, told.megabytes)
        names = count()

        def ours() -> None:
            made = backup.back_up(desk, folder / f"{next(names)}.fdbackup")
            Path(made.file).unlink()

        def theirs() -> None:
            file = folder / f"{next(names)}.fdb"
            with closing(connect.bare(desk.path, desk.opened.register_key)) as connection:
                connection.execute("VACUUM INTO ?", (str(file),))
            file.unlink()

        def theirs_in_little() -> None:
            file = folder / f"{next(names)}.fdb"
            with (
                closing(connect.bare(desk.path, desk.opened.register_key)) as connection,
                connect.little_memory(connection),
            ):
                connection.execute("VACUUM INTO ?", (str(file),))
            file.unlink()

        each = {"ours": ours, "theirs": theirs, "in little": theirs_in_little}
        cpu = interleaved(each)
        wall = interleaved(each, clock=time.perf_counter)
        megabytes = round(desk.path.stat().st_size / 1e6, 1)
    finish(
        *(
            report(
                f"16 verified backup{told}",
                cpu["ours"] / cpu[peer],
                "VACUUM INTO, unverified",
                1.1,
                wall_ratio=round(wall["ours"] / wall[peer], 2),
                megabytes=megabytes,
                ms=round(cpu["ours"] * 1000),
            )
            for peer, told in (("in little", ""), ("theirs", ", the peer with a register's memory"))
        )
    )


def grow(desk: door.Desk, megabytes: int) -> None:
    """Years of changed values, put in directly: what makes a register large."""
    with closing(connect.bare(desk.path, desk.opened.register_key)) as connection:
        while desk.path.stat().st_size < megabytes * 1_000_000:
            connection.execute("BEGIN")
            connection.executemany(
                "INSERT INTO history (seq, subject, subject_id, field, old, new) VALUES (1, 'case', ?, 'notes', ?, ?)",
                ((str(number), secrets.token_hex(60), secrets.token_hex(60)) for number in range(20_000)),
            )
            connection.execute("COMMIT")


if __name__ == "__main__":
    main()

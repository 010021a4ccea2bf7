"""Figures 1 and 15: what opening costs, and what signing in adds to stretching the passphrase (design/speed.md)."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app import desk as door
from benchmarks._measure import finish, interleaved, report
from db import connect, keyfile
from db.keys import RealStretcher

NAME, PASSPHRASE = "Mere Ashcombe", "kererū over the long harbour"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "register"
        stretcher = RealStretcher()
        desk = door.create(folder, (NAME, PASSPHRASE), ("Tāmati Chairman", "seven quiet ferns at dusk"))
        slot = keyfile.read_key_file(folder).slots[0]
        theirs = Path(place) / "passphrase.db"
        _make_theirs(theirs)

        def raw_key() -> None:
            with connect.engine_for(
                desk.path, desk.opened.register_key, read_only=True
            ).connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM meta").scalar_one()

        def own_passphrase() -> None:
            connection = sqlcipher.connect(str(theirs))
            connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
            connection.execute("SELECT count(*) FROM meta").fetchone()
            connection.close()

        def stretching() -> None:
            stretcher.derive(PASSPHRASE, slot.salt, slot.stretch)

        def signing_in() -> None:
            door.sign_in(folder, NAME, PASSPHRASE, now=lambda: datetime(2026, 11, 16, tzinfo=UTC)).close()

        opening = interleaved({"raw": raw_key, "passphrase": own_passphrase}, runs=15)
        signing = interleaved({"sign in": signing_in, "stretching": stretching}, runs=7)
    finish(
        report(
            "1 open with the raw key",
            opening["raw"] / opening["passphrase"],
            "SQLCipher's own opening by passphrase",
            1 / 40,
            ms=round(opening["raw"] * 1000, 2),
        ),
        report(
            "15 sign in",
            signing["sign in"] / signing["stretching"],
            "stretching the passphrase alone",
            1.1,
            ms=round(signing["sign in"] * 1000),
        ),
    )


def _make_theirs(file: Path) -> None:
    connection = sqlcipher.connect(str(file))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    connection.execute("CREATE TABLE meta (id INTEGER)")
    connection.commit()
    connection.close()


if __name__ == "__main__":
    main()

"""Somebody rewrites an old entry of their own, and signs it again: what others signed after it tells (needs A1, A4)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.desk import Desk
from app.domain.errors import Damaged
from app.domain.register import DamagedRegister
from app.domain.trail import Entry, canonical, entry_hash
from app.domain.words import Role
from app.usecases import people, restricted
from app.usecases import register as forums
from db import connect, row_seals, sealed_rows
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN
from tests.fixtures.sealed_case import halves, made_up, own_tools
from tests.usecases.test_case_seals import say


@contextmanager
def trail_to_write(raw: Any) -> Iterator[None]:
    """The triggers that keep the trail as it is are taken away and put back."""
    told = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'trail'")
    kept_as = told.fetchall()
    for name, _sql in kept_as:
        raw.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in kept_as:
        raw.execute(sql)


def rewrite(by: Desk, seq: int, rows: list[str], added: dict[str, list[object]]) -> None:
    """Have an entry of one's own say that it wrote these rows too; `added` are their keys by table."""
    raw = own_tools(by)
    for sql in rows:
        raw.execute(sql)
    engine = connect.engine_for(by.path, by.opened.register_key)
    with engine.connect() as connection:
        for table, keys in added.items():
            for key, _person, *values in sealed_rows.sealed_tables()[table].rows(connection):
                if key in keys:
                    digest = sealed_rows.sealed_tables()[table].digest(b"salt", key, values)
                    line = (table, key, seq, None, b"salt", digest)
                    raw.execute("INSERT INTO row_seals VALUES (?, ?, ?, ?, ?, ?)", line)
    over = hashlib.sha384(sealed_rows.DOMAIN)
    lines = "SELECT table_name, row, person, digest FROM row_seals WHERE seq = ? ORDER BY table_name, row"
    sealed = raw.execute(lines, (seq,)).fetchall()
    for table, row, person, digest in sealed:
        over.update(json.dumps([table, row, person, digest.hex()], separators=(",", ":")).encode())
    names = ", ".join(Entry._fields)
    [found] = raw.execute(f"SELECT {names} FROM trail WHERE seq = ?", (seq,)).fetchall()
    entry = Entry._make(found)
    said = json.loads(entry.body) | {row_seals.BODY: {"rows": len(sealed), "sha384": over.hexdigest()}}
    entry = entry._replace(body=canonical(said))
    entry = entry._replace(hash=entry_hash(entry))
    signature = by.opened.keys.sign_message(bytes.fromhex(entry.hash))
    with trail_to_write(raw):
        written = (entry.body, entry.hash, signature, seq)
        raw.execute("UPDATE trail SET body = ?, hash = ?, signature = ? WHERE seq = ?", written)
    raw.close()


def last_of(desk: Desk) -> int:
    """The last entry that somebody signed."""
    raw = own_tools(desk)
    mine = raw.execute("SELECT max(seq) FROM trail WHERE who = ?", (desk.opened.keys.user_id,))
    [(seq,)] = mine.fetchall()
    raw.close()
    return int(seq)


def a_chair_who_was(folder: Path) -> tuple[Desk, Desk, Desk, int]:
    """The administrator, the reader, and somebody who was chair; with an entry that they signed in office."""
    admin, reader = kept.restricted_register(folder)
    once = kept.come_in(admin, Role.CHAIR)
    restricted.break_glass(once, "RESTRICTED-CHC-1", "The duty chair is ill and the release is tomorrow.")
    restricted.exclude_person(once, KEPT, "Nobody Here", "an aunt of theirs")
    signed = last_of(once)
    people.approve_proposal(reader, people.propose_role(admin, once.name, Role.MEMBER, "CHC"))
    return admin, reader, once, signed


def test_whom_somebody_lets_in_by_an_old_entry_of_theirs_gets_no_key(tmp_path: Path) -> None:
    """They were chair when they signed it, so that what it says now would count."""
    admin, reader, once, signed = a_chair_who_was(tmp_path / "register")
    keys, rows = made_up(once)
    rewrite(once, signed, rows, {"users": [keys.user_id], "roles": [77]})
    say(admin, PLAIN, "nothing to do with it")
    assert keys.public_unwrap not in halves(admin)
    with pytest.raises(Damaged, match="outside"):
        restricted.exclude_person(reader, KEPT, "Stranger Administrator", "an uncle of theirs")
    assert keys.public_unwrap not in halves(admin)


def test_an_entry_that_was_walked_before_and_rewritten_since_is_found_by_the_next_standing_check(
    tmp_path: Path,
) -> None:
    admin, _reader, once, signed = a_chair_who_was(tmp_path / "register")
    assert all(check.ok for check in forums.check_register(admin))
    walked = admin.seen
    assert walked is not None
    assert walked.seq > signed
    keys, rows = made_up(once)
    rewrite(once, signed, rows, {"users": [keys.user_id], "roles": [77]})
    with pytest.raises(DamagedRegister, match=f"Entry {signed + 1} does not hold"):
        forums.check_register(admin, checked=walked)

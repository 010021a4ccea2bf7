"""The seals of a copy's pages are computed beside the engine, and say what the engine says."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from db import connect, page_seals

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Some thirty pages."""
    made = tmp_path / connect.FILE_NAME
    connect.create_file(made, KEY)
    with closing(connect.bare(made, KEY)) as connection:
        connection.execute("CREATE TABLE notes (body BLOB)")
        connection.executemany("INSERT INTO notes VALUES (randomblob(900))", [()] * 100)
    return made


def _engine_says(path: Path) -> bool:
    try:
        with closing(connect.bare(path, KEY)) as connection:
            return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except sqlcipher.DatabaseError:  # its first page does not open
        return False


def test_the_seals_of_a_whole_file_hold_under_its_own_key_alone(path: Path) -> None:
    assert page_seals.hold(path, KEY)
    assert page_seals.hold(path, bytearray(KEY))
    assert not page_seals.hold(path, KEY[::-1])


def test_a_bit_flipped_on_any_page_breaks_its_seal_as_the_engine_says_too(path: Path) -> None:
    whole = path.read_bytes()
    dice = random.Random(16)
    told = set()
    for page in range(len(whole) // connect.PAGE_SIZE):
        flipped = bytearray(whole)
        flipped[page * connect.PAGE_SIZE + dice.randrange(16, connect.PAGE_SIZE)] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        told.add((page_seals.hold(path, KEY), _engine_says(path)))
    assert told == {(False, False)}


def test_a_flipped_byte_of_the_salt_the_page_and_the_seal_are_each_seen(path: Path) -> None:
    whole = path.read_bytes()
    for place in (0, 15, 16, 4015, 4016, 4031, 4032, 4095, 4096, len(whole) - 1):
        flipped = bytearray(whole)
        flipped[place] ^= 1
        path.write_bytes(flipped)
        assert not page_seals.hold(path, KEY), place


def test_a_page_in_anothers_place_and_a_page_of_nothing_are_seen(path: Path) -> None:
    whole = path.read_bytes()
    one, other = whole[8192:12288], whole[12288:16384]
    path.write_bytes(whole[:8192] + other + one + whole[16384:])
    assert not page_seals.hold(path, KEY)
    path.write_bytes(whole + bytes(connect.PAGE_SIZE))
    assert not page_seals.hold(path, KEY)
    path.write_bytes(whole[:-1])
    assert not page_seals.hold(path, KEY)
    path.write_bytes(b"")
    assert not page_seals.hold(path, KEY)

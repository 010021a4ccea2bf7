"""The encrypted file: made once, opened in order, and every fault named."""

from __future__ import annotations

import logging
import os
import random
import secrets
import shutil
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, column, insert, select, table, text
from sqlalchemy.engine.interfaces import CacheStats
from sqlalchemy.exc import IntegrityError, SAWarning

from app.domain.errors import Busy, Damaged, NotFound, NotPermitted, Refused
from db.connect import (
    APPLICATION_ID,
    FILE_NAME,
    bare,
    change_key,
    check_file,
    check_open,
    create_file,
    engine_errors,
    engine_for,
    integrity,
    settle_a_stop,
)
from db.guard import reader_guard, writer_guard

KEY = bytes(range(32))
SECRET = "Ngaire Canary-Wharenui"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with a few tables and enough rows to fill some pages."""
    folder = tmp_path / "Forum Mā, 100% #1?"
    folder.mkdir()
    made = folder / FILE_NAME
    create_file(made, KEY)
    with engine_for(made, KEY).begin() as connection:
        for statement in (
            "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
            "CREATE TABLE notes (person INTEGER NOT NULL REFERENCES people(id), body TEXT)",
            "CREATE TABLE trail (seq INTEGER PRIMARY KEY, body TEXT)",
            "CREATE VIRTUAL TABLE words USING fts5(body)",
        ):
            connection.exec_driver_sql(statement)
        connection.execute(text("INSERT INTO people VALUES (1, :name)"), {"name": SECRET})
        connection.execute(text("INSERT INTO trail VALUES (1, 'made')"))
        for _ in range(60):
            connection.execute(text("INSERT INTO notes VALUES (1, :body)"), {"body": SECRET * 20})
    return made


@pytest.fixture
def writer(path: Path) -> Iterator[Connection]:
    with engine_for(path, KEY, authorizer=writer_guard).connect() as connection:
        yield connection


@pytest.fixture
def reader(path: Path) -> Iterator[Connection]:
    with engine_for(path, KEY, read_only=True, authorizer=reader_guard).connect() as connection:
        yield connection


def look(engine: Engine, path: Path) -> list[str]:
    """Open, look quickly, look deeply: what the program does at sign-in and in the background."""
    with engine_errors(path), engine.connect() as connection:
        check_open(connection)
        return integrity(connection)


def test_a_new_register_is_sound_encrypted_and_nobody_elses(path: Path) -> None:
    check_file(path)
    assert look(engine_for(path, KEY), path) == []
    data = path.read_bytes()
    assert SECRET.encode() not in data
    assert not data.startswith(b"SQLite format")


def test_a_register_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(Refused, match="already"):
        create_file(path, bytes(32))
    assert path.read_bytes() == before


def test_a_register_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        create_file(tmp_path / "no such folder" / FILE_NAME, KEY)
    with pytest.raises(Refused), engine_errors(tmp_path):
        engine_for(tmp_path / FILE_NAME, KEY).connect()
    assert list(tmp_path.iterdir()) == []


def test_the_raw_key_is_taken_as_it_is_and_not_stretched_again(path: Path) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    assert connection.execute("SELECT name FROM people").fetchall() == [(SECRET,)]
    connection.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(tmp_path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        create_file(tmp_path / FILE_NAME, bytes(length))
    assert list(tmp_path.iterdir()) == []


def test_every_setting_of_the_opening_holds(path: Path) -> None:
    asked = {
        "page_size": "4096",
        "application_id": APPLICATION_ID,
        "cache_size": -64000,
        "journal_mode": "truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "temp_store": 2,
        "busy_timeout": 5000,
        "cipher_memory_security": "0",
    }
    with engine_for(path, KEY).connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked}
    assert {name: value for name, value in found.items() if name != "mmap_size"} == {
        name: value for name, value in asked.items() if name != "mmap_size"
    }
    assert not found["mmap_size"]


def test_a_wrong_key_is_said_in_one_sentence_and_nothing_on_standard_error(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Damaged, match="an older one or another register"):
        look(engine_for(path, secrets.token_bytes(32)), path)
    assert capfd.readouterr() == ("", "")


def test_wiping_the_key_ends_new_connections(path: Path) -> None:
    key = bytearray(KEY)
    engine = engine_for(path, key)
    assert look(engine, path) == []
    key[:] = bytes(32)
    with pytest.raises(Damaged):
        look(engine, path)


def test_missing_empty_and_cut_registers_are_named_before_the_engine_sees_them(path: Path) -> None:
    whole = path.read_bytes()
    for data, says in (
        (b"", "empty"),
        (whole[:-1], "cut off"),
        (whole[:100], "cut off"),
        (whole + b"x", "added to"),
    ):
        path.write_bytes(data)
        with pytest.raises(Damaged, match=says):
            check_file(path)
    path.unlink()
    with pytest.raises(NotFound):
        check_file(path)


def test_a_cut_or_an_addition_on_the_edge_of_a_page_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    for data in [*(whole[: 4096 * count] for count in range(1, len(whole) // 4096)), whole + bytes(4096)]:
        path.write_bytes(data)
        check_file(path)
        with pytest.raises(Damaged):
            look(engine_for(path, KEY), path)


def test_a_bit_flipped_anywhere_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    dice = random.Random(23)
    for page in range(len(whole) // 4096):
        flipped = bytearray(whole)
        flipped[page * 4096 + dice.randrange(4096)] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        try:
            problems = look(engine_for(path, KEY), path)
        except Damaged:
            continue
        assert problems, page
        assert all(problem.endswith(".") for problem in problems)


def test_pages_put_in_each_others_place_are_noticed(path: Path) -> None:
    whole = path.read_bytes()
    last = len(whole) // 4096 - 1
    pages = [whole[start : start + 4096] for start in range(0, len(whole), 4096)]
    pages[last], pages[last - 1] = pages[last - 1], pages[last]
    path.write_bytes(b"".join(pages))
    assert look(engine_for(path, KEY, read_only=True), path)


def test_an_encrypted_file_of_another_program_is_no_register(path: Path) -> None:
    with engine_for(path, KEY).begin() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 7")
    with pytest.raises(Damaged, match="no register"):
        look(engine_for(path, KEY), path)


def test_rows_that_point_nowhere_are_found(path: Path) -> None:
    with engine_for(path, KEY).connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.cursor().execute("PRAGMA foreign_keys = OFF")
        connection.execute(text("INSERT INTO notes VALUES (99, 'whose?')"))
        connection.commit()
    assert look(engine_for(path, KEY), path) == ["Rows of the table notes point to rows that are gone."]


def test_what_is_rolled_back_leaves_nothing_and_tables_are_part_of_it(path: Path) -> None:
    with engine_for(path, KEY).connect() as connection:
        connection.exec_driver_sql("CREATE TABLE half (a)")
        connection.execute(text("INSERT INTO people VALUES (2, 'Half')"))
        connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM people")).scalar() == 1
        assert connection.execute(text("SELECT 1 FROM sqlite_schema WHERE name = 'half'")).all() == []


def test_two_writers_meet_at_the_start_and_the_second_is_told(path: Path) -> None:
    second = engine_for(path, KEY)
    with engine_for(path, KEY).connect() as first, second.connect() as other:
        raw = other.connection.dbapi_connection
        assert raw is not None
        raw.cursor().execute("PRAGMA busy_timeout = 0")
        other.rollback()
        first.execute(text("SELECT 1"))
        with pytest.raises(Busy), engine_errors(path):
            other.execute(text("SELECT 1"))


def test_somebody_can_look_while_another_saves(path: Path, reader: Connection) -> None:
    with engine_for(path, KEY).begin() as first:
        first.execute(text("INSERT INTO people VALUES (2, 'New')"))
        assert reader.execute(text("SELECT count(*) FROM people")).scalar() == 1
        reader.rollback()
    assert reader.execute(text("SELECT count(*) FROM people")).scalar() == 2


def test_a_full_disk_is_said_as_not_saved(path: Path) -> None:
    with engine_for(path, KEY).connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(Refused, match=r"^Not saved\. .* full"), engine_errors(path):
            connection.execute(text("INSERT INTO people VALUES (3, :name)"), {"name": "x" * 100_000})


def test_an_error_of_the_program_itself_is_not_dressed_up(path: Path) -> None:
    with (
        engine_for(path, KEY).begin() as connection,
        pytest.raises(IntegrityError) as raised,
        engine_errors(path),
    ):
        connection.execute(text("INSERT INTO people VALUES (1, :name)"), {"name": SECRET})
    assert SECRET not in str(raised.value)


def test_the_key_stands_in_no_log_and_no_url(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    engine = engine_for(path, KEY)
    look(engine, path)
    assert KEY.hex() not in caplog.text + repr(engine) + str(engine.url)


def test_what_saves_is_put_together_once_for_all_registers(path: Path, tmp_path: Path) -> None:
    """A mapper remembers it by its dialect and for good: one for each engine would stay after the engine."""
    another = tmp_path / FILE_NAME
    create_file(another, KEY)
    with engine_for(another, KEY).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    people = table("people", column("id"), column("name"))
    remembered: dict[object, object] = {}
    for number, register in enumerate((path, another, path), 10):
        with engine_for(register, KEY).begin() as connection:
            saves = connection.execution_options(compiled_cache=remembered)
            saves.execute(insert(people), [{"id": number, "name": f"of {number}"}])
    assert len(remembered) == 1
    with engine_for(another, KEY, read_only=True).connect() as connection:
        assert connection.execute(select(people)).all() == [(11, "of 11")]


def test_what_looks_is_remembered_by_its_own_engine_alone(path: Path) -> None:
    """It keeps the words that were asked, and they go when the desk is closed."""
    people = table("people", column("id"), column("name"))
    asked = select(people.c.id).where(people.c.name == SECRET)
    first, second = engine_for(path, KEY), engine_for(path, KEY)
    with first.connect() as connection:
        assert connection.execute(asked).all() == [(1,)]
        assert connection.execute(asked).context.cache_hit is CacheStats.CACHE_HIT
    with second.connect() as connection:
        assert connection.execute(asked).context.cache_hit is CacheStats.CACHE_MISS


def test_two_tables_multiplied_by_mistake_are_still_told(path: Path) -> None:
    with (
        engine_for(path, KEY).connect() as connection,
        pytest.raises(SAWarning, match="cartesian product"),
    ):
        connection.execute(
            select(column("name"), column("body")).select_from(table("people"), table("notes"))
        )


WRITES = [
    "INSERT INTO people VALUES (9, 'x')",
    "UPDATE people SET name = 'x'",
    "DELETE FROM people",
    "INSERT INTO words VALUES ('x')",
    "CREATE TEMP TABLE aside (a)",
]
NEVER = [
    "UPDATE trail SET body = 'nothing happened'",
    "UPDATE TRAIL SET seq = 7",
    "DELETE FROM trail",
    "DROP TABLE trail",
    "ALTER TABLE trail RENAME TO old",
    "ALTER TABLE trail ADD COLUMN more",
    "CREATE TABLE other (a)",
    "CREATE INDEX later ON people (name)",
    "CREATE VIEW seen AS SELECT * FROM people",
    "CREATE TRIGGER sly AFTER INSERT ON people BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER sly AFTER INSERT ON main.people BEGIN SELECT 1; END",
    "DROP TABLE notes",
    "CREATE VIRTUAL TABLE more USING fts5(a)",
    "INSERT INTO sqlite_master VALUES ('table', 'x', 'x', 0, '')",
    "ATTACH DATABASE ':memory:' AS aside",
    "DETACH DATABASE main",
    "VACUUM INTO 'copy.db'",
    "REINDEX",
    "ANALYZE",
    "PRAGMA writable_schema = ON",
    "PRAGMA query_only = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA user_version = 7",
    "PRAGMA application_id = 7",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = OFF",
    "PRAGMA secure_delete = OFF",
    "PRAGMA rekey = 'nothing'",
    "PRAGMA key = 'nothing'",
    "PRAGMA cipher_log = 'log.txt'",
    "PRAGMA temp_store_directory = '.'",
    "SELECT load_extension('x')",
    "SELECT sqlcipher_export('main')",
    "SELECT fts3_tokenizer('simple')",
]


def _refuses(connection: Connection, statement: str) -> bool:
    """Asked outside a transaction, where the engine permits most."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    try:
        with engine_errors(Path(FILE_NAME)):
            raw.cursor().execute(statement)
    except NotPermitted:
        return True
    except sqlcipher.OperationalError as error:
        return str(error).startswith("not authorized")
    return False


@pytest.mark.parametrize("statement", [*WRITES, *NEVER])
def test_who_only_looks_changes_nothing(path: Path, reader: Connection, statement: str) -> None:
    before = path.read_bytes()
    assert _refuses(reader, statement)
    reader.commit()
    assert path.read_bytes() == before


@pytest.mark.parametrize("statement", NEVER)
def test_who_saves_changes_no_entry_of_the_trail_no_table_and_no_setting(
    writer: Connection, statement: str
) -> None:
    assert _refuses(writer, statement)


def test_who_saves_may_change_rows_and_add_to_the_trail(writer: Connection) -> None:
    for statement in (
        "INSERT INTO trail VALUES (2, 'next')",
        "UPDATE people SET name = 'x'",
        "DELETE FROM notes",
        "DELETE FROM people",
        "INSERT INTO words VALUES ('kereru')",
        "INSERT INTO words (words) VALUES ('optimize')",
    ):
        writer.exec_driver_sql(statement)
    writer.commit()
    assert writer.exec_driver_sql("SELECT count(*) FROM words WHERE words MATCH 'kereru'").scalar() == 1


def test_who_looks_can_search_and_ask_what_the_checks_need(path: Path, reader: Connection) -> None:
    assert reader.exec_driver_sql("SELECT count(*) FROM words WHERE words MATCH 'x'").scalar() == 0
    check_open(reader)
    assert integrity(reader) == []


def _stopped_while_taking_free_pages(path: Path) -> None:
    """A process dies in the middle of a save that writes on pages that held nothing, and one of them tears."""
    with closing(bare(path, KEY)) as connection:
        connection.execute("INSERT INTO notes VALUES (1, zeroblob(800000))")
        connection.execute("DELETE FROM notes WHERE length(body) = 800000")
    before = path.read_bytes()
    child = os.fork()
    if child == 0:
        dying = bare(path, KEY)
        dying.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the save is confirmed
        dying.execute("BEGIN IMMEDIATE")
        dying.execute("INSERT INTO notes VALUES (1, randomblob(600000))")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    now = bytearray(path.read_bytes())
    torn = [at for at in range(0, len(before), 4096) if now[at : at + 4096] != before[at : at + 4096]]
    for at in torn:
        now[at + 512 : at + 4096] = before[at + 512 : at + 4096]
    path.write_bytes(now)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")
def test_a_stop_that_tears_pages_that_hold_nothing_leaves_a_register_that_is_sound(path: Path) -> None:
    _stopped_while_taking_free_pages(path)
    left = path.parent.with_name("left")
    shutil.copytree(path.parent, left)
    assert look(engine_for(left / FILE_NAME, KEY), left / FILE_NAME), "no page tore: the test shows nothing"
    settle_a_stop(path, KEY)
    assert look(engine_for(path, KEY), path) == []
    change_key(path, KEY, bytes(32))
    assert look(engine_for(path, bytes(32)), path) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")
def test_a_stop_between_two_keys_is_settled_under_the_one_that_is_the_registers(path: Path) -> None:
    _stopped_while_taking_free_pages(path)
    settle_a_stop(path, bytes(32), KEY)  # the first takes the save back, and cannot read a page
    assert look(engine_for(path, KEY), path) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")
def test_the_key_of_a_register_with_torn_pages_that_hold_nothing_can_be_changed(path: Path) -> None:
    _stopped_while_taking_free_pages(path)
    with closing(bare(path, KEY)) as connection:  # another program takes the save back, and writes nothing
        connection.execute("SELECT count(*) FROM notes").fetchall()
    change_key(path, KEY, bytes(32))
    assert look(engine_for(path, bytes(32)), path) == []

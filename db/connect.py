"""The encrypted file itself: making it, opening it in the one right order, and whether it is whole.

The order and every setting stand in design/trust.md, "Opening, in this order". The register file is
never opened by anything but the engine in our own process: on POSIX that would drop its locks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, Pool

from app.domain.errors import (
    Damaged,
    DamagedFile,
    ForumDeskError,
    NotFound,
    Refused,
    Unreachable,
)
from db.faults import engine_errors
from db.keyfile import KEYS_NAME, sync_folder
from db.lease import WRITER_NAME, is_held, writer_lease

__all__ = [
    "APPLICATION_ID",
    "FILE_NAME",
    "KEYS_NAME",
    "PAGE_SIZE",
    "WRITER_NAME",
    "check_file",
    "check_open",
    "create_file",
    "engine_errors",
    "engine_for",
    "integrity",
    "writer_lease",
]

FILE_NAME = "register.fdb"
APPLICATION_ID = 0x46644B31
"""`FdK1`: tells a register from any other encrypted file that the same key would open."""
PAGE_SIZE = 4096

_BUSY_SECONDS = 5.0
_SETTINGS: tuple[str, ...] = (
    "cache_size = -64000",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "busy_timeout = 5000",
)
_LITTLE_CACHE = -400
"""KiB. A hundred pages."""
_KEY_BYTES = 32
_HEX = b"0123456789abcdef"

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]
Prepare = Callable[[Any], tuple[object, Authorizer]]
"""Readies a connection before its guard is set: what the connection is known by from then on, and the guard."""
Opens = Callable[[Any], None]
"""Has a connection open the texts that are sealed to somebody (db/case_keys.py)."""
PREPARED = "prepared"
"""Under which name a connection's `info` keeps what `Prepare` made of it."""
NARROWED = "narrowed"
"""Under which name it keeps for what role and permission its guard stands (db/role_guard.py)."""


def create_file(path: Path, register_key: bytes | bytearray) -> None:
    """Make an empty encrypted register file. Raises Refused when the name is taken; leaves nothing on failure."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError:
        raise Refused(
            f"There is a register in {path.parent} already; nothing was changed: choose another folder."
        ) from None
    except OSError:
        raise Refused(
            f"Not saved. {path.parent} cannot be written; nothing was made: choose a folder on this computer."
        ) from None
    try:
        with engine_errors(path), closing(_connect(path, register_key)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def engine_for(
    path: Path,
    register_key: bytearray | bytes,
    *,
    read_only: bool = False,
    authorizer: Authorizer | None = None,
    prepare: Prepare | None = None,
    opens: Opens | None = None,
) -> Engine:
    """An engine whose every connection is opened in the order of design/trust.md; no pool, no key in an URL.

    The key is kept by reference: wiping the bytearray ends it. A writer's transaction begins IMMEDIATE, so
    two writers meet at the start and not halfway; a reader's connection refuses every write. `prepare` stands in
    for `authorizer` where the guard hangs on what the register says. `opens` is called before anything is read: of one
    that looks once it is connected, of a writer once its transaction has begun, since another may have changed keys.
    """
    prepared: dict[int, object] = {}

    def connect() -> Any:
        # A look that goes on is closed by whoever ends it, on whatever thread (db/open_look.py).
        connection = _connect(path, register_key, one_thread=not read_only)
        try:
            guard = authorizer
            if prepare is not None:
                prepared[id(connection)], guard = prepare(connection)
            if opens is not None and read_only:
                opens(connection)
            if read_only:
                connection.execute("PRAGMA query_only = ON")
            if guard is not None:
                connection.set_authorizer(guard)
        except sqlcipher.Error:
            connection.close()
            raise
        return connection

    engine = engine_on(connect)
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def _known_by(connection: Any, record: Any) -> None:
        record.info[PREPARED] = prepared.pop(id(connection), None)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
        if opens is not None and not read_only:
            opens(connection.connection.dbapi_connection)

    return engine


def engine_on(connect: Callable[[], Any], pool: type[Pool] = NullPool) -> Engine:
    """An engine with connections of its own, and with the dialect of every other.

    The tables' mappers remember statements that save, by their dialect and for the life of the process: with one of
    its own each engine had them put together anew, and left a thousand objects there when it was gone. Statements that
    look stay with their engine and go with it, since they keep the words that were asked.
    """
    alike = _alike()
    return Engine(pool(connect, dialect=alike.dialect), alike.dialect, alike.url, hide_parameters=True)


@lru_cache(maxsize=1)
def _alike() -> Engine:
    """What all engines have in common: made from an empty file in memory, from which the dialect learns its version."""
    made = create_engine(
        "sqlite://", module=sqlcipher, creator=lambda: sqlcipher.connect(":memory:"), poolclass=NullPool
    )
    made.connect().close()
    return made


def can_write(path: Path) -> bool:
    """Whether the register and its folder give this person the right to write; a share may give only reading."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_file(path: Path) -> None:
    """Look at the size before the engine does: an empty file would open as an empty register.

    Raises NotFound when there is none, Damaged when it is empty or cut.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise NotFound(
            f"There is no register in {path.parent} (no {path.name}); nothing was changed: choose another folder."
        ) from None
    except OSError:
        raise Unreachable(
            f"{path} cannot be reached; nothing was changed: check the folder or the connection to the share."
        ) from None
    if size == 0 or not path.is_file():
        raise DamagedFile(f"The register {path} is empty, so it is damaged: restore the last backup.")
    if size % PAGE_SIZE:
        raise DamagedFile(
            f"The register {path} was cut off or added to, so it is damaged; it was not opened: restore the last "
            "backup."
        )


def check_open(connection: Connection) -> None:
    """What can be told at once after opening: it decrypts, it is a register, and it is as long as it says.

    Asked inside the connection's transaction, so that no writer changes the length meanwhile.
    Raises Damaged; the deep checks are `integrity`.
    """
    path = _path_of(connection)
    with engine_errors(path):
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").all()
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if application != APPLICATION_ID:
        raise Damaged(
            f"The file {path} is no register of ForumDesk; nothing was changed: choose another folder."
        )
    if not _is_whole(connection, path):
        raise DamagedFile(
            f"The register {path} is shorter or longer than it says, so it is damaged: restore the last backup."
        )


@contextmanager
def little_memory(connection: Any) -> Iterator[None]:
    """For a walk that meets every page once: pages that are kept would only have to be found a place each."""
    connection.execute(f"PRAGMA cache_size = {_LITTLE_CACHE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA {_SETTINGS[0]}")


def page_seals(connection: Connection) -> list[str]:
    """Every page's seal as it stands on the disk, whatever this connection is about to save. Problems as sentences."""
    path = _path_of(connection)
    with engine_errors(path):
        wrong = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    return [f"Pages of {path.name} were changed outside ForumDesk or damaged."] if wrong else []


def pages(connection: Connection) -> list[str]:
    """Every page's seal and the length: what tells a copy from its source. Problems as sentences."""
    path, problems = _path_of(connection), page_seals(connection)
    with engine_errors(path):
        if not _is_whole(connection, path):
            problems.append(f"{path.name} is shorter or longer than it says.")
    return problems


def inner_order(connection: Connection) -> list[str]:
    """The engine's own check. Problems as sentences."""
    path = _path_of(connection)
    with engine_errors(path):
        found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalars().all()
    return [] if found == ["ok"] else [f"The inner order of {path.name} is damaged."]


def references(connection: Connection) -> list[str]:
    """Whether every row that another one names is there. Problems as sentences."""
    with engine_errors(_path_of(connection)):
        tables = {row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all()}
    return [f"Rows of the table {table} point to rows that are gone." for table in sorted(tables)]


INTEGRITY: tuple[Callable[[Connection], list[str]], ...] = (pages, inner_order, references)
"""What `integrity` looks at, one after the other."""


def integrity(connection: Connection) -> list[str]:
    """Every page's seal, the engine's own check, and all references; problems as sentences, none when well."""
    return integrity_in_steps(lambda: connection, lambda: None)


def integrity_in_steps(connection: Callable[[], Connection], between: Callable[[], None]) -> list[str]:
    """The same; `between` may end the read after each step, and `connection` gives the next its own."""
    problems: list[str] = []
    try:
        for look in INTEGRITY:
            problems += look(connection())
            between()
    except Damaged as damage:
        problems.append(damage.sentence)
    return problems


@contextmanager
def as_stored(connection: Connection) -> Iterator[Any]:
    """While texts are read as the register holds them: their marks are what is sealed, compared and counted."""
    raw: Any = connection.connection.dbapi_connection
    opens, raw.text_factory = raw.text_factory, str
    try:
        yield raw
    finally:
        raw.text_factory = opens


def bare(path: Path, register_key: bytes | bytearray) -> Any:
    """A connection of the engine's own, opened as every other: for copying pages and for changing the key."""
    return _connect(path, register_key)


def settle_a_stop(path: Path, *register_keys: bytes | bytearray) -> None:
    """After a stop in the middle of a save: take that save back, and write anew the pages that hold nothing.

    The engine keeps no old content of a page that held nothing, so taking back leaves such a page as the stop left
    it: perhaps half written, with a seal that does not hold. No row is in it, but a check of all pages would call
    the register damaged and its key could not be changed (docs/decisions/0034). Nothing is done while somebody saves.
    `register_keys` are all that may be the register's: a stop while its key changes leaves two, and a save is taken
    back under any key, so that whoever comes with the right one later no longer sees that there was a stop.
    """
    try:
        if not path.with_name(f"{path.name}-journal").stat().st_size or is_held(path.parent):
            return
    except OSError:
        return
    for register_key in register_keys:
        with suppress(sqlcipher.Error), closing(_connect(path, register_key)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            _write_free_pages(connection)
            return
    # Whoever opens it next is told what is the matter.


def _write_free_pages(connection: Any) -> None:
    """Take all of them for one value and give them back, which overwrites them; in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        free = connection.execute("PRAGMA freelist_count").fetchone()[0]
        if free:
            connection.execute("CREATE TABLE free_pages (blank BLOB)")
            connection.execute("INSERT INTO free_pages VALUES (zeroblob(?))", (free * PAGE_SIZE,))
            connection.execute("DROP TABLE free_pages")
        connection.execute("COMMIT")
    except sqlcipher.Error:
        connection.execute("ROLLBACK")
        raise


def change_key(path: Path, old: bytes | bytearray, new: bytes | bytearray) -> None:
    """Encrypt every page anew under another key, in one transaction of the engine's own; killed, the old one holds.

    Raises Damaged for a page that does not hold, Unreachable for a disk that is full or fails: the old one holds too.
    """
    raw = _raw_key(new)
    try:
        with engine_errors(path), closing(_connect(path, old)) as connection:
            _write_free_pages(connection)  # each page is read on the way, also those that hold nothing
            connection.reset_key(raw)
    except sqlcipher.OperationalError:
        raise _why_not_changed(path, old) from None
    finally:
        raw[:] = bytes(len(raw))


def _why_not_changed(path: Path, key: bytes | bytearray) -> ForumDeskError:
    """The engine calls every fault of this one call a lack of memory, without a code: so the pages are looked at."""
    with engine_errors(path), engine_for(path, key, read_only=True).connect() as connection:
        found = page_seals(connection)
    if found:
        return DamagedFile(f"{found[0]} Restore the last backup.")
    return Unreachable(
        f"The disk or share that holds {path} is full or does not answer as it should: free some space, or check it."
    )


def _connect(path: Path, register_key: bytes | bytearray, *, one_thread: bool = True) -> Any:
    uri = f"file:{quote(path.absolute().as_posix())}?mode=rw"
    connection = sqlcipher.connect(
        uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=one_thread
    )
    raw = _raw_key(register_key)
    try:
        # Before the key: with a wrong one the library would write its own lines to standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(raw)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except sqlcipher.Error:
        connection.close()
        raise
    finally:
        raw[:] = bytes(len(raw))
    return connection


def _raw_key(register_key: bytes | bytearray) -> bytearray:
    """`x'…'`, the one form that is taken as the key itself: 32 bare bytes are taken for a passphrase.

    Built in a bytearray, so that no copy stays that cannot be wiped.
    """
    if len(register_key) != _KEY_BYTES:  # of any other length the library would make a passphrase
        raise ValueError("a register key has 32 bytes")
    raw = bytearray(b"x'")
    for byte in register_key:
        raw.append(_HEX[byte >> 4])
        raw.append(_HEX[byte & 15])
    raw += b"'"
    return raw


def _path_of(connection: Connection) -> Path:
    with engine_errors(Path(FILE_NAME)):
        rows = connection.exec_driver_sql("PRAGMA database_list").all()
    return Path(next(row[2] for row in rows if row[1] == "main"))


def _is_whole(connection: Connection, path: Path) -> bool:
    """The engine's own integrity check misses a cut on the edge of a page."""
    with engine_errors(path):
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").all()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    return bool(pages * PAGE_SIZE == path.stat().st_size)

"""What the engine reports, as the sentence that a person needs: what is wrong, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Busy, DamagedFile, ForumDeskError, NotPermitted, Refused, Unreachable


@contextmanager
def engine_errors(path: Path) -> Iterator[None]:
    """Turn what the engine reports into the sentence a person needs; anything else passes as it is."""
    try:
        yield
    except DBAPIError as error:
        meant = _meaning(error.orig, path)
        if meant is None:
            raise
        raise meant from None
    except sqlcipher.DatabaseError as error:
        meant = _meaning(error, path)
        if meant is None:
            raise
        raise meant from None


@contextmanager
def copying_errors(part: Path) -> Iterator[None]:
    """The engine's copying call tells a fault of the disk without a code: so by its type alone."""
    try:
        yield
    except sqlcipher.OperationalError as error:
        if isinstance(getattr(error, "sqlite_errorcode", None), int):
            raise
        raise Refused(
            f"No backup was made in {part.parent}: the disk is full or does not answer as it should; the register is "
            "as it was. Choose another place."
        ) from None


def _meaning(error: object, path: Path) -> ForumDeskError | None:
    """By result code, never by the engine's words, which differ from version to version."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    plain = code & 0xFF
    if plain in {sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED}:
        return Busy("Somebody else is saving in this register; nothing was changed: try again in a moment.")
    if plain == sqlcipher.SQLITE_FULL:
        return Unreachable(
            f"Not saved. The disk that holds {path} is full; the register is as it was: free some space, try again."
        )
    if plain == sqlcipher.SQLITE_IOERR:
        return Unreachable(
            f"Not saved. The disk or share that holds {path} does not answer as it should; the last confirmed save "
            "is there: check it and try again."
        )
    if plain in {sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT}:
        return DamagedFile(
            f"The register {path} is damaged, or its key file is an older one or another register's; nothing was "
            "changed: restore the last backup."
        )
    if plain in {sqlcipher.SQLITE_READONLY, sqlcipher.SQLITE_PERM}:
        return Unreachable(
            f"Not saved. {path} can only be read here; nothing was changed: ask who looks after it."
        )
    if plain == sqlcipher.SQLITE_CANTOPEN:
        return Unreachable(f"{path} cannot be opened; nothing was changed: check the folder or the share.")
    if plain == sqlcipher.SQLITE_NOMEM:
        return Refused("This computer has not enough free memory; nothing was changed: close other programs.")
    if plain == sqlcipher.SQLITE_AUTH:
        return NotPermitted("The register does not permit this change; nothing was changed.")
    return None

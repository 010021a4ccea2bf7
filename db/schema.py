"""Which schema a register has and which this program knows: told by numbers, so that signing in loads no step."""

from __future__ import annotations

import pkgutil
import re
from types import ModuleType

from sqlalchemy.engine import Connection

import db.migrations
from app.domain.errors import Refused

_NAME = re.compile(r"m\d{4}_\w+")


def names(package: ModuleType = db.migrations) -> list[str]:
    """The names of a package's numbered steps, in order."""
    return sorted(info.name for info in pkgutil.iter_modules(package.__path__) if _NAME.fullmatch(info.name))


SCHEMA_VERSION = len(names())
"""The number of the last step this program knows."""


def version_of(connection: Connection, known: int = SCHEMA_VERSION) -> int:
    """The number of the last step a register had. Raises `Refused` where a newer program wrote it."""
    at: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if at > known:
        raise Refused(
            "This register was written by a newer ForumDesk; nothing was changed: install the newer program on this "
            "computer."
        )
    return at

"""Which program this is: its version, the register's schema step, and every library with its licence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

UNKNOWN = "not told"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RUNS = re.compile(r"[-_.]+")


class LibraryRow(Struct, frozen=True):
    """One library as its own package tells of itself. `text` is its licence in full, empty where none came with it."""

    name: str
    version: str
    licence: str
    text: str = ""


class About(Struct, frozen=True):
    """This program. `schema` is the step of the registers it makes and keeps."""

    version: str
    schema: int
    python: str
    system: str
    libraries: tuple[LibraryRow, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What somebody who asks for help reads out."""
        return (
            f"ForumDesk {self.version}",
            f"Register schema step {self.schema}",
            f"Python {self.python} on {self.system}",
        )


def key_of(name: str) -> str:
    """A package's name as all its spellings share it: `PySide6_Essentials` and `pyside6-essentials` are one."""
    return _RUNS.sub("-", name).lower()


def needed(requirements: Sequence[str], extras: frozenset[str]) -> dict[str, bool]:
    """The packages that requirements name, and whether each is there on every system.

    What an extra asks for counts where the extra is one of `extras`; other conditions are about the system, so that
    such a package may be missing.
    """
    found: dict[str, bool] = {}
    for line in requirements:
        asked, _, condition = line.partition(";")
        extra = re.search(r"""extra\s*==\s*['"]([^'"]+)['"]""", condition)
        if extra and extra[1] not in extras:
            continue
        if name := _NAME.match(asked.strip()):
            found[name[0]] = not condition.strip()
    return found


def licence_of(expression: str, classifiers: Sequence[str], said: str, text: str) -> str:
    """The name of a licence: what the package declares, the more exact first, else the first line of its text."""
    if expression.strip():
        return expression.strip()
    kinds = [
        each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: OSI Approved :: ")
    ]
    if kinds:
        return ", ".join(kinds)
    for given in (said, text):
        first = next((line.strip() for line in given.splitlines() if line.strip()), "")
        if first:
            return first
    return UNKNOWN

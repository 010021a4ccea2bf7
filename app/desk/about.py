"""What this installation says of itself, read from what is installed: nothing is typed here that could fall behind.

Works without a network, and from a frozen program that took the metadata of its packages along.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib import metadata

from app.desk.entries import BUILD
from app.domain.about import UNKNOWN, About, LibraryRow, key_of, licence_of, needed
from db.schema import SCHEMA_VERSION

ROOT = "forumdesk"
_OURS = frozenset({"gui"})
_TEXTS = ("licen", "copying")

Find = Callable[[str], metadata.Distribution]


def about(find: Find = metadata.distribution) -> About:
    """This program and each library that it is made of, by name, those of libraries too.

    One that must be there and does not tell of itself stands as not told, so that none is missing unseen. `find` reads
    a package's metadata.
    """
    rows: dict[str, LibraryRow] = {}
    asked = {ROOT: True}
    while asked:
        name, must = asked.popitem()
        if key_of(name) in rows:
            continue
        try:
            package = find(name)
        except metadata.PackageNotFoundError:
            if must:
                rows[key_of(name)] = LibraryRow(name, UNKNOWN, UNKNOWN)
            continue
        rows[key_of(name)] = _row(package)
        asked |= needed(package.requires or (), _OURS if name == ROOT else frozenset())
    ordered = tuple(rows[key] for key in sorted(rows) if key != ROOT)
    return About(BUILD, SCHEMA_VERSION, platform.python_version(), platform.system(), ordered)


def _row(package: metadata.Distribution) -> LibraryRow:
    said = package.metadata
    text = _text(package)
    licence = licence_of(
        _field(said, "License-Expression"),
        said.get_all("Classifier") or (),
        _field(said, "License"),
        text,
    )
    return LibraryRow(said["Name"], package.version, licence, text)


def _field(said: metadata.PackageMetadata, name: str) -> str:
    return str(said[name]) if name in said else ""


def _text(package: metadata.Distribution) -> str:
    """Every licence file that came with a package, one after the other."""
    found = []
    for file in package.files or ():
        if ".dist-info" in str(file) and any(word in file.name.lower() for word in _TEXTS):
            try:
                found.append(file.read_text(encoding="utf-8").strip())
            except (OSError, UnicodeDecodeError):  # named in the list of files and not taken along
                continue
    return "\n\n".join(dict.fromkeys(found))

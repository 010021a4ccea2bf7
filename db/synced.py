"""Folders that a service copies to and fro are no place for a register (design/trust.md, "Faults").

Such a service copies the file while it is being written, knows no locks, and puts "conflicted copies" of an encrypted
file beside it that nobody can merge. A share, where all write to the one file, is another thing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from app.domain.errors import Refused

_NAMES = (
    (re.compile(r"onedrive( ?-.*| \(.*\))?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.*\)|-.*)?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"(google ?drive|googledrivefs)( .*)?|drivefs", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive( .*)?|com~apple~clouddocs", re.IGNORECASE), "iCloud"),
    (re.compile(r"nextcloud\d*|owncloud", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"box sync|megasync|pclouddrive|creative cloud files", re.IGNORECASE), "a service"),
)
"""What these services call the folder they keep; the second word is that of a company or a person."""
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows itself says which folders OneDrive keeps, whatever they are called."""
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "Nextcloud"),
)


def refuse_synced(folder: Path, environ: Mapping[str, str] = os.environ) -> None:
    """Raise Refused for a folder that such a service keeps, whether or not it is there yet."""
    service = _service_of(folder.absolute(), environ) or _service_of(folder.resolve(), environ)
    if service:
        raise Refused(
            f"{folder} is kept by {service}, which copies files to and fro while they are written and knows no locks; "
            "a register in it would be torn. Nothing was changed: move it to a folder of this computer or to a share."
        )


def _service_of(folder: Path, environ: Mapping[str, str]) -> str:
    places = (folder, *folder.parents)
    for place in places:
        for pattern, service in _NAMES:
            if pattern.fullmatch(place.name):
                return service
        for mark, service in _MARKS:
            if (place / mark).exists():
                return service
    kept = {Path(environ[name]) for name in _VARIABLES if environ.get(name)}
    return "OneDrive" if kept & set(places) else ""

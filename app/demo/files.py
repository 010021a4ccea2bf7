"""The demo's folder: what it writes there, and that a second demo replaces nothing but a first one's files."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.domain.errors import Refused

MARKER = ".forumdesk-demo.json"
REGISTER = "register"
_REGISTER_FILES = (
    "register.fdb",
    "register.fdb-journal",
    "register.keys",
    "register.keys.bak",
    "register.writer",
)


class Written(NamedTuple):
    """One file of the demo: where it is, and in a few words what it is."""

    file: Path
    what: str


class DemoFolder:
    """A folder in which every file of the demo is noted before it is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: list[Written] = []
        self._noted: list[str] = []

    @property
    def register(self) -> Path:
        return self.folder / REGISTER

    def prepare(self) -> None:
        """Make the folder, or clear an earlier demo out of it. Raises Refused for a folder of anything else."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            inside = [entry.name for entry in self.folder.iterdir()]
            if MARKER in inside:
                self._clear()
            elif inside:
                raise Refused(
                    f"{self.folder} holds something that no demo wrote ({sorted(inside)[0]}); nothing was written. "
                    "Name an empty or a new folder."
                )
            self._note(*(f"{REGISTER}/{name}" for name in _REGISTER_FILES))
        except OSError as error:
            raise Refused(
                f"The demo cannot be written to {self.folder}: {error.strerror}. Name a folder you may write to, "
                "and close what has an earlier demo's files open."
            ) from None
        left = [name for name in _REGISTER_FILES if (self.register / name).exists()]
        if left:
            raise Refused(f"{self.register} still holds {left[0]}; nothing was written. Name another folder.")

    def write(self, name: str, data: bytes, what: str) -> Path:
        """Write one file, named from the folder with forward slashes, and keep what it is."""
        file = self.folder / PurePosixPath(name)
        try:
            self._note(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        except OSError as error:
            raise Refused(
                f"The demo stopped: {file} could not be written: {error.strerror}. Make room there, or name another "
                "folder, and start the demo again."
            ) from None
        self.written.append(Written(file, what))
        return file

    def tell(self, name: str, what: str) -> None:
        """Say what a file is that the register itself wrote."""
        self.written.append(Written(self.folder / PurePosixPath(name), what))

    def _note(self, *names: str) -> None:
        """Into the marker first: a demo that is stopped halfway can still be replaced."""
        self._noted.extend(name for name in names if name not in self._noted)
        text = json.dumps(
            {"written by": "forumdesk demo", "files": self._noted}, ensure_ascii=False, indent=1
        )
        (self.folder / MARKER).write_text(text + "\n", encoding="utf-8")

    def _clear(self) -> None:
        """Take away what an earlier demo noted, and folders that are empty then. Nothing else is touched."""
        for file in self._noted_before():
            file.unlink(missing_ok=True)
        folders = sorted({parent for file in self._noted_before() for parent in file.parents}, reverse=True)
        for folder in folders:
            if self.folder in folder.parents and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    def _noted_before(self) -> list[Path]:
        try:
            kept = json.loads((self.folder / MARKER).read_text(encoding="utf-8"))["files"]
            names = [PurePosixPath(name) for name in kept]
        except (ValueError, KeyError, TypeError):
            raise Refused(
                f"{self.folder / MARKER} does not read as a demo's own list of its files; nothing was written. "
                "Name an empty or a new folder."
            ) from None
        return [self.folder / name for name in names if not name.is_absolute() and ".." not in name.parts]

"""The shim between a program and its disk: building it, loading it, reading what it wrote down.

`_trust_shim.c` is loaded before everything else in a process that a benchmark starts; the product knows nothing of it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from benchmarks._trust_base import ROOT

SOURCE = Path(__file__).with_name("_trust_shim.c")
NO_COMPILER = "left out: there is no C compiler (cc) here, or the system is not Linux"
_HEAD = struct.Struct("<IBBHQQQII")
_MARK = 0x54525354


class Op(IntEnum):
    """What a program asked of its disk."""

    OPEN = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    SYNC_FOLDER = 5
    UNLINK = 6
    RENAME = 7
    MAP = 8
    LINK = 9


class Fault(IntEnum):
    """Which acts can be made to fail."""

    NONE = 0
    WRITE = 1
    SYNC = 2
    OPEN = 3
    TRUNCATE = 4
    RENAME = 5
    UNLINK = 6
    SHORT = 7
    """Half of one write goes through, and with a lasting fault nothing after it."""


CREATED, FOR_WRITING = 1, 2


@dataclass(frozen=True, slots=True)
class Record:
    """One act: which file (its number on the disk), where, how large it was afterwards, its path and its data."""

    op: Op
    flags: int
    file: int
    offset: int
    size: int
    path: str
    data: bytes


@lru_cache(maxsize=1)
def built() -> Path | None:
    """The shim, compiled once for this source; None where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    mark = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    made = Path(tempfile.gettempdir()) / f"forumdesk-trust-shim-{os.getuid()}-{mark}" / "shim.so"
    if not made.exists():
        made.parent.mkdir(mode=0o700, exist_ok=True)
        beside = made.with_name(f"{os.getpid()}.so")
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O2", "-o", str(beside), str(SOURCE), "-ldl"], check=True
        )
        beside.replace(made)
    return made


def environment(under: Path, log: Path | None = None, *, drop_syncs: bool = False) -> dict[str, str]:
    """The variables of a process whose disk is to be watched under one folder."""
    shim = built()
    if shim is None:
        raise RuntimeError(NO_COMPILER)
    said = {
        "LD_PRELOAD": str(shim),
        "TRUST_DISK_UNDER": str(under),
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
    }
    if log is not None:
        said["TRUST_DISK_LOG"] = str(log)
    if drop_syncs:
        said["TRUST_DISK_DROP_SYNCS"] = "1"
    return {**os.environ, **said}


def run(
    module: str, *argv: object, env: Mapping[str, str], stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """`python -m module …` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", module, *(str(word) for word in argv)],
        cwd=ROOT,
        env=dict(env),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def records(log: Path) -> Iterator[Record]:
    """What a log tells, in order."""
    with log.open("rb") as file:
        while head := file.read(_HEAD.size):
            mark, op, flags, path_length, number, offset, size, length, _process = _HEAD.unpack(head)
            if mark != _MARK:
                raise ValueError(f"{log} is no log of the shim")
            path = os.fsdecode(file.read(path_length))
            yield Record(Op(op), flags, number, offset, size, path, file.read(length))


class Faults:
    """The shim of this very process, told when to fail. Only where it was loaded."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(None)
        self._shim.trust_done.restype = ctypes.c_long
        self._shim.trust_fail.argtypes = (ctypes.c_int, ctypes.c_long, ctypes.c_int, ctypes.c_int)

    def arm(self, kind: Fault, at: int, error: int, *, lasts: bool = False) -> None:
        """The `at`-th act of a kind from now fails; 0 means none does, and they are only counted."""
        self._shim.trust_fail(int(kind), at, error, int(lasts))

    def done(self, kind: Fault) -> int:
        """How many acts of a kind there were since it was armed."""
        return int(self._shim.trust_done(int(kind)))

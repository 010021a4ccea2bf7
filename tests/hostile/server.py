"""One process that reads many files, each in a fork of itself under the worker's own limits.

A worker for each file costs a tenth of a second, nearly all of it imports. This one imports once and forks: so
each file still has a process of its own, with its own memory and its own ten seconds, and what the file cost
is told by the system when that process ends. `reports.reading_process` does the reading, as in the program.
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import os
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from app.domain.errors import Refused
from app.domain.raw_cells import RawWorkbook
from reports import plain_rows, reader, reading_process, shared_texts
from reports.worker_limits import limit_this_process

ROOT = Path(__file__).resolve().parents[2]
UNEXPECTED = 70
KILOBYTES = 1024 if sys.platform == "darwin" else 1


@dataclass(frozen=True)
class Read:
    """How the reading of one file ended: the worker's lines, its exit, processor seconds, MiB at most."""

    out: bytes
    status: int
    seconds: float
    mib: float

    def workbook(self, name: str) -> RawWorkbook:
        """What was read. Raises Refused, also where the worker died."""
        return reader.gather(self.out, name)


class Readers:
    """The reading process, started at once; use it in a `with`. POSIX only."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.server"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, e: BaseException | None, t: TracebackType | None
    ) -> None:
        self._process.communicate()

    def read(self, data: bytes, passphrase: str | None, name: str, both: bool = False) -> Read:
        """Read one file as `reader.read_returned` does; `both` ways of taking rows must then say the same."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        head = {"passphrase": passphrase, "name": name, "size": len(data), "both": both}
        self._process.stdin.write(json.dumps(head).encode() + b"\n" + data)
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        return Read(self._process.stdout.read(told.pop("size")), **told)


IMPORTED = (
    "msoffcrypto.format.ooxml",
    "msoffcrypto.format.base",
    "olefile",
    "reports.csv_cells",
    "reports.workbook_cells",
    "reports.workbook_crypto",
    "reports.worker_limits",
)
"""What a worker imports as it goes: here once, before the first fork."""


def _serve() -> None:
    for name in IMPORTED:
        importlib.import_module(name)
    gc.freeze()
    while line := sys.stdin.buffer.readline():
        head = json.loads(line)
        data = sys.stdin.buffer.read(head["size"])
        told, out = _in_a_fork(head, data)
        sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + out)
        sys.stdout.buffer.flush()


def _in_a_fork(head: dict[str, Any], data: bytes) -> tuple[dict[str, float], bytes]:
    from_child, to_parent = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(from_child)
        with os.fdopen(to_parent, "wb") as out:
            _child(head, data, out)
        os._exit(0)
    os.close(to_parent)
    with os.fdopen(from_child, "rb") as answer:
        said = answer.read()
    _, status, used = os.wait4(child, 0)
    told = {
        "size": len(said),
        "status": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "mib": used.ru_maxrss / KILOBYTES / 1024,
    }
    return told, said


def _child(head: dict[str, Any], data: bytes, out: IO[bytes]) -> None:
    """Read, and end here: an error that nobody expected is told on standard error and by the exit."""
    status = UNEXPECTED
    try:
        limit_this_process()
        if head["both"]:
            out.write(_both_ways(head, data))
        else:
            reading_process.answer_in_lines(data, head, out)
        status = 0
    finally:
        if status:
            traceback.print_exc()
        out.flush()
        os._exit(status)


def _both_ways(head: dict[str, Any], data: bytes) -> bytes:
    """The answer, which must mean the same whether every row and text or none is taken whole."""
    answers: list[bytes] = []
    meant: list[object] = []
    for rows_from, most_texts in ((0, 2**62), (2**62, -1)):
        plain_rows.FROM_BYTES, shared_texts.MOST_AT_ONCE = rows_from, most_texts
        out = io.BytesIO()
        reading_process.answer_in_lines(data, head, out)
        answers.append(out.getvalue())
        try:
            meant.append(reader.gather(out.getvalue(), head["name"]))
        except Refused:
            meant.append("refused")  # which fault of several is met first is no matter
    if meant[0] != meant[1]:
        raise ValueError(f"two readings: {answers[0][:500]!r} and {answers[1][:500]!r}")
    return answers[1]


if __name__ == "__main__":
    _serve()

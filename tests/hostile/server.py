"""One process that reads many files in forks of itself under the worker's own limits.

A worker for each file costs a tenth of a second, nearly all of it imports. This one imports once and forks: so
each file still has a process of its own, with its own memory and its own ten seconds, and what the file cost
is told by the system when that process ends. `reports.reading_process` does the reading, as in the program.

By the hundred thousand even a fork is most of the cost. `Readers(files_a_process=N)` lets one fork read N files, under
the memory limit together and with ten seconds for each; a file it does not come back from is read again alone.
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import os
import subprocess
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from app.domain.errors import Refused
from app.domain.raw_cells import RawWorkbook
from reports import plain_rows, reader, reading_process, shared_texts
from reports.worker_limits import SECONDS, limit_this_process

if sys.platform != "win32":
    import resource

ROOT = Path(__file__).resolve().parents[2]
UNEXPECTED = 70
USUAL = plain_rows.FROM_BYTES
KILOBYTES = 1024 if sys.platform == "darwin" else 1


@dataclass(frozen=True)
class Read:
    """How the reading of one file ended: the worker's lines, its exit, processor seconds, MiB at most.

    Where one process reads several files, its MiB are the most that it had taken up to then.
    """

    out: bytes
    status: int
    seconds: float
    mib: float

    def workbook(self, name: str) -> RawWorkbook:
        """What was read. Raises Refused, also where the worker died."""
        return reader.gather(self.out, name)


class Readers:
    """The reading process, started at once; use it in a `with`. POSIX only."""

    def __init__(self, files_a_process: int = 1) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.server", str(files_a_process)],
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

    def read(
        self, data: bytes, passphrase: str | None, name: str, both: bool = False, plainly: bool = False
    ) -> Read:
        """Read one file as `reader.read_returned` does.

        `plainly` takes the rows of small sheets whole too; with `both` it must say the same as taking cells one by one.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        head = {"passphrase": passphrase, "name": name, "size": len(data), "both": both, "plainly": plainly}
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


def _serve(files_a_process: int) -> None:
    for name in IMPORTED:
        importlib.import_module(name)
    gc.freeze()
    several = _Several(files_a_process) if files_a_process > 1 else None
    while line := sys.stdin.buffer.readline():
        head = json.loads(line)
        data = sys.stdin.buffer.read(head["size"])
        told, out = (several and several.read(head, data)) or _in_a_fork(head, data)
        sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + out)
        sys.stdout.buffer.flush()


class _Several:
    """A fork that reads some files before the next one takes its place."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = 0
        self._child = 0

    def read(self, head: dict[str, Any], data: bytes) -> tuple[dict[str, float], bytes] | None:
        """As `_in_a_fork`; None where the fork did not come back from this file."""
        if not self._left:
            self._begin()
        self._left -= 1
        try:
            self._to.write(json.dumps(head).encode() + b"\n" + data)
            self._to.flush()
            line = self._back.readline()
        except BrokenPipeError:
            line = b""
        told: dict[str, float] = json.loads(line or b"null")
        out = self._back.read(int(told["size"])) if told else b""
        if not told:
            self._left = 0
        if not self._left:
            self._end()
        return (told, out) if told else None

    def _begin(self) -> None:
        to_child, to = os.pipe()
        back, from_child = os.pipe()
        self._left = self._most
        self._child = os.fork()
        if self._child == 0:
            os.close(to)
            os.close(back)
            _read_several(os.fdopen(to_child, "rb"), os.fdopen(from_child, "wb"))
        os.close(to_child)
        os.close(from_child)
        self._to, self._back = os.fdopen(to, "wb"), os.fdopen(back, "rb")

    def _end(self) -> None:
        with suppress(BrokenPipeError):
            self._to.close()
        self._back.close()
        os.waitpid(self._child, 0)


def _read_several(asked: IO[bytes], said: IO[bytes]) -> None:
    status = UNEXPECTED
    try:
        limit_this_process()
        while line := asked.readline():
            head = json.loads(line)
            data = asked.read(head["size"])
            began = time.process_time()
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            resource.setrlimit(resource.RLIMIT_CPU, (min(int(began) + SECONDS, hard), hard))
            out = io.BytesIO()
            _read_one(head, data, out)
            told = {
                "size": len(out.getvalue()),
                "status": 0,
                "seconds": time.process_time() - began,
                "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES / 1024,
            }
            said.write(json.dumps(told).encode() + b"\n" + out.getvalue())
            said.flush()
        status = 0
    finally:
        os._exit(status)  # whatever it was, it is met again by the file alone


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
        _read_one(head, data, out)
        status = 0
    finally:
        if status:
            traceback.print_exc()
        out.flush()
        os._exit(status)


def _read_one(head: dict[str, Any], data: bytes, out: IO[bytes]) -> None:
    if head["both"]:
        out.write(_both_ways(head, data))
    else:
        plain_rows.FROM_BYTES = 0 if head["plainly"] else USUAL
        reading_process.answer_in_lines(data, head, out)


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
    _serve(int(sys.argv[1]))

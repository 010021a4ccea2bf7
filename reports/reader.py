"""Reading a returned workbook in a process of its own, with little memory and little time.

A hostile file can abort or bloat whatever parses it (design/trust.md). So the program hands the bytes to a
worker and gets lines of JSON back; the worse a file behaves, the sooner only the worker ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import IO, Any

from app.domain.errors import Refused
from app.domain.police_cells import CellKind, RawCell
from app.domain.police_return import RawRow, RawSheet, RawWorkbook
from reports.gate import MOST_BYTES, OLE_MAGIC, check_workbook

WORKER_ARGUMENT = "--read-workbook"
"""A frozen program has no `-c`: started with this one argument it must call `serve` and nothing else."""

_CODES = dict(zip(CellKind, "tndbfex", strict=True))
_ROWS_A_LINE = 200

WALL_SECONDS = 20
"""The worker's processor time is bounded at half of this; the rest is for a slow or busy computer."""


def read_returned(data: bytes, passphrase: str | None = None, name: str = "The file") -> RawWorkbook:
    """Gate, decrypt and read a workbook or CSV in the worker. `name` begins the sentence of a refusal.

    Raises Refused for whatever cannot be read whole; nothing is guessed, nothing is computed.
    """
    if len(data) > MOST_BYTES:
        check_workbook(data, name)
    head = json.dumps({"passphrase": passphrase, "name": name, "size": len(data)}).encode() + b"\n"
    try:
        done = subprocess.run(  # noqa: S603 (our own program, no shell, no words of the file)
            _command(),
            input=head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(name) from error
    except OSError as error:
        raise Refused(
            f"{name} could not be read: the reading process did not start. Nothing was taken over."
        ) from error
    return _gather(done.stdout, name)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT]
    # -P and -I would also keep the working folder off the path, but -I alone does both.
    return [sys.executable, "-I", "-c", "from reports.reader import serve; serve()"]


def _too_much(name: str) -> Refused:
    return Refused(
        f"{name} could not be read within {_limits_words()}; nothing was taken over. "
        "Ask for the form alone, saved anew as .xlsx."
    )


def _limits_words() -> str:
    from reports.worker_limits import MEMORY, SECONDS

    return f"{SECONDS} seconds and {MEMORY // 1024 // 1024} MiB of memory"


def _gather(out: bytes, name: str) -> RawWorkbook:
    """The worker's lines as a RawWorkbook. Lines that stop before `end` mean the worker died."""
    sheets: list[tuple[str, list[RawRow]]] = []
    notes: list[str] = []
    properties: list[tuple[str, str]] = []
    kinds = {code: kind for kind, code in _CODES.items()}
    for line in out.splitlines():
        try:
            said: Any = json.loads(line)
        except ValueError:
            break
        if isinstance(said, list):
            for number, columns, codes, texts in said:
                cells = map(RawCell, map(kinds.__getitem__, codes), texts)
                sheets[-1][1].append(RawRow(number, dict(zip(columns, cells, strict=True))))
        elif "sheet" in said:
            sheets.append((said["sheet"], []))
        elif "refused" in said:
            raise Refused(said["refused"])
        elif "end" in said:
            notes, properties = said["notes"], [(key, value) for key, value in said["properties"]]
            found = tuple(RawSheet(sheet, tuple(rows)) for sheet, rows in sheets)
            return RawWorkbook(found, tuple(notes), tuple(properties))
    raise _too_much(name)


# --- in the worker -------------------------------------------------------------------------------


def serve() -> None:
    """The worker: bound itself, read one file from standard input, answer in lines, end."""
    from reports.worker_limits import limit_this_process

    limit_this_process()
    head = json.loads(sys.stdin.buffer.readline())
    answer_in_lines(sys.stdin.buffer.read(head["size"]), head["passphrase"], head["name"], sys.stdout.buffer)


def answer_in_lines(data: bytes, passphrase: str | None, name: str, out: IO[bytes]) -> None:
    """Read one file and write the lines that `_gather` understands; the process is already bounded."""
    try:
        _answer(data, passphrase, name, _writer(out))
    except Refused as refusal:
        _writer(out)({"refused": refusal.sentence})
    except (MemoryError, RecursionError):
        _writer(out)({"refused": _too_much(name).sentence})
    out.flush()


def _writer(out: IO[bytes]) -> Callable[[object], None]:
    def write(said: object) -> None:
        out.write(json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")

    return write


class _Rows:
    """Rows on their way, some hundred to a line: number, columns, a code for each kind, texts."""

    def __init__(self, write: Callable[[object], None]) -> None:
        self._write = write
        self._rows: list[object] = []

    def __enter__(self) -> Callable[[RawRow], None]:
        return self._take

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and self._rows:
            self._write(self._rows)

    def _take(self, row: RawRow) -> None:
        kinds, texts = zip(*row.cells.values(), strict=True)
        self._rows.append((row.number, list(row.cells), "".join(map(_CODES.__getitem__, kinds)), texts))
        if len(self._rows) >= _ROWS_A_LINE:
            self._write(self._rows)
            self._rows.clear()


def _answer(data: bytes, passphrase: str | None, name: str, write: Callable[[object], None]) -> None:
    notes: list[str] = []
    if data.startswith(OLE_MAGIC):
        from reports.workbook_crypto import decrypt, encryption_note

        check_workbook(data, name)
        outside, data = data, decrypt(data, passphrase, name)
        if older := encryption_note(outside):
            notes.append(older)
    report = check_workbook(data, name, scan_sheets=False)
    if report.encrypted:
        raise Refused(f"{name} is encrypted twice; nothing was taken over. Ask for it saved anew.")
    notes += report.notes
    properties: list[tuple[str, str]] = []
    if report.csv:
        from reports.csv_cells import read_csv

        rows, more = read_csv(data, name)
        notes += more
        write({"sheet": name})
        with _Rows(write) as take:
            for row in rows:
                take(row)
    else:
        from reports.workbook_cells import Book

        book = Book(data, name)
        for sheet, part in book.sheets():
            write({"sheet": sheet})
            with _Rows(write) as take:
                book.read_sheet(sheet, part, take)
        properties = book.properties()
    write({"end": True, "notes": notes, "properties": properties})

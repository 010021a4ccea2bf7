"""Reading a workbook that came from outside in a process of its own, with little memory and little time.

A hostile file can abort or bloat whatever parses it (design/trust.md). So the program hands the bytes to a
worker (`reading_process`) and gets lines of JSON back; the worse a file behaves, the sooner only the worker ends.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from typing import Any

from app.domain.environment import without_secrets
from app.domain.errors import Refused
from app.domain.raw_cells import CellKind, RawCell, RawRow, RawSheet, RawWorkbook
from reports.gate import MOST_BYTES, check_workbook
from reports.plain_texts import APART
from reports.reading_process import ABSENT, CODES, TOO_MUCH

WORKER_ARGUMENT = "--read-workbook"
"""A frozen program has no `-c`: started with this one argument it must call `reading_process.serve`, nothing else."""

WALL_SECONDS = 20
"""The worker's processor time is bounded at half of this; the rest is for a slow or busy computer."""

_CELL = partial(tuple.__new__, RawCell)  # what `RawCell._make` does, without a call of Python's for each
_KINDS = {code: kind for kind, code in CODES.items()}


def read_returned(data: bytes, passphrase: str | None = None, name: str = "The file") -> RawWorkbook:
    """Gate, decrypt and read a workbook or CSV in the worker. `name` begins the sentence of a refusal.

    Raises Refused for whatever cannot be read whole; nothing is guessed, nothing is computed.
    """
    return _read(data, name, passphrase=passphrase)


def read_first_sheet(data: bytes, name: str) -> RawSheet | None:
    """The first sheet of a workbook, behind the same gate; None where there is none.

    Where a cell has a formula it is the value that the spreadsheet computed. The other sheets are looked at all the
    same. Raises Refused.
    """
    sheets = _read(data, name, table=True).sheets
    return sheets[0] if sheets else None


def _read(data: bytes, name: str, **asked: object) -> RawWorkbook:
    if len(data) > MOST_BYTES:
        check_workbook(data, name)
    head = json.dumps({**asked, "name": name, "size": len(data)}).encode() + b"\n"
    try:
        done = subprocess.run(  # noqa: S603 (our own program, no shell, no words of the file)
            _command(),
            input=head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
            check=False,
            env=without_secrets(os.environ),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(TOO_MUCH.format(name=name)) from error
    except OSError as error:
        raise Refused(
            f"{name} could not be read: the reading process did not start. Nothing was taken over."
        ) from error
    with _uncollected():
        return gather(done.stdout, name)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hundreds of thousands of cells are made and none thrown away: looking for rubbish took a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT]
    # -P and -I would also keep the working folder off the path, but -I alone does both.
    return [sys.executable, "-I", "-c", "from reports.reading_process import serve; serve()"]


def gather(out: bytes, name: str) -> RawWorkbook:
    """The worker's lines as a RawWorkbook. Lines that stop before `end` mean the worker died. Raises Refused."""
    sheets: list[tuple[str, list[RawRow]]] = []
    for line in out.splitlines():
        try:
            said: Any = json.loads(line)
        except ValueError:
            break
        if isinstance(said, list):
            for number, columns, codes, texts in said:
                cells = map(RawCell, map(_KINDS.__getitem__, codes), texts)
                sheets[-1][1].append(RawRow(number, dict(zip(columns, cells, strict=True))))
        elif "blocks" in said:
            sheets[-1][1].extend(_rows(said["blocks"]))
        elif "sheet" in said:
            sheets.append((said["sheet"], []))
        elif "refused" in said:
            raise Refused(said["refused"])
        elif "end" in said:
            properties = tuple((key, value) for key, value in said["properties"])
            found = tuple(RawSheet(sheet, tuple(rows)) for sheet, rows in sheets)
            return RawWorkbook(found, tuple(said["notes"]), properties)
    raise Refused(TOO_MUCH.format(name=name))


def _rows(blocks: Sequence[Mapping[str, Any]]) -> Iterator[RawRow]:
    """The filled rows of some blocks, in the file's order."""
    placed: list[tuple[int, RawRow]] = []
    for block in blocks:
        numbers = block["numbers"]
        held = [(column, cells) for column, cells in _columns(block, len(numbers)) if any(cells)]
        columns = [column for column, _ in held]
        whole = all(all(cells) for _, cells in held)
        for order, number, *cells in zip(block["order"], numbers, *(cells for _, cells in held), strict=True):
            pairs = zip(columns, cells, strict=True)
            filled = dict(pairs) if whole else {column: cell for column, cell in pairs if cell is not None}
            if filled:
                placed.append((order, RawRow(number, filled)))
    if len(blocks) > 1:
        placed.sort(key=lambda each: each[0])
    return (row for _, row in placed)


def _columns(block: Mapping[str, Any], rows: int) -> Iterator[tuple[int, list[RawCell | None]]]:
    """Each column's cells down the rows of a block, None where there is none."""
    texts = block["texts"]
    if isinstance(texts, str):
        texts = texts.split(APART)
    for at, column in enumerate(block["columns"]):
        down = texts[at * rows : (at + 1) * rows]
        cells: list[RawCell | None] = list(map(_CELL, zip(repeat(CellKind.TEXT), down, strict=False)))
        yield column, cells if "" not in down else [cell if cell and cell.text else None for cell in cells]
    for column, codes, held in block["cells"]:
        yield (
            column,
            [
                None if code == ABSENT else RawCell(_KINDS[code], text)
                for code, text in zip(codes, held, strict=True)
            ],
        )

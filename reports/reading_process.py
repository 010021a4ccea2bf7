"""The process that reads one workbook: it bounds itself, reads, answers in lines of JSON, ends.

It imports little, and what it needs for some files only when such a file is there: its start is a good part of what
reading a usual file costs.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

from app.domain.errors import Refused
from app.domain.raw_cells import CellKind, RawRow
from reports.gate import OLE_MAGIC, check_workbook

if TYPE_CHECKING:
    from reports.workbook_cells import Block, Book

CODES: Mapping[CellKind, str] = MappingProxyType(dict(zip(CellKind, "tndbfex", strict=True)))
ABSENT = "-"
"""Stands in a column for a cell that there is not."""

TOO_MUCH = (
    "{name} could not be read within 10 seconds and 256 MiB of memory; nothing was taken over. "
    "Ask for the form alone, saved anew as .xlsx."
)
_ROWS_A_LINE = 200


def serve() -> None:
    """Read the one file on standard input."""
    from reports.worker_limits import limit_this_process

    limit_this_process()
    gc.disable()  # the end of the process is near
    head = json.loads(sys.stdin.buffer.readline())
    answer_in_lines(sys.stdin.buffer.read(head["size"]), head, sys.stdout.buffer)


def answer_in_lines(data: bytes, asked: Mapping[str, Any], out: IO[bytes]) -> None:
    """Read one file and write the lines that `reader.gather` understands; the process is already bounded.

    `asked` holds the file's `name`, and where they apply its `passphrase` and `table`: only the first sheet is wanted.
    """
    try:
        _answer(data, asked, _writer(out))
    except Refused as refusal:
        _writer(out)({"refused": refusal.sentence})
    except (MemoryError, RecursionError):
        _writer(out)({"refused": TOO_MUCH.format(name=asked["name"])})
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

    def __enter__(self) -> _Rows:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._send()

    def row(self, row: RawRow) -> None:
        kinds, texts = zip(*row.cells.values(), strict=True)
        self._rows.append((row.number, list(row.cells), "".join(map(CODES.__getitem__, kinds)), texts))
        if len(self._rows) >= _ROWS_A_LINE:
            self._send()

    def blocks(self, blocks: list[Block]) -> None:
        self._send()
        told = []
        for block in blocks:
            cells = [
                (
                    column,
                    "".join(
                        CODES[kind] if text or kind is not CellKind.TEXT else ABSENT for kind, text in held
                    ),
                    [text for _, text in held],
                )
                for column, held in block.cells
            ]
            told.append({**block._asdict(), "cells": cells})
        self._write({"blocks": told})

    def _send(self) -> None:
        if self._rows:
            self._write(self._rows)
            self._rows.clear()


def _answer(data: bytes, asked: Mapping[str, Any], write: Callable[[object], None]) -> None:
    name, notes = asked["name"], list[str]()
    if data.startswith(OLE_MAGIC):
        from reports.workbook_crypto import decrypt, encryption_note

        check_workbook(data, name)
        outside, data = data, decrypt(data, asked.get("passphrase"), name)
        if older := encryption_note(outside):
            notes.append(older)
    report = check_workbook(data, name, scan_sheets=False)
    if report.encrypted:
        raise Refused(f"{name} is encrypted twice; nothing was taken over. Ask for it saved anew.")
    notes += report.notes
    properties: list[tuple[str, str]] = []
    if report.csv:
        from reports.csv_cells import read_csv

        found, more = read_csv(data, name)
        notes += more
        write({"sheet": name})
        with _Rows(write) as rows:
            for row in found:
                rows.row(row)
    else:
        from reports.workbook_cells import Book

        table = bool(asked.get("table"))
        book = Book(report.parts, name, computed=table)
        _tell_sheets(book, write, only_first=table)
        properties = book.properties()
    write({"end": True, "notes": notes, "properties": properties})


def _tell_sheets(book: Book, write: Callable[[object], None], *, only_first: bool) -> None:
    for at, (sheet, part) in enumerate(book.sheets()):
        if at and only_first:
            book.read_sheet(sheet, part, lambda _: None, lambda _: None)
            continue
        write({"sheet": sheet})
        with _Rows(write) as rows:
            book.read_sheet(sheet, part, rows.row, rows.blocks)

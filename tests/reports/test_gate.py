"""Hostile and odd workbooks, through the gate and through the worker, as they would come by e-mail."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.police_return import match_rows, read_form
from app.domain.police_review import stage
from app.domain.raw_cells import RawWorkbook
from reports import reader
from reports.gate import check_workbook
from reports.reader import read_returned
from reports.workbook_crypto import decrypt, encrypt
from tests.hostile import make
from tests.hostile.corpus import BY_NAME, CORPUS
from tests.hostile.server import Readers

IN_A_WORKER = (
    "good",
    "encrypted",
    "macro part",
    "bomb by sum",
    "document type",
    "wrong passphrase",
    "UTF-8 CSV",
)
"""Files read in a worker of their own; the others in forks of one, which costs a tenth of the time."""
CLEAN_SENTENCE = re.compile(r"(?:reply\.xlsx|The passphrase was not accepted for reply\.xlsx)[^\n]*\.")


@lru_cache(maxsize=1)
def _readers() -> Readers:
    return Readers()


@pytest.fixture(scope="module", autouse=True)
def _end_the_readers() -> Iterator[None]:
    yield
    if _readers.cache_info().currsize:
        with _readers():
            _readers.cache_clear()


def _read(odd: make.Odd) -> RawWorkbook:
    if odd.name in IN_A_WORKER or not hasattr(os, "fork"):
        return read_returned(odd.make(), odd.passphrase, make.FILE)
    return _readers().read(odd.make(), odd.passphrase, make.FILE).workbook(make.FILE)


def test_the_corpus_is_large_and_says_what_must_come_of_each_file() -> None:
    assert len(CORPUS) >= 120
    assert all(CLEAN_SENTENCE.fullmatch(odd.says) for odd in CORPUS if odd.says)
    assert all("nothing was taken over" in odd.says for odd in CORPUS if odd.says)


@pytest.mark.parametrize("odd", [odd for odd in CORPUS if odd.says], ids=lambda odd: odd.name)
def test_a_hostile_workbook_is_refused_in_one_sentence(odd: make.Odd) -> None:
    with pytest.raises(Refused) as refusal:
        _read(odd)
    assert refusal.value.sentence == odd.says


@pytest.mark.parametrize("odd", [odd for odd in CORPUS if not odd.says], ids=lambda odd: odd.name)
def test_an_odd_workbook_is_read_as_what_it_is(odd: make.Odd) -> None:
    raw = _read(odd)
    matched = match_rows(read_form(raw), make.SENT)
    cells = stage(matched)
    assert {cell.id: cell.value for cell in cells if not cell.fault} == dict(odd.cells)
    assert {cell.id: cell.fault for cell in cells if cell.fault} == dict(odd.faults)
    assert all(cell.value is None for cell in cells if cell.fault)
    assert raw.notes == odd.notes
    assert matched.counts.rows == odd.rows
    assert matched.counts.intact == (odd.rows if odd.intact is None else odd.intact)


def test_hidden_characters_are_named() -> None:
    (cell,) = stage(match_rows(read_form(read_returned(BY_NAME["right to left"].make())), make.SENT))
    assert "right-to-left override" in cell.note
    assert "zero-width space" in cell.note


def test_the_encryption_is_agile_aes_256_and_hides_every_name() -> None:
    import olefile

    with olefile.OleFileIO(io.BytesIO(make.ENCRYPTED)) as ole:
        info = ole.openstream("EncryptionInfo").read()
    assert info[:4] == bytes.fromhex("04000400")
    assert info.count(b'keyBits="256"') == 2
    assert b'hashAlgorithm="SHA512"' in info
    assert b"worksheets" not in make.ENCRYPTED
    assert decrypt(make.ENCRYPTED, make.PASSPHRASE) == make.GOOD


def test_every_encryption_has_a_key_of_its_own() -> None:
    assert encrypt(make.GOOD, make.PASSPHRASE) != encrypt(make.GOOD, make.PASSPHRASE)


def test_the_gate_needs_no_library() -> None:
    code = "import reports.gate, sys; print(sorted({'openpyxl', 'msoffcrypto'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_a_worker_that_dies_leaves_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    dying = f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"
    monkeypatch.setattr(reader, "_command", lambda: [sys.executable, "-c", dying])
    with pytest.raises(Refused, match="could not be read within 10 seconds and 256 MiB"):
        read_returned(make.GOOD, None, "reply.xlsx")


@pytest.mark.skipif(os.name == "nt", reason="the job object's twin is tried on Windows")
def test_the_worker_cannot_take_more_memory_than_its_limit() -> None:
    code = "from reports.worker_limits import *; limit_this_process(); bytearray(MEMORY)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr


@given(st.integers(0, len(make.GOOD) - 1), st.integers(0, 255))
def test_a_changed_byte_is_refused_or_passes_but_never_breaks_the_gate(at: int, byte: int) -> None:
    data = make.GOOD[:at] + bytes([byte]) + make.GOOD[at + 1 :]
    try:
        check_workbook(data, "reply.xlsx")
    except Refused as refusal:
        assert refusal.sentence.startswith("reply.xlsx")  # noqa: PT017 (passing is right too)


IN_SHEETS = (
    "document type",
    "nested deeply",
    "row twice",
    "cell twice",
    "column beyond the form",
    "too many rows",
)


@pytest.mark.parametrize("name", IN_SHEETS)
def test_the_gate_alone_sees_what_stands_in_a_sheet(name: str) -> None:
    odd = BY_NAME[name]
    with pytest.raises(Refused) as refusal:
        check_workbook(odd.make(), make.FILE)
    assert refusal.value.sentence == odd.says.replace("sheet 'Cross-reference'", "sheet2.xml")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell stands in the place of Python")
def test_the_worker_is_told_no_passphrase_and_no_recovery_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It reads what came by e-mail: whoever gets to run something there finds nothing to open a register with."""
    told, between = tmp_path / "told", tmp_path / "python"
    between.write_text(f'#!/bin/sh\nenv > "{told}"\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    between.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(between))
    secret = {"PASSPHRASE", "CHAIR_PASSPHRASE", "NEW_PASSPHRASE", "RECOVERY_CODE_1"}
    for name in (*secret, "USER"):
        monkeypatch.setenv(f"FORUMDESK_{name}", "Kereru-canary")
    assert read_returned(BY_NAME["good"].make()).sheets
    lines = told.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "Kereru-canary" in line] == ["FORUMDESK_USER=Kereru-canary"]

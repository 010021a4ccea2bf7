"""Hostile and odd workbooks, through the gate and through the worker, as they would come by e-mail."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.police_return import RawWorkbook, match_rows, read_form
from app.domain.police_review import StagedCell, stage
from reports import reader
from reports.gate import check_workbook
from reports.reader import read_returned
from reports.workbook_crypto import decrypt, encrypt
from tests.hostile import make

READABLE = make.readable()


@pytest.mark.parametrize("odd", make.refused(), ids=lambda odd: odd.name)
def test_a_hostile_workbook_is_refused_in_one_sentence(odd: make.Odd) -> None:
    with pytest.raises(Refused) as refusal:
        read_returned(odd.data, odd.passphrase, "reply.xlsx")
    sentence = refusal.value.sentence
    assert odd.refused is not None
    assert odd.refused in sentence
    assert sentence.startswith(("reply.xlsx", "The passphrase"))
    assert "nothing was taken over" in sentence.casefold()
    assert "Traceback" not in sentence


@pytest.mark.parametrize("name", READABLE)
def test_an_odd_workbook_is_read_and_its_rows_are_recognised(name: str) -> None:
    raw = _read(name)
    counts = match_rows(read_form(raw), make.SENT).counts
    assert counts.intact == counts.rows
    assert counts.rows == (3 if "CSV" in name else 4)


@pytest.mark.parametrize(
    ("name", "id_", "fault"),
    [
        ("formula", "x2.threats", "a formula, which is never computed"),
        ("error", "x2.threats", "an error value of the spreadsheet"),
        ("impossible date", "x2.order-expires", "60 is not a day of any calendar"),
        ("huge date", "x2.order-expires", "9999999 is not a day of any calendar"),
        ("infinite number", "x2.threats", "an error value of the spreadsheet"),
        ("too long", "x2.threats", "4,001 characters where 4,000 fit"),
    ],
)
def test_a_bad_cell_is_refused_in_words_and_the_rest_is_read(name: str, id_: str, fault: str) -> None:
    (cell,) = _staged(name)
    assert cell.id == id_
    assert cell.value is None
    assert fault in cell.fault


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inline text", "threat"),
        ("boolean", "Y"),
        ("right to left", "abc�def�"),
        ("escaped control", "a�b"),
        ("text that looks like a formula", "=1+1"),
    ],
)
def test_an_odd_cell_is_read_as_what_it_is(name: str, value: str) -> None:
    (cell,) = _staged(name)
    assert cell.value == value


def test_hidden_characters_are_named() -> None:
    (cell,) = _staged("right to left")
    assert "right-to-left override" in cell.note
    assert "zero-width space" in cell.note


def test_external_links_are_ignored_and_reported() -> None:
    assert any("external links" in note for note in _read("external link").notes)


def test_a_csv_that_is_not_utf_8_says_so() -> None:
    assert any("Windows-1252" in note for note in _read("Windows-1252 CSV").notes)
    assert _read("UTF-8 CSV").notes == ()


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
    code = "import reports.gate, sys; print(sorted({'openpyxl', 'msoffcrypto', 'python_calamine'} & set(sys.modules)))"
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


def _read(name: str) -> RawWorkbook:
    odd = READABLE[name]
    return read_returned(odd.data, odd.passphrase, "reply.xlsx")


def _staged(name: str) -> tuple[StagedCell, ...]:
    return stage(match_rows(read_form(_read(name)), make.SENT))


IN_SHEETS = ("document type", "nested deeply", "row twice", "cell twice", "too many columns", "too many rows")


@pytest.mark.parametrize(
    "odd", [odd for odd in make.refused() if odd.name in IN_SHEETS], ids=lambda odd: odd.name
)
def test_the_gate_alone_sees_what_stands_in_a_sheet(odd: make.Odd) -> None:
    assert odd.refused is not None
    with pytest.raises(Refused, match=odd.refused):
        check_workbook(odd.data, "reply.xlsx")

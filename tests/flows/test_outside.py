"""What poppler, qpdf, sqlcipher and LibreOffice say of what leaves the register; and odd names on their way."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import openpyxl
import pytest

from app.domain.police import FORM_SHEETS, Sheet, columns_of
from tests.fixtures import desks, police_month
from tests.fixtures.extracts import extract_csv, row
from tests.fixtures.process import done

SECRET = "herons at the river mouth"
"""Poppler's tools take no more than 32 letters."""
COPIES = (
    f'name,service,passphrase,large\nHana Pōtae,prisons,{SECRET},\n"Rua, Tiaki",police,{SECRET} two,yes\n'
)


def needs(*tools: str) -> pytest.MarkDecorator:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not on this computer")


def _tool(*words: object, ok: tuple[int, ...] = (0,)) -> str:
    ended = subprocess.run([str(word) for word in words], capture_output=True, check=False)
    assert ended.returncode in ok, ended.stderr.decode(errors="replace")
    return ended.stdout.decode("utf-8", errors="replace")


LONG = "Te Whakataupuka-Featherstonehaugh-Ngarimu-Wolfeschlegelstein"
FORMULA = '=HYPERLINK("http://example.nz","open")'
ODD: dict[str, tuple[str, str]] = {
    "0100": (LONG, LONG),
    "0101": (unicodedata.normalize("NFD", "Ngātūwhāoro"), "Ngātūwhāoro"),
    "0102": ("Right\u202eotfeL\u202c", "RightotfeL"),
    "0103": ("Zero\u200bWidth\ufeff", "ZeroWidth"),
    "0104": (FORMULA, FORMULA),
    "0105": ("@Ara", "@Ara"),
    "0106": ("Q", "Q"),
}
"""PRN: the surname as IOMS has it, and as everybody reads it from then on."""


@lru_cache(maxsize=1)
def _odd() -> Path:
    """A register whose people have odd names, its agenda issued, packs printed and the workbook sent plain."""
    assert len(LONG) == 60
    base = Path(mkdtemp(prefix="forumdesk-odd-"))
    folder = desks.new_register(base / "register")
    extract = base / "ioms.csv"
    rows = [row(prn, Surname=written) for prn, (written, _) in ODD.items()]
    rows += [row("0107", Surname="Sukarno", Given_names="-"), row("0108", Surname="Alone", Given_names="")]
    extract.write_bytes(extract_csv(rows))
    taken = done(folder, "extract", "import", extract)
    assert [(fault["row"], fault["heading"]) for fault in taken["rejections"]] == [(10, "Given names")]
    done(folder, "meeting", "schedule", "--forum", "CHC", "--date", "14/04/2027")
    done(folder, "meeting", "agenda", "CHC-2027-04-14", "--issue")
    (base / "copies.csv").write_text(COPIES, encoding="utf-8")
    printing = ("pack", "print", "CHC-2027-04-14", "--copies", base / "copies.csv")
    done(folder, *printing, "--out", base / "plain", "--plain")
    done(folder, *printing, "--out", base / "shut")
    done(folder, "police", "export", "CHC-2027-04-14", "--out", base / "police.xlsx", "--plain")
    return base


def _pdfs(kind: str) -> list[Path]:
    return sorted((_odd() / kind).glob("*.pdf"))


def _pages(file: Path, *options: str) -> list[str]:
    return _tool("pdftotext", "-layout", *options, file, "-").rstrip("\f").split("\f")


def test_odd_names_are_read_once_and_stay_as_they_are_from_case_to_workbook() -> None:
    cases = {case["prn"]: case["surname"] for case in done(_odd() / "register", "case", "list")["cases"]}
    assert {prn: cases[prn] for prn in ODD} == {prn: read for prn, (_, read) in ODD.items()}
    sheet = openpyxl.load_workbook(_odd() / "police.xlsx")[Sheet.CROSS_REFERENCE.value]
    prn, surname = police_month.column(sheet, "PRN"), police_month.column(sheet, "Surname")
    for line in range(2, sheet.max_row + 1):
        cell = sheet.cell(line, surname)
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        if (key := str(sheet.cell(line, prn).value)) in ODD:
            assert cell.value == ODD[key][1]
            assert cell.quotePrefix or not str(cell.value).startswith(("=", "+", "-", "@"))


@needs("pdftotext")
def test_odd_names_are_whole_in_the_printed_pack() -> None:
    words = re.sub(r"\s+", "", "".join(_pages(_pdfs("plain")[0], "-raw")))
    for _, read in ODD.values():
        assert re.sub(r"\s+", "", f"{read}, Hēmi") in words


@needs("pdftotext", "pdfinfo", "pdffonts", "qpdf")
def test_poppler_and_qpdf_find_every_page_marked_every_font_inside_and_no_fault() -> None:
    for number, file in enumerate(_pdfs("plain"), 1):
        holder = ("Hana Pōtae", "Rua, Tiaki")[number - 1]
        assert f"copy-0{number}-of-02" in file.name
        pages = _pages(file)
        for at, page in enumerate(pages, 1):
            line = re.sub(r"\s+", " ", page)
            assert f"Copy {number} of 2" in line or f"copy {number} of 2" in line, line
            assert holder in line
            assert re.search(rf"[Pp]age {at} of {len(pages)}\b", line)
            assert "IN CONFIDENCE" in line
        fonts = [line.split() for line in _tool("pdffonts", file).splitlines()[2:]]
        assert fonts
        assert all(words[-5] == "yes" for words in fonts), fonts
        told = _tool("pdfinfo", file)
        assert re.search(r"^Title: +\S", told, re.MULTILINE)
        assert re.search(r"^Encrypted: +no", told, re.MULTILINE)
        assert "No syntax or stream encoding errors found" in _tool("qpdf", "--check", file)


@needs("pdfinfo", "pdftotext", "qpdf")
def test_an_encrypted_copy_opens_in_poppler_and_qpdf_with_its_own_passphrase_alone() -> None:
    first, second = _pdfs("shut")
    assert "AESv3" in _tool("qpdf", "--show-encryption", f"--password={SECRET}", first)
    assert "No syntax" in _tool("qpdf", "--check", f"--password={SECRET}", first)
    assert "Hana Pōtae" in _pages(first, "-upw", SECRET)[0]
    assert "Rua, Tiaki" in _pages(second, "-upw", f"{SECRET} two")[0]
    for opened in (("pdfinfo", first), ("pdfinfo", "-upw", SECRET, second), ("pdfinfo", "-upw", "", second)):
        assert _tool(*opened, ok=(1,)) == ""
    assert LONG.encode() not in first.read_bytes()


@needs("sqlcipher")
def test_the_sqlcipher_tool_opens_a_register_with_no_passphrase_at_all() -> None:
    file = _odd() / "register" / "register.fdb"
    for secret in (desks.ADMINISTRATOR[1], desks.CHAIR[1], ""):
        asked = f"PRAGMA key = '{secret}'; SELECT count(*) FROM sqlite_master;"
        ended = subprocess.run(["sqlcipher", str(file), asked], capture_output=True, check=False, text=True)
        assert "not a database" in ended.stderr + ended.stdout


def test_no_file_of_a_register_holds_a_readable_word_of_anybody() -> None:
    known = {read for _, read in ODD.values() if len(read) > 1} | {"Hēmi", "Rolleston", "Pōtae", "Tiaki"}
    known |= {desks.ADMINISTRATOR[0], desks.CHAIR[0], desks.ADMINISTRATOR[1], "Christchurch", "CREATE TABLE"}
    for file in _kept(_odd() / "register"):
        data = file.read_bytes()
        for word in known:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(encoding) not in data, (file.name, word)
    pages = (_odd() / "register" / "register.fdb").read_bytes()
    assert not re.search(rb"[A-Za-z ,.]{14,}", pages)


def _kept(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


@needs("soffice")
def test_a_workbook_filled_and_saved_by_libreoffice_comes_back_intact(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    shutil.copytree(_odd() / "register", folder)
    told = done(folder, "police", "list")["exchanges"]
    book = openpyxl.load_workbook(_odd() / "police.xlsx")
    for prn in ODD:
        police_month.write(
            book, Sheet.CROSS_REFERENCE, prn, Police_answer="held, relevant", Information=f"Seen, {prn}."
        )
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    saved = _by_libreoffice(filled, tmp_path / "saved")
    taken = done(folder, "police", "import", saved)
    assert taken["exchange"] == told[0]["exchange"]
    assert taken["intact"] == taken["rows"] == len(ODD) + 1
    assert (taken["missing"], taken["ours_changed"], taken["unknown_row"], taken["refused"]) == (0, 0, 0, [])
    assert taken["cells"] == 2 * len(ODD)
    assert done(folder, "police", "import", saved)["cells"] == 0
    done(folder, "police", "decide", taken["exchange"], "--accept-all-intact")
    receipt = tmp_path / "receipt.xlsx"
    confirmed = done(folder, "police", "confirm", taken["exchange"], "--receipt", receipt)
    assert (confirmed["taken"], confirmed["not_taken"]) == (2 * len(ODD), 0)
    assert "Seen, 0104." in " ".join(_words(receipt))
    assert done(folder, "register", "check")["ok"]


@lru_cache(maxsize=1)
def _saved_by_libreoffice() -> tuple[Any, Any]:
    """The workbook as sent and as LibreOffice saves it, one answer given and one that is on no list."""
    sent = openpyxl.load_workbook(_odd() / "police.xlsx")
    police_month.write(sent, Sheet.CROSS_REFERENCE, "0100", Police_answer="nothing held")
    police_month.write(sent, Sheet.CROSS_REFERENCE, "0101", Police_answer="perhaps")
    filled = _odd() / "answered.xlsx"
    sent.save(filled)
    saved = _by_libreoffice(_odd() / "police.xlsx", _odd() / "saved")
    answered = _by_libreoffice(filled, _odd() / "counted")
    return openpyxl.load_workbook(saved), openpyxl.load_workbook(answered, data_only=True)


@needs("soffice")
def test_what_a_save_by_libreoffice_keeps_and_what_it_loses_is_as_written_down() -> None:
    sent: Any = openpyxl.load_workbook(_odd() / "police.xlsx")
    saved, _ = _saved_by_libreoffice()
    assert saved.sheetnames == sent.sheetnames
    assert set(saved.defined_names) == set(sent.defined_names)
    assert saved.custom_doc_props.names == sent.custom_doc_props.names
    for name in FORM_SHEETS:
        before, after = sent[name.value], saved[name.value]
        assert after.protection.sheet
        assert after.protection.sort  # True means: sorting is not allowed
        assert not after.protection.autoFilter
        assert after.auto_filter.ref == before.auto_filter.ref
        assert _rules(after) == _rules(before)
        assert sum(len(area.rules) for area in after.conditional_formatting) == sum(
            len(area.rules) for area in before.conditional_formatting
        )
        assert after.page_setup.orientation == "landscape"
        assert (after.page_setup.fitToWidth, after.page_setup.fitToHeight) == (1, 0)
        assert "IN CONFIDENCE" in after.oddHeader.center.text
        assert after.oddFooter.right.text == "Page &P of &N"
        for old, new in zip(before[2], after[2], strict=True):
            assert (new.value, new.data_type, new.protection.locked) == (
                old.value,
                old.data_type,
                old.protection.locked,
            )
    # Lost: the frozen headings, the quote mark before our texts (they stay text), and *very* of very hidden.
    assert saved[Sheet.CROSS_REFERENCE.value].freeze_panes is None
    assert saved["Lists"].sheet_state == "hidden"


def _rules(sheet: Any) -> set[tuple[str, str, str]]:
    return {
        (rule.type, str(rule.sqref), str(rule.formula1)) for rule in sheet.data_validations.dataValidation
    }


@needs("soffice")
def test_libreoffice_counts_what_is_still_to_do_and_what_needs_fixing() -> None:
    _, answered = _saved_by_libreoffice()
    rows = {row[1]: row[2:6] for row in answered["Instructions"].iter_rows(values_only=True) if row[1]}
    people = len(ODD) + 1
    assert rows["Cross-reference"][:3] == (people, people - 2, 1)
    assert rows["Cross-reference"][3].startswith("row ")


@needs("soffice", "pdftotext")
def test_libreoffice_prints_the_workbook_one_page_wide_marked_and_numbered() -> None:
    into = _odd() / "printed"
    _soffice("pdf", _odd() / "police.xlsx", into)
    pages = _pages(into / "police.pdf")
    for at, page in enumerate(pages, 1):
        assert page.count("IN CONFIDENCE") >= 2
        assert f"Page {at} of {len(pages)}" in page
    headings = [column.heading for column in columns_of(Sheet.CROSS_REFERENCE)]
    page = next(page for page in pages if "NIA number" in page)
    assert all(word in page for heading in headings for word in heading.split())


def _soffice(kind: str, file: Path, into: Path) -> None:
    profile = (into / "profile").as_uri()
    options = ("--headless", "--norestore", f"-env:UserInstallation={profile}")
    _tool("soffice", *options, "--convert-to", kind, "--outdir", into, file)


def _by_libreoffice(file: Path, into: Path) -> Path:
    """Open a workbook and save it, as its reader would."""
    _soffice("xlsx:Calc MS Excel 2007 XML", file, into)
    return into / file.name


def _words(file: Path) -> Iterator[str]:
    book: Any = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        for line in sheet.iter_rows(values_only=True):
            yield from (str(cell) for cell in line if cell is not None)

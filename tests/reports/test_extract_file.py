"""Opening extract files: encodings, delimiters, line ends, workbooks, and what is refused."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.criteria import place
from app.domain.errors import Refused
from app.domain.extract import FIELDS, forum_keys, read_rows, rejections_csv
from app.domain.timeline import record_anchor
from app.made_up import made_up_people, write_extract
from reports import reader
from reports.extract_file import read_table
from tests.hostile.corpus import BY_NAME
from tests.hostile.make import ENCRYPTED

FIXTURES = Path(__file__).parents[1] / "fixtures"
TEXT = "PRN;Surname\r\n007;Tāmati\r\n\r\n08;O'Connor\r\n"
PLAIN = "PRN;Surname\r\n007;Núñez\r\n\r\n08;O’Connor\r\n"


def cells(data: bytes) -> list[tuple[int, list[Any]]]:
    return read_table("file.csv", data).rows


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_every_stated_encoding_gives_the_same_cells(data: bytes, encoding: str) -> None:
    table = read_table("file.csv", data)
    assert (table.headings, table.encoding, table.warnings) == (("PRN", "Surname"), encoding, ())
    assert table.rows == [(2, ["007", "Tāmati"]), (4, ["08", "O'Connor"])]


def test_windows_1252_is_read_with_a_warning() -> None:
    table = read_table("old.csv", PLAIN.encode("cp1252"))
    assert table.rows[0] == (2, ["007", "Núñez"])
    assert table.encoding == "cp1252"
    assert table.warnings[0].startswith("old.csv was read as Windows-1252")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(delimiter: str, line_end: str) -> None:
    lines = [("PRN", '"Surname;,\tand more"'), ("1", '"two\nlines, ""quoted"""'), ("", ""), ("2", "x")]
    data = line_end.join(delimiter.join(line) for line in lines).encode()
    assert cells(data) == [(2, ["1", 'two\nlines, "quoted"']), (4, ["2", "x"])]


def test_a_line_that_names_the_separator_is_obeyed_and_is_no_heading() -> None:
    assert read_table("f", b"sep=;\r\nPRN;a,b,c\r\n1;2\r\n").headings == ("PRN", "a,b,c")


def test_blank_rows_are_no_rows_but_count_in_the_numbering() -> None:
    assert cells(b"\n\nPRN,Surname\n\n , \n1,a\n,,\n\n") == [(6, ["1", "a"])]


def test_short_rows_are_filled_and_long_rows_are_kept_whole() -> None:
    assert cells(b"a,b,c\n1\n1,2,3,4\n") == [(2, ["1", "", ""]), (3, ["1", "2", "3", "4"])]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "no headings"),
        (b" \r\n\r\n", "no headings"),
        (b"PRN,Surname\n1,a\0b\n", "zero bytes"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "zero bytes"),
        (b"PRN,Surname\n1,\x81\x8d\n", "not text"),
        (b"\xef\xbb\xbfPRN,Surname\n1,\xe9\n", "damaged"),
        (b"\xff\xfeP\0R\0N", "damaged"),
        (b'PRN,Surname\n1,a\n2,"never closed\n3,c\n', "mark in row 3 is never closed"),
        (b'PRN,Surname\n1,"' + b"x" * 200_000 + b'"\n', "longer than any cell"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted or an old .xls"),
        (b"PK\x03\x04 cut off", "not a whole workbook"),
        (b",".join(b"h%d" % n for n in range(300)) + b"\n", "more than 256 columns"),
        (b"x" * (20 * 1024 * 1024 + 1), "over 20 MB"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(Refused, match=rf"^november\.csv.*{told}.*\.?$"):
        read_table("november.csv", data)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_end_in_anything_but_cells_or_a_sentence(data: bytes) -> None:
    try:
        table = read_table("any", data)
    except Refused:
        return
    assert all(len(row) >= len(table.headings) for _, row in table.rows)


WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\uf8ff"), max_size=6)


@given(st.lists(st.lists(WRITABLE, min_size=3, max_size=3), max_size=8))
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["PRN", "b", "c"], *rows])
    expected = [row for row in rows if "".join(row).strip()]
    assert [row for _, row in cells(out.getvalue().encode("utf-8-sig"))] == expected


def workbook(*rows: list[Any], formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    book.create_sheet("Second").append(["not", "read"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbooks_first_sheet_gives_real_dates_and_plain_numbers() -> None:
    data = workbook(
        ["PRN", "Born", "Weight", "CSO", "Unit", None],
        [60717356.0, datetime(1985, 2, 21, tzinfo=UTC).replace(tzinfo=None), 3, True, "A1"],
        [],
        ["007", date(2026, 11, 16), 0.7, False, None, None],
    )
    table = read_table("f.xlsx", data)
    assert (table.headings, table.encoding) == (("PRN", "Born", "Weight", "CSO", "Unit"), "xlsx")
    assert table.rows == [
        (2, [60717356, date(1985, 2, 21), 3, "TRUE", "A1"]),
        (4, ["007", date(2026, 11, 16), 0.7, "FALSE", None]),
    ]


def test_an_impossible_spreadsheet_date_is_a_cell_to_refuse_not_a_crash() -> None:
    table = read_table("f.xlsx", workbook(["PRN", "Born"], ["1", 10**9], formats={"B2": "dd/mm/yyyy"}))
    assert not isinstance(table.rows[0][1][1], date)


def test_a_workbook_and_a_csv_of_the_same_people_are_read_the_same() -> None:
    people = made_up_people(3, 60, "CHC", date(2026, 11, 16))
    names = [field.name for field in FIELDS]
    book = workbook(
        [field.heading for field in FIELDS],
        *[[getattr(p, name) or None for name in names] for p in people],
    )
    from_csv = read_table("f.csv", write_extract(people))
    from_book = read_table("f.xlsx", book)
    one, other = (read_rows(table.headings, table.rows) for table in (from_csv, from_book))
    assert one.rejections == other.rejections == ()
    assert one.records == other.records
    assert len(one.records) == 60


def test_an_empty_workbook_a_cut_one_and_one_of_another_kind_are_refused() -> None:
    with pytest.raises(Refused, match="first sheet is empty"):
        read_table("f.xlsx", workbook([]))
    whole = workbook(["PRN"], ["1"])
    with pytest.raises(Refused, match=r"^f\.xlsx"):
        read_table("f.xlsx", whole[: len(whole) // 2])
    with pytest.raises(Refused, match=r"^f\.xlsx"):
        read_table("f.xlsx", packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}))
    with pytest.raises(Refused, match=r"^f\.xlsx"):
        read_table("f.xlsx", packed({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}))


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name, data)
    return out.getvalue()


def test_a_workbook_that_unpacks_to_far_too_much_is_refused_before_it_is_read() -> None:
    whole = io.BytesIO(workbook(["PRN"], ["1"]))
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/worksheets/sheet9.xml", b" " * (60 * 1024 * 1024))
    with pytest.raises(Refused, match="unpacks to"):
        read_table("f.xlsx", whole.getvalue())


HOSTILE = (
    "macro part", "macro content type", "ActiveX part", "embedded object", "connections", "document type",
    "nested deeply", "bomb by ratio", "bomb by sum", "a part twice", "binary workbook", "cut off by one byte",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_no_extract_either(name: str) -> None:
    odd = BY_NAME[name]
    with pytest.raises(Refused) as refusal:
        read_table("extract.xlsx", odd.make())
    told = odd.says.replace("reply.xlsx", "extract.xlsx").replace("taken over", "taken in")
    assert refusal.value.sentence == told.replace("the form", "the extract").replace("no form", "no extract")


def test_a_hostile_second_sheet_refuses_the_file_too() -> None:
    def doubled(body: bytes) -> bytes:
        return body.replace(b"</sheetData>", b'<row r="1"><c r="A1"><v>1</v></c></row></sheetData>')

    data = _changed(workbook(["PRN"], ["1"]), "xl/worksheets/sheet2.xml", doubled)
    with pytest.raises(Refused, match="holds row 1 twice; nothing was taken in"):
        read_table("f.xlsx", data)


def test_an_encrypted_extract_is_refused_in_words() -> None:
    with pytest.raises(Refused, match=r"is encrypted or an old \.xls workbook; nothing was taken in"):
        read_table("f.xlsx", ENCRYPTED)


def test_of_a_formula_the_value_counts_that_was_saved_with_it() -> None:
    def computed(body: bytes) -> bytes:
        return body.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>"
        )

    whole = workbook(["PRN", "Misconducts 12 months"], ["1", "=1+1"])
    [(_, told)] = read_table("f.xlsx", whole).rows
    assert told == ["1", "=1+1"]
    [(_, told)] = read_table("f.xlsx", _changed(whole, "xl/worksheets/sheet1.xml", computed)).rows
    assert told == ["1", 2]


def _changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    after = change(parts[part])
    assert after != parts[part]
    return packed(parts | {part: after})


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_workbook_that_ends_its_reader_ends_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    dying = "import os; os.abort()"
    monkeypatch.setattr(reader, "_command", lambda: [sys.executable, "-c", dying])
    with pytest.raises(Refused, match=r"could not be read within 10 seconds.*nothing was taken in"):
        read_table("f.xlsx", workbook(["PRN"], ["1"]))


def sample(name: str) -> Any:
    table = read_table(name, (FIXTURES / name).read_bytes())
    return read_rows(
        table.headings, table.rows, forums=forum_keys({"CHC": "Christchurch", "HB": "Hawke's Bay"})
    )


def places(reading: Any) -> Counter[str]:
    return Counter(
        "in" if placed.in_ else str(placed.reason)
        for person in reading.records
        for placed in [place(person, record_anchor(person, person.as_at), person.as_at)]
    )


def test_the_clean_sample_is_read_whole() -> None:
    reading = sample("ioms-CHC-2026-11.csv")
    assert (reading.rows, len(reading.records), reading.rejected_rows, reading.forums) == (
        160,
        160,
        0,
        ("CHC",),
    )
    assert reading.unknown_headings == ()
    counted = places(reading)
    assert sum(counted.values()) == 160
    assert (counted["in"], counted["not-yet"], counted["no-anchor"]) == (41, 58, 2)


def test_the_messy_sample_loses_exactly_its_faulty_rows() -> None:
    reading = sample("ioms-HB-2026-11-messy.csv")
    assert (reading.rows, len(reading.records), reading.rejected_rows, reading.repeats) == (73, 59, 13, 1)
    assert reading.unknown_headings == ("Bed number",)
    assert [(r.row, r.heading) for r in reading.rejections] == [
        (10, "OWR weight"),
        (14, "Surname"),
        (25, "RoC*RoI"),
        (40, "PRN"),
        (44, "Statutory release date"),
        (52, "PRN"),
        (53, "Date of birth"),
        (62, "Next hearing date"),
        (65, "Date of birth"),
        (69, "VNR"),
        (70, "Psychological risk"),
        (71, "Statutory release date"),
        (74, "PRN"),
    ]


def test_saved_refusals_can_be_mended_and_read_again() -> None:
    reading = sample("ioms-HB-2026-11-messy.csv")
    saved = rejections_csv(reading.headings, reading.rejected_cells, reading.rejections)
    table = read_table("mend.csv", saved)
    again = read_rows(table.headings, table.rows, forums=forum_keys({"HB": "Hawke's Bay"}))
    assert again.rows == 13
    assert again.unknown_headings == ("Bed number", "Row", "Heading", "Reason")
    assert [r.reason for r in again.rejections] == [r.reason for r in reading.rejections]

"""The workbook as Police open it, and as it comes back from the programs they use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple

from app.domain.police import FORM_SHEETS, Sheet, columns_of
from app.domain.police_return import Matched, exchange_named, match_rows, read_form
from app.domain.police_review import ReceiptDocument, accept, accept_all_intact, ask, settle, stage
from reports.police_instructions import lines
from reports.police_workbook import write_police_workbook
from reports.reader import read_returned
from reports.receipt import write_receipt
from tests.hostile import make

COPIES = Path(__file__).parents[1] / "fixtures" / "police"
FIRST = 2


def opened(data: bytes = make.GOOD) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def column(sheet: Any, heading: str) -> int:
    found: int = next(cell.column for cell in sheet[1] if cell.value == heading)
    return found


def returned(change: Callable[[Any], None]) -> Matched:
    """The good workbook changed with openpyxl, saved and read back."""
    book = opened()
    change(book)
    out = io.BytesIO()
    book.save(out)
    return match_rows(read_form(read_returned(out.getvalue(), None, "reply.xlsx")), make.SENT)


def test_sheets_and_headings_are_those_of_the_contract() -> None:
    book = opened()
    assert book.sheetnames[:4] == ["Instructions", "Cross-reference", "Addresses", "Aliases and people"]
    for name in FORM_SHEETS:
        assert [cell.value for cell in book[name][1]] == [c.heading for c in columns_of(name)]
    assert [c.heading for c in columns_of(Sheet.ADDRESSES) if not c.ours] == [
        "Police answer",
        "Suitability",
        "Comment",
        "Officer",
        "Checked on",
    ]


def test_ours_are_locked_and_shaded_and_theirs_are_open() -> None:
    book = opened()
    for name in FORM_SHEETS:
        assert book[name].protection.sheet
        assert book[name].protection.sort is True  # True here means: sorting is not allowed
        for index, c in enumerate(columns_of(name), 1):
            cell = book[name].cell(FIRST, index)
            assert cell.protection.locked is c.ours
            assert (cell.fill.fgColor.rgb == "FFE8ECEF") is c.ours


def test_no_text_of_ours_can_become_a_formula() -> None:
    sheet = opened()["Cross-reference"]
    for heading, value in (("Surname", "=McGrory"), ("Given names", "+Tāmati")):
        cell = sheet.cell(4, column(sheet, heading))
        assert (cell.value, cell.data_type, cell.quotePrefix) == (value, "s", True)
    with zipfile.ZipFile(io.BytesIO(make.GOOD)) as parts:
        for number in (2, 3, 4):
            assert b"<f>" not in parts.read(f"xl/worksheets/sheet{number}.xml")


def test_a_prn_keeps_its_zeros_and_a_birth_is_a_real_date() -> None:
    sheet = opened()["Cross-reference"]
    assert sheet["B2"].value == "0096157279"
    assert sheet["E2"].value.date() == date(1980, 6, 23)
    assert sheet["E2"].number_format == "dd/mm/yyyy"


def test_every_choice_has_a_drop_down_from_a_very_hidden_list() -> None:
    book = opened()
    assert book["Lists"].sheet_state == "veryHidden"
    for name in FORM_SHEETS:
        rules = {
            (rule.type, str(rule.sqref).split(":")[0]) for rule in book[name].data_validations.dataValidation
        }
        for index, c in enumerate(columns_of(name)):
            place = f"{get_column_letter(index + 1)}2"
            wanted = {"text": "textLength", "date": "date", "choice": "list"}.get(str(c.kind))
            assert c.ours or (wanted, place) in rules, c.heading
    assert {"list_police_answer", "list_grade", "list_handling"} <= set(book.defined_names)


def test_pages_are_landscape_one_wide_marked_and_numbered() -> None:
    for sheet in opened().worksheets[:4]:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 is not written
        assert "TRAINING – IN CONFIDENCE" in sheet.oddHeader.center.text
        assert "TRAINING – IN CONFIDENCE" in sheet.oddFooter.center.text
        assert sheet.oddFooter.right.text == "Page &P of &N"
    assert opened()["Cross-reference"].freeze_panes == "E2"


def test_the_instructions_are_seven_lines_and_a_live_count() -> None:
    assert len(lines(make.OUTGOING)) == 7
    sheet = opened()["Instructions"]
    formulas = [cell.value for row in sheet for cell in row if cell.data_type == "f"]
    assert "=COUNTBLANK('Cross-reference'!$L$2:$L$4)" in formulas


ORDER = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
]
"""The elements of a worksheet in the order of the standard (ECMA-376, CT_Worksheet): Excel repairs any other."""


def test_every_part_is_what_excel_opens_without_repairing_it() -> None:
    parts = {name: ElementTree.fromstring(body) for name, body in make.parts_of(make.GOOD).items()}
    types = {
        each.get("PartName", "").lstrip("/") for each in parts[make.TYPES] if each.tag.endswith("Override")
    }
    assert types == {name for name in parts if not name.endswith((".rels", make.TYPES))}
    for each in parts[make.RELS]:
        assert f"xl/{each.get('Target')}" in parts
    styles = parts[make.STYLES].find("{*}cellXfs")
    assert styles is not None
    for name in (name for name in parts if name.startswith("xl/worksheets/")):
        tags = [each.tag.rpartition("}")[2] for each in parts[name]]
        assert tags == sorted(tags, key=ORDER.index)
        numbers = [int(row.get("r", "")) for row in parts[name].iter("{*}row")]
        assert numbers == sorted(set(numbers))
        for row in parts[name].iter("{*}row"):
            places = [coordinate_to_tuple(cell.get("r", "")) for cell in row]
            assert places == sorted(set(places))
            assert {at for at, _ in places} <= {int(row.get("r", ""))}
            assert all(int(cell.get("s", "0")) < len(styles) for cell in row)


def test_what_stands_in_a_row_is_written_as_it_is_whatever_it_is() -> None:
    from msgspec.structs import replace

    from app.domain.police import seal_rows

    odd = ("a <b> & 'c' \"d\"", "_x0041_ stays", "#", "Ngāti 🦜 Porou", "=1+1", "two  blanks")
    cases = tuple(replace(make.OUTGOING.cases[0], surname=text, aliases=text) for text in odd)
    rows = seal_rows(make.KEY, replace(make.OUTGOING, cases=cases, addresses=()))
    data = write_police_workbook(replace(make.OUTGOING, cases=cases, addresses=()), rows, make.MADE)
    matched = match_rows(read_form(read_returned(data)), rows)
    assert matched.counts.intact == len(odd)
    assert [row.ours["Surname"] for row in matched.rows] == [" ".join(text.split()) for text in odd]
    assert [opened(data)["Cross-reference"].cell(at, 3).data_type for at in range(2, 8)] == ["s"] * 6


def test_a_birth_before_spreadsheets_agree_on_days_is_text() -> None:
    from msgspec.structs import replace

    from app.domain.police import seal_rows

    old = replace(
        make.OUTGOING, cases=(replace(make.OUTGOING.cases[0], born=date(1899, 5, 1)),), addresses=()
    )
    rows = seal_rows(make.KEY, old)
    data = write_police_workbook(old, rows, make.MADE)
    assert opened(data)["Cross-reference"]["E2"].value == "01/05/1899"
    assert match_rows(read_form(read_returned(data)), rows).counts.intact == 1


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert write_police_workbook(make.OUTGOING, make.SENT, make.MADE) == make.GOOD


def test_a_forum_without_addresses_still_gets_a_whole_workbook() -> None:
    from msgspec.structs import replace

    from app.domain.police import seal_rows

    few = replace(make.OUTGOING, addresses=(), training=False)
    rows = seal_rows(make.KEY, few)
    raw = read_returned(write_police_workbook(few, rows, make.MADE))
    assert match_rows(read_form(raw), rows).counts.intact == 3
    assert exchange_named(raw) == "EX-2026-12-CHC"


def test_renamed_reordered_sheets_and_columns_are_recognised() -> None:
    def change(book: Any) -> None:
        book["Cross-reference"].title = "Sheet A"
        book["Addresses"].title = "Cross-reference"
        book.move_sheet("Instructions", 4)
        sheet = book["Sheet A"]
        sheet.insert_cols(1)
        sheet.cell(1, 1).value = "Our own notes"
        sheet.cell(2, 1).value = "seen"
        sheet.cell(2, column(sheet, "Police answer")).value = "  Held,  RELEVANT "

    matched = returned(change)
    assert (matched.counts.rows, matched.counts.intact) == (4, 4)
    (cell,) = stage(matched)
    assert (cell.value, cell.place) == ("held, relevant", "M2")


def test_a_line_put_above_the_headings_does_not_hide_them() -> None:
    def change(book: Any) -> None:
        book["Cross-reference"].insert_rows(1, 2)
        book["Cross-reference"]["A1"].value = "Filled in at Christchurch Central"

    assert returned(change).counts.intact == 4


def test_changed_doubled_lost_and_new_rows_are_each_told_apart() -> None:
    def change(book: Any) -> None:
        sheet = book["Cross-reference"]
        sheet.cell(2, column(sheet, "PRN")).value = "99999999"
        for index in range(1, 26):
            sheet.cell(5, index).value = sheet.cell(3, index).value
        sheet.cell(6, column(sheet, "Surname")).value = "Somebody"
        sheet.delete_rows(4)

    counts = returned(change).counts
    assert counts.rows == 5
    assert (counts.ours_changed, counts.duplicate, counts.unknown_row, counts.missing) == (1, 2, 1, 1)


def test_merged_cells_are_read_by_their_first_cell() -> None:
    def change(book: Any) -> None:
        sheet = book["Cross-reference"]
        at = column(sheet, "Information")
        sheet.cell(2, at).value = "Both of them"
        sheet.merge_cells(start_row=2, end_row=3, start_column=at, end_column=at)

    assert [cell.id for cell in stage(returned(change))] == ["x2.information"]


def test_a_copy_saved_by_libreoffice_is_intact() -> None:
    raw = read_returned((COPIES / "libreoffice.xlsx").read_bytes())
    matched = match_rows(read_form(raw), make.SENT)
    assert matched.counts.intact == 4
    values = {cell.id: cell.value for cell in stage(matched)}
    assert values == {
        "x2.police-answer": "held, relevant",
        "x2.information": "Whānau at the address.",
        "x2.checked-on": "2026-11-10",
        "x3.police-answer": "nothing held",
        "x4.threats": None,
    }


def test_a_copy_encrypted_by_libreoffice_is_read_and_its_weaker_lock_is_told() -> None:
    raw = read_returned((COPIES / "libreoffice-encrypted.xlsx").read_bytes(), make.PASSPHRASE)
    assert match_rows(read_form(raw), make.SENT).counts.intact == 4
    assert "AES-128" in raw.notes[0]


def test_a_csv_with_dates_turned_round_is_recognised_and_its_dates_are_not_guessed() -> None:
    raw = read_returned((COPIES / "libreoffice-american-dates.csv").read_bytes(), None, "reply.csv")
    matched = match_rows(read_form(raw), make.SENT)
    assert matched.month_first
    assert (matched.counts.intact, matched.counts.missing) == (3, 1)
    (checked,) = (cell for cell in stage(matched) if cell.heading == "Checked on")
    assert checked.value is None
    assert "month before the day" in checked.fault


def test_the_receipt_says_cell_by_cell_what_became_of_each() -> None:
    def change(book: Any) -> None:
        sheet = book["Cross-reference"]
        for row, heading, value in (
            (2, "Police answer", "held, relevant"),
            (2, "Checked on", date(2026, 11, 10)),
            (3, "Order expires", "31/11/2026"),
            (3, "Threats", "=1+1"),
            (4, "Grade", "perhaps"),
        ):
            sheet.cell(row, column(sheet, heading)).value = value

    cells = {cell.id: cell for cell in accept_all_intact(stage(returned(change)))}
    cells["x3.order-expires"] = accept(cells["x3.order-expires"], "30/11/2026")
    cells["x3.threats"] = ask(cells["x3.threats"], "Which threat?")
    receipt = ReceiptDocument(
        "EX-2026-12-CHC",
        "Christchurch",
        date(2026, 12, 2),
        "IN CONFIDENCE",
        False,
        date(2026, 11, 20),
        settle(tuple(cells.values())),
        {"0096157279": "Fa’aleo, Hēmi"},
        make.SENT[3:],
    )
    data = write_receipt(receipt, make.MADE)
    book = opened(data)
    rows = {row[4].value: [cell.value for cell in row] for row in book["Receipt"].iter_rows(min_row=2)}
    assert rows["Police answer"][3:8] == [
        "Fa’aleo, Hēmi",
        "Police answer",
        "held, relevant",
        "taken",
        "held, relevant",
    ]
    assert rows["Checked on"][5:8] == ["10/11/2026", "taken", "10/11/2026"]
    assert rows["Order expires"][5:8] == ["31/11/2026", "changed", "30/11/2026"]
    assert (rows["Threats"][6], rows["Threats"][8]) == ("asked", "Which threat?")
    assert rows["Grade"][6] == "not taken"
    assert "intact: 'perhaps' is not one of" in rows["Grade"][8]
    assert {row[9] for row in rows.values()} == {"20/11/2026"}
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert book["No reply"]["C2"].value == "96039024"
    assert write_receipt(receipt, make.MADE) == data


@pytest.mark.parametrize("heading", ["PRN", "Rank"])
def test_numbers_and_texts_are_the_same_value(heading: str) -> None:
    def change(book: Any) -> None:
        sheet = book["Addresses"]
        cell = sheet.cell(2, column(sheet, heading))
        cell.value = float(cell.value)
        cell.number_format = "General"

    assert returned(change).counts.intact == 4


def test_the_receipt_says_in_words_why_a_cell_nobody_decided_was_not_taken() -> None:
    def change(book: Any) -> None:
        sheet = book["Cross-reference"]
        sheet.cell(2, column(sheet, "Threats")).value = "Heard in the yard"
        sheet.cell(3, column(sheet, "Threats")).value = "Heard at court"
        sheet.cell(3, column(sheet, "Surname")).value = "Somebody else"

    cells = settle(stage(returned(change)))
    receipt = ReceiptDocument(
        "EX-2026-12-CHC",
        "Christchurch",
        date(2026, 12, 2),
        "IN CONFIDENCE",
        False,
        date(2026, 11, 20),
        cells,
        {},
        (),
    )
    rows = opened(write_receipt(receipt, make.MADE))["Receipt"].iter_rows(min_row=2, values_only=True)
    why = {row[5]: row[8] for row in rows}
    assert why["Heard in the yard"].startswith("intact: nobody at the forum decided it")
    assert why["Heard at court"].startswith("ours-changed: grey cells of this row were altered")

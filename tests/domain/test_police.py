"""Sealed rows, cells as they come back, and what is decided about them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.errors import Refused
from app.domain.police import (
    SEAL_LENGTH,
    OutgoingAddress,
    OutgoingCase,
    OutgoingWorkbook,
    Sheet,
    column_named,
    columns_of,
    ours_of,
    read_seal,
    seal,
    seal_rows,
)
from app.domain.police_cells import read_cell, read_typed, same_value, tidy
from app.domain.police_return import Matched, match_rows, no_form, read_form
from app.domain.police_review import (
    StagedCell,
    accept,
    accept_all_intact,
    ask,
    refused_cells,
    reject,
    settle,
    stage,
)
from app.domain.raw_cells import CellKind, RawCell, RawRow, RawSheet, RawWorkbook
from app.domain.words import CellState, RowState, SixAnswer

KEY = b"k" * 32
X = Sheet.CROSS_REFERENCE
CASES = (
    OutgoingCase("c1", "0096157279", "Fa’aleo", "Hēmi", date(1980, 6, 23), "", "Otago", "Hearing 14/05/2027"),
    OutgoingCase("c2", "96039024", "Pōtiki", "Marcus", date(1975, 12, 31)),
    OutgoingCase("c3", "94069524", "McGrory", "Tāmati", None),
)
OUT = OutgoingWorkbook(
    "EX-1",
    "Christchurch",
    "CHC-2026-12-02",
    date(2026, 12, 2),
    date(2026, 11, 18),
    "IN CONFIDENCE",
    False,
    CASES,
    (OutgoingAddress("a1", "96039024", "Pōtiki", 1, "14 Example Street"),),
)
SENT = seal_rows(KEY, OUT)


def text(value: str) -> RawCell:
    return RawCell(CellKind.TEXT, value)


def row_of(index: int, **answers: str) -> dict[str, str]:
    """A sent row of Cross-reference as a person would see it, with answers (`police_answer=…`)."""
    sent = SENT[index]
    cells = {"Row": sent.seal} | {c.heading: v for c, v in zip(ours_of(X), sent.cells, strict=True) if v}
    by_slug = {c.slug.replace("-", "_"): c.heading for c in columns_of(X)}
    return cells | {by_slug[key]: value for key, value in answers.items()}


def back(*rows: dict[str, str], sheet: Sheet = X, instructions: str = "") -> RawWorkbook:
    headings = [c.heading for c in columns_of(sheet)]
    raw = [RawRow(1, {i: text(h) for i, h in enumerate(headings)})]
    for number, cells in enumerate(rows, 2):
        raw.append(RawRow(number, {headings.index(h): text(v) for h, v in cells.items()}))
    first = RawSheet("Instructions", (RawRow(4, {1: text("Exchange"), 2: text(instructions)}),))
    return RawWorkbook((first, RawSheet("whatever", tuple(raw))))


def matched(*rows: dict[str, str]) -> Matched:
    return match_rows(read_form(back(*rows)), SENT)


def one(**answers: str) -> StagedCell:
    (cell,) = stage(matched(row_of(0, **answers)))
    return cell


# --- seals ---------------------------------------------------------------------------------------


def test_a_seal_changes_with_key_exchange_row_and_every_cell() -> None:
    seals = {
        seal(KEY, "EX-1", "c1", ("a", "b")),
        seal(b"other", "EX-1", "c1", ("a", "b")),
        seal(KEY, "EX-2", "c1", ("a", "b")),
        seal(KEY, "EX-1", "c2", ("a", "b")),
        seal(KEY, "EX-1", "c1", ("a", "c")),
        seal(KEY, "EX-1", "c1", ("ab", "")),
        seal(KEY, "EX-1", "c1", ("", "ab")),
    }
    assert len(seals) == 7


@given(st.binary(min_size=1), st.text(), st.lists(st.text()))
def test_a_seal_is_read_whatever_case_blanks_or_confusable_letters(
    key: bytes, row: str, cells: list[str]
) -> None:
    code = seal(key, "EX-1", row, cells)
    assert len(code.replace("-", "")) == SEAL_LENGTH
    assert read_seal(code) == code
    assert read_seal(f" {code.lower().replace('-', ' ')} ") == code
    assert read_seal(code.replace("1", "l").replace("0", "O")) == code
    assert read_seal(code[:-1]) == ""


# --- rows ----------------------------------------------------------------------------------------


def test_untouched_rows_are_intact_and_the_rest_is_missing() -> None:
    result = matched(row_of(0), row_of(1))
    assert [row.state for row in result.rows] == [RowState.INTACT, RowState.INTACT]
    assert result.counts.missing == 2


def test_macrons_case_zeros_and_forms_of_a_date_do_not_count_as_changed() -> None:
    row = row_of(0) | {
        "PRN": "96157279.0",
        "Surname": "FA'ALEO ",
        "Given names": "Hemi",
        "Date of birth": "23/6/1980",
    }
    assert matched(row).rows[0].state is RowState.INTACT


@pytest.mark.parametrize("heading", ["PRN", "Surname", "Given names", "Date of birth", "Prison", "Anchor"])
def test_a_changed_cell_of_ours_is_told_by_its_heading(heading: str) -> None:
    (row,) = matched(row_of(0) | {heading: "something else"}).rows
    assert (row.state, row.changed) == (RowState.OURS_CHANGED, (heading,))


def test_something_written_where_we_sent_nothing_is_a_change() -> None:
    assert matched(row_of(2) | {"Date of birth": "01/01/1980"}).rows[0].state is RowState.OURS_CHANGED


def test_two_rows_with_their_codes_exchanged_are_both_changed() -> None:
    first, second = row_of(0), row_of(1)
    first["Row"], second["Row"] = second["Row"], first["Row"]
    assert matched(first, second).counts.ours_changed == 2


def test_a_code_seen_twice_makes_every_row_with_it_a_duplicate_even_a_changed_one() -> None:
    result = matched(row_of(0), row_of(1), row_of(0) | {"Surname": "Other"})
    assert [row.state for row in result.rows] == [RowState.DUPLICATE, RowState.INTACT, RowState.DUPLICATE]


def test_a_lost_or_wrong_code_is_an_unknown_row_even_twice() -> None:
    lost = {k: v for k, v in row_of(0).items() if k != "Row"}
    wrong = row_of(1) | {"Row": "00000-00000-0000"}
    assert [row.state for row in matched(lost, lost, wrong, wrong).rows] == [RowState.UNKNOWN_ROW] * 4


def test_a_code_on_the_wrong_sheet_is_wrong() -> None:
    (row,) = match_rows(read_form(back({"Row": SENT[0].seal, "PRN": "1"}, sheet=Sheet.ADDRESSES)), SENT).rows
    assert row.state is RowState.UNKNOWN_ROW


def test_a_blank_row_is_no_row() -> None:
    assert matched({}, {"Threats": "   "}, row_of(0)).counts.rows == 1


def test_rows_that_lost_the_column_of_prns_are_not_taken_for_intact() -> None:
    raw = back(row_of(0))
    sheet = raw.sheets[1]
    at = next(i for i, cell in sheet.rows[0].cells.items() if cell.text == "PRN")
    rows = tuple(RawRow(r.number, {i: c for i, c in r.cells.items() if i != at}) for r in sheet.rows)
    result = match_rows(read_form(RawWorkbook((RawSheet("x", rows),))), SENT)
    assert result.rows[0].state is RowState.OURS_CHANGED


def test_a_workbook_without_the_form_says_so() -> None:
    other = RawWorkbook((RawSheet("Sheet1", (RawRow(1, {0: text("Stock"), 1: text("Price")}),)),))
    assert "does not hold the Police form" in no_form(other, "prices.xlsx")
    assert no_form(back(row_of(0)), "reply.xlsx") == ""


def test_counts_add_up() -> None:
    c = matched(row_of(0), row_of(0), row_of(1) | {"PRN": "1"}, {"Surname": "New"}).counts
    assert c.rows == c.intact + c.ours_changed + c.unknown_row + c.duplicate == 4


# --- cells ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", list(SixAnswer))
def test_each_of_the_six_answers_is_read_without_regard_to_case_and_commas(answer: SixAnswer) -> None:
    assert one(police_answer=f" {answer.upper().replace(',', ' ')} ").value == answer


@pytest.mark.parametrize("answer", ["yes", "held", "none", "held, cannot share it with you"])
def test_what_is_not_one_of_the_six_is_refused(answer: str) -> None:
    cell = one(police_answer=answer)
    assert cell.value is None
    assert "is not one of: nothing held" in cell.fault


def test_the_person_to_speak_to_beside_the_answer_goes_into_information() -> None:
    answer, whom = stage(matched(row_of(0, police_answer="Held, cannot share (speak to D/S Moana)")))
    assert (answer.value, whom.heading, whom.value) == (
        SixAnswer.CANNOT_SHARE,
        "Information",
        "Speak to D/S Moana",
    )


def test_held_cannot_share_without_a_person_is_marked() -> None:
    assert "nobody to speak to" in one(police_answer="held, cannot share").note


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5/11/2026", "2026-11-05"),
        ("2026-11-05", "2026-11-05"),
        ("31/11/2026", None),
        ("5/11/26", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_or_refused_and_never_guessed(written: str, value: str | None) -> None:
    assert one(checked_on=written).value == value


def test_a_date_typed_as_text_is_read_back() -> None:
    assert one(checked_on="5/11/2026").note == "text read as 05/11/2026"


def test_a_bare_number_is_no_date() -> None:
    read = read_cell(column_named(X, "Checked on"), RawCell(CellKind.NUMBER, "46331"))
    assert read is not None
    assert "is a number, not a date" in read.fault


@pytest.mark.parametrize(
    ("heading", "bad"), [("Grade", "sure"), ("Protection order", "none"), ("For the Board", "N")]
)
def test_a_word_outside_its_set_is_refused(heading: str, bad: str) -> None:
    read = read_typed(column_named(X, heading), bad)
    assert read is not None
    assert read.value is None


def test_hidden_characters_are_replaced_and_shown() -> None:
    assert tidy("pay\u202ecod.exe") == ("pay\N{REPLACEMENT CHARACTER}cod.exe", tidy("\u202e")[1])
    assert tidy("two\r\nlines") == ("two\nlines", "")


def test_a_macron_lost_by_windows_1252_is_no_change() -> None:
    column = column_named(X, "Surname")
    assert same_value(column, "Pōtiki", text("P?tiki"))
    assert not same_value(column, "Pōtiki", text("P?t?ki"))


@given(st.sampled_from(columns_of(X)), st.text(), st.sampled_from(list(CellKind)))
def test_a_cell_is_blank_or_read_or_refused_in_words(column: object, value: str, kind: CellKind) -> None:
    read = read_cell(column, RawCell(kind, value))  # type: ignore[arg-type]  # sampled from columns
    assert read is None or (read.value is None) == bool(read.fault)


# --- decisions -----------------------------------------------------------------------------------


def test_ids_are_short_and_stay_the_same() -> None:
    assert [c.id for c in stage(matched(row_of(0, threats="t", order_expires="1/1/2027")))] == [
        "x2.order-expires",
        "x2.threats",
    ]


def test_accept_all_takes_intact_readable_cells_where_nothing_stands() -> None:
    rows = (row_of(0, threats="t", grade="perhaps"), row_of(1, threats="u") | {"PRN": "1"}, {"Threats": "w"})
    cells = stage(matched(*rows))
    states = {c.id: c.state for c in accept_all_intact(cells)}
    accepted = {key for key, state in states.items() if state is CellState.ACCEPTED}
    assert accepted == {"x2.threats"}
    filled = tuple(replace(c, present="something") for c in cells)
    assert accept_all_intact(filled) == filled


def test_confirming_settles_every_cell() -> None:
    cells = stage(
        matched(
            row_of(0, threats="t", information="i", officer="o", grade="perhaps"),
            row_of(1, officer="p", threats="q"),
        )
    )
    by_id = {c.id: c for c in cells}
    by_id["x2.threats"] = accept(by_id["x2.threats"])
    by_id["x2.information"] = accept(by_id["x2.information"], "corrected")
    by_id["x2.officer"] = reject(by_id["x2.officer"], "no such officer")
    by_id["x3.officer"] = ask(by_id["x3.officer"], "who?")
    settled = {c.id: (c.state, c.taken_value, c.reason) for c in settle(tuple(by_id.values()))}
    assert settled["x2.threats"] == (CellState.TAKEN, "t", "")
    assert settled["x2.information"] == (CellState.CHANGED, "corrected", "")
    assert settled["x2.officer"] == (CellState.NOT_TAKEN, "o", "no such officer")
    assert settled["x3.officer"] == (CellState.ASKED, "p", "who?")
    assert settled["x3.threats"] == (CellState.NOT_TAKEN, "q", "intact")
    assert settled["x2.grade"][2].startswith("intact: 'perhaps' is not one of")


def test_an_edit_keeps_polices_own_beside_it_and_an_edit_to_the_same_is_no_change() -> None:
    cell = accept(one(order_expires="31/11/2026"), "30/11/2026")
    assert (cell.theirs, cell.taken_value) == ("31/11/2026", "2026-11-30")
    assert accept(one(grade="proven"), "PROVEN").edited is None


def test_a_refused_cell_is_not_accepted_without_an_edit() -> None:
    cell = one(grade="perhaps")
    (refused,) = refused_cells((cell,))
    assert (refused.cell, refused.heading) == ("U2", "Grade")
    with pytest.raises(Refused, match="cannot be accepted as it is"):
        accept(cell)
    with pytest.raises(Refused, match="was not changed"):
        accept(cell, "sure")
    with pytest.raises(Refused, match="cannot be blank"):
        accept(cell, " ")


def test_a_cell_of_an_unknown_row_waits_for_a_person() -> None:
    (cell, *_) = stage(matched({"Surname": "New", "Threats": "t"}))
    with pytest.raises(Refused, match="say first whose row it is"):
        accept(cell)
    assert accept(replace(cell, prn="96039024")).state is CellState.ACCEPTED


def test_two_duplicates_that_disagree_are_not_both_taken() -> None:
    first, second = stage(matched(row_of(0, threats="one"), row_of(0, threats="two")))
    with pytest.raises(Refused, match="they say different things"):
        settle((accept(first), accept(second)))
    assert settle((accept(first), second))[1].reason == "duplicate"

"""Reading an extract: what is refused, what is not, and what counts as the same (formats.md section 1)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.extract import (
    FIELDS,
    Cell,
    ExtractRecord,
    Reading,
    forum_keys,
    match_headings,
    read_profile,
    read_rows,
    rejections_csv,
)
from app.domain.extract_fields import SentenceKind
from app.domain.words import RiskWord
from app.made_up import a_month_later, made_up_people, write_extract

FORUMS = forum_keys({"CHC": "Christchurch", "HB": "Hawke's Bay"})
GOOD: dict[str, Cell] = {
    "PRN": "00123456",
    "Surname": "Tāmati",
    "Given names": "Hēmi",
    "Date of birth": "21/02/1985",
    "Forum": "CHC",
    "Prison": "Rolleston",
    "As at": "16/11/2026",
}


def read(*people: dict[str, Any], as_at: date | None = None, **more: Any) -> Reading:
    """Read rows given as heading → cell, on top of a good row."""
    rows = [{**GOOD, **person} for person in people]
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    cells: list[tuple[int, list[Cell]]] = [
        (number, [row.get(heading, "") for heading in headings]) for number, row in enumerate(rows, 2)
    ]
    return read_rows(headings, cells, as_at=as_at, forums=FORUMS, **more)


def one(**cells: Any) -> ExtractRecord:
    reading = read({name.replace("_", " "): cell for name, cell in cells.items()})
    assert reading.rejections == ()
    return reading.records[0]


def faults(reading: Reading) -> list[tuple[int, str]]:
    return [(rejection.row, rejection.heading) for rejection in reading.rejections]


def test_the_record_has_one_value_for_every_heading_in_the_same_order() -> None:
    assert [field.name for field in FIELDS] == list(ExtractRecord._fields[: len(FIELDS)])
    assert [field.heading for field in FIELDS if field.required] == [
        *("PRN", "Surname", "Given names", "Date of birth", "Forum", "Prison")
    ]


@pytest.mark.parametrize(
    "heading",
    ["prn", " P R N ", "P-R_N", "PRN\u200b"],
    ids=["case", "blanks", "hyphen and underscore", "unseen"],
)
def test_headings_match_without_case_blanks_hyphens_and_underscores(heading: str) -> None:
    headings = [heading, *[h.upper().replace(" ", "_") for h in GOOD if h != "PRN"]]
    assert len(match_headings(headings).columns) == len(GOOD)


def test_macrons_in_a_heading_do_not_count_but_other_letters_do() -> None:
    headings = [h.replace("Forum", "Fōrum") for h in GOOD]
    assert match_headings(headings).columns["forum"] == headings.index("Fōrum")
    assert match_headings([*GOOD, "RoCRoI", ""]).unknown == ("RoCRoI", "column 9 (no heading)")


@pytest.mark.parametrize("missing", [field.heading for field in FIELDS if field.required])
def test_a_missing_required_heading_refuses_the_file_and_is_named(missing: str) -> None:
    with pytest.raises(Refused, match=f"no column “{missing}”"):
        match_headings([heading for heading in GOOD if heading != missing])


def test_a_heading_that_stands_twice_refuses_the_file() -> None:
    with pytest.raises(Refused, match=r"“Unit” stands twice .*columns 8 and 9"):
        match_headings([*GOOD, "Unit", "UNIT"])


@pytest.mark.parametrize("missing", ["PRN", "Surname", "Given names", "Date of birth", "Forum", "Prison"])
def test_a_required_value_left_blank_refuses_its_row(missing: str) -> None:
    assert faults(read({missing: " \u200b "}, {"PRN": "2"})) == [(2, missing)]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        *[("Date of birth", text) for text in ("4/5/88", "31/02/1990", "1990", 30000, "21.02.1985")],
        *[("Next hearing date", text) for text in ("12/25/2027", "soon", "N/A", "-")],
        *[("As at", "yesterday"), ("Forum", "Nowhere")],
        *[("RoC*RoI", text) for text in ("1.7", "-0.1", "1,01", "high", "0.5.1", "70%", "1e-1", 1.01, "٠.٥")],
        *[("Psychological risk", text) for text in ("Extreme", "Very", "VH", "2")],
        *[
            ("Misconducts 12 months", text)
            for text in ("four", "-1", "3.5", 3.5, -1, "1 000", "９", "9" * 10)
        ],
        *[("OWR weight", "4+"), ("Violent sentence months", "5y")],
        *[("CSO", text) for text in ("maybe", "2", "oui", "unknown")],
        *[("VNR", "?"), ("Staff safety", "-"), ("OWR override", 2), ("Transfer restraint", "TRUE!")],
        *[("Date of birth", text) for text in ("17/11/2016", "16/11/1915", "16/11/2030")],
    ],
)
def test_a_value_outside_its_columns_set_refuses_its_row_and_no_other(heading: str, cell: Cell) -> None:
    reading = read({heading: cell}, {"PRN": "2"})
    assert faults(reading) == [(2, heading)]
    assert [record.prn for record in reading.records] == ["2"]


@pytest.mark.parametrize("born", ["16/11/2016", "17/11/1915"])
def test_ages_of_ten_and_of_a_hundred_and_ten_are_taken(born: str) -> None:
    assert one(Date_of_birth=born).prn == "00123456"


@pytest.mark.parametrize(
    "heading",
    ["Statutory release date", "Sentence expiry date", "Final release date", "Ordered release date"],
)
def test_a_release_or_expiry_before_reception_refuses_the_row(heading: str) -> None:
    assert faults(read({"Reception date": "02/01/2020", heading: "01/01/2020"})) == [(2, heading)]
    assert faults(read({"Reception date": "02/01/2020", heading: "02/01/2020"})) == []


@pytest.mark.parametrize("heading", ["Parole eligibility date", "Next hearing date"])
def test_eligibility_or_hearing_before_reception_is_only_odd(heading: str) -> None:
    reading = read({"Reception date": "02/01/2020", heading: "01/01/2020"})
    assert reading.rejections == ()
    assert (2, heading) in [(oddity.row, oddity.heading) for oddity in reading.warnings]


def test_other_oddities_are_told_and_the_row_is_taken() -> None:
    reading = read(
        {"Parole eligibility date": "02/01/2030", "Sentence expiry date": "01/01/2030"},
        {"PRN": "2", "Reception date": "20/02/2003"},
        {"PRN": "3", "Sentence length": "until further notice"},
    )
    assert len(reading.records) == 3
    assert [(w.row, w.heading) for w in reading.warnings] == [
        (2, "Parole eligibility date"),
        (3, "Reception date"),
        (4, "Sentence length"),
    ]


def test_every_fault_is_one_entry_and_the_row_counts_once() -> None:
    reading = read({"Surname": "", "CSO": "maybe", "RoC*RoI": "2"}, {"PRN": "2"})
    assert faults(reading) == [(2, "Surname"), (2, "RoC*RoI"), (2, "CSO")]
    assert (reading.rows, len(reading.records), reading.rejected_rows, reading.repeats) == (2, 1, 1, 0)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *[(word, True) for word in ("Y", "y", "Yes", "YES", "True", "TRUE", "1", 1, " y ")],
        *[(word, False) for word in ("N", "no", "False", "0", 0)],
        *[(word, None) for word in ("", "  ", None)],
    ],
)
def test_yes_and_no_in_every_spelling_and_blank_is_not_known(cell: Cell, value: bool | None) -> None:
    assert one(CSO=cell).cso is value


@pytest.mark.parametrize("text", ["very high", "VERY HIGH", "Very  High"])
def test_risk_words_are_read_without_regard_to_case(text: str) -> None:
    assert one(Psychological_risk=text).psychological_risk is RiskWord.VERY_HIGH


@pytest.mark.parametrize(
    ("cell", "value"),
    [("0,7", 0.7), ("0.70", 0.7), (0.7, 0.7), ("1", 1.0), (0, 0.0), ("1,00", 1.0), (".5", 0.5)],
)
def test_the_risk_score_is_read_with_dot_or_comma_and_compares_exactly(cell: Cell, value: float) -> None:
    assert read({"RoC*RoI": cell}).records[0].roc_roi == value


def test_numbers_of_a_spreadsheet_are_whole_numbers_and_prns_without_a_tail() -> None:
    person = one(PRN=60717356, Misconducts_12_months=3.0, OWR_weight=4)
    assert (person.prn, person.misconducts, person.owr_weight) == ("60717356", 3, 4)
    assert one(PRN=60717356.0).prn == "60717356"


def test_leading_zeros_of_a_prn_stay() -> None:
    reading = read({"PRN": "007"}, {"PRN": "7"}, {"PRN": "07"})
    assert [record.prn for record in reading.records] == ["007", "7", "07"]


@pytest.mark.parametrize(
    ("text", "shown", "months"),
    [
        *[(text, "4y 6m", 54) for text in ("4y 6m", "54 months", "54m", "4Y 6M", "4 years 6 months", "4y6m")],
        *[
            ("8y", "8y", 96),
            ("8 years", "8y", 96),
            ("1 year", "1y", 12),
            ("6m", "6m", 6),
            ("24 months", "2y", 24),
        ],
    ],
)
def test_a_sentence_length_is_one_value_however_it_is_written(text: str, shown: str, months: int) -> None:
    person = one(Sentence_length=text)
    assert (person.sentence_length, person.sentence_months) == (shown, months)
    assert person.sentence_kind is SentenceKind.DETERMINATE


def test_life_and_preventive_detention_have_no_months() -> None:
    life, held = one(Sentence_length="Life"), one(Sentence_length="PREVENTIVE  detention")
    assert (life.sentence_kind, life.sentence_months) == (SentenceKind.LIFE, None)
    assert (held.sentence_length, held.sentence_kind) == (
        "preventive detention",
        SentenceKind.PREVENTIVE_DETENTION,
    )
    assert one(Sentence_length="4y or so").sentence_length == "4y or so"


def test_aliases_and_offences_are_parted_and_cleaned() -> None:
    person = one(Aliases=" Tūtahi,  Xiuying; Duke ;; Ha\u0304kopa, Hoani ", Offences="Arson; ;Theft ")
    assert person.aliases == (("Tūtahi", "Xiuying"), ("Duke", ""), ("Hākopa", "Hoani"))
    assert person.offences == ("Arson", "Theft")


def test_strange_names_are_kept_as_text() -> None:
    assert one(Surname='=HYPERLINK("http://example.org")').surname == '=HYPERLINK("http://example.org")'
    assert one(Surname="Ta\u0304mati\u202e").surname == "Tāmati"
    assert one(Surname="Ā" * 60).surname == "Ā" * 60
    assert one(Unit=date(2026, 3, 1)).unit == "01/03/2026"


@pytest.mark.parametrize("text", ["HB", "hb", "Hawke's Bay", "HAWKE’S BAY", "hawkes bay"])
def test_a_forum_is_told_by_code_or_name(text: str) -> None:
    assert one(Forum=text).forum == "HB"


def test_the_files_date_is_asked_for_only_where_a_row_has_none() -> None:
    on = date(2026, 11, 16)
    with pytest.raises(Refused, match="Row 3 does not say its"):
        read({}, {"PRN": "2", "As at": ""})
    reading = read({"As at": "01/10/2026"}, {"PRN": "2", "As at": ""}, as_at=on)
    assert [record.as_at for record in reading.records] == [date(2026, 10, 1), on]
    assert reading.as_at == on
    without = {heading: cell for heading, cell in GOOD.items() if heading != "As at"}
    row: tuple[int, list[Cell]] = (2, list(without.values()))
    assert read_rows(list(without), [row], as_at=on).records[0].as_at == on


def test_an_as_at_of_any_year_is_taken_because_the_clock_plays_no_part() -> None:
    assert one(As_at="01/01/2070").as_at == date(2070, 1, 1)
    assert one(As_at="01/01/1999").as_at == date(1999, 1, 1)


def test_rows_of_one_prn_that_agree_after_reading_are_one_person_and_repeats() -> None:
    reading = read(
        {"RoC*RoI": "0,69", "Sentence length": "18 months", "CSO": "Y", "Surname": "Ta\u0304mati"},
        {"RoC*RoI": "0.69", "Sentence length": "1y 6m", "CSO": "yes", "Date of birth": "1985-02-21"},
        {"RoC*RoI": "0.690", "Sentence length": "18m", "CSO": "1", "Forum": "Christchurch"},
    )
    assert (len(reading.records), reading.repeats, reading.rejected_rows) == (1, 2, 0)
    assert reading.records[0].row == 2


def test_rows_of_one_prn_that_disagree_are_all_refused() -> None:
    reading = read({}, {"Surname": "Elsewhere"}, {}, {"PRN": "2"})
    assert faults(reading) == [(2, "PRN"), (3, "PRN"), (4, "PRN")]
    assert [record.prn for record in reading.records] == ["2"]


def test_a_blank_does_not_agree_with_a_no() -> None:
    assert faults(read({"CSO": "N"}, {"CSO": ""})) == [(2, "PRN"), (3, "PRN")]


def test_a_faulty_row_takes_the_good_row_of_its_prn_with_it() -> None:
    assert faults(read({}, {"CSO": "maybe"})) == [(2, "PRN"), (3, "PRN"), (3, "CSO")]


def test_two_equal_rows_with_one_fault_have_that_fault_alone() -> None:
    reading = read({"CSO": "maybe"}, {"CSO": "maybe"})
    assert faults(reading) == [(2, "CSO"), (3, "CSO")]
    assert (reading.rows, reading.rejected_rows, reading.repeats) == (2, 2, 0)


def test_two_rows_without_a_prn_are_not_the_same_person() -> None:
    assert faults(read({"PRN": ""}, {"PRN": "", "Surname": "Other"})) == [(2, "PRN"), (3, "PRN")]


def test_a_refused_row_still_says_that_its_person_and_forum_stand_in_the_file() -> None:
    reading = read({"CSO": "maybe"}, {"PRN": "2", "Forum": "HB", "Surname": ""})
    assert reading.prns == {"00123456", "2"}
    assert reading.forums == ("CHC", "HB")


@given(st.permutations(range(6)))
def test_the_order_of_the_columns_changes_nothing(order: list[int]) -> None:
    headings = [*GOOD]
    moved = [*[headings[place] for place in order], headings[6]]
    row: list[tuple[int, list[Cell]]] = [(2, [GOOD[heading] for heading in moved])]
    assert read_rows(moved, row, forums=FORUMS).records == read({}).records


def test_short_rows_are_blank_at_the_end_and_long_ones_are_told() -> None:
    headings = [*GOOD, "Unit"]
    short: list[Cell] = list(GOOD.values())
    long: list[Cell] = ["2", *short[1:], "A1", "", "what is this"]
    reading = read_rows(headings, [(2, short), (3, long)], forums=FORUMS)
    assert [record.unit for record in reading.records] == ["", "A1"]
    assert [(oddity.row, oddity.heading) for oddity in reading.warnings] == [(3, "")]


def test_a_profile_reads_another_layout() -> None:
    profile = read_profile('{"PRN": "Person number", "surname": "Family name"}')
    assert profile == {"PRN": "Person number", "Surname": "Family name"}
    theirs = ["person-number", "FAMILY NAME", *list(GOOD)[2:], "Surname"]
    row: tuple[int, list[Cell]] = (2, [*GOOD.values(), "ignored"])
    reading = read_rows(theirs, [row], profile=profile)
    assert (reading.records[0].surname, reading.unknown_headings) == ("Tāmati", ("Surname",))


def test_a_profile_heading_the_file_lacks_is_refused_where_required_and_told_where_not() -> None:
    with pytest.raises(Refused, match=r"“PRN” \(“Person number” in the profile\)"):
        match_headings(list(GOOD), {"PRN": "Person number"})
    reading = read({}, profile={"Unit": "Wing"})
    assert [(w.row, w.heading) for w in reading.warnings] == [(1, "Unit")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "{",
            "[]",
            '"PRN"',
            '{"Shoe size": "x"}',
            '{"PRN": 3}',
            '{"PRN": ""}',
            '{"PRN": "a", "prn": "b"}',
        ),
        "[" * 100_000,
    ],
)
def test_a_profile_that_makes_no_sense_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused, match=r"mapping profile.*\."):
        read_profile(text)


def test_a_profile_may_not_give_one_column_to_two_headings() -> None:
    with pytest.raises(Refused, match="to two headings"):
        match_headings(list(GOOD), {"Surname": "Name", "Given names": "name"})


def test_refused_rows_are_saved_as_written_with_their_reasons_and_no_formula() -> None:
    reading = read({"Surname": '=cmd|"x"', "CSO": "maybe"}, {"PRN": "2"})
    saved = rejections_csv(reading.headings, reading.rejected_cells, reading.rejections)
    assert saved.startswith(b"\xef\xbb\xbfPRN,Surname,")
    lines = saved.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[0].endswith(",Row,Heading,Reason")
    assert "'=cmd|" in lines[1]
    assert ',2,CSO,"CSO: “maybe” is neither yes nor no' in lines[1]


def test_a_mended_row_comes_back_as_it_was_meant() -> None:
    assert one(Surname="'=cmd").surname == "=cmd"
    assert one(Surname="'Aho").surname == "'Aho"


def test_an_extract_without_rows_is_read_as_nobody() -> None:
    reading = read_rows(list(GOOD), [])
    assert (reading.rows, reading.records, reading.as_at) == (0, (), None)


@given(st.lists(st.text(max_size=12), min_size=7, max_size=7))
def test_no_text_whatever_makes_reading_fail(cells: list[str]) -> None:
    reading = read_rows(list(GOOD), [(2, list(cells))], as_at=date(2026, 11, 16), forums=FORUMS)
    assert len(reading.records) + reading.repeats + reading.rejected_rows == reading.rows == 1


def test_made_up_extracts_are_repeatable_and_move_on_by_a_month() -> None:
    on, later = date(2026, 11, 16), date(2026, 12, 16)
    people = made_up_people(7, 120, "CHC", on)
    assert write_extract(people) == write_extract(made_up_people(7, 120, "CHC", on))
    before = write_extract(people)
    moved = a_month_later(7, people, later)
    assert write_extract(people) == before
    was, now = {p.prn: p for p in people}, {p.prn: p for p in moved}
    assert was.keys() - now.keys()
    assert now.keys() - was.keys()
    assert any(now[prn].next_hearing != was[prn].next_hearing for prn in was.keys() & now.keys())
    assert any(
        now[prn].vnr != was[prn].vnr or now[prn].cso != was[prn].cso for prn in was.keys() & now.keys()
    )

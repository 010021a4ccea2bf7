"""One box: what a text may mean, and why a person answers it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import fold
from app.domain.search import (
    PersonFacts,
    Rung,
    collapse,
    explain,
    index_of,
    name_words,
    near_words,
    next_rung,
    read_query,
)

BORN = date(1988, 5, 4)
TODAY = date(2026, 11, 27)


def person(
    surname: str = "Tūtahi", given: str = "Xiuying", prn: str = "0012345", **more: object
) -> PersonFacts:
    return PersonFacts(prn, surname, given, BORN, **more)  # type: ignore[arg-type]


def why(text: str, facts: PersonFacts, rung: Rung = Rung.NEAR) -> str | None:
    found = explain(read_query(text, TODAY), facts, rung)
    return found.sentence if found else None


@pytest.mark.parametrize("text", ["04/05/1988", "4/5/1988", "1988-05-04", "4.5.1988", "04-05-1988",
                                  "4/5/88", "04.05.88", "4 May 1988", "4th may, 1988", "04-MAY-88",
                                  "04-05-88"])  # fmt: skip
def test_a_date_of_birth_is_read_in_any_form(text: str) -> None:
    assert why(text, person()) == "date of birth 04/05/1988"


@pytest.mark.parametrize("text", ["9 Sep 1988", "9 Sept 88", "9 September 1988", "9th sept, 1988"])
def test_september_has_two_short_forms(text: str) -> None:
    assert [asked.day for asked in read_query(text, TODAY).days] == [date(1988, 9, 9)]


def test_a_year_of_two_digits_is_the_last_one_of_somebody_old_enough() -> None:
    born = [read_query(f"1/2/{short}", TODAY).days[0].day for short in ("12", "13", "71")]
    assert born == [date(2012, 2, 1), date(1913, 2, 1), date(1971, 2, 1)]


@pytest.mark.parametrize("text", ["May", "12 Marshall", "Unit 4 Augustine", "3 Mayfair 12"])
def test_names_that_begin_like_a_month_stay_names(text: str) -> None:
    assert not read_query(text, TODAY).days


@pytest.mark.parametrize("text", ["04-47-11-83", "47-11-83", "04-05-88"])
def test_a_number_with_hyphens_is_found_as_it_was_typed(text: str) -> None:
    assert why(text, person(prn=text)) == f"PRN {text}"


@pytest.mark.parametrize(
    "text", ["4-3-22", "31/02/88", "Unit 4-3-22", "1.2.3.44", "12/04/05/88", "31 Feb 88"]
)
def test_what_is_no_day_stays_the_words_that_were_typed(text: str) -> None:
    query = read_query(text, TODAY)
    assert not query.days
    assert query.words == tuple(fold(text).split())
    assert why(text, person(places=(("unit", text),)))


def test_a_day_is_told_as_it_was_typed() -> None:
    assert [asked.written for asked in read_query("4/5/88 4 May 88 4.5.1988", TODAY).days] == [
        "4/5/88",
        "4 May 88",
        "4.5.1988",
    ]


def test_day_and_month_swapped_is_told_as_such() -> None:
    assert why("05/04/1988", person()) == "date of birth 04/05/1988, day and month swapped"


def test_an_impossible_day_may_still_be_one_the_other_way_round() -> None:
    asked = read_query("05/13/1990", TODAY).days[0]
    assert (asked.day, asked.swapped) == (None, date(1990, 5, 13))


@pytest.mark.parametrize("text", ["O'Connor", "O’CONNOR", "oʻconnor", "oconnor", "O‘Connor"])
def test_apostrophes_and_case_do_not_count(text: str) -> None:
    assert why(text, person("O’Connor", "Seán"), Rung.AS_WRITTEN)


@pytest.mark.parametrize("written", ["Māori", "Maaori", "Maori", "MAORI", "Ma\u0304ori"])
@pytest.mark.parametrize("asked", ["Māori", "maaori", "maori", "Ma\u0304ori"])
def test_macron_doubled_vowel_and_plain_vowel_are_one_name(written: str, asked: str) -> None:
    assert why(asked, person(written, "Tim"), Rung.AS_WRITTEN)


def test_the_beginning_of_a_doubled_vowel_finds_the_macron() -> None:
    assert why("maao", person("Māori", "Tim"), Rung.AS_WRITTEN)


def test_a_short_doubled_vowel_does_not_open_the_door_to_every_beginning() -> None:
    assert why("Lee", person("Leslie", "Ann"), Rung.AS_WRITTEN) is None


def test_names_are_found_reversed_and_by_beginnings() -> None:
    assert why("xiuying tut", person(), Rung.AS_WRITTEN)
    assert why("Tutahi, Xiuying", person()) == "name Tūtahi, Xiuying"


def test_an_alias_says_whose_it_is() -> None:
    facts = person(aliases=(("nickname", "Tiny", ""),))
    assert why("tin", facts) == "nickname Tiny has a word beginning “tin”, of Tūtahi, Xiuying"


def test_a_piece_of_a_name_is_no_answer_as_written_but_is_one_on_the_next_rung() -> None:
    assert why("tahi", person(), Rung.AS_WRITTEN) is None
    assert why("tahi", person(), Rung.PARTS) == "name Tūtahi, Xiuying has in it “tahi”"


@pytest.mark.parametrize("slip", ["tutihi", "tutaih", "tutahhi", "utahi"])
def test_one_letter_wrong_is_found_on_the_loosest_rung_alone(slip: str) -> None:
    assert why(slip, person(), Rung.NEAR) is not None
    if slip != "utahi":
        assert why(slip, person(), Rung.PARTS) is None


def test_a_prn_is_found_with_and_without_its_zeros() -> None:
    assert why("0012345", person()) == "PRN 0012345"
    assert why("12345", person()) == "PRN 0012345 without its leading zeros"
    assert why("000012345", person()) == "PRN 0012345, but for leading zeros"
    assert why("A12-34", person(prn="A12-34")) == "PRN A12-34"


def test_every_word_must_answer() -> None:
    assert why("tutahi pareora", person(), Rung.AS_WRITTEN) is None
    assert why("tutahi kea", person(places=(("unit", "Kea"),)), Rung.AS_WRITTEN)


def test_zero_width_and_direction_characters_do_not_count() -> None:
    assert why("\u202etu\u200bta\u2066hi", person(), Rung.AS_WRITTEN)


def test_a_name_that_looks_like_a_formula_is_a_name() -> None:
    facts = person('=HYPERLINK("http://x")', "Lee")
    assert why("hyperlink", facts, Rung.AS_WRITTEN)
    assert why('=HYPERLINK("http://x")', facts)


def test_the_next_rung_is_offered_in_words_and_ends() -> None:
    query = read_query("tutihi 05/04/1988", TODAY)
    assert next_rung(query, Rung.AS_WRITTEN) == "Look for “tutihi” inside words too."
    offered = next_rung(query, Rung.PARTS)
    assert offered is not None
    assert "04/05/1988" in offered
    assert "one letter" in offered
    assert next_rung(query, Rung.NEAR) is None


def test_words_one_letter_away_are_never_the_word_itself() -> None:
    assert near_words("heke", ["heke", "hekes", "keke", "paki", "hkee"]) == ("hekes", "hkee", "keke")
    assert near_words("ng", ["na", "ngu"]) == ()


def test_nothing_to_look_for_is_an_empty_query() -> None:
    for text in ("", "  ", "***", "\u200b", "-"):
        assert read_query(text, TODAY).empty, text


@given(st.text(max_size=80), st.text(max_size=40))
def test_whatever_a_name_is_it_is_found_by_itself(surname: str, given: str) -> None:
    query = read_query(f"{surname} {given}", TODAY)
    if not query.empty and not query.days and not query.prn:
        assert why(f"{surname} {given}", person(surname, given), Rung.AS_WRITTEN)


@given(st.text(max_size=60))
def test_what_is_asked_and_what_is_kept_are_folded_alike(name: str) -> None:
    kept = index_of(person(name, "")).names.split()
    for word in read_query(name, TODAY).words:
        assert word in kept or collapse(word) in kept or read_query(name, TODAY).days


def test_a_name_of_sixty_letters_is_found_whole() -> None:
    name = "Ngātīwhātuakaihakatereorākeiwhakamahuetoatahitekaumārimanui"
    assert len(name) >= 59
    assert why(name, person(name, ""), Rung.AS_WRITTEN) == f"name {name}"
    assert why(name[:40], person(name, ""), Rung.AS_WRITTEN)


def test_a_surname_of_several_words_is_found_written_as_one() -> None:
    assert "vanderberg" in name_words("van der Berg", "Piet").split()

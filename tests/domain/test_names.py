"""Names: macrons, case, apostrophes and letters nobody can see."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import clean, fold, fold_prn, full_name


@pytest.mark.parametrize(
    "written", ["Tāmati", "TĀMATI", "tamati", "Ta\u0304mati", "Tāmati\u200b", " Tāmati "]
)
def test_macrons_case_and_blanks_do_not_part_a_name_from_itself(written: str) -> None:
    assert fold(clean(written)) == "tamati"


@pytest.mark.parametrize("written", ["O'Connor", "O’Connor", "OʻConnor", "O‘CONNOR", "o`connor"])
def test_every_apostrophe_is_the_same_apostrophe(written: str) -> None:
    assert fold(written) == "oconnor"


def test_a_hyphen_parts_words_like_a_blank() -> None:
    assert fold("Walker-Hēnare") == fold("Walker Hēnare") == "walker henare"


def test_cleaning_composes_letters_and_drops_what_turns_the_reading_direction() -> None:
    assert clean("Ta\u0304mati \u202eevil\u202c") == "Tāmati evil"
    assert clean("He\u200bmi\u2066\ufeff") == "Hemi"
    assert clean("two\u00a0 \n words\t") == "two words"


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_gives_composed_text(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once == once.strip()
    assert unicodedata.is_normalized("NFC", once)


def test_a_name_of_sixty_letters_stays_whole() -> None:
    name = "Ā" * 60
    assert clean(name) == name
    assert fold(name) == "a" * 60


def test_prns_compare_without_leading_zeros_for_search() -> None:
    assert fold_prn("00 123-45") == fold_prn("12345") == "12345"
    assert fold_prn("000") == "0"


def test_a_single_name_stands_without_a_comma() -> None:
    assert full_name("Tāmati", "") == "Tāmati"
    assert full_name("", "Hēmi") == "Hēmi"
    assert full_name("Tāmati", "Hēmi") == "Tāmati, Hēmi"

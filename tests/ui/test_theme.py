"""Every pair of colours is measured by WCAG's formula, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.words import FlagCode
from ui import theme
from ui.main import Program
from ui.tones import CONTROL_PAIRS, FLAG_TONES, TEXT_PAIRS, TONES, Theme, contrast
from ui.widgets.chips import SHAPES, WORDS

THEMES = tuple(TONES)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_words_stand_out_by_four_and_a_half_to_one(name: Theme, ink: str, paper: str) -> None:
    assert contrast(getattr(TONES[name], ink), getattr(TONES[name], paper)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("edge", "paper"), CONTROL_PAIRS)
def test_controls_and_focus_stand_out_by_three_to_one(name: Theme, edge: str, paper: str) -> None:
    assert contrast(getattr(TONES[name], edge), getattr(TONES[name], paper)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_a_focused_list_differs_from_one_that_is_not_by_three_to_one(name: Theme) -> None:
    assert contrast(TONES[name].focus, TONES[name].line) >= 3


@pytest.mark.parametrize("name", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("code", FLAG_TONES[Theme.LIGHT])
def test_a_chips_letters_stand_out_from_its_fill(name: Theme, code: str) -> None:
    fill, ink = FLAG_TONES[name][code]
    assert contrast(fill, ink) >= 4.5


def test_every_flag_has_a_word_and_a_shape_of_its_own_beside_its_colour() -> None:
    for flag in FlagCode:
        assert WORDS[flag.value]
        assert SHAPES[flag.value]
        assert flag.value in FLAG_TONES[Theme.LIGHT]


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_text_size_changes_every_letter_at_once(program: Program, percent: int) -> None:
    program.settings.setValue("text-size", percent)
    program.apply()
    assert QApplication.font().pixelSize() == round(theme.BASE_PIXELS * percent / 100)


def test_steps_of_text_size_stop_at_both_ends(program: Program) -> None:
    for _ in range(30):
        program.look("", 1)
    assert program.percent == theme.LARGEST
    for _ in range(30):
        program.look("", -1)
    assert program.percent == theme.SMALLEST
    program.look("", 0)
    assert program.percent == 100


def test_a_theme_chosen_is_kept_and_drawn(program: Program) -> None:
    program.look("dark", None)
    assert program.app.palette().window().color().name() == TONES[Theme.DARK].window
    program.look("other", None)
    assert program.theme_chosen is Theme.LIGHT

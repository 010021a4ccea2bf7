"""Every pair of colours is measured by WCAG's formula, in every theme."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from app.domain.words import FlagCode
from ui import theme
from ui.icons import drawn
from ui.main import Program
from ui.tones import CONTROL_PAIRS, FLAG_TONES, TEXT_PAIRS, TONES, Theme, contrast
from ui.widgets import labels
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


def test_the_theme_as_the_computer_is_set_follows_high_contrast_while_it_runs_and_one_chosen_does_not(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the computer is set to is the edge: offscreen nobody sets it."""
    access = program.app.styleHints().accessibility()

    def set_to(preference: Qt.ContrastPreference) -> str:
        monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _hints: preference)
        access.contrastPreferenceChanged.emit(preference)
        return str(program.app.palette().window().color().name())

    program.look("system", None)
    assert set_to(Qt.ContrastPreference.HighContrast) == TONES[Theme.CONTRAST].window
    assert theme.high_contrast()
    program.look("", None)
    assert theme.high_contrast(), "as at the next start"
    assert set_to(Qt.ContrastPreference.NoPreference) == TONES[Theme.LIGHT].window
    program.look("dark", None)
    assert set_to(Qt.ContrastPreference.HighContrast) == TONES[Theme.DARK].window


@pytest.mark.parametrize("first", [Theme.LIGHT, Theme.DARK])
def test_what_opens_over_a_window_is_drawn_as_the_window_is_and_follows_it(
    first: Theme, program: Program, qtbot: QtBot
) -> None:
    def ground() -> str:
        return str(button.grab().toImage().pixelColor(button.width() // 2, 6).name())

    program.look(first.value, None)
    over = QDialog(program.start())
    QVBoxLayout(over).addWidget(button := labels.button("Save", look="first"))
    over.show()
    for name in (first, Theme.CONTRAST):
        program.look(name.value, None)
        assert ground() == TONES[name].accent.lower()
    over.close()


@pytest.mark.parametrize("name", ["tick", "dash", "dot", "down", "up", "left", "right"])
def test_a_drawing_is_there_in_its_colour(name: str, qapp: QApplication) -> None:
    for colour in ("#00508f", "#c00000"):
        picture = QImage(drawn(name, colour))
        solid = {picture.pixelColor(x, y).name() for x in range(16) for y in range(16)
                 if picture.pixelColor(x, y).alpha() == 255}  # fmt: skip
        assert colour in solid


@pytest.mark.parametrize("name", THEMES)
def test_a_box_that_is_ticked_shows_its_tick(name: Theme, program: Program, qtbot: QtBot) -> None:
    theme.apply(program.app, name, 200)
    box = QCheckBox("Ticked")
    qtbot.addWidget(box)
    theme.dress(box)
    box.setChecked(True)
    box.show()
    picture = box.grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(40) for y in range(picture.height())}
    assert {TONES[name].accent, TONES[name].on_accent} <= {ink.lower() for ink in inks}
    program.apply()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("percent", [theme.SMALLEST, 100, theme.LARGEST])
@pytest.mark.parametrize("look", ["", "first", "danger", "chip", "link"])
def test_a_button_has_room_for_its_words_while_the_keyboard_is_on_it(
    name: Theme, percent: int, look: str, program: Program, qtbot: QtBot
) -> None:
    theme.apply(program.app, name, percent)
    button = labels.button("All", look=look)
    button.setCheckable(look == "chip")
    button.setChecked(look == "chip")
    qtbot.addWidget(button)
    theme.dress(button)
    button.show()
    button.resize(button.sizeHint())
    about = QStyleOptionButton()
    rooms = []
    for held in (False, True):
        button.initStyleOption(about)
        about.state &= ~QStyle.StateFlag.State_HasFocus
        if held:
            about.state |= QStyle.StateFlag.State_HasFocus
        rooms.append(
            button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, about, button).size()
        )
    assert rooms[1].width() >= rooms[0].width()
    assert rooms[1].height() >= rooms[0].height()
    program.apply()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("percent", range(theme.SMALLEST, theme.LARGEST + 1, theme.STEP))
def test_one_of_several_is_chosen_in_a_circle_at_every_text_size_and_not_in_a_box(
    name: Theme, percent: int, program: Program, qtbot: QtBot
) -> None:
    theme.apply(program.app, name, percent)
    choice = QRadioButton("Plan agreed")
    qtbot.addWidget(choice)
    theme.dress(choice)
    choice.show()
    about = QStyleOptionButton()
    choice.initStyleOption(about)
    mark = choice.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, about, choice)
    picture = choice.grab().toImage()
    assert picture.pixelColor(mark.topLeft()).name() == TONES[name].window.lower()
    assert picture.pixelColor(mark.left(), mark.center().y()).name() != TONES[name].window.lower()
    program.apply()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("look", ["", "first", "danger"])
def test_a_button_that_can_do_nothing_now_still_has_an_outline(
    name: Theme, look: str, program: Program, qtbot: QtBot
) -> None:
    theme.apply(program.app, name, 200)
    button = labels.button("Take back", look=look)
    qtbot.addWidget(button)
    theme.dress(button)
    button.setEnabled(False)
    button.show()
    picture = button.grab().toImage()
    middle = picture.height() // 2
    left = [picture.pixelColor(x, y).name() for x in range(6) for y in range(middle - 12, middle + 12)]
    assert max(contrast(ink, TONES[name].window) for ink in left) >= 3
    program.apply()


@pytest.mark.parametrize("name", THEMES)
def test_what_stands_in_an_empty_field_is_read_as_the_rest_is(
    name: Theme, program: Program, qtbot: QtBot
) -> None:
    theme.apply(program.app, name, 200)
    field = QLineEdit()
    qtbot.addWidget(field)
    theme.dress(field)
    field.setPlaceholderText("HHHH")
    field.show()
    picture = field.grab().toImage()
    inside = [picture.pixelColor(x, picture.height() // 2).name() for x in range(8, picture.width() - 8)]
    assert max(contrast(ink, TONES[name].base) for ink in inside) >= 4.5
    program.apply()


def test_the_drawings_leave_nothing_on_the_disk_when_the_process_just_dies(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from ui.main import Program, application; "
        "from ui.signin.window import Edges; app = application(); "
        "program = Program(app, Edges(Path(sys.argv[1]))); program.start().grab(); os._exit(0)"
    )
    place, profile = tmp_path / "temporary", tmp_path / "profile"
    place.mkdir()
    temporary = {name: str(place) for name in ("TMPDIR", "TEMP", "TMP")}
    subprocess.run(
        [sys.executable, "-c", code, str(profile)],
        check=True, cwd=Path(__file__).parents[2], env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **temporary},
    )  # fmt: skip
    assert list(place.iterdir()) == []

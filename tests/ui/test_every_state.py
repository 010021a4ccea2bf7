"""Every state of every screen holds to what its plain picture holds to, and to what only a look at all of it shows."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.words import Role
from tests.ui import rules
from tests.ui.conftest import SignIn, rest
from ui import theme
from ui.main import Program
from ui.registry import all_screens
from ui.screen import Screen
from ui.tones import FLAG_TONES, Theme, contrast
from ui.widgets.chips import chip_height, chip_width, paint_chip
from ui.widgets.panes import move_border
from ui.window import Window

STATES = tuple((screen.name, state) for screen in all_screens() for state in screen.states)
LONGER = str.maketrans("aeiouAEIOU", "āēīōūĀĒĪŌŪ")


@pytest.fixture(params=rules.ALL)
def every(request: pytest.FixtureRequest, program: Program, enter: SignIn, qtbot: QtBot) -> QWidget:
    """A window that shows the screen of this round."""
    return rules.show_screen(str(request.param), program, enter, qtbot)


def _screen(window: QWidget) -> Screen:
    assert isinstance(window, Window)
    assert window.screen_now is not None
    return window.screen_now


@pytest.mark.parametrize(("name", "state"), STATES)
def test_a_state_holds_to_the_rules_of_every_screen(
    name: str, state: str, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    kind = next(screen for screen in all_screens() if screen.name == name)
    window = enter(Role.CHAIR if name == "meeting-evaluation" else Role.ADMINISTRATOR)
    window.open(name, **kind.example(window.desk))
    rest(program, qtbot)
    getattr(_screen(window), kind.states[state])()
    rest(program, qtbot)
    asked: list[QWidget] = [each for each in window.findChildren(QDialog) if each.isVisible()]
    for part in asked or [window]:
        for rule in rules.OF_EVERY_WINDOW:
            rule(part)
    rules.no_words_are_cut_off_at_any_text_size(window, program, qtbot, 200)
    program.look("", 0)
    rest(program, qtbot)
    rules.the_window_fits_a_full_screen_at_200_per_cent_scale(window)


def _longer(text: str) -> str:
    """The words two fifths longer and full of macrons; a mnemonic's mark stays where it is."""
    more = re.sub(r"[^\w]", "", text)[: max(1, len(text) * 2 // 5)]
    return f"{text.translate(LONGER)}{more.translate(LONGER)}"


def test_words_two_fifths_longer_and_full_of_macrons_are_not_cut_off(
    every: QWidget,
    program: Program,
    qtbot: QtBot,
) -> None:
    for each in every.findChildren(QWidget):
        if isinstance(each, (QLabel, QAbstractButton)) and each.text() and each.window() is every:
            each.setText(_longer(each.text()))
    every.resize(1366, 768)
    rest(program, qtbot)
    rules.no_words_are_cut_off_at_any_text_size(every, program, qtbot, 100)


def test_what_the_keyboard_is_on_is_seen_on_every_screen(every: QWidget) -> None:
    """A ring, a caret's box or a list's frame: something as long as the part's side changes by three to one."""
    unseen = []
    stops = [
        each
        for each in rules.stops(every)
        if each.width() > 8 and each.visibleRegion().boundingRect().isValid()
    ]
    for number, each in enumerate(stops):
        stops[number - 1].setFocus()
        QApplication.processEvents()
        before = _grab(every, each)
        each.setFocus()
        QApplication.processEvents()
        changed = _changed(before, _grab(every, each))
        if changed < min(
            each.visibleRegion().boundingRect().width(), each.visibleRegion().boundingRect().height()
        ):
            unseen.append(f"{type(each).__name__} {rules.name_of(each)}: {changed} px")
    assert len(stops) < 2 or unseen == []


def _grab(window: QWidget, part: QWidget) -> QImage:
    return window.grab(
        part.visibleRegion().boundingRect().translated(part.mapTo(window, part.rect().topLeft()))
    ).toImage()


def _changed(before: QImage, after: QImage) -> int:
    if before.size() != after.size():
        return 10_000
    count = 0
    for y in range(before.height()):
        for x in (
            range(before.width())
            if y < 4 or y >= before.height() - 4
            else (*range(4), *range(before.width() - 4, before.width()))
        ):
            one, other = before.pixelColor(x, y), after.pixelColor(x, y)
            count += one != other and contrast(one.name(), other.name()) >= 3
    return count


# Colour never alone.

EYES = {
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How a colour is seen, as a matrix over linear red, green and blue (Machado and others 2009, whole loss)."""


def _seen(colour: str, eyes: str) -> str:
    linear = [
        pow(part, 2.2) for part in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    ]
    told = [min(1.0, max(0.0, sum(m * c for m, c in zip(line, linear, strict=True)))) for line in EYES[eyes]]
    return QColor.fromRgbF(*(pow(part, 1 / 2.2) for part in told)).name()


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", [Theme.LIGHT, Theme.DARK])
def test_a_chips_code_is_read_by_every_eye(name: Theme, eyes: str) -> None:
    for code, (fill, ink) in FLAG_TONES[name].items():
        assert contrast(_seen(fill, eyes), _seen(ink, eyes)) >= 4.5, code


@pytest.mark.parametrize("name", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_two_chips_differ_by_shape_and_code_when_their_colours_are_taken_away(
    name: Theme, program: Program
) -> None:
    program.look(name.value, None)
    drawn = {code: _chip(code) for code in FLAG_TONES[Theme.LIGHT]}
    for one, other in combinations(drawn, 2):
        first, second = drawn[one], drawn[other]
        differ = sum(
            first.pixelIndex(x, y) != second.pixelIndex(x, y)
            for x in range(first.width())
            for y in range(first.height())
        )
        assert differ > 20, f"{one} and {other} differ in {differ} px"


def _chip(code: str) -> QImage:
    """A chip in black and white: ink or not."""
    made = QImage(70, chip_height() + 2, QImage.Format.Format_RGB32)
    made.fill(QColor(theme.tones().base))
    painter = QPainter(made)
    paint_chip(painter, QRectF(1, 1, chip_width(code, QApplication.font()), chip_height()), code)
    painter.end()
    return made.convertToFormat(QImage.Format.Format_Mono)


# Nothing needs a mouse that drags.


def test_nothing_is_dragged_that_keys_do_not_move_too(every: QWidget, program: Program, qtbot: QtBot) -> None:
    typed = (QLineEdit, QPlainTextEdit, QTextEdit)
    inner = {each.viewport() for each in every.findChildren(QTextEdit)} | {
        each.viewport() for each in every.findChildren(QPlainTextEdit)
    }
    assert [
        type(each).__name__
        for each in every.findChildren(QWidget)
        if each.acceptDrops() and not isinstance(each, typed) and each not in inner
    ] == []
    assert not any(view.dragEnabled() for view in every.findChildren(QAbstractItemView))
    assert not any(head.sectionsMovable() for head in every.findChildren(QHeaderView))
    for border in every.findChildren(QSplitter):
        if border.isVisible() and sum(size > 0 for size in border.sizes()) > 1:
            before = border.sizes()
            assert any(move_border(_screen(every), None, by) and border.sizes() != before for by in (-60, 60))
            break


@pytest.mark.parametrize("name", ["cases", "people", "figures"])
def test_keys_make_a_pane_larger_and_smaller(
    name: str, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    window.open(name)
    rest(program, qtbot)
    border = next(each for each in _screen(window).findChildren(QSplitter) if each.isVisible())
    seen = {tuple(border.sizes())}
    for key in ("pane.larger", "pane.smaller", "pane.smaller"):
        window.table.run(key)
        seen.add(tuple(border.sizes()))
    assert len(seen) > 1

"""A row that wraps is measured once for each width, and anew when one of its parts changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import flow


@pytest.fixture
def parts(qtbot: QtBot) -> list[QLabel]:
    return [QLabel("Reader"), QLabel("Large print"), QLabel("Next page")]


@pytest.fixture
def row(parts: list[QLabel], qtbot: QtBot) -> QWidget:
    made = flow(*parts)
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show()
    QApplication.processEvents()
    return made


def _height(row: QWidget, width: int) -> int:
    return row.heightForWidth(width)


def test_a_narrow_row_is_higher_than_a_wide_one(row: QWidget) -> None:
    assert _height(row, 1000) < _height(row, 80)
    assert _height(row, 1000) < _height(row, 80)


def test_a_longer_word_makes_a_row_wrap_that_did_not(row: QWidget, parts: list[QLabel]) -> None:
    before = _height(row, 400)
    parts[1].setText("Large print for whoever reads with difficulty, on twice as many pages as the other")
    assert _height(row, 400) > before


def test_a_part_that_is_hidden_gives_its_line_back_and_takes_it_again(
    row: QWidget, parts: list[QLabel]
) -> None:
    before = _height(row, 80)
    parts[0].hide()
    assert _height(row, 80) < before
    parts[0].show()
    assert _height(row, 80) == before


def test_larger_letters_are_measured_anew(row: QWidget, parts: list[QLabel]) -> None:
    before = _height(row, 1000)
    for each in parts:
        font = each.font()
        font.setPixelSize(60)
        each.setFont(font)
    assert _height(row, 1000) > before


def test_a_part_that_joins_later_is_counted(row: QWidget) -> None:
    before = _height(row, 80)
    layout = row.layout()
    assert layout is not None
    late = QLabel("Page before")
    layout.addWidget(late)
    late.show()
    assert _height(row, 80) > before

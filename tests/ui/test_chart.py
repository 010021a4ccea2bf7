"""A picture of figures on the screen: in the theme's colours, at the text's size, and never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.charts import Bar, Chart
from ui import theme
from ui.tones import TONES, Theme
from ui.widgets.chart import ChartView

CHART = Chart(
    "actions", "Actions by service", "Half are late", "Service", ("not due yet", "late", "not done"), "actions",
    tuple(Bar(f"service {number}", (8, 8, 8)) for number in range(12)),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _plain(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, Theme.LIGHT, 100)


def _drawn(qapp: QApplication, qtbot: QtBot, wanted: Theme, percent: int = 100, most: int = 0) -> ChartView:
    theme.apply(qapp, wanted, percent)
    view = ChartView(most)
    qtbot.addWidget(view)
    view.show_chart(CHART)
    view.resize(700, view.heightForWidth(700))
    view.show()
    return view


def _colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("wanted", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_a_picture_is_drawn_in_the_colours_of_the_theme_in_force(
    qapp: QApplication, qtbot: QtBot, wanted: Theme
) -> None:
    view = _drawn(qapp, qtbot, wanted)
    found = _colours(view.grab().toImage())
    assert TONES[wanted].accent in found
    assert wanted is Theme.LIGHT or "#ffffff" not in found or TONES[wanted].text == "#ffffff"


def test_a_picture_grows_with_the_text_and_keeps_every_bar(qapp: QApplication, qtbot: QtBot) -> None:
    plain = _drawn(qapp, qtbot, Theme.LIGHT).heightForWidth(700)
    large = _drawn(qapp, qtbot, Theme.LIGHT, 200)
    assert large.heightForWidth(700) > 1.8 * plain
    assert len(large.bars) == len(CHART.bars)


def test_a_low_picture_says_how_many_bars_it_has_no_room_for(qapp: QApplication, qtbot: QtBot) -> None:
    view = _drawn(qapp, qtbot, Theme.LIGHT)
    view.resize(700, view.heightForWidth(700) // 2)
    assert 0 < len(view.bars) < len(CHART.bars)
    assert len(_drawn(qapp, qtbot, Theme.LIGHT, most=5).bars) == 5


def test_a_name_too_long_for_its_side_stands_whole_in_two_lines(qapp: QApplication, qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    names = ("prisons", "probation", "psychological services", "police")
    bars = tuple(Bar(name, (8, 3, 1)) for name in names)
    view.show_chart(Chart("actions", "Actions", "Half are late", "Service", CHART.parts, "actions", bars))
    for width in (200, 700):
        view.resize(width, view.heightForWidth(width))
        told = [view.name_lines(bar, width) for bar in view.bars]
        assert [" ".join(lines) for lines in told] == list(names)
        assert (
            max(view.fontMetrics().horizontalAdvance(line) for lines in told for line in lines)
            <= width * 0.55
        )
        assert (len(told[2]) == 2) is (width == 200)
        assert len(told[0]) == 1


def test_three_parts_of_a_bar_are_told_apart_without_colour(qapp: QApplication, qtbot: QtBot) -> None:
    for wanted in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
        view = _drawn(qapp, qtbot, wanted)
        image = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        looks = []
        for legend in view._legends(view.width()):
            side = int(view._line * 0.7) - 4
            top = legend.top + int(view._line * 0.15) + 2
            looks.append(
                {image.pixel(legend.left + 2 + x, top + y) & 0xFF for x in range(side) for y in range(side)}
            )
        plain, filled, hatched = looks
        assert len(plain) == len(filled) == 1
        assert abs(plain.pop() - filled.pop()) > 60
        assert len(hatched) > 1

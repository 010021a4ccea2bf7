"""Figures in the window: the picture's numbers stand in the table, and what is saved can be read."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reports.preview import texts_of
from tests.fixtures import months
from tests.ui.conftest import SignIn, rest
from ui.figures.screen import FiguresScreen
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.window import Window

REGISTER = months.new_month


def _figures(window: Window, program: Program, qtbot: QtBot) -> FiguresScreen:
    window.open("figures")
    rest(program, qtbot)
    return cast("FiguresScreen", window.screen_now)


def test_each_picture_has_its_table_and_arrow_keys_walk_them(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _figures(enter(), program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert screen.pictures is not None
    for chart in screen.pictures.charts:
        rest(program, qtbot)
        assert tuple(screen.model.rows) == chart.rows
        shown = [c.title for n, c in enumerate(screen.model.columns) if not screen.table.isColumnHidden(n)]
        assert shown == list(chart.headings)
        assert chart.finding in screen.table.accessibleName()
        assert screen.view.chart == chart
        assert screen.finding.text() == chart.finding
        qtbot.keyClick(screen.names, Qt.Key.Key_Down)


def test_the_table_and_the_report_are_saved_as_files(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = _figures(enter(), program, qtbot)
    screen.save_csv(str(tmp_path / "table.csv"))
    screen.save_report(str(tmp_path / "report.pdf"))
    screen.save_return(str(tmp_path / "return.csv"))
    rest(program, qtbot)
    lines = (tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Month,Verified address,No verified address"
    assert len(texts_of((tmp_path / "report.pdf").read_bytes())) == 6
    assert (tmp_path / "return.csv").read_text(encoding="utf-8-sig").startswith("forum,as at,figure")
    assert "Saved" in screen.notice.text


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = _figures(enter(), program, qtbot)
    (tmp_path / "taken").write_text("a file stands where the folder should be", encoding="utf-8")
    screen.save_csv(str(tmp_path / "taken" / "table.csv"))
    rest(program, qtbot)
    assert "could not be written" in screen.notice.text


def test_home_shows_three_of_the_pictures_and_leads_to_their_numbers(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.resize(1366, 900)
    home = cast("HomeScreen", window.screen_now)
    rest(program, qtbot)
    views = home.pictures_card.views
    assert [view.chart.key for view in views if view.chart] == ["releases", "milestones", "actions"]
    qtbot.keyClick(home.pictures_card.link, Qt.Key.Key_Space)
    rest(program, qtbot)
    assert isinstance(window.screen_now, FiguresScreen)

"""The count-in sheet and the recovery codes in the window: looked at, printed from memory, saved where it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app import desk as door
from app.domain.errors import Refused
from app.domain.words import Contents
from app.usecases import trail
from reports.preview import texts_of
from tests.fixtures import desks, months
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.months import MEETING
from tests.ui.conftest import SignIn, rest
from tests.ui.test_packs import _print
from ui.main import Program
from ui.packs.preview import PreviewScreen
from ui.packs.screen import PacksScreen
from ui.signin.codes import CodesPage
from ui.widgets.paper import PagesDialog, PaperOut

REGISTER = months.new_month


class Printer:
    """A printer of this computer, which may have run out of paper."""

    def __init__(self, works: bool = True) -> None:
        self.works = works
        self.jobs: list[tuple[str, bytes]] = []

    def names(self) -> tuple[str, ...]:
        return ("Office",)

    def refuse_unready(self, name: str) -> None:
        assert name == "Office"

    def send(self, name: str, title: str, pdf: bytes) -> None:
        if not self.works:
            raise Refused("no paper")
        self.jobs.append((title, pdf))


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Printer:
    made = Printer()
    monkeypatch.setattr(PaperOut, "queue", made)
    return made


def _sheet(enter: SignIn, program: Program, qtbot: QtBot) -> PreviewScreen:
    window = enter()
    _print(window.desk.door)
    window.open("packs", meeting=MEETING)
    rest(program, qtbot)
    cast("PacksScreen", window.screen_now).sheet_button.click()
    rest(program, qtbot)
    return cast("PreviewScreen", window.screen_now)


def test_the_count_in_sheet_is_looked_at_and_printed_and_the_trail_tells_it(
    enter: SignIn, program: Program, qtbot: QtBot, printer: Printer
) -> None:
    screen = _sheet(enter, program, qtbot)
    assert screen.seen is not None
    assert "Det. Sgt Hākopa" in " ".join(screen.seen.texts)
    assert screen.out.isVisible()
    assert not screen.reader.isEnabled()
    screen.out.print_button.click()
    rest(program, qtbot)
    [(title, pdf)] = printer.jobs
    assert title == "the count-in sheet"
    assert "Det. Sgt Hākopa" in " ".join(texts_of(pdf))
    assert screen.notice.text == "Sent the count-in sheet to Office."
    rows = [row for row in trail.list_trail(screen.desk.door) if row.event == "count_in_sheet"]
    assert ["on paper" in row.sentence for row in rows] == [False, True]
    screen.contents.set_value(Contents.AGENDA)
    screen.refresh()
    rest(program, qtbot)
    assert not screen.out.isVisible()
    assert screen.reader.isEnabled()


def test_a_printer_that_takes_nothing_is_told_and_a_file_is_written_where_somebody_says(
    enter: SignIn,
    program: Program,
    qtbot: QtBot,
    printer: Printer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = _sheet(enter, program, qtbot)
    printer.works = False
    screen.out.print_button.click()
    rest(program, qtbot)
    assert "Office did not take the count-in sheet" in screen.notice.text
    monkeypatch.setattr(screen.out, "where", lambda: None)
    screen.out.save_button.click()
    rest(program, qtbot)
    monkeypatch.setattr(screen.out, "where", lambda: tmp_path / "sheet.pdf")
    screen.out.save_button.click()
    rest(program, qtbot)
    assert "Det. Sgt Hākopa" in " ".join(texts_of((tmp_path / "sheet.pdf").read_bytes()))


def test_the_codes_are_printed_from_memory_before_they_are_typed_back(
    program: Program, qtbot: QtBot, printer: Printer, tmp_path: Path
) -> None:
    folder = tmp_path / "christchurch"
    desk = door.create(
        folder, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    codes = desk.recovery_codes
    window = program.start()
    page = CodesPage(window, desk, folder)
    window.show_page(window.add(page))
    before = {file for file in tmp_path.rglob("*") if file.suffix == ".pdf"}
    page.out.look_button.click()
    rest(program, qtbot)
    [dialog] = window.findChildren(PagesDialog)
    assert len(dialog.pages) == 3
    assert not any(shown.pixmap().isNull() for shown in dialog.pages)
    dialog.accept()
    page.out.print_button.click()
    rest(program, qtbot)
    [(_title, pdf)] = printer.jobs
    assert [code in text for code, text in zip(codes, texts_of(pdf), strict=True)] == [True] * 3
    assert page.notice.text == "Sent the recovery sheet to Office."
    assert {file for file in tmp_path.rglob("*") if file.suffix == ".pdf"} == before
    assert program.window is None
    for box, code in zip(page.boxes, codes, strict=True):
        box.setText(code)
    page.button.click()
    qtbot.waitUntil(lambda: program.window is not None)
    rest(program, qtbot)

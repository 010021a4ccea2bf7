"""The guide: one page a screen, with its picture, for each who works with it, and shown whole on F1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QTextBlock
from pytestqt.qtbot import QtBot

from app.domain.people import Grant, grant
from app.domain.words import Role
from tests.fixtures import desks
from ui import guide, shoot, shoot_docs
from ui.registry import all_screens

PAGES = sorted({screen.help_page for screen in all_screens()} | {"signin", "start"})
KNOWN = shoot.names()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_to_an_administrator_a_chair_and_a_liaison(page: str) -> None:
    text = (guide.GUIDE / f"{page}.md").read_text(encoding="utf-8").lower()
    assert [who for who in ("administrator", "chair", "liaison") if who not in text] == []


CLOSED = {
    screen.help_page
    for screen in all_screens()
    if screen.needs is not None and grant(screen.needs.permission, Role.ADMINISTRATOR) is Grant.NO
}
"""Pages of screens that stay closed to an administrator, as whom pictures are drawn."""


@pytest.mark.parametrize("page", [page for page in PAGES if page not in CLOSED])
def test_a_page_shows_its_screen(page: str) -> None:
    """What to do where this fails: name the picture in the page, then `./run shoot --docs`."""
    shown = [name for _, name in shoot_docs.shown_on(guide.GUIDE / f"{page}.md")]
    assert any(name.removesuffix("-dark") in KNOWN for name in shown), f"docs/guide/{page}.md shows no screen"


def test_every_picture_that_a_page_shows_is_there_is_small_and_has_words() -> None:
    for page in shoot_docs.pages():
        for words, name in shoot_docs.shown_on(page):
            file = shoot_docs.PICTURES / f"{name}.png"
            assert file.is_file(), f"{page.name} shows {name}: draw it with ./run shoot --docs"
            assert len(words) > 10
            assert file.stat().st_size < 150_000


def test_no_picture_lies_about_that_no_page_shows() -> None:
    shown = {name for page in shoot_docs.pages() for _, name in shoot_docs.shown_on(page)}
    assert {file.stem for file in shoot_docs.PICTURES.glob("*.png")} == shown


def test_the_pages_themselves_say_what_is_drawn(register: Path, tmp_path: Path) -> None:
    shots = shoot.for_docs(tmp_path)
    assert {shot.out.stem for shot in shots} == set(shoot_docs.wanted(KNOWN))
    one = next(shot for shot in shots if shot.screen == "settings")
    shoot.shoot((one,), lambda _role: desks.sit(register, Role.CHAIR))
    picture = QImage(str(one.out))
    assert picture.format() == QImage.Format.Format_Indexed8
    assert (picture.width(), picture.height()) == shoot_docs.SIZE


def test_help_shows_a_page_with_its_pictures_no_wider_than_there_is_room(qtbot: QtBot) -> None:
    page = guide.Page()
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    page.show_page("cases")
    text = (guide.GUIDE / "cases.md").read_text(encoding="utf-8")
    widths = [width for block in _blocks(page) for width in _widths(block)]
    assert len(widths) == len(re.findall(r"!\[", text)) > 0
    assert all(100 < width < 500 for width in widths)


def _blocks(page: guide.Page) -> list[QTextBlock]:
    found, block = [], page.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _widths(block: QTextBlock) -> list[float]:
    found, parts = [], block.begin()
    while not parts.atEnd():
        if (shape := parts.fragment().charFormat()).isImageFormat():
            found.append(shape.toImageFormat().width())
        parts += 1
    return found

"""The pictures that README and the guide show: whatever a page names is drawn, and nothing else.

A page shows `pictures/cases.png` or `pictures/cases-dark.png`; the name says what is drawn, so there is no
second list that could fall behind. Pictures have at most 256 colours, so that they stay small in the repository.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refused
from ui.guide import GUIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

PICTURES = GUIDE.parent / "pictures"
SIZE = (1366, 768)
"""Logical: the smallest screen that is common."""
_SHOWN = re.compile(r"!\[([^\]]*)\]\((?:\.\./|docs/)pictures/([a-z0-9-]+)\.png\)")
_DARK = "-dark"
_COLOURS = 256


def pages() -> tuple[Path, ...]:
    """README and every page of the guide. Refuses where the program was installed without them."""
    found = (GUIDE.parents[1] / "README.md", *sorted(GUIDE.glob("*.md")))
    if not all(each.is_file() for each in found) or len(found) == 1:
        raise Refused("The guide does not stand beside the program; draw its pictures from the source.")
    return found


def shown_on(page: Path) -> tuple[tuple[str, str], ...]:
    """What a page shows: each picture's words and its name."""
    return tuple(_SHOWN.findall(page.read_text(encoding="utf-8")))


def wanted(known: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Screen and theme by the picture's name; other pictures of a page (of paper) are left alone."""
    found: dict[str, tuple[str, str]] = {}
    for page in pages():
        for _, name in shown_on(page):
            screen = name.removesuffix(_DARK)
            if screen in known:
                found[name] = (screen, "light" if screen == name else "dark")
    return found


def with_few_colours(picture: QImage) -> QImage:
    """The same with the 256 colours it has most of; the rest, edges of letters, go to the nearest of them."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counts.most_common(_COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)

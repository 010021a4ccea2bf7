"""The screens of a window: each is made when it is first opened, or while the one before it is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.registry import SECTIONS, screen_class, section
from ui.screen import Screen
from ui.tongue import tr
from ui.widgets.blank import Blank

if TYPE_CHECKING:
    from ui.window import Window


def screen_of(window: Window, name: str) -> QWidget:
    """The screen of this name, made in its place; a blank that says why where there is none for this person."""
    if found := window.screens.get(name):
        return found
    desk, kind = window.desk, screen_class(name)
    if kind is None or not _may_open(window, kind):
        blank = Blank(section(kind.section or name if kind else name), desk.role if kind else None)
        window.stack.addWidget(blank)
        return blank
    # Made in its place: moved there later, every part would be styled again.
    made = kind(desk, window.settings, window.stack)
    made.settled.connect(window.table.regrey)
    made.settled.connect(lambda: _ahead(window, made.comes_next))
    made.status.connect(lambda text: window.tell_count(text) if made is window.screen_now else None)
    made.wrote.connect(window.wrote)
    made.leads.connect(lambda to, where: window.open(to, **where))
    made.restyled.connect(lambda: window.looks_asked.emit("as kept", 0))
    window.screens[name] = made
    window.stack.addWidget(made)
    return made


def _may_open(window: Window, kind: type[Screen]) -> bool:
    return kind.needs is None or window.desk.may(kind.needs)


def tell_closed(window: Window) -> None:
    """Mark the sections that this person may not open; it reads the rooms that nobody has opened yet."""
    role = window.desk.role
    for each in SECTIONS:
        kind = screen_class(each.key)
        shut = kind is not None and not _may_open(window, kind)
        told = tr("Closed to your role: {role}.", role=role.value if role else tr("none")) if shut else ""
        window.side.tell_closed(each.key, told)


def _ahead(window: Window, names: Sequence[str]) -> None:
    """Make screens before they are opened, once what is shown now has been drawn, one at a time.

    Opening one then only shows it.
    """
    for name in names if window.reads_ahead else ():
        kind = None if name in window.screens else screen_class(name)
        if kind is not None and _may_open(window, kind):
            QTimer.singleShot(0, window, partial(screen_of, window, name))

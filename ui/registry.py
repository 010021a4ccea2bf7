"""The sections of the window and the screens behind them.

A room says where its screens stand: `SCREENS` in `ui/<room>/__init__.py`, by their names. Nothing is imported
before it is opened, so that the window is there at once (design/speed.md, figure 14).
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from msgspec import Struct
from PySide6 import QtWidgets

import ui
from ui.screen import Screen
from ui.tongue import tr


class Section(Struct, frozen=True):
    """One line of the side navigation. `command` does the same from a terminal while there is no screen."""

    key: str
    title: str
    room: str
    purpose: str
    command: str


SECTIONS = (
    Section(
        "home",
        tr("Home"),
        "home",
        tr(
            "This month at a glance: the next meeting and what it still needs, what is overdue, what changed."
        ),
        "forumdesk meeting list",
    ),
    Section(
        "cases",
        tr("Cases"),
        "register",
        tr("Everybody on the list, and who is left out."),
        "forumdesk case list",
    ),
    Section(
        "meetings",
        tr("Meetings"),
        "meeting",
        tr("The year's meetings, each with its agenda made by rule."),
        "forumdesk meeting list",
    ),
    Section(
        "packs",
        tr("Packs and copies"),
        "packs",
        tr("Numbered copies: printed, issued, counted back in."),
        "forumdesk pack list",
    ),
    Section(
        "police",
        tr("Police exchange"),
        "police",
        tr("The workbook that goes to Police and what comes back in it."),
        "forumdesk police list",
    ),
    Section(
        "people", tr("People"), "people", tr("Who has access, and who asks for it."), "forumdesk user list"
    ),
    Section(
        "trail",
        tr("Trail"),
        "trail",
        tr("What was done here, by whom, sealed entry by entry."),
        "forumdesk trail list",
    ),
    Section(
        "figures",
        tr("Figures"),
        "figures",
        tr("Counts without names: releases, milestones, actions, turnaround."),
        "forumdesk figures show",
    ),
    Section("settings", tr("Settings"), "settings", tr("Text size, theme, and where the register is."), ""),
)
ROOMS = {section.key: section.room for section in SECTIONS}
"""The room of a screen whose name is not its room's."""


def section(key: str) -> Section:
    return next(each for each in SECTIONS if each.key == key)


@lru_cache(maxsize=64)
def _screens_of(room: str) -> Mapping[str, str]:
    """The file of each screen of a room, by the screen's name; nothing where there is no such room."""
    folder = find_spec(f"ui.{room}") if room.isidentifier() else None
    if folder is None or folder.submodule_search_locations is None:
        return {}
    found: Mapping[str, str] = getattr(import_module(f"ui.{room}"), "SCREENS", {})
    return found


@lru_cache(maxsize=64)
def _class_of(room: str, name: str) -> type[Screen]:
    read = vars(import_module(f"ui.{room}.{_screens_of(room)[name]}"))
    return next(
        each
        for each in read.values()
        if isinstance(each, type) and issubclass(each, Screen) and each.name == name
    )


def screen_class(name: str) -> type[Screen] | None:
    """The class of a screen by its name, or None while nobody has built it."""
    for room in dict.fromkeys((ROOMS.get(name, name.partition("-")[0]), *ROOMS.values())):
        if name in _screens_of(room):
            return _class_of(room, name)
        if name in ROOMS:
            return None
    return None


def shown_by(picture: str) -> tuple[type[Screen], str] | None:
    """The screen, and its state, of a picture's name such as `cases-no-match`; reads that one screen only."""
    first = picture.partition("-")[0]
    room = ROOMS.get(first, first)
    for name in sorted(_screens_of(room), key=len, reverse=True):
        if picture == name:
            return _class_of(room, name), ""
        state = picture.removeprefix(f"{name}-")
        if state != picture and state in (found := _class_of(room, name)).states:
            return found, state
    return None


def read_packages(between: Callable[[], None] = lambda: None) -> None:
    """Read what the screens rest on and has no Qt in it: away from the window's thread, since it takes a second.

    `between` two of them may raise to stop it.
    """
    import_module("app.desk")
    for floor in (import_module("app.domain"), import_module("app.usecases")):
        for info in pkgutil.walk_packages(floor.__path__, f"{floor.__name__}."):
            between()
            import_module(info.name)


def pieces(*of: str) -> Iterator[None]:
    """Read these rooms, or all of them with the frame, on the window's thread: each step takes some milliseconds.

    On that thread alone are Qt's classes made. PySide6 makes those of all widgets at once when one that it does not
    know yet comes out of Qt, which would be while the first table is built: so they are made one by one before.
    """
    if not of:
        for name in dir(QtWidgets):
            if name not in vars(QtWidgets):
                getattr(QtWidgets, name)
                yield
    for name in _modules([f"ui.{room}" for room in of] or ["ui", *(f"ui.{room}" for room in rooms())]):
        if name not in sys.modules:
            import_module(name)
            yield


def _modules(packages: Iterable[str]) -> Iterator[str]:
    for package in packages:
        for info in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
            if not info.ispkg and not info.name.startswith("ui.shoot"):
                yield info.name


def all_screens() -> tuple[type[Screen], ...]:
    """Every screen there is, in the order of the sections: for pictures and for the tests that walk them all."""
    return tuple(_class_of(room, name) for room in rooms() for name in _screens_of(room))


def rooms() -> tuple[str, ...]:
    """Those of the sections, then those whose screens are opened from others: a case, a meeting being run."""
    return tuple(
        dict.fromkeys(
            [*ROOMS.values(), *(info.name for info in pkgutil.iter_modules(ui.__path__) if info.ispkg)]
        )
    )

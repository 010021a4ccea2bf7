"""The frame's own commands: what is there on every screen, for menus, keys, Ctrl+K and Ctrl+/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import guide
from ui.actions import Action
from ui.palette import KeyList, Palette
from ui.registry import SECTIONS
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.window import Window


def frame_actions(window: Window) -> tuple[Action, ...]:
    """What is there on every screen."""

    def to(number: int, key: str, title: str) -> Action:
        return Action(f"go.{key}", "View", f"{title}", partial(window.enter, key), keys=f"Ctrl+{number}")

    look = window.looks_asked.emit
    return (
        Action("lock", "File", tr("&Lock"), window.lock_asked.emit, keys="Ctrl+L"),
        Action("quit", "File", tr("&Quit"), window.close, keys="Ctrl+Q", after_line=True),
        Action(
            "undo", "Edit", tr("&Undo"), window.turning.back, keys="Ctrl+Z", says=window.turning.back_words
        ),
        Action(
            "redo",
            "Edit",
            tr("&Redo"),
            window.turning.again,
            keys="Ctrl+Y Ctrl+Shift+Z",
            says=window.turning.again_words,
        ),
        Action(
            "find",
            "Edit",
            tr("&Find on this screen"),
            window.do_find,
            keys="Ctrl+F",
            enabled=lambda: window.can_find,
            after_line=True,
        ),
        *(to(number, each.key, each.title) for number, each in enumerate(SECTIONS, 1)),
        Action(
            "go.minutes",
            "Meeting",
            tr("M&inutes"),
            partial(window.open, "meeting-minutes"),
            keys="Ctrl+Shift+M",
            after_line=True,
        ),
        Action(
            "go.actions",
            "Meeting",
            tr("Acti&ons"),
            partial(window.open, "meeting-actions"),
            keys="Ctrl+Shift+T",
        ),
        Action(
            "go.briefs",
            "Meeting",
            tr("Front-line &briefs"),
            partial(window.open, "meeting-briefs"),
            keys="Ctrl+Shift+B",
        ),
        Action(
            "go.evaluation",
            "Meeting",
            tr("The chair's e&valuation"),
            partial(window.open, "meeting-evaluation"),
        ),
        Action(
            "go.disclosure",
            "Tools",
            tr("&Disclosures: what left the forum"),
            partial(window.open, "disclosure"),
            keys="Ctrl+Shift+D",
        ),
        Action(
            "go.disclosure-requests",
            "Tools",
            tr("Disclosures asked &for"),
            partial(window.open, "disclosure-requests"),
            keys="Ctrl+Shift+R",
        ),
        Action("back", "View", tr("&Back"), window.back, keys="Alt+Backspace", after_line=True),
        Action("reload", "View", tr("&Reload"), window.do_reload, keys="F5"),
        Action("pane.next", "View", tr("Ne&xt pane"), partial(window.walk_panes, 1), keys="F6"),
        Action("pane.before", "View", tr("Pre&vious pane"), partial(window.walk_panes, -1), keys="Shift+F6"),
        Action(
            "pane.larger", "View", tr("Larger pane"), partial(window.move_border, 1), keys="Ctrl+Alt+Right"
        ),
        Action(
            "pane.smaller", "View", tr("Smaller pane"), partial(window.move_border, -1), keys="Ctrl+Alt+Left"
        ),
        Action("full", "View", tr("F&ull screen"), lambda: turn_full(window), keys="F11"),
        Action(
            "larger", "View", tr("&Larger text"), partial(look, "", 1), keys="Ctrl++ Ctrl+=", after_line=True
        ),
        Action("smaller", "View", tr("S&maller text"), partial(look, "", -1), keys="Ctrl+-"),
        Action("normal", "View", tr("&Normal text size"), partial(look, "", 0), keys="Ctrl+0"),
        Action("theme.light", "View", tr("Light &theme"), partial(look, "light", 100), after_line=True),
        Action("theme.dark", "View", tr("&Dark theme"), partial(look, "dark", 100)),
        Action("theme.contrast", "View", tr("&High contrast"), partial(look, "contrast", 100)),
        Action(
            "go",
            "Tools",
            tr("&Go to person, screen or command…"),
            lambda: Palette(window).open(),
            keys="Ctrl+K",
        ),
        Action(
            "cancel",
            "Tools",
            tr("&Stop what is running, or close what is open"),
            window.do_escape,
            keys="Esc",
        ),
        Action("help", "Help", tr("Help for &this screen"), lambda: show_help(window), keys="F1"),
        Action("keys", "Help", tr("&Every key"), lambda: KeyList(window).open(), keys="Ctrl+/"),
        Action(
            "go.settings-about",
            "Help",
            tr("&About ForumDesk"),
            partial(window.open, "settings-about"),
            after_line=True,
        ),
    )


def words_for_keys(window: Window) -> Mapping[str, Callable[[], str]]:
    """What a key says that everybody expects to act, on a screen where it has nothing to act on."""
    return {
        "find": lambda: tr("Nothing to search on this screen; Ctrl+K goes to any person or screen."),
        "Ctrl+S": lambda: tr("{saved}: every field is saved as you leave it.", saved=window.saved_words),
        "Ctrl+N": lambda: tr(
            "Nothing new is made on this screen; Ctrl+K finds where a case or a meeting is."
        ),
        "Ctrl+P": lambda: tr(
            "Nothing is printed from this screen; packs, slips and minutes are printed as copies."
        ),
        "Ctrl+Shift+P": lambda: tr("Nothing is previewed from this screen; an agenda and a pack are."),
        "F2": lambda: tr("Nothing on this screen is edited by F2; Enter opens the row under the keyboard."),
        "F4": lambda: tr(
            "Nothing on this screen has a history; in a case F4 tells where a value comes from."
        ),
        "F8": lambda: tr("Nothing on this screen is previewed beside a list; the list of cases is."),
    }


def turn_full(window: Window) -> None:
    """Full screen and back."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def show_help(window: Window) -> None:
    """The page of the guide for the screen in view."""
    guide.show(window, window.screen_now.help_page if window.screen_now else "start")
